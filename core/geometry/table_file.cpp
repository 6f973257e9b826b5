#include "core/geometry/table_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/geometry/gdal.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace terroir::geometry {

namespace {

std::string lowerExtension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    return extension;
}

bool isBlank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of(" \t") == std::string::npos;
    });
}

bool areDigits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// GDAL writes a date cell as 2024/01/05 (XLSX), with a time as "2024/01/05 10:11:12" or, from ODS,
/// "2024-01-05T10:11:12". A midnight is a day.
std::optional<std::string> asDate(const std::string& cell) {
    if (cell.size() < 10 || !areDigits(std::string_view(cell).substr(0, 4)) ||
        (cell[4] != '/' && cell[4] != '-') || cell[7] != cell[4] ||
        !areDigits(std::string_view(cell).substr(5, 2)) ||
        !areDigits(std::string_view(cell).substr(8, 2)))
        return std::nullopt;
    std::string day = cell.substr(0, 10);
    day[4] = day[7] = '-';
    if (cell.size() == 10)
        return day;
    if (cell.size() < 19 || (cell[10] != ' ' && cell[10] != 'T') || cell[13] != ':')
        return std::nullopt;
    const std::string time = cell.substr(11, 8);
    return time == "00:00:00" ? day : day + " " + time;
}

/// A number as a spreadsheet shows it: 15 digits, no exponent, no zeros at the end. Other text, and
/// digits with a leading zero (a code), stay as they are.
std::string tidied(const std::string& cell) {
    if (const auto date = asDate(cell))
        return *date;
    const bool longOrScientific = cell.size() > 15 || cell.find_first_of("eE") != std::string::npos;
    const std::size_t first = cell.starts_with('-') ? 1 : 0;
    if (!longOrScientific || cell.size() <= first ||
        !std::isdigit(static_cast<unsigned char>(cell[first])) || areDigits(cell))
        return cell;
    double value = 0;
    const char* const end = cell.data() + cell.size();
    const auto [stopped, error] = std::from_chars(cell.data(), end, value);
    if (error != std::errc() || stopped != end)
        return cell;
    const std::string digits = fmt::format("{:.15g}", value);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    char buffer[400];
    const auto written = std::to_chars(buffer, std::end(buffer), value, std::chars_format::fixed);
    return written.ec == std::errc() ? std::string(buffer, written.ptr) : cell;
}

OGRLayer* findSheet(GDALDataset& dataset, const std::string& sheet, const std::string& file) {
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (sheet.empty() || sheet == layer->GetName())
            return layer;
        names.emplace_back(layer->GetName());
    }
    if (names.empty())
        throw InputError(file, 0, "",
                         localText("tệp không có trang tính nào; hãy lưu bảng vào một trang tính.",
                                   "the file has no sheets; save the table in one."));
    throw InputError(
        file, 0, "",
        unknownWord(localText("không có trang tính '{}'.", "there is no sheet '{}'.", sheet), sheet,
                    localText("Các trang tính là", "The sheets are"), names));
}

/// One row of a sheet, without the cells after the last filled one.
TableRow readRow(const OGRFeature& feature) {
    TableRow row;
    row.line = std::size_t(feature.GetFID());
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        row.cells.push_back(feature.IsFieldSetAndNotNull(i) ? tidied(feature.GetFieldAsString(i))
                                                            : std::string());
    while (!row.cells.empty() && row.cells.back().empty())
        row.cells.pop_back();
    return row;
}

void trim(std::string& text) {
    const auto from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
    text = from == std::string::npos ? std::string() : text.substr(from, to - from + 1);
}

Table tableOf(OGRLayer& layer, const std::string& file) {
    Table table;
    table.file = file;
    for (const OGRFeatureUniquePtr& feature : layer) {
        TableRow row = readRow(*feature);
        if (isBlank(row.cells))
            continue;
        if (table.header.empty()) {
            table.header = std::move(row.cells);
            std::for_each(table.header.begin(), table.header.end(), trim);
            continue;
        }
        if (row.cells.size() > table.header.size())
            throw InputError(file, row.line, "",
                             localText("dòng này có {} ô nhưng dòng đầu chỉ có {}; hãy ghi tên cho "
                                       "mọi cột ở dòng đầu.",
                                       "the row has {} cells but the header has {}; give every "
                                       "column a name in the first row.",
                                       row.cells.size(), table.header.size()));
        row.cells.resize(table.header.size());
        table.rows.push_back(std::move(row));
    }
    if (table.header.empty())
        throw InputError(file, 0, "",
                         localText("trang tính trống; cần có dòng đầu ghi tên các cột.",
                                   "the sheet is empty; it needs a header row with column names."));
    return table;
}

/// Which columns hold nothing but numbers below the first row. A pass of its own: GDAL gives
/// the types of whole columns, not of cells.
std::vector<bool> numberColumns(const QuietGdal& gdal, const std::filesystem::path& file,
                                const std::string& driver, const std::string& sheet) {
    const CPLConfigOptionSetter headers(("OGR_" + driver + "_HEADERS").c_str(), "FORCE", false);
    const CPLConfigOptionSetter types(("OGR_" + driver + "_FIELD_TYPES").c_str(), "AUTO", false);
    const char* const drivers[] = {driver.c_str(), nullptr};
    const GDALDatasetUniquePtr dataset = openVector(gdal, file, drivers);
    OGRFeatureDefn* definition = findSheet(*dataset, sheet, file.string())->GetLayerDefn();
    std::vector<bool> numbers;
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        const OGRFieldType type = definition->GetFieldDefn(i)->GetType();
        numbers.push_back(type == OFTReal || type == OFTInteger || type == OFTInteger64);
    }
    return numbers;
}

/// `driver` is "XLSX" or "ODS". Every cell as text, no row taken for a header by GDAL: so codes
/// keep their zeros and features keep the row numbers of the sheet.
Table readSheet(const std::filesystem::path& file, const std::string& driver,
                const std::string& sheet) {
    const QuietGdal gdal;
    const CPLConfigOptionSetter headers(("OGR_" + driver + "_HEADERS").c_str(), "DISABLE", false);
    const CPLConfigOptionSetter types(("OGR_" + driver + "_FIELD_TYPES").c_str(), "STRING", false);
    const char* const drivers[] = {driver.c_str(), nullptr};
    const GDALDatasetUniquePtr dataset = openVector(gdal, file, drivers);
    Table table = tableOf(*findSheet(*dataset, sheet, file.string()), file.string());
    const std::vector<bool> numbers = numberColumns(gdal, file, driver, sheet);
    for (TableRow& row : table.rows)
        row.numbers = numbers;
    return table;
}

/// Numbers that a spreadsheet may calculate with; a column with codes stays text.
bool isNumberColumn(const Table& table, std::size_t column) {
    if (table.header[column].find("code") != std::string::npos)
        return false;
    bool any = false;
    for (const TableRow& row : table.rows) {
        const std::string& cell = row.cells[column];
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
    appendCsvRow(content, table.header);
    for (const TableRow& row : table.rows)
        appendCsvRow(content, row.cells);
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(content.data(), std::streamsize(content.size()));
    stream.close();
    if (!stream)
        throw InputError(localText(
            "Không ghi được '{}'; hãy kiểm tra thư mục và dung lượng còn trống.",
            "'{}' cannot be written; check the folder and the free space.", file.string()));
}

[[noreturn]] void failWriting(const QuietGdal& gdal, const std::filesystem::path& file) {
    throw InputError(
        localText("Không ghi được '{}' ({}); hãy kiểm tra thư mục và dung lượng còn trống.",
                  "'{}' cannot be written ({}); check the folder and the free space.",
                  file.string(), gdal.reason()));
}

void fillSheet(const Table& table, OGRLayer& sheet) {
    std::vector<bool> isNumber;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        isNumber.push_back(isNumberColumn(table, column));
        OGRFieldDefn field(table.header[column].c_str(), isNumber.back() ? OFTReal : OFTString);
        sheet.CreateField(&field);
    }
    for (const TableRow& row : table.rows) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(sheet.GetLayerDefn()));
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            if (row.cells[column].empty())
                continue;
            if (isNumber[column])
                feature->SetField(int(column), *parsePlainNumber(row.cells[column]));
            else
                feature->SetField(int(column), row.cells[column].c_str());
        }
        if (sheet.CreateFeature(feature.get()) != OGRERR_NONE)
            return; // the failure is kept by QuietGdal
    }
}

/// `format`: a GDAL driver.
void writeSheet(const Table& table, const std::filesystem::path& file, const char* format) {
    const QuietGdal gdal;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format);
    GDALDatasetUniquePtr dataset(
        driver == nullptr ? nullptr : driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* sheet =
        dataset ? dataset->CreateLayer("terroir", nullptr, wkbNone, nullptr) : nullptr;
    if (sheet == nullptr)
        failWriting(gdal, file);
    fillSheet(table, *sheet);
    dataset.reset(); // writes
    if (!gdal.failure().empty())
        failWriting(gdal, file);
}

[[noreturn]] void failFormat(const std::filesystem::path& file) {
    throw InputError(localText("'{}' không phải là bảng mà terroir đọc được; các định dạng là {}.",
                               "'{}' is no table that terroir knows; the formats are {}.",
                               file.string(),
                               localText(".csv, .xlsx và .ods", ".csv, .xlsx and .ods")));
}

} // namespace

Table readTable(const std::filesystem::path& file, const std::string& sheet) {
    const std::string extension = lowerExtension(file);
    if (extension == ".xlsx" || extension == ".ods")
        return readSheet(file, extension == ".xlsx" ? "XLSX" : "ODS", sheet);
    if (extension != ".csv" && extension != ".tsv" && extension != ".txt")
        failFormat(file);
    if (!sheet.empty())
        throw InputError(
            localText("'{}' là bảng dạng văn bản, không có trang tính; hãy bỏ trang tính '{}'.",
                      "'{}' is a text table and has no sheets; leave the sheet '{}' out.",
                      file.string(), sheet));
    return readCsv(file);
}

std::vector<std::string> sheetNames(const std::filesystem::path& file) {
    const std::string extension = lowerExtension(file);
    if (extension != ".xlsx" && extension != ".ods")
        return {};
    const QuietGdal gdal;
    const char* const drivers[] = {extension == ".xlsx" ? "XLSX" : "ODS", nullptr};
    const GDALDatasetUniquePtr dataset = openVector(gdal, file, drivers);
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset->GetLayers())
        names.emplace_back(layer->GetName());
    return names;
}

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
