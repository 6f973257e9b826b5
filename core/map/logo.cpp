#include "core/map/logo.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace terroir::map {

namespace {

constexpr std::size_t maxBytes = 8U << 20U;
constexpr double longestAspect = 12;

constexpr double mostPixels = 25e6; ///< of a PNG: what it is unpacked to

/// Width to height by the header of a PNG (RFC 2083, 11.2.2).
std::optional<double> aspectOfPng(std::string_view bytes) {
    constexpr std::string_view begin("\x89PNG\r\n\x1a\n", 8);
    if (!bytes.starts_with(begin) || bytes.size() < 24)
        return std::nullopt;
    const auto at = [&](std::size_t from) {
        double value = 0;
        for (std::size_t i = from; i < from + 4; ++i)
            value = value * 256 + static_cast<unsigned char>(bytes[i]);
        return value;
    };
    const double width = at(16), height = at(20);
    return width * height <= mostPixels ? width / height : -1;
}

std::string_view attributeOf(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos;
         at = tag.find(name, at + 1)) {
        const std::size_t quote = at + name.size() + 1;
        const bool isWhole = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' ||
                                        tag[at - 1] == '\t' || tag[at - 1] == '\r');
        if (!isWhole || quote >= tag.size() || tag[quote - 1] != '=')
            continue;
        const std::size_t end = tag.find(tag[quote], quote + 1);
        if (end != std::string_view::npos)
            return tag.substr(quote + 1, end - quote - 1);
    }
    return {};
}

/// The number that a text begins with, "120mm" as 120.
std::optional<double> lengthOf(std::string_view text) {
    return parsePlainNumber(text.substr(0, text.find_first_not_of("0123456789.")));
}

/// By the viewBox of the outermost element, else by its sides.
std::optional<double> aspectOfSvg(std::string_view bytes) {
    const std::size_t from = bytes.find("<svg");
    if (from == std::string_view::npos)
        return std::nullopt;
    const std::string_view tag = bytes.substr(from, bytes.find('>', from) - from);
    std::vector<double> box;
    std::string_view text = attributeOf(tag, "viewBox");
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" ,"), text.size());
        if (const auto number = parsePlainNumber(text.substr(0, end)))
            box.push_back(*number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (box.size() == 4)
        return box[2] / box[3];
    const auto width = lengthOf(attributeOf(tag, "width"));
    const auto height = lengthOf(attributeOf(tag, "height"));
    return width && height ? std::optional(*width / *height) : std::nullopt;
}

} // namespace

Picture readLogo(const std::filesystem::path& file) {
    Picture picture;
    picture.bytes = std::make_shared<const std::string>(readFile(file, maxBytes));
    std::optional<double> aspect = aspectOfPng(*picture.bytes);
    picture.isSvg = !aspect;
    if (picture.isSvg)
        aspect = aspectOfSvg(*picture.bytes);
    if (!aspect || !(*aspect <= longestAspect && *aspect >= 1 / longestAspect))
        throw InputError(
            localText("'{}' không phải là biểu trưng PNG hay SVG có kích thước vừa phải; "
                      "hãy lưu lại thành PNG hoặc SVG nhỏ hơn.",
                      "'{}' is no logo in PNG or SVG of a bearable size; save it as a "
                      "smaller PNG or an SVG.",
                      file.string()));
    picture.mm = {0, 0, *aspect, 1};
    return picture;
}

} // namespace terroir::map
