#include "core/sheets/refusal.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/sheets/limits.hpp"

namespace terroir::sheets {

namespace {

std::size_t utf16Units(std::string_view utf8) {
    std::size_t units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
    }
    return units;
}

} // namespace

void failDamaged(const std::string& file, const LocalText& reason) {
    throw InputError(file, 0, "",
                     localText("tệp bị hỏng hoặc bị cắt ({}); hãy mở tệp bằng chương trình đã tạo "
                               "ra nó và lưu lại, hoặc chép lại từ bản gốc.",
                               "the file is damaged or cut ({}); open it in the program that made "
                               "it and save it again, or copy it anew.",
                               reason));
}

void failTooLarge(const std::string& file, std::size_t line, const LocalText& reason) {
    throw InputError(file, line, "",
                     localText("bảng quá lớn ({}); hãy chia thành nhiều tệp, hoặc xóa các ô thừa.",
                               "the table is too large ({}); split it into several files, or "
                               "delete the cells that are not needed.",
                               reason));
}

void failReport(const std::string& file) {
    throw InputError(
        file, 0, "",
        localText("đây là văn bản, không phải bảng; hãy đọc bằng 'terroir extract {}', lệnh này đề "
                  "xuất bản ghi từ lời văn và bảng trong đó.",
                  "this is a text and no table; read it with 'terroir extract {}', which proposes "
                  "records from its sentences and tables.",
                  file));
}

void failNoSheet(const std::string& file, std::string_view sheet,
                 const std::vector<std::string>& names) {
    if (names.empty())
        throw InputError(file, 0, "",
                         localText("tệp không có trang tính, không có '{}'; hãy bỏ tên trang tính.",
                                   "the file has no sheets, so no '{}'; leave the sheet out.",
                                   sheet));
    throw InputError(
        file, 0, "",
        unknownWord(localText("không có trang tính '{}'.", "there is no sheet '{}'.", sheet), sheet,
                    localText("Các trang tính là", "The sheets are"), names));
}

void checkLength(std::string_view text, const std::string& file, std::size_t line) {
    if (text.size() <= maxCharacters || utf16Units(text) <= maxCharacters)
        return;
    throw InputError(file, line, "",
                     localText("một ô dài hơn {} ký tự, nhiều hơn Excel cho phép; tệp có thể bị "
                               "hỏng, hoặc thiếu một dấu ngoặc kép (\").",
                               "a cell is longer than {} characters, more than Excel allows; the "
                               "file may be damaged, or a quote (\") is missing.",
                               maxCharacters));
}

} // namespace terroir::sheets
