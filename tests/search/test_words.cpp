#include "core/search/words.hpp"

#include <gtest/gtest.h>

namespace terroir::search {
namespace {

std::string lettersOf(std::string_view text) {
    std::string out;
    for (const Word& word : wordsOf(text))
        out += (out.empty() ? "" : " ") + word.letters;
    return out;
}

TEST(words, are_letters_without_marks_and_numbers_without_leading_zeros) {
    const char* cases[][2] = {
        {"", ""},
        {" ,. ", ""},
        {"xã Bản Hon, huyện Tam Đường", "xa ban hon huien tam duong"},
        {"TT.Tam Đường", "tt tam duong"},
        {"Ba\xcc\x89n Hon", "ban hon"}, // decomposed
        {"Mỹ Đức", "mi duc"},
        {"CP111", "cp 111"},
        {"phường 05", "phuong 5"},
        {"0", "0"},
        {"24-BC/HU", "24 bc hu"},
        {"Y\xff Tý", "i ti"}, // a byte that is no UTF-8
    };
    for (const auto& [text, letters] : cases)
        EXPECT_EQ(lettersOf(text), letters) << text;
}

TEST(words, know_which_bytes_their_letters_are) {
    const std::string text = "xã Bản  Hồn";
    const std::vector<Word> words = wordsOf(text);
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(text.substr(words[1].from, words[1].to - words[1].from), "Bản");
    EXPECT_EQ(text.substr(words[1].from, endOfLetters(text, words[1], 2) - words[1].from), "Bả");
    EXPECT_EQ(endOfLetters(text, words[2], 3), text.size());
    const std::string apart = "Ba\xcc\x89n";
    EXPECT_EQ(endOfLetters(apart, wordsOf(apart)[0], 2), 4U) << "a mark stays with its letter";
}

TEST(words, agree_with_marks_letter_by_letter) {
    struct Case {
        const char *typed, *name;
        Agreement agreement;
    };
    const Case cases[] = {
        {"bản", "Bản", Agreement::Full},        {"ban", "Bản", Agreement::LeftOut},
        {"bạn", "Bản", Agreement::Wrong},       {"bản", "Ban", Agreement::Wrong},
        {"hòa", "Hoà", Agreement::Full},        {"duong", "Đường", Agreement::LeftOut},
        {"đương", "Đường", Agreement::LeftOut}, {"đ", "Đường", Agreement::LeftOut},
        {"đô", "Đơn", Agreement::Wrong},        {"ban", "Ban", Agreement::Full},
    };
    for (const Case& one : cases) {
        const Word typed = wordsOf(one.typed).at(0), name = wordsOf(one.name).at(0);
        EXPECT_EQ(agreementOf(typed.marks, name.marks, typed.letters.size()), one.agreement)
            << one.typed << " " << one.name;
    }
}

} // namespace
} // namespace terroir::search
