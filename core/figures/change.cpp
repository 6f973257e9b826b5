#include "core/figures/change.hpp"

#include "core/figures/page_words.hpp"
#include "core/figures/rates.hpp"
#include "core/figures/reported_ground.hpp"
#include "core/text/thing_words.hpp"

#include <set>
#include <string>

namespace terroir::figures {

namespace {

std::optional<Rate> changeOf(const Cell& before, const Cell& after, bool inPercent) {
    double value = after.value - before.value;
    if (inPercent) {
        if (before.value == 0)
            return std::nullopt;
        value *= 100 / before.value;
    }
    return Rate{value, false,
                before.lowerBound || before.approximate || after.lowerBound || after.approximate};
}

/// A crop that only one of two sums has is not known at the other time: the difference would tell
/// what was reported, not what was grown.
bool areOfSameThings(const Cell& before, const Cell& after, records::Measure measure) {
    if (measure != records::Measure::Sum)
        return true;
    const auto thingsOf = [](const Cell& cell) { // "Chè" and "cây chè" are one
        std::set<std::string> things;
        for (const std::string& subject : cell.subjects)
            things.insert(text::nameOfThing(subject));
        return things;
    };
    return thingsOf(before) == thingsOf(after);
}

} // namespace

void setChanges(EvaluatedLayer& layer, const EvaluatedTheme& evaluated,
                const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& records) {
    const bool inPercent = layer.layer->inPercent;
    const auto &before = layer.series.front().cells, &after = layer.series.back().cells;
    ReportedGround ground(gazetteer, records, evaluated.asOf);
    layer.rates.clear();
    layer.notCompared.clear();
    for (const gazetteer::UnitIndex unit : evaluated.units) {
        const auto first = before.find(unit), second = after.find(unit);
        const bool hasFirst = first != before.end(), hasSecond = second != after.end();
        if (!hasFirst && !hasSecond)
            continue;
        if (!hasFirst || !hasSecond)
            layer.notCompared[unit] = NotCompared::OneOnly;
        else if (!ground.isSame(unit, first->second, second->second))
            layer.notCompared[unit] = NotCompared::OtherGround;
        else if (!areOfSameThings(first->second, second->second,
                                  layer.layer->series.front().measure))
            layer.notCompared[unit] = NotCompared::OtherThings;
        else if (const auto change = changeOf(first->second, second->second, inPercent))
            layer.rates[unit] = *change;
        else
            layer.notCompared[unit] = NotCompared::FromZero;
    }
    for (auto& [group, shared] : layer.shared)
        if (shared.cells.front() && shared.cells.back() &&
            areOfSameThings(*shared.cells.front(), *shared.cells.back(),
                            layer.layer->series.front().measure))
            shared.rate = changeOf(*shared.cells.front(), *shared.cells.back(), inPercent);
    roundRates(layer);
    layer.rateUnit =
        inPercent ? "%"
                  : unitOf(layer.series.back(), layer.layer->series.back(), evaluated.language);
}

} // namespace terroir::figures
