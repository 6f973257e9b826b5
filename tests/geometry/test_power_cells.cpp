#include "core/geometry/dissolve.hpp"
#include "core/geometry/edge_nodes.hpp"
#include "core/geometry/power_cells.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace terroir::geometry {
namespace {

MultiPolygon block(double x, double y, double width, double height) {
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

double areaOfAll(const std::vector<MultiPolygon>& shapes) {
    return std::accumulate(
        shapes.begin(), shapes.end(), 0.0,
        [](double sum, const MultiPolygon& shape) { return sum + areaOf(shape); });
}

/// Multiples of what cells are reckoned on.
double onGrid(double value) {
    return std::round(value * 1024) / 1024;
}

/// Scattered but the same in every run.
std::vector<Point> scatteredSites(int count, double width, double height) {
    std::vector<Point> points;
    for (int i = 1; i <= count; ++i)
        points.push_back({onGrid(width * std::fmod(i * 0.754877666, 1)),
                          onGrid(height * std::fmod(i * 0.569840291, 1))});
    return points;
}

std::vector<MultiPolygon> cellsWithin(const std::vector<WeightedSite>& sites,
                                      const MultiPolygon& outline) {
    const std::vector<MultiPolygon> cells = powerCells(sites, boxOf(outline));
    EdgeNodes nodes;
    for (const MultiPolygon& cell : cells)
        nodes.cross(cell, outline);
    return clippedTogether(cells, outline, nodes);
}

/// Without weights: those of the nearest site.
std::vector<MultiPolygon> cellsWithin(const std::vector<Point>& places,
                                      const MultiPolygon& outline) {
    std::vector<WeightedSite> sites;
    for (const Point place : places)
        sites.push_back({place, 0});
    return cellsWithin(sites, outline);
}

/// That the shapes' edges in common are equal to the last bit and nothing gapes or overlaps.
void expectCover(const std::vector<MultiPolygon>& shapes, const MultiPolygon& ground) {
    EXPECT_NEAR(areaOfAll(shapes) / areaOf(ground), 1, 1e-12);
    const auto all = dissolve(shapes);
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), ground.size());
    std::size_t holes = 0, holesOfGround = 0;
    for (const Polygon& polygon : *all)
        holes += polygon.holes.size();
    for (const Polygon& polygon : ground)
        holesOfGround += polygon.holes.size();
    EXPECT_EQ(holes, holesOfGround);
    EXPECT_NEAR(areaOf(*all) / areaOf(ground), 1, 1e-12);
}

TEST(PowerCells, the_ground_between_two_points_is_halved) {
    const std::vector<Point> sites{{1, 1}, {3, 1}};
    const auto cells = cellsWithin(sites, block(0, 0, 4, 2));
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_DOUBLE_EQ(areaOf(cells[0]), 4);
    EXPECT_TRUE(contains(cells[0], {1.9, 0.5}));
    EXPECT_TRUE(contains(cells[1], {2.1, 0.5}));
}

TEST(PowerCells, a_single_point_gets_the_whole_outline) {
    const std::vector<Point> sites{{1, 1}};
    const auto cells = cellsWithin(sites, block(0, 0, 4, 2));
    EXPECT_DOUBLE_EQ(areaOf(cells.at(0)), 8);
}

TEST(PowerCells, points_in_one_line_still_share_the_outline) {
    const std::vector<Point> sites{{1, 1}, {2, 1}, {3, 1}};
    EXPECT_NEAR(areaOfAll(cellsWithin(sites, block(0, 0, 4, 2))), 8, 1e-12);
}

TEST(PowerCells, of_equal_points_the_first_gets_the_cell) {
    const std::vector<Point> sites{{1, 1}, {3, 1}, {1, 1}};
    const auto cells = cellsWithin(sites, block(0, 0, 4, 2));
    EXPECT_DOUBLE_EQ(areaOf(cells[0]), 4);
    EXPECT_TRUE(cells[2].empty());
}

TEST(PowerCells, cells_cover_an_outline_with_a_lake_and_an_island_once) {
    MultiPolygon outline = block(0, 0, 10, 6);
    outline[0].holes.push_back({{4, 2}, {4, 4}, {6, 4}, {6, 2}, {4, 2}});
    outline.push_back(block(12, 1, 1, 1)[0]);
    const std::vector<Point> sites = scatteredSites(200, 10, 6);
    const auto cells = cellsWithin(sites, outline);
    EXPECT_NEAR(areaOfAll(cells), areaOf(outline), 1e-9);
    EXPECT_NEAR(areaOf(unionOf(cells)), areaOf(outline), 1e-9);
    expectCover(cells, outline);
    for (std::size_t i = 0; i < cells.size(); ++i)
        for (const Polygon& part : cells[i])
            for (const Point corner : part.outer)
                for (const Point other : sites)
                    ASSERT_LE(std::hypot(corner.x - sites[i].x, corner.y - sites[i].y),
                              std::hypot(corner.x - other.x, corner.y - other.y) + 1e-9);
}

TEST(PowerCells, some_of_the_cells_are_those_of_all) {
    std::vector<WeightedSite> sites;
    for (const Point place : scatteredSites(200, 100, 100))
        sites.push_back({place, 0});
    std::vector<char> wanted(sites.size(), 0);
    for (std::size_t i = 0; i < wanted.size(); i += 7)
        wanted[i] = 1;
    const Box around{0, 0, 100, 100};
    const std::vector<MultiPolygon> all = powerCells(sites, around),
                                    some = powerCells(sites, around, wanted);
    for (std::size_t i = 0; i < sites.size(); ++i)
        EXPECT_EQ(toWkb(some[i]), toWkb(wanted[i] != 0 ? all[i] : MultiPolygon())) << i;
}

TEST(PowerCells, no_points_give_no_cells) {
    EXPECT_TRUE(powerCells({}, Box{0, 0, 1, 1}).empty());
}

/// A cloud of sites of all weights, some on a lattice, where four cells and more meet in one point.
std::vector<WeightedSite> mixedSites(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 10);
    std::vector<WeightedSite> sites;
    for (int x = 0; x < 8; ++x)
        for (int y = 0; y < 8; ++y)
            sites.push_back({{x * 0.5, y * 0.5}, 0.25});
    for (int i = 0; i < 200; ++i)
        sites.push_back({{place(random), place(random)}, place(random) / 10});
    return sites;
}

TEST(PowerCells, cover_the_ground_once_with_equal_edges_whatever_the_sites) {
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U})
        expectCover(cellsWithin(mixedSites(seed), block(-1, -1, 12, 12)), block(-1, -1, 12, 12));
}

TEST(PowerCells, a_place_is_the_ground_of_the_site_with_the_least_power) {
    const std::vector<WeightedSite> sites = mixedSites(9);
    const auto cells = powerCells(sites, {0, 0, 10, 10});
    std::mt19937 random(3);
    std::uniform_real_distribution<double> coordinate(0, 10);
    for (int i = 0; i < 3000; ++i) {
        const Point place{coordinate(random), coordinate(random)};
        std::size_t least = 0;
        for (std::size_t s = 1; s < sites.size(); ++s)
            if (powerOf(sites[s], place) < powerOf(sites[least], place))
                least = s;
        EXPECT_TRUE(contains(cells[least], place)) << place.x << " " << place.y;
    }
}

TEST(PowerCells, more_weight_moves_the_border_away) {
    // Between 1 and 3: d² - w is equal where (x-1)² - 1 = (x-3)², at 2.25.
    const auto cells =
        cellsWithin(std::vector<WeightedSite>{{{1, 1}, 1}, {{3, 1}, 0}}, block(0, 0, 4, 2));
    EXPECT_DOUBLE_EQ(areaOf(cells[0]), 4.5);
    EXPECT_DOUBLE_EQ(areaOf(cells[1]), 3.5);
}

TEST(PowerCells, a_site_may_lose_its_own_place_or_all_its_ground) {
    const std::vector<WeightedSite> sites{{{1, 1}, 9}, {{2, 1}, 0}, {{3, 1}, 9}};
    const auto cells = cellsWithin(sites, block(0, 0, 4, 2));
    EXPECT_DOUBLE_EQ(areaOf(cells[0]), 4);
    EXPECT_TRUE(cells[1].empty());
    const auto displaced =
        cellsWithin(std::vector<WeightedSite>{{{1, 1}, 0}, {{2, 1}, 2}}, block(0, 0, 4, 2));
    EXPECT_FALSE(contains(displaced[0], {1, 1}));
    EXPECT_DOUBLE_EQ(areaOf(displaced[0]), 1);
}

TEST(PowerCells, of_equal_places_the_heavier_gets_the_cell) {
    const std::vector<WeightedSite> sites{{{1, 1}, 0}, {{3, 1}, 0}, {{1, 1}, 1}};
    const auto cells = cellsWithin(sites, block(0, 0, 4, 2));
    EXPECT_TRUE(cells[0].empty());
    EXPECT_DOUBLE_EQ(areaOf(cells[2]), 4.5);
}

TEST(EdgeNodes, parts_of_a_ground_that_neighbours_are_cut_by_have_equal_edges) {
    // A ring of shapes around a ground with a hole and two parts, none of whose edges is straight.
    MultiPolygon ground;
    for (const double middle : {2.7, 7.9}) {
        Ring ring;
        for (int i = 0; i < 97; ++i) {
            const double angle = 2 * 3.14159265358979 * i / 97, r = 2 + 0.3 * std::sin(7 * angle);
            ring.push_back({middle + r * std::cos(angle), 5 + 2 * r * std::sin(angle)});
        }
        ring.push_back(ring.front());
        ground.push_back({ring, {}});
    }
    ground[0].holes.push_back({{2, 4}, {2.1, 6}, {3.3, 5.7}, {3, 4.2}, {2, 4}});
    expectCover(cellsWithin(mixedSites(6), ground), ground);
}

TEST(EdgeNodes, a_point_on_an_edge_becomes_a_corner_of_both) {
    EdgeNodes nodes;
    const MultiPolygon left = block(0, 0, 1, 4), right = block(1, 1, 1, 1);
    nodes.cross(left, right);
    EXPECT_EQ(nodes.applied(left)[0].outer.size(), 7U);
    EXPECT_EQ(nodes.applied(right)[0].outer.size(), 5U);
    const std::vector<MultiPolygon> both{nodes.applied(left), nodes.applied(right)};
    EXPECT_EQ(dissolve(both).value().size(), 1U);
}

TEST(MergeSmallParts, a_speck_goes_to_the_neighbour_around_it_unless_it_holds_the_place) {
    // The third has a strip of its own and a speck between the first two, more along the second.
    std::vector<MultiPolygon> shapes{block(0, 0, 4, 4), block(4, 0, 4, 4), block(0, 4, 8, 4)};
    const MultiPolygon speck{{{{4, 1}, {4.1, 1.5}, {4, 2}, {4, 1}}, {}}};
    shapes[0] = {{{{0, 0}, {4, 0}, {4, 1}, {4, 2}, {4, 4}, {0, 4}, {0, 0}}, {}}};
    shapes[1] = {{{{4, 0}, {8, 0}, {8, 4}, {4, 4}, {4, 2}, {4.1, 1.5}, {4, 1}, {4, 0}}, {}}};
    shapes[2].push_back(speck[0]);
    auto kept = shapes;
    mergeSmallParts(kept, std::vector<Point>{{1, 1}, {6, 1}, {4.02, 1.5}}, 0.01);
    EXPECT_EQ(kept[2].size(), 2U) << "its point is there";
    mergeSmallParts(shapes, std::vector<Point>{{1, 1}, {6, 1}, {4, 6}}, 0.01);
    EXPECT_EQ(shapes[2].size(), 1U);
    EXPECT_EQ(shapes[1].size(), 1U);
    EXPECT_DOUBLE_EQ(areaOf(shapes[1]), 16);
    EXPECT_DOUBLE_EQ(areaOf(shapes[0]), 16);
}

TEST(MergeSmallParts, an_island_without_neighbours_stays) {
    std::vector<MultiPolygon> shapes{block(0, 0, 4, 4)};
    shapes[0].push_back(block(10, 0, 0.1, 0.1)[0]);
    mergeSmallParts(shapes, std::vector<Point>{{1, 1}}, 0.01);
    EXPECT_EQ(shapes[0].size(), 2U);
}

} // namespace
} // namespace terroir::geometry
