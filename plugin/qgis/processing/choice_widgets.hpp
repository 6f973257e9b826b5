#pragma once

class QgsProcessingParameterWidgetFactoryInterface;

namespace terroir::qgis {

/// While it lives, the dialogs of QGIS's window have widgets for ChoiceParameter; nothing without a
/// window (qgis_process, a script).
class ChoiceWidgets {
public:
    ChoiceWidgets();
    ~ChoiceWidgets();
    ChoiceWidgets(const ChoiceWidgets&) = delete;
    ChoiceWidgets& operator=(const ChoiceWidgets&) = delete;

private:
    /// Null where there is nothing to take out again; QGIS's registry owns it.
    QgsProcessingParameterWidgetFactoryInterface* m_added = nullptr;
};

} // namespace terroir::qgis
