"""Prints the pages of a project, as a person does with "Export as PDF".

usage: print_layouts.py PROJECT FOLDER

Writes FOLDER/qgis_N.pdf for each layout that is no atlas, with its texts as texts, and prints as
JSON for each what its labels say, line by line, what its legend explains, and the names on its map.
"""

import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsProject,
    QgsRenderContext,
)


def entries_of(legend):
    """Of the layers that the legend lists, the labels of their classes and series."""
    entries = []
    for node in legend.model().rootGroup().findLayers():
        for item in legend.model().layerLegendNodes(node):
            entries.append(item.data(0))
    return [entry for entry in entries if entry]


def main():
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.read(sys.argv[1])
    said = []
    for layout in project.layoutManager().printLayouts():
        if layout.atlas().enabled():
            continue
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.textRenderFormat = QgsRenderContext.TextFormatAlwaysText
        file = os.path.join(sys.argv[2], f"qgis_{len(said)}.pdf")
        labels = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
        legends = [item for item in layout.items() if isinstance(item, QgsLayoutItemLegend)]
        for legend in legends:
            legend.adjustBoxSize()
        exporter = QgsLayoutExporter(layout)
        failed = int(exporter.exportToPdf(file, settings))
        said.append(
            {
                "failed": failed,
                "names": [
                    name.labelText
                    for results in exporter.labelingResults().values()
                    for name in results.allLabels()
                ],
                "labels": [line for item in labels for line in item.text().split("\n") if line],
                "legend": [entry for legend in legends for entry in entries_of(legend)],
            }
        )
    print(json.dumps(said))
    sys.stdout.flush()
    os._exit(0)


main()
