#include "core/atlas/unit_sheet.hpp"

#include "core/atlas/bar_chart.hpp"
#include "core/base/number.hpp"
#include "core/gazetteer/code_words.hpp"
#include "core/gazetteer/vn2000_zones.hpp"
#include "core/geometry/mercator.hpp"
#include "core/map/ink.hpp"
#include "core/map/layout_words.hpp"
#include "core/map/legend.hpp"
#include "core/map/map_grid.hpp"
#include "core/records/record_words.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::atlas {

namespace {

constexpr double unitTitlePt = 16, subtitlePt = 8.6, headingPt = 8.6, textPt = 7.4;
constexpr double projectionPt = 5.8;
constexpr const char* mapCrs = "EPSG:3857"; ///< of all maps: see map::ViewPort
constexpr Colour markedLine{200, 40, 30};
constexpr double markedMm = 0.7;
/// A unit takes this share of the map's frame at most: what lies around is seen.
constexpr double around = 0.22;

/// What groups of rectangles with words in them take up.
std::vector<Box> boxesOf(const map::Scene& scene) {
    std::vector<Box> boxes;
    for (const Group& group : scene.groups)
        for (const map::Item& item : group.items)
            if (const auto* path = std::get_if<map::PathItem>(&item)) {
                boxes.emplace_back();
                for (const auto& ring : path->rings)
                    for (const Point& point : ring)
                        boxes.back().expand(point);
            }
    return boxes;
}

class UnitComposer {
public:
    UnitComposer(const AtlasInput& input, AtlasTheme& theme, UnitIndex unit,
                 const std::vector<figures::ProfileTotal>& totals)
        : m_input(input), m_type(input.type), m_theme(theme), m_evaluated(theme.evaluated),
          m_unit(unit), m_totals(totals), m_gazetteer(input.workspace.gazetteer()),
          m_words(m_evaluated, m_gazetteer), m_say(m_evaluated.language) {}

    Sheet compose(const std::vector<SheetLine>& leads) {
        m_sheet.scene.widthMm = m_input.page.widthMm;
        m_sheet.scene.heightMm = m_input.page.heightMm;
        m_sheet.scene.language = m_evaluated.language == Language::English ? "en" : "vi";
        m_sheet.scene.title = text::capitalize(m_words.nameOf(m_unit));
        const Box body = sheetBoxes(m_input.page, m_type).body;
        const double top = setTitle(body) + m_type.mm(2.5);
        const double gap = m_type.mm(6); // with a line that says the projection
        const double leftWidth = 0.6 * (body.width() - gap);
        const double chartHeight =
            m_type.mm(m_input.page.widthMm > m_input.page.heightMm ? 46 : 62);
        const Box frame{body.minX, top, body.minX + leftWidth, body.maxY - chartHeight - gap};
        const double symbolFactor = addMap(insideGrid(frame));
        m_sheet.scene.groups.push_back(
            barChart(m_evaluated, m_unit, m_words, m_words.sourceLine(m_input.workspace.sources()),
                     {frame.minX, frame.maxY + gap, frame.maxX, body.maxY}, m_type));
        const Box side{frame.maxX + gap, top, body.maxX, body.maxY};
        const double below = addFigures(side, addLocator(side), leads);
        addLegend({side.minX, below + m_type.mm(2), side.maxX, side.maxY}, symbolFactor);
        return std::move(m_sheet);
    }

private:
    double setTitle(const Box& body) {
        Group group{"title", {}, {}};
        double y = addText(group, m_sheet.scene.title, m_type.style(unitTitlePt, true), ink::text,
                           {body.minX, body.minY}, body.width(), m_type, 2);
        const UnitIndex parent = m_gazetteer.parentAt(m_unit, m_evaluated.asOf);
        std::string below = m_words.title();
        if (parent != noUnit)
            below.insert(0, text::capitalize(m_words.nameOf(parent)) + " – ");
        if (const std::string years = m_words.years(); !years.empty())
            below += ", " + years;
        y = addText(group, below, m_type.style(subtitlePt), ink::quietText, {body.minX, y},
                    body.width(), m_type, 2);
        m_sheet.scene.groups.push_back(std::move(group));
        return y;
    }

    void place(map::Scene&& scene, const Box& frame) {
        for (Group& group : scene.groups) {
            for (map::Item& item : group.items)
                translate(item, frame.minX, frame.minY);
            group.clip = frame;
            m_sheet.scene.groups.push_back(std::move(group));
        }
    }

    /// Returns how large symbols are, for the legend.
    double addMap(const Box& frame) {
        const Box unit = m_theme.shapes.boxOf(m_unit);
        if (unit.isEmpty()) {
            Group group{"note", {}, {}};
            addText(group, m_words.withoutShape(), m_type.style(textPt), ink::quietText,
                    {frame.minX, frame.minY}, frame.width(), m_type);
            m_sheet.scene.groups.push_back(std::move(group));
            return 1;
        }
        map::ViewPort port = portOf(unit, frame, 2 * around);
        const double stretch = geometry::mercatorStretch(port.centre);
        // A commune of a square kilometre in the surroundings of its town.
        port.metresPerMm = std::max(port.metresPerMm, leastMetresPerMm * stretch);
        const double metres = port.metresPerMm / stretch * lineToleranceMm;
        map::Scene furniture =
            composeViewFurniture(m_evaluated, m_gazetteer, m_theme.shapes.approximate(), port,
                                 m_input.measure, ratioOf(port));
        port.covered = boxesOf(furniture);
        const map::GroundFrame ground{
            frame,
            mapCrs,
            {(frame.minX + frame.maxX) / 2, (frame.minY + frame.maxY) / 2},
            port.centre,
            port.metresPerMm};
        const std::string gridCrs = gridSystem();
        map::MapGrid grid = gridOf(ground, layout().grid, gridCrs, m_evaluated.language, m_type);
        for (std::vector<Point>& line : grid.lines)
            for (Point& point : line)
                point = {point.x - frame.minX, point.y - frame.minY};
        port.grid = std::move(grid.lines);
        map::ViewScene view =
            composeView(m_evaluated, m_gazetteer, m_theme.shapes.within(port.mercator(), metres),
                        port, m_input.measure);
        m_sheet.scene.unitsWithData = view.scene.unitsWithData;
        m_sheet.scene.unnamedUnits = view.scene.unnamedUnits;
        place(std::move(view.scene), frame);
        addMark(port, frame);
        place(std::move(furniture), frame);
        m_sheet.scene.groups.push_back(
            {"frame", {map::rectangle(frame, {}, {ink::frameLine, m_type.mm(0.25)})}, {}});
        if (!grid.ticks.empty())
            m_sheet.scene.groups.push_back({"grid", std::move(grid.ticks), {}});
        addProjection(frame, gridCrs);
        m_sheet.scene.mapFrameMm = frame;
        m_sheet.scene.grounds.push_back(ground);
        return view.symbolFactor;
    }

    const map::Layout& layout() const { return m_input.page.layout; }

    /// Without the room for the numbers of a grid.
    Box insideGrid(const Box& frame) const {
        if (layout().grid == map::Grid::None)
            return frame;
        const Point margin = map::gridMargin(m_type);
        return {frame.minX + margin.x, frame.minY + margin.y, frame.maxX - margin.x,
                frame.maxY - margin.y};
    }

    /// Of the unit's province; empty without such a grid.
    std::string gridSystem() const {
        if (layout().grid != map::Grid::Vn2000)
            return {};
        const UnitIndex units[] = {m_unit};
        return gazetteer::vn2000SystemOf(
            gazetteer::vn2000ZonesOf(m_gazetteer, units, m_evaluated.asOf));
    }

    std::string ratioOf(const map::ViewPort& port) const {
        return layout().ratio ? map::ratioWords(port.mmPerKm(), false, map::RatioLength::Full,
                                                m_evaluated.language)
                              : std::string();
    }

    /// Below the map, and below the numbers of its grid.
    void addProjection(const Box& frame, const std::string& gridCrs) {
        const double below =
            layout().grid == map::Grid::None ? m_type.mm(0.6) : map::gridMargin(m_type).y;
        Group group{"projection", {}, {}};
        addText(group,
                map::projectionWords({{mapCrs, 0}}, layout().grid, m_evaluated.language, gridCrs),
                m_type.style(projectionPt), ink::quietText, {frame.minX, frame.maxY + below},
                frame.width(), m_type, 1);
        m_sheet.scene.groups.push_back(std::move(group));
    }

    /// The unit itself, in a colour that no theme has.
    void addMark(const map::ViewPort& port, const Box& frame) {
        const auto shape = m_theme.shapes.shapeOf(m_unit);
        map::PathItem outline{{}, false, {}, {markedLine, m_type.mm(markedMm)}};
        for (const geometry::Polygon& polygon : *shape) {
            std::vector<Point> ring;
            for (const Point& point : polygon.outer) {
                const Point at = port.toScreen(point);
                ring.push_back({at.x + frame.minX, at.y + frame.minY});
            }
            outline.rings.push_back(std::move(ring));
        }
        m_sheet.scene.groups.push_back({"marked", {std::move(outline)}, frame});
    }

    /// With the facts of the unit beside it; returns what is below both.
    double addLocator(const Box& side) {
        const double size = 0.42 * side.width();
        const Box frame{side.minX, side.minY, side.minX + size, side.minY + size};
        if (!m_theme.locator)
            m_theme.locator = indexMap(
                m_theme.shapes, m_input.area, {0, 0, size, size},
                [](UnitIndex) { return map::Fill{ink::paper}; }, m_evaluated.language, m_type);
        map::Scene locator;
        locator.groups.push_back(m_theme.locator->group);
        locator.groups.back().id = "locator";
        if (const auto item = m_theme.locator->units.find(m_unit);
            item != m_theme.locator->units.end())
            std::get<map::PathItem>(locator.groups.back().items[item->second]).fill = {markedLine};
        place(std::move(locator), frame);
        m_sheet.scene.groups.push_back(
            {"frame", {map::rectangle(frame, {}, {ink::frameLine, m_type.mm(0.2)})}, {}});
        m_sheet.links.push_back({frame, 0});
        Group facts{"facts", {}, {}};
        double y = side.minY;
        const double x = frame.maxX + m_type.mm(3);
        for (const std::string& line : factLines())
            y = addText(facts, line, m_type.style(textPt), ink::text, {x, y}, side.maxX - x, m_type,
                        6) +
                m_type.mm(0.6);
        m_sheet.scene.groups.push_back(std::move(facts));
        return std::max(y, frame.maxY);
    }

    std::vector<std::string> factLines() const {
        const gazetteer::Unit& unit = m_gazetteer.unit(m_unit);
        const Language language = m_evaluated.language;
        std::vector<std::string> lines{m_say("Mã đơn vị: ", "Code: ") + unit.code};
        if (unit.areaKm2)
            lines.push_back(m_say("Diện tích: ", "Area: ") + formatNumber(*unit.areaKm2, language) +
                            " km²");
        if (unit.population)
            lines.push_back(m_say("Dân số: ", "Population: ") +
                            formatNumber(*unit.population, language, 0));
        if (const auto names = m_gazetteer.aliasesOf(m_unit); !names.empty())
            lines.push_back(m_say("Tên khác: ", "Other names: ") +
                            fmt::format("{}", fmt::join(names, ", ")));
        addEvents(lines, m_say("Hình thành từ ", "Made from "), m_gazetteer.predecessors(m_unit),
                  &gazetteer::Succession::predecessor);
        addEvents(lines, m_say("Trở thành ", "Became "), m_gazetteer.successors(m_unit),
                  &gazetteer::Succession::successor);
        return lines;
    }

    /// Of its own level, by day: "Hình thành từ xã Bình Lư, xã Sơn Bình (1/7/2025)".
    void addEvents(std::vector<std::string>& lines, const std::string& words,
                   const std::vector<const gazetteer::Succession*>& events,
                   UnitIndex gazetteer::Succession::*other) const {
        std::map<Date, std::vector<std::string>> byDay;
        for (const gazetteer::Succession* event : events) {
            const gazetteer::Unit& unit = m_gazetteer.unit(event->*other);
            if (unit.level != m_gazetteer.unit(m_unit).level)
                continue;
            std::string name = gazetteer::nameInWords(unit).in(m_evaluated.language);
            if (event->areaShare && event->kind != "rename" && event->kind != "whole")
                name += m_say(" (một phần)", " (part)");
            byDay[event->date].push_back(std::move(name));
        }
        for (const auto& [day, names] : byDay)
            lines.push_back(fmt::format("{}{} ({})", words, fmt::join(names, ", "),
                                        records::RecordWords(m_evaluated.language).day(day)));
    }

    /// The totals of all themes and how many records there are; returns what is below.
    double addFigures(const Box& side, double top, const std::vector<SheetLine>& leads) {
        Group group{"figures", {}, {}};
        double y = addText(group, m_say("Số liệu của đơn vị", "Figures of the unit"),
                           m_type.style(headingPt, true), ink::text,
                           {side.minX, top + m_type.mm(2)}, side.width(), m_type, 1);
        // The legend keeps a third of the column.
        const double bottom = side.maxY - 0.36 * side.height();
        std::size_t left = 0;
        std::string theme;
        for (const figures::ProfileTotal& total : m_totals) {
            if (y > bottom) {
                ++left;
                continue;
            }
            const Language language = m_evaluated.language;
            if (total.theme != theme)
                y = addText(group, total.title.in(language), m_type.style(textPt, true),
                            ink::quietText, {side.minX, y + m_type.mm(0.6)}, side.width(), m_type,
                            2);
            theme = total.theme;
            y = addText(group,
                        fmt::format("{}: {} {}", total.series.in(language),
                                    m_words.value(total.value, total.lowerBound, total.approximate),
                                    total.unit.in(language)),
                        m_type.style(textPt), ink::text, {side.minX + m_type.mm(2), y},
                        side.width() - m_type.mm(2), m_type, 2);
        }
        if (m_totals.empty())
            y = addText(group, m_say("Chưa có số liệu nào được cộng.", "No figure is added up."),
                        m_type.style(textPt), ink::quietText, {side.minX, y}, side.width(), m_type);
        if (left > 0)
            y = addText(group,
                        fmt::format("{}{}", m_say("… và số liệu khác: ", "… and others: "), left),
                        m_type.style(textPt), ink::quietText, {side.minX + m_type.mm(2), y},
                        side.width(), m_type, 1);
        for (const SheetLine& lead : leads) {
            const double before = y + m_type.mm(0.8);
            y = addText(group, lead.text, m_type.style(textPt, false, true), ink::text,
                        {side.minX, before}, side.width(), m_type, 3);
            m_sheet.links.push_back({{side.minX, before, side.maxX, y}, lead.sheet});
        }
        m_sheet.scene.groups.push_back(std::move(group));
        return y;
    }

    void addLegend(const Box& box, double symbolFactor) {
        const map::LegendInput input{m_evaluated, m_input.data, m_words, symbolFactor};
        const Typesetter small = m_type.scaled(0.85);
        const double line = Typesetter::lineHeight(small.style(textPt));
        const auto rows = legendRows(input, small, box.width(), box.height());
        const map::LegendFlow flow =
            flowRows(rows, {box.minX, box.minY}, 1, box.width(), 0, box.height(), line);
        Group group{"legend", flow.items, {}};
        if (flow.entriesLeftOut > 0)
            addText(group, m_words.moreEntries(flow.entriesLeftOut),
                    small.style(textPt, false, true), ink::quietText, flow.end, box.width(), small,
                    1);
        m_sheet.scene.groups.push_back(std::move(group));
    }

    static constexpr double leastMetresPerMm = 12; ///< 1:12,000
    static constexpr double lineToleranceMm = 0.1;

    const AtlasInput& m_input;
    const Typesetter& m_type;
    AtlasTheme& m_theme;
    const figures::EvaluatedTheme& m_evaluated;
    UnitIndex m_unit;
    const std::vector<figures::ProfileTotal>& m_totals;
    const gazetteer::Gazetteer& m_gazetteer;
    figures::PageWords m_words;
    Words m_say;
    Sheet m_sheet;
};

} // namespace

Sheet unitSheet(const AtlasInput& input, AtlasTheme& theme, UnitIndex unit,
                const std::vector<figures::ProfileTotal>& totals,
                const std::vector<SheetLine>& leads) {
    return UnitComposer(input, theme, unit, totals).compose(leads);
}

} // namespace terroir::atlas
