#pragma once

#include "core/base/output_file.hpp"

#include <filesystem>
#include <vector>

namespace terroir {

/// Outputs that belong together, such as the parts of a Shapefile, or a folder that is one thing,
/// such as a geodatabase. They are written under their own names into a hidden folder beside the
/// target, which goes with the object, and put in place when all of them are whole, the target last.
class OutputFiles {
public:
    enum class Target { File, Folder };

    /// `others`: what may lie beside the target and belongs to it. InputError when the folder does
    /// not exist or cannot be written, or when one of them exists and may not be overwritten.
    OutputFiles(std::filesystem::path target, std::vector<std::filesystem::path> others,
                Overwrite overwrite, Target kind = Target::File);

    /// Where to write the target; the others go beside it.
    const std::filesystem::path& path() const { return m_path; }
    const std::filesystem::path& target() const { return m_target; }

    /// Flushes to disk and moves all that was written; what of `others` was there before and was
    /// not written anew belonged to the old ones and is removed. InputError on a full disk, a lost
    /// folder, or when something else of such a name exists and may not be overwritten; then
    /// nothing is moved.
    void commit();

private:
    void moveTarget(const std::filesystem::path& folder) const;

    friend LocalText withTargetName(LocalText sentence, const OutputFiles& output);

    std::filesystem::path m_target, m_path;
    HeldFolder m_folder;
    std::vector<std::filesystem::path> m_others;
    Overwrite m_overwrite;
    Target m_kind;
};

/// The sentence with the hidden folder replaced by the one that the person named.
LocalText withTargetName(LocalText sentence, const OutputFiles& output);

} // namespace terroir
