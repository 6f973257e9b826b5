#include "core/map/unit_fills.hpp"

#include "core/map/ink.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace terroir::map {

using gazetteer::UnitIndex;

namespace {

/// Of the unit's own figure, else of its group's.
std::optional<Colour> colourIn(const figures::EvaluatedLayer& layer, UnitIndex unit) {
    const figures::SharedFigures* shared = layer.filling(unit);
    if (theme::hasClasses(layer.layer->type)) {
        const std::optional<double> value =
            shared != nullptr ? layer.classified(*shared) : layer.classified(unit);
        if (!value)
            return std::nullopt;
        const auto at = layer.breaks.classOf(*value);
        return at ? std::optional(layer.classes[*at].colour) : std::nullopt;
    }
    if (theme::hasCategories(layer.layer->type)) {
        if (shared != nullptr)
            return layer.categories[*shared->category].colour;
        if (const auto category = layer.categoryOf.find(unit); category != layer.categoryOf.end())
            return layer.categories[category->second].colour;
    }
    return std::nullopt;
}

} // namespace

UnitFills::UnitFills(const figures::EvaluatedTheme& evaluated) : m_evaluated(evaluated) {
    for (const UnitIndex unit : unitsWithoutData(evaluated))
        m_withoutData.insert(unit);
}

Fill UnitFills::of(UnitIndex unit) const {
    if (!hasData(unit))
        return ofNoData();
    for (std::size_t i = m_evaluated.layers.size(); i-- > 0;)
        if (const std::optional<Colour> colour = colourIn(m_evaluated.layers[i], unit))
            return {*colour};
    return {ink::plainFill};
}

/// Hatching is for exceptions: over most of a map it would be stronger than the figures. But beside
/// changes plain ground would look like no change.
Fill UnitFills::ofNoData() const {
    if (m_evaluated.theme.gaps)
        return {m_evaluated.theme.gaps->colour};
    const bool tellsChange =
        std::any_of(m_evaluated.layers.begin(), m_evaluated.layers.end(), [](const auto& layer) {
            return layer.layer->type == theme::LayerType::Change;
        });
    const bool isPale =
        m_evaluated.isNoDataPale || 2 * m_withoutData.size() > m_evaluated.units.size();
    return !tellsChange && isPale ? Fill{ink::noDataFill}
                                  : Fill{ink::noDataFill, Hatch::Diagonal, ink::noDataHatch};
}

bool fillsAreas(const figures::EvaluatedLayer& layer) {
    return theme::hasClasses(layer.layer->type) || theme::hasCategories(layer.layer->type);
}

std::vector<UnitIndex> unitsWithoutData(const figures::EvaluatedTheme& evaluated) {
    const bool anyArea = std::any_of(evaluated.layers.begin(), evaluated.layers.end(), fillsAreas);
    std::vector<UnitIndex> without = evaluated.units;
    for (const figures::EvaluatedLayer& layer : evaluated.layers) {
        if (anyArea && !fillsAreas(layer))
            continue;
        const bool byCategory = theme::hasCategories(layer.layer->type);
        // A figure that stands for several units together is data of each.
        std::set<UnitIndex> together;
        if (!fillsAreas(layer))
            for (const auto& [group, shared] : layer.shared)
                together.insert(group.begin(), group.end());
        std::erase_if(without, [&](UnitIndex unit) {
            return layer.filledBy.contains(unit) || together.contains(unit) ||
                   (byCategory ? layer.categoryOf.contains(unit) : layer.hasData(unit));
        });
    }
    return without;
}

} // namespace terroir::map
