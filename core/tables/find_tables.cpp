#include "core/tables/find_tables.hpp"

#include "core/base/remembered.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/cell_number.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/header_lines.hpp"
#include "core/tables/row_words.hpp"
#include "core/tables/subtotals.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace terroir::tables {

namespace {

using sheets::Cell;
using sheets::CellKind;
using sheets::Row;
using sheets::Sheet;

/// A number, a day or a quantity: "12", "15/3/2023", "3 sao"; not "1. Cà phê" or "12/QĐ-UBND".
bool isNumberText(std::string_view text) {
    if (text.starts_with("…"))
        return true;
    if (text.empty() || text.size() > 40)
        return false;
    if (text.find_first_not_of("0123456789.,/-:%() +") == std::string_view::npos)
        return true;
    const auto quantity = records::parseQuantity(text, records::NumberStyle::Vietnamese);
    return quantity && quantity->unit.size() <= 12;
}

/// What a row is by its own looks; what stands around it decides afterwards.
enum class Looks { Data, Heading, Total, Header, Note, Hidden };

struct Seen {
    const Row* row = nullptr;
    Looks looks = Looks::Data;
    bool isStrong = false;     ///< surely data: numbered, or as wide as the others
    bool isBelowMerge = false; ///< a cell of a row above speaks for it, too
    Numbering ordinal = Numbering::None;
    Numbering numbering = Numbering::None; ///< of what may be a heading
    std::size_t texts = 0, numbers = 0;    ///< filled cells, the ordinal apart
    std::size_t firstText = 0;             ///< column of the first text
    bool isChildless = false;              ///< a row that stands beside headings

    /// Of what may be a heading; empty without a text.
    std::string headingText() const {
        return texts == 0 ? "" : readHeading(row->text(firstText)).text;
    }
};

/// Reads the rows below one header.
class TableReader {
public:
    TableReader(const Sheet& sheet, const HeaderLines& header, std::size_t end,
                const PlaceTest& isPlace)
        : m_sheet(sheet), m_header(header), m_end(end), m_isPlace(isPlace) {
        for (std::size_t i = 0; i < header.columns.size(); ++i) {
            const auto meanings = meaningsOf(header.columns[i].path, {});
            if (!meanings.empty() && meanings.front().field == "district" &&
                meanings.front().share >= 0.9)
                m_districts.insert(header.columns[i].at);
            if (!meanings.empty() && meanings.front().field == ordinalColumn &&
                meanings.front().share >= 0.5 && m_ordinal == noColumn)
                m_ordinal = header.columns[i].at;
        }
        for (std::size_t line = header.first; line < header.end; ++line)
            for (const Cell& cell : sheet.rows[line].cells)
                if (!cell.isEmpty())
                    m_headerTexts.insert(text::fold(cell.text));
    }

    FoundTable read() {
        m_table.sheet = m_sheet.name;
        m_table.isLayer = m_sheet.hasNames;
        m_table.headerLine = m_sheet.rows[m_header.first].line;
        for (const FoundColumn& column : m_header.columns)
            if (std::binary_search(m_sheet.hiddenColumns.begin(), m_sheet.hiddenColumns.end(),
                                   column.at))
                m_table.hiddenColumns.push_back(column);
            else
                m_table.columns.push_back(column);
        for (const sheets::Merge& merge : m_sheet.merges)
            for (std::size_t line = merge.firstLine + 1;
                 line <= std::min(merge.lastLine, merge.firstLine + 5000); ++line)
                m_belowMerge.insert(line);
        m_seen.reserve(m_end - m_header.end);
        for (std::size_t i = m_header.end; i < m_end; ++i)
            m_seen.push_back(look(m_sheet.rows[i]));
        judgeStrength();
        findHeadings();
        cutTail();
        place();
        fillMerged();
        return std::move(m_table);
    }

    /// Index of the first row that is no longer of the table: notes and the next table's titles.
    std::size_t tailBegin() const { return m_header.end + m_tail; }

private:
    static constexpr std::size_t noColumn = std::numeric_limits<std::size_t>::max();

    bool isNumberCell(const Cell& cell) {
        return cell.kind != CellKind::Text || m_isNumber.of(cell.text, isNumberText);
    }

    Seen look(const Row& row) {
        Seen seen;
        seen.row = &row;
        if (row.isHidden) {
            seen.looks = Looks::Hidden;
            return seen;
        }
        std::size_t repeats = 0, filled = 0;
        std::string_view firstText;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Cell& cell = row.cells[i];
            if (cell.isEmpty())
                continue;
            ++filled;
            if (cell.kind == CellKind::Text && cell.text.size() < 160 && row.cells.size() > 1 &&
                filled <= 3 && m_isInHeader.of(cell.text, [&](std::string_view text) {
                    return m_headerTexts.contains(text::fold(text));
                }))
                ++repeats;
            if (i == m_ordinal) {
                seen.ordinal = ordinalOf(cell.text);
                if (seen.ordinal != Numbering::None)
                    continue;
            }
            if (isNumberCell(cell) || (seen.texts > 0 && m_isUnit.of(cell.text, isUnitWord))) {
                ++seen.numbers;
            } else {
                ++seen.texts;
                if (firstText.empty()) {
                    firstText = cell.text;
                    seen.firstText = i;
                }
            }
        }
        if (repeats >= 2 && repeats == std::min<std::size_t>(filled, 3) && !m_sheet.hasNames)
            seen.looks = Looks::Header;
        else if (!m_sheet.hasNames && numbersColumns(row))
            seen.looks = Looks::Header;
        else if (seen.ordinal != Numbering::Arabic && m_isTotal.of(firstText, isTotalWord))
            seen.looks = Looks::Total;
        else if (!m_sheet.hasNames && m_namesAbove.areAddedUpBy(row))
            seen.looks = Looks::Total;
        seen.isBelowMerge = m_belowMerge.contains(row.line);
        seen.numbering = readHeading(firstText).numbering;
        if (seen.ordinal != Numbering::None && seen.numbering == Numbering::None)
            seen.numbering = seen.ordinal;
        return seen;
    }

    /// A row is surely data when it is numbered as most are, or has about as many cells as most.
    void judgeStrength() {
        std::map<Numbering, std::size_t> ordinals;
        std::vector<std::size_t> widths;
        for (const Seen& seen : m_seen) {
            if (seen.looks != Looks::Data)
                continue;
            // Cells, not rows: as many headings as rows below them are still headings.
            ordinals[seen.ordinal] += std::max<std::size_t>(seen.texts + seen.numbers, 1);
            widths.push_back(seen.texts + seen.numbers);
        }
        if (widths.empty())
            return;
        std::nth_element(widths.begin(), widths.begin() + std::ptrdiff_t(widths.size() / 2),
                         widths.end());
        m_usualWidth = std::max<std::size_t>(widths[widths.size() / 2], 1);
        for (const auto& [numbering, count] : ordinals)
            if (numbering != Numbering::None && count > ordinals[m_usualOrdinal])
                m_usualOrdinal = numbering;
        // "I", "II" stand above "1", "2" and never below them, however many there are.
        const auto isAbove = [](Numbering one) {
            return one == Numbering::Roman || one == Numbering::Letter;
        };
        if (isAbove(m_usualOrdinal) && ordinals.contains(Numbering::Arabic))
            m_usualOrdinal = Numbering::Arabic;
        for (Seen& seen : m_seen) {
            if (seen.looks != Looks::Data)
                continue;
            const std::size_t width = seen.texts + seen.numbers;
            const bool isNumbered =
                seen.ordinal != Numbering::None && seen.ordinal == m_usualOrdinal && width >= 1;
            seen.isStrong = m_sheet.hasNames || isNumbered || (seen.isBelowMerge && width >= 1) ||
                            (2 * width > m_usualWidth && (width >= 2 || m_usualWidth == 1));
        }
    }

    std::size_t nextData(std::size_t from) const {
        while (from < m_seen.size() &&
               (m_seen[from].looks == Looks::Header || m_seen[from].looks == Looks::Hidden))
            ++from;
        return from;
    }

    /// Headings have one text, stand above rows that have more, and are numbered otherwise.
    void findHeadings() {
        if (m_sheet.hasNames)
            return;
        const std::vector<std::size_t> textColumns = findTextColumns();
        const bool hasOneText = textColumns.size() <= 1;
        for (std::size_t i = 0; i < m_seen.size(); ++i) {
            Seen& seen = m_seen[i];
            // A heading stands left of all other texts, or has a number of another kind, and is in
            // a row of its own.
            const bool hasOtherNumber =
                seen.ordinal != Numbering::None && seen.ordinal != m_usualOrdinal;
            if (seen.looks != Looks::Data || seen.texts != 1 || seen.isBelowMerge ||
                (!textColumns.empty() && seen.firstText > textColumns.front() && !hasOtherNumber))
                continue;
            const bool numberedOtherwise =
                seen.ordinal != m_usualOrdinal &&
                (m_usualOrdinal != Numbering::None || seen.ordinal != Numbering::None);
            if (hasOneText && m_usualOrdinal == Numbering::None) {
                if (isHeadingByLabel(i))
                    seen.looks = Looks::Heading;
            } else if (hasOneText) {
                if (numberedOtherwise)
                    seen.looks = Looks::Heading;
            } else if (numberedOtherwise || (m_ordinal == noColumn && seen.numbers == 0) ||
                       (seen.ordinal == Numbering::None && m_usualOrdinal == Numbering::None &&
                        seen.numbering != Numbering::None)) {
                seen.looks = Looks::Heading;
            }
            if (seen.looks == Looks::Heading)
                seen.isStrong = false;
        }
        if (hasOneText && m_usualOrdinal == Numbering::None)
            confirmHeadings();
        // A heading has rows below it before the next one of its kind; else it is a row of its own,
        // such as a district whose communes are not listed.
        for (std::size_t i = 0; i < m_seen.size(); ++i)
            if (m_seen[i].looks == Looks::Heading && m_seen[i].numbers > 0 && isChildless(i)) {
                m_seen[i].looks = Looks::Data;
                m_seen[i].isChildless = true;
            }
    }

    bool isChildless(std::size_t i) const {
        const std::size_t next = nextData(i + 1);
        if (next >= m_seen.size())
            return true;
        const Label mine = labelOf(i);
        return m_seen[next].looks == Looks::Heading && mine.level &&
               mine.numbering != Numbering::None && mine == labelOf(next);
    }

    /// Columns, the ordinal apart, in which text stands in a good part of the rows.
    std::vector<std::size_t> findTextColumns() {
        std::map<std::size_t, std::size_t> counts;
        std::size_t rows = 0;
        for (const Seen& seen : m_seen) {
            if (seen.looks != Looks::Data)
                continue;
            ++rows;
            for (std::size_t i = 0; i < seen.row->cells.size(); ++i)
                if (i != m_ordinal && !seen.row->cells[i].isEmpty() &&
                    !isNumberCell(seen.row->cells[i]))
                    ++counts[i];
        }
        std::vector<std::size_t> columns;
        for (const auto& [column, count] : counts)
            if (4 * count >= rows)
                columns.push_back(column);
        return columns;
    }

    /// What kind of label a row of a table with one text column has.
    struct Label {
        int rank = 0; ///< headings of the same kind that follow at once: it stands above them
        Numbering numbering = Numbering::None;
        std::optional<gazetteer::Level> level;
        auto operator<=>(const Label&) const = default;
    };

    Label labelOf(std::size_t i) const {
        auto level = m_isPlace(m_seen[i].headingText());
        // Many districts have a town of their name; below "Huyện" stands the district.
        if (level && m_districts.contains(m_seen[i].firstText))
            level = gazetteer::Level::District;
        return {0, m_seen[i].numbering, level};
    }

    /// labelOf() of a heading, with its rank.
    Label headingLabel(std::size_t i) const {
        Label label = labelOf(i);
        for (std::size_t next = i + 1;
             next < m_tail && m_seen[next].looks == Looks::Heading && labelOf(next) == labelOf(i);
             ++next)
            ++label.rank;
        return label;
    }

    bool isHeadingByLabel(std::size_t i) {
        const std::size_t next = nextData(i + 1);
        if (next >= m_seen.size() || m_seen[next].looks != Looks::Data)
            return false;
        const Label mine = labelOf(i);
        Label theirs = labelOf(next);
        // One name below may be unknown; the next ones tell.
        for (std::size_t tries = 0, at = next; !theirs.level && tries < 2; ++tries) {
            at = nextData(at + 1);
            if (at >= m_seen.size() || m_seen[at].looks != Looks::Data)
                break;
            theirs.level = labelOf(at).level;
        }
        if (mine == theirs)
            return false;
        // "1. Cây chè" above "Xã Bản Bo", "Huyện A" above "Xã B".
        if (theirs.level && mine.level)
            return *mine.level < *theirs.level;
        if (theirs.level)
            return mine.numbering != theirs.numbering || m_seen[i].numbers == 0 || lacksKey(i) ||
                   sumsUp(i);
        return !theirs.level && mine.level && m_seen[next].texts > 0 &&
               mine.numbering != Numbering::None && mine.numbering != theirs.numbering;
    }

    /// Whether the row leaves a cell empty, left of its text, that nearly all others fill: a code.
    bool lacksKey(std::size_t i) const {
        for (std::size_t column = 0; column < m_seen[i].firstText; ++column) {
            std::size_t filled = 0, all = 0;
            for (const Seen& seen : m_seen)
                if (seen.looks == Looks::Data && seen.isStrong) {
                    ++all;
                    filled += seen.row->text(column).empty() ? 0 : 1;
                }
            if (m_seen[i].row->text(column).empty() && 10 * filled >= 7 * all)
                return true;
        }
        return false;
    }

    /// Whether the numbers of a row are the sums of those below it, as far as the next row that is
    /// no place.
    bool sumsUp(std::size_t i) const {
        std::size_t right = 0, wrong = 0;
        for (std::size_t column = 0; column < m_seen[i].row->cells.size(); ++column) {
            const auto stated = numberIn(*m_seen[i].row, column);
            if (column == m_ordinal || !stated || *stated == 0)
                continue;
            double sum = 0;
            for (std::size_t below = i + 1; below < m_seen.size(); ++below) {
                if (m_seen[below].looks != Looks::Data || !labelOf(below).level)
                    break;
                sum += numberIn(*m_seen[below].row, column).value_or(0);
            }
            ++(std::abs(sum - *stated) <= 0.01 * std::abs(*stated) ? right : wrong);
        }
        return right > wrong;
    }

    /// All rows with a heading's label are headings, or none is.
    void confirmHeadings() {
        std::set<Label> labels, ofData;
        for (std::size_t i = 0; i < m_seen.size(); ++i)
            if (m_seen[i].looks == Looks::Heading)
                labels.insert(labelOf(i));
        for (std::size_t i = 0; i < m_seen.size(); ++i)
            if (m_seen[i].looks == Looks::Data && m_seen[i].texts == 1 &&
                labels.contains(labelOf(i)) && labelOf(i).numbering != Numbering::None)
                m_seen[i].looks = Looks::Heading;
    }

    /// What follows the last row that is surely data, or a sum, stands below the table.
    void cutTail() {
        m_tail = m_seen.size();
        while (m_tail > 0) {
            const Seen& seen = m_seen[m_tail - 1];
            if (seen.isStrong || seen.looks == Looks::Total)
                break;
            if (seen.looks == Looks::Data && seen.numbers > 0 && seen.texts > 0 &&
                !isNoteOrSignature(seen.headingText()) && seen.row->cells.size() > 1 &&
                seen.texts + seen.numbers >= 2 && isCloseToTable(m_tail - 1))
                break;
            --m_tail;
        }
    }

    bool isCloseToTable(std::size_t i) const {
        return i == 0 || m_seen[i].row->line <= m_seen[i - 1].row->line + 1;
    }

    void leaveOut(const Row& row, LeftOut why, std::size_t group) {
        m_table.leftOut.push_back({&row, why, group});
    }

    /// Each row to its place in the table, headings to the rows below them.
    void place() {
        std::vector<std::size_t> open; ///< headings, outermost first
        std::vector<Label> labels;
        bool afterHeading = false;
        for (std::size_t i = 0; i < m_seen.size(); ++i) {
            const Seen& seen = m_seen[i];
            const std::size_t group = open.empty() ? noGroup : open.back();
            if (i >= m_tail && seen.looks != Looks::Header && seen.looks != Looks::Hidden) {
                leaveOut(*seen.row, LeftOut::Note, noGroup);
                continue;
            }
            switch (seen.looks) {
            case Looks::Hidden:
                leaveOut(*seen.row, LeftOut::Hidden, group);
                break;
            case Looks::Header:
                leaveOut(*seen.row, LeftOut::Header, group);
                break;
            case Looks::Note:
                leaveOut(*seen.row, LeftOut::Note, group);
                break;
            case Looks::Total:
                leaveOut(*seen.row, LeftOut::Total, group);
                break;
            case Looks::Heading:
                openHeading(i, open, labels, afterHeading);
                afterHeading = true;
                continue;
            case Looks::Data:
                m_table.rows.push_back(
                    {seen.row, seen.isChildless ? groupBeside(i, open, labels) : group, {}});
                break;
            }
            afterHeading = false;
        }
    }

    /// The heading above a row that stands beside the headings that are open, and not below them.
    std::size_t groupBeside(std::size_t i, const std::vector<std::size_t>& open,
                            const std::vector<Label>& labels) const {
        const Label mine = labelOf(i);
        std::size_t depth = 0;
        while (depth < labels.size() &&
               (labels[depth].numbering != mine.numbering || labels[depth].level != mine.level))
            ++depth;
        return depth == 0 ? noGroup : open[depth - 1];
    }

    void openHeading(std::size_t i, std::vector<std::size_t>& open, std::vector<Label>& labels,
                     bool afterHeading) {
        const Label label = headingLabel(i);
        auto same = std::find(labels.begin(), labels.end(), label);
        // A district closes a commune; what is no place and not numbered alike closes all of its
        // rank.
        if (same == labels.end() && label.level)
            same = std::find_if(labels.begin(), labels.end(), [&](const Label& other) {
                return other.level && *other.level >= *label.level;
            });
        if (same == labels.end())
            same = std::find_if(labels.begin(), labels.end(), [&](const Label& other) {
                return other.numbering == label.numbering && other.level == label.level &&
                       other.rank <= label.rank;
            });
        if (same == labels.end() && !afterHeading)
            same = labels.empty() ? labels.end() : labels.end() - 1;
        const auto keep = std::size_t(same - labels.begin());
        open.resize(std::min(keep, open.size()));
        labels.resize(open.size());
        m_table.groups.push_back({m_seen[i].headingText(), m_seen[i].row->line,
                                  open.empty() ? noGroup : open.back(), m_seen[i].row});
        open.push_back(m_table.groups.size() - 1);
        labels.push_back(label);
    }

    /// A cell that is merged downwards speaks for all its rows.
    void fillMerged() {
        if (m_sheet.merges.empty() || m_table.rows.empty())
            return;
        std::map<std::size_t, std::size_t> rowByLine, sheetRow;
        for (std::size_t i = 0; i < m_table.rows.size(); ++i)
            rowByLine[m_table.rows[i].row->line] = i;
        for (std::size_t i = m_header.end; i < m_end; ++i)
            sheetRow[m_sheet.rows[i].line] = i;
        for (const sheets::Merge& merge : m_sheet.merges) {
            if (merge.lastLine == merge.firstLine)
                continue;
            const auto first = sheetRow.find(merge.firstLine);
            if (first == sheetRow.end())
                continue;
            const std::string_view text = m_sheet.rows[first->second].text(merge.firstColumn);
            if (text.empty())
                continue;
            for (auto at = rowByLine.upper_bound(merge.firstLine);
                 at != rowByLine.end() && at->first <= merge.lastLine; ++at)
                if (m_table.rows[at->second].row->text(merge.firstColumn).empty())
                    m_table.rows[at->second].filled.emplace_back(merge.firstColumn, text);
        }
    }

    const Sheet& m_sheet;
    const HeaderLines& m_header;
    std::size_t m_end;
    const PlaceTest& m_isPlace;
    std::size_t m_ordinal = noColumn;
    std::set<std::size_t> m_districts; ///< columns that are headed so
    std::set<std::string> m_headerTexts;
    std::set<std::size_t> m_belowMerge; ///< lines
    NamesAbove m_namesAbove;
    Remembered<bool> m_isInHeader, m_isNumber, m_isUnit, m_isTotal;
    std::vector<Seen> m_seen;
    std::size_t m_usualWidth = 1;
    Numbering m_usualOrdinal = Numbering::None;
    std::size_t m_tail = 0; ///< index into m_seen
    FoundTable m_table;
};

std::set<std::string> textsOf(const Sheet& sheet, const HeaderLines& header) {
    std::set<std::string> texts;
    for (std::size_t i = header.first; i < header.end; ++i)
        for (const Cell& cell : sheet.rows[i].cells)
            if (!cell.isEmpty() && !numbersColumns(sheet.rows[i]))
                texts.insert(text::fold(cell.text));
    return texts;
}

/// Sums between tables are no titles; "TỔNG ĐÀN VẬT NUÔI NĂM 2023" alone above the first one is.
void addTitles(const Sheet& sheet, std::size_t from, std::size_t end, FoundTable& table) {
    const auto isAlone = [](const Row& row) {
        return std::count_if(row.cells.begin(), row.cells.end(),
                             [](const Cell& cell) { return !cell.isEmpty(); }) == 1;
    };
    for (std::size_t i = from; i < end; ++i)
        for (const Cell& cell : sheet.rows[i].cells)
            if (!cell.isEmpty() && cell.kind == CellKind::Text &&
                (!isTotalWord(cell.text) || (from == 0 && isAlone(sheet.rows[i]))))
                table.titles.push_back({sheet.rows[i].line, text::toNfc(cell.text)});
}

/// A layer or DBF: the names of its fields are the header, every feature is a row.
HeaderLines namesOf(const Sheet& sheet) {
    HeaderLines header;
    header.end = 1;
    for (std::size_t i = 0; i < sheet.rows.front().cells.size(); ++i)
        header.columns.push_back({i, {text::toNfc(sheet.rows.front().cells[i].text)}});
    return header;
}

} // namespace

std::vector<FoundTable> findTables(const Sheet& sheet, const PlaceTest& isPlace) {
    std::vector<FoundTable> tables;
    if (sheet.rows.empty())
        return tables;
    if (sheet.hasNames) {
        const HeaderLines header = namesOf(sheet);
        tables.push_back(TableReader(sheet, header, sheet.rows.size(), isPlace).read());
        return tables;
    }
    std::optional<HeaderLines> header = findHeader(sheet, 0);
    if (!header)
        header = guessHeader(sheet, 0);
    std::size_t titlesFrom = 0;
    while (header) {
        // The same header again is a new page of the same table.
        const std::set<std::string> mine = textsOf(sheet, *header);
        std::optional<HeaderLines> next = findHeader(sheet, header->end);
        while (next && textsOf(sheet, *next) == mine)
            next = findHeader(sheet, next->end);
        const std::size_t end = next ? next->first : sheet.rows.size();
        TableReader reader(sheet, *header, end, isPlace);
        FoundTable table = reader.read();
        addTitles(sheet, titlesFrom, header->first, table);
        titlesFrom = std::min(reader.tailBegin(), end);
        if (!table.rows.empty())
            tables.push_back(std::move(table));
        header = std::move(next);
    }
    return tables;
}

} // namespace terroir::tables
