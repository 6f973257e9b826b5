#include "core/extract/sentence_places.hpp"

#include "core/extract/holders.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

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
    : m_places(places), m_context(context) {
    findBareNames();
}

void SentencePlaces::enter(const Sentence& sentence, bool isFirst) {
    if (m_sentence != nullptr)
        introduce();
    m_sentence = &sentence;
    m_here.clear();
    const std::size_t first = tokens().front().first, end = tokens().back().end;
    auto at = std::lower_bound(
        m_places.begin(), m_places.end(), first,
        [](const FoundPlace& place, std::size_t byte) { return place.firstByte < byte; });
    for (; at != m_places.end() && at->firstByte < end; ++at)
        m_here.push_back(&*at);
    if (!m_here.empty()) {
        const std::vector<Holder> holders = holdersIn(tokens(), m_context.lexicon);
        std::erase_if(m_here, [&](const FoundPlace* place) {
            return isHome(tokens(), holders, tokenAt(place->firstByte), m_context.lexicon);
        });
    }
    dropParentsBehind();
    findNamedAlone();
    const std::string& sign = tokens().front().lower;
    const bool isItem = sign == "-" || sign == "+" || sign == "•" || sign == "*";
    if (!isItem && isFirst)
        m_introduced.clear();
}

/// "Xã A, huyện B có 5 mô hình": the district only says which commune A is.
void SentencePlaces::dropParentsBehind() {
    const std::vector<const FoundPlace*> all = m_here;
    std::erase_if(m_here, [&](const FoundPlace* place) {
        const auto at = std::find(all.begin(), all.end(), place);
        if (at == all.begin() || !isFound(*place) || !isFound(**std::prev(at)))
            return false;
        const FoundPlace& smaller = **std::prev(at);
        const std::size_t end = tokenAt(smaller.endByte - 1) + 1;
        const gazetteer::Unit& unit = m_context.gazetteer.unit(smaller.match.unit());
        const UnitIndex parent = m_context.gazetteer.ancestorAt(
            smaller.match.unit(), m_context.gazetteer.unit(place->match.unit()).level,
            gazetteer::dayOf(unit, m_context.asOf));
        return end + 1 == tokenAt(place->firstByte) && tokens()[end].lower == "," &&
               parent == place->match.unit() && parent != smaller.match.unit();
    });
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
            const UnitIndex unit = bareNameAt(j, end);
            if (unit == noUnit || isPlaceAt(tokens()[j].first))
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

/// The communes and districts of the territory by their names alone: "Sơn Bình 04 cơ sở"; and its
/// only township by its type: "Thị trấn 02 cơ sở".
void SentencePlaces::findBareNames() {
    if (m_context.territory == noUnit)
        return;
    const gazetteer::Gazetteer& gazetteer = m_context.gazetteer;
    const auto add = [&](const std::string& name, UnitIndex unit, gazetteer::Level level) {
        // A district and its town of one name: the district. Two of one level: neither.
        const auto put = [&](std::map<std::string, UnitIndex>& names, std::string key) {
            const auto [at, isNew] = names.try_emplace(std::move(key), unit);
            if (!isNew && at->second != noUnit && gazetteer.unit(at->second).level == level)
                at->second = noUnit;
        };
        put(m_bareNames, text::toLower(name));
        put(m_foldedNames, text::fold(name));
    };
    for (const gazetteer::Level level : {gazetteer::Level::District, gazetteer::Level::Commune})
        for (const UnitIndex unit :
             gazetteer::unitsWithin(gazetteer, m_context.territory, level, m_context.asOf)) {
            add(gazetteer.unit(unit).name, unit, level);
            if (gazetteer.unit(unit).type == "thị trấn")
                add("thị trấn", unit, level);
        }
}

/// The unit whose bare name stands on the tokens from `first`; and where it ends.
UnitIndex SentencePlaces::bareNameAt(std::size_t first, std::size_t& end) const {
    UnitIndex found = noUnit;
    std::string name;
    for (std::size_t i = first; i < tokens().size() && i < first + 4 && tokens()[i].isWord; ++i) {
        name += (name.empty() ? "" : " ") + tokens()[i].lower;
        UnitIndex unit = noUnit;
        if (const auto at = m_bareNames.find(name); at != m_bareNames.end())
            unit = at->second;
        else if (const auto near =
                     i > first ? m_foldedNames.find(text::fold(name)) : m_foldedNames.end();
                 near != m_foldedNames.end())
            unit = near->second; // "Bản Hòn" for Bản Hon
        if (unit != noUnit) {
            found = unit;
            end = i + 1;
        }
    }
    return tokens()[first].isCapital ? found : noUnit;
}

/// Names that stand directly before a number or behind what it counts.
UnitIndex SentencePlaces::bareNameAround(const Counted& counted, std::size_t from) const {
    for (std::size_t back = 1; back <= 4 && back <= counted.first - from; ++back) {
        std::size_t end = 0;
        const UnitIndex unit = bareNameAt(counted.first - back, end);
        if (unit != noUnit && end == counted.first)
            return unit;
    }
    std::size_t end = 0;
    return counted.end < tokens().size() ? bareNameAt(counted.end, end) : noUnit;
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

bool SentencePlaces::hasBreak(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
        if (tokens()[i].lower == "," || tokens()[i].lower == "(")
            return true;
    return false;
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
        return std::any_of(all.begin(), all.end(), [&](UnitIndex other) {
            return other != place &&
                   m_context.gazetteer.ancestorAt(other, m_context.gazetteer.unit(place).level,
                                                  m_context.asOf) == place;
        });
    });
}

void SentencePlaces::finish(Proposal& out) const {
    if (out.places.empty())
        out.places = m_introduced;
    dropParents(out);
    std::sort(out.places.begin(), out.places.end());
    const bool isWhole =
        out.places.empty() || (out.places.size() == 1 && out.places.front() == m_context.territory);
    if (out.places.empty() && m_context.territory != noUnit)
        out.places.push_back(m_context.territory);
    out.role = isWhole ? records::PlaceRole::Coverage : records::PlaceRole::Location;
}

void SentencePlaces::placeNumber(std::span<const Counted> all, std::size_t index,
                                 Proposal& out) const {
    const Counted& counted = all[index];
    const std::size_t from = index > 0 ? all[index - 1].end : 0;
    const std::size_t to = index + 1 < all.size() ? all[index + 1].first : tokens().size();
    const FoundPlace* behind = nullptr;
    const FoundPlace* before = nullptr;
    const FoundPlace* topic = nullptr;
    for (const FoundPlace* place : m_here) {
        if (!isFound(*place) || isNamePart(*place))
            continue;
        const std::size_t at = tokenAt(place->firstByte);
        const std::size_t end = tokenAt(place->endByte - 1) + 1;
        if (end <= counted.first && at >= from && counted.first - end <= 1 &&
            (end == counted.first || tokens()[end].lower == "có" || tokens()[end].lower == "với"))
            before = place;
        // "…, riêng huyện X 6 trang trại": the place of the next number.
        const bool isNext =
            index + 1 < all.size() && end == to && hasBreak(counted.end, std::min(at, to));
        if (at >= counted.end && at < to && behind == nullptr && !isNext && isTied(counted.end, at))
            behind = place;
        if (end <= counted.first)
            topic = place;
    }
    const UnitIndex bare = before == nullptr ? bareNameAround(counted, from) : noUnit;
    if (bare != noUnit)
        out.places.push_back(bare);
    else if (before != nullptr && !isOfTerritory(*before))
        take(*before, out);
    else if (behind != nullptr)
        take(*behind, out);
    else if (topic != nullptr && isTied(tokenAt(topic->endByte - 1) + 1, counted.first))
        take(*topic, out);
    else if (const FoundPlace* last = behindList(counted.end, to))
        take(*last, out);
    finish(out);
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
        if (const UnitIndex unit = bareNameAt(i, end); unit != noUnit && end == mention.end)
            return unit;
    }
    for (const FoundPlace* place : m_here)
        if (!place->match.candidates.empty() && place->firstByte >= first && place->endByte <= last)
            return place->match.candidates.front().unit;
    return noUnit;
}

std::vector<Proposal> SentencePlaces::placeMention(const Mention& mention,
                                                   const Proposal& like) const {
    Proposal out = like;
    if (const UnitIndex part = partOfName(mention); part != noUnit) {
        out.places = {part};
        // What a task is about in the whole territory is no name of a product.
        out.role = out.kind == "st_task" && part == m_context.territory
                       ? records::PlaceRole::Coverage
                       : records::PlaceRole::NameComponent;
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
