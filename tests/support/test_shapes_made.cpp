#include "tests/support/packaged.hpp"
#include "tests/support/shape_text.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

using namespace terroir;
using namespace terroir::testing;

TEST(shape_text, units_are_written_as_a_shape_says) {
    Random random(1);
    const auto commune = [&](const std::vector<std::string>& changes) {
        return unitText("xã", "Bản Bo", changes, random);
    };
    EXPECT_EQ(commune({}), "xã Bản Bo");
    EXPECT_EQ(commune({"name"}), "Bản Bo");
    EXPECT_EQ(commune({"joined"}), "xãBản Bo");
    EXPECT_EQ(commune({"english"}), "Ban Bo Commune");
    EXPECT_EQ(commune({"name", "plain", "lower", "glued"}), "banbo");
    EXPECT_EQ(commune({"broken"}), "xã Bản\nBo");
    EXPECT_EQ(unitText("phường", "04", {"tight"}, random), "P4");
    EXPECT_EQ(unitText("phường", "4", {"zero"}, random), "phường 04");
    EXPECT_EQ(unitText("phường", "14", {"roman"}, random), "phường XIV");
    EXPECT_EQ(capitalized("đường"), "Đường");
    EXPECT_EQ(changed("a b", "spaced", random), "a  b");
    EXPECT_EQ(changed("ab", "split", random), "a b");
    EXPECT_THROW(changed("a", "no such change", random), std::runtime_error);
}

TEST(shapes_made, sentences_are_the_same_for_the_same_seed_and_name_units_of_their_day) {
    const auto& gazetteer = packagedGazetteer();
    const ShapeCases cases = makeShapeCases(gazetteer, 3, 1),
                     again = makeShapeCases(gazetteer, 3, 1);
    std::map<std::string, int> perShape;
    for (const auto& [group, same] :
         {std::pair(&cases.tuned, &again.tuned), {&cases.kept, &again.kept}}) {
        ASSERT_EQ(group->size(), same->size());
        for (std::size_t i = 0; i < group->size(); ++i) {
            const NoisyCase& one = (*group)[i];
            EXPECT_EQ(one.text, (*same)[i].text);
            EXPECT_EQ(one.text.find_first_of("{}"), std::string::npos) << one.text;
            EXPECT_LE(one.acceptable.size(), 1u);
            for (const std::string& code : one.acceptable)
                EXPECT_NE(gazetteer.findCode(code, one.asOf), gazetteer::noUnit) << code;
            ++perShape[one.noiseClass];
        }
    }
    for (const auto& [name, count] : perShape)
        EXPECT_EQ(count, 3) << name;
    EXPECT_NEAR(double(cases.kept.size()) / double(perShape.size() * 3), 1.0 / 3, 0.04);
}
