"""All records in the dock: filtered by the words of the command line, added, changed and deleted by
the rules of the core, and brought back. On the screen of a small notebook."""
import csv
import io

from scenario import *
from qgis.PyQt.QtCore import QItemSelectionModel, Qt, QTimer
from qgis.PyQt.QtWidgets import (QApplication, QComboBox, QDialog, QDialogButtonBox, QLabel, QLineEdit,
                                 QMessageBox, QPushButton, QTabWidget, QTreeView)


def rows():
    return find("recordList", QTreeView).model().rowCount()


def cell(row, column):
    model = find("recordList", QTreeView).model()
    return model.data(model.index(row, column))


def count_of(*arguments):
    return len(list(csv.DictReader(io.StringIO(terroir("-w", workspace, "records", *arguments)))))


def choose(row):
    view = find("recordList", QTreeView)
    index = view.model().index(row, 0)
    view.selectionModel().select(
        index, QItemSelectionModel.ClearAndSelect | QItemSelectionModel.Rows)
    view.setCurrentIndex(index)


def form():
    found = [one for one in iface.mainWindow().findChildren(QDialog)
             if one.objectName() == "terroirRecordForm" and one.isVisible()]
    return found[-1] if found else None


def save():
    form().findChild(QDialogButtonBox).button(QDialogButtonBox.Save).click()


def answer_yes():
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QMessageBox) and one.isVisible():
            one.button(QMessageBox.Yes).click()


def the_workspace_is_open():
    label = find("terroirWorkspace")
    yield lambda: "w.sqlite" in label.text(), "the workspace is not opened"


def every_page_fits_the_screen():
    pages = find("terroirPages", QTabWidget)
    for i in range(pages.count()):
        pages.setCurrentIndex(i)
        yield after(0.5), ""
        assert iface.mainWindow().height() <= 768, (pages.tabText(i), iface.mainWindow().height())
        assert iface.mainWindow().minimumSizeHint().height() <= 768, pages.tabText(i)
        picture("page-%d" % i)


def all_records_are_listed():
    pages = find("terroirPages", QTabWidget)
    pages.setCurrentIndex([pages.tabText(i) for i in range(pages.count())].index("List"))
    yield lambda: rows() == count_of(), "%d rows" % rows()
    picture("record-list")


def filters_are_those_of_the_command_line():
    kind = find("recordKind", QComboBox)
    kind.setCurrentIndex(kind.findData("ocop"))
    wanted = count_of("--kind", "ocop")
    yield lambda: rows() == wanted, "%d and not %d rows" % (rows(), wanted)
    source = find("recordSource", QComboBox)
    source.setCurrentIndex(source.findData("TD22"))
    wanted = count_of("--kind", "ocop", "--source", "TD22")
    yield lambda: rows() == wanted, "%d and not %d rows" % (rows(), wanted)
    kind.setCurrentIndex(0)
    source.setCurrentIndex(0)
    find("recordHolder", QLineEdit).setText("công ty")
    wanted = count_of("--holder", "công ty")
    yield lambda: rows() == wanted, "%d and not %d rows" % (rows(), wanted)
    find("recordHolder", QLineEdit).clear()
    state = find("recordState", QComboBox)
    state.setCurrentIndex(state.findData("proposed"))
    wanted = count_of("--status", "proposed")
    yield lambda: rows() == wanted, "%d and not %d rows" % (rows(), wanted)
    state.setCurrentIndex(0)


def what_the_core_refuses_stays_in_the_form_with_its_sentence():
    find("recordText", QLineEdit).setText("TD22-097")
    yield lambda: rows() == 1, "%d rows" % rows()
    choose(0)
    find("recordChange", QPushButton).click()
    yield lambda: form() is not None, "there is no form"
    form().findChild(QLineEdit, "value").setText("hai")
    save()
    problem = form().findChild(QLabel, "problem")
    yield lambda: problem.isVisible() and "hai" in problem.text(), "nothing is said"
    assert form().findChild(QLineEdit, "value").text() == "hai"
    picture("record-form")


def a_number_is_changed():
    form().findChild(QLineEdit, "value").setText("12")
    form().findChild(QLineEdit, "holder").setText("HTX Bản Bo")
    save()
    yield lambda: form() is None, "the form stays"
    said = list(csv.DictReader(io.StringIO(
        terroir("-w", workspace, "records", "--text", "TD22-097"))))[0]
    assert said["value"] == "12" and said["holder"] == "HTX Bản Bo", said
    yield lambda: rows() == 1 and "12" in cell(0, 1), cell(0, 1)


def a_record_is_deleted_and_comes_back():
    choose(0)
    QTimer.singleShot(500, answer_yes)
    find("recordDelete", QPushButton).click()
    yield lambda: rows() == 0, "it is still there"
    assert count_of("--text", "TD22-097") == 0
    find("recordUndo", QPushButton).click()
    yield lambda: rows() == 1, "it does not come back"
    yield lambda: any("Taken back" in text for text in messages()), messages()
    find("recordUndo", QPushButton).click()
    yield lambda: rows() == 1 and "4" in cell(0, 1), cell(0, 1)


def a_record_is_added():
    before = count_of()
    find("recordAdd", QPushButton).click()
    yield lambda: form() is not None, "there is no form"
    kind = form().findChild(QComboBox, "kind")
    kind.setCurrentIndex(kind.findData("ocop"))
    form().findChild(QLineEdit, "subject").setText("Chè Shan Bản Bo")
    form().findChild(QLineEdit, "stars").setText("4")
    form().findChild(QLineEdit, "commune").setText("Bản Bo")
    form().findChild(QLineEdit, "district").setText("Tam Đường")
    form().findChild(QLineEdit, "province").setText("Lai Châu")
    form().findChild(QLineEdit, "period").setText("2022")
    save()
    yield lambda: form() is None, "the form stays: " + form().findChild(QLabel, "problem").text()
    assert count_of() == before + 1
    assert count_of("--source", "nhap-tay", "--subject", "chè shan") == 1
    find("recordText", QLineEdit).setText("nhap-tay")
    yield lambda: rows() == 1 and "Shan" in cell(0, 0), "%d rows" % rows()
    picture("record-added")


Scenario(the_workspace_is_open, every_page_fits_the_screen, all_records_are_listed,
         filters_are_those_of_the_command_line,
         what_the_core_refuses_stays_in_the_form_with_its_sentence, a_number_is_changed,
         a_record_is_deleted_and_comes_back, a_record_is_added)
