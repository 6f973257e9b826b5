#include "core/figures/evaluate.hpp"
#include "core/map/page_figures.hpp"
#include "map_fixture.hpp"
#include "tests/support/many_records.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::map {
namespace {

using gazetteer::Level;
using testing::itemsOf;
using testing::textOf;

/// Hectares of models, trials and plantings at random over the communes of the country.
class PageFiguresOfManyRecords : public ::testing::Test {
protected:
    static constexpr Date today = Date::of(2025, 8, 1), before = Date::of(2024, 8, 1);

    PageFiguresOfManyRecords() {
        m_theme.id = "many";
        m_theme.level = Level::Commune;
        theme::Layer layer;
        layer.type = theme::LayerType::Symbols;
        layer.series.emplace_back();
        layer.series.back().selection.indicators = {"area"};
        layer.series.back().unit = {"ha", "ha"};
        m_theme.layers.push_back(layer);
    }
    map::PageFigures shown(std::size_t count, Date day) {
        const records::CompactRecords records(
            terroir::testing::manyRecords(m_workspace.gazetteer(), count, day));
        return map::pageFiguresOf(
            m_workspace,
            [&](std::optional<Level> level) {
                theme::Settings settings;
                settings.asOf = day;
                settings.level = level;
                return figures::evaluate(m_theme, m_workspace.gazetteer(), records, settings,
                                         Language::Vietnamese, {}, {gazetteer::noUnit, true});
            },
            {297, 210, {}}, testing::measureHalfEm);
    }

    workspace::Workspace m_workspace{workspace::packagedFile(), store::Mode::ReadOnly,
                                     store::Spatial::Yes};
    theme::Theme m_theme;
};

TEST_F(PageFiguresOfManyRecords, are_those_of_provinces_when_communes_would_cover_each_other) {
    for (const Date day : {today, before}) {
        const map::PageFigures page = shown(8000, day);
        EXPECT_EQ(page.evaluated.level, Level::Province);
        EXPECT_EQ(page.data.askedLevel, Level::Commune);
        double placed = 0;
        for (const auto& [unit, cell] : page.evaluated.layers[0].series[0].cells)
            placed += cell.value;
        double apart = 0;
        for (const figures::NotAttributed& entry : page.evaluated.layers[0].series[0].notAttributed)
            apart += entry.value;
        EXPECT_NEAR(placed + apart, page.evaluated.layers[0].series[0].total, 1e-6 * placed)
            << "each value once";
        const map::Scene scene =
            map::composeMap(page.evaluated, page.data, {297, 210, {}}, testing::measureHalfEm);
        std::string legend = textOf(scene, "legend");
        std::replace(legend.begin(), legend.end(), '\n', ' ');
        EXPECT_NE(legend.find("Ký hiệu theo tỉnh vì quá nhiều xã"), std::string::npos) << legend;
        EXPECT_NE(legend.find("terroir table many"), std::string::npos) << legend;
        EXPECT_EQ(itemsOf<map::CircleItem>(scene, "symbols").size(),
                  page.evaluated.layers[0].series[0].cells.size());
    }
}

TEST_F(PageFiguresOfManyRecords, stay_those_of_communes_when_they_are_few) {
    const map::PageFigures page = shown(20, today);
    EXPECT_EQ(page.evaluated.level, Level::Commune);
    EXPECT_FALSE(page.data.askedLevel);
}

} // namespace
} // namespace terroir::map
