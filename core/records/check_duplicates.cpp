#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check_rules.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace terroir::records {

namespace {

/// What is done with the subject: raising seedlings is not growing for the market, and multiplying
/// a model is not the model.
struct Purpose {
    bool multiplied = false;
    enum class Aim { Unsaid, Seed, Market } aim = Aim::Unsaid;
};

Purpose purposeOf(std::string_view written) {
    const std::string text = text::normalize(written);
    const auto says = [&](std::string_view words) { return text.find(words) != std::string::npos; };
    Purpose purpose;
    purpose.multiplied = says("nhân rộng");
    if (says("thương phẩm"))
        purpose.aim = Purpose::Aim::Market;
    else if (says("giống"))
        purpose.aim = Purpose::Aim::Seed;
    return purpose;
}

bool mayBeOne(const Record& a, const Record& b) {
    if (a.subjectAsWritten == b.subjectAsWritten)
        return true;
    const Purpose one = purposeOf(a.subjectAsWritten), other = purposeOf(b.subjectAsWritten);
    return one.multiplied == other.multiplied &&
           (one.aim == other.aim || one.aim == Purpose::Aim::Unsaid ||
            other.aim == Purpose::Aim::Unsaid);
}

std::string statementKey(const Record& record) {
    const std::set<std::string_view> subjects(record.subjects.begin(), record.subjects.end());
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", record.kind, record.category,
                       fmt::join(subjects, ";"), placesKey(record), record.indicator,
                       record.value ? fmt::format("{}", *record.value) : "", record.unit,
                       toString(record.state), record.period.from.toString(),
                       record.period.to.toString());
}

/// The statements that two sources have in common.
struct Common {
    RecordList rows;
    const Record* first = nullptr; ///< the one that the first of the rows repeats
    bool hasValues = false;
};

using SourcePair = std::pair<std::string_view, std::string_view>;

/// Several statements, and most of what the source has: the same table under another name.
constexpr std::size_t fewestOfATable = 3;

void addCommon(const SourcePair& sources, const Common& common, std::size_t rows,
               std::vector<Issue>& out) {
    const bool isTable = common.rows.size() >= fewestOfATable && 2 * common.rows.size() >= rows;
    // A thing that two reports mention without a number is no matter of counting twice.
    if (!isTable && !common.hasValues)
        return;
    Issue finding{isTable ? Severity::Warning : Severity::Info,
                  "duplicate",
                  common.rows.front()->id,
                  localText("{} trên {} dòng của nguồn '{}' đã có ở nguồn '{}' (dòng đầu giống "
                            "bản ghi {}); nếu là một bảng, hãy bỏ một nguồn.",
                            "{} of {} rows of source '{}' stand in '{}' already (the first is "
                            "record {}); if it is one table, remove one of the sources.",
                            common.rows.size(), rows, sources.second, sources.first,
                            common.first->id),
                  fmt::format("{} {} {}", sources.first, sources.second, common.rows.size()),
                  {common.first->id}};
    out.push_back(std::move(finding));
}

} // namespace

void checkDuplicates(std::span<const Record> records, std::vector<Issue>& out) {
    std::unordered_map<std::string, const Record*> inSource, inAny;
    std::map<SourcePair, Common> across;
    std::map<std::string_view, std::size_t> rows;
    for (const Record& record : records) {
        ++rows[record.source];
        if (record.scope == Scope::Repeat)
            continue;
        const std::string key = statementKey(record);
        const auto [same, isNew] =
            inSource.try_emplace(fmt::format("{}\n{}\n{}\n{}\n{}", key, record.source, record.group,
                                             record.holder, record.subjectAsWritten),
                                 &record);
        if (!isNew)
            out.push_back(
                {Severity::Warning,
                 "duplicate",
                 record.id,
                 localText("Giống hệt bản ghi {} (cùng loại, đối tượng, địa điểm, thời gian và "
                           "giá trị); nếu là một, hãy bỏ bớt một dòng.",
                           "The same as record {} (kind, subject, places, period and value "
                           "agree); if they are one, take one out.",
                           same->second->id),
                 record.value ? fmt::format("{}", *record.value) : "",
                 {same->second->id}});
        const Record& first = *inAny.try_emplace(key, &record).first->second;
        if (!isNew || first.source == record.source || !mayBeOne(first, record))
            continue;
        Common& common = across[{first.source, record.source}];
        if (common.rows.empty())
            common.first = &first;
        common.rows.push_back(&record);
        common.hasValues = common.hasValues || record.value;
    }
    for (const auto& [sources, common] : across)
        addCommon(sources, common, rows[sources.second], out);
}

void checkConflicts(std::span<const Record> records, std::vector<Issue>& out) {
    std::unordered_map<std::string, const Record*> stated;
    for (const Record& record : records) {
        if (record.scope != Scope::Aggregate || !record.value || record.period.from.isOpen() ||
            record.period.to.isOpen())
            continue;
        const Record& first =
            *stated
                 .try_emplace(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", record.kind,
                                          record.category, subjectsKey(record), placesKey(record),
                                          record.indicator, record.unit, toString(record.state),
                                          record.period.from.toString(),
                                          record.period.to.toString()),
                              &record)
                 .first->second;
        if (first.source == record.source || *first.value == *record.value)
            continue;
        out.push_back(
            {Severity::Warning,
             "conflict",
             record.id,
             localText("Nguồn '{}' ghi {} {}, nguồn '{}' ghi {} cho cùng một việc, cùng "
                       "thời gian ({}); hãy xem nguồn nào đúng.",
                       "Source '{}' says {} {}, source '{}' says {} of the same thing and "
                       "time ({}); see which of them holds.",
                       record.source, numberText(*record.value, 4), record.unit, first.source,
                       numberText(*first.value, 4), first.id),
             fmt::format("{} {}", *record.value, *first.value),
             {first.id}});
    }
}

} // namespace terroir::records
