"""In a Vietnamese QGIS the plugin speaks Vietnamese: no control of it says anything in English."""
import re

from scenario import *
from qgis.PyQt.QtWidgets import (QAbstractButton, QAction, QComboBox, QLabel, QListWidget,
                                 QTabWidget, QTextBrowser)

# Words that stand in the English texts of the plugin's controls, and in no Vietnamese one.
ENGLISH = re.compile(r"\b(the|of|and|open|workspace|records?|review|themes?|apply|save|new|units?|"
                     r"today|end|day|area|level|years?|classes|palette|none|decided|layers|"
                     r"boundaries|no data|as)\b", re.IGNORECASE)


def the_workspace_is_open():
    label = find("terroirWorkspace")
    yield lambda: "w.sqlite" in label.text(), "the workspace is not opened"


def texts():
    """What the dock and the toolbar say, with the tips."""
    dock = find("terroirDock", QDockWidget)
    for widget in dock.findChildren(QWidget):
        yield widget.toolTip()
        yield widget.accessibleName()
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        if isinstance(widget, QListWidget):
            yield from (widget.item(i).text() for i in range(widget.count()))
        if isinstance(widget, QTabWidget):
            yield from (widget.tabText(i) for i in range(widget.count()))
    yield from (action.toolTip() for action in find("terroirToolBar").actions())


def nothing_is_english():
    yield after(1), ""
    said = [re.sub(r"<[^>]*>|&", "", text) for text in texts() if text]
    said = [text for text in said if "w.sqlite" not in text]
    assert len(said) > 40, said
    english = [text for text in said if ENGLISH.search(text)]
    assert not english, english
    picture("vietnamese-themes")


def records_are_told_in_vietnamese():
    find("terroirPages", QTabWidget).setCurrentIndex(1)
    keys("ctrl+k")
    write("ter son binh tam duong")
    yield after(1.5), ""
    keys("Return")
    shown = find("terroirRecords", QTextBrowser)
    yield lambda: "Sơn Bình" in shown.toPlainText(), "the unit is not shown"
    text = shown.toPlainText()
    for word in ("Số liệu", "dòng", "Hiệu lực"):
        assert word in text, (word, text)
    # The figures of the commune with their Vietnamese words: 23 farms of cold-water fish.
    assert "23 cơ sở" in text, text
    # And not those of the commune that it has become a part of.
    assert "Số liệu: 9" in text, text
    yield after(1), ""
    picture("vietnamese-records")


Scenario(the_workspace_is_open, nothing_is_english, records_are_told_in_vietnamese)
