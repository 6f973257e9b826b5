"""`joinrecords` and `aggregatepoints`: the figures that the command line and the reports give."""
import os
import random
import unittest

from qgis.core import (QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeature,
                       QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer, QgsWkbTypes)

from algorithms import SHARED, Case, Refused, Run, main, path, rows_of_csv, terroir, write

WORKSPACE = path("w.sqlite")
terroir("-q", "-w", WORKSPACE, "init")
DISTRICT = "huyện Tam Đường, tỉnh Lai Châu"


def join(**parameters):
    return Run("joinrecords", WORKSPACE=WORKSPACE,
               **{"OUTPUT": "memory:", "NOT_ATTRIBUTED": "memory:", "AS_OF": "2022-04-15",
                  **parameters})


class Page(Case):
    def test_writes_the_maps_of_themes_with_their_records_into_one_file(self):
        file = path("trang.html")
        run = Run("page", WORKSPACE=WORKSPACE, THEMES="livestock, plantings", WITHIN=DISTRICT,
                  AS_OF="2022-04-15", OUTPUT=file)
        self.assertEqual(run["MAPS"], 2)
        self.assertGreater(run["RECORDS"], 10)
        with open(file, encoding="utf-8") as page:
            text = page.read()
        terroir("-q", "-w", WORKSPACE, "page", "livestock", "plantings", "--within", DISTRICT,
                "--as-of", "2022-04-15", "-o", path("terroir.html"))
        with open(path("terroir.html"), encoding="utf-8") as page:
            self.assertEqual(text, page.read(), "as the command line writes it")

    def test_an_unknown_theme_is_refused_with_the_nearest(self):
        with self.assertRaises(Refused) as refused:
            Run("page", WORKSPACE=WORKSPACE, THEMES="livestok", OUTPUT=path("x.html"))
        self.assertIn("livestock", str(refused.exception))
        self.assertFalse(os.path.exists(path("x.html")))


class JoinRecords(Case):
    def test_gives_the_figures_behind_the_map_of_livestock(self):
        run = join(KIND="livestock", INDICATOR="farms", CATEGORY="cattle_over_15",
                   WITHIN=DISTRICT)
        table = rows_of_csv(terroir("-w", WORKSPACE, "table", "livestock"))
        column = "Buffalo and cattle, over 15 head (farms)"
        expected = {row["code"]: float(row[column]) if row[column] else None
                    for row in table if row["row"] == "unit"}
        self.assertEqual({row["code"]: row["value"] for row in run.rows()}, expected)
        self.assertEqual((run["TOTAL"], run["ATTRIBUTED"], run["NOT_ATTRIBUTED_TOTAL"]), (9, 9, 0))
        self.assertEqual(run["UNIT"], "cơ sở")
        self.assertIn("stated by a report, not added: 9", run.log)

    def test_no_data_is_NULL_with_no_records_and_every_unit_has_its_shape(self):
        run = join(KIND="livestock", INDICATOR="farms", CATEGORY="cattle_over_15",
                   WITHIN=DISTRICT)
        without = [row for row in run.rows() if row["value"] is None]
        self.assertEqual(len(run.rows()), 13)
        self.assertEqual(len(without), 9)
        self.assertEqual({row["records"] for row in without}, {0})
        for feature in run.layer().getFeatures():
            self.assertGreater(feature.geometry().area(), 0)
            self.assertEqual(feature["boundary"], "approximate")

    def test_what_belongs_to_several_units_stands_once_and_is_not_divided(self):
        run = join(KIND="planting", INDICATOR="area", WITHIN=DISTRICT)
        table = rows_of_csv(terroir("-w", WORKSPACE, "table", "plantings"))
        figures = [name for name in table[0] if "(ha" in name]
        left = [row for row in table if row["row"] == "not_attributed"]
        self.assertGreater(len(left), 0)
        self.assertEqual(len(run.rows("NOT_ATTRIBUTED")), len(left))
        expected = sum(float(row[name]) for row in left for name in figures if row[name])
        self.assertAlmostEqual(run["NOT_ATTRIBUTED_TOTAL"], expected)
        self.assertAlmostEqual(run["TOTAL"], run["ATTRIBUTED"] + run["NOT_ATTRIBUTED_TOTAL"])
        for row in run.rows("NOT_ATTRIBUTED"):
            self.assertTrue(row["holder"] and row["sources"] and row["reason_text"])
            self.assertNotEqual(row["reason"], row["reason_text"])

    def test_old_figures_are_shown_on_the_units_of_today(self):
        run = join(KIND="livestock", INDICATOR="farms", AS_OF="2025-07-01",
                   WITHIN="tỉnh Lai Châu")
        self.assertEqual(run["TOTAL"], 21)
        self.assertEqual(len(run.rows()), 38)
        self.assertEqual({row["parent"] for row in run.rows()}, {"tỉnh Lai Châu"})

    def test_a_table_of_ones_own_is_read_the_Vietnamese_way_and_not_stored(self):
        table = write("Khảo nghiệm lúa 2021.csv", """Cây trồng;Xã;Diện tích (ha);Năm
Lúa Séng cù;xã Bản Bo;2.112,5;2021
Lúa Tẻ râu;xã Bình Lư;1.947;2021
Lúa;Khun Há;trên 3;2021
Ngô;Không Tên;2;2021
;Sơn Bình;1;2021
""")
        given = {"TABLE": table, "KIND": "trial", "TERRITORY": DISTRICT, "SOURCE_DATE": "2021",
                 "AS_OF": "2021-12-31", "WITHIN": DISTRICT}
        run = join(REPORT="memory:", **given)
        values = {row["name"]: (row["value"], row["mark"], row["sources"])
                  for row in run.rows() if row["value"] is not None}
        self.assertEqual(values, {
            "Bản Bo": (2112.5, None, "Khảo nghiệm lúa 2021: line 2"),
            "Bình Lư": (1947, None, "Khảo nghiệm lúa 2021: line 3"),
            "Khun Há": (3, "≥", "Khảo nghiệm lúa 2021: line 4")})
        self.assertEqual([row["outcome"] for row in run.rows("REPORT")],
                         ["accepted"] * 3 + ["doubtful", "refused"])
        self.assertIn("3 rows accepted, 1 doubtful, 1 refused.", run.log)
        self.assertIn("1 records have no place that is settled", run.log)
        self.assertNotIn("lua", terroir("-w", WORKSPACE, "info"))
        everywhere = join(**{**given, "WITHIN": None})
        self.assertEqual(everywhere["NOT_ATTRIBUTED_TOTAL"], 2)

    def test_columns_with_other_names_are_named(self):
        table = write("bang.csv", "Thứ;Chỗ;Rộng\nChè;xã Bản Bo;5\n")
        run = join(TABLE=table, KIND="trial", TERRITORY=DISTRICT, AS_OF="2021-12-31",
                   COLUMNS="subject=Thứ; place=Chỗ; area=Rộng", WITHIN=DISTRICT)
        self.assertEqual(run["TOTAL"], 5)
        self.refused("COLUMNS", "Thứ", name="joinrecords", TABLE=table, KIND="trial",
                     COLUMNS="Thứ", WORKSPACE=WORKSPACE, OUTPUT="memory:")

    def test_counts_and_subjects_need_no_indicator_but_a_sum_does(self):
        self.assertGreater(join(KIND="model", MEASURE="subjects")["TOTAL"], 0)
        self.assertGreater(join(KIND="livestock", MEASURE="count")["TOTAL"], 0)
        self.refused("farms, herd_per_batch", "INDICATOR", name="joinrecords", KIND="livestock",
                     WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.assertIn("may overlap", join(KIND="livestock", INDICATOR="farms").log)

    def test_refuses_an_indicator_or_category_that_there_is_not_and_names_those_there_are(self):
        given = {"WORKSPACE": WORKSPACE, "OUTPUT": "memory:"}
        self.refused("INDICATOR", "'nope'", "'livestock'", "there are: ", "farms", "herd_per_batch",
                     name="joinrecords", KIND="livestock", INDICATOR="nope", **given)
        self.refused("CATEGORY", "'nope'", "there are: ", "cattle_over_15", name="joinrecords",
                     KIND="livestock", INDICATOR="farms", CATEGORY="nope", **given)
        self.refused("INDICATOR", "'nope'", "choose KIND first", name="joinrecords",
                     INDICATOR="nope", **given)

    def test_a_sum_of_all_kinds_asks_for_the_kind_first(self):
        with self.assertRaises(Refused) as caught:
            join()
        self.assertIn("KIND first", str(caught.exception))
        self.assertIn("livestock", str(caught.exception))
        self.assertNotIn("herd_per_batch", str(caught.exception))

    def test_years_and_places_that_make_no_sense_are_refused(self):
        self.refused("YEAR_FROM 2022 is after YEAR_TO 2020", name="joinrecords", KIND="livestock",
                     MEASURE="count", YEAR_FROM=2022, YEAR_TO=2020, WORKSPACE=WORKSPACE,
                     OUTPUT="memory:")
        self.refused("WITHIN 'Atlantis'", name="joinrecords", KIND="livestock", MEASURE="count",
                     WITHIN="Atlantis", WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.refused("no district on 2025-07-01", name="joinrecords", KIND="livestock",
                     MEASURE="count", LEVEL="district", AS_OF="2025-07-01", WORKSPACE=WORKSPACE,
                     OUTPUT="memory:")

    def test_a_refusal_leaves_an_older_report_as_it_is(self):
        table = write("lúa.csv", "Cây trồng;Xã;Diện tích (ha)\nLúa;xã Bản Bo;1\n")
        older = write("từng dòng.csv", "row\ncũ\n")
        self.refused("YEAR_FROM", name="joinrecords", TABLE=table, KIND="trial",
                     TERRITORY=DISTRICT, YEAR_FROM=2022, YEAR_TO=2020, WORKSPACE=WORKSPACE,
                     OUTPUT="memory:", REPORT=older)
        with open(older, encoding="utf-8") as text:
            self.assertEqual(text.read(), "row\ncũ\n")

    def test_of_years_without_records_nothing_is_said_but_that_there_are_none(self):
        run = join(KIND="livestock", MEASURE="count", YEAR_FROM=1950)
        self.assertEqual(run["TOTAL"], 0)
        self.assertIn("no such records", run.log)


def points(crs, positions, kind="Point", names=()):
    """A layer of things with a number `ha`; positions are lists of lon, lat."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=ten:string&field=ha:double", "điểm", "memory")
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs(),
                                   QgsProject.instance())
    for number, position in enumerate(positions):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"{number}", None if number % 4 == 3 else number * 0.5])
        moved = [there.transform(QgsPointXY(*point)) for point in position]
        feature.setGeometry(QgsGeometry.fromMultiPointXY(moved) if kind == "MultiPoint"
                            else QgsGeometry.fromPointXY(moved[0]))
        layer.dataProvider().addFeature(feature)
    return layer


def some_positions(count):
    chance = random.Random(7)
    return [[(chance.uniform(102.3, 104.0), chance.uniform(21.6, 22.8))] for _ in range(count)]


class AggregatePoints(Case):
    def compare(self, workspace, positions):
        """That points in VN-2000 are counted where `reverse` says that they lie."""
        run = Run("aggregatepoints", INPUT=points("EPSG:9205", positions), FIELDS=["ha"],
                  AS_OF="2025-07-01", WORKSPACE=workspace, OUTPUT="memory:",
                  NOT_LOCATED="memory:")
        table = write("p.csv", "lon,lat\n" + "".join(f"{p[0][0]!r},{p[0][1]!r}\n"
                                                     for p in positions))
        expected = {}
        for number, row in enumerate(rows_of_csv(terroir("-w", workspace, "reverse", table,
                                                         "--as-of", "2025-07-01"))):
            if row["status"] == "matched":
                expected.setdefault(row["unit_code"], []).append(number)
        counted = {row["code"]: row for row in run.rows() if row["count"] > 0}
        self.assertEqual({code: row["count"] for code, row in counted.items()},
                         {code: len(numbers) for code, numbers in expected.items()})
        for code, numbers in expected.items():
            values = [number * 0.5 for number in numbers if number % 4 != 3]
            if values:
                self.assertAlmostEqual(counted[code]["ha_sum"], sum(values))
                self.assertAlmostEqual(counted[code]["ha_mean"], sum(values) / len(values))
                self.assertEqual(counted[code]["ha_min"], min(values))
                self.assertEqual(counted[code]["ha_max"], max(values))
            else:
                self.assertIsNone(counted[code]["ha_sum"])
        self.assertEqual(run["LOCATED"] + run["NOT_LOCATED_COUNT"], len(positions))
        self.assertEqual(len(run.rows("NOT_LOCATED")), run["NOT_LOCATED_COUNT"])
        return run

    def test_counts_and_sums_points_of_VN_2000_by_approximate_boundaries(self):
        run = self.compare(WORKSPACE, some_positions(300))
        self.assertEqual(run["APPROXIMATE"], run["LOCATED"])
        self.assertEqual({row["boundary"] for row in run.rows()}, {"approximate"})
        self.assertIn("approximate boundaries", run.log)
        self.assertGreater(run["NOT_LOCATED_COUNT"], 0)
        empty = [row for row in run.rows() if row["count"] == 0]
        self.assertGreater(len(empty), 0)
        self.assertEqual({row["ha_sum"] for row in empty}, {None})
        self.assertEqual(run.layer("NOT_LOCATED").crs().authid(), "EPSG:9205")

    @unittest.skipUnless(SHARED, "needs real polygons: $TERROIR_SHARED")
    def test_counts_points_by_official_boundaries_and_says_which_are_approximate(self):
        workspace = path("official.sqlite")
        terroir("-q", "-w", workspace, "init")
        polygons = os.path.join(SHARED, "boundaries", "boundaries_laichau_sonla.gpkg")
        terroir("-q", "-w", workspace, "boundaries", "import", polygons, "--layer", "wards_2025",
                "--valid-from", "2025-07-01")
        run = self.compare(workspace, some_positions(300))
        self.assertTrue(0 < run["APPROXIMATE"] < run["LOCATED"])
        for row in run.rows():
            official = row["parent"] in ("tỉnh Lai Châu", "tỉnh Sơn La")
            self.assertEqual(row["boundary"], "official" if official else "approximate")
            if official:
                self.assertEqual(row["approximate"], 0)

    def test_a_multipoint_counts_once_and_only_where_it_lies_in_one_unit(self):
        inside, near, elsewhere = (103.7226, 22.2931), (103.7227, 22.2932), (103.3, 22.5)
        layer = points("EPSG:4326", [[inside, near], [inside, elsewhere], [inside, (100, 10)]],
                       "MultiPoint")
        run = Run("aggregatepoints", INPUT=layer, AS_OF="2025-07-01", WORKSPACE=WORKSPACE,
                  OUTPUT="memory:", NOT_LOCATED="memory:")
        self.assertEqual({row["name"]: row["count"] for row in run.rows() if row["count"]},
                         {"Bản Bo": 1})
        self.assertEqual({row["ten"]: row["reason"] for row in run.rows("NOT_LOCATED")},
                         {"1": "in several units", "2": "in no unit"})

    def test_within_an_area_all_its_units_are_shown_and_no_others(self):
        positions = [[(103.7226, 22.2931)], [(103.3, 22.5)]]
        run = Run("aggregatepoints", INPUT=points("EPSG:4326", positions), AS_OF="2022-12-31",
                  WITHIN=DISTRICT, WORKSPACE=WORKSPACE, OUTPUT="memory:", NOT_LOCATED="memory:")
        self.assertEqual(len(run.rows()), 13)
        self.assertEqual(run["LOCATED"], 1)
        self.assertEqual([row["reason"] for row in run.rows("NOT_LOCATED")], ["outside the area"])

    def test_a_layer_without_points_that_can_be_read_gives_the_reason(self):
        layer = points("EPSG:4326", [[(103.7226, 22.2931)]])
        empty = QgsFeature(layer.fields())
        layer.dataProvider().addFeature(empty)
        run = Run("aggregatepoints", INPUT=layer, AS_OF="2025-07-01", WORKSPACE=WORKSPACE,
                  OUTPUT="memory:", NOT_LOCATED="memory:")
        self.assertEqual([row["reason"] for row in run.rows("NOT_LOCATED")],
                         ["no coordinates that can be read"])

    def test_refuses_fields_that_are_none_or_hold_no_numbers(self):
        given = {"INPUT": points("EPSG:4326", [[(103.7226, 22.2931)]]), "WORKSPACE": WORKSPACE,
                 "AS_OF": "2025-07-01", "OUTPUT": "memory:"}
        self.refused("no field 'khong'", "numeric fields are: ha", name="aggregatepoints",
                     FIELDS=["ha", "khong"], **given)
        self.refused("'ten'", "no numbers", "ha", name="aggregatepoints", FIELDS=["ten"], **given)
        self.assertEqual(Run("aggregatepoints", FIELDS=["ha"], **given)["LOCATED"], 1)

    def test_refuses_what_is_no_layer_of_points(self):
        for kind in ("Polygon", "LineString", "None"):
            layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&field=ha:double", "thửa", "memory")
            self.refused("'thửa'", "no points", name="aggregatepoints", INPUT=layer,
                         AS_OF="2025-07-01", WORKSPACE=WORKSPACE, OUTPUT="memory:")

    def test_refuses_a_layer_without_a_CRS_and_a_level_that_is_no_more(self):
        layer = QgsVectorLayer("Point?field=ten:string", "không hệ", "memory")
        layer.setCrs(QgsCoordinateReferenceSystem())
        self.refused("không hệ", "no CRS", name="aggregatepoints", INPUT=layer,
                     WORKSPACE=WORKSPACE, OUTPUT="memory:")
        self.refused("no district", name="aggregatepoints", INPUT=points("EPSG:4326", []),
                     LEVEL="district", AS_OF="2025-07-01", WORKSPACE=WORKSPACE, OUTPUT="memory:")


if __name__ == "__main__":
    main()
