// A profile says of a unit what the tables of the themes say of it, no more and no less.
#include "core/figures/profile.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/records/record_store.hpp"
#include "core/store/database.hpp"
#include "core/theme/known_themes.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace terroir::figures {
namespace {

using gazetteer::Level;
using gazetteer::UnitIndex;

struct Case {
    const char* name;
    Level level;
    Date asOf;
    const char* within; ///< uid
};
const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"communes of Tam Đường", Level::Commune, Date::of(2022, 4, 15), "106@2020"},
        {"districts of Lai Châu", Level::District, Date::of(2022, 4, 15), "12@2004"},
        {"communes of Lai Châu before", Level::Commune, Date::of(2025, 6, 30), "12@2004"},
        {"communes of Lai Châu today", Level::Commune, Date::of(2025, 12, 31), "12@2004"},
        {"provinces", Level::Province, Date::of(2025, 12, 31), ""},
    };
    return all;
}

std::vector<theme::Theme> packagedThemes() {
    std::vector<theme::Theme> themes = theme::knownThemes().themes;
    std::erase_if(themes, [](const theme::Theme& theme) { return theme::isOwnTheme(theme.id); });
    return themes;
}

workspace::Workspace& packagedWorkspace() {
    static workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    return workspace;
}

UnitIndex unitOf(const char* uid) {
    const UnitIndex unit = packagedWorkspace().gazetteer().find(uid);
    EXPECT_TRUE(*uid == '\0' || unit != gazetteer::noUnit) << uid;
    return unit;
}

theme::Settings settingsOf(const Case& one) {
    theme::Settings settings;
    settings.level = one.level;
    settings.asOf = one.asOf;
    settings.within =
        *one.within == '\0' ? std::string(theme::Settings::country) : std::string(one.within);
    return settings;
}

std::map<std::size_t, ProfilePart> partsOf(const Profile& profile) {
    std::map<std::size_t, ProfilePart> parts;
    for (const ProfileRecord& record : profile.records)
        EXPECT_TRUE(parts.emplace(record.record, record.part).second) << "each record once";
    return parts;
}

/// The records behind a figure of the unit lie in it, and nothing else adds up to it.
void checkCell(const Cell& cell, const theme::Series& series,
               const std::map<std::size_t, ProfilePart>& parts, const std::string& of) {
    const records::CompactRecords& records = packagedWorkspace().compactRecords();
    double sum = 0;
    for (const std::size_t record : cell.records) {
        ASSERT_TRUE(parts.contains(record)) << of;
        const bool isName = series.places == records::PlaceUse::Names;
        EXPECT_TRUE(isName || parts.at(record) == ProfilePart::Here)
            << of << ' ' << records.id(record);
        sum += records[record].value.value_or(0);
    }
    if (series.measure == records::Measure::Sum) {
        EXPECT_NEAR(cell.value, sum, 1e-9) << of;
    }
}

/// What the unit has together with others, or a larger one has, stands in its profile, too.
void checkShared(const Figures& figures, UnitIndex unit,
                 const std::map<std::size_t, ProfilePart>& parts, const std::string& of) {
    for (const NotAttributed& entry : figures.notAttributed) {
        const bool concerns =
            std::find(entry.places.begin(), entry.places.end(), unit) != entry.places.end();
        for (const std::size_t record : entry.records)
            EXPECT_TRUE(!concerns || parts.contains(record)) << of << " shared";
    }
}

void checkTheme(const theme::Theme& theme, const Case& one, const Profiles& profiles) {
    const gazetteer::Gazetteer& gazetteer = packagedWorkspace().gazetteer();
    const EvaluatedTheme evaluated =
        figuresOf(theme, settingsOf(one), packagedWorkspace(), Language::English);
    for (const UnitIndex unit : profiles.units()) {
        const std::string of =
            fmt::format("{}, {}, {}", one.name, theme.id, gazetteer.unit(unit).uid);
        const Profile profile = profiles.of(unit);
        const auto parts = partsOf(profile);
        std::vector<double> told, expected;
        for (const ProfileTotal& total : profile.totals)
            if (total.theme == theme.id)
                told.push_back(total.value);
        for (const EvaluatedLayer& layer : evaluated.layers)
            for (std::size_t i = 0; i < layer.series.size(); ++i) {
                if (const auto cell = layer.series[i].cells.find(unit);
                    cell != layer.series[i].cells.end()) {
                    expected.push_back(cell->second.value);
                    checkCell(cell->second, layer.layer->series[i], parts, of);
                }
                if (layer.layer->series[i].places == records::PlaceUse::Locations)
                    checkShared(layer.series[i], unit, parts, of);
            }
        EXPECT_EQ(told, expected) << of;
    }
}

TEST(profile, its_totals_are_those_of_the_tables_and_its_records_add_up_to_them) {
    const std::vector<theme::Theme> themes = packagedThemes();
    ASSERT_GT(themes.size(), 10u);
    for (const Case& one : cases()) {
        const Profiles profiles(packagedWorkspace(), themes,
                                {one.level, one.asOf, unitOf(one.within)});
        EXPECT_TRUE(profiles.problems().empty());
        ASSERT_FALSE(profiles.units().empty()) << one.name;
        for (const theme::Theme& theme : themes)
            if (!theme.overview)
                checkTheme(theme, one, profiles);
        for (const UnitIndex unit : profiles.units())
            for (const ProfileTotal& total : profiles.of(unit).totals)
                EXPECT_FALSE(theme::findTheme(themes, total.theme).overview)
                    << total.theme << " is counted by another theme";
    }
}

TEST(profile, a_record_lies_in_one_unit_and_is_shared_or_of_a_larger_one_else) {
    for (const Case& one : cases()) {
        const Profiles profiles(packagedWorkspace(), {}, {one.level, one.asOf, unitOf(one.within)});
        std::map<std::size_t, std::size_t> here, shared;
        for (const UnitIndex unit : profiles.units())
            for (const ProfileRecord& record : profiles.of(unit).records) {
                here[record.record] += record.part == ProfilePart::Here ? 1 : 0;
                shared[record.record] += record.part == ProfilePart::Shared ? 1 : 0;
                const bool isOfOthers =
                    record.part == ProfilePart::Shared || record.part == ProfilePart::Larger;
                EXPECT_TRUE(isOfOthers ? !record.others.empty()
                                       : record.part == ProfilePart::Name || record.others.empty())
                    << one.name;
            }
        for (const auto& [record, units] : here) {
            EXPECT_LE(units, 1u) << one.name;
            EXPECT_FALSE(units > 0 && shared[record] > 0) << one.name;
        }
    }
}

/// The cells of the one row with this id.
std::map<std::string, std::string> rowOf(const Table& table, const std::string& id) {
    std::map<std::string, std::string> row;
    for (const std::vector<Value>& cells : table.rows) {
        std::map<std::string, std::string> one;
        for (std::size_t i = 0; i < cells.size(); ++i)
            one[table.columns[i].name] = textOf(cells[i]);
        if (one["id"] == id)
            row = one;
    }
    return row;
}

Table tableOf(const char* uid, Date asOf, Language language) {
    const UnitIndex unit = unitOf(uid);
    const gazetteer::Gazetteer& gazetteer = packagedWorkspace().gazetteer();
    const Profiles profiles(
        packagedWorkspace(), packagedThemes(),
        {gazetteer.unit(unit).level, asOf, gazetteer.ancestorAt(unit, Level::Province, asOf)});
    return profileTable(profiles.of(unit), profiles, packagedWorkspace(), language);
}

TEST(profile, a_field_of_three_communes_stands_with_each_as_shared_with_the_other_two) {
    const Date day = Date::of(2022, 4, 15);
    std::size_t communes = 0;
    for (const UnitIndex unit : gazetteer::unitsWithin(packagedWorkspace().gazetteer(),
                                                       unitOf("106@2020"), Level::Commune, day)) {
        const std::string& uid = packagedWorkspace().gazetteer().unit(unit).uid;
        auto row = rowOf(tableOf(uid.c_str(), day, Language::Vietnamese), "TD22-170");
        if (row.empty())
            continue;
        ++communes;
        EXPECT_EQ(row["row"], "shared") << uid;
        EXPECT_EQ(row["value"], "2.28");
        EXPECT_EQ(std::count(row["units"].begin(), row["units"].end(), ';'), 1) << row["units"];
        EXPECT_EQ(row["document"], "24-BC/HU");
        EXPECT_FALSE(row["line"].empty());
    }
    EXPECT_EQ(communes, 3u);
}

TEST(profile, a_commune_of_today_tells_its_old_names_and_a_former_one_what_became_of_it) {
    const Table today = tableOf("03390@2025", Date::of(2025, 12, 31), Language::Vietnamese);
    EXPECT_EQ(rowOf(today, "03413@2007")["row"], "before");
    EXPECT_EQ(rowOf(today, "03413@2007")["subject"], "xã Sơn Bình, huyện Tam Đường, tỉnh Lai Châu");
    const Table former = tableOf("03413@2007", Date::of(2025, 6, 30), Language::English);
    EXPECT_EQ(rowOf(former, "03390@2025")["row"], "after");
    EXPECT_EQ(rowOf(former, "03413@2007")["valid_until"], "2025-06-30");
}

TEST(profile, stars_have_their_last_day_and_a_mark_with_the_place_in_its_name_is_no_location) {
    const Table table = tableOf("03390@2025", Date::of(2025, 12, 31), Language::Vietnamese);
    bool anyStar = false, anyName = false;
    for (const std::vector<Value>& cells : table.rows) {
        auto row = rowOf(table, textOf(cells[21]));
        if (row["kind"] == "ocop" && row["row"] == "here") {
            anyStar = true;
            EXPECT_EQ(row["valid_until"], "/2025-04-15");
            EXPECT_EQ(row["in_force"], "ended");
        }
        if (row["row"] == "name") {
            anyName = true;
            // TD22-074: "Miến dong Bình Lư", of which the report says the district alone.
            EXPECT_TRUE(row["kind"] == "title" || row["kind"] == "organisation" ||
                        row["id"] == "TD22-074")
                << row["id"];
        }
    }
    EXPECT_TRUE(anyStar);
    EXPECT_TRUE(anyName);
}

TEST(profile, what_a_report_says_of_the_whole_district_is_of_a_larger_unit_for_its_communes) {
    const Date day = Date::of(2022, 4, 15);
    const Profiles profiles(packagedWorkspace(), {}, {Level::Commune, day, unitOf("12@2004")});
    const records::CompactRecords& records = packagedWorkspace().compactRecords();
    std::size_t larger = 0;
    for (const ProfileRecord& record : profiles.of(unitOf("03390@2004")).records) {
        if (record.part != ProfilePart::Larger)
            continue;
        ++larger;
        ASSERT_EQ(record.others.size(), 1u) << records.id(record.record);
        EXPECT_LT(packagedWorkspace().gazetteer().unit(record.others[0]).level, Level::Commune);
    }
    EXPECT_GT(larger, 100u);
}

TEST(profile, a_theme_that_cannot_be_added_up_is_told_and_the_others_stay) {
    std::vector<theme::Theme> themes = packagedThemes();
    const auto plantings = std::find_if(themes.begin(), themes.end(), [](const theme::Theme& one) {
        return one.id == "plantings";
    });
    ASSERT_NE(plantings, themes.end());
    plantings->layers[0].series[0].selection.indicators.clear(); // hectares and households
    const Profiles profiles(packagedWorkspace(), themes,
                            {Level::Commune, Date::of(2022, 4, 15), unitOf("12@2004")});
    ASSERT_EQ(profiles.problems().size(), 1u);
    EXPECT_NE(profiles.problems()[0].en.find("plantings"), std::string::npos);
    EXPECT_FALSE(profiles.of(unitOf("03390@2004")).totals.empty());
}

/// The packaged records and these: of a former province, and of a commune that nobody knows.
class ProfileOfLarger : public ::testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy_file(workspace::packagedFile(), m_file);
        workspace::Workspace workspace(m_file, store::Mode::ReadWrite);
        store::Transaction transaction(workspace.file().database());
        records::Source source;
        source.id = source.title = "larger";
        records::insertSource(workspace.file(), source);
        records::Place yenBai, unknown;
        yenBai.text = "tỉnh Yên Bái";
        yenBai.status = geocode::Status::Matched;
        yenBai.uid = "15@2004";
        unknown.text = "xã Không Có";
        unknown.reasons = "in:106@2020"; // huyện Tam Đường
        records::insertRecords(workspace.file(),
                               {recordOf("R-former", yenBai), recordOf("R-unknown", unknown)});
        transaction.commit();
    }

    static records::Record recordOf(const char* id, const records::Place& place) {
        records::Record record;
        record.id = id;
        record.kind = "model";
        record.subjects = {"quế"};
        record.source = "larger";
        record.places = {place};
        return record;
    }

    /// How the unit has the record: "larger: 15@2004"; empty where it has not.
    std::string toldOf(const char* id, const char* uid, Date asOf) {
        const gazetteer::Gazetteer& gazetteer = m_workspace->gazetteer();
        const UnitIndex unit = gazetteer.find(uid);
        const Profiles profiles(
            *m_workspace, {},
            {gazetteer.unit(unit).level, asOf, gazetteer.ancestorAt(unit, Level::Province, asOf)});
        const Profile profile = profiles.of(unit);
        return textOf(profile.records, id);
    }
    std::string textOf(std::span<const ProfileRecord> records, const char* id) {
        std::string text;
        for (const ProfileRecord& record : records)
            if (m_workspace->compactRecords().id(record.record) == id) {
                text += text.empty() ? "" : " + ";
                text += toString(record.part);
                for (const UnitIndex other : record.others)
                    text += ": " + m_workspace->gazetteer().unit(other).uid;
            }
        return text;
    }

    testing::TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "w.sqlite";
    std::optional<workspace::Workspace> m_workspace;
};

const Date reportDay = Date::of(2022, 4, 15), sinceReform = Date::of(2025, 12, 31);

TEST_F(ProfileOfLarger,
       what_is_known_of_a_former_province_is_not_told_of_communes_that_never_lay_in_it) {
    m_workspace.emplace(m_file, store::Mode::ReadOnly);
    EXPECT_EQ(toldOf("R-former", "04606@2025", sinceReform), "larger: 15@2004") << "Trạm Tấu";
    EXPECT_EQ(toldOf("R-former", "02839@2025", sinceReform), "") << "Bắc Hà was in Lào Cai";
    EXPECT_EQ(toldOf("R-former", "04600@2004", reportDay), "larger: 15@2004") << "of its own day";
    EXPECT_EQ(toldOf("R-former", "15@2025", sinceReform), "here") << "Lào Cai, made of both";
}

TEST_F(ProfileOfLarger, a_commune_that_nobody_knows_is_somewhere_in_its_district) {
    m_workspace.emplace(m_file, store::Mode::ReadOnly);
    EXPECT_EQ(toldOf("R-unknown", "106@2020", reportDay), "unclear");
    EXPECT_EQ(toldOf("R-unknown", "03390@2004", reportDay), "larger: 106@2020") << "Bình Lư";
    EXPECT_EQ(toldOf("R-unknown", "03390@2025", sinceReform), "larger: 106@2020") << "ended";
    EXPECT_EQ(toldOf("R-unknown", "03445@2025", sinceReform), "") << "Mường Tè lies elsewhere";
    const Profiles profiles(*m_workspace, {},
                            {Level::Commune, reportDay, m_workspace->gazetteer().find("12@2004")});
    EXPECT_EQ(textOf(profiles.ofLarger(m_workspace->gazetteer().find("106@2020")), "R-unknown"),
              "unclear");
}

} // namespace
} // namespace terroir::figures
