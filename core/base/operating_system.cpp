#include "core/base/operating_system.hpp"

#include "core/base/silent_errors.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#ifdef _WIN32
#include <io.h>
#include <sys/stat.h>
#include <windows.h>

#include <random>
#else
#include <dlfcn.h>
#include <link.h>
#include <sys/file.h>
#include <sys/stat.h>

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
    std::error_code ignored;
    if (fs::is_directory(file, ignored))
        return 0; // it does so by itself
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

int problemOfGrowing(const fs::path& file) {
    constexpr std::size_t size = 1U << 20U, count = 16;
#ifdef _WIN32
    const int opened = openFile(file, O_WRONLY | O_CREAT | O_APPEND | O_BINARY);
#else
    const int opened = openFile(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC);
#endif
    if (opened < 0)
        return errno;
    const std::string zeros(size, '\0');
    int problem = 0;
    for (std::size_t i = 0; i < count && problem == 0; ++i)
        problem = writeTo(opened, zeros.data(), zeros.size());
    ::close(opened);
    return problem;
}

int moveAsNew(const fs::path& from, const fs::path& to) {
#ifdef _WIN32
    if (::MoveFileExW(from.c_str(), to.c_str(), 0) != 0)
        return 0;
    const DWORD why = ::GetLastError();
    return why == ERROR_ALREADY_EXISTS || why == ERROR_FILE_EXISTS ? EEXIST : EACCES;
#else
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A disk of a kind that cannot: a second name is not given either where there is one.
    if (::link(from.c_str(), to.c_str()) == 0)
        return ::unlink(from.c_str()) == 0 ? 0 : errno;
    if (errno == EEXIST || ::access(to.c_str(), F_OK) == 0)
        return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
#endif
}

namespace {

/// What this process would leave half done. Locked for good by the thread that ends the process, so
/// that nothing is put in place or told to have failed any more.
struct Unfinished {
    std::mutex mutex;
    std::set<fs::path> held;
    std::set<fs::path, std::greater<>> made; ///< inner ones before those around them
    std::multiset<fs::path> changed;
};

Unfinished& unfinished() {
    static auto* const all = new Unfinished; // other threads may outlive static objects
    return *all;
}

void removeUnfinished() {
    std::error_code ignored;
    for (const fs::path& folder : unfinished().held)
        // The program goes on meanwhile, and may put a file where one has just been removed.
        for (int tries = 0; tries < 100 && fs::exists(folder, ignored); ++tries)
            fs::remove_all(folder, ignored);
    for (const fs::path& folder : unfinished().made)
        fs::remove(folder, ignored); // unless something lies in it
}

#ifdef _WIN32
/// Whoever asks for the right to delete does not get it while the holder, who gives nobody that
/// right, has it open.
HANDLE openHeld(const fs::path& folder, DWORD right) {
    return ::CreateFileW(folder.c_str(), FILE_LIST_DIRECTORY | right,
                         FILE_SHARE_READ | FILE_SHARE_WRITE |
                             (right == 0 ? 0U : DWORD(FILE_SHARE_DELETE)),
                         nullptr, OPEN_EXISTING,
                         FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
}

BOOL WINAPI stopped(DWORD) {
    unfinished().mutex.lock();
    removeUnfinished();
    return FALSE;
}
#else
/// Locks a folder: 0, EWOULDBLOCK when another program has it, ENOENT when it is gone meanwhile, or
/// why the disk cannot lock. `file` stays open unless that is the answer.
int lockFolder(const fs::path& folder, int& file) {
    file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0)
        return errno;
    int problem = ::flock(file, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    struct stat opened = {}, named = {};
    const bool isThere = ::fstat(file, &opened) == 0 && ::lstat(folder.c_str(), &named) == 0 &&
                         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
    if (!isThere)
        problem = ENOENT;
    if (problem == EWOULDBLOCK || problem == ENOENT) {
        ::close(file);
        file = -1;
    }
    return problem;
}
#endif

} // namespace

void HeldFolder::keep(fs::path folder) {
    unfinished().held.insert(folder);
    m_path = std::move(folder);
}

HeldFolder::~HeldFolder() {
    if (m_path.empty())
        return;
    const std::lock_guard lock(unfinished().mutex);
    std::error_code ignored;
#ifdef _WIN32
    ::CloseHandle(reinterpret_cast<HANDLE>(m_handle));
    fs::remove_all(m_path, ignored);
#else
    fs::remove_all(m_path, ignored);
    if (m_handle >= 0)
        ::close(int(m_handle));
#endif
    unfinished().held.erase(m_path);
}

int HeldFolder::make(const fs::path& parent, const std::string& start) {
    // Somebody who removes what was left behind may catch it before it is locked: then another.
    for (int tries = 0; tries < 100; ++tries) {
        // A signal that comes between making and keeping waits until the folder is known.
        const std::lock_guard lock(unfinished().mutex);
#ifdef _WIN32
        std::random_device random;
        const fs::path folder = parent / (start + std::to_string(100'000 + random() % 900'000));
        std::error_code failed;
        if (!fs::create_directory(folder, failed)) {
            if (failed)
                return failed.value();
            continue; // somebody's
        }
        const HANDLE handle = openHeld(folder, 0);
        if (handle == INVALID_HANDLE_VALUE)
            continue;
        m_handle = reinterpret_cast<std::intptr_t>(handle);
        keep(folder);
        return 0;
#else
        std::string name = (parent / (start + "XXXXXX")).string();
        if (::mkdtemp(name.data()) == nullptr)
            return errno;
        int file = -1;
        const int problem = lockFolder(name, file);
        if (problem == EWOULDBLOCK || problem == ENOENT)
            continue;
        m_handle = file;
        keep(name);
        return 0;
#endif
    }
    return EBUSY;
}

bool HeldFolder::takeOver(const fs::path& folder) {
#ifdef _WIN32
    const HANDLE handle = openHeld(folder, DELETE);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    m_handle = reinterpret_cast<std::intptr_t>(handle);
#else
    int file = -1;
    if (lockFolder(folder, file) != 0) {
        if (file >= 0)
            ::close(file);
        return false;
    }
    m_handle = file;
#endif
    const std::lock_guard lock(unfinished().mutex);
    keep(folder);
    return true;
}

int NewFolder::make(const fs::path& folder) {
    const std::lock_guard lock(unfinished().mutex);
    std::error_code error;
    for (fs::path one = folder; !one.empty() && !fs::exists(one, error); one = one.parent_path())
        m_made.push_back(one);
    fs::create_directories(folder, error);
    unfinished().made.insert(m_made.begin(), m_made.end());
    return error.value();
}

NewFolder::~NewFolder() {
    const std::lock_guard lock(unfinished().mutex);
    std::error_code ignored;
    for (const fs::path& folder : m_made) {
        fs::remove(folder, ignored); // unless something lies in it
        unfinished().made.erase(folder);
    }
}

ChangedFile::ChangedFile(fs::path file) : m_file(std::move(file)) {
    const std::lock_guard lock(unfinished().mutex);
    unfinished().changed.insert(m_file);
}

ChangedFile::~ChangedFile() {
    const std::lock_guard lock(unfinished().mutex);
    unfinished().changed.erase(unfinished().changed.find(m_file));
}

#ifdef _WIN32
void cleanUpWhenStopped(const std::string&) {
    ::SetConsoleCtrlHandler(&stopped, TRUE);
}

void endBySignal(int) {}
#else
namespace {

/// Returns only where the program cannot begin anew.
void beginAnew(const std::string& putInOrder, int signal) {
    std::vector<std::string> words = {"terroir", putInOrder, std::to_string(signal)};
    for (const fs::path& file : unfinished().changed)
        words.push_back(file.string());
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv("/proc/self/exe", arguments.data());
}

} // namespace

void cleanUpWhenStopped(const std::string& putInOrder) {
    // A thread that waits for the signals may do what a handler of signals may not.
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now = {};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN)
            ::sigaddset(&signals, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals, putInOrder] {
        int signal = 0;
        while (::sigwait(&signals, &signal) != 0) {
        }
        unfinished().mutex.lock();
        removeUnfinished();
        if (!unfinished().changed.empty())
            beginAnew(putInOrder, signal); // with the signals still blocked
        endBySignal(signal);
    }).detach();
}

void endBySignal(int signal) {
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, signal);
    ::signal(signal, SIG_DFL);
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ::raise(signal);
}
#endif

SilentErrors::SilentErrors() {
#ifdef _WIN32
    m_kept = ::_dup(STDERR_FILENO);
    const int nowhere = ::_wopen(L"NUL", O_WRONLY | O_NOINHERIT);
#else
    m_kept = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
#endif
    if (m_kept >= 0 && nowhere >= 0)
        ::dup2(nowhere, STDERR_FILENO);
    if (nowhere >= 0)
        ::close(nowhere);
}

SilentErrors::~SilentErrors() {
    if (m_kept < 0)
        return;
    ::dup2(m_kept, STDERR_FILENO);
    ::close(m_kept);
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
