#include "core/workspace/record_history.hpp"

#include <algorithm>
#include <vector>

namespace terroir::workspace {

Table historyRows(store::EditLog& log, const std::string& record, Language language) {
    Table table{{"at", "who", "what", "record", "field", "before", "after", "undone"}, {}};
    for (const store::Edit& edit : record.empty() ? log.edits() : log.editsOf(record)) {
        const auto row = [&](const store::FieldChange& field) {
            table.rows.push_back({edit.at, edit.who, edit.what.in(language),
                                  textOrNone(field.record), textOrNone(field.field),
                                  textOrNone(field.before), textOrNone(field.after),
                                  edit.isUndone ? Value(true) : Value()});
        };
        std::vector<store::FieldChange> fields = log.fieldsOf(edit.id);
        std::erase_if(fields, [&](const store::FieldChange& field) {
            return !record.empty() && field.record != record;
        });
        if (fields.empty())
            row({});
        std::for_each(fields.begin(), fields.end(), row);
    }
    return table;
}

} // namespace terroir::workspace
