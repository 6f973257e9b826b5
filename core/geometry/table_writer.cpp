#include "core/geometry/table_writer.hpp"

#include "core/base/csv.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/output_place.hpp"
#include "core/geometry/gdal.hpp"
#include "core/geometry/memory_folder.hpp"

#include <algorithm>
#include <cctype>

namespace terroir::geometry {

namespace {

std::string lowerExtension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    return extension;
}

/// Numbers that a spreadsheet may calculate with; a column with codes stays text.
bool isNumberColumn(const Table& table, std::size_t column) {
    if (table.columns[column].name.find("code") != std::string::npos)
        return false;
    bool any = false;
    for (const std::vector<Value>& row : table.rows) {
        const std::string cell = textOf(row[column]);
        if (cell.empty())
            continue;
        const bool code = cell.size() > 1 && cell[0] == '0' && cell[1] != '.';
        if (code || cell.size() > 15 || !parsePlainNumber(cell))
            return false;
        any = true;
    }
    return any;
}

void writeCsv(const Table& table, const std::filesystem::path& file) {
    std::string content;
    appendCsvRow(content, namesOf(table.columns));
    for (const std::vector<Value>& row : table.rows)
        appendCsvRow(content, textsOf(row));
    writeContent(file, content);
}

[[noreturn]] void failWriting(const QuietGdal& gdal, const std::filesystem::path& file) {
    throw InputError(
        localText("Không ghi được '{}' ({}); hãy kiểm tra thư mục và dung lượng còn trống.",
                  "'{}' cannot be written ({}); check the folder and the free space.",
                  file.string(), gdal.reason()));
}

void fillSheet(const Table& table, OGRLayer& sheet) {
    std::vector<bool> isNumber;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        isNumber.push_back(isNumberColumn(table, column));
        const Column& of = table.columns[column];
        OGRFieldDefn field((of.alias.empty() ? of.name : of.alias).c_str(),
                           isNumber.back() ? OFTReal : OFTString);
        sheet.CreateField(&field);
    }
    for (const std::vector<Value>& row : table.rows) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(sheet.GetLayerDefn()));
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string cell = textOf(row[column]);
            if (cell.empty())
                continue;
            if (isNumber[column])
                feature->SetField(int(column), *parsePlainNumber(cell));
            else
                feature->SetField(int(column), withoutFormula(cell).c_str());
        }
        if (sheet.CreateFeature(feature.get()) != OGRERR_NONE)
            return; // the failure is kept by QuietGdal
    }
}

/// `format`: a GDAL driver.
void writeSheet(const Table& table, const std::filesystem::path& file, const char* format) {
    const QuietGdal gdal;
    const MemoryFolder memory;
    const std::string target = memory.path(file.filename().string());
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format);
    GDALDatasetUniquePtr dataset(
        driver == nullptr ? nullptr
                          : driver->Create(target.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* sheet =
        dataset ? dataset->CreateLayer("terroir", nullptr, wkbNone, nullptr) : nullptr;
    if (sheet == nullptr)
        failWriting(gdal, file);
    fillSheet(table, *sheet);
    dataset.reset(); // writes
    if (!gdal.failure().empty())
        failWriting(gdal, file);
    memory.writeInto(file.parent_path());
}

[[noreturn]] void failFormat(const std::filesystem::path& file) {
    throw InputError(localText("'{}' không phải là bảng mà terroir ghi được; các định dạng là {}.",
                               "'{}' is no table that terroir writes; the formats are {}.",
                               file.string(),
                               localText(".csv, .xlsx và .ods", ".csv, .xlsx and .ods")));
}

} // namespace

void writeTable(const Table& table, const std::filesystem::path& file) {
    const std::string extension = lowerExtension(file);
    if (extension == ".xlsx" || extension == ".ods")
        writeSheet(table, file, extension == ".xlsx" ? "XLSX" : "ODS");
    else if (extension == ".csv")
        writeCsv(table, file);
    else
        failFormat(file);
}

} // namespace terroir::geometry
