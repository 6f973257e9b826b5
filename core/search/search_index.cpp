#include "core/search/search_index.hpp"

#include "core/base/strings.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/search/hit_text.hpp"
#include "core/search/things.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace terroir::search {

namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

constexpr std::size_t fewHits = 3, minGuessedLetters = 4, minCodeDigits = 2;
constexpr std::uint64_t noRank = std::numeric_limits<std::uint64_t>::max();

bool isCode(std::string_view text) {
    return text.size() >= minCodeDigits && text.front() != '@' &&
           text.find_first_not_of("0123456789@") == std::string_view::npos;
}

/// Provinces, districts, subjects, communes, holders, sources.
unsigned orderOf(const Thing& thing) {
    switch (thing.kind) {
    case Kind::Unit:
        return thing.level == Level::Province ? 0 : thing.level == Level::District ? 1 : 3;
    case Kind::Subject:
        return 2;
    case Kind::Holder:
        return 4;
    default:
        return 5;
    }
}

/// How well a thing fits. Its rank: smaller is better, equal for none.
struct Found {
    std::uint64_t rank = noRank;
    std::uint32_t thing = 0;
    NameId name = 0;
    Fit fit = Fit::Words;
    bool isWhole = false; ///< each word that was typed is a word
    Agreement agreement = Agreement::Full;
    bool isInForce = true;
    bool needsSurroundings = false; ///< to explain all that was typed
    UnitIndex unit = noUnit;        ///< the version requested by its uid

    bool operator<(const Found& other) const { return rank < other.rank; }
    double score() const {
        return 1 - unsigned(agreement) / 3.0 - unsigned(fit) / 12.0 -
               (needsSurroundings ? 1 / 24.0 : 0) - (isInForce ? 0 : 1 / 48.0);
    }
};

} // namespace

class SearchIndex::Implementation {
public:
    Implementation(const Gazetteer& gazetteer, std::span<const records::Record> records,
                   std::span<const records::Source> sources, const geocode::Geocoder* geocoder)
        : m_gazetteer(gazetteer), m_geocoder(geocoder),
          m_things(collectThings(gazetteer, records, sources)) {
        for (UnitIndex unit = 0; unit < gazetteer.units().size(); ++unit)
            m_uids.emplace_back(gazetteer.unit(unit).uid, unit);
        std::sort(m_uids.begin(), m_uids.end());
    }

    std::vector<Hit> find(std::string_view text, Date asOf, std::size_t limit,
                          Language language) const {
        const Typed typed = m_things.names.read(text);
        std::vector<Found> found = findNames(typed, asOf);
        dropNoise(found, typed);
        findCodes(found, trimmed(text), asOf);
        const std::size_t count = std::min(limit, found.size());
        std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(count), found.end());
        found.resize(count);
        std::vector<Hit> hits;
        for (const Found& one : found)
            hits.push_back(hitOf(one, typed, asOf, language));
        if (hits.size() < std::min(fewHits, limit))
            guess(hits, text, typed, asOf, limit, language);
        return hits;
    }

private:
    std::vector<Found> findNames(const Typed& typed, Date asOf) const {
        std::vector<Found> found;
        if (typed.parts.empty())
            return found;
        const std::vector<Match> matches = m_things.names.match(typed);
        std::vector<Match> around(m_things.surroundings.size());
        for (std::size_t i = 0; i < around.size(); ++i)
            for (const NameId name : m_things.surroundings[i])
                around[i] |= matches[name];
        for (std::uint32_t i = 0; i < m_things.all.size(); ++i) {
            const Thing& thing = m_things.all[i];
            Found best;
            take(best, i, thing.name, matches[thing.name], around[thing.surroundings], typed, asOf);
            for (const NameId other : thing.otherNames)
                take(best, i, other, matches[other], around[thing.surroundings], typed, asOf);
            if (best.rank != noRank)
                found.push_back(best);
        }
        return found;
    }

    /// Beside a name that begins with all the words as they are typed, what has but their
    /// beginnings somewhere is none that was meant: "Hồng Bàng" of "ban hon", beside "Bản Hon".
    static void dropNoise(std::vector<Found>& found, const Typed& typed) {
        const bool isAnyMeant = std::any_of(found.begin(), found.end(), [](const Found& one) {
            return one.isWhole && one.fit <= Fit::Beginning;
        });
        if (typed.parts.size() > 1 && isAnyMeant)
            std::erase_if(found,
                          [](const Found& one) { return !one.isWhole && one.fit >= Fit::Words; });
    }

    void take(Found& best, std::uint32_t index, NameId name, const Match& own, const Match& around,
              const Typed& typed, Date asOf) const {
        const Thing& thing = m_things.all[index];
        const WordMask all = typed.all();
        if ((own.any | around.any) != all || (own.any == 0 && thing.kind == Kind::Unit))
            return;
        Found found;
        found.thing = index;
        found.name = name;
        found.fit = own.any == 0 ? Fit::Around : m_things.names.fitOf(typed, name, around);
        // What a report writes is often less than the whole: "mô hình".
        if (name != thing.name && thing.kind == Kind::Subject)
            found.fit = std::max(found.fit, Fit::Words);
        if ((own.agreeing | around.agreeing) != all)
            found.agreement = Agreement::Wrong;
        else if (m_things.names.leavesMarksOut(typed, name, own.any & ~around.agreeing))
            found.agreement = Agreement::LeftOut;
        found.needsSurroundings = own.any != all;
        found.isWhole = (own.whole | around.whole) == all;
        finish(found, asOf);
        if (found < best)
            best = found;
    }

    void finish(Found& found, Date asOf) const {
        const Thing& thing = m_things.all[found.thing];
        found.isInForce = thing.kind != Kind::Unit || versionAt(thing, asOf).valid.contains(asOf);
        std::uint64_t rank = 0;
        const auto add = [&](std::uint64_t value, unsigned bits) { rank = rank << bits | value; };
        add(std::uint64_t(found.agreement), 2);
        add(std::uint64_t(found.fit), 3);
        add(found.needsSurroundings ? 1 : 0, 1);
        add(found.isInForce ? 0 : 1, 1);
        add(found.name == thing.name ? 0 : 1, 1);
        add(orderOf(thing), 3);
        add(thing.records.empty() ? 1 : 0, 1);
        add(m_things.alphabetical[thing.name], 26);
        add(found.thing, 26);
        found.rank = rank;
    }

    /// The version in force; otherwise the last one before the day, or the first after it.
    const Version& versionAt(const Thing& thing, Date day) const {
        const Version* best = &m_things.versions[thing.firstVersion];
        for (std::uint32_t i = 1; i < thing.versionCount; ++i)
            if (m_things.versions[thing.firstVersion + i].valid.from <= day)
                best = &m_things.versions[thing.firstVersion + i];
        return *best;
    }

    void findCodes(std::vector<Found>& found, std::string_view text, Date asOf) const {
        if (!isCode(text))
            return;
        constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
        std::vector<std::size_t> place(m_things.all.size(), none); ///< in `found`
        for (std::size_t i = 0; i < found.size(); ++i)
            place[found[i].thing] = i;
        for (auto at =
                 std::lower_bound(m_uids.begin(), m_uids.end(), std::pair(text, UnitIndex(0)));
             at != m_uids.end() && at->first.starts_with(text); ++at) {
            const std::uint32_t index = m_things.unitThings[at->second];
            Found one;
            one.thing = index;
            one.name = m_things.all[index].name;
            one.fit = text == at->first || text == m_gazetteer.unit(at->second).code
                          ? Fit::Whole
                          : Fit::Beginning;
            one.unit = text == at->first ? at->second : noUnit;
            finish(one, asOf);
            if (place[index] != none) {
                found[place[index]] = std::min(found[place[index]], one);
                continue;
            }
            place[index] = found.size();
            found.push_back(one);
        }
    }

    Hit hitOf(const Found& found, const Typed& typed, Date asOf, Language language) const {
        const Thing& thing = m_things.all[found.thing];
        Hit hit;
        hit.kind = thing.kind;
        hit.fit = found.fit;
        hit.score = found.score();
        hit.records = thing.records;
        hit.source = thing.source;
        if (thing.kind == Kind::Unit)
            hit.unit = found.unit != noUnit ? found.unit : versionAt(thing, asOf).unit;
        addTexts(hit, thing, found.name, m_things, typed, m_gazetteer, asOf, language);
        return hit;
    }

    void guess(std::vector<Hit>& hits, std::string_view text, const Typed& typed, Date asOf,
               std::size_t limit, Language language) const {
        std::size_t letters = 0;
        for (const Typed::Part& part : typed.parts)
            letters += part.word.letters.size();
        if (m_geocoder == nullptr || letters < minGuessedLetters)
            return;
        geocode::Query query;
        query.text = text;
        query.asOf = asOf;
        for (const geocode::Candidate& candidate : m_geocoder->resolve(query).candidates) {
            const std::uint32_t index = m_things.unitThings[candidate.unit];
            const bool isThere = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
                return hit.unit != noUnit && m_things.unitThings[hit.unit] == index;
            });
            if (isThere || hits.size() >= limit)
                continue;
            Found found;
            found.thing = index;
            found.name = m_things.all[index].name;
            found.fit = Fit::Guess;
            found.unit = candidate.unit;
            hits.push_back(hitOf(found, typed, asOf, language));
            hits.back().score = candidate.score;
        }
    }

    const Gazetteer& m_gazetteer;
    const geocode::Geocoder* m_geocoder;
    Things m_things;
    std::vector<std::pair<std::string_view, UnitIndex>> m_uids; ///< sorted
};

SearchIndex::SearchIndex(const Gazetteer& gazetteer, std::span<const records::Record> records,
                         std::span<const records::Source> sources,
                         const geocode::Geocoder* geocoder)
    : m_implementation(
          std::make_unique<const Implementation>(gazetteer, records, sources, geocoder)) {}

SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;

std::vector<Hit> SearchIndex::find(std::string_view text, Date asOf, std::size_t limit,
                                   Language language) const {
    return m_implementation->find(text, asOf, limit, language);
}

} // namespace terroir::search
