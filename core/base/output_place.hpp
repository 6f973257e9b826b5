#pragma once

#include "core/base/language.hpp"
#include "core/base/operating_system.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace terroir {

enum class Overwrite { Refuse, Allow };

// What OutputFile and OutputFiles have in common.

/// InputError when the target's folder does not exist or cannot be written, when the target is a
/// folder, a link, a device or a pipe, or when it exists and may not be overwritten.
void requireOutputPlace(const std::filesystem::path& target, Overwrite overwrite);

/// InputError when there is something of this name that may not be overwritten: a file unless it
/// may, a link (who made it says where one writes), a device or a pipe always.
void requireAbsent(const std::filesystem::path& target, Overwrite overwrite);

/// InputError when the name has no room for an ending that a library puts behind it: "-journal".
void requireRoomBehind(const std::filesystem::path& target, const std::string& ending);

/// Makes the hidden folder in which the target is written under its own name: beside it, so that
/// the rename is one step. What a killed program left of an output of this name is gone.
void makeHiddenBeside(HeldFolder& folder, const std::filesystem::path& target);

/// Makes the file, or empties it, and writes the content; InputError with the system's reason.
void writeContent(const std::filesystem::path& file, std::string_view content);

/// Why nothing more can be written into a file that a library could not write ("No space left on
/// device"); `otherwise` when something more can be. The file is spoilt.
LocalText writingProblem(const std::filesystem::path& file, const LocalText& otherwise);

/// Flushes a file; InputError that names the target when the disk is full.
void syncToDisk(const std::filesystem::path& file, const std::filesystem::path& target);

/// Renames, with the permissions of what is replaced, and flushes the folder; InputError that names
/// the target, also when it appeared meanwhile and may not be overwritten.
void moveInPlace(const std::filesystem::path& from, const std::filesystem::path& target,
                 Overwrite overwrite);

} // namespace terroir
