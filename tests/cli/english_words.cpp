#include "tests/cli/english_words.hpp"

#include <algorithm>
#include <cctype>

namespace terroir::cli_test {

namespace {

const std::set<std::string>& englishWords() {
    static const std::set<std::string> words = {
        "the",       "is",       "are",        "was",       "were",       "not",     "no",
        "file",      "row",      "rows",       "column",    "give",       "given",   "unknown",
        "missing",   "required", "expected",   "value",     "option",     "command", "did",
        "you",       "mean",     "see",        "and",       "or",         "with",    "must",
        "cannot",    "could",    "there",      "this",      "such",       "as",      "of",
        "in",        "it",       "to",         "for",       "exclude",    "number",  "name",
        "folder",    "exists",   "exist",      "check",     "write",      "choose",  "day",
        "level",     "unit",     "units",      "theme",     "table",      "map",     "records",
        "polygon",   "polygons", "argument",   "arguments", "range",      "one",     "too",
        "many",      "input",    "text",       "invalid",   "syntax",     "string",  "format",
        "supported", "code",     "id",         "layer",     "from",       "by",      "be",
        "has",       "have",     "choropleth", "symbols",   "exact",      "whole",   "matched",
        "named",     "ratio",    "share",      "start",     "end",        "group",   "key",
        "columns",   "imported", "kind",       "reason",    "recognized", "read",    "failed",
        "error",     "warning",  "found"};
    return words;
}

/// The words outside of quotes, lower case.
std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words(1);
    char quote = 0;
    for (const char c : text) {
        if (quote == 0 && (c == '\'' || c == '"'))
            quote = c;
        else if (c == quote)
            quote = 0;
        const bool isPart = (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                            c == '-' || c == '.' || c == '_' || c == '=';
        if (quote == 0 && isPart)
            words.back() += char(std::tolower(static_cast<unsigned char>(c)));
        else if (!words.back().empty())
            words.emplace_back();
    }
    for (std::string& word : words)
        word.erase(word.find_last_not_of('.') + 1);
    return words;
}

} // namespace

std::vector<std::string> englishWordsIn(const std::string& text) {
    std::vector<std::string> english;
    std::string before;
    for (const std::string& word : wordsOf(text)) {
        if (englishWords().contains(word) && before != "terroir") // "terroir map …" is typed so
            english.push_back(word);
        before = word;
    }
    return english;
}

} // namespace terroir::cli_test
