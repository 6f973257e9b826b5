#include "plugin/cli/standard_streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <sys/ioctl.h>

#include <csignal>
#endif

namespace terroir::cli {

namespace {

int descriptorOf(Stream stream) {
    return stream == Stream::Input    ? STDIN_FILENO
           : stream == Stream::Output ? STDOUT_FILENO
                                      : STDERR_FILENO;
}

} // namespace

void prepareStreams() {
#ifdef _WIN32
    // Text is UTF-8 with plain line ends, also in a pipe.
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::_setmode(descriptor, O_BINARY);
    ::SetConsoleOutputCP(CP_UTF8);
    ::SetConsoleCP(CP_UTF8);
#else
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1)
            continue;
        // The lowest free number is this one. Opened the wrong way round, so that use still fails.
        const int opened = ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (opened != -1 && opened != descriptor) {
            ::dup2(opened, descriptor);
            ::close(opened);
        }
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

int writeAll(Stream stream, std::string_view text) noexcept {
    while (!text.empty()) {
        const auto count = unsigned(std::min<std::size_t>(text.size(), 1U << 30U));
        const auto written = ::write(descriptorOf(stream), text.data(), count);
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            text.remove_prefix(std::size_t(written));
    }
    return 0;
}

bool isTerminal(Stream stream) {
    return ::isatty(descriptorOf(stream)) != 0;
}

std::size_t terminalColumns() {
#ifdef _WIN32
    CONSOLE_SCREEN_BUFFER_INFO info{};
    if (::GetConsoleScreenBufferInfo(::GetStdHandle(STD_OUTPUT_HANDLE), &info) != 0)
        return std::size_t(info.srWindow.Right - info.srWindow.Left + 1);
#else
    if (winsize size{}; ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
#endif
    return 0;
}

} // namespace terroir::cli
