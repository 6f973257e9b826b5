#include "core/base/system_reason.hpp"

#include <cerrno>
#include <system_error>

namespace terroir {

LocalText systemReason(int code) {
    struct Known {
        int code;
        const char* vi;
    };
    static constexpr Known known[] = {
        {ENOENT, "không có tệp hoặc thư mục này"},
        {EACCES, "không có quyền truy cập"},
        {EPERM, "hệ thống không cho phép"},
        {ENOSPC, "ổ đĩa đã đầy"},
#ifdef EDQUOT
        {EDQUOT, "đã hết hạn mức ổ đĩa"},
#endif
        {EROFS, "ổ đĩa chỉ cho đọc"},
        {EISDIR, "đây là một thư mục"},
        {ENOTDIR, "có phần trong đường dẫn không phải là thư mục"},
        {EEXIST, "tệp đã có"},
        {ENOTEMPTY, "thư mục không trống"},
        {EBUSY, "tệp đang được dùng"},
        {EMFILE, "chương trình mở quá nhiều tệp"},
        {ENAMETOOLONG, "tên tệp quá dài"},
        {EFBIG, "tệp quá lớn"},
        {EIO, "lỗi khi đọc hoặc ghi ổ đĩa"},
        {EPIPE, "bên nhận đã đóng"},
    };
    const std::string en = std::generic_category().message(code);
    for (const Known& one : known)
        if (one.code == code)
            return {one.vi, en};
    return {"\"" + en + "\"", en};
}

} // namespace terroir
