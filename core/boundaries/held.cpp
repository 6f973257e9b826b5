#include "core/boundaries/held.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/boundaries/detail.hpp"
#include "core/store/workspace_file.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::Unit;

namespace {

/// A workspace of before has no columns for layer, day and crs.
store::Statement selectHeld(store::Database& database) {
    const bool isNoted =
        database.queryText("SELECT 1 FROM pragma_table_info('boundary') WHERE name='day'")
            .has_value();
    return database.prepare(isNoted
                                ? "SELECT unit, file, imported, layer, day, crs FROM boundary"
                                : "SELECT unit, file, imported, NULL, NULL, NULL FROM boundary");
}

/// The day is that of the import; of those of before it was noted, any on which the unit was.
bool means(const BoundaryChoice& choice, const Unit& unit, const store::Statement& row) {
    const bool isOfDay =
        !choice.day || (row.text(4).empty() ? unit.valid.contains(*choice.day)
                                            : row.text(4) == choice.day->toString());
    return isOfDay && (!choice.level || *choice.level == unit.level) &&
           (choice.file.empty() || choice.file == row.text(1)) &&
           (choice.layer.empty() || choice.layer == row.text(3));
}

std::string described(const HeldBoundaries& held) {
    return fmt::format("{} {} ({} {})", held.file, held.day, held.count, toString(held.level));
}

} // namespace

std::vector<HeldBoundaries> heldBoundaries(store::WorkspaceFile& workspace,
                                           const Gazetteer& gazetteer) {
    using Key = std::tuple<gazetteer::Level, std::string, std::string, std::string, std::string,
                           std::string>;
    std::map<Key, HeldBoundaries> groups;
    store::Statement rows = selectHeld(workspace.database());
    while (rows.step()) {
        const gazetteer::UnitIndex index = gazetteer.find(rows.view(0));
        if (index == noUnit)
            continue;
        const Unit& unit = gazetteer.unit(index);
        HeldBoundaries& held = groups[Key(unit.level, rows.text(4), rows.text(1), rows.text(3),
                                          rows.text(2), rows.text(5))];
        if (held.count++ == 0)
            held = {unit.level,   unit.valid,   rows.text(4), 1,
                    rows.text(1), rows.text(3), rows.text(2), rows.text(5)};
        held.valid.from = std::max(held.valid.from, unit.valid.from);
        held.valid.to = std::min(held.valid.to, unit.valid.to);
    }
    std::vector<HeldBoundaries> all;
    for (auto& [key, held] : groups)
        all.push_back(std::move(held));
    return all;
}

Table heldRows(const std::vector<HeldBoundaries>& held) {
    Table table{
        {"level", "valid_from", "valid_to", "day", "polygons", "file", "layer", "imported", "crs"},
        {}};
    for (const HeldBoundaries& one : held) {
        const bool isSome = one.valid.from < one.valid.to;
        table.rows.push_back({std::string(toString(one.level)),
                              textOrNone(isSome ? one.valid.from.toString() : ""),
                              textOrNone(isSome ? one.valid.to.toString() : ""),
                              textOrNone(one.day), countOf(one.count), one.file,
                              textOrNone(one.layer), one.imported, textOrNone(one.crs)});
    }
    return table;
}

std::size_t removeBoundaries(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                             std::span<const BoundaryChoice> choices, const Progress& progress) {
    store::Database& database = workspace.database();
    workspace.addBoundaryDetail();
    store::Transaction transaction(database);
    std::vector<std::string> meant;
    {
        store::Statement rows = selectHeld(database);
        while (rows.step()) {
            const gazetteer::UnitIndex unit = gazetteer.find(rows.view(0));
            if (unit != noUnit &&
                std::any_of(choices.begin(), choices.end(), [&](const BoundaryChoice& choice) {
                    return means(choice, gazetteer.unit(unit), rows);
                }))
                meant.push_back(gazetteer.unit(unit).uid);
        }
    }
    if (meant.empty()) {
        std::vector<std::string> there;
        for (const HeldBoundaries& held : heldBoundaries(workspace, gazetteer))
            there.push_back(described(held));
        throw InputError(
            there.empty()
                ? LocalText{"Không gian làm việc chưa có ranh giới nào được nhập, nên không có gì "
                            "để "
                            "bỏ.",
                            "No boundaries are imported into the workspace, so there is nothing to "
                            "remove."}
                : localText("Không có ranh giới nào như vậy; hiện có: {}.",
                            "There are no such boundaries; there are: {}.",
                            fmt::format("{}", fmt::join(there, ", "))));
    }
    store::Statement remove = database.prepare("DELETE FROM boundary WHERE unit=?");
    for (const std::string& uid : meant)
        remove.bind(1, uid).run();
    if (!makeDetail(workspace, gazetteer, progress))
        throw Error(LocalText{"Việc bỏ ranh giới đã bị hủy; ranh giới vẫn như cũ.",
                              "The removal was cancelled; the boundaries are as they were."});
    transaction.commit();
    return meant.size();
}

} // namespace terroir::boundaries
