#include "core/gazetteer/code_words.hpp"

#include <array>
#include <string>
#include <utility>

namespace terroir::gazetteer {

namespace {

template <std::size_t n>
LocalText wordsOf(const std::array<std::pair<std::string_view, LocalText>, n>& words,
                  std::string_view code) {
    for (const auto& [known, text] : words)
        if (known == code)
            return text;
    return {std::string(code), std::string(code)};
}

} // namespace

LocalText areaSourceInWords(std::string_view areaSource) {
    static const std::array<std::pair<std::string_view, LocalText>, 6> words{{
        {"official_2025", {"số liệu chính thức năm 2025", "official figure of 2025"}},
        {"polygon", {"tính từ bản đồ", "measured on a map"}},
        {"polygon_2015", {"tính từ bản đồ năm 2015", "measured on a map of 2015"}},
        {"polygon_2015_uncertain",
         {"tính từ bản đồ năm 2015, chưa chắc chắn", "measured on a map of 2015, uncertain"}},
        {"polygon_2025", {"tính từ bản đồ năm 2025", "measured on a map of 2025"}},
        {"polygon_est", {"ước tính từ bản đồ", "estimated from a map"}},
    }};
    return wordsOf(words, areaSource);
}

LocalText unitSourceInWords(std::string_view source) {
    static const std::array<std::pair<std::string_view, LocalText>, 4> words{{
        {"gso_2025q2",
         {"danh mục đơn vị hành chính của cơ quan thống kê, quý II năm 2025",
          "code list of the statistics office, second quarter of 2025"}},
        {"gso_hist",
         {"danh mục đơn vị hành chính các năm trước của cơ quan thống kê",
          "code lists of the statistics office of earlier years"}},
        {"qd19_2025", {"Quyết định 19/2025/QĐ-TTg", "Decision 19/2025/QĐ-TTg"}},
        {"nq30_2026", {"Nghị quyết 30/2026/QH16", "Resolution 30/2026/QH16"}},
    }};
    return wordsOf(words, source);
}

LocalText successionInWords(std::string_view kind) {
    static const std::array<std::pair<std::string_view, LocalText>, 4> words{{
        {"whole", {"nguyên vẹn", "the whole"}},
        {"part", {"một phần", "a part"}},
        {"split", {"một phần", "a part"}},
        {"rename", {"đổi tên", "renamed"}},
    }};
    return wordsOf(words, kind);
}

LocalText typeInWords(std::string_view type) {
    static const std::array<std::pair<std::string_view, LocalText>, 10> words{{
        {"tỉnh", {"tỉnh", "province"}},
        {"thành phố trung ương", {"thành phố trung ương", "city"}},
        {"huyện", {"huyện", "district"}},
        {"quận", {"quận", "urban district"}},
        {"thị xã", {"thị xã", "town"}},
        {"thành phố", {"thành phố", "city"}},
        {"xã", {"xã", "commune"}},
        {"phường", {"phường", "ward"}},
        {"thị trấn", {"thị trấn", "township"}},
        {"đặc khu", {"đặc khu", "special zone"}},
    }};
    return wordsOf(words, type);
}

LocalText nameInWords(const Unit& unit) {
    return {unit.fullName(), unit.name + " " + typeInWords(unit.type).en};
}

} // namespace terroir::gazetteer
