#include "core/geocode/answer_words.hpp"
#include "core/geocode/reading.hpp"
#include "core/text/legacy.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::geocode;

TEST(AnswerWords, every_trait_of_a_reading_has_words) {
    Traits all;
    for (unsigned bit = 0; bit < 32; ++bit)
        all.add(Trait(1U << bit));
    EXPECT_GE(all.toWords().size(), 26U);
    for (const std::string& reason : all.toWords())
        EXPECT_TRUE(reasonInWords(reason)) << reason;
    for (const char* reason :
         {"several-fit", "weak", "exception-named", "no-name-in-text", "name-not-found",
          "only-beginning-read", "typo:1", "village", "former", "former-named", "title", "group",
          "point", "polygon", "approximate", "outside-territory"})
        EXPECT_TRUE(reasonInWords(reason)) << reason;
    using text::Encoding;
    for (const Encoding encoding : {Encoding::Utf8AsCp1252, Encoding::Tcvn3, Encoding::VniFont,
                                    Encoding::Viqr, Encoding::Telex, Encoding::VniKeys})
        EXPECT_TRUE(reasonInWords(text::toString(encoding))) << text::toString(encoding);
}

TEST(AnswerWords, reasons_are_told_in_the_order_of_the_answer) {
    EXPECT_EQ(reasonsInWords("several-fit;typo:2"),
              (LocalText{"nhiều đơn vị phù hợp; sai 2 chữ", "several units fit; 2 letters wrong"}));
    EXPECT_EQ(reasonsInWords("all-lead-to:03390"),
              (LocalText{"đều thành 03390", "all became 03390"}));
    EXPECT_EQ(reasonsInWords("of-another-program"),
              (LocalText{"of-another-program", "of-another-program"}));
    EXPECT_EQ(reasonsInWords(""), LocalText());
    EXPECT_EQ(inWords(Status::Ambiguous).vi, "chưa rõ");
}
