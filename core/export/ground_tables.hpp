#pragma once

#include "core/export/table.hpp"
#include "core/export/theme_layers.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace terroir::exporting {

/// Layers of what lies under a theme: the outlines one level up, the land border of the country,
/// the names of its archipelagos, and what lies around. Themes that show the same ground share them.
class GroundTables {
public:
    explicit GroundTables(Language language) : m_language(language) {}

    /// Names of a theme's layers; empty where it has none.
    struct Names {
        std::string outlines, around, border, seas;
    };
    /// The layers that no theme before had are put into `made`.
    Names add(const ThemeLayers& theme, const gazetteer::Gazetteer& gazetteer,
              std::vector<LayerTable>& made);

private:
    using Units = std::set<gazetteer::UnitIndex>;
    std::string add(const boundaries::UnitShapes& shapes, const std::string& name,
                    const std::string& title, const std::string& qml,
                    const gazetteer::Gazetteer& gazetteer, std::map<Units, std::string>& names,
                    std::vector<LayerTable>& made) const;

    using Lines = std::vector<std::vector<geometry::Point>>;
    std::string addBorder(const std::vector<boundaries::BorderStretch>& border,
                          std::vector<LayerTable>& made);

    /// The archipelagos, when units of the theme reach them.
    std::string addSeaNames(const boundaries::UnitShapes& shapes,
                            std::vector<LayerTable>& made);

    Language m_language;
    bool m_hasSeaNames = false;
    std::map<std::string, Lines> m_borders; ///< by the name of their layer
    std::map<Units, std::string> m_outlines, m_around;
};

} // namespace terroir::exporting
