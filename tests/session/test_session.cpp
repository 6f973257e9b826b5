#include "core/session/session.hpp"
#include "tests/session/packaged_workspace.hpp"

#include <gtest/gtest.h>

namespace terroir::session {
namespace {

TEST(FindArea, a_unit_that_has_ended_is_found_by_the_parents_that_it_had) {
    const struct {
        const char* text;
        const char* uid;
    } cases[] = {
        {"xã Văn Khê, thành phố Hà Đông, tỉnh Hà Tây", "09559@2004"},
        {"xã Hòa Vinh, huyện Tuy Hòa, tỉnh Phú Yên", "22258@2004"},
        {"xã Quảng Thành, huyện Đắk Nông, tỉnh Đắk Nông", "24619@2004"},
        {"xã Nà Tăm, huyện Tam Đường, tỉnh Lai Châu", "03427@2004"},
    };
    Session session(packagedFile(), store::Mode::ReadOnly);
    for (const auto& c : cases) {
        const auto unit = session.findArea(c.text, Date::of(2026, 11, 1), "--within");
        EXPECT_EQ(session.gazetteer().unit(unit).uid, c.uid) << c.text;
    }
}

} // namespace
} // namespace terroir::session
