#pragma once

#include <QLatin1String>
#include <QString>
#include <QWidget>

namespace terroir::viewer {

/// The widget, with the name by which tests find it and the one that is read out.
template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessibleName) {
    widget->setObjectName(QLatin1String(name));
    widget->setAccessibleName(accessibleName);
    return widget;
}

} // namespace terroir::viewer
