#pragma once

#include "core/atlas/cover.hpp"
#include "core/atlas/profile_rows.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace terroir::atlas {

struct AtlasOptions {
    std::string title;      ///< empty: the area's
    std::string project;    ///< on every sheet: the workspace
    bool withEmpty = false; ///< units without anything have sheets, too
};

/// An atlas: a cover with a map of contents, the list of contents, for each unit a map in its
/// surroundings with each theme that says something of it and then its profile, what is known of
/// larger units only, the units of which nothing is known, and the documents. What is known of
/// units larger than the area of the atlas is not in it; the cover says of which, and how much.
/// Of the page's Layout the cover has department, number of the file, logo, note, author and day,
/// and the maps have the grid and the ratio over the scale bar; each map says its projection.
/// Sheets are composed one after the other, so that a thousand take no more memory than the tables
/// of their profiles.
class Atlas {
public:
    /// The themes have the units, level, day and language of the first one; `profiles` are of the
    /// same units. At least one theme. What is given must outlive this.
    Atlas(workspace::Workspace& workspace, std::vector<figures::EvaluatedTheme> themes,
          const figures::Profiles& profiles, const map::Page& page, const map::MeasureText& measure,
          AtlasOptions options);
    ~Atlas();
    Atlas(const Atlas&) = delete;
    Atlas& operator=(const Atlas&) = delete;

    std::size_t size() const { return m_planned.size(); }
    /// How many units have sheets, and how many are only listed.
    std::size_t unitsShown() const { return m_entries.size(); }
    std::size_t unitsListed() const { return m_empty.size(); }
    bool anyApproximate() const;
    const std::string& title() const { return m_title; }
    Sheet sheet(std::size_t index);

private:
    struct Entry {
        gazetteer::UnitIndex unit = gazetteer::noUnit;
        std::vector<figures::ProfileTotal> totals;
        std::size_t records = 0, shared = 0;      ///< in its tables
        std::vector<gazetteer::UnitIndex> larger; ///< Profiles::largerOf()
        std::vector<std::size_t> themes;          ///< whose maps it has: at least one
        std::vector<map::Group> tables;
        std::size_t first = 0; ///< sheet
    };
    struct Empty {
        gazetteer::UnitIndex unit = gazetteer::noUnit;
        std::vector<gazetteer::UnitIndex> larger;
    };
    struct Section { ///< tables that are of no single unit
        std::string title;
        gazetteer::UnitIndex larger = gazetteer::noUnit;
        std::vector<map::Group> tables;
        std::size_t first = 0;
    };
    enum class Kind { Cover, Contents, Map, Table, Section };
    struct Planned {
        Kind kind = Kind::Cover;
        std::size_t of = 0, part = 0;
    };

    Language language() const;
    std::string nameOf(gazetteer::UnitIndex unit) const;
    std::string nameOfLarger(gazetteer::UnitIndex unit) const;
    std::vector<gazetteer::UnitIndex> parentsOf(gazetteer::UnitIndex unit) const;
    void addEntries();
    void addThemes();
    bool isBeyond(gazetteer::UnitIndex larger) const;
    std::string beyondInWords() const;
    void addLarger(const std::vector<gazetteer::UnitIndex>& larger);
    void addLargerSections();
    void addEmpty();
    void addDocuments();
    void addSection(const std::string& title, const std::vector<FlowColumn>& columns,
                    const std::vector<FlowRow>& rows,
                    gazetteer::UnitIndex larger = gazetteer::noUnit);
    void plan();
    void addContents();
    std::vector<std::string> about() const;
    std::vector<SheetLine> leadsOf(const Entry& entry) const;
    Sheet compose(const Planned& planned);
    Sheet tableSheet(const std::vector<map::Group>& tables, std::size_t part,
                     const std::string& title) const;

    workspace::Workspace& m_workspace;
    const figures::Profiles& m_profiles;
    map::Page m_page;
    const map::MeasureText& m_measure;
    map::Typesetter m_type;
    AtlasOptions m_options;
    std::vector<std::unique_ptr<AtlasTheme>> m_themes;
    std::string m_title;
    map::PageShapes m_data;
    geometry::Box m_area;
    map::Fill m_unitFill;
    AtlasInput m_input;
    std::vector<Entry> m_entries;
    std::vector<gazetteer::UnitIndex> m_shown; ///< ascending
    std::vector<Empty> m_empty;                ///< by code
    std::vector<Section> m_sections;
    std::set<std::size_t> m_printed; ///< records that stand in a table
    std::optional<map::Picture> m_logo;
    std::vector<gazetteer::UnitIndex> m_larger; ///< of what is known of more than one unit
    std::set<std::string> m_documents;          ///< ids of those that records are of
    std::vector<ContentsLine> m_contents;
    std::vector<Planned> m_planned;
};

} // namespace terroir::atlas
