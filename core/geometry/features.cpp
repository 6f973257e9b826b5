#include "core/geometry/features.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/geometry/coordinate_look.hpp"
#include "core/geometry/gdal.hpp"
#include "core/geometry/ogr_shape.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace terroir::geometry {

namespace {

struct DeleteTransform {
    void operator()(OGRCoordinateTransformation* transform) const {
        OGRCoordinateTransformation::DestroyCT(transform);
    }
};
using Operation = std::unique_ptr<OGRCoordinateTransformation, DeleteTransform>;

FeatureShape shapeOf(OGRLayer& layer) {
    const OGRwkbGeometryType type = wkbFlatten(layer.GetGeomType());
    if (type == wkbPoint || type == wkbMultiPoint)
        return FeatureShape::Points;
    if (OGR_GT_IsCurve(type) || OGR_GT_IsSubClassOf(type, wkbMultiCurve))
        return FeatureShape::Lines;
    if (OGR_GT_IsSurface(type) || OGR_GT_IsSubClassOf(type, wkbMultiSurface))
        return FeatureShape::Areas;
    return FeatureShape::Mixed;
}

std::vector<std::string> drawableLayersOf(GDALDataset& dataset) {
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset.GetLayers())
        if (layer->GetGeomType() != wkbNone)
            names.emplace_back(layer->GetName());
    return names;
}

OGRLayer& chosenLayer(GDALDataset& dataset, const std::string& name, const std::string& file) {
    const std::vector<std::string> layers = drawableLayersOf(dataset);
    if (std::find(layers.begin(), layers.end(), name) != layers.end())
        return *dataset.GetLayerByName(name.c_str());
    if (layers.empty())
        throw InputError(
            file, 0, "",
            localText("không có lớp nào có hình; hãy dùng tệp có điểm, đường hoặc "
                      "vùng.",
                      "no layer has shapes; give a file with points, lines or areas."));
    if (!name.empty())
        throw InputError(
            file, 0, "",
            unknownWord(localText("không có lớp '{}'.", "there is no layer '{}'.", name), name,
                        localText("Các lớp là", "The layers are"), layers));
    if (layers.size() > 1)
        throw InputError(file, 0, "",
                         localText("có nhiều lớp; hãy chọn một trong các lớp: {}.",
                                   "there are several layers; name one of: {}.",
                                   fmt::join(layers, ", ")));
    return *dataset.GetLayerByName(layers.front().c_str());
}

std::vector<Point> pointsOf(const OGRSimpleCurve& line) {
    std::vector<Point> points;
    points.reserve(std::size_t(line.getNumPoints()));
    for (int i = 0; i < line.getNumPoints(); ++i)
        points.push_back({line.getX(i), line.getY(i)});
    return points;
}

void collect(const OGRGeometry& geometry, Feature& into) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (geometry.IsEmpty())
        return;
    if (type == wkbPoint)
        into.points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
    else if (type == wkbLineString)
        into.lines.push_back(pointsOf(*geometry.toSimpleCurve()));
    else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection))
        for (const OGRGeometry* part : *geometry.toGeometryCollection())
            collect(*part, into);
    else
        collectPolygons(geometry, into.areas);
}

} // namespace

std::vector<std::string> drawableLayers(const std::filesystem::path& file) {
    const QuietGdal gdal;
    return drawableLayersOf(*openVector(gdal, file));
}

struct FeatureReader::Source {
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;
    Operation toLonLat, fromLonLat; ///< empty for WGS 84
    std::string file;
    FeatureLayer described;

    ~Source() {
        const QuietGdal gdal;
        toLonLat.reset();
        fromLonLat.reset();
        dataset.reset();
    }

    void openTransforms(const QuietGdal& gdal) {
        const OGRSpatialReference* said = layer->GetSpatialRef();
        OGREnvelope extent;
        const Box numbers = layer->GetExtent(&extent, TRUE) == OGRERR_NONE
                                ? Box{extent.MinX, extent.MinY, extent.MaxX, extent.MaxY}
                                : Box();
        const bool isKnown = said != nullptr && !said->IsLocal() && !said->IsEmpty();
        const auto fault = numbers.isEmpty()
                               ? std::nullopt
                               : faultOf(numbers, !isKnown               ? SaidUnit::Nothing
                                                  : said->IsGeographic() ? SaidUnit::Degrees
                                                                         : SaidUnit::Metres);
        if (!isKnown || fault)
            throw InputError(
                file, 0, "",
                localText("lớp '{}' không ghi hệ tọa độ hoặc ghi sai; hãy bổ sung (tệp .prj, hoặc "
                          "đặt hệ tọa độ trong QGIS rồi lưu lại){}.",
                          "the layer '{}' does not say its coordinate system, or a wrong one; add "
                          "it (a .prj file, or set the CRS in QGIS and save again){}.",
                          described.name, fault ? localText(": {}", ": {}", *fault) : LocalText()));
        OGRSpatialReference own(*said), wgs84;
        wgs84.importFromEPSG(4326);
        own.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (!own.IsSame(&wgs84)) {
            toLonLat.reset(OGRCreateCoordinateTransformation(&own, &wgs84));
            fromLonLat.reset(OGRCreateCoordinateTransformation(&wgs84, &own));
            if (!toLonLat || !fromLonLat)
                throw InputError(file, 0, "",
                                 localText("không chuyển được hệ tọa độ của lớp '{}' sang WGS 84 "
                                           "({}); hãy lưu lớp theo EPSG:4326.",
                                           "the coordinate system of layer '{}' cannot be brought "
                                           "to WGS 84 ({}); save the layer in EPSG:4326.",
                                           described.name, gdal.reason()));
        }
        described.lonLat = boxIn(toLonLat.get(), numbers);
        described.crs = definitionOf(own);
    }

    /// Of points along the edges; those that cannot be transformed are left out.
    static Box boxIn(OGRCoordinateTransformation* operation, const Box& box) {
        if (operation == nullptr || box.isEmpty())
            return box;
        Box out;
        constexpr int steps = 16;
        for (int i = 0; i <= steps; ++i)
            for (int j = 0; j <= steps; j += i == 0 || i == steps ? 1 : steps) {
                double x = box.minX + box.width() * i / steps;
                double y = box.minY + box.height() * j / steps;
                if (operation->Transform(1, &x, &y) != FALSE)
                    out.expand(Point{x, y});
            }
        return out;
    }
};

FeatureReader::FeatureReader(const std::filesystem::path& file, const std::string& layer)
    : m_source(std::make_unique<Source>()) {
    const QuietGdal gdal;
    Source& source = *m_source;
    source.file = file.string();
    source.dataset = openVector(gdal, file);
    source.layer = &chosenLayer(*source.dataset, layer, source.file);
    source.described.name = source.layer->GetName();
    source.described.shape = shapeOf(*source.layer);
    const OGRFeatureDefn& fields = *source.layer->GetLayerDefn();
    for (int i = 0; i < fields.GetFieldCount(); ++i)
        if (fields.GetFieldDefn(i)->GetType() == OFTString)
            source.described.textFields.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
    source.openTransforms(gdal);
}

FeatureReader::~FeatureReader() = default;
FeatureReader::FeatureReader(FeatureReader&&) noexcept = default;

const FeatureLayer& FeatureReader::layer() const {
    return m_source->described;
}

void FeatureReader::read(const Box& lonLat, const std::string& nameField,
                         const std::function<bool(Feature)>& take) {
    const QuietGdal gdal;
    Source& source = *m_source;
    const Box own = Source::boxIn(source.fromLonLat.get(), lonLat);
    if (own.isEmpty())
        return;
    source.layer->SetSpatialFilterRect(own.minX, own.minY, own.maxX, own.maxY);
    source.layer->ResetReading();
    const int field =
        nameField.empty() ? -1 : source.layer->GetLayerDefn()->GetFieldIndex(nameField.c_str());
    while (const OGRFeatureUniquePtr row{source.layer->GetNextFeature()}) {
        std::unique_ptr<OGRGeometry> geometry(row->StealGeometry());
        if (geometry && geometry->hasCurveGeometry())
            geometry.reset(geometry->getLinearGeometry());
        if (!geometry ||
            (source.toLonLat && geometry->transform(source.toLonLat.get()) != OGRERR_NONE))
            continue;
        Feature feature;
        if (field >= 0 && row->IsFieldSetAndNotNull(field))
            feature.name = row->GetFieldAsString(field);
        collect(*geometry, feature);
        if (!take(std::move(feature)))
            return;
    }
    if (!gdal.failure().empty())
        throw InputError(source.file, 0, "",
                         localText("không đọc hết được ({}); hãy chép lại hoặc lưu lại tệp ấy.",
                                   "cannot be read to its end ({}); copy it or save it again.",
                                   gdal.reason()));
}

} // namespace terroir::geometry
