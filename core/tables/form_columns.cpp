#include "core/tables/form_columns.hpp"

#include "core/records/template_book.hpp"
#include "core/records/template_columns.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

std::vector<std::string> formFields(const FoundTable& table, std::string_view kind) {
    constexpr std::size_t fewest = 3;
    const std::vector<records::KindColumn> form = records::templateColumns(kind);
    const LocalText sheet = records::templateTableSheet();
    if (table.isLayer || table.columns.size() < fewest ||
        (table.columns.size() != form.size() && table.sheet != sheet.vi && table.sheet != sheet.en))
        return {};
    for (const Language language : {Language::Vietnamese, Language::English}) {
        std::vector<std::string> fields;
        for (const FoundColumn& column : table.columns) {
            const std::string header =
                column.path.size() == 1 ? text::fold(column.path.front()) : std::string();
            const auto its = std::find_if(form.begin(), form.end(), [&](const auto& one) {
                const LocalText& own = one.header.vi.empty()
                                           ? records::findColumnShape(one.field)->header
                                           : one.header;
                return header == text::fold(own.in(language));
            });
            if (its == form.end())
                break;
            fields.emplace_back(its->field);
        }
        if (fields.size() == table.columns.size())
            return fields;
    }
    return {};
}

} // namespace terroir::tables
