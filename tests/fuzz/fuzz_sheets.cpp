// Workbooks as bytes: read, or refused with a sentence. An input: one byte that says what the rest
// is: a whole file of some format, or the content of a sheet, which is packed here (no random bytes
// have the checksums of a packed file).

#include "core/sheets/limits.hpp"
#include "core/sheets/read.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/sheets/sheet_files.hpp"

#include <fstream>

namespace {

using namespace terroir;

struct File {
    const char* extension;
    std::string bytes;
};

File fileOf(unsigned form, std::string content) {
    switch (form % 10) {
    case 0:
        return {"xlsx", sheets::zipped(sheets::xlsxParts(content))};
    case 1:
        return {"xlsx", sheets::zipped(sheets::xlsxParts(
                            "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\" s=\"1\"><v>1</v></c>"
                            "</row></sheetData>",
                            content))};
    case 2:
        return {"xlsx",
                sheets::zipped(sheets::xlsxParts(
                    "<sheetData><row><c s=\"1\"><v>45000</v></c></row></sheetData>", {}, content))};
    case 3:
        return {"fods", sheets::odsContent(content)};
    case 4:
        return {"ods",
                sheets::zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                {"content.xml", sheets::odsContent(content)}})};
    case 5:
        return {"xlsx", std::move(content)};
    case 6:
        return {"ods", std::move(content)};
    case 7:
        return {"xls", std::move(content)};
    case 8:
        return {"dbf", std::move(content)};
    default:
        return {"csv", std::move(content)};
    }
}

void check(const sheets::Workbook& workbook) {
    for (const sheets::Sheet& sheet : workbook.sheets) {
        std::size_t line = 0;
        for (const sheets::Row& row : sheet.rows) {
            fuzz::require(row.line >= line, "Rows are not in order.");
            line = row.line;
            fuzz::require(row.cells.size() <= sheets::maxColumns, "A row is too long.");
            fuzz::require(row.cells.empty() || !row.cells.back().isEmpty(),
                          "A row ends with an empty cell.");
            for (const sheets::Cell& cell : row.cells)
                fuzz::require(cell.text.size() <= 4 * sheets::maxCharacters, "A cell is too long.");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const unsigned form = input.byte();
    const File file = fileOf(form, std::string(input.rest()));
    // A name of its own each time: GDAL keeps what it knows of a packed file by name.
    static unsigned files = 0;
    const std::filesystem::path path =
        fuzz::scratchFile(std::to_string(++files) + "." + file.extension);
    std::ofstream(path, std::ios::binary) << file.bytes;
    fuzz::isTaken([&] { check(sheets::readWorkbook(path)); });
    std::filesystem::remove(path);
    return 0;
}
