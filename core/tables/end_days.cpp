#include "core/tables/end_days.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/records/period.hpp"
#include "core/records/quantity.hpp"
#include "core/records/state_words.hpp"
#include "core/tables/special_columns.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

EndDays::EndDays(const FoundTable& found, const ColumnGuess& guess) {
    for (const GuessedColumn& column : guess.columns) {
        if (column.field != endDayColumn)
            continue;
        const FoundColumn& its = found.columns[column.column];
        std::string words = text::normalize(its.path.back());
        for (const std::string_view start : {"ngày ", "thời điểm "})
            if (words.starts_with(start))
                words.erase(0, start.size());
        if (words.starts_with("bị "))
            words.erase(0, std::string_view("bị ").size());
        m_columns.emplace_back(its.at, text::capitalize(words));
    }
}

std::string EndDays::stateOf(const FoundRow& row) const {
    std::string state;
    Date last = Date::beginning();
    for (const auto& [at, words] : m_columns) {
        const std::string_view cell = cellOf(row, at);
        const auto day = records::isBlankCell(cell) ? std::nullopt : records::parsePeriod(cell);
        if (day && (state.empty() || last < day->from)) {
            last = day->from;
            state = words + " ngày " + std::string(cell);
        }
    }
    return state;
}

std::string EndDays::completed(const FoundRow& row, const std::string& state) const {
    const std::string its = m_columns.empty() ? std::string() : stateOf(row);
    if (its.empty() || records::isBlankCell(state))
        return its.empty() ? state : its;
    const bool isOut = records::parseStateWords(state) == records::State::Withdrawn;
    const bool saysDay = std::any_of(state.begin(), state.end(), isDigit);
    return isOut && !saysDay ? its : state;
}

std::optional<LocalText> EndDays::contradiction(const FoundRow& row,
                                                const std::string& state) const {
    if (m_columns.empty() || records::isBlankCell(state) ||
        records::parseStateWords(state) == records::State::Withdrawn)
        return std::nullopt;
    const std::string its = stateOf(row);
    if (its.empty())
        return std::nullopt;
    return localText("Dòng ghi '{}' nhưng trạng thái là '{}'; hãy xem nay còn hiệu lực không.",
                     "The row says '{}', but its status is '{}'; check whether it is in force "
                     "today.",
                     its, state);
}

} // namespace terroir::tables
