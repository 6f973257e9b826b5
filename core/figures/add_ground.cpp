#include "core/figures/add_ground.hpp"

#include "core/figures/same_thing.hpp"
#include "core/records/record_ground.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace terroir::figures {

namespace {

using records::CompactRecords;
using theme::LayerType;

constexpr std::size_t notShown = std::numeric_limits<std::size_t>::max();

/// The record of an id; they are in the order of their ids.
std::size_t indexOf(const CompactRecords& records, std::string_view id) {
    std::size_t first = 0, end = records.size();
    while (first < end) {
        const std::size_t middle = first + (end - first) / 2;
        if (records.id(middle) < id)
            first = middle + 1;
        else
            end = middle;
    }
    return first < records.size() && records.id(first) == id ? first : notShown;
}

/// Light colours of a ramp would be lost on its own fills.
Colour darkened(Colour colour) {
    const int light = 299 * colour.r + 587 * colour.g + 114 * colour.b;
    constexpr int lightest = 140'000;
    if (light <= lightest)
        return colour;
    const auto less = [&](unsigned char channel) {
        return static_cast<unsigned char>(channel * lightest / light);
    };
    return {less(colour.r), less(colour.g), less(colour.b), colour.a};
}

/// Of changes, and of figures below and above zero, the colours of both ends mean something: more
/// is not the colour of all.
bool hasTwoSides(const EvaluatedLayer& layer) {
    return layer.layer->type == LayerType::Change ||
           (layer.classes.front().low < 0 && layer.classes.back().high > 0);
}

/// The colour of the unit's class; grey where it has none, or of ground of no single unit.
Colour ofItsClass(const EvaluatedLayer& layer, gazetteer::UnitIndex unit) {
    constexpr Colour none{110, 110, 110};
    const std::optional<double> value = layer.classified(unit);
    const auto at = value ? layer.breaks.classOf(*value) : std::nullopt;
    return at ? layer.classes[*at].colour : none;
}

class ShownGroundFinder {
public:
    ShownGroundFinder(EvaluatedTheme& evaluated, workspace::Workspace& workspace)
        : m_evaluated(evaluated), m_workspace(workspace), m_records(workspace.compactRecords()),
          m_things(m_records) {}

    void find() {
        m_shownBy.assign(m_records.size(), notShown);
        m_hasGround.assign(m_records.size(), 0);
        std::vector<std::pair<std::size_t, records::RecordGround>> all;
        records::walkGround(
            m_workspace.file(), [&](const std::string& id, records::RecordGround&& ground) {
                if (const std::size_t index = indexOf(m_records, id); index != notShown) {
                    m_hasGround[index] = 1;
                    all.emplace_back(index, std::move(ground));
                }
            });
        for (const bool isOfSymbols : {true, false})
            for (std::size_t i = 0; i < m_evaluated.layers.size(); ++i)
                if (hasSymbols(m_evaluated.layers[i]) == isOfSymbols)
                    addLayer(i);
        for (auto& [index, ground] : all)
            if (m_shownBy[index] != notShown) {
                ShownGround& found = m_found[m_shownBy[index]];
                found.record = m_records.id(index);
                found.shape = std::move(ground.shape);
                found.accuracy = ground.accuracy;
                found.source = std::move(ground.source);
            }
        m_evaluated.ground = std::move(m_found);
    }

private:
    static bool hasSymbols(const EvaluatedLayer& layer) {
        return theme::showsFigures(layer.layer->type);
    }

    void addLayer(std::size_t number) {
        EvaluatedLayer& layer = m_evaluated.layers[number];
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            // A place inside a name is not where the thing lies.
            if (layer.layer->series[i].places != records::PlaceUse::Locations)
                continue;
            for (auto& [unit, cell] : layer.series[i].cells) {
                cell.onGround = onGround(cell, layer.layer->series[i].measure);
                for (const std::size_t record : cell.records)
                    show(record, number, i, unit);
            }
            for (const NotAttributed& entry : layer.series[i].notAttributed)
                if (entry.isInTotal() && entry.reason != NotAttributed::Reason::Remainder)
                    for (const std::size_t record : entry.records)
                        show(record, number, i, gazetteer::noUnit);
            for (auto& [group, shared] : layer.shared)
                if (i < shared.cells.size() && shared.cells[i])
                    shared.cells[i]->onGround =
                        onGround(*shared.cells[i], layer.layer->series[i].measure);
        }
    }

    void show(std::size_t record, std::size_t layer, std::size_t series,
              gazetteer::UnitIndex unit) {
        if (m_hasGround[record] == 0 || m_shownBy[record] != notShown)
            return;
        m_shownBy[record] = m_found.size();
        ShownGround& found = m_found.emplace_back();
        found.layer = layer;
        found.series = series;
        found.unit = unit;
        found.colour = colourOf(m_evaluated.layers[layer], series, unit);
    }

    /// What of the figure the records with ground add to it.
    double onGround(const Cell& cell, records::Measure measure) {
        double value = 0;
        std::set<std::uint64_t> others;
        bool isAny = false;
        for (const std::size_t record : cell.records)
            if (m_hasGround[record] != 0) {
                isAny = true;
                value += measure == records::Measure::Sum ? m_records[record].value.value_or(0) : 1;
            } else if (records::countsNames(measure)) {
                for (const CompactRecords::Text name : m_things.namesOf(record, measure))
                    others.insert(m_things.keyOf(name, measure));
            }
        if (!isAny)
            return 0;
        // Of things that are counted once, those that are nowhere else.
        return records::countsNames(measure) ? std::max(0.0, cell.value - double(others.size()))
                                             : std::min(value, cell.value);
    }

    Colour colourOf(const EvaluatedLayer& layer, std::size_t series,
                    gazetteer::UnitIndex unit) const {
        if (theme::hasCategories(layer.layer->type)) {
            const auto category = layer.categoryOf.find(unit);
            if (category != layer.categoryOf.end())
                return darkened(layer.categories[category->second].colour);
        }
        if (theme::hasClasses(layer.layer->type) && !layer.classes.empty())
            return darkened(hasTwoSides(layer) ? ofItsClass(layer, unit)
                                               : layer.classes.back().colour);
        return darkened(layer.layer->series[series].colour);
    }

    EvaluatedTheme& m_evaluated;
    workspace::Workspace& m_workspace;
    const CompactRecords& m_records;
    SameThing m_things;
    std::vector<char> m_hasGround;      ///< by record
    std::vector<std::size_t> m_shownBy; ///< by record, in m_found
    std::vector<ShownGround> m_found;
};

} // namespace

void addGround(EvaluatedTheme& evaluated, workspace::Workspace& workspace) {
    if (records::hasGround(workspace.file()))
        ShownGroundFinder(evaluated, workspace).find();
}

} // namespace terroir::figures
