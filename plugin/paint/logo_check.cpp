#include "plugin/paint/logo_check.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/map/logo.hpp"

#include <QByteArray>
#include <QImage>
#include <QSvgRenderer>

namespace terroir::paint {

void requirePaintable(const std::filesystem::path& logo) {
    const map::Picture picture = map::readLogo(logo);
    const QByteArray bytes = QByteArray::fromStdString(*picture.bytes);
    const bool isWhole =
        picture.isSvg ? QSvgRenderer(bytes).isValid() : !QImage::fromData(bytes, "PNG").isNull();
    if (!isWhole)
        throw InputError(localText("Biểu trưng '{}' bị hỏng, không vẽ được; hãy lưu lại tệp PNG "
                                   "hoặc SVG ấy, hoặc chọn tệp khác.",
                                   "The logo '{}' is damaged and cannot be painted; save the PNG "
                                   "or SVG again, or choose another file.",
                                   logo.string()));
}

} // namespace terroir::paint
