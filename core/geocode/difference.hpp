#pragma once

#include "core/geocode/spelling.hpp"

#include <array>
#include <cstdint>

namespace terroir::geocode {

/// How a written name differs from a name of the gazetteer.
struct Difference {
    /// In slips: about 1 for each thing that a writer or a reading machine got wrong, less for
    /// what is often left out on purpose (all diacritics) or written in two ways (i/y).
    double cost = 0;
    bool noDiacritics = false; ///< the name has marks, the writing none at all
    bool lettersLost = false;  ///< "Huy?n"
    bool iy = false;           ///< "Lí" for "Lý"
    int marks = 0;             ///< letters whose marks contradict the name
    int bySound = 0;           ///< "Xông" for "Sông", "Nàng" for "Làng"
    int byLook = 0;            ///< "Mườag" for "Mường": misread print
    int edits = 0;             ///< letters too many, missing, exchanged or swapped

    /// How little the writing has to do with the name: a wrong mark is as much of a slip as a wrong
    /// letter, but leaves the name easier to recognise.
    double strangeness() const { return cost - 0.45 * marks - 0.25 * (bySound + byLook); }
};

/// A name is taken for written as it is up to this cost, in slips (Difference::cost).
inline constexpr double equalCost = 0.6;

/// The cheapest way from `name` to `written`: an optimal string alignment of letters, with pairs of
/// letters that are confused by ear (s/x, ch/tr, d/gi/r, l/n, c/k, ng/ngh) or by a reading machine
/// (rn/m, h/b, l/1) as single steps. `usesMarks`: the writer uses diacritics, so that a missing one
/// counts. Gives up, with a cost above it, where the cost must exceed `limit`. About 30 ns for
/// equal letters, 0.5 µs else.
Difference difference(SpellingView written, SpellingView name, bool usesMarks, double limit);

/// Tells names that are far from a written one from those worth a difference(): Levenshtein
/// distance of the base letters, all bits of a row at once (G. Myers, J. ACM 46 (1999) 395; in the
/// form of H. Hyyrö, Nordic J. Computing 10 (2003) 29). A lost letter equals any. About 2 ns a
/// letter of the name.
class NearFilter {
public:
    /// `limit`: the difference that is still of interest.
    NearFilter(SpellingView written, double limit);
    /// By the signature alone: some nanoseconds.
    bool mayBeNear(std::uint64_t signature) const {
        return bitCount(m_signature ^ signature) <= m_mostBits;
    }
    bool mayBeNear(SpellingView name) const;

private:
    /// std::popcount is a call where the processor is not known to count bits.
    static int bitCount(std::uint64_t bits) {
        bits -= (bits >> 1U) & 0x5555555555555555U;
        bits = (bits & 0x3333333333333333U) + ((bits >> 2U) & 0x3333333333333333U);
        return int((((bits + (bits >> 4U)) & 0x0f0f0f0f0f0f0f0fU) * 0x0101010101010101U) >> 56U);
    }

    std::array<std::uint64_t, 128> m_positions{}; ///< bit i: letter i of the written name is this
    std::uint64_t m_signature = 0;
    std::size_t m_size = 0;
    int m_mostEdits = 0, m_mostBits = 0;
};

} // namespace terroir::geocode
