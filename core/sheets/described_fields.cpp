#include "core/sheets/described_fields.hpp"

#include "core/base/local_text.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace terroir::sheets {

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>; ///< name, value

constexpr char cellEnd = '\t';

/// A mark of HTML, "br" or "/td"; empty where '<' is only a sign of the text.
std::string tagAt(std::string_view text, std::size_t at, std::size_t close) {
    const bool isTag =
        close != std::string_view::npos && at + 1 < text.size() &&
        (text[at + 1] == '/' || std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0);
    return isTag ? text::fold(text.substr(at + 1, close - at - 1)) : "";
}

/// The names of signs that programs write: the five of XML and the space of HTML.
void decodeNames(std::string& text) {
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"&nbsp;", " "},  {"&lt;", "<"},  {"&gt;", ">"},
        {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (const auto& [name, sign] : names)
        for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += sign.size())
            text.replace(at, name.size(), sign);
}

/// HTML as globes write it: its rows and breaks as lines, its cells ended by a tab, its head and
/// its other marks left out.
std::string withoutMarkup(std::string_view text) {
    const bool hasCells = text.find("<td") != std::string_view::npos;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t close = text[at] == '<' ? text.find('>', at) : std::string_view::npos;
        const std::string tag = tagAt(text, at, close);
        if (tag.empty()) {
            const char c = text[at++];
            out += hasCells && (c == '\n' || c == '\r' || c == cellEnd) ? ' ' : c;
            continue;
        }
        at = close + 1;
        if (tag == "head" || tag.starts_with("style")) {
            const std::size_t end = text.find(tag == "head" ? "</head>" : "</style>", at);
            at = std::min(end, text.size());
            continue;
        }
        for (const std::string_view line : {"br", "/p", "/tr", "/div", "/li"})
            if (tag.starts_with(line))
                out += '\n';
        if (tag.starts_with("/td") || tag.starts_with("/th"))
            out += cellEnd;
        if (tag.starts_with("table")) // the cell that holds it says nothing itself
            out += '\n';
    }
    decodeNames(out);
    return out;
}

/// "Diện tích: 12,5 ha" on lines of their own, or rows of a name and its value; empty where a line
/// says something else. A row of one cell is the title of the others.
Fields fieldsOf(std::string_view text) {
    Fields fields;
    const std::string plain = withoutMarkup(text);
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t end = std::min(plain.find('\n', at), plain.size());
        const std::string_view line = std::string_view(plain).substr(at, end - at);
        at = end + 1;
        if (trimmed(line).empty())
            continue;
        std::size_t sign = line.find(cellEnd);
        if (sign == std::string_view::npos)
            sign = line.find(": ");
        else if (line.find(cellEnd, sign + 1) == std::string_view::npos)
            continue;
        if (sign == std::string_view::npos)
            return {};
        std::string_view name = trimmed(line.substr(0, sign));
        std::string_view value = trimmed(line.substr(sign + 1));
        if (name.ends_with(':'))
            name = trimmed(name.substr(0, name.size() - 1));
        if (name.empty() || name.size() > 60 || value.find(cellEnd) != std::string_view::npos)
            return {};
        fields.emplace_back(name, value == "<Null>" ? "" : value);
    }
    return fields;
}

/// Whether the descriptions only say again what a column holds: My Maps writes each field twice.
bool repeats(const Sheet& sheet, std::size_t column, const std::vector<Fields>& described) {
    const std::string own = text::fold(sheet.rows.front().text(column));
    for (std::size_t i = 1; i < sheet.rows.size(); ++i)
        for (const auto& [name, value] : described[i])
            if (const std::string_view cell = sheet.rows[i].text(column);
                !cell.empty() && trimmed(cell) != value && text::fold(name) == own)
                return false;
    return true;
}

} // namespace

void splitDescriptions(Sheet& sheet, WorkbookBuilder& workbook) {
    if (!sheet.hasNames || sheet.rows.size() < 2)
        return;
    Row& names = sheet.rows.front();
    const auto isDescription = [](const Cell& cell) {
        const std::string name = text::fold(cell.text);
        return name == "description" || name == "mo ta" || name == "mo_ta";
    };
    const auto described = std::find_if(names.cells.begin(), names.cells.end(), isDescription);
    if (described == names.cells.end())
        return;
    const std::size_t at = std::size_t(described - names.cells.begin());
    std::vector<Fields> all(sheet.rows.size());
    std::size_t said = 0, split = 0;
    for (std::size_t i = 1; i < sheet.rows.size(); ++i)
        if (const std::string_view text = sheet.rows[i].text(at); !text.empty()) {
            all[i] = fieldsOf(text);
            ++said;
            split += all[i].size() > 1 ? 1 : 0;
        }
    if (split == 0 || 10 * split < 7 * said)
        return;
    std::map<std::string, std::size_t> columns; ///< folded name -> column
    const std::size_t width = names.cells.size();
    for (std::size_t column = 0; column < width; ++column)
        if (column != at && repeats(sheet, column, all))
            columns.try_emplace(text::fold(names.cells[column].text), column);
    for (const Fields& fields : all)
        for (const auto& [name, value] : fields)
            if (columns.try_emplace(text::fold(name), names.cells.size()).second)
                names.cells.push_back({workbook.texts().keep(name), CellKind::Text});
    if (names.cells.size() > 200)
        return names.cells.resize(width);
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        if (all[i].empty())
            continue;
        Row& row = sheet.rows[i];
        row.cells.resize(names.cells.size());
        row.cells[at] = {};
        for (const auto& [name, value] : all[i])
            if (Cell& cell = row.cells[columns.at(text::fold(name))]; cell.isEmpty())
                cell = {workbook.texts().keep(value), CellKind::Text};
        while (!row.cells.empty() && row.cells.back().isEmpty())
            row.cells.pop_back();
    }
    workbook.remark(localText("các dòng của phần mô tả được đọc như các cột riêng",
                              "the lines of the description are read as columns of their own"));
}

} // namespace terroir::sheets
