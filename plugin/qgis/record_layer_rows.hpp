#pragma once

#include "core/records/record_form.hpp"
#include "core/records/record_ground.hpp"
#include "core/workspace/snapshot.hpp"
#include "core/workspace/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::qgis {

/// A column of a layer of records: a field that a person writes into, or what terroir knows.
struct RecordColumn {
    records::FormField field;
    bool isComputed = false; ///< not to be changed
    bool isNumber = false;
};

// The computed columns.
inline constexpr std::string_view recordIdColumn = "id", recordKindColumn = "kind",
                                  recordUnitColumn = "unit_name", recordDoubtColumn = "doubt",
                                  recordSourceColumn = "source", recordAccuracyColumn = "accuracy",
                                  recordAreaColumn = "measured_ha";

/// `kind` empty: the columns of every kind. The kind itself can be written for a new record alone.
std::vector<RecordColumn> recordColumnsFor(std::string_view kind);

/// A record with ground, in columns of recordColumnsFor(): as a person writes them.
struct RecordRow {
    std::string id;
    std::vector<std::string> cells; ///< of all columns but numbers
    double hectares = 0;
    records::FieldTexts seen; ///< workspace::seenTexts()
    records::RecordGround ground;
};

/// The records of a kind (empty: of any) that lie somewhere by themselves. What `contents` does not
/// know is left out. Any thread.
std::vector<RecordRow> recordRowsOf(const workspace::Snapshot& contents,
                                    workspace::Workspace& workspace, std::string_view kind,
                                    const std::vector<RecordColumn>& columns, Language language);

} // namespace terroir::qgis
