#include "core/extract/sentence_places.hpp"

#include "core/extract/clause.hpp"
#include "core/extract/no_place.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace terroir::extract {

namespace {

using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geocode::FoundPlace;

bool isNamePart(const FoundPlace& place) {
    const auto& reasons = place.match.candidates.empty() ? place.match.reasons
                                                         : place.match.candidates.front().reasons;
    const auto has = [](const std::vector<std::string>& all) {
        return std::find(all.begin(), all.end(), "name-place") != all.end();
    };
    return has(reasons) || has(place.match.reasons);
}

bool isFound(const FoundPlace& place) {
    return place.match.status == geocode::Status::Matched;
}

} // namespace

SentencePlaces::SentencePlaces(std::span<const FoundPlace> places, const Context& context)
    : m_places(places), m_context(context),
      m_bareNames(context.gazetteer, context.territory, context.asOf) {}

void SentencePlaces::enter(const Sentence& sentence, bool isFirst) {
    if (m_sentence != nullptr) {
        introduce();
        rememberLast();
    }
    m_sentence = &sentence;
    m_here.clear();
    const std::size_t first = tokens().front().first, end = tokens().back().end;
    auto at = std::lower_bound(
        m_places.begin(), m_places.end(), first,
        [](const FoundPlace& place, std::size_t byte) { return place.firstByte < byte; });
    for (; at != m_places.end() && at->firstByte < end; ++at)
        m_here.push_back(&*at);
    std::erase_if(m_here, [&](const FoundPlace* place) {
        return isNoPlace(tokens(), tokenAt(place->firstByte), tokenAt(place->endByte - 1) + 1,
                         m_context.lexicon);
    });
    findNamedAlone();
    findTopic(isFirst);
    enterSection(isFirst);
    const std::string& sign = tokens().front().lower;
    const bool isItem = sign == "-" || sign == "+" || sign == "•" || sign == "*";
    if (!isItem && isFirst)
        m_introduced.clear();
}

/// "tại Mộc Châu", "tại Khu nghiên cứu Mộc Châu": units of the territory by their names alone, in
/// what "tại" or "ở" begins.
void SentencePlaces::findNamedAlone() {
    constexpr std::size_t maxWords = 12;
    m_alone.clear();
    for (std::size_t i = 0; i < tokens().size(); ++i) {
        if (tokens()[i].lower != "tại" && tokens()[i].lower != "ở")
            continue;
        for (std::size_t j = i + 1; j < tokens().size() && j <= i + maxWords; ++j) {
            const std::string& word = tokens()[j].lower;
            if (word == ";" || word == "." || word == "(" || word == "tại" || word == "ở")
                break;
            std::size_t end = j;
            const UnitIndex unit = m_bareNames.at(tokens(), j, end);
            if (unit == noUnit || isPlaceAt(tokens()[j].first) ||
                isInOwnersName(tokens(), j, m_context.lexicon))
                continue;
            geocode::FoundPlace place;
            place.firstByte = tokens()[j].first;
            place.endByte = tokens()[end - 1].end;
            place.match.status = geocode::Status::Matched;
            place.match.candidates.emplace_back();
            place.match.candidates.back().unit = unit;
            m_alone.push_back(std::move(place));
            break;
        }
    }
    for (const FoundPlace& place : m_alone)
        m_here.push_back(&place);
    std::sort(m_here.begin(), m_here.end(),
              [](const FoundPlace* a, const FoundPlace* b) { return a->firstByte < b->firstByte; });
}

bool SentencePlaces::isPlaceAt(std::size_t byte) const {
    return std::any_of(m_here.begin(), m_here.end(), [&](const FoundPlace* place) {
        return place->firstByte <= byte && byte < place->endByte;
    });
}

/// What a line that ends with a colon says of the place holds for the items of the list below.
void SentencePlaces::introduce() {
    if (tokens().back().lower != ":")
        return;
    for (const FoundPlace* place : m_here)
        if (isFound(*place) && !isNamePart(*place) && !isOfTerritory(*place) &&
            std::find(m_introduced.begin(), m_introduced.end(), place->match.unit()) ==
                m_introduced.end())
            m_introduced.push_back(place->match.unit());
}

/// Names that stand directly before a number ("Trà Linh 5 ha", "Trà Linh với 5 ha") or behind what
/// it counts.
UnitIndex SentencePlaces::bareNameAround(const Counted& counted, std::size_t from) const {
    static constexpr std::array<std::string_view, 5> between{"với", "có", "đạt", ":", "("};
    std::size_t to = counted.first;
    if (to > from &&
        std::find(between.begin(), between.end(), tokens()[to - 1].lower) != between.end())
        --to;
    for (std::size_t back = 1; back <= 4 && back <= to - from; ++back) {
        std::size_t end = 0;
        const UnitIndex unit = m_bareNames.at(tokens(), to - back, end);
        if (unit != noUnit && end == to && !isPlaceAt(tokens()[to - back].first))
            return unit;
    }
    std::size_t end = 0;
    return counted.end < tokens().size() ? m_bareNames.at(tokens(), counted.end, end) : noUnit;
}

std::size_t SentencePlaces::tokenAt(std::size_t byte) const {
    return std::size_t(
        std::lower_bound(tokens().begin(), tokens().end(), byte,
                         [](const Token& token, std::size_t at) { return token.end <= at; }) -
        tokens().begin());
}

/// Whether a place and what is said belong together, in either order ("tại huyện Mộc Châu với 03
/// mô hình"): no end of a statement lies between the two tokens.
bool SentencePlaces::isTied(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
        if (tokens()[i].lower == ";" || tokens()[i].lower == ".")
            return false;
    return true;
}

/// "tại xã A", "thuộc các xã A": words that say where; else the place is what the clause speaks of.
bool SentencePlaces::isLed(const FoundPlace& place) const {
    constexpr std::size_t maxWords = 4; ///< "tại hai xã", "do Hội Nông dân xã"
    static constexpr std::array<std::string_view, 10> leading{"tại", "ở",  "thuộc", "của", "trên",
                                                              "bàn", "từ", "cho",   "do",  "phía"};
    const std::size_t at = tokenAt(place.firstByte);
    for (std::size_t back = 1; back <= maxWords && back <= at; ++back) {
        if (isBreak(tokens(), at - back))
            return false;
        if (std::find(leading.begin(), leading.end(), tokens()[at - back].lower) != leading.end())
            return true;
    }
    return false;
}

bool SentencePlaces::isWithin(UnitIndex unit, UnitIndex larger) const {
    return unit != larger &&
           m_context.gazetteer.ancestorAt(unit, m_context.gazetteer.unit(larger).level,
                                          m_context.asOf) == larger;
}

/// "đề nghị tỉnh …" of a district.
bool SentencePlaces::isAroundTerritory(const FoundPlace& place) const {
    return m_context.territory != noUnit && isWithin(m_context.territory, place.match.unit());
}

/// The smaller place that a larger one follows: "xã A, huyện B"; else the place itself.
const FoundPlace* SentencePlaces::smallerBefore(const FoundPlace* place) const {
    for (const FoundPlace* other : m_here) {
        const std::size_t end = tokenAt(other->endByte - 1) + 1, at = tokenAt(place->firstByte);
        if (isFound(*other) && !isNamePart(*other) && other->endByte <= place->firstByte &&
            at - end <= 1 && (at == end || isBreak(tokens(), end)) &&
            isWithin(other->match.unit(), place->match.unit()))
            return smallerBefore(other); // "xã A, huyện B, tỉnh C"
    }
    return place;
}

bool SentencePlaces::endsAt(std::size_t token) const {
    return token > 0 && isPlaceAt(tokens()[token - 1].first);
}

/// "Xã A: …", "Ở huyện B, …", "Đại diện xã A cho biết …": the place is what the words behind speak
/// of, not only who does one thing.
bool SentencePlaces::isAnnounced(const FoundPlace& place) const {
    constexpr std::size_t maxWords = 14;
    const std::size_t end = behindBracket(tokenAt(place.endByte - 1) + 1);
    if (wordAt(tokens(), end) == ":" || (wordAt(tokens(), end) == "," && isLed(place)))
        return true;
    return holds(tokens(), end, end + maxWords, WordRole::Speaks, m_context.lexicon);
}

/// A paragraph that begins with a place ("Xã A: …", "Ở huyện B, …", "Đại diện xã A cho biết …")
/// speaks of it until the next sentence that begins so.
void SentencePlaces::findTopic(bool isFirst) {
    constexpr std::size_t maxLead = 5;
    if (isFirst) {
        m_topic.clear();
        m_last.clear();
    }
    for (const FoundPlace* place : m_here) {
        if (!isFound(*place) || isNamePart(*place) || isOfTerritory(*place))
            continue;
        const std::size_t at = tokenAt(place->firstByte);
        if ((at > maxLead && (!isFirst || isLed(*place))) ||
            std::any_of(tokens().begin(), tokens().begin() + std::ptrdiff_t(at),
                        [](const Token& token) { return token.isNumber; }))
            return;
        if (!isAnnounced(*place))
            return;
        if (m_context.territory == noUnit || isWithin(place->match.unit(), m_context.territory)) {
            Proposal named;
            take(*place, named);
            m_topic = named.places;
        }
        return;
    }
}

/// "1. Xã A", "II. HUYỆN B": a heading that is a place, for all that stands below it.
void SentencePlaces::enterSection(bool isFirst) {
    constexpr std::size_t maxLead = 3, maxBehind = 4;
    const int rank = m_sentence->rank;
    if (rank == 0)
        return;
    if (isFirst)
        while (!m_sections.empty() && m_sections.back().rank >= rank)
            m_sections.pop_back();
    for (const FoundPlace* place : m_here) {
        if (!isFound(*place) || isNamePart(*place) || isOfTerritory(*place))
            continue;
        const std::size_t end = tokenAt(place->endByte - 1) + 1;
        if (tokenAt(place->firstByte) > maxLead || tokens().size() > end + maxBehind ||
            (m_context.territory != noUnit && !isWithin(place->match.unit(), m_context.territory)))
            return;
        Proposal named;
        take(*place, named);
        m_sections.push_back({rank, named.places});
        return;
    }
}

void SentencePlaces::rememberLast() {
    for (const FoundPlace* place : m_here)
        if (isFound(*place) && !isNamePart(*place) && !isOfTerritory(*place))
            m_last = {place->match.unit()};
}

bool SentencePlaces::isOfTerritory(const FoundPlace& place) const {
    return !place.match.candidates.empty() &&
           place.match.candidates.front().unit == m_context.territory;
}

void SentencePlaces::take(const FoundPlace& place, Proposal& out) const {
    for (const FoundPlace* other : m_here)
        if (isFound(*other) &&
            (other == &place || (place.group != 0 && other->group == place.group)) &&
            std::find(out.places.begin(), out.places.end(), other->match.unit()) ==
                out.places.end())
            out.places.push_back(other->match.unit());
}

/// The smaller of nested ones: "xã Bản Bo, huyện Tam Đường" is the commune.
void SentencePlaces::dropParents(Proposal& out) const {
    const std::vector<UnitIndex> all = out.places;
    std::erase_if(out.places, [&](UnitIndex place) {
        return std::any_of(all.begin(), all.end(),
                           [&](UnitIndex other) { return isWithin(other, place); });
    });
}

namespace {

/// "cũng tại xã này", "ở đây": the place that the paragraph named last.
bool pointsBack(std::span<const Token> tokens) {
    static constexpr std::array<std::string_view, 6> what{"xã",  "huyện", "phường",
                                                          "nơi", "tại",   "ở"};
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        if (tokens[i + 1].lower == "này" || tokens[i + 1].lower == "đây")
            if (std::find(what.begin(), what.end(), tokens[i].lower) != what.end())
                return true;
    return false;
}

} // namespace

void SentencePlaces::finish(Proposal& out, bool isOfRest) const {
    if (out.places.empty() && !isOfRest)
        out.places = !m_introduced.empty()  ? m_introduced
                     : pointsBack(tokens()) ? m_last
                     : !m_topic.empty()     ? m_topic
                     : !m_sections.empty()  ? m_sections.back().places
                                            : out.places;
    dropParents(out);
    std::sort(out.places.begin(), out.places.end());
    const bool isWhole =
        out.places.empty() || (out.places.size() == 1 && out.places.front() == m_context.territory);
    if (out.places.empty() && m_context.territory != noUnit)
        out.places.push_back(m_context.territory);
    out.role = isWhole ? records::PlaceRole::Coverage : records::PlaceRole::Location;
}

/// "xã A (huyện B)": past the bracket behind a place that says no number; else the token itself.
std::size_t SentencePlaces::behindBracket(std::size_t end) const {
    constexpr std::size_t maxWords = 8;
    if (wordAt(tokens(), end) != "(")
        return end;
    for (std::size_t i = end + 1; i < tokens().size() && i < end + maxWords; ++i) {
        if (tokens()[i].isNumber)
            return end;
        if (tokens()[i].lower == ")")
            return i + 1;
    }
    return end;
}

/// Whether what is named is only a unit of the territory.
bool SentencePlaces::isPlaceName(const Mention& mention) const {
    std::size_t end = 0;
    return !mention.isTitle && m_bareNames.at(tokens(), mention.first, end) != noUnit &&
           end >= mention.end;
}

/// The place of a number: in its own clause what is said to be where ("tại xã A") or what the
/// clause speaks of ("xã A có 5 ha"); else the next one behind it, unless that is the next
/// number's; else the last one before it.
const FoundPlace* SentencePlaces::placeOf(std::span<const Counted> all, std::size_t index) const {
    const Counted& counted = all[index];
    const std::size_t from = index > 0 ? all[index - 1].end : 0;
    const std::size_t to = index + 1 < all.size() ? all[index + 1].first : tokens().size();
    const FoundPlace *before = nullptr, *behind = nullptr, *later = nullptr, *topic = nullptr;
    for (const FoundPlace* place : m_here) {
        if (!isFound(*place) || isNamePart(*place) || isAroundTerritory(*place))
            continue;
        const std::size_t at = tokenAt(place->firstByte);
        const std::size_t end = behindBracket(tokenAt(place->endByte - 1) + 1);
        if (end <= counted.first) {
            topic = place;
            if (at >= from && !hasBreak(tokens(), end, counted.first))
                before = place;
        } else if (at >= counted.end && at < to && behind == nullptr && later == nullptr &&
                   isTied(counted.end, at)) {
            // "…, riêng huyện X 6 trang trại": the place of the next number.
            const bool isApart =
                hasBreak(tokens(), counted.end, at) ||
                holds(tokens(), counted.end, at, WordRole::BreaksDown, m_context.lexicon);
            const std::string_view sign = wordAt(tokens(), end);
            const bool isSign = sign == ":" || sign == ")" || sign == "(";
            const bool isNext = index + 1 < all.size() &&
                                !hasBreak(tokens(), isSign ? end + 1 : end, to) &&
                                (isApart || end == to);
            if (!isApart && !isNext)
                behind = place;
            else if (!isNext && (isLed(*place) || tokens()[at - 1].lower == "("))
                later = place;
        }
    }
    if (before != nullptr && behind != nullptr)
        return isLed(*behind) || isOfTerritory(*before) ||
                       isWithin(behind->match.unit(), before->match.unit())
                   ? behind
                   : before;
    if (before != nullptr && !isOfTerritory(*before))
        return before;
    if (behind != nullptr)
        return behind;
    if (before != nullptr)
        return before;
    if (later != nullptr)
        return later;
    if (topic != nullptr && isTied(tokenAt(topic->endByte - 1) + 1, counted.first))
        return topic;
    return behindList(counted.end, to);
}

void SentencePlaces::placeNumber(std::span<const Counted> all, std::size_t index,
                                 Proposal& out) const {
    const Counted& counted = all[index];
    const std::size_t from = index > 0 ? all[index - 1].end : 0;
    // "Xã A, huyện B có 5 mô hình": B is the district that was found, and A the place.
    const bool isFoundBefore =
        endsAt(counted.first) || (counted.first > 0 && endsAt(counted.first - 1));
    const UnitIndex bare = isFoundBefore ? noUnit : bareNameAround(counted, from);
    const bool isOfRest = holds(tokens(), clauseBegin(tokens(), counted.first), counted.first,
                                WordRole::Rest, m_context.lexicon);
    const FoundPlace* place = bare == noUnit && !isOfRest ? placeOf(all, index) : nullptr;
    if (bare != noUnit)
        out.places.push_back(bare);
    else if (place != nullptr)
        take(*smallerBefore(place), out);
    finish(out, isOfRest);
    // "Huyện A có 320 ha": all of it, not somewhere in it.
    if (place != nullptr && out.places.size() == 1 && tokenAt(place->endByte) <= counted.first &&
        !isLed(*place) &&
        m_context.gazetteer.unit(out.places.front()).level == gazetteer::Level::District)
        out.role = records::PlaceRole::Coverage;
    if (out.places.size() > 1 && out.scope == records::Scope::Own)
        out.scope = records::Scope::Shared;
}

/// "03 mô hình gồm: A; B; C tại huyện X": the only place of the sentence, behind a list that "gồm"
/// opens between the tokens; null when there is none such.
const FoundPlace* SentencePlaces::behindList(std::size_t from, std::size_t to) const {
    const FoundPlace* only = nullptr;
    for (const FoundPlace* place : m_here)
        if (isFound(*place) && !isNamePart(*place)) {
            if (only != nullptr && (only->group == 0 || only->group != place->group))
                return nullptr;
            only = only == nullptr ? place : only;
        }
    if (only == nullptr)
        return nullptr;
    const std::size_t at = tokenAt(only->firstByte);
    std::size_t lastItem = 0;
    bool isList = false;
    for (std::size_t i = from; i < at; ++i) {
        isList = isList || (i < to && tokens()[i].lower == "gồm");
        if (tokens()[i].lower == ";")
            lastItem = i;
    }
    return isList && lastItem > 0 ? only : nullptr;
}

/// "Xã A: mô hình …", "xã A có mô hình …": the last place before the name in its part of the
/// sentence; null for none.
const FoundPlace* SentencePlaces::topicOf(const Mention& mention) const {
    const FoundPlace* topic = nullptr;
    for (const FoundPlace* place : m_here)
        if (isFound(*place) && !isNamePart(*place) && !isOfTerritory(*place) &&
            !isAroundTerritory(*place) && place->endByte <= tokens()[mention.first].first &&
            isTied(tokenAt(place->endByte - 1) + 1, mention.first))
            topic = place;
    return topic;
}

/// The place in the name of a product: "Miến dong Bình Lư".
UnitIndex SentencePlaces::partOfName(const Mention& mention) const {
    const std::size_t first = tokens()[mention.first].first, last = tokens()[mention.end - 1].end;
    // The territory's own name is the territory, not its town of the same name.
    if (m_context.territory != noUnit) {
        std::string words;
        for (std::size_t i = mention.first; i < mention.end; ++i)
            words += " " + tokens()[i].lower;
        if (words.ends_with(" " +
                            text::toLower(m_context.gazetteer.unit(m_context.territory).name)))
            return m_context.territory;
    }
    for (std::size_t i = mention.first + 1; i < mention.end; ++i) {
        std::size_t end = 0;
        if (const UnitIndex unit = m_bareNames.at(tokens(), i, end);
            unit != noUnit && end == mention.end)
            return unit;
    }
    for (const FoundPlace* place : m_here)
        if (!place->match.candidates.empty() && place->firstByte >= first &&
            place->endByte <= last) {
            // "tôm hùm Bình Ba" of another province is only a name here.
            const UnitIndex unit = place->match.candidates.front().unit;
            return m_context.territory == noUnit || unit == m_context.territory ||
                           isWithin(unit, m_context.territory) ||
                           isWithin(m_context.territory, unit)
                       ? unit
                       : noUnit;
        }
    return noUnit;
}

std::vector<Proposal> SentencePlaces::placeMention(const Mention& mention,
                                                   const Proposal& like) const {
    Proposal out = like;
    if (const UnitIndex part = partOfName(mention); part != noUnit) {
        out.places = {part};
        // What a task is about in the whole territory is no name of a product.
        out.role = out.kind != "st_task"         ? records::PlaceRole::NameComponent
                   : part == m_context.territory ? records::PlaceRole::Coverage
                                                 : records::PlaceRole::Location;
        return {out};
    }
    const std::size_t listEnd = std::max(mention.listEnd, mention.end);
    const FoundPlace* behind = nullptr;
    for (const FoundPlace* place : m_here)
        if (behind == nullptr && isFound(*place) && !isNamePart(*place) &&
            place->firstByte >= tokens()[listEnd - 1].end &&
            isTied(listEnd, tokenAt(place->firstByte)))
            behind = place;
    if (behind == nullptr)
        behind = behindList(0, mention.first);
    // A title is that of a product: what holds for more than the territory holds for all of it.
    if (mention.isTitle && behind != nullptr && m_context.territory != noUnit &&
        !isWithin(behind->match.unit(), m_context.territory))
        behind = nullptr;
    // What a task gave to somebody is not where it is done.
    if (behind != nullptr && out.kind == "st_task" && !isLed(*behind))
        behind = nullptr;
    if (behind == nullptr)
        behind = topicOf(mention);
    if (behind != nullptr)
        take(*behind, out);
    finish(out);
    // What is only named is said of each place by itself.
    std::vector<Proposal> all;
    for (const UnitIndex place : out.places) {
        all.push_back(out);
        all.back().places = {place};
    }
    if (all.empty())
        all.push_back(out);
    return all;
}

} // namespace terroir::extract
