#include "core/extract/row_words.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::extract;

TEST(RowWords, a_value_is_written_as_people_write_it) {
    const std::tuple<ReviewCells, const char*, const char*> cases[] = {
        {{{"value", "1947.5"}, {"unit", "ha"}}, "1.947,5 ha", "1,947.5 ha"},
        {{{"value", "300"}, {"unit", "ha"}, {"qualifier", ">="}}, "≥ 300 ha", "≥ 300 ha"},
        {{{"value", "5"}, {"value_max", "7"}, {"unit", "con"}}, "5 – 7 con", "5 – 7 con"},
        {{{"value", "2"}, {"qualifier", "~"}}, "≈ 2", "≈ 2"},
        {{{"unit", "ha"}}, "ha", "ha"},
        {{}, "", ""},
    };
    for (const auto& [row, vi, en] : cases) {
        EXPECT_EQ(valueInWords(row, Language::Vietnamese), vi);
        EXPECT_EQ(valueInWords(row, Language::English), en);
    }
}

TEST(RowWords, every_code_has_words_in_both_languages) {
    for (const char* column : {"kind", "value_scope", "place_role", "status", "qualifier"}) {
        EXPECT_FALSE(codesOf(column).empty()) << column;
        for (const CodeWords& one : codesOf(column)) {
            EXPECT_FALSE(one.words.vi.empty()) << one.code;
            EXPECT_FALSE(one.words.en.empty()) << one.code;
            EXPECT_NE(one.words.vi, one.words.en) << one.code;
        }
    }
    EXPECT_EQ(codeInWords("kind", "lạ").vi, "lạ");
    EXPECT_TRUE(codesOf("subject").empty());
}

TEST(RowWords, a_form_is_told_of_its_fields_and_not_of_columns_and_codes) {
    const std::tuple<LocalText, const char*, const char*> cases[] = {
        {{"Cột 'value': '1.947' là 1947 hay 1,947? Hãy viết số không có dấu chấm.",
          "Column 'value': is '1.947' 1947 or 1,947? Write the number without a point."},
         "Ô “Giá trị”: '1.947' là 1947 hay 1,947? Hãy viết số không có dấu chấm.",
         "Field “Value”: is '1.947' 1947 or 1,947? Write the number without a point."},
        {{"hãy ghi nơi có số liệu và đổi place_role thành location.",
          "write where it is, and location into place_role."},
         "hãy ghi nơi có số liệu và đổi “Vai trò của địa danh” thành “nơi”.",
         "write where it is, and “place” into “Role of the places”."},
        {{"không có đơn vị mã '03'; hãy ghi tên vào place_names.",
          "there is no unit of the code '03'; write its name into place_names."},
         "không có đơn vị mã '03'; hãy ghi tên vào “Địa danh”.",
         "there is no unit of the code '03'; write its name into “Places”."},
        {{"Trạng thái đã rõ.", "The status is clear."},
         "Trạng thái đã rõ.",
         "The status is clear."},
    };
    for (const auto& [sentence, vi, en] : cases) {
        EXPECT_EQ(forForm(sentence).vi, vi);
        EXPECT_EQ(forForm(sentence).en, en);
    }
}

TEST(RowWords, what_a_person_should_know_before_deciding_is_said) {
    const std::tuple<ReviewCells, const char*, bool> cases[] = {
        {{{"confidence", "0.90"}}, "", false},
        {{{"confidence", "0.30"}, {"basis", "cue"}}, "words around", true},
        {{{"confidence", "0.90"}, {"change", "changed"}, {"was", "5 ha"}}, "said 5 ha", true},
        {{{"confidence", "0.90"}, {"change", "new"}}, "New since", true},
        {{{"confidence", "0.90"}, {"stands_in", "TD22-001"}}, "TD22-001", true},
        {{{"confidence", "0.90"}, {"id", "pa.1"}, {"made_of", "pa"}}, "A part", false},
        {{{"confidence", "0.90"}, {"id", "pa"}, {"made_of", "pa"}}, "Changed by", false},
        {{{"confidence", "0.90"}, {"id", "ha"}, {"made_of", "ha"}}, "Made of these words", false},
        {{{"confidence", "0.90"}, {"id", "ma"}, {"made_of", "pa;pb"}, {"spans", "1-2;3-4"}},
         "Merged",
         false},
    };
    for (const auto& [row, words, isAttention] : cases) {
        std::string all;
        for (const LocalText& remark : remarksOn(row))
            all += remark.en;
        EXPECT_EQ(all.empty(), std::string(words).empty()) << all;
        EXPECT_NE(all.find(words), std::string::npos) << all;
        EXPECT_EQ(needsAttention(row), isAttention) << words;
    }
}
