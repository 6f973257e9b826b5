"""`listrecords`: the records that the command line lists, and where they lie themselves."""
from algorithms import Case, Run, main, path, rows_of_csv, terroir, write

WORKSPACE = path("w.sqlite")
terroir("-q", "-w", WORKSPACE, "init")
terroir("-q", "-w", WORKSPACE, "records", "edit", "TD22-097", "--at", "22.34, 103.62")
ZONE = write("vung.geojson", """{"type": "Polygon", "coordinates":
    [[[103.6, 22.36], [103.61, 22.36], [103.61, 22.37], [103.6, 22.36]]]}""")
terroir("-q", "-w", WORKSPACE, "records", "edit", "TD22-098", "--ground", ZONE)


def listed(**parameters):
    return Run("listrecords", **{"WORKSPACE": WORKSPACE, "OUTPUT": "memory:", **parameters})


def ids(run, output="OUTPUT"):
    return sorted(row["id"] for row in run.rows(output))


def told(*options):
    return sorted(row["id"] for row in rows_of_csv(terroir("-w", WORKSPACE, "records", *options)))


class ListRecords(Case):
    def test_filters_are_those_of_the_command_line(self):
        for parameters, options in (
                ({}, ()),
                ({"KIND": "ocop"}, ("--kind", "ocop")),
                ({"SUBJECT": "chè", "HOLDER": "công ty"}, ("--subject", "chè", "--holder", "công ty")),
                ({"SOURCE": "LC24"}, ("--source", "LC24")),
                ({"STATE": "proposed"}, ("--status", "proposed")),
                ({"TEXT": "sơn bình"}, ("--text", "sơn bình")),
                ({"DOUBTFUL": True}, ("--doubtful",)),
                ({"WITHIN": "xã Bình Lư, tỉnh Lai Châu"}, ("--within", "xã Bình Lư, tỉnh Lai Châu")),
                ({"KIND": "ocop", "FORCE": "in-force", "DAY": "2025-12-31"},
                 ("--kind", "ocop", "--in-force", "31/12/2025")),
                ({"FORCE": "revoked", "DAY": "31/12/2025"}, ("--revoked", "--on", "31/12/2025")),
                ({"ENDS_WITHIN": 12, "DAY": "2025-12-31"},
                 ("--ends-within", "12", "--on", "31/12/2025"))):
            run = listed(**parameters)
            self.assertEqual(ids(run), told(*options), parameters)
            self.assertEqual(run["RECORDS"], len(run.rows()))

    def test_what_may_be_in_force_is_told_and_not_counted(self):
        run = listed(KIND="ocop", FORCE="in-force", DAY="2025-12-31")
        self.assertIn("16 more may be in force", run.log)
        self.assertEqual({row["in_force"] for row in run.rows()}, {"in-force"})

    def test_records_with_a_place_of_their_own_are_layers(self):
        run = listed(KIND="livestock", POINTS="memory:", LINES="memory:", ZONES="memory:")
        self.assertEqual(ids(run, "POINTS"), ["TD22-097"])
        self.assertEqual(ids(run, "LINES"), [])
        self.assertEqual(ids(run, "ZONES"), ["TD22-098"])
        self.assertEqual(run["WITH_PLACE"], 2)
        point = next(run.layer("POINTS").getFeatures())
        self.assertIn("103.62", point.geometry().asWkt(2))
        self.assertEqual(run.layer("POINTS").crs().authid(), "EPSG:4326")
        self.assertNotIn("POINTS", listed(KIND="ocop").results)

    def test_what_is_not_there_is_refused(self):
        self.refused("no source 'XX'", name="listrecords", WORKSPACE=WORKSPACE, SOURCE="XX",
                     OUTPUT="memory:")
        self.refused("ngày này", name="listrecords", WORKSPACE=WORKSPACE, DAY="ngày này",
                     OUTPUT="memory:")


main()
