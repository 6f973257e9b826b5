#include "core/tables/footnotes.hpp"

#include "core/base/strings.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// The mark that a note begins with: "(1) Số liệu ước", "* Gồm cả …", "Ghi chú: (*) …".
std::string markOf(std::string_view note) {
    note = trimmed(note);
    if (const std::size_t colon = note.find(':');
        colon < 20 && text::normalize(note.substr(0, colon)) == "ghi chú")
        note = trimmed(note.substr(colon + 1));
    if (note.starts_with('*')) {
        const std::size_t end = note.find_first_not_of('*');
        return end < 4 ? std::string(note.substr(0, end)) : std::string();
    }
    const std::size_t close = note.find(')');
    if (!note.starts_with('(') || close < 2 || close > 4)
        return {};
    const std::string_view inside = note.substr(1, close - 1);
    const bool isMark = inside.find_first_not_of('*') == std::string_view::npos ||
                        (inside.size() == 1 && isDigit(inside[0]));
    return isMark ? std::string(note.substr(0, close + 1)) : std::string();
}

} // namespace

std::vector<std::string> footnoteMarks(const FoundTable& table) {
    std::vector<std::string> marks;
    for (const LeftOutRow& row : table.leftOut)
        if (row.why == LeftOut::Note)
            for (const sheets::Cell& cell : row.row->cells)
                if (std::string mark = markOf(cell.text.view()); !mark.empty())
                    marks.push_back(std::move(mark));
    // "(**)" before "**"
    std::sort(marks.begin(), marks.end(),
              [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return marks;
}

std::string_view withoutFootnote(std::string_view cell, const std::vector<std::string>& marks) {
    for (const std::string& mark : marks)
        if (cell.size() > mark.size() && cell.ends_with(mark))
            return trimmed(cell.substr(0, cell.size() - mark.size()));
    return cell;
}

} // namespace terroir::tables
