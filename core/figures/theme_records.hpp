#pragma once

#include "core/base/table.hpp"
#include "core/figures/evaluated_theme.hpp"

#include <span>

namespace terroir::figures {

/// The records that the figures of a theme are made of, a row for each series that counts them:
/// series, subject, holder, the columns of forceColumns() on the theme's day, place, unit_name,
/// source, line, id. By series, and in it what ends first comes first. `records` are those of the
/// workspace, ascending by id; `compact` those that the theme was evaluated with.
Table themeRecords(const EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer,
                   const records::CompactRecords& compact,
                   std::span<const records::Record> records,
                   std::span<const records::Source> sources);

} // namespace terroir::figures
