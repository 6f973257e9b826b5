// Feeds the geocoder and the text readers with bytes that nobody wrote.
//
// An input: one byte for the day and the level, then text, commune, district, province and context,
// with a TAB between them.

#include "core/geocode/segment.hpp"
#include "core/text/legacy.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <array>

namespace {

using namespace terroir;

using fuzz::packagedGazetteer;
using fuzz::require;

geocode::Query queryOf(fuzz::Input input) {
    constexpr std::array days{Date::of(2004, 6, 1), Date::of(2012, 1, 1), Date::of(2025, 6, 30),
                              Date::of(2026, 7, 25)};
    geocode::Query query;
    const unsigned choice = input.byte();
    query.asOf = days[choice % days.size()];
    if (const unsigned level = choice / days.size() % 4; level < 3)
        query.level = gazetteer::Level(level);
    for (std::string* field :
         {&query.text, &query.commune, &query.district, &query.province, &query.context})
        *field = input.field();
    return query;
}

void checkText(const std::string& text) {
    const std::string normal = text::normalize(text), folded = text::fold(text);
    require(text::normalize(normal) == normal, "Normalizing twice is not normalizing once.");
    require(text::fold(folded) == folded, "Folding twice is not folding once.");
    const bool isValid = text::isValidUtf8(text);
    for (const text::Encoding encoding :
         {text::Encoding::Utf8AsCp1252, text::Encoding::Tcvn3, text::Encoding::VniFont,
          text::Encoding::Viqr, text::Encoding::Telex, text::Encoding::VniKeys}) {
        const std::string decoded = text::decode(text, encoding);
        require(!isValid || text::isValidUtf8(decoded), "Decoded text is no UTF-8.");
    }
    text::detect(text);

    const geocode::SpelledText spelled = geocode::spell(text);
    std::size_t end = 0;
    for (const geocode::Word& word : spelled.words) {
        require(word.from == end && word.from < word.to, "Words do not follow each other.");
        end = word.to;
    }
    require(end == spelled.letters.size(), "Letters stand outside of words.");
    for (const geocode::Mention& mention : geocode::segment(spelled))
        require(mention.from <= mention.to && mention.to <= spelled.words.size(),
                "A mention is not in its text.");
}

void checkAnswer(const geocode::Query& query) {
    const geocode::Match match = fuzz::packagedGeocoder().resolve(query);
    require(match.candidates.size() <= 10, "There are more than 10 candidates.");
    require((match.status == geocode::Status::Unmatched) == match.candidates.empty(),
            "The status does not agree with the candidates.");
    constexpr double equal = 1e-5; // scores that differ by less are ordered by uid
    double last = 1;
    for (const geocode::Candidate& candidate : match.candidates) {
        require(candidate.unit < packagedGazetteer().units().size(), "A candidate is no unit.");
        require(candidate.score >= 0 && candidate.score <= last + equal,
                "Scores are not from 1 down to 0.");
        last = candidate.score;
    }
    require(geocode::answerCells(match, packagedGazetteer(), query.asOf).size() ==
                geocode::answerHeader().size(),
            "The answer has not as many cells as its header.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const geocode::Query query = queryOf({data, size});
    checkText(query.text);
    checkAnswer(query);
    return 0;
}
