#include "core/geometry/vector_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/table_limits.hpp"
#include "core/geometry/coordinate_look.hpp"
#include "core/geometry/gdal.hpp"
#include "core/geometry/ogr_shape.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace terroir::geometry {

namespace {

struct TransformDelete {
    void operator()(OGRCoordinateTransformation* transform) const {
        OGRCoordinateTransformation::DestroyCT(transform);
    }
};
using CoordinateTransform = std::unique_ptr<OGRCoordinateTransformation, TransformDelete>;

OGRLayer* findLayer(GDALDataset& dataset, const std::string& name, const std::string& file) {
    std::vector<std::string> polygonLayers;
    OGRLayer* last = nullptr;
    for (OGRLayer* layer : dataset.GetLayers()) {
        const bool polygons = mayHoldPolygons(*layer);
        if (name == layer->GetName() && !polygons)
            throw InputError(
                file, 0, "",
                localText("lớp '{}' chứa {}, không phải đa giác; hãy dùng lớp có các vùng.",
                          "the layer '{}' holds {}, not polygons; give the layer with the areas.",
                          name, OGRGeometryTypeToName(layer->GetGeomType())));
        if (name == layer->GetName())
            return layer;
        if (polygons) {
            polygonLayers.emplace_back(layer->GetName());
            last = layer;
        }
    }
    if (polygonLayers.empty())
        throw InputError(
            file, 0, "",
            localText("không có lớp đa giác nào; hãy dùng tệp có vùng của các đơn vị.",
                      "there is no layer with polygons; give a file with the areas of units."));
    if (!name.empty())
        throw InputError(
            file, 0, "",
            unknownWord(localText("không có lớp '{}'.", "there is no layer '{}'.", name), name,
                        localText("Các lớp có đa giác là", "The layers with polygons are"),
                        polygonLayers));
    if (polygonLayers.size() > 1)
        throw InputError(file, 0, "",
                         localText("có nhiều lớp đa giác; hãy chọn một trong các lớp: {}.",
                                   "there are several layers with polygons; name one of: {}.",
                                   fmt::join(polygonLayers, ", ")));
    return last;
}

} // namespace

struct PolygonReader::Source {
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;
    OGRSpatialReference system;    ///< of the coordinates; empty when it is not asked for
    CoordinateTransform transform; ///< empty for WGS 84
    std::string file, name;
    std::vector<std::string> fields;
    std::size_t count = 0;

    ~Source() {
        const QuietGdal gdal;
        transform.reset();
        dataset.reset();
    }

    /// The extent as the file has it.
    Box numbers() const {
        OGREnvelope extent;
        if (layer->GetExtent(&extent, TRUE) != OGRERR_NONE)
            return {};
        return {extent.MinX, extent.MinY, extent.MaxX, extent.MaxY};
    }

    void openTransform(const QuietGdal& gdal, const std::string& said) {
        if (said == asWritten)
            return;
        if (!said.empty() && system.SetFromUserInput(said.c_str()) != OGRERR_NONE)
            throw UsageError(localText("Không có hệ tọa độ '{}'; hãy ghi mã EPSG, ví dụ EPSG:9205, "
                                       "hoặc vn2000:103°00'.",
                                       "There is no coordinate reference system '{}'; give an EPSG "
                                       "code, such as EPSG:9205, or vn2000:103°00'.",
                                       said));
        if (said.empty() && layer->GetSpatialRef() != nullptr)
            system = *layer->GetSpatialRef();
        const OGRSpatialReference* crs = &system;
        const bool isKnown = !crs->IsLocal() && !crs->IsEmpty();
        const auto fault = faultOf(numbers(), !isKnown              ? SaidUnit::Nothing
                                              : crs->IsGeographic() ? SaidUnit::Degrees
                                                                    : SaidUnit::Metres);
        if (!isKnown)
            throw InputError(file, 0, "",
                             localText("lớp '{}' không ghi hệ tọa độ; hãy bổ sung (tệp .prj, hoặc "
                                       "đặt hệ tọa độ trong QGIS rồi lưu lại){}.",
                                       "the layer '{}' does not say its coordinate system; add it "
                                       "(a .prj file, or set the CRS in QGIS and save again){}.",
                                       name,
                                       fault ? localText(": {}", ": {}", *fault) : LocalText()));
        if (fault)
            throw InputError(file, 0, "",
                             localText("lớp '{}': {}.", "the layer '{}': {}.", name, *fault));
        OGRSpatialReference from(*crs), wgs84;
        wgs84.importFromEPSG(4326);
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (from.IsSame(&wgs84))
            return;
        transform.reset(OGRCreateCoordinateTransformation(&from, &wgs84));
        if (!transform)
            throw InputError(file, 0, "",
                             localText("không chuyển được hệ tọa độ của lớp '{}' sang WGS 84 ({}); "
                                       "hãy lưu lớp theo EPSG:4326.",
                                       "the coordinate system of layer '{}' cannot be brought to "
                                       "WGS 84 ({}); save the layer in EPSG:4326.",
                                       name, gdal.reason()));
    }

    MultiPolygon shapeOf(OGRFeature& feature, const QuietGdal& gdal) const {
        MultiPolygon shape;
        std::unique_ptr<OGRGeometry> geometry(feature.StealGeometry());
        if (!geometry)
            return shape;
        if (geometry->hasCurveGeometry())
            geometry.reset(geometry->getLinearGeometry());
        if (transform && geometry->transform(transform.get()) != OGRERR_NONE)
            throw InputError(file, 0, "",
                             localText("không chuyển được đối tượng {} sang WGS 84 ({}); hãy kiểm "
                                       "tra hệ tọa độ của lớp.",
                                       "feature {} cannot be brought to WGS 84 ({}); check the "
                                       "coordinate system of the layer.",
                                       feature.GetFID(), gdal.reason()));
        collectPolygons(*geometry, shape);
        return shape;
    }
};

PolygonReader::PolygonReader(const std::filesystem::path& file, const std::string& layer,
                             std::string_view crs)
    : m_source(std::make_unique<Source>()) {
    const QuietGdal gdal;
    Source& source = *m_source;
    source.file = file.string();
    source.dataset = openVector(gdal, file);
    source.layer = findLayer(*source.dataset, layer, source.file);
    source.name = source.layer->GetName();
    // Reading a feature takes longer with the square of them.
    const OGRFeatureDefn& definition = *source.layer->GetLayerDefn();
    if (std::size_t(definition.GetFieldCount()) > maxColumns)
        throw InputError(source.file, 0, "",
                         localText("lớp '{}' có hơn {} cột; hãy xóa các cột thừa rồi lưu lại.",
                                   "the layer '{}' has more than {} columns; delete those that are "
                                   "not needed and save it again.",
                                   source.name, maxColumns));
    source.openTransform(gdal, std::string(crs));
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        source.fields.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    source.count = std::size_t(std::max<GIntBig>(0, source.layer->GetFeatureCount()));
}

PolygonReader::~PolygonReader() = default;
PolygonReader::PolygonReader(PolygonReader&&) noexcept = default;

const std::string& PolygonReader::layer() const {
    return m_source->name;
}
const std::vector<std::string>& PolygonReader::fields() const {
    return m_source->fields;
}
std::string PolygonReader::crs() const {
    const OGRSpatialReference& crs = m_source->system;
    const std::string name = crs.GetName() != nullptr ? crs.GetName() : "";
    const char* const code = crs.GetAuthorityCode(nullptr);
    const char* const authority = crs.GetAuthorityName(nullptr);
    if (code == nullptr || authority == nullptr)
        return name;
    return name + " (" + authority + ":" + code + ")";
}
std::size_t PolygonReader::count() const {
    return m_source->count;
}

void PolygonReader::rewind(Take take) {
    const QuietGdal gdal;
    const char* const ignored[] = {"OGR_GEOMETRY", nullptr};
    const char* const nothing[] = {nullptr};
    m_source->layer->SetIgnoredFields(
        const_cast<const char**>(take == Take::Attributes ? ignored : nothing));
    m_source->layer->ResetReading();
}

bool PolygonReader::next(PolygonFeature& feature) {
    const QuietGdal gdal;
    const OGRFeatureUniquePtr read(m_source->layer->GetNextFeature());
    if (!read) {
        if (!gdal.failure().empty())
            throw InputError(m_source->file, 0, "",
                             localText("lớp '{}' bị đứt giữa chừng ({}); hãy chép hoặc xuất lại.",
                                       "the layer '{}' breaks off ({}); copy or export it again.",
                                       m_source->name, gdal.reason()));
        return false;
    }
    feature.id = read->GetFID();
    feature.attributes.clear();
    for (int i = 0; i < read->GetFieldCount(); ++i)
        if (read->IsFieldSetAndNotNull(i))
            feature.attributes.emplace(m_source->fields[std::size_t(i)], read->GetFieldAsString(i));
    feature.shape = m_source->shapeOf(*read, gdal);
    return true;
}

std::vector<std::string> layerNames(const std::filesystem::path& file) {
    const QuietGdal gdal;
    const GDALDatasetUniquePtr dataset = openVector(gdal, file);
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset->GetLayers())
        names.emplace_back(layer->GetName());
    return names;
}

PolygonLayer readPolygons(const std::filesystem::path& file, const std::string& layer) {
    PolygonReader reader(file, layer);
    PolygonLayer read{reader.layer(), reader.fields(), {}};
    PolygonFeature feature;
    bool anyPolygon = false;
    while (reader.next(feature)) {
        anyPolygon = anyPolygon || !feature.shape.empty();
        read.features.push_back(std::move(feature));
        feature = {};
    }
    if (!anyPolygon)
        throw InputError(
            file.string(), 0, "",
            localText("lớp '{}' không có đa giác nào; hãy dùng lớp có các vùng.",
                      "the layer '{}' holds no polygons; give the layer with the areas.",
                      read.name));
    return read;
}

} // namespace terroir::geometry
