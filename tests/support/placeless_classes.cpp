#include "tests/support/placeless_classes.hpp"

namespace terroir::testing {

namespace {

std::string personName(Random& random) {
    std::string out(
        random.of({"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Lò", "Giàng"}));
    out += " ";
    out += random.of({"Văn", "Thị", "Đức", "Thị Thu", "Quang", "Minh"});
    out += " ";
    return out += random.of({"Hùng", "Lan", "Dũng", "Tuấn", "Nga", "Thảo", "Chung", "Páo", "Hiệp"});
}

std::string digits(std::size_t count, Random& random) {
    std::string out;
    for (; count > 0; --count)
        out += char('0' + random.below(10));
    return out;
}

// One draw to a statement: the order within an expression is the compiler's choice.
std::string nonePerson(Random& random) {
    std::string out(random.of({"Ông ", "Bà ", "Anh ", "Chị ", "ThS. ", "GS.TS. ", "Chủ hộ: "}));
    return out += personName(random);
}
std::string nonePhone(Random& random) {
    const std::string three = digits(3, random), four = digits(4, random);
    switch (random.below(4)) {
    case 0:
        return "ĐT: 0213." + three + "." + four;
    case 1:
        return "0912" + three + four;
    case 2:
        return "(+84) 98 " + three + " " + four;
    default:
        return "lienhe" + three + "@gmail.com";
    }
}
std::string noneDate(Random& random) {
    const std::string day = std::to_string(1 + random.below(28)),
                      month = std::to_string(1 + random.below(12)),
                      year = std::to_string(2010 + random.below(16));
    switch (random.below(4)) {
    case 0:
        return day + "/" + month + "/" + year;
    case 1:
        return "ngày " + day + " tháng " + month + " năm " + year;
    case 2:
        return year + "-" + (month.size() < 2 ? "0" : "") + month + "-01";
    default:
        return "quý " + std::to_string(1 + random.below(4)) + "/" + year;
    }
}
std::string noneSentence(Random& random) {
    return std::string(random.of(
        {"Mô hình cho năng suất cao hơn giống cũ", "Chưa có số liệu trong kỳ báo cáo",
         "Giống ngô lai chịu hạn tốt", "Đã nghiệm thu và bàn giao", "Cần bổ sung kinh phí năm sau",
         "Diện tích trồng mới tăng 12% so với cùng kỳ", "Đang chờ kết quả phân tích mẫu đất",
         "Các hộ tham gia được tập huấn hai lần", "See the table on the next page",
         "Sản phẩm đạt ba sao", "Theo dõi sâu bệnh mỗi tuần", "Total of the rows above",
         "Tổng cộng", "Tính đến hết quý, giải ngân được 80%", "Đơn vị tính: triệu đồng"}));
}
std::string noneUnknown(Random& random) {
    return std::string(
        random.of({"không rõ", "Không có", "n/a", "N/A", "-", "--", "", " ", "?", "chưa xác định",
                   "khác", "Không", "null", "0", "...", "TBD", "nt", "như trên", "xx"}));
}
std::string noneGarbage(Random& random) {
    constexpr std::string_view signs = "qwzxjkfpvbm#@!%&*/\\|0123456789;:~^";
    std::string out;
    for (std::size_t length = 1 + random.below(18); length > 0; --length)
        out += signs[random.below(signs.size())];
    return out;
}

constexpr PlacelessClass allPlaceless[] = {
    {"none_person", nonePerson},     {"none_phone", nonePhone},     {"none_date", noneDate},
    {"none_sentence", noneSentence}, {"none_unknown", noneUnknown}, {"none_garbage", noneGarbage},
};

} // namespace

std::span<const PlacelessClass> placelessClasses() {
    return allPlaceless;
}

} // namespace terroir::testing
