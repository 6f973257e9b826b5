#include "core/geocode/segment.hpp"

#include <gtest/gtest.h>

using namespace terroir::geocode;

namespace {

/// "xã|son binh, huyện|tam duong": type and plain name of each mention.
std::string cut(std::string_view text) {
    const SpelledText spelled = spell(text);
    std::string out;
    for (const Mention& mention : segment(spelled))
        out += (out.empty() ? "" : ", ") + std::string(mention.type) + "|" + mention.name();
    return out;
}

} // namespace

TEST(segment, a_text_is_cut_at_separators_and_type_words) {
    const std::pair<const char*, const char*> cases[] = {
        {"xã Sơn Bình, huyện Tam Đường, tỉnh Lai Châu",
         "xã|son binh, huyện|tam duong, tỉnh|lai chau"},
        {"TT. Tam Đường, H. Tam Đường", "thị trấn|tam duong, huyện|tam duong"},
        {"TT.Tam Đường;H.Tam Đường", "thị trấn|tam duong, huyện|tam duong"},
        {"bản Chu Va 12 xã Sơn Bình", "|ban chu va 12, xã|son binh"},
        {"12. xã Sơn Bình", "xã|son binh"},
        {"Bình Lư (TT)", "|binh lu, thị trấn|"},
        {"X (Y, Z)", "|x, |y, |z"},
        {"P5, Q.1, TP HCM", "phường|5, quận|1, thành phố|hcm"},
        {"P1 Q3 TPHCM", "phường|1, quận|3, thành phố|hcm"},
        {"Phường 05", "phường|5"},
        {"UBND xã Bản Bo", "xã|ban bo"},
        {"toàn huyện", "huyện|"},
        {"trên địa bàn tỉnh", "tỉnh|"},
        {"xã Sập Xa - huyện Phù Yên", "xã|sap xa, huyện|phu yen"},
        {"xa Sap Xa", "xã|sap xa"},
        {"Phan Rang-Tháp Chàm", "|phan rang thap cham"},
        {"", ""},
        {" , ;; ", ""}};
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(cut(text), expected) << text;
}

TEST(segment, words_run_together_are_cut_where_a_capital_or_a_digit_begins) {
    const std::pair<const char*, const char*> cases[] = {
        {"XãTà Xùa, TỉnhSơn La", "xã|ta xua, tỉnh|son la"},
        {"XãKaLăng,HuyệnMườngTè,TỉnhLaiChâu", "xã|ka lang, huyện|muong te, tỉnh|lai chau"},
        {"Phường15, ThànhphốHồ Chí Minh", "phường|15, thành phố|ho chi minh"},
        {"XTân Hòa", "xã|tan hoa"},
        {"XÃ TÂN HÒA", "xã|tan hoa"}};
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(cut(text), expected) << text;
}

TEST(segment, english_type_words_stand_behind_the_name_or_before_a_number) {
    const std::pair<const char*, const char*> cases[] = {
        {"Binh Lu Commune, Tam Duong District", "xã|binh lu, huyện|tam duong"},
        {"Ward 5, Da Lat City, Lam Dong Province", "phường|5, thành phố|da lat, tỉnh|lam dong"},
        {"Moc Chau Town", "thị xã|moc chau"}};
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(cut(text), expected) << text;
}

TEST(segment, type_words_without_marks_are_told_from_names_that_begin_like_them) {
    const std::pair<const char*, const char*> cases[] = {
        {"Xa Phuong Chieu", "xã|phuong chieu"},
        {"Xa Tinh Cuong, Huyen Cam Khe", "xã|tinh cuong, huyện|cam khe"},
        {"phường Tân Tạo A", "phường|tan tao a"},
        {"xã Tứ Xã", "xã|tu xa"},
        {"a quai h.sin ho lai chau", "|a quai, huyện|sin ho lai chau"},
        {"Huy?n V?n Yên, T?nh Yên Bái", "huyện|v?n yen, tỉnh|yen bai"}};
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(cut(text), expected) << text;
}
