#include "core/records/number_style.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace terroir::records {
namespace {

using Points = ColumnNumbers::Points;
using Reason = ColumnNumbers::Reason;

ColumnNumbers column(const std::vector<const char*>& texts,
                     const std::vector<double>& numbers = {}) {
    ColumnNumbers made;
    for (const char* text : texts) {
        made.addText(text);
        made.addComparable(text);
    }
    for (const double number : numbers)
        made.addNumber(number);
    return made;
}

TEST(NumberStyle, of_a_column_is_told_by_its_other_cells) {
    const struct {
        std::vector<const char*> texts;
        Points points;
        const char* evidence;
    } cases[] = {
        {{"1.947", "9.850,5"}, Points::Thousands, "9.850,5"},
        {{"1.947", "12.500.000"}, Points::Thousands, "12.500.000"},
        {{"2.000.000 con", "7"}, Points::Thousands, "2.000.000"},
        {{"35,5 ha", "1.947"}, Points::Thousands, "35,5"},
        {{"0.9", "1.947"}, Points::Decimals, "0.9"},
        {{"12.25"}, Points::Decimals, "12.25"},
        {{"1947.5"}, Points::Decimals, "1947.5"},
        {{"12310.500"}, Points::Decimals, "12310.500"},
        {{"0.125"}, Points::Decimals, "0.125"},
        {{"8.000 - 9.000,5"}, Points::Thousands, "9.000,5"},
        {{"35,6", "120.5"}, Points::Both, "120.5"},
        {{"35,6", "120.5", "1.200,5"}, Points::Thousands, "1.200,5"},
        {{"1.947", "2.400", "600", "1,947", "12"}, Points::Unknown, ""},
        {{"12.11.2024", "1.5.2", "3."}, Points::Unknown, ""},
    };
    for (const auto& one : cases) {
        const ColumnNumbers numbers = column(one.texts);
        EXPECT_EQ(numbers.points(), one.points) << one.texts[0];
        EXPECT_EQ(numbers.evidence(), one.evidence) << one.texts[0];
    }
}

TEST(NumberStyle, of_commas_is_told_by_points_that_are_decimal_and_by_sizes) {
    using Commas = ColumnNumbers::Commas;
    const struct {
        std::vector<const char*> texts;
        Commas commas; ///< of "1,800"
    } cases[] = {
        {{"1,800", "720", "360.5"}, Commas::Thousands},
        {{"1,800", "2.5", "12,600.5"}, Commas::Thousands},
        {{"1,800", "3,200,000"}, Commas::Thousands},
        {{"1,800", "2.5", "3"}, Commas::Open},
        {{"1,800", "1,250.5", "12,5"}, Commas::Open},
        {{"1,800", "12,5"}, Commas::Unknown},
        {{"1,800", "360.5", "12,5"}, Commas::Unknown},
        {{"1,800", "1.250,5"}, Commas::Unknown},
        {{"1,800", "720"}, Commas::Unknown},
    };
    for (const auto& one : cases)
        EXPECT_EQ(column(one.texts).commas(1800, 1.8), one.commas) << one.texts[1];
}

TEST(NumberStyle, chooses_by_evidence_then_by_size_and_leaves_open_what_is_open) {
    const struct {
        const char* what;
        std::vector<const char*> texts;
        std::vector<double> numbers;
        double grouped;
        NumberStyle style;
        Reason reason;
    } cases[] = {
        {"proved thousands", {"35,5"}, {}, 1947, NumberStyle::Vietnamese, Reason::Evidence},
        {"proved decimals", {"0.9"}, {}, 1947, NumberStyle::Plain, Reason::Evidence},
        {"a comma among small numbers",
         {"2,5", "3"},
         {},
         1800,
         NumberStyle::Vietnamese,
         Reason::Far},
        {"a comma among large ones",
         {"985,5"},
         {},
         1800,
         NumberStyle::Vietnamese,
         Reason::Evidence},
        {"a point among large ones",
         {"12.5", "15400"},
         {},
         12947,
         NumberStyle::Plain,
         Reason::Evidence},
        {"nothing speaks against it", {}, {}, 1947, NumberStyle::Vietnamese, Reason::Norm},
        {"real numbers of its size",
         {},
         {12840, 12310.5, 11755},
         11902,
         NumberStyle::Vietnamese,
         Reason::Size},
        {"size beside both",
         {"35,6", "120.5"},
         {2400},
         1947,
         NumberStyle::Vietnamese,
         Reason::Size},
        {"whole numbers of its size in texts",
         {"850", "2400", "1.947"},
         {},
         1947,
         NumberStyle::Vietnamese,
         Reason::Norm},
        {"small whole numbers in texts",
         {"2", "3", "4"},
         {},
         1947,
         NumberStyle::Vietnamese,
         Reason::Open},
        {"small real numbers", {}, {1.947}, 1947, NumberStyle::Vietnamese, Reason::Open},
        {"sizes of all kinds", {}, {2, 2500}, 1947, NumberStyle::Vietnamese, Reason::Open},
        {"no number of the column has a second decimal",
         {},
         {2, 30.5, 2500},
         1947,
         NumberStyle::Vietnamese,
         Reason::Decimals},
        {"finer numbers", {}, {2.25, 30, 2500}, 1947, NumberStyle::Vietnamese, Reason::Open},
        {"few numbers of its kind", {}, {2, 30}, 1947, NumberStyle::Vietnamese, Reason::Open},
        {"both and no size", {"35,6", "120.5"}, {}, 1947, NumberStyle::Vietnamese, Reason::Open},
        {"decimals against size",
         {"0.9"},
         {1850, 2400},
         1947,
         NumberStyle::Vietnamese,
         Reason::Open},
    };
    for (const auto& one : cases) {
        const auto choice = column(one.texts, one.numbers).choose(one.grouped, one.grouped / 1000);
        EXPECT_EQ(choice.reason, one.reason) << one.what;
        EXPECT_EQ(choice.style, one.style) << one.what;
    }
}

} // namespace
} // namespace terroir::records
