#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::sheets {

enum class TemplateFormat {
    Text,   ///< stays as it is typed: codes, years, names
    Number, ///< shown with its decimals
    Count,  ///< shown without decimals
    Day     ///< shown as dd/mm/yyyy
};

/// A column to be filled in.
struct TemplateColumn {
    std::string header;
    std::string help; ///< shown beside the header
    TemplateFormat format = TemplateFormat::Text;
    bool isRequired = false;
    double width = 12; ///< in characters
    /// A drop-down list; empty: none. Of a Count or Number they are written as numbers.
    std::vector<std::string> choices;
    bool isClosed = false; ///< nothing but the choices may be entered; else it is asked about
};

/// A file with a sheet to be filled in and one that explains it. All texts in the reader's
/// language.
struct TemplateFile {
    std::string tableSheet, helpSheet; ///< names, at most 31 characters
    std::string title, author;
    std::vector<TemplateColumn> columns;
    std::vector<std::string> introduction; ///< paragraphs
    /// What is said of the columns; the first row names what each of its cells says.
    std::vector<std::vector<std::string>> explanations;
    std::string choicesTitle; ///< above the list of a column, "{}" being its header
    /// Of the question about an entry that is unusual, and of the refusal of one that cannot be:
    /// "{}" is the header.
    std::string notOfList, notANumber, notADay;
};

/// How many rows below the header have drop-down lists and are checked when typed.
inline constexpr unsigned templateRows = 5000;

/// Writes an XLSX: the header is frozen and has notes, columns have their formats and no cells, so
/// that a reader sees the header alone until something is filled in. The lists stand on the sheet
/// of explanations. InputError when the file cannot be written.
void writeTemplate(const TemplateFile& content, const std::filesystem::path& file);

} // namespace terroir::sheets
