#pragma once

#include "core/export/formats.hpp"
#include "core/export/table.hpp"

#include <string>
#include <vector>

namespace terroir::exporting {

/// A column whose name a format has no room for.
struct ShortName {
    std::string name;  ///< in the file
    std::string full;  ///< in other formats
    std::string alias; ///< for people
};

/// What a table lost on its way into a format.
struct Narrowing {
    std::vector<ShortName> names; ///< of every column, when any was shortened; else empty
    std::size_t cutTexts = 0;     ///< cells that end with "…"
    std::size_t emptyNumbers = 0; ///< cells that hold Format::emptyNumber
};

/// Makes the table fit the format: names of columns that differ within its letters, texts that end
/// with "…" (a letter is never cut in two), a number in place of nothing. Its styles speak of the
/// columns as they are then.
Narrowing narrow(LayerTable& table, const Format& format);

/// withoutFormula() of every text.
void defuseFormulas(LayerTable& table);

} // namespace terroir::exporting
