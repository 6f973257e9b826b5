#pragma once

#include "core/export/project.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace terroir::exporting {

/// Where QGIS finds a layer: "./khcn.gpkg|layername=models", from the folder of the project.
std::string dataSource(const Project& project, const ProjectLayer& layer);

/// <layer-tree-layer> as trees of projects have it.
std::string treeLayer(const Project& project, const ProjectLayer& layer, bool isShown);
/// The same in the tree of a legend, its title in lines that the legend has room for.
std::string legendLayer(const Project& project, const ProjectLayer& layer);

/// Text of people and of files, for where QGIS evaluates what stands between "[%" and "%]".
std::string plainText(std::string text);

/// Where legends begin a new line: QGIS does so at a text that is given, and breaks no line itself.
/// It has no width, so that nobody sees it elsewhere.
inline constexpr std::string_view legendBreak = "\xe2\x80\x8b";
/// That a line of the layouts' legend holds in bold.
inline constexpr std::size_t legendCharacters = 36;
/// The text with breaks at spaces, so that no line has more characters unless one word has.
std::string withBreaks(std::string_view text, std::size_t characters = legendCharacters);
/// The labels of a style's symbols with breaks, as plainText(): legends evaluate them.
std::string withBrokenLabels(std::string_view style);

} // namespace terroir::exporting
