#include "plugin/viewer/print_page.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "plugin/viewer/strings.hpp"

#include <QPainter>
#include <QPrinter>

namespace terroir::viewer {

namespace {

constexpr double mmPerInch = 25.4;

} // namespace

void setPage(QPrinter& printer, const MapPage& page) {
    const map::Page sheet = page.page.pageFor(page.format);
    const bool isLandscape = sheet.widthMm > sheet.heightMm;
    printer.setPageSize(QPageSize(
        QSizeF(std::min(sheet.widthMm, sheet.heightMm), std::max(sheet.widthMm, sheet.heightMm)),
        QPageSize::Millimeter));
    printer.setPageOrientation(isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer.setFullPage(true);
    printer.setPageMargins({}, QPageLayout::Millimeter);
    printer.setCreator(QStringLiteral("terroir"));
}

void printPage(const map::Scene& scene, const plugin::Painter& painter, QPrinter& printer) {
    printer.setDocName(toQString(scene.title));
    QPainter canvas;
    if (!canvas.begin(&printer))
        throw InputError(localText(
            "Máy in không nhận trang; hãy kiểm tra máy đã bật và có giấy, hoặc chọn máy khác.",
            "The printer does not take the page; check that it is on and has paper, or choose "
            "another one."));
    const double scale = printer.resolution() / mmPerInch;
    canvas.scale(scale, scale);
    painter.paint(scene, canvas);
    if (!canvas.end())
        throw InputError(localText("Trang chưa in được; hãy kiểm tra máy in.",
                                   "The page was not printed; check the printer."));
}

} // namespace terroir::viewer
