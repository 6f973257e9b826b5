#pragma once

#include "core/base/csv.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace terroir::testing {

/// The names in data/gazetteer/units.csv, read without the gazetteer.
struct UnitText {
    std::string name;        ///< "Bản Bo"
    std::string fullName;    ///< "xã Bản Bo"
    std::string withParents; ///< "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu"
};

inline std::vector<UnitText> unitTexts() {
    const TextTable table = readCsv(TERROIR_SOURCE_DIR "/data/gazetteer/units.csv");
    const std::size_t uid = table.requireColumn("uid"), type = table.requireColumn("type"),
                      name = table.requireColumn("name"), parent = table.requireColumn("parent");
    std::unordered_map<std::string, std::size_t> rows;
    std::vector<UnitText> out;
    for (const TextRow& row : table.rows) {
        rows[row.cells[uid]] = out.size();
        out.push_back({row.cells[name], row.cells[type] + " " + row.cells[name], {}});
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::string text = out[i].fullName;
        for (auto at = rows.find(table.rows[i].cells[parent]); at != rows.end();
             at = rows.find(table.rows[at->second].cells[parent]))
            text += ", " + out[at->second].fullName;
        out[i].withParents = text;
    }
    return out;
}

} // namespace terroir::testing
