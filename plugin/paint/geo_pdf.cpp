#include "plugin/paint/geo_pdf.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/geo_picture.hpp"
#include "core/geometry/projection.hpp"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <array>
#include <exception>

namespace terroir::paint {

namespace {

QPDFObjectHandle number(double value, int decimals) {
    return QPDFObjectHandle::newReal(value, decimals);
}

/// Corners from the lower left, against the clock: in parts of the box, and as latitude and
/// longitude.
QPDFObjectHandle measureOf(const map::GroundFrame& ground) {
    const geometry::Transform toDegrees(ground.crs, "EPSG:4326");
    const std::array<geometry::Point, 4> corners{{{0, 0}, {0, 1}, {1, 1}, {1, 0}}};
    QPDFObjectHandle parts = QPDFObjectHandle::newArray(), places = QPDFObjectHandle::newArray();
    for (const geometry::Point& corner : corners) {
        parts.appendItem(number(corner.x, 0));
        parts.appendItem(number(corner.y, 0));
        const geometry::Point degrees =
            toDegrees(ground.toGround({ground.mm.minX + corner.x * ground.mm.width(),
                                       ground.mm.maxY - corner.y * ground.mm.height()}));
        places.appendItem(number(degrees.y, 9));
        places.appendItem(number(degrees.x, 9));
    }
    QPDFObjectHandle system = QPDFObjectHandle::newDictionary();
    system.replaceKey("/Type", QPDFObjectHandle::newName("/PROJCS"));
    system.replaceKey("/WKT", QPDFObjectHandle::newString(geometry::oldWktOf(ground.crs)));
    QPDFObjectHandle measure = QPDFObjectHandle::newDictionary();
    measure.replaceKey("/Type", QPDFObjectHandle::newName("/Measure"));
    measure.replaceKey("/Subtype", QPDFObjectHandle::newName("/GEO"));
    measure.replaceKey("/Bounds", parts);
    measure.replaceKey("/LPTS", parts);
    measure.replaceKey("/GPTS", places);
    measure.replaceKey("/GCS", system);
    return measure;
}

} // namespace

void addGround(QPDF& document, QPDFObjectHandle& page, std::span<const map::GroundFrame> grounds) {
    // Pages of Qt are whole points high: the page is painted from its upper edge.
    const double height = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    QPDFObjectHandle views = QPDFObjectHandle::newArray();
    for (const map::GroundFrame& ground : grounds) {
        QPDFObjectHandle box = QPDFObjectHandle::newArray();
        for (const double points :
             {ground.mm.minX * pointsPerMm, height - ground.mm.maxY * pointsPerMm,
              ground.mm.maxX * pointsPerMm, height - ground.mm.minY * pointsPerMm})
            box.appendItem(number(points, 4));
        QPDFObjectHandle view = QPDFObjectHandle::newDictionary();
        view.replaceKey("/Type", QPDFObjectHandle::newName("/Viewport"));
        view.replaceKey("/BBox", box);
        view.replaceKey("/Measure", document.makeIndirectObject(measureOf(ground)));
        views.appendItem(view);
    }
    page.replaceKey("/VP", views);
}

std::string withGround(std::string_view pdf, const map::Scene& scene) {
    try {
        QPDF document;
        document.setSuppressWarnings(true); // only our sentences are talk
        document.processMemoryFile("map.pdf", pdf.data(), pdf.size());
        QPDFObjectHandle page =
            QPDFPageDocumentHelper(document).getAllPages().at(0).getObjectHandle();
        addGround(document, page, scene.grounds);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setMinimumPDFVersion("1.7");
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw InputError(localText("Không ghi được tọa độ vào PDF ({}); hãy thử lại hoặc ghi .png.",
                                   "The PDF cannot be given its coordinates ({}); try again or "
                                   "write a .png.",
                                   error.what()));
    }
}

} // namespace terroir::paint
