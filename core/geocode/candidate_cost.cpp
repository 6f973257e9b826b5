#include "core/geocode/geocoder_index.hpp"

#include <algorithm>
#include <span>

// What speaks for and against one reading of one mention as the answer.

namespace terroir::geocode {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

namespace {

// What speaks against a candidate besides its spelling, in slips (Difference::cost).
constexpr double costHistoric = 1.0, costYearAgo = 0.1, costNotYet = 2.0, costMixedDistrict = 2.2,
                 costMixedProvince = 1.0, costContradicted = 3.5, costSmallerNotFound = 6.0,
                 costUnknownParent = 1.0, costSaidTwice = 0.8, costOtherTime = 0.8,
                 costUnreadAfter = 0.4, costUnreadInFront = 0.05, costOtherNameInFront = 2.0,
                 costNumberInFront = 0.7, costPartInFront = 0.8, costLeftInFront = 3.0,
                 costOutsideContext = 1.5, costContextMixed = 0.2;

bool startsWithNumber(const Mention& mention) {
    const SpellingView letters = mention.letters();
    return !letters.empty() && baseOf(letters[0]) >= '0' && baseOf(letters[0]) <= '9';
}

/// Whether a mention that could not be read looks like the name of a commune: "Quỳn Lâm, huyện …".
bool mayBeName(const ReadMention& read) {
    const Mention& mention = read.mention;
    if (mention.size() < 2 || mention.size() > 4 || mention.isSmallPlace || mention.isNumber() ||
        read.runsOn)
        return false;
    const auto words = mention.text->words.begin();
    return std::all_of(words + std::ptrdiff_t(mention.from), words + std::ptrdiff_t(mention.to),
                       [](const Word& word) { return word.isCapital; });
}

/// Whether a mention is the name of a province of the day.
bool isProvince(const ReadMention& read) {
    return std::any_of(read.areas.begin(), read.areas.end(), [](const AreaCost& area) {
        return area.level == Level::Province && area.isInForce && !area.isMisspelt;
    });
}

/// Whether a mention may be the province or district of something: streets have names of communes.
bool mayBeParent(const ReadMention& read) {
    return std::any_of(read.areas.begin(), read.areas.end(),
                       [](const AreaCost& area) { return area.level != Level::Commune; });
}

} // namespace

/// Whether a mention may be a unit beside the target, in the same parent: a list of units.
bool Geocoder::Index::isNeighbour(const ReadMention& other, const Scored& target) const {
    const UnitIndex parent = m_gazetteer.unit(target.unit).parent;
    return parent != noUnit &&
           std::any_of(other.readings.begin(), other.readings.end(), [&](const Reading& reading) {
               const Unit& unit = m_gazetteer.unit(reading.unit);
               return unit.level == Level::Commune && unit.parent != noUnit &&
                      m_areas.of(unit.parent) == m_areas.of(parent);
           });
}

/// Whether another mention is a parent of the candidate, today or at any time, and what it costs.
bool Geocoder::Index::explainAsParent(Scored& out, std::size_t which, const ReadMention& other,
                                      bool isInForce) const {
    const auto costIn = [&](std::span<const LineageId> areas) {
        const AreaCost* best = nullptr;
        for (const LineageId area : areas) {
            const auto at = std::lower_bound(
                other.areas.begin(), other.areas.end(), area,
                [](const AreaCost& entry, LineageId id) { return entry.area < id; });
            if (at != other.areas.end() && at->area == area && (!best || at->cost < best->cost))
                best = &*at;
        }
        return best;
    };
    const AreaCost* best = nullptr;
    if ((m_areas.ownBits(out.unit) & other.areaBits) != 0)
        best = costIn(m_areas.own(out.unit));
    if (best) {
        out.cost += best->cost + (best->area == out.area ? costSaidTwice : 0) +
                    (isInForce && !best->isInForce ? costOtherTime : 0);
    } else {
        if ((m_areas.everBits(out.unit) & other.areaBits) != 0)
            best = costIn(m_areas.ever(out.unit));
        if (!best)
            return false;
        out.cost +=
            best->cost + (best->level == Level::Province ? costMixedProvince : costMixedDistrict);
        out.traits.add(Trait::MixedEras);
        out.isMixedInForce = out.isMixedInForce || (isInForce && best->isInForce);
    }
    out.explained |= bitOf(which);
    if (other.isFirm() && best->level == Level::Province)
        out.firmProvince = which;
    out.hasFreeParent = out.hasFreeParent || !other.mention.isSeparated;
    if (best->area != out.area)
        out.isSupported = out.hasParent = true;
    out.traits.add(other.mention.fromColumn ? Trait::ParentFromColumn : Trait::Parent);
    if (best->isMisspelt)
        out.traits.add(Trait::ParentMisspelt);
    out.isAgainstExact = out.isAgainstExact || best->isAgainstExact;
    out.exactNames += !best->isAgainstExact && !best->isMisspelt && !best->isInitials ? 1 : 0;
    return true;
}

/// Adds what one other mention costs the candidate: a parent that fits, or not (4 in geocoder_index.cpp).
void Geocoder::Index::explain(Scored& out, std::size_t which, std::size_t own,
                              const std::vector<ReadMention>& all, Date asOf) const {
    const ReadMention& other = all[which];
    const Level level = m_gazetteer.unit(out.unit).level;
    const bool isListed = (which == own + 1 && other.mention.isListed) ||
                          (own == which + 1 && all[own].mention.isListed);
    if (!other.areas.empty() && !isListed &&
        explainAsParent(out, which, other, m_gazetteer.unit(out.unit).valid.contains(asOf)))
        return;
    // Hamlets, streets and offices stand on the inner side of the unit that they are in.
    const bool isReversed = own > 0 && all[0].mention.level < m_gazetteer.unit(out.unit).level &&
                            (out.explained & bitOf(0)) != 0;
    const bool isInner = isReversed ? which > own : which < own;
    if (other.mention.isPlural && !other.mention.isBare())
        out.traits.add(Trait::OneOfSeveral);
    // Streets and hamlets have names of units, but where no type word says which name is the
    // commune they may be two; and what is listed beside a unit is no part of it.
    const bool isWholeName = !other.isFirm() && !other.isPart && !other.readings.empty();
    if (isListed || (isWholeName && isNeighbour(other, out) && (!isInner || !all[own].isFirm())))
        out.traits.add(Trait::OneOfSeveral);
    if (isWholeName && isInner && mayBeParent(other) && !other.mention.isSmallPlace &&
        (!all[own].isFirm() || (level == Level::Province && isProvince(other)))) // "Hà Nội, TP.HCM"
        out.traits.add(Trait::ParentContradicts);
    if (other.mention.isNumber() && !other.isFirm()) {
        const bool isWard = level != Level::Commune &&
                            std::any_of(other.readings.begin(), other.readings.end(),
                                        [&](const Reading& r) { return isIn(r.unit, out.unit); });
        out.cost += isWard                   ? costOtherNameInFront
                    : other.readings.empty() ? costUnreadInFront
                                             : costNumberInFront;
    } else if (other.isFirm() && !other.mention.isBare()) {
        const bool isSmaller = other.mention.level && *other.mention.level > level;
        if (isSmaller) {
            out.cost += costSmallerNotFound;
            out.traits.add(Trait::SmallerUnitNotFound);
        } else if (other.readings.empty() || other.isPart) {
            out.cost += costUnknownParent;
            out.traits.add(Trait::UnknownParent);
        } else if (std::any_of(other.readings.begin(), other.readings.end(),
                               [&](const Reading& reading) {
                                   return m_areas.of(reading.unit) == out.area;
                               })) {
            out.explained |= bitOf(which); // "phường Cẩm Trung, Phường Cẩm Trung"
        } else {
            out.cost += costContradicted;
            out.traits.add(Trait::ParentContradicts);
        }
    } else if (other.readings.empty()) {
        out.cost += isInner ? costUnreadInFront : costUnreadAfter;
        if (isInner && level != Level::Commune && mayBeName(other))
            out.traits.add(Trait::SmallerUnitNotFound);
    } else if (other.isPart || other.mention.isSmallPlace) {
        out.cost += level == Level::Commune ? costPartInFront
                    : other.runsOn          ? costLeftInFront
                                            : costOtherNameInFront;
    } else if (isInner) {
        out.cost += costOtherNameInFront;
    } else if (which > out.firmProvince ||
               (!mayBeParent(other) && (out.explained >> which) > 1 && !isNeighbour(other, out))) {
        out.cost += costUnreadAfter; // a remark after a whole address, a street
    } else {
        out.cost += costContradicted;
        out.traits.add(Trait::ParentContradicts);
    }
}

/// Stops early, with a cost above `most`, once the cost exceeds it.
Scored Geocoder::Index::score(const Reading& target, std::size_t own,
                              const std::vector<ReadMention>& all, const Query& query,
                              UnitIndex context, double most) const {
    const ReadMention& read = all[own];
    const Unit& unit = m_gazetteer.unit(target.unit);
    Scored out;
    out.unit = target.unit;
    out.area = m_areas.of(target.unit);
    out.cost = target.cost;
    out.strangeness = target.strangeness;
    out.typos = target.typos;
    out.changed = target.changed;
    out.letters = read.mention.letters().size();
    out.traits = target.traits;
    out.explained = bitOf(own);
    out.isAlone = all.size() == 1;
    out.isFirm = read.isFirm();
    out.isSeparated = read.mention.isSeparated;
    out.isMarked = read.mention.text->isMarked;
    out.isAgainstExact = target.isAgainstExact;
    out.exactNames = !target.isAgainstExact && target.strangeness <= goodEnough &&
                             !target.traits.has(Trait::Initials)
                         ? 1
                         : 0;
    if (read.mention.isPlural)
        out.traits.add(Trait::OneOfSeveral);
    out.isSupported = (read.isFirm() && !read.mention.isSeparated) || read.mention.isLocated;
    // "P5" may be anything; "Q.5" is known, but not among signs that are no words.
    const bool isAmongWords =
        unit.level == Level::District && std::all_of(all.begin(), all.end(), [](const auto& other) {
            return !other.readings.empty();
        });
    out.isShortNumber = read.mention.isAbbreviated && startsWithNumber(read.mention) &&
                        (!isAmongWords || read.mention.isAmongWords);
    if (!unit.valid.contains(query.asOf)) {
        const bool isPast = unit.valid.to <= query.asOf;
        // Of two that bore the name one after the other, the later is meant.
        const int yearsAgo = query.asOf.year() - unit.valid.to.year();
        const double costPast = read.mention.isFormer ? 0 : costHistoric;
        out.cost += isPast ? costPast + costYearAgo * std::min(yearsAgo, 5) : costNotYet;
        out.traits.add(isPast ? Trait::Historic : Trait::NotYet);
    }
    // Firm mentions first: they decide what a loose one may be; of these the last ones first.
    for (const bool firm : {true, false})
        for (std::size_t i = all.size(); i-- > 0;)
            if (i != own && all[i].isFirm() == firm && out.cost <= most)
                explain(out, i, own, all, query.asOf);
    // "huyện Mường La, tỉnh Lai Châu" is no misspelt Mường Tè, as long as Mường La is elsewhere.
    // "Bắc Giang, Bắc Ninh" of 2022 are two provinces; with its district a commune may stand under
    // the province of the next year.
    if ((out.isAgainstExact && (out.exactNames < 2 || out.typos > 1)) ||
        (out.isMixedInForce && out.exactNames < 3))
        out.traits.add(Trait::ParentContradicts);
    // The whole text is the name: as good as a type word.
    if (all.size() == 1 && !read.isPart && !read.mention.isAmongWords &&
        target.strangeness <= strangeUnsupported && out.letters >= minLetters)
        out.isSupported = true;
    // Addresses end with the province.
    if (own + 1 == all.size() && unit.level == Level::Province && !read.isPart &&
        !read.mention.isSeparated && !target.traits.has(Trait::Initials))
        out.isSupported = true;
    if (read.mention.isSeparated && !out.hasParent)
        out.traits.add(Trait::PartOfText);
    if (context != noUnit) {
        if (isIn(target.unit, context)) {
            out.traits.add(Trait::Context);
            out.isSupported = out.hasParent = out.hasFreeParent = true;
        } else if (wasEverIn(target.unit, context)) {
            out.traits.add(Trait::Context);
            out.isSupported = out.hasParent = out.hasFreeParent = true;
            out.cost += costContextMixed;
        } else if (!isIn(context, target.unit)) {
            out.traits.add(Trait::OutsideContext);
            out.cost += costOutsideContext;
        }
    }
    return out;
}

} // namespace terroir::geocode
