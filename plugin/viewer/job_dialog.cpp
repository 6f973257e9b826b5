#include "plugin/viewer/job_dialog.hpp"

namespace terroir::viewer {

void JobDialog::reject() {
    if (!m_isWorking)
        return QDialog::reject();
    say(tr("Cancelling…"));
    m_jobDesk.jobs().cancel();
}

} // namespace terroir::viewer
