"""The page of themes: a theme becomes native layers, other choices update them, and what is changed
in QGIS is saved as a theme that stands in the list."""
from scenario import *
import json
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (QComboBox, QDialogButtonBox, QLineEdit, QListWidget, QPushButton,
                                 QSpinBox, QTabWidget)
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorFileWriter, QgsVectorLayer


def page():
    return find("terroirThemePage")


def control(name, kind):
    return page().findChild(kind, name)


def choose(name, data):
    box = control(name, QComboBox)
    index = box.findData(data)
    assert index >= 0, (name, data)
    box.setCurrentIndex(index)


def choose_theme(title):
    listed = control("themes", QListWidget)
    for row in range(listed.count()):
        if title in listed.item(row).text():
            listed.setCurrentRow(row)
            return
    raise AssertionError([listed.item(row).text() for row in range(listed.count())])


def groups():
    return QgsProject.instance().layerTreeRoot().findGroups()


def layers(group):
    return [node.layer() for node in group.findLayers()]


def units(group):
    """The layer of the units, or of the symbols that lie on them."""
    return [one for one in layers(group) if one.name() != "One figure for several communes"][0]


def is_done():
    return control("apply", QPushButton).isEnabled()


def ranges(layer):
    return [(one.label(), one.symbol().color().name()) for one in layer.renderer().ranges()]


def a_theme_becomes_layers_and_the_map_goes_there():
    pages = find("terroirPages", QTabWidget)
    pages.setCurrentIndex(0)
    yield is_done, "the workspace is not opened"
    assert control("themes", QListWidget).count() == len(json.loads(terroir("themes", "--json")))
    choose_theme("Areas planted")
    choose("method", "jenks")  # classes instead of symbols
    control("apply", QPushButton).click()
    yield lambda: is_done() and groups(), "there are no layers"
    assert len(groups()) == 1 and groups()[0].name().startswith("Areas planted")
    made = layers(groups()[0])
    assert [layer.name() for layer in made] == [
        "One figure for several communes", "Planted area (ha)", "Not attributed"], made
    assert ranges(made[1])[-1] == ("No data (8)", "#f8f8f6"), ranges(made[1])
    yield (lambda: QgsProject.instance().crs().authid() == "EPSG:9205",
           "the map is not in VN-2000 of the province")
    extent = iface.mapCanvas().extent()
    assert 2e6 < extent.yMinimum() < extent.yMaximum() < 3e6, extent.toString()
    said = " ".join(messages())
    assert "Not attributed" in said and "Approximate boundaries" in said, said
    yield after(1), ""
    picture("themes-applied")


def other_choices_update_the_same_layers():
    before = [layer.id() for layer in layers(groups()[0])]
    choose("method", "quantile")
    choose("palette", "Reds")
    control("classes", QSpinBox).setValue(2)
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    assert len(groups()) == 1
    assert [layer.id() for layer in layers(groups()[0])] == before
    assert len(ranges(units(groups()[0]))) == 3
    choose("per", "km2")
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    renderer = units(groups()[0]).renderer()
    assert renderer.classAttribute() == 'coalesce("area_per_area",-1)', renderer.classAttribute()
    assert units(groups()[0]).featureCount() == 13


def make_permanent(layer, file, driver):
    """As the layer's menu does: the rows go to a file, and the layer reads them from there."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.layerName = "mine"
    project = QgsProject.instance()
    said = QgsVectorFileWriter.writeAsVectorFormatV2(layer, file, project.transformContext(),
                                                     options)
    assert said[0] == QgsVectorFileWriter.NoError, said
    layer.setDataSource(file, layer.name(), "ogr")
    assert layer.isValid() and layer.featureCount() > 0


def rows(layer):
    return [(row.attributes(), row.geometry().asWkt(5)) for row in layer.getFeatures()]


def layers_that_were_made_permanent_stay_as_they_are():
    for name, driver in (("mine.gpkg", "GPKG"), ("mine.shp", "ESRI Shapefile")):
        iface.messageBar().clearWidgets()
        layer = units(groups()[0])
        file = os.path.join(folder, name)
        make_permanent(layer, file, driver)
        kept, style, count = rows(layer), ranges(layer), len(groups())
        choose("level", "district")
        control("apply", QPushButton).click()
        yield is_done, "the theme is not applied"
        assert len(groups()) == count + 1
        assert units(groups()[1]).id() == layer.id()
        assert rows(layer) == kept and ranges(layer) == style
        assert rows(QgsVectorLayer(file, "again", "ogr")) == kept
        assert any("saved to a file" in text for text in messages()), messages()
        made = units(groups()[0])
        assert made.providerType() == "memory"
        assert {row["level"] for row in made.getFeatures()} == {"district"}
        # From then on the new group is the one that follows.
        iface.setActiveLayer(layer)
        control("level", QComboBox).setCurrentIndex(0)
        control("apply", QPushButton).click()
        yield is_done, "the theme is not applied"
        assert len(groups()) == count + 1 and units(groups()[0]).id() == made.id()
        assert {row["level"] for row in made.getFeatures()} == {"commune"}
        assert made.featureCount() == 13 and rows(layer) == kept


def layers_that_are_being_edited_stay_as_they_are():
    layer = units(groups()[0])
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    count = len(groups())
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    assert len(groups()) == count + 1
    assert layer.isEditable() and layer.featureCount() == 12
    layer.rollBack()
    for group in groups()[1:]:
        QgsProject.instance().layerTreeRoot().removeChildNode(group)


def new_layers_stand_beside_the_old():
    choose_theme("Cold-water")
    choose("method", "jenks")  # sites by class, tanks as symbols
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    control("newLayers", QPushButton).click()
    yield is_done, "the theme is not applied"
    assert len(groups()) == 3
    assert [layer.geometryType() for layer in layers(groups()[0])] == [0, 2], "symbols on top"
    # Two themes over each other could not be read.
    assert [group.itemVisibilityChecked() for group in groups()] == [True, False, False]
    groups()[0].setItemVisibilityChecked(False)
    iface.setActiveLayer(units(groups()[1]))
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    assert [group.itemVisibilityChecked() for group in groups()] == [False, True, False]
    iface.setActiveLayer(units(groups()[0]))
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    for group in groups()[1:]:
        QgsProject.instance().layerTreeRoot().removeChildNode(group)
    yield after(1), ""
    picture("themes-symbols")


def crs():
    return QgsProject.instance().crs().authid()


def the_projection_follows_a_theme_until_a_person_chooses_one():
    assert crs() == "EPSG:9205", crs()
    choose("area", "country")
    control("apply", QPushButton).click()
    yield lambda: is_done() and crs() == "EPSG:3405", "the map is not in the country's projection"
    made = layers(groups()[0])[1]
    assert made.featureCount() > 5000
    yield after(2), ""
    assert iface.mapCanvas().extent().height() > 1.6e6, "the country is not in view"
    assert QApplication.activeModalWidget() is None, "QGIS asks"
    picture("themes-country")
    control("area", QComboBox).setCurrentIndex(0)
    control("apply", QPushButton).click()
    yield lambda: is_done() and crs() == "EPSG:9205", "the map is not in the province's projection"
    assert iface.mapCanvas().extent().height() < 2e5
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    yield after(0.5), ""
    assert crs() == "EPSG:32648", crs()


def a_changed_colour_is_saved_as_a_theme():
    layer = layers(groups()[0])[1]
    shown = layer.renderer().ranges()
    symbol = shown[0].symbol().clone()
    symbol.setColor(QColor("#123456"))
    layer.renderer().updateRangeSymbol(0, symbol)
    iface.setActiveLayer(layer)
    QTimer.singleShot(0, control("saveTheme", QPushButton).click)
    window = iface.mainWindow()
    yield lambda: window.findChild(QWidget, "terroirSaveTheme") is not None, "there is no dialog"
    dialog = find("terroirSaveTheme")
    yield after(0.5), ""
    picture("themes-save")
    dialog.findChild(QLineEdit, "titleVi").setText("Cá của tôi")
    dialog.findChild(QLineEdit, "titleEn").setText("My fish")
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.Save).click()
    yield lambda: control("themes", QListWidget).count() == 24, "the theme is not in the list"
    assert control("themes", QListWidget).currentItem().text() == "My fish"
    file = os.path.join(os.environ["XDG_DATA_HOME"], "terroir", "themes", "ca-cua-toi.theme.json")
    assert os.path.exists(file)
    control("apply", QPushButton).click()
    yield lambda: is_done() and len(groups()) == 2, "the theme is not applied"
    assert ranges(layers(groups()[0])[1]) == ranges(layer)


def offers():
    return [button for button in
            iface.messageBar().findChildren(QPushButton, "terroirApplyAgain") if button.isVisible()]


def without_keys(of):
    """Of a GeoPackage without its numbers of rows."""
    skip = of.fields().lookupField("fid")
    return [([value for i, value in enumerate(row.attributes()) if i != skip],
             row.geometry().asWkt(5)) for row in of.getFeatures()]


def a_saved_project_opens_full():
    file, beside = os.path.join(folder, "p.qgz"), os.path.join(folder, "p_terroir.gpkg")
    layer = layers(groups()[0])[1]
    layer.setName("Named by me")
    drawn = layer.renderer().ranges()  # the symbols are theirs
    symbol = drawn[1].symbol().clone()
    symbol.setColor(QColor("#654321"))
    layer.renderer().updateRangeSymbol(1, symbol)
    shown = [(one.id(), one.name(), rows(one)) for one in layers(groups()[0])]
    look = ranges(layer)
    assert len(shown[0][2]) > 0 and len(shown[1][2]) > 0
    assert layer.customProperty("skipMemoryLayersCheck"), "QGIS asks whether to lose it"
    iface.messageBar().clearWidgets()
    assert QgsProject.instance().write(file)
    assert os.path.exists(beside)
    assert any("p_terroir.gpkg" in text for text in messages()), messages()
    assert all(one.providerType() == "ogr" for one in layers(groups()[0]))
    assert ranges(layer) == look, "still as it was seen"
    assert iface.newProject(False)
    yield after(0.3), ""
    assert iface.addProject(file)
    yield after(1), ""
    assert not offers(), "nothing is to be applied again"
    layer = layers(groups()[0])[1]
    assert '"id": "ca-cua-toi"' in layer.customProperty("terroir/theme")
    assert [(one.id(), one.name(), without_keys(one)) for one in layers(groups()[0])] == shown
    assert ranges(layer) == look, ranges(layer)
    picture("themes-reopened")


def its_layers_are_still_those_that_apply_updates():
    count, layer = len(groups()), layers(groups()[0])[1]
    iface.setActiveLayer(layer)
    choose("level", "district")
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    assert len(groups()) == count, "another group"
    assert {row["level"] for row in layer.getFeatures()} == {"district"}
    assert QgsProject.instance().write()
    stored = QgsVectorLayer(layer.source(), "again", "ogr")
    assert "p_terroir.gpkg" in layer.source() and stored.featureCount() == layer.featureCount()
    assert {row["level"] for row in stored.getFeatures()} == {"district"}
    control("level", QComboBox).setCurrentIndex(0)
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    # Under another name the rows go along.
    assert QgsProject.instance().write(os.path.join(folder, "q.qgz"))
    assert all("q_terroir.gpkg" in one.source() for one in layers(groups()[0]))
    assert iface.addProject(os.path.join(folder, "p.qgz"))
    yield after(0.5), ""
    assert {row["level"] for row in layers(groups()[0])[1].getFeatures()} == {"district"}


def two_projects_of_one_name_keep_rows_of_their_own():
    project = QgsProject.instance()
    assert project.write(os.path.join(folder, "p.qgs"))
    assert all("p.qgs_terroir.gpkg" in one.source() for one in layers(groups()[0]))
    assert os.path.exists(os.path.join(folder, "p_terroir.gpkg"))
    assert iface.addProject(os.path.join(folder, "p.qgz"))
    yield after(0.5), ""


def what_is_not_stored_with_the_project_is_said():
    choose("level", "district")
    control("newLayers", QPushButton).click()
    yield is_done, "the theme is not applied"
    edited, emptied = layers(groups()[0])[:2]
    emptied.dataProvider().truncate()
    assert edited.startEditing()
    iface.messageBar().clearWidgets()
    assert QgsProject.instance().write()
    said = messages()
    assert any("'%s' are being edited" % edited.name() in text for text in said), said
    assert any("'%s' have no rows" % emptied.name() in text for text in said), said
    assert edited.providerType() == "memory"
    assert edited.rollBack()
    iface.messageBar().clearWidgets()
    assert QgsProject.instance().write()
    assert edited.providerType() == "ogr", "stored as soon as it is not edited"
    root = QgsProject.instance().layerTreeRoot()
    root.removeChildNode(groups()[0])
    control("level", QComboBox).setCurrentIndex(0)
    yield after(0.3), ""


def where_rows_cannot_be_stored_it_offers_to_apply_again():
    choose("level", "district")
    control("apply", QPushButton).click()
    yield is_done, "the theme is not applied"
    shown = [(one.id(), one.name(), rows(one)) for one in layers(groups()[0])]
    inside = "geopackage:%s?projectName=inside" % os.path.join(folder, "inside.gpkg")
    assert QgsProject.instance().write(inside)
    assert iface.newProject(False)
    yield after(0.3), ""
    assert not offers(), "nothing is there to apply"
    assert iface.addProject(inside)
    yield offers, "nothing says that the layers are empty"
    layer = layers(groups()[0])[1]
    assert layer.featureCount() == 0
    offers()[0].click()
    yield lambda: layer.featureCount() > 0, "the layers stay empty"
    assert not offers()
    assert [(one.id(), one.name(), rows(one)) for one in layers(groups()[0])] == shown


def hand_over(name, ending):
    """Through the button and its dialog; gives the file."""
    from qgis.PyQt.QtWidgets import QFileDialog
    iface.messageBar().clearWidgets()
    click(control("handOver", QPushButton))
    window = iface.mainWindow()
    yield lambda: window.findChild(QFileDialog, "terroirHandOver"), "there is no dialog"
    dialog = find("terroirHandOver", QFileDialog)
    assert any("*." + ending in one for one in dialog.nameFilters()), dialog.nameFilters()
    yield after(0.5), ""
    picture("themes-export-" + ending)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(os.path.join(folder, name))
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.Save).click()
    yield lambda: is_done() and messages(), "nothing is said"


def a_theme_is_handed_over_as_a_project_and_as_a_page():
    choose_theme("Cold-water")
    yield from hand_over("fish.gpkg", "gpkg")
    assert any("fish.qgz" in text for text in messages()), messages()
    handed = QgsProject()
    assert handed.read(os.path.join(folder, "fish.qgz"))
    names = [group.name() for group in handed.layerTreeRoot().findGroups()]
    assert names and "Cold-water" in names[0], names
    assert all(layer.isValid() for layer in handed.mapLayers().values())
    assert len(handed.layoutManager().printLayouts()) == 2, "a page and an atlas"
    yield from hand_over("fish.html", "html")
    assert any("without a network" in text for text in messages()), messages()
    page_text = open(os.path.join(folder, "fish.html"), encoding="utf-8").read()
    assert page_text.startswith("<!DOCTYPE html>") and "Cold-water" in page_text
    # Nothing half-written where it cannot be.
    yield from hand_over("/proc/fish.gpkg", "gpkg")
    assert any("'/proc' cannot be written" in text for text in messages()), messages()


def years_that_are_none_are_refused():
    control("years", QComboBox).setEditText("22")
    control("apply", QPushButton).click()
    yield after(0.3), ""
    assert any("neither a year" in text for text in messages()), messages()


Scenario(a_theme_becomes_layers_and_the_map_goes_there, other_choices_update_the_same_layers,
         layers_that_were_made_permanent_stay_as_they_are,
         layers_that_are_being_edited_stay_as_they_are,
         new_layers_stand_beside_the_old,
         the_projection_follows_a_theme_until_a_person_chooses_one, a_changed_colour_is_saved_as_a_theme,
         a_saved_project_opens_full, its_layers_are_still_those_that_apply_updates,
         two_projects_of_one_name_keep_rows_of_their_own, what_is_not_stored_with_the_project_is_said,
         where_rows_cannot_be_stored_it_offers_to_apply_again, a_theme_is_handed_over_as_a_project_and_as_a_page,
         years_that_are_none_are_refused)
