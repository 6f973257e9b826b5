#include "core/text/vietnamese.hpp"
#include "tests/support/noise.hpp"
#include "tests/support/noise_text.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

#include <map>

using namespace terroir;
using namespace terroir::testing;

TEST(noise, texts_are_changed_as_people_change_them) {
    EXPECT_EQ(withoutMarks("Xã Đắk Ơ, Huyện Ỷ La"), "Xa Dak O, Huyen Y La");
    EXPECT_EQ(upperCase("Xã Mường ét 2"), "XÃ MƯỜNG ÉT 2");
    EXPECT_EQ(text::toNfc(decomposed("Xã Nậm Ặt, Đường Ợ Ữ Ễ")), "Xã Nậm Ặt, Đường Ợ Ữ Ễ");
    EXPECT_EQ(decomposed("ậ"), "a\xcc\xa3\xcc\x82");
    EXPECT_EQ(otherToneStyle("Hoà Bình, Thủy Toàn, Quý"), "Hòa Bình, Thuỷ Toàn, Quý");
    EXPECT_EQ(otherIY("Mỹ Quý, Ba Vì, Thủy, Yên"), "Mĩ Quí, Ba Vỳ, Thủy, Yên");
    EXPECT_EQ(questionMarks("Phường Hà Đông"), "Ph??ng Hà ?ông");
    EXPECT_EQ(initials("Ít Ong, Tân Phú 2"), "IOTP2");
}

TEST(noise, slips_change_little) {
    Random random(5);
    for (int i = 0; i < 300; ++i) {
        const std::string slipped = slip("Chiềng Hặc", random),
                          read = misread("Chiềng Hặc", random);
        EXPECT_LE(text::editDistance(slipped, "Chiềng Hặc", 3), 1) << slipped;
        EXPECT_LE(text::editDistance(read, "Chiềng Hặc", 3), 2) << read;
        EXPECT_NE(misheard("Chiềng Hặc", random), "Chiềng Hặc");
    }
    EXPECT_EQ(slip("12", random), "12");
}

TEST(noise, cases_are_the_same_for_the_same_seed_and_their_codes_are_communes) {
    const auto& gazetteer = packagedGazetteer();
    const auto cases = makeNoisyCases(gazetteer, 5, 1);
    const auto again = makeNoisyCases(gazetteer, 5, 1);
    ASSERT_EQ(cases.size(), again.size());
    std::map<std::string, int> perClass;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        EXPECT_EQ(cases[i].text, again[i].text);
        EXPECT_EQ(cases[i].acceptable, again[i].acceptable);
        ++perClass[cases[i].noiseClass];
        EXPECT_EQ(cases[i].acceptable.empty(), cases[i].noiseClass.starts_with("none_"));
        for (const std::string& code : cases[i].acceptable) {
            const auto unit = gazetteer.findCode(code, cases[i].asOf);
            ASSERT_NE(unit, gazetteer::noUnit) << code;
            EXPECT_EQ(gazetteer.unit(unit).level, gazetteer::Level::Commune);
        }
    }
    EXPECT_EQ(perClass.size(), 62u);
    for (const auto& [name, count] : perClass)
        EXPECT_EQ(count, 5) << name;
    EXPECT_NE(makeNoisyCases(gazetteer, 1, 2)[0].text, cases[0].text);
}

TEST(noise, clean_texts_name_their_commune) {
    const auto& gazetteer = packagedGazetteer();
    for (const NoisyCase& one : makeNoisyCases(gazetteer, 20, 3)) {
        if (one.noiseClass != "clean" && one.noiseClass != "historic_clean")
            continue;
        for (const std::string& code : one.acceptable)
            EXPECT_EQ(
                text::normalize(gazetteer.describe(gazetteer.findCode(code, one.asOf), one.asOf)),
                text::normalize(one.text));
    }
}
