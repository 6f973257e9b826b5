#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

// What each operating system does in its own way: the one place, beside large_memory.cpp and the
// streams of the command line, that includes headers of Linux or of Windows. Where something can
// fail the answer is an error number for systemReason(), 0 when all went well.
namespace terroir {

/// The program that runs; empty when the system does not tell.
std::filesystem::path ownProgram();
/// The file that this code was loaded from: the program, or a library of it.
std::filesystem::path ownFile();

/// Between folders in a variable such as PATH.
#ifdef _WIN32
inline constexpr char listSeparator = ';';
#else
inline constexpr char listSeparator = ':';
#endif

int processNumber();
/// Whether a process of this number runs; another user's counts.
bool isRunning(int process);

/// Whether files can be made in the folder.
int checkWritable(const std::filesystem::path& folder);
/// Makes the file, or empties it, and writes all of the content.
int writeWhole(const std::filesystem::path& file, std::string_view content);
/// Waits until the disk has what was written to the file.
int flushToDisk(const std::filesystem::path& file);

/// A file in the system's temporary folder that no other program can see and that is gone with the
/// object or the program.
class ScratchFile {
public:
    ScratchFile() = default;
    ~ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    bool isOpen() const { return m_file >= 0; }
    int open();
    int append(const void* bytes, std::size_t count);
    /// `done` is how many bytes were read: fewer than `count` at the end. Safe from several threads
    /// on Linux.
    int read(std::uint64_t from, void* into, std::size_t count, std::size_t& done) const;

private:
    int m_file = -1; ///< descriptor
};

} // namespace terroir
