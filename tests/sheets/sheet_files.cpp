#include "tests/sheets/sheet_files.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <fstream>

namespace terroir::sheets {

namespace {

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xffffffff;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

void number(std::string& out, std::size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i, value >>= 8)
        out += char(value & 0xff);
}

} // namespace

std::filesystem::path written(const std::string& name, std::string_view content) {
    // A name of its own each time: GDAL keeps the listing of a packed file by name, time and size.
    static int files = 0;
    const std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                         ("terroir_sheets_" + std::to_string(getpid())) /
                                         std::to_string(++files);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << content;
    return folder / name;
}

std::string zipped(const Parts& parts) {
    std::string out, directory;
    for (const auto& [name, content] : parts) {
        std::string entry;
        number(entry, 20, 2);
        number(entry, 0, 8); // flags, stored, time, date
        number(entry, crc32(content), 4);
        number(entry, content.size(), 4);
        number(entry, content.size(), 4);
        number(entry, name.size(), 2);
        number(entry, 0, 2);
        directory += std::string("PK\x01\x02", 4);
        number(directory, 20, 2);
        directory += entry;
        number(directory, 0, 10); // comment, disk, attributes
        number(directory, out.size(), 4);
        directory += name;
        out += std::string("PK\x03\x04", 4) + entry + name + content;
    }
    const std::size_t at = out.size();
    out += directory + std::string("PK\x05\x06", 4);
    number(out, 0, 4);
    number(out, parts.size(), 2);
    number(out, parts.size(), 2);
    number(out, directory.size(), 4);
    number(out, at, 4);
    number(out, 0, 2);
    return out;
}

Parts xlsxParts(const std::string& sheet, const std::string& strings, const std::string& styles) {
    const std::string main = "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const auto relation = [&](const std::string& id, const std::string& target) {
        std::string type = target.substr(target.rfind('/') + 1);
        type = type == "workbook.xml" ? "officeDocument"
               : type == "sheet1.xml" ? "worksheet"
                                      : type.substr(0, type.find('.'));
        return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" +
               target + "\"/>";
    };
    Parts parts = {
        {"_rels/.rels", relations + relation("r1", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns=" + main + " xmlns:r=\"" + office +
                                "\"><sheets><sheet name=\"S\" sheetId=\"1\" "
                                "r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         relations + relation("r1", "worksheets/sheet1.xml") +
             (strings.empty() ? "" : relation("r2", "sharedStrings.xml")) +
             (styles.empty() ? "" : relation("r3", "/xl/styles.xml")) + "</Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet xmlns=" + main + ">" + sheet + "</worksheet>"},
    };
    if (!strings.empty())
        parts.emplace_back("xl/sharedStrings.xml", "<sst xmlns=" + main + ">" + strings + "</sst>");
    if (!styles.empty())
        parts.emplace_back("xl/styles.xml",
                           "<styleSheet xmlns=" + main + ">" + styles + "</styleSheet>");
    return parts;
}

std::filesystem::path xlsxFile(const std::string& sheet, const std::string& strings,
                               const std::string& styles) {
    return written("t.xlsx", zipped(xlsxParts(sheet, strings, styles)));
}

std::string odsContent(const std::string& tables, const std::string& styles) {
    const std::string urn = "urn:oasis:names:tc:opendocument:xmlns:";
    return "<office:document-content xmlns:office=\"" + urn + "office:1.0\" xmlns:table=\"" + urn +
           "table:1.0\" xmlns:text=\"" + urn + "text:1.0\" xmlns:style=\"" + urn +
           "style:1.0\" xmlns:draw=\"" + urn + "drawing:1.0\"><office:automatic-styles>" + styles +
           "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
           "</office:spreadsheet></office:body></office:document-content>";
}

std::string shown(const Row& row) {
    std::string text = std::to_string(row.line) + (row.isHidden ? " hidden:" : ":");
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        text += i == 0 ? " " : " | ";
        text += cell.kind == CellKind::Number ? "#" : cell.kind == CellKind::Date ? "@" : "";
        text += cell.text;
    }
    return text;
}

std::vector<std::string> shown(const Sheet& sheet) {
    std::vector<std::string> rows;
    for (const Row& row : sheet.rows)
        rows.push_back(shown(row));
    return rows;
}

std::string refusal(const std::filesystem::path& file, const std::string& sheet) {
    try {
        readWorkbook(file, sheet);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

std::string bytesOf(const std::filesystem::path& file) {
    return readFile(file);
}

} // namespace terroir::sheets
