#pragma once

#include "core/base/language.hpp"
#include "core/export/table.hpp"
#include "core/figures/evaluated_theme.hpp"

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

/// Adds to a column's list what its rows join: "location; coverage" in words. No list: nothing.
void addJoinedCodes(LayerTable& table);

} // namespace terroir::exporting
