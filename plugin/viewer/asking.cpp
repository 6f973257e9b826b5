#include "plugin/viewer/asking.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace terroir::viewer {

namespace {

/// The translators' name for the texts of this file.
struct Asking {
    Q_DECLARE_TR_FUNCTIONS(terroir::viewer::Asking)
};

} // namespace

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

void warn(QWidget* parent, const QString& title, const QString& sentence) {
    QMessageBox box(QMessageBox::Warning, title, sentence, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

bool mayWrite(QWidget* parent, const QString& file) {
    return !QFileInfo::exists(file) ||
           isConfirmed(parent, Asking::tr("Replace the file?"),
                       Asking::tr("'%1' exists. Its content will be lost.").arg(file),
                       Asking::tr("&Replace"));
}

} // namespace terroir::viewer
