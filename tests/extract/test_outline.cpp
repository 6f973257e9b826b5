#include "core/extract/outline.hpp"
#include "tests/extract/report_lexicon.hpp"

#include <gtest/gtest.h>

using namespace terroir::extract;

namespace {

std::string textOf(std::string_view text, const Sentence& sentence) {
    return std::string(text.substr(sentence.tokens.front().first,
                                   sentence.tokens.back().end - sentence.tokens.front().first));
}

} // namespace

TEST(Outline, sentences_end_before_capitals_and_know_their_line) {
    const std::string text = "Toàn huyện có 26 cơ sở. Sản lượng đạt 1.947 tấn (tăng 5,5 %).\n"
                             "TP. Sơn La có 3 cơ sở...\n";
    const std::vector<Sentence> sentences = sentencesOf(text, reportLexicon());
    ASSERT_EQ(sentences.size(), 3u);
    EXPECT_EQ(textOf(text, sentences[0]), "Toàn huyện có 26 cơ sở.");
    EXPECT_EQ(textOf(text, sentences[1]), "Sản lượng đạt 1.947 tấn (tăng 5,5 %).");
    EXPECT_EQ(sentences[1].line, 1u);
    EXPECT_EQ(sentences[2].line, 2u);
}

TEST(Outline, what_stands_below_a_heading_of_plans_is_planned) {
    const std::vector<Sentence> sentences =
        sentencesOf("I. KẾT QUẢ THỰC HIỆN\n1. Trồng trọt\nTrồng 5 ha.\n"
                    "II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023\n1. Trồng trọt\nTrồng 9 ha.\n"
                    "III. KIẾN NGHỊ\nĐề nghị hỗ trợ 2 mô hình.\nIV. TỔ CHỨC\nCó 3 phòng.\n",
                    reportLexicon());
    std::vector<Outlook> outlooks;
    for (const Sentence& sentence : sentences)
        if (sentence.tokens.back().lower == "." && sentence.tokens.size() > 3)
            outlooks.push_back(sentence.outlook);
    EXPECT_EQ(outlooks, (std::vector<Outlook>{Outlook::Reported, Outlook::Planned,
                                              Outlook::Proposed, Outlook::Reported}));
}
