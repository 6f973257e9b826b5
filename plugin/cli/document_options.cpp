#include "plugin/cli/document_options.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/records/period.hpp"

namespace terroir::cli {

namespace {

Date dayOf(const documents::Letterhead& head, const WhereWhenOptions& asked,
           const Context& context) {
    if (const std::optional<Date> day = asked.asOf())
        return *day;
    const std::optional<Period> said = records::parsePeriod(head.date);
    if (!said) {
        context.note(
            localText("Văn bản không ghi ngày: địa danh được tra theo hôm nay, {}; đổi bằng "
                      "--as-of.",
                      "The text gives no date: places are looked up as of today, {}; "
                      "change it with --as-of.",
                      dayText(Date::today())));
        return Date::today();
    }
    const Date day = said->to.previousDay(); // the last of a month or year
    context.note(localText("Theo ngày của văn bản (dòng {}), địa danh được tra theo ngày {}; đổi "
                           "bằng --as-of.",
                           "By the date of the text (line {}) places are looked up as of {}; "
                           "change it with --as-of.",
                           head.line, dayText(day)));
    return day;
}

} // namespace

DocumentSetting settingOf(const documents::Letterhead& head, const WhereWhenOptions& asked,
                          Workspace& workspace, const Context& context) {
    DocumentSetting setting{dayOf(head, asked, context), gazetteer::noUnit};
    if (asked.isLimited())
        setting.within = workspace.findUnit(asked.within, setting.asOf, "--within");
    if (!asked.within.empty() || head.territory.empty())
        return setting;
    geocode::Query query;
    query.text = head.territory;
    query.asOf = setting.asOf;
    const geocode::Match match = workspace.geocoder().resolve(query);
    if (match.status != geocode::Status::Matched)
        return setting;
    setting.within = match.unit();
    context.note(localText("Văn bản là của {}: nơi trùng tên được hiểu là ở đó; đổi bằng --within.",
                           "The text is of {}: places of one name are taken there; change it with "
                           "--within.",
                           workspace.gazetteer().describe(setting.within, setting.asOf)));
    return setting;
}

} // namespace terroir::cli
