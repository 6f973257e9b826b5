"""A theme gives the layers of its export: the same renderers, classes, words and colours."""
from pyqgis import *
import json
from qgis.core import (NULL, QgsExpressionContextUtils, QgsProcessingFeedback, QgsRenderContext,
                       QgsSymbolLayer, QgsWkbTypes)


def look(layer):
    """Everything of a layer that its style says."""
    renderer = layer.renderer()
    seen = [renderer.type()]
    if renderer.type() in ("graduatedSymbol", "categorizedSymbol"):
        seen += [renderer.classAttribute(), classes(layer)]
    elif renderer.type() == "RuleRenderer":
        seen += [(rule.filterExpression(), rule.label(), rule.symbol().color().name())
                 for rule in renderer.rootRule().children()]
    elif renderer.type() == "singleSymbol":
        seen += [renderer.symbol().color().name()]
    if diagram := layer.diagramRenderer():
        settings = diagram.diagramSettings()[0]
        seen += [settings.categoryAttributes, settings.categoryLabels,
                 [colour.name() for colour in settings.categoryColors],
                 diagram.upperSize().width()]
    if layer.labeling():
        seen += [layer.labeling().settings().fieldName]
    seen += [(field.name(), field.alias()) for field in layer.fields() if field.name() != "fid"]
    return seen


def every_packaged_theme_looks_as_in_its_export():
    workspace = os.path.join(folder, "export.sqlite")
    terroir("-w", workspace, "init", "-q")
    assert len(themes) == len(json.loads(terroir("themes", "--json")))
    for theme in set(themes) - {"herds", "poultry", "task-states"}: # of these there are no records
        file = os.path.join(folder, theme + ".gpkg")
        terroir("-w", workspace, "-q", "export", theme, "-o", file)
        layers = apply(theme, WORKSPACE=workspace)
        for output, name in (("OUTPUT", theme), ("SYMBOLS", theme + "_symbols")):
            exported = QgsVectorLayer(file + "|layername=" + name, name, "ogr")
            shown = layers[output]
            if not exported.isValid():
                assert shown.featureCount() == 0, (theme, output)
            else:
                assert look(layers[output]) == look(exported), (theme, output)
                assert layers[output].featureCount() == exported.featureCount()


def the_layers_say_day_sources_and_approximate_boundaries():
    layer = apply("livestock")["OUTPUT"]
    abstract = layer.metadata().abstract()
    for words in ("15 April 2022", "Tổng kết 10 năm", "Approximate boundaries"):
        assert words in abstract, abstract
    assert layer.name() == "Communes", layer.name()
    assert apply("aquaculture", METHOD="jenks")["OUTPUT"].name() == "Fish-farming sites (sites)"


def outline_of(layer, feature):
    """The pen that QGIS draws a unit's boundary with."""
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.expressionContext().setFeature(feature)
    context.expressionContext().setFields(layer.fields())
    renderer = layer.renderer()
    renderer.startRender(context, layer.fields())
    outline = renderer.symbolForFeature(feature, context).symbolLayer(0)
    pen = outline.dataDefinedProperties().valueAsString(QgsSymbolLayer.PropertyStrokeStyle,
                                                        context.expressionContext(), "")[0]
    renderer.stopRender(context)
    return pen


def approximate_boundaries_are_dotted_and_official_ones_are_not():
    for theme in ("plantings", "livestock", "production-zones"):
        layer = apply(theme)["OUTPUT"]
        for feature in layer.getFeatures():
            assert feature["boundary"] == "approximate", feature["boundary"]
            for boundary, pen in (("approximate", "dot"), ("gần đúng", "dot"),
                                  ("official", "solid"), ("chính thức", "solid"), (NULL, "solid")):
                feature["boundary"] = boundary
                assert outline_of(layer, feature) == pen, (theme, boundary)


def choices_change_what_is_shown():
    layer = apply("plantings", METHOD="quantile", CLASSES=2, PALETTE="Reds")["OUTPUT"]
    assert len(classes(layer)) == 3, classes(layer)
    assert [one[3] for one in classes(layer)] == ["#fee0d1", "#a60f15", "#f8f8f6"], classes(layer)
    today = apply("aquaculture", AS_OF="2025-08-01", WITHIN="tỉnh Lai Châu")["OUTPUT"]
    assert today.featureCount() == 38, today.featureCount()
    assert "1 August 2025" in today.metadata().abstract()
    district = apply("aquaculture", LEVEL="district", WITHIN="tỉnh Lai Châu")["OUTPUT"]
    assert district.featureCount() == 8
    rates = apply("production-zones", PER="km2")["OUTPUT"]
    assert rates.renderer().classAttribute() == 'coalesce("area_per_area",-1)'
    years = apply("models", YEARS="2021-2022")["OUTPUT"]
    assert "2021–2022" in years.metadata().title(), years.metadata().title()


def a_day_without_districts_says_so_when_they_are_chosen():
    for level, day, says in (("district", "2025-08-01", True), ("district", "2022-04-15", False),
                             ("commune", "2025-08-01", False)):
        said = QgsProcessingFeedback(False)
        processing.run("terroir:applytheme",
                       {"THEME": "plantings", "LEVEL": level, "AS_OF": day, "OUTPUT": "memory:",
                        "WITHIN": "tỉnh Lai Châu"}, feedback=said)
        assert ("There are no districts" in said.textLog()) == says, (level, day, said.textLog())


def what_does_not_fit_is_refused():
    given = {"OUTPUT": "memory:"}
    for parameters, words in (
            ({}, "No theme is named"),
            ({"THEME_FILE": areas_by_class, "CLASSES": 4}, "has given breaks"),
            ({"THEME": "plantings", "METHOD": "given"}, "has no given breaks"),
            ({"THEME": "livestock", "METHOD": "jenks"}, "no layer that fills areas"),
            ({"THEME": "plantings", "YEARS": "22"}, "YEARS '22'"),
            ({"THEME": "plantings", "AS_OF": "15/4"}, "AS_OF '15/4' is not a date"),
            ({"THEME": "plantings", "AS_OF": "1990-01-01"}, "before 2004-01-01"),
            ({"THEME": "plantings", "WITHIN": "huyện Không Có"}, "WITHIN 'huyện Không Có'"),
            ({"THEME": "plantings", "WITHIN": "huyện Không Có"}, "look it up with terroir:units"),
            ({"THEME": "plantings", "WORKSPACE": "/nowhere.sqlite"}, "/nowhere.sqlite"),
            ({"THEME_FILE": "/nowhere.theme.json"}, "/nowhere.theme.json")):
        assert words in refusal("applytheme", **given, **parameters), refusal(
            "applytheme", **given, **parameters)
        assert "--" not in refusal("applytheme", **given, **parameters), parameters


def a_file_opens_with_its_style_and_remembers_the_theme():
    file = os.path.join(folder, "areas.gpkg")
    shape = os.path.join(folder, "areas.shp")
    want = classes(apply("plantings")["OUTPUT"])
    for output in (file, shape):
        run("applytheme", THEME="plantings", OUTPUT=output)
        layer = QgsVectorLayer(output, "again", "ogr")
        assert classes(layer) == want, (output, classes(layer))
        assert '"plantings"' in layer.customProperty("terroir/theme", "")
    assert os.path.exists(os.path.join(folder, "areas.qml"))


def what_a_theme_has_none_of_is_an_empty_table_and_no_older_file():
    for output, theme, other in (
            ("SYMBOLS", {"THEME": "livestock"}, {"THEME": "plantings", "METHOD": "jenks"}),
            ("NOT_ATTRIBUTED", {"THEME": "plantings"}, {"THEME": "livestock"})):
        file = os.path.join(folder, output + ".gpkg")
        columns, counts = [], []
        for one in (theme, other):
            result = run("applytheme", OUTPUT="memory:", **one, **{output: file})
            assert result[output] == file, result
            layer = QgsVectorLayer(file, one["THEME"], "ogr")
            counts.append(layer.featureCount())
            columns.append([(field.name(), field.type()) for field in layer.fields()])
            kind = layer.wkbType()
        assert counts[0] > 0 and counts[1] == 0, counts
        if output == "NOT_ATTRIBUTED":
            assert columns[0] == columns[1], columns
        else:
            assert QgsWkbTypes.geometryType(kind) == QgsWkbTypes.PointGeometry
            assert [name for name, _ in columns[1]][1:3] == ["unit_code", "unit_name"], columns[1]
    layers = run("applytheme", THEME="plantings", OUTPUT="memory:")
    assert sorted(layers) == ["OUTPUT"], layers


end(every_packaged_theme_looks_as_in_its_export,
    the_layers_say_day_sources_and_approximate_boundaries,
    approximate_boundaries_are_dotted_and_official_ones_are_not, choices_change_what_is_shown,
    a_day_without_districts_says_so_when_they_are_chosen, what_does_not_fit_is_refused,
    a_file_opens_with_its_style_and_remembers_the_theme,
    what_a_theme_has_none_of_is_an_empty_table_and_no_older_file)
