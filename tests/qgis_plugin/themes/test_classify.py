"""Classes on any layer: core's breaks and words in a native renderer."""
from pyqgis import *
from qgis.core import QgsFeature, QgsGeometry

shapes = {"Point": "POINT(103 22)", "LineString": "LINESTRING(103 22,104 22)",
          "Polygon": "POLYGON((103 22,104 22,104 23,103 22))"}


def layer(kind, values, field="v:double"):
    made = QgsVectorLayer(kind + "?crs=EPSG:4326&field=" + field, kind, "memory")
    features = []
    for value in values:
        feature = QgsFeature(made.fields())
        feature.setGeometry(QgsGeometry.fromWkt(shapes[kind]))
        feature.setAttributes([value])
        features.append(feature)
    made.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(made)
    return made


def every_geometry_gets_classes_and_one_for_no_number():
    for kind in shapes:
        one = layer(kind, [1, 1, 2, 23, None])
        result = run("classify", INPUT=one, FIELD="v", METHOD="jenks", CLASSES=5, PALETTE="Blues")
        assert (result["CLASS_COUNT"], result["NO_DATA_COUNT"]) == (3, 1), result
        assert [shown[2] for shown in classes(one)] == ["1 (2)", "2 (1)", "23 (1)", "No data (1)"]
        renderer = one.renderer()
        assert renderer.classAttribute() == 'coalesce("v",-1)', renderer.classAttribute()
        assert renderer.rangeForValue(-1).label() == "No data (1)"


def classes_are_those_of_themes():
    theme = apply(areas_by_class)["OUTPUT"]
    want = [(shown[0], shown[1], shown[3]) for shown in classes(theme)[:3]]
    run("classify", INPUT=theme, FIELD="area", GIVEN="0; 1; 2; 5")
    assert [(shown[0], shown[1], shown[3]) for shown in classes(theme)[:3]] == want, classes(theme)
    assert classes(theme)[1][2] == "> 1 – 2 (1)"


def given_breaks_are_read_as_people_write_them():
    for text in ("0; 1,5; 20", "0 1.5 20", "0;1,5;20"):
        one = layer("Point", [1, 2])
        run("classify", INPUT=one, FIELD="v", GIVEN=text)
        assert [shown[:2] for shown in classes(one)[:2]] == [(0, 1.5), (1.5, 20)], classes(one)


def expressions_and_texts_with_numbers_can_be_cut():
    one = layer("Point", [1, 2, -3])
    run("classify", INPUT=one, FIELD='"v" * 10', METHOD="equal", CLASSES=2, INVERT=True)
    assert classes(one)[0][0] == -30 and classes(one)[2][0] == -31, classes(one)
    other = layer("Point", [1, 2, -3])
    run("classify", INPUT=other, FIELD='"v" * 10', METHOD="equal", CLASSES=2)
    assert [shown[3] for shown in classes(one)[:2]] == [
        shown[3] for shown in reversed(classes(other)[:2])]
    texts = layer("Point", ["1", "x", "2", None], "v:string")
    result = run("classify", INPUT=texts, FIELD="v", METHOD="equal", CLASSES=2)
    assert result["NO_DATA_COUNT"] == 2


def table_and_style_are_written():
    one = layer("Polygon", [1, 2, 3, 4, None])
    file = os.path.join(folder, "classes.qml")
    result = run("classify", INPUT=one, FIELD="v", METHOD="equal", CLASSES=2, QML=file,
                 CLASSES_TABLE="memory:")
    rows = [feature.attributes() for feature in result["CLASSES_TABLE"].getFeatures()]
    assert [row[:4] for row in rows] == [[1, 2, "1 – 2", 2], [2, 4, "3 – 4", 2]], rows
    other = layer("Polygon", [1])
    other.loadNamedStyle(file)
    assert classes(other) == classes(one)


def nonsense_is_refused():
    one = layer("Point", [None, None])
    for parameters, words in (({"FIELD": "v"}, "No feature has a number"),
                              ({"FIELD": "nothing"}, "not found. Name a column"),
                              ({"FIELD": "v +"}, "v +"),
                              ({"FIELD": "v", "GIVEN": "0; x"}, "'x' is no number"),
                              ({"FIELD": "1", "QML": "/nowhere/x.qml"}, "/nowhere/x.qml"),
                              ({"FIELD": "1", "GIVEN": "5"}, "at least two breaks"),
                              ({"FIELD": "1", "GIVEN": "5; 1"}, "do not ascend")):
        sentence = refusal("classify", INPUT=one, **parameters)
        assert words in sentence, sentence


end(every_geometry_gets_classes_and_one_for_no_number, classes_are_those_of_themes,
    given_breaks_are_read_as_people_write_them, expressions_and_texts_with_numbers_can_be_cut,
    table_and_style_are_written, nonsense_is_refused)
