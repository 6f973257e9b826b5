#include "core/base/output_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <string>

namespace terroir {

namespace fs = std::filesystem;

OutputFile::OutputFile(fs::path target, Overwrite overwrite)
    : m_target(std::move(target)), m_overwrite(overwrite) {
    requireOutputPlace(m_target, overwrite);
    makeHiddenBeside(m_folder, m_target);
    m_temporary = m_folder.path() / m_target.filename();
}

void OutputFile::commit() {
    syncToDisk(m_temporary, m_target);
    moveInPlace(m_temporary, m_target, m_overwrite);
}

void OutputFile::write(std::string_view content) {
    writeAside(*this, [&](const fs::path& file) { writeContent(file, content); });
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
