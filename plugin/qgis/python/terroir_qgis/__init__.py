"""Starts terroir's library in QGIS where QGIS itself does not: in qgis_process, and where the plugin
was installed from a ZIP file. Everything that terroir does is in the library."""

import ctypes
import os
import sys

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsSettings
from qgis.PyQt import sip

LIBRARY = "libplugin_terroir.so"
HERE = os.path.dirname(os.path.abspath(__file__))


def classFactory(iface):
    return TerroirStarter(iface)


def said(vi, en):
    return vi if QgsApplication.locale().startswith("vi") else en


def loaded_library():
    """The one that this process has open already: there must not be two."""
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="replace") as maps:
            for line in maps:
                path = line[line.find("/"):].rstrip("\n")
                if os.path.basename(path) == LIBRARY and os.path.exists(path):
                    return path
    except OSError:
        pass
    return None


def library_file():
    for path in (os.environ.get("TERROIR_QGIS_LIBRARY"), loaded_library(),
                 os.path.join(HERE, LIBRARY), os.path.join("/usr/lib/qgis/plugins", LIBRARY)):
        if path and os.path.exists(path):
            return path
    return None


def native_plugin_starts():
    """Whether QGIS's window starts the library itself, which it does after the Python plugins."""
    settings = QgsSettings()
    if not settings.value("Plugins/" + LIBRARY.rpartition(".")[0], False, type=bool):
        return False
    folders = [QgsApplication.pluginPath(),
               *str(settings.value("plugins/searchPathsForPlugins", "")).split("|")]
    return any(os.path.exists(os.path.join(folder, LIBRARY)) for folder in folders if folder)


class TerroirStarter:
    def __init__(self, iface):
        self.iface = iface
        self.library = None
        self.has_provider = False
        self.plugin = None

    def initGui(self):
        if native_plugin_starts():
            return
        self.initProcessing()
        # A library of the system is a plugin of its own, for a person to switch on.
        if self.library is not None and os.path.exists(os.path.join(HERE, LIBRARY)):
            self.plugin = self.library.terroir_start(sip.unwrapinstance(self.iface))

    def initProcessing(self):
        if self.open():
            self.has_provider = not self.knows_provider()
            self.library.terroir_register_provider()

    def unload(self):
        if self.plugin is not None:
            self.library.terroir_stop(self.plugin)
        if self.has_provider and self.knows_provider():
            self.library.terroir_unregister_provider()
        self.plugin, self.has_provider = None, False

    @staticmethod
    def knows_provider():
        return QgsApplication.processingRegistry().providerById("terroir") is not None

    def open(self):
        if self.library is not None:
            return True
        path = library_file()
        if path is None:
            self.say(said(f"Không thấy {LIBRARY} của terroir; hãy cài lại terroir.",
                          f"{LIBRARY} of terroir is not there; install terroir again."))
            return False
        try:
            library = ctypes.CDLL(path)
            library.terroir_start.argtypes = library.terroir_stop.argtypes = [ctypes.c_void_p]
            library.terroir_start.restype = ctypes.c_void_p
            library.terroir_stop.restype = None
            library.terroir_register_provider.restype = None
            library.terroir_unregister_provider.restype = None
        except (OSError, AttributeError) as problem:
            self.say(said(f"terroir không chạy được trong QGIS {Qgis.QGIS_VERSION}: thư viện "
                          f"'{path}' không dựng cho bản này ({problem}). Hãy cài bản terroir "
                          "dành cho QGIS này.",
                          f"terroir cannot run in QGIS {Qgis.QGIS_VERSION}: the library '{path}' "
                          f"is not made for it ({problem}). Install the terroir that is made for "
                          "this QGIS."))
            return False
        self.library = library
        return True

    def say(self, sentence):
        QgsMessageLog.logMessage(sentence, "terroir", Qgis.MessageLevel.Critical)
        if self.iface is not None:
            self.iface.messageBar().pushMessage("terroir", sentence, Qgis.MessageLevel.Critical)
        else:
            print(sentence, file=sys.stderr)
