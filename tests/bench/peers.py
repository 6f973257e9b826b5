"""Times one map of all communes of the country in terroir, QGIS and mapnik, each from the start of
the process to the PNG file: five classes of one figure, outlines and names, 1600 x 2000 pixels.

usage: peers.py TERROIR [RUNS]

QGIS and mapnik get the layer ready-made, as terroir exports it, with the figures in it; terroir
finds the records, makes the figures, the classes, the legend and the page. What is not installed is
left out and said (Debian: python3-qgis, python3-mapnik).
"""

import os
import statistics
import subprocess
import sys
import tempfile

WIDTH, HEIGHT = 1600, 2000
COLOURS = ["#ffffcc", "#c2e699", "#78c679", "#31a354", "#006837"]
BREAKS = [0, 1, 2, 5, 10, 1e9]
THEME, DAY = "plantings", "2026-01-01"


def figure_column(layer):
    """The name of the first column of numbers behind the columns of units."""
    from osgeo import ogr

    definition = ogr.Open(layer).GetLayerByName(THEME).GetLayerDefn()
    names = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
    known = {"area_km2", "population", "unit_area_ha"}
    return next(
        f.GetName() for f in names if f.GetType() == ogr.OFTReal and f.GetName() not in known
    )


def with_qgis(layer, column, picture):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import (
        QgsApplication,
        QgsFillSymbol,
        QgsGraduatedSymbolRenderer,
        QgsMapRendererParallelJob,
        QgsMapSettings,
        QgsPalLayerSettings,
        QgsRendererRange,
        QgsVectorLayer,
        QgsVectorLayerSimpleLabeling,
    )
    from qgis.PyQt.QtCore import QSize

    application = QgsApplication([], False)
    application.initQgis()
    units = QgsVectorLayer(f"{layer}|layername={THEME}", "units")
    if not units.isValid():
        sys.exit("QGIS cannot open the layer")
    ranges = [
        QgsRendererRange(
            low, high, QgsFillSymbol.createSimple({"color": colour, "outline_width": "0.1"}), ""
        )
        for low, high, colour in zip(BREAKS, BREAKS[1:], COLOURS)
    ]
    units.setRenderer(QgsGraduatedSymbolRenderer(column, ranges))
    labels = QgsPalLayerSettings()
    labels.fieldName = "name"
    units.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    units.setLabelsEnabled(True)
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setLayers([units])
    settings.setExtent(units.extent())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)
    os._exit(0)  # its own end takes long and draws nothing


def with_mapnik(layer, column, picture):
    import mapnik

    rules = "".join(
        f"<Rule><Filter>[{column}] &gt; {low} and [{column}] &lt;= {high}</Filter>"
        f'<PolygonSymbolizer fill="{colour}"/></Rule>'
        for low, high, colour in zip(BREAKS, BREAKS[1:], COLOURS)
    )
    fonts = [name for name in mapnik.FontEngine.face_names() if "DejaVu Sans Book" in name]
    name = (
        f'<TextSymbolizer face-name="{fonts[0]}" size="10" halo-radius="1">[name]</TextSymbolizer>'
        if fonts
        else ""
    )
    page = mapnik.Map(WIDTH, HEIGHT)
    mapnik.load_map_from_string(
        page,
        f'<Map><Style name="units">{rules}'
        f'<Rule><LineSymbolizer stroke="#666666" stroke-width="0.5"/>{name}</Rule></Style>'
        '<Layer name="units"><StyleName>units</StyleName><Datasource>'
        f'<Parameter name="type">ogr</Parameter><Parameter name="file">{layer}</Parameter>'
        f'<Parameter name="layer">{THEME}</Parameter></Datasource></Layer></Map>',
    )
    page.zoom_all()
    mapnik.render_to_file(page, picture, "png")


def measure(name, command, runs):
    seconds, processor, memory = [], [], 0
    for _ in range(runs):
        import time

        start = time.monotonic()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = child.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            print(f"{name:44} skipped: {said.strip().splitlines()[-1:] or ['it failed']}")
            return
        seconds.append(time.monotonic() - start)
        processor.append(usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss)
    print(
        f"{name:44} {statistics.median(seconds):8.3f} {max(seconds):8.3f} "
        f"{statistics.median(processor):8.3f} {memory / 1024:8.0f}",
        flush=True,
    )


def main():
    if len(sys.argv) == 5:
        draw = {"--qgis": with_qgis, "--mapnik": with_mapnik}[sys.argv[1]]
        draw(*sys.argv[2:])
        return
    program = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        workspace, layer = folder + "/w.sqlite", folder + "/layer.gpkg"
        base = [program, "-q", "-w", workspace]
        where = [THEME, "--within", "country", "--as-of", DAY, "-O", "-o"]
        subprocess.run([*base, "init"], check=True)
        subprocess.run([*base, "export", *where, layer], check=True)
        print(f"{'all communes, 1600x2000':44} {'median s':>8} {'max s':>8} {'CPU s':>8} {'peak MB':>8}")
        size = ["--size", f"{WIDTH}x{HEIGHT}"]
        measure("terroir", [*base, "map", *where, folder + "/terroir.png", *size], runs)
        try:
            column = figure_column(layer)
        except ImportError:
            print("QGIS, mapnik: skipped, python3-gdal is not installed")
            return
        for name in ("qgis", "mapnik"):
            if subprocess.run(
                [sys.executable, "-c", "import " + ("qgis.core" if name == "qgis" else name)],
                stderr=subprocess.DEVNULL,
            ).returncode:
                print(f"{name:44} skipped: python3-{name} is not installed")
                continue
            picture = f"{folder}/{name}.png"
            measure(name, [sys.executable, __file__, f"--{name}", layer, column, picture], runs)


if __name__ == "__main__":
    main()
