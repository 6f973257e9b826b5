#pragma once

#include <QString>

class QWidget;

namespace terroir::viewer {

/// A question before something that a person may not want: true for the button with `yes`; Cancel
/// is the default.
bool isConfirmed(QWidget* parent, const QString& title, const QString& question,
                 const QString& yes);

/// Something that went wrong, which may say names and texts of somebody's file.
void warn(QWidget* parent, const QString& title, const QString& sentence);

/// Whether the file is not there or may be replaced: asks when it is.
bool mayWrite(QWidget* parent, const QString& file);

} // namespace terroir::viewer
