#include "core/theme/vocabulary.hpp"

#include "core/base/csv.hpp"

#include <algorithm>

namespace terroir::theme {

extern const char* const vocabularyCsv; ///< generated from data/vocabulary.csv

namespace {

std::vector<Word> parsed() {
    const Table table = parseCsv(vocabularyCsv, "data/vocabulary.csv");
    const std::size_t kind = table.requireColumn("kind"), field = table.requireColumn("field");
    const std::size_t id = table.requireColumn("id");
    const std::size_t vi = table.requireColumn("vi"), en = table.requireColumn("en");
    std::vector<Word> words;
    for (const TableRow& row : table.rows)
        words.push_back(
            {row.cells[kind], row.cells[field], row.cells[id], {row.cells[vi], row.cells[en]}});
    return words;
}

std::vector<std::string> idsOf(std::string_view field) {
    std::vector<std::string> ids;
    for (const Word& word : vocabulary())
        if (word.field == field)
            ids.push_back(word.id);
    return ids;
}

bool isAmong(std::string_view text, std::span<const std::string> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

} // namespace

const std::vector<Word>& vocabulary() {
    static const std::vector<Word> words = parsed();
    return words;
}

std::vector<std::string> kindIds() {
    return idsOf("kind");
}

std::vector<std::string> indicatorIds() {
    return idsOf("indicator");
}

std::vector<std::string> categoryIds(std::span<const std::string> kinds) {
    std::vector<std::string> ids;
    for (const Word& word : vocabulary())
        if (word.field == "category" && isAmong(word.kind, kinds) && !isAmong(word.id, ids))
            ids.push_back(word.id);
    return ids;
}

LocalText labelOf(std::string_view field, std::string_view id, std::span<const std::string> kinds) {
    for (const Word& word : vocabulary())
        if (word.field == field && word.id == id &&
            (word.kind.empty() || isAmong(word.kind, kinds)))
            return word.label;
    return {std::string(id), std::string(id)};
}

} // namespace terroir::theme
