#include "core/figures/small_multiples.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/figures/layer_classes.hpp"
#include "core/figures/shared_figures.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace terroir::figures {

namespace {

using gazetteer::UnitIndex;
using theme::MultiplesBy;
using theme::MultipleTheme;

/// Of the theme with the figures of all years, each in its own.
std::vector<int> yearsOf(theme::Theme theme, const EvaluateTheme& evaluate) {
    for (theme::Layer& layer : theme.layers)
        for (theme::Series& series : layer.series)
            series.years = records::YearsRule::All;
    return evaluate(theme).years.years;
}

[[noreturn]] void refuseOne(const theme::Theme& theme, const LocalText& of) {
    throw UsageError(localText("Chủ đề '{}' chỉ có số liệu của một {} nên không chia thành nhiều "
                               "khung được. Hãy bỏ --small-multiples, hoặc chọn cách chia khác.",
                               "The theme '{}' has figures of one {} only, so there are no frames "
                               "to part it into. Leave --small-multiples out, or part it by "
                               "something else.",
                               theme.id, of));
}

/// Frames show the same ground, with figures or without.
void setUnits(EvaluatedTheme& evaluated, const EvaluatedTheme& whole) {
    evaluated.units = whole.units;
    evaluated.within = whole.within;
    for (EvaluatedLayer& layer : evaluated.layers) {
        for (Figures& figures : layer.series)
            figures.units = whole.units;
        layer.noData = countWithoutData(layer, whole.units);
    }
}

/// The layer at one place of all frames, with the figures of all of them, each under a number of
/// its own.
EvaluatedLayer pooled(std::span<const Multiple> frames, std::size_t index) {
    EvaluatedLayer all;
    const EvaluatedLayer& first = frames.front().evaluated.layers[index];
    all.layer = first.layer;
    all.decimals = first.decimals;
    all.rateDecimals = first.rateDecimals;
    all.rateScale = first.rateScale;
    all.series.resize(first.series.size());
    UnitIndex next = 0;
    for (const Multiple& frame : frames) {
        const EvaluatedLayer& layer = frame.evaluated.layers[index];
        all.rateDecimals = std::max(all.rateDecimals, layer.rateDecimals);
        if (all.decimals && layer.decimals)
            all.decimals = std::max(*all.decimals, *layer.decimals);
        const auto add = [&](const Cell& cell, const Rate* rate) {
            all.series.front().cells[next] = cell;
            if (rate != nullptr)
                all.rates[next] = *rate;
            ++next;
        };
        for (const auto& [unit, cell] : layer.series.front().cells) {
            const auto rate = layer.rates.find(unit);
            add(cell, rate == layer.rates.end() ? nullptr : &rate->second);
        }
        for (const auto& [group, shared] : layer.shared)
            if (shared.cells.front())
                add(*shared.cells.front(), shared.rate ? &*shared.rate : nullptr);
    }
    return all;
}

/// The classes of all, with the counts of this frame.
void setClassesOf(EvaluatedLayer& layer, const EvaluatedLayer& all) {
    layer.breaks = all.breaks;
    layer.classes = all.classes;
    layer.isCutAnew = all.isCutAnew;
    for (EvaluatedClass& entry : layer.classes)
        entry.count = entry.sharedCount = 0;
    for (const auto& [unit, cell] : layer.series.front().cells)
        if (const auto value = layer.classified(unit))
            if (const auto at = layer.breaks.classOf(*value))
                ++layer.classes[*at].count;
    layer.filledBy.clear();
    fillFromGroups(layer);
}

/// As UnitFills has it for one map.
bool isMostWithoutData(const EvaluatedTheme& evaluated) {
    std::size_t without = evaluated.units.size();
    for (const EvaluatedLayer& layer : evaluated.layers)
        without = std::min(without, layer.noData);
    return 2 * without > evaluated.units.size();
}

bool isAnyInSeveral(std::span<const Multiple> frames) {
    std::set<std::size_t> known;
    for (const Multiple& frame : frames) {
        std::set<std::size_t> own;
        for (const EvaluatedLayer& layer : frame.evaluated.layers)
            for (const Figures& figures : layer.series) {
                for (const auto& [unit, cell] : figures.cells)
                    own.insert(cell.records.begin(), cell.records.end());
                for (const NotAttributed& entry : figures.notAttributed)
                    own.insert(entry.records.begin(), entry.records.end());
            }
        for (const std::size_t record : own)
            if (!known.insert(record).second)
                return true;
    }
    return false;
}

/// One legend for all.
void makeAlike(std::vector<Multiple>& frames) {
    const bool isPale = std::any_of(frames.begin(), frames.end(), [](const Multiple& frame) {
        return isMostWithoutData(frame.evaluated);
    });
    for (Multiple& frame : frames)
        frame.evaluated.isNoDataPale = isPale;
    const Language language = frames.front().evaluated.language;
    for (std::size_t i = 0; i < frames.front().evaluated.layers.size(); ++i) {
        const theme::LayerType type = frames.front().evaluated.layers[i].layer->type;
        double largest = 0;
        for (const Multiple& frame : frames)
            largest = std::max(largest, frame.evaluated.layers[i].largestSymbol);
        std::optional<EvaluatedLayer> all;
        if (theme::hasClasses(type)) {
            all = pooled(frames, i);
            setClasses(*all, language);
        }
        for (Multiple& frame : frames) {
            frame.evaluated.layers[i].largestSymbol = largest;
            if (all)
                setClassesOf(frame.evaluated.layers[i], *all);
        }
    }
}

/// The largest that any frame has, for all; what the theme says stays.
void setDotValues(std::vector<MultipleTheme>& themes, std::span<const Multiple> frames) {
    for (std::size_t i = 0; i < themes.front().theme.layers.size(); ++i) {
        double value = 0;
        for (const Multiple& frame : frames)
            if (frame.evaluated.layers[i].dots.figures > 0)
                value = std::max(value, frame.evaluated.layers[i].dots.value);
        for (MultipleTheme& one : themes)
            if (theme::Layer& layer = one.theme.layers[i];
                layer.type == theme::LayerType::Dots && layer.dotValue <= 0)
                layer.dotValue = value;
    }
}

bool hasDots(const theme::Theme& theme) {
    return std::any_of(theme.layers.begin(), theme.layers.end(), [](const theme::Layer& layer) {
        return layer.type == theme::LayerType::Dots;
    });
}

std::vector<Multiple> evaluateAll(const std::vector<MultipleTheme>& themes,
                                  const EvaluateTheme& evaluate, const EvaluatedTheme& whole) {
    std::vector<Multiple> frames;
    frames.reserve(themes.size());
    for (const MultipleTheme& one : themes) {
        theme::Theme theme = one.theme;
        theme.within = whole.theme.within;
        frames.push_back({one.name, evaluate(theme)});
        setUnits(frames.back().evaluated, whole);
    }
    return frames;
}

/// Those that have figures, and no more than fit on a page: the last of the years, the first of the
/// kinds.
std::vector<MultipleTheme> shownOf(std::vector<MultipleTheme> themes, std::vector<Multiple>& frames,
                                   Multiples& made) {
    std::vector<MultipleTheme> kept;
    std::vector<Multiple> withFigures;
    for (std::size_t i = 0; i < themes.size(); ++i)
        if (frames[i].evaluated.hasFigures()) {
            kept.push_back(std::move(themes[i]));
            withFigures.push_back(std::move(frames[i]));
        }
    frames = std::move(withFigures);
    if (kept.size() <= theme::mostMultiples)
        return kept;
    const std::size_t left = kept.size() - theme::mostMultiples;
    const bool areYears = made.by == MultiplesBy::Years;
    std::vector<std::string> vi, en;
    for (std::size_t i = 0; i < left; ++i) {
        const LocalText& name = kept[areYears ? i : theme::mostMultiples + i].name;
        vi.push_back(name.vi);
        en.push_back(name.en);
    }
    made.leftOut = localText(
        "Không có khung: {}.", "Without a frame: {}.",
        LocalText{fmt::format("{}", fmt::join(vi, ", ")), fmt::format("{}", fmt::join(en, ", "))});
    const auto cut = [&](auto& list) {
        const auto first = list.begin() + std::ptrdiff_t(areYears ? 0 : theme::mostMultiples);
        list.erase(first, first + std::ptrdiff_t(left));
    };
    cut(kept);
    cut(frames);
    return kept;
}

/// By how many of their units have figures.
std::vector<UnitIndex> provincesOf(const EvaluatedTheme& whole,
                                   const gazetteer::Gazetteer& gazetteer) {
    std::map<UnitIndex, std::size_t> counts;
    for (const UnitIndex unit : whole.units) {
        const UnitIndex province =
            gazetteer.ancestorAt(unit, gazetteer::Level::Province, whole.asOf);
        if (province == gazetteer::noUnit)
            continue;
        std::size_t& count = counts[province];
        for (const EvaluatedLayer& layer : whole.layers)
            count += layer.hasData(unit) || layer.filledBy.contains(unit) ? 1 : 0;
        for (const EvaluatedLayer& layer : whole.layers)
            for (const auto& [group, shared] : layer.shared)
                count += group.front() == unit ? 1 : 0;
    }
    std::vector<UnitIndex> provinces;
    for (const auto& [province, count] : counts)
        if (count > 0)
            provinces.push_back(province);
    std::stable_sort(provinces.begin(), provinces.end(),
                     [&](UnitIndex a, UnitIndex b) { return counts[a] > counts[b]; });
    return provinces;
}

void setProvinces(Multiples& made, const theme::Theme& theme,
                  const gazetteer::Gazetteer& gazetteer) {
    made.provinces = provincesOf(made.whole, gazetteer);
    if (made.provinces.size() < 2)
        refuseOne(theme, {"tỉnh", "province"});
    if (made.provinces.size() > theme::mostMultiples) {
        std::vector<std::string> names;
        for (std::size_t i = theme::mostMultiples; i < made.provinces.size(); ++i)
            names.push_back(gazetteer.unit(made.provinces[i]).name);
        const std::string list = fmt::format("{}", fmt::join(names, ", "));
        made.leftOut = localText("Không có khung: {}.", "Without a frame: {}.", list);
        made.provinces.resize(theme::mostMultiples);
    }
    std::sort(made.provinces.begin(), made.provinces.end(), [&](UnitIndex a, UnitIndex b) {
        return gazetteer.unit(a).code < gazetteer.unit(b).code;
    });
}

} // namespace

Multiples multiplesOf(const theme::Theme& theme, MultiplesBy by, const EvaluateTheme& evaluate,
                      const gazetteer::Gazetteer& gazetteer) {
    Multiples made;
    made.by = by;
    std::vector<MultipleTheme> themes;
    if (by == MultiplesBy::Kinds)
        themes = themesOfKinds(theme);
    else if (by == MultiplesBy::Years)
        themes = themesOfYears(theme, yearsOf(theme, evaluate));
    made.whole = evaluate(theme);
    requireRecords(made.whole);
    if (by == MultiplesBy::Provinces) {
        setProvinces(made, theme, gazetteer);
        return made;
    }
    const LocalText of =
        by == MultiplesBy::Years ? LocalText{"năm", "year"} : LocalText{"loại", "kind"};
    if (themes.size() < 2)
        refuseOne(theme, of);
    made.frames = evaluateAll(themes, evaluate, made.whole);
    themes = shownOf(std::move(themes), made.frames, made);
    if (themes.size() < 2)
        refuseOne(theme, of);
    if (hasDots(theme)) {
        setDotValues(themes, made.frames);
        made.frames = evaluateAll(themes, evaluate, made.whole);
    }
    makeAlike(made.frames);
    if (by == MultiplesBy::Years && isAnyInSeveral(made.frames))
        made.inSeveral = {"Số liệu chung của nhiều năm có trong khung của từng năm.",
                          "Figures of several years together are in the frame of each."};
    for (Multiple& frame : made.frames)
        frame.name = {text::capitalize(frame.name.vi), text::capitalize(frame.name.en)};
    return made;
}

} // namespace terroir::figures
