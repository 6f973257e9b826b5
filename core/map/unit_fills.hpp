#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/map/scene.hpp"

#include <set>
#include <vector>

namespace terroir::map {

/// How units are filled: with the colour of the last area layer that has a figure for them or for a
/// group of theirs; without data in the colour of Theme::gaps, else hatched, or pale where most are
/// without, but on a map of change; plain when the theme has only symbols.
class UnitFills {
public:
    explicit UnitFills(const figures::EvaluatedTheme& evaluated);
    Fill of(gazetteer::UnitIndex unit) const;
    Fill ofNoData() const;
    bool hasData(gazetteer::UnitIndex unit) const { return !m_withoutData.contains(unit); }

private:
    const figures::EvaluatedTheme& m_evaluated;
    std::set<gazetteer::UnitIndex> m_withoutData;
};

/// Layers that fill areas: choropleths, changes, categories and pairs of classes.
bool fillsAreas(const figures::EvaluatedLayer& layer);

/// The units that are hatched: without any figure, of their own or of a group, in the layers that
/// fill areas, or, when there is no such layer, in any layer.
std::vector<gazetteer::UnitIndex> unitsWithoutData(const figures::EvaluatedTheme& evaluated);

} // namespace terroir::map
