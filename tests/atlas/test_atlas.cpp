// The sheets of an atlas: what is on them, where it leads, and that nothing lies over another.
#include "core/text/vietnamese.hpp"
#include "tests/atlas/atlas_fixture.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace terroir::atlas {
namespace {

using gazetteer::Level;
using testing::boxOf;
using testing::PackagedAtlas;
using testing::textsOf;

const Date reportDay = Date::of(2022, 4, 15), today = Date::of(2025, 12, 31);
const char* const tamDuong = "huyện Tam Đường, tỉnh Lai Châu";

std::vector<Sheet> sheetsOf(Atlas& atlas) {
    std::vector<Sheet> sheets;
    for (std::size_t i = 0; i < atlas.size(); ++i)
        sheets.push_back(atlas.sheet(i));
    return sheets;
}

bool hasText(const Sheet& sheet, std::string_view words, std::string_view group = {}) {
    const auto texts = textsOf(sheet.scene, group);
    return std::any_of(texts.begin(), texts.end(), [&](const map::TextItem& text) {
        return text.text.find(words) != std::string::npos;
    });
}

/// The sheet with that bookmark; the last one for none.
std::size_t sheetOf(const std::vector<Sheet>& sheets, std::string_view bookmark) {
    const auto found = std::find_if(sheets.begin(), sheets.end(),
                                    [&](const Sheet& sheet) { return sheet.bookmark == bookmark; });
    EXPECT_NE(found, sheets.end()) << bookmark;
    return std::min(std::size_t(found - sheets.begin()), sheets.size() - 1);
}

/// Texts outside of the map neither leave the page nor lie over another.
void expectApart(const Sheet& sheet, const map::Page& page, std::size_t number) {
    std::vector<std::pair<geometry::Box, std::string>> boxes;
    for (const char* const group : {"pageframe", "title", "figures", "facts", "legend", "chart",
                                    "table", "contents", "pagenumbers", "projection", "grid"})
        for (const map::TextItem& text : textsOf(sheet.scene, group))
            boxes.emplace_back(boxOf(text), text.text);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const geometry::Box& box = boxes[i].first;
        EXPECT_TRUE(map::holds({0, 0, page.widthMm, page.heightMm}, box))
            << number << ": " << boxes[i].second;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(map::overlaps(box, boxes[j].first))
                << number << ": " << boxes[i].second << " / " << boxes[j].second;
    }
}

TEST(atlas, nothing_lies_over_another_on_any_sheet_of_any_paper) {
    struct Case {
        std::vector<std::string> themes;
        Level level;
        const char* within;
        Date asOf;
        map::Page page;
    };
    for (const Case& one :
         {Case{{"models", "livestock"}, Level::Commune, tamDuong, reportDay, {297, 210, {}}},
          Case{{"plantings"}, Level::Commune, "tỉnh Lai Châu", today, {210, 297, {}}},
          Case{{"titles"}, Level::District, "tỉnh Lai Châu", reportDay, {420, 297, {}}}}) {
        PackagedAtlas made(one.themes, one.level, one.within, one.asOf, {}, one.page);
        for (std::size_t i = 0; i < made.atlas->size(); ++i)
            expectApart(made.atlas->sheet(i), made.page, i + 1);
    }
}

TEST(atlas, the_map_of_contents_and_the_list_lead_to_the_sheet_of_each_unit_and_it_leads_back) {
    PackagedAtlas made({"models"}, Level::Commune, tamDuong, reportDay);
    const std::vector<Sheet> sheets = sheetsOf(*made.atlas);
    std::set<std::size_t> fromMap, fromList;
    for (const Link& link : sheets[0].links) {
        fromMap.insert(link.sheet);
        const auto numbers = textsOf(sheets[0].scene, "pagenumbers");
        EXPECT_TRUE(std::any_of(numbers.begin(), numbers.end(), [&](const map::TextItem& number) {
            return map::holds(link.mm, boxOf(number)) &&
                   number.text == std::to_string(link.sheet + 1);
        })) << link.sheet;
    }
    EXPECT_EQ(fromMap.size(), made.atlas->unitsShown());
    for (const Link& link : sheets[1].links)
        fromList.insert(link.sheet);
    for (const std::size_t sheet : fromMap) {
        EXPECT_TRUE(fromList.contains(sheet)) << sheet;
        EXPECT_FALSE(sheets.at(sheet).bookmark.empty());
        EXPECT_FALSE(sheets.at(sheet).scene.grounds.empty()) << "a map";
        EXPECT_TRUE(std::any_of(sheets.at(sheet).links.begin(), sheets.at(sheet).links.end(),
                                [](const Link& link) { return link.sheet == 0; }));
    }
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        EXPECT_TRUE(hasText(
            sheets[i], std::to_string(i + 1) + " / " + std::to_string(sheets.size()), "pageframe"));
        for (const Link& link : sheets[i].links)
            EXPECT_LT(link.sheet, sheets.size());
    }
}

TEST(atlas, a_unit_without_anything_is_on_one_list_and_has_a_sheet_only_when_asked) {
    PackagedAtlas made({"models"}, Level::Commune, tamDuong, reportDay);
    EXPECT_EQ(made.atlas->unitsShown(), 11u);
    EXPECT_EQ(made.atlas->unitsListed(), 2u);
    const std::vector<Sheet> sheets = sheetsOf(*made.atlas);
    const Sheet& list = sheets[sheetOf(sheets, "Chưa có số liệu riêng: 2 xã")];
    for (const char* const name : {"Xã Nùng Nàng", "Xã Tả Lèng"}) {
        EXPECT_TRUE(hasText(list, name, "table")) << name;
        EXPECT_TRUE(std::none_of(sheets.begin(), sheets.end(),
                                 [&](const Sheet& sheet) { return sheet.bookmark == name; }));
    }
    PackagedAtlas all({"models"}, Level::Commune, tamDuong, reportDay, {{}, {}, true});
    EXPECT_EQ(all.atlas->unitsShown(), 13u);
    EXPECT_EQ(all.atlas->unitsListed(), 0u);
    const std::vector<Sheet> allSheets = sheetsOf(*all.atlas);
    EXPECT_TRUE(hasText(allSheets[sheetOf(allSheets, "Xã Nùng Nàng")], "Chưa có số liệu nào"));
}

TEST(atlas, a_sheet_has_the_figures_of_the_unit_its_facts_and_a_chart_with_legend_and_source) {
    PackagedAtlas made({"models"}, Level::Commune, tamDuong, reportDay);
    const std::vector<Sheet> sheets = sheetsOf(*made.atlas);
    const Sheet& sheet = sheets[sheetOf(sheets, "Thị trấn Tam Đường")];
    for (const char* const words :
         {"Mô hình: 2 mô hình", "Khảo nghiệm: 6 khảo nghiệm", "Trâu, bò trên 15 con: 2 cơ sở"})
        EXPECT_TRUE(hasText(sheet, words, "figures")) << words;
    EXPECT_TRUE(hasText(sheet, "Trở thành xã Bình Lư (1/7/2025)", "facts"));
    EXPECT_TRUE(hasText(sheet, "Mô hình và khảo nghiệm", "chart"));
    EXPECT_TRUE(hasText(sheet, "Khảo nghiệm", "chart"));
    EXPECT_TRUE(hasText(sheet, "Nguồn: ", "chart"));
    EXPECT_TRUE(hasText(sheet, "15/4/2022", "pageframe"));
}

constexpr double noteColumnMm = 228; ///< of a profile on A4

TEST(atlas, each_record_stands_once_with_its_units_and_once_with_each_larger_unit_that_it_names) {
    PackagedAtlas made({"models"}, Level::Commune, "tỉnh Lai Châu", today);
    std::map<std::string, std::size_t> rows;
    for (std::size_t i = 0; i < made.atlas->size(); ++i)
        for (const map::TextItem& text : textsOf(made.atlas->sheet(i).scene, "table")) {
            if (text.at.x > noteColumnMm) // notes name others' ids, too
                continue;
            const std::size_t sign = text.text.rfind("· ");
            const std::string id =
                sign == std::string::npos ? text.text : text.text.substr(sign + 3);
            if (id.size() == 8 && (id.starts_with("TD22-") || id.starts_with("LC2")))
                ++rows[id];
        }
    const records::CompactRecords& records = made.workspace.compactRecords();
    std::map<std::string, std::size_t> expected;
    std::set<gazetteer::UnitIndex> larger;
    const auto add = [&](const figures::ProfileRecord& record) {
        ++expected[std::string(records.id(record.record))];
    };
    for (const gazetteer::UnitIndex unit : made.units)
        for (const figures::ProfileRecord& record : made.profiles->of(unit).records)
            if (record.part == figures::ProfilePart::Larger)
                larger.insert(record.others.begin(), record.others.end());
            else
                add(record);
    for (const gazetteer::UnitIndex unit : larger)
        for (const figures::ProfileRecord& record : made.profiles->ofLarger(unit))
            add(record);
    ASSERT_GT(rows.size(), 250u);
    for (const auto& [id, count] : expected)
        if (id.starts_with("TD22-") || id.starts_with("LC20-") || id.starts_with("LC22-")) {
            EXPECT_EQ(rows[id], count) << id;
        }
    for (const auto& [id, count] : rows)
        EXPECT_TRUE(expected.contains(id)) << id;
}

TEST(atlas, a_unit_has_a_map_of_each_theme_that_says_something_of_it_and_at_least_one) {
    PackagedAtlas made({"models", "livestock"}, Level::Commune, tamDuong, reportDay);
    const std::vector<Sheet> sheets = sheetsOf(*made.atlas);
    std::map<std::string, std::size_t> maps;
    for (const Sheet& sheet : sheets)
        if (!sheet.scene.grounds.empty())
            ++maps[sheet.scene.title];
    EXPECT_EQ(maps.size(), 11u);
    EXPECT_EQ(maps["Thị trấn Tam Đường"], 2u) << "models, farms";
    EXPECT_EQ(maps["Xã Hồ Thầu"], 1u) << "no farm";
    EXPECT_EQ(maps["Xã Giang Ma"], 1u) << "in neither theme";
    const std::size_t first = sheetOf(sheets, "Xã Hồ Thầu");
    EXPECT_TRUE(hasText(sheets[first], "Hồ sơ: ", "figures"));
    EXPECT_TRUE(std::any_of(sheets[first].links.begin(), sheets[first].links.end(),
                            [&](const Link& link) { return link.sheet == first + 1; }))
        << "to its profile";
}

/// Those of Tam Đường that the tables of its atlas have.
std::set<std::size_t> recordsOnSheets(PackagedAtlas& made) {
    std::set<std::size_t> records;
    for (const gazetteer::UnitIndex unit : made.units)
        for (const figures::ProfileRecord& record : made.profiles->ownOf(unit).records)
            records.insert(record.record);
    for (const figures::ProfileRecord& record :
         made.profiles->ofLarger(made.workspace.findUnit(tamDuong, reportDay, "within")))
        records.insert(record.record);
    return records;
}

TEST(atlas, what_is_known_of_the_province_is_counted_and_not_printed_with_one_of_its_districts) {
    PackagedAtlas made({"models"}, Level::Commune, tamDuong, reportDay);
    const std::vector<Sheet> sheets = sheetsOf(*made.atlas);
    const std::set<std::size_t> printed = recordsOnSheets(made);
    std::size_t count = 0, beside = 0;
    for (const figures::ProfileRecord& record :
         made.profiles->ofLarger(made.workspace.gazetteer().find("12@2004")))
        ++(printed.contains(record.record) ? beside : count);
    EXPECT_GT(beside, 0u) << "what names the province and one of its communes is on a sheet";
    EXPECT_TRUE(hasText(sheets[0], "Chỉ biết của cả tỉnh Lai Châu, không in ở đây: " +
                                       std::to_string(count) + " bản ghi"));
    EXPECT_TRUE(hasText(sheets[0], "terroir table --profile \"tỉnh Lai Châu\""));
    for (const Sheet& sheet : sheets)
        EXPECT_NE(sheet.bookmark, "Số liệu chỉ biết của cả tỉnh Lai Châu");
    sheetOf(sheets, "Số liệu chỉ biết của cả huyện Tam Đường"); // which is the area itself
}

TEST(atlas, units_of_measure_and_notes_are_in_its_language) {
    PackagedAtlas made({"livestock"}, Level::Commune, tamDuong, reportDay, {}, {297, 210, {}},
                       Language::English);
    const std::vector<Sheet> sheets = sheetsOf(*made.atlas);
    bool anyFarm = false, anyNote = false;
    for (const Sheet& sheet : sheets)
        for (const map::TextItem& text : textsOf(sheet.scene, "table")) {
            EXPECT_FALSE(text.text.ends_with(" cơ sở")) << text.text;
            EXPECT_EQ(text.text.find(" / "), std::string::npos) << text.text;
            anyFarm = anyFarm || text.text == "Farms: 2 sites";
            anyNote = anyNote || text.text.find("of the district") != std::string::npos;
        }
    EXPECT_TRUE(anyFarm);
    EXPECT_TRUE(anyNote);
}

TEST(atlas, what_the_former_district_has_together_is_told_once_and_the_communes_lead_there) {
    PackagedAtlas made({"models"}, Level::Commune, "tỉnh Lai Châu", today);
    const std::vector<Sheet> sheets = sheetsOf(*made.atlas);
    const std::size_t former =
        sheetOf(sheets, "Số liệu chỉ biết của cả huyện Tam Đường cũ (đến 30/6/2025)");
    const Sheet& commune = sheets[sheetOf(sheets, "Xã Bình Lư")];
    EXPECT_TRUE(std::any_of(commune.links.begin(), commune.links.end(),
                            [&](const Link& link) { return link.sheet == former; }));
}

TEST(atlas, the_archipelagos_are_named_on_the_map_of_contents_of_the_country) {
    PackagedAtlas made({"ocop"}, Level::Province, std::string(theme::Settings::country), today, {},
                       {297, 210, {}}, Language::English);
    const Sheet cover = made.atlas->sheet(0);
    EXPECT_TRUE(hasText(cover, "Hoàng Sa islands (Vietnam)", "index"));
    EXPECT_TRUE(hasText(cover, "Trường Sa islands (Vietnam)", "index"));
    EXPECT_EQ(made.atlas->unitsShown() + made.atlas->unitsListed(), 34u);
}

TEST(atlas, a_unit_whose_figure_is_shared_has_the_map_of_its_theme) {
    PackagedAtlas made({"models", "plantings"}, Level::Commune, "tỉnh Lai Châu", today);
    const theme::KnownThemes known = theme::knownThemes();
    theme::Settings settings;
    settings.level = Level::Commune;
    settings.within = "tỉnh Lai Châu";
    settings.asOf = today;
    std::set<std::string> sharing; // and with no figure alone
    const figures::EvaluatedTheme plantings =
        figures::figuresOf(known.find("plantings"), settings, made.workspace, Language::Vietnamese);
    const figures::PageWords words(plantings, made.workspace.gazetteer());
    for (const figures::EvaluatedLayer& layer : plantings.layers)
        for (const auto& [group, shared] : layer.shared)
            for (const gazetteer::UnitIndex unit : group)
                if (!layer.hasData(unit))
                    sharing.insert(text::capitalize(words.nameOf(unit)));
    ASSERT_FALSE(sharing.empty());
    std::set<std::string> shown, ofPlantings;
    for (std::size_t i = 0; i < made.atlas->size(); ++i) {
        const Sheet sheet = made.atlas->sheet(i);
        if (sheet.scene.grounds.empty())
            continue;
        shown.insert(sheet.scene.title);
        if (hasText(sheet, words.title(), "title"))
            ofPlantings.insert(sheet.scene.title);
    }
    std::size_t checked = 0;
    for (const std::string& name : sharing)
        if (shown.contains(name)) {
            EXPECT_TRUE(ofPlantings.contains(name)) << name;
            ++checked;
        }
    EXPECT_GT(checked, 0u);
}

TEST(atlas, each_map_has_scale_bar_north_arrow_and_projection) {
    PackagedAtlas made({"models"}, Level::Commune, tamDuong, reportDay);
    std::size_t maps = 0;
    for (std::size_t i = 0; i < made.atlas->size(); ++i) {
        const Sheet sheet = made.atlas->sheet(i);
        if (sheet.scene.grounds.empty())
            continue;
        ++maps;
        EXPECT_TRUE(hasText(sheet, " km", "scalebar"));
        EXPECT_FALSE(hasText(sheet, "1:", "scalebar")) << "only where a layout asks for it";
        EXPECT_TRUE(hasText(sheet, "B", "north"));
        EXPECT_TRUE(hasText(sheet, "Web Mercator", "projection"));
        EXPECT_TRUE(textsOf(sheet.scene, "grid").empty());
    }
    EXPECT_EQ(maps, 11u);
}

TEST(atlas, has_what_a_layout_asks_for) {
    map::Page page{420, 297, {}};
    page.layout.department = "Sở Khoa học và Công nghệ tỉnh Lai Châu";
    page.layout.fileNumber = "12/BĐ";
    page.layout.author = "Nguyễn Văn A";
    page.layout.note = {"Số liệu sơ bộ.", "Preliminary."};
    page.layout.ratio = page.layout.day = true;
    page.madeOn = Date::of(2024, 12, 31);
    const terroir::testing::TemporaryFolder folder;
    page.layout.logo = folder / "logo.svg";
    std::ofstream(page.layout.logo)
        << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"/>)";
    for (const map::Grid grid : {map::Grid::Vn2000, map::Grid::Graticule}) {
        page.layout.grid = grid;
        PackagedAtlas made({"models"}, Level::Commune, tamDuong, reportDay, {}, page);
        const std::vector<Sheet> sheets = sheetsOf(*made.atlas);
        for (const char* const words :
             {"Sở Khoa học và Công nghệ", "Số hồ sơ: 12/BĐ", "Người lập: Nguyễn Văn A",
              "Lập ngày 31/12/2024", "Thuyết minh: Số liệu sơ bộ."})
            EXPECT_TRUE(hasText(sheets[0], words, "title")) << words;
        ASSERT_EQ(sheets[0].scene.pictures.size(), 1u);
        for (const map::TextItem& text : textsOf(sheets[0].scene, "title"))
            EXPECT_FALSE(map::overlaps(boxOf(text), sheets[0].scene.pictures[0].mm)) << text.text;
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            expectApart(sheets[i], page, i + 1);
            if (sheets[i].scene.grounds.empty())
                continue;
            const map::GroundFrame& ground = sheets[i].scene.grounds.front();
            EXPECT_TRUE(hasText(sheets[i], "Tỷ lệ khoảng 1:", "scalebar"));
            const auto numbers = textsOf(sheets[i].scene, "grid");
            EXPECT_GE(numbers.size(), 4u);
            for (const map::TextItem& number : numbers)
                EXPECT_FALSE(map::overlaps(boxOf(number), ground.mm)) << number.text;
            EXPECT_TRUE(hasText(sheets[i],
                                grid == map::Grid::Vn2000
                                    ? "lưới tọa độ VN-2000, kinh tuyến trục 103°00', múi 3°"
                                    : "lưới kinh độ, vĩ độ WGS 84",
                                "projection"));
        }
    }
}

} // namespace
} // namespace terroir::atlas
