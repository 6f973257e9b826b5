#include "core/export/qgis_tree.hpp"

#include "core/export/qml_symbols.hpp"

#include <fmt/format.h>

namespace terroir::exporting {

std::string dataSource(const Project& project, const ProjectLayer& layer) {
    return fmt::format("./{}|layername={}{}", project.file, layer.table,
                       layer.filter.empty() ? "" : "|subset=" + layer.filter);
}

std::string treeLayer(const Project& project, const ProjectLayer& layer, bool isShown) {
    return fmt::format(R"(<layer-tree-layer id="{}" name="{}" source="{}" providerKey="ogr" )"
                       R"(checked="{}" expanded="1" legend_exp=""/>)",
                       escapeXml(layer.id), escapeXml(layer.title),
                       escapeXml(dataSource(project, layer)),
                       isShown ? "Qt::Checked" : "Qt::Unchecked");
}

} // namespace terroir::exporting
