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

/// HTML as globes write it: its breaks as lines, its other marks left out.
std::string withoutMarkup(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t close = text[at] == '<' ? text.find('>', at) : std::string_view::npos;
        const bool isTag =
            close != std::string_view::npos && at + 1 < text.size() &&
            (text[at + 1] == '/' || std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0);
        if (!isTag) {
            out += text[at++];
            continue;
        }
        const std::string tag = text::fold(text.substr(at + 1, close - at - 1));
        for (const std::string_view line : {"br", "/p", "/tr", "/div", "/li"})
            if (tag.starts_with(line))
                out += '\n';
        if (tag.starts_with("/td") || tag.starts_with("/th"))
            out += ": ";
        at = close + 1;
    }
    return out;
}

/// "Diện tích: 12,5 ha" on lines of their own; empty where a line says something else.
Fields fieldsOf(std::string_view text) {
    Fields fields;
    const std::string plain = withoutMarkup(text);
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t end = std::min(plain.find('\n', at), plain.size());
        std::string_view line = trimmed(std::string_view(plain).substr(at, end - at));
        at = end + 1;
        while (line.ends_with(':')) // of the last cell of an HTML row
            line = trimmed(line.substr(0, line.size() - 1));
        if (line.empty())
            continue;
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos || colon == 0 || colon > 60)
            return {};
        fields.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
    return fields;
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
    for (const Fields& fields : all)
        for (const auto& [name, value] : fields)
            if (columns.try_emplace(text::fold(name), names.cells.size()).second)
                names.cells.push_back({workbook.texts().keep(name), CellKind::Text});
    if (names.cells.size() > 200)
        return names.cells.resize(names.cells.size() - columns.size());
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        if (all[i].empty())
            continue;
        Row& row = sheet.rows[i];
        row.cells.resize(names.cells.size());
        row.cells[at] = {};
        for (const auto& [name, value] : all[i])
            row.cells[columns.at(text::fold(name))].text = workbook.texts().keep(value);
        while (!row.cells.empty() && row.cells.back().isEmpty())
            row.cells.pop_back();
    }
    workbook.remark(localText("các dòng của phần mô tả được đọc như các cột riêng",
                              "the lines of the description are read as columns of their own"));
}

} // namespace terroir::sheets
