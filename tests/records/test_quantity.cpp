#include "core/records/quantity.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

struct Case {
    const char* text;
    double value;
    double max; ///< 0: none
    Qualifier qualifier;
    const char* unit;
};

TEST(Quantity, is_read_as_vietnamese_reports_write_it) {
    const Case cases[] = {
        {"1.947", 1947, 0, Qualifier::Exact, ""},
        {"1.947 ha", 1947, 0, Qualifier::Exact, "ha"},
        {"74,03", 74.03, 0, Qualifier::Exact, ""},
        {"02 ha", 2, 0, Qualifier::Exact, "ha"},
        {"3 000 con", 3000, 0, Qualifier::Exact, "con"},
        {"80 nghìn con", 80000, 0, Qualifier::Exact, "con"},
        {"0,9ha", 0.9, 0, Qualifier::Exact, "ha"},
        {"500 m2", 500, 0, Qualifier::Exact, "m2"},
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
    };
    for (const Case& one : cases) {
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
}

TEST(Quantity, that_is_no_number_or_an_upper_bound_is_refused) {
    for (const char* text :
         {"", "nhiều", "dưới 300", "< 300", "ha 3", "12/5", "1,2,3", "30-20", "trên"})
        EXPECT_FALSE(parseQuantity(text, NumberStyle::Vietnamese)) << text;
}

TEST(Quantity, a_dash_says_that_nothing_is_known) {
    for (const char* text : {"", " ", "-", "–", "…"})
        EXPECT_TRUE(isBlankCell(text)) << text;
    EXPECT_FALSE(isBlankCell("0"));
}

} // namespace
} // namespace terroir::records
