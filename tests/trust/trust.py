"""Tries to make terroir lose, spoil or wait: trust.py PROGRAM [--full] [--seed N] [TRIAL...]

Kills and stops writing commands at random moments, fills the disk, damages workspaces, lets many write and
read at once, and hands over hostile files (hostile.py). A trial prints what it counted and the
program ends with 1 when something was lost, crashed, hung or was not said. --full is make trust;
without it a short form, for each change.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import threading
import time

from hostile import hostile
from run import Failures, Program

# What is counted: short form, full form.
COUNTS = {
    "kills": (3, 200),  # of each command
    "stops": (2, 40),  # the same by a signal that can be handled
    "rows": (2_000, 20_000),  # of a table to import
    "polygons": (150, 500),  # of a boundaries import that is killed
    "nation": (800, 3_321),  # polygons of one that is read beside
    "corners": (60, 400),  # of each of them
    "damaged": (12, 200),
    "rounds": (1, 5),  # of writers at once
    "writers": (4, 8),
    "room": (2, 10),  # steps of a disk that fills up
}


class World:
    """A folder with a ready workspace and inputs for the commands."""

    def __init__(self, program, folder, count):
        self.program, self.folder, self.count = program, folder, count
        self.ready = self.path("ready.sqlite")
        program.must("-w", self.ready, "init", "-O", "--discard")
        self.records = self.state_of(self.ready)[0]
        self.write_table("rows.csv", self.count["rows"])
        self.write_polygons("some.geojson", self.count["polygons"], 40)

    def path(self, name):
        return os.path.join(self.folder, name)

    def fresh(self, name="w.sqlite"):
        file = self.path(name)
        for rest in ("", "-journal", "-wal", "-shm"):
            if os.path.exists(file + rest):
                os.remove(file + rest)
        shutil.copyfile(self.ready, file)
        return file

    @staticmethod
    def state_of(file):
        """Records, decisions and boundaries; read by SQLite itself, beside the program."""
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return None
            return database.execute("SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM "
                                    "decision), (SELECT count(*) FROM boundary)").fetchone()

    def rest(self):
        """What a command that ended may have left: hidden folders, journals."""
        return [name for name in os.listdir(self.folder)
                if name.startswith(".") or name.endswith(("-journal", "-wal"))]

    def write_table(self, name, rows, first=1):
        with open(self.path(name), "w", encoding="utf-8") as table:
            table.write("Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n")
            for i in range(first, first + rows):
                table.write(f"lúa {i},Bình Lư,Tam Đường,Lai Châu,{i},2022\n")
        return self.path(name)

    def write_polygons(self, name, count, corners):
        """Small rings around the points of today's communes."""
        with sqlite3.connect(self.ready) as database:
            units = database.execute(
                "SELECT code, type || ' ' || name, lon, lat FROM unit WHERE level='commune' AND "
                "valid_from='2025-07-01' AND valid_to IS NULL AND lon IS NOT NULL ORDER BY code "
                "LIMIT ?", (count,)).fetchall()
            if len(units) < count:
                units = database.execute(
                    "SELECT code, type || ' ' || name, lon, lat FROM unit WHERE level='commune' "
                    "AND valid_to IS NULL AND lon IS NOT NULL ORDER BY code LIMIT ?",
                    (count,)).fetchall()
        with open(self.path(name), "w", encoding="utf-8") as layer:
            layer.write('{"type":"FeatureCollection","features":[\n')
            for number, (code, unit, lon, lat) in enumerate(units):
                layer.write(",\n" if number else "")
                layer.write(
                    f'{{"type":"Feature","properties":{{"code":"{code}","name":"{unit}"}},'
                    f'"geometry":{{"type":"Polygon","coordinates":[[{ring(lon, lat, corners)}]]}}}}')
            layer.write("\n]}\n")
        return len(units)


def ring(lon, lat, corners):
    from math import cos, pi, sin
    points = [
        f"[{lon + 0.004 * cos(2 * pi * i / corners):.7f},{lat + 0.004 * sin(2 * pi * i / corners):.7f}]"
        for i in range(corners)
    ]
    return ",".join(points + points[:1])


TRIAL_IMPORT = ["import", "rows.csv", "--as", "trial"]
REJECT = ["review", "reject", "rows-r2"]
# Commands that write: name, those before it, arguments, their output (None: the workspace), what a
# whole output ends with.
WRITING = [
    ("import", [], TRIAL_IMPORT, None, None),
    ("import -O", [TRIAL_IMPORT], TRIAL_IMPORT + ["-O"], None, None),
    ("boundaries import", [], ["boundaries", "import", "some.geojson", "--valid-from", "2025-07-01"],
     None, None),
    ("review reject", [TRIAL_IMPORT], REJECT, None, None),
    ("review undo", [TRIAL_IMPORT, REJECT], ["review", "undo", "rows-r2"], None, None),
    ("init -O", [], ["init", "-O", "--discard"], None, None),
    ("export", [], ["export", "livestock", "-O", "-o", "out.gpkg"], "out.gpkg", None),
    ("map", [], ["map", "livestock", "-O", "-o", "out.png"], "out.png", b"IEND\xaeB`\x82"),
    ("atlas", [], ["atlas", "livestock", "-O", "-o", "out.pdf"], "out.pdf", b"%%EOF\n"),
    ("page", [], ["page", "livestock", "-O", "-o", "out.html"], "out.html", b"</html>\n"),
]

# Outputs on a disk that fills up.
FORMATS = [
    ["table", "livestock", "-o", "out.csv"], ["table", "livestock", "-o", "out.xlsx"],
    ["export", "livestock", "-o", "out.geojson"], ["export", "livestock", "-o", "out.csv"],
    ["export", "livestock", "-o", "out.fgb"], ["export", "livestock", "-o", "out.shp"],
    ["export", "livestock", "-o", "out.tab"], ["export", "livestock", "-o", "out.mif"],
    ["export", "livestock", "-o", "out.kml"], ["export", "livestock", "-o", "out.kmz"],
    ["export", "-o", "out.gpkg"], ["export", "-o", "out.sqlite"], ["export", "-o", "out.xlsx"],
    ["map", "livestock", "-o", "out.png"], ["map", "livestock", "-o", "out.pdf"],
    ["map", "livestock", "-o", "out.svg"], ["map", "livestock", "-o", "out.tif"],
    ["atlas", "livestock", "-o", "out.pdf"],
    ["page", "livestock", "-o", "out.html"], ["template", "ocop", "-o", "out.xlsx"],
    ["check", "-o", "out.csv"], ["convert", "rows.csv", "--column", "Xã", "-o", "out.csv"],
]


class Ended:
    """Ends a command at random moments, many times, and looks at what is left."""

    def __init__(self, world, failures, writing):
        self.world, self.failures = world, failures
        self.name, before, self.arguments, self.output, self.end = writing
        start = world.fresh()
        for command in before:
            world.program.must("-w", start, *command, cwd=world.folder)
        self.states = {world.state_of(start)}
        self.start = world.path("start.sqlite")
        shutil.copyfile(start, self.start)
        began = time.monotonic()
        world.program.must("-w", start, *self.arguments, cwd=world.folder)
        self.whole = time.monotonic() - began
        self.states.add(world.state_of(start))
        self.alive = 0

    def unless(self, holds, what):
        self.failures.unless(holds, f"{self.name}, {what}")

    def run(self, number):
        """The workspace, the exit code, the hidden files and journals that are left."""
        file = self.world.fresh()
        shutil.copyfile(self.start, file)
        if self.output is not None:
            with open(self.world.path(self.output), "wb") as old:
                old.write(b"old")
        run = self.world.program.start("-w", file, *self.arguments, cwd=self.world.folder)
        time.sleep(random.uniform(0, self.whole * 1.05))
        self.alive += run.poll() is None
        run.send_signal(number)
        run.wait()
        run.stderr.close()
        return file, run.returncode, self.world.rest()

    def look(self, file):
        """A workspace has all of a change or none, an output is old or new."""
        self.unless(self.world.state_of(file) in self.states, "ended: half of a change")
        if self.output is not None:
            made = self.world.path(self.output)
            with open(made, "rb") as content:
                bytes_of = content.read()
            self.unless(bytes_of == b"old" or is_whole(made, bytes_of, self.end),
                        "ended: half of an output")


def kill(world, failures):
    """Killed at any moment, a command leaves nothing half; the next one clears up behind it."""
    for writing in WRITING:
        ended = Ended(world, failures, writing)
        journals = 0
        for _ in range(world.count["kills"]):
            file, _, rest = ended.run(signal.SIGKILL)
            journals += any(name.endswith("-journal") for name in rest)
            info = world.program.run("-w", file, "info")
            ended.unless(info.code == 0, f"killed: {info.err}")
            ended.look(file)
        file = world.fresh()
        shutil.copyfile(ended.start, file)
        world.program.must("-w", file, *ended.arguments, cwd=world.folder)
        ended.unless(not world.rest(), f"{world.rest()} is left after the next run")
        print(f"  {ended.name}: {world.count['kills']} kills, {ended.alive} while it ran, {journals} "
              f"journals rolled back ({ended.whole:.2f} s undisturbed)", flush=True)


def stop(world, failures):
    """Stopped as with Ctrl+C, a command itself leaves nothing half, and nothing besides."""
    for writing in WRITING:
        ended = Ended(world, failures, writing)
        for number in range(world.count["stops"]):
            by = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[number % 3]
            file, code, rest = ended.run(by)
            ended.unless(code in (0, -by), f"stopped by {by}: ends with {code}")
            ended.unless(not rest, f"stopped: leaves {rest}")
            ended.look(file)
        print(f"  {ended.name}: {world.count['stops']} stops, {ended.alive} while it ran", flush=True)


def is_whole(file, bytes_of, end):
    if end is not None:
        return bytes_of.endswith(end)
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        return database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def disk(world, failures):
    """On a full disk a command ends with a sentence; the old output, the workspace stay."""
    said = 0
    for arguments in FORMATS:
        output = world.path(arguments[-1])
        file = world.fresh()
        world.program.must("-w", file, *arguments, "-O", cwd=world.folder)
        largest = os.path.getsize(output)
        for step in range(world.count["room"]):
            with open(output, "wb") as old:
                old.write(b"old")
            # The program may also need large scratch files, and say so: never a cut output.
            room = largest * step // world.count["room"]
            run = world.program.run("-w", file, *arguments, "-O", cwd=world.folder, disk=room)
            with open(output, "rb") as made:
                now = made.read()
            if run.code == 0:
                failures.unless(len(now) > room or len(now) >= largest * 0.98,
                                f"{' '.join(arguments)}, room for {room}: cut, and not said")
            else:
                said += 1
                failures.unless(run.is_sentence(), f"{' '.join(arguments)}: {run.err}")
                failures.unless(now == b"old", f"{' '.join(arguments)}: the old output is gone")
        clear_outputs(world)
    print(f"  {len(FORMATS)} outputs, {said} sentences")
    for name, _, arguments, output, _ in WRITING:
        if output is not None or name not in ("import", "boundaries import"):
            continue
        file = world.fresh()
        before = os.path.getsize(file)
        with open(file, "rb") as whole:
            bytes_of = whole.read()
        world.program.must("-w", file, *arguments, cwd=world.folder)
        grown = os.path.getsize(file) - before
        for step in range(world.count["room"]):
            file = world.fresh()
            room = before + grown * step // world.count["room"]
            run = world.program.run("-w", file, *arguments, cwd=world.folder, disk=room)
            with open(file, "rb") as now:
                same = now.read() == bytes_of
            failures.unless(run.code == 1 and run.is_sentence(), f"{name}, full disk: {run.err}")
            failures.unless(same, f"{name}, full disk: the workspace is changed")
            failures.unless(not os.path.exists(file + "-journal"), f"{name}: a journal is left")
        print(f"  {name}: {world.count['room']} times full, the workspace as before to the byte")


def clear_outputs(world):
    for entry in os.listdir(world.folder):
        if entry.startswith("out"):
            os.remove(world.path(entry))


READING = [["info"], ["table", "livestock"], ["units", "Tam Đường"], ["check"],
           ["map", "livestock", "-O", "-o", "out.svg"], ["export", "livestock", "-O", "-o", "out.csv"]]


def damaged(world, failures):
    """A damaged workspace is refused with a sentence or read; nothing crashes or hangs."""
    with open(world.ready, "rb") as ready:
        whole = bytearray(ready.read())
    right = {tuple(command): world.program.run("-w", world.fresh(), *command,
                                               cwd=world.folder).out for command in READING}
    refused = same = other = 0
    for number in range(world.count["damaged"]):
        bytes_of = damage(bytearray(whole), number)
        for command in READING:
            file = world.path("w.sqlite")
            with open(file, "wb") as broken:
                broken.write(bytes_of)
            run = world.program.run("-w", file, *command, cwd=world.folder)
            failures.unless(run.code in (0, 1, 2), f"{command[0]}, damaged: {run.code} {run.err}")
            if run.code != 0:
                refused += 1
                failures.unless(run.is_sentence(), f"{command[0]}, damaged: {run.err}")
            elif run.out == right[tuple(command)]:
                same += 1
            else:
                other += 1
    clear_outputs(world)
    print(f"  {world.count['damaged']} workspaces, {len(READING)} commands each: {refused} refused, "
          f"{same} answered as before, {other} with another answer")


def damage(bytes_of, number):
    page = 4096
    at = random.randrange(len(bytes_of))
    way = number % 6
    if way == 0:
        bytes_of[at] ^= 1 << random.randrange(8)
    elif way == 1:
        bytes_of[at:at + 16] = random.randbytes(16)
    elif way == 2:
        at -= at % page
        bytes_of[at:at + page] = random.randbytes(page)
    elif way == 3:
        at -= at % page
        bytes_of[at:at + page] = bytes(page)
    elif way == 4:
        at = random.randrange(100)
        bytes_of[at:at + 4] = random.randbytes(4)
    else:
        del bytes_of[at:]
    return bytes_of


def together(world, failures):
    """Many write at once while others read: all is there at the end, nobody is turned away."""
    slowest = 0.0
    reads = 0
    for _ in range(world.count["rounds"]):
        file = world.fresh()
        rows = world.count["rows"] // 4
        tables = [world.write_table(f"own{i}.csv", rows, 1 + i * rows)
                  for i in range(world.count["writers"])]
        writers = [world.program.start("-q", "-w", file, "import", table, "--as", "trial")
                   for table in tables]
        while any(writer.poll() is None for writer in writers):
            began = time.monotonic()
            run = world.program.run("-w", file, "table", "livestock")
            slowest = max(slowest, time.monotonic() - began)
            reads += 1
            failures.unless(run.code == 0, f"a reader beside writers: {run.err}")
        for writer in writers:
            failures.unless(writer.returncode == 0, f"a writer: {writer.stderr.read()}")
        expected = world.records + rows * len(tables)
        failures.unless(world.state_of(file)[0] == expected, "a row is lost")
    print(f"  {world.count['rounds']} × {world.count['writers']} writers, {reads} reads beside them, "
          f"the slowest {slowest:.1f} s")


def nation(world, failures):
    """A national import keeps no reader out; a second writer waits, with a word, and writes."""
    made = world.write_polygons("nation.geojson", world.count["nation"], world.count["corners"])
    file = world.fresh()
    began = time.monotonic()
    imports = world.program.start("-q", "-w", file, "boundaries", "import", "nation.geojson",
                                  "--valid-from", "2025-07-01", cwd=world.folder)
    second = []

    def write_too():
        time.sleep(0.5)
        second.append(world.program.run("-w", file, "import", "rows.csv", "--as", "trial",
                                        cwd=world.folder))

    writer = threading.Thread(target=write_too)
    writer.start()
    reads = waits = 0
    commands = [["info"], ["table", "livestock"], ["map", "livestock", "-O", "-o", "out.svg"]]
    while imports.poll() is None:
        for command in commands:
            run = world.program.run("-w", file, *command, cwd=world.folder)
            reads += 1
            waits += "; waiting, at most" in run.err  # said after a second
            failures.unless(run.code == 0, f"{command[0]} during the import: {run.err}")
    took = time.monotonic() - began
    writer.join()
    failures.unless(imports.returncode == 0, f"the import: {imports.stderr.read()}")
    failures.unless(second[0].code == 0, f"the second writer: {second[0].err}")
    with sqlite3.connect(file) as database:
        stored = database.execute("SELECT count(*) FROM boundary").fetchone()[0]
    failures.unless(stored > made * 0.9, f"{stored} of {made} polygons are stored")
    clear_outputs(world)
    print(f"  {made} polygons in {took:.1f} s; {reads} reads beside it, {waits} of them waited a second or "
          "more")


TRIALS = {"kill": kill, "stop": stop, "disk": disk, "damaged": damaged, "together": together, "nation": nation,
          "hostile": hostile}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("trials", nargs="*", metavar="TRIAL")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--count", action="append", default=[], metavar="NAME=NUMBER",
                        help="another number than that of COUNTS")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_intermixed_args()
    random.seed(options.seed)
    count = {name: both[options.full] for name, both in COUNTS.items()}
    count.update((name, int(number)) for name, number in (one.split("=") for one in options.count))
    failures = Failures()
    with tempfile.TemporaryDirectory(prefix="terroir-trust-") as folder:
        world = World(Program(options.program), folder, count)
        for name in options.trials or TRIALS:
            began = time.monotonic()
            print(f"{name}:", flush=True)
            TRIALS[name](world, failures)
            print(f"  {time.monotonic() - began:.0f} s", flush=True)
    sys.exit(failures.report())


if __name__ == "__main__":
    main()
