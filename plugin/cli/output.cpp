#include "plugin/cli/output.hpp"

#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"
#include "plugin/cli/standard_streams.hpp"

#include <cerrno>
#include <cstdlib>

namespace terroir::cli {

namespace {

constexpr std::size_t bufferSize = 1 << 16;

} // namespace

void writeTalk(std::string_view text) noexcept {
    writeAll(Stream::Talk, text);
}

void Output::write(std::string_view text) {
    m_buffer += text;
    if (m_buffer.size() >= bufferSize)
        flush();
}

void Output::flush() {
    const int problem = writeAll(Stream::Output, m_buffer);
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
    return cli::isTerminal(Stream::Output);
}

std::size_t Output::terminalWidth() const {
    constexpr std::size_t usual = 80, min = 40;
    std::size_t width = terminalColumns();
    if (const char* columns = std::getenv("COLUMNS"); width == 0 && columns != nullptr)
        width = std::size_t(std::strtoul(columns, nullptr, 10));
    return width < min ? usual : width;
}

} // namespace terroir::cli
