#include "core/geocode/difference.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace terroir::geocode {

namespace {

constexpr double costMark = 0.9, costBothMarks = 1.2, costIy = 0.1, costLost = 0.1,
                 costLostLatin1 = 0.6, costBySound = 0.85, costByLook = 0.85, costEdit = 1.0,
                 costDoubled = 0.8, costSwap = 0.9, costSwapMark = 0.1, costDigit = 3.0;
constexpr std::size_t maxLetters = 48;

enum class Step : std::uint8_t { Start, Same, Mark, Iy, Lost, Sound, Look, Edit };

struct Exchange {
    std::string_view a, b;
    Step step;
};

/// Pairs of letter groups that stand for each other, both ways.
constexpr std::array exchanges{
    Exchange{"ch", "tr", Step::Sound},  Exchange{"d", "gi", Step::Sound},
    Exchange{"r", "gi", Step::Sound},   Exchange{"g", "gh", Step::Sound},
    Exchange{"ng", "ngh", Step::Sound}, Exchange{"k", "qu", Step::Sound},
    Exchange{"c", "qu", Step::Sound},   Exchange{"k", "kh", Step::Sound},
    Exchange{"p", "ph", Step::Sound},   Exchange{"rn", "m", Step::Look},
    Exchange{"cl", "d", Step::Look},    Exchange{"li", "h", Step::Look},
    Exchange{"ri", "n", Step::Look},    Exchange{"vv", "w", Step::Look},
};

constexpr std::array<std::string_view, 10> soundPairs{"sx", "ck", "ln", "dr", "dv",
                                                      "bp", "gr", "kq", "cq", "dz"};
constexpr std::array<std::string_view, 26> lookPairs{
    "na", "hb", "hl", "hn", "hk", "ce", "co", "gq", "g9", "q9", "i1", "l1", "li",
    "mn", "un", "o0", "tl", "tf", "s5", "eo", "vy", "rn", "bl", "nr", "z2", "b6"};

/// Which single letters are confused, as a table of the ASCII letters.
struct PairTable {
    std::array<std::array<Step, 128>, 128> step{};

    constexpr PairTable() {
        for (auto& row : step)
            row.fill(Step::Edit);
        for (const std::string_view pair : lookPairs)
            set(pair, Step::Look);
        for (const std::string_view pair : soundPairs)
            set(pair, Step::Sound);
    }
    constexpr void set(std::string_view pair, Step kind) {
        step[std::size_t(pair[0])][std::size_t(pair[1])] = kind;
        step[std::size_t(pair[1])][std::size_t(pair[0])] = kind;
    }
};
constexpr PairTable pairs;

struct Priced {
    double cost;
    Step step;
};

bool isIy(char a, char b) {
    return (a == 'i' && b == 'y') || (a == 'y' && b == 'i');
}

bool isGlideOf(Sign sign) {
    return baseOf(sign) == 'i' || baseOf(sign) == 'o' || baseOf(sign) == 'u';
}

/// à á ã â, …: the marked letters that Western European encodings have too.
bool isLatin1(Sign name) {
    const text::Tone tone = toneOf(name);
    if (shapeOf(name) == text::Shape::Circumflex)
        return tone == text::Tone::Level;
    return shapeOf(name) == text::Shape::Plain &&
           (tone == text::Tone::Grave || tone == text::Tone::Acute || tone == text::Tone::Tilde);
}

struct Writing {
    bool usesMarks = false;
    bool hasLost = false;
};

/// One letter for one letter.
Priced exchange(Sign written, Sign name, const Writing& writing) {
    if (written == name)
        return {0, Step::Same};
    const char a = baseOf(written), b = baseOf(name);
    if (a == lostLetter) {
        // Plain letters survive what loses marked ones, and mostly those of Latin-1 do.
        if (!isMarked(name)) // a vowel may have had the tone that spell() moved
            return {isGlideOf(name) ? costLostLatin1 : costEdit, Step::Lost};
        return {isLatin1(name) ? costLostLatin1 : costLost, Step::Lost};
    }
    if (a == b || isIy(a, b)) {
        const double iy = a == b ? 0 : costIy;
        if (!writing.usesMarks && !isMarked(written))
            return {iy, iy > 0 ? Step::Iy : Step::Same};
        const bool shape = shapeOf(written) != shapeOf(name);
        // The tone may have stood on the letter that is lost: "Huy?n".
        const bool tone = toneOf(written) != toneOf(name) &&
                          !(writing.hasLost && toneOf(written) == text::Tone::Level);
        if (!shape && !tone)
            return {iy, iy > 0 ? Step::Iy : Step::Same};
        return {iy + (shape && tone ? costBothMarks : costMark), Step::Mark};
    }
    const Step step = pairs.step[std::size_t(a)][std::size_t(b)];
    if (step == Step::Edit)
        return {isDigit(written) || isDigit(name) ? costDigit : costEdit, step};
    return {step == Step::Sound ? costBySound : costByLook, step};
}

bool endsWith(SpellingView text, std::string_view group) {
    if (text.size() < group.size())
        return false;
    for (std::size_t i = 0; i < group.size(); ++i)
        if (baseOf(text[text.size() - group.size() + i]) != group[i])
            return false;
    return true;
}

/// The groups that end with a letter, as groupsAtEnd() has them.
constexpr auto groupsByLetter = [] {
    std::array<std::uint32_t, 128> groups{};
    for (std::size_t k = 0; k < exchanges.size(); ++k) {
        groups[std::size_t(exchanges[k].a.back())] |= 1U << (2 * k);
        groups[std::size_t(exchanges[k].b.back())] |= 2U << (2 * k);
    }
    return groups;
}();

/// Bit 2k: the text ends with the first group of exchange k, 2k + 1: with the second.
std::uint32_t groupsAtEnd(SpellingView text) {
    std::uint32_t groups = 0;
    if (text.empty())
        return groups;
    for (std::uint32_t left = groupsByLetter[std::size_t(baseOf(text.back()))]; left != 0;
         left &= left - 1) {
        const auto bit = std::size_t(std::countr_zero(left));
        const Exchange& pair = exchanges[bit / 2];
        if (endsWith(text, bit % 2 == 0 ? pair.a : pair.b))
            groups |= 1U << bit;
    }
    return groups;
}
static_assert(exchanges.size() <= 16);

void count(Difference& difference, Step step) {
    switch (step) {
    case Step::Mark:
        ++difference.marks;
        break;
    case Step::Iy:
        difference.iy = true;
        break;
    case Step::Lost:
        difference.lettersLost = true;
        break;
    case Step::Sound:
        ++difference.bySound;
        break;
    case Step::Look:
        ++difference.byLook;
        break;
    case Step::Edit:
        ++difference.edits;
        break;
    default:
        break;
    }
}

struct Cell { // without initializers: the table is filled as far as it is used
    float cost;
    Step step;
    std::uint8_t backWritten, backName; ///< where the step came from
};

/// The alignment table; only the cells near the diagonal matter under a limit.
Difference align(SpellingView written, SpellingView name, const Writing& writing, double limit) {
    std::array<std::array<Cell, maxLetters + 1>, maxLetters + 1> cells;
    const std::size_t n = written.size(), m = name.size();
    const auto band = std::size_t(limit / costDoubled) + 2;
    if (n > m + band || m > n + band)
        return {.cost = limit + 1};
    std::array<std::uint32_t, maxLetters + 1> nameGroups;
    for (std::size_t j = 0; j <= m; ++j) { // the two groups exchanged
        const std::uint32_t groups = groupsAtEnd(name.substr(0, j));
        nameGroups[j] = (groups & 0x55555555U) << 1U | (groups & 0xaaaaaaaaU) >> 1U;
    }
    const auto deletionOf = [](SpellingView text, std::size_t i) {
        if (isDigit(text[i - 1]))
            return costDigit;
        return i >= 2 && baseOf(text[i - 1]) == baseOf(text[i - 2]) ? costDoubled : costEdit;
    };
    for (std::size_t i = 0; i <= n; ++i) {
        const std::size_t from = i > band ? i - band : 0, to = std::min(m, i + band);
        double least = limit + 1;
        const std::uint32_t rowGroups = groupsAtEnd(written.substr(0, i));
        for (std::size_t j = from; j <= to; ++j) {
            Cell& cell = cells[i][j];
            cell = {i == 0 && j == 0 ? 0.0F : 1e9F, Step::Start, 0, 0};
            const auto offer = [&](std::size_t back, std::size_t backName, double cost, Step step) {
                // Cells outside of the band were never made.
                const std::size_t row = i - back, column = j - backName;
                if (column + band < row || column > row + band)
                    return;
                const float all = cells[row][column].cost + float(cost);
                if (all < cell.cost)
                    cell = {all, step, std::uint8_t(back), std::uint8_t(backName)};
            };
            if (i > 0 && j > 0) {
                const Priced priced = exchange(written[i - 1], name[j - 1], writing);
                offer(1, 1, priced.cost, priced.step);
            }
            if (i > 0)
                offer(1, 0, deletionOf(written, i), Step::Edit);
            if (j > 0)
                offer(0, 1, deletionOf(name, j), Step::Edit);
            if (i > 1 && j > 1 && baseOf(written[i - 1]) == baseOf(name[j - 2]) &&
                baseOf(written[i - 2]) == baseOf(name[j - 1]) &&
                baseOf(written[i - 1]) != baseOf(written[i - 2]))
                offer(2, 2,
                      costSwap + (written[i - 1] == name[j - 2] ? 0 : costSwapMark) +
                          (written[i - 2] == name[j - 1] ? 0 : costSwapMark),
                      Step::Edit);
            if (i > 0 && j > 0)
                for (std::uint32_t left = rowGroups & nameGroups[j]; left != 0; left &= left - 1) {
                    const auto bit = std::size_t(std::countr_zero(left));
                    const Exchange& pair = exchanges[bit / 2];
                    const bool isFirst = bit % 2 == 0; // the first group written for the second
                    offer((isFirst ? pair.a : pair.b).size(), (isFirst ? pair.b : pair.a).size(),
                          pair.step == Step::Sound ? costBySound : costByLook, pair.step);
                }
            least = std::min(least, double(cell.cost));
        }
        if (least > limit + costEdit)
            return {.cost = limit + 1};
    }
    Difference out;
    out.cost = cells[n][m].cost;
    if (out.cost > limit)
        return out;
    for (std::size_t i = n, j = m; i > 0 || j > 0;) {
        const Cell& cell = cells[i][j];
        count(out, cell.step);
        i -= cell.backWritten;
        j -= cell.backName;
    }
    return out;
}

} // namespace

NearFilter::NearFilter(SpellingView written, double limit)
    : m_signature(signatureOf(written)), m_size(std::min<std::size_t>(written.size(), 64)) {
    int lost = 0;
    for (std::size_t i = 0; i < m_size; ++i) {
        const std::uint64_t bit = std::uint64_t(1) << i;
        const char base = baseOf(written[i]);
        if (base == lostLetter) {
            ++lost;
            for (std::uint64_t& positions : m_positions)
                positions |= bit;
        } else if (base == 'i' || base == 'y') {
            m_positions['i'] |= bit;
            m_positions['y'] |= bit;
        } else {
            m_positions[std::size_t(base)] |= bit;
        }
    }
    // A pair of letters for another pair is one slip and at most two edits more.
    m_mostEdits = std::min(int(limit / costDoubled) + 1, 3);
    m_mostBits = 2 * m_mostEdits + lost;
}

bool NearFilter::mayBeNear(SpellingView name) const {
    const auto sizeDifference = int(m_size) - int(name.size());
    if (sizeDifference > m_mostEdits || -sizeDifference > m_mostEdits)
        return false;
    std::uint64_t up = ~std::uint64_t(0), down = 0; // where the column rises, falls by one
    auto distance = int(m_size);
    const std::uint64_t last = std::uint64_t(1) << (m_size - 1);
    for (const Sign sign : name) {
        const std::uint64_t equal = m_positions[std::size_t(baseOf(sign))];
        const std::uint64_t diagonal = (((equal & up) + up) ^ up) | equal | down;
        std::uint64_t right = down | ~(diagonal | up), left = up & diagonal;
        distance += (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
        right = right << 1U | 1U;
        left <<= 1U;
        up = left | ~(diagonal | right);
        down = right & diagonal;
    }
    return distance <= m_mostEdits;
}

Difference difference(SpellingView written, SpellingView name, bool usesMarks, double limit) {
    Difference out;
    const auto hasMarks = [](SpellingView text) {
        return std::any_of(text.begin(), text.end(), isMarked);
    };
    if (written != name) {
        const Writing writing{usesMarks, std::any_of(written.begin(), written.end(), [](Sign sign) {
                                  return baseOf(sign) == lostLetter;
                              })};
        if (haveEqualBases(written, name)) {
            for (std::size_t i = 0; i < written.size(); ++i) {
                const Priced priced = exchange(written[i], name[i], writing);
                out.cost += priced.cost;
                count(out, priced.step);
            }
        } else if (written.size() > maxLetters || name.size() > maxLetters) {
            out.cost = limit + 1;
        } else {
            out = align(written, name, writing, limit);
        }
        out.noDiacritics = !usesMarks && !hasMarks(written) && hasMarks(name);
    }
    return out;
}

} // namespace terroir::geocode
