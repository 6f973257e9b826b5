#include "core/tables/totals.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/records/place_text.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/cell_number.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/header_parts.hpp"
#include "core/tables/indicator_form.hpp"
#include "core/tables/row_words.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace terroir::tables {

namespace {

/// The number of a cell, read alike from a spreadsheet's own number and from text.
std::optional<double> numberOf(const sheets::Row& row, std::size_t at) {
    const auto quantity = quantityIn(row, at);
    const bool isExact = quantity && quantity->qualifier == records::Qualifier::Exact;
    return isExact ? std::optional(quantity->value) : std::nullopt;
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
            const double tolerance = toleranceOf(*stated, m_found.rows.size());
            if (std::abs(nearest - *stated) <= tolerance)
                continue;
            // Far off, it may sum up something else: products, communes, all of a kind.
            if (nearest < 0.5 * *stated || nearest > 2 * *stated) {
                if (isOnlyTotal(total))
                    out.push_back(localText(
                        "Dòng {}: cột '{}' ghi tổng {}, khác xa {} là tổng các dòng; có thể là "
                        "tổng của nội dung khác, hãy xem lại.",
                        "Row {}: the column '{}' states the sum {}, far from {} that the rows "
                        "make; it may sum up something else, check it.",
                        total.row->line, header, numberText(*stated), numberText(nearest)));
                continue;
            }
            out.push_back(localText(
                "Dòng {}: cột '{}' ghi tổng {}, nhưng các dòng cộng lại là {}; hãy xem lại.",
                "Row {}: the column '{}' states the sum {}, but the rows make {}; check them.",
                total.row->line, header, numberText(*stated), numberText(nearest)));
        }
    }

    /// A heading may state numbers of its own, which are no records: the rows below it must say
    /// them again.
    void checkHeadings(std::size_t at, const std::string& header, std::vector<LocalText>& out) {
        for (std::size_t i = 0; i < m_found.groups.size(); ++i) {
            const Group& heading = m_found.groups[i];
            const auto stated = heading.row == nullptr ? std::nullopt : numberOf(*heading.row, at);
            if (!stated || *stated <= 0)
                continue;
            double sum = 0;
            for (const FoundRow& row : m_found.rows)
                if (isBelow(row.group, i))
                    sum += numberOf(*row.row, at).value_or(0);
            if (std::abs(sum - *stated) > toleranceOf(*stated, m_found.rows.size()))
                out.push_back(localText(
                    "Dòng {}: '{}' ghi {} ở cột '{}', nhưng các dòng bên dưới cộng lại là {}; số "
                    "của dòng này không được nhập, hãy xem lại.",
                    "Row {}: '{}' states {} in the column '{}', but the rows below it make {}; the "
                    "number of this row is not taken, check it.",
                    heading.line, heading.text, numberText(*stated), header, numberText(sum)));
        }
    }

    /// A column beside years that states their sum, row by row.
    void checkYears(const FoundColumn& total, const std::vector<std::size_t>& years,
                    std::vector<LocalText>& out) const {
        constexpr std::size_t mostSaid = 5;
        std::size_t said = 0;
        for (const FoundRow& row : m_found.rows) {
            const auto stated = numberOf(*row.row, total.at);
            double sum = 0;
            bool isWhole = stated && *stated > 0;
            for (const std::size_t at : years) {
                const auto value = numberOf(*row.row, at);
                isWhole = isWhole && (value || records::isBlankCell(cellOf(row, at)));
                sum += value.value_or(0);
            }
            // Far off, it is no sum: the last year, a mean.
            if (!isWhole || std::abs(sum - *stated) <= toleranceOf(*stated, years.size()) ||
                sum < 0.5 * *stated || sum > 2 * *stated || said++ >= mostSaid)
                continue;
            out.push_back(
                localText("Dòng {}: cột '{}' ghi {}, nhưng các năm cộng lại là {}; hãy xem lại.",
                          "Row {}: the column '{}' states {}, but the years make {}; check them.",
                          row.row->line, headerOf(total), numberText(*stated), numberText(sum)));
        }
    }

    /// "Tổng số" beside "Trong đó: gà | vịt", row by row: it is no record, so that what is not
    /// among its parts is in none.
    void checkParts(const FoundColumn& total, const std::vector<std::size_t>& parts,
                    std::vector<LocalText>& out) const {
        constexpr std::size_t mostSaid = 5;
        std::size_t said = 0;
        for (const FoundRow& row : m_found.rows) {
            const auto stated = numberOf(*row.row, total.at);
            double sum = 0;
            bool isAny = false;
            for (const std::size_t at : parts) {
                const auto value = numberOf(*row.row, at);
                isAny = isAny || value;
                sum += value.value_or(0);
            }
            if (!stated || !isAny ||
                std::abs(sum - *stated) <= toleranceOf(*stated, parts.size()) || said++ >= mostSaid)
                continue;
            out.push_back(localText(
                "Dòng {}: cột '{}' ghi {}, nhưng các cột 'trong đó' cộng lại là {}; phần chênh "
                "lệch không nằm ở bản ghi nào, hãy xem lại.",
                "Row {}: the column '{}' states {}, but its parts make {}; the difference is in no "
                "record, check them.",
                row.row->line, headerOf(total), numberText(*stated), numberText(sum)));
        }
    }

private:
    bool isOnlyTotal(const LeftOutRow& total) const {
        return std::none_of(m_found.leftOut.begin(), m_found.leftOut.end(),
                            [&](const LeftOutRow& other) {
                                return &other != &total && other.why == LeftOut::Total;
                            });
    }

    bool isBelow(std::size_t group, std::size_t heading) const {
        while (group != noGroup && group != heading)
            group = m_found.groups[group].parent;
        return group == heading;
    }

    /// Each of the parts may be rounded by half a step of the stated number, and no more.
    static double toleranceOf(double stated, std::size_t parts) {
        const double rounding = 0.51 * step(stated);
        return std::max(rounding, std::min(0.005 * stated, rounding * double(parts)));
    }

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

/// The columns of the sheet that hold the years of one measure of one thing; empty for other
/// tables.
std::vector<std::size_t> yearsAlone(const FoundTable& found, const ColumnGuess& guess) {
    std::vector<std::size_t> columns;
    std::set<std::string> years;
    for (const WideColumn& wide : guess.wide) {
        const WideColumn& first = guess.wide.front();
        if (wide.period.empty() || wide.isPlanned || wide.measure == "yield" ||
            wide.measure != first.measure || wide.subject != first.subject ||
            wide.place != first.place || !years.insert(wide.period).second)
            return {};
        columns.push_back(found.columns[wide.column].at);
    }
    return columns;
}

/// The columns of the sheet that are the parts of the sum in a column; empty where it is none.
std::vector<std::size_t> partsOfSum(const FoundTable& found, const ColumnGuess& guess,
                                    std::size_t sum) {
    const auto& path = found.columns[sum].path;
    std::vector<std::size_t> parts;
    if (const auto known = guess.sums.find(sum); known != guess.sums.end()) {
        for (const std::size_t part : known->second)
            parts.push_back(found.columns[part].at);
        return parts;
    }
    if (path.empty() || !isTotalWord(path.back()))
        return parts;
    std::string measure;
    for (std::size_t i = sum + 1; i < found.columns.size(); ++i) {
        const auto& its = found.columns[i].path;
        const auto wide = std::find_if(guess.wide.begin(), guess.wide.end(),
                                       [&](const WideColumn& one) { return one.column == i; });
        const bool isPart = wide != guess.wide.end() && its.size() >= 2 &&
                            afterPartWord(its[its.size() - 2]) && wide->period.empty() &&
                            (measure.empty() || measure == wide->measure);
        if (!isPart)
            break;
        measure = wide->measure;
        parts.push_back(found.columns[i].at);
    }
    return parts;
}

/// "Tổng cộng", "Cả giai đoạn", and no mean.
bool addsYears(std::string_view header) {
    const std::string words = headerWords(header);
    return saysSeveralYears(header) && words.find("binh quan") == std::string::npos &&
           words.find("trung binh") == std::string::npos &&
           words.find("luy ke") == std::string::npos;
}

} // namespace

std::vector<LocalText> checkTotals(const FoundTable& found, const ColumnGuess& guess) {
    std::vector<LocalText> out;
    // The columns of a form hold areas beside outputs: plainIndicators() judges its sums.
    if (const GuessedColumn* indicator = guess.find("indicator");
        indicator != nullptr &&
        headerOf(found.columns[indicator->column]) == indicatorMeasureHeader)
        return out;
    TotalsChecker checker(found);
    const auto check = [&](std::size_t column) {
        const FoundColumn& its = found.columns[column];
        checker.check(its.at, headerOf(its), out);
        checker.checkHeadings(its.at, headerOf(its), out);
    };
    for (const GuessedColumn& column : guess.columns)
        if (isAnyOf(column.field, {"area", "output", "count", "value"}))
            check(column.column);
    for (const WideColumn& wide : guess.wide)
        if (wide.measure != "yield")
            check(wide.column);
    for (const GuessedColumn& column : guess.columns)
        if (column.field == knownColumn)
            if (const auto parts = partsOfSum(found, guess, column.column); parts.size() > 1)
                checker.checkParts(found.columns[column.column], parts, out);
    if (const auto years = yearsAlone(found, guess); years.size() > 1)
        for (const GuessedColumn& column : guess.columns)
            if (const FoundColumn& its = found.columns[column.column];
                column.field == knownColumn && !its.path.empty() && addsYears(its.path.back()))
                checker.checkYears(its, years, out);
    return out;
}

} // namespace terroir::tables
