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

constexpr std::array<std::string_view, 51> leading{
    "tại",  "ở",     "trên", "với",  "cho",   "để",   "nhằm", "theo",  "được", "đã",   "đang",
    "do",   "của",   "từ",   "bằng", "trong", "góp",  "đạt",  "là",    "có",   "đem",  "mang",
    "phù",  "thuộc", "đến",  "gồm",  "bao",   "như",  "khi",  "vào",   "về",   "sẽ",   "cùng",
    "giúp", "tạo",   "nâng", "phục", "qua",   "sang", "hiện", "chiếm", "tăng", "giảm", "đối",
    "chưa", "không", "đưa",  "nên",  "vì",    "mà",   "thì"};

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

namespace {

/// "triển khai phần mềm …", "xây dựng cơ sở dữ liệu …": what was put up, with its name.
void addSystems(std::span<const Token> tokens, std::vector<Mention>& out) {
    static constexpr std::array<std::string_view, 12> verbs{
        "dựng", "khai", "thiện", "đặt", "trì", "tư", "hành", "cấp", "thành", "tạo", "nhật", "dụng"};
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        std::size_t noun = 0;
        if (isPhrase(tokens, i, {"cơ", "sở", "dữ", "liệu"}) ||
            isPhrase(tokens, i, {"trang", "thông", "tin"}) ||
            isPhrase(tokens, i, {"phòng", "thí", "nghiệm"}))
            noun = 4;
        else if (isPhrase(tokens, i, {"phần", "mềm"}) || isPhrase(tokens, i, {"hệ", "thống"}) ||
                 isPhrase(tokens, i, {"nhà", "xưởng"}))
            noun = 2;
        if (noun == 0 || !holds(verbs, tokens[i - 1].lower))
            continue;
        std::size_t end = i + noun;
        while (end < tokens.size() && end < i + 14 &&
               (tokens[end].isWord || tokens[end].isNumber) &&
               (!leadsOn(tokens, end) || wordAt(tokens, end) == "về" ||
                wordAt(tokens, end) == "trong"))
            ++end;
        if (end < i + noun + 1)
            continue;
        Mention one;
        one.kind = "infrastructure";
        one.first = i;
        one.end = one.listEnd = end;
        out.push_back(std::move(one));
        i = end;
    }
}

/// "đề tài “…”", "dự án “…”": a task by its title.
void addTasks(std::span<const Token> tokens, std::vector<Mention>& out) {
    for (std::size_t i = 0; i + 3 < tokens.size(); ++i)
        if ((isPhrase(tokens, i, {"đề", "tài"}) || isPhrase(tokens, i, {"dự", "án"}) ||
             isPhrase(tokens, i, {"nhiệm", "vụ"})) &&
            (wordAt(tokens, i + 2) == "“" || wordAt(tokens, i + 3) == "“") &&
            (i == 0 || !tokens[i - 1].isNumber)) {
            const std::size_t open = wordAt(tokens, i + 2) == "“" ? i + 2 : i + 3;
            std::size_t end = open + 1;
            while (end < tokens.size() && tokens[end].lower != "”" && end - open < 60)
                ++end;
            if (end == tokens.size() || tokens[end].lower != "”" || end < open + 4)
                continue;
            Mention one;
            one.kind = "st_task";
            one.first = open + 1;
            one.end = end;
            one.listEnd = end + 1;
            out.push_back(std::move(one));
            i = end;
        }
}

/// "… như: chè, mắc ca", "… nấm các loại (nấm sò, nấm rơm)": things that are given as examples, of
/// the kind that the words before them speak of.
void addExamples(std::span<const Token> tokens, std::vector<Mention>& out) {
    for (std::size_t i = 1; i + 2 < tokens.size(); ++i) {
        if (wordAt(tokens, i) != "như" && wordAt(tokens, i) != "(")
            continue;
        std::size_t at = i + 1;
        while (wordAt(tokens, at) == ":" || wordAt(tokens, at) == "*" ||
               holds(opening, wordAt(tokens, at)) || wordAt(tokens, at) == "cây")
            ++at;
        if (!isKnownThing(tokens, at))
            continue;
        std::string kind;
        for (std::size_t j = i; j-- > 0 && i - j < 24 && kind.empty();) {
            if (tokens[j].lower == "." || tokens[j].lower == ";")
                break;
            if (isPhrase(tokens, j, {"mô", "hình"}) || isPhrase(tokens, j, {"nhân", "rộng"}) ||
                isPhrase(tokens, j, {"nhân", "giống"}) || isPhrase(tokens, j, {"thành", "công"}))
                kind = "model";
            else if (isPhrase(tokens, j, {"thử", "nghiệm"}) ||
                     isPhrase(tokens, j, {"khảo", "nghiệm"}))
                kind = "trial";
            else if (isPhrase(tokens, j, {"chế", "biến"}))
                kind = "enterprise_technology";
            else if (wordAt(tokens, j) == "vùng" || isPhrase(tokens, j, {"chuyển", "đổi"}) ||
                     isPhrase(tokens, j, {"vào", "sản", "xuất"}) ||
                     isPhrase(tokens, j, {"cây", "trồng"}))
                kind = "production_zone";
        }
        if (kind.empty())
            continue;
        Mention one;
        one.kind = kind;
        std::vector<Mention> names;
        addNames(tokens, at, one, names);
        if (names.size() >= 2)
            for (Mention& name : names)
                if (std::none_of(out.begin(), out.end(), [&](const Mention& other) {
                        return other.first < name.end && name.first < other.end;
                    }))
                    out.push_back(std::move(name));
    }
}

} // namespace

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
    addExamples(tokens, out);
    addSystems(tokens, out);
    addTasks(tokens, out);
    return out;
}

} // namespace terroir::extract
