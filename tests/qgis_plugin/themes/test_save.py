"""What a person changes in QGIS's renderers is saved as a theme, and shown again the same."""
import json

from pyqgis import *
from qgis.core import (QgsCategorizedSymbolRenderer, QgsFeature, QgsField, QgsGeometry,
                       QgsGraduatedSymbolRenderer, QgsHeatmapRenderer, QgsPalLayerSettings,
                       QgsRendererCategory, QgsRendererRange, QgsSimpleLineSymbolLayer,
                       QgsSingleSymbolRenderer, QgsSymbol, QgsVectorLayerSimpleLabeling)
from qgis.PyQt.QtGui import QColor

count = 0


def read(file):
    with open(file, encoding="utf-8") as text:
        return json.load(text)


def save(layer, **parameters):
    """The theme's file and the sentences about what it cannot hold."""
    global count
    count += 1
    file = os.path.join(folder, "saved-%d.theme.json" % count)
    result = run("savetheme", INPUT=layer, OUTPUT=file, **parameters)
    assert result["OUTPUT"] == file and result["ID"] == "saved-%d" % count
    return file, result["NOT_KEPT"]


def recolour(layer, colours):
    renderer = layer.renderer()
    update = (renderer.updateRangeSymbol if renderer.type() == "graduatedSymbol"
              else renderer.updateCategorySymbol)
    shown = renderer.ranges() if renderer.type() == "graduatedSymbol" else renderer.categories()
    for index, colour in enumerate(colours):
        symbol = shown[index].symbol().clone()
        symbol.setColor(QColor(colour))
        update(index, symbol)


def every_packaged_theme_is_saved_and_shown_again_as_it_was():
    for theme in set(themes) - {"herds", "poultry", "task-states"}: # of these there are no records
        layers = apply(theme)
        want = {key: classes(layer) for key, layer in layers.items()
                if key == "OUTPUT"}
        file, left = save(layers["OUTPUT"])
        assert left == "", (theme, left)
        again = apply(file)
        assert {key: classes(layer) for key, layer in again.items() if key == "OUTPUT"} == want
        # Nobody changed the classes: they are still cut by the theme's method.
        was = read(os.path.join(os.environ["TERROIR_STYLES"], theme + ".theme.json"))
        for one, other in zip(read(file)["layers"], was["layers"]):
            if "classes" in other:
                assert one["classes"]["method"] == other["classes"]["method"], theme


def changed_colours_breaks_and_words_come_back():
    layer = apply(areas_by_class)["OUTPUT"]
    renderer = layer.renderer()
    recolour(layer, ["#102030", "#405060", "#708090"])
    renderer.updateRangeLabel(0, "a little (1)")
    renderer.updateRangeUpperValue(1, 3.5)
    renderer.updateRangeLowerValue(2, 3.5)
    file, left = save(layer, TITLE_VI="Của tôi", TITLE_EN="Mine")
    saved = read(file)
    assert saved["title"] == {"vi": "Của tôi", "en": "Mine"}
    assert saved["layers"][0]["classes"] == {
        "method": "given", "breaks": [0, 1, 3.5, 5],
        "colours": ["#102030", "#405060", "#708090"],
        "labels": [{"vi": "a little", "en": "a little"}, None, None]}, saved["layers"][0]["classes"]
    # The numbers of the old limits are not words of one's own.
    assert left.count("names other numbers") == 2, left
    again = classes(apply(file)["OUTPUT"])
    assert again == [
        (0, 1, "a little (1)", "#102030"), (1, 3.5, "> 1 – 3.5 (1, 1 together)", "#405060"),
        (3.5, 5, "> 3.5 – 5 (2 together)", "#708090"), (-1, -1, "No data (8)", "#f8f8f6")], again
    # The command line reads it, too.
    workspace, written = os.path.join(folder, "cli.sqlite"), os.path.join(folder, "cli.gpkg")
    terroir("-w", workspace, "-q", "init")
    terroir("-w", workspace, "-q", "export", "--theme-file", file, "-o", written)
    exported = QgsVectorLayer(written + "|layername=saved-%d" % count, "exported", "ogr")
    assert classes(exported) == classes(apply(file)["OUTPUT"])


def classes_that_a_method_cut_keep_their_numbers_when_only_a_colour_changes():
    layer = apply("aquaculture", METHOD="jenks")["OUTPUT"]
    want = [one[:3] for one in classes(layer)]
    recolour(layer, ["#123456"])
    file, left = save(layer)
    assert left == "", left
    again = classes(apply(file)["OUTPUT"])
    assert [one[:3] for one in again] == want, again
    assert again[0][3] == "#123456"


def categories_of_ones_own_come_back_with_those_of_units_that_have_several():
    by_name = os.path.join(os.environ["TERROIR_STYLES"], "..", "tests", "data", "themes",
                           "indications-by-name.theme.json")
    layer = apply(by_name)["OUTPUT"]
    recolour(layer, ["#010203", "#a0b0c0"])
    layer.renderer().updateCategoryLabel(1, "two (1)")
    file, left = save(layer)
    assert left == "", left
    assert [one[1:] for one in classes(apply(file)["OUTPUT"])][:2] == [
        ("Lai Châu ginseng (applied for) (1)", "#010203"), ("two (1)", "#a0b0c0")]


def symbols_keep_their_colours_and_sizes():
    layers = apply("aquaculture", METHOD="jenks")  # the sites; the tanks are symbols
    symbol = layers["SYMBOLS"].renderer().symbol()
    symbol.setColor(QColor("#aa0011"))
    marker = symbol.symbolLayer(0)
    size = marker.dataDefinedProperties().property(marker.PropertySize)
    size.setExpressionString(size.expressionString().replace(" 10 * sqrt(", " 14.5 * sqrt("))
    marker.setDataDefinedProperty(marker.PropertySize, size)
    file, left = save(layers["OUTPUT"])  # from any layer of the map
    assert left == "", left
    saved = read(file)["layers"][1]
    assert saved["maxSizeMm"] == 14.5 and saved["series"][0]["colour"] == "#aa0011", saved
    rules = apply("livestock")["SYMBOLS"]
    rules.renderer().rootRule().children()[1].symbol().setColor(QColor("#00bb22"))
    rules.renderer().rootRule().children()[1].setLabel("Many pigs (farms)")
    file, left = save(rules)
    assert left == "", left
    series = read(file)["layers"][0]["series"]
    assert series[1]["colour"] == "#00bb22" and series[1]["label"]["en"] == "Many pigs", series


def what_a_theme_cannot_hold_is_said():
    layer = apply(areas_by_class)["OUTPUT"]
    ranges = layer.renderer().ranges()  # own their symbols
    symbol = ranges[0].symbol().clone()
    symbol.appendSymbolLayer(QgsSimpleLineSymbolLayer(QColor("#ff0000"), 1))
    layer.renderer().updateRangeSymbol(0, symbol)
    layer.renderer().updateRangeRenderState(1, False)
    layer.setOpacity(0.5)
    settings = QgsPalLayerSettings()
    settings.fieldName = "province"
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    _, left = save(layer)
    for words in ("Outlines, patterns", "switched off", "Opacity and blending", "Labels: a theme"):
        assert words in left, (words, left)


def own_layer(renderer):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=v:double&field=k:string", "mine", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((103 22,104 22,104 23,103 22))"))
    feature.setAttributes([3.0, "tea"])
    layer.dataProvider().addFeatures([feature])
    layer.setRenderer(renderer(layer))
    QgsProject.instance().addMapLayer(layer)
    return layer


def symbol(layer, colour):
    made = QgsSymbol.defaultSymbol(layer.geometryType())
    made.setColor(QColor(colour))
    return made


def a_layer_of_ones_own_gives_its_classes_to_a_theme():
    layer = own_layer(lambda layer: QgsGraduatedSymbolRenderer("v", [
        QgsRendererRange(5, 20, symbol(layer, "#222222"), "high"),
        QgsRendererRange(0, 2, symbol(layer, "#eeeeee"), "0 - 2"),
        QgsRendererRange(2, 4, symbol(layer, "#888888"), "2 - 4")]))
    file, left = save(layer, BASE="plantings")
    saved = read(file)
    assert saved["layers"][0]["classes"] == {
        "method": "given", "breaks": [0, 2, 4, 20], "colours": ["#eeeeee", "#888888", "#222222"],
        "labels": [None, None, {"vi": "high", "en": "high"}]}, saved["layers"][0]["classes"]
    assert saved["layers"][0]["series"][0]["selection"]["kinds"] == ["planting"]
    assert "Between 4 and 5" in left and "Outlines" in left, left
    assert len(classes(apply(file)["OUTPUT"])) == 4


def layers_that_are_no_theme_are_refused():
    of_theme = apply("plantings")["OUTPUT"]
    single = own_layer(lambda layer: QgsSingleSymbolRenderer(symbol(layer, "#ff0000")))
    by_kind = own_layer(lambda layer: QgsCategorizedSymbolRenderer(
        "k", [QgsRendererCategory("tea", symbol(layer, "#00ff00"), "tea")]))
    by_formula = own_layer(lambda layer: QgsGraduatedSymbolRenderer(
        "v * 2", [QgsRendererRange(0, 9, symbol(layer, "#00ff00"), "")]))
    file = os.path.join(folder, "no.theme.json")
    for parameters, words in (
            ({"INPUT": single}, "was not made from a theme"),
            ({"INPUT": single, "BASE": "plantings"}, '"singleSymbol"'),
            ({"INPUT": by_kind, "BASE": "plantings"}, "by classes or by categories"),
            ({"INPUT": by_formula, "BASE": "plantings"}, '"graduatedSymbol"'),
            ({"INPUT": of_theme, "ID": "other"}, "other.theme.json")):
        sentence = refusal("savetheme", OUTPUT=file, **parameters)
        assert words in sentence, sentence
        assert not os.path.exists(file)
    assert "packaged theme" in refusal("savetheme", INPUT=of_theme, ID="plantings")
    ground = os.path.join(folder, "ground.gpkg")
    run("applytheme", THEME="livestock", OUTPUT=ground)
    said = refusal("savetheme", INPUT=ground, OUTPUT=file)
    assert "ground under the symbols" in said, said


def a_theme_is_saved_among_ones_own():
    layer = apply("plantings")["OUTPUT"]
    result = run("savetheme", INPUT=layer, TITLE_VI="Cây ăn quả 2022")
    assert result["ID"] == "cay-an-qua-2022"
    assert result["OUTPUT"].startswith(os.environ["XDG_DATA_HOME"]), result["OUTPUT"]
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("terroir:applytheme")
    assert "cay-an-qua-2022" in algorithm.parameterDefinition("THEME").toVariantMap()["options"]


end(every_packaged_theme_is_saved_and_shown_again_as_it_was,
    changed_colours_breaks_and_words_come_back,
    classes_that_a_method_cut_keep_their_numbers_when_only_a_colour_changes,
    categories_of_ones_own_come_back_with_those_of_units_that_have_several,
    symbols_keep_their_colours_and_sizes, what_a_theme_cannot_hold_is_said,
    a_layer_of_ones_own_gives_its_classes_to_a_theme, layers_that_are_no_theme_are_refused,
    a_theme_is_saved_among_ones_own)
