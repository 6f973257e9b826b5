#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/typesetter.hpp"

#include <string>
#include <vector>

namespace terroir::map {

/// The figures of a map as a table on its page.
class PageTable {
public:
    /// A row for each unit that has a figure of its own, the largest figure of the first column
    /// first; then one for each group of units that have figures together. A column for each
    /// series, and after those of a layer one for its rates or changes.
    PageTable(const figures::EvaluatedTheme& evaluated, const figures::PageWords& words);

    bool isEmpty() const { return m_rows.empty(); }
    /// Of that many rows, which are no more than there are, and of the line that tells the others.
    double height(std::size_t rows, double widthMm, const Typesetter& type) const;
    std::size_t rows() const { return m_rows.size(); }
    /// As many rows as there is room for in the box, and then how many more there are and the
    /// command that gives them. Nothing without room for that. Returns what is below.
    double set(Group& group, const geometry::Box& box, const Typesetter& type) const;

private:
    struct Row {
        std::string name;
        std::vector<std::string> cells;
        std::vector<double> values; ///< of the cells; less than any figure where there is none
    };
    struct Columns {
        double name = 0, other = 0; ///< millimetres
        std::vector<std::vector<std::string>> headings;
        std::size_t headLines = 1;
    };
    void addUnits(const figures::EvaluatedTheme& evaluated);
    void dropColumns();
    void addGroups(const figures::EvaluatedTheme& evaluated);
    Columns columnsIn(double widthMm, const Typesetter& type) const;
    double headHeight(const Columns& columns, const Typesetter& type) const;

    const figures::PageWords& m_words;
    std::string m_theme; ///< its id
    std::vector<std::string> m_headings;
    std::vector<Row> m_rows;
    std::size_t m_columnsLeftOut = 0;
};

} // namespace terroir::map
