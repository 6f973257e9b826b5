#include "plugin/cli/document_options.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/workspace/read_review.hpp"

namespace terroir::cli {

namespace {

Date dayOf(const documents::Letterhead& head, const WhereWhenOptions& asked,
           const Context& context) {
    if (const std::optional<Date> day = asked.asOf())
        return *day;
    const std::optional<Date> said = workspace::dayOf(head);
    if (!said) {
        context.note(
            localText("Văn bản không ghi ngày: địa danh được tra theo hôm nay, {}; đổi bằng "
                      "--as-of.",
                      "The text gives no date: places are looked up as of today, {}; "
                      "change it with --as-of.",
                      dayText(Date::today())));
        return Date::today();
    }
    context.note(localText("Theo ngày của văn bản (dòng {}), địa danh được tra theo ngày {}; đổi "
                           "bằng --as-of.",
                           "By the date of the text (line {}) places are looked up as of {}; "
                           "change it with --as-of.",
                           head.line, dayText(*said)));
    return *said;
}

} // namespace

DocumentSetting settingOf(const documents::Letterhead& head, const WhereWhenOptions& asked,
                          Workspace& workspace, const Context& context) {
    DocumentSetting setting{dayOf(head, asked, context), gazetteer::noUnit};
    if (asked.isLimited())
        setting.within = workspace.findUnit(asked.within, setting.asOf, "--within");
    if (!asked.within.empty())
        return setting;
    setting.within = workspace::unitOf(workspace, head, setting.asOf);
    if (setting.within == gazetteer::noUnit)
        return setting;
    context.note(localText("Văn bản là của {}: nơi trùng tên được hiểu là ở đó; đổi bằng --within.",
                           "The text is of {}: places of one name are taken there; change it with "
                           "--within.",
                           workspace.gazetteer().describe(setting.within, setting.asOf)));
    return setting;
}

} // namespace terroir::cli
