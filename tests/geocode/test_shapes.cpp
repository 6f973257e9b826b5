// How the geocoder reads sentences, by their shapes (tests/data/geocode_shapes.txt).

#include "tests/geocode/packaged_geocoder.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

using namespace terroir;
using geocode::Match;
using geocode::Status;
using terroir::testing::NoisyCase;
using terroir::testing::packagedGazetteer;
using terroir::testing::packagedGeocoder;
using terroir::testing::Random;
using terroir::testing::Tally;
using terroir::testing::Verdict;

namespace {

constexpr std::size_t perShape = 20;

const terroir::testing::ShapeCases& sentences() {
    static const auto made = terroir::testing::makeShapeCases(packagedGazetteer(), perShape, 1);
    return made;
}

struct ShapeQuality {
    std::map<std::string, Tally> byShape;
    Tally all;
    Tally sureOnes; ///< answers that matched with a score of at least 0.9
    std::map<std::string, std::string> failures; ///< by shape

    explicit ShapeQuality(const std::vector<NoisyCase>& cases) {
        constexpr double sure = 0.9;
        for (const NoisyCase& one : cases) {
            const Match match = packagedGeocoder().resolve(terroir::testing::queryOf(one));
            const Verdict verdict =
                terroir::testing::judgeSentence(match, one, packagedGazetteer());
            byShape[one.noiseClass].add(verdict);
            all.add(verdict);
            if (match.status == Status::Matched && match.candidates.front().score >= sure)
                sureOnes.add(verdict);
            if (verdict != Verdict::Right)
                failures[one.noiseClass] += describe(one, match);
        }
    }

    static std::string describe(const NoisyCase& one, const Match& match) {
        std::string out = "\n" + one.asOf.toString() + " | " + one.text + " | wanted";
        for (const std::string& code : one.acceptable)
            out += " " + code;
        out.append(" | ").append(toString(match.status));
        for (const geocode::Candidate& candidate : match.candidates)
            out += " " + packagedGazetteer().unit(candidate.unit).uid;
        return out;
    }

    void print(const char* group) const {
        std::printf("%s shapes: %zu sentences, %.1f %% right, %.2f %% wrong, of the sure ones "
                    "%.2f %% right\n",
                    group, all.count(), all.percent(all.right), all.percent(all.wrong),
                    sureOnes.percent(sureOnes.right));
    }
};

geocode::Query queryOf(std::string text, Date asOf) {
    geocode::Query query;
    query.text = std::move(text);
    query.asOf = asOf;
    return query;
}

struct Bounds {
    double minRight, maxWrong, minRightOfShape, minRightOfSureOnes;
    std::set<std::string> unread; ///< shapes below the bound of a shape
};

void expectWithin(const ShapeQuality& quality, const Bounds& bounds) {
    EXPECT_GE(quality.all.percent(quality.all.right), bounds.minRight);
    EXPECT_LE(quality.all.percent(quality.all.wrong), bounds.maxWrong);
    EXPECT_GE(quality.sureOnes.percent(quality.sureOnes.right), bounds.minRightOfSureOnes);
    for (const auto& [name, tally] : quality.byShape) {
        EXPECT_EQ(tally.count(), perShape) << name;
        if (bounds.unread.contains(name))
            continue;
        const auto failures = quality.failures.find(name);
        EXPECT_GE(tally.percent(tally.right), bounds.minRightOfShape)
            << name << (failures == quality.failures.end() ? "" : failures->second);
    }
}

} // namespace

TEST(shapes, sentences_of_tuned_shapes_are_read) {
    const ShapeQuality quality(sentences().tuned);
    quality.print("tuned");
    EXPECT_GE(quality.byShape.size(), 120u);
    expectWithin(quality, {97, 0.5, 90, 99, {}});
}

TEST(shapes, sentences_of_shapes_kept_from_tuning_are_read) {
    const ShapeQuality quality(sentences().kept);
    quality.print("kept");
    EXPECT_GE(quality.byShape.size(), 60u);
    expectWithin(quality, {98, 0.5, 90, 99, {"front_bare_in_words"}});
}

TEST(shapes, words_around_a_mention_never_make_another_unit_of_it) {
    const auto& g = packagedGazetteer();
    Random random(1);
    constexpr std::size_t step = 11;
    for (const Date day : {Date::of(2024, 6, 30), Date::of(2026, 7, 25)}) {
        const auto communes = g.unitsAt(gazetteer::Level::Commune, day);
        for (std::size_t i = 0; i < communes.size(); i += step) {
            std::string mention = g.describe(communes[i], day);
            const bool plainMention = random.chance(40), plainWords = random.chance(20);
            if (plainMention || plainWords)
                mention = terroir::testing::withoutMarks(mention);
            const auto alone = packagedGeocoder().resolve(queryOf(mention, day)).unit();
            const std::string before = terroir::testing::wordsOfShapes("before", random),
                              behind = terroir::testing::wordsOfShapes("behind", random);
            for (std::string text : {before + " " + mention, mention + " " + behind,
                                     before + " " + mention + " " + behind + "."}) {
                if (plainWords)
                    text = terroir::testing::withoutMarks(text);
                const auto unit = packagedGeocoder().resolve(queryOf(text, day)).unit();
                EXPECT_TRUE(unit == alone || unit == gazetteer::noUnit)
                    << day.toString() << " " << text << " -> " << g.unit(unit).uid;
            }
        }
    }
}

TEST(shapes, every_beginning_of_a_sentence_is_answered) {
    constexpr std::size_t step = 7;
    for (const auto* cases : {&sentences().tuned, &sentences().kept})
        for (std::size_t i = 0; i < cases->size(); i += step) {
            const NoisyCase& one = (*cases)[i];
            for (std::size_t size = 0; size < one.text.size(); ++size)
                EXPECT_LE(packagedGeocoder()
                              .resolve(queryOf(one.text.substr(0, size), one.asOf))
                              .candidates.size(),
                          maxCandidates);
        }
}
