#include "core/extract/statement_outlook.hpp"
#include "tests/extract/report_lexicon.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::extract;

// The words before the sign "|" are read as the sentence up to the statement.
TEST(StatementOutlook, words_of_the_sentence_say_what_is_planned_or_asked_for) {
    const std::pair<const char*, Outlook> cases[] = {
        {"Năm 2022 trồng | 5 ha cam.", Outlook::Reported},
        {"Năm 2023 trồng | 5 ha cam.", Outlook::Planned},
        {"Đến năm 2030, có | 5 ha cam.", Outlook::Planned},
        {"Doanh nghiệp ký hợp đồng đến năm 2027 với | 5 ha cam.", Outlook::Reported},
        {"Giao xã Yên Khê trồng | 5 ha cam.", Outlook::Planned},
        {"Lắp | 02 trạm trong quý IV/2022.", Outlook::Planned},
        {"Lắp | 02 trạm trong quý II/2022.", Outlook::Reported},
        {"Huyện đề nghị tỉnh hỗ trợ | 3 mô hình.", Outlook::Proposed},
        {"Huyện đề nghị tỉnh hỗ trợ; đã có | 3 mô hình.", Outlook::Reported},
        {"Đã nhận hồ sơ đề nghị của | 3 doanh nghiệp.", Outlook::Reported},
    };
    for (const auto& [text, outlook] : cases) {
        std::string words = text;
        const std::size_t at = words.find('|');
        words.erase(at, 2);
        const std::vector<Sentence> sentences = sentencesOf(words, reportLexicon());
        ASSERT_EQ(sentences.size(), 1u) << text;
        std::size_t token = 0;
        while (sentences[0].tokens[token].first < at)
            ++token;
        EXPECT_EQ(outlookAt(sentences[0], token, Date::of(2022, 8, 31), reportLexicon()), outlook)
            << text;
    }
}
