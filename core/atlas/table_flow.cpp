#include "core/atlas/table_flow.hpp"

#include "core/atlas/sheet.hpp"
#include "core/map/ink.hpp"

#include <algorithm>
#include <utility>

namespace terroir::atlas {

namespace {

constexpr double cellPt = 6.8, columnHeadPt = 6.8, partPt = 9.2, kindPt = 7.8, tableTitlePt = 12;

class Flow {
public:
    Flow(const std::string& title, const std::string& continued,
         const std::vector<FlowColumn>& columns, const geometry::Box& box, const Typesetter& type)
        : m_title(title), m_continued(continued), m_columns(columns), m_box(box), m_type(type) {
        double shares = 0;
        for (const FlowColumn& column : columns)
            shares += column.share;
        const double gap = type.mm(2.2);
        double x = box.minX;
        for (const FlowColumn& column : columns) {
            const double width = box.width() * column.share / shares;
            m_cells.push_back({x, width - gap});
            x += width;
        }
        newPage();
    }

    std::vector<Group> set(const std::vector<FlowRow>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            // A heading is never the last on its page.
            double needed = 0;
            std::size_t last = i;
            for (; last < rows.size(); ++last) {
                needed += heightOf(rows[last]);
                if (rows[last].heading.empty())
                    break;
            }
            if (m_y + needed > m_box.maxY && m_y > m_top)
                newPage();
            for (; i < std::min(last + 1, rows.size()); ++i)
                add(rows[i]);
            --i;
        }
        return std::move(m_pages);
    }

private:
    struct Cells {
        double x = 0, width = 0;
    };

    TextStyle cellStyle() const { return m_type.style(cellPt); }
    TextStyle headingStyle(int depth) const {
        return m_type.style(depth == 0 ? partPt : kindPt, true);
    }
    double gapAbove(int depth) const { return m_type.mm(depth == 0 ? 2.6 : 1.4); }
    double padding() const { return m_type.mm(0.9); }
    std::size_t maxLines() const {
        return std::size_t(
            std::max(1.0, (m_box.maxY - m_top) / Typesetter::lineHeight(cellStyle()) - 6));
    }

    void newPage() {
        m_pages.push_back({"table", {}, {}});
        const std::string& title = m_pages.size() == 1 ? m_title : m_continued;
        m_y = addText(m_pages.back(), title, m_type.style(tableTitlePt, true), ink::text,
                      {m_box.minX, m_box.minY}, m_box.width(), m_type, 2) +
              m_type.mm(1);
        double below = m_y;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            below = std::max(below, addText(m_pages.back(), m_columns[i].heading,
                                            m_type.style(columnHeadPt, true), ink::quietText,
                                            {m_cells[i].x, m_y}, m_cells[i].width, m_type, 2));
        m_y = below + m_type.mm(0.6);
        rule(ink::frameLine);
        m_top = m_y;
    }

    void rule(Colour colour) {
        m_pages.back().items.emplace_back(
            map::line({m_box.minX, m_y}, {m_box.maxX, m_y}, {colour, m_type.mm(0.15)}));
    }

    double heightOf(const FlowRow& row) const {
        if (!row.heading.empty())
            return gapAbove(row.depth) + Typesetter::lineHeight(headingStyle(row.depth));
        std::size_t lines = 1;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            lines = std::max(
                lines, m_type.wrap(row.cells[i], cellStyle(), m_cells[i].width, maxLines()).size());
        return double(lines) * Typesetter::lineHeight(cellStyle()) + 2 * padding();
    }

    void add(const FlowRow& row) {
        Group& page = m_pages.back();
        if (!row.heading.empty()) {
            m_y += m_y > m_top ? gapAbove(row.depth) : m_type.mm(0.8);
            m_y = addText(page, row.heading, headingStyle(row.depth), ink::text, {m_box.minX, m_y},
                          m_box.width(), m_type, 1);
            return;
        }
        double below = m_y;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            below = std::max(below, addText(page, row.cells[i], cellStyle(), ink::text,
                                            {m_cells[i].x, m_y + padding()}, m_cells[i].width,
                                            m_type, maxLines()));
        m_y = below + padding();
        rule(ink::rule);
    }

    const std::string &m_title, &m_continued;
    const std::vector<FlowColumn>& m_columns;
    geometry::Box m_box;
    const Typesetter& m_type;
    std::vector<Cells> m_cells;
    std::vector<Group> m_pages;
    double m_y = 0, m_top = 0;
};

} // namespace

std::vector<Group> flowTable(const std::string& title, const std::string& continued,
                             const std::vector<FlowColumn>& columns,
                             const std::vector<FlowRow>& rows, const geometry::Box& box,
                             const Typesetter& type) {
    return Flow(title, continued, columns, box, type).set(rows);
}

} // namespace terroir::atlas
