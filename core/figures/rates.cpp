#include "core/figures/rates.hpp"

#include "core/figures/page_words.hpp"

#include <algorithm>

namespace terroir::figures {

namespace {

using gazetteer::Unit;
using gazetteer::UnitIndex;

/// Areas that the gazetteer has from polygons of another date or extent.
bool isEstimate(const std::string& areaSource) {
    return areaSource == "polygon_est" || areaSource == "polygon_2015_uncertain";
}

/// What a figure is divided by; nothing when it is not known.
struct Divisor {
    double value = 0;
    bool approximate = false;
};

std::optional<Divisor> divisorOf(const Unit& unit, theme::Per per) {
    if (per == theme::Per::Km2 && unit.areaKm2 && *unit.areaKm2 > 0)
        return Divisor{*unit.areaKm2, isEstimate(unit.areaSource)};
    if (per == theme::Per::ThousandPeople && unit.population && *unit.population > 0)
        return Divisor{*unit.population / 1000, false};
    return std::nullopt;
}

/// Of the unit that the records name, which may be a part of the ground of its communes of today;
/// else of all units together, which is then about it.
std::optional<Divisor> divisorOf(const UnitGroup& group, UnitIndex named,
                                 const gazetteer::Gazetteer& gazetteer, theme::Per per) {
    if (named != gazetteer::noUnit)
        if (const auto divisor = divisorOf(gazetteer.unit(named), per))
            return divisor;
    Divisor whole;
    whole.approximate = named != gazetteer::noUnit;
    for (const UnitIndex unit : group) {
        const auto divisor = divisorOf(gazetteer.unit(unit), per);
        if (!divisor)
            return std::nullopt;
        whole = {whole.value + divisor->value, whole.approximate || divisor->approximate};
    }
    return whole;
}

void setShares(EvaluatedLayer& layer, std::span<const UnitIndex> units) {
    const auto& cells = layer.series.front().cells;
    double whole = 0;
    bool exact = true;
    std::vector<UnitIndex> with;
    for (const UnitIndex unit : units)
        if (const auto cell = cells.find(unit); cell != cells.end()) {
            whole += cell->second.value;
            exact = exact && !cell->second.lowerBound && !cell->second.approximate;
            with.push_back(unit);
        }
    for (const auto& [group, shared] : layer.shared)
        if (shared.cells.front()) {
            whole += shared.cells.front()->value;
            exact =
                exact && !shared.cells.front()->lowerBound && !shared.cells.front()->approximate;
        }
    if (whole <= 0)
        return;
    for (auto& [group, shared] : layer.shared)
        if (shared.cells.front())
            shared.rate = Rate{100 * shared.cells.front()->value / whole, false, !exact};
    for (const UnitIndex unit : with)
        layer.rates[unit] = {100 * cells.at(unit).value / whole, false, !exact};
}

} // namespace

void setRates(EvaluatedLayer& layer, const gazetteer::Gazetteer& gazetteer,
              std::span<const UnitIndex> units, Language language) {
    layer.rates.clear();
    layer.rateUnit.clear();
    if (!layer.hasRates())
        return;
    const theme::Per per = layer.layer->per;
    const figures::Figures& figures = layer.series.front();
    layer.rateUnit =
        theme::rateUnit(per, unitOf(figures, layer.layer->series.front(), language), language);
    if (per == theme::Per::Total)
        return setShares(layer, units);
    for (auto& [group, shared] : layer.shared)
        if (const std::optional<Cell>& cell = shared.cells.front())
            if (const auto divisor = divisorOf(group, shared.named, gazetteer, per))
                shared.rate = Rate{cell->value / divisor->value, cell->lowerBound,
                                   cell->approximate || divisor->approximate};
    for (const auto& [unit, cell] : figures.cells)
        if (const auto divisor = divisorOf(gazetteer.unit(unit), per))
            layer.rates[unit] = {cell.value / divisor->value, cell.lowerBound,
                                 cell.approximate || divisor->approximate};
}

} // namespace terroir::figures
