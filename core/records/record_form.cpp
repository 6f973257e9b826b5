#include "core/records/record_form.hpp"

#include "core/base/day_text.hpp"
#include "core/records/fields.hpp"
#include "core/records/record_words.hpp"
#include "core/records/state_words.hpp"
#include "core/records/template_columns.hpp"
#include "core/records/vocabulary.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace terroir::records {

namespace {

// Written by the program, or told better by another field of the form.
constexpr std::array<std::string_view, 15> notInForms{
    "id",       "kind",    "source",      "facts",           "corrected",
    "province", "district", "commune",    "former_place",    "groups",
    "web_pages", "sources_agree", "name_place_level", "place_level", "place_role"};

template <typename List>
bool holds(const List& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// "Diện tích" of "diện tích; đơn vị ở tên cột, …": the first words say what it is.
LocalText shortMeaning(const LocalText& meaning) {
    const auto cut = [](const std::string& text) {
        std::string_view first = std::string_view(text).substr(0, text.find_first_of(";:("));
        while (first.ends_with(' '))
            first.remove_suffix(1);
        return text::capitalize(first);
    };
    return {cut(meaning.vi), cut(meaning.en)};
}

std::vector<FormChoice> choicesOf(std::string_view kind, std::string_view field,
                                  const std::vector<std::string_view>& units) {
    std::vector<FormChoice> choices;
    if (field == "category") {
        for (const CategoryInfo& category : categories())
            if (category.kind == kind)
                choices.push_back({category.id, category.name});
    } else if (field == "status") {
        for (const LocalText& state : templateStates(kind))
            choices.push_back({state.vi, state});
    } else if (field == "indicator") {
        for (const Indicator& indicator : indicators())
            choices.push_back({indicator.id, indicator.name});
    } else if (field == "scope") {
        const RecordWords vi(Language::Vietnamese), en(Language::English);
        for (const Scope scope :
             {Scope::Own, Scope::Part, Scope::Aggregate, Scope::Shared, Scope::Repeat, Scope::None})
            choices.push_back({std::string(toString(scope)),
                               scope == Scope::Own
                                   ? LocalText{"giá trị riêng", "a value of its own"}
                                   : LocalText{vi.scope(scope), en.scope(scope)}});
    } else {
        for (const std::string_view unit : units)
            if (!unit.empty())
                choices.push_back({std::string(unit), {std::string(unit), std::string(unit)}});
    }
    return choices;
}

/// Plain digits, so that no point of thousands is read as another one.
std::string plainDigits(double value) {
    std::string text = fmt::format("{}", value);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// The field in which the value of a record stands: its measure's, else the count or the value.
std::string_view valueField(const Record& record, const std::vector<FormField>& form) {
    for (const MeasureInfo& measure : measures())
        if (!measure.indicator.empty() && measure.indicator == record.indicator &&
            (record.unit == measure.unit || record.unit.empty()))
            return measure.field;
    const bool isCounted = std::any_of(form.begin(), form.end(), [](const FormField& one) {
        return one.isMain && one.field == "count";
    });
    return isCounted && countIndicator(record.kind, record.unit).indicator == record.indicator
               ? "count"
               : "value";
}

LocalText asLabel(const LocalText& words) {
    LocalText label{text::capitalize(words.vi), text::capitalize(words.en)};
    std::replace(label.en.begin(), label.en.end(), '_', ' ');
    return label;
}

} // namespace

LocalText fieldLabel(std::string_view field) {
    const ColumnShape* const shape = findColumnShape(field);
    const FieldInfo* const known = findField(field);
    return shape != nullptr   ? asLabel(shape->header)
           : known != nullptr ? asLabel(shortMeaning(known->meaning))
                              : LocalText{std::string(field), std::string(field)};
}

std::vector<FormField> formFields(std::string_view kind) {
    std::vector<FormField> form;
    const auto has = [&](std::string_view field) {
        return std::any_of(form.begin(), form.end(),
                           [&](const FormField& one) { return one.field == field; });
    };
    const auto add = [&](std::string_view name, const KindColumn* column) {
        const FieldInfo* known = findField(name);
        if (known == nullptr || has(name))
            return;
        FormField field;
        field.field = std::string(name);
        field.meaning = known->meaning;
        field.isMain = column != nullptr;
        field.isRequired = known->required || (column != nullptr && column->isRequired);
        const ColumnShape* shape = findColumnShape(name);
        field.label = column != nullptr && column->header != LocalText() ? asLabel(column->header)
                                                                         : fieldLabel(name);
        field.isDay = name == "as_of" ||
                      (shape != nullptr && shape->format == sheets::TemplateFormat::Day);
        field.choices = choicesOf(kind, name, column == nullptr ? std::vector<std::string_view>()
                                                                : column->choices);
        field.isOpen = name != "scope";
        form.push_back(std::move(field));
    };
    for (const KindColumn& column : templateColumns(kind)) {
        if (column.field == "commune") {
            KindColumn place = column;
            place.header = {"Địa điểm", "Place"};
            place.isRequired = true;
            add("place", &place);
        } else if (!holds(notInForms, column.field)) {
            add(column.field, &column);
        }
    }
    for (const FieldInfo& field : fields())
        if (!holds(notInForms, field.field))
            add(field.field, nullptr);
    return form;
}

FieldTexts formTexts(const Record& record, const std::vector<FormField>& form, Language language) {
    FieldTexts said = fieldTexts(record);
    const std::string_view number = valueField(record, form);
    const auto take = [&](const char* field) {
        const auto node = said.extract(field);
        return node.empty() ? std::string() : node.mapped();
    };
    const std::string value = take("value"), valueMax = take("value_max");
    const std::string indicator = take("indicator"), unit = take("unit");
    if (record.value)
        said[std::string(number)] = plainDigits(*record.value);
    if (record.valueMax)
        said["value_max"] = plainDigits(*record.valueMax);
    if (number == "value")
        said["indicator"] = indicator;
    if (number == "value" || number == "count")
        said["unit"] = unit;
    if (take("qualifier") != "=" && record.qualifier != Qualifier::None)
        said["qualifier"] = std::string(toString(record.qualifier));
    if (number == "stars") // the stars say it
        take("category");
    FieldTexts texts;
    for (const FormField& field : form) {
        std::string& text = texts[field.field];
        if (const auto found = said.find(field.field); found != said.end())
            text = found->second;
        if (text.empty())
            continue;
        if (field.isDay) {
            if (const auto day = parseDayText(text))
                text = dayText(*day).vi;
        } else if (field.field == "status") {
            const auto same = std::find_if(
                field.choices.begin(), field.choices.end(), [&](const FormChoice& one) {
                    return parseStateWords(one.name.vi) == record.state;
                });
            text = same != field.choices.end() ? same->name.in(language)
                                               : RecordWords(language).state(record.state);
        } else if (const auto named =
                       std::find_if(field.choices.begin(), field.choices.end(),
                                    [&](const FormChoice& one) { return one.text == text; });
                   named != field.choices.end()) {
            text = named->name.in(language);
        }
    }
    return texts;
}

LocalText notForField(const FormField& field, std::string_view text, Language language) {
    return !field.isDay || text.empty() || parseDayText(text)
               ? LocalText()
               : notADay(field.label.in(language), text);
}

} // namespace terroir::records
