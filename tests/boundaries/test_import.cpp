#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/issue_words.hpp"
#include "core/boundaries/report.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/vn2000.hpp"
#include "country.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <regex>

namespace terroir::boundaries {
namespace {

using gazetteer::Level;
using gazetteer::UnitIndex;

const std::filesystem::path faults =
    TERROIR_SOURCE_DIR "/tests/data/boundaries/communes_with_faults.geojson";

const Issue* find(const ImportResult& result, std::string_view kind, long long feature) {
    const auto found =
        std::find_if(result.issues.begin(), result.issues.end(), [&](const Issue& issue) {
            return issue.kind == kind && issue.feature == feature;
        });
    return found == result.issues.end() ? nullptr : &*found;
}

std::string squareText(double x, double y, double side = 0.06) {
    const auto corner = [&](double dx, double dy) {
        return "[" + std::to_string(x + dx * side / 2) + "," + std::to_string(y + dy * side / 2) +
               "]";
    };
    return R"({"type":"Polygon","coordinates":[[)" + corner(-1, -1) + "," + corner(1, -1) + "," +
           corner(1, 1) + "," + corner(-1, 1) + "," + corner(-1, -1) + "]]}";
}

std::string collection(const std::vector<std::pair<std::string, std::string>>& features) {
    std::string out;
    for (const auto& [properties, geometry] : features)
        out += (out.empty() ? "" : ",") + (R"({"type":"Feature","properties":)" + properties) +
               R"(,"geometry":)" + geometry + "}";
    return R"({"type":"FeatureCollection","features":[)" + out + "]}";
}

class Import : public Country {
protected:
    ImportResult run(const std::filesystem::path& file, ImportOptions options = on(today)) {
        return importBoundaries(workspace(), gazetteer(), file, options);
    }
    std::string refusal(const std::filesystem::path& file,
                        const ImportOptions& options = on(today)) {
        try {
            run(file, options);
        } catch (const InputError& error) {
            return error.what();
        }
        return "accepted";
    }
    bool has(std::string_view uid) {
        store::Statement row =
            workspace().database().prepare("SELECT 1 FROM boundary WHERE unit=?");
        row.bind(1, uid);
        return row.step();
    }
};

TEST_F(Import, a_layer_with_faults_keeps_what_is_sure_and_reports_the_rest) {
    const ImportResult result = run(faults);
    EXPECT_EQ(result.read, 7U);
    EXPECT_EQ(result.matched, 5U);
    EXPECT_EQ(result.repaired, 1U);
    EXPECT_TRUE(has("03390@2025"));
    ASSERT_NE(find(result, "repaired", 2), nullptr);
    EXPECT_TRUE(has("03405@2025"));
    ASSERT_NE(find(result, "name-differs", 3), nullptr);
    EXPECT_NE(find(result, "name-differs", 3)->sentence.en.find("xã Bản Bo"), std::string::npos);
    EXPECT_TRUE(has("03430@2025"));
    ASSERT_NE(find(result, "name-differs", 4), nullptr);
    EXPECT_TRUE(has("03408@2025"));
    ASSERT_NE(find(result, "unmatched", 5), nullptr);
    EXPECT_FALSE(has("03394@2025"));
    ASSERT_NE(find(result, "no-polygon", 6), nullptr);
    const Issue* overlap = find(result, "overlap", 7);
    ASSERT_NE(overlap, nullptr);
    EXPECT_NE(overlap->sentence.en.find("xã Bình Lư"), std::string::npos) << overlap->sentence.en;
    ASSERT_NE(find(result, "code-padded", 1), nullptr);
    EXPECT_EQ(result.issues.size(), 7U);
    EXPECT_EQ(inventory(workspace()).communes, 5U);
}

TEST_F(Import, a_polygon_that_crosses_itself_without_end_is_left_out_and_the_others_taken) {
    const std::string good = readFile(faults);
    std::string star;
    for (int i = 0; i <= 3001; ++i) {
        const double angle = 2 * std::numbers::pi * double(i * 1500LL % 3001) / 3001;
        star += fmt::format("{}[{:.9f},{:.9f}]", i == 0 ? "" : ",", 103.7 + 0.1 * std::cos(angle),
                            22.3 + 0.1 * std::sin(angle));
    }
    const auto file = scratch(
        "star.geojson",
        good.substr(0, good.rfind(']')) +
            ",{\"type\":\"Feature\",\"id\":8,\"properties\":{\"ma_xa\":3394,"
            "\"ten_xa\":\"Khun Há\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + star +
            "]]}}]}");
    const ImportResult result = run(file);
    EXPECT_EQ(result.matched, 5U);
    ASSERT_NE(find(result, "tangled", 8), nullptr);
    EXPECT_NE(find(result, "tangled", 8)->sentence.en.find("more than 100000 times"),
              std::string::npos);
}

TEST_F(Import, what_is_found_is_told_in_both_languages) {
    for (const Issue& issue : run(faults).issues) {
        EXPECT_NE(issue.sentence.vi, issue.sentence.en);
        EXPECT_NE(issueInWords(issue.kind).vi, issue.kind);
        EXPECT_NE(issueInWords(issue.kind).vi, issueInWords(issue.kind).en);
    }
}

TEST_F(Import, the_units_of_the_touched_province_without_a_polygon_are_named) {
    const ImportResult result = run(faults);
    EXPECT_EQ(result.unitsWithout.size(), 38U - 5U); // Lai Châu has 38
    EXPECT_NE(std::find(result.unitsWithout.begin(), result.unitsWithout.end(), unit("03394@2025")),
              result.unitsWithout.end());
}

TEST_F(Import, cells_that_terroir_drew_do_not_come_back_as_official) {
    const auto file = scratch(
        "cells.geojson", collection({{R"({"code":"03390","name":"Bình Lư","boundary":"gần đúng"})",
                                      squareText(103.667, 22.354)}}));
    EXPECT_THROW(run(file), InputError);
    EXPECT_TRUE(inventory(workspace()).empty());
}

TEST_F(Import, a_second_import_replaces_the_polygons_of_the_same_units) {
    EXPECT_EQ(run(faults).layers.at(0).replaced, 0U);
    const ImportResult again = run(scratch(
        "again.geojson",
        collection({{R"({"code":"03390","name":"Bình Lư"})", squareText(103.667, 22.354, 0.02)}})));
    EXPECT_EQ(again.layers.at(0).replaced, 1U);
    EXPECT_NE(boundarySummary(again, Words(Language::English)).find("1 of them replace"),
              std::string::npos);
    EXPECT_EQ(inventory(workspace()).communes, 5U);
    store::Statement row = workspace().database().prepare(
        "SELECT ST_Area(geom) FROM boundary WHERE unit='03390@2025'");
    ASSERT_TRUE(row.step());
    EXPECT_NEAR(row.real(0), 0.0004, 1e-6);
}

TEST_F(Import, parts_of_one_unit_are_put_together_and_reported) {
    const ImportResult result = run(
        scratch("parts.geojson",
                collection({{R"({"code":"03390","name":"Bình Lư"})", squareText(103.6, 22.3)},
                            {R"({"code":"03390","name":"Bình Lư"})", squareText(103.7, 22.3)}})));
    EXPECT_EQ(result.matched, 1U);
    ASSERT_EQ(result.issues.size(), 1U);
    EXPECT_EQ(result.issues[0].kind, "duplicate");
    store::Statement row =
        workspace().database().prepare("SELECT ST_NumGeometries(geom) FROM boundary");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.integer(0), 2);
}

TEST_F(Import, a_match_by_name_neither_joins_nor_replaces_one_by_code) {
    for (const bool codeFirst : {true, false}) {
        const std::pair<std::string, std::string> byCode{R"({"code":"03390","name":"Bình Lư"})",
                                                         squareText(103.667, 22.354)};
        const std::pair<std::string, std::string> byName{R"({"code":"03424","name":"Bình Lư"})",
                                                         squareText(103.72, 22.31)};
        const ImportResult result =
            run(scratch("by_name.geojson",
                        codeFirst ? collection({byCode, byName}) : collection({byName, byCode})));
        EXPECT_EQ(result.matched, 1U);
        store::Statement row = workspace().database().prepare("SELECT MbrMinX(geom) FROM boundary");
        ASSERT_TRUE(row.step());
        EXPECT_NEAR(row.real(0), 103.637, 1e-3);
    }
}

TEST_F(Import, the_day_decides_which_unit_a_code_is) {
    const auto file = scratch("old.geojson", layerOf({unit("03390@2004")}, codeAndName));
    EXPECT_EQ(run(file, on(lastDayOfDistricts)).matched, 1U);
    EXPECT_TRUE(has("03390@2004"));
    EXPECT_NE(refusal(file).find("1 of 1 match by code and name"), std::string::npos)
        << refusal(file);
}

TEST_F(Import, the_level_is_told_by_the_longest_code_or_the_option) {
    const auto file =
        scratch("district.geojson",
                collection({{R"({"MaHuyen":106,"TenHuyen":"Huyện Tam Đường","MaTinh":12})",
                             squareText(103.6, 22.35)}}));
    EXPECT_EQ(run(file, on(lastDayOfDistricts)).matched, 1U);
    EXPECT_EQ(inventory(workspace()).districts, 1U);
    EXPECT_NE(refusal(file, on(lastDayOfDistricts, {}, Level::Province)), "accepted");
    EXPECT_NE(refusal(file).find("no district in force on 2025-07-01"), std::string::npos);
    const auto named = scratch(
        "named.geojson", collection({{R"({"name":"Bình Lư"})", squareText(103.667, 22.354)}}));
    EXPECT_EQ(run(named).layers[0].level, Level::Commune); // no other unit has the name there
    const auto nothing =
        scratch("nothing.geojson", collection({{R"({"name":"Lạ"})", squareText(103.667, 22.354)}}));
    EXPECT_NE(refusal(nothing).find("--level"), std::string::npos);
}

TEST_F(Import, a_layer_without_names_is_taken_by_code_and_place_and_says_so) {
    const ImportResult result = run(
        scratch("codes.geojson", collection({{R"({"code":"03390"})", squareText(103.667, 22.354)},
                                             {R"({"code":"03408"})", squareText(103.483, 22.356)},
                                             {R"({"code":"03405"})", squareText(108, 12)}})));
    EXPECT_EQ(result.matched, 2U);
    EXPECT_NE(find(result, "elsewhere", 2), nullptr);
    EXPECT_TRUE(std::any_of(result.issues.begin(), result.issues.end(),
                            [](const Issue& issue) { return issue.kind == "unconfirmed"; }));
}

TEST_F(Import, fields_that_are_not_there_are_refused_with_the_ones_that_are) {
    ImportOptions mistyped = on(today);
    mistyped.codeField = "ma_xaa";
    EXPECT_NE(refusal(faults, mistyped).find("Did you mean 'ma_xa'?"), std::string::npos);
    const auto file =
        scratch("fields.geojson", collection({{R"({"height":3})", squareText(103.6, 22.3)}}));
    EXPECT_NE(refusal(file).find("height"), std::string::npos);
}

TEST_F(Import, what_stops_an_import_leaves_the_boundaries_as_they_were) {
    run(faults);
    EXPECT_THROW(importBoundaries(workspace(), gazetteer(), faults, on(today),
                                  [](double share, const LocalText&) { return share < 0.5; }),
                 Error);
    EXPECT_EQ(inventory(workspace()).communes, 5U);
    const auto file = scratch("lines.geojson", collection({{R"({"code":"03390"})", "null"}}));
    EXPECT_NE(refusal(file).find("no polygons"), std::string::npos);
    EXPECT_NE(refusal("nowhere.shp").find("does not exist"), std::string::npos);
}

class ImportOfADay : public Import {
protected:
    std::filesystem::path oldLayer(double scale = 1) {
        return scratch("old.geojson",
                       layerOf(communes("12", lastDayOfDistricts), codeAndName, scale));
    }
    std::filesystem::path newLayer() {
        return scratch("new.geojson", layerOf(communes("12", today), codeAndName));
    }
    /// Communes of before the reform whose code and name are those of a commune of today.
    std::vector<UnitIndex> keptNames() const {
        std::vector<UnitIndex> kept;
        for (const UnitIndex old : communes("12", lastDayOfDistricts)) {
            const UnitIndex now = gazetteer().findCode(gazetteer().unit(old).code, today);
            if (now != gazetteer::noUnit && now != old &&
                gazetteer().unit(now).name == gazetteer().unit(old).name)
                kept.push_back(old);
        }
        return kept;
    }
    std::size_t held() { return inventory(workspace()).communes; }
};

TEST_F(ImportOfADay, old_communes_are_not_those_of_today_and_their_day_is_named) {
    const std::string said = refusal(oldLayer());
    EXPECT_NE(said.find("does not show the commune units of 2025-07-01"), std::string::npos)
        << said;
    EXPECT_NE(said.find("say --valid-from 2025-06-30"), std::string::npos) << said;
    EXPECT_EQ(held(), 0U);
    EXPECT_EQ(refusal(oldLayer(), on(lastDayOfDistricts)), "accepted");
}

TEST_F(ImportOfADay, communes_of_today_are_not_those_of_an_earlier_day) {
    const std::string said = refusal(newLayer(), on(Date::of(2010, 1, 1)));
    EXPECT_NE(said.find("say --valid-from 2025-07-01"), std::string::npos) << said;
    EXPECT_EQ(held(), 0U);
}

TEST_F(ImportOfADay, a_day_on_which_most_units_were_there_is_taken_and_a_better_one_named) {
    const ImportResult result = run(oldLayer(), on(Date::of(2013, 7, 1)));
    EXPECT_NE(result.layers[0].doubt.en.find("2025-06-30"), std::string::npos);
    EXPECT_NE(boundarySummary(result, Words(Language::English)).find("The day may be wrong"),
              std::string::npos);
}

TEST_F(ImportOfADay, the_areas_tell_where_codes_and_names_stayed) {
    ASSERT_GT(keptNames().size(), 5U);
    const auto file = scratch("kept.geojson", layerOf(keptNames(), codeAndName));
    const std::string said = refusal(file);
    EXPECT_NE(said.find("differ from the area of the unit by more than 5 %"), std::string::npos)
        << said;
    EXPECT_NE(said.find("2025-06-30"), std::string::npos) << said;
}

TEST_F(ImportOfADay, without_a_day_the_one_that_fits_is_taken_and_said) {
    for (const auto& [file, day] :
         {std::pair(oldLayer(), lastDayOfDistricts), std::pair(newLayer(), today)}) {
        const ImportResult result = run(file, {});
        ASSERT_EQ(result.layers.size(), 1U);
        EXPECT_EQ(result.layers[0].day, day);
        EXPECT_TRUE(result.layers[0].isDayFound);
        EXPECT_NE(boundarySummary(result, Words(Language::English)).find(day.toString()),
                  std::string::npos);
    }
}

TEST_F(ImportOfADay, a_layer_that_fits_several_times_needs_the_day) {
    const auto file = scratch("odd.geojson", layerOf(keptNames(), codeAndName, 0.01));
    const std::string said = refusal(file, {});
    EXPECT_NE(said.find("--valid-from"), std::string::npos) << said;
    EXPECT_EQ(held(), 0U);
}

TEST_F(ImportOfADay, coarse_polygons_that_no_other_day_explains_are_taken) {
    EXPECT_EQ(refusal(oldLayer(1.2), on(lastDayOfDistricts)), "accepted");
}

TEST_F(Import, a_layer_away_from_its_units_is_refused_with_its_coordinate_system) {
    std::string shifted = layerOf(communes("12", today), codeAndName);
    for (std::size_t at = 0; (at = shifted.find("[103.", at)) != std::string::npos;)
        shifted.replace(at, 5, "[104."); // a zone of another province
    for (std::size_t at = 0; (at = shifted.find("[102.", at)) != std::string::npos;)
        shifted.replace(at, 5, "[105.");
    const std::string said = refusal(scratch("shifted.geojson", shifted));
    EXPECT_NE(said.find("lie away from their units"), std::string::npos) << said;
    EXPECT_NE(said.find("WGS 84 (EPSG:4326)"), std::string::npos) << said;
}

/// A layer of WGS 84 with its numbers in another system: x and y of each corner are replaced.
std::string inSystem(std::string layer, const std::string& crs) {
    const geometry::Transform toPlane("EPSG:4326", crs);
    const std::regex corner(R"(\[(-?[0-9.]+),(-?[0-9.]+)\])");
    std::string out;
    auto last = layer.cbegin();
    for (std::sregex_iterator at(layer.cbegin(), layer.cend(), corner), end; at != end; ++at) {
        const geometry::Point point = toPlane({std::stod((*at)[1]), std::stod((*at)[2])});
        out.append(last, (*at)[0].first);
        out += fmt::format("[{:.4f},{:.4f}]", point.x, point.y);
        last = (*at)[0].second;
    }
    return out.append(last, layer.cend());
}

/// "EPSG:9208" as GeoJSON of before 2016 and MapInfo's exports say it.
std::string saying(std::string layer, const std::string& crs) {
    const std::string start = R"({"type":"FeatureCollection",)";
    return layer.replace(0, start.size(),
                         start + R"("crs":{"type":"name","properties":{"name":")" + crs +
                             R"("}},)");
}

TEST_F(Import, the_central_meridian_that_fits_is_proposed_and_taken) {
    const std::string layer = inSystem(layerOf(communes("12", today), codeAndName), "EPSG:9205");
    const auto wrongZone = scratch("wrong_zone.geojson", saying(layer, "EPSG:9210"));
    const auto asDegrees = scratch("metres_as_degrees.geojson", layer);
    for (const auto& [file, fault] :
         {std::pair(wrongZone, "lie away from their units"), std::pair(asDegrees, "metres")}) {
        const std::string said = refusal(file);
        EXPECT_NE(said.find(fault), std::string::npos) << said;
        EXPECT_NE(said.find("--crs \"vn2000:103°00'\""), std::string::npos) << said;
        EXPECT_NE(said.find("38 of 38 places"), std::string::npos) << said;
        EXPECT_NE(said.find("200 to 300 m"), std::string::npos) << "of the datum: " << said;
    }
    ImportOptions options = on(today);
    options.crs = "EPSG:9205";
    EXPECT_EQ(run(wrongZone, options).matched, 38U);
    EXPECT_EQ(run(asDegrees, options).matched, 38U);
}

TEST_F(Import, names_alone_tell_the_central_meridian) {
    const std::string layer = layerOf(communes("12", today), [](const gazetteer::Unit& unit) {
        return R"("ten_xa":")" + unit.fullName() + "\"";
    });
    const std::string said =
        refusal(scratch("names.geojson", saying(inSystem(layer, "EPSG:9205"), "EPSG:9210")));
    EXPECT_NE(said.find("--crs \"vn2000:103°00'\""), std::string::npos) << said;
}

TEST_F(Import, the_reading_of_the_datum_is_measured_against_imported_polygons) {
    const std::string layer = layerOf(communes("12", today), codeAndName);
    run(scratch("official.geojson", layer));
    for (const auto& [crs, option] :
         {std::pair(std::string("EPSG:9205"), "vn2000:103°00'"),
          std::pair(geometry::vn2000WithoutShift(103 * 60), "vn2000-noi-bo:103°00'")}) {
        const std::string said = refusal(scratch("again.geojson", inSystem(layer, crs)));
        EXPECT_NE(said.find(std::string("--crs \"") + option), std::string::npos) << said;
        EXPECT_NE(said.find("it is 0 m off"), std::string::npos) << said;
    }
}

TEST_F(Import, an_unknown_coordinate_system_is_a_usage_error) {
    ImportOptions options = on(today);
    options.crs = "EPSG:999999";
    EXPECT_THROW(
        run(scratch("plain.geojson", layerOf(communes("12", today), codeAndName)), options),
        UsageError);
}

TEST_F(Import, one_polygon_away_from_its_unit_is_left_out_and_reported) {
    std::string layer = layerOf(communes("12", today), codeAndName);
    layer.insert(
        layer.size() - 2,
        R"(,{"type":"Feature","properties":{"code":"03646","name":"Tô Hiệu"},"geometry":)" +
            squareText(104.9, 21.9) + "}");
    const ImportResult result = run(scratch("one_away.geojson", layer));
    EXPECT_EQ(std::count_if(result.issues.begin(), result.issues.end(),
                            [](const Issue& issue) { return issue.kind == "elsewhere"; }),
              1);
}

TEST_F(Import, the_development_set_of_lai_chau_and_son_la_matches_whole) {
    if (!std::filesystem::exists(sharedBoundaries()))
        GTEST_SKIP() << "skipped: the shared boundaries are not there";
    const ImportResult now = run(sharedBoundaries(), on(today, "wards_2025"));
    EXPECT_EQ(now.matched, 113U);
    EXPECT_TRUE(now.issues.empty());
    EXPECT_TRUE(now.unitsWithout.empty());
    EXPECT_EQ(run(sharedBoundaries(), on(lastDayOfDistricts, "districts_2025h1")).matched, 20U);
    const ImportResult old = run(sharedBoundaries(), on(lastDayOfDistricts, "communes_2025h1_est"));
    EXPECT_EQ(old.matched, 302U);
    EXPECT_EQ(old.unitsWithout.size(), 4U); // could not be separated
}

} // namespace
} // namespace terroir::boundaries
