#include "core/extract/quantities.hpp"

#include "core/base/number.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace terroir::extract {

namespace {

bool isYear(const Token& token) {
    return token.lower.size() == 4 && token.lower >= "1900" && token.lower <= "2100" &&
           token.lower.find_first_of(".,") == std::string::npos;
}

/// What is counted one by one; nobody writes "hai ha" for a figure.
bool isCountable(const UnitPhrase& unit) {
    static constexpr std::array<std::string_view, 7> measures{"area",  "output", "yield", "money",
                                                              "share", "volume", "people"};
    return std::find(measures.begin(), measures.end(), unit.indicator) == measures.end();
}

bool isRoman(std::string_view word) {
    return !word.empty() && word.find_first_not_of("ivxl") == std::string_view::npos;
}

class Scanner {
public:
    Scanner(std::span<const Token> tokens, const Lexicon& lexicon)
        : m_tokens(tokens), m_lexicon(lexicon) {}

    std::vector<Counted> scan() {
        std::vector<Counted> out;
        for (std::size_t i = 0; i < m_tokens.size();) {
            if (m_tokens[i].isNumber || isNumberWordAt(i))
                if (auto counted = countedAt(i)) {
                    i = std::max(counted->end, i + 1);
                    counted->isPerUnit =
                        counted->isPerUnit || (isSize(*counted) && countsFarms(out));
                    out.push_back(std::move(*counted));
                    continue;
                }
            ++i;
        }
        return out;
    }

private:
    std::string_view word(std::size_t at) const {
        return at < m_tokens.size() ? std::string_view(m_tokens[at].lower) : std::string_view();
    }
    bool isGlued(std::size_t at) const { return at < m_tokens.size() && m_tokens[at].isGlued; }

    /// "hai doanh nghiệp", "một dây chuyền": a word right before what is counted.
    bool isNumberWordAt(std::size_t at) const {
        static constexpr std::array<std::string_view, 9> compound{
            "mươi", "mười", "trăm", "nghìn", "ngàn", "linh", "lẻ", "triệu", "rưỡi"};
        if (at + 1 >= m_tokens.size() || !numberWord(m_tokens[at].lower))
            return false;
        // "mười hai", "ba trăm bốn": its last word alone is another number.
        if (at > 0 &&
            (numberWord(m_tokens[at - 1].lower) ||
             std::find(compound.begin(), compound.end(), m_tokens[at - 1].lower) != compound.end()))
            return false;
        const UnitPhrase* unit = m_lexicon.unitAt(m_tokens.subspan(at + 1));
        return unit != nullptr && isCountable(*unit);
    }

    /// Past what belongs to a day or a code: "15/4/2022", "24-BC/HU", "20-NQ/TW".
    std::size_t endOfCode(std::size_t at) const {
        std::size_t end = at + 1;
        while (isGlued(end) && (word(end) == "/" || word(end) == "-") && isGlued(end + 1))
            end += 2;
        return end;
    }

    std::optional<Counted> countedAt(std::size_t& at) const {
        const std::size_t start = at;
        const std::string_view before = start > 0 ? word(start - 1) : std::string_view();
        const bool isLabel = start == 0 && (word(1) == "." || word(1) == ")");
        const bool isName = start > 0 && m_lexicon.is(WordRole::NamedByNumber, before) &&
                            !(before == "số" && start > 1 && word(start - 2) == "tổng") &&
                            !(before == "lộ" && m_tokens[start - 1].isCapital); // huyện Cam Lộ
        if (before == "/" && isGlued(start)) { // "15 con/1 cơ sở"
            at = start + 1;
            return std::nullopt;
        }
        if (isLabel || (start > 0 && before == "(" && word(start + 1) == ")")) {
            at = start + 1;
            return std::nullopt;
        }
        Counted out;
        out.number = start;
        out.first = start;
        const auto value = m_tokens[start].isNumber ? parseVietnameseNumber(m_tokens[start].lower)
                                                    : numberWord(m_tokens[start].lower);
        std::size_t next = start + 1;
        // "8/12 xã": so many of so many; "15/4/2022" and "24-BC" are no counts.
        if (isGlued(next) && word(next) == "/" && next + 1 < m_tokens.size() &&
            m_tokens[next + 1].isNumber) {
            const std::size_t behind = next + 2;
            if ((isGlued(behind) && word(behind) == "/") || isName || isYear(m_tokens[next + 1]) ||
                m_lexicon.unitAt(m_tokens.subspan(std::min(behind, m_tokens.size()))) == nullptr) {
                at = endOfCode(start) - 1;
                return std::nullopt;
            }
            next = behind;
        } else if (isGlued(next) && (word(next) == "-" || word(next) == "/") && isGlued(next + 1) &&
                   !m_tokens[next + 1].isNumber) {
            at = endOfCode(start) - 1;
            return std::nullopt;
        }
        if (!value)
            return std::nullopt;
        out.value = *value;
        // "3 000 con": thousands parted by a blank.
        if (m_tokens[start].lower.size() <= 3 && next == start + 1)
            for (; next < m_tokens.size() && m_tokens[next].lower == "000"; ++next)
                out.value *= 1000;
        readRange(next, out);
        if (!readUnit(next, out) || (isName && !isCertain(out))) {
            // A year or the number of a name; whatever else stays open.
            if (isYear(m_tokens[start]) || isName || isLabelled(start))
                return std::nullopt;
            out.end = next;
            out.unit = nullptr;
            return out;
        }
        // "năm 2016 và 2018 Công ty …"
        if (isYear(m_tokens[start]) &&
            (before == "năm" || (out.unitAt < m_tokens.size() && m_tokens[out.unitAt].isCapital)))
            return std::nullopt;
        readQualifier(out);
        return out;
    }

    /// "từ 5-7", "5 - 10 đề tài", "20% – 30%", "từ 5 đến 7".
    void readRange(std::size_t& next, Counted& out) const {
        std::size_t dash = next;
        if (word(dash) == "%")
            ++dash;
        if (word(dash) != "-" && word(dash) != "–" && word(dash) != "÷" && word(dash) != "đến")
            return;
        if (dash + 1 >= m_tokens.size() || !m_tokens[dash + 1].isNumber ||
            isYear(m_tokens[dash + 1]))
            return;
        const auto max = parseVietnameseNumber(m_tokens[dash + 1].lower);
        if (!max || *max <= out.value)
            return;
        out.max = max;
        out.qualifier = records::Qualifier::Range;
        next = dash + 2;
    }

    bool readUnit(std::size_t next, Counted& out) const {
        if (word(next) == "các" || word(next) == "lượt" ||
            ((word(next) == "nghìn" || word(next) == "ngàn" || word(next) == "triệu") &&
             m_lexicon.unitAt(m_tokens.subspan(next)) == nullptr)) {
            if (m_lexicon.unitAt(m_tokens.subspan(next)) == nullptr) {
                out.value *= word(next) == "triệu"                         ? 1e6
                             : word(next) == "các" || word(next) == "lượt" ? 1
                                                                           : 1e3;
                if (out.max)
                    *out.max *= word(next) == "triệu"                         ? 1e6
                                : word(next) == "các" || word(next) == "lượt" ? 1
                                                                              : 1e3;
                ++next;
            }
        }
        if (next >= m_tokens.size())
            return false;
        out.unit = m_lexicon.unitAt(m_tokens.subspan(next));
        if (out.unit == nullptr)
            return false;
        out.unitAt = next;
        out.end = next + out.unit->tokens;
        if (out.unit->indicator == "courses" && isRoman(word(out.end)))
            return false; // "Trung ương 6 khóa XI"
        out.unitText = out.unit->unit;
        if (next > 0 && word(next - 1) == "lượt")
            out.unitText = "lượt " + out.unitText;
        joinUnits(out);
        if (word(out.end) == "/" && isGlued(out.end) && out.end + 1 < m_tokens.size()) {
            const std::string_view per = word(out.end + 1);
            if (per == "năm" || per == "tháng" || per == "ngày" || per == "giờ" || per == "vụ") {
                out.unitText += "/" + std::string(per);
                out.end += 2;
            } else if (m_tokens[out.end + 1].isWord || m_tokens[out.end + 1].isNumber) {
                out.isPerUnit = true;
            }
        }
        return true;
    }

    /// "15 công ty, doanh nghiệp và trung tâm": counted together.
    void joinUnits(Counted& out) const {
        if (out.unit->indicator != "enterprises" && out.unit->indicator != "tasks")
            return;
        std::string joined = out.unitText;
        std::size_t end = out.end;
        while (word(end) == "," || word(end) == "và") {
            const UnitPhrase* more =
                end + 1 < m_tokens.size() ? m_lexicon.unitAt(m_tokens.subspan(end + 1)) : nullptr;
            if (more == nullptr || more->indicator != out.unit->indicator)
                break;
            joined += ", " + more->unit;
            end += 1 + more->tokens;
        }
        out.unitText = joined;
        out.end = end;
    }

    /// Units that make a number one even behind "số", "vùng": measures, not things that have names.
    static bool isCertain(const Counted& out) {
        return out.unit->indicator == "area" || out.unit->indicator == "output" ||
               out.unit->indicator == "money" || out.unit->indicator == "yield";
    }

    /// The number ends a name: "Chu Va 12", "LC 270".
    bool isLabelled(std::size_t at) const {
        return at > 0 && m_tokens[at - 1].isWord &&
               (m_tokens[at - 1].isCapital || m_tokens[at - 1].lower == "bản");
    }

    void readQualifier(Counted& out) const {
        using records::Qualifier;
        for (std::size_t back = 1; back <= 2 && back <= out.number; ++back) {
            const std::string_view before = word(out.number - back);
            if (out.qualifier == Qualifier::Exact && m_lexicon.is(WordRole::About, before)) {
                out.qualifier = Qualifier::About;
                out.first = out.number - back;
            } else if (out.qualifier == Qualifier::Exact &&
                       m_lexicon.is(WordRole::AtLeast, before) &&
                       (before != "từ" || word(out.end) == "trở") &&
                       (before != "nhất" || out.number < back + 1 ||
                        word(out.number - back - 1) == "ít")) {
                out.qualifier = Qualifier::AtLeast;
                out.first = out.number - back;
            }
        }
        if (out.qualifier == Qualifier::Exact && word(out.end) == "trở" &&
            word(out.end + 1) == "lên") {
            out.qualifier = Qualifier::AtLeast;
            out.end += 2;
        }
    }

    static bool countsFarms(const std::vector<Counted>& counted) {
        return std::any_of(counted.begin(), counted.end(), [](const Counted& one) {
            return one.unit != nullptr &&
                   (one.unit->indicator == "farms" || one.unit->indicator == "facilities");
        });
    }

    /// "04 trang trại quy mô trên 15 con": of one of them.
    bool isSize(const Counted& out) const {
        for (std::size_t back = 1; back <= 3 && back < out.number; ++back)
            if (word(out.number - back) == "mô" && word(out.number - back - 1) == "quy")
                return out.unit->indicator == "head";
        return false;
    }

    std::span<const Token> m_tokens;
    const Lexicon& m_lexicon;
};

} // namespace

std::optional<double> numberWord(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, double>, 9> words{{{"một", 1},
                                                                               {"hai", 2},
                                                                               {"ba", 3},
                                                                               {"bốn", 4},
                                                                               {"sáu", 6},
                                                                               {"bảy", 7},
                                                                               {"tám", 8},
                                                                               {"chín", 9},
                                                                               {"mười", 10}}};
    for (const auto& [name, value] : words)
        if (name == word)
            return value;
    return std::nullopt;
}

std::vector<Counted> countedIn(std::span<const Token> tokens, const Lexicon& lexicon) {
    return Scanner(tokens, lexicon).scan();
}

} // namespace terroir::extract
