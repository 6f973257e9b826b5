#include "core/base/local_text.hpp"
#include "core/sheets/builder.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/refusal.hpp"
#include "core/sheets/values.hpp"
#include "core/sheets/xls_layout.hpp"

#include <freexl.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace terroir::sheets {

namespace {

/// An open workbook of FreeXL. All of its functions give a code of FREEXL_OK or a failure.
class XlsFile {
public:
    explicit XlsFile(const std::filesystem::path& file) : m_file(file.string()) {
        check(freexl_open(file.string().c_str(), &m_handle));
    }
    ~XlsFile() { freexl_close(m_handle); }
    XlsFile(const XlsFile&) = delete;
    XlsFile& operator=(const XlsFile&) = delete;

    std::vector<std::string> names() const {
        unsigned count = 0;
        check(freexl_get_info(m_handle, FREEXL_BIFF_SHEET_COUNT, &count));
        std::vector<std::string> names;
        for (unsigned i = 0; i < count; ++i) {
            const char* name = nullptr;
            check(freexl_get_worksheet_name(m_handle, static_cast<unsigned short>(i), &name));
            names.emplace_back(name == nullptr ? "" : name);
        }
        return names;
    }

    void readSheet(unsigned index, const XlsLayout& layout, SheetBuilder& sheet) const {
        check(freexl_select_active_worksheet(m_handle, static_cast<unsigned short>(index)));
        unsigned rows = 0;
        unsigned short columns = 0;
        check(freexl_worksheet_dimensions(m_handle, &rows, &columns));
        for (unsigned row = 0; row < rows; ++row) {
            sheet.beginRow(row + 1, layout.hiddenLines.contains(row + 1));
            for (unsigned short column = 0; column < columns; ++column)
                readCell(row, column, sheet);
            sheet.endRow();
        }
    }

private:
    void check(int code) const {
        if (code != FREEXL_OK)
            failDamaged(m_file, localText("FreeXL: lỗi {}", "FreeXL: failure {}", code));
    }

    void readCell(unsigned row, unsigned short column, SheetBuilder& sheet) const {
        FreeXL_CellValue cell;
        check(freexl_get_cell_value(m_handle, row, column, &cell));
        switch (cell.type) {
        case FREEXL_CELL_INT:
            return sheet.keep(column, std::to_string(cell.value.int_value), CellKind::Number);
        case FREEXL_CELL_DOUBLE:
            return sheet.keep(column, plainNumber(cell.value.double_value), CellKind::Number);
        case FREEXL_CELL_DATE:
        case FREEXL_CELL_DATETIME: {
            const auto day = isoDayText(cell.value.text_value);
            return sheet.keep(column, day ? *day : cell.value.text_value,
                              day ? CellKind::Date : CellKind::Text);
        }
        case FREEXL_CELL_TEXT:
        case FREEXL_CELL_SST_TEXT:
        case FREEXL_CELL_TIME:
            return sheet.keep(column, cell.value.text_value);
        default:
            return;
        }
    }

    std::string m_file;
    const void* m_handle = nullptr;
};

/// The sheets that are no charts, and what FreeXL does not tell of them.
class XlsWorkbook {
public:
    explicit XlsWorkbook(const std::filesystem::path& file)
        : m_layouts(readXlsLayout(file)), // first: it says more of what cannot be read
          m_file(file), m_names(m_file.names()) {
        if (!m_layouts.empty() && m_layouts.size() != m_names.size())
            failDamaged(file.string(), localText("số trang tính không khớp",
                                                 "the numbers of its sheets do not agree"));
        m_layouts.resize(m_names.size());
    }

    std::vector<std::string> sheets() const {
        std::vector<std::string> sheets;
        for (std::size_t i = 0; i < m_names.size(); ++i)
            if (m_layouts[i].isWorksheet)
                sheets.push_back(m_names[i]);
        return sheets;
    }

    void read(const std::string& wanted, WorkbookBuilder& workbook) {
        for (unsigned i = 0; i < m_names.size(); ++i) {
            XlsLayout& layout = m_layouts[i];
            if (!layout.isWorksheet || (!wanted.empty() && m_names[i] != wanted))
                continue;
            SheetBuilder builder(workbook, m_names[i]);
            builder.sheet().isHidden = layout.isHidden;
            m_file.readSheet(i, layout, builder);
            builder.sheet().merges = std::move(layout.merges);
            builder.sheet().hiddenColumns = std::move(layout.hiddenColumns);
            workbook.add(builder.finish());
        }
    }

private:
    std::vector<XlsLayout> m_layouts;
    XlsFile m_file;
    std::vector<std::string> m_names;
};

} // namespace

Workbook readXls(const std::filesystem::path& file, const std::string& sheet) {
    WorkbookBuilder workbook(file.string());
    XlsWorkbook xls(file);
    const std::vector<std::string> names = xls.sheets();
    if (!sheet.empty() && std::find(names.begin(), names.end(), sheet) == names.end())
        failNoSheet(workbook.file(), sheet, names);
    xls.read(sheet, workbook);
    return workbook.take();
}

std::vector<std::string> xlsSheets(const std::filesystem::path& file) {
    return XlsWorkbook(file).sheets();
}

} // namespace terroir::sheets
