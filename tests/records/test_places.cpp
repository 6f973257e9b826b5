#include "core/records/places.hpp"
#include "tests/records/packaged_data.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

using tests::Row;

/// The role of a place in the expectations.
std::string listedRole(PlaceRole role) {
    switch (role) {
    case PlaceRole::NameComponent:
        return "name_place";
    case PlaceRole::Territory:
        return "territory";
    default:
        return "place";
    }
}

/// The n-th place of that role, counted from 1.
const Place* findPlace(const Record& record, const std::string& role, const std::string& number) {
    int left = number.empty() ? 1 : std::stoi(number);
    for (const Place& place : record.places)
        if (listedRole(place.role) == role && --left == 0)
            return &place;
    return nullptr;
}

TEST(Places, each_mention_of_the_packaged_records_resolves_to_the_unit_it_means) {
    const tests::PackagedCountry country;
    const auto records = tests::byId(country.packaged.records);
    const TextTable expected = readCsv(tests::sourceFolder() / "tests/data/records/places.csv");
    std::size_t mentions = 0;
    for (const TextRow& line : expected.rows) {
        const Row row(expected, line);
        const auto record = records.find(row["record"]);
        ASSERT_NE(record, records.end()) << row["record"];
        const Place* place = findPlace(*record->second, row["role"], row["seq"]);
        ASSERT_NE(place, nullptr) << row["record"] << " " << row["role"] << " " << row["seq"];
        ++mentions;
        EXPECT_EQ(place->text, row["text"]);
        const auto unit = country.gazetteer->find(place->uid);
        const std::string code = unit == gazetteer::noUnit
                                     ? std::string(geocode::toString(place->status))
                                     : country.gazetteer->unit(unit).code;
        EXPECT_EQ(code, row["expected_code"])
            << "MISS " << row["record"] << " text '" << place->text << "' context '"
            << place->context << "' as of " << record->second->lookupDate.toString() << " level "
            << row["expected_level"] << " candidates " << place->candidates << " reasons "
            << place->reasons;
    }
    std::size_t stored = 0;
    for (const Record& record : country.packaged.records)
        stored += record.places.size();
    EXPECT_EQ(mentions, stored);
}

class SmallPlaces : public ::testing::Test {
protected:
    gazetteer::Gazetteer m_gazetteer = tests::smallCountry();
    geocode::Geocoder m_geocoder{m_gazetteer};
    PlaceReader m_reader{m_geocoder, m_gazetteer};
    Date m_day = Date::of(2022, 1, 1);
};

TEST_F(SmallPlaces, a_village_resolves_to_the_commune_that_holds_it) {
    PlaceCells cells;
    cells.place = "bản Xum";
    cells.level = "village";
    cells.within = "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu";
    const auto places = m_reader.read(cells, m_day).places;
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].uid, "03430@2004");
    EXPECT_EQ(places[0].text, "bản Xum");
    EXPECT_NE(places[0].reasons.find("village"), std::string::npos);
}

TEST(Places, a_document_without_a_day_is_of_a_day_of_its_territory) {
    // A district that ended in 2010, and one that began then.
    using gazetteer::Level;
    const auto unit = [](const char* code, const char* name, Level level,
                         gazetteer::UnitIndex parent, Date from, Date to) {
        gazetteer::Unit made;
        made.uid = std::string(code) + "@" + std::to_string(from.isOpen() ? 2004 : from.year());
        made.code = code;
        made.level = level;
        made.type = level == Level::Province ? "tỉnh" : "huyện";
        made.name = name;
        made.parent = parent;
        made.valid = {from, to};
        return made;
    };
    const Date turn = Date::of(2010, 3, 1), reform = Date::of(2025, 7, 1);
    const gazetteer::Gazetteer gazetteer(
        {unit("17", "Hòa Bình", Level::Province, gazetteer::noUnit, Date::beginning(), reform),
         unit("153", "Kỳ Sơn", Level::District, 0, Date::beginning(), turn),
         unit("154", "Cao Phong", Level::District, 0, turn, reform)},
        {}, {});
    const geocode::Geocoder geocoder(gazetteer);
    const auto day = [&](const char* territory, Date asked) {
        return PlaceReader(geocoder, gazetteer).dayWithin(territory, asked);
    };
    EXPECT_EQ(day("huyện Kỳ Sơn, tỉnh Hòa Bình", Date::of(2026, 1, 1)), Date::of(2010, 2, 28));
    EXPECT_EQ(day("huyện Cao Phong, tỉnh Hòa Bình", Date::of(2008, 1, 1)), turn)
        << "as everywhere: a unit is asked about on its own nearest day";
    EXPECT_EQ(day("huyện Cao Phong, tỉnh Hòa Bình", Date::of(2015, 1, 1)), Date::of(2015, 1, 1));
    EXPECT_EQ(day("", Date::of(2026, 1, 1)), Date::of(2026, 1, 1));
}

TEST_F(SmallPlaces, a_site_in_a_commune_column_is_kept_as_written_and_found_by_the_commune) {
    PlaceCells cells;
    cells.place = "trại giống";
    cells.commune = "Tân An";
    cells.district = "Tân Uyên";
    const auto places = m_reader.read(cells, m_day).places;
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].uid, "03433@2004");
    EXPECT_EQ(places[0].text, "trại giống, Tân An");
}

TEST_F(SmallPlaces, a_place_inside_a_name_is_no_location) {
    PlaceCells cells;
    cells.namePlace = "Tam Đường";
    cells.nameLevel = "district";
    cells.territory = "tỉnh Lai Châu";
    const auto places = m_reader.read(cells, m_day).places;
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].role, PlaceRole::NameComponent);
    EXPECT_EQ(places[0].uid, "106@2004");
    EXPECT_EQ(places[1].role, PlaceRole::Territory);
    EXPECT_EQ(places[1].uid, "12@2004");
}

TEST_F(SmallPlaces, lists_are_cut_at_semicolons_and_line_ends) {
    EXPECT_EQ(splitList("a; b\nc ;"), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_TRUE(splitList(" ; ").empty());
}

} // namespace
} // namespace terroir::records
