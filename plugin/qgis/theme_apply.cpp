#include "plugin/qgis/theme_apply.hpp"

#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QPointer>
#include <QTimer>
#include <qgisinterface.h>
#include <qgscoordinatetransform.h>
#include <qgsdatumtransform.h>
#include <qgslayertree.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

// What projection the project got of a theme: a person who chooses another one keeps it.
const QString entryScope = QStringLiteral("terroir");
const QString crsEntry = QStringLiteral("/themes/crs");

bool hasOnlyThemes(const QgsProject& project) {
    const auto layers = project.mapLayers();
    return std::all_of(layers.begin(), layers.end(),
                       [](const QgsMapLayer* layer) { return !mapOf(*layer).isEmpty(); });
}

bool followsThemes(const QgsProject& project) {
    return project.mapLayers().isEmpty() ||
           (hasOnlyThemes(project) &&
            project.crs().authid() == project.readEntry(entryScope, crsEntry));
}

/// Chooses the first way from the layers' coordinates where there are several: QGIS would ask, in
/// the middle of showing a map whose boundaries are less exact than the ways differ.
void setProjection(const QString& crs, QgsProject& project) {
    const QgsCoordinateReferenceSystem system(crs), lonLat(QStringLiteral("EPSG:4326"));
    if (!system.isValid())
        return;
    QgsCoordinateTransformContext context = project.transformContext();
    if (!context.hasTransform(lonLat, system)) {
        const auto ways = QgsDatumTransform::operations(lonLat, system);
        const auto way =
            std::find_if(ways.begin(), ways.end(), [](const auto& one) { return one.isAvailable; });
        if (ways.size() > 1 && way != ways.end() &&
            context.addCoordinateOperation(lonLat, system, way->proj))
            project.setTransformContext(context);
    }
    project.setCrs(system);
    project.writeEntry(entryScope, crsEntry, system.authid());
}

QgsRectangle extentOf(const QgsLayerTreeGroup& group, const QgsProject& project) {
    QgsRectangle extent;
    extent.setMinimal();
    for (const QgsVectorLayer* layer : vectorLayersIn(group))
        if (layer->isSpatial() && !layer->extent().isEmpty())
            extent.combineExtentWith(
                QgsCoordinateTransform(layer->crs(), project.crs(), project.transformContext())
                    .transformBoundingBox(layer->extent()));
    return extent;
}

/// In the projection of the province, with room for the message bar at the top. What is seen stays
/// when the layers are in it and the projection fits, unless they are the first ones.
void showAll(QgisInterface& qgis, const QgsLayerTreeGroup& group, const QString& crs, bool areFirst,
             QgsProject& project) {
    const bool mustMove = areFirst || project.crs().authid() != crs;
    if (mustMove)
        setProjection(crs, project);
    QgsRectangle extent = extentOf(group, project);
    QgsMapCanvas* canvas = qgis.mapCanvas();
    if (canvas == nullptr || extent.isEmpty() || (!mustMove && canvas->extent().intersects(extent)))
        return;
    constexpr double margin = 1.05, bar = 0.12;
    extent.scale(margin);
    extent.setYMaximum(extent.yMaximum() + bar * extent.height());
    canvas->setExtent(extent);
    canvas->refresh();
}

bool place(Desk& desk, const ThemeMap& map, Placing placing) {
    QgsProject& project = *QgsProject::instance();
    for (const QString& note : map.notes)
        desk.say(note, map.hasFigures ? Qgis::MessageLevel::Info : Qgis::MessageLevel::Warning);
    if (map.layers.empty())
        return false;
    const bool areFirst = project.mapLayers().isEmpty();
    const bool follows = followsThemes(project);
    const PlacedLayers placed = placeLayers(map, placing, project, desk.qgis().activeLayer());
    const QPointer<QgsLayerTreeGroup> group = placed.group;
    if (placed.spared)
        desk.say(said("Các lớp đã có của chủ đề này được lưu thành tệp hoặc đang được sửa nên được "
                      "giữ nguyên; số liệu mới nằm trong một nhóm lớp mới.",
                      "The layers of this theme that are there were saved to a file or are being "
                      "edited, so they stay as they are; the new figures are in a new group."));
    // Afterwards: QGIS takes the projection of the first layer when it has settled.
    if (follows)
        QTimer::singleShot(0, &desk, [&desk, &project, group, areFirst, crs = map.crs] {
            if (!group.isNull())
                showAll(desk.qgis(), *group, crs, areFirst, project);
        });
    return true;
}

} // namespace

void computeTheme(Desk& desk, const theme::Theme& theme, const theme::Settings& settings,
                  std::function<void(const ThemeMap*)> done) {
    if (desk.library() == nullptr) {
        desk.say(said("Chưa mở không gian làm việc: hãy mở hoặc tạo một tệp trước.",
                      "No workspace is open: open or make one first."),
                 Qgis::MessageLevel::Warning);
        return done(nullptr);
    }
    auto map = std::make_shared<ThemeMap>();
    desk.jobs().start(
        said("terroir: %1", "terroir: %1").arg(said(theme.title)),
        [=, file = desk.library()->contents->file,
         language = words().language()](const Progress& progress) {
            workspace::Workspace workspace(file, store::Mode::ReadOnly, store::Spatial::Yes);
            *map = themeMapOf(theme, settings, workspace, language, progress);
        },
        [&desk, map, done](const QString& problem) {
            if (!problem.isEmpty())
                desk.say(problem, Qgis::MessageLevel::Critical);
            done(problem.isEmpty() ? map.get() : nullptr);
        });
}

void applyTheme(Desk& desk, const theme::Theme& theme, const theme::Settings& settings,
                Placing placing, std::function<void(bool)> done) {
    computeTheme(desk, theme, settings,
                 [&desk, placing, done = std::move(done)](const ThemeMap* map) {
                     const bool hasLayers = map != nullptr && place(desk, *map, placing);
                     if (done)
                         done(hasLayers);
                 });
}

} // namespace terroir::qgis
