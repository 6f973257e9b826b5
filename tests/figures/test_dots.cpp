#include "core/base/error.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/figures/dot_words.hpp"
#include "core/figures/dots.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/geometry/topology.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <map>

namespace terroir::figures {
namespace {

/// A square of so many degrees near Tam Đường, which is some 111 × 103 km to a degree.
DottedGround square(double west, double side, std::vector<double> values) {
    const double south = 22, east = west + side, north = south + side;
    return {0,
            "unit" + std::to_string(west),
            {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}},
            std::move(values)};
}

TEST(DotValue, is_of_1_2_5_and_leaves_the_densest_ground_open) {
    const auto isRound = [](double value) {
        while (value >= 10)
            value /= 10;
        while (value < 1)
            value *= 10;
        return std::abs(value - 1) < 1e-9 || std::abs(value - 2) < 1e-9 ||
               std::abs(value - 5) < 1e-9;
    };
    for (const double most : {0.7, 12.0, 345.0, 6789.0, 1.2e6}) {
        const std::vector<DottedGround> grounds{square(103, 0.1, {most}),
                                                square(103.1, 0.1, {most / 50})};
        const double value = suitableDotValue(grounds);
        EXPECT_TRUE(isRound(value)) << value;
        // Two squares fill A4 crosswise: each has some 90 × 90 mm.
        const double dots = most / value, covered = dots * 0.785 / (90 * 90 * 1.08);
        EXPECT_LE(covered, 0.27) << most;
        EXPECT_GE(covered, 0.08) << most << ": the next smaller value would fill it";
    }
}

TEST(DotValue, of_things_is_at_least_one) {
    const std::vector<DottedGround> grounds{square(103, 0.1, {3}), square(103.1, 0.1, {1})};
    EXPECT_EQ(suitableDotValue(grounds), 1);
    EXPECT_EQ(suitableDotValue({}), 1);
}

TEST(Dots, are_as_many_as_the_figure_has_times_the_value_and_their_sum_is_said) {
    const std::vector<DottedGround> grounds{square(103, 0.1, {1000, 47.5}),
                                            square(103.1, 0.1, {900, 0}),
                                            square(103.2, 0.1, {2, 0}), square(103.3, 0.1, {0, 0})};
    const ShownDots dots = dotsOn(grounds, 5);
    EXPECT_EQ(dots.dots.size(), 200U + 10 + 180);
    EXPECT_EQ(dots.shown(), 1950);
    EXPECT_EQ(dots.figures, 1949.5);
    EXPECT_EQ(dots.without, 1U) << "2 ha are less than half a dot; nought is no such place";
    std::map<std::uint32_t, std::size_t> bySeries;
    for (const Dot& dot : dots.dots)
        ++bySeries[dot.series];
    EXPECT_EQ(bySeries[1], 10U) << "47,5 ha are 9,5 dots: half a dot is one";
}

TEST(Dots, of_several_series_lie_on_each_other_at_random) {
    const ShownDots dots = dotsOn(std::vector{square(103, 0.1, {500, 500})}, 1);
    ASSERT_EQ(dots.dots.size(), 1000U);
    std::size_t early = 0, changes = 0;
    for (std::size_t i = 0; i < 1000; ++i) {
        early += i < 500 && dots.dots[i].series == 0 ? 1 : 0;
        changes += i > 0 && dots.dots[i].series != dots.dots[i - 1].series ? 1 : 0;
    }
    EXPECT_NEAR(double(early), 250, 50);
    EXPECT_NEAR(double(changes), 500, 80);
}

TEST(Dots, too_many_to_draw_are_refused_with_the_value_that_is_not) {
    try {
        dotsOn(std::vector{square(103, 0.1, {1e7})}, 0.5);
        FAIL();
    } catch (const UsageError& error) {
        const std::string said = error.what();
        EXPECT_NE(said.find("20,000,000 dots"), std::string::npos) << said;
        EXPECT_NE(said.find("of 50 or more"), std::string::npos) << said;
    }
}

/// Tea of Tam Đường as dots, on the packaged records.
class DotsOfTamDuong : public ::testing::Test {
protected:
    EvaluatedTheme evaluated(const std::string& dotValue = "") {
        const std::string json = R"({"id": "x", "title": "X", "level": "commune",
            "within": "huyện Tam Đường, tỉnh Lai Châu", "asOf": "2022-04-15", "layers": [
            {"type": "dots", "label": {"vi": "Diện tích", "en": "Area"},)" +
                                 dotValue + R"("series": [
              {"label": {"vi": "Quy hoạch", "en": "Planted"}, "unit": "ha", "selection":
                {"kinds": ["planting"], "indicators": ["area"]}}]}]})";
        return figuresOf(theme::parseTheme(json, "x.theme.json"), {}, m_workspace,
                         Language::Vietnamese);
    }
    workspace::Workspace m_workspace{workspace::packagedFile(), store::Mode::ReadOnly,
                                     store::Spatial::Yes};
};

TEST_F(DotsOfTamDuong, lie_in_the_unit_that_has_the_figure_and_shared_ones_in_the_group) {
    const EvaluatedTheme evaluated = this->evaluated();
    const EvaluatedLayer& layer = evaluated.layers.front();
    ASSERT_FALSE(layer.dots.dots.empty());
    const boundaries::UnitShapes shapes = boundaries::shapesOf(
        m_workspace.file(), m_workspace.gazetteer(), evaluated.units, evaluated.asOf, 10);
    std::map<gazetteer::UnitIndex, const geometry::MultiPolygon*> shapeOf;
    for (const boundaries::UnitShape& shape : shapes.units)
        shapeOf[shape.unit] = &shape.shape;
    std::map<gazetteer::UnitIndex, std::size_t> inUnit;
    for (const Dot& dot : layer.dots.dots)
        for (const auto& [unit, shape] : shapeOf)
            if (geometry::contains(*shape, dot.lonLat))
                ++inUnit[unit];
    std::size_t own = 0;
    for (const auto& [unit, cell] : layer.series[0].cells) {
        const auto wanted = std::size_t(cell.value / layer.dots.value + 0.5);
        EXPECT_GE(inUnit[unit], wanted) << m_workspace.gazetteer().unit(unit).name;
        own += wanted;
    }
    EXPECT_FALSE(layer.shared.empty());
    EXPECT_GT(layer.dots.dots.size(), own) << "and of groups";
    for (const gazetteer::UnitIndex unit : evaluated.units) {
        bool hasAny = layer.series[0].cells.contains(unit);
        for (const auto& [group, shared] : layer.shared)
            hasAny = hasAny || std::binary_search(group.begin(), group.end(), unit);
        EXPECT_EQ(inUnit[unit] > 0 && !hasAny, false) << "no data has no dots";
    }
}

TEST_F(DotsOfTamDuong, have_the_value_that_the_theme_gives_and_say_it) {
    const EvaluatedTheme evaluated = this->evaluated(R"("dotValue": 0.5, )");
    const EvaluatedLayer& layer = evaluated.layers.front();
    EXPECT_EQ(layer.dots.value, 0.5);
    EXPECT_NEAR(layer.dots.shown(), layer.dots.figures,
                0.25 * double(layer.series[0].cells.size() + layer.shared.size()));
    const PageWords words(evaluated, m_workspace.gazetteer());
    EXPECT_EQ(dotValueWords(layer, words), "1 điểm = 0,5 ha");
    const std::string sum = dotSumWords(layer, words);
    EXPECT_NE(sum.find(" điểm: "), std::string::npos) << sum;
    EXPECT_NE(sum.find(" trên "), std::string::npos) << sum;
}

} // namespace
} // namespace terroir::figures
