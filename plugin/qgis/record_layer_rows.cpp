#include "plugin/qgis/record_layer_rows.hpp"

#include "core/records/fields.hpp"
#include "core/records/record_rows.hpp"
#include "core/records/record_words.hpp"
#include "core/records/template_columns.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/record_edits.hpp"

#include <algorithm>
#include <map>

namespace terroir::qgis {

namespace {

RecordColumn computed(std::string_view name, LocalText label) {
    RecordColumn column;
    column.field.field = std::string(name);
    column.field.label = std::move(label);
    column.isComputed = true;
    return column;
}

std::vector<std::string> kindsOf(std::string_view kind) {
    if (!kind.empty())
        return {std::string(kind)};
    std::vector<std::string> all;
    for (const records::KindInfo& known : records::kinds())
        all.push_back(known.id);
    return all;
}

/// The same column stands for several kinds: in the words of all, without choices of one.
void addField(std::vector<RecordColumn>& columns, const records::FormField& field) {
    const auto same = std::find_if(columns.begin(), columns.end(), [&](const RecordColumn& column) {
        return column.field.field == field.field;
    });
    if (same == columns.end())
        return columns.push_back({field});
    if (same->field.choices.size() != field.choices.size())
        same->field.choices.clear();
    if (const records::ColumnShape* shape = records::findColumnShape(field.field);
        shape != nullptr && same->field.label != field.label)
        same->field.label = {text::capitalize(shape->header.vi),
                             text::capitalize(shape->header.en)};
}

} // namespace

std::vector<RecordColumn> recordColumnsFor(std::string_view kind) {
    std::vector<RecordColumn> columns{computed(recordIdColumn, {"Mã", "Id"})};
    RecordColumn kindColumn = computed(recordKindColumn, {"Loại", "Kind"});
    kindColumn.isComputed = false;
    kindColumn.field.isOpen = false;
    for (const records::KindInfo& known : records::kinds())
        kindColumn.field.choices.push_back({known.id, known.name});
    columns.push_back(std::move(kindColumn));
    for (const std::string& one : kindsOf(kind))
        for (const records::FormField& field : records::formFields(one))
            if (field.isMain || field.field == "within" || field.field == "value" ||
                field.field == "unit")
                addField(columns, field);
    columns.push_back(computed(recordUnitColumn, {"Đơn vị hành chính", "Unit"}));
    columns.push_back(computed(recordDoubtColumn, {"Nghi ngờ", "Doubt"}));
    columns.push_back(computed(recordSourceColumn, {"Nguồn", "Source"}));
    columns.push_back(
        computed(recordAccuracyColumn, {"Cách biết vị trí", "How its place is known"}));
    columns.push_back(computed(recordAreaColumn, {"Diện tích đo được (ha)", "Measured area (ha)"}));
    columns.back().isNumber = true;
    return columns;
}

std::vector<RecordRow> recordRowsOf(const workspace::Snapshot& contents,
                                    workspace::Workspace& workspace, std::string_view kind,
                                    const std::vector<RecordColumn>& columns, Language language) {
    std::map<std::string_view, const records::Record*> byId;
    for (const records::Record& record : *contents.records)
        if (kind.empty() || record.kind == kind)
            byId.emplace(record.id, &record);
    std::map<std::string, std::vector<records::FormField>> forms;
    std::vector<RecordRow> rows;
    records::walkGround(
        workspace.file(), [&](const std::string& id, records::RecordGround&& ground) {
            const auto found = byId.find(id);
            if (found == byId.end())
                return;
            const records::Record& record = *found->second;
            auto form = forms.find(record.kind);
            if (form == forms.end())
                form = forms.emplace(record.kind, records::formFields(record.kind)).first;
            records::FieldTexts texts = records::formTexts(record, form->second, language);
            const auto set = [&](std::string_view column, std::string text) {
                texts[std::string(column)] = std::move(text);
            };
            set(recordIdColumn, id);
            set(recordKindColumn, record.kind);
            set(recordUnitColumn, records::unitNames(record, *contents.gazetteer));
            set(recordDoubtColumn, records::doubtOf(record).in(language));
            set(recordSourceColumn, record.source);
            set(recordAccuracyColumn, records::accuracyWords(ground.accuracy).in(language));
            RecordRow row;
            row.id = id;
            for (const RecordColumn& column : columns) {
                const auto text = texts.find(column.field.field);
                row.cells.push_back(text == texts.end() || column.isNumber ? "" : text->second);
            }
            row.hectares = records::groundHectares(ground.shape);
            row.seen = workspace::seenTexts(record, &ground);
            row.ground = std::move(ground);
            rows.push_back(std::move(row));
        });
    return rows;
}

} // namespace terroir::qgis
