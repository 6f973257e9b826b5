#include "core/tables/place_in_cell.hpp"

#include "core/base/strings.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/contact_words.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// "Trồng mắc ca (xã Quài Nưa)": the text before the brackets at the end, and what is in them,
/// telephone numbers left out.
std::pair<std::string, std::string> splitBrackets(std::string_view text) {
    if (!text.ends_with(')'))
        return {std::string(text), {}};
    int depth = 0;
    std::size_t open = text.size();
    while (open > 0) {
        --open;
        depth += text[open] == ')' ? 1 : text[open] == '(' ? -1 : 0;
        if (depth == 0)
            break;
    }
    if (open == 0 || depth != 0)
        return {std::string(text), {}};
    std::string before(text.substr(0, open));
    while (!before.empty() && before.back() == ' ')
        before.pop_back();
    std::string inside;
    std::string_view rest = text.substr(open + 1, text.size() - open - 2);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
        const std::string_view part = rest.substr(0, end);
        const auto digits =
            std::count_if(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (digits < 7)
            inside += (inside.empty() ? "" : ",") + std::string(part);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {before, inside};
}

bool namesPlace(PlaceWords& places, std::string_view text) {
    return places.levelOf(text) || !places.placeIn(text).empty();
}

bool saysPlace(const FoundColumn& column) {
    const std::string words = headerWords(headerOf(column));
    return words.find("dia chi") != std::string::npos ||
           words.find("dia diem") != std::string::npos ||
           words.find("dia ban") != std::string::npos;
}

} // namespace

std::pair<std::string, std::string> splitPlace(const FoundColumn& column, std::string_view field,
                                               std::string_view kind, PlaceWords& places,
                                               std::string_view written) {
    auto brackets = splitBrackets(written);
    if (!brackets.second.empty() && namesPlace(places, brackets.second))
        return brackets;
    const std::string plain = field == "holder" ? withoutContacts(written) : std::string(written);
    const std::string_view text = plain;
    brackets = splitBrackets(text);
    if (!brackets.second.empty() && namesPlace(places, brackets.second))
        return brackets; // "HTX A (xã B, huyện C) - 0912 345 678"
    // Titles of tasks and marks hold commas and places of their own.
    if (field == "subject" &&
        isAnyOf(kind, {"st_task", "title", "geographical_indication", "initiative"}))
        return brackets;
    // At the first sign behind which all is a place.
    for (std::size_t at = 1; at < text.size(); ++at)
        for (const std::string_view separator : {"\n", ", ", "; ", " - ", " – "}) {
            if (!text.substr(at).starts_with(separator))
                continue;
            const std::string_view rest = trimmed(text.substr(at + separator.size()));
            if (places.levelOf(rest) || (separator == "\n" && namesPlace(places, rest)))
                return {std::string(trimmed(text.substr(0, at))), std::string(rest)};
        }
    // "UBND huyện A" under "Chủ sở hữu, địa chỉ" is all there is of an address.
    if (saysPlace(column))
        if (std::string place = places.placeIn(text); !place.empty())
            return {std::string(text), std::move(place)};
    return brackets;
}

std::string fieldWithPlaces(const FoundTable& found, const ColumnGuess& guess,
                            std::string_view kind, PlaceWords& places) {
    for (const char* field : {"subject", "holder"}) {
        const GuessedColumn* column = guess.find(field);
        std::size_t count = 0, filled = 0;
        for (const FoundRow& row : found.rows) {
            if (column == nullptr)
                break;
            const std::string_view cell = cellOf(row, found.columns[column->column].at);
            filled += cell.empty() ? 0 : 1;
            const std::string inside =
                splitPlace(found.columns[column->column], field, kind, places, cell).second;
            count += !inside.empty() && namesPlace(places, inside) ? 1 : 0;
        }
        // "Chủ sở hữu, địa chỉ" says so itself.
        const bool isSaid = column != nullptr && saysPlace(found.columns[column->column]);
        if (count > 0 && 10 * count >= (isSaid ? 3 : 7) * filled)
            return field;
    }
    return {};
}

} // namespace terroir::tables
