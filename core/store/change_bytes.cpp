#include "core/store/change_bytes.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace terroir::store {

namespace {

[[noreturn]] void fail(const LocalText& doing) {
    const int code = errno;
    std::error_code ignored;
    throw StoreError(localText(
        "Thư mục tạm '{0}' gặp lỗi khi {1} dữ liệu để hoàn tác ({2}); hãy giải phóng dung lượng ở "
        "đó hoặc đặt thư mục khác trong TMPDIR.",
        "The temporary folder '{}' failed at {} what is needed to undo a change ({}); free some "
        "space there or name another folder in TMPDIR.",
        std::filesystem::temp_directory_path(ignored).string(), doing, systemReason(code)));
}

} // namespace

ChangeBytes::~ChangeBytes() {
    if (m_file >= 0)
        ::close(m_file);
}

void ChangeBytes::append(const void* bytes, std::size_t count) {
    if (m_file < 0 && m_memory.size() + count > maxInMemory)
        moveToFile();
    if (m_file < 0)
        m_memory.append(static_cast<const char*>(bytes), count);
    else
        writeToFile(static_cast<const char*>(bytes), count);
    m_size += count;
}

void ChangeBytes::moveToFile() {
    std::error_code failed;
    const auto folder = std::filesystem::temp_directory_path(failed);
    if (failed) {
        errno = failed.value();
        fail(localText("đặt tên tệp chứa", "naming a file for"));
    }
    std::string name = (folder / "terroir-undo-XXXXXX").string();
    m_file = ::mkstemp(name.data());
    if (m_file < 0)
        fail(localText("tạo tệp chứa", "making a file for"));
    ::unlink(name.c_str()); // from here on only the descriptor keeps it
    writeToFile(m_memory.data(), m_memory.size());
    m_memory = {};
}

void ChangeBytes::writeToFile(const char* bytes, std::size_t count) const {
    while (count > 0) {
        const ssize_t written = ::write(m_file, bytes, count);
        if (written < 0 && errno != EINTR)
            fail(localText("ghi", "writing"));
        if (written > 0) {
            bytes += written;
            count -= std::size_t(written);
        }
    }
}

std::size_t ChangeBytes::read(std::uint64_t from, void* into, std::size_t count) const {
    count = std::size_t(std::min<std::uint64_t>(count, m_size - std::min(from, m_size)));
    if (m_file < 0) {
        std::memcpy(into, m_memory.data() + std::min(from, m_size), count);
        return count;
    }
    for (std::size_t done = 0; done < count;) {
        const ssize_t got =
            ::pread(m_file, static_cast<char*>(into) + done, count - done, off_t(from + done));
        if (got == 0)
            return done;
        if (got < 0 && errno != EINTR)
            fail(localText("đọc", "reading"));
        done += got > 0 ? std::size_t(got) : 0;
    }
    return count;
}

} // namespace terroir::store
