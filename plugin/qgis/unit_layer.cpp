#include "plugin/qgis/unit_layer.hpp"

#include "core/figures/join.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/geometry/layer_table.hpp"
#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/features.hpp"
#include "plugin/qgis/layer_day.hpp"
#include "plugin/qgis/layer_store.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/spotlight.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsfillsymbol.h>
#include <qgspallabeling.h>
#include <qgsproject.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayerlabeling.h>

namespace terroir::qgis {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

constexpr double layerOutlineMetres = 10;

struct UnitTable {
    geometry::LayerTable table;
    bool approximate = false;
};

QString levelName(Level level) {
    switch (level) {
    case Level::Province:
        return said("Tỉnh, thành phố", "Provinces");
    case Level::District:
        return said("Huyện", "Districts");
    case Level::Commune:
        break;
    }
    return said("Xã", "Communes");
}

UnitTable readUnits(workspace::Workspace& workspace, Level level, Date day, UnitIndex within) {
    const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
    const std::vector<UnitIndex> units = gazetteer::unitsWithin(gazetteer, within, level, day);
    const boundaries::UnitShapes shapes =
        boundaries::shapesOf(workspace.file(), gazetteer, units, day, layerOutlineMetres);
    UnitTable read;
    read.approximate = shapes.anyApproximate();
    read.table.geometry = geometry::GeometryType::Polygons;
    for (const char* name : {"uid", "code", "type", "name", "parent", "boundary"})
        read.table.columns.push_back({name, {}, ColumnType::Text});
    for (const boundaries::UnitShape& shape : shapes.units) {
        const gazetteer::Unit& unit = gazetteer.unit(shape.unit);
        const UnitIndex parent = gazetteer.parentAt(shape.unit, day);
        const bool isOfficial = shape.origin == boundaries::Origin::Official;
        geometry::LayerRow row;
        row.cells = {unit.uid, unit.code, unit.type, unit.name};
        row.cells.emplace_back();
        if (parent != noUnit)
            row.cells.back() = gazetteer.unit(parent).fullName();
        row.cells.emplace_back(std::string(isOfficial ? "official" : "approximate"));
        row.polygons = shape.shape;
        read.table.rows.push_back(std::move(row));
    }
    return read;
}

void place(Desk& desk, UnitTable& read, Level level, Date day) {
    if (read.table.rows.empty())
        return desk.say(said("Ngày %1 không có đơn vị nào ở cấp này (cấp huyện hết hiệu lực từ "
                             "1/7/2025).",
                             "On %1 there are no units of this level (districts ended on 1 July "
                             "2025).")
                            .arg(toQt(day.toString())),
                        Qgis::MessageLevel::Warning);
    QString title = QStringLiteral("%1, %2").arg(levelName(level), toQt(day.toString()));
    if (read.approximate)
        title += said(" (ranh giới gần đúng)", " (approximate boundaries)");
    read.table.title = fromQt(title);
    const bool isFirst = QgsProject::instance()->mapLayers().isEmpty();
    std::unique_ptr<QgsVectorLayer> layer = memoryLayer(read.table);
    lookLikeUnits(*layer, read.approximate);
    rememberDay(*layer, day);
    goAlongWithProject(*layer, QStringLiteral("units_%1_%2")
                                   .arg(toQt(gazetteer::toString(level)),
                                        toQt(day.toString()).remove(QLatin1Char('-'))));
    const QgsGeometry extent = QgsGeometry::fromRect(layer->extent());
    QgsProject::instance()->addMapLayer(layer.release());
    if (isFirst)
        zoomTo(desk.qgis(), {extent});
}

} // namespace

// Dots, because the dashes of neighbours close each other's gaps.
void lookLikeUnits(QgsVectorLayer& layer, bool approximate) {
    const QVariantMap look = {{QStringLiteral("style"), QStringLiteral("no")},
                              {QStringLiteral("outline_color"), QStringLiteral("#6e6e6e")},
                              {QStringLiteral("outline_width"), QStringLiteral("0.26")},
                              {QStringLiteral("outline_style"),
                               approximate ? QStringLiteral("dot") : QStringLiteral("solid")}};
    layer.setRenderer(
        new QgsSingleSymbolRenderer(compat::owned(QgsFillSymbol::createSimple(look))));
    QgsPalLayerSettings labels;
    labels.fieldName = QStringLiteral("name");
    QgsTextFormat format;
    format.setSize(8);
    format.setColor(QColor(0x4d, 0x4d, 0x4d));
    format.buffer().setEnabled(true);
    format.buffer().setSize(0.6);
    labels.setFormat(format);
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(labels));
    layer.setLabelsEnabled(true);
}

void addUnitLayer(Desk& desk, Level level) {
    if (desk.library() == nullptr)
        return desk.say(said("Hãy mở hoặc tạo một không gian làm việc trước.",
                             "Open a workspace, or make one, first."),
                        Qgis::MessageLevel::Warning);
    const workspace::SnapshotPtr contents = desk.library()->contents;
    const Date day = desk.asOf();
    UnitIndex within = noUnit;
    if (level != Level::Province) {
        const UnitIndex chosen = contents->gazetteer->find(desk.selectedUnit());
        if (chosen == noUnit)
            return desk.say(
                said("Hãy tìm hoặc bấm chọn một đơn vị trước: lớp sẽ gồm các đơn vị của "
                     "tỉnh ấy.",
                     "Search for a unit, or click one, first: the layer holds the units "
                     "of its province."),
                Qgis::MessageLevel::Warning);
        const std::vector<gazetteer::Share> now = contents->gazetteer->convert(chosen, day);
        within = contents->gazetteer->ancestorAt(now.empty() ? chosen : now.front().unit,
                                                 Level::Province, day);
    }
    auto read = std::make_shared<UnitTable>();
    desk.jobs().start(
        said("terroir: ranh giới đơn vị", "terroir: boundaries of units"),
        [=](const Progress&) {
            workspace::Workspace workspace(contents->file, store::Mode::ReadOnly,
                                           store::Spatial::Yes);
            *read = readUnits(workspace, level, day, within);
        },
        [&desk, read, level, day](const QString& problem) {
            if (problem.isEmpty())
                place(desk, *read, level, day);
            else
                desk.say(problem, Qgis::MessageLevel::Critical);
        });
}

} // namespace terroir::qgis
