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
    /// Throws InputError when the folder does not exist or cannot be written, when the target
    /// exists and may not be overwritten, and when it is a link, a device or a pipe.
    OutputFile(std::filesystem::path target, Overwrite overwrite);

    /// Where to write: the same name in a hidden folder beside the target, which goes with the
    /// object.
    const std::filesystem::path& path() const { return m_temporary; }
    const std::filesystem::path& target() const { return m_target; }
    /// Flushes to disk and renames; who could read the former file can read the new one. Throws
    /// InputError on a full disk or a lost folder, and when a file of the name appeared that may
    /// not be overwritten.
    void commit();
    /// Writes the whole content and commits.
    void write(std::string_view content);

private:
    std::filesystem::path m_target;
    Overwrite m_overwrite;
    HeldFolder m_folder;
    std::filesystem::path m_temporary;
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
