#include "core/geocode/segment.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace terroir::geocode {

using gazetteer::Level;

namespace {

/// A way to write a type of unit. `words` is folded; the level is open where one word serves two.
struct TypeWord {
    std::string_view words;
    std::string_view type;
    std::optional<Level> level;
    bool abbreviation = false;
};

constexpr std::array typeWords{
    TypeWord{"thi tran", "thị trấn", Level::Commune},
    TypeWord{"dac khu", "đặc khu", Level::Commune},
    TypeWord{"xa", "xã", Level::Commune},
    TypeWord{"phuong", "phường", Level::Commune},
    TypeWord{"thanh pho", "thành phố", std::nullopt},
    TypeWord{"thi xa", "thị xã", Level::District},
    TypeWord{"huyen", "huyện", Level::District},
    TypeWord{"quan", "quận", Level::District},
    TypeWord{"tinh", "tỉnh", Level::Province},
    TypeWord{"tt", "thị trấn", Level::Commune, true},
    TypeWord{"tp", "thành phố", std::nullopt, true},
    TypeWord{"tx", "thị xã", Level::District, true},
    TypeWord{"x", "xã", Level::Commune, true},
    TypeWord{"p", "phường", Level::Commune, true},
    TypeWord{"h", "huyện", Level::District, true},
    TypeWord{"q", "quận", Level::District, true},
    TypeWord{"t", "tỉnh", Level::Province, true},
    TypeWord{"f", "phường", Level::Commune, true},
    TypeWord{"t p", "thành phố", std::nullopt, true},
    TypeWord{"t t", "thị trấn", Level::Commune, true},
    TypeWord{"t x", "thị xã", Level::District, true},
};

/// Words in front of a type word or a name that name nothing themselves.
constexpr std::array<std::string_view, 10> fillers{
    "ubnd", "hdnd", "toan", "tren dia ban", "dia ban", "trong", "thuoc", "tai", "cua", "o"};

struct Word {
    std::string written; ///< normalized
    std::string folded;
    bool dot = false; ///< a full stop stood right behind it
};

bool isDigits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Part {
    std::string text;
    bool afterDash = false;
};

/// Parts of a text between separators. A dash separates only between spaces: names hold dashes
/// ("Phan Rang-Tháp Chàm").
std::vector<Part> splitParts(std::string_view text) {
    std::vector<Part> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = (c == '-' && i > 0 && text[i - 1] == ' ' && i + 1 < text.size() &&
                           text[i + 1] == ' ') ||
                          text.substr(i).starts_with("–") || text.substr(i).starts_with("—");
        if (dash)
            i += c == '-' ? 0 : 2;
        if (dash || std::string_view(",;()[]/\n|:_").find(c) != std::string_view::npos)
            parts.push_back({"", dash});
        else
            parts.back().text += c == '-' ? ' ' : c;
    }
    return parts;
}

std::vector<Word> splitWords(const std::string& part) {
    std::vector<Word> words;
    const std::string normal = text::normalize(part);
    std::string current;
    const auto flush = [&](bool dot) {
        if (!current.empty())
            words.push_back({current, text::fold(current), dot});
        current.clear();
    };
    for (const char c : normal) {
        if (c == '.' || c == ' ' || c == '"' || c == '\'') {
            flush(c == '.');
        } else {
            // "p5", "q1": an abbreviation glued to a number.
            const bool glued = (current == "p" || current == "q") && c >= '0' && c <= '9';
            if (glued)
                flush(true);
            current += c;
        }
    }
    flush(false);
    return words;
}

/// How many words from `at` on are the given folded words; 0 when they are not.
std::size_t matchWords(std::span<const Word> words, std::size_t at, std::string_view wanted) {
    std::size_t count = 0;
    while (!wanted.empty()) {
        const std::size_t space = wanted.find(' ');
        const std::string_view word = wanted.substr(0, space);
        if (at + count >= words.size() || words[at + count].folded != word)
            return 0;
        ++count;
        wanted = space == std::string_view::npos ? std::string_view() : wanted.substr(space + 1);
    }
    return count;
}

bool isWritten(std::span<const Word> words, std::size_t at, std::size_t count,
               std::string_view type) {
    std::string written;
    for (std::size_t i = 0; i < count; ++i)
        written += (i == 0 ? "" : " ") + words[at + i].written;
    return written == type;
}

bool hasNoMarks(std::span<const Word> words) {
    return std::all_of(words.begin(), words.end(),
                       [](const Word& word) { return word.written == word.folded; });
}

struct FoundType {
    const TypeWord* word = nullptr;
    std::size_t count = 0;
};

/// Whether a type word written out stands here. With its marks it does. Without ("xa") it may be a
/// name ("Sập Xa"): only in a text without any marks, and with a name behind it.
bool standsAsType(std::span<const Word> words, std::size_t at, std::size_t count,
                  const TypeWord& type) {
    if (isWritten(words, at, count, type.type))
        return true;
    if (!hasNoMarks(words) || at + count >= words.size())
        return false;
    return std::none_of(typeWords.begin(), typeWords.end(), [&](const TypeWord& next) {
        return !next.abbreviation && matchWords(words, at + count, next.words) != 0;
    });
}

/// Whether an abbreviation stands here: no Vietnamese syllable is a consonant alone, so a stop or
/// a name behind it is enough; two letters may stand alone ("Bình Lư (TT)").
bool standsAsAbbreviation(std::span<const Word> words, std::size_t at, std::size_t count,
                          const TypeWord& type) {
    const std::size_t next = at + count;
    return words[next - 1].dot || next < words.size() ||
           (words.size() == count && type.words.size() == 2);
}

FoundType typeAt(std::span<const Word> words, std::size_t at, bool abbreviationsToo) {
    FoundType best;
    for (const TypeWord& type : typeWords) {
        const std::size_t count = matchWords(words, at, type.words);
        if (count <= best.count || (type.abbreviation && !abbreviationsToo))
            continue;
        if (type.abbreviation ? standsAsAbbreviation(words, at, count, type)
                              : standsAsType(words, at, count, type))
            best = {&type, count};
    }
    return best;
}

/// Behind words that name nothing: only where a type word or the end follows, because names begin
/// with the same syllables ("Toàn Thắng", "Cửa Đông").
std::size_t skipFillers(std::span<const Word> words, std::size_t from) {
    std::size_t at = from;
    for (bool moved = true; moved;) {
        moved = false;
        for (const std::string_view filler : fillers) {
            const std::size_t count = matchWords(words, at, filler);
            at += count;
            moved = moved || count != 0;
        }
    }
    return at == words.size() || typeAt(words, at, true).count != 0 ? at : from;
}

std::string withoutLeadingZeros(std::string word) {
    while (word.size() > 1 && word.front() == '0' && isDigits(word))
        word.erase(0, 1);
    return word;
}

void appendPart(const Part& part, std::vector<Mention>& out) {
    const std::vector<Word> words = splitWords(part.text);
    // "12. xã Sơn Bình": a number with a stop in front is a list number, not part of a name.
    std::size_t at = words.size() > 1 && isDigits(words[0].folded) && words[0].dot ? 1 : 0;
    Mention current;
    current.afterDash = part.afterDash;
    const auto flush = [&] {
        if (!current.words.empty() || !current.type.empty())
            out.push_back(std::move(current));
        current = Mention();
    };
    bool atStart = true;
    while (at < words.size()) {
        if (const std::size_t behind = skipFillers(words, at);
            behind != at && (behind < words.size() || current.words.empty())) {
            at = behind;
            continue;
        }
        const FoundType found = typeAt(words, at, atStart);
        atStart = false;
        // "xã Tứ Xã": the last word of a name that has its type already.
        const bool endsName =
            at + found.count == words.size() && !current.type.empty() && !current.words.empty();
        if (found.count != 0 && !endsName) {
            flush();
            current.type = found.word->type;
            current.level = found.word->level;
            current.abbreviated = found.word->abbreviation;
            at += found.count;
            continue;
        }
        current.words.push_back(withoutLeadingZeros(words[at].written));
        ++at;
    }
    flush();
}

} // namespace

std::string Mention::join(std::size_t from, std::size_t to) const {
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out += (i == from ? "" : " ") + words[i];
    return out;
}

std::string nameForm(std::string_view name) {
    std::string dashed(name);
    std::replace(dashed.begin(), dashed.end(), '-', ' ');
    std::string out;
    for (const Word& word : splitWords(dashed))
        out += (out.empty() ? "" : " ") + withoutLeadingZeros(word.written);
    return out;
}

std::vector<Mention> segment(std::string_view text) {
    std::vector<Mention> out;
    for (const Part& part : splitParts(text))
        appendPart(part, out);
    return out;
}

std::vector<Mention> segmentColumn(std::string_view cell, Level level) {
    std::vector<Mention> out = segment(cell);
    for (Mention& mention : out)
        mention.fromColumn = true;
    // Behind the first name stand its parents ("Hòa Long, Lai Vung, Đồng Tháp").
    if (!out.empty() && !out.front().level)
        out.front().level = level;
    return out;
}

} // namespace terroir::geocode
