#include "core/sheets/decode_columns.hpp"

#include "core/base/local_text.hpp"
#include "core/sheets/encoding.hpp"
#include "core/text/legacy.hpp"
#include "core/text/letter.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace terroir::sheets {

namespace {

using text::Encoding;

enum class Letters { Ascii, Latin1, Unicode };

/// Unicode: holds a Vietnamese letter that no byte of an old font stands for, such as "ạ".
Letters lettersOf(std::string_view text) {
    Letters letters = Letters::Ascii;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::nextCodePoint(text, at);
        if (c < 0x80)
            continue;
        letters = Letters::Latin1;
        if ((c >= 0x100 && text::letterOf(c)) || (c >= 0x300 && c < 0x370))
            return Letters::Unicode;
    }
    return letters;
}

/// Only what stands for bytes: keystrokes are the business of those who read names.
std::optional<Encoding> detectBytes(std::string_view text) {
    const auto encoding = text::detect(text);
    if (encoding == Encoding::Tcvn3 || encoding == Encoding::VniFont ||
        encoding == Encoding::Utf8AsCp1252)
        return encoding;
    return std::nullopt;
}

bool isNumber(const Cell& cell) {
    return cell.kind != CellKind::Text || (cell.text.view().find_first_of("0123456789") == 0);
}

/// Titles and headers: the rows above the first one that has a number beside other cells.
std::size_t headOf(const Sheet& sheet) {
    constexpr std::size_t most = 30;
    if (sheet.hasNames)
        return std::min<std::size_t>(1, sheet.rows.size());
    for (std::size_t i = 0; i < std::min(most, sheet.rows.size()); ++i) {
        const auto& cells = sheet.rows[i].cells;
        const auto filled = std::count_if(cells.begin(), cells.end(),
                                          [](const Cell& cell) { return !cell.isEmpty(); });
        if (filled > 1 && std::any_of(cells.begin(), cells.end(), [](const Cell& cell) {
                return !cell.isEmpty() && isNumber(cell);
            }))
            return i;
    }
    return std::min<std::size_t>(1, sheet.rows.size());
}

class Decoder {
public:
    Decoder(Sheet& sheet, TextStore& texts) : m_sheet(sheet), m_texts(texts) {}

    std::vector<LocalText> run() {
        const std::size_t head = headOf(m_sheet);
        std::size_t columns = 0;
        for (const Row& row : m_sheet.rows)
            columns = std::max(columns, row.cells.size());
        m_byColumn.resize(columns);
        for (std::size_t column = 0; column < columns; ++column)
            decodeBody(column, head);
        decodeHead(head);
        return remarks();
    }

private:
    struct Found {
        std::optional<Encoding> encoding;
        bool isMixed = false; ///< cells in Unicode stand among them
    };

    /// From cells spread over the whole column.
    Found findEncoding(std::size_t column, std::size_t head) const {
        constexpr std::size_t maxSampleCells = 3000, maxSampleBytes = 1 << 16;
        const std::size_t rows = m_sheet.rows.size();
        const std::size_t step = 1 + (rows - head) / maxSampleCells;
        Found found;
        std::string sample;
        for (std::size_t i = head; i < rows && sample.size() < maxSampleBytes; i += step) {
            const Row& row = m_sheet.rows[i];
            const std::string_view cell = row.text(column);
            const Letters letters = lettersOf(cell);
            found.isMixed = found.isMixed || letters == Letters::Unicode;
            if (letters == Letters::Latin1)
                sample.append(cell).append(1, '\n');
        }
        if (sample.empty())
            return found;
        found.encoding = detectBytes(sample);
        if (found.encoding) {
            const SyllableCount count = countSyllables(text::decode(sample, *found.encoding));
            if (count.syllables <= 2 * count.others)
                found.encoding.reset();
        }
        return found;
    }

    void decodeBody(std::size_t column, std::size_t head) {
        const Found found = findEncoding(column, head);
        if (!found.encoding)
            return;
        m_byColumn[column] = found.encoding;
        for (std::size_t i = head; i < m_sheet.rows.size(); ++i) {
            auto& cells = m_sheet.rows[i].cells;
            if (column >= cells.size() || lettersOf(cells[column].text) != Letters::Latin1)
                continue;
            if (!found.isMixed || detectBytes(cells[column].text) == found.encoding)
                decode(cells[column], column, *found.encoding);
        }
    }

    void decodeHead(std::size_t head) {
        std::string all;
        for (std::size_t i = 0; i < head; ++i)
            all += joined(m_sheet.rows[i]);
        const auto ofHead = lettersOf(all) == Letters::Latin1 ? detectBytes(all) : std::nullopt;
        for (std::size_t i = 0; i < head; ++i) {
            Row& row = m_sheet.rows[i];
            const std::string text = joined(row);
            const Letters letters = lettersOf(text);
            if (letters == Letters::Ascii)
                continue;
            auto ofRow = letters == Letters::Latin1 ? detectBytes(text) : std::nullopt;
            if (!ofRow && letters == Letters::Latin1)
                ofRow = ofHead;
            for (std::size_t column = 0; column < row.cells.size(); ++column)
                decodeHeadCell(row.cells[column], column, ofRow);
        }
    }

    void decodeHeadCell(Cell& cell, std::size_t column, std::optional<Encoding> ofRow) {
        if (lettersOf(cell.text) != Letters::Latin1)
            return;
        if (!ofRow)
            ofRow = detectBytes(cell.text);
        if (!ofRow && m_byColumn[column] && countSyllables(cell.text).others > 0 &&
            countSyllables(text::decode(cell.text, *m_byColumn[column])).others == 0)
            ofRow = m_byColumn[column];
        if (ofRow)
            decode(cell, column, *ofRow);
    }

    static std::string joined(const Row& row) {
        std::string text;
        for (const Cell& cell : row.cells)
            text.append(cell.text.view()).append(1, '\n');
        return text;
    }

    void decode(Cell& cell, std::size_t column, Encoding encoding) {
        const std::string decoded = text::decode(cell.text, encoding);
        // "Trung bình" typed in Unicode below a column in another font stays.
        if (decoded == cell.text ||
            (countSyllables(cell.text).others == 0 && countSyllables(decoded).others > 0))
            return;
        cell.text = m_texts.keep(decoded);
        m_done[encoding].insert(column);
    }

    /// "B"; the field's name where there are names.
    std::string nameOf(std::size_t column) const {
        if (m_sheet.hasNames)
            return std::string(m_sheet.rows.front().text(column));
        std::string letters;
        for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters.insert(letters.begin(), char('A' + (rest - 1) % 26));
        return letters;
    }

    std::vector<LocalText> remarks() const {
        std::vector<LocalText> remarks;
        for (const auto& [encoding, columns] : m_done) {
            std::vector<std::string> names;
            for (const std::size_t column : columns)
                names.push_back(nameOf(column));
            const char* const font = encoding == Encoding::Tcvn3     ? "TCVN3 (ABC, .VnTime)"
                                     : encoding == Encoding::VniFont ? "VNI"
                                                                     : "UTF-8";
            const LocalText where =
                m_sheet.name.empty() ? LocalText{}
                                     : localText("trang tính '{}', ", "sheet '{}', ", m_sheet.name);
            remarks.push_back(localText("{}cột {}: đọc theo bảng mã {}", "{}column {}: read as {}",
                                        where, fmt::format("{}", fmt::join(names, ", ")), font));
        }
        return remarks;
    }

    Sheet& m_sheet;
    TextStore& m_texts;
    std::vector<std::optional<Encoding>> m_byColumn;
    std::map<Encoding, std::set<std::size_t>> m_done;
};

} // namespace

std::vector<LocalText> decodeColumns(Sheet& sheet, TextStore& texts) {
    return Decoder(sheet, texts).run();
}

} // namespace terroir::sheets
