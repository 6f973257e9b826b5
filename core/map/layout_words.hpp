#pragma once

#include "core/base/date.hpp"
#include "core/base/language.hpp"
#include "core/geometry/point.hpp"
#include "core/map/layout.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::map {

enum class RatioLength { Full, Short };
/// "Tỷ lệ 1:50.000"; one that is not asked for is rounded: "Tỷ lệ khoảng 1:437.000", "~ 1:437.000".
std::string ratioWords(double mmPerKm, bool isExact, RatioLength length, Language language);
/// "Số hồ sơ: 12/BĐ-SKHCN".
std::string fileNumberWords(const std::string& number, Language language);
std::string authorWords(const std::string& author, Language language);
std::string madeOnWords(Date day, Language language);
/// What a frame is drawn in.
struct FrameSystem {
    std::string crs;   ///< "EPSG:9205"; any other text: a transverse Mercator of its own,
    double middle = 0; ///< with its central meridian in the middle of the frame, degrees
};
/// The systems that the frames of a page are drawn in, each once, and its grid: "Hệ tọa độ VN-2000,
/// kinh tuyến trục 103°00', múi 3° (EPSG:9205); lưới tọa độ ghi theo km". `gridCrs`: the system of
/// a grid in kilometres, where it is not that of the map.
std::string projectionWords(const std::vector<FrameSystem>& frames, Grid grid, Language language,
                            const std::string& gridCrs = {});
/// What a page says of itself above its sources: projection, author and day, where they are given
/// and the layout asks for them.
std::string imprintWords(const Layout& layout, const std::string& projection,
                         const std::string& day, Language language);
/// "Khung bản đồ đã chọn: 103,2–103,9° Đ; 22,1–22,6° B; ngoài khung còn 5 xã có số liệu…".
std::string extentWords(const geometry::Box& lonLat, const std::string& outside, Language language);
/// "A1 ngang".
LocalText paperWords(std::string_view paper, bool isLandscape);
/// What to do about a map that does not fit its page at 1 : `scale`: the paper that holds it
/// (empty: none), and `fitting`, the 1:N that the page has room for.
LocalText scaleRefused(double scale, double widthMm, double heightMm, const LocalText& paper,
                       double fitting);
std::string tableHeading(Language language);
/// "… và 12 hàng, 1 cột nữa: terroir table ocop" of what a table on a page leaves out.
std::string tableRest(std::size_t rows, std::size_t columns, const std::string& theme,
                      Language language);
std::string noteHeading(Language language);
/// "Vị trí trong tỉnh Lai Châu"; "Vị trí trong cả nước" without a province.
std::string locatorHeading(const std::string& province, Language language);

} // namespace terroir::map
