#include "core/geocode/segment.hpp"

#include <gtest/gtest.h>

using namespace terroir::geocode;

namespace {

/// "xã|sơn bình, huyện|tam đường": type and name of each mention.
std::string cut(std::string_view text) {
    std::string out;
    for (const Mention& mention : segment(text))
        out += (out.empty() ? "" : ", ") + mention.type + "|" + mention.name();
    return out;
}

} // namespace

TEST(segment, a_text_is_cut_at_separators_and_type_words) {
    const std::pair<const char*, const char*> cases[] = {
        {"xã Sơn Bình, huyện Tam Đường, tỉnh Lai Châu",
         "xã|sơn bình, huyện|tam đường, tỉnh|lai châu"},
        {"TT. Tam Đường, H. Tam Đường", "thị trấn|tam đường, huyện|tam đường"},
        {"TT.Tam Đường;H.Tam Đường", "thị trấn|tam đường, huyện|tam đường"},
        {"bản Chu Va 12 xã Sơn Bình", "|bản chu va 12, xã|sơn bình"},
        {"12. xã Sơn Bình", "xã|sơn bình"},
        {"Bình Lư (TT)", "|bình lư, thị trấn|"},
        {"X (Y, Z)", "|x, |y, |z"},
        {"P5, Q.1, TP HCM", "phường|5, quận|1, thành phố|hcm"},
        {"Phường 05", "phường|5"},
        {"UBND xã Bản Bo", "xã|bản bo"},
        {"toàn huyện", "huyện|"},
        {"trên địa bàn tỉnh", "tỉnh|"},
        {"xã Sập Xa - huyện Phù Yên", "xã|sập xa, huyện|phù yên"},
        {"xa Sap Xa", "xã|sap xa"},
        {"Phan Rang-Tháp Chàm", "|phan rang tháp chàm"},
        {"", ""},
        {" , ;; ", ""}};
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(cut(text), expected) << text;
}

TEST(segment, a_name_has_the_form_that_texts_have) {
    EXPECT_EQ(nameForm("Phan Rang-Tháp Chàm"), "phan rang tháp chàm");
    EXPECT_EQ(nameForm("Ea H'Leo"), "ea h leo");
    EXPECT_EQ(nameForm("05"), "5");
}
