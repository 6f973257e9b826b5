"""`createworkspace`, `importrecords`, `importboundaries`, `check`: what is written, and what not."""
import os
import shutil
import unittest

from qgis.core import QgsFeature, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from algorithms import SHARED, Case, Refused, Run, main, path, rows_of_csv, terroir, write

DISTRICT = "huyện Tam Đường, tỉnh Lai Châu"
READY = path("ready.sqlite")
Run("createworkspace", OUTPUT=READY)


def workspace(name):
    return shutil.copy(READY, path(name))


def info(file):
    return [row for row in rows_of_csv(terroir("-w", file, "info")) if row["item"] != "file"]


class CreateWorkspace(Case):
    def test_makes_what_the_command_line_makes(self):
        other = path("other.sqlite")
        terroir("-q", "-w", other, "init")
        self.assertEqual(info(READY), info(other))

    def test_may_leave_the_records_out(self):
        run = Run("createworkspace", OUTPUT=path("bare.sqlite"), RECORDS=False)
        self.assertEqual(run["RECORD_COUNT"], 0)
        self.assertGreater(run["UNITS"], 17000)

    def test_replaces_packaged_data_but_own_work_only_when_told(self):
        file = workspace("own.sqlite")
        Run("createworkspace", OUTPUT=file)
        table = write("cua toi.csv", "Cây trồng;Xã;Diện tích (ha)\nChè;xã Bản Bo;5\n")
        Run("importrecords", WORKSPACE=file, INPUT=table, KIND="trial", TERRITORY=DISTRICT)
        self.refused("1 imported sources", "DISCARD", name="createworkspace", OUTPUT=file)
        Run("createworkspace", OUTPUT=file, DISCARD=True)
        self.assertEqual(info(file), info(READY))

    def test_leaves_a_file_alone_that_is_no_workspace(self):
        file = write("thư.txt", "của người khác")
        self.refused("thư.txt", "left as it is", name="createworkspace", OUTPUT=file)
        with open(file, encoding="utf-8") as text:
            self.assertEqual(text.read(), "của người khác")


TABLE = write("Chè 2021.csv", """Cây trồng;Xã;Diện tích (ha);Năm
Chè;xã Bản Bo;12,5;2021
Chè;Không Tên;2;2021
;xã Bình Lư;1;2021
""")


class ImportRecords(Case):
    def take(self, file, **more):
        return Run("importrecords", WORKSPACE=file, INPUT=TABLE, KIND="trial", TERRITORY=DISTRICT,
                   REPORT="memory:", **more)

    def test_stores_the_rows_and_says_what_became_of_each(self):
        file = workspace("records.sqlite")
        run = self.take(file)
        self.assertEqual([run[name] for name in ("ACCEPTED", "DOUBTFUL", "REFUSED", "OPEN_PLACES")],
                         [1, 1, 1, 1])
        self.assertEqual([row["outcome"] for row in run.rows("REPORT")],
                         ["accepted", "doubtful", "refused"])
        self.assertEqual(run["WORKSPACE"], file)
        joined = Run("joinrecords", WORKSPACE=file, KIND="trial", INDICATOR="area",
                     WITHIN=DISTRICT, AS_OF="2021-12-31", YEAR_FROM=2021, OUTPUT="memory:")
        self.assertEqual({row["name"]: row["value"] for row in joined.rows() if row["value"]},
                         {"Bản Bo": 12.5})

    def test_the_same_table_again_is_refused_or_replaces(self):
        file = workspace("twice.sqlite")
        self.take(file)
        before = info(file)
        self.refused("imported before", "REPLACE", name="importrecords", WORKSPACE=file,
                     INPUT=TABLE, KIND="trial", TERRITORY=DISTRICT)
        self.take(file, REPLACE=True)
        self.assertEqual(info(file), before)

    def test_warns_where_QGIS_took_Vietnamese_numbers_for_decimals(self):
        table = write("so.csv", "Cây trồng,Xã,Diện tích (ha)\nChè,xã Bản Bo,1.947\n")
        layer = QgsVectorLayer(f"file://{table}?type=csv&detectTypes=yes&geomType=none",
                               "so", "delimitedtext")
        given = {"WORKSPACE": READY, "KIND": "trial", "TERRITORY": DISTRICT, "DRY_RUN": True}
        self.assertIn("Diện tích (ha)", Run("importrecords", INPUT=layer, **given).log)
        self.assertNotIn("decimal point", Run("importrecords", INPUT=table, **given).log)

    def test_only_trying_writes_nothing(self):
        file = workspace("dry.sqlite")
        self.take(file, DRY_RUN=True)
        self.assertEqual(info(file), info(READY))

    def test_refuses_a_table_that_is_none_and_a_workspace_that_nobody_named(self):
        empty = write("trống.csv", "Cây trồng;Xã\n")
        self.refused("trống", "no table is found", name="importrecords", WORKSPACE=READY, INPUT=empty,
                     KIND="trial")
        other = write("khác.csv", "a;b\n1;2\n")
        self.refused("khác", name="importrecords", WORKSPACE=READY, INPUT=other, KIND="trial")
        self.refused("No workspace is chosen", name="importrecords", INPUT=TABLE, KIND="trial")


class ImportBoundaries(Case):
    def cells(self):
        return Run("joinrecords", WORKSPACE=READY, KIND="livestock", INDICATOR="farms",
                   WITHIN=DISTRICT, AS_OF="2022-12-31", OUTPUT="memory:").layer()

    def communes(self):
        """Polygons of a district, as somebody else would give them."""
        layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=code:string&field=name:string",
                               "xã", "memory")
        for cell in self.cells().getFeatures():
            feature = QgsFeature(layer.fields())
            feature.setAttributes([cell["code"], cell["name"]])
            feature.setGeometry(cell.geometry())
            layer.dataProvider().addFeature(feature)
        return layer

    def test_refuses_to_take_its_own_approximate_cells_for_official_ones(self):
        self.refused("approximate cells", "official source", name="importboundaries",
                     WORKSPACE=workspace("cells.sqlite"), INPUT=self.cells(),
                     VALID_FROM="2022-12-31")

    def test_a_refused_import_leaves_an_older_report_as_it_is(self):
        older = write("báo cáo.csv", "kind\ncũ\n")
        self.refused("approximate cells", name="importboundaries",
                     WORKSPACE=workspace("refused.sqlite"), INPUT=self.cells(),
                     VALID_FROM="2022-12-31", REPORT=older)
        with open(older, encoding="utf-8") as text:
            self.assertEqual(text.read(), "kind\ncũ\n")

    def test_a_report_that_cannot_be_written_is_said_with_what_was_done(self):
        file = workspace("unreported.sqlite")
        self.refused("boundaries are imported", "REPORT", name="importboundaries", WORKSPACE=file,
                     INPUT=self.communes(), VALID_FROM="2022-12-31",
                     REPORT=path("không có/báo cáo.csv"))
        self.assertNotEqual(info(file), info(READY))

    def test_a_refusal_names_what_was_given_and_no_temporary_file(self):
        table = write("bảng.csv", "code,name\n1,a\n")
        with self.assertRaises(Refused) as caught:
            Run("importboundaries", WORKSPACE=READY, INPUT=table, VALID_FROM="2022-12-31")
        self.assertIn("bảng", str(caught.exception))
        self.assertNotIn(".gpkg", str(caught.exception))

    def test_takes_polygons_of_a_layer_that_is_in_no_file_and_draws_with_them(self):
        file = workspace("boundaries.sqlite")
        run = Run("importboundaries", WORKSPACE=file, INPUT=self.communes(), CODE="code",
                  NAME="name", LEVEL="commune", VALID_FROM="2022-12-31", REPORT="memory:")
        self.assertEqual((run["READ"], run["MATCHED"]), (13, 13))
        self.assertIn("Read 13 polygons: 13 matched", run.log)
        self.assertEqual(len([row for row in run.rows("REPORT") if row["kind"] == "no-polygon"]),
                         run["WITHOUT"])
        drawn = Run("joinrecords", WORKSPACE=file, KIND="livestock", INDICATOR="farms",
                    WITHIN=DISTRICT, AS_OF="2022-12-31", OUTPUT="memory:")
        self.assertEqual({row["boundary"] for row in drawn.rows()}, {"official"})

    def test_finds_the_layer_in_a_file_of_several(self):
        file = workspace("layers.sqlite")
        gpkg = path("nhieu lop.gpkg")
        layer = self.communes()
        for name in ("khác", "xã"):
            options = QgsVectorFileWriter.SaveVectorOptions()
            options.layerName = name
            if os.path.exists(gpkg):
                options.actionOnExistingFile = QgsVectorFileWriter.CreateOrOverwriteLayer
            QgsVectorFileWriter.writeAsVectorFormatV3(layer, gpkg,
                                                      QgsProject.instance().transformContext(),
                                                      options)
        run = Run("importboundaries", WORKSPACE=file, INPUT=gpkg + "|layername=xã",
                  VALID_FROM="2022-12-31")
        self.assertEqual(run["MATCHED"], 13)

    @unittest.skipUnless(SHARED, "needs real polygons: $TERROIR_SHARED")
    def test_takes_the_real_communes_of_two_provinces(self):
        polygons = os.path.join(SHARED, "boundaries", "boundaries_laichau_sonla.gpkg")
        run = Run("importboundaries", WORKSPACE=workspace("real.sqlite"),
                  INPUT=polygons + "|layername=wards_2025", VALID_FROM="2025-07-01")
        self.assertEqual((run["READ"], run["MATCHED"], run["WITHOUT"]), (113, 113, 0))

    def test_a_cancelled_import_writes_nothing(self):
        file = workspace("cancelled.sqlite")
        run = Run("importboundaries", cancel_at=10, WORKSPACE=file, INPUT=self.communes(),
                  VALID_FROM="2022-12-31")
        self.assertEqual(run.results, {})
        self.assertEqual(info(file), info(READY))

    def test_refuses_a_day_and_a_workspace_that_are_none(self):
        self.refused("before 2004-01-01", name="importboundaries", WORKSPACE=READY,
                     INPUT=self.communes(), VALID_FROM="1999-01-01")
        self.refused("No workspace is chosen", name="importboundaries", INPUT=self.communes())
        self.refused("INPUT", name="importboundaries", WORKSPACE=READY, INPUT=path("nowhere.gpkg"))


class Check(Case):
    def test_finds_what_the_command_line_finds(self):
        run = Run("check", WORKSPACE=READY, OUTPUT="memory:")
        expected = rows_of_csv(terroir("-w", READY, "check"))
        self.assertEqual([row["sentence"] for row in run.rows()],
                         [row["sentence"] for row in expected])
        self.assertEqual(run["ERRORS"] + run["WARNINGS"], len(expected))
        everything = Run("check", WORKSPACE=READY, ALL=True, OUTPUT="memory:")
        self.assertEqual(len(everything.rows()),
                         run["ERRORS"] + run["WARNINGS"] + run["INFOS"])


if __name__ == "__main__":
    main()
