"""`units`: the units of any day as polygons."""
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from algorithms import Case, Run, main, path, rows_of_csv, terroir

WORKSPACE = path("w.sqlite")
terroir("-q", "-w", WORKSPACE, "init")
DISTRICT = "huyện Tam Đường, tỉnh Lai Châu"


def units(**parameters):
    return Run("units", WORKSPACE=WORKSPACE, **{"OUTPUT": "memory:", "LEVEL": "commune",
                                                **parameters})


class Units(Case):
    def test_a_district_of_2022_has_its_13_communes_with_their_keys(self):
        run = units(AS_OF="2022-12-31", WITHIN=DISTRICT)
        expected = {row["uid"] for row in rows_of_csv(terroir(
            "-w", WORKSPACE, "units", "--as-of", "2022-12-31", "--level", "commune", "--within",
            DISTRICT))}
        self.assertEqual({row["uid"] for row in run.rows()}, expected)
        self.assertEqual((run["UNITS"], run["APPROXIMATE"]), (13, 13))
        for row in run.rows():
            self.assertEqual((row["parent"], row["boundary"]), ("huyện Tam Đường", "approximate"))

    def test_the_same_ground_has_the_communes_of_today(self):
        run = units(AS_OF="2026-01-01", WITHIN=DISTRICT)
        self.assertIn("Bình Lư", {row["name"] for row in run.rows()})
        self.assertEqual({row["parent"] for row in run.rows()}, {"tỉnh Lai Châu"})
        self.assertEqual(len(run.rows()), run["UNITS"])

    def test_the_country_has_34_provinces_today_and_63_before(self):
        self.assertEqual(units(LEVEL="province", AS_OF="2026-01-01")["UNITS"], 34)
        self.assertEqual(units(LEVEL="province", AS_OF="2025-06-30")["UNITS"], 63)

    def test_they_look_like_boundaries_with_names_also_from_their_file(self):
        file = path("xa.gpkg")
        run = units(AS_OF="2022-12-31", WITHIN=DISTRICT, OUTPUT=file)
        for layer in (run.layer(), QgsVectorLayer(file, "again", "ogr")):
            look = layer.renderer().symbol().symbolLayer(0)
            self.assertEqual(look.brushStyle(), Qt.NoBrush)
            self.assertEqual(look.strokeStyle(), Qt.DotLine, "approximate")
            self.assertEqual(layer.labeling().settings().fieldName, "name")
            self.assertTrue(layer.labelsEnabled())

    def test_there_are_no_districts_today(self):
        self.refused("district", name="units", WORKSPACE=WORKSPACE, LEVEL="district",
                     AS_OF="2026-01-01", OUTPUT="memory:")

    def test_days_before_the_list_begins_are_refused(self):
        self.refused("2004", name="units", WORKSPACE=WORKSPACE, LEVEL="commune",
                     AS_OF="1999-01-01", OUTPUT="memory:")


main()
