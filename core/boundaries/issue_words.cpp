#include "core/boundaries/issue_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace terroir::boundaries {

LocalText issueInWords(std::string_view kind) {
    static const std::array<std::pair<std::string_view, LocalText>, 10> kinds{{
        {"unmatched", {"không khớp đơn vị nào", "matches no unit"}},
        {"elsewhere", {"nằm ở nơi khác", "lies elsewhere"}},
        {"name-differs", {"mã và tên khác nhau", "code and name differ"}},
        {"repaired", {"đã sửa hình", "shape repaired"}},
        {"overlap", {"chồng nhau", "overlap"}},
        {"duplicate", {"trùng đơn vị", "unit given twice"}},
        {"tangled", {"tự cắt quá nhiều", "crosses itself too often"}},
        {"no-polygon", {"không có đa giác", "no polygon"}},
        {"code-padded", {"mã thiếu số 0 ở đầu", "codes without leading zeros"}},
        {"unconfirmed", {"chưa có tên để đối chiếu", "no name to confirm it"}},
    }};
    const auto known = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const auto& one) { return one.first == kind; });
    return known == kinds.end() ? LocalText{std::string(kind), std::string(kind)} : known->second;
}

} // namespace terroir::boundaries
