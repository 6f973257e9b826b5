#pragma once

#include "core/workspace/workspace.hpp"
#include "plugin/cli/context.hpp"
#include "plugin/cli/geocode_table.hpp"
#include "plugin/cli/options.hpp"

#include <optional>
#include <string>

namespace terroir::cli {

/// What the commands that resolve place names have in common: a table or one text in, the columns
/// that say where, the day, the area; all input columns and the answer out.
class PlaceInput {
public:
    void bind(CLI::App& app, const Words& words);
    /// Whether the input is a table, not one text.
    bool isTable() const { return m_text.empty(); }
    /// Whether a day was given for the look-up, for all rows or for each.
    bool saysWhen() const { return m_area.asOf().has_value() || !m_columns.asOf.empty(); }
    /// UsageError unless there is either a table with its columns or a text.
    void check() const;
    /// Resolves everything and writes it. InputError for a table that cannot be read.
    TableGeocoder::Counts run(Context& context, Workspace& workspace,
                              const geocode::AnswerColumns& answer,
                              TableGeocoder::Lists lists = TableGeocoder::Lists::Whole) const;

private:
    geocode::Query baseQuery(Workspace& workspace) const;
    void printText(Context& context, const TableGeocoder& geocoder,
                   const geocode::AnswerColumns& answer) const;

    std::string m_file, m_text;
    PlaceColumns m_columns;
    WhereWhenOptions m_area;
    OutputOptions m_output;
};

/// "3 matched, 1 ambiguous, 0 unmatched."
LocalText sentenceOf(const TableGeocoder::Counts& counts);

} // namespace terroir::cli
