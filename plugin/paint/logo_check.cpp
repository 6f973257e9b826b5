#include "plugin/paint/logo_check.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/map/logo.hpp"

#include <QByteArray>
#include <QImage>
#include <QSvgRenderer>

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace terroir::paint {

namespace {

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        number = number << 8U | static_cast<unsigned char>(bytes[i]);
    return number;
}

/// Its chunks are there to the last one and have their sums (RFC 2083, 3.2): libpng would complain
/// on standard error itself.
bool isWholePng(std::string_view bytes) {
    constexpr std::size_t signature = 8, around = 12; // length and type before, sum behind
    for (std::size_t at = signature; at + around <= bytes.size();) {
        const std::size_t length = numberAt(bytes, at);
        if (length > bytes.size() - at - around)
            return false;
        const std::string_view content = bytes.substr(at + 4, length + 4);
        const auto* const data = reinterpret_cast<const Bytef*>(content.data());
        if (crc32(0, data, uInt(content.size())) != numberAt(bytes, at + 8 + length))
            return false;
        if (content.starts_with("IEND"))
            return true;
        at += around + length;
    }
    return false;
}

bool isPaintable(const map::Picture& picture) {
    const QByteArray bytes = QByteArray::fromStdString(*picture.bytes);
    if (picture.isSvg)
        return QSvgRenderer(bytes).isValid();
    return isWholePng(*picture.bytes) && !QImage::fromData(bytes, "PNG").isNull();
}

} // namespace

void requirePaintable(const std::filesystem::path& logo) {
    if (!isPaintable(map::readLogo(logo)))
        throw InputError(localText("Biểu trưng '{}' bị hỏng, không vẽ được; hãy lưu lại tệp PNG "
                                   "hoặc SVG ấy, hoặc chọn tệp khác.",
                                   "The logo '{}' is damaged and cannot be painted; save the PNG "
                                   "or SVG again, or choose another file.",
                                   logo.string()));
}

} // namespace terroir::paint
