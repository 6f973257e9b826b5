// What every program says when it is asked for the profile of a unit.
#include "core/figures/unit_profile.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/settings.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace terroir::figures {
namespace {

class UnitProfileTest : public ::testing::Test {
protected:
    static workspace::Workspace& opened() {
        static workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
        return workspace;
    }
    static theme::Theme themeNamed(const char* id) {
        return theme::findTheme(theme::knownThemes().themes, id);
    }
    /// Of Tam Đường in its report's days, with one theme.
    static UnitProfile ask(const theme::Theme& theme, const records::Limits& only,
                           Date day = Date::of(2022, 4, 15)) {
        return unitProfile(opened(), {&theme, 1},
                           {opened().gazetteer().find("106@2020"), day, only}, Language::English);
    }
    static double sumOf(const UnitProfile& profile) {
        double sum = 0;
        for (const ProfileTotal& total : profile.profile.totals)
            sum += total.value;
        return sum;
    }
    static records::Limits of(const char* subject) {
        records::Limits only;
        only.subject = subject;
        return only;
    }
};

TEST_F(UnitProfileTest, a_theme_of_pigs_alone_stays_one_when_the_window_is_narrowed_to_a_source) {
    const theme::Theme all = themeNamed("livestock");
    theme::Theme pigs = all;
    theme::limitTo(pigs, of("lợn"));
    const double ofPigs = sumOf(ask(pigs, {}));
    ASSERT_GT(ofPigs, 0);
    ASSERT_GT(sumOf(ask(all, {})), ofPigs);
    records::Limits report;
    for (const records::Source& source : opened().sources())
        if (source.number == "24-BC/HU")
            report.sources = {source.id};
    ASSERT_FALSE(report.sources.empty());
    EXPECT_EQ(sumOf(ask(pigs, report)), ofPigs) << "all pigs, and nothing but pigs";
    EXPECT_EQ(sumOf(ask(pigs, of("không có thứ này"))), 0);
    EXPECT_EQ(sumOf(ask(all, of("lợn"))), ofPigs) << "a theme of everything takes the filter";
}

TEST_F(UnitProfileTest, figures_and_records_of_two_limits_are_within_both) {
    theme::Theme pigs = themeNamed("livestock");
    theme::limitTo(pigs, of("lợn"));
    const UnitProfile other = ask(pigs, of("cây gai"));
    EXPECT_EQ(sumOf(other), 0);
    EXPECT_FALSE(other.profile.records.empty()) << "what is narrowed to stands among the records";
    EXPECT_NE(other.remarks.front().vi.find("sản phẩm cây gai"), std::string::npos);
}

TEST_F(UnitProfileTest, the_day_of_a_unit_that_ended_is_told_in_both_languages) {
    const theme::Theme theme = themeNamed("livestock");
    EXPECT_TRUE(ask(theme, {}).remarks.empty());
    const UnitProfile late = ask(theme, {}, Date::of(2025, 12, 31));
    EXPECT_EQ(late.day, Date::of(2025, 6, 30));
    ASSERT_EQ(late.remarks.size(), 1u);
    EXPECT_EQ(late.remarks.front().vi,
              "huyện Tam Đường, tỉnh Lai Châu không có hiệu lực ngày 31/12/2025; hồ sơ theo đơn vị "
              "hành chính ngày 30/6/2025.");
    EXPECT_EQ(late.remarks.front().en,
              "huyện Tam Đường, tỉnh Lai Châu is not in force on 31 December 2025; the profile is "
              "on the units of 30 June 2025.");
}

} // namespace
} // namespace terroir::figures
