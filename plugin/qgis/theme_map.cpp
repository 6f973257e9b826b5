#include "plugin/qgis/theme_map.hpp"

#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/export/columns.hpp"
#include "core/export/layer_export.hpp"
#include "core/export/record_ground_tables.hpp"
#include "core/export/theme_tables.hpp"
#include "core/export/zones.hpp"
#include "core/figures/page_words.hpp"
#include "plugin/qgis/text.hpp"

#include <QUuid>

#include <fmt/format.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;
using theme::LayerType;

void report(const Progress& progress, double share) {
    if (progress && !progress(share, {}))
        throw Error(localText("Chủ đề chưa được tính xong; không có lớp nào được tạo.",
                              "The theme was not computed to the end; there are no layers."));
}

std::vector<std::vector<ShownClass>> shownClasses(const EvaluatedTheme& evaluated) {
    std::vector<std::vector<ShownClass>> all;
    for (const EvaluatedLayer& layer : evaluated.layers) {
        std::vector<ShownClass>& shown = all.emplace_back();
        const auto add = [&shown](const figures::EvaluatedClass& entry, const std::string& key) {
            shown.push_back({toQt(key), entry.low, entry.high, toQt(entry.label),
                             colourText(entry.colour), int(entry.count)});
        };
        for (const figures::EvaluatedClass& entry : layer.classes)
            add(entry, {});
        for (std::size_t i = 0; i < layer.categories.size(); ++i)
            add(layer.categories[i], layer.categoryKeys[i]);
    }
    return all;
}

/// Makes the layers of one theme. Language and lookups in one place.
class Maker {
public:
    /// `wanted`: the level asked for, which the day may not have.
    Maker(const exporting::ThemeLayers& layers, gazetteer::Level wanted,
          workspace::Workspace& workspace)
        : m_evaluated(layers.evaluated), m_shapes(layers.shapes), m_wanted(wanted),
          m_workspace(workspace), m_page(m_evaluated, workspace.gazetteer()) {}

    QString nameOf(const ThemeLayer& layer) const;
    QString heading(const EvaluatedLayer& layer) const;
    std::string originOf() const;
    QStringList notes() const;
    bool hasFigures() const;

private:
    std::string word(std::string_view vi, std::string_view en) const {
        return Words(m_evaluated.language)(vi, en);
    }
    std::string leftOf(const theme::Layer& layer, std::size_t series,
                       const figures::Figures& figures) const;

    const EvaluatedTheme& m_evaluated;
    const boundaries::UnitShapes& m_shapes;
    gazetteer::Level m_wanted;
    workspace::Workspace& m_workspace;
    figures::PageWords m_page;
};

/// What the layer is called in the theme, with the unit of measure when all its figures have one.
QString Maker::heading(const EvaluatedLayer& layer) const {
    const theme::Layer& style = *layer.layer;
    const std::string& label = style.label.in(m_evaluated.language);
    const theme::Series& first = style.series.front();
    const std::string name = label.empty() ? first.label.in(m_evaluated.language) : label;
    const std::string unit =
        layer.hasRates() ? layer.rateUnit
                         : figures::unitOf(layer.series.front(), first, m_evaluated.language);
    const bool hasOne = style.type != LayerType::Categories && style.series.size() == 1;
    return toQt(hasOne && !unit.empty() ? fmt::format("{} ({})", name, unit) : name);
}

QString Maker::nameOf(const ThemeLayer& layer) const {
    if (layer.memory.part == ThemePart::NotAttributed)
        return toQt(word("Số liệu chưa xác định được đơn vị", "Not attributed"));
    if (layer.memory.part == ThemePart::Groups)
        return toQt(m_page.sharedFigure());
    if (layer.memory.part == ThemePart::Records)
        return toQt(layer.table.styles.front().name);
    if (layer.memory.part == ThemePart::Symbols)
        return heading(m_evaluated.layers[layer.memory.layer]);
    for (const EvaluatedLayer& one : m_evaluated.layers)
        if (exporting::fillsUnits(*one.layer))
            return heading(one);
    return toQt(m_evaluated.level == gazetteer::Level::Province   ? word("Các tỉnh", "Provinces")
                : m_evaluated.level == gazetteer::Level::District ? word("Các huyện", "Districts")
                                                                  : word("Các xã", "Communes"));
}

/// Area, day and sources, for the description of a layer.
std::string Maker::originOf() const {
    const std::string sources = m_page.sourceLine(m_workspace.sources());
    return m_page.subtitle() + "." + (sources.empty() ? "" : "\n" + sources);
}

/// "Diện tích trồng (ha): 12,28".
std::string Maker::leftOf(const theme::Layer& layer, std::size_t series,
                          const figures::Figures& figures) const {
    double sum = 0;
    bool lowerBound = false;
    for (const figures::NotAttributed& left : figures.notAttributed)
        if (left.isInTotal()) {
            sum += left.value;
            lowerBound = lowerBound || left.lowerBound;
        }
    return sum > 0 ? fmt::format(
                         "{}: {}",
                         exporting::figureTitle(layer, layer.series[series], m_evaluated.language),
                         m_page.value(sum, lowerBound))
                   : std::string();
}

bool Maker::hasFigures() const {
    return std::any_of(m_evaluated.layers.begin(), m_evaluated.layers.end(), [](const auto& layer) {
        return std::any_of(layer.series.begin(), layer.series.end(),
                           [](const figures::Figures& figures) { return !figures.cells.empty(); });
    });
}

QStringList Maker::notes() const {
    QStringList notes;
    if (m_wanted == gazetteer::Level::District && m_evaluated.level == gazetteer::Level::Commune)
        notes += toQt(fmt::format(
            fmt::runtime(word("Ngày {} không có cấp huyện: số liệu được quy về xã.",
                              "There are no districts on {}: the figures are shown by commune.")),
            dayText(m_evaluated.asOf).in(m_evaluated.language)));
    if (!hasFigures())
        notes += toQt(word("Không có số liệu nào của chủ đề này thuộc một đơn vị trên bản đồ; hãy "
                           "chọn vùng khác, ngày khác hoặc bỏ năm đã chọn.",
                           "No figure of this theme belongs to one unit of the map; choose another "
                           "area or day, or all years."));
    std::string left;
    for (const EvaluatedLayer& layer : m_evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            if (const std::string one = leftOf(*layer.layer, i, layer.series[i]); !one.empty())
                left += (left.empty() ? "" : "; ") + one;
    if (!left.empty())
        notes += toQt(word("Chưa xác định được đơn vị, xem bảng kèm theo: ",
                           "Not attributed to a unit, see the table beside the map: ") +
                      left + ".");
    if (!m_shapes.missing.empty())
        notes += toQt(fmt::format(
            fmt::runtime(word("{} đơn vị không có hình trên bản đồ: chưa biết ranh giới hay vị "
                              "trí.",
                              "{} units have no shape on the map: neither boundary nor place is "
                              "known.")),
            m_shapes.missing.size()));
    if (m_shapes.anyApproximate())
        notes += toQt(m_page.approximateLong({m_shapes.approximate(), m_shapes.units.size()}));
    return notes;
}

/// The tables come in the order polygons, one for each layer of symbols, groups of units, what is
/// not attributed. `theme` with the settings put in.
std::vector<ThemeLayer> partsOf(std::vector<geometry::LayerTable> tables,
                                const theme::Theme& theme) {
    std::vector<std::size_t> symbols;
    for (std::size_t i = 0; i < theme.layers.size(); ++i)
        if (exporting::isSymbolLayer(theme.layers[i]))
            symbols.push_back(i);
    std::vector<ThemeLayer> parts(tables.size());
    for (std::size_t i = 0; i < tables.size(); ++i) {
        parts[i].table = std::move(tables[i]);
        ThemeMemory& memory = parts[i].memory;
        memory.part = i == 0                ? ThemePart::Polygons
                      : i <= symbols.size() ? ThemePart::Symbols
                      : parts[i].table.geometry == geometry::GeometryType::Polygons
                          ? ThemePart::Groups
                          : ThemePart::NotAttributed;
        if (memory.part == ThemePart::Symbols)
            memory.layer = symbols[i - 1];
    }
    return parts;
}

} // namespace

namespace {

/// Records that lie somewhere by themselves, which are in no circle of a unit.
void addRecords(const exporting::ThemeLayers& layers, workspace::Workspace& workspace,
                Language language, std::vector<ThemeLayer>& parts) {
    const auto walk = [&workspace](const records::TakeRecords& take) {
        records::walkRecords(workspace.file(), take);
    };
    exporting::RecordGroundTables tables({&layers, 1}, workspace.gazetteer(), walk, language);
    for (geometry::LayerTable& table : tables.take(0)) {
        ThemeLayer part;
        part.memory.part = ThemePart::Records;
        part.memory.layer = table.geometry == geometry::GeometryType::Polygons       ? 2
                            : table.geometry == geometry::GeometryType::SeveralLines ? 1
                                                                                     : 0;
        part.table = std::move(table);
        parts.push_back(std::move(part));
    }
}

} // namespace

ThemeMap themeMapOf(const theme::Theme& theme, const theme::Settings& settings,
                    workspace::Workspace& workspace, Language language, const Progress& progress) {
    report(progress, 0);
    figures::EvaluatedTheme evaluated = figures::figuresOf(theme, settings, workspace, language);
    ThemeMap map;
    map.title = toQt(theme.title.in(language));
    if (evaluated.units.empty()) {
        map.notes += toQt(Words(language)(
            "Không gian làm việc không có bản ghi nào cho chủ đề này; hãy nhập số liệu hoặc chọn "
            "chủ đề khác.",
            "The workspace has no record for this theme; import some, or choose another theme."));
        return map;
    }
    report(progress, 0.3);
    const exporting::ThemeLayers layers = exporting::layersOf(std::move(evaluated), workspace);
    report(progress, 0.7);
    const Maker make(layers, settings.level.value_or(theme.level), workspace);
    map.layers =
        partsOf(exporting::themeTables(layers, workspace.gazetteer(), workspace.compactRecords()),
                layers.evaluated.theme);
    addRecords(layers, workspace, language, map.layers);
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto classes = shownClasses(layers.evaluated);
    for (ThemeLayer& layer : map.layers) {
        layer.memory.theme = theme;
        layer.memory.settings = settings;
        layer.memory.map = id;
        layer.memory.classes = classes;
        layer.name = make.nameOf(layer);
        std::string& description = layer.table.description;
        description += (description.empty() ? "" : "\n") + make.originOf();
    }
    map.notes = make.notes();
    map.hasFigures = make.hasFigures();
    map.crs = toQt(exporting::mapCrsOf(workspace.gazetteer(), {&layers, 1}));
    report(progress, 1);
    return map;
}

} // namespace terroir::qgis
