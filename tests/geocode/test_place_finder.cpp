// Places in running text: tables of cases, and what holds for every text.
//
// A line of tests/data/places/*.txt:
//     as of | context | text | expected
// "\n" in the text is a line end. Expected are the places in text order: CODE of a match, ?CODE of
// the first candidate of an ambiguous one, - for an unmatched one; [ … ] around those of one list;
// +word behind one: a reason of its answer or its best candidate; "none" where the text names no
// place.

#include "core/geocode/place_finder.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/geocode/packaged_geocoder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using namespace terroir;
using namespace terroir::geocode;
using gazetteer::UnitIndex;
using terroir::testing::packagedGazetteer;
using terroir::testing::packagedGeocoder;

namespace {

const PlaceFinder& finder() {
    static const PlaceFinder finder(packagedGeocoder());
    return finder;
}

struct PlaceCase {
    std::string where, text, expected;
    PlaceFinder::Options options;
};

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? std::string()
                                     : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::string withLineEnds(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at))
        text.replace(at, 2, "\n");
    return text;
}

std::vector<PlaceCase> readCases() {
    std::vector<PlaceCase> cases;
    const auto folder = std::filesystem::path(TERROIR_SOURCE_DIR) / "tests/data/places";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path());
        std::size_t number = 0;
        for (std::string line; std::getline(file, line);) {
            ++number;
            if (line.empty() || line[0] == '#')
                continue;
            const std::size_t context = line.find('|'), text = line.find('|', context + 1),
                              expected = line.rfind('|');
            PlaceCase one;
            one.where = entry.path().filename().string() + ":" + std::to_string(number);
            one.options.asOf = parseDate(trimmed(line.substr(0, context))).value();
            one.options.context = trimmed(line.substr(context + 1, text - context - 1));
            one.text = withLineEnds(trimmed(line.substr(text + 1, expected - text - 1)));
            one.expected = trimmed(line.substr(expected + 1));
            cases.push_back(std::move(one));
        }
    }
    return cases;
}

/// The places as the cases write them, with those reasons that `expected` asks for.
std::string written(const std::vector<FoundPlace>& places, const std::string& expected) {
    std::string out;
    std::size_t open = 0;
    const auto add = [&out](const std::string& word) { out += (out.empty() ? "" : " ") + word; };
    for (const FoundPlace& place : places) {
        if (place.group != open) {
            if (open != 0)
                add("]");
            if (place.group != 0)
                add("[");
            open = place.group;
        }
        const auto& candidates = place.match.candidates;
        add((place.match.status == Status::Matched ? ""
             : candidates.empty()                  ? "-"
                                                   : "?") +
            (candidates.empty() ? "" : packagedGazetteer().unit(candidates.front().unit).code));
        std::vector<std::string> reasons = place.match.reasons;
        if (!candidates.empty())
            reasons.insert(reasons.end(), candidates.front().reasons.begin(),
                           candidates.front().reasons.end());
        for (const std::string& reason : reasons)
            if (expected.find("+" + reason) != std::string::npos)
                add("+" + reason);
    }
    if (open != 0)
        add("]");
    return out.empty() ? "none" : out;
}

std::vector<UnitIndex> unitsOf(const std::vector<FoundPlace>& places) {
    std::vector<UnitIndex> units;
    for (const FoundPlace& place : places)
        units.push_back(place.match.unit());
    return units;
}

std::size_t charactersOf(std::string_view text) {
    return std::size_t(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

/// What holds for the places of any text, whatever its bytes.
void expectConsistent(std::string_view text, const std::vector<FoundPlace>& places) {
    std::size_t end = 0;
    for (const FoundPlace& place : places) {
        EXPECT_LE(end, place.firstByte);
        EXPECT_LT(place.firstByte, place.endByte);
        ASSERT_LE(place.endByte, text.size());
        EXPECT_EQ(place.text, text.substr(place.firstByte, place.endByte - place.firstByte));
        EXPECT_EQ(place.line,
                  1 + std::size_t(std::count(
                          text.begin(), text.begin() + std::ptrdiff_t(place.firstByte), '\n')));
        EXPECT_EQ(place.match.status == Status::Unmatched, place.match.candidates.empty());
        if (text.size() < 1000 && text::isValidUtf8(text)) {
            EXPECT_EQ(place.first, charactersOf(text.substr(0, place.firstByte)));
            EXPECT_EQ(place.end, charactersOf(text.substr(0, place.endByte)));
        }
        end = place.endByte;
    }
}

} // namespace

TEST(place_finder, places_of_the_cases_are_found_and_others_are_not) {
    const auto cases = readCases();
    EXPECT_GT(cases.size(), 60U);
    for (const PlaceCase& one : cases) {
        const auto places = finder().find(one.text, one.options);
        EXPECT_EQ(written(places, one.expected), one.expected) << one.where << ": " << one.text;
        expectConsistent(one.text, places);
    }
}

TEST(place_finder, offsets_are_characters_and_lines_of_the_text) {
    const std::string text = "Tỉnh ủy họp.\nTại xã Bản\nBo, huyện Tam Đường";
    const auto places = finder().find(text, {Date::of(2024, 6, 30), "", gazetteer::noUnit});
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].first, 17U);
    EXPECT_EQ(places[0].end, 26U);
    EXPECT_EQ(places[0].line, 2U);
    EXPECT_EQ(places[0].text, "xã Bản\nBo");
    EXPECT_EQ(places[1].line, 3U);
}

TEST(place_finder, words_around_a_mention_never_change_its_unit) {
    const char* const before[] = {"", "Mô hình trồng chanh leo tại ",
                                  "Theo báo cáo, năm 2023 đã thí điểm ở ",
                                  "Kết quả bước đầu rất tốt.\n\n- Điểm trình diễn đặt tại "};
    const char* const behind[] = {
        "", " cho 24 hộ nghèo và cận nghèo", ", với quy mô 5 ha.",
        " đã được nghiệm thu; năng suất 62 tạ/ha.\nViệc nhân rộng còn chậm."};
    for (const PlaceCase& one : readCases()) {
        if (one.where.starts_with("refusals") || one.text.find('\n') != std::string::npos ||
            !spell(one.text).isMarked ||
            text::toLower(one.text.substr(0, 2)) != one.text.substr(0, 2))
            continue; // a sentence of its own
        const auto alone = unitsOf(finder().find(one.text, one.options));
        for (const char* front : before)
            for (const char* back : behind) {
                const std::string text = front + one.text + back;
                EXPECT_EQ(unitsOf(finder().find(text, one.options)), alone)
                    << one.where << ": " << text;
            }
    }
}

TEST(place_finder, every_commune_is_found_in_a_sentence_with_its_parents) {
    const auto& g = packagedGazetteer();
    const Date day = Date::of(2024, 6, 30);
    std::size_t right = 0, all = 0;
    for (const UnitIndex unit : g.unitsAt(gazetteer::Level::Commune, day)) {
        const std::string text =
            "Mô hình trồng chanh leo tại " + g.describe(unit, day) + " cho thu nhập ổn định.";
        const auto places = finder().find(text, {day, "", gazetteer::noUnit});
        ++all;
        right += !places.empty() && places.front().match.unit() == unit ? 1 : 0;
    }
    EXPECT_GT(double(right), 0.995 * double(all));
}

TEST(place_finder, a_text_may_be_cut_anywhere) {
    for (const PlaceCase& one : readCases())
        for (std::size_t size = 0; size < one.text.size(); ++size) {
            const std::string_view text = std::string_view(one.text).substr(0, size);
            expectConsistent(text, finder().find(text, one.options));
        }
}

TEST(place_finder, time_is_linear_in_hostile_texts) {
    for (const char* piece : {"xã ", "các xã Bản Bo, ", "Tam Đường ", "(0", "Mộc Châu, Bản Bo; ",
                              "huyện Châu Thành, ", "\n- ", "các xã: Hà Nội, Hà Nội và "}) {
        std::string text;
        while (text.size() < 200000)
            text += piece;
        expectConsistent(text, finder().find(text, {}));
    }
}
