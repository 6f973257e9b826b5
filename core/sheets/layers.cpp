#include "core/base/csv.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/gdal.hpp"
#include "core/sheets/builder.hpp"
#include "core/sheets/described_fields.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/layer_ground.hpp"
#include "core/sheets/layer_source.hpp"
#include "core/sheets/raw_texts.hpp"
#include "core/sheets/refusal.hpp"
#include "core/sheets/values.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace terroir::sheets {

namespace {

/// What GDAL makes of KML besides the data: how it is drawn.
constexpr std::string_view drawnByKml[] = {"tessellate", "extrude", "visibility",
                                           "drawOrder",  "icon",    "altitudeMode"};

std::string timeText(const OGRFeature& feature, int field) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    const auto text = isoDayText(fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", year, month,
                                             day, hour, minute, int(second)));
    return text.value_or("");
}

bool looksLikeNumber(std::string_view text) {
    return !text.empty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'));
}

/// Where a column of GeoJSON holds numbers and texts, GDAL makes texts of all; the feature as it
/// stands in the file tells them apart.
std::optional<std::string> jsonNumber(const OGRFeature& feature, const OGRFieldDefn& field) {
    const char* const written = feature.GetNativeData();
    if (written == nullptr)
        return std::nullopt;
    const auto json = nlohmann::json::parse(written, nullptr, false);
    const auto properties = json.is_object() ? json.find("properties") : json.end();
    if (properties == json.end() || !properties->is_object())
        return std::nullopt;
    const auto value = properties->find(field.GetNameRef());
    if (value == properties->end() || !value->is_number())
        return std::nullopt;
    return plainNumber(value->get<double>());
}

void putField(const OGRFeature& feature, int field, std::size_t column, SheetBuilder& sheet) {
    if (!feature.IsFieldSetAndNotNull(field))
        return;
    const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
    const bool isBoolean = definition.GetSubType() == OFSTBoolean;
    switch (definition.GetType()) {
    case OFTInteger:
    case OFTInteger64: {
        const GIntBig value = feature.GetFieldAsInteger64(field);
        if (isBoolean)
            return sheet.put(column, value != 0 ? "TRUE" : "FALSE");
        return sheet.keep(column, std::to_string(value), CellKind::Number);
    }
    case OFTReal:
        return sheet.keep(column, plainNumber(feature.GetFieldAsDouble(field)), CellKind::Number);
    case OFTDate:
    case OFTDateTime:
        return sheet.keep(column, timeText(feature, field), CellKind::Date);
    case OFTStringList: {
        std::string joined;
        for (char** part = feature.GetFieldAsStringList(field); part && *part; ++part)
            joined += (joined.empty() ? "" : ", ") + std::string(*part);
        return sheet.keep(column, joined);
    }
    case OFTBinary:
        return;
    default: {
        const std::string_view text = feature.GetFieldAsString(field);
        const auto number = looksLikeNumber(text) ? jsonNumber(feature, definition) : std::nullopt;
        return number ? sheet.keep(column, *number, CellKind::Number) : sheet.keep(column, text);
    }
    }
}

void putNames(const OGRFeatureDefn& definition, const KmlFieldNames& names, SheetBuilder& sheet) {
    sheet.beginRow(0);
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        sheet.keep(std::size_t(i), names.nameOf(definition.GetFieldDefn(i)->GetNameRef()));
    sheet.endRow();
}

void dropColumn(Sheet& sheet, std::size_t column) {
    for (Row& row : sheet.rows)
        if (column < row.cells.size())
            row.cells.erase(row.cells.begin() + std::ptrdiff_t(column));
}

/// Fields of KML that are always empty, or only say how it is drawn.
void dropKmlFields(Sheet& sheet) {
    if (sheet.rows.empty() || sheet.rows.front().line != 0)
        return;
    for (std::size_t column = sheet.rows.front().cells.size(); column-- > 0;) {
        const std::string_view name = sheet.rows.front().text(column);
        const bool isDrawn =
            std::find(std::begin(drawnByKml), std::end(drawnByKml), name) != std::end(drawnByKml);
        const bool isEmpty = std::all_of(sheet.rows.begin() + 1, sheet.rows.end(),
                                         [&](const Row& row) { return row.text(column).empty(); });
        if (isDrawn || isEmpty)
            dropColumn(sheet, column);
    }
    for (Row& row : sheet.rows)
        while (!row.cells.empty() && row.cells.back().isEmpty())
            row.cells.pop_back();
}

/// Reads the layers of one source, counting features over all of them.
class LayerReader {
public:
    LayerReader(const LayerSource& source, WorkbookBuilder& workbook)
        : m_source(source), m_workbook(workbook) {}

    void read(OGRLayer& layer, bool isWanted) {
        if (!isWanted) {
            m_before += std::size_t(std::max<GIntBig>(0, layer.GetFeatureCount()));
            return;
        }
        SheetBuilder sheet(m_workbook, m_source.isDbf() ? "" : layer.GetName());
        sheet.sheet().hasNames = true;
        putNames(*layer.GetLayerDefn(), m_source.kmlNames(), sheet);
        std::optional<LayerGround> ground;
        if (!m_source.isDbf())
            ground.emplace(layer);
        for (const OGRFeatureUniquePtr& feature : layer)
            readFeature(*feature, ground, sheet);
        // GDAL ends without a word where a FlatGeobuf breaks off; its header knows how many there
        // are.
        const bool isCut = m_source.isFlatGeobuf() && layer.GetFeatureCount() > GIntBig(m_features);
        if (isCut)
            failDamaged(m_source.file(),
                        localText("thiếu đối tượng", "some of its features are missing"));
        if (ground)
            for (LocalText& remark : ground->remarks())
                m_workbook.remark(std::move(remark));
        Sheet done = sheet.finish();
        if (m_source.isKml())
            dropKmlFields(done);
        readRawTexts(done, m_workbook);
        splitDescriptions(done, m_workbook);
        m_workbook.add(std::move(done));
    }

    std::size_t features() const { return m_features; }

private:
    void readFeature(OGRFeature& feature, std::optional<LayerGround>& ground, SheetBuilder& sheet) {
        ++m_features;
        // A Shapefile numbers its records, those that are deleted too.
        const std::size_t line =
            m_source.hasRecords() ? std::size_t(feature.GetFID()) + 1 : m_before + m_features;
        sheet.beginRow(line);
        for (int i = 0; i < feature.GetFieldCount(); ++i)
            putField(feature, i, std::size_t(i), sheet);
        if (ground)
            sheet.put(ground->of(feature));
        sheet.endRow();
    }

    const LayerSource& m_source;
    WorkbookBuilder& m_workbook;
    std::size_t m_before = 0;   ///< features of layers that are not read
    std::size_t m_features = 0; ///< read so far
};

Workbook readSource(const LayerSource& source, const std::string& wanted) {
    WorkbookBuilder workbook(source.file());
    const geometry::QuietGdal gdal;
    const LayerDataset dataset = source.open(gdal);
    LayerReader reader(source, workbook);
    std::vector<std::string> names;
    bool isFound = wanted.empty();
    for (OGRLayer* layer : dataset->GetLayers()) {
        const bool isWanted = wanted.empty() || wanted == layer->GetName();
        names.emplace_back(layer->GetName());
        isFound = isFound || isWanted;
        reader.read(*layer, isWanted);
    }
    if (!isFound)
        failNoSheet(source.file(), wanted, names);
    if (!gdal.failure().empty())
        failDamaged(source.file(), gdal.reason());
    if (const std::size_t records = source.records(); records > reader.features())
        workbook.remark(localText("bỏ qua {} bản ghi đã đánh dấu xóa",
                                  "{} deleted records left out", records - reader.features()));
    return workbook.take();
}

} // namespace

Workbook readLayers(const std::filesystem::path& file, const std::string& sheet) {
    return readSource(LayerSource(file, LayerSource::Shapes::Yes), sheet);
}

std::vector<std::string> layerSheets(const std::filesystem::path& file) {
    const geometry::QuietGdal gdal;
    const LayerDataset dataset = LayerSource(file, LayerSource::Shapes::Yes).open(gdal);
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset->GetLayers())
        names.emplace_back(layer->GetName());
    return names;
}

Workbook readDbf(const std::filesystem::path& file) {
    return readSource(LayerSource(file, LayerSource::Shapes::No), {});
}

} // namespace terroir::sheets
