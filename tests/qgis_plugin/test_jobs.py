"""Work in the background: what is stopped leaves the panel usable, and of two workspaces that are
opened at once the last one stays."""
from scenario import *
from qgis.PyQt.QtWidgets import QPushButton, QToolButton
from qgis.core import QgsProject, QgsSettings


def the_workspace_is_open():
    yield lambda: find("apply", QPushButton).isEnabled(), "the workspace is not opened"


def a_theme_that_is_stopped_can_be_applied_again():
    apply = find("apply", QPushButton)
    apply.click()
    assert not apply.isEnabled()
    QgsApplication.taskManager().cancelAll()
    yield apply.isEnabled, "the button stays dead"
    assert any("Stopped" in text for text in messages()), messages()
    assert QgsProject.instance().mapLayers() == {}
    apply.click()
    yield lambda: QgsProject.instance().mapLayers() != {}, "it cannot be applied again"


def what_goes_wrong_is_said_once():
    os.rename(workspace, workspace + ".away")
    iface.messageBar().clearWidgets()
    find("terroirReload", QToolButton).click()
    yield lambda: any("does not exist" in text for text in messages()), "nothing is said"
    yield after(0.5), ""
    assert len([text for text in messages() if "terroir" in text]) == 1, messages()
    os.rename(workspace + ".away", workspace)
    # What was read before is still there.
    assert find("apply", QPushButton).isEnabled()


Scenario(the_workspace_is_open, a_theme_that_is_stopped_can_be_applied_again,
         what_goes_wrong_is_said_once)
