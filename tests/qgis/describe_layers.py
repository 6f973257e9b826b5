"""Opens a GeoPackage with QGIS the way a person does, and tells what came of it.

usage: describe_layers.py FILE.gpkg PICTURE.png LAYER...

Prints, as JSON, per layer: CRS, number of features, renderer, its classes, the aliases of columns.
Draws the layers, the first on top, with their labels into PICTURE.png.
"""

import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402


def classes_of(renderer):
    kind = renderer.type()
    if kind == "graduatedSymbol":
        return [
            {
                "lower": r.lowerValue(),
                "upper": r.upperValue(),
                "label": r.label(),
                "colour": r.symbol().color().name(),
                "symbolLayers": r.symbol().symbolLayerCount(),
            }
            for r in renderer.ranges()
        ]
    if kind == "categorizedSymbol":
        return [
            {
                "value": c.value(),
                "label": c.label(),
                "colour": c.symbol().color().name(),
                "symbolLayers": c.symbol().symbolLayerCount(),
            }
            for c in renderer.categories()
        ]
    if kind == "RuleRenderer":
        return [
            {
                "filter": r.filterExpression(),
                "label": r.label(),
                "colour": r.symbol().color().name(),
            }
            for r in renderer.rootRule().children()
        ]
    if kind == "singleSymbol":
        return [{"label": "", "colour": renderer.symbol().color().name()}]
    return []


def sizes_of(layer):
    """Diameters in mm of the first symbol layer per feature, by unit code."""
    renderer = layer.renderer()
    if renderer.type() != "singleSymbol" or layer.fields().indexOf("unit_code") < 0:
        return {}
    symbol_layer = renderer.symbol().symbolLayer(0)
    size = symbol_layer.dataDefinedProperties().property(symbol_layer.PropertySize)
    context = QgsRenderContext().expressionContext()
    context.setFields(layer.fields())
    sizes = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        sizes[feature["unit_code"]] = size.valueAsDouble(context, -1)[0]
    return sizes


def diagrams_of(layer):
    renderer = layer.diagramRenderer()
    if renderer is None:
        return None
    settings = renderer.diagramSettings()[0]
    return {
        "columns": settings.categoryAttributes,
        "colours": [c.name() for c in settings.categoryColors],
        "labels": settings.categoryLabels,
        "enabled": settings.enabled,
        "name": renderer.diagram().diagramName(),
        "by_area": settings.scaleByArea,
        "bar_width": settings.barWidth,
        "upper": [renderer.upperValue(), renderer.upperSize().height()],
    }


def drawn_symbols(layer):
    """How many features each class draws: what the renderer really picks."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.expressionContext().setFields(layer.fields())
    renderer.startRender(context, layer.fields())
    drawn = {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        for symbol in renderer.originalSymbolsForFeature(feature, context):
            if symbol is None:
                continue
            key = symbol.color().name()
            drawn[key] = drawn.get(key, 0) + 1
    renderer.stopRender(context)
    return drawn


def labels_of(layer):
    """The text beside each feature."""
    settings = layer.labeling().settings() if layer.labeling() else None
    if settings is None or not settings.drawLabels:
        return []
    expression = QgsExpression(settings.fieldName)
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    texts = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        texts.append(expression.evaluate(context))
    return texts


def describe(layer):
    renderer = layer.renderer()
    kind = renderer.type()
    attribute = renderer.classAttribute() if hasattr(renderer, "classAttribute") else ""
    return {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "features": layer.featureCount(),
        "renderer": kind,
        "attribute": attribute,
        "classes": classes_of(renderer),
        "drawn": drawn_symbols(layer),
        "sizes": sizes_of(layer),
        "diagram": diagrams_of(layer),
        "labels": labels_of(layer) if layer.labelsEnabled() else None,
        "sizeLegend": kind == "singleSymbol" and renderer.dataDefinedSizeLegend() is not None,
        "aliases": {f.name(): f.alias() for f in layer.fields() if f.alias()},
        "title": layer.metadata().title(),
    }


def draw(layers, picture):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(1200, 900))
    settings.setOutputDpi(150)
    extent = layers[-1].extent()
    extent.scale(1.05)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)


def main():
    file, picture, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    application = QgsApplication([], False)
    application.initQgis()
    layers = [QgsVectorLayer(f"{file}|layername={name}", name, "ogr") for name in names]
    print(json.dumps({layer.name(): describe(layer) for layer in layers}, ensure_ascii=False))
    sys.stdout.flush()
    draw(layers, picture)


main()
# Layers that outlive QGIS crash at exit; there is nothing left to do.
os._exit(0)
