#include "core/workspace/workspace.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

namespace terroir::workspace {
namespace {

TEST(FindArea, a_unit_that_has_ended_is_found_by_the_parents_that_it_had) {
    const struct {
        const char* text;
        const char* uid;
    } cases[] = {
        {"phường Quyết Thắng, thị xã Lai Châu, tỉnh Lai Châu", "03386@2004"},
        {"phường Tân Phong, thị xã Lai Châu", "03387@2004"},
        {"xã Văn Khê, thành phố Hà Đông, tỉnh Hà Tây", "09559@2004"},
        {"xã Hòa Vinh, huyện Tuy Hòa, tỉnh Phú Yên", "22258@2004"},
        {"xã Quảng Thành, huyện Đắk Nông, tỉnh Đắk Nông", "24619@2004"},
        {"xã Nà Tăm, huyện Tam Đường, tỉnh Lai Châu", "03427@2004"},
    };
    workspace::Workspace workspace(packagedFile(), store::Mode::ReadOnly);
    for (const auto& c : cases) {
        const auto unit = workspace.findUnit(c.text, Date::of(2026, 11, 1), "--within");
        EXPECT_EQ(workspace.gazetteer().unit(unit).uid, c.uid) << c.text;
    }
}

TEST(FindArea, candidates_that_have_ended_stand_with_the_parents_that_they_had) {
    workspace::Workspace workspace(packagedFile(), store::Mode::ReadOnly);
    EXPECT_EQ(terroir::testing::errorOf(
                  [&] { workspace.findUnit("xã Hải Thanh", Date::of(2026, 11, 1), "--within"); }),
              "--within 'xã Hải Thanh' may be 'xã Hải Thanh, huyện Hải Hậu, tỉnh Nam Định' "
              "(14248), 'xã Hải Thanh, huyện Tĩnh Gia, tỉnh Thanh Hóa' (16621); add the district "
              "or the province, or give the code.");
}

TEST(FindArea, a_name_of_other_letters_is_never_taken_in_silence) {
    const struct {
        const char *text, *meant;
    } cases[] = {
        {"Lai Chua", "tỉnh Lai Châu"},
        {"tỉnh Lai Chua", "tỉnh Lai Châu"},
        {"tỉnh Lai Chu", "tỉnh Lai Châu"},
        {"huyện Tam Đườg, tỉnh Lai Châu", "huyện Tam Đường, tỉnh Lai Châu"},
    };
    workspace::Workspace workspace(packagedFile(), store::Mode::ReadOnly);
    for (const auto& one : cases)
        EXPECT_EQ(terroir::testing::errorOf(
                      [&] { workspace.findUnit(one.text, Date::of(2024, 12, 31), "--within"); }),
                  std::string("--within '") + one.text +
                      "' is no administrative unit that is known. Did you mean '" + one.meant +
                      "'? If so, write it like that.");
    for (const char* text : {"tinh Lai Chau", "Đắc Lắc", "Bắc Cạn", "tp Hồ Chí Minh"})
        EXPECT_NE(workspace.findUnit(text, Date::of(2024, 12, 31), "--within"), gazetteer::noUnit);
}

TEST(FindArea, a_parent_that_is_not_known_is_never_passed_over) {
    const struct {
        const char *text, *unknown;
    } cases[] = {
        {"huyện Tam Đường, tỉnh Xyz", "tỉnh Xyz"},
        {"Bản Bo, Tam Đường, chi nhánh số 2", "chi nhánh số 2"},
    };
    workspace::Workspace workspace(packagedFile(), store::Mode::ReadOnly);
    for (const auto& one : cases)
        EXPECT_EQ(terroir::testing::errorOf(
                      [&] { workspace.findUnit(one.text, Date::of(2024, 12, 31), "--within"); }),
                  std::string("--within '") + one.text + "': '" + one.unknown +
                      "' is not known; correct this name or leave it out.");
    for (const char* text : {"H. Tam Đường, Lai Châu", "Bản Bo, Tam Đường, Lai Châu",
                             "TP Lai Châu, T. Lai Châu", "huyen phong tho,lai chau"})
        EXPECT_NE(workspace.findUnit(text, Date::of(2024, 12, 31), "--within"), gazetteer::noUnit)
            << text;
}

} // namespace
} // namespace terroir::workspace
