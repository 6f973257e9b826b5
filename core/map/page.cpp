#include "core/map/page.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"

#include <cctype>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace terroir::map {

namespace {

struct Paper {
    const char* name;
    double shortMm, longMm;
};
// ISO 216.
constexpr Paper papers[] = {{"A0", 841, 1189}, {"A1", 594, 841}, {"A2", 420, 594}, {"A3", 297, 420},
                            {"A4", 210, 297},  {"A5", 148, 210}, {"A6", 105, 148}};

} // namespace

Page parsePaper(const std::string& paper, bool landscape) {
    std::string upper = paper;
    for (char& c : upper)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    std::vector<std::string> names;
    for (const Paper& known : papers) {
        if (upper == known.name)
            return landscape ? Page{known.longMm, known.shortMm, {}}
                             : Page{known.shortMm, known.longMm, {}};
        names.emplace_back(known.name);
    }
    throw UsageError(unknownWord(
        localText("Không có khổ giấy '{}'.", "'{}' is not a paper size that is known.", paper),
        upper, localText("Các khổ giấy là", "The sizes are"), names));
}

Page pageOfPixels(int width, int height, double dpi) {
    constexpr int least = 200;
    if (width < least || height < least || dpi < 30)
        throw UsageError(localText("Bản đồ {}x{} điểm ảnh ở {} dpi không đủ chỗ cho chú giải; hãy "
                                   "chọn ít nhất {}x{} điểm ảnh và 30 dpi.",
                                   "A map of {}x{} pixels at {} dpi has no room for its legend; "
                                   "choose at least {}x{} pixels and 30 dpi.",
                                   width, height, dpi, least, least));
    return {width * 25.4 / dpi, height * 25.4 / dpi, {}};
}

} // namespace terroir::map
