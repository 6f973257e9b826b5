#include "core/export/qml_form.hpp"

#include "core/export/qml_symbols.hpp"

#include <fmt/format.h>

namespace terroir::exporting {

namespace {

std::string valueMap(const Column& column) {
    std::string entries;
    for (const CodeWord& entry : column.codes)
        entries += fmt::format(R"(<Option type="Map"><Option type="QString" name="{}" value="{}"/>)"
                               R"(</Option>)",
                               escapeXml(entry.word), escapeXml(entry.code));
    return fmt::format(R"(<field name="{}" configurationFlags="None"><editWidget type="ValueMap">)"
                       R"(<config><Option type="Map"><Option type="List" name="map">{}</Option>)"
                       R"(</Option></config></editWidget></field>)",
                       escapeXml(column.name), entries);
}

} // namespace

std::string formXml(const std::vector<Column>& columns) {
    std::string lists, aliases;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].codes.empty())
            lists += valueMap(columns[i]);
        aliases += fmt::format(R"(<alias field="{}" index="{}" name="{}"/>)",
                               escapeXml(columns[i].name), i + 1, escapeXml(columns[i].alias));
    }
    return fmt::format("<fieldConfiguration>{}</fieldConfiguration><aliases>{}</aliases>", lists,
                       aliases);
}

} // namespace terroir::exporting
