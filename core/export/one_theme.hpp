#pragma once

#include "core/export/formats.hpp"
#include "core/export/options.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record_walk.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace terroir::exporting {

/// Sentences on what of the themes a format of one theme does not hold: other themes, where records
/// lie themselves, figures that belong to no single unit and how much they are.
std::vector<LocalText> leftOutOfOneTheme(std::span<const ThemeLayers> themes, const Format& format,
                                         bool hasRecordFiles = false);

/// Writes the polygons of the first theme into a format that holds one layer, its style and the
/// full names of shortened columns beside it, and where its records lie themselves in files of
/// their own (see Format::hasRecordFiles). Returns sentences on what is not in it: other themes,
/// figures that belong to no single unit, texts that were cut.
std::vector<LocalText> writeOneTheme(std::span<const ThemeLayers> themes,
                                     const gazetteer::Gazetteer& gazetteer,
                                     const records::CompactRecords& records,
                                     const records::RecordWalk& walk,
                                     const std::filesystem::path& file, const Options& options);

} // namespace terroir::exporting
