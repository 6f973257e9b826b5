#include "core/theme/one_whole.hpp"

#include "core/base/local_text.hpp"
#include "core/text/thing_words.hpp"

#include <algorithm>
#include <set>

namespace terroir::theme {

namespace {

using records::Measure;
using records::Selection;
using records::State;

/// Both name some, and none is the same.
template <class Value>
bool excludes(const std::vector<Value>& one, const std::vector<Value>& other) {
    return !one.empty() && !other.empty() &&
           std::none_of(one.begin(), one.end(), [&](const Value& value) {
               return std::find(other.begin(), other.end(), value) != other.end();
           });
}

std::vector<std::string> thingsOf(const Selection& selection) {
    std::vector<std::string> things;
    things.reserve(selection.subjects.size());
    for (const std::string& subject : selection.subjects)
        things.push_back(text::nameOfThing(subject));
    return things;
}

/// Empty: any. Without a word on states, what is done or going on; see Selection::states.
std::vector<State> statesOf(const Selection& selection) {
    if (!selection.states.empty() || selection.force)
        return selection.states;
    return {State::Done, State::Ongoing};
}

bool haveOtherThings(const Selection& one, const Selection& other) {
    return excludes(thingsOf(one), thingsOf(other));
}

/// Whether no record is selected by both. Years do not keep records apart: one may be of several.
bool haveOtherRecords(const Selection& one, const Selection& other) {
    const auto apart = [&](auto list) { return excludes(one.*list, other.*list); };
    return apart(&Selection::kinds) || apart(&Selection::indicators) ||
           apart(&Selection::categories) || apart(&Selection::sources) ||
           apart(&Selection::groups) || haveOtherThings(one, other) ||
           excludes(statesOf(one), statesOf(other)) ||
           (one.force && other.force && excludes(one.force->any, other.force->any));
}

bool isOfCertificates(const Selection& selection) {
    return std::find(selection.kinds.begin(), selection.kinds.end(), "certification") !=
           selection.kinds.end();
}

/// Empty, or after the names of two series why they are not added.
LocalText whyNotAdded(const Series& one, const Series& other) {
    if (!areOfOneMeasure(one, other))
        return {"là số liệu theo nhiều đơn vị tính", "are figures of several units of measure"};
    const Selection &first = one.selection, &second = other.selection;
    if (one.measure == Measure::Holders)
        return {"có thể cùng đếm một chủ thể", "may both count the same holder"};
    if (one.measure == Measure::Subjects && !haveOtherThings(first, second))
        return {"có thể cùng đếm một thứ", "may both count the same thing"};
    if (one.measure == Measure::Sum && (isOfCertificates(first) || isOfCertificates(second)) &&
        !haveOtherThings(first, second))
        return {"có thể cùng tính một nơi có hai chứng nhận",
                "may both hold a place that has two certificates"};
    if (!haveOtherRecords(first, second))
        return {"có thể cùng tính một bản ghi", "may both count the same record"};
    return {};
}

LocalText nameOf(std::span<const Series> series, std::size_t index) {
    const LocalText& label = series[index].label;
    return label == LocalText() ? localText("dãy {}", "series {}", index + 1) : label;
}

} // namespace

bool areOfOneMeasure(const Series& one, const Series& other) {
    if (one.measure != other.measure || one.unit != other.unit)
        return false;
    if (one.measure != Measure::Sum || one.unit != LocalText())
        return true;
    const auto indicatorsOf = [](const Series& series) {
        const std::vector<std::string>& all = series.selection.indicators;
        return std::set<std::string>(all.begin(), all.end());
    };
    return indicatorsOf(one) == indicatorsOf(other);
}

LocalText whyNoWhole(std::span<const Series> series) {
    for (std::size_t i = 0; i < series.size(); ++i)
        for (std::size_t j = i + 1; j < series.size(); ++j)
            if (const LocalText why = whyNotAdded(series[i], series[j]); why != LocalText())
                return localText("'{}' và '{}' {}", "'{}' and '{}' {}", nameOf(series, i),
                                 nameOf(series, j), why);
    return {};
}

} // namespace terroir::theme
