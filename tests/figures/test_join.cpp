#include "core/base/error.hpp"
#include "core/figures/join.hpp"
#include "core/records/selection.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::figures;
using gazetteer::Level;
using gazetteer::noUnit;
using records::Record;
using records::Scope;
using terroir::testing::errorOf;
using terroir::testing::packagedGazetteer;

namespace {

const Date then = Date::of(2022, 4, 15);
const char *const binhLu = "03412@2004", *const sonBinh = "03413@2007",
                  *const tamDuong = "106@2020", *const laiChau = "12@2004",
                  *const mocChau = "123@2013";

Record record(std::string id, std::optional<double> value, std::vector<std::string> uids) {
    Record out;
    out.id = std::move(id);
    out.kind = "model";
    out.source = "S";
    out.subjects = {"chè"};
    out.indicator = value ? "area" : "";
    out.value = value;
    out.unit = value ? "ha" : "";
    out.scope = value ? Scope::Own : Scope::None;
    for (std::string& uid : uids) {
        records::Place place;
        place.status = uid.empty() ? geocode::Status::Ambiguous : geocode::Status::Matched;
        place.uid = std::move(uid);
        out.places.push_back(std::move(place));
    }
    return out;
}

figures::Figures joined(const std::vector<Record>& records,
                        records::Measure measure = records::Measure::Sum,
                        Level level = Level::Commune, const char* within = laiChau) {
    figures::Request request;
    request.measure = measure;
    request.level = level;
    request.asOf = then;
    request.within = packagedGazetteer().find(within);
    return figures::join(packagedGazetteer(), records, request);
}

double cell(const figures::Figures& figures, const char* uid) {
    const auto found = figures.cells.find(packagedGazetteer().find(uid));
    return found == figures.cells.end() ? -1 : found->second.value;
}

} // namespace

TEST(join, a_shared_value_is_attributed_at_the_level_that_holds_its_whole_set) {
    const std::vector<Record> shared{record("1", 2.28, {binhLu, sonBinh})};
    const figures::Figures communes = joined(shared);
    EXPECT_TRUE(communes.cells.empty());
    ASSERT_EQ(communes.notAttributed.size(), 1u);
    EXPECT_EQ(packagedGazetteer().unit(communes.notAttributed[0].holder).uid, tamDuong);
    const figures::Figures districts = joined(shared, records::Measure::Sum, Level::District);
    EXPECT_DOUBLE_EQ(cell(districts, tamDuong), 2.28);
    EXPECT_DOUBLE_EQ(communes.total, districts.total);
}

TEST(join, a_district_wide_value_is_not_spread_over_communes) {
    const figures::Figures figures = joined({record("1", 1947, {tamDuong})});
    EXPECT_TRUE(figures.cells.empty());
    EXPECT_EQ(figures.notAttributed.at(0).reason, figures::NotAttributed::Reason::CoarserLevel);
    EXPECT_DOUBLE_EQ(figures.total, 1947);
}

TEST(join, records_of_other_areas_are_left_out_and_those_partly_outside_are_said_but_not_added) {
    const figures::Figures figures =
        joined({record("1", 1, {mocChau}), record("2", 16, {tamDuong, mocChau}),
                record("3", 5, {binhLu})});
    EXPECT_DOUBLE_EQ(figures.total, 5);
    ASSERT_EQ(figures.notAttributed.size(), 1u);
    EXPECT_EQ(figures.notAttributed[0].reason, figures::NotAttributed::Reason::PartlyOutside);
    EXPECT_EQ(figures.notAttributed[0].holder, noUnit);
    EXPECT_DOUBLE_EQ(
        joined({record("1", 1, {laiChau})}, records::Measure::Sum, Level::Commune, tamDuong).total,
        0)
        << "what is said of the province is not known to lie in the district";
}

TEST(join, things_known_only_of_a_larger_or_overlapping_area_are_in_no_total_of_it) {
    const auto& g = packagedGazetteer();
    // Tam Đường on the communes of today: what is said of Lai Châu is said of more than it.
    figures::Request request;
    request.measure = records::Measure::Subjects;
    request.level = Level::Commune;
    request.asOf = Date::of(2026, 1, 1);
    request.within = g.find(tamDuong);
    Record own = record("1", 1, {binhLu}), province = record("2", 1, {laiChau});
    own.subjects = {"chè"};
    province.subjects = {"ngô"};
    const figures::Figures district = figures::join(g, std::vector{own, province}, request);
    EXPECT_DOUBLE_EQ(district.total, 1);
    EXPECT_TRUE(district.notAttributed.empty());
    // Yên Bái of before the reform is a part of the Lào Cai of today.
    const Date today = Date::of(2026, 1, 1);
    request.within = g.findCode("15", Date::of(2024, 12, 31));
    Record wide = record("3", 1, {g.unit(g.findCode("15", today)).uid.c_str()});
    wide.subjects = {"quế"};
    const figures::Figures former = figures::join(g, std::vector{wide}, request);
    EXPECT_DOUBLE_EQ(former.total, 0);
    ASSERT_EQ(former.notAttributed.size(), 1u);
    EXPECT_EQ(former.notAttributed[0].reason, figures::NotAttributed::Reason::PartlyOutside);
}

TEST(join, an_aggregate_without_its_parts_counts_and_with_them_does_not) {
    Record whole = record("1", 9, {tamDuong}), part = record("2", 4, {binhLu}),
           other = record("3", 5, {sonBinh});
    whole.scope = Scope::Aggregate;
    part.scope = other.scope = Scope::Part;
    for (Record* r : {&whole, &part, &other})
        r->group = "G";
    EXPECT_DOUBLE_EQ(joined({whole}).total, 9);
    const figures::Figures both = joined({whole, part, other});
    EXPECT_DOUBLE_EQ(both.total, 9);
    EXPECT_TRUE(both.notAttributed.empty());
    const figures::Figures incomplete = joined({whole, part});
    EXPECT_DOUBLE_EQ(incomplete.total, 9);
    ASSERT_EQ(incomplete.notAttributed.size(), 1u);
    EXPECT_EQ(incomplete.notAttributed[0].reason, figures::NotAttributed::Reason::Remainder);
    EXPECT_DOUBLE_EQ(incomplete.notAttributed[0].value, 5);
}

TEST(join, a_part_counts_only_without_the_number_that_holds_it) {
    Record pigs = record("1", 1200, {binhLu}), sows = record("2", 150, {binhLu}),
           others = record("3", 90, {sonBinh});
    sows.scope = others.scope = Scope::Part;
    pigs.group = sows.group = "5 Lợn";
    others.group = "6 Lợn";
    EXPECT_DOUBLE_EQ(joined({pigs, sows, others}).total, 1290);
    EXPECT_DOUBLE_EQ(joined({sows, others}).total, 240) << "a theme of sows alone";
    Record other = pigs;
    other.indicator = "output";
    EXPECT_DOUBLE_EQ(joined({other, sows}).total, 1350) << "no whole of the same indicator";
}

TEST(join, parts_and_total_of_a_table_without_groups_belong_together) {
    Record whole = record("1", 7, {tamDuong}), part = record("2", 3, {binhLu}),
           other = record("3", 4, {sonBinh});
    whole.scope = Scope::Aggregate;
    part.scope = other.scope = Scope::Part;
    EXPECT_DOUBLE_EQ(joined({whole, part, other}).total, 7);
}

TEST(join, a_product_of_a_former_district_stays_more_precise_than_its_province) {
    Record province = record("1", 1, {laiChau}), district = record("2", 1, {tamDuong});
    figures::Request request;
    request.measure = records::Measure::Subjects;
    request.asOf = Date::of(2026, 1, 1);
    const figures::Figures figures =
        figures::join(packagedGazetteer(), std::vector<Record>{province, district}, request);
    ASSERT_EQ(figures.notAttributed.size(), 1u);
    EXPECT_EQ(figures.notAttributed[0].reason, figures::NotAttributed::Reason::SeveralUnits);
    EXPECT_EQ(figures.notAttributed[0].places.size(), 6u) << "the communes of the former Tam Đường";
}

TEST(join, a_repeat_is_never_counted_and_a_plan_only_when_asked_for) {
    Record repeat = record("1", 4, {binhLu}), plan = record("2", 7, {binhLu});
    repeat.scope = Scope::Repeat;
    plan.state = records::State::Planned;
    EXPECT_DOUBLE_EQ(joined({repeat, plan}).total, 0);
    figures::Request request;
    request.asOf = then;
    request.selection.states = {records::State::Planned};
    EXPECT_DOUBLE_EQ(
        figures::join(packagedGazetteer(), std::vector<Record>{repeat, plan}, request).total, 7);
}

TEST(join, statements_are_counted_once_each_with_or_without_a_value) {
    const figures::Figures figures =
        joined({record("1", std::nullopt, {binhLu}), record("2", 3, {binhLu}),
                record("3", std::nullopt, {tamDuong})},
               records::Measure::Count);
    EXPECT_DOUBLE_EQ(cell(figures, binhLu), 2);
    EXPECT_DOUBLE_EQ(figures.total, 3);
}

TEST(join, a_record_that_says_over_300_is_one_record_and_not_at_least_one) {
    Record over = record("1", 300, {binhLu}), about = record("2", 20, {tamDuong});
    over.qualifier = records::Qualifier::AtLeast;
    about.qualifier = records::Qualifier::About;
    const auto unit = packagedGazetteer().find(binhLu);
    const figures::Figures counted = joined({over, about}, records::Measure::Count);
    EXPECT_FALSE(counted.cells.at(unit).lowerBound);
    EXPECT_FALSE(counted.notAttributed.at(0).lowerBound || counted.notAttributed.at(0).approximate);
    EXPECT_TRUE(joined({over}, records::Measure::Sum).cells.at(unit).lowerBound);
}

TEST(join, one_product_of_several_reports_is_one_product_at_its_most_precise_place) {
    Record province = record("1", 1, {laiChau}), district = record("2", 1, {tamDuong}),
           again = record("3", 1, {tamDuong});
    again.source = "T";
    Record other = record("4", 1, {laiChau});
    other.subjects = {"gạo Séng Cù"};
    const figures::Figures figures =
        joined({province, district, again, other}, records::Measure::Subjects, Level::District);
    EXPECT_DOUBLE_EQ(cell(figures, tamDuong), 1);
    EXPECT_DOUBLE_EQ(figures.total, 2);
    ASSERT_EQ(figures.notAttributed.size(), 1u);
    EXPECT_EQ(figures.notAttributed[0].subjects, (std::vector<std::string>{"gạo Séng Cù"}));
}

TEST(join, an_unresolved_place_is_not_lost_and_not_placed) {
    const figures::Figures figures = joined({record("1", 4, {binhLu, ""})});
    EXPECT_TRUE(figures.cells.empty());
    ASSERT_EQ(figures.notAttributed.size(), 1u);
    EXPECT_EQ(figures.notAttributed[0].reason, figures::NotAttributed::Reason::Unresolved);
}

TEST(join, an_unresolved_place_counts_in_the_district_that_its_row_names) {
    Record known = record("1", 4, {""});
    known.places.front().reasons = "name-not-found;in:" + std::string(tamDuong);
    for (const char* within : {laiChau, tamDuong, mocChau}) {
        const figures::Figures figures =
            joined({known}, records::Measure::Sum, Level::Commune, within);
        const bool isInside = within != mocChau;
        EXPECT_TRUE(figures.cells.empty());
        EXPECT_EQ(figures.notAttributed.size(), isInside ? 1U : 0U) << within;
        EXPECT_DOUBLE_EQ(figures.total, isInside ? 4 : 0) << within;
        if (isInside) {
            EXPECT_EQ(figures.notAttributed[0].reason, figures::NotAttributed::Reason::Unresolved);
            EXPECT_EQ(figures.notAttributed[0].holder, packagedGazetteer().find(tamDuong));
            EXPECT_EQ(figures.notAttributed[0].named, noUnit);
        }
    }
}

TEST(join, a_name_component_is_no_location) {
    Record mark = record("1", 1, {laiChau});
    records::Place component;
    component.role = records::PlaceRole::NameComponent;
    component.status = geocode::Status::Matched;
    component.uid = binhLu;
    mark.places.push_back(component);
    EXPECT_EQ(joined({mark}, records::Measure::Count).notAttributed.at(0).reason,
              figures::NotAttributed::Reason::CoarserLevel);
}

TEST(join, hectares_and_square_metres_are_not_added) {
    Record metres = record("2", 500, {binhLu});
    metres.unit = "m²";
    EXPECT_NE(errorOf([&] {
                  joined({record("1", 1, {binhLu}), metres});
              }).find("Records 1 and 2 are in 'ha' and 'm²', which cannot be added"),
              std::string::npos);
}

TEST(join, a_lower_bound_stays_one_in_the_sum) {
    Record atLeast = record("1", 300, {binhLu});
    atLeast.qualifier = records::Qualifier::AtLeast;
    const figures::Figures figures = joined({atLeast, record("2", 5, {binhLu})});
    EXPECT_DOUBLE_EQ(figures.total, 305);
    EXPECT_TRUE(figures.lowerBound);
    EXPECT_TRUE(figures.cells.begin()->second.lowerBound);
}

TEST(join, places_in_names_are_counted_apart_and_only_when_asked_for) {
    Record mark = record("1", 1, {laiChau}), other = record("2", 1, {laiChau});
    mark.subjects = {"chè Tam Đường"};
    records::Place component;
    component.role = records::PlaceRole::NameComponent;
    component.status = geocode::Status::Matched;
    component.uid = tamDuong;
    mark.places.push_back(component);
    figures::Request request;
    request.measure = records::Measure::Subjects;
    request.level = Level::District;
    request.asOf = then;
    request.within = packagedGazetteer().find(laiChau);
    request.places = records::PlaceUse::Names;
    const figures::Figures names =
        figures::join(packagedGazetteer(), std::vector<Record>{mark, other}, request);
    EXPECT_DOUBLE_EQ(names.total, 1) << "a record without a place in its name is left out";
    EXPECT_DOUBLE_EQ(cell(names, tamDuong), 1);
    request.places = records::PlaceUse::Locations;
    EXPECT_TRUE(figures::join(packagedGazetteer(), std::vector<Record>{mark, other}, request)
                    .cells.empty());
}

// Vĩnh Hiền, huyện Vĩnh Linh, ended in 2020; the succession table does not say in what.
TEST(join, a_commune_whose_successor_is_not_recorded_still_lies_in_what_was_its_district) {
    const Record pepper = record("1", 2, {"19399@2004"});
    const figures::Figures byProvince =
        joined({pepper}, records::Measure::Sum, Level::Province, "45@2004");
    EXPECT_DOUBLE_EQ(cell(byProvince, "45@2004"), 2);
    const figures::Figures byCommune =
        joined({pepper}, records::Measure::Sum, Level::Commune, "45@2004");
    EXPECT_TRUE(byCommune.cells.empty());
    ASSERT_EQ(byCommune.notAttributed.size(), 1u);
    EXPECT_EQ(byCommune.notAttributed[0].reason, figures::NotAttributed::Reason::CoarserLevel);
}
