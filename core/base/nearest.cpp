#include "core/base/nearest.hpp"

#include "core/base/local_text.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace terroir {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
            const std::size_t best = std::min({row[j] + 1, row[j - 1] + 1, diagonal + cost});
            diagonal = row[j];
            row[j] = best;
        }
    }
    return row[b.size()];
}

} // namespace

std::string nearest(std::string_view word, std::span<const std::string> options) {
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(1, word.size() * 4 / 10) + 1;
    for (const std::string& option : options) {
        const std::size_t d = distance(word, option);
        if (d < bestDistance) {
            bestDistance = d;
            best = option;
        }
    }
    return best;
}

LocalText suggestion(std::string_view word, std::span<const std::string> options) {
    const std::string best = nearest(word, options);
    return best.empty() ? LocalText() : suggestion(best);
}

LocalText suggestion(std::string_view meant) {
    return localText("Có phải ý bạn là '{}'? ", "Did you mean '{}'? ", meant);
}

LocalText unknownWord(const LocalText& problem, std::string_view word, const LocalText& list,
                      std::span<const std::string> options) {
    return localText("{} {}{}: {}.", "{} {}{}: {}.", problem, suggestion(word, options), list,
                     fmt::join(options, ", "));
}

} // namespace terroir
