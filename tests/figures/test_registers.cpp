// What the packaged registers (GI25, MARK26, OCOP26) and the reports both say is one thing.
#include "core/figures/join.hpp"
#include "tests/support/packaged_records.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace terroir;
using gazetteer::Level;
using terroir::testing::packagedGazetteer;
using terroir::testing::packagedRecords;

namespace {

figures::Figures subjects(const char* kind, std::vector<std::string> categories = {},
                          std::vector<std::string> sources = {}) {
    figures::Request request;
    request.selection.kinds = {kind};
    request.selection.categories = std::move(categories);
    request.selection.sources = std::move(sources);
    request.measure = records::Measure::Subjects;
    request.level = Level::Province;
    request.asOf = Date::of(2025, 12, 31);
    return figures::join(packagedGazetteer(), packagedRecords(), request);
}

/// How often the figures hold the subject, in cells and beside them.
std::size_t times(const figures::Figures& figures, const std::string& subject) {
    std::size_t count = 0;
    for (const auto& [unit, cell] : figures.cells)
        count += std::size_t(std::count(cell.subjects.begin(), cell.subjects.end(), subject));
    for (const figures::NotAttributed& left : figures.notAttributed)
        count += std::size_t(std::count(left.subjects.begin(), left.subjects.end(), subject));
    return count;
}

std::set<std::string> sourcesOf(const char* kind, const std::string& subject) {
    std::set<std::string> sources;
    for (const records::Record& record : packagedRecords())
        if (record.kind == kind && record.subjects == std::vector<std::string>{subject})
            sources.insert(record.source);
    return sources;
}

struct Pair {
    const char* kind;
    const char* subject;
    std::set<std::string> sources; ///< all that say it
};

const std::vector<Pair>& pairs() {
    static const std::vector<Pair> list{
        {"geographical_indication", "chè Shan tuyết Mộc Châu", {"GI25", "SL20"}},
        {"geographical_indication", "xoài tròn Yên Châu", {"GI25", "SL20"}},
        {"title", "miến dong Bình Lư", {"LC22", "MARK26", "TD22"}},
        {"title", "mận Sơn La", {"MARK26", "SL20"}},
        {"title", "chanh leo Sơn La", {"MARK26", "SL20"}},
        {"title", "chuối Yên Châu", {"MARK26", "SL20"}},
    };
    return list;
}

} // namespace

TEST(registers, what_a_report_says_too_is_one_subject_and_counts_once) {
    for (const Pair& pair : pairs()) {
        EXPECT_EQ(sourcesOf(pair.kind, pair.subject), pair.sources) << pair.subject;
        EXPECT_EQ(times(subjects(pair.kind), pair.subject), 1u) << pair.subject;
        for (const std::string& source : pair.sources)
            EXPECT_EQ(times(subjects(pair.kind, {}, {source}), pair.subject), 1u)
                << pair.subject << " of " << source << " alone";
    }
}

TEST(registers, no_title_is_counted_under_two_types_and_no_product_under_two_ratings) {
    const std::vector<std::string> marks{"certification_mark", "collective_mark", "trademark"};
    for (const auto& [kind, one, other] :
         {std::tuple("title", marks, std::vector<std::string>{"unstated"}),
          std::tuple("ocop", std::vector<std::string>{"3"}, std::vector<std::string>{"4", "5"}),
          std::tuple("ocop", std::vector<std::string>{"4"}, std::vector<std::string>{"5"})}) {
        const figures::Figures first = subjects(kind, one), second = subjects(kind, other);
        for (const auto& [unit, cell] : first.cells)
            for (const std::string& subject : cell.subjects)
                EXPECT_EQ(times(second, subject), 0u) << subject;
    }
}

TEST(registers, lai_chau_ginseng_is_in_reports_only) {
    EXPECT_EQ(sourcesOf("geographical_indication", "sâm Lai Châu"), std::set<std::string>{"LC22"});
    EXPECT_EQ(sourcesOf("title", "sâm Lai Châu"), std::set<std::string>{"LC24"});
    EXPECT_EQ(times(subjects("geographical_indication"), "sâm Lai Châu"), 0u)
        << "asked for, not protected";
}

TEST(registers, every_row_is_one_subject_of_its_kind) {
    const struct {
        const char *kind, *source;
        double count;
    } registers[] = {
        {"geographical_indication", "GI25", 105}, {"ocop", "OCOP26", 113}, {"title", "MARK26", 59}};
    for (const auto& one : registers)
        EXPECT_DOUBLE_EQ(subjects(one.kind, {}, {one.source}).total, one.count) << one.source;
    EXPECT_DOUBLE_EQ(subjects("geographical_indication").total, 105) << "the reports add none";
    EXPECT_DOUBLE_EQ(subjects("ocop").total, 122) << "nine of Tam Đường, in no register";
}

TEST(registers, each_indication_is_a_province_of_today_or_shared_by_two) {
    const figures::Figures figures = subjects("geographical_indication");
    ASSERT_EQ(figures.notAttributed.size(), 1u);
    EXPECT_EQ(figures.notAttributed[0].subjects,
              std::vector<std::string>{"sâm củ Ngọc Linh"}); // Kon Tum and Quảng Nam
    EXPECT_EQ(figures.notAttributed[0].reason, figures::NotAttributed::Reason::SeveralUnits);
}

TEST(registers, what_is_in_force_counts_on_the_day_and_the_rest_is_told) {
    figures::Request request;
    request.selection.kinds = {"ocop"};
    request.selection.sources = {"OCOP26"};
    request.measure = records::Measure::Count;
    request.level = Level::Province;
    request.asOf = Date::of(2025, 12, 31);
    const double all = figures::join(packagedGazetteer(), packagedRecords(), request).total;
    request.inForceOn = request.asOf;
    const figures::Figures held = figures::join(packagedGazetteer(), packagedRecords(), request);
    const auto out = std::count_if(
        held.leftOut.begin(), held.leftOut.end(), [](const figures::LeftOut& one) {
            return one.reason == figures::LeftOut::Reason::NotInForce;
        });
    EXPECT_GT(out, 0);
    EXPECT_GT(held.mayBeOut.size(), 0u) << "of some only the year is known";
    EXPECT_DOUBLE_EQ(held.total + double(out), all);
    // Asked for by how they stand, each counts once.
    request.inForceOn.reset();
    double asked = 0;
    for (const records::Force force : records::allForces()) {
        request.selection.force = records::ForceWanted{{force}, {}, request.asOf};
        asked += figures::join(packagedGazetteer(), packagedRecords(), request).total;
    }
    EXPECT_DOUBLE_EQ(asked, all);
    // A person who narrows a map to what is or may be in force sees the same, on a day of its own.
    request.selection.force.reset();
    request.selection.only.force =
        records::ForceWanted{{records::Force::InForce, records::Force::Unknown}, {}, request.asOf};
    request.asOf = Date::of(2026, 6, 30);
    EXPECT_DOUBLE_EQ(figures::join(packagedGazetteer(), packagedRecords(), request).total,
                     held.total);
}

TEST(registers, what_is_not_in_force_is_told_once_the_whole_for_its_parts) {
    std::vector<records::Record> zones(4);
    const records::Scope scopes[] = {records::Scope::Own, records::Scope::Part,
                                     records::Scope::Part, records::Scope::Part};
    for (std::size_t i = 0; i < zones.size(); ++i) {
        zones[i].id = "z" + std::to_string(i);
        zones[i].kind = "production_zone";
        zones[i].indicator = "area";
        zones[i].unit = "ha";
        zones[i].value = 10 - double(i);
        zones[i].scope = scopes[i];
        zones[i].group = i < 3 ? "vùng chè" : "vùng lúa"; // the last one's whole is not there
        zones[i].details = {{"code", "VN-LCOR-000" + std::to_string(i)}, {"expires", "31/12/2023"}};
        records::Place& place = zones[i].places.emplace_back();
        place.status = geocode::Status::Matched;
        place.uid = "03424@2004"; // xã Bản Bo
    }
    figures::Request request;
    request.selection.kinds = {"production_zone"};
    request.asOf = Date::of(2024, 12, 31);
    request.inForceOn = request.asOf;
    const figures::Figures held =
        figures::join(packagedGazetteer(), records::CompactRecords(zones), request);
    std::set<std::size_t> told;
    for (const figures::LeftOut& one : held.leftOut)
        told.insert(one.record);
    EXPECT_EQ(told, (std::set<std::size_t>{0, 3}));
    EXPECT_DOUBLE_EQ(held.total, 0);
}
