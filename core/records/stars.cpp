#include "core/records/stars.hpp"

#include "core/base/strings.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace terroir::records {

namespace {

/// Signs become words with spaces about them; open stars ("★★★☆☆") do not count.
std::string spaced(const std::string& folded, int& signs) {
    static constexpr std::array<std::string_view, 6> filled{"★", "*", "⭐", "✭", "✮", "🌟"};
    static constexpr std::array<std::string_view, 3> dropped{"☆", "✩", "\xef\xb8\x8f"};
    std::string out;
    for (std::size_t i = 0; i < folded.size();) {
        const std::string_view rest = std::string_view(folded).substr(i);
        const auto starts = [&](std::string_view sign) { return rest.starts_with(sign); };
        if (const auto star = std::find_if(filled.begin(), filled.end(), starts);
            star != filled.end()) {
            ++signs;
            out += ' ';
            i += star->size();
        } else if (const auto other = std::find_if(dropped.begin(), dropped.end(), starts);
                   other != dropped.end()) {
            i += other->size();
        } else {
            out += std::string_view("()[],;:.").find(rest[0]) == std::string_view::npos ? rest[0]
                                                                                        : ' ';
            ++i;
        }
    }
    return out;
}

int numeral(std::string_view word) {
    static constexpr std::array<std::array<std::string_view, 3>, 5> names{{{"1", "mot", "one"},
                                                                           {"2", "hai", "two"},
                                                                           {"3", "ba", "three"},
                                                                           {"4", "bon", "four"},
                                                                           {"5", "nam", "five"}}};
    if (word.size() == 2 && word[0] == '0')
        word.remove_prefix(1);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (std::find(names[i].begin(), names[i].end(), word) != names[i].end())
            return int(i) + 1;
    return 0;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

StarRating parseStars(std::string_view text) {
    int signs = 0;
    std::string words = spaced(text::fold(text), signs);
    bool hoped = false;
    for (const std::string_view phrase : {"tiem nang", "de nghi", "de xuat", "du kien", "phan dau",
                                          "dang ky", "muc tieu", "cho cong nhan", "potential"})
        if (const std::size_t at = words.find(phrase); at != std::string::npos) {
            words.replace(at, phrase.size(), " ");
            hoped = true;
        }
    // "nâng từ 3 sao lên 4 sao": what it was before says nothing of what it is.
    if (const std::size_t up = words.find(" len "); up != std::string::npos) {
        const std::size_t from = std::min(words.find("tu "), up);
        if (std::any_of(words.begin(), words.begin() + std::ptrdiff_t(up), isDigit))
            words.erase(from == up ? 0 : from, up + 5 - (from == up ? 0 : from));
    }
    bool named = signs > 0;
    std::set<int> found;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.size(), words.find(' ', at));
        const std::string_view word = std::string_view(words).substr(at, end - at);
        at = end + 1;
        if (word.empty() ||
            isOneOf(word, {"ocop", "dat",  "san", "pham", "xep",   "loai",  "cap",  "cong", "nhan",
                           "duoc", "quoc", "gia", "tinh", "huyen", "rated", "danh", "tw",   "trung",
                           "uong", "ho",   "so",  "nang", "giu",   "van",   "lai",  "moi"}))
            continue;
        if (isOneOf(word, {"sao", "hang", "star", "stars"})) {
            named = true;
        } else if (const int number = numeral(word); number > 0) {
            found.insert(number);
        } else if (word.size() > 3 && word.ends_with("sao") && numeral(word.substr(0, 1)) > 0) {
            found.insert(numeral(word.substr(0, 1))); // "4sao"
            named = true;
        } else if (word.find_first_not_of("12345/-–") == std::string_view::npos) {
            found.insert({-1, -2}); // "3-4", "4/5"
        } else {
            return {};
        }
    }
    if (!named)
        return {};
    if (signs > 1)
        found.insert(signs);
    if (found.empty() && signs == 1)
        found.insert(1);
    if (found.empty())
        return {};
    if (found.size() > 1)
        return {StarRating::Kind::Unclear, 0};
    if (*found.begin() > 5)
        return {};
    return {hoped ? StarRating::Kind::Hoped : StarRating::Kind::Rated, *found.begin()};
}

} // namespace terroir::records
