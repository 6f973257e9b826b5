#include "core/theme/theme_document.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/theme/layer_members.hpp"
#include "core/theme/limits_text.hpp"
#include "core/theme/theme_words.hpp"

#include <algorithm>
#include <string>

// For each object of a theme file a table of its members, and after it what is checked and filled
// in when all of them are read: here of a theme; its layers, their series and classes have files of
// their own.

namespace terroir::theme {

namespace {

void readDay(const JsonNode& node, Theme& theme) {
    theme.asOf = parseDate(node.text());
    if (!theme.asOf)
        node.fail(localText(
            "'{}' không phải là ngày. Hãy viết theo dạng YYYY-MM-DD, ví dụ 2022-04-15.",
            "'{}' is not a day. Write it as YYYY-MM-DD, for example 2022-04-15.", node.text()));
}

const Members<SourceNote>& sourceNoteMembers() {
    static const Members<SourceNote> members{required(member("source", &SourceNote::source)),
                                             required(member("note", &SourceNote::note))};
    return members;
}

void readSourceNotes(const JsonNode& node, Theme& theme) {
    for (const JsonNode& item : node.items())
        readMembers(item, sourceNoteMembers(), theme.sourceNotes.emplace_back());
}

Json writtenSourceNotes(const Theme& theme) {
    Json json;
    for (const SourceNote& note : theme.sourceNotes)
        json.push_back(writtenMembers(sourceNoteMembers(), note));
    return json;
}

const Members<Gaps>& gapsMembers() {
    static const Members<Gaps> members{required(member("label", &Gaps::label)),
                                       required(member("colour", &Gaps::colour))};
    return members;
}

const Members<Theme>& themeMembers() {
    static const Members<Theme> members{
        member("$schema", &Theme::schema),
        required(member("id", &Theme::id)),
        required(member("title", &Theme::title)),
        member("description", &Theme::description),
        member("note", &Theme::note),
        {"sourceNotes", readSourceNotes, writtenSourceNotes},
        word("level", &Theme::level, levels, localText("cấp", "level")),
        member("within", &Theme::within),
        {"asOf", readDay,
         [](const Theme& theme) { return theme.asOf ? Json(theme.asOf->toString()) : Json(); }},
        {"only",
         [](const JsonNode& node, Theme& theme) { readMembers(node, limitsMembers(), theme.only); },
         [](const Theme& theme) {
             return theme.only.isEmpty() ? Json() : writtenMembers(limitsMembers(), theme.only);
         }},
        {"gaps",
         [](const JsonNode& node, Theme& theme) {
             readMembers(node, gapsMembers(), theme.gaps.emplace());
         },
         [](const Theme& theme) {
             return theme.gaps ? writtenMembers(gapsMembers(), *theme.gaps) : Json();
         }},
        {"layers",
         [](const JsonNode& node, Theme& theme) {
             for (const JsonNode& item : node.items())
                 theme.layers.push_back(readLayer(item));
         },
         [](const Theme& theme) {
             Json json;
             for (const Layer& layer : theme.layers)
                 json.push_back(writtenMembers(layerMembers(layer.type), layer));
             return json;
         },
         true},
        member("valuesOnLabels", &Theme::valuesOnLabels),
        member("list", &Theme::list),
        member("histogram", &Theme::histogram),
        {"overview", [](const JsonNode& node, Theme& theme) { read(node, theme.overview); },
         [](const Theme& theme) { return theme.overview ? Json(true) : Json(); }},
        member("painter", &Theme::painter)};
    return members;
}

void checkId(const JsonNode& node, const Theme& theme) {
    const std::string name = theme.file.filename().string();
    if (name.ends_with(themeSuffix) && name != theme.id + std::string(themeSuffix))
        node.fail(localText(
            "Chủ đề '{}' nằm trong tệp '{}'. Hãy đặt tên tệp là '{}{}', hoặc đổi mã chủ đề.",
            "The theme '{}' is in the file '{}'. Name the file '{}{}', or change the id.", theme.id,
            name, theme.id, themeSuffix));
}

/// What cannot be compared is not what nothing is known of.
void checkGaps(const JsonNode& node, const Theme& theme) {
    const bool tellsChange =
        std::any_of(theme.layers.begin(), theme.layers.end(),
                    [](const Layer& layer) { return layer.type == LayerType::Change; });
    if (theme.gaps && tellsChange)
        node.member("gaps").fail(localText(
            "Trên bản đồ thay đổi, đơn vị không so sánh được vẫn có thể có số liệu, nên không tô "
            "như nơi chưa có. Hãy bỏ mục \"gaps\".",
            "On a map of change a unit that cannot be compared may have figures, so it is not "
            "filled as one without any. Leave the member \"gaps\" out."));
}

} // namespace

Theme readDocument(const JsonNode& node, const std::filesystem::path& file) {
    Theme theme;
    theme.file = file;
    readMembers(node, themeMembers(), theme);
    checkId(node.member("id"), theme);
    checkGaps(node, theme);
    limitTo(theme, theme.only);
    return theme;
}

Json toDocument(const Theme& theme) {
    return writtenMembers(themeMembers(), theme);
}

} // namespace terroir::theme
