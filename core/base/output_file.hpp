#pragma once

#include "core/base/error.hpp"
#include "core/base/output_place.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace terroir {

/// An output that is written aside and renamed: the target is either the old file or the whole new
/// one, never half of either. The target's folder must exist.
class OutputFile {
public:
    /// Throws InputError when the folder does not exist or cannot be written, or when the target
    /// exists and may not be overwritten.
    OutputFile(std::filesystem::path target, Overwrite overwrite);
    /// Removes what was not committed.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Where to write: same folder, same extension, a name of its own.
    const std::filesystem::path& path() const { return m_temporary; }
    const std::filesystem::path& target() const { return m_target; }
    /// Flushes to disk and renames. Throws InputError on a full disk or a lost folder.
    void commit();
    /// Writes the whole content and commits.
    void write(std::string_view content);

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    bool m_committed = false;
};

/// The sentence with the temporary name replaced by the one that was asked for.
LocalText withTargetName(LocalText sentence, const OutputFile& output);

/// Of an OutputFile or OutputFiles: lets `work` write into the output's path and puts the file in
/// place. What goes wrong on the way is told of the file that the person named, not of the one
/// beside it.
template <typename Output, typename Work>
void writeAside(Output& output, const Work& work) {
    try {
        work(output.path());
    } catch (const UsageError& error) {
        throw UsageError(withTargetName(error.text(), output));
    } catch (const Error& error) {
        throw InputError(withTargetName(error.text(), output));
    }
    output.commit();
}

} // namespace terroir
