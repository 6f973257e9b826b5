#pragma once

#include <filesystem>
#include <string>

namespace terroir {

enum class Overwrite { Refuse, Allow };

// What OutputFile and OutputFiles have in common.

/// InputError when the target's folder does not exist or cannot be written, when the target is a
/// folder, or when it exists and may not be overwritten.
void requireOutputPlace(const std::filesystem::path& target, Overwrite overwrite);

/// InputError when there is something of this name that may not be overwritten.
void requireAbsent(const std::filesystem::path& target, Overwrite overwrite);

/// A name for what becomes the target: hidden, in the same folder (so that the rename is one step),
/// with the extension (formats go by it). Nothing is there, and what a killed program left of an
/// output of this name is gone.
std::filesystem::path hiddenBeside(const std::filesystem::path& target,
                                   const std::string& extension);

/// Flushes a file; InputError that names the target when the disk is full.
void syncToDisk(const std::filesystem::path& file, const std::filesystem::path& target);

/// Renames, and flushes the folder; InputError that names the target.
void moveInPlace(const std::filesystem::path& from, const std::filesystem::path& target);

} // namespace terroir
