#pragma once

#include "core/tables/column_guess.hpp"
#include "core/tables/plain_head.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::tables {

/// Rows of a wide table turned to long ones: one for each crop, year or place of its columns. The
/// arguments must outlive it.
class LongRows {
public:
    LongRows(const FoundTable& found, const ColumnGuess& guess,
             const std::vector<std::string>& footnoteMarks)
        : m_found(found), m_guess(guess), m_marks(footnoteMarks) {}

    /// All measures of the wide columns in one column each, with what their headers say beside
    /// them; none for a table that is not wide.
    void addColumns(PlainHead& plain);

    /// Of one row of the sheet, whose other cells are filled; measures of one subject and one
    /// period are one row.
    std::vector<TextRow> rowsOf(const FoundRow& found, const TextRow& row) const;

    // Columns of the plain table, PlainHead::none without.
    std::size_t unitColumn() const { return m_unit; }
    std::size_t placeColumn() const { return m_place; }
    std::size_t subjectColumn() const { return m_subject; }
    std::size_t periodColumn() const { return m_period; }
    std::size_t statusColumn() const { return m_status; }
    std::size_t categoryColumn() const { return m_category; }

private:
    static std::size_t columnOf(std::string_view field, const std::string& header,
                                PlainHead& plain);
    static std::string partOf(const WideColumn& wide, std::set<std::string>& periods);
    bool isWhole(const WideColumn& wide, std::string_view subject) const;
    void say(const WideColumn& wide, TextRow& row) const;
    void sayParts(const WideColumn& wide, TextRow& row) const;
    std::string headersOf(const std::string& measure) const;
    void addIndicatorMeasures(PlainHead& plain);
    std::size_t measureColumn(const WideColumn& wide, const TextRow& row) const;

    const FoundTable& m_found;
    const ColumnGuess& m_guess;
    const std::vector<std::string>& m_marks;
    std::map<std::string, std::size_t> m_measures;                        ///< measure -> column
    std::map<std::pair<std::string, std::string>, std::size_t> m_origins; ///< TextRow::origin
    std::size_t m_unit = PlainHead::none, m_place = PlainHead::none, m_subject = PlainHead::none,
                m_period = PlainHead::none, m_status = PlainHead::none, m_group = PlainHead::none,
                m_scope = PlainHead::none, m_category = PlainHead::none;
    std::size_t m_indicator = PlainHead::none; ///< what the values of a form's rows measure
};

} // namespace terroir::tables
