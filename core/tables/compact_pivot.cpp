#include "core/tables/compact_pivot.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/tables/cell_number.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/plain_cells.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace terroir::tables {

namespace {

using sheets::Row;
using sheets::Sheet;

constexpr std::size_t none = std::size_t(-1);

/// "Row Labels", "Nhãn Hàng", "Huyện/Xã/Cây trồng": what stands over labels of several levels.
bool isPivotLabel(std::string_view cell) {
    const std::string words = headerWords(cell);
    if (isAnyOf(words, {"row labels", "row label", "nhan hang", "cac nhan hang", "nhan dong",
                        "cac nhan dong", "ten hang nhan"}))
        return true;
    const std::string spaced = " " + words + " ";
    const auto has = [&](std::string_view word) { return spaced.find(word) != std::string::npos; };
    return cell.find('/') != std::string_view::npos && has(" xa ") &&
           (has(" cay ") || has(" cay trong ") || has(" vat nuoi ") || has(" san pham ") ||
            has(" doi tuong "));
}

/// "Diện tích (ha)" of "Sum of Diện tích (ha)"; empty for a count of rows.
std::optional<std::string> measureOfPivot(std::string_view header) {
    const std::string text = text::toNfc(header);
    const std::string words = headerWords(text);
    for (const std::string_view count : {"count of ", "dem cua ", "so luong cua ", "count "})
        if (words.starts_with(count))
            return std::nullopt;
    for (const std::string_view sum :
         {"Sum of ", "Tổng của ", "Tổng cộng của ", "Sum - ", "Total "})
        if (text.size() > sum.size() &&
            text::normalize(text.substr(0, sum.size())) == text::normalize(sum))
            return text.substr(sum.size());
    return text;
}

/// What sort of label a row has.
enum class Sort { Province, District, Commune, Thing, Other };

struct Line {
    std::size_t row = 0; ///< of the sheet
    std::string label;
    Sort sort = Sort::Other;
    std::size_t depth = 0;
    std::size_t parent = none; ///< index of the line above it
    bool hasLines = false;     ///< below it
};

class PivotReader {
public:
    PivotReader(const Sheet& sheet, const PlaceTest& isPlace, std::deque<std::string>& texts)
        : m_sheet(sheet), m_isPlace(isPlace), m_texts(texts) {}

    std::optional<PlainPivot> read() {
        if (!findHeader() || !readLines() || !nest())
            return std::nullopt;
        PlainPivot plain;
        if (!checkSums(plain.doubts))
            return std::nullopt;
        write(plain);
        return plain;
    }

private:
    bool findHeader() {
        for (std::size_t i = 0; i < m_sheet.rows.size(); ++i) {
            const Row& row = m_sheet.rows[i];
            for (std::size_t at = 0; at < row.cells.size(); ++at) {
                if (row.cells[at].isEmpty())
                    continue;
                m_header = i;
                m_label = at;
                if (isPivotLabel(row.text(at)) && readMeasures())
                    return true;
                break; // the labels are the first column
            }
        }
        return false;
    }

    bool readMeasures() {
        m_values.clear();
        const Row& row = m_sheet.rows[m_header];
        for (std::size_t at = m_label + 1; at < row.cells.size(); ++at)
            if (!row.cells[at].isEmpty()) {
                if (!measureOfPivot(row.text(at)))
                    return false;
                m_values.push_back(at);
            }
        return !m_values.empty();
    }

    Sort sortOf(const std::string& label) const {
        if (const auto level = m_isPlace(label))
            return *level == gazetteer::Level::Province   ? Sort::Province
                   : *level == gazetteer::Level::District ? Sort::District
                                                          : Sort::Commune;
        return text::isThing(label) ? Sort::Thing : Sort::Other;
    }

    bool readLines() {
        for (std::size_t i = m_header + 1; i < m_sheet.rows.size(); ++i) {
            const Row& row = m_sheet.rows[i];
            const std::string label = text::toNfc(row.text(m_label));
            if (row.isHidden || label.empty() || isTotalWord(label) ||
                text::fold(label) == "grand total")
                continue;
            if (isNoteOrSignature(label))
                break;
            m_lines.push_back({i, label, sortOf(label)});
        }
        settleOthers();
        return m_lines.size() >= 3;
    }

    Sort usualSort() const {
        std::map<Sort, std::size_t> counts;
        for (const Line& line : m_lines)
            ++counts[line.sort];
        return std::max_element(counts.begin(), counts.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }

    /// A few names of no known sort are of the lowest level, or of the one above it where they add
    /// up the lines below them.
    void settleOthers() {
        const auto others = std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) {
            return line.sort == Sort::Other;
        });
        if (others == 0 || 4 * std::size_t(others) > m_lines.size())
            return;
        const Sort lowest = usualSort();
        const auto upper = std::find_if(m_lines.rbegin(), m_lines.rend(), [&](const Line& line) {
            return line.sort != lowest && line.sort != Sort::Other;
        });
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].sort != Sort::Other)
                continue;
            const double stated = valueOf(i);
            double sum = 0;
            std::size_t below = i + 1;
            while (below < m_lines.size() && m_lines[below].sort == lowest && sum < stated - 1e-6)
                sum += valueOf(below++);
            const bool addsUp = stated > 0 && std::abs(sum - stated) <= 0.005 * stated;
            m_lines[i].sort = addsUp && upper != m_lines.rend() ? upper->sort : lowest;
        }
    }

    double valueOf(std::size_t line) const {
        return numberIn(m_sheet.rows[m_lines[line].row], m_values.front()).value_or(0);
    }

    /// Sorts that are met for the first time lie below the line before them.
    bool nest() {
        std::vector<Sort> sorts;
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            Line& line = m_lines[i];
            // A town has the name of its district.
            if (!open.empty() && line.sort == Sort::District &&
                text::fold(line.label) == text::fold(m_lines[open.front()].label) &&
                m_lines[open.front()].sort == Sort::District)
                line.sort = Sort::Commune;
            auto its = std::find(sorts.begin(), sorts.end(), line.sort);
            if (its == sorts.end()) {
                sorts.resize(std::min(sorts.size(), open.size()));
                sorts.push_back(line.sort);
                its = sorts.end() - 1;
            }
            line.depth = std::size_t(its - sorts.begin());
            if (line.depth > open.size())
                return false;
            open.resize(line.depth);
            if (!open.empty()) {
                line.parent = open.back();
                m_lines[line.parent].hasLines = true;
            }
            open.push_back(i);
        }
        m_sorts = sorts;
        return sorts.size() >= 2;
    }

    /// Whether the lines make the numbers of those above them, nearly all of them; the few that do
    /// not are doubts.
    bool checkSums(std::vector<LocalText>& doubts) const {
        std::size_t right = 0;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const Row& row = m_sheet.rows[m_lines[i].row];
            for (const std::size_t at : m_values) {
                const auto stated = m_lines[i].hasLines ? numberIn(row, at) : std::nullopt;
                if (!stated)
                    continue;
                double sum = 0;
                for (const Line& line : m_lines)
                    if (line.parent == i)
                        sum += numberIn(m_sheet.rows[line.row], at).value_or(0);
                if (std::abs(sum - *stated) <= 0.005 * std::abs(*stated) + 1e-6) {
                    ++right;
                    continue;
                }
                doubts.push_back(localText(
                    "Dòng {}: '{}' ghi {}, nhưng các dòng bên dưới cộng lại là {}; hãy xem lại.",
                    "Row {}: '{}' states {}, but the rows below it make {}; check them.", row.line,
                    m_lines[i].label, numberText(*stated), numberText(sum)));
            }
        }
        return right > 0 && doubts.size() * 4 <= right;
    }

    void put(Row& row, std::size_t column, std::string text) {
        putText(row, column, std::move(text), m_texts);
    }

    static std::string headerOfSort(Sort sort, bool hasThings) {
        switch (sort) {
        case Sort::Province:
            return "Tỉnh";
        case Sort::District:
            return "Huyện";
        case Sort::Commune:
            return "Xã";
        case Sort::Thing:
            return "Đối tượng";
        case Sort::Other:
            break;
        }
        return hasThings ? "Chủ thể" : "Đối tượng";
    }

    /// The lowest level stays where the labels are; the others get columns behind all.
    void write(PlainPivot& plain) {
        plain.sheet = m_sheet;
        plain.sheet.rows.clear();
        std::size_t width = 0;
        for (const Row& row : m_sheet.rows)
            width = std::max(width, row.cells.size());
        const auto columnOf = [&](std::size_t depth) {
            return depth + 1 == m_sorts.size() ? m_label : width + depth;
        };
        const bool hasThings =
            std::find(m_sorts.begin(), m_sorts.end(), Sort::Thing) != m_sorts.end();
        std::vector<std::size_t> sums;
        std::size_t next = 0;
        for (std::size_t i = 0; i < m_sheet.rows.size(); ++i) {
            Row row = m_sheet.rows[i];
            if (i == m_header) {
                for (const std::size_t at : m_values)
                    put(row, at, *measureOfPivot(m_sheet.rows[i].text(at)));
                for (std::size_t depth = 0; depth < m_sorts.size(); ++depth)
                    put(row, columnOf(depth), headerOfSort(m_sorts[depth], hasThings));
            } else if (next < m_lines.size() && m_lines[next].row == i) {
                const Line& line = m_lines[next++];
                if (line.hasLines) {
                    sums.push_back(row.line);
                    continue;
                }
                put(row, m_label, "");
                for (const Line* one = &line; one != nullptr;
                     one = one->parent == none ? nullptr : &m_lines[one->parent])
                    put(row, columnOf(one->depth), one->label);
            }
            plain.sheet.rows.push_back(std::move(row));
        }
        plain.remarks.push_back(
            localText("Bảng tổng hợp (pivot): mỗi cấp thành một cột; không phải bản ghi vì là tổng "
                      "của các dòng bên dưới: dòng {}.",
                      "A pivot table: each level becomes a column; no records, since they add up "
                      "the rows below them: rows {}.",
                      fmt::format("{}", fmt::join(sums, ", "))));
    }

    const Sheet& m_sheet;
    const PlaceTest& m_isPlace;
    std::deque<std::string>& m_texts;
    std::size_t m_header = 0, m_label = 0;
    std::vector<std::size_t> m_values; ///< columns
    std::vector<Line> m_lines;
    std::vector<Sort> m_sorts; ///< by depth
};

} // namespace

std::optional<PlainPivot> plainPivot(const Sheet& sheet, const PlaceTest& isPlace,
                                     std::deque<std::string>& texts) {
    return sheet.hasNames ? std::nullopt : PivotReader(sheet, isPlace, texts).read();
}

} // namespace terroir::tables
