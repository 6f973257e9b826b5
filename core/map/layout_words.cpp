#include "core/map/layout_words.hpp"

#include "core/base/day_words.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/geometry/vn2000.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace terroir::map {

namespace {

std::string pick(Language language, std::string vi, std::string en) {
    return language == Language::English ? en : vi;
}

constexpr const char* webMercator = "EPSG:3857";

/// Three digits that count.
double rounded(double value) {
    const double power = std::pow(10, std::floor(std::log10(value)) - 2);
    return std::round(value / power) * power;
}

/// Empty for a transverse Mercator of its own.
std::string systemWords(const std::string& crs, Language language) {
    if (const auto meridian = geometry::meridianOf(crs))
        return fmt::format(fmt::runtime(pick(language, "VN-2000, kinh tuyến trục {}, múi 3° ({})",
                                             "VN-2000, central meridian {}, 3° zone ({})")),
                           geometry::meridianText(*meridian), crs);
    if (crs == "EPSG:3405" || crs == "EPSG:3406")
        return fmt::format(
            fmt::runtime(pick(language, "VN-2000, UTM múi {} ({})", "VN-2000, UTM zone {}N ({})")),
            crs.ends_with('5') ? 48 : 49, crs);
    return crs.starts_with("EPSG:") ? crs : std::string();
}

std::string drawnInWords(const std::string& crs, Language language) {
    if (crs == webMercator)
        return pick(language, "Phép chiếu Web Mercator, WGS 84 (EPSG:3857)",
                    "Web Mercator, WGS 84 (EPSG:3857)");
    const std::string words = systemWords(crs, language);
    return pick(language, "Hệ tọa độ ", crs == words ? "Coordinate system " : "") + words;
}

/// "Phép chiếu Mercator ngang, WGS 84, kinh tuyến giữa 103°30'"; of several frames with the
/// meridian of each.
std::string ownMercatorWords(const std::vector<std::string>& meridians, Language language) {
    return fmt::format(
        fmt::runtime(
            meridians.size() == 1
                ? pick(language, "Phép chiếu Mercator ngang, kinh tuyến giữa {}, WGS 84",
                       "Transverse Mercator, central meridian {}, WGS 84")
                : pick(language,
                       "Phép chiếu Mercator ngang, kinh tuyến giữa của các khung {}, WGS 84",
                       "Transverse Mercator, central meridians of the frames {}, WGS 84")),
        fmt::join(meridians, ", "));
}

} // namespace

std::string ratioWords(double mmPerKm, bool isExact, RatioLength length, Language language) {
    const double ratio = 1e6 / mmPerKm;
    const std::string number = formatNumber(isExact ? ratio : rounded(ratio), language, 0);
    if (length == RatioLength::Short)
        return (isExact ? "1:" : "~ 1:") + number;
    return isExact ? pick(language, "Tỷ lệ 1:", "Scale 1:") + number
                   : pick(language, "Tỷ lệ khoảng 1:", "Scale about 1:") + number;
}

std::string fileNumberWords(const std::string& number, Language language) {
    return pick(language, "Số hồ sơ: ", "File no. ") + number;
}

std::string authorWords(const std::string& author, Language language) {
    return pick(language, "Người lập: ", "Made by ") + author;
}

std::string madeOnWords(Date day, Language language) {
    return pick(language, "Lập ", "Made on ") + dateInWords(day.toString(), language);
}

std::string projectionWords(const std::vector<FrameSystem>& frames, Grid grid, Language language,
                            const std::string& gridCrs) {
    std::vector<std::string> meridians, words;
    const auto addOnce = [](std::vector<std::string>& list, std::string text) {
        if (std::find(list.begin(), list.end(), text) == list.end())
            list.push_back(std::move(text));
    };
    for (const FrameSystem& frame : frames)
        if (frame.crs.starts_with("EPSG:"))
            addOnce(words, drawnInWords(frame.crs, language));
        else
            addOnce(meridians, geometry::meridianText(int(std::lround(frame.middle * 60))));
    if (!meridians.empty())
        words.push_back(ownMercatorWords(meridians, language));
    if (grid == Grid::Vn2000 && !gridCrs.empty())
        words.push_back(fmt::format(
            fmt::runtime(pick(language, "lưới tọa độ {}, ghi theo km", "grid {}, in km")),
            systemWords(gridCrs, language)));
    else if (grid == Grid::Vn2000)
        words.push_back(pick(language, "lưới tọa độ ghi theo km", "grid in km"));
    else if (grid == Grid::Graticule)
        words.push_back(pick(language, "lưới kinh độ, vĩ độ WGS 84", "graticule WGS 84"));
    return fmt::format("{}", fmt::join(words, "; "));
}

std::string imprintWords(const Layout& layout, const std::string& projection,
                         const std::string& day, Language language) {
    std::string text;
    const auto add = [&text](const std::string& words) {
        text += (text.empty() ? "" : "  ·  ") + words;
    };
    if (layout.projection && !projection.empty())
        add(projection);
    if (!layout.author.empty())
        add(authorWords(layout.author, language));
    if (layout.day && !day.empty())
        add(day);
    return text;
}

std::string extentWords(const geometry::Box& lonLat, const std::string& outside,
                        Language language) {
    const auto number = [language](double degrees) { return formatNumber(degrees, language, 4); };
    std::string text = fmt::format(
        fmt::runtime(pick(language, "Khung bản đồ đã chọn: {}–{}° Đ; {}–{}° B",
                          "The frame that was asked for: {}–{}° E, {}–{}° N")),
        number(lonLat.minX), number(lonLat.maxX), number(lonLat.minY), number(lonLat.maxY));
    if (!outside.empty())
        text += fmt::format(fmt::runtime(pick(language,
                                              "; ngoài khung còn {} có số liệu, vẫn tính vào chú "
                                              "giải",
                                              "; outside it {} with figures, which the legend "
                                              "counts")),
                            outside);
    return text + ".";
}

LocalText paperWords(std::string_view paper, bool isLandscape) {
    return isLandscape ? localText("khổ {} ngang", "{} on its side", paper)
                       : localText("khổ {} dọc", "{} upright", paper);
}

LocalText scaleRefused(double scale, double widthMm, double heightMm, const LocalText& paper,
                       double fitting) {
    // Rounded up, so that it fits.
    const double power = std::pow(10, std::floor(std::log10(fitting)) - 1);
    const LocalText smaller = numberText(std::ceil(1.02 * fitting / power) * power, 0);
    const LocalText said =
        localText("Ở tỷ lệ 1:{} bản đồ không vừa trang {} × {} mm.",
                  "At 1:{} the map does not fit a page of {} × {} mm.", numberText(scale, 0),
                  numberText(widthMm, 0), numberText(heightMm, 0));
    if (paper == LocalText())
        return localText("{} Không khổ giấy nào đến A0 đủ chỗ; hãy ghi tỷ lệ nhỏ hơn, ví dụ 1:{}, "
                         "hoặc vẽ phạm vi nhỏ hơn (--within, --extent).",
                         "{} No paper up to A0 has room for it; choose a smaller scale, such as "
                         "1:{}, or draw a smaller area (--within, --extent).",
                         said, smaller);
    return localText("{} Cần giấy {}; hãy chọn giấy đó, hoặc tỷ lệ nhỏ hơn, ví dụ 1:{}.",
                     "{} It needs {}; choose that paper, or a smaller scale, such as 1:{}.", said,
                     paper, smaller);
}

std::string tableHeading(Language language) {
    return pick(language, "Bảng số liệu", "Table of figures");
}

std::string tableRest(std::size_t rows, std::size_t columns, const std::string& theme,
                      Language language) {
    const auto count = [&](std::size_t number, const char* vi, const char* one, const char* more) {
        return formatNumber(double(number), language) + " " +
               pick(language, vi, number == 1 ? one : more);
    };
    std::string what;
    if (rows > 0)
        what = count(rows, "hàng", "row", "rows");
    if (columns > 0)
        what += (what.empty() ? "" : ", ") + count(columns, "cột", "column", "columns");
    return fmt::format(fmt::runtime(pick(language, "… và {} nữa: terroir table {}",
                                         "… and {} more: terroir table {}")),
                       what, theme);
}

std::string noteHeading(Language language) {
    return pick(language, "Thuyết minh", "Note");
}

std::string locatorHeading(const std::string& province, Language language) {
    if (province.empty())
        return pick(language, "Vị trí trong cả nước", "Where it is in the country");
    return pick(language, "Vị trí trong ", "Where it is in ") + province;
}

} // namespace terroir::map
