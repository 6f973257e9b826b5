#include "core/tables/field_named.hpp"

#include "core/records/fields.hpp"
#include "core/tables/column_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

std::string fieldNamed(std::string_view name, std::string_view kind) {
    if (records::findField(name) != nullptr)
        return std::string(name);
    const std::string folded = text::fold(name);
    for (const records::FieldInfo& field : records::fields())
        if (field.field == folded ||
            std::find(field.columns.begin(), field.columns.end(), folded) != field.columns.end())
            return field.field;
    const std::vector<ColumnMeaning> meanings = meaningsOf({std::string(name)}, kind);
    const bool isWhole = !meanings.empty() && meanings.front().share >= 1 &&
                         records::findField(meanings.front().field) != nullptr;
    return isWhole ? meanings.front().field : std::string();
}

} // namespace terroir::tables
