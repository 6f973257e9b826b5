#include "core/records/title_places.hpp"

#include "core/geocode/listed_units.hpp"
#include "core/geocode/text_words.hpp"
#include "core/geocode/unit_words.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace terroir::records {

namespace {

using geocode::FoundPlace;
using geocode::WordKind;

/// Whether a place stands between quotation marks: there it is a part of a name.
bool isQuoted(std::string_view title, const FoundPlace& place) {
    bool isOpen = false;
    for (std::size_t at = 0; at < place.firstByte; ++at) {
        const std::string_view rest = title.substr(at);
        if (rest.starts_with('"'))
            isOpen = !isOpen;
        else if (rest.starts_with("“") || rest.starts_with("«"))
            isOpen = true;
        else if (rest.starts_with("”") || rest.starts_with("»"))
            isOpen = false;
    }
    return isOpen;
}

/// Whether a type word begins the place, or a word in front says that a place follows.
bool isSaidToBePlace(const geocode::TextWords& words, const FoundPlace& place) {
    std::size_t at = 0;
    while (at < words.size() && words[at].firstByte < place.firstByte)
        ++at;
    if (at < words.size() && geocode::unitWordAt(words, at).count != 0)
        return true;
    for (std::size_t back = 1; back <= std::min<std::size_t>(at, 2); ++back) // of a list
        if (geocode::unitWordAt(words, at - back).count == back)
            return true;
    static const geocode::Spelling of = geocode::spell("cho").letters,
                                   from = geocode::spell("từ").letters;
    if (at == 0 || !words[at].before.hasOnly(geocode::Gap::Space | geocode::Gap::Line))
        return false;
    const geocode::SpellingView before = words.view(at - 1, at);
    const WordKind kind = geocode::wordKindAt(words, at - 1);
    return kind == WordKind::Preposition && before != geocode::SpellingView(of) &&
           before != geocode::SpellingView(from);
}

} // namespace

std::vector<FoundPlace> titlePlaces(const geocode::Geocoder& geocoder, std::string_view title,
                                    gazetteer::UnitIndex within, Date asOf) {
    geocode::PlaceFinder::Options options;
    options.asOf = asOf;
    options.within = within;
    options.days = geocode::Days::DayFirst;
    std::vector<FoundPlace> places = geocode::PlaceFinder(geocoder).find(title, options);
    const auto has = [](const FoundPlace& place, std::string_view reason) {
        const auto& reasons = place.match.reasons;
        return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
    };
    const geocode::TextWords words = geocode::readWords(title);
    std::set<std::size_t> groups; // lists of which a member is said to be a place
    for (const FoundPlace& place : places)
        if (place.group != 0 && isSaidToBePlace(words, place) && !isQuoted(title, place))
            groups.insert(place.group);
    std::erase_if(places, [&](const FoundPlace& place) {
        return isQuoted(title, place) || has(place, "name-place") ||
               has(place, "exception-named") || place.match.candidates.empty() ||
               (groups.count(place.group) == 0 && !isSaidToBePlace(words, place));
    });
    return geocode::withoutOuter(geocoder, std::move(places));
}

} // namespace terroir::records
