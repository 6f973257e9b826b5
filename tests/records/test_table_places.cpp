#include "core/records/place_text.hpp"
#include "core/records/places.hpp"
#include "core/records/title_places.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

using terroir::testing::packagedGazetteer;

const geocode::Geocoder& geocoder() {
    static const geocode::Geocoder made(packagedGazetteer());
    return made;
}

/// "07255 07243": codes in order, "?" for a place that is no unit, "!" behind them where the row is
/// doubtful, "-" for a refused one.
std::string answerOf(const PlaceCells& cells, Date day, GroundFinder ground = {}) {
    PlaceReader reader(geocoder(), packagedGazetteer(), std::move(ground));
    const ReadPlaces read = reader.read(cells, day);
    if (read.refusal)
        return "-";
    std::string out;
    for (const Place& place : read.places) {
        const auto unit = packagedGazetteer().find(place.uid);
        out += (out.empty() ? "" : " ") +
               (unit == gazetteer::noUnit ? "?" : packagedGazetteer().unit(unit).code);
    }
    return out + (read.doubts.empty() ? "" : "!");
}

std::string whyOf(const PlaceCells& cells, Date day) {
    PlaceReader reader(geocoder(), packagedGazetteer());
    const ReadPlaces read = reader.read(cells, day);
    std::string out;
    for (const Place& place : read.places)
        out += place.text + " [" + std::string(geocode::toString(place.status)) + " " + place.uid +
               " " + place.reasons + " " + place.candidates + "] ";
    for (const LocalText& doubt : read.doubts)
        out += doubt.en + " ";
    return read.refusal ? read.refusal->en : out;
}

constexpr Date y2019 = Date::of(2019, 12, 15), y2022 = Date::of(2022, 10, 31),
               y2024 = Date::of(2024, 6, 30), y2025 = Date::of(2025, 9, 30);

PlaceCells ownTable(const char* territory) {
    PlaceCells cells;
    cells.isOwnTable = true;
    cells.territory = territory;
    return cells;
}

TEST(table_places, a_cell_gives_the_units_that_it_names) {
    const struct {
        Date day;
        const char* territory;
        const char* place;
        const char* codes;
    } cases[] = {
        // Lists.
        {y2022, "tỉnh Thanh Hóa", "xã Mỹ Tân, Thúy Sơn và Thạch Lập huyện Ngọc Lặc",
         "15067 15070 15073"},
        {y2022, "tỉnh Thanh Hóa", "TT Ngọc Lặc và xã Quang Trung, H. Ngọc Lặc", "15061 15085"},
        {y2022, "tỉnh Thanh Hóa", "các xã Vân Âm, Cao Ngọc (Ngọc Lặc)", "15076 15079"},
        {y2022, "tỉnh Thanh Hóa", "Xã Ngọc Liên, Ngọc Sơn, Lộc Thịnh huyện Ngọc Lặc",
         "15091 15094 15097"},
        {y2022, "tỉnh Thanh Hóa", "Phùng Giáo và Phùng Minh, huyện Ngọc Lặc", "15106 15109"},
        {y2022, "tỉnh Thanh Hóa", "03 xã: Phùng Giáo, Phùng Minh, Nguyệt Ấn", "15106 15109 15115"},
        {y2022, "tỉnh Thanh Hóa", "04 xã: Phùng Giáo, Phùng Minh, Nguyệt Ấn", "15106 15109 15115!"},
        {y2022, "tỉnh Thanh Hóa", "Phùng Giáo; Phùng Minh", "15106 15109"},
        {y2022, "tỉnh Thanh Hóa", "xã Phùng Giáo\nxã Phùng Minh", "15106 15109"},
        {y2022, "tỉnh Thanh Hóa", "xã Phùng Giáo\nhuyện Ngọc Lặc", "15106"},
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "Phùng Giáo, Phùng Minh, Nguyệt Ấn",
         "15106 15109 15115"},
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "Phùng Giáo - Phùng Minh - Nguyệt Ấn",
         "15106 15109 15115"},
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "Phùng Giáo + Phùng Minh", "15106 15109"},
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "X. Phùng Giáo, X. Phùng Minh", "15106 15109"},
        {y2022, "tỉnh Thanh Hóa", "xã Phùng Giáo và TT. Ngọc Lặc", "15106 15061"},
        {y2022, "tỉnh Trà Vinh", "xã Tam Ngãi, An Phú Tân, H. Cầu Kè", "29332 29317"},
        {y2022, "", "các xã Tam Ngãi, An Phú Tân, Hòa Tân, huyện Cầu Kè, Trà Vinh",
         "29332 29317 29320"},
        {y2024, "tỉnh Lâm Đồng", "huyện Di Linh và thành phố Bảo Lộc", "679 673"},
        {y2024, "tỉnh Lâm Đồng", "Phường 1, phường 2, TP. Bảo Lộc", "24823 24820"},
        // One unit, and what lies in it.
        {y2022, "tỉnh Thanh Hóa", "xã Nguyệt Ấn - huyện Ngọc Lặc", "15115"},
        {y2022, "tỉnh Thanh Hóa", "Thị trấn Ngọc Lặc - Ngọc Lặc", "15061"},
        {y2022, "tỉnh Thanh Hóa", "xã Nguyệt Ấn (Ngọc Lặc)", "15115"},
        {y2022, "tỉnh Thanh Hóa", "thôn 3, 4 xã Minh Tiến, Ngọc Lặc", "15121"},
        {y2022, "tỉnh Thanh Hóa", "làng Lập Thắng xã Thạch Lập", "15073"},
        {y2024, "tỉnh Lâm Đồng", "Tổ dân phố 5, TT. Di Linh", "25000"},
        {y2024, "tỉnh Lâm Đồng", "TDP 12, P. Lộc Sơn, Bảo Lộc", "24829"},
        {y2024, "", "Tân Châu, Di Linh, Lâm Đồng", "25009"},
        {y2019, "tỉnh Nghệ An", "Thọ Hợp, Quỳ Hợp", "17068"},
        // The whole of it.
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "toàn huyện", "389"},
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "các xã trong huyện", "389"},
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "Các xã, thị trấn", "389"},
        {y2022, "tỉnh Thanh Hóa", "trên địa bàn huyện Ngọc Lặc", "389"},
        {y2022, "tỉnh Thanh Hóa", "các xã trên địa bàn huyện Ngọc Lặc", "389"},
        {y2022, "tỉnh Thanh Hóa", "các huyện, thị xã, thành phố", "38"},
        {y2022, "tỉnh Thanh Hóa", "toàn tỉnh", "38"},
        // A value for each; outside; no place.
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "xã Phùng Giáo: 2 ha, xã Phùng Minh: 3 ha",
         "15106 15109!"},
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "Phùng Giáo (2,5ha); Phùng Minh (3ha)", "?!"},
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", "Toàn tỉnh", "38!"},
        {y2022, "tỉnh Thanh Hóa", "xã Tam Ngãi, huyện Cầu Kè, tỉnh Trà Vinh", "29332!"},
        {y2022, "tỉnh Thanh Hóa", "xã Không Có Thật", "?!"},
        // After the reform: the units of the day, whatever is said about those before.
        {y2025, "tỉnh Lâm Đồng", "Thôn 4, X. Bảo Thuận, Lâm Đồng", "25018"},
        {y2025, "tỉnh Lâm Đồng", "Di Linh, Lâm Đồng", "25000"},
        {y2025, "tỉnh Lâm Đồng", "xã Hòa Ninh và xã Hòa Bắc, tỉnh Lâm Đồng", "25036 25042"},
        {y2025, "tỉnh Lâm Đồng", "xã Bảo Thuận, huyện Di Linh", "25018"},
        {y2025, "tỉnh Lâm Đồng", "xã Bảo Thuận, huyện Di Linh cũ", "25018"},
        {y2025, "tỉnh Lâm Đồng", "xã Hòa Ninh (trước đây: xã Hòa Trung, huyện Di Linh), Lâm Đồng",
         "25036"},
        {y2025, "tỉnh Lâm Đồng", "Xã Hòa Trung cũ nay là xã Hòa Ninh", "25036"},
        {y2025, "tỉnh Lâm Đồng", "xã Liên Đầm (nay là xã Di Linh), tỉnh Lâm Đồng", "25000"},
        {y2025, "tỉnh Lâm Đồng", "xã Hòa Bắc (huyện Di Linh cũ)", "25042"},
        {y2025, "tỉnh Lâm Đồng", "xã Hòa Bắc (mới)", "25042"},
        {y2025, "tỉnh Lâm Đồng", "xã Hòa Bắc (xã Liên Đầm cũ)", "25042!"},
        {y2025, "tỉnh Lâm Đồng", "xã Liên Đầm (cũ), huyện Di Linh", "25027"},
        {y2025, "tỉnh Lâm Đồng", "xã Liên Đầm, huyện Di Linh", "25027!"},
        {y2025, "tỉnh Nghệ An", "Khối 2, xã Con Cuông (thị trấn Trà Lân cũ)", "17254"},
        {y2024, "tỉnh Lâm Đồng", "xã Đinh Trang Thượng", "25003"},
        {y2024, "tỉnh Nghệ An", "xã Mậu Thạch", "17239!"},
    };
    for (const auto& one : cases) {
        PlaceCells cells = ownTable(one.territory);
        cells.place = one.place;
        EXPECT_EQ(answerOf(cells, one.day), one.codes)
            << one.place << "\n  " << whyOf(cells, one.day);
    }
}

TEST(table_places, columns_give_the_unit_of_their_level_unless_the_cell_says_another) {
    const struct {
        Date day;
        const char* territory;
        const char* commune;
        const char* district;
        const char* codes;
    } cases[] = {
        {y2022, "tỉnh Thanh Hóa", "TT Ngọc Lặc", "Huyện Ngọc Lặc", "15061"},
        {y2022, "tỉnh Thanh Hóa", "Ngọc Lặc", "Ngọc Lặc", "15061"},
        {y2022, "tỉnh Thanh Hóa", "X. Cao Ngọc", "Ngọc Lặc", "15079"},
        {y2022, "tỉnh Thanh Hóa", "Toàn huyện", "Ngọc Lặc", "389"},
        {y2022, "tỉnh Thanh Hóa", "Huyện Ngọc Lặc", "Huyện Ngọc Lặc", "389"},
        {y2022, "tỉnh Thanh Hóa", "H. Ngọc Lặc", "", "389"},
        {y2022, "tỉnh Thanh Hóa", "", "Ngọc Lặc", "389"},
        {y2022, "tỉnh Thanh Hóa", "Cao Ngọc, Vân Âm", "Ngọc Lặc", "15079 15076"},
        {y2022, "tỉnh Thanh Hóa", "Cao Ngọc (1,2 ha), Vân Âm (3 ha)", "Ngọc Lặc", "15079 15076!"},
        {y2022, "tỉnh Thanh Hóa", "Thôn 2, xã Cao Ngọc", "Ngọc Lặc", "15079"},
        {y2022, "tỉnh Thanh Hóa", "", "Tỉnh Thanh Hóa", "38"},
        {y2022, "tỉnh Thanh Hóa", "Cao Ngọc", "Cầu Kè", "?!"},
        {y2025, "tỉnh Lâm Đồng", "Di Linh", "", "25000"},
        {y2025, "tỉnh Lâm Đồng", "Di Linh", "Di Linh", "25000"},
        {y2025, "tỉnh Lâm Đồng", "Bảo Thuận", "Di Linh", "25018"},
        {y2025, "tỉnh Lâm Đồng", "Liên Đầm", "Di Linh", "25027!"},
        {y2019, "tỉnh Nghệ An", "Hạ Sơn", "H. Quỳ Hợp", "17092"},
    };
    for (const auto& one : cases) {
        PlaceCells cells = ownTable(one.territory);
        cells.commune = one.commune;
        cells.district = one.district;
        EXPECT_EQ(answerOf(cells, one.day), one.codes)
            << one.commune << " / " << one.district << "\n  " << whyOf(cells, one.day);
    }
}

TEST(table_places, a_column_of_before_the_reform_has_the_units_of_the_day_before_it) {
    const struct {
        Date day;
        const char* commune;
        const char* district;
        const char* uid;
    } cases[] = {
        {y2025, "Bảo Thuận", "Di Linh", "25033@2004"},
        {y2025, "Liên Đầm", "Di Linh", "25027@2004"},
        {y2024, "Tân Lâm", "Di Linh", "25007@2009"},
    };
    for (const auto& one : cases) {
        PlaceCells cells = ownTable("tỉnh Lâm Đồng");
        cells.commune = one.commune;
        cells.district = one.district;
        cells.isFormerCommune = cells.isFormerDistrict = true;
        PlaceReader reader(geocoder(), packagedGazetteer());
        const ReadPlaces read = reader.read(cells, one.day);
        ASSERT_EQ(read.places.size(), 1U);
        EXPECT_EQ(read.places.front().uid, one.uid) << whyOf(cells, one.day);
        EXPECT_TRUE(read.doubts.empty()) << whyOf(cells, one.day);
    }
}

TEST(table_places, what_stands_above_the_rows_completes_them) {
    const struct {
        Date day;
        const char* territory;
        std::vector<std::string> groups;
        const char* place;
        const char* codes;
    } cases[] = {
        {y2022, "huyện Ngọc Lặc, tỉnh Thanh Hóa", {"Xã Cao Ngọc"}, "", "15079"},
        {y2022, "tỉnh Thanh Hóa", {"Xã Cao Ngọc", "huyện Ngọc Lặc"}, "", "15079"},
        {y2022, "tỉnh Thanh Hóa", {"Xã Cao Ngọc", "huyện Ngọc Lặc"}, "Làng Bái", "15079"},
        {y2024, "tỉnh Lâm Đồng", {"Di Linh"}, "Tân Châu", "25009"},
        {y2024, "tỉnh Lâm Đồng", {"DI LINH"}, "TT Di Linh", "25000"},
        {y2024, "tỉnh Lâm Đồng", {"H. Di Linh"}, "Thị trấn Di Linh", "25000"},
        {y2024, "tỉnh Lâm Đồng", {"DI LINH"}, "", "679"},
        {y2024, "tỉnh Lâm Đồng", {"HUYỆN DI LINH"}, "toàn huyện", "679"},
        {y2024, "tỉnh Lâm Đồng", {"HUYỆN DI LINH"}, "xã Cao Ngọc", "?!"},
        {y2025, "tỉnh Lâm Đồng", {"Huyện Di Linh (cũ)"}, "Bảo Thuận", "25018"},
        {y2024, "tỉnh Lâm Đồng", {"Cây chè"}, "xã Gung Ré", "25030!"},
    };
    for (const auto& one : cases) {
        PlaceCells cells = ownTable(one.territory);
        cells.groups = one.groups;
        cells.place = one.place;
        EXPECT_EQ(answerOf(cells, one.day), one.codes)
            << one.place << "\n  " << whyOf(cells, one.day);
    }
}

TEST(table_places, a_title_names_places_but_not_in_the_names_of_other_things) {
    const struct {
        const char* title;
        const char* codes;
    } cases[] = {
        {"Đánh giá đất trồng quế ở huyện Trà Bồng và huyện Sơn Hà", "525 529"},
        {"Khảo nghiệm giống mì kháng bệnh khảm lá tại xã Sơn Hạ, xã Sơn Thành (Sơn Hà)",
         "21292 21295"},
        {"Bảo tồn nghề dệt thổ cẩm của người Cor ở thị trấn Trà Xuân", "21115"},
        {"Mô hình quế xen keo tại xã Trà Thủy, huyện Trà Bồng", "21121"},
        {"Trồng thử sâm các xã Trà Thanh, Sơn Trà và Trà Bùi, huyện Trà Bồng", "21145 21148 21142"},
        {"Quy trình nấu cao gừng gió trên địa bàn huyện Trà Bồng", "525"},
        {"Nuôi tôm ven biển xã Đức Phong và xã Đức Minh, huyện Mộ Đức", "21433 21418"},
        {"Ứng dụng GIS quản lý rừng huyện Sơn Hà", "529"},
        {"Phục tráng giống lạc tại Mộ Đức", "533"},
        {"Trồng dược liệu vùng Sơn Hà, tỉnh Quảng Ngãi", "529"},
        {"Phát triển du lịch tỉnh Quảng Ngãi", "51"},
        // Names of other things.
        {"Tạo lập nhãn hiệu chứng nhận \"Quế Trà Bồng\"", "51"},
        {"Quản lý chỉ dẫn địa lý “Trà Bồng” cho sản phẩm quế", "51"},
        {"Phát triển sản phẩm quế Trà Bồng", "51"},
        {"Tuyển chọn dòng quế Trà Bồng sạch bệnh", "51"},
        {"Nuôi gà kiến Sơn Hà thương phẩm", "51"},
        {"Nâng cao năng lực Trường Cao đẳng Sư phạm Sơn Hà", "51"},
        {"Nghiên cứu bào chế viên nang từ cây an xoa", "51"},
    };
    for (const auto& one : cases) {
        PlaceCells cells = ownTable("tỉnh Quảng Ngãi");
        cells.title = one.title;
        EXPECT_EQ(answerOf(cells, y2022), one.codes) << one.title << "\n  " << whyOf(cells, y2022);
    }
}

TEST(table_places, an_empty_cell_never_falls_to_the_territory) {
    PlaceCells cells = ownTable("tỉnh Thanh Hóa");
    EXPECT_EQ(answerOf(cells, y2022), "38");
    cells.emptyColumn = "Địa chỉ";
    EXPECT_EQ(answerOf(cells, y2022), "-");
    cells.province = "Thanh Hóa";
    EXPECT_EQ(answerOf(cells, y2022), "38!");
    cells.province.clear();
    cells.groups = {"Huyện Ngọc Lặc"};
    EXPECT_EQ(answerOf(cells, y2022), "389!");
    cells.groups.clear();
    cells.emptyColumn.clear();
    cells.hasGroups = true;
    EXPECT_EQ(answerOf(cells, y2022), "-");
}

TEST(table_places, a_name_of_other_letters_is_read_where_one_alone_is_near_and_is_said) {
    const struct {
        const char *commune, *district;
        const char* answer;
        bool isSaid;
    } cases[] = {
        {"Nậm Chà", "Nậm Nhùn", "03473", false},  {"Nam Cha", "Nậm Nhùn", "03473", false},
        {"Nậm Ca", "Nậm Nhùn", "03473", true},    {"Nậm Ca", "", "?!", false}, // Nậm Chà, Nậm Cha
        {"Sơn Bìng", "Tam Đường", "03413", true}, {"Mường Xo", "Phong Thổ", "03589", true},
        {"Tả Lèng", "Tam Đườg", "03400", true},
    };
    for (const auto& one : cases) {
        PlaceCells cells = ownTable("tỉnh Lai Châu");
        cells.commune = one.commune;
        cells.district = one.district;
        EXPECT_EQ(answerOf(cells, y2024), one.answer)
            << one.commune << "\n  " << whyOf(cells, y2024);
        PlaceReader reader(geocoder(), packagedGazetteer());
        EXPECT_EQ(reader.read(cells, y2024).remarks.size(), one.isSaid ? 1U : 0U) << one.commune;
        EXPECT_EQ(reader.misspelt().size(), one.isSaid ? 1U : 0U) << one.commune;
    }
    PlaceCells cells = ownTable("tỉnh Lai Châu");
    cells.commune = "Nậm Ca";
    PlaceReader reader(geocoder(), packagedGazetteer());
    const ReadPlaces several = reader.read(cells, y2024);
    EXPECT_NE(several.doubts.at(0).en.find("No place of 2024-06-30 is called 'Nậm Ca'"),
              std::string::npos)
        << several.doubts.at(0).en;
    EXPECT_NE(several.doubts.at(0).en.find("xã Nậm Cha, huyện Sìn Hồ"), std::string::npos);
    PlaceCells ended = ownTable("");
    ended.place = "huyện Sìn Hòo"; // districts ended on 2025-07-01
    const ReadPlaces nearest = reader.read(ended, Date::of(2025, 11, 30));
    EXPECT_NE(nearest.doubts.at(0).en.find("the nearest is huyện Sìn Hồ, tỉnh Lai Châu"),
              std::string::npos)
        << nearest.doubts.at(0).en;
}

TEST(table_places, a_name_that_the_territory_does_not_have_is_said_to_be_elsewhere) {
    PlaceCells cells = ownTable("huyện Tam Đường, tỉnh Lai Châu");
    cells.commune = "Xã Tân Lập Mới";
    PlaceReader reader(geocoder(), packagedGazetteer());
    const ReadPlaces read = reader.read(cells, y2024);
    ASSERT_FALSE(read.doubts.empty());
    const std::string& doubt = read.doubts.front().en;
    EXPECT_NE(doubt.find("huyện Tam Đường, tỉnh Lai Châu has no place called 'Xã Tân Lập Mới'; the "
                         "nearest names are elsewhere: xã Tân Lập, huyện Bắc Quang"),
              std::string::npos)
        << doubt;
}

TEST(table_places, a_heading_of_other_letters_is_said_in_each_row_below_it) {
    PlaceCells cells = ownTable("tỉnh Lai Châu");
    cells.groups = {"Xã Sơn Bìng", "Huyện Tam Đường"};
    PlaceReader reader(geocoder(), packagedGazetteer());
    for (int row = 1; row <= 2; ++row)
        EXPECT_EQ(reader.read(cells, y2024).remarks.size(), 1U);
    ASSERT_EQ(reader.misspelt().size(), 1U);
    EXPECT_EQ(reader.misspelt().begin()->second, 2U);
}

TEST(table_places, a_place_that_is_no_unit_lies_in_the_district_that_its_row_names) {
    const struct {
        const char *place, *commune, *district;
        const char* area;
    } cases[] = {
        {"", "Không Có", "Nậm Nhùn", "112@2012"},
        {"", "Không Có", "", "12@2004"},
        {"xã Không Có, huyện Nậm Nhùn", "", "", "112@2012"},
        {"Nậm Ca", "", "", "12@2004"},
    };
    for (const auto& one : cases) {
        PlaceCells cells = ownTable("tỉnh Lai Châu");
        cells.place = one.place;
        cells.commune = one.commune;
        cells.district = one.district;
        PlaceReader reader(geocoder(), packagedGazetteer());
        const ReadPlaces read = reader.read(cells, y2024);
        ASSERT_EQ(read.places.size(), 1U) << one.place << one.commune;
        EXPECT_EQ(areaIn(read.places.front().reasons), one.area)
            << one.place << one.commune << whyOf(cells, y2024);
    }
}

} // namespace
} // namespace terroir::records
