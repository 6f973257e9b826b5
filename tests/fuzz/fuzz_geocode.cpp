// Feeds the geocoder, the finder of places and the text readers with bytes that nobody wrote
// (libFuzzer). Stops where what holds for every text does not; see make fuzz.
//
// An input: one byte for the day and the level, then text, commune, district, province and context,
// with a TAB between them.

#include "core/gazetteer/build.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/geocode/place_finder.hpp"
#include "core/geocode/segment.hpp"
#include "core/store/workspace_file.hpp"
#include "core/text/legacy.hpp"
#include "core/text/vietnamese.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace {

using namespace terroir;

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

gazetteer::Gazetteer loadGazetteer() {
    const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                       ("terroir-fuzz-" + std::to_string(::getpid()) + ".sqlite");
    store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
    gazetteer::buildFromData(workspace, std::filesystem::path(TERROIR_SOURCE_DIR) / "data");
    gazetteer::Gazetteer gazetteer = gazetteer::Gazetteer::load(workspace);
    std::filesystem::remove(file);
    return gazetteer;
}

const gazetteer::Gazetteer& packagedGazetteer() {
    static const gazetteer::Gazetteer gazetteer = loadGazetteer();
    return gazetteer;
}

const geocode::Geocoder& geocoder() {
    static const geocode::Geocoder geocoder(packagedGazetteer());
    return geocoder;
}

geocode::Query queryOf(std::string_view input) {
    constexpr std::array days{Date::of(2004, 6, 1), Date::of(2012, 1, 1), Date::of(2025, 6, 30),
                              Date::of(2026, 7, 25)};
    geocode::Query query;
    if (input.empty())
        return query;
    const unsigned choice = static_cast<unsigned char>(input[0]);
    query.asOf = days[choice % days.size()];
    if (const unsigned level = choice / days.size() % 4; level < 3)
        query.level = gazetteer::Level(level);
    input.remove_prefix(1);
    for (std::string* field :
         {&query.text, &query.commune, &query.district, &query.province, &query.context}) {
        const std::size_t end = std::min(input.find('\t'), input.size());
        *field = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
    }
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
    const geocode::Match match = geocoder().resolve(query);
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

void checkPlaces(const geocode::Query& query) {
    static const geocode::PlaceFinder finder(geocoder());
    geocode::PlaceFinder::Options options;
    options.asOf = query.asOf;
    options.context = query.context;
    std::size_t end = 0;
    for (const geocode::FoundPlace& place : finder.find(query.text, options)) {
        require(end <= place.firstByte && place.firstByte < place.endByte,
                "Places are not in text order.");
        require(place.endByte <= query.text.size(), "A place is not in its text.");
        require(query.text.substr(place.firstByte, place.endByte - place.firstByte) == place.text,
                "A place is not what stands there.");
        require(place.first < place.end && place.line > 0, "A place is nowhere.");
        require((place.match.status == geocode::Status::Unmatched) ==
                    place.match.candidates.empty(),
                "The status of a place does not agree with its candidates.");
        end = place.endByte;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const geocode::Query query = queryOf({reinterpret_cast<const char*>(data), size});
    checkText(query.text);
    checkAnswer(query);
    checkPlaces(query);
    return 0;
}
