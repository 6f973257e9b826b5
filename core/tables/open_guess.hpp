#pragma once

#include "core/tables/column_guess.hpp"
#include "core/tables/column_values.hpp"
#include "core/tables/header_parts.hpp"
#include "core/tables/place_words.hpp"
#include "core/tables/title_words.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// A guess while it is made: the table, what its cells are, and what each column was taken for so
/// far. The steps of guessColumns() each add to it. The arguments must outlive it.
struct OpenGuess {
    OpenGuess(const FoundTable& table, std::string_view kind, const TitleWords& titles,
              PlaceWords& places);

    const FoundTable& table;
    std::string_view kind;
    const TitleWords& titles;
    PlaceWords& places;
    std::vector<Values> values;          ///< by column
    std::vector<bool> taken;             ///< by column: it has a meaning
    std::set<std::string> leftOut;       ///< fields that a person wants no column for
    std::set<std::size_t> chosen;        ///< columns that a person named
    bool isSubjectGuessed = false;       ///< from a column of no known name
    ColumnGuess result;

    /// Whether a field has a column, ticked ones as well, or is wanted from none.
    bool has(std::string_view field) const;
    /// What a column was taken for; empty for none.
    std::string fieldOf(std::size_t column) const;
    /// Whether another column says the measure of the rows themselves.
    bool isStated(std::string_view measure) const;
    /// Records of these kinds are about crops, animals and models, never about who has them.
    bool isAboutThings() const;
    /// Whether the numbers of a column have units beside them.
    bool hasUnits(std::size_t column) const;
    /// Numbers that nothing took for more than their unit says: "Gia cầm (con)".
    bool isNumbersOnly(std::size_t i) const;
    /// Whether a column tells the unit of each row.
    bool saysUnitsByRow() const;
    /// "ĐVT: ha" above the table is the unit of its areas and of values without one.
    std::string titleUnitFor(std::string_view field) const;
    /// Of numbers whose header names none: by their unit, else by the title.
    std::string measureOf(const std::string& unit) const;
    /// Gives a column to a field.
    void take(std::size_t column, std::string_view field, LocalText reason);
    /// Takes the column back.
    void drop(std::size_t column);
    /// Makes a column one of a wide table; a unit in its header goes before the one given.
    WideColumn& addWide(std::size_t column, const std::string& measure, const std::string& subject,
                        const std::string& period = {}, bool isPlanned = false,
                        const std::string& unit = {});
    /// Sums over the crops of a row say nothing of their own; neither do measures beside them.
    void leaveTotals();
    /// Crops in the headers of their measures: cropOfMeasure(), where its unit says the measure.
    std::optional<PartedHeader> measuredCrop(const std::string& written) const;

private:
    /// "Bò" over whole numbers in a table of animals, where neither title nor column, heading or
    /// cell says a unit: nobody counts them otherwise.
    bool isNumberOfHeads(std::size_t column, const WideColumn& wide) const;
};

} // namespace terroir::tables
