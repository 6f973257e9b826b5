#include "core/base/output_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/operating_system.hpp"
#include "core/base/system_reason.hpp"

#include <string>
#include <system_error>

namespace terroir {

namespace fs = std::filesystem;

OutputFile::OutputFile(fs::path target, Overwrite overwrite) : m_target(std::move(target)) {
    requireOutputPlace(m_target, overwrite);
    m_temporary = hiddenBeside(m_target, m_target.extension().string());
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
    syncToDisk(m_temporary, m_target);
    moveInPlace(m_temporary, m_target);
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
