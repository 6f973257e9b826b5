#include "core/figures/unit_profile.hpp"

#include "core/base/local_text.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/record_words.hpp"

namespace terroir::figures {

namespace {

LocalText dayInWords(Date day) {
    return {records::RecordWords(Language::Vietnamese).day(day),
            records::RecordWords(Language::English).day(day)};
}

void addRemarks(UnitProfile& made, const ProfileQuestion& question, const Profiles& profiles,
                workspace::Workspace& workspace) {
    const std::string name =
        gazetteer::describeNear(workspace.gazetteer(), question.unit, made.day);
    if (made.day != question.day)
        made.remarks.push_back(
            localText("{} không có hiệu lực ngày {}; hồ sơ theo đơn vị hành chính ngày {}.",
                      "{} is not in force on {}; the profile is on the units of {}.", name,
                      dayInWords(question.day), dayInWords(made.day)));
    if (!question.only.isEmpty())
        made.remarks.push_back(localText("Chỉ tính những gì trong bộ lọc: {}.",
                                         "Only what is within the filter: {}.",
                                         records::inWords(question.only, workspace.sources())));
    made.remarks.insert(made.remarks.end(), profiles.problems().begin(), profiles.problems().end());
    if (made.profile.isEmpty())
        made.remarks.push_back(localText("Không có số liệu nào của riêng {}.",
                                         "Nothing is known of {} itself.", name));
}

} // namespace

UnitProfile unitProfile(workspace::Workspace& workspace, std::span<const theme::Theme> themes,
                        const ProfileQuestion& question, Language language) {
    const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
    const gazetteer::Unit& unit = gazetteer.unit(question.unit);
    std::vector<theme::Theme> narrowed(themes.begin(), themes.end());
    for (theme::Theme& theme : narrowed)
        theme = theme::narrowed(std::move(theme), question.only);
    UnitProfile made;
    made.day = gazetteer::dayOf(unit, question.day);
    const Profiles profiles(
        workspace, narrowed,
        {unit.level, made.day,
         gazetteer.ancestorAt(question.unit, gazetteer::Level::Province, made.day)});
    made.profile = profiles.of(question.unit);
    const records::LimitMatcher matcher(question.only, workspace.sources());
    std::erase_if(made.profile.records, [&](const ProfileRecord& one) {
        return !matcher.accepts(workspace.compactRecords(), one.record);
    });
    made.table = profileTable(made.profile, profiles, workspace, language);
    addRemarks(made, question, profiles, workspace);
    return made;
}

} // namespace terroir::figures
