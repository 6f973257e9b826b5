#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// A place of a cell that states a value for each.
struct OwnValue {
    std::string place; ///< with what stands behind all of them: "xã Chi Lăng, huyện Chi Lăng"
    std::string value; ///< as written: "185,5 ha"
};

/// "xã Chi Lăng (420 ha), xã Y Tịch (185,5 ha)", "Thiện Hòa: 310 ha; Yên Lỗ: 275 ha", "A 12 ha và B
/// 3 ha". Empty unless there are several places and each has one number; a number without brackets
/// or colon needs a unit, since "Phường 5" is a name.
std::vector<OwnValue> ownValues(std::string_view cell);

/// Whether a cell states a value for some of its several places, such as "Bản Bo (2,5 ha), Sơn
/// Bình".
bool statesSomeValue(std::string_view cell);

/// Lines of one cell beside those of another: "A\nB" and "35\n22,5". Empty unless both have the same
/// number of lines, more than one, and every value begins with a number.
std::vector<OwnValue> ownLines(std::string_view places, std::string_view values);

} // namespace terroir::tables
