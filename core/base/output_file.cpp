#include "core/base/output_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/operating_system.hpp"
#include "core/base/system_reason.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <system_error>

namespace terroir {

namespace fs = std::filesystem;

namespace {

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
            fs::remove(entry.path(), ignored);
    }
}

} // namespace

OutputFile::OutputFile(fs::path target, Overwrite overwrite) : m_target(std::move(target)) {
    std::error_code ignored;
    const fs::path folder = m_target.has_parent_path() ? m_target.parent_path() : fs::path(".");
    if (m_target.filename().empty() || fs::is_directory(m_target, ignored))
        throw InputError(localText("'{}' là một thư mục; hãy ghi tên tệp cần xuất.",
                                   "'{}' is a folder; give the name of a file to write.",
                                   m_target.string()));
    if (!fs::is_directory(folder, ignored))
        throw InputError(localText(
            "Không có thư mục '{}' để ghi tệp '{}'; hãy tạo thư mục trước hoặc ghi vào nơi khác.",
            "The folder '{}' for the output '{}' does not exist; make it first or write "
            "somewhere else.",
            folder.string(), m_target.filename().string()));
    if (overwrite == Overwrite::Refuse && fs::exists(m_target, ignored))
        throw InputError(localText("Đã có tệp '{}'; hãy đặt tên khác, hoặc dùng -O để ghi đè.",
                                   "'{}' exists already; give another name, or -O to replace it.",
                                   m_target.string()));
    if (const int problem = checkWritable(folder); problem != 0)
        throw InputError(localText("Không ghi được vào thư mục '{}' ({}); hãy chọn thư mục khác.",
                                   "The folder '{}' cannot be written ({}); choose another one.",
                                   folder.string(), systemReason(problem)));
    // Hidden, same folder (so that the rename is one step), same extension (formats go by it).
    m_temporary = folder / fmt::format(".{}.{}.part{}", m_target.stem().string(), processNumber(),
                                       m_target.extension().string());
    fs::remove(m_temporary, ignored);
    removeLeftovers(folder, m_target.stem().string());
}

OutputFile::~OutputFile() {
    if (m_committed)
        return;
    std::error_code ignored;
    fs::remove(m_temporary, ignored);
    for (const char* suffix : {"-journal", "-wal", "-shm", ".aux.xml"})
        fs::remove(fs::path(m_temporary.string() + suffix), ignored);
}

void OutputFile::commit() {
    if (const int problem = flushToDisk(m_temporary); problem != 0)
        throw InputError(localText("Không ghi được '{}' ({}); có phải ổ đĩa đã đầy?",
                                   "'{}' could not be written ({}); is the disk full?",
                                   m_target.string(), systemReason(problem)));
    std::error_code error;
    fs::rename(m_temporary, m_target, error);
    if (error)
        throw InputError(localText("Không đổi được tên tệp tạm thành '{}' ({}).",
                                   "'{}' could not be put in place ({}).", m_target.string(),
                                   systemReason(error.value())));
    m_committed = true;
}

void OutputFile::write(std::string_view content) {
    if (const int problem = writeWhole(m_temporary, content); problem != 0)
        throw InputError(
            localText("Không ghi được '{}' ({}); hãy giải phóng dung lượng hoặc chọn nơi khác.",
                      "'{}' could not be written ({}); free some space or choose another place.",
                      m_target.string(), systemReason(problem)));
    commit();
}

LocalText withTargetName(LocalText sentence, const OutputFile& output) {
    const std::string temporary = output.path().string(), target = output.target().string();
    for (std::string* text : {&sentence.vi, &sentence.en})
        for (std::size_t at = text->find(temporary); at != std::string::npos;
             at = text->find(temporary, at + target.size()))
            text->replace(at, temporary.size(), target);
    return sentence;
}

} // namespace terroir
