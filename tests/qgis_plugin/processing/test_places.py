"""`geocode`, `convert` and `places`: the same answers as the command line gives."""
from qgis.core import QgsExpression, QgsFeature, QgsGeometry, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QDate

from algorithms import Case, Run, main, path, rows_of_csv, terroir, write

TABLE = write("điểm.csv", """ten,tinh,huyen,xa,ngay,status
Chè Bản Bo,Lai Châu,Tam Đường,Bản Bo,31/12/2022,cũ
Dong riềng,Lai Châu,Tam Đường,binh lu,,
Mắc ca,Lai Châu,,Mường Than,2021-05-01,
Mận,Sơn La,Mộc Châu,Mộc Châu,2024-12-31,
Lạ,,,Xã Không Có Đâu,,
""")
WORKSPACE = path("w.sqlite")
terroir("-q", "-w", WORKSPACE, "init")
COLUMNS = {"INPUT": TABLE, "PROVINCE": "tinh", "DISTRICT": "huyen", "COMMUNE": "xa",
           "AS_OF": "2022-12-31", "WORKSPACE": WORKSPACE, "OUTPUT": "memory:"}
NUMBERS = {"score", "share"}


def asText(name, value):
    if value is None:
        return ""
    if isinstance(value, QDate):
        return value.toString("yyyy-MM-dd")
    return value


class PlaceCase(Case):
    def compare(self, rows, expected, columns):
        self.assertEqual(len(rows), len(expected))
        for row, wanted in zip(rows, expected):
            for column in columns:
                value = asText(column, row[column])
                if column in NUMBERS:
                    self.assertEqual(f"{value:.2f}" if value != "" else "",
                                     f"{float(wanted[column]):.2f}" if wanted[column] else "")
                else:
                    self.assertEqual(value, wanted[column], column)


class Geocode(PlaceCase):
    def test_gives_the_columns_of_the_command_line_with_the_day_of_each_row(self):
        run = Run("geocode", DAY="ngay", **COLUMNS)
        expected = rows_of_csv(terroir("-w", WORKSPACE, "geocode", TABLE, "--columns",
                                       "tinh,huyen,xa", "--as-of", "2022-12-31", "--as-of-column",
                                       "ngay"))
        rows = run.rows()
        for row in rows:
            self.assertIn(row.pop("status"), ("cũ", ""))
            row["status"] = row.pop("status_2")
        self.compare(rows, expected, [name for name in expected[0] if name != "ngay"])
        self.assertEqual((run["MATCHED"], run["AMBIGUOUS"], run["UNMATCHED"]), (4, 0, 1))
        self.assertIn("'status_2'", run.log)
        self.assertIn("4 rows matched, 0 ambiguous, 1 unmatched.", run.log)

    def test_shows_the_point_of_each_unit_that_was_found(self):
        layer = Run("geocode", **COLUMNS).layer()
        self.assertEqual(layer.wkbType(), QgsWkbTypes.Point)
        self.assertEqual(layer.crs().authid(), "EPSG:4326")
        shown = {feature["ten"]: feature.geometry() for feature in layer.getFeatures()}
        self.assertTrue(shown["Lạ"].isEmpty())
        point = shown["Chè Bản Bo"].asPoint()
        self.assertAlmostEqual(point.x(), 103.7, delta=0.1)
        self.assertAlmostEqual(point.y(), 22.3, delta=0.1)

    def test_labels_approximate_boundaries_as_such_and_a_row_without_unit_has_none(self):
        layer = Run("geocode", GEOMETRY="boundary", **COLUMNS).layer()
        self.assertEqual(layer.wkbType(), QgsWkbTypes.MultiPolygon)
        for feature in layer.getFeatures():
            found = feature["ten"] != "Lạ"
            self.assertEqual(feature["boundary"] == "approximate", found)
            self.assertEqual(feature.geometry().area() > 0, found)

    def test_keeps_the_geometry_and_crs_of_the_input_when_asked_or_has_none(self):
        layer = QgsVectorLayer("Point?crs=EPSG:9205&field=noi:string", "điểm đo", "memory")
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["xã Bản Bo, huyện Tam Đường"])
        feature.setGeometry(QgsGeometry.fromWkt("Point(571000 2466000)"))
        layer.dataProvider().addFeature(feature)
        given = {"INPUT": layer, "TEXT": "noi", "AS_OF": "2022-12-31", "WORKSPACE": WORKSPACE,
                 "OUTPUT": "memory:"}
        kept = Run("geocode", GEOMETRY="input", **given).layer()
        self.assertEqual(kept.crs().authid(), "EPSG:9205")
        self.assertEqual(next(kept.getFeatures()).geometry().asWkt(), "Point (571000 2466000)")
        self.assertEqual(Run("geocode", GEOMETRY="none", **given).layer().wkbType(),
                         QgsWkbTypes.NoGeometry)

    def test_NULL_is_an_empty_text_and_the_context_decides(self):
        layer = QgsVectorLayer("None?field=huyen:string&field=xa:string", "bảng", "memory")
        for values in ([None, "Bản Bo"], [None, None]):
            feature = QgsFeature(layer.fields())
            feature.setAttributes(values)
            layer.dataProvider().addFeature(feature)
        run = Run("geocode", INPUT=layer, DISTRICT="huyen", COMMUNE="xa", AS_OF="2022-12-31",
                  CONTEXT="huyện Tam Đường, tỉnh Lai Châu", LEVEL="commune", WORKSPACE=WORKSPACE,
                  OUTPUT="memory:", UNMATCHED_ROWS="memory:")
        self.assertEqual([row["unit_code"] for row in run.rows()], ["03424", None])
        self.assertEqual(len(run.rows("UNMATCHED_ROWS")), 1)

    def test_a_day_field_may_hold_dates(self):
        layer = QgsVectorLayer("None?field=xa:string&field=ngay:date", "bảng", "memory")
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["xã Bình Lư, tỉnh Lai Châu", QDate(2025, 7, 1)])
        layer.dataProvider().addFeature(feature)
        run = Run("geocode", INPUT=layer, TEXT="xa", DAY="ngay", AS_OF="2022-12-31",
                  WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.assertEqual(run.rows()[0]["unit_code"], "03390")

    def test_refuses_what_it_cannot_know(self):
        self.refused("Which field", name="geocode", INPUT=TABLE, OUTPUT="memory:")
        self.refused("no field 'khong'", "huyen", name="geocode", INPUT=TABLE, TEXT="khong",
                     WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.refused("điểm", "row 2", "'ten'", "not a day", name="geocode", INPUT=TABLE, TEXT="xa",
                     DAY="ten", WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.refused("CONTEXT 'Atlantis'", name="geocode", INPUT=TABLE, TEXT="xa",
                     CONTEXT="Atlantis", WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.refused("before 2004-01-01", name="geocode", INPUT=TABLE, TEXT="xa",
                     AS_OF="1990-01-01", WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.refused("nowhere.sqlite", "does not exist", name="geocode", INPUT=TABLE, TEXT="xa",
                     WORKSPACE=path("nowhere.sqlite"), OUTPUT="memory:")
        self.refused("not a terroir workspace", "WORKSPACE", "terroir:createworkspace",
                     name="geocode", INPUT=TABLE, TEXT="xa", WORKSPACE=TABLE, OUTPUT="memory:")
        self.refused("GEOMETRY", name="geocode", INPUT=TABLE, TEXT="xa", GEOMETRY="cube",
                     WORKSPACE=WORKSPACE, OUTPUT="memory:")

    def test_a_day_that_is_none_is_found_before_an_older_result_is_emptied(self):
        older = {**COLUMNS, "OUTPUT": path("cũ.gpkg"), "UNMATCHED_ROWS": path("lạ.csv")}
        self.assertEqual(len(Run("geocode", **older).rows()), 5)
        table = write("ngày.csv", "xa,ngay\n" + "Bản Bo,2022-12-31\n" * 3 + "Bản Bo,hôm qua\n")
        for name, more in (("geocode", {}), ("convert", {"TO": "2025-07-01"})):
            self.refused("ngày", "row 5", "'hôm qua'", name=name, INPUT=table, TEXT="xa",
                         DAY="ngay", WORKSPACE=WORKSPACE, OUTPUT=older["OUTPUT"],
                         UNMATCHED_ROWS=older["UNMATCHED_ROWS"], **more)
        self.assertEqual(QgsVectorLayer(older["OUTPUT"], "cũ", "ogr").featureCount(), 5)
        with open(older["UNMATCHED_ROWS"], encoding="utf-8") as text:
            self.assertIn("Lạ", text.read())

    def test_days_are_read_as_people_write_them(self):
        for day in ("31/12/2022", "31.12.2022", "2022-12-31", QDate(2022, 12, 31)):
            self.assertEqual(Run("geocode", **{**COLUMNS, "AS_OF": day})["MATCHED"], 4, day)
        self.assertEqual(Run("convert", TO="1/7/2025", **COLUMNS).rows()[1]["new_code"], "03390")

    def test_says_what_may_stand_where_a_day_or_a_choice_is_asked_for(self):
        for day in ("hôm qua", "31/02/2022", "2022"):
            self.refused("AS_OF", f"'{day}'", "YYYY-MM-DD", "DD/MM/YYYY", name="geocode",
                         **{**COLUMNS, "AS_OF": day})
        self.refused("LEVEL", "'xa'", "province, district, commune", name="geocode", LEVEL="xa",
                     **COLUMNS)

    def test_stops_when_it_is_cancelled(self):
        table = write("dài.csv", "so,xa\n" + "1,xã Bình Lư\n" * 20000)
        run = Run("geocode", cancel_at=20, INPUT=table, TEXT="xa", AS_OF="2022-12-31",
                  CONTEXT="tỉnh Lai Châu", WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.assertTrue(0 < len(run.rows()) < 20000)

    def test_without_a_workspace_the_packaged_data_are_used_and_that_is_said(self):
        given = {**COLUMNS, "WORKSPACE": None}
        run = Run("geocode", **given)
        self.assertEqual(run["MATCHED"], 4)
        self.assertIn("packaged data", run.log)


class Convert(PlaceCase):
    def expected(self, *more):
        return rows_of_csv(terroir("-w", WORKSPACE, "convert", TABLE, "--columns", "tinh,huyen,xa",
                                   "--as-of", "2022-12-31", "--to", "2025-07-01", *more))

    def test_joins_the_new_units_of_a_row_as_the_command_line_does(self):
        run = Run("convert", TO="2025-07-01", **COLUMNS)
        expected = self.expected()
        self.compare(run.rows(), expected, ["new_code", "new_name", "kind", "decree"])
        self.assertEqual([row["share"] or "" for row in run.rows()],
                         [row["share"] for row in expected])
        self.assertEqual(run.layer().wkbType(), QgsWkbTypes.MultiPoint)

    def test_gives_each_new_unit_a_row_with_its_share_as_a_number(self):
        run = Run("convert", TO="2025-07-01", EXPLODE=True, GEOMETRY="boundary", **COLUMNS)
        self.compare(run.rows(), self.expected("--explode"),
                     ["new_code", "new_name", "share", "kind", "decree"])
        parts = [row for row in run.rows() if row["ten"] == "Mận"]
        self.assertEqual(len(parts), 2)
        self.assertAlmostEqual(sum(row["share"] for row in parts), 1, places=3)
        self.assertEqual({row["share_estimated"] for row in parts}, {False})

    def test_the_ground_of_several_units_is_one_shape(self):
        layer = Run("convert", TO="2025-07-01", GEOMETRY="boundary", **COLUMNS).layer()
        split = next(f for f in layer.getFeatures() if f["ten"] == "Mận")
        self.assertEqual(split["new_code"].count("|"), 1)
        self.assertTrue(split.geometry().isGeosValid())

    def test_refuses_a_day_before_the_list_begins(self):
        self.refused("before 2004-01-01", name="convert", TO="1999-01-01", **COLUMNS)


REPORT = "Tại các xã Bản Bo, Nà Tăm (huyện Tam Đường); lợn Móng Cái"


class Places(PlaceCase):
    def test_gives_a_row_for_each_place_of_each_text(self):
        table = write("bao-cao.csv", f'so,noi_dung\n1,"{REPORT}"\n2,không có gì\n')
        run = Run("places", INPUT=table, TEXT="noi_dung", AS_OF="2022-12-31", WORKSPACE=WORKSPACE,
                  OUTPUT="memory:")
        rows = run.rows()
        expected = rows_of_csv(terroir("-w", WORKSPACE, "places", "--text", REPORT, "--as-of",
                                       "2022-12-31"))
        self.assertEqual(run["PLACES"], len(expected))
        self.assertEqual([row["so"] for row in rows], ["1"] * len(expected))
        for column in ("start", "end", "line", "group"):
            self.assertEqual([str(row[column] or "") for row in rows],
                             [row[column] for row in expected], column)
        self.compare(rows, expected, ["text", "status", "unit_code", "unit_name", "reasons"])
        self.refused("no field 'khong'", name="places", INPUT=table, TEXT="khong",
                     WORKSPACE=WORKSPACE, OUTPUT="memory:")

    def test_stands_in_expressions(self):
        expression = QgsExpression(
            "array_foreach(terroir_places('xã Bản Bo, huyện Tam Đường', '2022-12-31'), "
            "@element['unit_code'])")
        self.assertEqual(expression.evaluate(), ["03424", "106"])
        wrong = QgsExpression("terroir_places('xã Bản Bo', '31/13/2022')")
        wrong.evaluate()
        self.assertIn("is not a day", wrong.evalErrorString())


if __name__ == "__main__":
    main()
