#include "core/figures/layer_classes.hpp"

#include "core/base/number.hpp"
#include "core/figures/decimals.hpp"
#include "core/records/selection.hpp"
#include "core/records/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace terroir::figures {

namespace {

constexpr int maxDecimals = 4;

/// Borders moved down to the precision of the values, so that a class of counts reads "> 2 – 5" and
/// not "> 2,33 – 5,67". No value lies between a border and the one it becomes.
classify::Breaks atPrecision(const classify::Breaks& breaks, int decimals) {
    const double scale = std::pow(10.0, decimals);
    classify::Breaks moved;
    for (const double border : breaks.borders) {
        const double kept =
            hasDecimals(border, decimals) ? border : std::floor(border * scale) / scale;
        if (moved.borders.size() < 2 || kept > moved.borders.back())
            moved.borders.push_back(kept);
    }
    return moved;
}

/// So many decimals, `most` or fewer, that a class is about ten of their steps wide.
int fewDecimals(const classify::Breaks& breaks, int most) {
    if (breaks.count() == 0 || breaks.borders.back() <= breaks.borders.front())
        return most;
    const double width = (breaks.borders.back() - breaks.borders.front()) / double(breaks.count());
    return std::clamp(int(std::ceil(1 - std::log10(width))), 0, most);
}

/// Borders with few decimals: each is moved to the nearest number with `fewest`, or with more where
/// values lie closer. No value changes its class.
classify::Breaks tidied(const classify::Breaks& breaks, std::vector<double> values, int fewest) {
    if (breaks.count() == 0 || breaks.borders.back() <= breaks.borders.front())
        return breaks;
    std::sort(values.begin(), values.end());
    const auto isKept = [&](double border, double moved) {
        const auto next = std::upper_bound(values.begin(), values.end(), border);
        return (next == values.begin() || *(next - 1) <= moved) &&
               (next == values.end() || moved < *next);
    };
    const double first = std::pow(10.0, fewest);
    classify::Breaks tidy{{std::floor(breaks.borders.front() * first) / first}};
    for (std::size_t i = 1; i < breaks.borders.size(); ++i) {
        const double border = breaks.borders[i];
        std::optional<double> found;
        for (int decimals = fewest; decimals <= maxDecimals && !found; ++decimals) {
            const double scale = std::pow(10.0, decimals);
            for (const double moved :
                 {std::round(border * scale) / scale, std::ceil(border * scale) / scale,
                  std::floor(border * scale) / scale})
                if (!found && isKept(border, moved) && moved > tidy.borders.back())
                    found = moved;
        }
        tidy.borders.push_back(found.value_or(border));
    }
    return tidy;
}

/// How the limits of a class are written. Whole numbers say from where to where: "1 – 4", "5 – 8";
/// others who owns a border: "> 2,5 – 5,0".
struct LimitWords {
    Language language = Language::Vietnamese;
    int decimals = 0;
    bool areWhole = false;
    bool areGiven = false; ///< then as a person wrote them: "> 1 – 3,5"
    bool anyNegative = false; ///< then with a word between them, not a second dash

    std::string number(double value) const {
        return areGiven ? formatNumber(value, language, decimals)
                        : formatFixed(value, language, decimals);
    }
    std::string interval(double low, double high, bool isFirst) const {
        const double least = areWhole && !isFirst ? low + 1 : low;
        if (least >= high)
            return number(high);
        const char* between = !anyNegative ? "–" : language == Language::English ? "to" : "đến";
        return fmt::format("{}{} {} {}", isFirst || areWhole ? "" : "> ", number(least), between,
                           number(high));
    }
};

/// Without the classes that have no value: the ground of each goes to the next one.
classify::Breaks withoutEmpty(const classify::Breaks& breaks, std::span<const double> values) {
    const std::vector<std::size_t> counts = classify::countPerClass(breaks, values);
    if (counts.empty())
        return breaks;
    classify::Breaks kept{{breaks.borders.front()}};
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            kept.borders.push_back(breaks.borders[i + 1]);
    return kept;
}

std::vector<double> ownValuesOf(const EvaluatedLayer& layer) {
    std::vector<double> values;
    if (layer.hasRates())
        for (const auto& [unit, rate] : layer.rates)
            values.push_back(rate.value);
    else
        for (const auto& [unit, cell] : layer.series.front().cells)
            values.push_back(cell.value);
    return values;
}

/// What is cut into classes: the figures of units, and those of groups.
std::vector<double> valuesOf(const EvaluatedLayer& layer) {
    std::vector<double> values = ownValuesOf(layer);
    for (const auto& [group, shared] : layer.shared)
        if (const std::optional<double> value = layer.classified(shared))
            values.push_back(*value);
    return values;
}

/// The one value of a class, when all its figures are equal.
std::optional<double> onlyValue(const EvaluatedClass& entry, bool first,
                                std::span<const double> values) {
    std::optional<double> only;
    for (const double value : values) {
        if (value > entry.high || (first ? value < entry.low : value <= entry.low))
            continue;
        if (only && *only != value)
            return std::nullopt;
        only = value;
    }
    return only;
}

/// The categories or subjects of one figure.
std::set<std::string> valuesOfCell(const figures::Cell& cell, const std::string& by,
                                   const records::CompactRecords& records) {
    if (by == "subject")
        return {cell.subjects.begin(), cell.subjects.end()};
    std::set<std::string> values;
    for (const std::size_t index : cell.records)
        if (!records.category(index).empty())
            values.emplace(records.category(index));
    return values;
}

/// Position in the legend: known values in the order of the theme, others after them.
std::size_t rankOf(const std::string& value, const std::vector<theme::CategoryValue>& known) {
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const auto& entry) { return entry.value == value; });
    return std::size_t(found - known.begin());
}

using Combination = std::vector<std::string>; ///< values of one unit, in legend order

/// Single values first, in legend order; then combinations, the smaller first.
struct LegendOrder {
    const std::vector<theme::CategoryValue>& known;
    bool operator()(const Combination& a, const Combination& b) const {
        if (a.size() != b.size())
            return a.size() < b.size();
        for (std::size_t i = 0; i < a.size(); ++i) {
            const auto rankA = rankOf(a[i], known), rankB = rankOf(b[i], known);
            if (rankA != rankB)
                return rankA < rankB;
            if (a[i] != b[i])
                return a[i] < b[i];
        }
        return false;
    }
};

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : " + ") + part;
    return text;
}

std::string labelOfCombination(const Combination& combination, const theme::Layer& layer,
                               Language language) {
    const std::size_t whole = rankOf(joined(combination), layer.values);
    if (whole < layer.values.size())
        return layer.values[whole].label.in(language);
    std::vector<std::string> labels;
    for (const std::string& value : combination) {
        const std::size_t rank = rankOf(value, layer.values);
        if (rank < layer.values.size())
            labels.push_back(layer.values[rank].label.in(language));
        else if (layer.categoryBy == "subject")
            labels.push_back(value);
        else
            labels.push_back(
                records::categoryName(value, layer.series.front().selection.kinds).in(language));
    }
    return joined(labels);
}

/// The next colour of the palette that neither the theme nor an earlier legend entry uses; from the
/// start again when all are used.
Colour unusedColour(const theme::Layer& layer, const std::vector<EvaluatedClass>& entries) {
    const theme::Palette& palette = theme::findPalette(layer.palette);
    for (const Colour& colour : palette.colours) {
        const auto same = [&](const auto& entry) { return entry.colour == colour; };
        if (std::none_of(layer.values.begin(), layer.values.end(), same) &&
            std::none_of(entries.begin(), entries.end(), same))
            return colour;
    }
    return palette.colours[entries.size() % palette.colours.size()];
}

} // namespace

namespace {

/// Two of three figures and more in one class of breaks that were given for other figures. Classes
/// with words of their own mean what the words say.
bool tellNothingApart(const theme::Classes& given, const std::vector<double>& values) {
    constexpr std::size_t fewest = 5;
    if (values.size() < fewest ||
        std::any_of(given.labels.begin(), given.labels.end(),
                    [](const LocalText& label) { return !label.vi.empty(); }) ||
        std::equal(values.begin() + 1, values.end(), values.begin()))
        return false;
    const auto counts = classify::countPerClass(
        classify::classify(values, "given", given.count, given.breaks), values);
    return !counts.empty() &&
           3 * *std::max_element(counts.begin(), counts.end()) > 2 * values.size();
}

/// Half of the classes on each side of zero, and one of no change between them where there is any.
classify::Breaks cutAroundZero(const theme::Classes& wanted, const std::vector<double>& values,
                               int decimals) {
    std::vector<double> below, above;
    for (const double value : values)
        if (value != 0)
            (value < 0 ? below : above).push_back(value);
    const bool hasZero = below.size() + above.size() < values.size();
    const std::size_t count = std::max<std::size_t>(1, wanted.count / 2);
    const auto cutSide = [&](const std::vector<double>& side) {
        const classify::Breaks exact = classify::classify(side, wanted.method, count);
        return withoutEmpty(tidied(exact, values, fewDecimals(exact, decimals)), side).borders;
    };
    classify::Breaks breaks;
    if (!below.empty()) {
        breaks.borders = cutSide(below);
        if (!hasZero)
            breaks.borders.back() = 0;
    }
    if (hasZero || breaks.borders.empty())
        breaks.borders.push_back(0);
    if (hasZero && below.empty())
        breaks.borders.push_back(0);
    if (!above.empty()) {
        const std::vector<double> borders = cutSide(above);
        breaks.borders.insert(breaks.borders.end(), borders.begin() + 1, borders.end());
    }
    return breaks;
}

classify::Breaks cut(const EvaluatedLayer& layer, const theme::Classes& wanted,
                     const std::vector<double>& values) {
    if (layer.layer->type == theme::LayerType::Change && wanted.method != "given")
        return values.empty() ? classify::Breaks()
                              : cutAroundZero(wanted, values, layer.rateDecimals);
    if (!layer.hasRates() || wanted.method == "given")
        return cutFigures(wanted, values, layer.decimals.value_or(maxDecimals));
    const classify::Breaks exact =
        classify::classify(values, wanted.method, wanted.count, wanted.breaks);
    return withoutEmpty(tidied(exact, values, fewDecimals(exact, layer.rateDecimals)), values);
}

/// The class of Change that holds nothing but no change, when there is one.
std::optional<std::size_t> unchangedClass(const EvaluatedLayer& layer,
                                          const std::vector<double>& values, bool areGiven) {
    if (layer.layer->type != theme::LayerType::Change || areGiven ||
        std::find(values.begin(), values.end(), 0) == values.end())
        return std::nullopt;
    return layer.breaks.classOf(0);
}

/// A diverging palette has its middle at zero where there are figures on both sides of it, and for
/// changes always.
std::vector<Colour> coloursOf(const EvaluatedLayer& layer, std::optional<std::size_t> unchanged) {
    const theme::Palette& palette = theme::findPalette(layer.layer->palette);
    const std::vector<double>& borders = layer.breaks.borders;
    const std::size_t count = layer.breaks.count();
    const bool isAroundZero = layer.layer->type == theme::LayerType::Change ||
                              (count > 0 && borders.front() < 0 && borders.back() > 0);
    if (palette.kind != theme::PaletteKind::Diverging || !isAroundZero || count == 0)
        return theme::sample(palette, count);
    if (unchanged)
        return theme::sampleAround(palette, *unchanged, true, count - *unchanged - 1);
    const auto below = std::size_t(
        std::count_if(borders.begin() + 1, borders.end(), [](double high) { return high <= 0; }));
    const auto above = std::size_t(
        std::count_if(borders.begin(), borders.end() - 1, [](double low) { return low >= 0; }));
    return theme::sampleAround(palette, below, below + above < count, above);
}

} // namespace

classify::Breaks cutFigures(const theme::Classes& wanted, const std::vector<double>& values,
                            int decimals) {
    const classify::Breaks exact =
        classify::classify(values, wanted.method, wanted.count, wanted.breaks);
    if (wanted.method == "given")
        return exact;
    const std::optional<int> precision = decimalsOf(values);
    return withoutEmpty(precision && *precision <= decimals ? atPrecision(exact, *precision)
                                                            : tidied(exact, values, decimals),
                        values);
}

std::vector<std::string> limitsInWords(const classify::Breaks& breaks,
                                       const std::vector<double>& values, bool areGiven,
                                       Language language) {
    const int decimals = decimalsOf(breaks.borders).value_or(maxDecimals);
    const LimitWords words{language, decimals, decimalsOf(values) == 0 && decimals == 0, areGiven,
                           breaks.count() > 0 && breaks.borders.front() < 0};
    std::vector<std::string> limits;
    for (std::size_t i = 0; i < breaks.count(); ++i)
        limits.push_back(words.interval(breaks.borders[i], breaks.borders[i + 1], i == 0));
    return limits;
}

void setClasses(EvaluatedLayer& layer, Language language) {
    const std::vector<double> values = valuesOf(layer);
    theme::Classes wanted = layer.layer->classes;
    layer.isCutAnew = wanted.method == "given" && tellNothingApart(wanted, values);
    if (layer.isCutAnew)
        wanted = {"jenks", wanted.count, {}, {}, {}};
    layer.breaks = cut(layer, wanted, values);
    const bool given = wanted.method == "given";
    const bool rates = layer.hasRates();
    const int decimals = decimalsOf(layer.breaks.borders).value_or(maxDecimals);
    const std::vector<std::size_t> counts =
        classify::countPerClass(layer.breaks, ownValuesOf(layer));
    const auto unchanged = unchangedClass(layer, values, given);
    const std::vector<Colour> colours = given && wanted.colours.size() == counts.size()
                                            ? wanted.colours
                                            : coloursOf(layer, unchanged);
    layer.hasUnchanged = unchanged.has_value();
    const bool worded = given && wanted.labels.size() == counts.size();
    const LimitWords words{language, decimals, decimalsOf(values) == 0 && decimals == 0 && !rates,
                           given, layer.breaks.count() > 0 && layer.breaks.borders.front() < 0};
    layer.classes.clear();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        EvaluatedClass entry{
            layer.breaks.borders[i], layer.breaks.borders[i + 1], colours[i], "", counts[i], 0};
        entry.label = words.interval(entry.low, entry.high, i == 0);
        if (worded && !wanted.labels[i].in(language).empty())
            entry.label = wanted.labels[i].in(language);
        if (unchanged == i)
            entry.label = language == Language::English ? "no change" : "không đổi";
        layer.classes.push_back(std::move(entry));
    }
    if (given || unchanged)
        return;
    std::vector<double> only; // where every class has one value, as where there are few figures
    for (const EvaluatedClass& entry : layer.classes)
        if (const auto value = onlyValue(entry, &entry == &layer.classes.front(), values))
            only.push_back(*value);
    if (only.size() == layer.classes.size())
        for (std::size_t i = 0; i < only.size(); ++i)
            layer.classes[i].label =
                formatFixed(only[i], language, decimalsOf(only).value_or(maxDecimals));
}

void setCategories(EvaluatedLayer& layer, const records::CompactRecords& records,
                   Language language) {
    const theme::Layer& style = *layer.layer;
    struct Bearers {
        std::vector<gazetteer::UnitIndex> units;
        std::vector<SharedFigures*> groups;
    };
    std::map<Combination, Bearers, LegendOrder> bearersOf(LegendOrder{style.values});
    const auto combinationOf = [&](const figures::Cell& cell) {
        const std::set<std::string> values = valuesOfCell(cell, style.categoryBy, records);
        Combination combination(values.begin(), values.end());
        std::stable_sort(combination.begin(), combination.end(), [&](const auto& a, const auto& b) {
            return rankOf(a, style.values) < rankOf(b, style.values);
        });
        return combination;
    };
    for (const auto& [unit, cell] : layer.series.front().cells)
        if (Combination combination = combinationOf(cell); !combination.empty())
            bearersOf[std::move(combination)].units.push_back(unit);
    for (auto& [group, shared] : layer.shared)
        if (shared.cells.front())
            if (Combination combination = combinationOf(*shared.cells.front());
                !combination.empty())
                bearersOf[std::move(combination)].groups.push_back(&shared);
    for (const auto& [combination, bearers] : bearersOf) {
        for (const gazetteer::UnitIndex unit : bearers.units)
            layer.categoryOf[unit] = layer.categories.size();
        for (SharedFigures* group : bearers.groups)
            group->category = layer.categories.size();
        EvaluatedClass entry;
        entry.label = labelOfCombination(combination, style, language);
        const std::size_t rank = rankOf(joined(combination), style.values);
        entry.colour = rank < style.values.size() ? style.values[rank].colour
                                                  : unusedColour(style, layer.categories);
        entry.count = bearers.units.size();
        layer.categories.push_back(std::move(entry));
        layer.categoryKeys.push_back(joined(combination));
    }
}

std::size_t countWithoutData(const EvaluatedLayer& layer,
                             std::span<const gazetteer::UnitIndex> units) {
    return std::size_t(std::count_if(units.begin(), units.end(), [&](auto unit) {
        return !layer.hasData(unit) && !layer.filledBy.contains(unit);
    }));
}

std::optional<double> EvaluatedLayer::classified(gazetteer::UnitIndex unit) const {
    if (hasRates()) {
        const auto rate = rates.find(unit);
        return rate == rates.end() ? std::nullopt : std::optional(rate->second.value);
    }
    if (series.empty())
        return std::nullopt;
    const auto cell = series.front().cells.find(unit);
    return cell == series.front().cells.end() ? std::nullopt : std::optional(cell->second.value);
}

std::optional<double> EvaluatedLayer::classified(const SharedFigures& group) const {
    if (hasRates())
        return group.rate ? std::optional(group.rate->value) : std::nullopt;
    return !group.cells.empty() && group.cells.front() ? std::optional(group.cells.front()->value)
                                                       : std::nullopt;
}

bool EvaluatedLayer::hasData(const SharedFigures& group) const {
    if (hasRates())
        return group.rate.has_value();
    for (std::size_t i = 0; i < group.cells.size(); ++i)
        if (layer->series[i].places == records::PlaceUse::Locations && group.cells[i])
            return true;
    return false;
}

bool EvaluatedLayer::hasData(gazetteer::UnitIndex unit) const {
    if (hasRates())
        return rates.contains(unit);
    for (std::size_t i = 0; i < series.size(); ++i)
        if (layer->series[i].places == records::PlaceUse::Locations &&
            series[i].cells.contains(unit))
            return true;
    return false;
}

} // namespace terroir::figures
