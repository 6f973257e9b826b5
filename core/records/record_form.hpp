#pragma once

#include "core/base/language.hpp"
#include "core/records/edit_record.hpp"
#include "core/records/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// A text that may stand in a field, and what it is called; the door reads both.
struct FormChoice {
    std::string text;
    LocalText name;
};

/// A field of a form in which a person writes one record.
struct FormField {
    std::string field; ///< of fields()
    LocalText label;
    LocalText meaning;
    std::vector<FormChoice> choices; ///< known ones; others can be written where `isOpen`
    bool isOpen = true;
    bool isDay = false;
    bool isRequired = false;
    bool isMain = false; ///< the kind uses it: it is in its template
};

/// What people call a field: "Diện tích", "Chủ thể"; the id of one that there is not.
LocalText fieldLabel(std::string_view field);

/// The fields of a form for records of a kind: those of its template from above, with one for the
/// place instead of province, district and commune; then the others. Without those that cannot be
/// written by hand (id, kind, source) or are kept for the program.
std::vector<FormField> formFields(std::string_view kind);

/// What a record says in the fields of its form, as a person writes it there: numbers with a
/// decimal comma in the field that knows what they measure, days as 31/12/2022, codes by name.
FieldTexts formTexts(const Record& record, const std::vector<FormField>& form, Language language);

/// Why a text cannot stand in a field of days; empty where it can, and in other fields.
LocalText notForField(const FormField& field, std::string_view text, Language language);

} // namespace terroir::records
