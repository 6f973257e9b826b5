"""Places that are not clear are listed, their candidates stand on the canvas, and one click there
or in the dock decides; what was decided is in the workspace and can be taken back."""
import csv
import io

from scenario import *
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QCheckBox, QListWidget, QPushButton, QTabWidget, QToolButton


def the_workspace_has_two_places_that_nobody_can_settle():
    table = os.path.join(folder, "ghi-chep.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("Cây trồng,Xã,Tỉnh\nLúa,Tân Lập,\nChè,Không Có Xã Này,Lai Châu\n")
    subprocess.run([program, "-q", "-w", workspace, "import", table, "--as", "trial"], check=True,
                   capture_output=True)
    label = find("terroirWorkspace")
    yield lambda: "w.sqlite" in label.text(), "the workspace is not opened"
    find("terroirReload", QToolButton).click()
    places = find("terroirReviewList", QListWidget)
    yield lambda: places.count() == 2, "the list has %d places" % places.count()
    assert "Tân Lập" in places.item(0).text(), places.item(0).text()
    pages = find("terroirPages", QTabWidget)
    assert "(2)" in " ".join(pages.tabText(i) for i in range(pages.count()))


def decisions():
    rows = csv.DictReader(io.StringIO(terroir("-w", workspace, "review", "--decided")))
    return list(rows)


def candidates_are_numbered_in_the_dock_and_on_the_canvas():
    pages = find("terroirPages", QTabWidget)
    for i in range(pages.count()):
        if "Review" in pages.tabText(i):
            pages.setCurrentIndex(i)
    first = find("terroirCandidate1", QPushButton)
    assert "Tân Lập" in first.text(), first.text()
    canvas = iface.mapCanvas()
    yield lambda: len(marks()) >= 2, "no candidates on the canvas"
    yield after(1), ""
    picture("review")


def marks():
    """Discs with numbers on the canvas: items that are no rubber bands and no QGIS furniture."""
    return [item for item in iface.mapCanvas().scene().items()
            if abs(item.zValue() - 200) < 0.1 and item.isVisible()]


def a_click_on_the_second_disc_decides():
    wanted = find("terroirCandidate2", QPushButton).toolTip().replace("<span>", "") # no rich text
    # Items are listed from the top: the one added last first.
    discs = sorted(marks(), key=lambda item: item.pos().y())
    number_two = list(reversed(marks()))[1]
    at = iface.mapCanvas().mapFromScene(number_two.pos())
    click(iface.mapCanvas(), at.x(), at.y())
    places = find("terroirReviewList", QListWidget)
    yield lambda: places.count() == 1, "the click has not decided"
    decided = decisions()
    assert len(decided) == 1, decided
    assert wanted.split(" (")[0] in str(decided[0]), (wanted, decided[0])


def none_of_them_is_a_decision_too():
    places = find("terroirReviewList", QListWidget)
    assert "Không Có Xã Này" in places.item(0).text()
    yield lambda: find("terroirReviewNone", QPushButton).isEnabled(), "the page stays locked"
    click(find("terroirReviewNone", QPushButton))
    # A decision that is being written cannot be stopped half-way.
    QgsApplication.taskManager().cancelAll()
    yield lambda: places.count() == 0, "the click has not decided"
    assert len(decisions()) == 2, decisions()
    yield lambda: marks() == [], "candidates stay on the canvas"


def a_decision_is_taken_back():
    click(find("terroirReviewDecided", QCheckBox), 8)
    places = find("terroirReviewList", QListWidget)
    yield lambda: places.count() == 2, "decided places are not listed"
    places.setCurrentRow(0)
    back = find("terroirReviewTakeBack", QPushButton)
    yield lambda: back.isVisible() and back.isEnabled(), "it cannot be taken back"
    click(back)
    yield lambda: len(decisions()) == 1, "the decision is still there"


def the_canvas_is_as_it_was_when_the_page_is_left():
    find("terroirPages", QTabWidget).setCurrentIndex(0)
    yield lambda: marks() == [], "candidates stay on the canvas"


Scenario(the_workspace_has_two_places_that_nobody_can_settle,
         candidates_are_numbered_in_the_dock_and_on_the_canvas,
         a_click_on_the_second_disc_decides, none_of_them_is_a_decision_too,
         a_decision_is_taken_back, the_canvas_is_as_it_was_when_the_page_is_left)
