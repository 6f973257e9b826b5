#include "core/base/input_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace terroir {

namespace fs = std::filesystem;

void requireRegularFile(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status) || fs::is_regular_file(status))
        return;
    if (fs::is_directory(status))
        throw InputError(localText("'{}' là một thư mục; hãy chọn một tệp.",
                                   "'{}' is a folder; give a file.", file.string()));
    throw InputError(
        localText("'{}' không phải là tệp thường mà là ống dẫn hoặc thiết bị; hãy chép "
                  "nội dung vào một tệp rồi dùng tệp đó.",
                  "'{}' is no plain file but a pipe or a device; copy what it gives "
                  "into a file and use that.",
                  file.string()));
}

std::string readFile(const fs::path& file, std::size_t maxBytes) {
    requireRegularFile(file);
    std::ifstream stream(file, std::ios::binary);
    std::error_code ignored;
    if (!stream)
        throw InputError(
            localText("Không mở được '{}' ({}); hãy kiểm tra tên tệp và quyền truy cập.",
                      "'{}' cannot be opened ({}); check the name and the permissions.",
                      file.string(), systemReason(errno)));
    if (const auto size = fs::file_size(file, ignored); !ignored && size > maxBytes)
        throw InputError(localText("'{}' có {} byte, nhiều hơn {} byte mà một tệp loại này có thể "
                                   "có; hãy kiểm tra xem có đúng tệp không.",
                                   "'{}' has {} bytes, more than the {} that such a file can have; "
                                   "check that it is the right file.",
                                   file.string(), size, maxBytes));
    std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (stream.bad())
        throw InputError(localText("Không đọc được hết '{}'.", "'{}' cannot be read to its end.",
                                   file.string()));
    return content;
}

} // namespace terroir
