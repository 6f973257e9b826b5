#include "core/tables/indicator_form.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/tables/header_lines.hpp"
#include "core/tables/indicator_lines.hpp"
#include "core/tables/indicator_parts.hpp"
#include "core/tables/plain_cells.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace terroir::tables {

namespace {

using sheets::Row;
using sheets::Sheet;

class FormWriter {
public:
    FormWriter(const Sheet& sheet, const HeaderLines& header, const IndicatorLines& form,
               std::deque<std::string>& texts)
        : m_sheet(sheet), m_header(header), m_columns(form.columns), m_lines(form.lines),
          m_texts(texts) {}

    PlainIndicators make(std::vector<LocalText> doubts) {
        PlainIndicators plain;
        plain.doubts = std::move(doubts);
        write(plain);
        say(plain);
        return plain;
    }

private:
    void put(Row& row, std::size_t column, std::string text) {
        putText(row, column, std::move(text), m_texts);
    }

    static std::string measureInWords(std::string_view measure) {
        for (const auto& [field, word] : indicatorMeasures)
            if (field == measure)
                return std::string(word);
        return {};
    }

    /// "chè trồng mới": what tells a further area of a thing from the whole.
    std::string subjectOf(const IndicatorLine& line) const {
        const bool isNamesake =
            line.whole != noIndicator && line.thing == m_lines[line.whole].thing;
        return (isNamesake || line.name.measure.empty()) && !isOfAll(line.name.what)
                   ? line.thing + " " + line.name.what
                   : line.thing;
    }

    void write(PlainIndicators& plain) {
        const Sheet& from = m_sheet;
        Sheet& to = plain.sheet;
        to = from;
        to.rows.clear();
        std::size_t width = 0;
        for (const Row& row : from.rows)
            width = std::max(width, row.cells.size());
        const std::size_t measure = width, group = width + 1, scope = width + 2, place = width + 3,
                          unit = m_columns.unit == noIndicator ? width + 4 : m_columns.unit;
        const bool hasPlaces =
            std::any_of(m_lines.begin(), m_lines.end(), [](const IndicatorLine& line) {
                return line.hasNumbers && !line.place.empty();
            });
        std::size_t next = 0;
        for (std::size_t i = 0; i < from.rows.size(); ++i) {
            Row row = from.rows[i];
            if (i == m_header.first) {
                put(row, m_columns.name, "Chỉ tiêu: đối tượng");
                put(row, measure, std::string(indicatorMeasureHeader));
                put(row, group, "Chỉ tiêu: nhóm");
                put(row, scope, "Chỉ tiêu: phạm vi");
                if (hasPlaces)
                    put(row, place, "Chỉ tiêu: địa điểm");
                if (m_columns.unit == noIndicator)
                    put(row, unit, "Chỉ tiêu: đơn vị");
            } else if (i > m_header.first && i < m_header.end) {
                put(row, m_columns.name, "");
            }
            if (next < m_lines.size() && m_lines[next].row == i) {
                const IndicatorLine& line = m_lines[next++];
                if (!line.hasNumbers)
                    continue;
                if (line.isOther || line.isUnknown || line.isOfOtherKind)
                    continue;
                if (line.isSum) {
                    put(row, m_columns.name, "Tổng số " + line.text);
                } else {
                    put(row, m_columns.name, subjectOf(line));
                    put(row, measure, measureInWords(line.measure));
                    const std::size_t whole = line.whole == noIndicator ? next - 1 : line.whole;
                    put(row, group,
                        fmt::format("{} {}", from.name, from.rows[m_lines[whole].row].line));
                    put(row, scope, line.whole == noIndicator ? "own" : "part");
                    if (hasPlaces)
                        put(row, place, line.place);
                    put(row, unit, line.unit);
                }
                for (const std::size_t code : m_columns.codes)
                    put(row, code, "");
                if (m_columns.ordinal != noIndicator)
                    put(row, m_columns.ordinal, "");
            }
            to.rows.push_back(std::move(row));
        }
    }

    template <typename Is>
    std::vector<std::size_t> linesThat(Is is) const {
        std::vector<std::size_t> lines;
        for (const IndicatorLine& line : m_lines)
            if (line.hasNumbers && is(line))
                lines.push_back(m_sheet.rows[line.row].line);
        return lines;
    }

    void say(PlainIndicators& plain) {
        if (const auto lines = linesThat([](const IndicatorLine& line) { return line.isUnknown; });
            !lines.empty())
            plain.doubts.push_back(
                localText("Chỉ tiêu không rõ là của cây trồng, vật nuôi nào nên không được nhập: "
                          "dòng {}.",
                          "It is not known of which crop or animal these indicators are, and they "
                          "are not read: rows {}.",
                          fmt::join(lines, ", ")));
        if (const auto lines = linesThat(
                [](const IndicatorLine& line) { return line.isOther && !line.isOfOtherKind; });
            !lines.empty())
            plain.remarks.push_back(
                localText("Không phải bản ghi vì là tiền, tỷ lệ, số hộ, số người…: dòng {}.",
                          "No records, since they are money, shares, households, persons…: rows "
                          "{}.",
                          fmt::join(lines, ", ")));
        if (const auto lines =
                linesThat([](const IndicatorLine& line) { return line.isOfOtherKind; });
            !lines.empty())
            plain.remarks.push_back(
                localText("Thuộc ngành khác với loại đang nhập nên được bỏ qua: dòng {}; hãy nhập "
                          "tệp này một lần nữa với loại ấy.",
                          "Of another branch than the kind that is imported, and left out: rows "
                          "{}; import the file once more with that kind.",
                          fmt::join(lines, ", ")));
        if (const auto lines =
                linesThat([](const IndicatorLine& line) { return line.whole != noIndicator; });
            !lines.empty())
            plain.remarks.push_back(
                localText("Là một phần ('trong đó') của số ở dòng khác nên không cộng thêm vào số "
                          "ấy: dòng {}.",
                          "A part of the number in another row, and never added to it: rows {}.",
                          fmt::join(lines, ", ")));
    }

    const Sheet& m_sheet;
    const HeaderLines& m_header;
    const IndicatorColumns& m_columns;
    const std::vector<IndicatorLine>& m_lines;
    std::deque<std::string>& m_texts;
};

} // namespace

std::optional<PlainIndicators> plainIndicators(const Sheet& sheet, std::string_view kind,
                                               const PlaceTest& isPlace,
                                               std::deque<std::string>& texts) {
    if (sheet.hasNames ||
        !isAnyOf(kind, {"planting", "production_zone", "livestock", "aquaculture"}))
        return std::nullopt;
    const auto header = findHeader(sheet, 0);
    auto form = header ? readIndicatorLines(sheet, *header, isPlace) : std::nullopt;
    if (!form)
        return std::nullopt;
    std::vector<LocalText> doubts = findIndicatorParts(sheet, *header, kind, *form);
    return FormWriter(sheet, *header, *form, texts).make(std::move(doubts));
}

} // namespace terroir::tables
