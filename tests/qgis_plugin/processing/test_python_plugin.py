"""The Python plugin: what it says without its library, that the ZIP file needs nothing else, and that
it and the native plugin do not get in each other's way."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

ZIP = os.environ["TERROIR_QGIS_ZIP"]
LIBRARY = os.environ["TERROIR_QGIS_LIBRARY"]
PACKAGE = os.environ["TERROIR_QGIS_PYTHON"]
for tool in ("qgis", "qgis_process.bin", "xvfb-run"):
    if shutil.which(tool) is None:
        print(f"skipped: {tool} is not installed")
        sys.exit(77)

# Runs inside QGIS once it has started: what of terroir is there, and what stays after unloading.
LOOK = """
import json, os
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.core import QgsApplication
from qgis.utils import iface, plugins, unloadPlugin

def there():
    window = iface.mainWindow()
    return {
        "plugins": len([child for child in window.findChildren(QObject)
                        if child.metaObject().className() == "terroir::qgis::TerroirPlugin"]),
        "docks": len([child for child in window.findChildren(QObject)
                      if child.metaObject().className() == "terroir::qgis::Dock"]),
        "provider": QgsApplication.processingRegistry().providerById("terroir") is not None}

def look():
    seen = {"python": "terroir_qgis" in plugins, "started": there()}
    if "terroir_qgis" in plugins:
        unloadPlugin("terroir_qgis")
        QgsApplication.processEvents()
        seen["unloaded"] = there()
    with open(os.environ["SEEN"], "w") as file:
        json.dump(seen, file)
    os._exit(0)

timer = QTimer()
timer.setSingleShot(True)
timer.timeout.connect(look)
timer.start(1500)
"""


class PythonPlugin(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, True)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def environment(self, **more):
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("TERROIR_QGIS_LIBRARY", "PYTHONPATH")}
        return {**environment, "HOME": self.folder, "XDG_RUNTIME_DIR": self.folder, **more}

    def install(self, folder):
        with zipfile.ZipFile(ZIP) as archive:
            archive.extractall(folder)

    def qgis_process(self, *arguments, **more):
        environment = self.environment(QGIS_CUSTOM_CONFIG_PATH=self.path("profile"), **more)
        return subprocess.run(["qgis_process.bin", *arguments], env=environment,
                              capture_output=True, text=True, timeout=60)

    def in_window(self, native, python):
        """What QGIS's window has with the native plugin, the Python plugin, or both."""
        profile = self.path("profiles", "profiles", "default")
        os.makedirs(os.path.join(profile, "QGIS"))
        if python:
            self.install(os.path.join(profile, "python", "plugins"))
        with open(os.path.join(profile, "QGIS", "QGIS3.ini"), "w") as settings:
            settings.write(f"[plugins]\nsearchPathsForPlugins={os.path.dirname(LIBRARY)}\n"
                           if native else "")
            settings.write("[Plugins]\nlibplugin_terroir=true\n" if native else "")
            settings.write("[PythonPlugins]\nprocessing=true\nterroir_qgis=true\n")
        with open(self.path("look.py"), "w") as script:
            script.write(LOOK)
        environment = self.environment(SEEN=self.path("seen.json"))
        environment.pop("QT_QPA_PLATFORM", None)
        done = subprocess.run(
            ["xvfb-run", "-a", "qgis", "--nologo", "--noversioncheck", "--profiles-path",
             self.path("profiles"), "--code", self.path("look.py")], env=environment,
            capture_output=True, text=True, timeout=100)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("Traceback", done.stdout + done.stderr)
        with open(self.path("seen.json")) as seen:
            return json.load(seen)

    def test_the_zip_file_is_all_that_qgis_process_needs(self):
        self.install(self.path("plugins"))
        self.qgis_process("plugins", "enable", "terroir_qgis", QGIS_PLUGINPATH=self.path("plugins"))
        done = self.qgis_process("run", "terroir:createworkspace", "--json", "--",
                                 "OUTPUT=" + self.path("w.sqlite"),
                                 QGIS_PLUGINPATH=self.path("plugins"))
        self.assertEqual(done.returncode, 0, done.stderr)
        results = json.loads(done.stdout)["results"]
        self.assertGreater(results["UNITS"], 17000)
        self.assertGreater(results["RECORD_COUNT"], 400)

    def test_a_library_that_does_not_fit_or_is_missing_is_told_in_a_sentence(self):
        with open(self.path("libplugin_terroir.so"), "w") as file:
            file.write("no library")
        self.qgis_process("plugins", "enable", "terroir_qgis", QGIS_PLUGINPATH=PACKAGE)
        done = self.qgis_process("list", QGIS_PLUGINPATH=PACKAGE,
                                 TERROIR_QGIS_LIBRARY=self.path("libplugin_terroir.so"))
        self.assertIn("terroir cannot run in QGIS", done.stderr)
        self.assertNotIn("Traceback", done.stdout + done.stderr)
        self.assertNotIn("terroir:geocode", done.stdout)
        if not os.path.exists("/usr/lib/qgis/plugins/libplugin_terroir.so"):
            done = self.qgis_process("list", QGIS_PLUGINPATH=PACKAGE)
            self.assertIn("libplugin_terroir.so of terroir is not there", done.stderr)

    def test_in_the_window_the_zip_file_starts_the_whole_plugin_and_takes_it_away(self):
        seen = self.in_window(native=False, python=True)
        self.assertEqual(seen["started"], {"plugins": 1, "docks": 1, "provider": True})
        self.assertEqual(seen["unloaded"], {"plugins": 0, "docks": 0, "provider": False})

    def test_beside_the_native_plugin_it_adds_and_takes_nothing(self):
        seen = self.in_window(native=True, python=True)
        self.assertTrue(seen["python"])
        self.assertEqual(seen["started"], {"plugins": 1, "docks": 1, "provider": True})
        self.assertEqual(seen["unloaded"], seen["started"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
