#include "core/figures/profile.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/figures/page_words.hpp"
#include "core/figures/record_location.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/gazetteer/versions.hpp"
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

/// The units of the level that the places of a record are or lie in, and the larger ones that it
/// names: of the level's day where they are in force, else of their own.
struct Profiles::Concerned {
    std::set<UnitIndex> direct;                     ///< named themselves, or a part of them
    std::map<UnitIndex, std::set<UnitIndex>> below; ///< in former ones that are named: these
    std::set<UnitIndex> larger;

    std::vector<UnitIndex> othersThan(UnitIndex unit) const {
        std::vector<UnitIndex> others;
        std::copy_if(direct.begin(), direct.end(), std::back_inserter(others),
                     [&](UnitIndex one) { return one != unit; });
        others.insert(others.end(), larger.begin(), larger.end());
        return others;
    }
};

class Profiles::Concerning {
public:
    Concerning(workspace::Workspace& workspace, const Asked& asked, records::PlaceUse use,
               RecordLocator& locator)
        : m_gazetteer(workspace.gazetteer()), m_records(workspace.compactRecords()), m_asked(asked),
          m_use(use), m_locator(locator) {}

    Concerned by(std::size_t record) {
        Concerned concerned;
        for (const CompactRecords::PlaceOf& place : m_records.places(record)) {
            const bool isName = place.role == records::PlaceRole::NameComponent;
            const UnitIndex named = m_gazetteer.find(m_records.text(place.unit));
            if (isName != (m_use == records::PlaceUse::Names) || named == noUnit)
                continue;
            if (m_gazetteer.unit(named).level < m_asked.level)
                addLarger(named, concerned);
            else
                addUnitsOf(named, concerned);
        }
        return concerned;
    }

private:
    void addLarger(UnitIndex named, Concerned& concerned) {
        concerned.larger.insert(named);
        if (m_gazetteer.unit(named).valid.contains(m_asked.asOf))
            return;
        for (const UnitIndex ground : m_locator.unitsOf(named)) {
            const UnitIndex unit = m_gazetteer.ancestorAt(ground, m_asked.level, m_asked.asOf);
            if (unit != noUnit)
                concerned.below[unit].insert(named);
            else if (const std::set<UnitIndex>& units = unitsOnceIn(named); units.empty())
                concerned.larger.insert(ground);
            else
                for (const UnitIndex one : units)
                    concerned.below[one].insert(named);
        }
    }

    void addUnitsOf(UnitIndex named, Concerned& concerned) {
        for (const UnitIndex ground : m_locator.unitsOf(named)) {
            const UnitIndex unit = m_gazetteer.ancestorAt(ground, m_asked.level, m_asked.asOf);
            (unit == noUnit ? concerned.larger : concerned.direct)
                .insert(unit == noUnit ? ground : unit);
        }
    }

    /// The units of the level that have ground of its communes: a province of today may have that
    /// of three former ones, and what was known of one of them is not known of the others.
    const std::set<UnitIndex>& unitsOnceIn(UnitIndex former) {
        const auto [at, isNew] = m_onceIn.try_emplace(former);
        if (isNew)
            for (const UnitIndex commune : m_gazetteer.communesOf(
                     former, gazetteer::dayOf(m_gazetteer.unit(former), m_asked.asOf)))
                for (const gazetteer::Share& share : m_gazetteer.convert(commune, m_asked.asOf))
                    if (const UnitIndex unit =
                            m_gazetteer.ancestorAt(share.unit, m_asked.level, m_asked.asOf);
                        unit != noUnit)
                        at->second.insert(unit);
        return at->second;
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const CompactRecords& m_records;
    const Asked& m_asked;
    records::PlaceUse m_use;
    RecordLocator& m_locator;
    std::map<UnitIndex, std::set<UnitIndex>> m_onceIn;
};

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
        if (theme.overview)
            continue; // others have its figures
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
    Concerning concerning(m_workspace, m_asked, places, locator);
    const bool isName = places == records::PlaceUse::Names;
    auto& units = isName ? m_names : m_records;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const RecordLocation& location = locator.of(i);
        if (location.outside)
            continue;
        const bool isUnclear = location.reason == NotAttributed::Reason::Unresolved;
        ProfileRecord record{i, isName ? ProfilePart::Name : ProfilePart::Here, {}, {}};
        record.notCounted = whyNotCounted(i);
        UnitIndex unit = location.unit;
        if (unit == noUnit && isUnclear && location.holder != noUnit) {
            record.part = isName ? ProfilePart::Name : ProfilePart::Unclear;
            unit = gazetteer.ancestorAt(location.holder, m_asked.level, m_asked.asOf);
        }
        if (unit != noUnit) {
            units[unit].push_back(std::move(record));
            continue;
        }
        record.part = isName      ? ProfilePart::Name
                      : isUnclear ? ProfilePart::Unclear
                                  : ProfilePart::Larger;
        addConcerned(record, concerning.by(i));
    }
}

/// A record that lies in no single unit of the level.
void Profiles::addConcerned(const ProfileRecord& record, const Concerned& concerned) {
    const bool isName = record.part == ProfilePart::Name;
    for (const UnitIndex unit : concerned.direct) {
        ProfileRecord own = record;
        own.part = isName ? ProfilePart::Name : ProfilePart::Shared;
        own.others = concerned.othersThan(unit);
        (isName ? m_names : m_records)[unit].push_back(std::move(own));
    }
    if (isName)
        return; // the profile of a larger unit has what is named after it
    for (const auto& [unit, formers] : concerned.below)
        m_formers[unit].insert(formers.begin(), formers.end());
    for (const UnitIndex larger : concerned.larger) {
        m_larger[larger].push_back(record);
        if (record.part == ProfilePart::Larger)
            m_larger[larger].back().others = {larger};
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

Profile Profiles::ownOf(UnitIndex unit) const {
    Profile profile{unit, {}, {}};
    if (const auto totals = m_totals.find(unit); totals != m_totals.end())
        profile.totals = totals->second;
    if (const auto known = m_records.find(unit); known != m_records.end())
        profile.records = known->second;
    return profile;
}

std::vector<UnitIndex> Profiles::largerOf(const Profile& own) const {
    const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
    std::set<std::size_t> known;
    for (const ProfileRecord& record : own.records)
        known.insert(record.record);
    std::vector<UnitIndex> larger;
    const auto add = [&](UnitIndex unit) {
        const std::span<const ProfileRecord> records = ofLarger(unit);
        if (std::any_of(records.begin(), records.end(), [&](const ProfileRecord& record) {
                return !known.contains(record.record);
            }))
            larger.push_back(unit);
    };
    for (const Level level : {Level::District, Level::Province})
        if (level < m_asked.level)
            add(gazetteer.ancestorAt(own.unit, level, m_asked.asOf));
    if (const auto formers = m_formers.find(own.unit); formers != m_formers.end())
        std::for_each(formers->second.begin(), formers->second.end(), add);
    return larger;
}

Profile Profiles::of(UnitIndex unit) const {
    Profile profile = ownOf(unit);
    // What names the unit beside a larger one is the unit's own.
    std::map<std::size_t, std::size_t> at;
    for (std::size_t i = 0; i < profile.records.size(); ++i)
        at.emplace(profile.records[i].record, i);
    for (const UnitIndex larger : largerOf(profile))
        for (const ProfileRecord& record : ofLarger(larger)) {
            const auto [known, isNew] = at.try_emplace(record.record, profile.records.size());
            if (isNew)
                profile.records.push_back(
                    {record.record, ProfilePart::Larger, {}, record.notCounted});
            if (ProfileRecord& told = profile.records[known->second];
                told.part == ProfilePart::Larger)
                told.others.push_back(larger);
        }
    sort(profile.records);
    return profile;
}

std::span<const ProfileRecord> Profiles::ofLarger(UnitIndex larger) const {
    const auto known = m_larger.find(larger);
    return known == m_larger.end() ? std::span<const ProfileRecord>() : known->second;
}

} // namespace terroir::figures
