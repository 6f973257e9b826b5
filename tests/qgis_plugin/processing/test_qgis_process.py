"""Every algorithm as a script runs it: qgis_process with a profile that nobody has used, the library
started by the Python plugin. And two of them in a model."""
import json
import os
import shutil
import subprocess
import sys
import unittest

from algorithms import Case, PROGRAM, main, path, rows_of_csv, terroir, write

from qgis.core import (QgsProcessingModelAlgorithm, QgsProcessingModelChildAlgorithm,
                       QgsProcessingModelChildParameterSource, QgsProcessingModelOutput,
                       QgsProcessingModelParameter, QgsProcessingParameterFeatureSource)

if shutil.which("qgis_process.bin") is None:
    print("skipped: qgis_process is not installed")
    sys.exit(77)

DISTRICT = "huyện Tam Đường, tỉnh Lai Châu"
ENVIRONMENT = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": path("script profile"),
               "QGIS_PLUGINPATH": os.environ["TERROIR_QGIS_PYTHON"]}
TABLE = write("điểm.csv", "xa,ha\n\"xã Bản Bo, huyện Tam Đường\",2.5\nxã Bình Lư,1\n")
WORKSPACE = path("w.sqlite")
# A theme of given breaks: 0, 1, 2 and 5 ha.
AREAS = os.path.join(os.path.dirname(__file__), "..", "..", "data", "themes",
                     "areas-by-class.theme.json")


def qgis_process(*arguments):
    return subprocess.run(["qgis_process.bin", *arguments], env=ENVIRONMENT, capture_output=True,
                          text=True, timeout=120)


def run(name, **parameters):
    done = qgis_process("run", name, "--json", "--",
                        *(f"{key}={value}" for key, value in parameters.items()))
    if done.returncode != 0:
        raise AssertionError(done.stdout + done.stderr)
    return json.loads(done.stdout)["results"]


class QgisProcess(Case):
    @classmethod
    def setUpClass(cls):
        enabled = qgis_process("plugins", "enable", "terroir_qgis")
        assert enabled.returncode == 0, enabled.stderr
        run("terroir:createworkspace", OUTPUT=WORKSPACE)

    def test_geocode(self):
        results = run("terroir:geocode", INPUT=TABLE, TEXT="xa", AS_OF="2022-12-31",
                      CONTEXT=DISTRICT, GEOMETRY="none", WORKSPACE=WORKSPACE,
                      OUTPUT=path("g.csv"))
        self.assertEqual(results["MATCHED"], 2)
        with open(path("g.csv"), encoding="utf-8") as text:
            self.assertEqual([row["unit_code"] for row in rows_of_csv(text.read())],
                             ["03424", "03412"])

    def test_convert(self):
        results = run("terroir:convert", INPUT=TABLE, TEXT="xa", AS_OF="2022-12-31",
                      TO="2025-07-01", CONTEXT=DISTRICT, GEOMETRY="none", WORKSPACE=WORKSPACE,
                      OUTPUT=path("c.csv"))
        self.assertEqual(results["MATCHED"], 2)
        with open(path("c.csv"), encoding="utf-8") as text:
            self.assertEqual([row["new_code"] for row in rows_of_csv(text.read())],
                             ["03424", "03390"])

    def test_joinrecords_and_importboundaries_refuse_and_do(self):
        results = run("terroir:joinrecords", KIND="livestock", INDICATOR="farms",
                      AS_OF="2022-04-15", WITHIN=DISTRICT, WORKSPACE=WORKSPACE,
                      OUTPUT=path("j.gpkg"), NOT_ATTRIBUTED=path("n.csv"))
        self.assertEqual((results["TOTAL"], results["NOT_ATTRIBUTED_TOTAL"]), (21, 0))
        refused = qgis_process("run", "terroir:importboundaries", "--", "WORKSPACE=" + WORKSPACE,
                               "INPUT=" + path("j.gpkg"), "VALID_FROM=2022-12-31")
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("approximate cells", refused.stdout + refused.stderr)

    def test_a_choice_is_an_id_a_word_or_a_number(self):
        totals = [run("terroir:joinrecords", KIND=kind, INDICATOR="farms", LEVEL=level,
                      AS_OF="2022-12-31", WITHIN=DISTRICT, WORKSPACE=WORKSPACE,
                      OUTPUT=path(f"choice{number}.gpkg"))["TOTAL"]
                  for number, (kind, level) in enumerate(
                      (("livestock", "commune"), ("livestock", "2"), ("livestock", "xã")))]
        self.assertGreater(totals[0], 0)
        self.assertEqual(totals, [totals[0]] * 3)

    def test_aggregatepoints(self):
        run("terroir:geocode", INPUT=TABLE, TEXT="xa", AS_OF="2022-12-31", CONTEXT=DISTRICT,
            WORKSPACE=WORKSPACE, OUTPUT=path("p.gpkg"))
        results = run("terroir:aggregatepoints", INPUT=path("p.gpkg"), AS_OF="2022-12-31",
                      WITHIN=DISTRICT, WORKSPACE=WORKSPACE, OUTPUT=path("a.csv"))
        self.assertEqual((results["LOCATED"], results["NOT_LOCATED_COUNT"]), (2, 0))

    def test_importrecords_and_check(self):
        file = shutil.copy(WORKSPACE, path("own.sqlite"))
        table = write("cua toi.csv", "Cây trồng;Xã;Diện tích (ha)\nChè;xã Bản Bo;5\n")
        results = run("terroir:importrecords", WORKSPACE=file, INPUT=table, KIND="trial",
                      TERRITORY=DISTRICT)
        self.assertEqual((results["ACCEPTED"], results["SOURCE"]), (1, "cua-toi"))
        results = run("terroir:check", WORKSPACE=file, OUTPUT=path("check.csv"))
        self.assertEqual(results["ERRORS"], 0)

    def test_savetheme_reads_the_style_that_applytheme_stored_with_a_file(self):
        for suffix, of_layer in ((".gpkg", "|layername=ca"), (".shp", "")):
            run("terroir:applytheme", THEME_FILE=AREAS, WORKSPACE=WORKSPACE,
                OUTPUT=path("ca" + suffix))
            file = path(suffix[1:] + ".theme.json")
            results = run("terroir:savetheme", INPUT=path("ca" + suffix) + of_layer, OUTPUT=file)
            self.assertEqual(results["ID"], suffix[1:])
            with open(file, encoding="utf-8") as text:
                saved = json.load(text)
            self.assertEqual(saved["layers"][0]["series"][0]["selection"]["kinds"], ["planting"])
            self.assertEqual(saved["layers"][0]["classes"]["breaks"], [0, 1, 2, 5])

    def test_classify_writes_its_style_or_says_that_nothing_is_kept(self):
        run("terroir:geocode", INPUT=TABLE, TEXT="xa", AS_OF="2022-12-31", CONTEXT=DISTRICT,
            WORKSPACE=WORKSPACE, OUTPUT=path("k.gpkg"))
        given = ["run", "terroir:classify", "--", "INPUT=" + path("k.gpkg"), "FIELD=ha"]
        done = qgis_process(*given)
        self.assertEqual(done.returncode, 0)
        self.assertIn("give a file QML", done.stdout + done.stderr)
        done = qgis_process(*given, "QML=" + path("k.qml"))
        self.assertNotIn("give a file QML", done.stdout + done.stderr)
        with open(path("k.qml"), encoding="utf-8") as text:
            self.assertIn("graduatedSymbol", text.read())
        done = qgis_process(*given, "QML=" + path("không có/k.qml"))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("cannot be written", done.stdout + done.stderr)

    def test_a_model_of_two_of_them(self):
        model = QgsProcessingModelAlgorithm("điểm theo xã", "terroir")
        model.addModelParameter(QgsProcessingParameterFeatureSource("bang", "Bảng"),
                                QgsProcessingModelParameter("bang"))
        static = QgsProcessingModelChildParameterSource.fromStaticValue
        find = QgsProcessingModelChildAlgorithm("terroir:geocode")
        find.setChildId("tim")
        for name, value in {"TEXT": "xa", "AS_OF": "2022-12-31", "CONTEXT": DISTRICT,
                            "GEOMETRY": "point", "WORKSPACE": WORKSPACE}.items():
            find.addParameterSources(name, [static(value)])
        find.addParameterSources(
            "INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("bang")])
        model.addChildAlgorithm(find)
        count = QgsProcessingModelChildAlgorithm("terroir:aggregatepoints")
        count.setChildId("dem")
        for name, value in {"AS_OF": "2022-12-31", "WITHIN": DISTRICT,
                            "WORKSPACE": WORKSPACE}.items():
            count.addParameterSources(name, [static(value)])
        count.addParameterSources(
            "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("tim", "OUTPUT")])
        found = QgsProcessingModelOutput("theo_xa", "Theo xã")
        found.setChildId("dem")
        found.setChildOutputName("OUTPUT")
        count.setModelOutputs({"theo_xa": found})
        model.addChildAlgorithm(count)
        model.updateDestinationParameters()
        file = path("điểm theo xã.model3")
        self.assertTrue(model.toFile(file))
        results = run(file, bang=TABLE, **{"dem:theo_xa": path("theo-xa.csv")})
        self.assertIn("dem:theo_xa", results)
        with open(path("theo-xa.csv"), encoding="utf-8") as text:
            counts = {row["code"]: int(row["count"]) for row in rows_of_csv(text.read())}
        self.assertEqual({code: n for code, n in counts.items() if n}, {"03412": 1, "03424": 1})
        self.assertEqual(len(counts), 13)

    def test_a_refusal_is_a_sentence_and_an_exit_code(self):
        done = qgis_process("run", "terroir:geocode", "--", "INPUT=" + TABLE, "TEXT=xa",
                            "CONTEXT=Atlantis", "WORKSPACE=" + WORKSPACE,
                            "OUTPUT=" + path("x.gpkg"))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("CONTEXT 'Atlantis'", done.stdout + done.stderr)
        self.assertNotIn("Traceback", done.stdout + done.stderr)


if __name__ == "__main__":
    main()
