#include "core/sheets/workbook_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/silent_errors.hpp"
#include "core/sheets/package_check.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <string_view>

namespace terroir::sheets {

namespace {

constexpr lxw_color_t headingColour = 0xDCE6C8;
constexpr std::size_t narrowest = 8, widest = 45; // letters
constexpr std::size_t maxDecimals = 4;
constexpr std::size_t longestCell = 32767; // letters, by the format

std::size_t lettersIn(std::string_view text) {
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::string firstLetters(const std::string& text, std::size_t count) {
    std::size_t end = 0;
    for (; end < text.size(); ++end)
        if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80 && count-- == 0)
            break;
    return text.substr(0, end);
}

/// As many as the numbers of a column need.
std::size_t decimalsOf(const PrintedSheet& sheet, std::size_t column) {
    std::size_t decimals = 0;
    for (const std::vector<Value>& row : sheet.table.rows)
        if (const auto* number = std::get_if<double>(&row[column]))
            for (; decimals < maxDecimals; ++decimals) {
                const double scaled = *number * std::pow(10, decimals);
                if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, std::abs(scaled)))
                    break;
            }
    return decimals;
}

class WorkbookWriter {
public:
    WorkbookWriter(const PrintedWorkbook& content, const std::filesystem::path& file)
        : m_content(content), m_file(file), m_book(workbook_new(file.string().c_str())) {
        if (m_book == nullptr)
            fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
        m_title = format();
        format_set_bold(m_title);
        format_set_font_size(m_title, 14);
        m_head = format();
        format_set_bold(m_head);
        format_set_text_wrap(m_head);
        format_set_border(m_head, LXW_BORDER_THIN);
        format_set_align(m_head, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bg_color(m_head, headingColour);
        m_text = cellFormat("@");
        format_set_text_wrap(m_text);
    }

    void write() {
        lxw_doc_properties properties{};
        properties.title = const_cast<char*>(m_content.title.c_str());
        properties.author = const_cast<char*>(m_content.author.c_str());
        check(workbook_set_properties(m_book.get(), &properties));
        const std::vector<std::string> names = printedNames(m_content.sheets);
        for (std::size_t i = 0; i < names.size(); ++i)
            writeSheet(m_content.sheets[i], names[i]);
        const SilentErrors silent;
        check(workbook_close(m_book.release()));
    }

private:
    struct Freed {
        void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
    };

    [[noreturn]] void fail(lxw_error error) const {
        failWriting(m_file, lxw_strerror(error));
    }
    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR)
            fail(error);
    }
    lxw_format* format() { return workbook_add_format(m_book.get()); }
    lxw_format* cellFormat(const std::string& number) {
        lxw_format* made = format();
        format_set_num_format(made, number.c_str());
        format_set_border(made, LXW_BORDER_HAIR);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        return made;
    }
    lxw_format* numberFormat(std::size_t decimals) {
        lxw_format*& made = m_numbers[decimals];
        if (made == nullptr)
            made = cellFormat(decimals == 0 ? "#,##0" : "#,##0." + std::string(decimals, '0'));
        return made;
    }

    void writeSheet(const PrintedSheet& sheet, const std::string& name) {
        lxw_worksheet* page = workbook_add_worksheet(m_book.get(), name.c_str());
        if (page == nullptr)
            fail(LXW_ERROR_SHEETNAME_ALREADY_USED);
        lxw_row_t row = 0;
        check(worksheet_write_string(page, row++, 0, sheet.title.c_str(), m_title));
        for (const std::string& line : sheet.lines)
            check(worksheet_write_string(page, row++, 0, line.c_str(), nullptr));
        ++row;
        writeTable(sheet, page, row);
        if (sheet.chart)
            addChart(sheet, page, name, row);
        setUpPrinting(sheet, page, row);
    }

    void writeTable(const PrintedSheet& sheet, lxw_worksheet* page, lxw_row_t head) {
        for (lxw_col_t at = 0; at < sheet.table.columns.size(); ++at) {
            const Column& column = sheet.table.columns[at];
            const bool isNumber = column.type == ColumnType::Real;
            lxw_format* cells = isNumber ? numberFormat(decimalsOf(sheet, at)) : m_text;
            check(worksheet_set_column(page, at, at, double(widthOf(sheet, at)), nullptr));
            check(worksheet_write_string(page, head, at, column.alias.c_str(), m_head));
            for (std::size_t line = 0; line < sheet.table.rows.size(); ++line)
                writeCell(page, head + 1 + lxw_row_t(line), at, sheet.table.rows[line][at], cells);
        }
    }

    void writeCell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const Value& cell,
                   lxw_format* how) const {
        if (const auto* text = std::get_if<std::string>(&cell))
            check(worksheet_write_string(page, row, column,
                                         lettersIn(*text) > longestCell
                                             ? (firstLetters(*text, longestCell - 1) + "…").c_str()
                                             : text->c_str(),
                                         how));
        else if (const auto* number = std::get_if<double>(&cell))
            check(worksheet_write_number(page, row, column, *number, how));
        else
            check(worksheet_write_blank(page, row, column, how));
    }

    static std::size_t widthOf(const PrintedSheet& sheet, std::size_t column) {
        std::size_t letters = 0;
        for (const std::vector<Value>& row : sheet.table.rows)
            if (const auto* text = std::get_if<std::string>(&row[column]))
                letters = std::max(letters, lettersIn(*text));
            else if (const auto* number = std::get_if<double>(&row[column]))
                letters = std::max(letters, fmt::format("{:.2f}", *number).size() + 2);
        // A heading may take three lines.
        letters = std::max(letters, lettersIn(sheet.table.columns[column].alias) / 3);
        return std::clamp(letters + 2, narrowest, widest);
    }

    void setUpPrinting(const PrintedSheet& sheet, lxw_worksheet* page, lxw_row_t head) const {
        worksheet_set_paper(page, 9); // A4
        worksheet_set_landscape(page);
        worksheet_fit_to_pages(page, 1, 0);
        check(worksheet_set_footer(page, ("&L&A&R" + m_content.pageWord + " &P/&N").c_str()));
        if (sheet.table.columns.empty())
            return;
        check(worksheet_repeat_rows(page, head, head));
        worksheet_freeze_panes(page, head + 1, 0);
        const auto last = lxw_row_t(head + sheet.table.rows.size());
        if (!sheet.table.rows.empty())
            check(worksheet_autofilter(page, head, 0, last,
                                       lxw_col_t(sheet.table.columns.size() - 1)));
        // Codes are text on purpose.
        std::string all(LXW_MAX_CELL_RANGE_LENGTH, '\0');
        lxw_rowcol_to_range(all.data(), head, 0, last, lxw_col_t(sheet.table.columns.size() - 1));
        check(worksheet_ignore_errors(page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()));
    }

    void addChart(const PrintedSheet& sheet, lxw_worksheet* page, const std::string& name,
                  lxw_row_t head) {
        if (sheet.table.rows.empty())
            return;
        lxw_chart* chart = workbook_add_chart(m_book.get(), LXW_CHART_BAR);
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        const auto last = lxw_row_t(head + sheet.table.rows.size());
        const auto names = lxw_col_t(sheet.chart->names), values = lxw_col_t(sheet.chart->values);
        chart_series_set_categories(series, name.c_str(), head + 1, names, last, names);
        chart_series_set_values(series, name.c_str(), head + 1, values, last, values);
        chart_title_set_name(chart, sheet.chart->title.c_str());
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        chart_axis_set_reverse(chart->x_axis); // the first row on top
        lxw_chart_options place{};
        place.x_scale = 1.4;
        place.y_scale = std::max(1.0, double(sheet.table.rows.size()) / 14);
        check(worksheet_insert_chart_opt(page, head, lxw_col_t(sheet.table.columns.size() + 1),
                                         chart, &place));
    }

    const PrintedWorkbook& m_content;
    const std::filesystem::path& m_file;
    std::unique_ptr<lxw_workbook, Freed> m_book;
    lxw_format *m_title = nullptr, *m_head = nullptr, *m_text = nullptr;
    std::array<lxw_format*, maxDecimals + 1> m_numbers{};
};

} // namespace

std::vector<std::string> printedNames(const std::vector<PrintedSheet>& sheets) {
    constexpr std::size_t most = 31;
    std::set<std::string> taken;
    std::vector<std::string> names;
    const auto lower = [](std::string text) {
        for (char& c : text)
            c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
        return text;
    };
    for (const PrintedSheet& sheet : sheets) {
        std::string name;
        for (const char c : sheet.name)
            name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
        const std::string whole = name;
        name = firstLetters(whole, most);
        for (int number = 2; !taken.insert(lower(name)).second; ++number) {
            const std::string ending = fmt::format(" {}", number);
            name = firstLetters(whole, most - ending.size()) + ending;
        }
        names.push_back(name);
    }
    return names;
}

void writeWorkbook(const PrintedWorkbook& workbook, const std::filesystem::path& file) {
    WorkbookWriter(workbook, file).write();
    if (!isWholePackage(file))
        failWriting(file, lxw_strerror(LXW_ERROR_CREATING_TMPFILE));
}

} // namespace terroir::sheets
