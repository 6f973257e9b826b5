#pragma once

#include "core/export/options.hpp"
#include "core/gazetteer/gazetteer.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace terroir::exporting {

/// An XLSX to be read and printed: for each theme a sheet of its units (those that have figures
/// together at the end), a sheet of what belongs to no single unit, and one with bars of the units
/// with the largest figures; a sheet of the sources. Headings are those of people, in the language
/// of the options. `sources`: those to be listed.
void writeThemesWorkbook(std::span<const ThemeLayers> themes, const gazetteer::Gazetteer& gazetteer,
                         const records::CompactRecords& records,
                         std::span<const records::Source> sources,
                         const std::filesystem::path& file, const Options& options);

} // namespace terroir::exporting
