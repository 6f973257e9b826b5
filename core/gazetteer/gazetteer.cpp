#include "core/gazetteer/gazetteer.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>

namespace terroir::gazetteer {

namespace {

Date dateOr(std::string_view text, Date open) {
    return parseDate(text).value_or(open);
}

/// The table has rows for mergers and splits. A version that ended on the day on which the next
/// version of its code began, and has no row, is the same ground under a new name, type or parent.
std::vector<Succession> impliedSuccessions(const std::vector<Unit>& units,
                                           const std::vector<Succession>& known) {
    std::vector<char> has(units.size(), 0);
    for (const Succession& row : known)
        has[row.predecessor] = 1;
    std::unordered_map<std::string, UnitIndex> startOf;
    const auto key = [](const std::string& code, Date date) {
        return code + "@" + date.toString();
    };
    for (UnitIndex i = 0; i < units.size(); ++i)
        if (!units[i].valid.from.isOpen())
            startOf.emplace(key(units[i].code, units[i].valid.from), i);
    std::vector<Succession> out;
    for (UnitIndex i = 0; i < units.size(); ++i) {
        if (has[i] != 0 || units[i].valid.to.isOpen())
            continue;
        const auto next = startOf.find(key(units[i].code, units[i].valid.to));
        if (next != startOf.end() && units[next->second].level == units[i].level)
            out.push_back({i, next->second, units[i].valid.to, "", 1.0, "rename", "", "same-code"});
    }
    return out;
}

[[noreturn]] void refuseDangling(const LocalText& what) {
    throw InputError(localText(
        "Danh mục đơn vị hành chính không nhất quán: {} trỏ đến một đơn vị không tồn tại.",
        "The gazetteer is inconsistent: {} points to a unit that does not exist.", what));
}

} // namespace

Gazetteer::Gazetteer(std::vector<Unit> units, std::vector<Succession> successions,
                     std::vector<std::pair<UnitIndex, std::string>> aliases)
    : m_units(std::move(units)), m_successions(std::move(successions)),
      m_aliases(std::move(aliases)) {
    const auto dangles = [this](UnitIndex index) { return index >= m_units.size(); };
    for (const Succession& row : m_successions) {
        if (dangles(row.predecessor))
            refuseDangling(localText("một đơn vị tiền thân trong bảng kế thừa",
                                     "a predecessor in the succession table"));
        if (dangles(row.successor))
            refuseDangling(localText("một đơn vị kế thừa trong bảng kế thừa",
                                     "a successor in the succession table"));
    }
    for (const auto& alias : m_aliases)
        if (dangles(alias.first))
            refuseDangling(localText("một tên khác", "an alias"));
    std::vector<Succession> implied = impliedSuccessions(m_units, m_successions);
    m_successions.insert(m_successions.end(), implied.begin(), implied.end());

    m_children.resize(m_units.size());
    m_successorRows.resize(m_units.size());
    m_predecessorRows.resize(m_units.size());
    m_byUid.reserve(m_units.size());
    m_byCode.reserve(m_units.size());
    for (UnitIndex i = 0; i < m_units.size(); ++i) {
        m_byUid.emplace(m_units[i].uid, i);
        m_byCode[m_units[i].code].push_back(i);
        if (m_units[i].parent != noUnit) {
            if (dangles(m_units[i].parent))
                refuseDangling(
                    localText("đơn vị cấp trên của {}", "the parent of {}", m_units[i].uid));
            if (m_units[m_units[i].parent].level >= m_units[i].level)
                throw InputError(localText("Danh mục đơn vị có lỗi: đơn vị cấp trên của {} là {}, "
                                           "không thuộc cấp cao hơn; "
                                           "hãy tạo không gian làm việc mới bằng 'terroir init'.",
                                           "The gazetteer is damaged: the parent of {} is {}, "
                                           "which is of no higher level; "
                                           "make a new workspace with 'terroir init'.",
                                           m_units[i].uid, m_units[m_units[i].parent].uid));
            m_children[m_units[i].parent].push_back(i);
        }
    }
    for (auto& [code, versions] : m_byCode)
        std::sort(versions.begin(), versions.end(), [this](UnitIndex a, UnitIndex b) {
            return m_units[a].valid.from < m_units[b].valid.from;
        });
    for (std::uint32_t row = 0; row < m_successions.size(); ++row) {
        m_successorRows[m_successions[row].predecessor].push_back(row);
        m_predecessorRows[m_successions[row].successor].push_back(row);
    }
    refuseCircles();
}

/// A unit that is its own successor, over others or not, would be followed without end.
void Gazetteer::refuseCircles() const {
    std::vector<std::size_t> open(m_units.size());
    std::vector<UnitIndex> done;
    for (UnitIndex i = 0; i < m_units.size(); ++i) {
        open[i] = m_predecessorRows[i].size();
        if (open[i] == 0)
            done.push_back(i);
    }
    for (std::size_t next = 0; next < done.size(); ++next)
        for (const std::uint32_t row : m_successorRows[done[next]])
            if (--open[m_successions[row].successor] == 0)
                done.push_back(m_successions[row].successor);
    if (done.size() == m_units.size())
        return;
    const auto inCircle =
        std::find_if(open.begin(), open.end(), [](std::size_t n) { return n > 0; });
    throw InputError(localText(
        "Danh mục đơn vị có lỗi: {} kế thừa chính nó qua các lần sắp xếp; hãy tạo không gian làm "
        "việc mới bằng 'terroir init'.",
        "The gazetteer is damaged: {} succeeds itself, over other units or directly; make a new "
        "workspace with 'terroir init'.",
        m_units[std::size_t(inCircle - open.begin())].uid));
}

Gazetteer Gazetteer::load(store::WorkspaceFile& workspace) {
    store::Database& database = workspace.database();
    std::vector<Unit> units;
    std::vector<std::string> parents;
    units.reserve(18000);
    store::Statement rows = database.prepare(
        "SELECT uid, code, level, type, name, parent, valid_from, valid_to, area_km2, area_source,"
        " population, lon, lat, source FROM unit");
    std::unordered_map<std::string, UnitIndex> byUid;
    byUid.reserve(20000);
    while (rows.step()) {
        Unit unit;
        unit.uid = rows.text(0);
        unit.code = rows.text(1);
        unit.level = parseLevel(rows.view(2)).value_or(Level::Commune);
        unit.type = rows.text(3);
        unit.name = rows.text(4);
        parents.push_back(rows.text(5));
        unit.valid = {dateOr(rows.view(6), Date::beginning()), dateOr(rows.view(7), Date::end())};
        unit.areaKm2 = rows.optionalReal(8);
        unit.areaSource = rows.text(9);
        unit.population = rows.optionalReal(10);
        if (!rows.isNull(11))
            unit.point = LonLat{rows.real(11), rows.real(12)};
        unit.source = rows.text(13);
        byUid.emplace(unit.uid, UnitIndex(units.size()));
        units.push_back(std::move(unit));
    }
    const auto indexOf = [&](const std::string& uid) {
        const auto found = byUid.find(uid);
        return found == byUid.end() ? noUnit : found->second;
    };
    for (std::size_t i = 0; i < units.size(); ++i)
        units[i].parent = parents[i].empty() ? noUnit : indexOf(parents[i]);

    std::vector<Succession> successions;
    successions.reserve(15000);
    store::Statement links =
        database.prepare("SELECT predecessor, successor, date, decree, area_share, kind, "
                         "share_basis, evidence FROM succession");
    while (links.step())
        successions.push_back({indexOf(links.text(0)), indexOf(links.text(1)),
                               dateOr(links.view(2), Date::beginning()), links.text(3),
                               links.optionalReal(4), links.text(5), links.text(6), links.text(7)});
    std::vector<std::pair<UnitIndex, std::string>> aliases;
    store::Statement names = database.prepare("SELECT unit, alias FROM alias");
    while (names.step())
        aliases.emplace_back(indexOf(names.text(0)), names.text(1));
    return Gazetteer(std::move(units), std::move(successions), std::move(aliases));
}

UnitIndex Gazetteer::find(std::string_view uid) const {
    const auto found = m_byUid.find(uid);
    return found == m_byUid.end() ? noUnit : found->second;
}

std::vector<UnitIndex> Gazetteer::versions(std::string_view code) const {
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? std::vector<UnitIndex>() : found->second;
}

UnitIndex Gazetteer::findCode(std::string_view code, Date date) const {
    const auto found = m_byCode.find(code);
    if (found == m_byCode.end())
        return noUnit;
    for (const UnitIndex version : found->second)
        if (m_units[version].valid.contains(date))
            return version;
    return noUnit;
}

std::vector<UnitIndex> Gazetteer::unitsAt(Level level, Date date) const {
    std::vector<UnitIndex> out;
    for (UnitIndex i = 0; i < m_units.size(); ++i)
        if (m_units[i].level == level && m_units[i].valid.contains(date))
            out.push_back(i);
    std::sort(out.begin(), out.end(),
              [this](UnitIndex a, UnitIndex b) { return m_units[a].code < m_units[b].code; });
    return out;
}

UnitIndex Gazetteer::parentAt(UnitIndex unit, Date date) const {
    const UnitIndex recorded = m_units[unit].parent;
    if (recorded == noUnit || m_units[recorded].valid.contains(date))
        return recorded;
    const UnitIndex version = findCode(m_units[recorded].code, date);
    return version == noUnit || m_units[version].level != m_units[recorded].level ? recorded
                                                                                  : version;
}

UnitIndex Gazetteer::ancestorAt(UnitIndex unit, Level level, Date date) const {
    while (unit != noUnit && m_units[unit].level > level)
        unit = parentAt(unit, date);
    return unit != noUnit && m_units[unit].level == level ? unit : noUnit;
}

std::vector<UnitIndex> Gazetteer::childrenAt(UnitIndex parent, Date date) const {
    // A child's recorded parent may be another version of the same code.
    std::vector<UnitIndex> out;
    for (const UnitIndex version : m_byCode.at(m_units[parent].code)) {
        if (m_units[version].level != m_units[parent].level)
            continue;
        for (const UnitIndex child : m_children[version])
            if (m_units[child].valid.contains(date) && parentAt(child, date) == parent)
                out.push_back(child);
    }
    std::sort(out.begin(), out.end(),
              [this](UnitIndex a, UnitIndex b) { return m_units[a].code < m_units[b].code; });
    return out;
}

std::vector<UnitIndex> Gazetteer::communesOf(UnitIndex unit, Date date) const {
    if (m_units[unit].level == Level::Commune)
        return {unit};
    std::vector<UnitIndex> out;
    for (const UnitIndex child : childrenAt(unit, date)) {
        const std::vector<UnitIndex> below = communesOf(child, date);
        out.insert(out.end(), below.begin(), below.end());
    }
    std::sort(out.begin(), out.end(),
              [this](UnitIndex a, UnitIndex b) { return m_units[a].code < m_units[b].code; });
    return out;
}

std::vector<const Succession*> Gazetteer::successors(UnitIndex unit) const {
    std::vector<const Succession*> out;
    for (const std::uint32_t row : m_successorRows[unit])
        out.push_back(&m_successions[row]);
    return out;
}

std::vector<const Succession*> Gazetteer::predecessors(UnitIndex unit) const {
    std::vector<const Succession*> out;
    for (const std::uint32_t row : m_predecessorRows[unit])
        out.push_back(&m_successions[row]);
    return out;
}

std::vector<std::string> Gazetteer::aliasesOf(UnitIndex unit) const {
    std::vector<std::string> out;
    for (const auto& [index, alias] : m_aliases)
        if (index == unit)
            out.push_back(alias);
    return out;
}

UnitIndex Gazetteer::lowestCommon(std::span<const UnitIndex> units, Date date) const {
    if (units.size() < 2)
        return units.empty() ? noUnit : units.front();
    const auto chain = [&](UnitIndex unit) {
        std::vector<UnitIndex> out;
        for (; unit != noUnit; unit = parentAt(unit, date))
            out.push_back(unit);
        return out;
    };
    std::vector<UnitIndex> common = chain(units.front());
    for (const UnitIndex unit : units.subspan(1)) {
        const std::vector<UnitIndex> other = chain(unit);
        std::erase_if(common, [&](UnitIndex candidate) {
            return std::find(other.begin(), other.end(), candidate) == other.end();
        });
    }
    return common.empty() ? noUnit : common.front();
}

std::string Gazetteer::describe(UnitIndex unit, Date date) const {
    std::string out;
    for (; unit != noUnit; unit = parentAt(unit, date))
        out += (out.empty() ? "" : ", ") + m_units[unit].fullName();
    return out;
}

} // namespace terroir::gazetteer
