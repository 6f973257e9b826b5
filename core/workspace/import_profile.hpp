#pragma once

#include "core/base/language.hpp"
#include "core/tables/found_table.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
} // namespace terroir::store

namespace terroir::workspace {

/// What a person chose for a file: the columns of fields, values for every row, one of its sheets.
/// It stays in the workspace (table `import_profile`) and holds for the next file of this shape.
struct ImportProfile {
    std::string shape;                          ///< shapeOf()
    std::map<std::string, std::string> columns; ///< field -> column; empty: none
    /// Field -> value for rows that leave it empty: what the form means by its numbers, such as
    /// their unit. Never what is true of one document alone: its time, place, crop or holder.
    std::map<std::string, std::string> defaults;
    std::string sheet; ///< empty: all of them
    std::string file;  ///< name of the file that it was chosen for
    std::string day;   ///< YYYY-MM-DD

    bool empty() const { return columns.empty() && defaults.empty() && sheet.empty(); }
};

/// The kind and the words of the headers, folded, table by table in their order: forms of one
/// pattern have the same. What stands above and below the tables does not count.
std::string shapeOf(const std::vector<tables::FoundTable>& tables, std::string_view kind);

/// What may be kept of the choices for a file with these tables; a column that was named by its
/// letter has its header's name.
ImportProfile profileOf(const std::vector<tables::FoundTable>& tables, std::string_view kind,
                        const std::map<std::string, std::string>& columns,
                        const std::map<std::string, std::string>& defaults);

/// Adds the table import_profile to a workspace that has none; else does nothing. Keeping a profile
/// does, too, but a ChangeRecorder knows the tables of its beginning alone.
void addImportProfiles(store::WorkspaceFile& workspace);

/// The profile of the shape that the tables have; else of the shape that those of one sheet have,
/// where this very sheet was chosen: then the others are taken out.
std::optional<ImportProfile> takeProfile(store::WorkspaceFile& workspace,
                                         std::vector<tables::FoundTable>& tables,
                                         std::string_view kind);

/// Takes out of `earlier` what `chosen` says otherwise: its fields, and the columns that it uses
/// for other fields.
void leaveToChosen(ImportProfile& earlier, const ImportProfile& chosen);

/// Inside the caller's transaction. Takes the place of one of the same shape.
void keepProfile(store::WorkspaceFile& workspace, const ImportProfile& profile);

/// "value in 'Khối lượng', unit = 'tấn' in all rows".
LocalText choicesInWords(const ImportProfile& profile);

} // namespace terroir::workspace
