#include "core/sheets/read.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/sheets/file_start.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/limits.hpp"
#include "core/sheets/package.hpp"
#include "core/sheets/refusal.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

namespace terroir::sheets {

namespace {

enum class Format { Xlsx, Ods, Xls, Text, Dbf, Layers, Document, Html };

std::string lowerExtension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return extension;
}

[[noreturn]] void failFormat(const std::filesystem::path& file, const LocalText& reason) {
    throw InputError(localText(
        "'{}' không phải là bảng mà terroir đọc được{}; các định dạng là {}.",
        "'{}' is no table that terroir knows{}; the formats are {}.", file.string(), reason,
        localText(".xlsx, .xls, .ods, .csv, .dbf, .geojson, .gpkg, .kml, "
                  ".shp, .tab, .mif, .fgb, và bảng trong .docx, .odt, .html",
                  ".xlsx, .xls, .ods, .csv, .dbf, .geojson, .gpkg, .kml, "
                  ".shp, .tab, .mif, .fgb, and the tables in .docx, .odt, .html")));
}

/// A regular file of bearable size: no device, no pipe, which reading would never end.
void requireFile(const std::filesystem::path& file) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        throw InputError(localText("Không có '{}'; hãy kiểm tra tên tệp và thư mục.",
                                   "'{}' does not exist; check the name and the folder.",
                                   file.string()));
    if (!std::filesystem::is_regular_file(status))
        throw InputError(localText("'{}' không phải là một tệp thường; hãy chọn một tệp.",
                                   "'{}' is no regular file; give a file.", file.string()));
    if (std::filesystem::file_size(file, error) > maxFileBytes)
        failTooLarge(file.string(), 0,
                     localText("hơn {} MB", "more than {} MB", maxFileBytes >> 20));
}

Format formatOfPackage(const std::filesystem::path& file, const std::string& extension) {
    Package package(file);
    if (package.has("xl/workbook.xml"))
        return Format::Xlsx;
    if (package.has("word/document.xml") ||
        mediaTypeOf(package).find("opendocument.text") != std::string::npos)
        return Format::Document;
    if (package.has("content.xml"))
        return Format::Ods;
    if (package.has("doc.kml"))
        return Format::Layers;
    if (package.has("xl/workbook.bin"))
        failFormat(file, localText(" (.xlsb); hãy lưu dạng .xlsx", " (.xlsb); save it as .xlsx"));
    if (extension == ".xlsx" || extension == ".xlsm")
        return Format::Xlsx; // the workbook may have another name
    if (extension == ".ods" || extension == ".kmz")
        failDamaged(file.string(),
                    localText("thiếu phần nội dung", "the part with the content is missing"));
    failFormat(file, {});
}

Format formatOfMarkup(const std::filesystem::path& file, std::string_view start) {
    const auto has = [&](std::string_view word) { return start.find(word) != std::string::npos; };
    if (has("<kml") || has(":kml"))
        return Format::Layers;
    if (has("<office:document"))
        return Format::Ods;
    if (has("urn:schemas-microsoft-com:office:spreadsheet"))
        failFormat(file, localText(" (XML của Excel 2003); hãy mở bằng Excel và lưu dạng .xlsx",
                                   " (XML of Excel 2003); open it in Excel and save it as .xlsx"));
    if (has("<html") || has("<HTML") || has("<table") || has("<TABLE") || has("<!DOCTYPE") ||
        isAnyOf(lowerExtension(file), {".html", ".htm"}))
        return Format::Html; // also under the name of a spreadsheet, as portals export it
    failFormat(file, {});
}

bool isOldExcel(std::string_view start) {
    using namespace std::string_view_literals;
    constexpr std::array begins = {"\xd0\xcf\x11\xe0"sv, "\x09\x00\x04\x00"sv, "\x09\x02\x06\x00"sv,
                                   "\x09\x04\x06\x00"sv};
    return std::any_of(begins.begin(), begins.end(),
                       [&](std::string_view begin) { return start.starts_with(begin); });
}

Format formatOf(const std::filesystem::path& file) {
    using namespace std::string_view_literals;
    requireFile(file);
    const std::string start = fileStart(file, 4096);
    const std::string extension = lowerExtension(file);
    if (start.starts_with("PK\x03\x04"))
        return formatOfPackage(file, extension);
    if (extension == ".doc" || extension == ".rtf" || start.find("%PDF-") == 0)
        failReport(file.string());
    if (isOldExcel(start))
        return Format::Xls;
    if (start.starts_with("SQLite format 3"sv) || start.starts_with("fgb\x03"sv) ||
        start.starts_with("\0\0\x27\x0a"sv) || start.starts_with("!table") || extension == ".mif")
        return Format::Layers;
    const std::size_t first = start.find_first_not_of("\xef\xbb\xbf \t\r\n");
    const char letter = first == std::string::npos ? '\0' : start[first];
    if (letter == '<')
        return formatOfMarkup(file, start);
    if (letter == '{' && isAnyOf(extension, {".json", ".geojson", ""}))
        return Format::Layers;
    if (extension == ".dbf" || (dbfHeader(start).recordBytes > 0 && extension.empty()))
        return Format::Dbf;
    if (isAnyOf(extension, {".csv", ".tsv", ".tab", ".txt", ".prn", ".asc", ""}))
        return Format::Text;
    // Some programs write text tables under the name of Excel.
    if (extension == ".xls" && !start.empty() && start.find('\0') == std::string::npos)
        return Format::Text;
    if (isAnyOf(extension, {".xlsx", ".xlsm", ".xls", ".ods", ".kmz", ".kml", ".gpkg", ".shp",
                            ".fgb", ".geojson", ".json"}))
        failDamaged(file.string(), localText("nội dung không phải là của định dạng {}",
                                             "the content is not that of {}", extension));
    failFormat(file, {});
}

[[noreturn]] void failOneTable(const std::filesystem::path& file, const std::string& sheet) {
    throw InputError(localText("'{}' chỉ có một bảng, không có trang tính; hãy bỏ trang tính '{}'.",
                               "'{}' is one table and has no sheets; leave the sheet '{}' out.",
                               file.string(), sheet));
}

} // namespace

Workbook readWorkbook(const std::filesystem::path& file, const std::string& sheet) {
    const Format format = formatOf(file);
    if (!sheet.empty() && (format == Format::Text || format == Format::Dbf))
        failOneTable(file, sheet);
    switch (format) {
    case Format::Xlsx:
        return readXlsx(file, sheet);
    case Format::Ods:
        return readOds(file, sheet);
    case Format::Xls:
        return readXls(file, sheet);
    case Format::Text:
        return readTextTable(file);
    case Format::Dbf:
        return readDbf(file);
    case Format::Layers:
        return readLayers(file, sheet);
    case Format::Document:
        return readTextTables(file, sheet);
    case Format::Html:
        return readHtmlTables(file, sheet);
    }
    failFormat(file, {});
}

std::vector<std::string> sheetNames(const std::filesystem::path& file) {
    switch (formatOf(file)) {
    case Format::Xlsx:
        return xlsxSheets(file);
    case Format::Ods:
        return odsSheets(file);
    case Format::Xls:
        return xlsSheets(file);
    case Format::Layers:
        return layerSheets(file);
    case Format::Document:
    case Format::Html: {
        std::vector<std::string> names;
        for (const Sheet& sheet : readWorkbook(file).sheets)
            names.push_back(sheet.name);
        return names;
    }
    case Format::Text:
    case Format::Dbf:
        return {};
    }
    return {};
}

} // namespace terroir::sheets
