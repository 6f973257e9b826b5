#include "core/workspace/run_edit.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/store/change_recorder.hpp"

namespace terroir::workspace {

bool runEdit(Workspace& workspace, const std::string& who,
             const std::function<LoggedEdit()>& edit, TooLarge tooLarge) {
    store::WorkspaceFile& file = workspace.file();
    store::EditLog log(file);
    log.prepare();
    file.addRecordDetail();
    file.addRecordGround();
    file.addBaseLayers();
    store::ChangeRecorder recorder(file.database());
    store::Transaction transaction(file.database());
    workspace.forgetRecords();
    const LoggedEdit done = edit();
    const store::Changes changes = recorder.take();
    if (changes.empty())
        return false;
    if (changes.size() > store::EditLog::maxKept && tooLarge == TooLarge::Refuse)
        throw InputError(localText(
            "Thay đổi này ({}) quá lớn ({} MB) nên sẽ không hoàn tác được; chưa có gì thay đổi. "
            "Nếu vẫn muốn, hãy thêm --for-good.",
            "This change ({}) is too large ({} MB) to be undone; nothing was changed. Add "
            "--for-good to make it all the same.",
            done.what, changes.size() >> 20U));
    log.add(who, done.what, done.fields, changes);
    transaction.commit();
    workspace.forgetRecords();
    return true;
}

} // namespace terroir::workspace
