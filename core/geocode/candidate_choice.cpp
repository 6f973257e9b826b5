#include "core/geocode/geocoder_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// Which of the candidates is the answer, if any.

namespace terroir::geocode {

namespace {

/// A slip happens about once in ninety names: what one more slip divides the likelihood by. Fitted
/// on the noisy cases of the benchmark, where the share of right answers by score is printed.
constexpr double slipLogOdds = 4.5;
constexpr double minMatched = 0.80, minNamed = 0.20, minOfTop = 0.25;
/// Of the slips allowed to a name, the share that is left where no parent supports it.
constexpr double allowedAlone = 0.5;
/// The same where nothing supports it: a part of a longer text, no type word, no parent.
constexpr double allowedUnsupported = 0.25;
constexpr std::size_t maxLettersOfSyllable = 4;
/// So many letters, and one of so many, must be others for a name to be another.
constexpr int minOther = 3;

} // namespace

/// Whether the letters of a misspelt name are as near to those of another unit of the same place
/// and time: only marks, or nothing, say which of the two was meant.
bool Geocoder::Index::isAsNear(const Scored& other, const Scored& best) const {
    const auto isNoWorse = [&](Trait trait) {
        return !other.traits.has(trait) || best.traits.has(trait);
    };
    return m_gazetteer.unit(other.unit).level == m_gazetteer.unit(best.unit).level &&
           other.typos <= best.typos && other.changed <= best.changed &&
           isNoWorse(Trait::PartOfText) && isNoWorse(Trait::TypeDiffers) &&
           isNoWorse(Trait::Historic) && isNoWorse(Trait::NotYet) &&
           isNoWorse(Trait::ParentContradicts) && isNoWorse(Trait::UnknownParent) &&
           isNoWorse(Trait::OutsideContext) && isNoWorse(Trait::MixedEras);
}

Match Geocoder::Index::decide(const std::vector<Scored>& scored) const {
    Match match;
    if (scored.empty())
        return match;
    const Scored& best = scored.front();
    const auto likelihood = [&](double cost) {
        return std::exp(-slipLogOdds * (cost - best.cost));
    };
    // Against all of them stands that the text means none of the known units.
    const double allowed = !best.isSupported    ? allowedUnsupported
                           : best.hasParent     ? slipsAllowed(best.letters)
                           : best.isShortNumber ? 0
                                                : allowedAlone * slipsAllowed(best.letters);
    if (best.isShortNumber && !best.hasParent &&
        (best.traits.has(Trait::PartOfText) || !best.isAlone))
        return match;
    if (best.traits.has(Trait::Initials) && best.exactNames == 0 && !best.isFirm)
        return match;
    // "anh Vũ Thái Bình": the end of a text without commas may be a name of something else, which a
    // likeness in front of it does not support.
    if (!best.isFirm && !best.hasFreeParent &&
        ((best.isSeparated && best.exactNames < 2) || (best.isMarked && best.typos > 0)))
        return match;
    // "tran Quảng Nam": one syllable is like many.
    if (!best.isFirm && best.typos > 0 && best.letters <= maxLettersOfSyllable)
        return match;
    // A part of a sentence, initials or a likeness that nothing supports name no place.
    if (!best.isSupported &&
        (best.traits.has(Trait::PartOfText) || best.traits.has(Trait::Initials) ||
         best.letters < minLetters || best.strangeness > strangeUnsupported))
        return match;
    double sum = likelihood(best.cost - best.strangeness + allowed);
    for (const Scored& candidate : scored)
        sum += likelihood(candidate.cost);
    const double top = 1 / sum;
    // Two letters off, any neighbour will do: only a district says which is meant. So it is where a
    // third of the letters are others, though each of them sounds or looks alike: "Không Đâu" is no
    // Keng Đu.
    const bool isOther =
        best.changed >= minOther && std::size_t(best.changed) * minOther >= best.letters;
    const bool isFar = (best.typos >= 2 || isOther) && best.exactNames < 2;
    const bool isDoubted = isFar || best.traits.has(Trait::ParentContradicts) ||
                           best.traits.has(Trait::SmallerUnitNotFound) ||
                           best.traits.has(Trait::OneOfSeveral);
    std::size_t tied = 0;
    while (tied < scored.size() && likelihood(scored[tied].cost) > minOfTop)
        ++tied;
    if (top * double(tied) < minNamed)
        return match;
    match.status = top >= minMatched && !isDoubted ? Status::Matched : Status::Ambiguous;
    if (tied > 1)
        match.reasons.emplace_back("several-fit");
    else if (match.status == Status::Ambiguous)
        match.reasons.emplace_back("weak");
    for (std::size_t i = 0; i < tied && i < maxCandidates; ++i) {
        Candidate candidate{scored[i].unit, likelihood(scored[i].cost) * top,
                            scored[i].traits.toWords()};
        if (scored[i].typos > 0)
            candidate.reasons.push_back(fmt::format("typo:{}", scored[i].typos));
        match.candidates.push_back(std::move(candidate));
    }
    if (best.changed > 0)
        for (std::size_t i = tied; i < scored.size() && match.candidates.size() < maxCandidates;
             ++i)
            if (isAsNear(scored[i], best))
                match.candidates.push_back(
                    {scored[i].unit, likelihood(scored[i].cost) * top, scored[i].traits.toWords()});
    return match;
}

} // namespace terroir::geocode
