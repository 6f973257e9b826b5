#pragma once

#include "core/base/csv.hpp"
#include "core/gazetteer/build.hpp"
#include "core/records/packaged.hpp"
#include "tests/records/small_country.hpp"

#include <cstdlib>
#include <map>
#include <optional>
#include <string>

namespace terroir::tests {

inline std::filesystem::path sourceFolder() {
    return TERROIR_SOURCE_DIR;
}

/// A file of the folder that is shared beside the project, when it is there.
inline std::optional<std::filesystem::path> sharedFile(const char* name) {
    const char* variable = std::getenv("TERROIR_SHARED");
    const std::filesystem::path file =
        (variable ? std::filesystem::path(variable) : sourceFolder() / ".." / "shared") / name;
    return std::filesystem::exists(file) ? std::optional(file) : std::nullopt;
}

/// A row by column names.
class Row {
public:
    Row(const TextTable& table, const TextRow& row) : m_table(table), m_row(row) {}
    const std::string& operator[](std::string_view column) const {
        return m_row.cells[m_table.requireColumn(column)];
    }

private:
    const TextTable& m_table;
    const TextRow& m_row;
};

/// The packaged gazetteer and records in a workspace, as `terroir init` makes it.
struct PackagedCountry {
    PackagedCountry() {
        gazetteer::buildFromData(file.workspace, sourceFolder() / "data");
        gazetteer.emplace(gazetteer::Gazetteer::load(file.workspace));
        geocoder.emplace(*gazetteer);
        store::Transaction transaction(file.workspace.database());
        packaged =
            records::loadPackaged(file.workspace, sourceFolder() / "data", *geocoder, *gazetteer);
        transaction.commit();
    }
    TemporaryWorkspace file;
    std::optional<gazetteer::Gazetteer> gazetteer;
    std::optional<geocode::Geocoder> geocoder;
    records::Packaged packaged;
};

inline std::map<std::string, const records::Record*>
byId(const std::vector<records::Record>& records) {
    std::map<std::string, const records::Record*> out;
    for (const records::Record& record : records)
        out[record.id] = &record;
    return out;
}

} // namespace terroir::tests
