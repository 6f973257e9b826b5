#include "plugin/qgis/theme_layers.hpp"

#include "plugin/qgis/features.hpp"
#include "plugin/qgis/layer_store.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsdatadefinedsizelegend.h>
#include <qgslayertree.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsproject.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectordataprovider.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

const QString groupKey = QStringLiteral("terroir/theme");

/// The first style is the one that is shown; the others can be chosen in QGIS.
void setStyles(QgsVectorLayer& layer, const std::vector<geometry::LayerStyle>& styles) {
    if (styles.empty())
        return;
    QgsMapLayerStyleManager* manager = layer.styleManager();
    for (const QString& name : manager->styles())
        if (name != manager->currentStyle())
            manager->removeStyle(name);
    const QString first = toQt(styles.front().name);
    if (!first.isEmpty())
        manager->renameStyle(manager->currentStyle(), first);
    for (std::size_t i = 1; i < styles.size(); ++i) {
        const QString name = toQt(styles[i].name);
        if (!manager->addStyleFromLayer(name))
            continue;
        manager->setCurrentStyle(name);
        applyStyle(layer, styles[i].qml);
        manager->setCurrentStyle(first);
    }
    applyStyle(layer, styles.front().qml);
}

/// The layer's name says already what the circles are; without any title QGIS shows the formula.
void setSizeTitle(QgsVectorLayer& layer) {
    auto* single = dynamic_cast<QgsSingleSymbolRenderer*>(layer.renderer());
    if (single == nullptr || single->dataDefinedSizeLegend() == nullptr)
        return;
    auto legend = std::make_unique<QgsDataDefinedSizeLegend>(*single->dataDefinedSizeLegend());
    legend->setTitle(said("theo diện tích hình tròn", "by the area of the circles"));
    single->setDataDefinedSizeLegend(legend.release());
}

/// The rows and columns of the table instead of those that a layer of ours has, which is in memory
/// then. False when its provider would not take them.
bool refill(QgsVectorLayer& layer, const geometry::LayerTable& table) {
    if (layer.providerType() != QLatin1String("memory"))
        takeOutOfStore(layer);
    QgsVectorDataProvider* provider = layer.dataProvider();
    const QgsAttributeList old = provider->attributeIndexes();
    const QgsFields fields = fieldsOf(table);
    if (!provider->truncate() ||
        !provider->deleteAttributes(QgsAttributeIds(old.begin(), old.end())) ||
        !provider->addAttributes(fields.toList()))
        return false;
    layer.updateFields();
    const QgsFields columns = provider->fields();
    QgsFeatureList features;
    for (const geometry::LayerRow& row : table.rows) {
        const QgsFeature given = featureOf(table, row, fields);
        QgsFeature feature(columns);
        feature.setGeometry(given.geometry());
        for (int i = 0; i < fields.count(); ++i)
            if (!feature.setAttribute(fields.at(i).name(), given.attribute(i)))
                return false;
        features.append(feature);
    }
    const bool isFull = provider->addFeatures(features);
    layer.updateExtents(true);
    return isFull;
}

/// Only rows in memory, or beside the project, are terroir's to replace: what a person has saved to
/// another file, or is editing, is theirs.
bool isOurs(const QgsVectorLayer& layer) {
    return !mapOf(layer).isEmpty() && layer.isValid() && !layer.isEditable() &&
           (layer.providerType() == QLatin1String("memory") ||
            isStoredBeside(layer, *QgsProject::instance()));
}

bool canBeRefilled(const QgsLayerTreeGroup& group) {
    const auto layers = vectorLayersIn(group);
    return std::all_of(layers.begin(), layers.end(), [](const QgsVectorLayer* layer) {
        return mapOf(*layer).isEmpty() || isOurs(*layer);
    });
}

std::vector<QgsLayerTreeGroup*> groupsOf(const theme::Theme& theme, const QgsProject& project) {
    std::vector<QgsLayerTreeGroup*> groups;
    for (QgsLayerTreeGroup* group : project.layerTreeRoot()->findGroups(true))
        if (group->customProperty(groupKey).toString() == toQt(theme.id))
            groups.push_back(group);
    return groups;
}

/// Of the groups that can be refilled the one with the layer `near`, else the topmost.
QgsLayerTreeGroup* groupToRefill(const std::vector<QgsLayerTreeGroup*>& groups,
                                 const QgsMapLayer* near) {
    QgsLayerTreeGroup* found = nullptr;
    for (QgsLayerTreeGroup* group : groups) {
        if (!canBeRefilled(*group))
            continue;
        if (near != nullptr && group->findLayer(near->id()) != nullptr)
            return group;
        if (found == nullptr)
            found = group;
    }
    return found;
}

/// The layer of the group that holds the same part of the theme; null when there is none.
QgsVectorLayer* counterpart(const ThemeLayer& part, const std::vector<QgsVectorLayer*>& layers) {
    for (QgsVectorLayer* layer : layers) {
        const auto memory = memoryOf(*layer);
        if (memory && memory->part == part.memory.part && memory->layer == part.memory.layer &&
            layer->wkbType() == wkbTypeOf(part.table))
            return layer;
    }
    return nullptr;
}

/// The table of what is not attributed at the foot, symbols and points of records above lines,
/// zones and groups above the polygons.
int rowOf(const ThemeLayer& part, const QgsLayerTreeGroup& group) {
    const bool isRecords = part.memory.part == ThemePart::Records;
    if (part.memory.part == ThemePart::Symbols || (isRecords && part.memory.layer == 0))
        return 0;
    const QList<QgsLayerTreeNode*> nodes = group.children();
    if (part.memory.part == ThemePart::Groups || isRecords)
        for (int row = 0; row < nodes.size(); ++row)
            if (const auto* node = qobject_cast<QgsLayerTreeLayer*>(nodes[row]))
                if (const auto* layer = qobject_cast<QgsVectorLayer*>(node->layer()))
                    if (const auto memory = memoryOf(*layer);
                        memory && memory->part == ThemePart::Polygons)
                        return row;
    return nodes.size();
}

QgsVectorLayer* addTo(QgsLayerTreeGroup& group, const ThemeLayer& part, QgsProject& project) {
    QgsVectorLayer* layer = memoryLayer(part.table).release();
    goAlongWithProject(*layer, toQt(part.table.name));
    styleLayer(*layer, part);
    project.addMapLayer(layer, false); // owns it
    QgsLayerTreeLayer* node = group.insertLayer(rowOf(part, group), layer);
    node->setExpanded(part.memory.part != ThemePart::NotAttributed &&
                      part.memory.part != ThemePart::Groups);
    return layer;
}

void putInto(QgsLayerTreeGroup& group, const ThemeMap& map, QgsProject& project) {
    std::vector<QgsVectorLayer*> before = vectorLayersIn(group);
    for (const ThemeLayer& part : map.layers) {
        QgsVectorLayer* layer = counterpart(part, before);
        if (layer != nullptr && refill(*layer, part.table)) {
            std::erase(before, layer);
            styleLayer(*layer, part);
        } else {
            addTo(group, part, project); // one that would not be refilled goes below
        }
    }
    for (const QgsVectorLayer* gone : before)
        if (!mapOf(*gone).isEmpty())
            project.removeMapLayer(gone->id());
}

/// Fills of two themes cover each other and both label: a theme that comes into view stands alone.
void showAlone(QgsLayerTreeGroup& shown, const QgsProject& project) {
    for (QgsLayerTreeGroup* group : project.layerTreeRoot()->findGroups(true))
        if (group->customProperties().contains(groupKey))
            group->setItemVisibilityChecked(group == &shown);
}

} // namespace

std::vector<QgsVectorLayer*> vectorLayersIn(const QgsLayerTreeGroup& group) {
    std::vector<QgsVectorLayer*> layers;
    for (const QgsLayerTreeLayer* node : group.findLayers())
        if (auto* layer = qobject_cast<QgsVectorLayer*>(node->layer()))
            layers.push_back(layer);
    return layers;
}

void styleLayer(QgsVectorLayer& layer, const ThemeLayer& part) {
    setStyles(layer, part.table.styles);
    setSizeTitle(layer);
    const QgsFields fields = layer.fields();
    for (const Column& column : part.table.columns)
        if (const int index = fields.indexFromName(toQt(column.name)); index >= 0)
            layer.setFieldAlias(index, toQt(column.alias));
    QgsLayerMetadata metadata = layer.metadata();
    metadata.setTitle(toQt(part.table.title));
    metadata.setAbstract(toQt(part.table.description));
    layer.setMetadata(metadata);
    layer.setTitle(toQt(part.table.title));
    layer.setAbstract(toQt(part.table.description));
    layer.setName(part.name);
    remember(layer, part.memory);
    emit layer.legendChanged();
    layer.emitStyleChanged();
    layer.triggerRepaint();
}

PlacedLayers placeLayers(const ThemeMap& map, Placing placing, QgsProject& project,
                         const QgsMapLayer* near) {
    const theme::Theme& theme = map.layers.front().memory.theme;
    PlacedLayers placed;
    bool isShown = false;
    if (placing == Placing::Update) {
        const std::vector<QgsLayerTreeGroup*> groups = groupsOf(theme, project);
        placed.group = groupToRefill(groups, near);
        placed.spared = placed.group == nullptr && !groups.empty();
    }
    if (placed.group == nullptr) {
        placed.group = project.layerTreeRoot()->insertGroup(0, map.title);
        placed.group->setCustomProperty(groupKey, toQt(theme.id));
    } else {
        isShown = placed.group->itemVisibilityChecked();
    }
    putInto(*placed.group, map, project);
    if (!isShown)
        showAlone(*placed.group, project);
    return placed;
}

bool refillLayers(const ThemeMap& map, std::vector<QgsVectorLayer*> layers) {
    std::erase_if(layers, [](const QgsVectorLayer* layer) { return !isOurs(*layer); });
    bool areFull = true;
    for (const ThemeLayer& part : map.layers) {
        QgsVectorLayer* layer = counterpart(part, layers);
        if (layer == nullptr)
            continue;
        const bool isAsBefore = memoryOf(*layer)->classes == part.memory.classes;
        areFull = refill(*layer, part.table) && areFull;
        if (isAsBefore) {
            remember(*layer, part.memory);
            layer->triggerRepaint();
        } else {
            styleLayer(*layer, part);
        }
    }
    return areFull;
}

std::vector<QgsVectorLayer*> layersMadeWith(const QgsMapLayer& layer, const QgsProject& project) {
    const QString map = mapOf(layer);
    std::vector<QgsVectorLayer*> together;
    for (QgsMapLayer* other : project.mapLayers())
        if (auto* vector = qobject_cast<QgsVectorLayer*>(other);
            vector != nullptr && !map.isEmpty() && mapOf(*vector) == map)
            together.push_back(vector);
    return together;
}

} // namespace terroir::qgis
