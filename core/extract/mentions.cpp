#include "core/extract/mentions.hpp"

#include "core/extract/name_list.hpp"
#include "core/extract/names_before.hpp"

#include <algorithm>
#include <array>

namespace terroir::extract {

namespace {

bool isPhrase(std::span<const Token> tokens, std::size_t at,
              std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
        if (wordAt(tokens, at++) != word)
            return false;
    return true;
}

bool opensList(std::span<const Token> tokens, std::size_t at) {
    const std::string_view word = wordAt(tokens, at);
    return word == ":" || word == "(" || word == "như" ||
           (word == "là" &&
            (wordAt(tokens, at + 1) == "“" || (at > 0 && tokens[at - 1].lower == "đó"))) ||
           (word == "gồm" && wordAt(tokens, at + 1) != ":");
}

/// What a title is called where it is said; empty for none.
std::string titleUnitAt(std::span<const Token> tokens, std::size_t at) {
    if (isPhrase(tokens, at, {"nhãn", "hiệu", "chứng", "nhận"}))
        return "nhãn hiệu chứng nhận";
    if (isPhrase(tokens, at, {"nhãn", "hiệu", "tập", "thể"}))
        return "nhãn hiệu tập thể";
    if (wordAt(tokens, at) == "nhcn")
        return "nhãn hiệu chứng nhận";
    if (wordAt(tokens, at) == "nhtt")
        return "nhãn hiệu tập thể";
    if (isPhrase(tokens, at, {"văn", "bằng", "bảo", "hộ"}) || isPhrase(tokens, at, {"cấp", "bằng"}))
        return "văn bằng bảo hộ";
    if (isPhrase(tokens, at, {"chỉ", "dẫn", "địa", "lý"}))
        return "chỉ dẫn địa lý";
    if (isPhrase(tokens, at, {"nhãn", "hiệu"}) &&
        (wordAt(tokens, at + 2) == "“" || wordAt(tokens, at + 3) == "“" ||
         wordAt(tokens, at + 4) == "“"))
        return "nhãn hiệu";
    return {};
}

class MentionReader {
public:
    MentionReader(std::span<const Token> tokens, const Lexicon& lexicon)
        : m_tokens(tokens), m_lexicon(lexicon) {}

    std::vector<Mention> read() {
        readTitles();
        for (std::size_t i = 0; i < m_tokens.size(); ++i)
            if (const Pattern* pattern = m_lexicon.patternAt(m_tokens.subspan(i)))
                i = std::max(readPattern(*pattern, i), i + 1) - 1;
        for (std::size_t i = 1; i + 2 < m_tokens.size(); ++i)
            if (opensList(m_tokens, i))
                readListed(i);
        std::sort(m_out.begin(), m_out.end(),
                  [](const Mention& a, const Mention& b) { return a.first < b.first; });
        return std::move(m_out);
    }

private:
    void add(const std::vector<ListedName>& names, const Mention& like) {
        for (const ListedName& name : names) {
            // "mô hình trồng cây ăn quả": a group alone says little.
            const auto words = m_tokens.subspan(name.first, name.end - name.first);
            if (names.size() == 1 && m_lexicon.words(WordRole::General, words) == words.size())
                continue;
            // "nhân rộng ra các hộ": who or what is counted is no thing.
            if (const UnitPhrase* unit = m_lexicon.unitAt(words);
                unit != nullptr && unit->tokens == words.size())
                continue;
            if (isRefused(name))
                continue;
            Mention one = like;
            one.first = name.first;
            one.end = name.end;
            one.listEnd = name.listEnd;
            if (std::none_of(m_out.begin(), m_out.end(), [&](const Mention& other) {
                    return other.first < one.end && one.first < other.end;
                }))
                m_out.push_back(std::move(one));
        }
    }

    /// "đơn đăng ký “A” bị từ chối"
    bool isRefused(const ListedName& name) const {
        const std::size_t behind = name.end + (wordAt(m_tokens, name.end) == "”" ? 1 : 0);
        return behind < m_tokens.size() &&
               m_lexicon.words(WordRole::Refused, m_tokens.subspan(behind)) > 0;
    }

    /// "nhãn hiệu chứng nhận cho …: A, B", "nhãn hiệu tập thể “A” và nhãn hiệu chứng nhận “B”": the
    /// names up to the next title.
    void readTitles() {
        constexpr std::size_t maxLead = 16;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            Mention title;
            title.unit = titleUnitAt(m_tokens, i);
            if (title.unit.empty())
                continue;
            title.kind = title.unit == "chỉ dẫn địa lý" ? "geographical_indication" : "title";
            title.isTitle = true;
            std::size_t limit = i + 2;
            while (limit < m_tokens.size() && titleUnitAt(m_tokens, limit).empty())
                ++limit;
            std::vector<ListedName> names;
            bool isQuoted = false;
            for (std::size_t j = i; j < limit && j < i + maxLead; ++j) {
                isQuoted = isQuoted || m_tokens[j].lower == "“";
                if (isQuoted || !opensList(m_tokens, j) || m_tokens[j].lower == "như")
                    continue;
                title.isPart = true;
                if (wordAt(m_tokens, j + 1) == "“")
                    names = quotedFrom(m_tokens.first(limit), j + 1);
                else if (j + 1 < limit && m_tokens[j + 1].isWord)
                    names =
                        namesFrom(m_tokens.first(limit), j + 1, m_lexicon, GoesOn::WithAnything);
                break;
            }
            if (names.empty())
                names = quotedFrom(m_tokens.first(limit), i);
            if (names.empty())
                names = nameOfTitle(i, limit);
            add(names, title);
            i = limit - 1;
        }
    }

    /// "nhãn hiệu chứng nhận Na dai Lập Thạch đã …": a thing that begins with a capital letter.
    std::vector<ListedName> nameOfTitle(std::size_t at, std::size_t limit) const {
        const UnitPhrase* title = m_lexicon.unitAt(m_tokens.subspan(at));
        const std::size_t first = title != nullptr ? at + title->tokens : limit;
        if (first >= limit || !m_tokens[first].isCapital ||
            !m_lexicon.isThing(m_tokens.subspan(first)))
            return {};
        return namesFrom(m_tokens.first(limit), first, m_lexicon, GoesOn::WithAnything);
    }

    bool isNeededBefore(const Pattern& pattern, std::size_t at) const {
        if (pattern.needs.empty())
            return true;
        std::string before;
        for (std::size_t i = 0; i < at; ++i)
            before += m_tokens[i].lower + " ";
        return std::any_of(
            pattern.needs.begin(), pattern.needs.end(),
            [&](const std::string& words) { return before.find(words) != std::string::npos; });
    }

    /// "02 mô hình …", "6 điểm trình diễn giống …": the words belong to what a number counts.
    bool isCountedWith(std::size_t at) const {
        for (std::size_t back = 1; back <= 2 && back <= at; ++back)
            if (m_tokens[at - back].isNumber) {
                const UnitPhrase* unit = m_lexicon.unitAt(m_tokens.subspan(at - back + 1));
                return back == 1 || (unit != nullptr && unit->tokens >= back);
            }
        return false;
    }

    /// Where reading goes on behind a pattern and its names.
    std::size_t readPattern(const Pattern& pattern, std::size_t at) {
        const std::size_t behind = at + pattern.tokens;
        // "02 mô hình trồng cam" is a number of them.
        if (pattern.kind.empty() || isCountedWith(at) || !isNeededBefore(pattern, at))
            return behind;
        const std::vector<ListedName> names = namesOf(pattern, at, behind);
        Mention like;
        like.kind = pattern.kind;
        like.unit = pattern.unit;
        if (pattern.takes == Takes::Before) {
            like.isTitle = like.kind == "title" || like.kind == "geographical_indication";
            like.saidEnd = behind;
        }
        add(names, like);
        return names.empty() ? behind : std::max(behind, names.back().end);
    }

    std::vector<ListedName> namesOf(const Pattern& pattern, std::size_t at,
                                    std::size_t behind) const {
        const std::size_t name = behindOpening(m_tokens, behind, m_lexicon);
        switch (pattern.takes) {
        case Takes::Names:
            return isCountedAt(behind) ? std::vector<ListedName>{}
                                       : namesFrom(m_tokens, behind, m_lexicon);
        case Takes::Things:
            return name < m_tokens.size() && !isCountedAt(behind) &&
                           m_lexicon.isThing(m_tokens.subspan(name))
                       ? namesFrom(m_tokens, behind, m_lexicon)
                       : std::vector<ListedName>{};
        case Takes::Varieties:
            return isVariety(m_tokens, name) ? namesFrom(m_tokens, behind, m_lexicon)
                                             : std::vector<ListedName>{};
        case Takes::Variety:
            return varietyFrom(behind);
        case Takes::Quoted:
            return taskTitle(behind);
        case Takes::Topics:
            return topicsFrom(m_tokens, behindTopicWords(behind), m_lexicon);
        case Takes::Itself:
            return putUp(at, behind, pattern.needs.empty());
        case Takes::Before:
            return namesOfSubject(at);
        default:
            return {};
        }
    }

    /// "Cục Sở hữu trí tuệ cấp nhãn hiệu …": who gives is none of what is given.
    std::vector<ListedName> namesOfSubject(std::size_t at) const {
        std::vector<ListedName> names = namesBefore(m_tokens, at, m_lexicon);
        static constexpr std::array<std::string_view, 4> offices{"cục", "sở", "ubnd", "chi"};
        if (!names.empty() && std::find(offices.begin(), offices.end(),
                                        m_tokens[names.front().first].lower) != offices.end())
            names.clear();
        return names;
    }

    bool isCountedAt(std::size_t at) const { return at < m_tokens.size() && m_tokens[at].isNumber; }

    /// "giống cam chín sớm CS1": the name at the end of what it is called.
    std::vector<ListedName> varietyFrom(std::size_t at) const {
        constexpr std::size_t maxWords = 6;
        std::size_t first = behindOpening(m_tokens, at, m_lexicon);
        if (first >= m_tokens.size() || !m_lexicon.isThing(m_tokens.subspan(first)))
            return {};
        const std::size_t limit = first + maxWords;
        while (first < limit && !endsName(m_tokens, first, m_lexicon) &&
               !isVariety(m_tokens, first))
            ++first;
        if (first >= limit || endsName(m_tokens, first, m_lexicon))
            return {};
        std::size_t end = first;
        bool hasDigit = false; // "giống sâm Ngọc Linh" is named for a place
        for (; end < first + maxWords && !endsName(m_tokens, end, m_lexicon) &&
               (isVariety(m_tokens, end) || !m_tokens[end].isWord);
             ++end)
            hasDigit =
                hasDigit || m_tokens[end].lower.find_first_of("0123456789") != std::string::npos;
        if (!hasDigit)
            return {};
        return {{first, end, end}};
    }

    /// "đề tài “…”", "dự án: “…”": a title of some length.
    std::vector<ListedName> taskTitle(std::size_t at) const {
        constexpr std::size_t minTitle = 3, maxLead = 3;
        std::size_t open = at;
        while (open < at + maxLead && wordAt(m_tokens, open) != "“")
            ++open;
        if (wordAt(m_tokens, open) != "“")
            return {};
        std::vector<ListedName> names = quotedFrom(m_tokens, open);
        if (names.empty() || names.front().first != open + 1 ||
            names.front().end - names.front().first < minTitle)
            return {};
        names.resize(1);
        return names;
    }

    std::size_t behindTopicWords(std::size_t at) const {
        const std::size_t start = at;
        if (wordAt(m_tokens, at) == ":")
            return at + 1;
        for (std::size_t i = at; i < m_tokens.size() && m_tokens[i].lower != "."; ++i)
            if (m_tokens[i].lower == "như" && wordAt(m_tokens, i + 1) == ":")
                return i + 2;
        while (wordAt(m_tokens, at) == ":" || wordAt(m_tokens, at) == "như")
            ++at;
        const bool isResearch =
            at > 0 && (m_tokens[at - 1].lower == "cứu" || m_tokens[at - 1].lower == "đề" ||
                       at > start || m_tokens[at - 1].lower == "về");
        return isResearch ? at : m_tokens.size();
    }

    /// "vận hành cơ sở dữ liệu vùng trồng", "trong phòng thí nghiệm": what was put up, with its
    /// name.
    std::vector<ListedName> putUp(std::size_t at, std::size_t behind, bool mayBegin) const {
        constexpr std::size_t maxWords = 12;
        if (at == 0 || !m_tokens[at - 1].isWord ||
            !((mayBegin && m_tokens[at].isCapital) ||
              m_lexicon.is(WordRole::PutsUp, m_tokens[at - 1].lower)))
            return {};
        std::size_t end = behind;
        while (end < m_tokens.size() && end < behind + maxWords &&
               (!endsName(m_tokens, end, m_lexicon) || wordAt(m_tokens, end) == "về" ||
                wordAt(m_tokens, end) == "trong"))
            ++end;
        return end > behind ? std::vector<ListedName>{{at, end, end}} : std::vector<ListedName>{};
    }

    /// The names of a list that opens at the token, if words before it say of what it is one.
    void readListed(std::size_t open) {
        constexpr std::size_t maxLead = 45;
        std::size_t name = open + 1;
        while (wordAt(m_tokens, name) == ":" || wordAt(m_tokens, name) == "*")
            ++name;
        name = behindOpening(m_tokens, name, m_lexicon);
        if (name >= m_tokens.size() || !m_tokens[name].isWord ||
            endsName(m_tokens, name, m_lexicon))
            return;
        const bool isThing = m_lexicon.isThing(m_tokens.subspan(name));
        const bool isNamed = isThing || isVariety(m_tokens, name);
        const Pattern* best = nullptr;
        for (std::size_t i = open; i-- > 0 && open - i < maxLead;) {
            if (m_tokens[i].lower == "." || m_tokens[i].lower == ";")
                break;
            const Pattern* one = m_lexicon.listPatternAt(m_tokens.subspan(i, open - i));
            if (one != nullptr && (best == nullptr || one->strength > best->strength) &&
                (one->takes == Takes::List || isThing ||
                 (isNamed && one->takes == Takes::NamedExamples)))
                best = one;
        }
        if (best == nullptr)
            return;
        Mention like;
        like.kind = best->kind;
        like.unit = best->unit;
        const std::vector<ListedName> names =
            namesFrom(m_tokens, open + 1, m_lexicon,
                      best->takes == Takes::List ? GoesOn::WithAnything : GoesOn::WithThings);
        const std::string_view behind =
            names.empty() ? std::string_view() : wordAt(m_tokens, names.back().end);
        if (names.size() >= 2 || behind == "." || behind == "…")
            add(names, like);
    }

    std::span<const Token> m_tokens;
    const Lexicon& m_lexicon;
    std::vector<Mention> m_out;
};

} // namespace

std::vector<Mention> namesOfCounted(std::span<const Token> tokens, std::size_t end,
                                    const Lexicon& lexicon) {
    constexpr std::size_t maxLead = 24;
    std::vector<ListedName> names;
    for (std::size_t i = end; i < tokens.size() && i < end + maxLead && names.empty(); ++i) {
        if (tokens[i].lower == ";" || tokens[i].lower == ".")
            break;
        // "02 chỉ dẫn địa lý cho thảo quả và gạo A"
        const bool isFor = tokens[i].lower == "cho" && i + 1 < tokens.size() &&
                           lexicon.isThing(tokens.subspan(i + 1));
        if (!opensList(tokens, i) && !isFor)
            continue;
        std::size_t at = i + 1;
        while (wordAt(tokens, at) == ":" || wordAt(tokens, at) == "*")
            ++at;
        if (wordAt(tokens, at) == "“")
            names = quotedFrom(tokens, at);
        else if (at < tokens.size() && tokens[at].isWord)
            names = namesFrom(tokens, at, lexicon, GoesOn::WithAnything);
    }
    std::vector<Mention> out;
    for (const ListedName& name : names) {
        Mention one;
        one.first = name.first;
        one.end = name.end;
        one.listEnd = name.listEnd;
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<Mention> mentionsIn(std::span<const Token> tokens, const Lexicon& lexicon) {
    return MentionReader(tokens, lexicon).read();
}

} // namespace terroir::extract
