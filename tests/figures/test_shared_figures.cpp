#include "core/figures/evaluate.hpp"
#include "core/figures/page_words.hpp"
#include "core/figures/shared_figures.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/support/packaged_records.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace terroir::figures {
namespace {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

const Date beforeReform = Date::of(2022, 4, 15), afterReform = Date::of(2025, 7, 1);

const gazetteer::Gazetteer& packaged() {
    return terroir::testing::packagedGazetteer();
}

EvaluatedTheme shownOn(std::string_view id, Date day, Level level, const char* within,
                       theme::Settings settings = {}) {
    static const std::vector<theme::Theme> themes =
        theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR) / "styles"});
    settings.asOf = day;
    settings.level = level;
    return evaluate(theme::findTheme(themes, id), packaged(), terroir::testing::packagedRecords(),
                    settings, Language::Vietnamese, {}, {packaged().findCode(within, day), false});
}

std::set<std::string> namesOf(const UnitGroup& group) {
    std::set<std::string> names;
    for (const UnitIndex unit : group)
        names.insert(packaged().unit(unit).name);
    return names;
}

TEST(SharedFigures, an_old_district_is_one_group_of_the_communes_of_today) {
    theme::Settings filled;
    filled.method = "jenks";
    const EvaluatedTheme map =
        shownOn("production-zones", afterReform, Level::Commune, "12", filled);
    const EvaluatedLayer& area = map.layers.at(0);
    ASSERT_EQ(area.shared.size(), 1U);
    const auto& [group, shared] = *area.shared.begin();
    EXPECT_EQ(namesOf(group), (std::set<std::string>{"Bình Lư", "Sin Suối Hồ", "Tả Lèng",
                                                     "Tân Phong", "Bản Bo", "Khun Há"}));
    EXPECT_EQ(shared.cells.at(0)->value, 1947);
    EXPECT_EQ(shared.named, packaged().findCode("106", beforeReform));
    EXPECT_EQ(area.filledBy.size(), 6U);
    ASSERT_EQ(area.classes.size(), 1U);
    EXPECT_EQ(area.classes[0].label, "1.947");
    EXPECT_EQ(area.classes[0].count, 0U) << "no commune has a figure of its own";
    EXPECT_EQ(area.classes[0].sharedCount, 6U);
    EXPECT_EQ(area.series[0].total, 1947) << "counted once";
    EXPECT_EQ(map.layers.at(1).largestSymbol, 10200) << "the symbol of the group";
    EXPECT_EQ(PageWords(map, packaged()).groupName(group), "huyện Tam Đường cũ");
}

TEST(SharedFigures, a_unit_of_after_the_day_is_new_not_former) {
    EvaluatedTheme map = shownOn("production-zones", beforeReform, Level::Commune, "106");
    const auto isShownOf = [&](const char* area) {
        const std::string subtitle = PageWords(map, packaged()).subtitle();
        return subtitle.starts_with(area + std::string(" – theo cấp xã"));
    };
    EXPECT_TRUE(isShownOf("Huyện Tam Đường, tỉnh Lai Châu"));
    map.within = packaged().findCode("03390", afterReform);
    ASSERT_NE(map.within, noUnit);
    EXPECT_TRUE(isShownOf("Xã Bình Lư mới, từ ngày 1/7/2025"))
        << PageWords(map, packaged()).subtitle();
    map.asOf = afterReform;
    EXPECT_TRUE(isShownOf("Xã Bình Lư, tỉnh Lai Châu"));
}

TEST(SharedFigures, a_district_of_the_day_is_a_group_of_its_communes) {
    const EvaluatedTheme map = shownOn("production-zones", beforeReform, Level::Commune, "12");
    ASSERT_EQ(map.layers[0].shared.size(), 1U);
    const UnitGroup& group = map.layers[0].shared.begin()->first;
    EXPECT_EQ(group.size(), 13U);
    EXPECT_EQ(PageWords(map, packaged()).groupName(group), "huyện Tam Đường");
}

TEST(SharedFigures, what_is_known_for_all_that_is_shown_or_for_a_province_is_no_group) {
    EXPECT_TRUE(
        shownOn("production-zones", beforeReform, Level::Commune, "106").layers[0].shared.empty());
    for (const EvaluatedLayer& layer :
         shownOn("st-tasks", beforeReform, Level::Commune, "12").layers)
        for (const auto& [group, shared] : layer.shared)
            EXPECT_LT(group.size(), 20U) << "the 106 communes of the province";
    EXPECT_TRUE(
        shownOn("production-zones", beforeReform, Level::District, "12").layers[0].shared.empty())
        << "the district has the figure itself";
}

TEST(SharedFigures, the_rate_of_a_group_is_by_the_area_of_the_district_that_is_named) {
    theme::Settings perArea;
    perArea.per = theme::Per::Km2;
    const EvaluatedTheme map =
        shownOn("production-zones", afterReform, Level::Commune, "12", perArea);
    const SharedFigures& shared = map.layers[0].shared.begin()->second;
    const double area = *packaged().unit(packaged().findCode("106", beforeReform)).areaKm2;
    ASSERT_TRUE(shared.rate);
    EXPECT_NEAR(shared.rate->value, 1947 / area, 0.005)
        << "the communes of today reach beyond the old district";
    EXPECT_EQ(map.layers[0].filledBy.size(), 6U);
}

TEST(SharedFigures, a_unit_is_filled_for_its_own_figure_then_for_its_smallest_group) {
    const EvaluatedTheme map = shownOn("production-zones", afterReform, Level::Commune, "12");
    const std::vector<UnitIndex>& units = map.units;
    const auto entry = [&](std::vector<UnitIndex> places, double value,
                           NotAttributed::Reason reason) {
        NotAttributed left;
        left.places = std::move(places);
        left.value = value;
        left.reason = reason;
        return left;
    };
    using Reason = NotAttributed::Reason;
    Figures figures;
    figures.units = units;
    figures.cells[units[0]].value = 5;
    figures.notAttributed = {entry({units[0], units[1], units[2]}, 30, Reason::SeveralUnits),
                             entry({units[1], units[2]}, 20, Reason::SeveralUnits),
                             entry({units[1], units[2]}, 1, Reason::SeveralUnits),
                             entry({units[3], units[4]}, 9, Reason::PartlyOutside),
                             entry({units[5], units[6]}, 9, Reason::Unresolved),
                             entry({units[7], units[8]}, 9, Reason::Remainder)};
    EvaluatedLayer layer;
    layer.layer = &map.theme.layers[0];
    layer.series = {figures};
    layer.shared = sharedFigures(layer.series, units, Level::Commune, packaged(), afterReform);
    ASSERT_EQ(layer.shared.size(), 2U);
    fillFromGroups(layer);
    const auto filledWith = [&](UnitIndex unit) {
        const SharedFigures* shared = layer.filling(unit);
        return shared == nullptr ? 0 : shared->cells[0]->value;
    };
    EXPECT_EQ(filledWith(units[0]), 0) << "its own figure";
    EXPECT_EQ(filledWith(units[1]), 21) << "both statements about the same two";
    EXPECT_EQ(filledWith(units[2]), 21);
    EXPECT_EQ(layer.filledBy.size(), 2U);
}

TEST(SharedFigures, of_equal_groups_the_one_with_the_larger_figure_fills_a_unit) {
    const EvaluatedTheme map = shownOn("production-zones", afterReform, Level::Commune, "12");
    const std::vector<UnitIndex>& units = map.units;
    for (const bool isFirstLarger : {true, false}) {
        EvaluatedLayer layer;
        layer.layer = &map.theme.layers[0];
        layer.series.resize(1);
        const auto share = [&](UnitIndex other, double value) {
            SharedFigures& shared = layer.shared[UnitGroup{units[0], other}];
            shared.cells.resize(1);
            shared.cells[0].emplace().value = value;
        };
        share(units[1], isFirstLarger ? 20 : 3);
        share(units[2], isFirstLarger ? 3 : 20);
        fillFromGroups(layer);
        EXPECT_EQ(layer.filling(units[0])->cells[0]->value, 20);
    }
}

TEST(SharedFigures, fill_their_units_also_after_the_theme_was_moved) {
    EvaluatedTheme map = shownOn("production-zones", afterReform, Level::Commune, "12");
    const EvaluatedTheme moved = std::move(map);
    std::vector<EvaluatedLayer> copies = moved.layers;
    copies.emplace_back(); // moves them once more
    const UnitIndex unit = copies[0].filledBy.begin()->first;
    const SharedFigures* shared = copies[0].filling(unit);
    ASSERT_NE(shared, nullptr);
    EXPECT_EQ(shared, &copies[0].shared.begin()->second) << "its own, not the original's";
    EXPECT_EQ(shared->cells[0]->value, 1947);
}

TEST(SharedFigures, a_former_district_shown_alone_keeps_its_own_figure) {
    theme::Settings settings;
    settings.asOf = afterReform;
    settings.level = Level::Commune;
    static const std::vector<theme::Theme> themes =
        theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR) / "styles"});
    const EvaluatedTheme map =
        evaluate(theme::findTheme(themes, "production-zones"), packaged(),
                 terroir::testing::packagedRecords(), settings, Language::Vietnamese, {},
                 {packaged().findCode("106", beforeReform), false});
    ASSERT_EQ(map.layers[0].shared.size(), 1U);
    EXPECT_EQ(map.layers[0].shared.begin()->first.size(), map.units.size());
    EXPECT_EQ(map.layers[0].noData, 0U) << "which would be untrue";
}

} // namespace
} // namespace terroir::figures
