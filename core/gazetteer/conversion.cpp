#include "core/gazetteer/conversion.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace terroir::gazetteer {

namespace {

/// What has come to a unit so far.
struct Arrived {
    double share = 0;
    double largest = 0; ///< of the parts that it came in
    bool estimated = false;
    std::vector<const Succession*> way; ///< of the largest part, from the requested unit
};

using ByUnit = std::map<UnitIndex, Arrived>;

void arrive(ByUnit& units, UnitIndex unit, double share, bool estimated,
            std::vector<const Succession*> way) {
    const auto [at, isNew] = units.try_emplace(unit);
    Arrived& arrived = at->second;
    arrived.share += share;
    arrived.estimated = arrived.estimated || estimated;
    if (isNew || share > arrived.largest) {
        arrived.largest = share;
        arrived.way = std::move(way);
    }
}

/// The rows of the event that ended the unit, or of the one that it came from.
std::vector<const Succession*> rowsOf(const Gazetteer& gazetteer, UnitIndex unit, bool forward) {
    auto rows = forward ? gazetteer.successors(unit) : gazetteer.predecessors(unit);
    // A commune was made of communes; the districts they lay in are listed with them.
    const auto sameLevel = [&](const Succession* row) {
        return gazetteer.unit(row->predecessor).level == gazetteer.unit(unit).level;
    };
    if (!forward && std::any_of(rows.begin(), rows.end(), sameLevel))
        std::erase_if(rows, [&](const Succession* row) { return !sameLevel(row); });
    return rows;
}

struct Part {
    double share = 0;
    bool estimated = false;
};

/// The part of the unit that each row stands for; together 1.
std::vector<Part> partsOf(const Gazetteer& gazetteer, UnitIndex unit, bool forward,
                          const std::vector<const Succession*>& rows) {
    if (rows.size() == 1)
        return {{1, false}};
    // Forward, the table gives shares of the unit. Backward, the part of it that a predecessor
    // makes up follows from the areas.
    const std::optional<double> whole = forward ? 1 : gazetteer.unit(unit).areaKm2;
    std::vector<std::optional<double>> known;
    double sum = 0;
    std::size_t unknown = 0;
    for (const Succession* row : rows) {
        std::optional<double> weight = row->areaShare;
        if (!forward && weight) {
            const std::optional<double> area = gazetteer.unit(row->predecessor).areaKm2;
            weight = area ? std::optional(*weight * *area) : std::nullopt;
        }
        sum += weight.value_or(0);
        unknown += weight ? 0 : 1;
        known.push_back(weight);
    }
    std::vector<Part> parts(rows.size(), {1.0 / double(rows.size()), true});
    const bool canFill = unknown == 0 || (whole && sum > 0 && *whole > sum);
    if (!canFill || sum <= 0)
        return parts;
    const double rest = unknown == 0 ? 0 : *whole - sum;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double weight = known[i] ? *known[i] : rest / double(unknown);
        parts[i] = {weight / (sum + rest), !known[i].has_value()};
    }
    return parts;
}

} // namespace

std::vector<Conversion> trace(const Gazetteer& gazetteer, UnitIndex unit, Date date) {
    if (gazetteer.unit(unit).valid.contains(date))
        return {{unit, 1, false, {}}};
    const bool forward = gazetteer.unit(unit).valid.to <= date;
    ByUnit done, open;
    arrive(open, unit, 1, false, {});
    // Each step moves towards the date, so the walk ends; a step follows the rows of one event.
    while (!open.empty()) {
        const auto [index, from] = *open.begin();
        open.erase(open.begin());
        if (gazetteer.unit(index).valid.contains(date)) {
            arrive(done, index, from.share, from.estimated, from.way);
            continue;
        }
        const auto rows = rowsOf(gazetteer, index, forward);
        const auto parts = partsOf(gazetteer, index, forward, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::vector<const Succession*> way = from.way;
            way.push_back(rows[i]);
            arrive(open, forward ? rows[i]->successor : rows[i]->predecessor,
                   from.share * parts[i].share, from.estimated || parts[i].estimated,
                   std::move(way));
        }
    }
    std::vector<Conversion> out;
    for (auto& [index, arrived] : done) {
        if (!forward)
            std::reverse(arrived.way.begin(), arrived.way.end());
        out.push_back({index, arrived.share, arrived.estimated, std::move(arrived.way)});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Conversion& a, const Conversion& b) { return a.share > b.share; });
    // However the ground was divided on the way, all of it is one unit again.
    if (out.size() == 1 && out[0].share > 0.999)
        out[0].estimated = false;
    return out;
}

std::vector<Share> Gazetteer::convert(UnitIndex unit, Date date, double minShare) const {
    std::vector<Share> out;
    for (const Conversion& part : trace(*this, unit, date))
        if (part.share >= minShare)
            out.push_back({part.unit, part.share, part.estimated});
    return out;
}

} // namespace terroir::gazetteer
