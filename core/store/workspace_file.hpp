#pragma once

#include "core/base/output_file.hpp"
#include "core/store/database.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace terroir::store {

/// The version of the tables below. Opening an older or newer workspace is refused with what to do.
inline constexpr int workspaceLayout = 1;

/// A SpatiaLite file with the gazetteer, the records with their sources, the boundaries.
///
/// Tables: meta(key,value); unit; succession; alias; outline (generalised province outlines);
/// boundary (official polygons, EPSG:4326); boundary_detail (the same generalised); source; record;
/// record_subject; record_place (each mention as written, with its resolution); record_detail (what
/// has no column of its own);
/// record_ground (where records themselves lie); decision (a person's choices, kept over re-runs); accepted_finding
/// (what `check` finds and a person accepts); proposal (what reports were read as, and what a person
/// said of it); base_layer (files below the figures of maps, by their paths). EditLog adds edit and edit_field (what a person changed
/// by hand). workspace::keepProfile() adds import_profile (what
/// was chosen for the columns of tables of a shape). The full definition is the SQL in
/// workspace_file.cpp.
class WorkspaceFile {
public:
    /// A new empty workspace with its tables. The file is written under `file` directly: callers
    /// that need all-or-nothing pass an OutputFile's path and commit it.
    static WorkspaceFile create(const std::filesystem::path& file);
    /// Throws StoreError with a sentence when the file is missing, not a workspace, of another
    /// layout, or damaged (truncated).
    static WorkspaceFile open(const std::filesystem::path& file, Mode mode,
                              Spatial spatial = Spatial::No, Waiting waiting = {});

    /// Adds the table boundary_detail to a workspace made before there was one; else does nothing.
    /// Whatever changes a row of boundary empties it (triggers): its rows always fit. Likewise the
    /// columns of boundary that say its layer, day and coordinate system.
    void addBoundaryDetail();
    /// The same for the table accepted_finding.
    void addAcceptedFindings();
    bool hasAcceptedFindings();
    /// The same for the tables proposal and proposal_row, before an edit that uses them.
    void addProposals();
    bool hasProposals();
    bool hasProposalRows();

    /// Adds the table record_detail to a workspace made before there was one; else does nothing.
    void addRecordDetail();
    /// The same for the table record_ground, which other programs see as layers of points, lines
    /// and zones. Needs no SpatiaLite, nor does writing it.
    void addRecordGround();
    /// The same for the table base_layer: what lies below the figures of maps.
    void addBaseLayers();

    Database& database() { return m_database; }
    std::string meta(std::string_view key);
    void setMeta(std::string_view key, std::string_view value);
    const std::filesystem::path& file() const { return m_database.file(); }

private:
    explicit WorkspaceFile(Database database) : m_database(std::move(database)) {}
    Database m_database;
};

} // namespace terroir::store
