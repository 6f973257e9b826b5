#include "core/extract/mentions.hpp"

#include "core/text/thing_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace terroir::extract {

namespace {

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 52> leading{
    "tại",  "ở",     "trên", "với",  "cho",   "để",   "nhằm", "theo",  "được", "đã",   "đang",
    "do",   "của",   "từ",   "bằng", "trong", "góp",  "đạt",  "là",    "có",   "đem",  "mang",
    "phù",  "thuộc", "đến",  "gồm",  "bao",   "như",  "khi",  "vào",   "về",   "sẽ",   "cùng",
    "giúp", "tạo",   "nâng", "phục", "qua",   "sang", "hiện", "chiếm", "tăng", "giảm", "đối",
    "chưa", "không", "đưa",  "nên",  "vì",    "mà",   "thì",  "tiếp"};

/// Words before the name of a crop or an animal that are no part of it.
constexpr std::array<std::string_view, 22> opening{
    "trồng", "nuôi",   "nhân", "giống", "sản",   "xuất", "các",  "loại",  "một", "số",   "chăn",
    "thử",   "nghiệm", "thâm", "canh",  "trình", "diễn", "dòng", "những", "chế", "biến", "thủy"};

std::string_view wordAt(std::span<const Token> tokens, std::size_t at) {
    return at < tokens.size() ? std::string_view(tokens[at].lower) : std::string_view();
}

bool isPhrase(std::span<const Token> tokens, std::size_t at,
              std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
        if (wordAt(tokens, at++) != word)
            return false;
    return true;
}

/// The names of a list: parted by commas, semicolons and "và", with those in brackets behind a
/// general word instead of it; the list ends where something else begins.
void addNames(std::span<const Token> tokens, std::size_t at, Mention kind,
              std::vector<Mention>& out) {
    constexpr std::size_t maxName = 7, maxNames = 20;
    const std::size_t begin = out.size();
    bool isInBrackets = false;
    while (at < tokens.size() && out.size() - begin < maxNames) {
        while (holds(opening, wordAt(tokens, at)) || wordAt(tokens, at) == "“" ||
               wordAt(tokens, at) == "*" || wordAt(tokens, at) == "\"" ||
               wordAt(tokens, at) == "cây" || wordAt(tokens, at) == "quả")
            ++at;
        const std::size_t first = at;
        while (at < tokens.size() && at - first < maxName &&
               (tokens[at].isWord || tokens[at].isNumber) && !leadsOn(tokens, at) &&
               wordAt(tokens, at) != "và")
            ++at;
        if (at == first)
            break;
        Mention name = std::move(kind);
        name.first = first;
        name.end = at;
        kind = name;
        while (wordAt(tokens, at) == "”" || wordAt(tokens, at) == "\"")
            ++at;
        if (wordAt(tokens, at) == "(" && !isInBrackets) {
            isInBrackets = true;
            ++at;
            continue; // the general word in front is replaced
        }
        out.push_back(std::move(name));
        if (wordAt(tokens, at) == "," || wordAt(tokens, at) == ";" || wordAt(tokens, at) == "và") {
            ++at;
            if (wordAt(tokens, at) == "và")
                ++at;
            continue;
        }
        break;
    }
    for (std::size_t i = begin; i < out.size(); ++i)
        out[i].listEnd = std::max(at, out[i].end);
}

/// The names in quotation marks that follow within the sentence.
void addQuoted(std::span<const Token> tokens, std::size_t at, const Mention& kind,
               std::vector<Mention>& out) {
    for (; at < tokens.size(); ++at) {
        if (tokens[at].lower != "“")
            continue;
        std::size_t end = at + 1;
        while (end < tokens.size() && tokens[end].lower != "”" && end - at < 12)
            ++end;
        if (end < tokens.size() && tokens[end].lower == "”" && end > at + 1) {
            Mention name = kind;
            name.first = at + 1;
            name.end = end;
            name.listEnd = end + 1;
            out.push_back(std::move(name));
        }
        at = end;
    }
}

/// What a title is called where it is said; empty for none.
std::string titleUnitAt(std::span<const Token> tokens, std::size_t at) {
    for (const char* kind : {"chứng nhận", "tập thể"}) {
        const std::string_view word = kind;
        const std::string_view first = word.substr(0, word.find(' ')),
                               second = word.substr(word.find(' ') + 1);
        if (isPhrase(tokens, at, {"nhãn", "hiệu", first, second}))
            return "nhãn hiệu " + std::string(word);
    }
    if (wordAt(tokens, at) == "nhcn")
        return "nhãn hiệu chứng nhận";
    if (isPhrase(tokens, at, {"văn", "bằng", "bảo", "hộ"}))
        return "văn bằng bảo hộ";
    if (isPhrase(tokens, at, {"chỉ", "dẫn", "địa", "lý"}))
        return "chỉ dẫn địa lý";
    return {};
}

/// Whether the words are the name of a crop, an animal or what is made of them.
bool isKnownThing(std::span<const Token> tokens, std::size_t at) {
    std::string words;
    for (std::size_t i = at; i < tokens.size() && i < at + 4 && tokens[i].isWord; ++i)
        words += (words.empty() ? "" : " ") + tokens[i].lower;
    return !words.empty() && text::isThing(words);
}

void addTitles(std::span<const Token> tokens, std::vector<Mention>& out) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string unit = titleUnitAt(tokens, i);
        if (unit.empty())
            continue;
        Mention kind;
        kind.kind = unit == "chỉ dẫn địa lý" ? "geographical_indication" : "title";
        kind.isTitle = true;
        kind.unit = unit;
        const std::size_t before = out.size();
        // "… gồm: A; B", "… : A, B"
        for (std::size_t j = i; j < tokens.size() && j < i + 16; ++j)
            if (tokens[j].lower == ":" ||
                (tokens[j].lower == "gồm" && wordAt(tokens, j + 1) != ":") ||
                tokens[j].lower == "(") {
                Mention part = kind;
                part.isPart = true;
                if (wordAt(tokens, j + 1) == "“")
                    addQuoted(tokens, j + 1, part, out);
                else if (j + 1 < tokens.size() && tokens[j + 1].isWord)
                    addNames(tokens, j + 1, part, out);
                break;
            }
        if (out.size() == before)
            addQuoted(tokens, i, kind, out);
        if (out.size() > before)
            return;
    }
}

} // namespace

bool leadsOn(std::span<const Token> tokens, std::size_t at) {
    return holds(leading, wordAt(tokens, at));
}

std::vector<Mention> namesOfCounted(std::span<const Token> tokens, std::size_t end) {
    std::vector<Mention> out;
    for (std::size_t i = end; i < tokens.size() && i < end + 24; ++i) {
        const std::string_view word = tokens[i].lower;
        if (word == ";" || word == ".")
            break;
        if (word != ":" && word != "(" && word != "gồm" && word != "như")
            continue;
        std::size_t at = i + 1;
        while (wordAt(tokens, at) == ":" || wordAt(tokens, at) == "*")
            ++at;
        if (wordAt(tokens, at) == "“")
            addQuoted(tokens, at, {}, out);
        else if (at < tokens.size() && tokens[at].isWord)
            addNames(tokens, at, {}, out);
        if (!out.empty())
            break;
    }
    return out;
}

std::vector<Mention> mentionsIn(std::span<const Token> tokens) {
    std::vector<Mention> out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        std::optional<std::string> kind;
        std::size_t behind = i;
        if (isPhrase(tokens, i, {"mô", "hình"}) &&
            holds(std::array<std::string_view, 6>{"trồng", "nuôi", "nhân", "sản", "chăn", "thâm"},
                  wordAt(tokens, i + 2)) &&
            (i == 0 || !tokens[i - 1].isNumber)) {
            kind = "model";
            behind = i + 2;
        } else if (isPhrase(tokens, i, {"mô", "hình"}) && isKnownThing(tokens, i + 2)) {
            kind = "model";
            behind = i + 2;
        } else if ((isPhrase(tokens, i, {"nhân", "rộng"}) ||
                    isPhrase(tokens, i, {"nhân", "giống"})) &&
                   (i < 2 || tokens[i - 1].lower != "hình")) {
            behind = i + 2;
            while (holds(opening, wordAt(tokens, behind)))
                ++behind;
            if (isKnownThing(tokens, behind))
                kind = "model";
        } else if (wordAt(tokens, i) == "vùng") {
            behind = i + 1;
            while (holds(std::array<std::string_view, 9>{"sản", "xuất", "chuyên", "canh", "nguyên",
                                                         "liệu", "trồng", "hàng", "hóa"},
                         wordAt(tokens, behind)))
                ++behind;
            if (isKnownThing(tokens, behind))
                kind = "production_zone";
        } else if (isPhrase(tokens, i, {"trồng", "thử", "nghiệm"})) {
            kind = "trial";
            behind = i + 3;
        } else if (isPhrase(tokens, i, {"khảo", "nghiệm"}) ||
                   isPhrase(tokens, i, {"thử", "nghiệm", "giống"}) ||
                   isPhrase(tokens, i, {"thử", "nghiệm", "một"})) {
            kind = "trial";
            behind = i + 2;
        } else if (isPhrase(tokens, i, {"liên", "kết", "trồng"})) {
            kind = "production_zone";
            behind = i + 3;
        }
        if (!kind || (behind < tokens.size() && tokens[behind].isNumber))
            continue;
        Mention one;
        one.kind = *kind;
        const std::size_t before = out.size();
        addNames(tokens, behind, one, out);
        if (out.size() > before)
            i = out.back().end - 1;
    }
    addTitles(tokens, out);
    return out;
}

} // namespace terroir::extract
