#include "core/tables/beside_tables.hpp"

#include "core/base/strings.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/column_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace terroir::tables {

namespace {

void addKinds(std::string_view text, std::set<std::string>& kinds) {
    static constexpr std::pair<std::string_view, std::string_view> phrases[] = {
        {"co so dong goi", "packing_house"},  {"csdg", "packing_house"},
        {"nha dong goi", "packing_house"},    {"vung trong", "production_zone"},
        {"vung san xuat", "production_zone"}, {"nhan hieu", "title"},
        {"chi dan dia ly", "title"},          {"ocop", "ocop"}};
    const std::string words = " " + headerWords(text) + " ";
    for (const auto& [phrase, kind] : phrases)
        if (words.find(" " + std::string(phrase) + " ") != std::string::npos)
            kinds.insert(std::string(kind));
}

/// "Chè", "Trại heo", "Vùng trồng cam": a crop or an animal behind words for where it is kept.
bool namesThing(std::string_view text) {
    const std::string words = text::normalize(text);
    for (std::size_t at = 0; at < words.size(); at = std::min(words.find(' ', at), words.size())) {
        at += words[at] == ' ' ? 1 : 0;
        const std::string_view rest = std::string_view(words).substr(at);
        if (text::isThing(rest))
            return true;
        if (!isAnyOf(rest.substr(0, rest.find(' ')),
                     {"các",  "trại",  "trang", "hộ",   "cơ",   "sở",   "chăn",
                      "nuôi", "trồng", "vùng",  "khu",  "vườn", "ao",   "lồng",
                      "bè",   "mô",    "hình",  "điểm", "sản",  "xuất", "htx"}))
            return false;
    }
    return false;
}

bool startsSummary(std::string_view text) {
    const std::string words = headerWords(text) + " ";
    for (const std::string_view start : {"tong hop ", "bieu tong hop ", "bang tong hop "})
        if (words.starts_with(start))
            return true;
    return words == "th ";
}

} // namespace

std::string listedKind(const FoundTable& table) {
    std::set<std::string> kinds;
    addKinds(table.sheet, kinds);
    for (const Title& title : table.titles)
        addKinds(title.text, kinds);
    return kinds.size() == 1 ? *kinds.begin() : std::string();
}

bool isOfOtherThings(const FoundTable& table, const ColumnGuess& guess) {
    const auto saysThing = [](const GuessedColumn& column) {
        return isMeasure(column.field) ||
               isAnyOf(column.field, {"subject", "variety", "category", "indicator"});
    };
    if (!table.isLayer || !guess.wide.empty() || !guess.ticks.empty() ||
        std::any_of(guess.columns.begin(), guess.columns.end(), saysThing) ||
        namesThing(table.sheet))
        return false;
    return std::none_of(table.rows.begin(), table.rows.end(), [](const FoundRow& row) {
        return std::any_of(row.row->cells.begin(), row.row->cells.end(),
                           [](const sheets::Cell& cell) { return namesThing(cell.text.view()); });
    });
}

bool describesFields(const FoundTable& table, const std::vector<FoundTable>& others) {
    constexpr std::size_t fewest = 3; // names
    if (table.columns.size() != 2 || table.columns.front().path.empty())
        return false;
    // Areas of communes that head the columns of another table are no words about them.
    const auto figures = std::count_if(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return records::hasNumeral(cellOf(row, table.columns.back().at)) &&
               records::parseQuantity(cellOf(row, table.columns.back().at),
                                      records::NumberStyle::Vietnamese);
    });
    if (2 * std::size_t(figures) >= table.rows.size())
        return false;
    // One of the names may have been taken for the header.
    std::vector<std::string> cells{text::normalize(table.columns.front().path.back())};
    for (const FoundRow& row : table.rows)
        cells.push_back(text::normalize(cellOf(row, table.columns.front().at)));
    return std::any_of(others.begin(), others.end(), [&](const FoundTable& other) {
        std::set<std::string> names;
        for (const FoundColumn& column : other.columns)
            names.insert(text::normalize(headerOf(column)));
        const auto named = std::size_t(std::count_if(
            cells.begin(), cells.end(), [&](const auto& cell) { return names.contains(cell); }));
        return &other != &table && named >= fewest && 10 * named >= 8 * cells.size();
    });
}

bool hasCommunes(const ColumnGuess& guess) {
    return guess.find("commune") != nullptr || guess.find("place") != nullptr;
}

bool callsItselfSummary(const FoundTable& table, const ColumnGuess& guess) {
    return (hasCommunes(guess) || guess.find("district") != nullptr) &&
           guess.find("holder") == nullptr &&
           (startsSummary(table.sheet) ||
            std::any_of(table.titles.begin(), table.titles.end(),
                        [](const Title& title) { return startsSummary(title.text); }));
}

std::vector<MeasureSum> measureSums(const FoundTable& table, const ColumnGuess& guess) {
    std::vector<MeasureSum> sums;
    const auto add = [&](std::size_t column, const std::string& measure) {
        MeasureSum one{measure, 0};
        const std::size_t at = table.columns[column].at;
        for (const FoundRow& row : table.rows) {
            const bool isNumber =
                at < row.row->cells.size() && row.row->cells[at].kind == sheets::CellKind::Number;
            if (const auto quantity = records::parseQuantity(
                    cellOf(row, at),
                    isNumber ? records::NumberStyle::Plain : records::NumberStyle::Vietnamese))
                one.sum += quantity->value;
        }
        if (one.sum != 0)
            sums.push_back(std::move(one));
    };
    for (const GuessedColumn& column : guess.columns)
        if (isAnyOf(column.field, {"area", "output", "count", "value"}))
            add(column.column, column.field);
    for (const WideColumn& wide : guess.wide)
        if (isAnyOf(wide.measure, {"area", "output", "count", "value"}))
            add(wide.column, wide.measure);
    return sums;
}

bool repeatsSums(const std::vector<MeasureSum>& sums,
                 const std::vector<std::vector<MeasureSum>>& others) {
    const auto isNear = [](double a, double b) {
        return std::abs(a - b) <= std::max(0.005 * std::abs(b), 0.051);
    };
    const auto isThere = [&](const MeasureSum& sum) {
        double all = 0;
        for (const auto& table : others)
            for (const MeasureSum& other : table) {
                if (other.measure != sum.measure)
                    continue;
                if (isNear(sum.sum, other.sum))
                    return true;
                all += other.sum;
            }
        return isNear(sum.sum, all);
    };
    return !sums.empty() && std::all_of(sums.begin(), sums.end(), isThere);
}

} // namespace terroir::tables
