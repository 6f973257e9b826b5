#include "plugin/cli/output.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace terroir::cli {

namespace {
constexpr std::size_t bufferSize = 1 << 16;
}

void Output::write(std::string_view text) {
    m_buffer += text;
    if (m_buffer.size() >= bufferSize)
        flush();
}

void Output::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            const int problem = errno;
            m_buffer.clear();
            if (problem == EPIPE)
                throw ClosedPipe();
            throw InputError(
                fmt::format("Standard output could not be written ({}); free some space or "
                            "write somewhere else.",
                            std::strerror(problem)));
        }
        rest.remove_prefix(std::size_t(written));
    }
    m_buffer.clear();
}

bool Output::isTerminal() const {
    return ::isatty(STDOUT_FILENO) == 1;
}

} // namespace terroir::cli
