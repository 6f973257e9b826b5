#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"
#include "core/theme/theme.hpp"
#include "core/workspace/workspace.hpp"

#include <cstddef>
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
    /// The same with commands that can be run as they stand: with an area where that of the theme
    /// does not hold the records.
    LocalText inCommands(workspace::Workspace& workspace, bool isStored = true) const;

private:
    struct Shown {
        const theme::Theme* theme = nullptr;
        bool isAny = false;
        std::unordered_set<std::string> units; ///< uids of the records' places
    };
    std::vector<const Shown*> shown() const;
    LocalText noTheme() const;
    /// " 12 bản ghi (bò sữa) không có trên chủ đề nào."; empty when there are none.
    LocalText unseen() const;
    bool isSeen(const records::Record& record);

    std::vector<Shown> m_themes;
    std::set<std::string> m_kinds, m_indicators, m_states; ///< of all records
    std::unordered_map<std::string, bool> m_seen;          ///< by all that a selection asks for
    std::size_t m_unseen = 0;
    std::set<std::string> m_unseenThings; ///< subjects of them, or kinds where they have none
};

} // namespace terroir::figures
