#pragma once

#include "core/records/import.hpp"

#include <filesystem>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::records {

/// The records that come with the program.
struct Packaged {
    std::vector<Source> sources;
    std::vector<Record> records;     ///< by file, then in the order of the file
    std::vector<RowReport> doubtful; ///< rows whose place is not one unit or whose value is odd
};

/// DIR/sources.csv. Throws InputError for a row without id or title, a date that is none, an id
/// that stands twice.
std::vector<Source> readSources(const std::filesystem::path& dataFolder);

/// Reads DIR/sources.csv, DIR/records/<kind>.csv and <kind>.<list>.csv (left-out.csv excepted)
/// through readRecords().
/// The first row that is refused, an unknown column, a file that is no kind or an id that stands in
/// two files stops with an InputError naming file, row and reason.
Packaged readPackaged(const std::filesystem::path& dataFolder, const geocode::Geocoder& geocoder,
                      const gazetteer::Gazetteer& gazetteer);

/// readPackaged() and into the workspace; call it inside a transaction.
Packaged loadPackaged(store::WorkspaceFile& workspace, const std::filesystem::path& dataFolder,
                      const geocode::Geocoder& geocoder, const gazetteer::Gazetteer& gazetteer);

} // namespace terroir::records
