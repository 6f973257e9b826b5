#include "plugin/cli/chunked_csv.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"
#include "plugin/cli/options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace terroir::cli {

ChunkedCsv::ChunkedCsv(const std::string& file, std::size_t chunkBytes)
    : m_name(file), m_reader(file), m_chunkBytes(chunkBytes) {
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
                      systemReason(errno)));
    std::error_code ignored;
    m_total = std::size_t(std::filesystem::file_size(file, ignored));
}

void ChunkedCsv::fill() {
    m_chunk.resize(m_chunkBytes);
    const std::size_t got = std::fread(m_chunk.data(), 1, m_chunkBytes, m_file.get());
    m_chunk.resize(got);
    m_read += got;
    if (std::ferror(m_file.get()) != 0)
        throw InputError(m_name, 0, "",
                         localText("không đọc được đến hết; hãy kiểm tra rồi thử lại.",
                                   "it cannot be read to its end; check it and try again."));
    m_ended = got < m_chunkBytes;
}

bool ChunkedCsv::next(TextTable& table) {
    if (m_ended)
        return false;
    do {
        fill();
        table = m_reader.read(m_chunk, m_ended ? CsvReader::Piece::Last : CsvReader::Piece::More);
    } while (!m_ended && table.rows.empty());
    return true;
}

} // namespace terroir::cli
