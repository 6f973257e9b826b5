#include "core/tables/plan_words.hpp"

#include "core/base/strings.hpp"
#include "core/tables/column_words.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// Longer ones first: "ước thực hiện" before "thực hiện".
constexpr std::string_view plans[] = {"ke hoach giao",
                                      "ke hoach duoc giao",
                                      "chi tieu ke hoach",
                                      "chi tieu giao",
                                      "duoc giao",
                                      "ke hoach",
                                      "quy hoach",
                                      "dinh huong",
                                      "muc tieu",
                                      "kh giao",
                                      "kh"};
constexpr std::string_view dones[] = {"uoc thuc hien", "da thuc hien", "ket qua thuc hien",
                                      "thuc hien",     "thuc te",      "thuc dat",
                                      "ket qua",       "uoc dat",      "dat duoc"};

/// The words without the phrase; npos in `at` where it does not stand there.
std::size_t findPhrase(std::string_view words, std::string_view phrase) {
    const std::size_t at = (" " + std::string(words) + " ").find(" " + std::string(phrase) + " ");
    return at;
}

} // namespace

Standing standingOf(std::string_view line) {
    const std::string words = headerWords(line);
    const auto stands = [&](std::string_view phrase) {
        return findPhrase(words, phrase) != std::string::npos;
    };
    // "Ngoài quy hoạch" lies there, and "TH/KH" compares.
    if (stands("ngoai quy hoach") || stands("trong quy hoach") ||
        (std::any_of(std::begin(dones), std::end(dones), stands) &&
         std::any_of(std::begin(plans), std::end(plans), stands)))
        return Standing::None;
    if (std::any_of(std::begin(dones), std::end(dones), stands))
        return Standing::Done;
    return std::any_of(std::begin(plans), std::end(plans), stands) ? Standing::Plan
                                                                   : Standing::None;
}

bool isStandingAlone(std::string_view line) {
    std::string words = headerWords(line.substr(0, line.find('(')));
    bool isAny = false;
    const auto cut = [&](std::string_view phrase) {
        if (const std::size_t at = findPhrase(words, phrase); at != std::string::npos) {
            words.erase(at, phrase.size() + 1);
            isAny = true;
        }
    };
    for (const std::string_view phrase : plans)
        cut(phrase);
    for (const std::string_view phrase : dones)
        cut(phrase);
    for (std::size_t at = 0; at < words.size();) { // "năm 2023"
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const std::string_view word = std::string_view(words).substr(at, end - at);
        if (!word.empty() && word != "nam" && word != "ca" &&
            !std::all_of(word.begin(), word.end(), isDigit))
            return false;
        at = end + 1;
    }
    return isAny;
}

bool saysPlan(const std::vector<std::string>& path) {
    return std::any_of(path.begin(), path.end(),
                       [](const std::string& line) { return standingOf(line) == Standing::Plan; });
}

} // namespace terroir::tables
