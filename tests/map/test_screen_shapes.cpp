#include "core/figures/theme_figures.hpp"
#include "core/geometry/mercator.hpp"
#include "core/geometry/topology.hpp"
#include "core/map/screen_shapes.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/support/packaged_workspace.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace terroir::map {
namespace {

using terroir::testing::TemporaryFolder;

figures::EvaluatedTheme livestock(workspace::Workspace& workspace) {
    const theme::Theme theme = theme::readTheme(TERROIR_SOURCE_DIR "/styles/livestock.theme.json");
    return figures::figuresOf(theme, {}, workspace, Language::Vietnamese);
}

geometry::Point mercatorOf(const gazetteer::Unit& unit) {
    return geometry::toMercator(geometry::Point{unit.point->lon, unit.point->lat});
}

TEST(ScreenShapes, finds_the_commune_under_a_point_and_nothing_beyond_the_map) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly,
                                   store::Spatial::Yes);
    const figures::EvaluatedTheme evaluated = livestock(workspace);
    const map::ScreenShapes ground(workspace, evaluated);
    EXPECT_EQ(ground.approximate().units, evaluated.units.size());
    EXPECT_TRUE(ground.missing().empty());
    for (const gazetteer::UnitIndex unit : evaluated.units) {
        const gazetteer::Unit& described = workspace.gazetteer().unit(unit);
        if (described.point) {
            EXPECT_EQ(ground.unitAt(mercatorOf(described)), unit) << described.name;
        }
        EXPECT_FALSE(ground.boxOf(unit).isEmpty());
    }
    EXPECT_EQ(ground.unitAt(geometry::toMercator(geometry::Point{106.7, 10.8})), gazetteer::noUnit);
    EXPECT_EQ(ground.shapeOf(gazetteer::noUnit), nullptr);
}

TEST(ScreenShapes, gives_what_reaches_into_a_view_and_keeps_the_number_of_the_map) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly,
                                   store::Spatial::Yes);
    const figures::EvaluatedTheme evaluated = livestock(workspace);
    map::ScreenShapes ground(workspace, evaluated);
    EXPECT_EQ(ground.within(ground.extent(), 100).units.size(), evaluated.units.size());
    const geometry::Box one = ground.boxOf(evaluated.units.front());
    const geometry::Point middle{(one.minX + one.maxX) / 2, (one.minY + one.maxY) / 2};
    const map::ViewShapes near = ground.within({middle.x, middle.y, middle.x, middle.y}, 100);
    EXPECT_LT(near.units.size(), evaluated.units.size());
    EXPECT_FALSE(near.units.empty());
    EXPECT_EQ(near.unitsOfMap, evaluated.units.size());
    EXPECT_TRUE(ground.within({0, 0, 1, 1}, 100).units.empty());
}

/// With real polygons: only where there are some.
class OfficialGround : public ::testing::Test {
protected:
    void SetUp() override {
        const char* shared = std::getenv("TERROIR_SHARED");
        const std::filesystem::path file =
            std::filesystem::path(shared == nullptr ? TERROIR_SOURCE_DIR "/../shared" : shared) /
            "boundaries/boundaries_laichau_sonla.gpkg";
        if (!std::filesystem::exists(file))
            GTEST_SKIP() << "skipped: the real polygons are not here";
        std::filesystem::copy_file(workspace::packagedFile(), m_folder / "w.sqlite");
        workspace::Workspace workspace(m_folder / "w.sqlite", store::Mode::ReadWrite,
                                       store::Spatial::Yes);
        boundaries::ImportOptions options;
        options.layer = "wards_2025";
        options.validFrom = Date::of(2025, 7, 1);
        importBoundaries(workspace.file(), workspace.gazetteer(), file, options);
    }
    static std::size_t points(const map::ViewShapes& ground) {
        std::size_t count = 0;
        for (const map::PlacedUnit& shape : ground.units)
            for (const geometry::Polygon& polygon : *shape.shape)
                count += polygon.outer.size();
        return count;
    }
    TemporaryFolder m_folder;
};

TEST_F(OfficialGround, a_closer_look_has_more_points_and_a_far_one_few) {
    workspace::Workspace workspace(m_folder / "w.sqlite", store::Mode::ReadOnly,
                                   store::Spatial::Yes);
    theme::Theme theme = theme::readTheme(TERROIR_SOURCE_DIR "/styles/livestock.theme.json");
    theme::Settings choice;
    choice.within = "tỉnh Lai Châu";
    choice.asOf = Date::of(2025, 7, 1);
    const figures::EvaluatedTheme evaluated =
        figures::figuresOf(theme, choice, workspace, Language::Vietnamese);
    map::ScreenShapes ground(workspace, evaluated);
    EXPECT_EQ(ground.approximate().units, 0U);
    std::size_t before = 0;
    for (const double metres : {2000.0, 300.0, 30.0, 5.0}) {
        const std::size_t count = points(ground.within(ground.extent(), metres));
        EXPECT_GT(count, before) << metres;
        before = count;
    }
    // Asked again for less, it gives less: the fine shapes do not stay on far views.
    EXPECT_LT(points(ground.within(ground.extent(), 1000)), before / 10);
}

} // namespace
} // namespace terroir::map
