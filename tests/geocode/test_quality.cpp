#include "core/geocode/place_finder.hpp"
#include "tests/geocode/packaged_geocoder.hpp"
#include "tests/support/judge.hpp"
#include "tests/support/list_cases.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

using namespace terroir;
using geocode::Match;
using geocode::Status;
using terroir::testing::judge;
using terroir::testing::NoisyCase;
using terroir::testing::packagedGazetteer;
using terroir::testing::Tally;
using terroir::testing::Verdict;

namespace {

constexpr double minRight = 97, minRightOfClass = 85, maxWrong = 0.5, minRightOfSureOnes = 99,
                 sureScore = 0.9;

/// How well the geocoder reads texts that name places, class by class.
struct Quality {
    std::map<std::string, Tally> byClass;
    Tally all;
    Tally sureOnes; ///< answers that matched with a score of at least 0.9
    std::string wrongAnswers;

    void add(const NoisyCase& one, const Match& match, Verdict verdict) {
        byClass[one.noiseClass].add(verdict);
        all.add(verdict);
        if (match.status == Status::Matched && match.candidates.front().score >= sureScore)
            sureOnes.add(verdict);
        if (verdict == Verdict::Wrong)
            wrongAnswers += "\n" + one.noiseClass + ": " + one.asOf.toString() + " " + one.text +
                            " -> " + packagedGazetteer().unit(match.unit()).uid;
    }

    void expectGood() const {
        EXPECT_GE(all.percent(all.right), minRight);
        EXPECT_LE(all.percent(all.wrong), maxWrong) << wrongAnswers;
        EXPECT_GE(sureOnes.percent(sureOnes.right), minRightOfSureOnes) << wrongAnswers;
        for (const auto& [name, tally] : byClass)
            EXPECT_GE(tally.percent(tally.right), minRightOfClass) << name;
    }
};

Match resolve(const NoisyCase& one) {
    return terroir::testing::packagedGeocoder().resolve(terroir::testing::queryOf(one));
}

/// As score.py beside the sample judges the rows that the program writes: ambiguous answers by the
/// codes of the units found, not of those that they became; and of a larger unit no commune.
Verdict judgeAsTheScript(const Match& match, const NoisyCase& one) {
    std::set<std::string> expected = one.acceptable;
    const bool noneIsRight = expected.erase("-") > 0 || one.acceptable.empty();
    switch (match.status) {
    case Status::Matched: {
        const auto codes = terroir::testing::communeCodes(match.unit(), one, packagedGazetteer());
        const bool right = codes.empty() ? noneIsRight
                                         : std::includes(expected.begin(), expected.end(),
                                                         codes.begin(), codes.end());
        return right ? Verdict::Right : Verdict::Wrong;
    }
    case Status::Ambiguous:
        return expected.size() > 1 && !match.candidates.empty() &&
                       std::all_of(match.candidates.begin(), match.candidates.end(),
                                   [&](const geocode::Candidate& candidate) {
                                       return expected.contains(
                                           packagedGazetteer().unit(candidate.unit).code);
                                   })
                   ? Verdict::Right
                   : Verdict::None;
    default:
        return one.acceptable.empty() ? Verdict::Right : Verdict::None;
    }
}

} // namespace

TEST(quality, noisy_texts_are_read_and_texts_without_a_place_are_not) {
    constexpr std::size_t perClass = 40;
    Quality quality;
    for (const std::uint32_t seed : {1U, 2U})
        for (const NoisyCase& one :
             terroir::testing::makeNoisyCases(packagedGazetteer(), perClass, seed)) {
            const Match match = resolve(one);
            if (one.noiseClass.starts_with("none_"))
                EXPECT_NE(match.status, Status::Matched) << one.noiseClass << ": " << one.text;
            else
                quality.add(one, match, judge(match, one, packagedGazetteer()));
        }
    EXPECT_GE(quality.byClass.size(), 56u);
    quality.expectGood();
}

TEST(quality, the_shared_sample_is_read) {
    const char* folder = std::getenv("TERROIR_SHARED");
    const std::filesystem::path file =
        std::filesystem::path(folder != nullptr ? folder : TERROIR_SOURCE_DIR "/../shared") /
        "geocode" / "noisy_sample.csv";
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "The sample of noisy texts is not beside the project: " << file;
    Quality quality;
    for (const NoisyCase& one : terroir::testing::readNoisyCases(file)) {
        const Match match = resolve(one);
        quality.add(one, match, judgeAsTheScript(match, one));
    }
    quality.expectGood();
}

TEST(quality, the_units_of_lists_are_found_and_those_given_are_right) {
    constexpr std::size_t perForm = 100;
    constexpr double minFound = 95, minRightOfGiven = 98;
    const geocode::PlaceFinder finder(terroir::testing::packagedGeocoder());
    std::map<std::string, terroir::testing::ListTally> byForm;
    for (const std::uint32_t seed : {1U, 2U})
        for (const auto& one :
             terroir::testing::makeListCases(packagedGazetteer(), perForm, seed)) {
            geocode::PlaceFinder::Options options;
            options.asOf = one.asOf;
            std::vector<Match> answers;
            for (const geocode::FoundPlace& place : finder.find(one.text, options))
                answers.push_back(place.match);
            byForm[one.form].add(one, answers, packagedGazetteer());
        }
    EXPECT_GE(byForm.size(), 8u);
    for (const auto& [form, tally] : byForm) {
        EXPECT_GE(tally.units.percent(tally.units.right), minFound) << form;
        EXPECT_GE(100.0 * double(tally.units.right),
                  minRightOfGiven * double(tally.units.right + tally.units.wrong))
            << form;
    }
}
