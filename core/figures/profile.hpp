#pragma once

#include "core/base/table.hpp"
#include "core/figures/join.hpp"
#include "core/theme/settings.hpp"
#include "core/workspace/workspace.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace terroir::figures {

/// How a record concerns a unit.
enum class ProfilePart {
    Here,    ///< its whole set of places lies in the unit
    Shared,  ///< one value, which the unit has together with others
    Unclear, ///< somewhere in the unit: its place is not identified
    Name,    ///< the place stands in the name of the thing only, which is no location
    Larger,  ///< known of a larger unit that the unit lies in
};
/// "here", "shared", …: what tables call it.
std::string_view toString(ProfilePart part);
/// "Tại đây", "Here".
const LocalText& inWords(ProfilePart part);
std::span<const ProfilePart> allProfileParts();

struct ProfileRecord {
    std::size_t record = 0; ///< index into Workspace::compactRecords()
    ProfilePart part = ProfilePart::Here;
    /// Shared: the other units that have it, too. Larger: the larger unit.
    std::vector<gazetteer::UnitIndex> others;
    std::optional<LocalText> notCounted; ///< why it is in no total; nothing where it is in one
};

/// What `table THEME` says of the unit in one of its columns.
struct ProfileTotal {
    std::string theme; ///< its id
    LocalText title;
    std::string kind; ///< of the first record that is in it
    LocalText series;
    double value = 0;
    bool lowerBound = false, approximate = false;
    LocalText unit;
    std::vector<std::size_t> records;
};

/// All that is known of one unit.
struct Profile {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    std::vector<ProfileTotal> totals;
    std::vector<ProfileRecord> records; ///< by part, kind and id

    std::size_t count(ProfilePart part) const;
    /// Nothing but what is known of larger units.
    bool isEmpty() const;
};

/// What is known of the units of a level, as of a day. A record stands in a unit where join() puts
/// it; totals are the figures that the themes have there, so that a table of the theme and a
/// profile say the same; nothing else is added up. A theme that cannot be summed is in problems().
class Profiles {
public:
    struct Asked {
        gazetteer::Level level = gazetteer::Level::Commune;
        Date asOf = Date::today();
        gazetteer::UnitIndex within = gazetteer::noUnit; ///< noUnit: the country
    };

    /// `themes`: what totals there are, without those that are overviews. The workspace must
    /// outlive this. Linear in the records, for each theme once.
    Profiles(workspace::Workspace& workspace, std::span<const theme::Theme> themes,
             const Asked& asked);

    const Asked& asked() const { return m_asked; }
    /// The units of the level in the area, by code.
    const std::vector<gazetteer::UnitIndex>& units() const { return m_units; }
    Profile of(gazetteer::UnitIndex unit) const;
    /// The same without what is Larger: a province may have a hundred thousand records, which are
    /// not copied for each of its communes.
    Profile ownOf(gazetteer::UnitIndex unit) const;
    /// The larger units of which something is known that `own`, ownOf() of a unit, has not: its
    /// district and province, and former ones that it descends from, in part or whole.
    std::vector<gazetteer::UnitIndex> largerOf(const Profile& own) const;
    /// What is known of a larger unit of any day: those of `of()` that are Larger. Those are
    /// Unclear here of which it is known only that they lie somewhere in it.
    std::span<const ProfileRecord> ofLarger(gazetteer::UnitIndex larger) const;
    const std::vector<LocalText>& problems() const { return m_problems; }

private:
    struct Concerned;
    class Concerning;

    void addTotals(std::span<const theme::Theme> themes);
    void addTotals(const theme::Theme& theme, const theme::Settings& settings);
    void addRecords(records::PlaceUse places);
    void addConcerned(const ProfileRecord& record, const Concerned& concerned);
    void mergeNames();
    std::optional<LocalText> whyNotCounted(std::size_t record) const;
    void sort(std::vector<ProfileRecord>& records) const;

    workspace::Workspace& m_workspace;
    Asked m_asked;
    std::vector<gazetteer::UnitIndex> m_units;
    std::map<gazetteer::UnitIndex, std::vector<ProfileTotal>> m_totals;
    std::map<gazetteer::UnitIndex, std::vector<ProfileRecord>> m_records, m_names, m_larger;
    /// The former larger units of which something is known, of the units that descend from them.
    std::map<gazetteer::UnitIndex, std::set<gazetteer::UnitIndex>> m_formers;
    std::set<std::size_t> m_counted, m_stated;
    std::map<std::size_t, LeftOut::Reason> m_left;
    std::vector<LocalText> m_problems;
};

/// The profile as a table, in one language. First the unit, its other names, what it was made from
/// and what became of it (`row` = "unit", "alias", "before", "after"), then the totals ("total"),
/// then a row for each record ("here", "shared", "unclear", "name", "larger"). Columns: row, kind,
/// subject, category, indicator, value, value_max, unit, qualifier, status, period, holder, those
/// of records::forceColumns() on the day, place (as written), units (that share it, or the larger
/// one), document, source, line, id, note (of a record in no total: why).
Table profileTable(const Profile& profile, const Profiles& profiles,
                   workspace::Workspace& workspace, Language language);

} // namespace terroir::figures
