#include "core/base/operating_system.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

#ifdef _WIN32
#include <io.h>
#include <process.h>
#include <sys/stat.h>
#include <windows.h>
#else
#include <dlfcn.h>
#include <link.h>

#include <csignal>
#endif

namespace terroir {

namespace fs = std::filesystem;

namespace {

#ifdef _WIN32
constexpr int wholeFile = O_WRONLY | O_CREAT | O_TRUNC | O_BINARY;
constexpr int permissions = _S_IREAD | _S_IWRITE;

int openFile(const fs::path& file, int flags) {
    return ::_wopen(file.c_str(), flags, permissions);
}

fs::path fileOf(HMODULE module) {
    std::vector<wchar_t> name(32768);
    const DWORD length = ::GetModuleFileNameW(module, name.data(), DWORD(name.size()));
    return fs::path(std::wstring(name.data(), length));
}
#else
constexpr int wholeFile = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;

int openFile(const fs::path& file, int flags) {
    constexpr mode_t permissions = 0666;
    return ::open(file.c_str(), flags, permissions);
}
#endif

int writeTo(int file, const char* bytes, std::size_t count) {
    while (count > 0) {
        const auto written =
            ::write(file, bytes, unsigned(std::min<std::size_t>(count, 1U << 30U)));
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0) {
            bytes += written;
            count -= std::size_t(written);
        }
    }
    return 0;
}

} // namespace

fs::path ownProgram() {
#ifdef _WIN32
    return fileOf(nullptr);
#else
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored); // Linux: dladdr() has no name for it
#endif
}

fs::path ownFile() {
#ifdef _WIN32
    HMODULE module = nullptr;
    ::GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS |
                             GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                         reinterpret_cast<LPCWSTR>(&ownFile), &module);
    return fileOf(module);
#else
    Dl_info info{};
    link_map* map = nullptr;
    const bool isFound = ::dladdr1(reinterpret_cast<const void*>(&ownFile), &info,
                                   reinterpret_cast<void**>(&map), RTLD_DL_LINKMAP) != 0;
    std::error_code ignored;
    // The program itself has no name in the list of loaded files.
    if (isFound && map != nullptr && *map->l_name != '\0')
        return fs::canonical(map->l_name, ignored);
    return ownProgram();
#endif
}

int processNumber() {
    return int(::getpid());
}

bool isRunning(int process) {
#ifdef _WIN32
    const HANDLE handle = ::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, DWORD(process));
    if (handle == nullptr)
        return ::GetLastError() == ERROR_ACCESS_DENIED;
    DWORD code = 0;
    const bool isAlive = ::GetExitCodeProcess(handle, &code) == 0 || code == STILL_ACTIVE;
    ::CloseHandle(handle);
    return isAlive;
#else
    return ::kill(process, 0) == 0 || errno != ESRCH;
#endif
}

int checkWritable(const fs::path& folder) {
#ifdef _WIN32
    constexpr int write = 2; // what W_OK is there
    return ::_waccess(folder.c_str(), write) == 0 ? 0 : errno;
#else
    return ::access(folder.c_str(), W_OK) == 0 ? 0 : errno;
#endif
}

int writeWhole(const fs::path& file, std::string_view content) {
    const int opened = openFile(file, wholeFile);
    if (opened < 0)
        return errno;
    const int problem = writeTo(opened, content.data(), content.size());
    ::close(opened);
    return problem;
}

int flushToDisk(const fs::path& file) {
#ifdef _WIN32
    const int opened = openFile(file, O_RDWR | O_BINARY); // it flushes only what it may write
    const bool isDone = opened >= 0 && ::_commit(opened) == 0;
#else
    const int opened = openFile(file, O_RDONLY | O_CLOEXEC);
    const bool isDone = opened >= 0 && ::fsync(opened) == 0;
#endif
    const int problem = errno;
    if (opened >= 0)
        ::close(opened);
    return isDone ? 0 : problem;
}

ScratchFile::~ScratchFile() {
    if (isOpen())
        ::close(m_file);
}

int ScratchFile::open() {
    std::error_code failed;
    const fs::path folder = fs::temp_directory_path(failed);
    if (failed)
        return failed.value();
#ifdef _WIN32
    wchar_t name[MAX_PATH];
    if (::GetTempFileNameW(folder.c_str(), L"ter", 0, name) == 0)
        return EACCES;
    m_file = ::_wopen(name, O_RDWR | O_BINARY | O_TEMPORARY | O_NOINHERIT, permissions);
    return isOpen() ? 0 : errno;
#else
    std::string name = (folder / "terroir-undo-XXXXXX").string();
    m_file = ::mkstemp(name.data());
    if (!isOpen())
        return errno;
    ::unlink(name.c_str()); // from here on only the descriptor keeps it
    return 0;
#endif
}

int ScratchFile::append(const void* bytes, std::size_t count) {
#ifdef _WIN32
    ::_lseeki64(m_file, 0, SEEK_END); // reading moves the place, too
#endif
    return writeTo(m_file, static_cast<const char*>(bytes), count);
}

int ScratchFile::read(std::uint64_t from, void* into, std::size_t count, std::size_t& done) const {
    for (done = 0; done < count;) {
        char* const at = static_cast<char*>(into) + done;
#ifdef _WIN32
        ::_lseeki64(m_file, std::int64_t(from + done), SEEK_SET);
        const auto got =
            ::read(m_file, at, unsigned(std::min<std::size_t>(count - done, 1U << 30U)));
#else
        const auto got = ::pread(m_file, at, count - done, off_t(from + done));
#endif
        if (got == 0)
            return 0;
        if (got < 0 && errno != EINTR)
            return errno;
        done += got > 0 ? std::size_t(got) : 0;
    }
    return 0;
}

} // namespace terroir
