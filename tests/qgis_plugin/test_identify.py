"""A click on the map shows what is known of the unit of the chosen day that lies there."""
from scenario import *
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QAction, QComboBox, QDateEdit, QTextBrowser, QToolButton
from qgis.core import QgsPointXY, QgsRectangle, QgsCoordinateReferenceSystem, QgsProject


def the_workspace_is_open():
    label = find("terroirWorkspace")
    yield lambda: "w.sqlite" in label.text(), "the workspace is not opened"


def shown():
    return find("terroirRecords", QTextBrowser).toPlainText()


def click_at(longitude, latitude):
    canvas = iface.mapCanvas()
    pixel = canvas.getCoordinateTransform().transform(QgsPointXY(longitude, latitude))
    click(canvas, int(pixel.x()), int(pixel.y()))


def today_a_click_at_binh_lu_shows_the_commune_of_today():
    iface.newProject()
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsRectangle(103.3, 22.1, 103.9, 22.5))
    find("terroirIdentify", QAction).trigger()
    yield after(0.3), ""
    click_at(103.605, 22.317)
    yield lambda: "tỉnh Lai Châu" in shown() and "in force" in shown(), "nothing is shown"
    assert "huyện Tam Đường" not in shown().split("Type")[0], shown()
    yield after(1), ""
    picture("identified-today")


def at_the_end_of_2022_the_same_click_shows_the_commune_of_a_district():
    eras = find("terroirEras", QComboBox)
    eras.setCurrentIndex(eras.findData(QDate(2022, 12, 31)))
    eras.activated.emit(eras.currentIndex())
    assert find("terroirDay", QDateEdit).date() == QDate(2022, 12, 31)
    click_at(103.605, 22.317)
    yield lambda: "huyện Tam Đường, tỉnh Lai Châu" in shown().split("Type")[0], \
        "the commune of 2022 is not shown"
    assert "Records: " in shown(), shown()
    yield after(1), ""
    picture("identified-2022")


def the_communes_of_its_province_are_added_as_a_layer():
    actions = find("terroirAddUnits", QToolButton).menu().actions()
    actions[2].trigger()
    yield lambda: QgsProject.instance().mapLayers() != {}, "there is no layer"
    layer = list(QgsProject.instance().mapLayers().values())[0]
    expected = terroir("-w", workspace, "units", "--as-of", "2022-12-31", "--level", "commune",
                       "--within", "tỉnh Lai Châu").splitlines()[1:]
    assert layer.featureCount() == len(expected), (layer.featureCount(), len(expected))
    assert "approximate boundaries" in layer.name(), layer.name()
    # A selected one of them is the chosen unit.
    wanted = [one for one in layer.getFeatures() if one["name"] == "Sơn Bình"][0]
    layer.selectByIds([wanted.id()])
    yield lambda: shown().startswith("Xã Sơn Bình"), "the selected unit is not shown"
    layer.removeSelection()
    yield after(1), ""
    picture("units-layer")


def a_click_takes_the_day_of_the_layer_under_it():
    layer = list(QgsProject.instance().mapLayers().values())[0]
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsRectangle(103.3, 22.1, 103.9, 22.5))
    eras = find("terroirEras", QComboBox)
    eras.setCurrentIndex(0)
    eras.activated.emit(0)
    assert find("terroirDay", QDateEdit).date() == QDate.currentDate()
    yield lambda: layer in canvas.layers() and not canvas.isDrawing(), "the layer is not shown"
    click_at(103.605, 22.317)
    yield lambda: "huyện Tam Đường, tỉnh Lai Châu" in shown().split("Type")[0], \
        "the layer of 2022 is shown, and its commune is not"
    # Without the layer it is the day of the dock again.
    QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    yield lambda: layer not in canvas.layers(), "the layer is still there"
    click_at(103.605, 22.317)
    yield lambda: "huyện Tam Đường" not in shown().split("Type")[0], shown()[:80]
    eras.setCurrentIndex(eras.findData(QDate(2022, 12, 31)))
    eras.activated.emit(eras.currentIndex())
    click_at(103.605, 22.317)
    yield lambda: "huyện Tam Đường, tỉnh Lai Châu" in shown().split("Type")[0], shown()[:80]


def a_record_shows_its_source_and_leads_back():
    browser = find("terroirRecords", QTextBrowser)
    before = shown()
    html = browser.toHtml()
    start = html.index('href="record:') + len('href="')
    from qgis.PyQt.QtCore import QUrl
    browser.anchorClicked.emit(QUrl(html[start:html.index('"', start)]))
    assert "Source:" in shown() and "As written:" in shown(), shown()
    picture("record")
    browser.anchorClicked.emit(QUrl("back:"))
    assert shown() == before


def abroad_there_is_no_unit():
    iface.mapCanvas().setExtent(QgsRectangle(101.0, 22.0, 101.6, 22.4))
    yield after(0.3), ""
    click_at(101.3, 22.2)
    yield lambda: "no unit of Vietnam" in " ".join(messages()), "nothing is said"


def a_map_in_metres_is_clicked_as_well():
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:9205"))
    canvas = iface.mapCanvas()
    yield after(0.3), ""
    from qgis.core import QgsCoordinateTransform
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                    canvas.mapSettings().destinationCrs(), QgsProject.instance())
    extent = to_map.transformBoundingBox(QgsRectangle(103.3, 22.1, 103.9, 22.5))
    canvas.setExtent(extent)
    yield after(0.3), ""
    point = to_map.transform(QgsPointXY(103.605, 22.317))
    click_at(point.x(), point.y())
    yield lambda: "Tam Đường" in shown(), "nothing is shown"


Scenario(the_workspace_is_open, today_a_click_at_binh_lu_shows_the_commune_of_today,
         at_the_end_of_2022_the_same_click_shows_the_commune_of_a_district,
         the_communes_of_its_province_are_added_as_a_layer,
         a_click_takes_the_day_of_the_layer_under_it,
         a_record_shows_its_source_and_leads_back, abroad_there_is_no_unit,
         a_map_in_metres_is_clicked_as_well)
