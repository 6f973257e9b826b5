#include "core/records/field_texts.hpp"

#include "core/records/period.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::records {

namespace {

std::string daysOf(const Period& period) {
    const std::string from = period.from.toString(), to = dayBefore(period.to).toString();
    return from.empty() && to.empty() ? "" : from + " – " + to;
}

std::string numberText(std::optional<double> value) {
    return value ? fmt::format("{}", *value) : std::string();
}

/// Texts of several things of a record, one behind the other.
class Joined {
public:
    void add(std::string_view text) {
        m_text += m_text.empty() ? "" : "; ";
        m_text += text;
    }
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

/// Calls `visit(field, text)` for all fields but the details, some with empty texts, until it says
/// true; whether it did.
template <typename Visit>
bool visitFields(const Record& record, const Visit& visit) {
    Joined places, names, units;
    for (const Place& place : record.places) {
        if (!place.text.empty())
            (place.role == PlaceRole::NameComponent ? names : places).add(place.text);
        if (!place.uid.empty())
            units.add(place.uid);
    }
    const auto subjects = [&] { return fmt::format("{}", fmt::join(record.subjects, "; ")); };
    return visit("kind", record.kind) ||
           (record.subjects.size() == 1 ? visit("subject", record.subjects.front())
                                        : visit("subject", subjects())) ||
           visit("subject_as_written", record.subjectAsWritten) ||
           visit("category", record.category) || visit("indicator", record.indicator) ||
           visit("value", numberText(record.value)) ||
           visit("value_max", numberText(record.valueMax)) || visit("unit", record.unit) ||
           visit("qualifier", toString(record.qualifier)) ||
           visit("value_as_written", record.valueAsWritten) ||
           visit("scope", toString(record.scope)) || visit("group", record.group) ||
           visit("status", toString(record.state)) ||
           (record.periodAsWritten.empty() ? visit("period", daysOf(record.period))
                                           : visit("period", record.periodAsWritten)) ||
           visit("holder", record.holder) || visit("place", places.text()) ||
           visit("within", record.places.empty()
                               ? std::string_view()
                               : std::string_view(record.places.front().context)) ||
           visit("as_of", record.lookupDate.toString()) || visit("name_place", names.text()) ||
           visit("units", units.text()) || visit("source", record.source) ||
           visit("line", record.line) || visit("facts", record.facts) || visit("note", record.note);
}

} // namespace

FieldTexts fieldTexts(const Record& record) {
    FieldTexts texts;
    visitFields(record, [&](std::string_view field, std::string_view text) {
        if (!text.empty())
            texts.emplace(field, text);
        return false;
    });
    for (const Detail& detail : record.details) {
        std::string& text = texts[detail.field];
        text += (text.empty() ? "" : "; ") + detail.text;
    }
    return texts;
}

bool anyFieldText(const Record& record, const std::function<bool(std::string_view)>& condition) {
    return visitFields(record,
                       [&](std::string_view, std::string_view text) {
                           return !text.empty() && condition(text);
                       }) ||
           std::any_of(record.details.begin(), record.details.end(),
                       [&](const Detail& detail) { return condition(detail.text); });
}

} // namespace terroir::records
