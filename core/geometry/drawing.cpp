#include "core/geometry/drawing.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/gdal.hpp"
#include "core/geometry/memory_folder.hpp"

#include <fmt/format.h>

namespace terroir::geometry {

namespace {

template <typename Curve>
void appendPoints(Curve& curve, const Ring& points) {
    for (const Point& point : points)
        curve.addPoint(point.x, point.y);
}

std::unique_ptr<OGRGeometry> areaOf(const Polygon& polygon) {
    auto area = std::make_unique<OGRPolygon>();
    const auto append = [&](const Ring& ring) {
        auto line = std::make_unique<OGRLinearRing>();
        appendPoints(*line, ring);
        line->closeRings();
        area->addRingDirectly(line.release());
    };
    append(polygon.outer);
    for (const Ring& hole : polygon.holes)
        append(hole);
    return area;
}

std::unique_ptr<OGRGeometry> lineOf(const Ring& points) {
    auto line = std::make_unique<OGRLineString>();
    appendPoints(*line, points);
    return line;
}

/// As OGR's feature styles quote a text.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    return out + "\"";
}

} // namespace

void writeDxf(const Drawing& drawing, const std::filesystem::path& file) {
    const QuietGdal errors;
    const auto requireDone = [&](bool done) {
        if (!done || !errors.failure().empty())
            throw InputError(localText("{}: Không ghi được tệp ({}). Hãy kiểm tra dung lượng ổ đĩa "
                                       "và quyền ghi vào thư mục.",
                                       "{}: The file cannot be written ({}). Check that the disk "
                                       "has room and that the folder can be written.",
                                       file.string(), errors.reason()));
    };
    // On a full disk GDAL's writer of DXF runs over its own memory.
    const MemoryFolder memory;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("DXF");
    requireDone(driver != nullptr);
    GDALDatasetUniquePtr dataset(
        driver->Create(memory.path(file.filename().string()).c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    requireDone(dataset != nullptr);
    OGRLayer* entities = dataset->CreateLayer("entities");
    requireDone(entities != nullptr);
    const auto write = [&](const std::string& layer, const std::string& style,
                           std::unique_ptr<OGRGeometry> geometry) {
        OGRFeature feature(entities->GetLayerDefn());
        feature.SetField("Layer", layer.c_str());
        feature.SetStyleString(style.c_str());
        feature.SetGeometryDirectly(geometry.release());
        requireDone(entities->CreateFeature(&feature) == OGRERR_NONE);
    };
    for (const Drawing::Fill& fill : drawing.fills)
        write(fill.layer, fmt::format("BRUSH(fc:{})", fill.colour.toHex()), areaOf(fill.area));
    for (const Drawing::Line& line : drawing.lines)
        write(line.layer, "PEN(c:#000000)", lineOf(line.points));
    for (const Drawing::Text& text : drawing.texts)
        write(text.layer,
              fmt::format("LABEL(f:\"Arial\",t:{},s:{}g,c:#000000,p:{})", quoted(text.text),
                          text.height, text.isCentred ? 5 : 4),
              std::make_unique<OGRPoint>(text.at.x, text.at.y));
    dataset.reset(); // the file is put together here
    requireDone(true);
    memory.writeInto(file.parent_path());
}

} // namespace terroir::geometry
