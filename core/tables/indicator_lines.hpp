#pragma once

#include "core/tables/find_tables.hpp"
#include "core/tables/header_lines.hpp"
#include "core/tables/indicator_words.hpp"

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace terroir::tables {

inline constexpr std::size_t noIndicator = std::numeric_limits<std::size_t>::max();

/// A row of a form of indicators, with what the rows above it say of it.
struct IndicatorLine {
    std::size_t row = 0; ///< index into Sheet::rows
    int rank = 0;        ///< of its number: "A", "I", "1", "-"; higher ones stand below lower ones
    bool hasNumbers = false;
    bool isPlace = false;
    bool isPartSection = false;                       ///< "Trong đó:", "Chia ra:" without numbers
    IndicatorName name;                               ///< as it says itself
    std::string text;                                 ///< without its number
    std::string thing, unit, measure, place, section; ///< its own, or those above it
    std::size_t parent = noIndicator;                 ///< index into the lines
    // findIndicatorParts() tells:
    std::size_t whole = noIndicator; ///< the line of which it is a part
    bool isSum = false, isOther = false, isUnknown = false, isOfOtherKind = false;
};

/// The columns of a form; noIndicator for those that it has not.
struct IndicatorColumns {
    std::size_t name = noIndicator, unit = noIndicator, ordinal = noIndicator;
    std::vector<std::size_t> codes;  ///< "Mã số" of the form's lines
    std::vector<std::size_t> values; ///< years, plans, communes
};

struct IndicatorLines {
    IndicatorColumns columns;
    std::vector<IndicatorLine> lines;
};

/// Nothing for a sheet whose rows below the header are no indicators.
std::optional<IndicatorLines>
readIndicatorLines(const sheets::Sheet& sheet, const HeaderLines& header, const PlaceTest& isPlace);

} // namespace terroir::tables
