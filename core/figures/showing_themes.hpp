#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"
#include "core/theme/theme.hpp"
#include "core/workspace/workspace.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace terroir::figures {

/// Which themes show records that are new to a workspace: those of which a series counts at least
/// one, as join() does. By what the records say alone, no map is made.
class ShowingThemes {
public:
    /// The themes must outlive it.
    explicit ShowingThemes(std::span<const theme::Theme> themes);

    /// Some records after others.
    void add(std::span<const records::Record> records);

    bool hasRecords() const { return !m_kinds.empty(); }

    /// Where no theme shows any record: what to do. One sentence, and one about those that none
    /// shows where others are shown. `isStored`: the records are in the workspace, not only tried.
    LocalText inTitles(bool isStored = true) const;
    /// The same with commands that can be run as they stand: with an area, and a day where it
    /// needs one, where that of the theme does not hold all records.
    LocalText inCommands(workspace::Workspace& workspace, bool isStored = true) const;

private:
    struct Shown {
        const theme::Theme* theme = nullptr;
        bool isAny = false;
        std::unordered_set<std::string> units; ///< uids of the records' places
    };
    std::vector<const Shown*> shown() const;
    LocalText noTheme() const;
    /// " Không chủ đề nào có: bò sữa (12 bản ghi)."; empty when each thing is on one.
    LocalText unseen() const;
    bool isSeen(const records::Record& record);

    std::vector<Shown> m_themes;
    std::set<std::string> m_kinds, m_indicators, m_states; ///< of all records
    std::unordered_map<std::string, bool> m_seen;          ///< by all that a selection asks for
    /// Subjects (kinds where there are none), but for parts of others and what is only planned.
    struct Thing {
        std::size_t records = 0;
        bool isSeen = false; ///< some theme shows one of its records
    };
    std::map<std::string, Thing> m_things;
};

} // namespace terroir::figures
