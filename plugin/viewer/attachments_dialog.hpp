#pragma once

#include "core/workspace/attachments.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/latest_run.hpp"

#include <QDialog>

#include <string>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace terroir::viewer {

/// The documents that are attached to a record: opened, added, taken off.
class AttachmentsDialog final : public QDialog {
    Q_OBJECT
public:
    AttachmentsDialog(Desk& desk, std::string record, QWidget* parent = nullptr);

    void attach(const std::string& fileOrLink);

signals:
    /// The list is that of the workspace.
    void listed();
    /// A file or an address that is what was attached.
    void opening(QString fileOrLink);

private:
    void read();
    void take(std::vector<workspace::Attachment> attached);
    void addFile();
    void addLink();
    void openCurrent();
    void removeCurrent();
    const workspace::Attachment* current() const;

    Desk& m_desk;
    std::string m_record;
    LatestRun m_list, m_open;
    std::vector<workspace::Attachment> m_attached;
    QListWidget* m_rows = nullptr;
    QLabel* m_state = nullptr;
    QPushButton *m_openButton = nullptr, *m_removeButton = nullptr;
};

} // namespace terroir::viewer
