#include "core/tables/record_doubts.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/text/thing_words.hpp"

#include <algorithm>
#include <array>

namespace terroir::tables {

namespace {

using Taken = std::vector<const records::Record*>;

/// The one number of a measure beside a record: of the same thing, time and state.
std::optional<double> besideOf(const Taken& taken, const records::Record& record,
                               std::string_view indicator, std::string_view unit) {
    std::optional<double> found;
    for (const records::Record* one : taken) {
        const bool isOfSame = one->indicator == indicator && one->unit == unit &&
                              one->subjects == record.subjects && one->state == record.state &&
                              one->period == record.period && one->category == record.category &&
                              one->qualifier == records::Qualifier::Exact;
        if (!isOfSame || !one->value || one->valueMax)
            continue;
        if (found)
            return std::nullopt;
        found = one->value;
    }
    return found;
}

} // namespace

std::optional<LocalText> otherUnit(const Taken& taken) {
    for (const records::Record* record : taken) {
        if (!record->value || record->subjects.empty())
            continue;
        const std::string& subject = record->subjects.front();
        const bool isWrong =
            (isAnyOf(record->indicator, {"head", "cages"}) && text::isPlant(subject)) ||
            (isAnyOf(record->indicator, {"yield", "cages"}) && text::isCountedByHead(subject));
        if (isWrong)
            return localText("'{}' không được tính bằng '{}'; hãy xem lại đơn vị.",
                             "'{}' is not counted in '{}'; check the unit.", subject, record->unit);
    }
    return std::nullopt;
}

std::optional<LocalText> otherOutput(const Taken& taken) {
    constexpr double farOff = 3;
    for (const records::Record* record : taken) {
        if (record->indicator != "area")
            continue;
        const auto area = besideOf(taken, *record, "area", "ha"),
                   yield = besideOf(taken, *record, "yield", "tấn/ha"),
                   output = besideOf(taken, *record, "output", "tấn");
        if (!area || !yield || !output || *area * *yield <= 0 || *output <= 0)
            continue;
        const double made = *area * *yield;
        if (*output < farOff * made && made < farOff * *output)
            continue;
        return localText("Sản lượng {} tấn, nhưng {} ha với năng suất {} tấn/ha cho {} tấn; hãy "
                         "xem lại số và đơn vị.",
                         "The output is {} tấn, but {} ha at {} tấn/ha make {} tấn; check the "
                         "numbers and their units.",
                         numberText(*output), numberText(*area), numberText(*yield),
                         numberText(made));
    }
    return std::nullopt;
}

} // namespace terroir::tables
