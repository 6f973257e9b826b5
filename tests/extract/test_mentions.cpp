#include "core/extract/mentions.hpp"
#include "tests/extract/report_lexicon.hpp"

#include <gtest/gtest.h>

using namespace terroir::extract;

namespace {

/// "cam; bưởi": what is named in a sentence.
std::string namesOf(const std::string& text, const std::string& kind) {
    const std::vector<Token> tokens = tokensOf(text);
    std::string names;
    for (const Mention& one : mentionsIn(tokens, reportLexicon()))
        if (kind.empty() || one.kind == kind)
            names += (names.empty() ? "" : "; ") +
                     text.substr(tokens[one.first].first,
                                 tokens[one.end - 1].end - tokens[one.first].first);
    return names;
}

} // namespace

// Each pattern of data/lexicon/patterns.csv has a sentence and the names that it finds there.
TEST(Mentions, the_patterns_find_the_names_of_their_examples) {
    std::size_t examples = 0;
    for (const Pattern& pattern : reportLexicon().patterns())
        if (!pattern.example.empty()) {
            ++examples;
            EXPECT_EQ(namesOf(pattern.example, pattern.kind), pattern.finds) << pattern.example;
        }
    EXPECT_GE(examples, 20u);
}

TEST(Mentions, names_of_lists) {
    const std::pair<const char*, const char*> cases[] = {
        // A group stands for its members.
        {"Có mô hình trồng cây ăn quả (mít, ổi); trồng dược liệu, hoa lan ở xã vùng cao.",
         "mít; ổi; dược liệu; hoa lan"},
        {"Nhân rộng mô hình sản xuất rau như cải, su su.", "cải; su su"},
        // A number of models is no name of one.
        {"Xây dựng 03 mô hình trồng cam.", ""},
        {"Nhiều mô hình trồng trọt đã mang lại thu nhập.", ""},
        // What stands behind "hỗ trợ" is another statement.
        {"Khảo nghiệm giống lúa nếp, hỗ trợ phân bón cho dân.", "lúa nếp"},
        {"Chỉ dẫn địa lý “Tân Cương” cho chè; nhãn hiệu tập thể “Chè La Bằng”.",
         "Tân Cương; Chè La Bằng"},
        {"Hai sản phẩm trà được công nhận OCOP 4 sao.", ""},
        {"Gạo nếp của HTX Đại Thắng (xã Yên Khê) được công nhận OCOP 5 sao.", "Gạo nếp"},
        {"Công nhận mới sản phẩm Tinh dầu sả và Mật ong rừng, cùng hạng 3 sao.",
         "Tinh dầu sả; Mật ong rừng"},
        {"“Na Đồng Bành” vừa được Cục Sở hữu trí tuệ cấp chỉ dẫn địa lý.", "Na Đồng Bành"},
        {"Nhãn hiệu chứng nhận Na dai Lục Nam đã giao cho Hội Nông dân.", "Na dai Lục Nam"},
        {"Có 11 mã số vùng trồng sầu riêng.", ""},
        {"Nhân rộng mô hình ra các hộ.", ""},
        {"Giống sâm Ngọc Linh được bảo tồn.", ""},
    };
    for (const auto& [text, names] : cases)
        EXPECT_EQ(namesOf(text, ""), names) << text;
}
