#pragma once

#include "core/base/language.hpp"
#include "core/sheets/template_file.hpp"

#include <string_view>

namespace terroir::records {

/// The template of a kind of records in one language: what is filled into its first sheet is
/// imported as this kind without any option. The example stands on the sheet of explanations, so
/// that nothing has to be deleted and no example can become a record. `kind` must be one of
/// kinds().
sheets::TemplateFile templateBook(std::string_view kind, Language language);

/// The names of the sheets: "Số liệu" and "Hướng dẫn".
LocalText templateTableSheet();
LocalText templateHelpSheet();

} // namespace terroir::records
