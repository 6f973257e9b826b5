#include "core/figures/rates.hpp"

#include "core/figures/decimals.hpp"
#include "core/figures/page_words.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

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

void setQuotients(EvaluatedLayer& layer, const gazetteer::Gazetteer& gazetteer) {
    const theme::Per per = layer.layer->per;
    for (auto& [group, shared] : layer.shared)
        if (const std::optional<Cell>& cell = shared.cells.front())
            if (const auto divisor = divisorOf(group, shared.named, gazetteer, per))
                shared.rate = Rate{cell->value / divisor->value, cell->lowerBound,
                                   cell->approximate || divisor->approximate};
    for (const auto& [unit, cell] : layer.series.front().cells)
        if (const auto divisor = divisorOf(gazetteer.unit(unit), per))
            layer.rates[unit] = {cell.value / divisor->value, cell.lowerBound,
                                 cell.approximate || divisor->approximate};
}

template <class Change>
void changeRates(EvaluatedLayer& layer, Change change) {
    for (auto& [unit, rate] : layer.rates)
        change(rate.value);
    for (auto& [group, shared] : layer.shared)
        if (shared.rate)
            change(shared.rate->value);
}

std::vector<double> valuesOfRates(EvaluatedLayer& layer) {
    std::vector<double> values;
    changeRates(layer, [&](double& value) { values.push_back(value); });
    return values;
}

/// How many units of area or people rates are of: so many that the median has one or two digits
/// before the point. Given breaks are made for one.
double scaleOf(const EvaluatedLayer& layer, std::vector<double> values) {
    if (layer.layer->classes.method == "given" || layer.layer->per == theme::Per::Total)
        return 1;
    std::erase(values, 0.0);
    if (values.empty())
        return 1;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    const double step = layer.layer->per == theme::Per::Km2 ? 100 : 10, most = step * step;
    double scale = 1;
    while (scale < most && scale * *middle < 1 - 1e-9)
        scale *= step;
    return scale;
}

void makeReadable(EvaluatedLayer& layer) {
    layer.rateScale = scaleOf(layer, valuesOfRates(layer));
    changeRates(layer, [&](double& value) { value *= layer.rateScale; });
    roundRates(layer);
}

} // namespace

void roundRates(EvaluatedLayer& layer) {
    std::vector<double> sizes = valuesOfRates(layer);
    for (double& size : sizes)
        size = std::abs(size);
    layer.rateDecimals = commonDecimals(sizes);
    changeRates(layer, [&](double& value) { value = rounded(value, layer.rateDecimals); });
}

void setRates(EvaluatedLayer& layer, const gazetteer::Gazetteer& gazetteer,
              std::span<const UnitIndex> units, Language language) {
    layer.rates.clear();
    layer.rateUnit.clear();
    layer.rateScale = 1;
    if (layer.layer->per == theme::Per::None)
        return;
    const theme::Per per = layer.layer->per;
    const figures::Figures& figures = layer.series.front();
    if (per == theme::Per::Total)
        setShares(layer, units);
    else
        setQuotients(layer, gazetteer);
    makeReadable(layer);
    layer.rateUnit = theme::rateUnit(
        per, layer.rateScale, unitOf(figures, layer.layer->series.front(), language), language);
}

Unrated unratedOf(const EvaluatedLayer& layer) {
    std::set<UnitIndex> all, without;
    if (layer.layer->per == theme::Per::None)
        return {};
    for (const auto& [unit, cell] : layer.series.front().cells) {
        all.insert(unit);
        if (!layer.rates.contains(unit))
            without.insert(unit);
    }
    for (const auto& [group, shared] : layer.shared)
        if (shared.cells.front()) {
            all.insert(group.begin(), group.end());
            if (!shared.rate)
                without.insert(group.begin(), group.end());
        }
    return {without.size(), all.size()};
}

} // namespace terroir::figures
