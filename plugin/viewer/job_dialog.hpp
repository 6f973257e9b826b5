#pragma once

#include "plugin/viewer/desk.hpp"

#include <QDialog>

#include <optional>

namespace terroir::viewer {

/// A dialog that starts a long job. While the job runs or waits its turn, Cancel and Esc stop it
/// and no other, and the dialog stays to say how it ended; else they close the dialog.
class JobDialog : public QDialog {
    Q_OBJECT
public:
    JobDialog(Desk& desk, QWidget* parent) : QDialog(parent), m_jobDesk(desk) {}
    void reject() override;

protected:
    /// Before the job is started.
    void beginJob() { m_job = m_jobDesk.jobs().nextId(); }
    void endJob() { m_job.reset(); }
    bool isWorking() const { return m_job.has_value(); }
    /// Where the dialog says what is being done.
    virtual void say(const QString& sentence) = 0;

private:
    Desk& m_jobDesk;
    std::optional<JobRunner::JobId> m_job;
};

} // namespace terroir::viewer
