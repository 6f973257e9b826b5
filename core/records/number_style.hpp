#pragma once

#include "core/records/quantity.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace terroir::records {

/// How a column writes its numbers, from all its cells: what "1.947" in it means.
class ColumnNumbers {
public:
    /// What the points of the text cells stand for.
    enum class Points { Unknown, Thousands, Decimals, Both };

    void addText(std::string_view cell); ///< a text cell, with or without a unit
    /// A text cell whose size may be compared with others: "2" and "2,5" beside "1.250" of the same
    /// unit.
    void addComparable(std::string_view cell);
    void addNumber(double value); ///< a cell that the spreadsheet itself holds as a number

    Points points() const;
    /// A cell whose commas group thousands for certain, as "1,250.5"; empty without one.
    const std::string& commaGrouping() const { return m_commaGrouping; }
    /// Whether "1,800" among these is 1800 or 1.8: a number that writes a decimal point or groups
    /// by commas, and none that has a decimal comma or groups by points. "12.5" alone does not tell
    /// where the sizes of the others speak against thousands.
    enum class Commas { Unknown, Thousands, Open };
    Commas commas(double grouped, double decimal) const;
    /// The cell that decides points(): "9.850,5"; empty while they are unknown.
    const std::string& evidence() const;

    /// Why a text that can be two numbers is one of them. By the norm: in Vietnamese text a point
    /// before three digits groups thousands, and nothing in the column speaks against it: not even
    /// whole numbers in the texts beside it, "2" and "3" beside "1.250". Far: a comma alone says
    /// what a point is, "2,5" beside "1.800", and the other reading is ten times nearer to the
    /// rest.
    enum class Reason { Evidence, Far, Size, Decimals, Norm, Open };
    struct Choice {
        NumberStyle style = NumberStyle::Vietnamese;
        Reason reason = Reason::Norm;
        /// The sizes of the others speak against the grouped reading.
        bool isAgainstSizes = false;
    };
    /// Of the two readings of a cell like "1.947". Size: the spreadsheet's own numbers are at least
    /// ten times nearer to the grouped one. Decimals: they are as near to it, and none of them has
    /// more than one decimal, let alone three. Open: neither can be preferred.
    Choice choose(double grouped, double plain) const;

private:
    std::string m_grouping;      ///< "9.850,5", "12.500.000": a point that groups
    std::string m_commaGrouping; ///< "1,250.5", "1,250,000"
    std::string m_comma;         ///< "35,5": a decimal comma
    std::string m_point;         ///< "12.25", "0.9": a decimal point
    /// Logarithms of numbers, from the least to the greatest.
    struct Sizes {
        std::optional<double> least, greatest;
        void add(double value);
        /// By how many powers of ten the grouped reading is nearer to them.
        double nearer(double grouped, double plain) const;
    };
    Sizes m_sizes;                 ///< of the numbers of the spreadsheet
    Sizes m_texts;                 ///< of texts that are one number for certain
    std::size_t m_numbers = 0;     ///< of the spreadsheet
    bool m_hasFineNumbers = false; ///< one of them has more than one decimal
};

} // namespace terroir::records
