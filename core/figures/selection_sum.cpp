#include "core/figures/selection_sum.hpp"

#include "core/figures/figure_table.hpp"
#include "core/figures/page_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_set>

namespace terroir::figures {

namespace {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

/// The ground of the units: whether another one lies wholly in it.
class UnitsGround {
public:
    UnitsGround(const Figures& figures, Level level, std::span<const UnitIndex> units,
                const gazetteer::Gazetteer& gazetteer, Date asOf)
        : m_figures(figures), m_level(level), m_gazetteer(gazetteer), m_asOf(asOf),
          m_units(units.begin(), units.end()) {}

    bool has(UnitIndex unit) const { return m_units.contains(unit); }

    bool holds(UnitIndex place) const {
        if (const UnitIndex own = m_gazetteer.ancestorAt(place, m_level, m_asOf); own != noUnit)
            return has(own);
        const Level above = m_gazetteer.unit(place).level;
        bool isAny = false;
        for (const UnitIndex unit : m_figures.units) {
            if (m_gazetteer.ancestorAt(unit, above, m_asOf) != place)
                continue;
            if (!has(unit))
                return false;
            isAny = true;
        }
        return isAny;
    }

    bool touches(UnitIndex place) const {
        if (const UnitIndex own = m_gazetteer.ancestorAt(place, m_level, m_asOf); own != noUnit)
            return has(own);
        const Level above = m_gazetteer.unit(place).level;
        return std::any_of(m_units.begin(), m_units.end(), [&](UnitIndex unit) {
            return m_gazetteer.ancestorAt(unit, above, m_asOf) == place;
        });
    }

private:
    const Figures& m_figures;
    Level m_level;
    const gazetteer::Gazetteer& m_gazetteer;
    Date m_asOf;
    std::unordered_set<UnitIndex> m_units;
};

template <class Each>
void forEachSeries(const EvaluatedTheme& evaluated, Each each) {
    for (const EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            each(layer, i);
}

UnitsSum sumOf(const EvaluatedTheme& evaluated, const EvaluatedLayer& layer, std::size_t series,
               std::span<const UnitIndex> units, const gazetteer::Gazetteer& gazetteer) {
    return sumOver(layer.series[series], layer.layer->series[series].measure, evaluated.level,
                   units, gazetteer, evaluated.asOf);
}

LocalText leftOutWords(const UnitsSum& sum) {
    if (sum.leftOut == 0)
        return {};
    const char* const vi = "số liệu chung với nơi khác hoặc chưa rõ nơi không cộng";
    const char* const en = sum.leftOut == 1
                               ? "figure shared with other places or of no known place is not added"
                               : "figures shared with other places or of no known place are not "
                                 "added";
    return {fmt::format("{} {}", sum.leftOut, vi), fmt::format("{} {}", sum.leftOut, en)};
}

} // namespace

UnitsSum sumOver(const Figures& figures, records::Measure measure, Level level,
                 std::span<const UnitIndex> units, const gazetteer::Gazetteer& gazetteer,
                 Date asOf) {
    const UnitsGround ground(figures, level, units, gazetteer, asOf);
    const bool isSubjects = records::countsNames(measure);
    UnitsSum sum;
    std::set<std::string_view> subjects;
    const auto add = [&](double value, const std::vector<std::string>& of, bool lowerBound,
                         bool approximate) {
        if (isSubjects)
            subjects.insert(of.begin(), of.end());
        else
            sum.value += value;
        sum.lowerBound = sum.lowerBound || lowerBound;
        sum.approximate = sum.approximate || approximate;
    };
    for (const auto& [unit, cell] : figures.cells)
        if (ground.has(unit)) {
            ++sum.units;
            add(cell.value, cell.subjects, cell.lowerBound, cell.approximate);
        }
    for (const NotAttributed& entry : figures.notAttributed) {
        using Reason = NotAttributed::Reason;
        const bool isInside = entry.reason != Reason::PartlyOutside &&
                              entry.reason != Reason::Unresolved && !entry.places.empty() &&
                              std::all_of(entry.places.begin(), entry.places.end(),
                                          [&](UnitIndex place) { return ground.holds(place); });
        if (isInside) {
            ++sum.shared;
            add(entry.value, entry.subjects, entry.lowerBound, entry.approximate);
        } else if (std::any_of(entry.places.begin(), entry.places.end(),
                               [&](UnitIndex place) { return ground.touches(place); })) {
            ++sum.leftOut;
        }
    }
    if (isSubjects)
        sum.value = double(subjects.size());
    return sum;
}

std::vector<std::string> sumLines(const EvaluatedTheme& evaluated, std::span<const UnitIndex> units,
                                  const gazetteer::Gazetteer& gazetteer) {
    const PageWords words(evaluated, gazetteer);
    const Language language = evaluated.language;
    std::vector<std::string> lines;
    forEachSeries(evaluated, [&](const EvaluatedLayer& layer, std::size_t i) {
        const UnitsSum sum = sumOf(evaluated, layer, i, units, gazetteer);
        const LocalText left = leftOutWords(sum);
        if (!sum.hasFigure() && sum.leftOut == 0)
            return;
        const std::string number =
            sum.hasFigure()
                ? words.withUnit(words.amount(layer, sum.value, sum.lowerBound, sum.approximate),
                                 sum.value,
                                 unitOf(layer.series[i], layer.layer->series[i], language))
                : words.noData();
        lines.push_back(fmt::format("{}: {}", layer.layer->series[i].label.in(language), number) +
                        (left.vi.empty() ? "" : " (" + left.in(language) + ")"));
    });
    if (lines.empty())
        lines.push_back(words.noData());
    return lines;
}

std::string selectedCount(const EvaluatedTheme& evaluated, std::size_t units,
                          const gazetteer::Gazetteer& gazetteer) {
    return PageWords(evaluated, gazetteer).unitCount(units);
}

Table unitsTable(const EvaluatedTheme& evaluated, std::span<const UnitIndex> units,
                 const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& records,
                 std::span<const records::Source> sources) {
    Table table = figureTable(evaluated, gazetteer, records, sources);
    std::vector<std::vector<Value>> rows;
    for (std::size_t i = 0; i < evaluated.units.size(); ++i)
        if (std::find(units.begin(), units.end(), evaluated.units[i]) != units.end())
            rows.push_back(std::move(table.rows[i]));
    constexpr std::size_t firstFigure = 5, behindFigures = 3; // mark, sources, note
    std::vector<Value> total(table.columns.size());
    total.front() = std::string("total");
    std::string marks, notes;
    std::size_t column = firstFigure;
    const bool isOne = table.columns.size() == firstFigure + 1 + behindFigures;
    forEachSeries(evaluated, [&](const EvaluatedLayer& layer, std::size_t i) {
        const UnitsSum sum = sumOf(evaluated, layer, i, units, gazetteer);
        const std::string& name = table.columns[column].name;
        const auto say = [&](std::string& words, const std::string& more) {
            words += (words.empty() ? "" : "; ") + (isOne ? more : name + " " + more);
        };
        if (sum.hasFigure())
            total[column] = sum.value;
        if (sum.lowerBound || sum.approximate)
            say(marks, sum.lowerBound ? "≥" : "~");
        if (const LocalText left = leftOutWords(sum); !left.vi.empty())
            say(notes, left.in(evaluated.language));
        column += layer.hasRates() && i + 1 == layer.series.size() ? 2 : 1;
    });
    const auto textOrNone = [](const std::string& text) {
        return text.empty() ? Value() : Value(text);
    };
    total[table.columns.size() - behindFigures] = textOrNone(marks);
    total.back() = textOrNone(notes);
    rows.push_back(std::move(total));
    table.rows = std::move(rows);
    return table;
}

} // namespace terroir::figures
