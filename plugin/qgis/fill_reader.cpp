#include "plugin/qgis/fill_reader.hpp"

#include "core/records/vocabulary.hpp"
#include "plugin/qgis/class_labels.hpp"
#include "plugin/qgis/classified_renderer.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QRegularExpression>
#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbollayer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgssymbol.h>

#include <algorithm>
#include <cmath>

namespace terroir::qgis {

namespace {

/// Core's outline of filled areas.
const QColor plainOutline(110, 110, 110);
constexpr double plainOutlineMm = 0.2;

bool isSame(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

/// A filled area as core draws it, but for the colour.
bool isPlain(const QgsSymbol& symbol) {
    if (symbol.symbolLayerCount() != 1)
        return false;
    const auto* fill = dynamic_cast<const QgsSimpleFillSymbolLayer*>(symbol.symbolLayer(0));
    return fill != nullptr && fill->brushStyle() == Qt::SolidPattern &&
           fill->strokeStyle() == Qt::SolidLine && fill->strokeColor() == plainOutline &&
           isSame(fill->strokeWidth(), plainOutlineMm);
}

void saySymbols(const std::vector<const QgsSymbol*>& symbols, const ReadInto& into) {
    if (!std::all_of(symbols.begin(), symbols.end(),
                     [](const QgsSymbol* symbol) { return isPlain(*symbol); }))
        into.left += said("Nét viền, hoa văn và các lớp ký hiệu không giữ được trong chủ đề; chỉ "
                          "giữ màu của mỗi lớp.",
                          "Outlines, patterns and symbol layers cannot be kept in a theme; the "
                          "colour of each class is.");
}

struct Range {
    double low, high;
    QString label;
    const QgsSymbol* symbol;
};

/// Ascending, without the one for "no data".
std::vector<Range> rangesOf(const QgsGraduatedSymbolRenderer& renderer,
                            const ClassAttribute& attribute, const ReadInto& into) {
    std::vector<Range> ranges;
    bool areAllShown = true;
    for (const QgsRendererRange& range : renderer.ranges()) {
        if (attribute.noData && isSame(range.lowerValue(), *attribute.noData) &&
            isSame(range.upperValue(), *attribute.noData))
            continue;
        areAllShown = areAllShown && range.renderState();
        if (range.symbol() != nullptr)
            ranges.push_back(
                {range.lowerValue(), range.upperValue(), range.label(), range.symbol()});
    }
    std::stable_sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
        return a.low < b.low || (isSame(a.low, b.low) && a.high < b.high);
    });
    if (!areAllShown)
        into.left += said("Một chủ đề hiện mọi lớp: các lớp đang tắt sẽ hiện.",
                          "A theme shows all of its classes: those that are switched off, too.");
    return ranges;
}

/// The lower end of the first class and the upper end of each. Classes of a theme leave no gaps.
std::vector<double> breaksOf(const std::vector<Range>& ranges, const ReadInto& into) {
    std::vector<double> breaks{ranges.front().low};
    for (const Range& range : ranges) {
        const double before = breaks.back();
        if (breaks.size() > 1 && !isSame(range.low, before))
            into.left +=
                said("Giữa %1 và %2 có khoảng trống hoặc chồng lên nhau; trong chủ đề, lớp trên "
                     "bắt đầu ngay sau %1.",
                     "Between %1 and %2 classes leave a gap or overlap; in the theme the upper "
                     "one begins right after %1.")
                    .arg(before)
                    .arg(range.low);
        breaks.push_back(range.high);
    }
    return breaks;
}

/// Labels as core computes them for given breaks.
QStringList computedLabels(const std::vector<double>& breaks, Language language) {
    const theme::Classes classes{"given", breaks.size() - 1, breaks, {}, {}};
    const Classification computed =
        classified(breaks, classes, "YlGn", ColourOrder::LightToDark, language);
    QStringList labels;
    for (const figures::EvaluatedClass& entry : computed.classes)
        labels += toQt(entry.label);
    return labels;
}

const ShownClass* sameLimits(const std::vector<ShownClass>& before, const Range& range) {
    const auto found = std::find_if(before.begin(), before.end(), [&](const ShownClass& shown) {
        return isSame(shown.low, range.low) && isSame(shown.high, range.high);
    });
    return found == before.end() ? nullptr : &*found;
}

bool isUnchanged(const std::vector<Range>& ranges, const std::vector<ShownClass>& before) {
    if (ranges.size() != before.size())
        return false;
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (sameLimits(before, ranges[i]) != &before[i] ||
            withoutCount(ranges[i].label) != before[i].label ||
            colourText(colourOf(*ranges[i].symbol)) != before[i].colour)
            return false;
    return true;
}

/// The words that the theme gave a class so far.
LocalText knownLabel(const theme::Classes& classes, const std::vector<ShownClass>& before,
                     const ShownClass* shown) {
    if (shown == nullptr || classes.labels.size() != before.size())
        return {};
    return classes.labels[std::size_t(shown - before.data())];
}

} // namespace

Colour colourOf(const QgsSymbol& symbol) {
    const QColor colour = symbol.color();
    const double opacity = colour.alphaF() * symbol.opacity();
    return {static_cast<unsigned char>(colour.red()), static_cast<unsigned char>(colour.green()),
            static_cast<unsigned char>(colour.blue()),
            static_cast<unsigned char>(std::lround(opacity * 255))};
}

std::optional<ClassAttribute> readAttribute(const QString& expression) {
    static const QRegularExpression number(QStringLiteral(
        R"re(^\s*coalesce\(\s*"([^"]+)"\s*,\s*(-?[\d.]+(?:e[-+]?\d+)?)\s*\)\s*$)re"));
    static const QRegularExpression text(
        QStringLiteral(R"re(^\s*coalesce\(\s*"([^"]+)"\s*,\s*'([^']*)'\s*\)\s*$)re"));
    static const QRegularExpression column(QStringLiteral(R"re(^\s*(?:"([^"]+)"|(\w+))\s*$)re"));
    if (const auto match = number.match(expression); match.hasMatch())
        return ClassAttribute{match.captured(1), match.captured(2).toDouble(), std::nullopt};
    if (const auto match = text.match(expression); match.hasMatch())
        return ClassAttribute{match.captured(1), std::nullopt, match.captured(2)};
    if (const auto match = column.match(expression); match.hasMatch())
        return ClassAttribute{match.captured(1) + match.captured(2), std::nullopt, std::nullopt};
    return std::nullopt;
}

void readGraduated(const QgsGraduatedSymbolRenderer& renderer, const ClassAttribute& attribute,
                   const ReadInto& into) {
    const std::vector<Range> ranges = rangesOf(renderer, attribute, into);
    if (ranges.empty())
        return;
    std::vector<const QgsSymbol*> symbols;
    for (const Range& range : ranges)
        symbols.push_back(range.symbol);
    saySymbols(symbols, into);
    if (isUnchanged(ranges, into.before))
        return;
    theme::Classes classes;
    classes.method = "given";
    classes.breaks = breaksOf(ranges, into);
    classes.count = ranges.size();
    const QStringList computed = computedLabels(classes.breaks, into.language);
    const theme::Classes& old = into.layer.classes;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const Range& range = ranges[i];
        const ShownClass* before = sameLimits(into.before, range);
        const LabelReading label =
            readLabel(range.label, range.low, range.high, computed.value(int(i)), before,
                      knownLabel(old, into.before, before), into.language);
        if (label.isOutdated)
            into.left +=
                said("Chữ \"%1\" ghi số khác với lớp %2 nên được thay bằng số của lớp.",
                     "The label \"%1\" names other numbers than its class %2 has, and gives way "
                     "to those.")
                    .arg(range.label, computed.value(int(i)));
        classes.colours.push_back(colourOf(*range.symbol));
        classes.labels.push_back(label.own);
    }
    if (std::all_of(classes.labels.begin(), classes.labels.end(),
                    [](const LocalText& label) { return label == LocalText(); }))
        classes.labels.clear();
    into.layer.classes = std::move(classes);
}

namespace {

struct Category {
    QString key, label;
    const QgsSymbol* symbol;
};

std::vector<Category> categoriesOf(const QgsCategorizedSymbolRenderer& renderer,
                                   const ClassAttribute& attribute, const ReadInto& into) {
    std::vector<Category> categories;
    bool areAllShown = true;
    for (const QgsRendererCategory& category : renderer.categories()) {
        const QVariant value = category.value();
        if (value.userType() == QMetaType::QVariantList) {
            into.left += said("Lớp \"%1\" gộp nhiều giá trị; chủ đề cần mỗi giá trị một lớp.",
                              "The class \"%1\" joins several values; a theme has one for each.")
                             .arg(category.label());
            continue;
        }
        const QString key = value.toString();
        if (key.isEmpty() || (attribute.noText && key == *attribute.noText) ||
            category.symbol() == nullptr)
            continue;
        areAllShown = areAllShown && category.renderState();
        categories.push_back({key, category.label(), category.symbol()});
    }
    if (!areAllShown)
        into.left += said("Một chủ đề hiện mọi lớp: các lớp đang tắt sẽ hiện.",
                          "A theme shows all of its classes: those that are switched off, too.");
    return categories;
}

bool isUnchanged(const std::vector<Category>& categories, const std::vector<ShownClass>& before) {
    if (categories.size() != before.size())
        return false;
    for (std::size_t i = 0; i < categories.size(); ++i)
        if (categories[i].key != before[i].key ||
            withoutCount(categories[i].label) != before[i].label ||
            colourText(colourOf(*categories[i].symbol)) != before[i].colour)
            return false;
    return true;
}

} // namespace

void readCategorised(const QgsCategorizedSymbolRenderer& renderer, const ClassAttribute& attribute,
                     const ReadInto& into) {
    const std::vector<Category> categories = categoriesOf(renderer, attribute, into);
    std::vector<const QgsSymbol*> symbols;
    for (const Category& category : categories)
        symbols.push_back(category.symbol);
    saySymbols(symbols, into);
    if (categories.empty() || isUnchanged(categories, into.before))
        return;
    for (const ShownClass& shown : into.before)
        if (std::none_of(categories.begin(), categories.end(),
                         [&](const Category& one) { return one.key == shown.key; }))
            into.left += said("Lớp \"%1\" không còn trong kiểu vẽ, nhưng chủ đề vẫn hiện nó.",
                              "The class \"%1\" is no longer in the renderer, but the theme still "
                              "shows it.")
                             .arg(shown.label);
    // In the order of the renderer; what the map does not show now keeps its place after them.
    std::vector<theme::CategoryValue> values;
    std::vector<theme::CategoryValue>& known = into.layer.values;
    for (const Category& category : categories) {
        theme::CategoryValue value{fromQt(category.key), {}, colourOf(*category.symbol)};
        const auto old = std::find_if(known.begin(), known.end(),
                                      [&](const auto& one) { return one.value == value.value; });
        const LocalText label =
            old != known.end() ? old->label
            : into.layer.categoryBy == "category"
                ? records::categoryName(value.value, into.layer.series.front().selection.kinds)
                : LocalText{value.value, value.value};
        const QString text = withoutCount(category.label);
        value.label = text.isEmpty() ? label : changedText(label, text, into.language);
        if (old != known.end())
            known.erase(old);
        values.push_back(std::move(value));
    }
    values.insert(values.end(), known.begin(), known.end());
    known = std::move(values);
}

} // namespace terroir::qgis
