#include "core/base/local_text.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/ods_content.hpp"
#include "core/sheets/refusal.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace terroir::sheets {

namespace {

bool isPacked(const std::filesystem::path& file) {
    char start[2] = {};
    std::ifstream(file, std::ios::binary).read(start, 2);
    return start[0] == 'P' && start[1] == 'K';
}

void readContent(const std::filesystem::path& file, ods::ContentHandler& handler) {
    const auto read = [&](const ByteSource& bytes) {
        readXml(bytes, file.string(), "content.xml", handler);
    };
    if (isPacked(file))
        Package(file).read("content.xml", read);
    else
        readBytes(file, read);
    if (!handler.isSpreadsheet())
        failDamaged(file.string(),
                    localText("đây không phải là bảng tính", "it is no spreadsheet"));
}

} // namespace

Workbook readOds(const std::filesystem::path& file, const std::string& sheet) {
    WorkbookBuilder workbook(file.string());
    ods::ContentHandler handler(workbook, sheet, ods::ContentHandler::Take::Everything);
    readContent(file, handler);
    const std::vector<std::string>& names = handler.names();
    if (!sheet.empty() && std::find(names.begin(), names.end(), sheet) == names.end())
        failNoSheet(workbook.file(), sheet, names);
    return workbook.take();
}

std::vector<std::string> odsSheets(const std::filesystem::path& file) {
    WorkbookBuilder workbook(file.string());
    ods::ContentHandler handler(workbook, {}, ods::ContentHandler::Take::Names);
    readContent(file, handler);
    return handler.names();
}

} // namespace terroir::sheets
