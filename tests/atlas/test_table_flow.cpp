#include "core/atlas/table_flow.hpp"
#include "tests/atlas/atlas_fixture.hpp"

#include <gtest/gtest.h>

namespace terroir::atlas {
namespace {

using testing::boxOf;

std::vector<map::TextItem> textsOf(const map::Group& page) {
    map::Scene scene;
    scene.groups.push_back(page);
    return testing::textsOf(scene);
}

std::vector<map::Group> flow(const std::vector<FlowRow>& rows, const geometry::Box& box) {
    const map::MeasureText measure = testing::measureHalfEm;
    return flowTable("Bảng", "Bảng (tiếp)", {{"Tên", 1}, {"Ghi chú", 2}}, rows, box,
                     map::Typesetter(measure, 1));
}

TEST(table_flow, a_long_table_has_its_title_and_headings_on_each_page_and_every_row_once) {
    std::vector<FlowRow> rows;
    for (int i = 0; i < 100; ++i)
        rows.push_back({{}, 0, {"dòng " + std::to_string(i), "ghi chú"}});
    const geometry::Box box{10, 10, 200, 120};
    const auto pages = flow(rows, box);
    ASSERT_GT(pages.size(), 2u);
    std::size_t found = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto texts = textsOf(pages[i]);
        EXPECT_EQ(texts.front().text, i == 0 ? "Bảng" : "Bảng (tiếp)");
        EXPECT_EQ(texts[1].text, "Tên");
        for (const map::TextItem& text : texts) {
            EXPECT_TRUE(map::holds(map::grown(box, 0.01), boxOf(text))) << text.text;
            found += text.text.starts_with("dòng ") ? 1 : 0;
        }
    }
    EXPECT_EQ(found, rows.size());
}

TEST(table_flow, a_heading_is_never_the_last_on_its_page) {
    for (int before = 1; before < 30; ++before) {
        std::vector<FlowRow> rows(std::size_t(before), {{}, 0, {"a", "b"}});
        rows.push_back({"Phần", 0, {}});
        rows.push_back({"Loại", 1, {}});
        rows.push_back({{}, 0, {"a", "b"}});
        for (const map::Group& page : flow(rows, {10, 10, 200, 120})) {
            const auto texts = textsOf(page);
            EXPECT_NE(texts.back().text, "Loại") << before;
            EXPECT_NE(texts.back().text, "Phần") << before;
        }
    }
}

TEST(table_flow, a_cell_higher_than_a_page_is_cut_with_a_sign_and_the_rows_after_it_stay) {
    std::string longText;
    for (int i = 0; i < 2000; ++i)
        longText += "chữ ";
    const auto pages = flow({{{}, 0, {"a", longText}}, {{}, 0, {"sau", "b"}}}, {10, 10, 200, 120});
    bool isCut = false, hasNext = false;
    for (const map::Group& page : pages)
        for (const map::TextItem& text : textsOf(page)) {
            isCut = isCut || text.text.ends_with("…");
            hasNext = hasNext || text.text == "sau";
            EXPECT_LE(text.at.y, 120.01);
        }
    EXPECT_TRUE(isCut);
    EXPECT_TRUE(hasNext);
}

} // namespace
} // namespace terroir::atlas
