#include "core/records/quantity.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

struct QuantityCase {
    const char* text;
    double value;
    double max; ///< 0: none
    Qualifier qualifier;
    const char* unit;
};

TEST(Quantity, is_read_as_vietnamese_reports_write_it) {
    const QuantityCase cases[] = {
        {"1.947", 1947, 0, Qualifier::Exact, ""},
        {"1.947 ha", 1947, 0, Qualifier::Exact, "ha"},
        {"74,03", 74.03, 0, Qualifier::Exact, ""},
        {"02 ha", 2, 0, Qualifier::Exact, "ha"},
        {"3 000 con", 3000, 0, Qualifier::Exact, "con"},
        {"80 nghìn con", 80000, 0, Qualifier::Exact, "con"},
        {"0,9ha", 0.9, 0, Qualifier::Exact, "ha"},
        {"500 m2", 500, 0, Qualifier::Exact, "m2"},
        {"500 m²", 500, 0, Qualifier::Exact, "m²"},
        {"2.500¹ ha", 2500, 0, Qualifier::Exact, "ha"},
        {"2.500 ha¹²", 2500, 0, Qualifier::Exact, "ha"},
        {"2.500(¹)", 2500, 0, Qualifier::Exact, ""},
        {"≥ 300", 300, 0, Qualifier::AtLeast, ""},
        {">=300", 300, 0, Qualifier::AtLeast, ""},
        {"Trên 300 ha", 300, 0, Qualifier::AtLeast, "ha"},
        {"ít nhất 12,5", 12.5, 0, Qualifier::AtLeast, ""},
        {"khoảng 20", 20, 0, Qualifier::About, ""},
        {"~ 20", 20, 0, Qualifier::About, ""},
        {"20-30", 20, 30, Qualifier::Range, ""},
        {"20 – 30 tạ/ha", 20, 30, Qualifier::Range, "tạ/ha"},
        {"từ 20 đến 30", 20, 30, Qualifier::Range, ""},
        {"-5", -5, 0, Qualifier::Exact, ""},
        {"3 sao", 3, 0, Qualifier::Exact, "sao"},
        {"từ 2.000", 2000, 0, Qualifier::AtLeast, ""},
        {"từ 2.000 trở lên", 2000, 0, Qualifier::AtLeast, ""},
        {"2.000 con trở lên", 2000, 0, Qualifier::AtLeast, "con"},
        {"hơn 30", 30, 0, Qualifier::AtLeast, ""},
        {"không dưới 15 ha", 15, 0, Qualifier::AtLeast, "ha"},
        {"> 50", 50, 0, Qualifier::AtLeast, ""},
        {"300+", 300, 0, Qualifier::AtLeast, ""},
        {"tren 5.000 con", 5000, 0, Qualifier::AtLeast, "con"},
        {"gần 40", 40, 0, Qualifier::About, ""},
        {"ước 30", 30, 0, Qualifier::About, ""},
        {"ước đạt 1,2 triệu tấn", 1200000, 0, Qualifier::About, "tấn"},
        {"xấp xỉ 12,5ha", 12.5, 0, Qualifier::About, "ha"},
        {"5÷7", 5, 7, Qualifier::Range, ""},
        {"5 đến 7 tấn", 5, 7, Qualifier::Range, "tấn"},
        {"5-7 nghìn con", 5000, 7000, Qualifier::Range, "con"},
        {"8.000 - 9.000", 8000, 9000, Qualifier::Range, ""},
        {"20 ha - 30 ha", 20, 30, Qualifier::Range, "ha"},
        {"khoảng 5 – 7 ha", 5, 7, Qualifier::Range, "ha"},
        {"12 ngàn", 12000, 0, Qualifier::Exact, ""},
        {"7,5 nghin", 7500, 0, Qualifier::Exact, ""},
        {"500 ngan", 500, 0, Qualifier::Exact, "ngan"},
        {"3 trạm", 3, 0, Qualifier::Exact, "trạm"},
        {"3 vạn cây", 30000, 0, Qualifier::Exact, "cây"},
        {"1.000m2", 1000, 0, Qualifier::Exact, "m2"},
        {"500con", 500, 0, Qualifier::Exact, "con"},
        {"3 mô hình", 3, 0, Qualifier::Exact, "mô hình"},
        {"12 (ha)", 12, 0, Qualifier::Exact, "ha"},
        {"1½ ha", 1.5, 0, Qualifier::Exact, "ha"},
        {"¾", 0.75, 0, Qualifier::Exact, ""},
        {"3\u00a0000 con", 3000, 0, Qualifier::Exact, "con"},
        {"0", 0, 0, Qualifier::Exact, ""},
        {"1,250.5", 1250.5, 0, Qualifier::Exact, ""},
        {"12,500,000 con", 12500000, 0, Qualifier::Exact, "con"},
        {"1,250", 1.25, 0, Qualifier::Exact, ""},
    };
    for (const QuantityCase& one : cases) {
        const auto quantity = parseQuantity(one.text, NumberStyle::Vietnamese);
        ASSERT_TRUE(quantity) << one.text;
        EXPECT_DOUBLE_EQ(quantity->value, one.value) << one.text;
        EXPECT_DOUBLE_EQ(quantity->max.value_or(0), one.max) << one.text;
        EXPECT_EQ(quantity->qualifier, one.qualifier) << one.text;
        EXPECT_EQ(quantity->unit, one.unit) << one.text;
    }
}

TEST(Quantity, from_a_number_cell_has_a_decimal_point) {
    EXPECT_DOUBLE_EQ(parseQuantity("1.947", NumberStyle::Plain)->value, 1.947);
    EXPECT_DOUBLE_EQ(parseQuantity("1947", NumberStyle::Plain)->value, 1947);
    EXPECT_DOUBLE_EQ(parseQuantity("1.250 nghìn con", NumberStyle::Plain)->value, 1250);
}

TEST(Quantity, stands_beside_those_who_take_part) {
    const QuantityCase cases[] = {
        {"5 ha/12 hộ", 5, 0, Qualifier::Exact, "ha"},
        {"10.000 m2/3 hộ", 10000, 0, Qualifier::Exact, "m2"},
        {"12 ha (5 hộ)", 12, 0, Qualifier::Exact, "ha"},
        {"20 hộ, 60 con", 60, 0, Qualifier::Exact, "con"},
        {"khoảng 8 ha; 15 hộ dân", 8, 0, Qualifier::About, "ha"},
        {"1,5 ha - 4 người", 1.5, 0, Qualifier::Exact, "ha"},
    };
    for (const QuantityCase& one : cases) {
        const auto found = parseQuantity(one.text, NumberStyle::Vietnamese);
        ASSERT_TRUE(found) << one.text;
        EXPECT_DOUBLE_EQ(found->value, one.value) << one.text;
        EXPECT_EQ(found->qualifier, one.qualifier) << one.text;
        EXPECT_EQ(found->unit, one.unit) << one.text;
    }
}

TEST(Quantity, that_is_no_number_or_an_upper_bound_is_refused) {
    for (const char* text :
         {"", "nhiều", "dưới 300", "< 300", "ha 3", "12/5", "1,2,3", "30-20", "trên", "1,5k", "2tr",
          "đến 20", "≤ 20", "20 trở xuống", "2 ha - 500 m2", "1,25.5", "1,250.5.1"})
        EXPECT_FALSE(parseQuantity(text, NumberStyle::Vietnamese)) << text;
}

TEST(Quantity, says_why_a_text_is_none) {
    const std::pair<const char*, Unusable> cases[] = {
        {"dưới 5", Unusable::UpperBound},
        {"< 5 ha", Unusable::UpperBound},
        {"không quá 20", Unusable::UpperBound},
        {"2 ha + 500 m2", Unusable::SeveralValues},
        {"12 ha (5 cơ sở)", Unusable::SeveralValues},
        {"5 ha/12 hộ/3 nhóm", Unusable::SeveralValues},
        {"12 hộ/40 người", Unusable::SeveralValues},
        {"2 ha; 500 con", Unusable::SeveralValues},
        {"nhiều", Unusable::NotANumber},
        {"12/5", Unusable::NotANumber},
        {"1,5k", Unusable::NotANumber},
        {"đến nay", Unusable::NotANumber},
    };
    for (const auto& [text, why] : cases) {
        EXPECT_FALSE(parseQuantity(text, NumberStyle::Vietnamese)) << text;
        EXPECT_EQ(whyNoQuantity(text), why) << text;
    }
}

TEST(Quantity, letters_that_look_like_digits_are_no_value) {
    const std::pair<const char*, const char*> cases[] = {
        {"1OO", "100"},           {"8.9OO", "8.900"}, {"5O ha", "50 ha"},
        {"trên 1l0", "trên 110"}, {"2,o", "2,0"},
    };
    for (const auto& [text, meant] : cases) {
        EXPECT_FALSE(parseQuantity(text, NumberStyle::Vietnamese)) << text;
        EXPECT_EQ(whyNoQuantity(text), Unusable::LettersForDigits) << text;
        EXPECT_EQ(withDigits(text), meant) << text;
    }
    for (const char* text : {"5l", "20 ô", "5 lồng", "12 lô", "10 hộ", "7 con", "3 IPM", "CO2"})
        EXPECT_EQ(withDigits(text), "") << text;
    EXPECT_EQ(parseQuantity("5 ô", NumberStyle::Vietnamese)->value, 5);
}

TEST(Quantity, a_dash_or_a_word_says_that_nothing_is_known) {
    for (const char* text : {"", " ", "-", "–", "…", "...", "x", "X", "KXĐ", "kxđ", "chưa có",
                             "Chưa thống kê", "không", "N/A"})
        EXPECT_TRUE(isBlankCell(text)) << text;
    for (const char* text : {"0", "xã", "Chiềng Khoa", "không dưới 3", "K'Bang"})
        EXPECT_FALSE(isBlankCell(text)) << text;
}

TEST(Quantity, a_sign_repeats_the_cell_above) {
    for (const char* text :
         {"nt", "-nt-", "NT", "n.t", "//", "\"", "”", "''", "như trên", "- nt -"})
        EXPECT_TRUE(isDitto(text)) << text;
    for (const char* text : {"", "-", "con", "m2"})
        EXPECT_FALSE(isDitto(text)) << text;
}

} // namespace
} // namespace terroir::records
