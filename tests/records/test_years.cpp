#include "core/base/day_words.hpp"
#include "core/figures/join.hpp"
#include "core/records/selection.hpp"

#include <gtest/gtest.h>

using namespace terroir;

namespace {

const Date open = Date::end(), always = Date::beginning();

Period years(int first, int last) {
    return {Date::of(first, 1, 1), Date::of(last + 1, 1, 1)};
}

} // namespace

TEST(Years, are_one_or_two_that_ascend) {
    EXPECT_EQ(parseYears("2021"), years(2021, 2021));
    EXPECT_EQ(parseYears("2021-2022"), years(2021, 2022));
    EXPECT_EQ(parseYears("2021–2022"), years(2021, 2022));
    for (const char* wrong : {"", "21", "2022-2021", "2021-", "-2021", "2021-22", "1899", "2101",
                              "2021 2022", "năm 2021", "2021-2022-2023"})
        EXPECT_EQ(parseYears(wrong), std::nullopt) << wrong;
    for (const char* text : {"2021", "2021-2022"})
        EXPECT_EQ(yearsText(*parseYears(text)), text);
    EXPECT_EQ(yearsText({Date::of(2021, 1, 2), Date::of(2022, 1, 1)}), "");
    EXPECT_EQ(yearsText({always, Date::of(2022, 1, 1)}), "");
}

TEST(Years, accept_what_overlaps_them_by_its_own_period_or_its_source) {
    const std::vector<records::Source> sources{{"covered", "", "", "", "", "", years(2012, 2022)},
                                               {"unknown", "", "", "", "", "", {}}};
    struct Case {
        Period own;
        const char* source;
        bool accepted;
    };
    const Case cases[] = {
        {years(2021, 2021), "covered", true},
        {years(2020, 2020), "covered", false},
        {years(2022, 2022), "covered", false},
        {years(2012, 2022), "unknown", true},
        {{always, Date::of(2021, 1, 1)}, "covered", false},
        {{always, Date::of(2021, 1, 2)}, "covered", true},
        {{Date::of(2022, 1, 1), open}, "covered", false},
        {{}, "covered", true},
        {{}, "unknown", false},
        {{}, "no such source", false},
    };
    records::Selection selection;
    selection.period = years(2021, 2021);
    for (const Case& one : cases) {
        records::Record record;
        record.period = one.own;
        record.source = one.source;
        EXPECT_EQ(selection.accepts(record, sources), one.accepted)
            << one.own.from.toString() << " " << one.own.to.toString() << " " << one.source;
    }
}
