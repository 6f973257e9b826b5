"""Files that somebody else has made to crash, fill or spy: each is refused with a sentence, or read
for what it is, in bounded time and memory, and makes no connection."""

import gzip
import io
import os
import shutil
import socket
import sqlite3
import struct
import threading
import zipfile

LONGEST = 60  # seconds, on a busy machine

SHEET = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
         "<sheetData>{}</sheetData></worksheet>")
CELL = '<c t="inlineStr"><is><t>{}</t></is></c>'
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
             'relationships/{}" Target="{}"/></Relationships>')
SECRET = "SECRET-outside"


def xlsx(sheet):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("_rels/.rels", RELATIONS.format("officeDocument", "xl/workbook.xml"))
        parts.writestr("xl/_rels/workbook.xml.rels",
                       RELATIONS.format("worksheet", "worksheets/sheet1.xml"))
        parts.writestr("xl/workbook.xml",
                       '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                       'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
                       'relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
                       "</workbook>")
        parts.writestr("xl/worksheets/sheet1.xml", sheet)
    return packed.getvalue()


def rows(count):
    head = "".join(CELL.format(name) for name in ("Cây trồng", "Xã", "Huyện", "Tỉnh"))
    row = "".join(CELL.format(name) for name in ("lúa", "Bình Lư", "Tam Đường", "Lai Châu"))
    return f"<row>{head}</row>" + f"<row>{row}</row>" * count


def collection(features, more=""):
    return f'{{"type":"FeatureCollection",{more}"features":[{features}]}}'


def feature(coordinates):
    return ('{"type":"Feature","properties":{"code":"03427","name":"x"},"geometry":{"type":'
            f'"Polygon","coordinates":[[{coordinates}]]}}}}')


def star(corners):
    points = [f"[{103.5 + (i * 7919 % corners) / corners},{22 + (i * 104729 % corners) / corners}]"
              for i in range(corners)]
    return ",".join(points + points[:1])


def circle(corners):
    from math import cos, pi, sin
    points = [f"[{103.5 + 0.05 * cos(i * 2 * pi / corners):.8f},{22 + 0.05 * sin(i * 2 * pi / corners):.8f}]"
              for i in range(corners)]
    return ",".join(points + points[:1])


def properties(count):
    return collection('{"type":"Feature","geometry":null,"properties":{' +
                      ",".join(f'"p{i}":1' for i in range(count)) + "}}")


def bomb(name, content, around=("", ""), said=None, blanks=1100):
    """A packed file of a part of so many MB of blanks, which says so, or `said` bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        with parts.open(info, "w") as part:
            part.write((around[0] + content).encode())
            for _ in range(blanks):
                part.write(b" " * (1 << 20))
            part.write(around[1].encode())
    made = bytearray(packed.getvalue())
    if said is not None:
        struct.pack_into("<I", made, made.index(b"PK\x01\x02") + 24, said)
        struct.pack_into("<I", made, 22, said)
    return bytes(made)


def many_parts(count):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for i in range(count):
            parts.writestr(f"{i}.geojson", "")
    return packed.getvalue()


def around(name, content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr(name, content)
    return packed.getvalue()


KML = ('<kml xmlns="http://www.opengis.net/kml/2.2"><Document>', "</Document></kml>")
LARGE = 1100 << 20  # bytes


def vrt(source):
    return (f'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{source}</SrcDataSource>'
            "</OGRVRTLayer></OGRVRTDataSource>")


TABLE, LAYER = ["import", None, "--as", "trial"], ["boundaries", "import", None]
THEME = ["table", "--theme-file", None]
WORKSPACE = ["-w", None, "info"]
REFUSED, ANY = True, False

# Name of the file, how it is handed over, what is to come of it, its content ({port}: where somebody
# listens; {secret}: a file outside).
FILES = [
    ("cut-xml.xlsx", TABLE, REFUSED, xlsx(SHEET.format(rows(1000))[:50_000])),
    ("bad-character.xlsx", TABLE, REFUSED, xlsx(SHEET.format(rows(500) + "\x01" + rows(500)))),
    ("entity.xlsx", TABLE, REFUSED, xlsx(SHEET.format(rows(5) + "&unknown;"))),
    ("laughs.xlsx", TABLE, REFUSED, xlsx(
        '<!DOCTYPE x [<!ENTITY a "' + "b" * 99 + '"><!ENTITY c "' + "&a;" * 99 + '">]>' +
        SHEET.format("<row><c><v>&c;</v></c></row>"))),
    ("outside.xlsx", TABLE, REFUSED, xlsx(
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>' +
        SHEET.format("<row>" + CELL.format("&a;") + "</row>"))),
    ("cut-file.xlsx", TABLE, REFUSED, xlsx(SHEET.format(rows(1000)))[:-500]),
    ("long-cell.xlsx", TABLE, REFUSED, xlsx(
        SHEET.format("<row>" + CELL.format("x" * 200_000_000) + "</row>"))),
    ("deep.xlsx", TABLE, REFUSED, xlsx(SHEET.format("<row>" + "<c>" * 100_000))),
    ("no-zip.xlsx", TABLE, REFUSED, b"PK\x03\x04" + bytes(5000)),
    ("zeros.csv", TABLE, REFUSED, bytes(100_000)),
    ("commas.csv", TABLE, REFUSED, "Cây trồng,Xã\n" + "," * 20_000_000),
    ("long-line.csv", TABLE, ANY, "Cây trồng,Xã\n" + "x" * 50_000_000),
    ("open-quote.csv", TABLE, REFUSED, 'Cây trồng,Xã\n"lúa,Bình Lư\n'),
    ("number.theme.json", THEME, REFUSED, '{"id": 1e999}'),
    ("deep.theme.json", THEME, REFUSED, "[" * 100_000 + "]" * 100_000),
    ("large.theme.json", THEME, REFUSED, '{"id": "' + "x" * 100_000_000 + '"}'),
    ("no.theme.json", THEME, REFUSED, bytes(range(256))),
    ("relay.gpkg", LAYER, REFUSED, vrt("/vsicurl/http://127.0.0.1:{port}/x.geojson")),
    ("relay.geojson", LAYER, REFUSED, vrt("http://127.0.0.1:{port}/x.geojson")),
    ("relay.vrt", LAYER, REFUSED, vrt("{secret}")),
    ("wfs.xml", LAYER, REFUSED,
     "<OGRWFSDataSource><URL>http://127.0.0.1:{port}/</URL></OGRWFSDataSource>"),
    ("linked.geojson", LAYER, ANY, collection(
        feature("[103.5,22],[103.6,22],[103.6,22.1],[103.5,22]"),
        '"crs":{"type":"link","properties":{"href":"http://127.0.0.1:{port}/","type":"proj4"}},')),
    ("star.geojson", LAYER, ANY, collection(feature(star(1501)))),
    ("numbers.geojson", LAYER, ANY, collection(feature("[1e308,1e308],[-1e308,0],[0,1e308],[1e308,1e308]"))),
    ("bomb.kmz", LAYER, REFUSED, lambda: bomb("doc.kml", "", KML)),
    ("bomb.gml", LAYER, REFUSED, lambda: gzip.compress(b" " * LARGE, 1)),
    ("large-in.zip", LAYER, REFUSED,
     lambda: around("in.kmz", bomb("doc.kml", "", KML, said=LARGE, blanks=1))),
    ("large.kmz", TABLE, REFUSED, lambda: bomb("doc.kml", "", KML, said=LARGE, blanks=1)),
    ("large.zip", LAYER, REFUSED,
     lambda: bomb("a.geojson", collection(""), said=LARGE, blanks=1)),
    ("large.xlsx", TABLE, REFUSED,
     lambda: bomb("xl/workbook.xml", "<workbook>", said=LARGE, blanks=1)),
    ("large.ods", TABLE, REFUSED,
     lambda: bomb("content.xml", "<office:document-content>", said=LARGE, blanks=1)),
    ("lies.zip", LAYER, REFUSED,
     lambda: bomb("a.geojson", collection(""), said=60, blanks=200)),
    ("lies.kmz", LAYER, REFUSED, lambda: bomb("doc.kml", "", KML, said=70, blanks=200)),
    ("lies.xlsx", TABLE, REFUSED, lambda: bomb("xl/workbook.xml", "<workbook>", said=9, blanks=200)),
    ("parts.zip", LAYER, REFUSED, lambda: many_parts(20_000)),
    ("columns.geojson", LAYER, REFUSED, lambda: properties(100_000)),
    ("columns-table.geojson", TABLE, REFUSED, lambda: properties(100_000)),
    ("corners.geojson", LAYER, ANY, lambda: collection(feature(circle(2_500_000)))),
    ("few.geojson", LAYER, ANY, collection(feature("[103.5,22]"))),
    ("cut.geojson", LAYER, REFUSED, collection(feature(star(99)))[:600]),
    ("text.sqlite", WORKSPACE, REFUSED, "x" * 5000),
    ("random.sqlite", WORKSPACE, REFUSED, b"SQLite format 3\x00" + os.urandom(50_000)),
]

# What somebody may have put into a workspace.
SCHEMES = [
    "ALTER TABLE source RENAME TO s; CREATE VIEW source AS SELECT *, readfile('{secret}') r FROM s",
    "CREATE TRIGGER t AFTER INSERT ON record BEGIN UPDATE record SET value = value * 10; END",
    "CREATE VIEW v AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n) SELECT i "
    "FROM n; ALTER TABLE source RENAME TO s; CREATE VIEW source AS SELECT i id, i title FROM v",
    "UPDATE unit SET parent = uid WHERE level = 'commune'",
    "DROP TABLE record",
    "UPDATE record SET value = 9e999, period_from = 'x', kind = x'00ff'",
    "UPDATE outline SET geom = x'00'",
]

DEVICES = [["-w", None, "info"], ["table", "--theme-file", None], ["import", None, "--as", "trial"],
           ["boundaries", "import", None]]


class Listener:
    """Counts who connects to a port of this machine."""

    def __init__(self):
        self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            connection, _ = self._socket.accept()
            self.connections += 1
            connection.close()


def hostile(world, failures):
    listener = Listener()
    secret = world.path("secret.txt")
    with open(secret, "w", encoding="utf-8") as file:
        file.write(SECRET)

    def hand_over(file, arguments, is_refused):
        command = [file if argument is None else argument for argument in arguments]
        if "-w" not in command:
            command = ["-w", world.fresh(), *command]
        run = world.program.run(*command, cwd=world.folder, longest=LONGEST)
        name = os.path.basename(file)
        failures.unless(run.code in ((1, 2) if is_refused else (0, 1, 2)),
                        f"{name}: {run.code} {run.err[-300:]}")
        failures.unless(SECRET not in run.out + run.err, f"{name}: reads another file")
        if run.code in (1, 2):
            failures.unless("unexpected fault" not in run.err, f"{name}: {run.err[-300:]}")

    for name, arguments, is_refused, content in FILES:
        file = world.path(name)
        if callable(content):
            content = content()
        if isinstance(content, str):
            content = content.replace("{port}", str(listener.port)).replace("{secret}", secret)
            content = content.encode()
        with open(file, "wb") as made:
            made.write(content)
        hand_over(file, arguments, is_refused)
        os.remove(file)
    hand_over(f"PG:host=127.0.0.1 port={listener.port}", LAYER, REFUSED)
    hand_over(f"/vsicurl/http://127.0.0.1:{listener.port}/x.geojson", LAYER, REFUSED)

    for scheme in SCHEMES:
        file = world.path("theirs.sqlite")
        shutil.copyfile(world.ready, file)
        with sqlite3.connect(file) as database:
            # SpatiaLite's triggers ask it.
            database.create_function("GeometryConstraints", -1, lambda *_: 1)
            database.executescript(scheme.replace("{secret}", secret))
        database.close()
        for command in (["info"], ["table", "livestock"], ["map", "livestock", "-O", "-o", "out.svg"],
                        ["import", "rows.csv", "--as", "trial", "--dry-run"]):
            hand_over(file, ["-w", None, *command], False)

    pipe, empty = world.path("pipe"), world.path("empty")
    os.mkfifo(pipe)
    os.mkdir(empty)
    for device in (pipe, "/dev/zero", "/dev/full", empty):
        for arguments in DEVICES:
            hand_over(device, arguments, REFUSED)
    failures.unless(listener.connections == 0, f"{listener.connections} connections were made")
    print(f"  {len(FILES) + 2} files, {len(SCHEMES)} workspaces of others, {4 * len(DEVICES)} devices "
          f"and folders; {listener.connections} connections")
