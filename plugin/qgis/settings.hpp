#pragma once

#include <QString>

#include <filesystem>
#include <string>

namespace terroir::qgis {

/// The workspace that was chosen last; empty when none was. Kept in QGIS's settings, as everything
/// of the plugin under "terroir/".
std::filesystem::path chosenWorkspace();
void chooseWorkspace(const std::filesystem::path& file);

} // namespace terroir::qgis
