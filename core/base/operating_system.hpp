#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

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

/// Whether files can be made in the folder.
int checkWritable(const std::filesystem::path& folder);
/// Makes the file, or empties it, and writes all of the content.
int writeWhole(const std::filesystem::path& file, std::string_view content);
/// Waits until the disk has what was written to the file, or which files a folder holds.
int flushToDisk(const std::filesystem::path& file);
/// Tries to make a file longer that is of no use any more: why nothing more can be written there.
int problemOfGrowing(const std::filesystem::path& file);
/// Renames a file or folder unless something of the new name is there (EEXIST).
int moveAsNew(const std::filesystem::path& from, const std::filesystem::path& to);

/// A folder under a random name that only this user can enter, made for files that become something
/// else when they are whole. It is gone with the object, whatever is in it. While the object lives
/// the folder is locked, so that every other program on the disk, of another container or machine
/// too, sees that it is in use.
class HeldFolder {
public:
    HeldFolder() = default;
    ~HeldFolder();
    HeldFolder(const HeldFolder&) = delete;
    HeldFolder& operator=(const HeldFolder&) = delete;

    /// Makes the folder `parent`/`start`XXXXXX.
    int make(const std::filesystem::path& parent, const std::string& start);
    /// Takes over one that a killed program left. False when somebody holds it, when the disk knows
    /// no locks, or when it is no folder.
    bool takeOver(const std::filesystem::path& folder);
    const std::filesystem::path& path() const { return m_path; }

private:
    void keep(std::filesystem::path folder); ///< with the list of what is unfinished locked

    std::filesystem::path m_path;
    std::intptr_t m_handle = -1; ///< descriptor, or handle of Windows
};

/// A folder that an output is to lie in, made with those above it. What was made goes with the
/// object as long as nothing lies in it.
class NewFolder {
public:
    NewFolder() = default;
    ~NewFolder();
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    int make(const std::filesystem::path& folder);

private:
    std::vector<std::filesystem::path> m_made; ///< the innermost first
};

/// Notes, while it lives, that a file is being changed and would have to be put in order if the
/// program ended here.
class ChangedFile {
public:
    explicit ChangedFile(std::filesystem::path file);
    ~ChangedFile();
    ChangedFile(const ChangedFile&) = delete;
    ChangedFile& operator=(const ChangedFile&) = delete;

private:
    std::filesystem::path m_file;
};

/// From here on a program that is stopped (SIGINT, SIGTERM, SIGHUP; the console's events on
/// Windows) removes the folders that it holds and the new ones that are empty, and then ends by
/// that signal. What the program was started to ignore stays ignored. To be called before other
/// threads start.
///
/// Where a file was being changed the program first begins anew, on Linux, in the same process,
/// with the arguments `putInOrder`, the signal's number and the files: no thread of before goes on,
/// and no lock is left. It puts them in order and calls endBySignal(). On Windows the next command
/// does.
void cleanUpWhenStopped(const std::string& putInOrder);

/// Ends the program as the signal does that nobody handles.
void endBySignal(int signal);

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
