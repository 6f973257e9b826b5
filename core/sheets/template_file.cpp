#include "core/sheets/template_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/silent_errors.hpp"
#include "core/sheets/package_check.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <memory>

namespace terroir::sheets {

namespace {

constexpr lxw_color_t requiredColour = 0xF7C873, otherColour = 0xDCE6C8;
constexpr double lineHeight = 15; // points
constexpr std::size_t helpWidths[] = {26, 48, 14, 52, 34};

std::size_t letters(std::string_view text) {
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::string filled(std::string_view sentence, const std::string& value) {
    std::string out(sentence);
    if (const std::size_t at = out.find("{}"); at != std::string::npos)
        out.replace(at, 2, value);
    return out;
}

/// Rows of one column of the sheet of explanations.
struct ChoiceRange {
    lxw_row_t first = 0, last = 0;
};

class TemplateWriter {
public:
    TemplateWriter(const TemplateFile& content, const std::filesystem::path& file)
        : m_content(content), m_file(file), m_book(workbook_new(file.string().c_str())) {
        if (m_book == nullptr)
            failWriting(file, lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
        m_table = sheet(content.tableSheet);
        m_help = sheet(content.helpSheet);
    }

    void write() {
        lxw_doc_properties properties{};
        properties.title = text(m_content.title);
        properties.author = text(m_content.author);
        check(workbook_set_properties(m_book.get(), &properties));
        writeHelp();
        writeTable();
        const SilentErrors silent;
        check(workbook_close(m_book.release()));
    }

private:
    struct Freed {
        void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
    };

    // The library copies what it is given and writes none of it.
    static char* text(const std::string& value) { return const_cast<char*>(value.c_str()); }

    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR)
            failWriting(m_file, lxw_strerror(error));
    }

    lxw_worksheet* sheet(const std::string& name) {
        lxw_worksheet* made = workbook_add_worksheet(m_book.get(), name.c_str());
        if (made == nullptr)
            failWriting(m_file, lxw_strerror(LXW_ERROR_SHEETNAME_ALREADY_USED));
        worksheet_set_paper(made, 9); // A4
        worksheet_set_landscape(made);
        worksheet_fit_to_pages(made, 1, 0);
        return made;
    }

    lxw_format* format() { return workbook_add_format(m_book.get()); }

    lxw_format* headFormat(lxw_color_t colour) {
        lxw_format* head = format();
        format_set_bold(head);
        format_set_text_wrap(head);
        format_set_border(head, LXW_BORDER_THIN);
        format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bg_color(head, colour);
        return head;
    }

    void writeHelp() {
        lxw_format* title = format();
        format_set_bold(title);
        format_set_font_size(title, 14);
        lxw_format* wrapped = format();
        format_set_text_wrap(wrapped);
        format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
        std::size_t width = 0;
        for (lxw_col_t column = 0; column < std::size(helpWidths); ++column) {
            check(
                worksheet_set_column(m_help, column, column, double(helpWidths[column]), nullptr));
            width += helpWidths[column];
        }
        lxw_row_t row = 0;
        check(worksheet_write_string(m_help, row++, 0, m_content.title.c_str(), title));
        for (const std::string& paragraph : m_content.introduction) {
            // Merged cells do not find their own height.
            check(worksheet_merge_range(m_help, row, 0, row, lxw_col_t(std::size(helpWidths) - 1),
                                        paragraph.c_str(), wrapped));
            const std::size_t lines = letters(paragraph) / width + 1;
            check(worksheet_set_row(m_help, row++, lineHeight * double(lines), nullptr));
        }
        ++row;
        lxw_format* head = headFormat(otherColour);
        format_set_border(wrapped, LXW_BORDER_HAIR);
        for (std::size_t line = 0; line < m_content.explanations.size(); ++line, ++row)
            for (lxw_col_t column = 0; column < m_content.explanations[line].size(); ++column)
                check(worksheet_write_string(m_help, row, column,
                                             m_content.explanations[line][column].c_str(),
                                             line == 0 ? head : wrapped));
        for (const TemplateColumn& column : m_content.columns)
            m_choices.push_back(writeChoices(column, row));
    }

    ChoiceRange writeChoices(const TemplateColumn& column, lxw_row_t& row) {
        if (column.choices.empty())
            return {};
        ++row;
        check(worksheet_write_string(m_help, row++, 0,
                                     filled(m_content.choicesTitle, column.header).c_str(),
                                     headFormat(otherColour)));
        const lxw_row_t first = row;
        for (const std::string& choice : column.choices) {
            const auto number =
                column.format == TemplateFormat::Text ? std::nullopt : parsePlainNumber(choice);
            check(number ? worksheet_write_number(m_help, row, 0, *number, nullptr)
                         : worksheet_write_string(m_help, row, 0, choice.c_str(), nullptr));
            ++row;
        }
        return {first, row - 1};
    }

    lxw_format* cellFormat(TemplateFormat kind) {
        lxw_format* made = format();
        switch (kind) {
        case TemplateFormat::Text:
            format_set_num_format(made, "@");
            format_set_text_wrap(made);
            break;
        case TemplateFormat::Number:
            format_set_num_format(made, "#,##0.0###");
            break;
        case TemplateFormat::Count:
            format_set_num_format(made, "#,##0");
            break;
        case TemplateFormat::Day:
            format_set_num_format(made, "dd/mm/yyyy");
            break;
        }
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        return made;
    }

    void writeTable() {
        lxw_format* required = headFormat(requiredColour);
        lxw_format* other = headFormat(otherColour);
        for (lxw_col_t at = 0; at < m_content.columns.size(); ++at) {
            const TemplateColumn& column = m_content.columns[at];
            check(worksheet_set_column(m_table, at, at, column.width, cellFormat(column.format)));
            check(worksheet_write_string(m_table, 0, at, column.header.c_str(),
                                         column.isRequired ? required : other));
            addNote(at, column.help);
            addCheck(at, column);
        }
        check(worksheet_set_row(m_table, 0, 2 * lineHeight, nullptr));
        worksheet_freeze_panes(m_table, 1, 0);
        check(worksheet_repeat_rows(m_table, 0, 0));
        // Years and codes are text on purpose.
        std::string all(LXW_MAX_CELL_RANGE_LENGTH, '\0');
        lxw_rowcol_to_range(all.data(), 1, 0, templateRows,
                            lxw_col_t(m_content.columns.size() - 1));
        check(worksheet_ignore_errors(m_table, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()));
        worksheet_activate(m_table);
    }

    void addNote(lxw_col_t at, const std::string& help) {
        lxw_comment_options options{};
        options.author = text(m_content.author);
        options.width = 260;
        options.height = std::uint16_t(20 * (letters(help) / 38 + 2));
        check(worksheet_write_comment_opt(m_table, 0, at, help.c_str(), &options));
    }

    void addCheck(lxw_col_t at, const TemplateColumn& column) {
        lxw_data_validation rule{};
        rule.show_error = LXW_VALIDATION_ON;
        rule.ignore_blank = LXW_VALIDATION_ON;
        rule.error_type =
            column.isClosed ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
        std::string list, sentence;
        if (!column.choices.empty()) {
            const ChoiceRange range = m_choices[at];
            std::string cells(LXW_MAX_FORMULA_RANGE_LENGTH, '\0');
            lxw_rowcol_to_formula_abs(cells.data(), m_content.helpSheet.c_str(), range.first, 0,
                                      range.last, 0);
            list = "=" + std::string(cells.c_str());
            rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            rule.dropdown = LXW_VALIDATION_ON;
            rule.value_formula = text(list);
            sentence = filled(m_content.notOfList, column.header);
        } else if (column.format == TemplateFormat::Day) {
            rule.validate = LXW_VALIDATION_TYPE_DATE;
            rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
            rule.value_datetime = {1900, 1, 1, 0, 0, 0};
            sentence = filled(m_content.notADay, column.header);
        } else if (column.format != TemplateFormat::Text) {
            rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
            rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
            rule.minimum_number = -1e12;
            rule.maximum_number = 1e15;
            sentence = filled(m_content.notANumber, column.header);
        } else {
            return;
        }
        rule.error_message = text(sentence);
        check(worksheet_data_validation_range(m_table, 1, at, templateRows, at, &rule));
    }

    const TemplateFile& m_content;
    const std::filesystem::path& m_file;
    std::unique_ptr<lxw_workbook, Freed> m_book;
    lxw_worksheet* m_table = nullptr;
    lxw_worksheet* m_help = nullptr;
    std::vector<ChoiceRange> m_choices; ///< of each column
};

} // namespace

void writeTemplate(const TemplateFile& content, const std::filesystem::path& file) {
    TemplateWriter(content, file).write();
    if (!isWholePackage(file))
        failWriting(file, lxw_strerror(LXW_ERROR_CREATING_TMPFILE));
}

} // namespace terroir::sheets
