#include "core/extract/row_parts.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/extract/words_id.hpp"
#include "core/records/place_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

namespace terroir::extract {

namespace {

std::vector<std::string> partsBetween(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
    return parts;
}

/// "mận, lê và đào" names three; a text with figures is no list of names.
std::vector<std::string> subjectsOf(std::string_view subject) {
    if (subject.find(';') != std::string_view::npos)
        return partsBetween(subject, ";");
    std::vector<std::string> all;
    for (const std::string& part : partsBetween(subject, ","))
        for (std::string& one : partsBetween(part, " và "))
            all.push_back(std::move(one));
    return all;
}

std::size_t countIn(std::string_view digits) {
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

struct Place {
    std::string code, name;
    bool operator==(const Place&) const = default;
};

/// Codes and names that stand side by side; where they do not match in number, names alone count.
std::vector<Place> placesInRow(const ReviewCells& row) {
    const std::vector<std::string> codes = partsBetween(cellOf(row, "place_codes"), "|"),
                                   names = records::splitList(cellOf(row, "place_names"));
    std::vector<Place> places;
    for (std::size_t i = 0; i < std::max(names.empty() ? codes.size() : 0, names.size()); ++i)
        places.push_back({codes.size() == names.size() || names.empty() ? codes[i] : std::string(),
                          names.empty() ? std::string() : names[i]});
    return places;
}

void setPlaces(ReviewCells& row, std::span<const Place> places) {
    std::vector<std::string> codes, names;
    for (const Place& place : places) {
        if (!place.code.empty())
            codes.push_back(place.code);
        if (!place.name.empty())
            names.push_back(place.name);
    }
    if (codes.size() != places.size())
        codes.clear(); // the names say it
    row["place_codes"] = fmt::format("{}", fmt::join(codes, "|"));
    row["place_names"] = fmt::format("{}", fmt::join(names, "; "));
}

/// What stands for what a row is made of, and for itself.
void addOrigins(const ReviewCells& row, std::vector<std::string>& origins) {
    std::vector<std::string> all = madeOf(row);
    all.emplace_back(cellOf(row, "id"));
    for (std::string& one : all)
        if (std::find(origins.begin(), origins.end(), one) == origins.end())
            origins.push_back(std::move(one));
}

/// What is of all together is not of each: a person writes what is.
void clearValue(ReviewCells& row) {
    row["value"].clear();
    row["value_max"].clear();
    row["qualifier"] = "none";
}

void reopen(ReviewCells& row, const std::vector<std::string>& origins) {
    row["made_of"] = fmt::format("{}", fmt::join(origins, ";"));
    for (const char* column : {"decision", "change", "was"})
        row[column].clear();
}

/// Takes each field from the first row that says something.
ReviewCells firstSaid(std::span<const ReviewCells> rows) {
    constexpr std::array<std::string_view, 7> ofValue{
        "value", "value_max", "unit", "qualifier", "value_scope", "indicator", "group"};
    const auto stated = std::find_if(rows.begin(), rows.end(), [](const ReviewCells& row) {
        return !cellOf(row, "value").empty();
    });
    ReviewCells all;
    for (const ReviewCells& row : rows)
        for (const auto& [column, text] : row)
            if (std::string& said = all[column]; said.empty())
                said = text;
    if (stated != rows.end())
        for (const std::string_view column : ofValue)
            all[std::string(column)] = cellOf(*stated, column);
    return all;
}

std::string valueText(const ReviewCells& row) {
    const std::string_view max = cellOf(row, "value_max");
    return fmt::format("{}{}{}", cellOf(row, "value"), max.empty() ? "" : "–", max);
}

void requireOneValue(std::span<const ReviewCells> rows) {
    const ReviewCells* first = nullptr;
    for (const ReviewCells& row : rows) {
        if (cellOf(row, "value").empty())
            continue;
        if (first != nullptr &&
            (valueText(*first) != valueText(row) || cellOf(*first, "unit") != cellOf(row, "unit")))
            throw InputError(localText(
                "Không gộp được: các đề xuất ghi giá trị khác nhau ({} {} và {} {}); nếu là một, "
                "hãy sửa giá trị cho giống nhau trước.",
                "They cannot be merged: they state different values ({} {} and {} {}); if they are "
                "one, change the values first.",
                valueText(*first), cellOf(*first, "unit"), valueText(row), cellOf(row, "unit")));
        if (first == nullptr)
            first = &row;
    }
}

/// Of the rows that say best where it is.
void joinPlaces(ReviewCells& merged, std::span<const ReviewCells> rows) {
    for (const std::string_view role : {"location", "coverage", "name_component"}) {
        std::vector<Place> places;
        for (const ReviewCells& row : rows)
            if (cellOf(row, "place_role") == role)
                for (Place& place : placesInRow(row))
                    if (std::find(places.begin(), places.end(), place) == places.end())
                        places.push_back(std::move(place));
        if (places.empty())
            continue;
        merged["place_role"] = role;
        setPlaces(merged, places);
        if (places.size() > 1 && merged["value_scope"] == "own")
            merged["value_scope"] = "shared";
        return;
    }
}

} // namespace

std::string_view cellOf(const ReviewCells& row, std::string_view column) {
    const auto found = row.find(column);
    return found == row.end() ? std::string_view() : found->second;
}

std::vector<CharacterSpan> charactersOf(const ReviewCells& row) {
    std::vector<CharacterSpan> all;
    for (const std::string& part : partsBetween(cellOf(row, "spans"), ";"))
        if (const std::size_t dash = part.find('-'); dash != std::string::npos)
            all.emplace_back(countIn(std::string_view(part).substr(0, dash)),
                             countIn(std::string_view(part).substr(dash + 1)));
    if (all.empty())
        all.emplace_back(countIn(cellOf(row, "start")), countIn(cellOf(row, "end")));
    return all;
}

std::string spansText(std::span<const CharacterSpan> characters) {
    std::vector<std::string> all;
    for (const auto& [first, end] : characters)
        all.push_back(fmt::format("{}-{}", first, end));
    return fmt::format("{}", fmt::join(all, ";"));
}

std::vector<std::string> madeOf(const ReviewCells& row) {
    return partsBetween(cellOf(row, "made_of"), ";");
}

bool isIdOfReading(std::string_view id) {
    return !id.empty() && id.front() == 'p' && id.find('.') == std::string_view::npos;
}

std::vector<ReviewCells> splitRow(const ReviewCells& row) {
    const std::vector<Place> places = placesInRow(row);
    const std::vector<std::string> subjects = subjectsOf(cellOf(row, "subject"));
    std::vector<std::string> origins;
    addOrigins(row, origins);
    std::vector<ReviewCells> parts;
    const auto part = [&]() -> ReviewCells& {
        ReviewCells& one = parts.emplace_back(row);
        one["id"] = fmt::format("{}.{}", cellOf(row, "id"), parts.size());
        reopen(one, origins);
        return one;
    };
    if (places.size() > 1) {
        for (const Place& place : places) {
            ReviewCells& one = part();
            setPlaces(one, {&place, 1});
            if (one["value_scope"] != "own") // of all of them together
                clearValue(one);
            if (one["value_scope"] == "shared")
                one["value_scope"] = "own";
        }
    } else if (!cellOf(row, "value_max").empty()) {
        for (const std::string_view column : {"value", "value_max"}) {
            ReviewCells& one = part();
            one["value"] = cellOf(row, column);
            one["value_max"].clear();
        }
    } else if (subjects.size() > 1) {
        for (const std::string& subject : subjects) {
            ReviewCells& one = part();
            one["subject"] = subject;
            clearValue(one);
        }
    } else {
        throw InputError(LocalText{
            "Không tách được: đề xuất này chỉ có một nơi, một giá trị và một đối tượng; nếu văn "
            "bản nêu nhiều, hãy sửa cho đủ (cách nhau bằng dấu ;) rồi tách.",
            "It cannot be split: it has one place, one value and one subject; if the text states "
            "several, write them all first (separated with ;), then split."});
    }
    return parts;
}

ReviewCells mergeRows(std::span<const ReviewCells> rows) {
    if (rows.size() < 2)
        throw InputError(LocalText{"Hãy chọn từ hai đề xuất trở lên để gộp.",
                                   "Choose two proposals or more to merge."});
    std::vector<ReviewCells> ordered(rows.begin(), rows.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const ReviewCells& a, const ReviewCells& b) {
                         return charactersOf(a).front() < charactersOf(b).front();
                     });
    requireOneValue(ordered);
    ReviewCells merged = firstSaid(ordered);
    joinPlaces(merged, ordered);
    std::vector<std::string> ids, origins, words, alike;
    std::vector<CharacterSpan> characters;
    double confidence = 1;
    for (const ReviewCells& row : ordered) {
        ids.emplace_back(cellOf(row, "id"));
        addOrigins(row, origins);
        for (const std::string& record : partsBetween(cellOf(row, "stands_in"), ";"))
            if (std::find(alike.begin(), alike.end(), record) == alike.end())
                alike.push_back(record);
        const std::size_t before = characters.size();
        for (const CharacterSpan& one : charactersOf(row))
            if (std::find(characters.begin(), characters.end(), one) == characters.end())
                characters.push_back(one);
        if (characters.size() > before)
            words.emplace_back(cellOf(row, "text"));
        confidence = std::min(confidence,
                              parsePlainNumber(std::string(cellOf(row, "confidence"))).value_or(0));
    }
    reopen(merged, origins);
    merged["id"] = wordsId('m', fmt::format("{}", fmt::join(ids, ";")));
    merged["text"] = fmt::format("{}", fmt::join(words, " … "));
    merged["stands_in"] = fmt::format("{}", fmt::join(alike, "; "));
    merged["confidence"] = fmt::format("{:.2f}", confidence);
    merged["spans"] = characters.size() > 1 ? spansText(characters) : "";
    return merged;
}

ReviewCells rowOfWords(CharacterSpan characters, std::size_t lineNumber, std::string_view line,
                       std::string_view words) {
    const std::string id = wordsId('h', fmt::format("{}\n{}", withSingleBlanks(line), words));
    return {{"id", id},
            {"made_of", id},
            {"start", fmt::format("{}", characters.first)},
            {"end", fmt::format("{}", characters.second)},
            {"line", fmt::format("{}", lineNumber)},
            {"text", std::string(words)},
            {"qualifier", "none"},
            {"place_role", "location"},
            {"value_scope", "own"},
            {"status", "reported"},
            {"confidence", "1.00"}};
}

} // namespace terroir::extract
