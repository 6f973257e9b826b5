#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace terroir::records {

/// A row of a table as an import report names it.
struct RowName {
    std::string sheet; ///< where the file has several tables, else empty
    std::size_t line = 0;
    std::string part; ///< which one, where a row of the sheet is several here

    /// "12", "Vụ lúa!12", "12/5-2021".
    std::string toString() const;
    auto operator<=>(const RowName&) const = default;
};

/// As RowName::toString() writes it; nothing for a text that names no row.
std::optional<RowName> parseRowName(std::string_view text);

/// A cell of a row, in a column that holds a field.
struct RowCell {
    std::string field, header;
    std::string text;    ///< that is read: a correction, else as written
    std::string written; ///< in the file; a number of a spreadsheet with a decimal comma
    bool operator==(const RowCell&) const = default;
};

/// What a person puts right before a table is stored. The file stays as it is; what it says is kept
/// with the record.
struct Corrections {
    /// Row -> field -> what its cell says instead: a text, read as if it stood in the file. A row
    /// that takes an empty cell from the one above it keeps what the file says there.
    std::map<RowName, std::map<std::string, std::string>> cells;
    /// The text of a place as written ("Tân Lập"), or with the parents that its row gives
    /// ("Tân Lập, Mộc Châu, Sơn La"), which goes first -> the uid of the unit, or its code, which
    /// means the version in force on the row's day.
    std::map<std::string, std::string> places;
    std::set<RowName> leftOut;

    bool isEmpty() const { return cells.empty() && places.empty() && leftOut.empty(); }
};

} // namespace terroir::records
