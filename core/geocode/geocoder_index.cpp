#include "core/geocode/geocoder_index.hpp"

#include "core/text/legacy.hpp"

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

constexpr double hopeless = 3.0;
/// Of a place of which only the surroundings are known.
constexpr double scoreOfContext = 0.6;
constexpr const char* onlyBeginning = "only-beginning-read";

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

bool Geocoder::Index::isIn(UnitIndex unit, UnitIndex area) const {
    const auto areas = m_areas.own(unit);
    return std::binary_search(areas.begin(), areas.end(), m_areas.of(area));
}

bool Geocoder::Index::wasEverIn(UnitIndex unit, UnitIndex area) const {
    const auto areas = m_areas.ever(unit);
    return std::binary_search(areas.begin(), areas.end(), m_areas.of(area));
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
        const std::string_view written = std::string_view(*cell).substr(0, maxTextBytes);
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
