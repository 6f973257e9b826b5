#!/usr/bin/env python3
"""Scores `terroir extract` against the reports that were read by hand.

score_reports.py PROGRAM SHARED [-v]: the program terroir, and the folder with sources/*.txt, records/spans.csv
and records/score_extract.py. -v lists what was missed, what differs and what was proposed besides.
"""
import csv
import pathlib
import subprocess
import sys
import tempfile

# Of reports without a letterhead: what they are of, and when. The others say it themselves.
SETTINGS = {
    "lai-chau-2015-2020.txt": ("tỉnh Lai Châu", "2020-06-30"),
    "lai-chau-2022-minister.txt": ("tỉnh Lai Châu", "2022-02-28"),
    "lai-chau-2024h1.txt": ("tỉnh Lai Châu", "2024-07-05"),
}


def main():
    program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def run(*words):
            subprocess.run([program, "-q", "-w", folder / "w.sqlite", *words], check=True)

        run("init")
        header, rows = None, []
        for report in sorted((shared / "sources").glob("*.txt")):
            within, day = SETTINGS.get(report.name, (None, None))
            asked = ["--within", within, "--as-of", day] if within else []
            run("extract", report, *asked, "-o", folder / f"{report.stem}.csv")
            with open(folder / f"{report.stem}.csv", encoding="utf-8-sig", newline="") as file:
                header, *more = csv.reader(file)
                rows += more
        with open(folder / "all.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        subprocess.run([sys.executable, shared / "records/score_extract.py", shared / "records/spans.csv",
                        folder / "all.csv", *sys.argv[3:]], check=True)


main()
