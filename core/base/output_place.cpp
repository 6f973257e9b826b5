#include "core/base/output_place.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/operating_system.hpp"
#include "core/base/system_reason.hpp"

#include <cerrno>
#include <system_error>

namespace terroir {

namespace fs = std::filesystem;

namespace {

fs::path folderOf(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// How the name of the hidden folder begins. Short, since the longest name of a target is as long
/// as the longest name of a folder.
std::string hiddenStart(const fs::path& target) {
    constexpr std::size_t most = 200;
    return "." + target.stem().string().substr(0, most) + ".part-";
}

/// Removes what a killed program left of an output of this name: what nobody holds any more.
void removeLeftovers(const fs::path& folder, const std::string& start) {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().filename().string().starts_with(start))
            HeldFolder().takeOver(entry.path());
}

[[noreturn]] void failExisting(const fs::path& target) {
    throw InputError(localText("Đã có tệp '{}'; hãy đặt tên khác, hoặc dùng -O để ghi đè.",
                               "'{}' exists already; give another name, or -O to replace it.",
                               target.string()));
}

[[noreturn]] void failLongName(const fs::path& target) {
    throw InputError(localText("Tên '{}' quá dài; hãy đặt tên ngắn hơn.",
                               "The name '{}' is too long; give a shorter one.", target.string()));
}

} // namespace

void requireAbsent(const fs::path& target, Overwrite overwrite) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(target, error);
    if (error == std::errc::filename_too_long)
        failLongName(target);
    if (fs::is_symlink(status))
        throw InputError(localText("'{}' là một liên kết tới '{}'; hãy ghi tên của chính tệp đó.",
                                   "'{}' is a link to '{}'; give the name of that file itself.",
                                   target.string(), fs::read_symlink(target, error).string()));
    if (fs::is_other(status))
        throw InputError(localText(
            "'{}' là thiết bị hoặc ống dẫn, không thay bằng tệp được; hãy ghi tên một tệp.",
            "'{}' is a device or a pipe, which no file may replace; give the name of a file.",
            target.string()));
    if (overwrite == Overwrite::Refuse && fs::exists(status))
        failExisting(target);
}

void requireRoomBehind(const fs::path& target, const std::string& ending) {
    std::error_code error;
    static_cast<void>(fs::symlink_status(target.string() + ending, error));
    if (error == std::errc::filename_too_long)
        failLongName(target);
}

void requireOutputPlace(const fs::path& target, Overwrite overwrite) {
    std::error_code ignored;
    const fs::path folder = folderOf(target);
    if (target.filename().empty() || fs::is_directory(target, ignored))
        throw InputError(localText("'{}' là một thư mục; hãy ghi tên tệp cần xuất.",
                                   "'{}' is a folder; give the name of a file to write.",
                                   target.string()));
    if (!fs::is_directory(folder, ignored))
        throw InputError(localText(
            "Không có thư mục '{}' để ghi tệp '{}'; hãy tạo thư mục trước hoặc ghi vào nơi khác.",
            "The folder '{}' for the output '{}' does not exist; make it first or write "
            "somewhere else.",
            folder.string(), target.filename().string()));
    requireAbsent(target, overwrite);
    if (const int problem = checkWritable(folder); problem != 0)
        throw InputError(localText("Không ghi được vào thư mục '{}' ({}); hãy chọn thư mục khác.",
                                   "The folder '{}' cannot be written ({}); choose another one.",
                                   folder.string(), systemReason(problem)));
}

void makeHiddenBeside(HeldFolder& folder, const fs::path& target) {
    const fs::path place = folderOf(target);
    const std::string start = hiddenStart(target);
    removeLeftovers(place, start);
    if (const int problem = folder.make(place, start); problem != 0)
        throw InputError(localText("Không ghi được vào thư mục '{}' ({}); hãy chọn thư mục khác.",
                                   "The folder '{}' cannot be written ({}); choose another one.",
                                   place.string(), systemReason(problem)));
}

void writeContent(const fs::path& file, std::string_view content) {
    if (const int problem = writeWhole(file, content); problem != 0)
        throw InputError(
            localText("Không ghi được '{}' ({}); hãy giải phóng dung lượng hoặc chọn nơi khác.",
                      "'{}' could not be written ({}); free some space or choose another place.",
                      file.string(), systemReason(problem)));
}

LocalText writingProblem(const fs::path& file, const LocalText& otherwise) {
    const int problem = problemOfGrowing(file);
    return problem == 0 ? otherwise : systemReason(problem);
}

void syncToDisk(const fs::path& file, const fs::path& target) {
    if (const int problem = flushToDisk(file); problem != 0)
        throw InputError(localText("Không ghi được '{}' ({}); có phải ổ đĩa đã đầy?",
                                   "'{}' could not be written ({}); is the disk full?",
                                   target.string(), systemReason(problem)));
}

void moveInPlace(const fs::path& from, const fs::path& target, Overwrite overwrite) {
    std::error_code error;
    int problem = 0;
    if (overwrite == Overwrite::Refuse) {
        problem = moveAsNew(from, target);
    } else {
        const fs::file_status old = fs::symlink_status(target, error);
        if (fs::is_regular_file(old))
            fs::permissions(from, old.permissions(), error);
        fs::rename(from, target, error);
        problem = error.value();
    }
    if (problem == EEXIST)
        failExisting(target);
    if (problem != 0)
        throw InputError(localText("Không đổi được tên tệp tạm thành '{}' ({}).",
                                   "'{}' could not be put in place ({}).", target.string(),
                                   systemReason(problem)));
    // So that the new name is still there after a power cut. Some network drives cannot; then the
    // file is in its place all the same.
    static_cast<void>(flushToDisk(folderOf(target)));
}

} // namespace terroir
