#include "core/tables/field_named.hpp"

#include "core/records/fields.hpp"
#include "core/tables/column_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cctype>

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

std::string withNamedUnit(std::string_view name, std::string_view kind, const std::string& text) {
    const std::string field = fieldNamed(name, kind);
    const auto& measures = records::measures();
    const bool isNumber = std::any_of(measures.begin(), measures.end(),
                                      [&](const auto& one) { return one.field == field; });
    const bool saysUnit = std::any_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalpha(c) != 0 || c >= 0x80;
    });
    if (!isNumber || saysUnit || text.empty())
        return text;
    const std::size_t open = name.rfind('('), close = name.rfind(')');
    std::string unit =
        open != std::string_view::npos && close != std::string_view::npos && open + 1 < close
            ? std::string(name.substr(open + 1, close - open - 1))
            : records::unitCountedBy(kind, name);
    return unit.empty() ? text : text + ' ' + unit;
}

} // namespace terroir::tables
