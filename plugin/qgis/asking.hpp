#pragma once

#include <QMessageBox>

namespace terroir::qgis {

/// A question before something that a person may not want; No is the default. The text, which may
/// hold names of somebody's file, is shown as it is.
inline bool isConfirmed(QWidget* parent, const QString& title, const QString& question) {
    QMessageBox box(QMessageBox::Warning, title, question, QMessageBox::Yes | QMessageBox::No,
                    parent);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::No);
    return box.exec() == QMessageBox::Yes;
}

} // namespace terroir::qgis
