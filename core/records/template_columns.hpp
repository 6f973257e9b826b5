#pragma once

#include "core/base/language.hpp"
#include "core/sheets/template_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// How the columns of a field look in a template: one for each field that a template has.
struct ColumnShape {
    std::string_view field; ///< of fields(); "@x" and "@y": coordinates, which are no field
    LocalText header;       ///< one of the field's names, with a unit where it has one
    sheets::TemplateFormat format = sheets::TemplateFormat::Text;
    double width = 14; ///< in characters
};
/// Null when no template has the field.
const ColumnShape* findColumnShape(std::string_view field);

/// A column of the template of a kind.
struct KindColumn {
    std::string_view field;
    /// As a person writes it, numbers with a decimal point; of a category its id, of a state its
    /// English word.
    std::string_view example;
    LocalText header = {};                      ///< empty: that of the shape
    std::vector<std::string_view> choices = {}; ///< of the units
    bool isRequired = false;
};

/// The columns of a template of a kind, from the left. A kind without columns of its own has those
/// of "generic".
std::vector<KindColumn> templateColumns(std::string_view kind);

/// The words for states that are offered to a kind: of work that is done or planned, or of rights
/// that are in force or withdrawn.
std::vector<LocalText> templateStates(std::string_view kind);

} // namespace terroir::records
