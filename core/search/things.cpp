#include "core/search/things.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace terroir::search {

namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;
using records::Record;

struct TypeNames {
    const char* type;
    std::array<const char*, 3> others;
};
/// Ways to write a type that are not beginnings of its words.
constexpr TypeNames typeNames[] = {
    {"thành phố", {"TP", "city", ""}},
    {"tỉnh", {"province", "", ""}},
    {"huyện", {"district", "", ""}},
    {"quận", {"district", "", ""}},
    {"thị xã", {"TX", "town", ""}},
    {"xã", {"commune", "", ""}},
    {"phường", {"ward", "", ""}},
    {"thị trấn", {"TT", "TTr", "township"}},
    {"đặc khu", {"ĐK", "special zone", ""}},
};

class Collector {
public:
    Collector(const Gazetteer& gazetteer, std::span<const Record> records)
        : m_gazetteer(gazetteer), m_records(records) {}

    Things run(std::span<const records::Source> sources) {
        m_things.unitThings.resize(m_gazetteer.units().size());
        m_things.all.reserve(m_gazetteer.units().size());
        m_things.versions.reserve(m_gazetteer.units().size());
        addUnits();
        addRecordsOfUnits();
        addSubjects();
        addHolders();
        addSources(sources);
        m_things.names.finish();
        sortNames();
        return std::move(m_things);
    }

private:
    NameId name(std::string_view text) { return m_things.names.add(text); }

    // ---- units

    void addUnits() {
        for (UnitIndex i = 0; i < m_gazetteer.units().size(); ++i) {
            std::vector<UnitIndex> versions = m_gazetteer.versions(m_gazetteer.unit(i).code);
            if (versions.front() != i)
                continue; // with the first of its code
            while (!versions.empty()) {
                const UnitIndex first = versions.front();
                const auto end =
                    std::stable_partition(versions.begin(), versions.end(), [&](UnitIndex other) {
                        return isOneThing(m_gazetteer.unit(first), m_gazetteer.unit(other));
                    });
                addUnit({versions.begin(), end});
                versions.erase(versions.begin(), end);
            }
        }
        for (const auto& [unit, alias] : m_gazetteer.aliases())
            addName(m_things.all[m_things.unitThings[unit]], alias);
    }

    /// Versions that differ in extent only.
    bool isOneThing(const Unit& a, const Unit& b) const {
        const bool haveParents = a.parent != noUnit && b.parent != noUnit;
        return a.level == b.level && a.type == b.type && a.name == b.name &&
               (haveParents ? m_gazetteer.unit(a.parent).code == m_gazetteer.unit(b.parent).code
                            : a.parent == b.parent);
    }

    void addUnit(std::span<const UnitIndex> versions) {
        const Unit& unit = m_gazetteer.unit(versions.front());
        Thing thing;
        thing.level = unit.level;
        thing.name = name(unit.name);
        thing.surroundings = surroundingsOf(unit);
        thing.firstVersion = std::uint32_t(m_things.versions.size());
        thing.versionCount = std::uint32_t(versions.size());
        for (const UnitIndex version : versions) {
            m_things.versions.push_back({m_gazetteer.unit(version).valid, version});
            m_things.unitThings[version] = std::uint32_t(m_things.all.size());
        }
        m_things.all.push_back(std::move(thing));
    }

    std::uint32_t surroundingsOf(const Unit& unit) {
        const auto [entry, isNew] = m_unitSurroundings.try_emplace(
            {unit.type, unit.parent}, std::uint32_t(m_things.surroundings.size()));
        if (isNew) {
            std::set<NameId> names = parentNames(unit.parent);
            addType(names, unit.type);
            m_things.surroundings.emplace_back(names.begin(), names.end());
        }
        return entry->second;
    }

    void addType(std::set<NameId>& names, const std::string& type) {
        names.insert(name(type));
        for (const TypeNames& known : typeNames)
            if (type == known.type)
                for (const std::string_view other : known.others)
                    if (!other.empty())
                        names.insert(name(other));
    }

    /// With the names and types that the parents have had at other times.
    std::set<NameId> parentNames(UnitIndex parent) {
        std::set<NameId> names;
        if (parent == noUnit)
            return names;
        for (const UnitIndex version : m_gazetteer.versions(m_gazetteer.unit(parent).code)) {
            const Unit& unit = m_gazetteer.unit(version);
            if (unit.level != m_gazetteer.unit(parent).level)
                continue;
            names.insert(name(unit.name));
            addType(names, unit.type);
            if (unit.parent != noUnit)
                names.merge(parentNames(unit.parent));
        }
        return names;
    }

    void addRecordsOfUnits() {
        for (std::uint32_t i = 0; i < m_records.size(); ++i)
            for (const records::Place& place : m_records[i].places)
                if (const UnitIndex unit = m_gazetteer.find(place.uid); unit != noUnit)
                    addRecord(m_things.all[m_things.unitThings[unit]], i);
    }

    // ---- records

    void addSubjects() {
        for (std::uint32_t i = 0; i < m_records.size(); ++i)
            for (const std::string& subject : m_records[i].subjects) {
                Thing& thing = recordThing(Kind::Subject, subject);
                addRecord(thing, i);
                addName(thing, m_records[i].subjectAsWritten);
            }
        finishRecordThings();
    }

    void addHolders() {
        for (std::uint32_t i = 0; i < m_records.size(); ++i)
            if (!m_records[i].holder.empty())
                addRecord(recordThing(Kind::Holder, m_records[i].holder), i);
        finishRecordThings();
    }

    void addSources(std::span<const records::Source> sources) {
        for (std::uint32_t i = 0; i < sources.size(); ++i) {
            const records::Source& source = sources[i];
            Thing thing;
            thing.kind = Kind::Source;
            thing.source = i;
            thing.name = name(source.title);
            addName(thing, source.id);
            addName(thing, source.number);
            for (std::uint32_t record = 0; record < m_records.size(); ++record)
                if (m_records[record].source == source.id)
                    addRecord(thing, record);
            thing.surroundings = std::uint32_t(m_things.surroundings.size());
            m_things.surroundings.push_back(
                {name(source.issuer), name(source.territory), name(source.date)});
            m_things.all.push_back(std::move(thing));
            SourceLine line;
            for (const std::string& part : {source.issuer, source.number, source.date})
                if (!part.empty())
                    line.text += (line.text.empty() ? "" : " · ") + part;
            m_things.sources.push_back(std::move(line));
        }
    }

    Thing& recordThing(Kind kind, const std::string& text) {
        const auto [entry, isNew] = m_byName.try_emplace(text, m_things.all.size());
        if (isNew) {
            Thing thing;
            thing.kind = kind;
            thing.name = name(text);
            m_things.all.push_back(std::move(thing));
        }
        return m_things.all[entry->second];
    }

    void finishRecordThings() {
        for (const auto& [text, index] : m_byName) {
            Thing& thing = m_things.all[index];
            std::set<NameId> around;
            std::set<std::string_view> communes;
            for (const std::uint32_t record : thing.records) {
                addKind(thing, around, m_records[record]);
                addCommunes(communes, m_records[record]);
            }
            thing.communes = std::uint32_t(communes.size());
            thing.surroundings = std::uint32_t(m_things.surroundings.size());
            m_things.surroundings.emplace_back(around.begin(), around.end());
        }
        m_byName.clear();
    }

    void addKind(Thing& thing, std::set<NameId>& around, const Record& record) {
        const records::KindInfo* kind = records::findKind(record.kind);
        if (kind == nullptr)
            return;
        if (std::find(thing.kinds.begin(), thing.kinds.end(), kind) == thing.kinds.end())
            thing.kinds.push_back(kind);
        around.insert({name(kind->name.vi), name(kind->name.en)});
        if (const records::CategoryInfo* category =
                records::findCategory(record.kind, record.category))
            around.insert({name(category->name.vi), name(category->name.en)});
    }

    void addCommunes(std::set<std::string_view>& communes, const Record& record) const {
        for (const records::Place& place : record.places)
            if (const UnitIndex unit = m_gazetteer.find(place.uid);
                unit != noUnit && m_gazetteer.unit(unit).level == Level::Commune &&
                place.role != records::PlaceRole::NameComponent)
                communes.insert(place.uid);
    }

    // ---- both

    void addName(Thing& thing, const std::string& text) {
        const NameId id = text.empty() ? thing.name : name(text);
        if (id != thing.name && std::find(thing.otherNames.begin(), thing.otherNames.end(), id) ==
                                    thing.otherNames.end())
            thing.otherNames.push_back(id);
    }

    static void addRecord(Thing& thing, std::uint32_t record) {
        if (thing.records.empty() || thing.records.back() != record)
            thing.records.push_back(record);
    }

    void sortNames() {
        const NameTable& names = m_things.names;
        std::vector<std::pair<std::string, NameId>> keys(names.size());
        for (NameId id = 0; id < keys.size(); ++id)
            keys[id] = {text::sortKey(names.text(id)), id};
        std::sort(keys.begin(), keys.end());
        m_things.alphabetical.resize(keys.size());
        for (std::uint32_t place = 0; place < keys.size(); ++place)
            m_things.alphabetical[keys[place].second] = place;
    }

    const Gazetteer& m_gazetteer;
    std::span<const Record> m_records;
    Things m_things;
    std::map<std::pair<std::string, UnitIndex>, std::uint32_t> m_unitSurroundings;
    std::map<std::string, std::size_t> m_byName; ///< subjects, then holders
};

} // namespace

Things collectThings(const Gazetteer& gazetteer, std::span<const Record> records,
                     std::span<const records::Source> sources) {
    return Collector(gazetteer, records).run(sources);
}

} // namespace terroir::search
