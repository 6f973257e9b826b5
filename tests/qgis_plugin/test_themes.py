"""The page of themes, with mouse and keyboard: a theme becomes native layers, changed again it
renews them, and what is changed in QGIS's own renderer is saved as a theme that terroir reads."""
import glob
import json

from scenario import *
from qgis.PyQt.QtWidgets import QDialogButtonBox, QLineEdit, QListWidget, QPushButton
from qgis.PyQt.QtGui import QColor
from qgis.core import QgsGraduatedSymbolRenderer, QgsProject


def the_workspace_is_open():
    label = find("terroirWorkspace")
    yield lambda: "w.sqlite" in label.text(), "the workspace is not opened"


def groups():
    return [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()]


def polygon_layer():
    layers = [layer for layer in QgsProject.instance().mapLayers().values()
              if isinstance(layer.renderer(), QgsGraduatedSymbolRenderer)]
    assert len(layers) == 1, layers
    return layers[0]


def a_theme_is_applied_with_the_mouse():
    themes = find("themes", QListWidget)
    row = [themes.item(i).text() for i in range(themes.count())].index("Cold-water fish farms and tanks")
    where = themes.visualItemRect(themes.item(row)).center()
    click(themes.viewport(), where.x(), where.y())
    yield lambda: themes.currentRow() == row, "the theme is not chosen"
    click(find("apply", QPushButton))
    yield lambda: groups() == ["Cold-water fish farms and tanks"], "no layers are there"
    yield after(1), ""
    picture("theme-applied")
    renderer = polygon_layer().renderer()
    labels = [one.label() for one in renderer.ranges()]
    assert labels == ["1 (1)", "2 (1)", "23 (1)", "No data (10)"], labels
    # The canvas went there.
    assert iface.mapCanvas().extent().width() < 3, iface.mapCanvas().extent().toString()


def applied_again_it_renews_the_same_layers():
    before = polygon_layer().id()
    iface.setActiveLayer(polygon_layer())
    find("apply", QPushButton).setFocus()
    keys("space")
    yield after(1.5), ""
    assert groups() == ["Cold-water fish farms and tanks"], groups()
    assert polygon_layer().id() == before


def a_selected_feature_shows_its_records():
    from qgis.PyQt.QtWidgets import QTextBrowser
    layer = polygon_layer()
    feature = next(feature for feature in layer.getFeatures())
    layer.selectByIds([feature.id()])
    name = feature["unit_name"]
    yield lambda: name in find("terroirRecords", QTextBrowser).toPlainText(), \
        "its records are not shown"
    layer.removeSelection()


def a_colour_changed_in_QGIS_is_saved_as_a_theme():
    layer = polygon_layer()
    renderer = layer.renderer().clone()
    ranges = renderer.ranges()  # their symbols go with them
    symbol = ranges[2].symbol().clone()
    symbol.setColor(QColor("#123456"))
    renderer.updateRangeSymbol(2, symbol)
    layer.setRenderer(renderer)
    layer.triggerRepaint()
    iface.setActiveLayer(layer)
    from qgis.PyQt.QtWidgets import QTabWidget
    find("terroirPages", QTabWidget).setCurrentIndex(0)
    QTimer.singleShot(0, find("saveTheme", QPushButton).click)
    yield lambda: QApplication.activeModalWidget() is not None, "no dialog asks for a name"
    dialog = QApplication.activeModalWidget()
    picture("save-theme")
    for line in dialog.findChildren(QLineEdit):
        if line.isVisible() and line.isEnabled() and not line.isReadOnly():
            print("field:", line.objectName(), repr(line.text()))
    keys("Return")
    yield lambda: saved() != [], "no theme is saved"
    theme = json.load(open(saved()[0], encoding="utf-8"))
    assert "#123456" in json.dumps(theme), theme
    # The command line draws it.
    terroir("-q", "-w", workspace, "map", "--theme-file", saved()[0], "-o",
            os.path.join(folder, "x.png"))


def saved():
    return glob.glob(os.path.join(os.environ["XDG_DATA_HOME"], "terroir", "themes", "*.theme.json"))


Scenario(the_workspace_is_open, a_theme_is_applied_with_the_mouse,
         applied_again_it_renews_the_same_layers, a_selected_feature_shows_its_records,
         a_colour_changed_in_QGIS_is_saved_as_a_theme)
