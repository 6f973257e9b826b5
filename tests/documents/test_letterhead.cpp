#include "core/documents/letterhead.hpp"

#include <gtest/gtest.h>

using namespace terroir::documents;

namespace {

struct HeadCase {
    const char* text;
    const char *type, *number, *date, *place, *territory;
};

} // namespace

TEST(Letterhead, says_what_a_document_is_of_whom_and_of_which_day) {
    const HeadCase cases[] = {
        {"Tam Đường, ngày 15 tháng 4 năm 2022\n*\nSố 24-BC/HU\nBÁO CÁO\nTổng kết 10 năm", "BÁO CÁO",
         "24-BC/HU", "2022-04-15", "Tam Đường", "huyện Tam Đường"},
        {"UBND TỈNH ĐẮK NÔNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "SỞ KHOA HỌC VÀ CÔNG NGHỆ\tĐộc lập - Tự do - Hạnh phúc\n"
         "Số: 123/BC-SKHCN\tĐắk Nông, ngày 05 tháng 12 năm 2023\nBÁO CÁO\nKết quả năm 2023",
         "BÁO CÁO", "123/BC-SKHCN", "2023-12-05", "Đắk Nông", "tỉnh Đắk Nông"},
        {"Số: /BC-SKHCCN\nSơn La, ngày   tháng 12 năm 2020\n**BÁO CÁO**", "BÁO CÁO", "/BC-SKHCCN",
         "2020-12", "Sơn La", "tỉnh Sơn La"},
        {"ỦY BAN NHÂN DÂN\nXÃ KẾ SÁCH\nKế Sách, ngày … tháng … năm 2025\nKẾ HOẠCH", "KẾ HOẠCH", "",
         "2025", "Kế Sách", "xã Kế Sách"},
        {"ỦY BAN NHÂN DÂN\nHUYỆN QUỲ HỢP\nSố: 12/BC-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "Quỳ Hợp, ngày 3 tháng 7 năm 2021\nBÁO CÁO",
         "BÁO CÁO", "12/BC-UBND", "2021-07-03", "Quỳ Hợp", "huyện Quỳ Hợp"},
        {"HỘI NÔNG DÂN HUYỆN QUỲ HỢP\nSố: 31-BC/HNDH\nQuỳ Hợp, ngày 3 tháng 7 năm 2021\n"
         "BÁO CÁO",
         "BÁO CÁO", "31-BC/HNDH", "2021-07-03", "Quỳ Hợp", "huyện Quỳ Hợp"},
        {"UBND TỈNH GIA LAI\nSỞ CÔNG THƯƠNG\nPHỤ LỤC 03\n(Kèm theo Báo cáo số 88/BC-SCT ngày 9 "
         "tháng "
         "11 năm 2022)\nCà phê",
         "", "", "2022-11-09", "", "tỉnh Gia Lai"},
        {"Cổng thông tin điện tử tỉnh Bắc Kạn\nTrang chủ / Tin tức\nMiến dong vào vụ\nCập nhật: "
         "07/02/2023 14:05 | Lượt xem: 310",
         "", "", "2023-02-07", "", "tỉnh Bắc Kạn"},
        {"BIÊN BẢN LÀM VIỆC\nVề cây dược liệu\nHôm nay, hồi 14 giờ 30 phút ngày 8 tháng 10 năm "
         "2025, "
         "tại xã Ngọc Linh có mặt:",
         "", "", "2025-10-08", "", ""},
        {"ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "HUYỆN LAI VUNG\tĐộc lập - Tự do - Hạnh phúc\nSố: 512/BC-UBND\n"
         "Lai Vung, ngày 20 tháng 12 năm 2022\nBÁO CÁO",
         "BÁO CÁO", "512/BC-UBND", "2022-12-20", "Lai Vung", "huyện Lai Vung"},
        {"UBND HUYỆN CAN LỘC\nPHÒNG NÔNG NGHIỆP VÀ PTNT\nSố: 45/KH-NN\nCan Lộc, ngày 2 tháng 3 năm "
         "2021\nKẾ HOẠCH",
         "KẾ HOẠCH", "45/KH-NN", "2021-03-02", "Can Lộc", "huyện Can Lộc"},
        {"UBND HUYỆN THAN UYÊN, TỈNH LAI CHÂU\nSố: 12/BC-UBND\nBÁO CÁO", "BÁO CÁO", "12/BC-UBND",
         "", "", "huyện Than Uyên, Tỉnh Lai Châu"},
        {"SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH LAI CHÂU\nBÁO CÁO", "BÁO CÁO", "", "", "",
         "tỉnh Lai Châu"},
        {"HUYỆN ĐOÀN TAM ĐƯỜNG\nBÁO CÁO", "BÁO CÁO", "", "", "", "huyện Tam Đường"},
        {"LIÊN MINH HỢP TÁC XÃ TỈNH LAI CHÂU\nBÁO CÁO", "BÁO CÁO", "", "", "", "tỉnh Lai Châu"},
    };
    for (const HeadCase& one : cases) {
        const Letterhead head = readLetterhead(one.text);
        EXPECT_EQ(head.type, one.type) << one.text;
        EXPECT_EQ(head.number, one.number) << one.text;
        EXPECT_EQ(head.date, one.date) << one.text;
        EXPECT_EQ(head.place, one.place) << one.text;
        EXPECT_EQ(head.territory, one.territory) << one.text;
    }
}

TEST(Letterhead, days_of_other_documents_are_none_of_its_own) {
    const char* cases[] = {
        "Thực hiện Công văn số 830-CV/TU, ngày 21 tháng 3 năm 2022 của Ban Thường vụ Tỉnh ủy về",
        "Căn cứ Nghị quyết ngày 1 tháng 7 năm 2014;",
        "Sơn La, ngày 31 tháng 2 năm 2020",
        "Trong 2 ngày ( 04/7-05/7), Sở đã tổ chức",
        "Cập nhật tiến độ đến 31/13/2023",
        "Năm 2023, tỉnh khởi công ngày 10/06/2024 nhà máy",
        "",
    };
    for (const char* text : cases)
        EXPECT_EQ(readLetterhead(text).date, "") << text;
}

TEST(Letterhead, the_day_may_stand_below_the_end) {
    std::string text = "DANH SÁCH HỘ TRỒNG CHÈ\n";
    for (int i = 0; i < 200; ++i)
        text += "dòng " + std::to_string(i) + "\n";
    text += "Hà Giang, ngày 20 tháng 02 năm 2024\nNgười lập biểu\n";
    const Letterhead head = readLetterhead(text);
    EXPECT_EQ(head.date, "2024-02-20");
    EXPECT_EQ(head.line, 202u);
}
