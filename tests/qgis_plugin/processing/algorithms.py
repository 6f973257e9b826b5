"""terroir's algorithms in QGIS without a window: what the tests have in common."""
import ctypes
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    from qgis.core import (QgsApplication, QgsProcessingContext, QgsProcessingFeedback,
                           QgsProcessingUtils, QgsProject, QgsSettings, QgsVectorLayer, NULL)
except ImportError:
    print("skipped: QGIS is not installed")
    sys.exit(77)

PROGRAM = os.environ["TERROIR_PROGRAM"]
SHARED = os.environ.get("TERROIR_SHARED")
FOLDER = tempfile.mkdtemp()
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = os.path.join(FOLDER, "profile")
os.environ["XDG_RUNTIME_DIR"] = FOLDER
# QgsSettings of a script are in the user's own folder: two tests at once would share a language.
os.environ["XDG_CONFIG_HOME"] = os.path.join(FOLDER, "config")

# "desktop": with what QGIS's window has.
PLATFORM = os.environ.get("TERROIR_QGIS_PLATFORM", "external")
app = QgsApplication([], PLATFORM == "desktop", os.path.join(FOLDER, "profile"), PLATFORM)
app.initQgis()


def speak(language):
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", language)


speak("en")
library = ctypes.CDLL(os.environ["TERROIR_QGIS_LIBRARY"])
library.terroir_register_provider()
registry = QgsApplication.processingRegistry()


def path(name):
    return os.path.join(FOLDER, name)


def terroir(*arguments):
    """What the command line prints."""
    return subprocess.run([PROGRAM, "--lang", "en", *arguments], check=True, capture_output=True,
                          text=True).stdout


def rows_of_csv(text):
    return list(csv.DictReader(text.splitlines()))


def write(name, text):
    with open(path(name), "w", encoding="utf-8") as file:
        file.write(text)
    return path(name)


class Refused(Exception):
    """What the algorithm says when it does not do what it is asked for."""


class Run:
    """One run of an algorithm: its results and its log."""

    kept = []  # their contexts own the layers

    def __init__(self, name, cancel_at=None, **parameters):
        self.kept.append(self)
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        feedback = QgsProcessingFeedback(False)
        if cancel_at is not None:  # percent
            feedback.progressChanged.connect(
                lambda percent: feedback.cancel() if percent >= cancel_at else None)
        algorithm = registry.createAlgorithmById("terroir:" + name)
        fits, problem = algorithm.checkParameterValues(parameters, self.context)
        if not fits:
            raise Refused(problem)
        self.results, done = algorithm.run(parameters, self.context, feedback)
        self.log = feedback.textLog()
        if not done:
            raise Refused(self.log)

    def __getitem__(self, name):
        return self.results[name]

    def layer(self, name="OUTPUT"):
        return QgsProcessingUtils.mapLayerFromString(self.results[name], self.context)

    def rows(self, name="OUTPUT"):
        """The features as dictionaries; NULL is None."""
        layer = self.layer(name)
        names = layer.fields().names()
        return [{field: None if value == NULL else value
                 for field, value in zip(names, feature.attributes())}
                for feature in layer.getFeatures()]


class Case(unittest.TestCase):
    def refused(self, *words, name, **parameters):
        """That it is refused with a sentence that has all the words."""
        with self.assertRaises(Refused) as caught:
            Run(name, **parameters)
        for word in words:
            self.assertIn(word, str(caught.exception))


def main():
    program = unittest.main(exit=False, verbosity=2)
    sys.stdout.flush()
    sys.stderr.flush()
    shutil.rmtree(FOLDER, ignore_errors=True)
    # Layers that outlive QGIS crash it.
    os._exit(0 if program.result.wasSuccessful() else 1)
