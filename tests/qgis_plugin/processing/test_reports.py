"""`extract` and `applyreview`: from a report over points on the map to records with their line."""
from qgis.core import QgsCategorizedSymbolRenderer, QgsVectorLayer, QgsWkbTypes, NULL

from algorithms import Case, Run, main, path, rows_of_csv, speak, terroir, write

REPORT = write("bao-cao.txt", """UBND HUYỆN TAM ĐƯỜNG
Số: 31/BC-UBND
Tam Đường, ngày 12 tháng 10 năm 2023

BÁO CÁO

Xã Bản Bo có 5 mô hình khuyến nông. HTX Sao Mai ở xã Khun Há nuôi 7 lồng cá.
Các xã Bản Bo, Nà Tăm có 11 cơ sở chăn nuôi.
""")
WORKSPACE = path("w.sqlite")
terroir("-q", "-w", WORKSPACE, "init")
COLUMNS = {"FILE": REPORT, "WORKSPACE": WORKSPACE}


def extracted(**parameters):
    return Run("extract", **COLUMNS, OUTPUT=parameters.pop("OUTPUT", "memory:"), **parameters)


def decide(layer, words, **cells):
    """Writes into the cells of the features whose words hold these."""
    layer.startEditing()
    for feature in layer.getFeatures():
        if words in feature["text"]:
            for column, value in cells.items():
                layer.changeAttributeValue(feature.id(), layer.fields().lookupField(column), value)
    assert layer.commitChanges(), layer.commitErrors()


def records():
    return [row for row in rows_of_csv(terroir("-q", "-w", WORKSPACE, "records"))
            if row["source"] == "bao-cao"]


class Extract(Case):
    def test_gives_a_point_for_each_place_with_the_columns_of_the_command_line(self):
        run = extracted()
        expected = rows_of_csv(terroir("-q", "-w", WORKSPACE, "extract", REPORT))
        layer = run.layer()
        self.assertEqual(layer.wkbType(), QgsWkbTypes.Point)
        self.assertEqual(layer.crs().authid(), "EPSG:4326")
        names = layer.fields().names()
        for column in expected[0]:
            self.assertIn(column, names)
        self.assertEqual(run["PROPOSALS"], len(expected))
        rows = run.rows()
        self.assertEqual({row["id"] for row in rows}, {row["id"] for row in expected})
        for row in expected:
            points = [one for one in rows if one["id"] == row["id"]]
            self.assertEqual(len(points), len(row["place_codes"].split("|")))
            for one in points:
                self.assertEqual(one["text"], row["text"])
                self.assertEqual(one["confidence"], row["confidence"])
        shared = [row["place"] for row in rows if "11 cơ sở" in row["text"]]
        self.assertEqual(len(shared), 2)
        self.assertNotEqual(*shared)
        in_commune = []
        for feature in layer.getFeatures():
            point = feature.geometry().asPoint()
            self.assertAlmostEqual(point.x(), 103.6, delta=0.3)
            self.assertAlmostEqual(point.y(), 22.3, delta=0.3)
            if feature["place"].startswith("xã Bản Bo"):
                in_commune.append(point)
        self.assertEqual(len(in_commune), 2)
        self.assertGreater(in_commune[0].distance(in_commune[1]), 0.0005, "each can be chosen")
        self.assertLess(in_commune[0].distance(in_commune[1]), 0.03, "in the commune")

    def test_says_the_day_and_the_territory_of_the_text_and_takes_others(self):
        self.assertIn("as of 2023-10-12, in huyện Tam Đường, tỉnh Lai Châu", extracted().log)
        run = extracted(AS_OF="2022-12-31", WITHIN="tỉnh Lai Châu")
        self.assertIn("in tỉnh Lai Châu", run.log)
        self.assertEqual({row["as_of"] for row in run.rows()}, {"2022-12-31"})

    def test_a_colour_for_each_kind_labels_and_a_form_to_decide_in(self):
        layer = extracted(OUTPUT=path("de-xuat.gpkg")).layer()
        renderer = layer.renderer()
        self.assertIsInstance(renderer, QgsCategorizedSymbolRenderer)
        self.assertEqual(renderer.classAttribute(), "kind")
        colours = {one.value(): one.symbol().color().name() for one in renderer.categories()}
        self.assertEqual(len(set(colours.values())), len(colours))
        for row in layer.getFeatures():
            self.assertIn(row["kind"], colours)
        self.assertTrue(layer.labelsEnabled())
        form, fields = layer.editFormConfig(), layer.fields()
        self.assertFalse(form.readOnly(fields.lookupField("decision")))
        self.assertTrue(form.readOnly(fields.lookupField("id")))
        self.assertIn("text", layer.mapTipTemplate())
        # The style is in the file.
        again = QgsVectorLayer(path("de-xuat.gpkg"), "x", "ogr")
        self.assertIsInstance(again.renderer(), QgsCategorizedSymbolRenderer)

    def test_what_is_no_report_is_refused_with_what_to_do(self):
        table = write("t.csv", "xã,ha\nBản Bo,2\n")
        self.refused("is a table and no text", "import", name="extract", FILE=table,
                     OUTPUT="memory:")
        self.refused("does not exist", name="extract", FILE=path("khong-co.docx"),
                     OUTPUT="memory:")


class ApplyReview(Case):
    def tearDown(self):
        while records():
            terroir("-q", "-w", WORKSPACE, "records", "undo")

    def test_what_was_accepted_on_the_map_is_a_record_with_its_line_and_holder(self):
        layer = extracted().layer()
        decide(layer, "5 mô hình", decision="accept")
        decide(layer, "7 lồng", decision="refuse")
        run = Run("applyreview", INPUT=layer, WORKSPACE=WORKSPACE, REPORT="memory:")
        self.assertEqual((run["ADDED"], run["REJECTED"]), (1, 0))
        self.assertEqual([row["line"] for row in records()], ["7"])
        self.assertIn("added", {row["outcome"] for row in run.rows("REPORT")})
        again = extracted().rows()
        self.assertEqual({row["decision"] for row in again if "5 mô hình" in row["text"]},
                         {"accept"})
        run = Run("applyreview", INPUT=layer, WORKSPACE=WORKSPACE)
        self.assertIn("Nothing was changed", run.log)

    def test_points_of_one_proposal_are_one_decision(self):
        layer = extracted().layer()
        first = next(feature for feature in layer.getFeatures() if "11 cơ sở" in feature["text"])
        layer.startEditing()
        layer.changeAttributeValue(first.id(), layer.fields().lookupField("decision"), "accept")
        layer.commitChanges()
        run = Run("applyreview", INPUT=layer, WORKSPACE=WORKSPACE)
        self.assertEqual((run["ADDED"], run["REJECTED"]), (1, 0))
        self.assertEqual(len(records()), 1)
        self.assertEqual(records()[0]["value"], "11")

    def test_points_that_contradict_each_other_are_refused_together(self):
        layer = extracted().layer()
        points = [one.id() for one in layer.getFeatures() if "11 cơ sở" in one["text"]]
        for column, values, said in (("decision", ("accept", "refuse"), "accept; refuse"),
                                     ("value", (11, 12), "say different things")):
            layer.startEditing()
            for point, value in zip(points, values):
                layer.changeAttributeValue(point, layer.fields().lookupField("decision"), "accept")
                layer.changeAttributeValue(point, layer.fields().lookupField(column), value)
            layer.commitChanges()
            run = Run("applyreview", INPUT=layer, WORKSPACE=WORKSPACE)
            self.assertEqual(run["ADDED"], 0)
            self.assertIn(said, run.log)
            self.assertEqual(records(), [])

    def test_what_was_changed_by_hand_counts_and_a_wrong_cell_is_named(self):
        layer = extracted().layer()
        decide(layer, "5 mô hình", decision="accept", value=6, holder="HTX Bản Bo")
        decide(layer, "7 lồng", decision="accept", kind="khong-co")
        run = Run("applyreview", INPUT=layer, WORKSPACE=WORKSPACE)
        self.assertEqual((run["ADDED"], run["REJECTED"]), (1, 1))
        self.assertIn("khong-co", run.log)
        self.assertEqual([(row["value"], row["holder"]) for row in records()],
                         [("6", "HTX Bản Bo")])

    def test_a_csv_of_the_command_line_goes_in_too(self):
        terroir("-q", "-w", WORKSPACE, "extract", REPORT, "-O", "-o", path("x.csv"))
        run = Run("applyreview", INPUT=path("x.csv"), WORKSPACE=WORKSPACE, ALL_ABOVE=0.1)
        self.assertGreaterEqual(run["ADDED"], 2)
        self.assertIn("nobody has looked at them", run.log)

    def test_another_layer_lacks_the_columns(self):
        other = write("khac.csv", "a,b\n1,2\n")
        self.refused("lacks the column 'id'", name="applyreview", INPUT=other,
                     WORKSPACE=WORKSPACE)

    def test_it_speaks_vietnamese(self):
        speak("vi")
        run = Run("applyreview", INPUT=extracted().layer(), WORKSPACE=WORKSPACE)
        self.assertIn("Không có gì thay đổi", run.log)
        speak("en")


if __name__ == "__main__":
    main()
