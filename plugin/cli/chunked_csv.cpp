#include "plugin/cli/chunked_csv.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "plugin/cli/options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace terroir::cli {

namespace {

std::size_t countLines(std::string_view text) {
    return std::size_t(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

ChunkedCsv::ChunkedCsv(const std::string& file, std::size_t chunkBytes)
    : m_name(file == "-" ? "standard input" : file), m_chunkBytes(chunkBytes) {
    if (file == "-") {
        m_file.reset(stdin);
        return;
    }
    requireFile(file);
    m_file.reset(std::fopen(file.c_str(), "rb"));
    if (m_file == nullptr)
        throw InputError(
            localText("Không mở được '{}' ({}); hãy kiểm tra tên và quyền đọc.",
                      "'{}' cannot be opened ({}); check the name and the permissions.", file,
                      std::strerror(errno)));
    std::error_code ignored;
    m_total = std::size_t(std::filesystem::file_size(file, ignored));
}

void ChunkedCsv::fill() {
    const std::size_t old = m_pending.size();
    m_pending.resize(old + m_chunkBytes);
    const std::size_t got = std::fread(m_pending.data() + old, 1, m_chunkBytes, m_file.get());
    m_pending.resize(old + got);
    m_read += got;
    if (std::ferror(m_file.get()) != 0)
        throw InputError(localText("Không đọc được '{}' đến hết; hãy kiểm tra tệp rồi thử lại.",
                                   "'{}' cannot be read to its end; check it and try again.",
                                   m_name));
    m_ended = got < m_chunkBytes;
}

/// Behind the last line end that is not inside quotes; 0 when there is none.
std::size_t ChunkedCsv::endOfWholeRecords() const {
    bool quoted = false;
    std::size_t end = 0;
    for (std::size_t i = 0; i < m_pending.size(); ++i) {
        if (m_pending[i] == '"')
            quoted = !quoted;
        else if (m_pending[i] == '\n' && !quoted)
            end = i + 1;
    }
    return end;
}

/// The first record that is not blank.
void ChunkedCsv::rememberHeader(std::string_view content) {
    bool quoted = false, blank = true;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (content[i] == '"')
            quoted = !quoted;
        if (content[i] == '\n' && !quoted && !blank) {
            m_header = content.substr(0, i + 1);
            m_headerLines = countLines(m_header);
            return;
        }
        blank = blank && std::strchr(" \t\r\n,;", content[i]) != nullptr;
    }
}

bool ChunkedCsv::next(Table& table) {
    if (m_started && m_ended && m_pending.empty())
        return false;
    std::size_t end = 0;
    while (end == 0 && !m_ended) {
        fill();
        end = endOfWholeRecords();
    }
    if (m_ended)
        end = m_pending.size();
    const std::string_view whole = std::string_view(m_pending).substr(0, end);
    if (m_header.empty()) {
        table = parseCsv(whole, m_name);
        rememberHeader(whole);
    } else {
        // The empty lines stand for what was read before, so that a message names the right line.
        std::string content = m_header;
        content.append(m_lines - m_headerLines, '\n');
        content += whole;
        table = parseCsv(content, m_name);
    }
    m_started = true;
    m_lines += countLines(whole);
    m_pending.erase(0, end);
    return true;
}

} // namespace terroir::cli
