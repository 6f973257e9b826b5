#include "plugin/cli/output.hpp"

#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace terroir::cli {

namespace {

constexpr std::size_t bufferSize = 1 << 16;

/// All of it, unless the descriptor fails: then the error number, else 0.
int writeAll(int descriptor, std::string_view text) noexcept {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            text.remove_prefix(std::size_t(written));
    }
    return 0;
}

} // namespace

void occupyStandardStreams() {
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
}

void writeTalk(std::string_view text) noexcept {
    writeAll(STDERR_FILENO, text);
}

void Output::write(std::string_view text) {
    m_buffer += text;
    if (m_buffer.size() >= bufferSize)
        flush();
}

void Output::flush() {
    const int problem = writeAll(STDOUT_FILENO, m_buffer);
    m_buffer.clear();
    if (problem == EPIPE)
        throw ClosedPipe();
    if (problem != 0)
        throw BrokenOutput(
            localText("Không ghi được đầu ra chuẩn ({}); hãy giải phóng dung lượng hoặc ghi ra "
                      "nơi khác.",
                      "Standard output could not be written ({}); free some space or write "
                      "somewhere else.",
                      systemReason(problem)));
}

bool Output::isTerminal() const {
    return ::isatty(STDOUT_FILENO) == 1;
}

std::size_t Output::terminalWidth() const {
    constexpr std::size_t usual = 80, min = 40;
    std::size_t width = 0;
    if (winsize size{}; ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (const char* columns = std::getenv("COLUMNS"); width == 0 && columns != nullptr)
        width = std::size_t(std::strtoul(columns, nullptr, 10));
    return width < min ? usual : width;
}

} // namespace terroir::cli
