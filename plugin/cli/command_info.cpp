#include "core/base/day_words.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/records/selection.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/print_table.hpp"

#include <QtGlobal>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>

namespace terroir::cli {

namespace {

using gazetteer::Level;

constexpr Date eveOfReform = Date::of(2025, 6, 30);

class InfoCommand final : public Command {
public:
    std::string name() const override { return "info"; }
    LocalText summary() const override {
        return {"Cho biết trong không gian làm việc có gì", "Say what is in the workspace"};
    }
    std::vector<std::string> examples() const override { return {"terroir info"}; }
    void setup(CLI::App&, const Words&) override {}

    void run(Context& context) override {
        Workspace workspace = context.open(store::Mode::ReadOnly, store::Spatial::Yes);
        context.step({"Đếm đơn vị, số liệu và ranh giới", "Counting units, records, boundaries"});
        Table table{{"topic", "item", "value"}, {}};
        table.rows.push_back({"workspace", "file", context.workspaceFile.string()});
        table.rows.push_back({"workspace", "layout", workspace.file().meta("layout")});
        addUnits(workspace, table);
        addRecords(workspace, table);
        addYears(workspace, table);
        addBoundaries(workspace, context.words, table);
        addVersions(workspace, table);
        print(context, table);
    }

private:
    static void addUnits(Workspace& workspace, Table& table) {
        for (const Date date : {Date::today(), eveOfReform})
            for (const Level level : {Level::Province, Level::District, Level::Commune})
                table.rows.push_back({"units " + date.toString(), std::string(toString(level)),
                                      countOf(workspace.gazetteer().unitsAt(level, date).size())});
    }

    static void addRecords(Workspace& workspace, Table& table) {
        std::map<std::string, std::size_t> kinds, places;
        for (const records::Record& record : workspace.records()) {
            ++kinds[record.kind];
            for (const records::Place& place : record.places)
                if (place.role == records::PlaceRole::Location ||
                    place.role == records::PlaceRole::Coverage)
                    ++places[std::string(toString(place.status))];
        }
        table.rows.push_back({"records", "all", countOf(workspace.records().size())});
        for (const auto& [kind, count] : kinds)
            table.rows.push_back({"records", kind, countOf(count)});
        for (const char* status : {"matched", "ambiguous", "unmatched"})
            table.rows.push_back({"places", status, countOf(places[status])});
        table.rows.push_back({"sources", "all", countOf(workspace.sources().size())});
        for (const records::Source& source : workspace.sources())
            table.rows.push_back({"sources", source.id, source.title});
    }

    /// How many records speak of each year.
    static void addYears(Workspace& workspace, Table& table) {
        std::map<int, std::size_t> years;
        for (const records::Record& record : workspace.records()) {
            const auto period = records::periodOf(record, workspace.sources());
            if (!period)
                continue;
            // With one end open, the year of the other end.
            const Date first = period->from.isOpen() ? period->to.previousDay() : period->from;
            const Date last = period->to.isOpen() ? period->from : period->to.previousDay();
            for (int year = first.year(); !first.isOpen() && year <= last.year(); ++year)
                ++years[year];
        }
        for (const auto& [year, count] : years)
            table.rows.push_back({"years", std::to_string(year), countOf(count)});
    }

    static void addBoundaries(Workspace& workspace, const Words& words, Table& table) {
        const boundaries::Inventory official = boundaries::inventory(workspace.file());
        if (official.empty()) {
            table.rows.push_back(
                {"boundaries", "official",
                 words("chưa có: bản đồ dùng ô gần đúng; nhập bằng 'terroir boundaries import'",
                       "none: maps use approximate cells; import some with "
                       "'terroir boundaries import'")});
            return;
        }
        table.rows.push_back({"boundaries", "province", countOf(official.provinces)});
        table.rows.push_back({"boundaries", "district", countOf(official.districts)});
        table.rows.push_back({"boundaries", "commune", countOf(official.communes)});
    }

    static void addVersions(Workspace& workspace, Table& table) {
        table.rows.push_back({"versions", "terroir", TERROIR_VERSION});
        store::Database& database = workspace.file().database();
        for (const auto& [item, sql] : {std::pair("SQLite", "SELECT sqlite_version()"),
                                        std::pair("SpatiaLite", "SELECT spatialite_version()"),
                                        std::pair("GEOS", "SELECT geos_version()"),
                                        std::pair("PROJ", "SELECT proj_version()")})
            table.rows.push_back({"versions", item, database.queryText(sql).value_or("")});
        table.rows.push_back({"versions", "GDAL", TERROIR_GDAL_VERSION});
        table.rows.push_back({"versions", "Qt", std::string(qVersion())});
    }
};

} // namespace

std::unique_ptr<Command> makeInfoCommand() {
    return std::make_unique<InfoCommand>();
}

} // namespace terroir::cli
