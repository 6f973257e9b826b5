#include "core/store/change_bytes.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace terroir::store {

namespace {

[[noreturn]] void fail(int code, const LocalText& doing) {
    std::error_code ignored;
    throw StoreError(localText(
        "Thư mục tạm '{0}' gặp lỗi khi {1} dữ liệu để hoàn tác ({2}); hãy giải phóng dung lượng ở "
        "đó hoặc đặt thư mục khác trong TMPDIR.",
        "The temporary folder '{}' failed at {} what is needed to undo a change ({}); free some "
        "space there or name another folder in TMPDIR.",
        std::filesystem::temp_directory_path(ignored).string(), doing, systemReason(code)));
}

} // namespace

void ChangeBytes::append(const void* bytes, std::size_t count) {
    if (!m_file.isOpen() && m_memory.size() + count > maxInMemory)
        moveToFile();
    if (!m_file.isOpen())
        m_memory.append(static_cast<const char*>(bytes), count);
    else
        writeToFile(static_cast<const char*>(bytes), count);
    m_size += count;
}

void ChangeBytes::moveToFile() {
    if (const int problem = m_file.open(); problem != 0)
        fail(problem, localText("tạo tệp chứa", "making a file for"));
    writeToFile(m_memory.data(), m_memory.size());
    m_memory = {};
}

void ChangeBytes::writeToFile(const char* bytes, std::size_t count) {
    if (const int problem = m_file.append(bytes, count); problem != 0)
        fail(problem, localText("ghi", "writing"));
}

std::size_t ChangeBytes::read(std::uint64_t from, void* into, std::size_t count) const {
    count = std::size_t(std::min<std::uint64_t>(count, m_size - std::min(from, m_size)));
    if (!m_file.isOpen()) {
        std::memcpy(into, m_memory.data() + std::min(from, m_size), count);
        return count;
    }
    std::size_t done = 0;
    if (const int problem = m_file.read(from, into, count, done); problem != 0)
        fail(problem, localText("đọc", "reading"));
    return done;
}

} // namespace terroir::store
