#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/gazetteer/build.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/topology.hpp"
#include "core/store/workspace_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace terroir::boundaries {

inline constexpr Date today = Date::of(2025, 7, 1), lastDayOfDistricts = Date::of(2025, 6, 30);

inline std::filesystem::path scratch(const std::string& name) {
    return std::filesystem::path(testing::TempDir()) /
           ("terroir_" + std::to_string(getpid()) + "_" + name);
}

inline std::filesystem::path scratch(const std::string& name, const std::string& content) {
    std::ofstream(scratch(name)) << content;
    return scratch(name);
}

/// Options for the units of a day.
inline ImportOptions on(Date day, const std::string& layer = {},
                        std::optional<gazetteer::Level> level = {}) {
    ImportOptions options;
    options.layer = layer;
    options.level = level;
    options.validFrom = day;
    return options;
}

/// The development set; it is not part of the project.
inline std::filesystem::path sharedBoundaries() {
    const char* folder = std::getenv("TERROIR_SHARED");
    const std::filesystem::path shared =
        folder != nullptr ? folder : TERROIR_SOURCE_DIR "/../shared";
    return shared / "boundaries/boundaries_laichau_sonla.gpkg";
}

inline double totalArea(const std::vector<geometry::MultiPolygon>& shapes) {
    double sum = 0;
    for (const auto& shape : shapes)
        sum += geometry::areaOf(shape);
    return sum;
}

/// Each test gets its own workspace with the packaged gazetteer.
class Country : public testing::Test {
protected:
    static void SetUpTestSuite() {
        store::WorkspaceFile workspace = store::WorkspaceFile::create(packaged());
        gazetteer::buildFromData(workspace, TERROIR_SOURCE_DIR "/data");
    }
    static void TearDownTestSuite() { std::filesystem::remove(packaged()); }
    static std::filesystem::path packaged() { return scratch("packaged.sqlite"); }

    void SetUp() override {
        std::filesystem::copy_file(packaged(), m_file,
                                   std::filesystem::copy_options::overwrite_existing);
        m_workspace.emplace(
            store::WorkspaceFile::open(m_file, store::Mode::ReadWrite, store::Spatial::Yes));
        m_gazetteer.emplace(gazetteer::Gazetteer::load(*m_workspace));
    }
    void TearDown() override {
        m_workspace.reset();
        std::filesystem::remove(m_file);
    }

    store::WorkspaceFile& workspace() { return *m_workspace; }
    const gazetteer::Gazetteer& gazetteer() const { return *m_gazetteer; }
    gazetteer::UnitIndex unit(std::string_view uid) const {
        const gazetteer::UnitIndex found = m_gazetteer->find(uid);
        EXPECT_NE(found, gazetteer::noUnit) << uid;
        return found;
    }
    std::vector<gazetteer::UnitIndex> communes(std::string_view province, Date date) const {
        return m_gazetteer->communesOf(m_gazetteer->findCode(province, date), date);
    }
    geometry::MultiPolygon outline(std::string_view uid) {
        store::Statement row =
            workspace().database().prepare("SELECT AsBinary(geom) FROM outline WHERE province=?");
        row.bind(1, uid);
        return row.step() ? geometry::fromWkb(row.view(0)) : geometry::MultiPolygon();
    }

    /// A square of the unit's area around its point, as GeoJSON.
    std::string squareOf(gazetteer::UnitIndex index, double scale = 1) const {
        const gazetteer::Unit& unit = m_gazetteer->unit(index);
        constexpr double degree = 111.32; // km
        const double shrink = std::cos(unit.point->lat * 3.14159265358979 / 180);
        const double half = std::sqrt(scale * unit.areaKm2.value_or(30)) / degree / 2;
        std::string ring;
        for (const auto& [x, y] : {std::pair(-1, -1), {1, -1}, {1, 1}, {-1, 1}, {-1, -1}})
            ring += (ring.empty() ? "[" : ",[") +
                    std::to_string(unit.point->lon + x * half / shrink) + "," +
                    std::to_string(unit.point->lat + y * half) + "]";
        return R"({"type":"Polygon","coordinates":[[)" + ring + "]]}";
    }
    /// GeoJSON of units that have a point; `properties` says what stands beside each square.
    std::string layerOf(const std::vector<gazetteer::UnitIndex>& units,
                        const std::function<std::string(const gazetteer::Unit&)>& properties,
                        double scale = 1) const {
        std::string out;
        for (const gazetteer::UnitIndex unit : units)
            if (m_gazetteer->unit(unit).point)
                out +=
                    (out.empty() ? "" : ",") +
                    (R"({"type":"Feature","properties":{)" + properties(m_gazetteer->unit(unit))) +
                    R"(},"geometry":)" + squareOf(unit, scale) + "}";
        return R"({"type":"FeatureCollection","features":[)" + out + "]}";
    }
    static std::string codeAndName(const gazetteer::Unit& unit) {
        return R"("code":")" + unit.code + R"(","name":")" + unit.name + "\"";
    }

private:
    std::filesystem::path m_file = scratch("workspace.sqlite");
    std::optional<store::WorkspaceFile> m_workspace;
    std::optional<gazetteer::Gazetteer> m_gazetteer;
};

} // namespace terroir::boundaries
