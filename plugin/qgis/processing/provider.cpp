#include "plugin/qgis/processing/provider.hpp"

#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/speech.hpp"

#include <QIcon>

namespace terroir::qgis {

QString Provider::longName() const {
    return said("terroir: địa danh theo ngày, số liệu, bản đồ chuyên đề",
                "terroir: dated place names, figures, thematic maps");
}

QString Provider::versionInfo() const {
    return QStringLiteral(TERROIR_VERSION);
}

QIcon Provider::icon() const {
    return QIcon(svgIconPath());
}

QString Provider::svgIconPath() const {
    return QStringLiteral(":/terroir/terroir.svg");
}

void Provider::loadAlgorithms() {
    addAlgorithm(makeAggregatePointsAlgorithm());
    addAlgorithm(makeApplyReviewAlgorithm());
    addAlgorithm(makeApplyThemeAlgorithm());
    addAlgorithm(makeCheckAlgorithm());
    addAlgorithm(makeClassifyAlgorithm());
    addAlgorithm(makeConvertAlgorithm());
    addAlgorithm(makeCreateWorkspaceAlgorithm());
    addAlgorithm(makeExtractAlgorithm());
    addAlgorithm(makeGeocodeAlgorithm());
    addAlgorithm(makeImportBoundariesAlgorithm());
    addAlgorithm(makeImportRecordsAlgorithm());
    addAlgorithm(makeJoinRecordsAlgorithm());
    addAlgorithm(makeListRecordsAlgorithm());
    addAlgorithm(makePageAlgorithm());
    addAlgorithm(makePlacesAlgorithm());
    addAlgorithm(makeSaveThemeAlgorithm());
    addAlgorithm(makeUnitsAlgorithm());
}

} // namespace terroir::qgis
