#include "core/tables/part_runs.hpp"

#include "core/tables/cell_number.hpp"
#include "core/tables/header_parts.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"

#include <cmath>

namespace terroir::tables {

namespace {

bool areNumbers(const OpenGuess& open, std::size_t i) {
    return open.values[i].filled == 0 || open.values[i].numbers >= 0.5;
}

/// "gà" of "Trong đó: gà", "Gà" of "Gà (con)" below "Trong đó".
std::string partNamed(const OpenGuess& open, std::size_t i, bool isFirst) {
    const auto& path = open.table.columns[i].path;
    std::string name;
    if (path.size() == 2) {
        const auto rest = afterPartWord(path.front());
        name = rest && rest->empty() ? path.back() : std::string();
    } else if (path.size() == 1) {
        const auto rest = afterPartWord(path.front());
        name = rest ? *rest : isFirst ? std::string() : path.front();
    }
    name = withoutUnit(name);
    return text::isThing(name) && !isTotalWord(name) && areNumbers(open, i) ? name : std::string();
}

/// The thing that a sum is of; empty for "Tổng số (con)".
std::string thingOfSum(const std::string& header) {
    if (const auto crop = cropOfMeasure(header); crop && text::isThing(crop->subject))
        return crop->subject;
    const std::string name = withoutUnit(header);
    return text::isThing(name) ? name : std::string();
}

/// Whether the parts make the whole in most of the rows that have both.
bool makeWhole(const OpenGuess& open, const PartRun& run) {
    std::size_t right = 0, wrong = 0;
    for (const FoundRow& row : open.table.rows) {
        const auto stated = numberIn(*row.row, open.table.columns[run.whole].at);
        double sum = 0;
        for (const std::size_t part : run.parts)
            sum += numberIn(*row.row, open.table.columns[part].at).value_or(0);
        if (stated && *stated > 0 && sum > 0)
            ++(std::abs(sum - *stated) <= 0.005 * *stated ? right : wrong);
    }
    return right > wrong;
}

} // namespace

std::string nameInRun(const OpenGuess& open, std::size_t column) {
    return partNamed(open, column, false);
}

std::vector<PartRun> partRuns(const OpenGuess& open) {
    std::vector<PartRun> runs;
    for (std::size_t i = 1; i < open.table.columns.size(); ++i) {
        const auto& whole = open.table.columns[i - 1].path;
        if (whole.size() != 1 || !areNumbers(open, i - 1) || afterPartWord(whole.front()) ||
            partNamed(open, i, true).empty())
            continue;
        PartRun run{i - 1, {i}, thingOfSum(whole.front())};
        if (run.wholeName.empty() && !isTotalWord(whole.front()))
            continue;
        const bool isOneLine = open.table.columns[i].path.size() == 1;
        for (std::size_t next = i + 1;
             next < open.table.columns.size() &&
             open.table.columns[next].path.size() == open.table.columns[i].path.size() &&
             (isOneLine ||
              open.table.columns[next].path.front() == open.table.columns[i].path.front()) &&
             !partNamed(open, next, false).empty();
             ++next)
            run.parts.push_back(next);
        // "Tổng đàn lợn | Trong đó: lợn nái | Trâu"
        if (isOneLine && !run.wholeName.empty() && run.parts.size() > 1 && !makeWhole(open, run))
            continue;
        if (run.parts.size() > 1)
            runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace terroir::tables
