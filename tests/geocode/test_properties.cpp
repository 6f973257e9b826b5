// What holds for every unit, whatever its name.

#include "core/geocode/spelling.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/geocode/packaged_geocoder.hpp"
#include "tests/support/judge.hpp"
#include "tests/support/noise_text.hpp"

#include <gtest/gtest.h>

#include <map>
#include <thread>

using namespace terroir;
using namespace terroir::geocode;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;
using terroir::testing::packagedGazetteer;
using terroir::testing::packagedGeocoder;

namespace {

Date firstDayOf(const Unit& unit) {
    return std::max(unit.valid.from, gazetteer::firstDay);
}

Date lastDayOf(const Unit& unit) {
    return unit.valid.to.isOpen() ? Date::of(2026, 11, 21) : unit.valid.to.previousDay();
}

Query textQuery(UnitIndex unit, Date day) {
    Query query;
    query.asOf = day;
    query.text = packagedGazetteer().describe(unit, day);
    return query;
}

Query columnsQuery(UnitIndex unit, Date day) {
    const auto& g = packagedGazetteer();
    Query query;
    query.asOf = day;
    for (UnitIndex at = unit; at != noUnit; at = g.parentAt(at, day)) {
        const Level level = g.unit(at).level;
        (level == Level::Province   ? query.province
         : level == Level::District ? query.district
                                    : query.commune) = g.unit(at).fullName();
    }
    return query;
}

/// How many units of a day have one full name with all parents.
std::size_t namesakes(const std::string& described, Date day) {
    static std::map<Date, std::map<std::string, std::size_t>> counts;
    const auto [found, isNew] = counts.try_emplace(day);
    if (isNew)
        for (const Level level : {Level::Province, Level::District, Level::Commune})
            for (const UnitIndex unit : packagedGazetteer().unitsAt(level, day))
                ++found->second[packagedGazetteer().describe(unit, day)];
    return found->second[described];
}

/// Whether all candidates are units of the day with the full name asked for.
bool areNamesakes(const Match& match, const std::string& described, Date day) {
    return std::all_of(match.candidates.begin(), match.candidates.end(),
                       [&](const Candidate& candidate) {
                           return packagedGazetteer().describe(candidate.unit, day) == described;
                       });
}

/// "xã Hương Phong, thành phố Huế" names two: that of the city which ended in 2025, and another one
/// in the province that is called "thành phố Huế" since then.
bool mayBeAmbiguous(const Unit& unit) {
    return unit.uid == "20002@2021";
}

using MakeQuery = Query (*)(UnitIndex, Date);

void expectEveryUnitFindsItself(MakeQuery makeQuery) {
    const auto& g = packagedGazetteer();
    std::size_t ambiguous = 0;
    for (UnitIndex unit = 0; unit < g.units().size(); ++unit)
        for (const Date day : {firstDayOf(g.unit(unit)), lastDayOf(g.unit(unit))}) {
            const Match match = packagedGeocoder().resolve(makeQuery(unit, day));
            if (match.unit() == unit)
                continue;
            ++ambiguous;
            if (match.status == Status::Ambiguous && mayBeAmbiguous(g.unit(unit)))
                continue;
            const std::string described = g.describe(unit, day);
            EXPECT_TRUE(match.status == Status::Ambiguous && namesakes(described, day) > 1 &&
                        areNamesakes(match, described, day))
                << g.unit(unit).uid << " on " << day.toString() << ": " << described << " -> "
                << toString(match.status) << " "
                << (match.candidates.empty() ? "" : g.unit(match.candidates.front().unit).uid);
        }
    ::testing::Test::RecordProperty("ambiguous", int(ambiguous));
}

std::vector<UnitIndex> communesOfTheNorthWest(Date day) {
    const auto& g = packagedGazetteer();
    std::vector<UnitIndex> out;
    for (const char* province : {"12", "14"})
        for (const UnitIndex commune : g.communesOf(g.findCode(province, day), day))
            out.push_back(commune);
    return out;
}

bool areEqual(const Match& a, const Match& b) {
    return a.status == b.status && a.reasons == b.reasons &&
           std::equal(a.candidates.begin(), a.candidates.end(), b.candidates.begin(),
                      b.candidates.end(), [](const Candidate& x, const Candidate& y) {
                          return x.unit == y.unit && x.score == y.score && x.reasons == y.reasons;
                      });
}

} // namespace

TEST(properties, every_unit_of_every_era_finds_itself_by_its_full_name_with_parents) {
    expectEveryUnitFindsItself(textQuery);
}

TEST(properties, every_unit_of_every_era_finds_itself_by_columns) {
    expectEveryUnitFindsItself(columnsQuery);
}

TEST(properties, spelling_and_folding_twice_is_doing_it_once) {
    for (const Unit& unit : packagedGazetteer().units()) {
        const Spelling letters = spell(unit.name).letters;
        EXPECT_FALSE(letters.empty()) << unit.uid;
        EXPECT_EQ(spell(text::toNfc(unit.name)).letters, letters) << unit.name;
        EXPECT_EQ(spell(terroir::testing::decomposed(unit.name)).letters, letters) << unit.name;
        const std::string normal = text::normalize(unit.name), folded = text::fold(unit.name);
        EXPECT_EQ(text::normalize(normal), normal);
        EXPECT_EQ(text::fold(folded), folded);
        EXPECT_EQ(text::fold(normal), folded);
        EXPECT_EQ(toPlain(spell(folded).letters), toPlain(letters)) << unit.name;
    }
}

TEST(properties, case_and_composition_do_not_change_the_answer) {
    const Date day = Date::of(2025, 6, 30);
    const auto communes = communesOfTheNorthWest(day);
    EXPECT_EQ(communes.size(), 306u);
    for (const UnitIndex commune : communes) {
        const Query composed = textQuery(commune, day);
        const Match expected = packagedGeocoder().resolve(composed);
        for (auto* change : {terroir::testing::decomposed, terroir::testing::upperCase,
                             terroir::testing::lowerCase}) {
            Query changed = composed;
            changed.text = change(composed.text);
            EXPECT_TRUE(areEqual(packagedGeocoder().resolve(changed), expected)) << changed.text;
            changed = columnsQuery(commune, day);
            for (std::string* cell : {&changed.province, &changed.district, &changed.commune})
                *cell = change(*cell);
            EXPECT_EQ(packagedGeocoder().resolve(changed).unit(), expected.unit())
                << changed.commune;
        }
    }
}

TEST(properties, two_threads_get_the_answers_that_one_gets) {
    std::vector<Query> queries;
    for (const terroir::testing::NoisyCase& one :
         terroir::testing::makeNoisyCases(packagedGazetteer(), 20, 3))
        queries.push_back(terroir::testing::queryOf(one));
    std::vector<Match> alone;
    alone.reserve(queries.size());
    for (const Query& query : queries)
        alone.push_back(packagedGeocoder().resolve(query));
    std::vector<Match> forward(queries.size()), backward(queries.size());
    std::thread other([&] {
        for (std::size_t i = queries.size(); i-- > 0;)
            backward[i] = packagedGeocoder().resolve(queries[i]);
    });
    for (std::size_t i = 0; i < queries.size(); ++i)
        forward[i] = packagedGeocoder().resolve(queries[i]);
    other.join();
    for (std::size_t i = 0; i < queries.size(); ++i) {
        EXPECT_TRUE(areEqual(forward[i], alone[i])) << queries[i].text;
        EXPECT_TRUE(areEqual(backward[i], alone[i])) << queries[i].text;
    }
}
