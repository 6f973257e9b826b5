#include "core/records/fields.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

TEST(CategoryWords, of_departments_are_understood) {
    const struct {
        const char *kind, *text, *category;
    } cases[] = {
        {"title", "NHTT", "collective_mark"},
        {"title", "NHCN", "certification_mark"},
        {"title", "NH", "trademark"},
        {"title", "Nhãn hiệu tập thể", "collective_mark"},
        {"title", "Giấy chứng nhận đăng ký nhãn hiệu chứng nhận", "certification_mark"},
        {"title", "Nhãn hiệu thông thường", "trademark"},
        {"title", "KDCN", "industrial_design"},
        {"title", "GPHI", "utility_solution"},
        {"geographical_indication", "CDĐL", "national"},
        {"geographical_indication", "Chỉ dẫn địa lý", "national"},
        {"certification", "VietGAP", "vietgap"},
        {"certification", "Chứng nhận VietGAP trồng trọt", "vietgap"},
        {"certification", "VietGAHP", "vietgahp"},
        {"certification", "GLOBAL G.A.P", "globalgap"},
        {"certification", "GlobalGAP", "globalgap"},
        {"certification", "TCVN 11041-2:2017 (hữu cơ)", "organic"},
        {"certification", "PGS", "organic"},
        {"certification", "ISO 22000:2018", "iso_22000"},
        {"certification", "HACCP", "haccp"},
        {"certification", "GCN cơ sở đủ điều kiện ATTP", "food_safety"},
        {"production_zone", "Chè", "tea"},
        {"production_zone", "Cà phê chè", "coffee"},
        {"production_zone", "Rau an toàn", "safe_vegetables"},
        {"livestock", "Bò sữa", "dairy_cattle"},
        {"ocop", "4 sao", "4"},
    };
    for (const auto& one : cases) {
        const CategoryInfo* found = findCategory(one.kind, one.text);
        ASSERT_NE(found, nullptr) << one.text;
        EXPECT_EQ(found->id, one.category) << one.text;
        EXPECT_EQ(found->kind, one.kind) << one.text;
    }
}

TEST(CategoryWords, of_two_categories_or_of_none_are_not_guessed) {
    const struct {
        const char *kind, *text;
    } cases[] = {{"certification", "VietGAP, HACCP"},
                 {"certification", "OCOP 4 sao"},
                 {"certification", ""},
                 {"title", "NHTT/NHCN"},
                 {"title", "CDĐL"},
                 {"title", "Số 12 NH 2019"},
                 {"model", "Chè xanh đóng gói"},
                 {"generic", "chè"}};
    for (const auto& one : cases)
        EXPECT_EQ(findCategory(one.kind, one.text), nullptr) << one.text;
}

TEST(CategoryWords, a_geographical_indication_is_no_mark) {
    EXPECT_EQ(kindOfCategory("title", "CDĐL"), "geographical_indication");
    EXPECT_EQ(kindOfCategory("geographical_indication", "NHTT"), "title");
    EXPECT_EQ(kindOfCategory("title", "NHTT"), "");
    EXPECT_EQ(kindOfCategory("ocop", "CDĐL"), "");
}

TEST(CategoryWords, a_count_is_of_animals_where_the_header_says_so) {
    const struct {
        const char *kind, *header, *unit, *indicator;
    } cases[] = {
        {"livestock", "Số con", "con", "head"},
        {"livestock", "Tổng đàn", "con", "head"},
        {"livestock", "Số hộ", "hộ", "farms"},
        {"livestock", "Số trang trại (2023)", "trang trại", "farms"},
        {"aquaculture", "Số lồng", "lồng", "cages"},
        {"aquaculture", "Số lồng, bè (cái)", "lồng", "cages"},
        {"aquaculture", "Số lồng/bè", "lồng", "cages"},
        {"production_zone", "Số mã số", "mã số", "codes"},
        {"model", "Số lượng con", "con", "head"},
        {"border_marker", "Số mốc", "mốc", "markers"},
    };
    for (const auto& one : cases) {
        const std::string unit = unitCountedBy(one.kind, one.header);
        EXPECT_EQ(unit, one.unit) << one.header;
        EXPECT_EQ(countIndicator(one.kind, unit).indicator, one.indicator) << one.header;
    }
    for (const char* header : {"Số lượng", "Số thửa", "Số ao, hồ (cái)", "Quy mô", "Sản phẩm"})
        EXPECT_EQ(unitCountedBy("livestock", header), "") << header;
}

} // namespace
} // namespace terroir::records
