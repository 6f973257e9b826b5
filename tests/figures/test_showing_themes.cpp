#include "core/figures/showing_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace terroir::figures {
namespace {

const std::vector<theme::Theme>& packagedThemes() {
    static const std::vector<theme::Theme> themes =
        theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR "/styles")});
    return themes;
}

struct Case {
    std::string what;
    std::string kind, indicator;
    std::optional<double> value;
    std::string unit; ///< of the place, as a person names it
    records::PlaceRole role;
    std::string command;
    std::string subject = "chè";
};

TEST(ShowingThemes, new_records_are_seen_with_commands_that_draw_their_own_area) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    using enum records::PlaceRole;
    const std::vector<Case> cases = {
        {"hectares of crops fit the theme of crops alone: no theme of tea shows them",
         "production_zone", "area", 12, "xã Hát Lót, huyện Mai Sơn, tỉnh Sơn La", Location,
         "terroir map crop-areas -o crop-areas.png"},
        {"the theme's own area holds them", "planting", "area", 3, "xã Bản Bo, huyện Tam Đường",
         Location, "terroir map plantings -o plantings.png"},
        {"the theme's own area does not", "planting", "area", 3,
         "xã Hát Lót, huyện Mai Sơn, tỉnh Sơn La", Location,
         "terroir map plantings --within \"tỉnh Sơn La\" -o plantings.png"},
        {"one command for themes of one area", "trial", "area", 2, "xã Bản Bo, huyện Tam Đường",
         Location, "terroir map models trial-area -o maps/"},
        {"an area without a number is in no sum", "planting", "area", {},
         "xã Bản Bo, huyện Tam Đường", Location, ""},
        {"heads of animals, whatever word stands before their name", "livestock", "head", 40,
         "xã Hát Lót, huyện Mai Sơn, tỉnh Sơn La", Location, "terroir map herds -o herds.png",
         "Đàn bò"},
        {"a part of a herd is in no sum", "livestock", "head", 40,
         "xã Hát Lót, huyện Mai Sơn, tỉnh Sơn La", Location, "", "Lợn nái"},
        {"output has no theme", "production_zone", "output", 5, "xã Bản Bo, huyện Tam Đường",
         Location, ""},
        {"a place in a name is no location", "planting", "area", 3, "xã Bản Bo, huyện Tam Đường",
         NameComponent, ""},
    };
    for (const Case& each : cases) {
        const gazetteer::UnitIndex unit =
            workspace.findUnit(each.unit, Date::of(2022, 4, 15), "test");
        records::Record record;
        record.kind = each.kind;
        record.indicator = each.indicator;
        record.value = each.value;
        record.subjects = {each.subject};
        records::Place& place = record.places.emplace_back();
        place.role = each.role;
        place.text = each.unit;
        place.status = geocode::Status::Matched;
        place.uid = workspace.gazetteer().unit(unit).uid;
        ShowingThemes showing(packagedThemes());
        EXPECT_FALSE(showing.hasRecords());
        showing.add(std::span(&record, 1));
        EXPECT_TRUE(showing.hasRecords());
        const std::string said = showing.inCommands(workspace).en;
        if (each.command.empty())
            EXPECT_TRUE(said.starts_with("No theme shows these records yet")) << each.what << said;
        else
            EXPECT_EQ(said, "See them with: " + each.command) << each.what;
    }
}

TEST(ShowingThemes, records_of_one_province_are_drawn_within_it_on_a_day_on_which_it_is_one) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    struct Places {
        std::vector<const char*> units;
        const char* day;
        const char* command;
    };
    const std::vector<Places> cases = {
        {{"xã Mỹ Hiệp, tỉnh Đồng Tháp", "xã Chợ Gạo, tỉnh Đồng Tháp"},
         "2026-01-01", // Tiền Giang until 30/6/2025
         "terroir map plantings --within \"tỉnh Đồng Tháp\" --as-of 2025-07-01 -o plantings.png"},
        {{"xã Hòa Vang, thành phố Đà Nẵng", "xã Trà Linh, thành phố Đà Nẵng"},
         "2026-01-01",
         "terroir map plantings --within \"thành phố Đà Nẵng\" --as-of 2025-07-01 -o "
         "plantings.png"},
        {{"xã Mỹ Xương, huyện Cao Lãnh, tỉnh Đồng Tháp"},
         "2024-12-31",
         "terroir map plantings --within \"tỉnh Đồng Tháp\" -o plantings.png"},
        {{"xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu",
          "xã Mường So, huyện Phong Thổ, tỉnh Lai Châu"},
         "2022-04-15", // the theme's own district holds one of them only
         "terroir map plantings --within \"tỉnh Lai Châu\" -o plantings.png"},
        {{"xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu",
          "xã Mỹ Xương, huyện Cao Lãnh, tỉnh Đồng Tháp"},
         "2022-04-15",
         "terroir map plantings --within \"all\" -o plantings.png"},
    };
    for (const Places& each : cases) {
        std::vector<records::Record> planted;
        for (const char* text : each.units) {
            records::Record& record = planted.emplace_back();
            record.kind = "planting";
            record.indicator = "area";
            record.value = 3;
            record.subjects = {"chè"};
            records::Place& place = record.places.emplace_back();
            place.role = records::PlaceRole::Location;
            place.status = geocode::Status::Matched;
            place.uid = workspace.gazetteer()
                            .unit(workspace.findUnit(text, *parseDate(each.day), "test"))
                            .uid;
        }
        ShowingThemes showing(packagedThemes());
        showing.add(planted);
        EXPECT_EQ(showing.inCommands(workspace).en, std::string("See them with: ") + each.command);
    }
}

TEST(ShowingThemes, animals_that_are_on_no_map_are_said_beside_those_that_are) {
    std::vector<records::Record> herd(4);
    const char* subjects[] = {"Bò", "Bò sữa", "Bò sữa", "Lợn nái"};
    for (std::size_t i = 0; i < herd.size(); ++i) {
        herd[i].kind = "livestock";
        herd[i].indicator = "head";
        herd[i].value = 40;
        herd[i].subjects = {subjects[i]};
        herd[i].places.emplace_back().text = "xã Bản Bo";
    }
    ShowingThemes showing(packagedThemes());
    showing.add(herd);
    EXPECT_EQ(showing.inTitles().vi, "Xem ở chủ đề 'Đàn trâu, bò, lợn, dê'. Không có trên chủ đề "
                                     "nào: Bò sữa, Lợn nái (3 bản ghi).");
    herd[2].scope = records::Scope::Repeat; // says again what another says
    ShowingThemes once(packagedThemes());
    once.add(herd);
    EXPECT_NE(once.inTitles().en.find(" On no theme: Bò sữa, Lợn nái (2 records)."),
              std::string::npos);
    // A part is on the map within its whole; of what is planned only what was done is looked for.
    herd[1].scope = records::Scope::Part;
    herd[3].state = records::State::Planned;
    ShowingThemes none(packagedThemes());
    none.add(herd);
    EXPECT_EQ(none.inTitles().vi, "Xem ở chủ đề 'Đàn trâu, bò, lợn, dê', 'Việc trong kế hoạch và "
                                  "được đề xuất'.");
}

TEST(ShowingThemes, windows_name_the_titles_or_what_a_theme_of_ones_own_needs) {
    records::Record record;
    record.kind = "production_zone";
    record.indicator = "area";
    record.value = 3;
    record.places.emplace_back().text = "xã Bản Bo";
    ShowingThemes showing(packagedThemes());
    showing.add(std::span(&record, 1));
    EXPECT_EQ(showing.inTitles().vi, "Xem ở chủ đề 'Diện tích cây trồng'.");
    EXPECT_EQ(showing.inTitles().en, "Shown by the theme 'Areas of crops'.");
    record.indicator = "output";
    ShowingThemes none(packagedThemes());
    none.add(std::span(&record, 1));
    EXPECT_NE(none.inTitles().vi.find(
                  R"(ghi "kinds": ["production_zone"], "indicators": ["output"] vào "selection")"),
              std::string::npos)
        << none.inTitles().vi;
    record.state = records::State::Withdrawn;
    record.indicator = "area";
    ShowingThemes withdrawn(packagedThemes());
    withdrawn.add(std::span(&record, 1));
    EXPECT_NE(withdrawn.inTitles().vi.find(R"("states": ["withdrawn"])"), std::string::npos)
        << withdrawn.inTitles().vi;
    record.state = records::State::Planned;
    ShowingThemes planned(packagedThemes());
    planned.add(std::span(&record, 1));
    EXPECT_EQ(planned.inTitles().vi, "Xem ở chủ đề 'Việc trong kế hoạch và được đề xuất'.");
}

} // namespace
} // namespace terroir::figures
