"""QGIS's library with terroir's algorithms, for scripts: workspaces and layers of themes."""
import ctypes
import glob
import os
import subprocess
import sys
import traceback

sys.path.append("/usr/share/qgis/python/plugins")
from qgis.core import (QgsApplication, QgsProcessingException, QgsProject, QgsSettings,
                       QgsVectorLayer)

folder = os.environ["TERROIR_FOLDER"]
program = os.environ["TERROIR_PROGRAM"]
language = os.environ["TERROIR_LANGUAGE"]
# QgsSettings of a script are in the user's own folder: two tests at once would share a language.
os.environ["XDG_CONFIG_HOME"] = os.path.join(folder, "config")
themes = sorted(os.path.basename(file)[:-len(".theme.json")]
                for file in glob.glob(os.path.join(os.environ["TERROIR_STYLES"], "*.theme.json")))

# A theme of given breaks: 0, 1, 2 and 5 ha.
areas_by_class = os.path.join(os.environ["TERROIR_STYLES"], "..", "tests", "data", "themes",
                              "areas-by-class.theme.json")

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False, os.path.join(folder, "profile"))
QgsSettings().setValue("locale/userLocale", language)
QgsSettings().setValue("locale/overrideFlag", True)
application.initQgis()
ctypes.CDLL(os.environ["TERROIR_LIBRARY"]).terroir_register_provider()
from processing.core.Processing import Processing  # needs QGIS to run
import processing

Processing.initialize()


def terroir(*arguments):
    """The command line, which the plugin shares its core with."""
    return subprocess.run([program, "--lang", language, *arguments], check=True,
                          capture_output=True, text=True).stdout


def run(algorithm, **parameters):
    return processing.run("terroir:" + algorithm, parameters)


def refusal(algorithm, **parameters):
    """The sentence that an algorithm refuses with."""
    try:
        run(algorithm, **parameters)
    except QgsProcessingException as problem:
        return str(problem)
    raise AssertionError(algorithm + " accepted " + str(parameters))


def apply(theme, **parameters):
    """The layers of a theme in memory, in a project, as from the toolbox."""
    given = {"OUTPUT": "memory:", "SYMBOLS": "memory:", "NOT_ATTRIBUTED": "memory:"}
    key = "THEME_FILE" if theme.endswith(".json") else "THEME"
    layers = run("applytheme", **{key: theme, **given, **parameters})
    QgsProject.instance().clear()
    QgsProject.instance().addMapLayers(layers.values())
    return layers


def classes(layer):
    """What a graduated or categorised renderer shows: limits or value, label, colour."""
    renderer = layer.renderer()
    if renderer.type() == "graduatedSymbol":
        return [(one.lowerValue(), one.upperValue(), one.label(), one.symbol().color().name())
                for one in renderer.ranges()]
    return [(one.value(), one.label(), one.symbol().color().name())
            for one in renderer.categories()]


def end(*tests):
    """Runs the tests and leaves: layers that outlive QGIS's end would crash."""
    failed = 0
    for test in tests:
        try:
            test()
            print("ok:", test.__name__.replace("_", " "), flush=True)
        except Exception:
            failed += 1
            print("FAILED:", test.__name__.replace("_", " "))
            traceback.print_exc(file=sys.stdout)
    sys.stdout.flush()
    os._exit(1 if failed else 0)
