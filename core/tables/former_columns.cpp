#include "core/tables/former_columns.hpp"

#include "core/base/strings.hpp"
#include "core/records/place_text.hpp"
#include "core/tables/column_words.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

bool saysFormer(const FoundColumn& column) {
    return std::any_of(column.path.begin(), column.path.end(), records::saysFormerUnits);
}

/// "Trước 01/7/2025" and "Từ 01/7/2025" below one header: the place then and today.
void findPlacesOfBothTimes(OpenGuess& open) {
    const auto isToday = [](const FoundColumn& column) {
        const std::string words = headerWords(column.path.back());
        return words.starts_with("tu ") || words.starts_with("sau ") ||
               isAnyOf(words, {"moi", "hien nay", "nay"});
    };
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        for (std::size_t j = 0; j < open.table.columns.size(); ++j) {
            const FoundColumn &then = open.table.columns[i], &today = open.table.columns[j];
            if (i == j || then.path.size() < 2 || today.path.size() < 2 ||
                then.path.front() != today.path.front() || !saysFormer(then) || saysFormer(today) ||
                !isToday(today) || open.taken[i] || open.taken[j] ||
                shareOfPlaces(open.values[j], open.places) < 0.5)
                continue;
            open.take(i, formerPlaceColumn, {});
            open.take(j, "place", {"vì các ô là địa danh", "since its cells are places"});
        }
}

} // namespace

void findFormerPlaces(OpenGuess& open) {
    const auto fieldAt = [&](std::size_t i) {
        const auto meanings = meaningsOf(open.table.columns[i].path, open.kind);
        return meanings.empty() || meanings.front().share < 0.3 ? std::string()
                                                                : meanings.front().field;
    };
    findPlacesOfBothTimes(open);
    bool hasNewCommune = false, hasOldCommune = false;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (fieldAt(i) == "commune" || fieldAt(i) == "place")
            (saysFormer(open.table.columns[i]) ? hasOldCommune : hasNewCommune) = true;
    if (!hasNewCommune || !hasOldCommune)
        return;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (saysFormer(open.table.columns[i]) && !open.taken[i] &&
            isAnyOf(fieldAt(i), {"commune", "place", "district", "province"}))
            open.take(i, formerPlaceColumn, {});
}

void findFormerRatings(OpenGuess& open) {
    const auto saysAny = [](const FoundColumn& column, std::initializer_list<const char*> all) {
        const std::string words = " " + headerWords(column.path.front()) + " ";
        return std::any_of(all.begin(), all.end(), [&](const char* one) {
            return words.find(" " + std::string(one) + " ") != std::string::npos;
        });
    };
    const auto isFormer = [&](const FoundColumn& column) {
        return saysAny(column, {"lan dau", "lan 1", "lan thu nhat", "truoc day", "ky truoc", "cu",
                                "da cong nhan", "dang cong nhan"});
    };
    const auto isAgain = [&](const FoundColumn& column) {
        return saysAny(column, {"lai", "lan 2", "lan hai", "lan thu hai", "moi"});
    };
    const auto isRating = [&](std::size_t i) {
        const auto meanings = meaningsOf(open.table.columns[i].path, open.kind);
        return !meanings.empty() && meanings.front().field == "stars" &&
               open.values[i].stars >= 0.5;
    };
    std::set<std::string> former;
    bool isRatedAgain = false;
    for (std::size_t i = 0; open.kind == "ocop" && i < open.table.columns.size(); ++i) {
        const FoundColumn& column = open.table.columns[i];
        if (column.path.size() < 2 || !isRating(i))
            continue;
        if (isAgain(column))
            isRatedAgain = true;
        else if (isFormer(column))
            former.insert(column.path.front());
    }
    for (std::size_t i = 0; isRatedAgain && i < open.table.columns.size(); ++i)
        if (const auto& path = open.table.columns[i].path;
            path.size() >= 2 && former.contains(path.front()) && !open.taken[i]) {
            open.taken[i] = true;
            open.result.formerRatings.insert(i);
        }
}

} // namespace terroir::tables
