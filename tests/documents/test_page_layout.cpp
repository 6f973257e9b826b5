#include "core/documents/page_layout.hpp"

#include <gtest/gtest.h>

#include <sstream>

using namespace terroir::documents;

namespace {

constexpr double letter = 6, size = 12; // each letter is so wide, each line so high

/// A page of A4 onto which lines are written at given places.
class Sheet {
public:
    Sheet& line(double x, double y, const std::string& text, double letters = size) {
        std::istringstream words(text);
        for (std::string word; words >> word;) {
            const double width = letter * double(word.size()) * letters / size;
            page.words.push_back({word, x, y, x + width, y + letters, letters, true});
            x += width + letter;
        }
        return *this;
    }
    /// A small number behind the word before.
    Sheet& mark(const std::string& number) {
        PageWord& before = page.words.back();
        before.isSpaceAfter = false;
        page.words.push_back(
            {number, before.right, before.top - 2, before.right + 4, before.top + 5, 7, true});
        return *this;
    }
    PageWords page{595, 842, {}};
};

std::string textOf(const std::vector<Sheet>& sheets) {
    std::vector<PageWords> pages;
    for (const Sheet& sheet : sheets)
        pages.push_back(sheet.page);
    return readPages(pages).text;
}

} // namespace

TEST(PageLayout, lines_are_joined_to_paragraphs_by_their_indents_and_ends) {
    Sheet sheet;
    sheet.line(100, 100, "Den nay toan huyen co 1.947 ha che tai cac xa Ban Bo,")
        .line(80, 116, "Na Tam va Khun Ha; che VietGAP 30,7 ha theo van ban so 50-")
        .line(80, 132, "KL/TW.")
        .line(100, 148, "Nuoi ca nuoc lanh co 26 co so voi 388 be tai hai xa dau")
        .line(80, 164, "nguon.")
        .line(80, 180, "- Gao dac san 100 ha");
    EXPECT_EQ(textOf({sheet}),
              "Den nay toan huyen co 1.947 ha che tai cac xa Ban Bo, Na Tam va Khun Ha; che "
              "VietGAP 30,7 ha theo van ban so 50-KL/TW.\n"
              "Nuoi ca nuoc lanh co 26 co so voi 388 be tai hai xa dau nguon.\n"
              "- Gao dac san 100 ha\n");
}

TEST(PageLayout, a_paragraph_goes_on_over_the_page_and_its_notes_stand_behind_it) {
    Sheet first, second;
    first.line(80, 100, "Toan huyen co 26 co so")
        .mark("10")
        .line(222, 100, "nuoi ca voi tong so la mot tram")
        .line(80, 116, "mot so be nuoi va the tich la muoi tam nghin met khoi; san")
        .line(80, 740, "10 Son Binh 23 co so, Ho Thau 02 co so,", 9)
        .line(80, 752, "Ban Bo 01 co so", 9)
        .line(300, 800, "1");
    second.line(80, 60, "luong thu trong nam dat 146 tan.").line(300, 800, "2");
    // The mark that opens the note is small and raised.
    for (PageWord& word : first.page.words)
        if (word.text == "10" && word.top > 700) {
            word.size = 6;
            word.bottom = word.top + 5;
        }
    EXPECT_EQ(textOf({first, second}), "Toan huyen co 26 co so¹⁰ nuoi ca voi tong so la mot tram "
                                       "mot so be nuoi va the tich la muoi "
                                       "tam nghin met khoi; san luong thu trong nam dat 146 tan.\n"
                                       "¹⁰ Son Binh 23 co so, Ho Thau 02 co so, Ban Bo 01 co so\n");
}

TEST(PageLayout, running_heads_and_page_numbers_are_no_text) {
    std::vector<Sheet> sheets(4);
    for (std::size_t i = 0; i < sheets.size(); ++i)
        sheets[i]
            .line(200, 30, "Bao cao tong ket nam 2022")
            .line(80, 300, "Doan van cua trang " + std::to_string(i + 1) + ".")
            .line(280, 810, "Trang " + std::to_string(i + 1) + "/4");
    EXPECT_EQ(textOf(sheets), "Doan van cua trang 1.\nDoan van cua trang 2.\n"
                              "Doan van cua trang 3.\nDoan van cua trang 4.\n");
}

TEST(PageLayout, rows_of_a_table_keep_their_cells) {
    Sheet sheet;
    sheet.line(80, 100, "Xa").line(250, 100, "Cay trong").line(420, 100, "Dien tich (ha)");
    sheet.line(80, 116, "Ban Bo").line(250, 116, "Che").line(420, 116, "74,03");
    sheet.line(80, 132, "Khun Ha").line(250, 132, "Le").line(420, 132, "0,9");
    EXPECT_EQ(textOf({sheet}),
              "Xa\tCay trong\tDien tich (ha)\nBan Bo\tChe\t74,03\nKhun Ha\tLe\t0,9\n");
}

TEST(PageLayout, two_columns_are_read_one_after_the_other) {
    Sheet sheet;
    sheet.line(150, 60, "BAO CAO CHUNG CUA HAI COT VAN BAN TRONG NAM");
    for (int i = 0; i < 12; ++i) {
        sheet.line(60, 100 + 16 * i, "cot trai hang so " + std::to_string(10 + i) + " day du chu");
        sheet.line(320, 100 + 16 * i, "cot phai hang so " + std::to_string(10 + i) + " day du ch");
    }
    const std::string text = textOf({sheet});
    EXPECT_LT(text.find("cot trai hang so 21"), text.find("cot phai hang so 10")) << text;
    EXPECT_EQ(text.find('\t'), std::string::npos);
}

TEST(PageLayout, it_is_known_on_which_page_a_letter_stands) {
    const LaidOutText read = readPages(
        {Sheet().line(80, 300, "Mot.").page, Sheet().page, Sheet().line(80, 300, "Ba.").page});
    EXPECT_EQ(read.text, "Mot.\nBa.\n");
    EXPECT_EQ(read.pages, (std::vector<std::size_t>{0, 5, 5}));
}
