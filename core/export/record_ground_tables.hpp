#pragma once

#include "core/export/table.hpp"
#include "core/export/theme_layers.hpp"
#include "core/records/record_walk.hpp"

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace terroir::exporting {

/// Layers of where records of themes lie by themselves, with all their fields: THEME_record_points,
/// THEME_record_lines, THEME_record_zones. In the colours of the maps.
class RecordGroundTables {
public:
    /// Nothing is walked where no theme has such records. The themes must outlive it.
    RecordGroundTables(std::span<const ThemeLayers> themes, const gazetteer::Gazetteer& gazetteer,
                       const records::RecordWalk& walk, Language language);

    /// Puts those of a theme, by number, among its tables: points under nothing, lines and zones
    /// under the symbols.
    void putAmong(std::vector<LayerTable>& tables, std::size_t theme);
    /// One table of them each, the points first; empty ones are left out. Once for each theme.
    std::vector<LayerTable> take(std::size_t theme);
    /// "points", "lines" or "zones", as the tables are named.
    static const char* sortOf(GeometryType geometry);

private:
    struct OfTheme {
        LayerTable points, lines, zones;
    };
    LayerTable begin(const ThemeLayers& theme, GeometryType geometry) const;
    void add(const records::Record& record, const gazetteer::Gazetteer& gazetteer);

    std::span<const ThemeLayers> m_themes;
    Language m_language;
    std::vector<OfTheme> m_tables;
    /// By id: theme, position in EvaluatedTheme::ground.
    std::multimap<std::string, std::pair<std::size_t, std::size_t>, std::less<>> m_wanted;
};

} // namespace terroir::exporting
