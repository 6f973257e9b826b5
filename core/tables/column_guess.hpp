#pragma once

#include "core/base/language.hpp"
#include "core/tables/found_table.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// A column and the field that it was taken for.
struct GuessedColumn {
    std::size_t column = 0; ///< index into FoundTable::columns
    std::string field;      ///< of records::fields(), or one of special_columns.hpp
    std::string unit;
    LocalText reason; ///< empty when the header is just the field's name
};

/// A column of a wide table, of which every row is a row of its own: a crop, a year.
struct WideColumn {
    std::size_t column = 0;
    std::string measure; ///< field: "area", "count", "value"
    std::string unit;
    std::string subject; ///< as the header names it; empty: the row does
    std::string period;  ///< "2021"; empty: the row says it
    std::string place;   ///< as the header names it; empty: the row says it
    std::string category = {}; ///< "VietGAP" above its numbers; empty: the row says it
    bool isPlanned = false;
    /// "Lợn" of the sows below "Trong đó": the subject of another column that holds this one.
    std::string partOf = {};
};

/// A column whose header is the value of the rows that tick it.
struct TickColumn {
    std::size_t column = 0;
    std::string field; ///< "stars", "category"
    std::string value;
};

struct ColumnGuess {
    bool isForm = false; ///< the program's own form, whose empty places mean the larger unit
    std::vector<GuessedColumn> columns;
    std::vector<TickColumn> ticks;
    std::vector<WideColumn> wide;
    std::map<std::size_t, std::vector<std::size_t>> sums; ///< columns that are the sum of others
    std::optional<std::size_t> countedThings; ///< whose cells name what they count: "12 con trâu"
    std::vector<std::size_t> unused;          ///< columns of no known meaning
    std::set<std::size_t> formerRatings;      ///< columns that a later rating replaces
    std::vector<std::size_t> lost;            ///< those with numbers that may be values of the rows
    /// Why its rows are doubtful as a whole, where the guess is weak or what such rows must say is
    /// not there.
    std::vector<LocalText> doubts;
    /// OCOP products without stars, titles and certificates without their category: unless the
    /// headings or titles say them.
    bool needsStars = false, needsCategory = false;
    std::string period;     ///< "2023": the year that the headers of its measures name
    bool isPlanned = false; ///< all that its measures say is a plan: "Diện tích quy hoạch (ha)"
    std::string category; ///< what the header of the only measure says: "Diện tích VietGAP (ha)"
    bool assumesHeads = false; ///< "Bò", without a unit: its numbers are taken as heads
    bool needsUnit = false;    ///< numbers of which neither column nor cell tells the unit

    const GuessedColumn* find(std::string_view field) const;
};

/// The column that a person means: by its whole header, its lowest line, or its letter on the
/// sheet; the count of columns when there is none.
std::size_t columnNamed(const FoundTable& table, const std::string& name);

/// The header of a column in one line: "Quyết định công nhận / Ngày ký"; its letter on the sheet
/// where nothing stands above it.
std::string headerOf(const FoundColumn& column);

/// The cell of a row in a column of the sheet; one that is merged downwards speaks for all its
/// rows.
std::string_view cellOf(const FoundRow& row, std::size_t at);

} // namespace terroir::tables
