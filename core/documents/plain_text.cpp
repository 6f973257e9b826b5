#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"
#include "core/documents/read_document.hpp"
#include "core/sheets/encoding.hpp"
#include "core/text/legacy.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

namespace terroir::documents {

namespace {

struct Closer {
    void operator()(std::FILE* file) const {
        if (file != stdin)
            std::fclose(file);
    }
};
using File = std::unique_ptr<std::FILE, Closer>;

File openText(const std::string& file) {
    if (file == "-")
        return File(stdin);
    File opened(std::fopen(file.c_str(), "rb"));
    if (opened == nullptr)
        throw InputError(
            localText("Không mở được '{}' ({}); hãy kiểm tra tên và quyền đọc.",
                      "'{}' cannot be opened ({}); check the name and the permissions.", file,
                      systemReason(errno)));
    return opened;
}

[[noreturn]] void failBytes(const std::string& text, const LocalText& name) {
    std::size_t line = 1;
    for (std::size_t from = 0; from < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view one = std::string_view(text).substr(from, end - from);
        if (one.find('\0') != std::string_view::npos || !text::isValidUtf8(one))
            break;
        from = end + 1;
    }
    throw InputError(localText("{}, dòng {}: chữ ở đây không phải là UTF-8; hãy lưu lại văn bản "
                               "dạng .txt (UTF-8).",
                               "{}, line {}: the text is not UTF-8 here; save it again as .txt "
                               "(UTF-8).",
                               name, line));
}

/// In UTF-8. Windows-1252 has no Vietnamese: what only that fits is no text of ours.
Document decoded(std::string bytes, const LocalText& name) {
    const std::optional<sheets::Bytes> encoding = sheets::findEncoding(bytes);
    if (!encoding || encoding == sheets::Bytes::Windows1252)
        failBytes(bytes, name);
    Document read{sheets::toUtf8(bytes, *encoding), {}, {}};
    std::optional<LocalText> remark = sheets::encodingRemark(*encoding);
    // A text in a font of its own that a newer program saved as UTF-8.
    const auto font = text::detect(read.text);
    if (font == text::Encoding::Tcvn3 || font == text::Encoding::VniFont) {
        read.text = text::decode(read.text, *font);
        remark = sheets::encodingRemark(font == text::Encoding::Tcvn3 ? sheets::Bytes::Tcvn3
                                                                      : sheets::Bytes::Vni);
    }
    if (remark)
        read.remarks.push_back(std::move(*remark));
    return read;
}

} // namespace

Document readPlainText(const std::string& file) {
    const LocalText name = InputPlace{file, 0, {}}.toText();
    const File opened = openText(file);
    std::string text;
    constexpr std::size_t piece = std::size_t(1) << 20;
    for (std::size_t got = piece; got == piece;) {
        const std::size_t size = text.size();
        text.resize(size + piece);
        got = std::fread(text.data() + size, 1, piece, opened.get());
        text.resize(size + got);
        if (std::ferror(opened.get()) != 0)
            throw InputError(localText("Không đọc được '{}' đến hết; hãy kiểm tra tệp rồi thử lại.",
                                       "'{}' cannot be read to its end; check it and try again.",
                                       name));
        if (text.size() > std::size_t(maxTextMegabytes) * piece)
            throw InputError(localText("'{}' lớn hơn {} MB; hãy chia văn bản thành nhiều tệp.",
                                       "'{}' is larger than {} MB; split the text into several "
                                       "files.",
                                       name, maxTextMegabytes));
    }
    return decoded(std::move(text), name);
}

} // namespace terroir::documents
