"""What the scripts that run inside QGIS have in common: steps one after another while QGIS goes on
working, and an exit code that says how it went."""
import faulthandler
import os
import subprocess
import sys
import time
import traceback

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget
from qgis.core import QgsApplication
from qgis.utils import iface

folder = os.environ["TERROIR_FOLDER"]
program = os.environ["TERROIR_PROGRAM"]
pictures = os.environ["TERROIR_PICTURES"]


def picture(name):
    """The screen, to be looked at."""
    if pictures:
        subprocess.run(["import", "-window", "root", os.path.join(pictures, name + ".png")])


def find(name, kind=QWidget):
    """A control of the plugin by its name."""
    found = iface.mainWindow().findChild(kind, name)
    assert found is not None, "there is no " + name
    return found


def keys(*names):
    subprocess.run(["xdotool", "key", "--delay", "60", *names], check=True)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "60", text], check=True)


def click(widget, x=None, y=None):
    """A real click of the mouse, in the middle of a control or at a point of it."""
    from qgis.PyQt.QtCore import QPoint
    middle = widget.rect().center()
    at = widget.mapToGlobal(QPoint(middle.x() if x is None else x, middle.y() if y is None else y))
    subprocess.run(["xdotool", "mousemove", str(at.x()), str(at.y())], check=True)
    QApplication.processEvents()
    subprocess.run(["xdotool", "click", "1"], check=True)


def messages():
    """What stands in QGIS's message bar."""
    from qgis.PyQt.QtWidgets import QTextBrowser
    return [text.toPlainText() for text in iface.messageBar().findChildren(QTextBrowser)]


def after(seconds):
    """A condition that holds after a while: for what has no end to wait for."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def terroir(*arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


# With the packaged records; the plugin opens it when QGIS starts.
workspace = os.path.join(folder, "w.sqlite")


def leftovers():
    """Everything in QGIS that is terroir's."""
    window = iface.mainWindow()
    named = [type(child).__name__ + " " + child.objectName() for child in window.findChildren(QObject)
             if child.objectName().lower().startswith("terroir")]
    menus = [action.text() for action in iface.pluginMenu().actions() if "terroir" in action.text()]
    provider = QgsApplication.processingRegistry().providerById("terroir")
    return sorted(named) + menus + ([provider.id()] if provider else [])


class Scenario:
    """Steps are functions, done one after another. One that yields conditions is gone on with when
    they hold: `yield lambda: label.text() != "", "the label stays empty"`."""

    def __init__(self, *steps):
        self.steps = self.all(steps)
        self.wait, self.what, self.left = None, "", 0
        faulthandler.enable()
        self.timer = QTimer()
        self.timer.timeout.connect(self.go)
        self.timer.start(50)

    def all(self, steps):
        # QGIS has read its plugins and settled.
        yield lambda: iface is not None and iface.mainWindow().isVisible(), "QGIS does not start"
        iface.mainWindow().showMaximized()
        for step in steps:
            print("step:", step.__name__.replace("_", " "), flush=True)
            if (waits := step()) is not None:
                yield from waits

    def go(self):
        try:
            if self.wait is not None and not self.wait():
                self.left -= 1
                assert self.left > 0, self.what
                return
            self.wait, self.what = next(self.steps)
            self.left = 600
        except StopIteration:
            self.end(0)
        except Exception:
            traceback.print_exc(file=sys.stdout)
            picture("failed")
            self.end(1)

    def end(self, code):
        self.timer.stop()
        sys.stdout.flush()
        # Without the questions about unsaved layers that closing the window asks.
        os._exit(code)
