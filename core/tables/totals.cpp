#include "core/tables/totals.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/quantity.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace terroir::tables {

namespace {

/// The number of a cell, read alike from a spreadsheet's own number and from text.
std::optional<double> numberOf(const sheets::Row& row, std::size_t at) {
    if (at >= row.cells.size() || row.cells[at].isEmpty())
        return std::nullopt;
    const auto style = row.cells[at].kind == sheets::CellKind::Number
                           ? records::NumberStyle::Plain
                           : records::NumberStyle::Vietnamese;
    const auto quantity = records::parseQuantity(row.cells[at].text, style);
    if (!quantity || quantity->qualifier != records::Qualifier::Exact)
        return std::nullopt;
    return quantity->value;
}

class TotalsChecker {
public:
    explicit TotalsChecker(const FoundTable& found) : m_found(found) {}

    void check(std::size_t at, const std::string& header, std::vector<LocalText>& out) {
        for (const LeftOutRow& total : m_found.leftOut) {
            if (total.why != LeftOut::Total)
                continue;
            const auto stated = numberOf(*total.row, at);
            if (!stated || *stated <= 0)
                continue;
            const std::vector<double> sums = sumsAbove(total, at);
            if (sums.empty())
                continue;
            const auto nearest =
                *std::min_element(sums.begin(), sums.end(), [&](double a, double b) {
                    return std::abs(a - *stated) < std::abs(b - *stated);
                });
            const double tolerance = std::max(0.005 * *stated, 0.51 * step(*stated));
            // Far off, it sums up something else: products, communes, all of a kind.
            if (std::abs(nearest - *stated) <= tolerance || nearest < 0.5 * *stated ||
                nearest > 2 * *stated)
                continue;
            out.push_back(localText(
                "Dòng {}: cột '{}' ghi tổng {}, nhưng các dòng cộng lại là {}; hãy xem lại.",
                "Row {}: the column '{}' states the sum {}, but the rows make {}; check them.",
                total.row->line, header, numberText(*stated), numberText(nearest)));
        }
    }

private:
    static double step(double value) { return value == std::floor(value) ? 1 : 0.1; }

    std::vector<double> sumsAbove(const LeftOutRow& total, std::size_t at) const {
        std::size_t before = 0;
        for (const LeftOutRow& other : m_found.leftOut)
            if (other.why == LeftOut::Total && other.row->line < total.row->line)
                before = std::max(before, other.row->line);
        double all = 0, since = 0, ofGroup = 0;
        bool any = false, anySince = false, anyOfGroup = false;
        for (const FoundRow& row : m_found.rows) {
            if (row.row->line > total.row->line)
                continue;
            const auto value = numberOf(*row.row, at);
            if (!value) {
                if (!cellOf(row, at).empty() && !records::isBlankCell(cellOf(row, at)))
                    return {}; // a part that is no plain number
                continue;
            }
            all += *value;
            any = true;
            if (row.row->line > before) {
                since += *value;
                anySince = true;
            }
            if (total.group != noGroup && row.group == total.group) {
                ofGroup += *value;
                anyOfGroup = true;
            }
        }
        std::vector<double> sums;
        if (any)
            sums.push_back(all);
        if (anySince)
            sums.push_back(since);
        if (anyOfGroup)
            sums.push_back(ofGroup);
        return sums;
    }

    const FoundTable& m_found;
};

} // namespace

std::vector<LocalText> checkTotals(const FoundTable& found, const ColumnGuess& guess) {
    std::vector<LocalText> out;
    TotalsChecker checker(found);
    for (const GuessedColumn& column : guess.columns)
        for (const std::string_view measure : {"area", "output", "count", "value"})
            if (column.field == measure)
                checker.check(found.columns[column.column].at,
                              headerOf(found.columns[column.column]), out);
    for (const WideColumn& wide : guess.wide)
        checker.check(found.columns[wide.column].at, headerOf(found.columns[wide.column]), out);
    return out;
}

} // namespace terroir::tables
