#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check_rules.hpp"
#include "core/records/indicator_relations.hpp"
#include "core/records/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace terroir::records {

namespace {

using Kind = IndicatorRelation::Kind;

const std::set<std::string_view>& relatedIndicators() {
    static const std::set<std::string_view> all = [] {
        std::set<std::string_view> found;
        for (const IndicatorRelation& relation : indicatorRelations()) {
            found.insert(relation.whole.begin(), relation.whole.end());
            found.insert(relation.parts.begin(), relation.parts.end());
        }
        return found;
    }();
    return all;
}

LocalText names(const std::vector<std::string_view>& indicatorIds) {
    LocalText text;
    for (const std::string_view id : indicatorIds) {
        const auto known = std::find_if(indicators().begin(), indicators().end(),
                                        [&](const Indicator& one) { return one.id == id; });
        const LocalText name =
            known == indicators().end() ? LocalText{std::string(id), std::string(id)} : known->name;
        text.vi += (text.vi.empty() ? "" : " + ") + name.vi;
        text.en += (text.en.empty() ? "" : " + ") + name.en;
    }
    return text;
}

/// The values of one indicator: its total, or its rows where there is no total.
class Sum {
public:
    void add(const Record& record) {
        (record.scope == Scope::Aggregate ? m_totals : m_rows).push_back(&record);
    }
    /// Several totals may lie within each other.
    bool isClear() const { return m_totals.size() < 2; }
    const RecordList& records() const { return m_totals.empty() ? m_rows : m_totals; }
    double value() const {
        double sum = 0;
        for (const Record* record : records())
            sum += *record->value;
        return sum;
    }

private:
    RecordList m_totals, m_rows;
};

/// The sums of indicators about the same places and time.
using Sums = std::map<std::string_view, Sum>;

struct Side {
    double value = 0;
    RecordList records;
    bool isOpenUpwards = false; ///< "at least"
};

std::optional<Side> sideOf(const Sums& sums, const std::vector<std::string_view>& indicatorIds,
                           bool needsAll) {
    Side side;
    for (const std::string_view id : indicatorIds) {
        const auto sum = sums.find(id);
        if (sum == sums.end() && needsAll)
            return std::nullopt;
        if (sum == sums.end())
            continue;
        if (!sum->second.isClear())
            return std::nullopt;
        side.value += sum->second.value();
        for (const Record* record : sum->second.records()) {
            side.records.push_back(record);
            side.isOpenUpwards = side.isOpenUpwards || record->qualifier == Qualifier::AtLeast;
        }
    }
    if (side.records.empty())
        return std::nullopt;
    return side;
}

LocalText sentenceOf(const IndicatorRelation& relation, double whole, double parts) {
    const LocalText of = names(relation.whole), are = names(relation.parts),
                    wholeText = numberText(whole, 4), partsText = numberText(parts, 4),
                    rest = numberText(whole - parts, 4);
    if (parts > whole && relation.kind != Kind::Breakdown)
        return localText("{}: {}, nhưng {}: {}; số sau không thể lớn hơn. Hãy so lại với nguồn.",
                         "{}: {}, but {}: {}, which cannot be more; compare with the source.", of,
                         wholeText, are, partsText);
    if (relation.kind == Kind::Outcome)
        return localText("{}: {}, {}: {}; còn {} chưa rõ kết quả. Hãy so lại với nguồn.",
                         "{}: {}, {}: {}; what became of the other {} is not said. Compare with "
                         "the source.",
                         of, wholeText, are, partsText, rest);
    return localText("{}: {}, nhưng {} cộng lại được {}; hãy so lại với nguồn.",
                     "{}: {}, but {} add up to {}; compare with the source.", of, wholeText, are,
                     partsText);
}

void checkRelation(const IndicatorRelation& relation, const Sums& sums, std::vector<Issue>& out) {
    const auto whole = sideOf(sums, relation.whole, true),
               parts = sideOf(sums, relation.parts, false);
    if (!whole || !parts)
        return;
    const double slack = 1e-6 * std::max(1.0, std::fabs(whole->value));
    const bool more = parts->value > whole->value + slack && !whole->isOpenUpwards;
    const bool less = relation.kind != Kind::Holds && parts->value < whole->value - slack &&
                      !parts->isOpenUpwards;
    if (!more && !less)
        return;
    Issue finding{Severity::Warning, "relation", whole->records.front()->id,
                  sentenceOf(relation, whole->value, parts->value),
                  fmt::format("{} {}", whole->value, parts->value)};
    for (const RecordList* side : {&whole->records, &parts->records})
        for (const Record* record : *side)
            if (record->id != finding.about)
                finding.others.push_back(record->id);
    out.push_back(std::move(finding));
}

void checkSource(const RecordList& source, std::vector<Issue>& out) {
    std::map<std::string, Sums> whole, byCategory;
    for (const Record* record : source) {
        if (!record->value || !relatedIndicators().contains(record->indicator))
            continue;
        const std::string key = fmt::format("{}\n{}\n{}\n{}\n{}", record->kind,
                                            toString(record->state), record->period.from.toString(),
                                            record->period.to.toString(), placesKey(*record));
        whole[key][record->indicator].add(*record);
        byCategory[key + "\n" + record->category][record->indicator].add(*record);
    }
    for (const IndicatorRelation& relation : indicatorRelations())
        for (const auto& [key, sums] : relation.sameCategory ? byCategory : whole)
            checkRelation(relation, sums, out);
}

} // namespace

void checkRelations(const RecordGroups& groups, std::vector<Issue>& out) {
    for (const RecordList& source : groups.sources)
        checkSource(source, out);
}

} // namespace terroir::records
