#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"
#include "core/records/limits.hpp"
#include "core/theme/theme.hpp"
#include "core/workspace/workspace.hpp"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace terroir::viewer {

/// The profile of a unit as people read it: rich text, and the same plain, with tabs between the
/// cells of a row. Links of the rich text are "unit:UID" and "#PART".
struct ProfilePage {
    QString title; ///< "Xã Bình Lư, tỉnh Lai Châu"
    QString html, text;
};

/// `profile` is a figures::profileTable() in that language; `remarks` stand below the title. More
/// than maxProfileRows records are told, not shown. At the end stand the documents in full.
ProfilePage profilePage(const Table& profile, const std::vector<records::Source>& sources,
                        const QStringList& remarks, Language language);

inline constexpr int maxProfileRows = 600;

struct ProfileRequest {
    std::string unit; ///< its uid
    Date day = Date::today();
    records::Limits only = {};
    std::vector<theme::Theme> themes{}; ///< what totals there are
    Language language = Language::Vietnamese;
};

struct UnitProfile {
    Table table;
    ProfilePage page;
};

/// As of the day or, where the unit is not in force then, its own nearest one, which is said. What
/// is not within the limits is left out of figures and records. InputError for a unit that is not
/// in the gazetteer. Any thread; linear in the records, for each theme once.
UnitProfile unitProfile(workspace::Workspace& workspace, const ProfileRequest& request);

} // namespace terroir::viewer
