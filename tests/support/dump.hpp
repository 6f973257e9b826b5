#pragma once

#include "core/store/database.hpp"

#include <string>
#include <vector>

namespace terroir::testing {

/// Every row of every table of the program itself as SQL literals, sorted: equal when nothing is
/// different, rowids aside.
inline std::string dump(store::Database& database) {
    std::vector<std::string> tables;
    store::Statement names = database.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT "
        "LIKE '%geometry_columns%' AND name NOT LIKE 'spatial%' AND name NOT LIKE 'sqlite%' AND "
        "name NOT IN ('data_licenses', 'sql_statements_log') ORDER BY name");
    while (names.step())
        tables.push_back(names.text(0));
    std::string out;
    for (const std::string& table : tables) {
        std::string row = "'" + table + "'";
        store::Statement columns = database.prepare("SELECT name FROM pragma_table_info(?)");
        columns.bind(1, table);
        while (columns.step())
            row += "||'|'||quote(\"" + columns.text(0) + "\")";
        store::Statement rows =
            database.prepare("SELECT " + row + " FROM \"" + table + "\" ORDER BY 1");
        while (rows.step())
            out += rows.text(0) + "\n";
    }
    return out;
}

} // namespace terroir::testing
