#include "core/workspace/workspace.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/gazetteer/versions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::workspace {

namespace {

using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

/// The last day on which there were districts.
constexpr Date districtsLastDay = Date::of(2025, 6, 30);

std::vector<std::string> partsOf(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        std::string_view part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        part.remove_prefix(std::min(part.size(), part.find_first_not_of(' ')));
        part = part.substr(0, part.find_last_not_of(' ') + 1);
        if (!part.empty()) // a comma too many
            parts.emplace_back(part);
    }
    return parts;
}

bool hasParents(const Gazetteer& gazetteer, UnitIndex unit, const std::vector<std::string>& parts,
                Date asOf) {
    const Date day = dayOf(gazetteer.unit(unit), asOf);
    UnitIndex above = gazetteer.parentAt(unit, day);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        while (above != noUnit && gazetteer.unit(above).fullName() != parts[i])
            above = gazetteer.parentAt(above, day);
        if (above == noUnit)
            return false;
    }
    return true;
}

/// Names typed in full, letter by letter: found without building the geocoder's index.
/// noUnit when there is none, or more than one unit of the name.
UnitIndex findLiterally(const Gazetteer& gazetteer, const std::string& text, Date asOf) {
    if (const UnitIndex unit = gazetteer.find(text); unit != noUnit)
        return unit;
    if (const std::vector<UnitIndex> versions = gazetteer.versions(text); !versions.empty())
        return versionNear(gazetteer, versions, asOf);
    const std::vector<std::string> parts = partsOf(text);
    if (parts.empty())
        return noUnit;
    std::vector<UnitIndex> found;
    const auto units = gazetteer.units();
    for (UnitIndex i = 0; i < units.size(); ++i) {
        const Unit& unit = units[i];
        if (parts.front().size() == unit.type.size() + 1 + unit.name.size() &&
            parts.front().ends_with(unit.name) && parts.front().starts_with(unit.type) &&
            hasParents(gazetteer, i, parts, asOf))
            found.push_back(i);
    }
    const bool isOne = std::all_of(found.begin(), found.end(), [&](UnitIndex unit) {
        return units[unit].code == units[found.front()].code;
    });
    return isOne ? versionNear(gazetteer, found, asOf) : noUnit;
}

std::string candidateList(const Gazetteer& gazetteer, const geocode::Match& match, Date asOf) {
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(match.candidates.size(), 4); ++i) {
        const UnitIndex unit = match.candidates[i].unit;
        const std::string name = describeNear(gazetteer, unit, asOf);
        list +=
            fmt::format("{}'{}' ({})", list.empty() ? "" : ", ", name, gazetteer.unit(unit).code);
    }
    return list;
}

/// Throws a UsageError that begins with `named` when a name behind a comma is no unit's.
void requireKnownParents(Workspace& workspace, const std::string& text, Date asOf,
                         const std::string& named) {
    const std::vector<std::string> parts = partsOf(text);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        geocode::Query query;
        query.text = parts[i];
        query.asOf = asOf;
        const geocode::Match match = workspace.geocoder().resolve(query);
        if (match.candidates.empty() && workspace.nearUnit(parts[i], match, asOf) == noUnit)
            throw UsageError(localText("{}: không biết '{}'; hãy sửa lại tên này hoặc bỏ đi.",
                                       "{}: '{}' is not known; correct this name or leave it out.",
                                       named, parts[i]));
    }
}

} // namespace

Workspace::Workspace(const std::filesystem::path& file, store::Mode mode, store::Spatial spatial,
                     store::Waiting waiting)
    : m_file(store::WorkspaceFile::open(file, mode, spatial, std::move(waiting))) {}

std::shared_ptr<const Gazetteer> Workspace::sharedGazetteer() {
    if (!m_gazetteer)
        m_gazetteer = std::make_shared<const Gazetteer>(Gazetteer::load(m_file));
    return m_gazetteer;
}

std::shared_ptr<const geocode::Geocoder> Workspace::sharedGeocoder() {
    if (!m_geocoder) {
        struct WithGazetteer {
            std::shared_ptr<const Gazetteer> gazetteer;
            geocode::Geocoder geocoder;
        };
        const auto both = std::make_shared<const WithGazetteer>(
            WithGazetteer{sharedGazetteer(), geocode::Geocoder(gazetteer())});
        m_geocoder = {both, &both->geocoder};
    }
    return m_geocoder;
}

std::shared_ptr<const std::vector<records::Record>> Workspace::sharedRecords() {
    if (!m_records)
        m_records = std::make_shared<const std::vector<records::Record>>(
            records::loadRecords(m_file, m_kinds));
    return m_records;
}

std::shared_ptr<const records::CompactRecords> Workspace::sharedCompactRecords() {
    if (!m_compactRecords)
        m_compactRecords = std::make_shared<const records::CompactRecords>(
            m_records ? records::CompactRecords(*m_records)
                      : records::loadCompactRecords(m_file, m_kinds));
    return m_compactRecords;
}

std::shared_ptr<const std::vector<records::Source>> Workspace::sharedSources() {
    if (!m_sources)
        m_sources =
            std::make_shared<const std::vector<records::Source>>(records::loadSources(m_file));
    return m_sources;
}

void Workspace::forgetRecords() {
    m_records.reset();
    m_compactRecords.reset();
    m_sources.reset();
}

void Workspace::limitRecords(std::vector<std::string> kinds) {
    m_kinds = std::move(kinds);
    forgetRecords();
}

std::string Workspace::contextOf(const std::string& text, std::optional<Date> asOf,
                                 std::string_view option) {
    const Date day = asOf.value_or(Date::today());
    const UnitIndex literal = findLiterally(gazetteer(), text, day);
    if (!asOf && literal == noUnit) {
        const geocode::Match match = geocoder().resolve({text, {}, {}, {}, {}, day, std::nullopt});
        if (nearUnit(text, match, day) != noUnit)
            findUnit(text, day, option); // throws
        return text;
    }
    const UnitIndex unit = literal != noUnit ? literal : findUnit(text, day, option);
    return gazetteer::describeNear(gazetteer(), unit, day);
}

UnitIndex Workspace::nearUnit(const std::string& text, const geocode::Match& match, Date asOf) {
    if (match.status == geocode::Status::Matched || match.candidates.size() == 1) {
        const geocode::Candidate& best = match.candidates.front();
        return std::any_of(best.reasons.begin(), best.reasons.end(), geocode::saysMisspelt)
                   ? best.unit
                   : noUnit;
    }
    // A bare name is no place in a running text, but it is one where a unit is asked for.
    for (std::string geocode::Query::*column :
         {&geocode::Query::province, &geocode::Query::district, &geocode::Query::commune}) {
        if (!match.candidates.empty())
            break;
        geocode::Query query;
        query.*column = text;
        query.asOf = asOf;
        if (const UnitIndex unit = geocoder().resolve(query).unit(); unit != noUnit)
            return unit;
    }
    return noUnit;
}

UnitIndex Workspace::findUnit(const std::string& text, Date asOf, std::string_view option) {
    if (const UnitIndex unit = findLiterally(gazetteer(), text, asOf); unit != noUnit)
        return unit;
    const std::string named = fmt::format("{}{}'{}'", option, option.empty() ? "" : " ", text);
    geocode::Query query;
    query.text = text;
    query.asOf = asOf;
    geocode::Match match = geocoder().resolve(query);
    if (match.status != geocode::Status::Matched && districtsLastDay < asOf) {
        query.asOf = districtsLastDay;
        geocode::Match older = geocoder().resolve(query);
        if (older.status == geocode::Status::Matched || match.candidates.empty())
            match = std::move(older);
    }
    const UnitIndex near = nearUnit(text, match, query.asOf);
    if (near != noUnit)
        throw UsageError(localText(
            "{} không phải là đơn vị hành chính nào đã biết. {}Nếu đúng, hãy ghi như thế.",
            "{} is no administrative unit that is known. {}If so, write it like that.", named,
            suggestion(gazetteer::describeNear(gazetteer(), near, asOf))));
    if (match.status == geocode::Status::Matched) {
        requireKnownParents(*this, text, query.asOf, named);
        return match.unit();
    }
    if (match.candidates.empty())
        throw UsageError(
            localText("{} không phải là đơn vị hành chính nào đã biết; hãy tra bằng 'terroir "
                      "units', rồi ghi mã hoặc ghi tên kèm tên tỉnh.",
                      "{} is no administrative unit that is known; look it up with 'terroir "
                      "units', and give its code or its name with its province.",
                      named));
    throw UsageError(localText("{} có thể là {}; hãy ghi thêm huyện hoặc tỉnh, hoặc ghi mã.",
                               "{} may be {}; add the district or the province, or give the code.",
                               named, candidateList(gazetteer(), match, asOf)));
}

} // namespace terroir::workspace
