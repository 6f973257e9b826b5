#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/province_boxes.hpp"
#include "country.hpp"

namespace terroir::boundaries {
namespace {

using gazetteer::Level;
using gazetteer::UnitIndex;

class ProvinceBoxes : public Country {};

TEST_F(ProvinceBoxes, are_those_of_the_shapes_to_some_kilometres_before_and_after_the_mergers) {
    for (const Date date : {lastDayOfDistricts, today}) {
        const auto provinces = gazetteer().unitsAt(Level::Province, date);
        const auto boxes = provinceBoxes(workspace(), gazetteer(), provinces, date);
        EXPECT_EQ(boxes.size(), provinces.size());
        for (const UnitShape& shape : shapesOf(workspace(), gazetteer(), provinces, date).units) {
            const geometry::Box box = boxes.at(shape.unit), exact = geometry::boxOf(shape.shape);
            const std::string& name = gazetteer().unit(shape.unit).name;
            EXPECT_NEAR(box.minX, exact.minX, 0.05) << name;
            EXPECT_NEAR(box.minY, exact.minY, 0.05) << name;
            EXPECT_NEAR(box.maxX, exact.maxX, 0.05) << name;
            EXPECT_NEAR(box.maxY, exact.maxY, 0.05) << name;
        }
    }
}

TEST_F(ProvinceBoxes, leave_out_units_of_other_levels) {
    EXPECT_TRUE(
        provinceBoxes(workspace(), gazetteer(), std::vector<UnitIndex>{unit("03430@2025")}, today)
            .empty());
}

} // namespace
} // namespace terroir::boundaries
