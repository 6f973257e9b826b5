#include "core/figures/profile.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/figures/page_words.hpp"
#include "core/figures/record_location.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/records/record_words.hpp"
#include "core/records/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace terroir::figures {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using records::CompactRecords;

namespace {

struct PartInfo {
    ProfilePart part;
    std::string_view id;
    LocalText words;
};

const std::array<PartInfo, 5>& partInfos() {
    static const std::array<PartInfo, 5> infos{{
        {ProfilePart::Here, "here", {"tại đây", "here"}},
        {ProfilePart::Shared, "shared", {"chung với nơi khác", "shared with others"}},
        {ProfilePart::Unclear, "unclear", {"chưa rõ nơi nào trong đơn vị", "unclear where in it"}},
        {ProfilePart::Name, "name", {"chỉ có trong tên sản phẩm", "in a name only"}},
        {ProfilePart::Larger, "larger", {"của đơn vị lớn hơn", "of a larger unit"}},
    }};
    return infos;
}

const PartInfo& infoOf(ProfilePart part) {
    return *std::find_if(partInfos().begin(), partInfos().end(),
                         [&](const PartInfo& info) { return info.part == part; });
}

LocalText inWords(LeftOut::Reason reason) {
    switch (reason) {
    case LeftOut::Reason::EarlierYear:
        return {"không cộng: đã có số liệu năm mới hơn", "not counted: a newer year has a figure"};
    case LeftOut::Reason::LaterYear:
        return {"không cộng: của năm sau", "not counted: of a later year"};
    case LeftOut::Reason::WithinYear:
        return {"không cộng: trong năm đã có số liệu cả năm hoặc mới hơn",
                "not counted: the whole year or a later day has a figure"};
    case LeftOut::Reason::BelowZero:
        return {"không cộng: số âm", "not counted: below zero"};
    default:
        return {"không cộng: không còn hiệu lực", "not counted: not in force"};
    }
}

/// The units of the level that the places of a record are or lie in, and the larger ones that it
/// names: of the level's day where they are in force, else of their own.
struct Concerned {
    std::set<UnitIndex> direct;                     ///< named themselves, or a part of them
    std::map<UnitIndex, std::set<UnitIndex>> below; ///< in larger ones that are named: these
    std::set<UnitIndex> larger;

    std::vector<UnitIndex> othersThan(UnitIndex unit) const {
        std::vector<UnitIndex> others;
        std::copy_if(direct.begin(), direct.end(), std::back_inserter(others),
                     [&](UnitIndex one) { return one != unit; });
        others.insert(others.end(), larger.begin(), larger.end());
        return others;
    }
};

Concerned concernedBy(std::size_t record, const CompactRecords& records, RecordLocator& locator,
                      const gazetteer::Gazetteer& gazetteer, const Profiles::Asked& asked,
                      records::PlaceUse use) {
    Concerned concerned;
    for (const CompactRecords::PlaceOf& place : records.places(record)) {
        const bool isName = place.role == records::PlaceRole::NameComponent;
        const UnitIndex named = gazetteer.find(records.text(place.unit));
        if (isName != (use == records::PlaceUse::Names) || named == noUnit)
            continue;
        const bool isLarger = gazetteer.unit(named).level < asked.level;
        if (isLarger)
            concerned.larger.insert(named);
        for (const UnitIndex ground : locator.unitsOf(named)) {
            const UnitIndex unit = gazetteer.ancestorAt(ground, asked.level, asked.asOf);
            if (unit == noUnit)
                concerned.larger.insert(ground);
            else if (isLarger)
                concerned.below[unit].insert(named);
            else
                concerned.direct.insert(unit);
        }
    }
    return concerned;
}

} // namespace

std::string_view toString(ProfilePart part) {
    return infoOf(part).id;
}

const LocalText& inWords(ProfilePart part) {
    return infoOf(part).words;
}

std::span<const ProfilePart> allProfileParts() {
    static const std::array<ProfilePart, 5> all{ProfilePart::Here, ProfilePart::Shared,
                                                ProfilePart::Unclear, ProfilePart::Name,
                                                ProfilePart::Larger};
    return all;
}

std::size_t Profile::count(ProfilePart part) const {
    return std::size_t(std::count_if(records.begin(), records.end(),
                                     [&](const auto& record) { return record.part == part; }));
}

bool Profile::isEmpty() const {
    return totals.empty() && count(ProfilePart::Larger) == records.size();
}

Profiles::Profiles(workspace::Workspace& workspace, std::span<const theme::Theme> themes,
                   const Asked& asked)
    : m_workspace(workspace), m_asked(asked),
      m_units(
          gazetteer::unitsWithin(workspace.gazetteer(), asked.within, asked.level, asked.asOf)) {
    addTotals(themes);
    addRecords(records::PlaceUse::Locations);
    addRecords(records::PlaceUse::Names);
    mergeNames();
    for (auto* const each : {&m_records, &m_larger})
        for (auto& [unit, records] : *each)
            sort(records);
}

void Profiles::addTotals(std::span<const theme::Theme> themes) {
    theme::Settings settings;
    settings.level = m_asked.level;
    settings.asOf = m_asked.asOf;
    settings.within = m_asked.within == noUnit ? std::string(theme::Settings::country)
                                               : m_workspace.gazetteer().unit(m_asked.within).uid;
    for (const theme::Theme& theme : themes) {
        try {
            addTotals(theme, settings);
        } catch (const InputError& error) {
            m_problems.push_back(localText("Chủ đề '{}' không cộng được: {}",
                                           "The theme '{}' cannot be added up: {}", theme.id,
                                           error.text()));
        }
    }
}

void Profiles::addTotals(const theme::Theme& theme, const theme::Settings& settings) {
    const CompactRecords& records = m_workspace.compactRecords();
    const EvaluatedTheme evaluated = figuresOf(theme, settings, m_workspace, Language::Vietnamese);
    for (const EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const Figures& figures = layer.series[i];
            const theme::Series& series = layer.layer->series[i];
            for (const auto& [unit, cell] : figures.cells) {
                m_counted.insert(cell.records.begin(), cell.records.end());
                m_totals[unit].push_back(
                    {theme.id,
                     evaluated.theme.title,
                     cell.records.empty()
                         ? std::string()
                         : std::string(records.text(records[cell.records.front()].kind)),
                     series.label,
                     cell.value,
                     cell.lowerBound,
                     cell.approximate,
                     {unitOf(figures, series, Language::Vietnamese),
                      unitOf(figures, series, Language::English)},
                     cell.records});
            }
            for (const NotAttributed& entry : figures.notAttributed)
                m_counted.insert(entry.records.begin(), entry.records.end());
            for (const ReportedTotal& total : figures.reportedTotals)
                m_stated.insert(total.record);
            for (const LeftOut& left : figures.leftOut)
                m_left.try_emplace(left.record, left.reason);
        }
}

std::optional<LocalText> Profiles::whyNotCounted(std::size_t record) const {
    if (const auto left = m_left.find(record); left != m_left.end())
        return inWords(left->second);
    if (m_workspace.compactRecords()[record].scope == records::Scope::Repeat) {
        const auto words = [](Language language) {
            return records::RecordWords(language).scope(records::Scope::Repeat);
        };
        return LocalText{words(Language::Vietnamese), words(Language::English)};
    }
    if (m_counted.contains(record))
        return std::nullopt;
    if (m_stated.contains(record))
        return LocalText{"tổng số nêu trong báo cáo, không cộng thêm",
                         "stated by the report, not added"};
    return LocalText{"không chủ đề nào cộng", "in no total of a theme"};
}

void Profiles::addRecords(records::PlaceUse places) {
    const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
    const CompactRecords& records = m_workspace.compactRecords();
    Request request;
    request.level = m_asked.level;
    request.asOf = m_asked.asOf;
    request.places = places;
    RecordLocator locator(gazetteer, records, request);
    const bool isName = places == records::PlaceUse::Names;
    auto& units = isName ? m_names : m_records;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const RecordLocation& location = locator.of(i);
        if (location.outside)
            continue;
        ProfileRecord record{i, isName ? ProfilePart::Name : ProfilePart::Here, {}, {}};
        record.notCounted = whyNotCounted(i);
        if (location.unit != noUnit) {
            units[location.unit].push_back(std::move(record));
            continue;
        }
        if (location.reason == NotAttributed::Reason::Unresolved) {
            const UnitIndex unit =
                location.holder == noUnit
                    ? noUnit
                    : gazetteer.ancestorAt(location.holder, m_asked.level, m_asked.asOf);
            record.part = isName ? ProfilePart::Name : ProfilePart::Unclear;
            if (unit != noUnit)
                units[unit].push_back(std::move(record));
            continue;
        }
        const Concerned concerned = concernedBy(i, records, locator, gazetteer, m_asked, places);
        for (const UnitIndex unit : concerned.direct) {
            ProfileRecord own = record;
            own.part = isName ? ProfilePart::Name : ProfilePart::Shared;
            own.others = concerned.othersThan(unit);
            units[unit].push_back(std::move(own));
        }
        if (isName)
            continue; // the profile of a larger unit has what is named after it
        record.part = ProfilePart::Larger;
        for (const auto& [unit, larger] : concerned.below) {
            if (concerned.direct.contains(unit))
                continue;
            record.others.assign(larger.begin(), larger.end());
            units[unit].push_back(record);
        }
        for (const UnitIndex larger : concerned.larger) {
            record.others = {larger};
            m_larger[larger].push_back(record);
        }
    }
}

/// What lies in the unit is not also told of for its name.
void Profiles::mergeNames() {
    for (auto& [unit, names] : m_names) {
        std::vector<ProfileRecord>& known = m_records[unit];
        const auto isKnown = [end = known.size(), &known](const ProfileRecord& name) {
            const auto last = known.begin() + std::ptrdiff_t(end);
            const auto at = std::lower_bound(
                known.begin(), last, name.record,
                [](const ProfileRecord& one, std::size_t record) { return one.record < record; });
            return at != last && at->record == name.record;
        };
        for (ProfileRecord& name : names)
            if (!isKnown(name))
                known.push_back(std::move(name));
    }
    m_names.clear();
}

void Profiles::sort(std::vector<ProfileRecord>& sorted) const {
    static const std::vector<std::string> kinds = records::kindIds();
    const CompactRecords& records = m_workspace.compactRecords();
    const auto keyOf = [&](const ProfileRecord& one) {
        const auto kind =
            std::find(kinds.begin(), kinds.end(), records.text(records[one.record].kind));
        return std::tuple(one.part, kind - kinds.begin(), records.id(one.record));
    };
    std::sort(sorted.begin(), sorted.end(),
              [&](const auto& a, const auto& b) { return keyOf(a) < keyOf(b); });
}

Profile Profiles::of(UnitIndex unit) const {
    Profile profile{unit, {}, {}};
    if (const auto totals = m_totals.find(unit); totals != m_totals.end())
        profile.totals = totals->second;
    if (const auto known = m_records.find(unit); known != m_records.end())
        profile.records = known->second;
    // What names the unit beside a larger one is the unit's own.
    std::set<std::size_t> own;
    for (const ProfileRecord& record : profile.records)
        own.insert(record.record);
    const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
    for (const Level level : {Level::District, Level::Province}) {
        const UnitIndex larger =
            level < m_asked.level ? gazetteer.ancestorAt(unit, level, m_asked.asOf) : noUnit;
        for (ProfileRecord& record : ofLarger(larger))
            if (own.insert(record.record).second)
                profile.records.push_back(std::move(record));
    }
    sort(profile.records);
    return profile;
}

std::vector<ProfileRecord> Profiles::ofLarger(UnitIndex larger) const {
    const auto known = m_larger.find(larger);
    return known == m_larger.end() ? std::vector<ProfileRecord>() : known->second;
}

} // namespace terroir::figures
