#include "core/workspace/import_profile.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/store/workspace_file.hpp"
#include "core/tables/column_guess.hpp"
#include "core/tables/column_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <set>

namespace terroir::workspace {

namespace {

using store::Statement;
using tables::FoundTable;

constexpr std::string_view profileTable = R"sql(
CREATE TABLE IF NOT EXISTS import_profile(
    shape TEXT NOT NULL, choice TEXT NOT NULL CHECK(choice IN ('map','set','sheet')),
    field TEXT NOT NULL, value TEXT NOT NULL, file TEXT NOT NULL, kept TEXT NOT NULL,
    PRIMARY KEY(shape, choice, field)) WITHOUT ROWID;
)sql";

constexpr std::string_view mapChoice = "map", setChoice = "set", sheetChoice = "sheet";

/// What a form of one pattern means by its numbers and words. All else is true of one document
/// alone: its time, its place, its crop, its holder.
bool isOfForm(std::string_view field) {
    return isAnyOf(field, {"unit", "indicator", "qualifier", "scope", "place_level", "place_role",
                           "name_place_level"});
}

/// "D" means a place on the sheet, which another copy of the form may not keep.
std::string headerFor(const FoundTable& table, const std::string& name) {
    if (name.size() != 1 || name[0] < 'A' || name[0] > 'Z')
        return name;
    std::string header;
    for (const tables::FoundColumn& column : table.columns) {
        if (text::fold(tables::headerOf(column)) == text::fold(name))
            return name;
        if (column.at == std::size_t(name[0] - 'A'))
            header = tables::headerOf(column);
    }
    const auto same =
        std::count_if(table.columns.begin(), table.columns.end(),
                      [&](const auto& column) { return tables::headerOf(column) == header; });
    return header.empty() || same > 1 ? name : header;
}

void addShape(std::string& shape, const FoundTable& table) {
    char separator = '\n';
    for (const tables::FoundColumn& column : table.columns) {
        shape += separator + tables::headerWords(tables::headerOf(column));
        separator = '|';
    }
}

std::optional<ImportProfile> findProfile(store::WorkspaceFile& workspace,
                                         const std::string& shape) {
    ImportProfile profile;
    profile.shape = shape;
    Statement row = workspace.database().prepare(
        "SELECT choice, field, value, file, kept FROM import_profile WHERE shape = ?");
    row.bind(1, shape);
    while (row.step()) {
        if (row.view(0) == mapChoice)
            profile.columns[row.text(1)] = row.text(2);
        else if (row.view(0) == setChoice)
            profile.defaults[row.text(1)] = row.text(2);
        else
            profile.sheet = row.text(2);
        profile.file = row.text(3);
        profile.day = row.text(4);
    }
    return profile.empty() ? std::nullopt : std::optional(std::move(profile));
}

} // namespace

void addImportProfiles(store::WorkspaceFile& workspace) {
    workspace.database().execute(profileTable);
}

std::string shapeOf(const std::vector<FoundTable>& tables, std::string_view kind) {
    std::string shape(kind);
    for (const FoundTable& table : tables)
        addShape(shape, table);
    return shape;
}

ImportProfile profileOf(const std::vector<FoundTable>& tables, std::string_view kind,
                        const std::map<std::string, std::string>& columns,
                        const std::map<std::string, std::string>& defaults) {
    ImportProfile profile;
    profile.shape = shapeOf(tables, kind);
    profile.columns = columns;
    if (tables.size() == 1)
        for (auto& [field, column] : profile.columns)
            column = headerFor(tables.front(), column);
    profile.defaults = defaults;
    std::erase_if(profile.defaults, [](const auto& one) { return !isOfForm(one.first); });
    return profile;
}

std::optional<ImportProfile> takeProfile(store::WorkspaceFile& workspace,
                                         std::vector<FoundTable>& tables, std::string_view kind) {
    // Without the table nothing was kept yet.
    if (!workspace.database().queryText("SELECT 1 FROM sqlite_master WHERE name='import_profile'"))
        return std::nullopt;
    if (auto profile = findProfile(workspace, shapeOf(tables, kind)))
        return profile;
    std::map<std::string, std::string> shapes; // by sheet
    for (const FoundTable& table : tables)
        addShape(shapes.try_emplace(table.sheet, kind).first->second, table);
    for (const auto& [sheet, shape] : shapes) {
        auto profile = findProfile(workspace, shape);
        if (!profile || profile->sheet != sheet)
            continue;
        std::erase_if(tables,
                      [&](const FoundTable& table) { return table.sheet != profile->sheet; });
        return profile;
    }
    return std::nullopt;
}

void leaveToChosen(ImportProfile& earlier, const ImportProfile& chosen) {
    std::set<std::string> used;
    for (const auto& [field, column] : chosen.columns)
        if (!column.empty())
            used.insert(text::fold(column));
    std::erase_if(earlier.columns, [&](const auto& one) {
        return chosen.columns.contains(one.first) || used.contains(text::fold(one.second));
    });
    std::erase_if(earlier.defaults,
                  [&](const auto& one) { return chosen.defaults.contains(one.first); });
}

void keepProfile(store::WorkspaceFile& workspace, const ImportProfile& profile) {
    addImportProfiles(workspace);
    store::Database& database = workspace.database();
    database.prepare("DELETE FROM import_profile WHERE shape = ?").bind(1, profile.shape).run();
    Statement insert = database.prepare("INSERT INTO import_profile VALUES(?, ?, ?, ?, ?, ?)");
    const auto keep = [&](std::string_view choice, std::string_view field, std::string_view value) {
        insert.bind(1, profile.shape).bind(2, choice).bind(3, field).bind(4, value);
        insert.bind(5, profile.file).bind(6, profile.day).run();
    };
    for (const auto& [field, column] : profile.columns)
        keep(mapChoice, field, column);
    for (const auto& [field, value] : profile.defaults)
        keep(setChoice, field, value);
    if (!profile.sheet.empty())
        keep(sheetChoice, "", profile.sheet);
}

LocalText choicesInWords(const ImportProfile& profile) {
    LocalText out;
    const auto add = [&out](const LocalText& choice) {
        out = out == LocalText() ? choice : localText("{}, {}", "{}, {}", out, choice);
    };
    for (const auto& [field, column] : profile.columns)
        add(column.empty() ? localText("không có {}", "no {}", field)
                           : localText("{} ở cột '{}'", "{} in '{}'", field, column));
    for (const auto& [field, value] : profile.defaults)
        add(localText("mọi dòng {} = '{}'", "{} = '{}' in all rows", field, value));
    if (!profile.sheet.empty())
        add(localText("chỉ trang tính '{}'", "the sheet '{}' alone", profile.sheet));
    return out;
}

} // namespace terroir::workspace
