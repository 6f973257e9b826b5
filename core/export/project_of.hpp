#pragma once

#include "core/export/ground_tables.hpp"
#include "core/export/project.hpp"
#include "core/export/theme_layers.hpp"

#include <span>
#include <string>

namespace terroir::exporting {

/// Collects what an export writes into the project that opens it: a group for each theme with
/// symbols above outlines above units above what lies around; records, sources and what links them
/// to units; the VN-2000 zone of the provinces shown, or VN-2000 / UTM zone 48N (EPSG:3405) where
/// these have several, unless the layers themselves are in a projected system.
class ProjectOf {
public:
    /// `file`: the GeoPackage's name.
    ProjectOf(std::span<const ThemeLayers> themes, const gazetteer::Gazetteer& gazetteer,
              std::span<const records::Source> sources, std::string layerCrs, std::string file,
              Language language, map::Layout layout = {});

    /// `tables` as themeTables() makes them.
    void addTheme(const ThemeLayers& theme, std::span<const LayerTable> tables,
                  const GroundTables::Names& ground);
    /// Records, sources and linkTable(), with what relates them to the themes added before.
    void addTables(const LayerTable& records, const LayerTable& sources, const LayerTable& links);
    const Project& project() const { return m_project; }

private:
    std::string word(const char* vi, const char* en) const {
        return m_project.language == Language::English ? en : vi;
    }
    ProjectLayer layerOf(const LayerTable& table, const std::string& title) const;
    ProjectLayer baseLayerOf(const base_map::BaseLayer& base, const std::string& theme) const;

    const gazetteer::Gazetteer& m_gazetteer;
    std::span<const records::Source> m_sources;
    std::vector<std::string> m_themes; ///< ids
    Project m_project;
};

} // namespace terroir::exporting
