#pragma once

#include <string>
#include <string_view>

namespace terroir::tables {

/// What the name of an indicator says: "- Trong đó: diện tích chè trồng mới (ha)".
struct IndicatorName {
    bool isPart = false; ///< "Trong đó: …"
    bool isSum = false;  ///< "Tổng …", "Cộng"
    bool isOther = false; ///< "Giá trị sản xuất", "Tỷ lệ …", "Số hộ": no value of a crop or animal
    std::string measure; ///< "area", "yield", "output", "count"; empty: it names none
    std::string thing;   ///< "chè", as written; empty: what stands above tells
    std::string what;    ///< which area or output of the thing: "trồng mới", "cho sản phẩm"
    std::string unit;    ///< "ha"
    bool isKnownThing = false; ///< a crop, an animal, a fish that is known
};

/// Of the text without its number. "Đàn trâu" is a count of "trâu", "Sản lượng chè búp tươi" an
/// output of "chè búp tươi", "Diện tích cho sản phẩm" an area of what stands above.
IndicatorName readIndicator(std::string_view text);

/// Whether what the words add to a measure leaves it whole: "gieo trồng", "hiện có"; "trồng mới"
/// and "cho sản phẩm" are less than all.
bool isOfAll(std::string_view what);

} // namespace terroir::tables
