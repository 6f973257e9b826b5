#include "core/export/qgis_tree.hpp"

#include "core/export/qml_symbols.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::exporting {

std::string plainText(std::string text) {
    for (std::size_t at = text.find("[%"); at != std::string::npos; at = text.find("[%", at))
        text.insert(at + 1, " ");
    return text;
}

std::string dataSource(const Project& project, const ProjectLayer& layer) {
    if (!layer.source.empty())
        return layer.source;
    return fmt::format("./{}|layername={}{}", project.file, layer.table,
                       layer.filter.empty() ? "" : "|subset=" + layer.filter);
}

namespace {

std::string treeLayer(const Project& project, const ProjectLayer& layer, bool isShown,
                      std::string_view properties) {
    return fmt::format(R"(<layer-tree-layer id="{}" name="{}" source="{}" providerKey="{}" )"
                       R"(checked="{}" expanded="1" legend_exp="">{}</layer-tree-layer>)",
                       escapeXml(layer.id), escapeXml(layer.title),
                       escapeXml(dataSource(project, layer)), layer.isRaster ? "gdal" : "ogr",
                       isShown ? "Qt::Checked" : "Qt::Unchecked", properties);
}

} // namespace

std::string treeLayer(const Project& project, const ProjectLayer& layer, bool isShown) {
    return treeLayer(project, layer, isShown, "");
}

std::string legendLayer(const Project& project, const ProjectLayer& layer) {
    QmlOptions properties{{"cached_name", layer.title},
                          {"legend/title-label", withBreaks(plainText(layer.title))}};
    if (!layer.isHeaded)
        properties.emplace_back("legend/title-style", "hidden");
    return treeLayer(
        project, layer, true,
        fmt::format("<customproperties>{}</customproperties>", qmlOptions(properties)));
}

std::string withBrokenLabels(std::string_view style) {
    constexpr std::string_view label = " label=\"";
    std::string out;
    while (true) {
        const std::size_t at = style.find(label);
        if (at == std::string_view::npos)
            return out.append(style);
        const std::size_t from = at + label.size(), to = style.find('"', from);
        out.append(style.substr(0, from));
        out += withBreaks(plainText(std::string(style.substr(from, to - from))));
        style.remove_prefix(to);
    }
}

std::string withBreaks(std::string_view text, std::size_t characters) {
    std::string out;
    std::size_t line = 0; // characters in it
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        const auto length = std::size_t(std::count_if(
            word.begin(), word.end(), [](char c) { return (c & 0xc0) != 0x80; })); // of UTF-8
        if (line > 0 && line + length > characters) {
            out += legendBreak;
            line = 0;
        }
        out += word;
        line += length + 1;
        if (end < text.size())
            out += ' ';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

} // namespace terroir::exporting
