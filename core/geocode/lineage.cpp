#include "core/geocode/lineage.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace terroir::geocode {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Succession;
using gazetteer::Unit;
using gazetteer::UnitIndex;

namespace {

constexpr double minShare = 0.05;

using Ids = std::vector<LineageId>;

void merge(Ids& into, const Ids& from) {
    into.insert(into.end(), from.begin(), from.end());
}

void sortUnique(Ids& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// Joins areas into one place over time, unless that would be in two places on one day: a town and
/// a commune of one name are two.
class Lives {
public:
    Lives(const gazetteer::Gazetteer& gazetteer, const std::vector<LineageId>& areaOf,
          std::size_t areas)
        : m_gazetteer(gazetteer), m_root(areas), m_units(areas) {
        std::iota(m_root.begin(), m_root.end(), LineageId(0));
        for (UnitIndex i = 0; i < areaOf.size(); ++i)
            m_units[areaOf[i]].push_back(i);
    }
    LineageId rootOf(LineageId area) const {
        while (m_root[area] != area)
            area = m_root[area];
        return area;
    }
    void join(LineageId a, LineageId b) {
        a = rootOf(a);
        b = rootOf(b);
        if (a == b)
            return;
        for (const UnitIndex left : m_units[a])
            for (const UnitIndex right : m_units[b]) {
                const Period &x = m_gazetteer.unit(left).valid, &y = m_gazetteer.unit(right).valid;
                if (x.from < y.to && y.from < x.to)
                    return;
            }
        m_root[a] = b;
        m_units[b].insert(m_units[b].end(), m_units[a].begin(), m_units[a].end());
    }

private:
    const gazetteer::Gazetteer& m_gazetteer;
    std::vector<LineageId> m_root;
    std::vector<std::vector<UnitIndex>> m_units;
};

} // namespace

void Lineage::Lists::add(std::span<const std::uint32_t> list) {
    values.insert(values.end(), list.begin(), list.end());
    begins.push_back(std::uint32_t(values.size()));
}

Lineage::Lineage(const gazetteer::Gazetteer& gazetteer, const NameIndex& names)
    : m_areaOf(gazetteer.units().size()) {
    const std::size_t count = gazetteer.units().size();
    const auto unit = [&](UnitIndex index) -> const Unit& { return gazetteer.unit(index); };

    std::vector<UnitIndex> order(count);
    std::iota(order.begin(), order.end(), UnitIndex(0));
    const auto key = [&](UnitIndex i) {
        return std::tuple(unit(i).level, std::string_view(unit(i).code), names.nameOf(i));
    };
    std::sort(order.begin(), order.end(),
              [&](UnitIndex a, UnitIndex b) { return key(a) < key(b); });
    LineageId areas = 0;
    for (std::size_t i = 0; i < count; ++i) {
        areas += i > 0 && key(order[i]) != key(order[i - 1]) ? 1 : 0;
        m_areaOf[order[i]] = areas;
    }
    ++areas;
    // A unit lives on in one of its own name under another code: in the one that it went into, or
    // the one that took its name, in its district, on the day on which it ended.
    Lives lives(gazetteer, m_areaOf, areas);
    // Under the same code its name may be spelt another way: M'Đrắk, since 2025 M'Drắk.
    const auto isOfOneName = [&](UnitIndex last, UnitIndex next) {
        return names.nameOf(last) == names.nameOf(next) ||
               (unit(last).code == unit(next).code &&
                text::fold(unit(last).name) == text::fold(unit(next).name));
    };
    for (const Succession& row : gazetteer.successions())
        if (isOfOneName(row.predecessor, row.successor) &&
            unit(row.predecessor).level == unit(row.successor).level &&
            row.areaShare.value_or(1) >= 0.5)
            lives.join(m_areaOf[row.predecessor], m_areaOf[row.successor]);
    const auto tookName = [&](const Unit& next, const Unit& last) {
        return next.valid.from == last.valid.to && next.level == last.level &&
               next.parent != noUnit && last.parent != noUnit &&
               unit(next.parent).code == unit(last.parent).code;
    };
    for (UnitIndex i = 0; i < count; ++i)
        for (const Bearer& other : names.bearers(names.names()[names.nameOf(i)]))
            if (!other.isAlias && tookName(unit(other.unit), unit(i)))
                lives.join(m_areaOf[i], m_areaOf[other.unit]);
    for (LineageId& area : m_areaOf)
        area = lives.rootOf(area);
    std::vector<Level> levelOf(areas);
    for (UnitIndex i = 0; i < count; ++i)
        levelOf[m_areaOf[i]] = unit(i).level;

    // Parents of the unit's own time: the recorded one is that of its last day, others of the same
    // code had another name or province meanwhile. Levels from above, so that parents are ready.
    std::vector<Ids> parents(count), ever;
    for (const Level level : {Level::Province, Level::District, Level::Commune})
        for (UnitIndex i = 0; i < count; ++i) {
            if (unit(i).level != level)
                continue;
            parents[i].push_back(m_areaOf[i]);
            const UnitIndex parent = unit(i).parent;
            if (parent == noUnit)
                continue;
            merge(parents[i], parents[parent]);
            for (const UnitIndex version : gazetteer.versions(unit(parent).code))
                if (version != parent && unit(version).level == unit(parent).level &&
                    unit(version).valid.from < unit(i).valid.to &&
                    unit(i).valid.from < unit(version).valid.to)
                    merge(parents[i], parents[version]);
            sortUnique(parents[i]);
        }
    for (UnitIndex i = 0; i < count; ++i)
        m_own.add(parents[i]);

    // Along the successions: a row leads from an earlier day to a later one, so one pass in each
    // direction in the order of days sees every chain of events.
    std::vector<const Succession*> rows;
    for (const Succession& row : gazetteer.successions())
        if (row.areaShare.value_or(1) >= minShare)
            rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Succession* a, const Succession* b) { return a->date < b->date; });
    std::vector<Ids> backward = parents;
    ever = std::move(parents);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        merge(ever[(*row)->predecessor], ever[(*row)->successor]);
        sortUnique(ever[(*row)->predecessor]);
    }
    for (const Succession* row : rows) {
        merge(backward[row->successor], backward[row->predecessor]);
        sortUnique(backward[row->successor]);
    }
    m_bits.resize(count);
    std::vector<Ids> named(areas);
    for (UnitIndex i = 0; i < count; ++i) {
        merge(ever[i], backward[i]);
        sortUnique(ever[i]);
        std::erase_if(ever[i], [&](LineageId area) {
            return area != m_areaOf[i] && levelOf[area] >= unit(i).level;
        });
        m_ever.add(ever[i]);
        for (const LineageId area : own(i))
            m_bits[i].first |= bitOf(area);
        for (const LineageId area : ever[i]) {
            m_bits[i].second |= bitOf(area);
            if (area != m_areaOf[i])
                named[area].push_back(names.nameOf(i));
        }
    }
    for (Ids& list : named) {
        sortUnique(list);
        m_names.add(list);
    }
}

} // namespace terroir::geocode
