#include "core/geometry/projection.hpp"
#include "core/geometry/system_trial.hpp"
#include "core/geometry/vn2000.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::geometry {
namespace {

/// Communes 8 km apart about a point, each 3 km large, as a file in `crs` has them.
std::vector<TriedPlace> communesAbout(Point middle, const std::string& crs, std::size_t count = 9) {
    const Transform toFile("EPSG:4326", crs);
    std::vector<TriedPlace> places;
    for (std::size_t i = 0; i < count; ++i) {
        const Point known{middle.x + 0.08 * double(i % 3), middle.y + 0.08 * double(i / 3)};
        // A point of the file lies somewhere in the commune.
        const Point there{known.x + 0.004 * (double(i * 7 % 5) - 2),
                          known.y + 0.004 * (double(i * 3 % 5) - 2)};
        places.push_back({toFile(there), {known}, 3});
    }
    return places;
}

const Point vietTri{105.4, 21.3}, caMau{105.1, 9.1}, mongCai{107.9, 21.5}, sonLa{103.9, 21.3};

TEST(SystemTrial, the_central_meridian_is_told_by_the_communes_that_are_named) {
    for (const Point middle : {vietTri, caMau, mongCai, sonLa})
        for (const int meridian : vn2000Meridians()) {
            const std::string crs = vn2000ZoneAt(meridian);
            const auto fits = fittingSystems(communesAbout(middle, crs));
            ASSERT_FALSE(fits.empty()) << crs;
            EXPECT_TRUE(std::any_of(fits.begin(), fits.end(),
                                    [&](const SystemFit& fit) { return fit.crs == crs; }))
                << crs << " against " << fits.front().figure().en;
            EXPECT_EQ(fits.front().inPlace, 9U);
            // UTM of the same meridian differs by the scale alone: 700 m in the north.
            for (const SystemFit& fit : fits)
                EXPECT_TRUE(fit.crs == crs || fit.crs == "EPSG:3405") << crs << " " << fit.crs;
            EXPECT_NE(fits.front().figure().vi.find("9 trên 9"), std::string::npos);
        }
}

TEST(SystemTrial, northings_may_stand_first) {
    std::vector<TriedPlace> places = communesAbout(vietTri, "EPSG:9208");
    for (TriedPlace& place : places)
        std::swap(place.inFile.x, place.inFile.y);
    const auto fits = fittingSystems(places);
    ASSERT_EQ(fits.size(), 1U);
    EXPECT_EQ(fits[0].crs, "EPSG:9208");
    EXPECT_EQ(fits[0].option, "vn2000:104°45'");
}

TEST(SystemTrial, of_communes_of_one_name_the_nearest_is_meant) {
    std::vector<TriedPlace> places = communesAbout(vietTri, "EPSG:9211");
    for (TriedPlace& place : places)
        place.mayLieAt.insert(place.mayLieAt.begin(), {caMau, mongCai});
    const auto fits = fittingSystems(places);
    ASSERT_EQ(fits.size(), 1U);
    EXPECT_EQ(fits[0].crs, "EPSG:9211");
}

TEST(SystemTrial, places_that_lie_elsewhere_in_every_system_fit_none) {
    EXPECT_TRUE(fittingSystems({}).empty());
    std::vector<TriedPlace> places = communesAbout(vietTri, "EPSG:9208");
    for (std::size_t i = 0; i < 4; ++i)
        places[i].inFile.y += 60000; // four of nine stand in other communes
    EXPECT_TRUE(fittingSystems(places).empty());
    for (TriedPlace& place : places)
        place.inFile = {1e9, 1e9};
    EXPECT_TRUE(fittingSystems(places).empty());
}

} // namespace
} // namespace terroir::geometry
