#include "core/geocode/place_finder.hpp"

#include "core/geocode/place_scanner.hpp"
#include "core/geocode/segment.hpp"
#include "core/text/latin.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace terroir::geocode {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

/// Of a unit that only its type word names.
constexpr double scoreOfBare = 0.8;
/// So many units that were named before may hold a mention.
constexpr std::size_t maxRemembered = 12;
/// So many mentions after one are looked at for what may hold it.
constexpr std::size_t maxAhead = 30;

/// Resolves the mentions of one text, one after the other.
class TextResolver {
public:
    TextResolver(const Geocoder& geocoder, const NamedUnits& units, const TextWords& text,
                 const PlaceFinder::Options& options)
        : m_geocoder(geocoder), m_gazetteer(geocoder.gazetteer()), m_units(units), m_text(text),
          m_asOf(options.asOf), m_days(options.days),
          m_mentions(scanPlaces(text, units, options.asOf)), m_matches(m_mentions.size()),
          m_isResolved(m_mentions.size(), false) {
        m_context = options.within;
        if (m_context == noUnit && !options.context.empty()) {
            Query query;
            query.text = options.context;
            query.asOf = m_asOf;
            m_context = geocoder.resolve(query).unit();
        }
    }

    std::vector<FoundPlace> resolveAll();

private:
    /// A unit that the text has named, and where.
    struct Named {
        UnitIndex unit = noUnit;
        std::size_t word = 0;
        bool isImplied = false; ///< the parent of a unit that was named
    };

    void resolve(std::size_t which);
    void lookAround(std::size_t which);
    void resolveNamed(std::size_t which);
    void resolveBare(std::size_t which);
    void remember(const PlaceMention& mention, const Match& match);
    UnitIndex contextOf(const PlaceMention& mention) const;
    UnitIndex nearestLarger(const PlaceMention& mention) const;
    UnitIndex holder(SpellingView name, std::uint8_t levels, std::size_t first) const;
    UnitIndex aboveOfType(UnitIndex unit, std::string_view type) const;
    bool settleParents();
    void judgeLists();
    const Match& ask(const Query& query);
    Query queryOf(const PlaceMention& mention) const;
    std::vector<FoundPlace> places() const;

    SpellingView nameOf(const PlaceMention& mention) const {
        return m_text.view(mention.name, mention.to);
    }
    std::string writtenName(const PlaceMention& mention) const {
        return m_text.written(mention.name, mention.to);
    }
    std::string written(const PlaceMention& mention) const {
        return mention.type.empty() ? askedName(mention)
                                    : fmt::format("{} {}", mention.type, askedName(mention));
    }
    std::string askedName(const PlaceMention& mention) const {
        return mention.isFormer ? writtenName(mention) + " " + std::string(formerWord)
                                : writtenName(mention);
    }

    const Geocoder& m_geocoder;
    const Gazetteer& m_gazetteer;
    const NamedUnits& m_units;
    const TextWords& m_text;
    Date m_asOf;
    Days m_days;
    std::vector<PlaceMention> m_mentions;
    std::vector<Match> m_matches;
    std::vector<bool> m_isResolved;
    UnitIndex m_context = noUnit;
    std::vector<Named> m_named;                  ///< the last ones, nearest last
    std::map<UnitIndex, std::size_t> m_howOften; ///< provinces and districts
    std::unordered_map<std::string, Match> m_answers;
};

/// The smallest level of a set, where one alone is meant.
std::optional<Level> onlyLevel(std::uint8_t levels) {
    for (const Level level : {Level::Province, Level::District, Level::Commune})
        if (levels == NameIndex::bit(level))
            return level;
    return std::nullopt;
}

void addReason(Match& match, const char* reason) {
    if (std::find(match.reasons.begin(), match.reasons.end(), reason) == match.reasons.end())
        match.reasons.emplace_back(reason);
}

const Match& TextResolver::ask(const Query& query) {
    const auto [at, isNew] = m_answers.try_emplace(
        fmt::format("{}\n{}\n{}\n{}\n{}\n{}", query.text, query.commune, query.district,
                    query.province, query.contextUnit, query.level ? int(*query.level) : -1));
    if (isNew) {
        at->second = m_geocoder.resolve(query);
        // What is a column to the geocoder stands in the text here.
        for (Candidate& candidate : at->second.candidates)
            std::replace(candidate.reasons.begin(), candidate.reasons.end(),
                         std::string("parent-from-column"), std::string("parent"));
    }
    return at->second;
}

/// The mention with the parents that stand after it.
Query TextResolver::queryOf(const PlaceMention& mention) const {
    Query query;
    query.asOf = m_asOf;
    query.days = m_days;
    query.level = onlyLevel(mention.levels);
    if (mention.type.empty() && query.level)
        (*query.level == Level::Commune    ? query.commune
         : *query.level == Level::District ? query.district
                                           : query.province) = askedName(mention);
    else
        query.text = mention.isBare() ? std::string(mention.type) : written(mention);
    for (const std::size_t parent : mention.parents) {
        const PlaceMention& larger = m_mentions[parent];
        const bool isProvince =
            (larger.levels & districtBit) == 0 ||
            (larger.levels == (provinceBit | districtBit) && query.level == Level::District);
        std::string& column = isProvince ? query.province : query.district;
        if (column.empty())
            column = written(larger);
    }
    return query;
}

/// The nearest unit that was named and that, at any time, holds a unit of this name.
UnitIndex TextResolver::holder(SpellingView name, std::uint8_t levels, std::size_t first) const {
    const auto holds = [&](UnitIndex unit) {
        return m_units.liesIn(name, levels, m_geocoder.lineage().of(unit));
    };
    const TextWord& here = m_text[first];
    const auto search = [&](auto isNear, bool isImplied) {
        for (const Level level : {Level::District, Level::Province})
            for (auto named = m_named.rbegin(); named != m_named.rend(); ++named)
                if (named->isImplied == isImplied && m_gazetteer.unit(named->unit).level == level &&
                    isNear(m_text[named->word]) && holds(named->unit))
                    return named->unit;
        return noUnit;
    };
    const auto inSentence = [&](const TextWord& word) { return word.sentence == here.sentence; };
    const auto inParagraph = [&](const TextWord& word) { return word.paragraph == here.paragraph; };
    const auto anywhere = [](const TextWord&) { return true; };
    UnitIndex found = search(inSentence, false);
    if (found == noUnit)
        found = search(inSentence, true);
    if (found == noUnit)
        found = search(inParagraph, false);
    if (found == noUnit)
        found = search(inParagraph, true);
    if (found == noUnit)
        found = search(anywhere, false);
    if (found == noUnit)
        found = search(anywhere, true);
    return found;
}

UnitIndex TextResolver::contextOf(const PlaceMention& mention) const {
    const PlaceMention& outer =
        mention.parents.empty() ? mention : m_mentions[mention.parents.back()];
    if ((outer.levels & (districtBit | communeBit)) == 0)
        return noUnit;
    const UnitIndex found = holder(nameOf(outer), outer.levels, mention.first);
    return found != noUnit ? found : m_context;
}

/// The province or district that was named last, larger than the mention.
UnitIndex TextResolver::nearestLarger(const PlaceMention& mention) const {
    for (auto named = m_named.rbegin(); named != m_named.rend(); ++named)
        if (NameIndex::bit(m_gazetteer.unit(named->unit).level) < mention.levels)
            return named->unit;
    return noUnit;
}

void TextResolver::remember(const PlaceMention& mention, const Match& match) {
    if (match.status != Status::Matched || mention.isNamePlace)
        return;
    const UnitIndex unit = match.unit();
    bool isImplied = false;
    for (UnitIndex up = unit; up != noUnit; up = m_gazetteer.unit(up).parent) {
        if (m_gazetteer.unit(up).level != Level::Commune || !isImplied)
            m_named.push_back({up, mention.first, isImplied});
        if (m_gazetteer.unit(up).level != Level::Commune)
            ++m_howOften[up];
        isImplied = true;
    }
    if (m_named.size() > 3 * maxRemembered)
        m_named.erase(m_named.begin(), m_named.end() - 2 * std::ptrdiff_t(maxRemembered));
}

void TextResolver::resolveNamed(std::size_t which) {
    const PlaceMention& mention = m_mentions[which];
    Query query = queryOf(mention);
    query.contextUnit = contextOf(mention);
    Match match = ask(query);
    // Misspelt, so that no unit is known to hold it: it may lie in what was named last.
    if (match.status != Status::Matched && query.contextUnit == m_context &&
        mention.parents.empty() && (mention.levels & provinceBit) == 0 && !mention.isLoose) {
        Query again = query;
        again.contextUnit = nearestLarger(mention);
        if (again.contextUnit != noUnit)
            if (const Match& other = ask(again); other.status == Status::Matched)
                match = other;
    }
    // The type of a list holds for most of its members: "các xã Bình Lư, Tam Đường".
    if (match.status != Status::Matched && mention.isInherited && !mention.type.empty()) {
        PlaceMention untyped = mention;
        untyped.type = {};
        Query again = queryOf(untyped);
        again.contextUnit = query.contextUnit;
        if (const Match& other = ask(again); other.status == Status::Matched)
            match = other;
    }
    if (mention.isLoose) {
        const bool isHeld = !mention.parents.empty() ||
                            (query.contextUnit != noUnit && match.status == Status::Matched &&
                             m_units.liesIn(nameOf(mention), mention.levels,
                                            m_geocoder.lineage().of(query.contextUnit)));
        if (!isHeld)
            match = {};
    }
    if (match.status == Status::Matched && (mention.isNamePlace || mention.isExcepted)) {
        match.status = Status::Ambiguous;
        addReason(match, mention.isNamePlace ? "name-place" : "exception-named");
    } else if (mention.isNamePlace) {
        addReason(match, "name-place");
    }
    m_matches[which] = std::move(match);
}

UnitIndex TextResolver::aboveOfType(UnitIndex unit, std::string_view type) const {
    for (UnitIndex up = unit; up != noUnit; up = m_gazetteer.unit(up).parent) {
        const gazetteer::Unit& above = m_gazetteer.unit(up);
        if (above.type == type)
            return up;
    }
    return noUnit;
}

/// "thị trấn", "toàn huyện": what was named before.
void TextResolver::resolveBare(std::size_t which) {
    const PlaceMention& mention = m_mentions[which];
    Match& match = m_matches[which];
    const auto take = [&](UnitIndex unit, const char* reason) {
        match = Match{Status::Matched, {{unit, scoreOfBare, {"type-word-alone"}}}, {reason}};
    };
    const auto askIn = [&](UnitIndex context) {
        Query query = queryOf(mention);
        query.contextUnit = context;
        match = ask(query);
        return match.status == Status::Matched;
    };
    if (!mention.parents.empty()) {
        askIn(contextOf(mention));
        return;
    }
    const TextWord& here = m_text[mention.first];
    const bool isLarge = (mention.levels & communeBit) == 0;
    for (const bool isWide : {false, true}) {
        if (isWide && m_context != noUnit)
            if (const UnitIndex unit = aboveOfType(m_context, mention.type); unit != noUnit)
                return take(unit, "context");
        for (auto named = m_named.rbegin(); named != m_named.rend(); ++named) {
            const TextWord& there = m_text[named->word];
            if (isWide ? there.paragraph != here.paragraph : there.sentence != here.sentence)
                continue;
            if (const UnitIndex unit = aboveOfType(named->unit, mention.type); unit != noUnit)
                return take(unit, "named-before");
            // The only town of the district.
            if (m_gazetteer.unit(named->unit).level != Level::Commune && mention.type != "xã" &&
                mention.type != "phường" && askIn(named->unit)) {
                addReason(match, "named-before");
                return;
            }
        }
    }
    if (m_context != noUnit && askIn(m_context))
        return;
    // What the text mostly speaks of.
    UnitIndex most = noUnit;
    for (const auto& [unit, count] : m_howOften)
        if (const bool fits = isLarge ? aboveOfType(unit, mention.type) != noUnit
                                      : m_gazetteer.unit(unit).level == Level::District;
            fits && (most == noUnit || count > m_howOften[most]))
            most = unit;
    if (most != noUnit) {
        if (isLarge)
            return take(aboveOfType(most, mention.type), "named-before");
        if (mention.type == "thị trấn" && askIn(most)) {
            addReason(match, "named-before");
            return;
        }
    }
    match = {};
}

void TextResolver::resolve(std::size_t which) {
    if (m_isResolved[which])
        return;
    m_isResolved[which] = true;
    // Parents first: they say where. What follows in the sentence may say it, too.
    for (auto parent = m_mentions[which].parents.rbegin();
         parent != m_mentions[which].parents.rend(); ++parent)
        resolve(*parent);
    if (m_mentions[which].isBare())
        resolveBare(which);
    else
        resolveNamed(which);
    remember(m_mentions[which], m_matches[which]);
}

/// A parent that may be several units is the one that holds the members that are clear.
bool TextResolver::settleParents() {
    bool isAny = false;
    for (std::size_t i = 0; i < m_mentions.size(); ++i) {
        if (m_matches[i].status != Status::Matched || m_mentions[i].isBare())
            continue;
        for (const std::size_t parent : m_mentions[i].parents) {
            Match& match = m_matches[parent];
            if (match.status != Status::Ambiguous || m_mentions[parent].isNamePlace ||
                m_mentions[parent].isExcepted)
                continue;
            const auto& lineage = m_geocoder.lineage();
            const auto areas = lineage.own(m_matches[i].unit());
            const auto held = std::find_if(
                match.candidates.begin(), match.candidates.end(), [&](const Candidate& one) {
                    return std::binary_search(areas.begin(), areas.end(), lineage.of(one.unit));
                });
            if (held == match.candidates.end())
                continue;
            const Candidate chosen{held->unit, m_matches[i].candidates.front().score,
                                   held->reasons};
            match = Match{Status::Matched, {chosen}, {"by-members"}};
            isAny = true;
        }
    }
    return isAny;
}

/// "02 xã: Bản Bo, Nà Tăm, Khun Há": says where the count differs from the list.
void TextResolver::judgeLists() {
    std::map<std::pair<std::size_t, unsigned>, std::size_t> counts;
    for (const PlaceMention& mention : m_mentions)
        if (mention.list != 0 && mention.announced != 0)
            ++counts[{mention.list, mention.announced}];
    for (std::size_t i = 0; i < m_mentions.size(); ++i) {
        const PlaceMention& mention = m_mentions[i];
        if (mention.announced != 0 &&
            counts[{mention.list, mention.announced}] != mention.announced)
            addReason(m_matches[i], "count-differs");
    }
}

std::vector<FoundPlace> TextResolver::places() const {
    std::map<std::size_t, std::size_t> sizes;
    for (std::size_t i = 0; i < m_mentions.size(); ++i)
        ++sizes[m_mentions[i].list];
    std::map<std::size_t, std::size_t> groups;
    std::vector<FoundPlace> out;
    std::size_t byte = 0, character = 0, line = 1;
    const auto goTo = [&](std::size_t end) {
        while (byte < end) {
            const std::size_t start = byte;
            text::nextCodePoint(m_text.text, byte);
            ++character;
            line += m_text.text[start] == '\n' ? 1 : 0;
        }
    };
    std::vector<std::size_t> order(m_mentions.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_mentions[a].first < m_mentions[b].first;
    });
    for (const std::size_t i : order) {
        const PlaceMention& mention = m_mentions[i];
        const Match& match = m_matches[i];
        const bool isSilent = mention.isBare() || mention.isLoose || mention.isNamePlace;
        if (mention.first >= mention.to || (isSilent && match.status == Status::Unmatched))
            continue;
        FoundPlace place;
        place.firstByte = m_text[mention.first].firstByte;
        place.endByte = m_text[mention.to - 1].endByte;
        if (place.firstByte < byte)
            continue; // never twice
        goTo(place.firstByte);
        place.first = character;
        place.line = line;
        goTo(place.endByte);
        place.end = character;
        place.text = m_text.text.substr(place.firstByte, place.endByte - place.firstByte);
        place.match = match;
        if (mention.list != 0 && sizes[mention.list] > 1)
            place.group = groups.try_emplace(mention.list, groups.size() + 1).first->second;
        out.push_back(std::move(place));
    }
    return out;
}

/// Where nothing that is clear holds a mention: a larger one of the sentence that may hold it, in
/// front or behind, becomes its parent.
void TextResolver::lookAround(std::size_t which) {
    PlaceMention& mention = m_mentions[which];
    if (mention.isBare() || !mention.parents.empty() || (mention.levels & provinceBit) != 0 ||
        holder(nameOf(mention), mention.levels, mention.first) != noUnit)
        return;
    const auto holds = [&](std::size_t other) {
        const PlaceMention& larger = m_mentions[other];
        return !larger.isBare() && !larger.isNamePlace && !larger.isExcepted &&
               larger.levels < mention.levels &&
               m_text[larger.first].sentence == m_text[mention.first].sentence &&
               m_units.liesInAny(nameOf(mention), mention.levels,
                                 m_units.areasOf(nameOf(larger), larger.levels));
    };
    const std::size_t first = which - std::min(which, maxAhead);
    for (std::size_t other = which; other-- > first;)
        if (holds(other)) {
            mention.parents = {other};
            return;
        }
    const std::size_t last = std::min(m_mentions.size(), which + maxAhead);
    for (std::size_t other = which + 1; other < last; ++other)
        if (holds(other)) {
            mention.parents = {other};
            for (const std::size_t more : m_mentions[other].parents)
                mention.parents.push_back(more);
            return;
        }
}

std::vector<FoundPlace> TextResolver::resolveAll() {
    for (std::size_t i = 0; i < m_mentions.size(); ++i) {
        lookAround(i);
        resolve(i);
    }
    if (settleParents()) {
        m_named.clear();
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            if (m_matches[i].status != Status::Matched && !m_mentions[i].isNamePlace &&
                !m_mentions[i].isExcepted)
                m_isResolved[i] = false;
            resolve(i);
            if (m_matches[i].status == Status::Matched)
                remember(m_mentions[i], m_matches[i]);
        }
    }
    judgeLists();
    return places();
}

} // namespace

std::vector<FoundPlace> PlaceFinder::find(std::string_view text, const Options& options) const {
    const TextWords words = readWords(text);
    return TextResolver(m_geocoder, m_units, words, options).resolveAll();
}

} // namespace terroir::geocode
