#include "core/base/output_place.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/operating_system.hpp"
#include "core/base/system_reason.hpp"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

namespace terroir {

namespace fs = std::filesystem;

namespace {

fs::path folderOf(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// Removes what a killed program left of an output of this name: ".STEM.PID.part…" of a process
/// that is no more.
void removeLeftovers(const fs::path& folder, const std::string& stem) {
    const std::string start = "." + stem + ".";
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        const std::size_t part = name.find(".part", start.size());
        if (!name.starts_with(start) || part == std::string::npos)
            continue;
        int process = 0;
        const char* end = name.data() + part;
        const auto number = std::from_chars(name.data() + start.size(), end, process);
        if (number.ptr == end && process > 0 && !isRunning(process))
            fs::remove_all(entry.path(), ignored);
    }
}

} // namespace

void requireAbsent(const fs::path& target, Overwrite overwrite) {
    std::error_code ignored;
    if (overwrite == Overwrite::Refuse && fs::exists(target, ignored))
        throw InputError(localText("Đã có tệp '{}'; hãy đặt tên khác, hoặc dùng -O để ghi đè.",
                                   "'{}' exists already; give another name, or -O to replace it.",
                                   target.string()));
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

fs::path hiddenBeside(const fs::path& target, const std::string& extension) {
    const fs::path folder = folderOf(target);
    const fs::path hidden =
        folder / fmt::format(".{}.{}.part{}", target.stem().string(), processNumber(), extension);
    std::error_code ignored;
    fs::remove_all(hidden, ignored);
    removeLeftovers(folder, target.stem().string());
    return hidden;
}

void syncToDisk(const fs::path& file, const fs::path& target) {
    if (const int problem = flushToDisk(file); problem != 0)
        throw InputError(localText("Không ghi được '{}' ({}); có phải ổ đĩa đã đầy?",
                                   "'{}' could not be written ({}); is the disk full?",
                                   target.string(), systemReason(problem)));
}

void moveInPlace(const fs::path& from, const fs::path& target) {
    std::error_code error;
    fs::rename(from, target, error);
    if (error)
        throw InputError(localText("Không đổi được tên tệp tạm thành '{}' ({}).",
                                   "'{}' could not be put in place ({}).", target.string(),
                                   systemReason(error.value())));
    // So that the new name is still there after a power cut. Some network drives cannot; then the
    // file is in its place all the same.
    static_cast<void>(flushToDisk(folderOf(target)));
}

} // namespace terroir
