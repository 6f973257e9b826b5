#include "core/sheets/table.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/sheets/read.hpp"

#include <algorithm>
#include <utility>

namespace terroir::sheets {

namespace {

Sheet* firstSheet(Workbook& workbook) {
    auto& sheets = workbook.sheets;
    const auto shown = std::find_if(sheets.begin(), sheets.end(),
                                    [](const Sheet& sheet) { return !sheet.isHidden; });
    if (shown != sheets.end())
        return &*shown;
    return sheets.empty() ? nullptr : &sheets.front();
}

std::vector<std::string> textsOf(const Row& row, std::size_t columns) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < columns; ++i)
        texts.emplace_back(row.text(i));
    return texts;
}

/// Which columns hold numbers, and nothing else, below the first row.
std::vector<bool> numberColumns(const Sheet& sheet, std::size_t columns) {
    std::vector<bool> numbers(columns, false), others(columns, false);
    for (auto row = sheet.rows.begin() + 1; row != sheet.rows.end(); ++row)
        for (std::size_t i = 0; i < row->cells.size(); ++i)
            if (!row->cells[i].isEmpty())
                (row->cells[i].kind == CellKind::Number ? numbers : others)[i] = true;
    for (std::size_t i = 0; i < columns; ++i)
        numbers[i] = numbers[i] && !others[i];
    return numbers;
}

} // namespace

TextTable readTable(const std::filesystem::path& file, const std::string& wanted) {
    Workbook workbook = readWorkbook(file, wanted);
    Sheet* const sheet = firstSheet(workbook);
    if (sheet == nullptr || sheet->rows.empty())
        throw InputError(workbook.file, 0, "",
                         localText("bảng trống; cần có dòng đầu ghi tên các cột.",
                                   "the table is empty; it needs a header row with column names."));
    const std::size_t columns = sheet->rows.front().cells.size();
    const bool hasTypes = !sheet->name.empty() || sheet->hasNames;
    const std::vector<bool> numbers =
        hasTypes ? numberColumns(*sheet, columns) : std::vector<bool>();
    TextTable table;
    table.file = workbook.file;
    table.header = textsOf(sheet->rows.front(), columns);
    for (auto row = sheet->rows.begin() + 1; row != sheet->rows.end(); ++row) {
        if (row->cells.size() > columns)
            throw InputError(table.file, row->line, "",
                             localText("dòng này có {} ô nhưng dòng đầu chỉ có {}; hãy ghi tên cho "
                                       "mọi cột ở dòng đầu.",
                                       "the row has {} cells but the header has {}; give every "
                                       "column a name in the first row.",
                                       row->cells.size(), columns));
        table.rows.push_back({row->line, textsOf(*row, columns), numbers});
        std::vector<Cell>().swap(row->cells); // large tables stand in memory once
    }
    return table;
}

} // namespace terroir::sheets
