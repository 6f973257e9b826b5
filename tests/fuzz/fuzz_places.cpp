// Places in running text, as `places` finds them. An input: one byte for the day, the context, a
// TAB, the text.

#include "core/geocode/place_finder.hpp"
#include "core/geocode/place_table.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <array>

using namespace terroir;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const geocode::PlaceFinder finder(fuzz::packagedGeocoder());
    constexpr std::array days{Date::of(2004, 6, 1), Date::of(2025, 6, 30), Date::of(2026, 7, 25)};
    fuzz::Input input(data, size);
    geocode::PlaceFinder::Options options;
    options.asOf = days[input.byte() % days.size()];
    options.context = input.field();
    const std::string_view text = input.rest();
    const auto found = finder.find(text, options);
    std::size_t end = 0;
    for (const geocode::FoundPlace& place : found) {
        require(end <= place.firstByte && place.firstByte < place.endByte,
                "Places are not in text order.");
        require(place.endByte <= text.size(), "A place is not in its text.");
        require(text.substr(place.firstByte, place.endByte - place.firstByte) == place.text,
                "A place is not what stands there.");
        require(place.first < place.end && place.line > 0, "A place is nowhere.");
        require((place.match.status == geocode::Status::Unmatched) ==
                    place.match.candidates.empty(),
                "The status of a place does not agree with its candidates.");
        end = place.endByte;
    }
    require(geocode::placeTable(found, fuzz::packagedGazetteer(), options.asOf).rows.size() ==
                found.size(),
            "A place is not told.");
    return 0;
}
