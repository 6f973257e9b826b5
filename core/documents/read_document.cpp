#include "core/documents/read_document.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/documents/formats.hpp"
#include "core/sheets/delimiter.hpp"
#include "core/sheets/file_start.hpp"
#include "core/sheets/prose.hpp"
#include "core/sheets/read.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <system_error>

namespace terroir::documents {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t maxFileMegabytes = 500;

void requireDocument(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error))
        throw InputError(localText("Không có '{}'; hãy kiểm tra tên tệp và thư mục.",
                                   "'{}' does not exist; check the name and the folder.",
                                   file.string()));
    requireRegularFile(file);
    if (fs::file_size(file, error) > maxFileMegabytes << 20U)
        throw InputError(localText("'{}' lớn hơn {} MB; hãy chia văn bản thành nhiều tệp.",
                                   "'{}' is larger than {} MB; split the text into several files.",
                                   file.string(), maxFileMegabytes));
}

[[noreturn]] void failKind(const fs::path& file, const LocalText& kind) {
    throw InputError(localText("'{}' {}; hãy mở tệp ấy rồi lưu lại dạng .docx, .odt hoặc .pdf.",
                               "'{}' {}; open it and save it as .docx, .odt or .pdf.",
                               file.string(), kind));
}

[[noreturn]] void failTable(const fs::path& file) {
    throw InputError(localText(
        "'{0}' là bảng, không phải văn bản; hãy nhập bằng 'terroir import {0} --as LOẠI', hoặc tra "
        "địa danh bằng 'terroir geocode {0}'.",
        "'{0}' is a table and no text; take its records with 'terroir import {0} --as KIND', or "
        "look "
        "up its places with 'terroir geocode {0}'.",
        file.string()));
}

bool holdsWord(const std::string& start, std::string_view word) {
    return std::search(start.begin(), start.end(), word.begin(), word.end(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
           }) != start.end();
}

Document readPackage(const fs::path& file) {
    sheets::Package package(file);
    if (package.has("word/document.xml"))
        return readWord(package, file.string());
    if (package.has("xl/workbook.xml") || package.has("xl/workbook.bin") ||
        sheets::mediaTypeOf(package).find("opendocument.spreadsheet") != std::string::npos)
        failTable(file);
    if (package.has("ppt/presentation.xml"))
        failKind(file, {"là bài trình chiếu, không phải văn bản", "is a presentation, no text"});
    if (!package.has("content.xml"))
        failKind(file, {"là tệp nén không chứa văn bản Word hay OpenDocument",
                        "is a packed file without a text of Word or OpenDocument"});
    return readOpenDocument(package, file.string());
}

Document readAny(const fs::path& file, const Progress& progress) {
    using namespace std::string_view_literals;
    const std::string start = sheets::fileStart(file, 4096);
    if (start.starts_with("PK\x03\x04"))
        return readPackage(file);
    const std::string ending = text::toLower(file.extension().string());
    if (isAnyOf(ending, {".xls", ".dbf"}))
        failTable(file);
    if (isAnyOf(ending, {".csv", ".tsv"})) { // which readTextTable() refuses by the same rule
        Document read = readPlainText(file.string());
        if (!sheets::isProse(read.text, sheets::findDelimiter(read.text)))
            failTable(file);
        return read;
    }
    if (start.starts_with("\xd0\xcf\x11\xe0"sv))
        failKind(file, {"là tệp của Word cũ (.doc) hoặc tệp có mật khẩu",
                        "is a file of an old Word (.doc) or one with a password"});
    if (start.starts_with("{\\rtf"))
        failKind(file, {"là tệp RTF", "is an RTF file"});
    for (const std::string_view picture : {"\x89PNG"sv, "\xff\xd8\xff"sv, "II*\0"sv, "MM\0*"sv})
        if (start.starts_with(picture))
            throw InputError(localText(
                "'{}' là ảnh, không có chữ; hãy nhận dạng chữ (OCR) trước rồi dùng kết quả.",
                "'{}' is a picture without text; recognise its letters (OCR) first and give the "
                "result.",
                file.string()));
    // Some bytes may stand before it (ISO 32000-1, Annex H.3.4.1).
    if (start.substr(0, 1024).find("%PDF-") != std::string::npos)
        return readPdf(readFile(file), file.string(), progress);
    const std::size_t first = start.find_first_not_of("\xef\xbb\xbf \t\r\n");
    if (first != std::string::npos && start[first] == '<' &&
        (ending == ".html" || ending == ".htm" || holdsWord(start, "<html") ||
         holdsWord(start, "<!doctype html")))
        return readHtml(readFile(file), file.string());
    return readPlainText(file.string());
}

/// Tables of data are read row by row as tables, with the columns that they have.
void tellOfTables(const fs::path& file, Document& read) {
    std::size_t tables = 0;
    try {
        tables = sheets::sheetNames(file).size();
    } catch (const InputError&) { // none, or no such format
        return;
    }
    read.remarks.push_back(localText("văn bản có {0} bảng số liệu; để lấy từng dòng của bảng, hãy "
                                     "nhập bằng 'terroir import {1} --as LOẠI'",
                                     "the text has tables of data ({0}); to take their rows, "
                                     "import them with 'terroir import {1} --as KIND'",
                                     tables, file.string()));
}

} // namespace

Document readDocument(const fs::path& file, const Progress& progress) {
    if (file == "-")
        return readPlainText("-");
    requireDocument(file);
    Document read = readAny(file, progress);
    if (read.text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw InputError(localText("'{}' không có chữ nào; hãy xem lại tệp.",
                                   "'{}' holds no text; check the file.", file.string()));
    if (isAnyOf(text::toLower(file.extension().string()), {".docx", ".odt", ".html", ".htm"}))
        tellOfTables(file, read);
    return read;
}

} // namespace terroir::documents
