#include "core/records/places.hpp"
#include "core/workspace/ground_finder.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

namespace terroir::workspace {
namespace {

constexpr Date before = Date::of(2024, 6, 30), after = Date::of(2025, 9, 30);

class GroundOfTable : public ::testing::Test {
protected:
    geometry::Point pointOf(std::string_view code, Date day) {
        const auto& gazetteer = m_workspace.gazetteer();
        const auto point = *gazetteer.unit(gazetteer.findCode(code, day)).point;
        return {point.lon, point.lat};
    }
    /// Part of the way from one unit's point to another's.
    geometry::Point between(std::string_view from, std::string_view to, double part, Date day) {
        const auto a = pointOf(from, day), b = pointOf(to, day);
        return {a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
    }
    static std::shared_ptr<const sheets::Ground> at(geometry::Point point) {
        return std::make_shared<const sheets::Ground>(sheets::Ground{{point}, {}, {}});
    }
    static std::shared_ptr<const sheets::Ground> boxAround(geometry::Point a, geometry::Point b,
                                                           double margin) {
        geometry::Box box;
        box.expand(a);
        box.expand(b);
        const double x = box.minX - margin, y = box.minY - margin, X = box.maxX + margin,
                     Y = box.maxY + margin;
        return std::make_shared<const sheets::Ground>(
            sheets::Ground{{}, {}, {{{{x, y}, {X, y}, {X, Y}, {x, Y}, {x, y}}, {}}}});
    }
    /// "25027 | 25030": units, then others that it may lie in as well.
    std::string found(const std::shared_ptr<const sheets::Ground>& ground, Date day) {
        const auto units = m_finder(*ground, day);
        std::string out;
        for (const auto unit : units.units)
            out += m_workspace.gazetteer().unit(unit).code + " ";
        out += "|";
        for (const auto unit : units.near)
            out += " " + m_workspace.gazetteer().unit(unit).code;
        return out;
    }
    records::ReadPlaces read(const records::PlaceCells& cells, Date day) {
        return records::PlaceReader(m_workspace.geocoder(), m_workspace.gazetteer(), m_finder)
            .read(cells, day);
    }
    std::string codeOf(const records::Place& place) {
        const auto unit = m_workspace.gazetteer().find(place.uid);
        return unit == gazetteer::noUnit ? "?" : m_workspace.gazetteer().unit(unit).code;
    }

    Workspace m_workspace{packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes};
    records::GroundFinder m_finder = groundFinder(m_workspace);
};

TEST_F(GroundOfTable, a_point_gives_the_commune_of_the_day) {
    const auto point = pointOf("25027", before); // xã Liên Đầm, since 2025 of xã Di Linh
    EXPECT_EQ(found(at(point), before), "25027 |");
    EXPECT_EQ(found(at(point), after), "25000 |");
    EXPECT_TRUE(m_finder(*at(point), before).isApproximate);
    EXPECT_EQ(found(at({100.5, 13.7}), before), "|"); // Bangkok
}

TEST_F(GroundOfTable, a_point_as_near_to_another_commune_may_lie_there) {
    EXPECT_EQ(found(at(between("25027", "25030", 0.2, before)), before), "25027 |");
    const std::string middle = found(at(between("25027", "25030", 0.49, before)), before);
    EXPECT_NE(middle.find("| "), std::string::npos) << middle;
}

TEST_F(GroundOfTable, a_polygon_over_two_communes_lies_in_both) {
    const auto one = pointOf("25027", before), other = pointOf("25030", before);
    EXPECT_EQ(found(boxAround(one, one, 0.005), before), "25027 |");
    const std::string both = found(boxAround(one, other, 0.005), before);
    EXPECT_NE(both.find("25027"), std::string::npos) << both;
    EXPECT_NE(both.find("25030"), std::string::npos) << both;
}

TEST_F(GroundOfTable, ground_places_a_row_and_is_held_against_what_the_row_names) {
    const struct {
        const char* commune;
        const char* district;
        const char* ground; ///< at the point of this unit
        const char* code;
        bool isDoubtful;
    } cases[] = {
        {"", "", "25027", "25027", false},
        {"", "Di Linh", "25027", "25027", false},
        {"", "Đức Trọng", "25027", "25027", true},
        {"Liên Đầm", "Di Linh", "25027", "25027", false},
        {"Gung Ré", "Di Linh", "25045", "25030", true},
        {"Không Có Thật", "Di Linh", "25027", "25027", true},
        {"", "", "03424", "03424", true}, // in Lai Châu
    };
    for (const auto& one : cases) {
        records::PlaceCells cells;
        cells.isOwnTable = true;
        cells.territory = "tỉnh Lâm Đồng";
        cells.commune = one.commune;
        cells.district = one.district;
        cells.ground = at(pointOf(one.ground, before));
        const records::ReadPlaces places = read(cells, before);
        ASSERT_EQ(places.places.size(), 1U) << one.commune << one.ground;
        EXPECT_EQ(codeOf(places.places.front()), one.code) << one.commune << one.ground;
        EXPECT_EQ(!places.doubts.empty(), one.isDoubtful)
            << one.commune << one.ground << places.places.front().reasons
            << (places.doubts.empty() ? "" : places.doubts.front().en);
    }
}

TEST_F(GroundOfTable, a_village_beside_a_point_is_no_contradiction_and_stays_as_written) {
    records::PlaceCells cells;
    cells.isOwnTable = true;
    cells.territory = "tỉnh Lâm Đồng";
    cells.place = "Làng Bơ Sui";
    cells.ground = at(pointOf("25027", before));
    const records::ReadPlaces places = read(cells, before);
    ASSERT_EQ(places.places.size(), 1U);
    EXPECT_EQ(codeOf(places.places.front()), "25027");
    EXPECT_EQ(places.places.front().text, "Làng Bơ Sui");
    EXPECT_EQ(places.places.front().reasons, "point;approximate");
    EXPECT_TRUE(places.doubts.empty());
}

TEST_F(GroundOfTable, a_point_in_no_unit_is_refused) {
    records::PlaceCells cells;
    cells.isOwnTable = true;
    cells.territory = "tỉnh Lâm Đồng";
    cells.ground = at({100.5, 13.7});
    EXPECT_TRUE(read(cells, before).refusal);
}

} // namespace
} // namespace terroir::workspace
