#include "core/base/error.hpp"
#include "plugin/paint/page_choice.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace terroir::paint {
namespace {

struct WrongChoice {
    PageChoice choice;
    ImageFormat format;
    std::string vi, en; ///< what each sentence has in it
};

const WrongChoice wrongChoices[] = {
    {{"1600", "", false, false, 0}, ImageFormat::Png, "--size '1600' không phải", "--size '1600'"},
    {{"1600x", "", false, false, 0}, ImageFormat::Png, "từ 200 đến 20000", "200 to 20000"},
    {{"100x9999", "", false, false, 0}, ImageFormat::Png, "1600x1200", "1600x1200"},
    {{"800x600", "A4", false, false, 0}, ImageFormat::Png, "cùng lúc", "exclude each other"},
    {{"", "A4", true, true, 0}, ImageFormat::Pdf, "chọn một trong hai", "give one of them"},
    {{"", "A4", false, false, 5}, ImageFormat::Pdf, "từ 30 đến 1200", "give 30 to 1200"},
    {{"", "A0", false, false, 1200}, ImageFormat::Png, "triệu điểm", "million pixels"},
    {{"20000x20000", "", false, false, 0},
     ImageFormat::Tif,
     "--size 20000x20000 là ảnh 400 triệu điểm, nhiều hơn 200 triệu",
     "--size 20000x20000 is a picture of 400 million pixels, more than 200 million"},
};

TEST(PageChoice, a_size_paper_or_resolution_that_cannot_be_is_a_sentence_in_both_languages) {
    for (const WrongChoice& wrong : wrongChoices) {
        try {
            wrong.choice.pageFor(wrong.format);
            FAIL() << "nothing was thrown: " << wrong.en;
        } catch (const UsageError& error) {
            EXPECT_NE(error.text().vi.find(wrong.vi), std::string::npos) << error.text().vi;
            EXPECT_NE(error.text().en.find(wrong.en), std::string::npos) << error.text().en;
        }
    }
}

TEST(PageChoice, nothing_chosen_is_a_picture_for_the_screen_and_paper_for_print) {
    const PageChoice nothing;
    EXPECT_NEAR(nothing.pageFor(ImageFormat::Png).widthMm, 1600 / 144.0 * 25.4, 0.01);
    EXPECT_EQ(nothing.pageFor(ImageFormat::Pdf).widthMm, 297);
    EXPECT_EQ(nothing.dpiFor(ImageFormat::Svg), 300);
}

} // namespace
} // namespace terroir::paint
