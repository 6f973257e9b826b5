"""The bar at the lower left of QGIS finds units, products and holders as one types, without
diacritics; what is chosen is shown on the canvas and in the dock."""
from scenario import *
from qgis.PyQt.QtWidgets import QTextBrowser, QTreeView
from qgis.core import QgsProject, QgsRasterLayer


def the_workspace_is_open():
    label = find("terroirWorkspace")
    yield lambda: "w.sqlite" in label.text(), "the workspace is not opened"


def results():
    """What the list of the bar shows: text and second column of each row."""
    found = []
    for tree in QApplication.allWidgets():
        if isinstance(tree, QTreeView) and tree.inherits("QgsLocatorResultsView"):
            model = tree.model()
            for row in range(model.rowCount()):
                found.append((model.index(row, 0).data() or "", model.index(row, 1).data() or ""))
    return found


def look_for(text):
    keys("ctrl+k")
    keys("ctrl+a", "BackSpace")
    write(text)


def a_commune_that_has_ended_is_found_without_diacritics():
    look_for("ban hon")
    wanted = ("xã Bản Hon", "huyện Tam Đường, tỉnh Lai Châu · until 2025")
    yield lambda: wanted in results(), "xã Bản Hon is not found"
    yield after(0.5), ""
    picture("locator")
    keys("Return")
    records = find("terroirRecords", QTextBrowser)
    yield lambda: "Bản Hon" in records.toPlainText(), "the dock does not show it"
    text = records.toPlainText()
    assert "huyện Tam Đường, tỉnh Lai Châu" in text and "03421@2004" in text, text


def the_canvas_goes_there():
    # 103.56° E, 22.30° N, and not the whole world.
    yield (lambda: 0 < iface.mapCanvas().extent().width() < 0.5), "the canvas stays where it was"
    extent = iface.mapCanvas().extent()
    assert 103.4 < extent.center().x() < 103.7 and 22.2 < extent.center().y() < 22.4, \
        extent.toString()
    yield after(1), ""
    picture("found-commune")


def a_product_shows_its_records_with_their_sources():
    look_for("ter mien dong")
    yield lambda: any("miến dong" in text for text, _ in results()), "no product is found"
    yield after(0.5), ""
    picture("locator-product")
    keys("Return")
    records = find("terroirRecords", QTextBrowser)
    yield lambda: "miến dong" in records.toPlainText().lower(), "the dock does not show it"
    yield after(1), ""
    text = records.toPlainText()
    assert "line " in text, text
    picture("found-product")


def what_is_not_there_gives_nothing():
    look_for("ter zzzzqqq")
    yield after(1.5), ""
    assert not [text for text, _ in results() if "zzzz" in text]
    keys("Escape")


Scenario(the_workspace_is_open, a_commune_that_has_ended_is_found_without_diacritics,
         the_canvas_goes_there, a_product_shows_its_records_with_their_sources,
         what_is_not_there_gives_nothing)
