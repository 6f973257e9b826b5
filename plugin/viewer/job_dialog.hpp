#pragma once

#include "plugin/viewer/desk.hpp"

#include <QDialog>

namespace terroir::viewer {

/// A dialog that starts a long job. While the job runs, Cancel and Esc stop the job, and the dialog
/// stays to say how it ended; else they close the dialog.
class JobDialog : public QDialog {
    Q_OBJECT
public:
    JobDialog(Desk& desk, QWidget* parent) : QDialog(parent), m_jobDesk(desk) {}
    void reject() override;

protected:
    void beginJob() { m_isWorking = true; }
    void endJob() { m_isWorking = false; }
    bool isWorking() const { return m_isWorking; }
    /// Where the dialog says what is being done.
    virtual void say(const QString& sentence) = 0;

private:
    Desk& m_jobDesk;
    bool m_isWorking = false;
};

} // namespace terroir::viewer
