#include "core/tables/indicator_lines.hpp"

#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/cell_number.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/header_parts.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace terroir::tables {

namespace {

using sheets::CellKind;
using sheets::Row;
using sheets::Sheet;

/// A column that holds names of indicators by its header: surely, or if its cells say so.
enum class NameHeader { No, Maybe, Sure };

NameHeader nameHeader(const FoundColumn& column) {
    if (column.path.empty())
        return NameHeader::Maybe;
    const std::string words = headerWords(column.path.back());
    if (isAnyOf(words, {"chi tieu", "ten chi tieu", "cac chi tieu", "chi tieu chu yeu",
                        "chi tieu thong ke", "noi dung chi tieu", "danh muc chi tieu",
                        "chi tieu nhiem vu", "chi tieu ke hoach"}))
        return NameHeader::Sure;
    return isAnyOf(words, {"noi dung", "hang muc", "danh muc", "ten", "loai", "khoan muc"})
               ? NameHeader::Maybe
               : NameHeader::No;
}

IndicatorColumns indicatorColumns(const HeaderLines& header) {
    IndicatorColumns columns;
    NameHeader best = NameHeader::No;
    for (const FoundColumn& column : header.columns) {
        const auto meanings = meaningsOf(column.path, {});
        const std::string words = column.path.empty() ? "" : headerWords(column.path.back());
        const NameHeader name = nameHeader(column);
        if (!meanings.empty() && meanings.front().field == ordinalColumn &&
            meanings.front().share >= 0.9)
            columns.ordinal = column.at;
        else if (isAnyOf(words, {"dvt", "don vi tinh", "don vi", "don vi do"}))
            columns.unit = column.at;
        else if (isAnyOf(words, {"ma so", "ma", "ma chi tieu", "ma cay", "ma hang"}))
            columns.codes.push_back(column.at);
        else if (name > best && columns.values.empty()) {
            best = name;
            columns.name = column.at;
        } else if (columns.name != noIndicator && !column.path.empty() &&
                   !(!meanings.empty() && meanings.front().share >= 0.9 &&
                     !isMeasure(meanings.front().field)))
            columns.values.push_back(column.at);
    }
    return columns;
}

/// How high a number stands: "A", "I", "1", "1.1", "a", "-", "+".
int rankOf(std::string_view ordinal, std::string_view text) {
    Numbering numbering = ordinalOf(ordinal);
    std::string_view mark = ordinal;
    int depth = int(std::count(ordinal.begin(), ordinal.end(), '.'));
    if (numbering == Numbering::None) {
        const Heading heading = readHeading(text);
        numbering = heading.numbering;
        depth = heading.depth;
        mark = text;
    }
    const char first = mark.empty() ? '\0' : mark.front();
    switch (numbering) {
    case Numbering::Letter:
        return std::isupper(static_cast<unsigned char>(first)) != 0 ? 10 : 50;
    case Numbering::Roman:
        return 20;
    case Numbering::Arabic:
        return 30;
    case Numbering::Dotted:
        return 30 + std::min(depth, 5);
    case Numbering::Bullet:
        return first == '+' ? 70 : first == '*' ? 65 : 60;
    case Numbering::None:
        break;
    }
    return 0;
}

/// The kinds of records that a section of a report is about: "TRỒNG TRỌT", "B. CHĂN NUÔI".
std::string sectionOf(std::string_view text) {
    const std::string words = headerWords(text);
    const auto begins = [&](std::string_view start) { return words.starts_with(start); };
    if (begins("trong trot") || begins("cay ") || begins("san xuat trong trot"))
        return "crops";
    if (begins("chan nuoi") || begins("gia suc") || begins("gia cam"))
        return "animals";
    if (begins("thuy san") || begins("nuoi trong thuy san") || begins("thuy hai san"))
        return "fish";
    if (begins("lam nghiep") || begins("cong nghiep") || begins("thuong mai") ||
        begins("van hoa") || begins("xa hoi") || begins("kinh te") || begins("giao duc") ||
        begins("y te") || begins("xay dung"))
        return "other";
    return {};
}

class LinesReader {
public:
    LinesReader(const Sheet& sheet, const HeaderLines& header, const PlaceTest& isPlace)
        : m_sheet(sheet), m_header(header), m_isPlace(isPlace),
          m_columns(indicatorColumns(header)) {}

    std::optional<IndicatorLines> read() {
        constexpr std::size_t mostRows = 5'000; // forms are short
        if (m_columns.name == noIndicator || m_columns.values.empty() ||
            m_sheet.rows.size() > mostRows)
            return std::nullopt;
        readLines();
        keepNumberColumns();
        if (!isForm())
            return std::nullopt;
        nest();
        return IndicatorLines{std::move(m_columns), std::move(m_lines)};
    }

private:
    void readLines() {
        for (std::size_t i = m_header.end; i < m_sheet.rows.size(); ++i) {
            const Row& row = m_sheet.rows[i];
            const std::string_view text = row.text(m_columns.name);
            if (row.isHidden || text.empty() || numbersColumns(row))
                continue;
            if (isNoteOrSignature(text))
                break;
            IndicatorLine line;
            line.row = i;
            line.hasNumbers = std::any_of(m_columns.values.begin(), m_columns.values.end(),
                                          [&](std::size_t at) { return numberIn(row, at); });
            line.name = readIndicator(text);
            line.text = readHeading(text).text;
            line.rank =
                rankOf(m_columns.ordinal == noIndicator ? "" : row.text(m_columns.ordinal), text);
            if (m_columns.unit != noIndicator && !row.text(m_columns.unit).empty())
                line.name.unit = std::string(row.text(m_columns.unit));
            m_lines.push_back(std::move(line));
        }
        while (!m_lines.empty() && !m_lines.back().hasNumbers)
            m_lines.pop_back(); // notes
    }

    /// Columns that hold numbers in some line.
    void keepNumberColumns() {
        std::erase_if(m_columns.values, [&](std::size_t at) {
            return std::none_of(m_lines.begin(), m_lines.end(), [&](const IndicatorLine& line) {
                return numberIn(m_sheet.rows[line.row], at).has_value();
            });
        });
    }

    /// Whether the names are those of indicators: measures without a thing, or measures of things.
    bool isForm() const {
        std::size_t numbered = 0, measured = 0, bare = 0, known = 0;
        bool hasUnits = m_columns.unit != noIndicator;
        for (const IndicatorLine& line : m_lines) {
            const bool isMeasured = !line.name.measure.empty();
            hasUnits = hasUnits || !line.name.unit.empty();
            bare += isMeasured && line.name.thing.empty() ? 1 : 0;
            if (!line.hasNumbers) {
                measured += isMeasured ? 1 : 0;
                continue;
            }
            ++numbered;
            measured += isMeasured ? 1 : 0;
            known += isMeasured || line.name.isKnownThing || line.name.isOther ||
                             line.name.isPart || line.name.isSum
                         ? 1
                         : 0;
        }
        if (numbered < 2 || !hasUnits || m_columns.values.empty())
            return false;
        const auto& columns = m_header.columns;
        const auto its = std::find_if(columns.begin(), columns.end(), [&](const FoundColumn& one) {
            return one.at == m_columns.name;
        });
        if (nameHeader(*its) == NameHeader::Sure)
            return measured > 0 || 2 * known >= numbered;
        return measured >= 2 && (bare >= 2 || 2 * measured >= numbered) && 2 * known >= numbered;
    }

    /// What each line stands below, and what that says of it.
    void nest() {
        std::vector<std::size_t> open;
        const auto top = [&]() -> const IndicatorLine* {
            return open.empty() ? nullptr : &m_lines[open.back()];
        };
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            IndicatorLine& line = m_lines[i];
            line.isPlace = !line.name.isKnownThing && m_isPlace(line.text).has_value();
            const bool isBare = !line.name.measure.empty() && line.name.thing.empty();
            const bool isPartLine = line.name.isPart || isBreakdown(line);
            if (isPartLine) {
                while (!open.empty() && m_lines[open.back()].name.isPart &&
                       m_lines[open.back()].hasNumbers)
                    open.pop_back();
                line.rank = std::max(line.rank, top() == nullptr ? 55 : top()->rank + 1);
                line.isPartSection = !line.hasNumbers;
            } else {
                if (line.rank == 0)
                    line.rank = isBare && line.hasNumbers ? 80 : 45;
                while (!open.empty() && m_lines[open.back()].rank >= line.rank &&
                       !(isBare && isNamedAlone(m_lines[open.back()])))
                    open.pop_back();
                if (isBare && !open.empty() && m_lines[open.back()].rank >= line.rank)
                    line.rank = m_lines[open.back()].rank + 1;
            }
            line.parent = open.empty() ? noIndicator : open.back();
            resolve(line);
            open.push_back(i);
        }
    }

    /// "Chia ra:", "Phân theo xã:".
    static bool isBreakdown(const IndicatorLine& line) {
        const std::string words = headerWords(line.text);
        return !line.hasNumbers &&
               (words.starts_with("chia ra") || words.starts_with("chia theo") ||
                words.starts_with("phan theo"));
    }

    /// "Cây chè" without a number, over the measures of it.
    static bool isNamedAlone(const IndicatorLine& line) {
        return !line.hasNumbers && !line.name.thing.empty() && line.name.measure.empty() &&
               sectionOf(line.text).empty() == line.name.thing.empty();
    }

    void resolve(IndicatorLine& line) {
        const IndicatorLine* above = line.parent == noIndicator ? nullptr : &m_lines[line.parent];
        const bool isTransparent = line.isPartSection && isBreakdown(line);
        line.section = line.hasNumbers || line.name.isPart ? "" : sectionOf(line.text);
        line.thing = line.isPlace || isTransparent ? "" : line.name.thing;
        line.measure = line.name.measure;
        line.unit = line.name.unit;
        line.place = line.isPlace ? line.text : "";
        if (!line.hasNumbers && !line.section.empty() && !line.name.isKnownThing)
            line.thing.clear(); // "CHĂN NUÔI"
        if (above == nullptr)
            return;
        if (line.section.empty())
            line.section = above->section;
        if (line.place.empty())
            line.place = above->place;
        // "Trong đó: VietGAP" of the tea above it
        if (line.name.isPart && !line.thing.empty() && text::isThing(above->thing) &&
            records::findCategory("certification", line.thing) != nullptr)
            line.thing = above->thing + " " + line.thing;
        else if (isAttribute(line.thing) && text::isThing(above->thing))
            line.thing = above->thing + " " + text::normalize(line.thing);
        else if (line.thing.empty() && line.hasNumbers)
            line.thing = thingAbove(line);
        else if (line.thing.empty())
            line.thing = above->thing;
        if (isProduct(line.thing))
            if (const std::string its = thingAbove(line); text::isThing(its))
                line.thing = its + " " + text::normalize(line.thing);
        if (line.unit.empty())
            line.unit = above->unit;
        if (line.measure.empty() && (above->unit.empty() || above->unit == line.unit))
            line.measure = above->measure;
    }

    /// "Thịt hơi xuất chuồng", "Trứng": of the animals above it, where there are some.
    static bool isProduct(std::string_view thing) {
        const std::string words = text::normalize(thing);
        return isAnyOf(words, {"thịt", "thịt hơi", "thịt hơi xuất chuồng", "thịt hơi các loại",
                               "sữa", "sữa tươi", "trứng"});
    }

    std::string thingAbove(const IndicatorLine& line) const {
        for (std::size_t at = line.parent; at != noIndicator; at = m_lines[at].parent)
            if (!m_lines[at].thing.empty())
                return m_lines[at].thing;
        return {};
    }

    const Sheet& m_sheet;
    const HeaderLines& m_header;
    const PlaceTest& m_isPlace;
    IndicatorColumns m_columns;
    std::vector<IndicatorLine> m_lines;
};

} // namespace

std::optional<IndicatorLines> readIndicatorLines(const Sheet& sheet, const HeaderLines& header,
                                                 const PlaceTest& isPlace) {
    return LinesReader(sheet, header, isPlace).read();
}

} // namespace terroir::tables
