#include "core/workspace/review_queue.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/user_name.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/geocode/answer_words.hpp"
#include "core/records/decisions.hpp"
#include "core/records/record_words.hpp"
#include "core/workspace/run_edit.hpp"
#include "core/workspace/unit_choice.hpp"

#include <algorithm>

namespace terroir::workspace {

using gazetteer::noUnit;
using records::Place;
using records::Record;

namespace {

LocalText inBoth(const std::string& text) {
    return {text, text};
}

/// What `words` says, in both languages.
template <class Say>
LocalText inBothWords(const Say& say) {
    return {say(records::RecordWords(Language::Vietnamese)),
            say(records::RecordWords(Language::English))};
}

ReviewEdit logged(LocalText title, LocalText what,
                  std::function<store::FieldChange(Workspace&)> change) {
    return {std::move(title), [what = std::move(what),
                               change = std::move(change)](Workspace& workspace, const Progress&) {
                runEdit(workspace, userName(), [&]() -> LoggedEdit {
                    return {what, {change(workspace)}};
                });
            }};
}

/// What was decided about a place, for the history.
std::string decisionText(const Place& place) {
    return !records::isDecided(place) ? "" : place.uid.empty() ? "-" : place.uid;
}

} // namespace

const std::string& textOf(const Place& place) {
    return place.text.empty() ? place.context : place.text;
}

std::vector<ShownCandidate> shownCandidates(const Place& place, Date day,
                                            const gazetteer::Gazetteer& gazetteer) {
    std::vector<ShownCandidate> shown;
    for (const PlaceCandidate& candidate : candidatesOf(place, day, gazetteer)) {
        const bool isKnown = candidate.unit != noUnit;
        shown.push_back({int(shown.size()) + 1,
                         isKnown ? describeNear(gazetteer, candidate.unit, day) : candidate.code,
                         candidate.unit, isKnown ? gazetteer.unit(candidate.unit).uid : "",
                         candidate.score});
    }
    return shown;
}

ReviewQueue::ReviewQueue(SnapshotPtr contents, ReviewWhich which)
    : m_contents(std::move(contents)) {
    if (m_contents == nullptr)
        return;
    m_openCount = records::countOpen(*m_contents->records);
    for (const Record& record : *m_contents->records)
        for (std::size_t i = 0; i < record.places.size(); ++i)
            if (isListed(record.places[i], which))
                m_items.push_back({&record, i});
}

std::optional<std::size_t> ReviewQueue::find(const PlaceId& id) const {
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item& item) {
        return item.place == id.place && item.record->id == id.record;
    });
    return found == m_items.end() ? std::nullopt
                                  : std::optional(std::size_t(found - m_items.begin()));
}

std::optional<std::size_t> ReviewQueue::rowAfter(const std::optional<PlaceId>& before,
                                                 std::size_t rowBefore) const {
    if (!before || m_items.empty())
        return std::nullopt;
    return find(*before).value_or(std::min(rowBefore, m_items.size() - 1));
}

LocalText ReviewQueue::stateOf(const Item& item) const {
    const Place& place = item.get();
    if (!records::isDecided(place))
        return place.status == geocode::Status::Ambiguous
                   ? LocalText{"nhiều khả năng", "several fit"}
                   : LocalText{"không tìm thấy", "not found"};
    const gazetteer::UnitIndex unit = m_contents->gazetteer->find(place.uid);
    if (unit == noUnit)
        return {"không phải đơn vị nào", "none of the candidates"};
    return inBoth(describeNear(*m_contents->gazetteer, unit, item.record->lookupDate));
}

std::string ReviewQueue::documentOf(const Item& item) const {
    const auto& sources = *m_contents->sources;
    const auto source =
        std::find_if(sources.begin(), sources.end(),
                     [&](const records::Source& each) { return each.id == item.record->source; });
    return source == sources.end() ? item.record->source : source->title;
}

std::vector<ReviewFact> ReviewQueue::factsOf(const Item& item) const {
    const Record& record = *item.record;
    std::vector<ReviewFact> facts{
        {{"thuộc", "where"}, inBoth(item.get().context)},
        {{"bản ghi", "record"}, inBothWords([&](const records::RecordWords& words) {
             const std::string value = words.value(record);
             return titleOf(record) + (value.empty() ? "" : " ") + value;
         })},
        {{"tài liệu", "document"}, inBoth(documentOf(item))},
        {{"dòng", "line"},
         records::hasPage(record.line) ? records::lineInWords(record.line) : inBoth(record.line)},
        {{"đơn vị ngày", "units of"}, inBothWords([&](const records::RecordWords& words) {
             return words.day(record.lookupDate);
         })},
        {{"lý do", "why"}, geocode::reasonsInWords(item.get().reasons)}};
    std::erase_if(facts, [](const ReviewFact& fact) { return fact.value.vi.empty(); });
    return facts;
}

std::vector<ShownCandidate> ReviewQueue::candidatesOf(const Item& item) const {
    return shownCandidates(item.get(), item.record->lookupDate, *m_contents->gazetteer);
}

ReviewEdit ReviewQueue::decision(const Item& item, const std::string& unit) {
    const std::string& text = textOf(item.get());
    return logged(
        localText("Xác nhận “{}”", "Decision about “{}”", text), whatWasDecided(item.id()),
        [id = item.id(), unit](Workspace& workspace) { return decidePlace(workspace, id, unit); });
}

ReviewEdit ReviewQueue::takingBack(const Item& item) {
    const std::string& text = textOf(item.get());
    return logged(localText("Hủy xác nhận “{}”", "Decision about “{}” taken back", text),
                  whatWasTakenBack(item.id()),
                  [id = item.id()](Workspace& workspace) { return takeBackPlace(workspace, id); });
}

store::FieldChange decidePlace(Workspace& workspace, const PlaceId& id, const std::string& unit) {
    const auto record = records::loadRecord(workspace.file(), id.record);
    if (!record || id.place >= record->places.size())
        requireRecord(workspace.records(), id); // throws, and names the nearest
    const std::string uid =
        unit.empty() ? "" : workspace.gazetteer().unit(chooseUnit(workspace, unit, *record)).uid;
    store::FieldChange change{id.record, store::placeDecisionField(id.place + 1),
                              decisionText(record->places[id.place]), uid.empty() ? "-" : uid};
    records::decide(workspace.file(), id.record, id.place, uid);
    return change;
}

store::FieldChange takeBackPlace(Workspace& workspace, const PlaceId& id) {
    const auto record = records::loadRecord(workspace.file(), id.record);
    if (!records::undoDecision(workspace.file(), id.record, id.place))
        throw InputError(localText("Chưa có xác nhận nào về '{}'; xem các xác nhận bằng "
                                   "'terroir review --decided'.",
                                   "Nothing was decided about '{}'; list the decisions with "
                                   "'terroir review --decided'.",
                                   id.toString()));
    const bool isThere = record && id.place < record->places.size();
    return {id.record, store::placeDecisionField(id.place + 1),
            isThere ? decisionText(record->places[id.place]) : "", ""};
}

LocalText whatWasDecided(const PlaceId& id) {
    return localText("xác nhận địa danh {}", "decided the place {}", id.toString());
}

LocalText whatWasTakenBack(const PlaceId& id) {
    return localText("hủy xác nhận địa danh {}", "took the decision about {} back", id.toString());
}

} // namespace terroir::workspace
