#include "core/base/error.hpp"
#include "core/map/known_layouts.hpp"
#include "core/map/layout_file.hpp"
#include "core/map/part_places.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace terroir::map {
namespace {

/// A page with a table, a note and a locator beside its legend.
class PartPlacesTest : public ::testing::Test {
protected:
    PartPlacesTest() {
        map.add(theme::LayerType::Choropleth, {testing::someFigures});
        map.data.locator = {map.data.shapes, 0};
        page.layout.table = page.layout.locator = true;
        page.layout.legend = LegendPlace::Right;
        page.layout.note = {"Số liệu sơ bộ.", "Preliminary."};
    }
    std::vector<PlacedPart> parts() const {
        return partsOf(map.compose(page), testing::measureHalfEm);
    }
    geometry::Box boxOf(PagePart part) const {
        for (const PlacedPart& one : parts())
            if (one.part == part)
                return one.mm;
        ADD_FAILURE() << "the page has no such part";
        return {};
    }
    /// Drops a part on a point of the page; false where it may not stand.
    bool drop(PagePart part, geometry::Point at) {
        const std::vector<PartPlace> places = placesFor(part, page, parts());
        const PartPlace* const place = placeAt(places, at);
        if (place != nullptr)
            page.layout = Layout(place->layout);
        return place != nullptr;
    }
    static geometry::Point middleOf(const geometry::Box& box) {
        return {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
    }

    testing::MapFixture map;
    Page page{420, 297, {}};
};

TEST_F(PartPlacesTest, parts_are_where_they_are_drawn_and_apart) {
    const std::vector<PlacedPart> all = parts();
    ASSERT_EQ(all.size(), 4U);
    for (const PlacedPart& one : all) {
        EXPECT_GT(one.mm.minX, 210) << "beside the map";
        EXPECT_LE(one.mm.maxX, 420);
        EXPECT_LE(one.mm.maxY, 297);
        for (const PlacedPart& other : all)
            EXPECT_TRUE(one.part == other.part || !testing::crosses(one.mm, other.mm));
    }
    page.layout = {};
    EXPECT_EQ(parts().size(), 1U) << "the legend alone";
}

TEST_F(PartPlacesTest, the_legend_goes_to_the_side_that_it_is_dropped_on) {
    ASSERT_TRUE(drop(PagePart::Legend, {20, 150}));
    EXPECT_EQ(page.layout.legend, LegendPlace::Left);
    EXPECT_LT(boxOf(PagePart::Legend).maxX, 210);
    EXPECT_LT(boxOf(PagePart::Locator).maxX, 210) << "what stands with it goes along";
    ASSERT_TRUE(drop(PagePart::Legend, {210, 280}));
    EXPECT_EQ(page.layout.legend, LegendPlace::Below);
    EXPECT_GT(boxOf(PagePart::Legend).minY, 148);
    ASSERT_TRUE(drop(PagePart::Locator, {400, 150}));
    EXPECT_EQ(page.layout.legend, LegendPlace::Right);
    EXPECT_FALSE(drop(PagePart::Legend, {210, 100})) << "on the map";
}

TEST_F(PartPlacesTest, a_part_takes_the_place_of_the_one_that_it_is_dropped_on) {
    EXPECT_LT(boxOf(PagePart::Table).maxY, boxOf(PagePart::Note).minY + 0.1);
    EXPECT_LT(boxOf(PagePart::Note).maxY, boxOf(PagePart::Locator).minY);
    ASSERT_TRUE(drop(PagePart::Locator, middleOf(boxOf(PagePart::Table))));
    EXPECT_EQ(page.layout.order, (std::vector{SidePart::Locator, SidePart::Table, SidePart::Note}));
    EXPECT_LT(boxOf(PagePart::Legend).maxY, boxOf(PagePart::Locator).minY + 0.1);
    EXPECT_LT(boxOf(PagePart::Locator).maxY, boxOf(PagePart::Table).minY);
    EXPECT_LT(boxOf(PagePart::Table).maxY, boxOf(PagePart::Note).minY + 0.1);
    testing::expectNoTextOnText(map.compose(page));
    ASSERT_TRUE(drop(PagePart::Locator, middleOf(boxOf(PagePart::Note))));
    EXPECT_EQ(page.layout.order, (std::vector{SidePart::Table, SidePart::Note, SidePart::Locator}));
}

TEST_F(PartPlacesTest, every_order_of_the_parts_can_be_read_on_every_side) {
    std::vector<SidePart> order{SidePart::Table, SidePart::Note, SidePart::Locator};
    do {
        page.layout.order = order;
        for (const LegendPlace legend :
             {LegendPlace::Right, LegendPlace::Left, LegendPlace::Below}) {
            page.layout.legend = legend;
            const Scene scene = map.compose(page);
            testing::expectTextsOnPage(scene);
            testing::expectNoTextOnText(scene);
            EXPECT_EQ(partsOf(scene, testing::measureHalfEm).size(), 4U);
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

/// In a folder of its own, as a person's own layouts are.
class LayoutFileTest : public ::testing::Test {
protected:
    LayoutFileTest() { std::filesystem::create_directories(folder); }
    ~LayoutFileTest() override { std::filesystem::remove_all(folder); }
    static std::string contentOf(const std::filesystem::path& written) {
        std::ostringstream text;
        text << std::ifstream(written).rdbuf();
        return text.str();
    }
    static Layout base() { return findLayout("a3-landscape"); }
    static Layout readAgain(const std::filesystem::path& written) {
        return readLayout(written, [](const std::string& id) { return findLayout(id); });
    }
    static void expectSame(Layout read, const Layout& written) {
        read.id = written.id;
        read.file = written.file;
        EXPECT_EQ(read, written);
    }

    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / "terroir-test-layout-file";
    std::filesystem::path file = folder / "so-khcn.layout.json";
};

TEST_F(LayoutFileTest, what_is_set_by_hand_is_read_as_it_was_written) {
    Layout layout = base();
    layout.name = {"Sở KH&CN", "Department"};
    layout.legend = LegendPlace::Left;
    layout.order = {SidePart::Locator, SidePart::Note, SidePart::Table};
    layout.logoAt = LogoPlace::Right;
    layout.grid = Grid::Graticule;
    layout.ratio = layout.day = false;
    layout.widthMm = 338.7;
    layout.heightMm = 190.5;
    layout.department = "Sở Khoa học và Công nghệ";
    layout.note = {"Số liệu sơ bộ", "Preliminary"};
    const Layout packaged = base();
    writeLayout(layout, &packaged, file, Overwrite::Refuse);
    expectSame(readAgain(file), layout);
    const std::string json = contentOf(file);
    EXPECT_NE(json.find(R"("extends": "a3-landscape")"), std::string::npos) << json;
    EXPECT_EQ(json.find("projection"), std::string::npos) << "as in the layout that it builds on";
    EXPECT_THROW(writeLayout(layout, &packaged, file, Overwrite::Refuse), InputError);
}

TEST_F(LayoutFileTest, what_lacks_a_word_of_the_other_one_stands_by_itself) {
    Layout other = base();
    other.department = "Sở A";
    Layout layout = base();
    layout.name = {"Không cơ quan", "No department"};
    writeLayout(layout, &other, file, Overwrite::Allow);
    EXPECT_EQ(contentOf(file).find("extends"), std::string::npos);
    expectSame(readAgain(file), layout);
    writeLayout(Layout(), nullptr, file, Overwrite::Allow);
    expectSame(readAgain(file), Layout());
}

TEST_F(LayoutFileTest, an_order_names_each_part_once_and_the_others_follow) {
    const auto orderOf = [](const std::string& json) {
        return parseLayout(json, "/x/a.layout.json", {}).order;
    };
    EXPECT_EQ(orderOf(R"({"order": ["locator"]})"),
              (std::vector{SidePart::Locator, SidePart::Table, SidePart::Note}));
    for (const char* json : {R"({"order": ["note", "note"]})", R"({"order": ["legend"]})",
                             R"({"order": "note"})", R"({"logo_at": "top"})"})
        EXPECT_THROW(orderOf(json), InputError) << json;
}

} // namespace
} // namespace terroir::map
