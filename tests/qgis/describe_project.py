"""Opens a project with QGIS the way a person does, and tells what came of it.

usage: describe_project.py PROJECT FOLDER

PROJECT is a .qgz file or "geopackage:/…/x.gpkg?projectName=…". Prints as JSON the groups with
their layers, what is seen, systems, relations, map themes and layouts; draws the first layout into
FOLDER/layout.png and .pdf.
"""

import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.PyQt.QtGui import QImage  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsLayerTreeGroup,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsProject,
    QgsRasterLayer,
)


def groups_of(root):
    return [
        {
            "name": group.name(),
            "shown": group.itemVisibilityChecked(),
            "layers": [node.layer().name() for node in group.findLayers() if node.layer()],
            "lost": [node.name() for node in group.findLayers() if not node.layer()],
        }
        for group in root.children()
        if isinstance(group, QgsLayerTreeGroup)
    ]


def related(project, unit_layer):
    """Names of relations of a layer, and how many rows they find for all of its features."""
    found = {}
    for relation in project.relationManager().referencedRelations(unit_layer):
        found[relation.name()] = sum(
            len(list(relation.getRelatedFeatures(feature))) for feature in unit_layer.getFeatures()
        )
    return found


FORMS = ("terroir_layer_areas", "terroir_layer_records")


def shown_in_form(layer):
    """Columns with a list, and what the first row shows of them."""
    first = next(layer.getFeatures())
    shown = {}
    for i, field in enumerate(layer.fields()):
        setup = layer.editorWidgetSetup(i)
        if setup.type() == "ValueMap":
            formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
            shown[field.name()] = formatter.representValue(
                layer, i, setup.config(), None, first[field.name()]
            )
    return shown


def marked_dots(picture):
    """Dots of the colour that marks the unit of a page."""
    image = QImage(picture)
    return sum(
        image.pixelColor(x, y).getRgb()[:3] == (204, 0, 0)
        for x in range(0, image.width())
        for y in range(0, image.height())
    )


def layout_of(layout):
    atlas = layout.atlas()
    pages = None
    if atlas.enabled():
        atlas.updateFeatures()
        pages = atlas.count()
    legends = [item for item in layout.items() if isinstance(item, QgsLayoutItemLegend)]
    for legend in legends:
        legend.adjustBoxSize()
    return {
        "name": layout.name(),
        "pages": pages,
        "items": len(layout.items()),
        "paper": [
            layout.pageCollection().page(0).pageSize().width(),
            layout.pageCollection().page(0).pageSize().height(),
        ],
        "grids": [
            [grid.crs().authid() or item.crs().authid(), grid.annotationEnabled()]
            for item in layout.items()
            if isinstance(item, QgsLayoutItemMap)
            for grid in item.grids().asList()
            if grid.enabled()
        ],
        "pictures": [
            item.isMissingImage()
            for item in layout.items()
            if isinstance(item, QgsLayoutItemPicture)
        ],
        "texts": [
            item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)
        ],
        "legendRight": max(item.pagePos().x() + item.rect().width() for item in legends),
    }


def main():
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    is_read = project.read(sys.argv[1])
    folder = sys.argv[2]
    layers = list(project.mapLayers().values())
    tables = [layer for layer in layers if not isinstance(layer, QgsRasterLayer)]
    layouts = project.layoutManager().printLayouts()
    said = {
        "read": is_read,
        "crs": project.crs().authid(),
        "groups": groups_of(project.layerTreeRoot()),
        "rasters": {
            layer.name(): [layer.renderer().type(), int(layer.blendMode())]
            for layer in layers
            if isinstance(layer, QgsRasterLayer) and layer.isValid()
        },
        "invalid": [layer.name() for layer in layers if not layer.isValid()],
        "layerCrs": sorted({layer.crs().authid() for layer in tables if layer.isSpatial()}),
        "extent": [
            project.viewSettings().defaultViewExtent().xMinimum(),
            project.viewSettings().defaultViewExtent().yMaximum(),
        ],
        "relations": {r.id(): r.isValid() for r in project.relationManager().relations().values()},
        "related": {
            layer.id(): related(project, layer)
            for layer in tables
            if layer.isSpatial() and project.relationManager().referencedRelations(layer)
        },
        "forms": {
            layer.id(): shown_in_form(layer) for layer in layers if layer.id() in FORMS
        },
        "themes": sorted(project.mapThemeCollection().mapThemes()),
        "bookmarks": len(project.bookmarkManager().bookmarks()),
        "layouts": [layout_of(layout) for layout in layouts],
        "dirty": project.isDirty(),
    }
    if layouts:
        first = next(one for one in layouts if not one.atlas().enabled())
        exporter = QgsLayoutExporter(first)
        picture = QgsLayoutExporter.ImageExportSettings()
        picture.dpi = 100
        page = QgsLayoutExporter.PdfExportSettings()
        said["drawn"] = [
            exporter.exportToImage(os.path.join(folder, "layout.png"), picture),
            exporter.exportToPdf(os.path.join(folder, "layout.pdf"), page),
        ]
        atlas = next(one for one in layouts if one.atlas().enabled())
        atlas.atlas().beginRender()
        atlas.atlas().first()
        atlas.refresh()
        QgsLayoutExporter(atlas).exportToImage(os.path.join(folder, "atlas.png"), picture)
        said["marked"] = [
            marked_dots(os.path.join(folder, name)) for name in ("layout.png", "atlas.png")
        ]
    print(json.dumps(said, ensure_ascii=False))
    sys.stdout.flush()


main()
# Layers that outlive QGIS crash at exit; there is nothing left to do.
os._exit(0)
