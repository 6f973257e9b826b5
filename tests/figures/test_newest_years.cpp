#include "core/figures/counted_records.hpp"
#include "core/figures/evaluate.hpp"
#include "core/figures/figure_table.hpp"
#include "core/figures/page_words.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

namespace terroir::figures::years_test {

using gazetteer::Level;
using records::Record;
using records::Scope;
using terroir::testing::packagedGazetteer;

namespace {

// Bình Lư, Sơn Bình and the town of Tam Đường became Bình Lư on 1 July 2025, Hồ Thầu did not.
const char *const binhLu = "03412@2004", *const sonBinh = "03413@2007", *const town = "03390@2004",
                  *const hoThau = "03406@2008", *const binhLuToday = "03390@2025",
                  *const tamDuong = "106@2020", *const laiChau = "12@2004";
const Date then = Date::of(2025, 6, 30), today = Date::of(2026, 1, 1);

struct Said {
    double value;
    int year; ///< 0: not known
    std::vector<std::string> places;
    std::string subject = "chè";
    std::string holder = {};
    std::string code = {};
    std::string source = "S";
    Scope scope = Scope::Own;
    int from = 0;  ///< first year of a period
    int month = 0; ///< 0: the whole year
};

std::vector<Record> recordsOf(const std::vector<Said>& said, const std::string& kind = "planting",
                              const std::string& indicator = "area") {
    std::vector<Record> records;
    for (const Said& one : said) {
        Record record;
        record.id = std::to_string(records.size());
        record.kind = kind;
        record.source = one.source;
        record.subjects = {one.subject};
        record.indicator = indicator;
        record.value = one.value;
        record.unit = "ha";
        record.scope = one.scope;
        record.holder = one.holder;
        if (!one.code.empty())
            record.details.push_back({"code", one.code});
        if (one.year != 0)
            record.period = {Date::of(one.from == 0 ? one.year : one.from, 1, 1),
                             Date::of(one.year + 1, 1, 1)};
        if (one.month != 0)
            record.period = {Date::of(one.year, one.month, 1),
                             Date::of(one.year, one.month + 1, 1)};
        for (const std::string& uid : one.places) {
            records::Place place;
            place.status = geocode::Status::Matched;
            place.uid = uid;
            record.places.push_back(std::move(place));
        }
        records.push_back(std::move(record));
    }
    return records;
}

Figures joined(const std::vector<Record>& records, Date asOf = then,
               std::optional<records::YearsRule> years = {}) {
    Request request;
    request.level = Level::Commune;
    request.asOf = asOf;
    request.within = packagedGazetteer().find(laiChau);
    request.years = years;
    return join(packagedGazetteer(), records, request);
}

struct Case {
    const char* fact;
    std::vector<Said> said;
    double total;
    std::size_t leftOut = 0, mayOverlap = 0;
};

void expectFigures(const std::vector<Case>& cases, Date asOf = then) {
    for (const Case& c : cases) {
        const Figures figures = joined(recordsOf(c.said), asOf);
        EXPECT_DOUBLE_EQ(figures.total, c.total) << c.fact;
        EXPECT_EQ(figures.leftOut.size(), c.leftOut) << c.fact;
        EXPECT_EQ(figures.mayOverlap.size(), c.mayOverlap) << c.fact;
    }
}

/// Symbols for all areas.
theme::Theme areaTheme() {
    theme::Theme theme;
    theme.layers.resize(1);
    theme.layers[0].type = theme::LayerType::Symbols;
    theme.layers[0].series.resize(1);
    theme.layers[0].series[0].selection.indicators = {"area"};
    theme.asOf = then;
    return theme;
}

EvaluatedTheme evaluated(const theme::Theme& theme, const std::vector<Record>& records,
                         Language language) {
    return evaluate(theme, packagedGazetteer(), records, {}, language, {},
                    {packagedGazetteer().find(laiChau), false});
}

} // namespace

TEST(NewestYears, one_figure_of_a_thing_counts_and_the_others_are_said) {
    expectFigures({
        {"the newer year", {{10, 2022, {binhLu}}, {12, 2023, {binhLu}}}, 12, 1},
        {"however it is written",
         {{10, 2022, {binhLu}, "Chè", "HTX  A"}, {12, 2023, {binhLu}, "chè", "htx A"}},
         12,
         1},
        {"whatever the order", {{12, 2023, {binhLu}}, {10, 2022, {binhLu}}}, 12, 1},
        {"of another source, too",
         {{10, 2022, {binhLu}}, {12, 2023, {binhLu}, "chè", "", "", "T"}},
         12,
         1},
        {"each place its own newest", {{10, 2022, {binhLu}}, {12, 2023, {sonBinh}}}, 22, 0},
        {"one year of two sources stays as it is",
         {{10, 2023, {binhLu}}, {12, 2023, {binhLu}, "chè", "", "", "T"}},
         22,
         0},
        {"two seasons of the newest year",
         {{9, 2022, {binhLu}}, {10, 2023, {binhLu}}, {12, 2023, {binhLu}}},
         22,
         1},
        {"another crop", {{10, 2022, {binhLu}}, {12, 2023, {binhLu}, "lê"}}, 22, 0},
        {"another holder",
         {{10, 2022, {binhLu}, "chè", "HTX A"}, {12, 2023, {binhLu}, "chè", "HTX B"}},
         22,
         0},
        {"another code",
         {{10, 2022, {binhLu}, "chè", "", "VN-1"}, {12, 2023, {binhLu}, "chè", "", "VN-2"}},
         22,
         0},
        {"another set of places", {{10, 2022, {binhLu}}, {12, 2023, {binhLu, sonBinh}}}, 22, 0},
        {"the same set in another order",
         {{10, 2022, {sonBinh, binhLu}}, {12, 2023, {binhLu, sonBinh}}},
         12,
         1},
        {"a year that is not known is not known to be another one",
         {{10, 0, {binhLu}}, {12, 2023, {binhLu}}},
         22,
         0},
        {"a period speaks of its last year",
         {{10, 2022, {binhLu}, "chè", "", "", "S", Scope::Own, 2012}, {8, 2020, {binhLu}}},
         10,
         1},
    });
}

TEST(NewestYears, what_each_year_has_of_its_own_adds_up) {
    const std::vector<Said> said{{10, 2022, {binhLu}}, {12, 2023, {binhLu}}};
    const struct {
        const char *kind, *indicator;
        double total;
    } cases[] = {{"planting", "area", 12},
                 {"production_zone", "output", 12},
                 {"livestock", "head", 12},
                 {"aquaculture", "cages", 12},
                 {"certification", "area", 12},
                 {"certification", "certificates", 22},
                 {"generic", "area", 12},
                 {"trial", "area", 22},
                 {"model", "area", 22},
                 {"st_task", "tasks", 22},
                 {"training", "participants", 22},
                 {"title", "titles", 22},
                 {"title", "titles_protected", 12}};
    for (const auto& c : cases)
        EXPECT_DOUBLE_EQ(joined(recordsOf(said, c.kind, c.indicator)).total, c.total)
            << c.kind << ' ' << c.indicator;
    EXPECT_DOUBLE_EQ(joined(recordsOf(said), then, records::YearsRule::All).total, 22);
    EXPECT_DOUBLE_EQ(joined(recordsOf(said, "trial"), then, records::YearsRule::Newest).total, 12);
}

TEST(NewestYears, a_commune_of_today_stands_for_those_that_it_was_made_of) {
    const Figures merged = joined(recordsOf({{10, 2024, {binhLu}},
                                             {5, 2024, {sonBinh}},
                                             {3, 2024, {hoThau}},
                                             {16, 2025, {binhLuToday}}}),
                                  today);
    EXPECT_DOUBLE_EQ(merged.total, 19) << "Hồ Thầu went elsewhere";
    EXPECT_EQ(merged.leftOut.size(), 2u);
    const Figures one = joined(recordsOf({{10, 2024, {binhLu}}, {5, 2023, {sonBinh}}}), today);
    EXPECT_DOUBLE_EQ(one.total, 15) << "one of them does not stand for the other";
    const Figures both =
        joined(recordsOf({{10, 2024, {binhLu, sonBinh, town}}, {16, 2025, {binhLuToday}}}), today);
    EXPECT_DOUBLE_EQ(both.total, 16);
}

TEST(NewestYears, figures_after_the_day_of_the_map_come_after_those_before_it) {
    const std::vector<Record> records = recordsOf({{10, 2021, {binhLu}},
                                                   {12, 2022, {binhLu}},
                                                   {14, 2024, {binhLu}},
                                                   {1, 2023, {sonBinh}},
                                                   {2, 2024, {sonBinh}}});
    const Figures figures = joined(records, Date::of(2022, 4, 15));
    EXPECT_DOUBLE_EQ(figures.total, 12 + 1) << "the nearest one where all are later";
    std::map<LeftOut::Reason, int> reasons;
    for (const LeftOut& one : figures.leftOut)
        ++reasons[one.reason];
    EXPECT_EQ(reasons[LeftOut::Reason::EarlierYear], 1);
    EXPECT_EQ(reasons[LeftOut::Reason::LaterYear], 2);
    Request chosen;
    chosen.asOf = Date::of(2022, 4, 15);
    chosen.selection.period = Period{Date::of(2023, 1, 1), Date::of(2025, 1, 1)};
    EXPECT_DOUBLE_EQ(join(packagedGazetteer(), records, chosen).total, 14 + 2)
        << "chosen years come before the day of the units";
}

TEST(NewestYears, other_words_for_a_thing_make_no_second_one) {
    const auto of = [](double value, int year, const char* subject) {
        return Said{value, year, {binhLu}, subject};
    };
    expectFigures({
        {"the word for its sort", {of(10, 2022, "cây chè"), of(12, 2023, "chè")}, 12, 1},
        {"of animals", {of(10, 2022, "Đàn lợn"), of(12, 2023, "con lợn")}, 12, 1},
        {"of a variety", {of(10, 2022, "giống lúa J01"), of(12, 2023, "lúa J01")}, 12, 1},
        {"one variety is not all of them", {of(10, 2022, "lúa J01"), of(12, 2023, "lúa")}, 22},
        {"what is made for it is another thing",
         {of(10, 2022, "cây giống chè"), of(12, 2023, "chè")},
         22},
        {"what is not known stays as written", {of(10, 2022, "cây xyz"), of(12, 2023, "xyz")}, 22},
    });
    Request kinds;
    kinds.measure = records::Measure::Subjects;
    kinds.asOf = then;
    const auto records =
        recordsOf({of(10, 2022, "cây chè"), of(12, 2023, "Chè"), of(1, 2023, "lê")});
    EXPECT_DOUBLE_EQ(join(packagedGazetteer(), records, kinds).total, 2);
}

TEST(NewestYears, a_holder_who_is_not_named_is_the_only_one_that_is) {
    const auto of = [](double value, int year, const char* holder, const char* place = binhLu) {
        return Said{value, year, {place}, "chè", holder};
    };
    expectFigures({
        {"named in the first year", {of(10, 2022, "HTX A"), of(12, 2023, "")}, 12, 1},
        {"named in the last", {of(10, 2022, ""), of(12, 2023, "HTX A")}, 12, 1},
        {"elsewhere it may be another one",
         {of(10, 2022, "HTX A", sonBinh), of(12, 2023, "")},
         22,
         0},
        {"of several it may be any",
         {of(10, 2022, "HTX A"), of(11, 2022, "HTX B"), of(30, 2023, "")},
         51,
         0,
         1},
        {"in one table it is one more of them",
         {of(10, 2023, "HTX A"), of(11, 2023, "HTX B"), of(5, 2023, "")},
         26,
         0},
    });
    EXPECT_DOUBLE_EQ(
        joined(recordsOf({of(10, 2024, "HTX A"), of(16, 2025, "", binhLuToday)}), today).total, 16)
        << "also on the ground of a commune that took it in";
}

TEST(NewestYears, a_month_lies_in_its_year) {
    const auto in = [](double value, int year, int month) {
        return Said{value, year, {binhLu}, "chè", "", "", "S", Scope::Own, 0, month};
    };
    const struct {
        const char* fact;
        std::vector<Said> said;
        double area, output;
    } cases[] = {
        {"the year's figure counts", {in(10, 2023, 6), in(12, 2023, 0)}, 12, 12},
        {"what stands is that of the last month", {in(10, 2023, 4), in(12, 2023, 10)}, 12, 22},
        {"of a year before nothing counts",
         {in(12, 2022, 0), in(10, 2023, 4), in(11, 2023, 10)},
         11,
         21},
        {"two figures of a month", {in(10, 2023, 6), in(12, 2023, 6)}, 22, 22},
    };
    for (const auto& c : cases) {
        EXPECT_DOUBLE_EQ(joined(recordsOf(c.said)).total, c.area) << c.fact;
        EXPECT_DOUBLE_EQ(joined(recordsOf(c.said, "production_zone", "output")).total, c.output)
            << c.fact;
    }
    const Figures figures = joined(recordsOf(cases[0].said));
    ASSERT_EQ(figures.leftOut.size(), 1u);
    EXPECT_EQ(figures.leftOut[0].reason, LeftOut::Reason::WithinYear);
    EXPECT_DOUBLE_EQ(joined(recordsOf(cases[0].said, "trial")).total, 22)
        << "each trial is one of its own";
}

TEST(NewestYears, the_same_ground_counts_once_whatever_unit_it_is_of) {
    const Date before = Date::of(2024, 12, 31);
    const struct {
        const char* fact;
        std::vector<Said> said;
        double then, today;
    } cases[] = {
        {"the commune that took it in", {{10, 2024, {binhLu}}, {16, 2026, {binhLuToday}}}, 10, 16},
        {"nothing else is known", {{3, 2024, {hoThau}}, {16, 2026, {binhLuToday}}}, 19, 19},
        {"together with others",
         {{10, 2024, {binhLu, sonBinh}}, {16, 2026, {binhLuToday}}},
         10,
         16},
        {"the old district knows more than one of its communes",
         {{100, 2024, {tamDuong}}, {16, 2026, {binhLuToday}}},
         100,
         116},
        {"another thing", {{10, 2024, {binhLu}, "lê"}, {16, 2026, {binhLuToday}}}, 26, 26},
    };
    for (const auto& c : cases) {
        EXPECT_DOUBLE_EQ(joined(recordsOf(c.said), before).total, c.then) << c.fact;
        EXPECT_DOUBLE_EQ(joined(recordsOf(c.said), today).total, c.today) << c.fact;
    }
    EXPECT_EQ(joined(recordsOf(cases[3].said), today).mayOverlap.size(), 1u) << "and that is said";
}

TEST(NewestYears, parts_belong_to_the_total_of_their_year) {
    const auto total = [](double value, int year, int from = 0) {
        return Said{value, year, {tamDuong}, "chè", "", "", "S", Scope::Aggregate, from};
    };
    const auto part = [](double value, int year, const char* place) {
        return Said{value, year, {place}, "chè", "", "", "S", Scope::Part};
    };
    expectFigures({
        {"both years whole",
         {total(22, 2022), part(10, 2022, binhLu), part(12, 2022, sonBinh), total(24, 2023),
          part(11, 2023, binhLu), part(13, 2023, sonBinh)},
         24,
         3},
        {"an old part beside a newer total is in its rest",
         {total(22, 2022), part(10, 2022, binhLu), part(12, 2022, sonBinh), total(24, 2023),
          part(11, 2023, binhLu)},
         24,
         3},
        {"newer parts beside an old total leave no false rest",
         {total(22, 2022), part(10, 2022, binhLu), part(12, 2022, sonBinh), part(8, 2023, binhLu)},
         20,
         1},
        {"a total of ten years holds the parts of each",
         {total(100, 2022, 2012), part(30, 2015, binhLu), part(70, 2018, sonBinh)},
         100},
    });
}

TEST(NewestYears, less_than_nothing_is_in_no_sum) {
    const Figures areas = joined(recordsOf({{10, 2022, {binhLu}}, {-4, 2023, {binhLu}}}));
    EXPECT_DOUBLE_EQ(areas.total, 10) << "nor does it stand for the figure of an earlier year";
    ASSERT_EQ(areas.leftOut.size(), 1u);
    EXPECT_EQ(areas.leftOut[0].reason, LeftOut::Reason::BelowZero);
    EXPECT_DOUBLE_EQ(joined(recordsOf({{10, 2023, {binhLu}}, {-4, 2023, {sonBinh}}},
                                      "production_zone", "output_increase"))
                         .total,
                     6)
        << "a decrease is one";
}

TEST(NewestYears, maps_and_tables_say_what_is_not_added) {
    const std::vector<Record> records = recordsOf(
        {{10, 2022, {binhLu}}, {12, 2023, {binhLu}}, {5, 2022, {sonBinh}}, {-1, 2022, {hoThau}}});
    const EvaluatedTheme shown = evaluated(areaTheme(), records, Language::Vietnamese);
    const PageWords words(shown, packagedGazetteer());
    EXPECT_TRUE(words.subtitle().ends_with(", số liệu mới nhất của từng nơi, 2022–2023"))
        << words.subtitle();
    EXPECT_EQ(words.leftOut(), "1 số liệu của năm trước không cộng; 1 số liệu âm không cộng");
    const Table table = figureTable(shown, packagedGazetteer(), records, {});
    EXPECT_EQ(std::get<std::string>(table.rows.back().back()), words.leftOut());
}

TEST(NewestYears, years_that_are_added_and_doubtful_figures_are_said) {
    theme::Theme theme = areaTheme();
    std::vector<Record> records = recordsOf({{10, 2022, {binhLu}}, {12, 2023, {binhLu}}});
    const auto said = [&](Language language) {
        return PageWords(evaluated(theme, records, language), packagedGazetteer()).leftOut();
    };
    EXPECT_EQ(said(Language::English), "1 figure of earlier years not added");
    theme.layers[0].series[0].years = records::YearsRule::All;
    EXPECT_EQ(said(Language::Vietnamese), "số liệu của nhiều năm được cộng lại với nhau");
    EXPECT_EQ(said(Language::English), "figures of several years are added up");
    theme.layers[0].series[0].years = records::YearsRule::Newest;
    records[1].details.push_back({std::string(records::doubtField), "? / ?"});
    EXPECT_EQ(said(Language::Vietnamese),
              "1 số liệu của năm trước không cộng; 1 số liệu còn nghi vấn, vẫn được tính");
    records[0].details.swap(records[1].details);
    EXPECT_EQ(said(Language::English), "1 figure of earlier years not added")
        << "what does not count is not said to";
}

TEST(NewestYears, figures_one_level_up_are_the_same_with_what_was_worked_out_before) {
    const records::CompactRecords records(recordsOf({{10, 2022, {binhLu}},
                                                     {12, 2023, {binhLu}},
                                                     {5, 2022, {sonBinh}},
                                                     {-1, 2022, {hoThau}},
                                                     {100, 2024, {tamDuong}, "lê"},
                                                     {16, 2025, {binhLuToday}, "lê"}}));
    CountedMemory memory;
    for (const Level level : {Level::Commune, Level::Province, Level::Commune})
        for (const records::Measure measure : {records::Measure::Sum, records::Measure::Count}) {
            Request request;
            request.level = level;
            request.measure = measure;
            request.asOf = then;
            const Figures with = join(packagedGazetteer(), records, request, &memory);
            const Figures without = join(packagedGazetteer(), records, request);
            EXPECT_EQ(with.total, without.total);
            EXPECT_EQ(with.leftOut.size(), without.leftOut.size());
            EXPECT_EQ(with.mayOverlap, without.mayOverlap);
            EXPECT_EQ(with.mayOverlap, std::vector<std::size_t>{4});
            ASSERT_EQ(with.cells.size(), without.cells.size());
            for (const auto& [unit, cell] : without.cells) {
                EXPECT_EQ(with.cells.at(unit).value, cell.value);
                EXPECT_EQ(with.cells.at(unit).records, cell.records);
            }
        }
}

} // namespace terroir::figures::years_test
