"""What the plugin adds to QGIS when it is loaded, it takes away when it is unloaded, again and
again: no toolbar, menu, dock, provider, locator filter or map tool stays behind."""
from scenario import *
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QDialog, QListView, QToolBar

window = None


def everything_is_there():
    global window
    window = iface.mainWindow()
    label = find("terroirWorkspace")
    yield lambda: "w.sqlite" in label.text(), "the workspace of the settings is not opened"
    assert find("terroirToolBar", QToolBar).isVisible()
    assert find("terroirDock", QDockWidget).isVisible()
    names = [action.objectName() for action in find("terroirToolBar", QToolBar).actions()]
    assert names[:2] == ["terroirShow", "terroirIdentify"], names
    provider = QgsApplication.processingRegistry().providerById("terroir")
    assert provider is not None and len(provider.algorithms()) > 0
    assert "terroir" in [action.text() for action in iface.pluginMenu().actions()]
    picture("loaded")


def plugins_row(text):
    """The plugin manager's row of a plugin, through its own model."""
    for dialog in QApplication.topLevelWidgets():
        if dialog.objectName() == "QgsPluginManagerBase" and dialog.isVisible():
            model = dialog.findChild(QListView, "vwPlugins").model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                if index.data() == text:
                    return dialog, model, index
    return None


def tick(state):
    """Ticks or unticks the plugin in the plugin manager, as a person does."""
    QTimer.singleShot(0, iface.actionManagePlugins().trigger)
    yield lambda: plugins_row("terroir") is not None, "the plugin manager does not list terroir"
    dialog, model, index = plugins_row("terroir")
    if state == Qt.Unchecked:
        picture("plugin-manager")
    model.setData(index, state, Qt.CheckStateRole)
    yield lambda: True, ""
    dialog.reject()
    yield lambda: not dialog.isVisible(), "the plugin manager does not close"


def unloading_leaves_nothing_behind():
    # In the middle of things: with our map tool in use and a unit shown.
    find("terroirIdentify", QAction).trigger()
    assert iface.mapCanvas().mapTool() is not None
    yield from tick(Qt.Unchecked)
    assert leftovers() == [], leftovers()
    assert iface.mapCanvas().mapTool() is None or "terroir" not in str(iface.mapCanvas().mapTool())
    # What it would have answered to is gone, too, and nothing crashes.
    keys("ctrl+k")
    write("ban hon")
    yield after(1), "QGIS has stopped"
    keys("Escape")
    picture("unloaded")


def loading_again_brings_it_back():
    yield from tick(Qt.Checked)
    label = find("terroirWorkspace")
    yield lambda: "w.sqlite" in label.text(), "the workspace is not opened again"
    yield from tick(Qt.Unchecked)
    assert leftovers() == [], leftovers()
    yield from tick(Qt.Checked)
    assert find("terroirDock", QDockWidget).isVisible()
    # Each once, not one from every time that it was loaded.
    for name in ("terroirDock", "terroirToolBar"):
        assert len([one for one in window.findChildren(QWidget, name)]) == 1, name


Scenario(everything_is_there, unloading_leaves_nothing_behind, loading_again_brings_it_back)
