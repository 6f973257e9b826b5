#include "core/geocode/geocoder.hpp"

#include "core/geocode/reader.hpp"
#include "core/text/legacy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

// How a text becomes a unit, in resolve():
//
// 1. Every cell of the query is cut into mentions (segment.cpp): "xã Sơn Bình", "H. Tam Đường".
//    Where the names of the gazetteer have their borders, so have the mentions
//    (mention_bounds.cpp); words that run on around a name are dropped (running_text.cpp).
// 2. The reader gives each mention its readings: all units that its words may mean, each with a
//    cost in slips for what differs in spelling (0 for an exact name).
// 3. scoreAll() tries every reading of every mention as the answer, the "target". score() starts
//    with the cost of its spelling and adds what is odd about the target itself: not in force on
//    the day, outside the context.
// 4. Then explain() is called for every other mention, first those with a type word or a column,
//    and decides which of four it is for this target:
//      - a parent, today or at any time: little cost, and the target counts as supported;
//      - another unit of a list ("Bản Bo, Nà Tăm"): the answer may not be the only one;
//      - something smaller or unknown beside it, a hamlet, a street, a number: some cost, more
//        where a name of a unit is left without use;
//      - a parent that contradicts: much cost, and the answer stays ambiguous.
// 5. If anything is not accounted for (needsNear()), names that are spelled a little differently
//    are read as well, the larger units first, and everything is scored again.
// 6. decide() turns costs into likelihoods: each slip divides by e^slipLogOdds. One of the
//    alternatives is always "no known unit". One candidate far ahead and without doubt is Matched,
//    several or a doubtful one Ambiguous, too little support Unmatched.

namespace terroir::geocode {

using gazetteer::Gazetteer;
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

/// A slip happens about once in ninety names: what one more slip divides the likelihood by. Fitted
/// on the noisy cases of the benchmark, where the share of right answers by score is printed.
constexpr double slipLogOdds = 4.5;
constexpr double minMatched = 0.80, minNamed = 0.20, minOfTop = 0.25;
/// Of the slips allowed to a name, the share that is left where no parent supports it.
constexpr double allowedAlone = 0.5;
/// Slips allowed to a name that nothing supports: a part of a longer text, no type word, no parent.
constexpr double allowedUnsupported = 0.25, strangeUnsupported = 0.2;
/// A name as good as this with all its parents needs no search for near ones.
constexpr double goodEnough = 0.4;
constexpr double hopeless = 3.0;
/// Of a place of which only the surroundings are known.
constexpr double scoreOfContext = 0.6;
constexpr std::size_t maxLettersOfSyllable = 4;
constexpr std::size_t minLetters = 3; ///< of a name that nothing supports
constexpr const char* onlyBeginning = "only-beginning-read";
constexpr std::size_t maxCandidates = 10, maxMentions = 20;

struct Scored {
    UnitIndex unit = noUnit;
    LineageId area = 0;
    double cost = 0;        ///< of the whole text, in slips
    long rank = 0;          ///< cost in ten thousandths: rounding alone makes no order
    double strangeness = 0; ///< of the unit's own name
    std::size_t letters = 0;
    std::uint8_t typos = 0, changed = 0; ///< as in Reading
    bool hasParent = false;
    /// A name that some unit has, exactly, was taken for another's; how many were not.
    bool isAgainstExact = false;
    int exactNames = 0;
    /// Both in force on the day asked for, and the one in the other only at another time.
    bool isMixedInForce = false;
    bool isAlone = false;                                       ///< no other mention
    bool isShortNumber = false;                                 ///< "P5"
    bool isFirm = false, isSeparated = false, isMarked = false; ///< of the mention
    bool hasFreeParent = false; ///< one that is not only the end of a longer mention
    bool isSupported = false; ///< a type word, a column, a parent or the context says it is a place
    Traits traits;
    std::size_t firmProvince = std::size_t(-1); ///< the mention that says it
    std::uint64_t explained = 0;                ///< bit per mention
};

/// A mention is cut into three at most, so that all have a bit.
constexpr std::uint64_t bitOf(std::size_t mention) {
    return std::uint64_t(1) << mention;
}
static_assert(3 * maxMentions <= 64);

/// "toàn huyện trừ xã Bản Bo": what is named is not all that is meant.
bool excepts(const SpelledText& text) {
    static const Spelling except = spell("trừ").letters, notOf = spell("không thuộc").letters,
                          name = spell("Trừ Văn Thố").letters;
    for (std::size_t word = 0; word < text.words.size(); ++word) {
        const char first = baseOf(text.letters[text.words[word].from]);
        if (first != 't' && first != 'k')
            continue;
        if ((text.view(word, word + 1) == except && // but "xã Trừ Văn Thố"
             (word + 3 > text.words.size() || text.view(word, word + 3) != name)) ||
            (word + 2 <= text.words.size() && text.view(word, word + 2) == notOf))
            return true;
    }
    return false;
}

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

bool isOfDay(const Gazetteer& gazetteer, const Match& match, Date day) {
    return match.status == Status::Matched && gazetteer.unit(match.unit()).valid.contains(day);
}

/// Whether the answer is the name as it is written, with its type.
bool isSpelledSo(const Match& match) {
    if (match.status != Status::Matched)
        return false;
    const auto& reasons = match.candidates.front().reasons;
    const auto has = [&](std::string_view word) {
        return std::find(reasons.begin(), reasons.end(), word) != reasons.end();
    };
    return (has("exact") || has("no-diacritics") || has("i-y") || has("alias")) &&
           !has("type-differs");
}

} // namespace

class Geocoder::Index {
public:
    explicit Index(const Gazetteer& gazetteer)
        : m_gazetteer(gazetteer), m_names(gazetteer), m_areas(gazetteer, m_names),
          m_reader(gazetteer, m_names, m_areas) {}
    Match resolve(const Query& query) const;
    const Gazetteer& gazetteer() const { return m_gazetteer; }
    const NameIndex& names() const { return m_names; }
    const Lineage& lineage() const { return m_areas; }

private:
    UnitIndex resolveContext(const Query& query) const;
    bool isIn(UnitIndex unit, UnitIndex area) const;
    bool wasEverIn(UnitIndex unit, UnitIndex area) const;
    Scored score(const Reading& target, std::size_t own, const std::vector<ReadMention>& all,
                 const Query& query, UnitIndex context, double most) const;
    bool isNeighbour(const ReadMention& other, const Scored& target) const;
    void explain(Scored& out, std::size_t which, std::size_t own,
                 const std::vector<ReadMention>& all, Date asOf) const;
    bool mayFitParents(UnitIndex unit, std::size_t own, const std::vector<ReadMention>& all) const;
    std::vector<Scored> scoreAll(const std::vector<ReadMention>& all, const Query& query,
                                 UnitIndex context) const;
    bool needsNear(const std::vector<Scored>& scored, const std::vector<ReadMention>& all) const;
    void searchNear(const std::vector<Scored>& scored, std::vector<ReadMention>& all,
                    UnitIndex context, Date asOf) const;
    bool isAsNear(const Scored& other, const Scored& best) const;
    Match decide(const std::vector<Scored>& scored) const;

    const Gazetteer& m_gazetteer;
    NameIndex m_names;
    Lineage m_areas;
    Reader m_reader;
};

bool Geocoder::Index::isIn(UnitIndex unit, UnitIndex area) const {
    const auto areas = m_areas.own(unit);
    return std::binary_search(areas.begin(), areas.end(), m_areas.of(area));
}

bool Geocoder::Index::wasEverIn(UnitIndex unit, UnitIndex area) const {
    const auto areas = m_areas.ever(unit);
    return std::binary_search(areas.begin(), areas.end(), m_areas.of(area));
}

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

/// Adds what one other mention costs the candidate: a parent that fits, or not (4 above).
void Geocoder::Index::explain(Scored& out, std::size_t which, std::size_t own,
                              const std::vector<ReadMention>& all, Date asOf) const {
    const ReadMention& other = all[which];
    const Level level = m_gazetteer.unit(out.unit).level;
    const bool isInForce = m_gazetteer.unit(out.unit).valid.contains(asOf);
    const auto costIn = [&](std::span<const LineageId> areas, const AreaCost*& best) {
        for (const LineageId area : areas) {
            const auto at = std::lower_bound(
                other.areas.begin(), other.areas.end(), area,
                [](const AreaCost& entry, LineageId id) { return entry.area < id; });
            if (at == other.areas.end() || at->area != area)
                continue;
            if (!best || at->cost < best->cost)
                best = &*at;
        }
        return best != nullptr;
    };
    const AreaCost* best = nullptr;
    double cost = 0;
    const bool isListed = (which == own + 1 && other.mention.isListed) ||
                          (own == which + 1 && all[own].mention.isListed);
    if (!other.areas.empty() && !isListed) {
        if ((m_areas.ownBits(out.unit) & other.areaBits) != 0 &&
            costIn(m_areas.own(out.unit), best)) {
            cost = best->cost + (best->area == out.area ? costSaidTwice : 0) +
                   (isInForce && !best->isInForce ? costOtherTime : 0);
        } else if ((m_areas.everBits(out.unit) & other.areaBits) != 0 &&
                   costIn(m_areas.ever(out.unit), best)) {
            cost = best->cost +
                   (best->level == Level::Province ? costMixedProvince : costMixedDistrict);
            out.traits.add(Trait::MixedEras);
            out.isMixedInForce = out.isMixedInForce || (isInForce && best->isInForce);
        }
    }
    if (best) {
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
        out.cost += cost;
        return;
    }
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

bool Geocoder::Index::mayFitParents(UnitIndex unit, std::size_t own,
                                    const std::vector<ReadMention>& all) const {
    const std::uint64_t bits = m_areas.everBits(unit);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i != own && all[i].isFirm() && !all[i].isPart && all[i].areaBits != 0 &&
            (all[i].areaBits & bits) == 0)
            return false;
    return true;
}

std::vector<Scored> Geocoder::Index::scoreAll(const std::vector<ReadMention>& all,
                                              const Query& query, UnitIndex context) const {
    std::vector<Scored> scored;
    scored.reserve(8);
    double least = 1e9;
    // First those that lie in every parent that is given: the others, which pay for it, are mostly
    // not worth a closer look then.
    for (const bool fits : {true, false})
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const Reading& reading : all[i].readings) {
                const Unit& unit = m_gazetteer.unit(reading.unit);
                if ((query.level && unit.level != *query.level) ||
                    (query.days == Days::DayAlone && !unit.valid.contains(query.asOf)) ||
                    (all[i].mention.isFormer && unit.valid.to > query.asOf))
                    continue;
                if (mayFitParents(reading.unit, i, all) != fits ||
                    (!fits && reading.cost + costContradicted > least + hopeless))
                    continue;
                Scored candidate = score(reading, i, all, query, context, least + hopeless);
                // One that is this much worse has no part in the answer.
                if (candidate.cost > least + hopeless)
                    continue;
                least = std::min(least, candidate.cost);
                candidate.rank = std::lround(candidate.cost * 1e4);
                scored.push_back(candidate);
            }
    // Versions of one place: the cheapest; of equal ones that of the date, else the last.
    const auto isBetter = [&](const Scored& a, const Scored& b) {
        if (a.area != b.area)
            return a.area < b.area;
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return m_gazetteer.unit(a.unit).valid.from > m_gazetteer.unit(b.unit).valid.from;
    };
    std::sort(scored.begin(), scored.end(), isBetter);
    scored.erase(std::unique(scored.begin(), scored.end(),
                             [](const Scored& a, const Scored& b) { return a.area == b.area; }),
                 scored.end());
    std::sort(scored.begin(), scored.end(), [this](const Scored& a, const Scored& b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return m_gazetteer.unit(a.unit).uid < m_gazetteer.unit(b.unit).uid;
    });
    return scored;
}

/// Whether a name that is spelt a little differently may be meant: something that was written is
/// not accounted for.
bool Geocoder::Index::needsNear(const std::vector<Scored>& scored,
                                const std::vector<ReadMention>& all) const {
    if (scored.empty())
        return true;
    const Scored& best = scored.front();
    if (best.strangeness > goodEnough || best.traits.has(Trait::PartOfText) ||
        best.traits.has(Trait::ParentContradicts) || best.traits.has(Trait::SmallerUnitNotFound) ||
        best.traits.has(Trait::UnknownParent))
        return true;
    if (m_gazetteer.unit(best.unit).level == Level::Commune)
        return false;
    for (std::size_t i = 0; i < all.size(); ++i)
        if ((best.explained & bitOf(i)) == 0 && !all[i].mention.isNumber() &&
            (!all[i].mention.isSmallPlace || all[i].runsOn))
            return true;
    return false;
}

void Geocoder::Index::searchNear(const std::vector<Scored>& scored, std::vector<ReadMention>& all,
                                 UnitIndex context, Date asOf) const {
    const std::uint64_t explained = scored.empty() ? 0 : scored.front().explained;
    // Larger units first: where they are found, the smaller ones are looked for in them.
    for (const std::optional<Level> level :
         {std::optional(Level::Province), std::optional(Level::District), std::optional<Level>(),
          std::optional(Level::Commune)})
        for (std::size_t i = all.size(); i-- > 0;) {
            const bool isSure = (explained & bitOf(i)) != 0 && !all[i].readings.empty() &&
                                std::any_of(all[i].readings.begin(), all[i].readings.end(),
                                            [](const Reading& reading) {
                                                return reading.strangeness <= goodEnough;
                                            });
            if (all[i].mention.level == level &&
                !(isSure && scored.front().strangeness <= goodEnough &&
                  !scored.front().traits.has(Trait::PartOfText) &&
                  !scored.front().traits.has(Trait::ParentContradicts)))
                m_reader.readNear(all, i, context, asOf);
        }
}

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
    // Two letters off, any neighbour will do: only a district says which is meant.
    const bool isFar = best.typos >= 2 && best.exactNames < 2;
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

UnitIndex Geocoder::Index::resolveContext(const Query& query) const {
    if (query.contextUnit != noUnit)
        return query.contextUnit;
    if (query.context.empty())
        return noUnit;
    Query question;
    question.text = query.context;
    question.asOf = query.asOf;
    const Match match = resolve(question);
    if (match.status != Status::Ambiguous)
        return match.unit();
    // "Mộc Châu, Sơn La" is the district, in which its town lies.
    for (const Candidate& outer : match.candidates)
        if (std::all_of(match.candidates.begin(), match.candidates.end(),
                        [&](const Candidate& inner) { return isIn(inner.unit, outer.unit); }))
            return outer.unit;
    return noUnit;
}

Match Geocoder::Index::resolve(const Query& query) const {
    const UnitIndex context = resolveContext(query);
    const std::array<std::pair<const std::string*, std::optional<Level>>, 4> cells{
        {{&query.text, std::nullopt},
         {&query.commune, Level::Commune},
         {&query.district, Level::District},
         {&query.province, Level::Province}}};
    std::array<SpelledText, 4> texts;
    std::vector<Mention> mentions;
    std::vector<std::string> remarks;
    if (!query.context.empty() && context == noUnit)
        remarks.emplace_back("context-not-found");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& [cell, level] = cells[i];
        if (cell->empty())
            continue;
        const std::string_view written = std::string_view(*cell).substr(0, mostTextBytes);
        if (written.size() < cell->size())
            remarks.emplace_back(onlyBeginning);
        if (const std::optional<text::Encoding> encoding = text::detect(written)) {
            texts[i] = spell(text::decode(written, *encoding));
            remarks.emplace_back(text::toString(*encoding));
        } else {
            texts[i] = spell(written);
        }
        const auto cut = level ? segmentColumn(texts[i], *level) : segment(texts[i]);
        mentions.insert(mentions.end(), cut.begin(), cut.end());
    }
    if (mentions.size() > maxMentions) {
        mentions.resize(maxMentions);
        remarks.emplace_back(onlyBeginning);
    }
    std::vector<ReadMention> all = m_reader.read(std::move(mentions), query, context);
    // "xã X cũ" on a day before the reform, when none had ended: as without the word.
    for (ReadMention& read : all)
        read.mention.isFormer =
            read.mention.isFormer &&
            std::any_of(read.readings.begin(), read.readings.end(), [&](const Reading& reading) {
                return m_gazetteer.unit(reading.unit).valid.to <= query.asOf;
            });

    std::vector<Scored> scored = scoreAll(all, query, context);
    if (needsNear(scored, all)) {
        searchNear(scored, all, context, query.asOf);
        scored = scoreAll(all, query, context);
    }
    Match match = decide(scored);
    if (match.status == Status::Matched &&
        std::any_of(texts.begin(), texts.end(), [](const auto& text) { return excepts(text); })) {
        match.status = Status::Ambiguous;
        match.reasons.emplace_back("exception-named");
    }
    if (match.candidates.empty() && context != noUnit &&
        query.level == m_gazetteer.unit(context).level) {
        // The text names no unit of the level that is spoken of, but where it stands does.
        match =
            Match{Status::Matched, {{context, scoreOfContext, {"context"}}}, {"no-name-in-text"}};
    } else if (match.candidates.empty()) {
        match.reasons.emplace_back(all.empty() ? "no-name-in-text" : "name-not-found");
    }
    std::sort(remarks.begin(), remarks.end());
    remarks.erase(std::unique(remarks.begin(), remarks.end()), remarks.end());
    match.reasons.insert(match.reasons.end(), remarks.begin(), remarks.end());
    return match;
}

Geocoder::Geocoder(const Gazetteer& gazetteer) : m_index(std::make_unique<Index>(gazetteer)) {}
Geocoder::~Geocoder() = default;
Geocoder::Geocoder(Geocoder&&) noexcept = default;

Match Geocoder::resolve(const Query& query) const {
    Match match = m_index->resolve(query);
    if (query.days != Days::DayFirst || isOfDay(gazetteer(), match, query.asOf))
        return match;
    Query alone = query;
    alone.days = Days::DayAlone;
    Match ofDay = m_index->resolve(alone);
    return isSpelledSo(ofDay) ? ofDay : match;
}

const Gazetteer& Geocoder::gazetteer() const {
    return m_index->gazetteer();
}

const NameIndex& Geocoder::names() const {
    return m_index->names();
}

const Lineage& Geocoder::lineage() const {
    return m_index->lineage();
}

} // namespace terroir::geocode
