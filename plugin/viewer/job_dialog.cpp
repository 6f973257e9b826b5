#include "plugin/viewer/job_dialog.hpp"

namespace terroir::viewer {

void JobDialog::reject() {
    if (!m_job)
        return QDialog::reject();
    say(tr("Cancelling…"));
    m_jobDesk.jobs().cancel(*m_job);
}

} // namespace terroir::viewer
