#pragma once

#include "core/base/language.hpp"
#include "core/export/table.hpp"
#include "core/figures/evaluated_theme.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>

namespace terroir::exporting {

// What codes in the columns of an export say, for forms. The file keeps the codes, so that rows can
// be compared and read back.

using CodeList = std::vector<CodeWord>;

CodeList kindList(Language language);
/// Of all kinds; what two kinds call differently has both names.
CodeList categoryList(Language language);
/// Of a layer of categories, as its legend names them.
CodeList categoryList(const figures::EvaluatedLayer& layer);
CodeList indicatorList(Language language);
CodeList qualifierList(Language language);
CodeList scopeList(Language language);
CodeList stateList(Language language);
CodeList placeRoleList(Language language);
CodeList placeStatusList(Language language);
CodeList levelList(Language language);

/// What the rows of a table join in columns with a list: "location; coverage" in words.
class JoinedCodes {
public:
    /// Some of the rows.
    void see(const LayerTable& table, std::span<const LayerRow> rows);
    /// Adds what was seen to the lists.
    void addTo(LayerTable& table) const;

private:
    std::map<std::size_t, std::set<std::string>> m_seen; ///< by column
};

} // namespace terroir::exporting
