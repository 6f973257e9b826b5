#include "plugin/qgis/settings.hpp"

#include "plugin/qgis/text.hpp"

#include <qgssettings.h>

namespace terroir::qgis {

std::filesystem::path chosenWorkspace() {
    return fromQt(QgsSettings().value(QStringLiteral("terroir/workspace")).toString());
}

void chooseWorkspace(const std::filesystem::path& file) {
    QgsSettings().setValue(QStringLiteral("terroir/workspace"), toQt(file));
}

} // namespace terroir::qgis
