#include "core/tables/subtotals.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <string>

namespace terroir::tables {

namespace {

/// "Phú Lương" of "Phú Lương Tổng", folded; empty for other cells.
std::string subtotalledName(std::string_view cell) {
    std::string words = text::fold(cell);
    for (const std::string_view end : {" tong", " total"})
        if (words.size() > end.size() && words.ends_with(end)) {
            words.resize(words.size() - end.size());
            return words;
        }
    return {};
}

} // namespace

bool NamesAbove::areAddedUpBy(const sheets::Row& row) {
    bool addsUp = false;
    if (m_texts.size() < row.cells.size())
        m_texts.resize(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const sheets::Cell& cell = row.cells[i];
        if (cell.isEmpty() || cell.kind != sheets::CellKind::Text)
            continue;
        const std::string_view text = cell.text.view();
        const bool mayAddUp = text.ends_with("ổng") || text.ends_with("otal") ||
                              text.ends_with("ỔNG") || text.ends_with("OTAL");
        if (mayAddUp && !m_texts[i].empty() && subtotalledName(text) == text::fold(m_texts[i]))
            addsUp = true;
        else
            m_texts[i] = text;
    }
    return addsUp;
}

bool isSubtotalled(const FoundTable& found, std::size_t at) {
    return std::any_of(found.leftOut.begin(), found.leftOut.end(), [&](const LeftOutRow& row) {
        return row.why == LeftOut::Total && !subtotalledName(row.row->text(at)).empty();
    });
}

} // namespace terroir::tables
