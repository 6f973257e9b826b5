#include "core/base/output_files.hpp"

#include "core/base/local_text.hpp"

#include <algorithm>
#include <system_error>

namespace terroir {

namespace fs = std::filesystem;

OutputFiles::OutputFiles(fs::path target, std::vector<fs::path> others, Overwrite overwrite,
                         Target kind)
    : m_target(std::move(target)), m_others(std::move(others)), m_overwrite(overwrite),
      m_kind(kind) {
    while (kind == Target::Folder && m_target.filename().empty() && m_target.has_parent_path())
        m_target = m_target.parent_path(); // "x.gdb/"
    std::error_code error;
    if (kind == Target::Folder && fs::is_directory(m_target, error)) {
        requireAbsent(m_target, overwrite);
        requireOutputPlace(m_target.parent_path() / "x", Overwrite::Allow);
    } else {
        requireOutputPlace(m_target, overwrite);
    }
    for (const fs::path& other : m_others)
        requireAbsent(other, overwrite);
    makeHiddenBeside(m_folder, m_target);
    m_path = m_folder.path() / m_target.filename();
}

/// A folder cannot be renamed over another: the old one steps aside first, and comes back when the
/// new one does not get there.
void OutputFiles::moveTarget(const fs::path& folder) const {
    std::error_code ignored;
    const fs::path old = m_folder.path() / "old";
    const bool stepsAside = m_kind == Target::Folder && fs::is_directory(m_target, ignored);
    if (stepsAside) {
        fs::permissions(m_path, fs::status(m_target, ignored).permissions(), ignored);
        moveInPlace(m_target, old, Overwrite::Allow);
    }
    try {
        moveInPlace(m_path, m_target, m_overwrite);
    } catch (const Error&) {
        if (stepsAside)
            fs::rename(old, folder / m_target.filename(), ignored);
        throw;
    }
}

void OutputFiles::commit() {
    const fs::path folder = m_target.parent_path();
    std::vector<fs::path> written;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(m_folder.path()))
        if (entry.is_regular_file())
            syncToDisk(entry.path(), m_target);
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder.path())) {
        if (entry.path() == m_path)
            continue;
        written.push_back(entry.path().filename());
        requireAbsent(folder / written.back(), m_overwrite);
    }
    std::error_code ignored;
    for (const fs::path& name : written)
        moveInPlace(m_folder.path() / name, folder / name, m_overwrite);
    for (const fs::path& other : m_others)
        if (std::find(written.begin(), written.end(), other.filename()) == written.end())
            fs::remove(other, ignored);
    moveTarget(folder);
}

LocalText withTargetName(LocalText sentence, const OutputFiles& output) {
    const std::string hidden = output.m_folder.path().string() + "/";
    const std::string folder =
        output.m_target.has_parent_path() ? (output.m_target.parent_path() / "").string() : "";
    for (std::string* text : {&sentence.vi, &sentence.en})
        for (std::size_t at = text->find(hidden); at != std::string::npos;
             at = text->find(hidden, at + folder.size()))
            text->replace(at, hidden.size(), folder);
    return sentence;
}

} // namespace terroir
