#include "core/base/error.hpp"
#include "core/boundaries/held.hpp"
#include "core/store/change_recorder.hpp"
#include "country.hpp"

namespace terroir::boundaries {
namespace {

using gazetteer::Level;

/// Communes of Lai Châu of both sides of the reform, of two files.
class Held : public Country {
protected:
    void SetUp() override {
        Country::SetUp();
        import("old.geojson", lastDayOfDistricts);
        import("new.geojson", today);
    }
    void import(const std::string& name, Date day) {
        importBoundaries(workspace(), gazetteer(),
                         scratch(name, layerOf(communes("12", day), codeAndName)), on(day));
    }
    std::vector<HeldBoundaries> held() { return heldBoundaries(workspace(), gazetteer()); }
    std::size_t remove(const BoundaryChoice& choice) {
        return removeBoundaries(workspace(), gazetteer(), {&choice, 1});
    }
    std::size_t detailed() {
        store::Statement row =
            workspace().database().prepare("SELECT count(DISTINCT unit) FROM boundary_detail");
        row.step();
        return std::size_t(row.integer(0));
    }
};

TEST_F(Held, each_import_is_listed_with_its_day_file_and_coordinate_system) {
    const auto all = held();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].level, Level::Commune);
    EXPECT_EQ(all[0].day, "2025-06-30");
    EXPECT_EQ(all[0].valid.to, today);
    EXPECT_EQ(all[1].day, "2025-07-01");
    EXPECT_EQ(all[1].count, 38U);
    EXPECT_NE(all[1].file.find("new.geojson"), std::string::npos);
    EXPECT_EQ(all[1].crs, "WGS 84 (EPSG:4326)");
    EXPECT_EQ(all[1].imported, Date::today().toString());
}

TEST_F(Held, what_is_removed_is_gone_with_its_generalised_shapes) {
    BoundaryChoice old;
    old.day = lastDayOfDistricts;
    EXPECT_GT(remove(old), 90U);
    ASSERT_EQ(held().size(), 1U);
    EXPECT_EQ(detailed(), 38U);
    BoundaryChoice layer;
    layer.layer = "none of these";
    EXPECT_THROW(remove(layer), InputError);
    BoundaryChoice file;
    file.file = held()[0].file;
    file.layer = held()[0].layer;
    file.level = Level::Commune;
    EXPECT_EQ(remove(file), 38U);
    EXPECT_TRUE(held().empty());
    EXPECT_EQ(detailed(), 0U);
}

TEST_F(Held, a_choice_that_means_nothing_changes_nothing_and_names_what_there_is) {
    BoundaryChoice province;
    province.level = Level::Province;
    try {
        remove(province);
        FAIL() << "removed";
    } catch (const InputError& error) {
        EXPECT_NE(error.in(Language::English).find("38 commune"), std::string::npos);
    }
    EXPECT_EQ(held().size(), 2U);
}

TEST_F(Held, a_removal_can_be_undone) {
    store::ChangeRecorder recorder(workspace().database());
    remove({});
    EXPECT_TRUE(held().empty());
    store::applyChanges(workspace().database(), recorder.take().inverted());
    EXPECT_EQ(held().size(), 2U);
}

TEST_F(Held, boundaries_of_before_this_was_noted_are_listed_without_it) {
    workspace().database().execute("ALTER TABLE boundary DROP COLUMN day");
    const auto all = held();
    ASSERT_EQ(all.size(), 2U); // of two files
    EXPECT_EQ(all[0].day, "");
    import("again.geojson", today);
    EXPECT_EQ(held().back().day, "2025-07-01");
}

} // namespace
} // namespace terroir::boundaries
