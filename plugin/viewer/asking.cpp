#include "plugin/viewer/asking.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace terroir::viewer {

bool isConfirmed(QWidget* parent, const QString& title, const QString& question,
                 const QString& yes) {
    QMessageBox box(QMessageBox::Question, title, question, QMessageBox::Cancel, parent);
    box.setObjectName(QStringLiteral("question"));
    box.setTextFormat(Qt::PlainText);
    QPushButton* accept = box.addButton(yes, QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("yes"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == accept;
}

bool mayWrite(QWidget* parent, const QString& file) {
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("terroir::viewer::Asking", text);
    };
    return !QFileInfo::exists(file) ||
           isConfirmed(parent, tr("Replace the file?"),
                       tr("'%1' exists. Its content will be lost.").arg(file), tr("&Replace"));
}

} // namespace terroir::viewer
