#include "core/theme/picture.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/sheets/xml_reader.hpp"
#include "core/theme/path_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <iterator>

namespace terroir::theme {

namespace {

using geometry::Point;
using geometry::Ring;

constexpr std::size_t maxPictureBytes = 64U << 10U;
constexpr sheets::XmlNamespace svgNamespaces[] = {{"http://www.w3.org/2000/svg", ""}};

[[noreturn]] void refuse(const std::string& name, const LocalText& why) {
    throw InputError(localText("'{}' không dùng làm hình được: {}. Hãy lưu lại thành SVG chỉ có "
                               "các đường khép kín (path), không có transform.",
                               "'{}' cannot be used as a picture: {}. Save it as an SVG that has "
                               "nothing but closed paths, without transforms.",
                               name, why));
}

/// Collects the rings of all paths; anything else that could be seen is refused.
class PictureHandler final : public sheets::XmlHandler {
public:
    explicit PictureHandler(const std::string& name) : XmlHandler(svgNamespaces), m_name(name) {}

    void open(std::string_view element, const sheets::XmlAttributes& attributes) override {
        static constexpr std::array<std::string_view, 6> known{"svg",   "g",    "path",
                                                               "title", "desc", "metadata"};
        if (std::find(known.begin(), known.end(), element) == known.end())
            refuse(m_name, localText("có phần tử <{}>", "it has the element <{}>", element));
        if (!attributes.value("transform").empty())
            refuse(m_name, localText("<{}> có transform", "its <{}> has a transform", element));
        m_isSvg = m_isSvg || element == "svg";
        if (element != "path")
            return;
        const PathResult read = readPath(attributes.value("d"), mostCorners - m_corners);
        if (!read.problem.vi.empty())
            refuse(m_name, read.problem);
        for (const Ring& ring : read.rings)
            m_corners += ring.size();
        std::move(read.rings.begin(), read.rings.end(), std::back_inserter(rings));
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    bool isSvg() const { return m_isSvg; }
    std::vector<Ring> rings;

private:
    static constexpr std::size_t mostCorners = 20'000;
    const std::string& m_name;
    std::size_t m_corners = 0;
    bool m_isSvg = false;
};

/// Into the square from 0 to 1.
void fit(std::vector<Ring>& rings, const std::string& name) {
    geometry::Box box;
    for (const Ring& ring : rings)
        for (const Point& point : ring)
            box.expand(point);
    const double side = box.isEmpty() ? 0 : std::max(box.width(), box.height());
    if (!(side > 0) || !std::isfinite(side))
        refuse(name, {"không có đường khép kín nào", "it has no closed path"});
    const double left = box.minX - (side - box.width()) / 2;
    const double top = box.minY - (side - box.height()) / 2;
    for (Ring& ring : rings)
        for (Point& point : ring)
            point = {(point.x - left) / side, (point.y - top) / side};
}

} // namespace

std::string pathData(const Picture& picture, double side) {
    std::string data;
    for (const Ring& ring : picture.rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            data += fmt::format("{}{:.3g} {:.3g}", i == 0 ? 'M' : 'L', ring[i].x * side,
                                ring[i].y * side);
        data += 'Z';
    }
    return data;
}

Picture readPicture(const std::string& svg, const std::string& name) {
    if (svg.size() > maxPictureBytes)
        refuse(name, {"tệp lớn hơn 64 kB", "the file is larger than 64 kB"});
    std::size_t at = 0;
    const sheets::ByteSource bytes = [&](char* into, std::size_t size) {
        const std::size_t part = std::min(size, svg.size() - at);
        std::memcpy(into, svg.data() + at, part);
        at += part;
        return part;
    };
    PictureHandler handler(name);
    sheets::readXml(bytes, name, "SVG", handler);
    if (!handler.isSvg())
        refuse(name, {"tệp không phải SVG", "the file is no SVG"});
    fit(handler.rings, name);
    return {name, std::move(handler.rings)};
}

Picture readPictureFile(const std::filesystem::path& file, const std::string& name) {
    return readPicture(readFile(file, maxPictureBytes), name);
}

} // namespace terroir::theme
