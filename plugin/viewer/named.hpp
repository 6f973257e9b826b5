#pragma once

#include <QLatin1String>
#include <QString>
#include <QWidget>

namespace terroir::viewer {

/// The widget, with the name by which tests find it and the one that is read out; what is pressed,
/// chosen or written into says it as a tool tip, too, unless it has another one.
template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessibleName) {
    widget->setObjectName(QLatin1String(name));
    widget->setAccessibleName(accessibleName);
    for (const char* control :
         {"QAbstractButton", "QComboBox", "QLineEdit", "QAbstractSpinBox", "QAbstractSlider"})
        if (widget->inherits(control) && widget->toolTip().isEmpty())
            widget->setToolTip(accessibleName);
    return widget;
}

} // namespace terroir::viewer
