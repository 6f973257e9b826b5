#pragma once

#include "core/base/progress.hpp"

#include <QString>

#include <filesystem>
#include <functional>

namespace terroir::qgis {

/// The workspace to read from: the file given, else that of the settings, else one made of the
/// packaged data in QGIS's temporary folder (half a second, once for each start of QGIS); `note`
/// hears which one it is when none was given. Whether the file is there is found when it is opened.
/// Safe from any thread.
std::filesystem::path workspaceToRead(const QString& given,
                                      const std::function<void(const QString&)>& note,
                                      const Progress& progress = {});

/// The workspace to write into: the file given, else that of the settings. UsageError when there is
/// none: nothing is written into a copy that ends with QGIS.
std::filesystem::path workspaceToWrite(const QString& given);

} // namespace terroir::qgis
