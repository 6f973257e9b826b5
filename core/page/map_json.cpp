#include "core/page/map_json.hpp"

#include "core/base/number.hpp"
#include "core/figures/column_words.hpp"
#include "core/figures/figure_table.hpp"
#include "core/map/drawn_map.hpp"
#include "core/map/filled_figure.hpp"
#include "core/map/legend.hpp"
#include "core/map/page_layout.hpp"
#include "core/map/page_map.hpp"
#include "core/map/symbols.hpp"
#include "core/map/unit_fills.hpp"
#include "core/map/unit_groups.hpp"
#include "core/page/dots_json.hpp"
#include "core/page/ground_json.hpp"
#include "core/page/hundredths.hpp"
#include "core/page/legend_json.hpp"
#include "core/page/pictures_json.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace terroir::page {

namespace {

using gazetteer::noUnit;
using gazetteer::UnitIndex;
using nlohmann::json;

/// A browser sets its own letters: what is measured here only keeps texts on one line.
constexpr double widestMm = 1e6;
const map::MeasureText& plainMeasure() {
    static const map::MeasureText measure = [](std::string_view text, const map::TextStyle& style) {
        return map::TextExtent{0.2 * style.sizePt * double(text.size()), style.sizePt, 0};
    };
    return measure;
}

/// Units as they lie on a sheet this wide: for the widest places of units that are drawn larger and
/// smaller.
constexpr double sheetMm = 800;

/// Columns of the table: kind of row, type and name of the unit.
bool isSaidByPlace(std::size_t column) {
    return column == 0 || column == 2 || column == 3;
}

/// A map in one language.
struct Side {
    const figures::EvaluatedTheme& evaluated;
    figures::PageWords words;
    Table table;
};

class MapWriter {
public:
    MapWriter(const ThemeOnDay& theme, const MapGround& ground, const std::string& title,
              SharedParts& parts)
        : m_ground(ground), m_title(title), m_parts(parts), m_vi(side(theme.vi)),
          m_en(side(theme.en)), m_fills(theme.vi), m_type(plainMeasure(), 1) {}

    json write() {
        setHead();
        setPlaces();
        m_map["columns"] = columns();
        m_map["legend"] = {legendOf(m_vi), legendOf(m_en)};
        m_map["ground"] = m_ground.asJson();
        setUnits();
        setGroups();
        setParents();
        setRows();
        if (json ground = groundJson(evaluated(), m_parts.grid,
                                     [this](Colour colour) { return colourNumber(colour); });
            !ground.is_null())
            m_map["records"] = std::move(ground);
        if (json dots = dotsJson(evaluated(), m_parts.grid,
                                 [this](Colour colour) { return colourNumber(colour); });
            !dots.is_null())
            m_map["dots"] = std::move(dots);
        m_map["fills"] = std::move(m_fillList);
        m_map["colours"] = std::move(m_colours);
        if (!m_pictures.empty())
            m_map["pictures"] = picturePaths(m_pictures);
        return std::move(m_map);
    }

private:
    Side side(const figures::EvaluatedTheme& evaluated) const {
        return {evaluated, figures::PageWords(evaluated, m_parts.gazetteer),
                figures::figureTable(evaluated, m_parts.gazetteer, m_parts.records,
                                     m_ground.data().sources)};
    }
    const figures::EvaluatedTheme& evaluated() const { return m_vi.evaluated; }

    template <typename TextOf>
    LocalText both(const TextOf& textOf) const {
        return {textOf(m_vi), textOf(m_en)};
    }
    template <typename TextOf>
    std::size_t text(const TextOf& textOf) {
        return m_parts.texts.of(both(textOf));
    }

    void setHead();
    void setPlaces();
    void setUnits();
    void setGroups();
    void setParents();
    void setRows();
    json columns();
    json legendOf(const Side& side) const;
    json unitJson(UnitIndex unit);
    json groupJson(const map::DrawnGroup& group);
    json rowJson(std::size_t row);
    std::size_t cellText(std::size_t row, std::size_t column);
    LocalText placeOf(std::size_t row) const;
    json symbolsJson(const std::vector<map::Symbol>& vi, const std::vector<map::Symbol>& en);
    json placeJson(const geometry::InnerPoint& widest) const;
    std::size_t fillNumber(const map::Fill& fill);
    std::size_t colourNumber(Colour colour);
    std::set<std::size_t> recordsOf(UnitIndex unit) const;
    std::set<std::size_t> leftOutOf(UnitIndex unit) const;
    LocalText sharedText(const figures::EvaluatedLayer& layer, std::size_t layerNumber,
                         std::size_t series, const figures::Cell& cell) const;

    const MapGround& m_ground;
    const std::string& m_title;
    SharedParts& m_parts;
    Side m_vi, m_en;
    map::UnitFills m_fills;
    map::Typesetter m_type;
    double m_stepsPerMm = 1;
    std::vector<map::DrawnUnit> m_drawn, m_parents, m_formers;
    std::map<UnitIndex, std::size_t> m_drawnAt, m_row;
    std::set<std::size_t> m_numberColumns;
    std::vector<const theme::Picture*> m_pictures;
    json m_map, m_fillList = json::array(), m_colours = json::array();
};

void MapWriter::setHead() {
    map::Page page;
    page.title = m_title;
    const map::PageShapes& data = m_ground.data();
    m_map["day"] = evaluated().asOf.toString();
    m_map["dayText"] =
        m_parts.texts.of({records::RecordWords(Language::Vietnamese).day(evaluated().asOf),
                          records::RecordWords(Language::English).day(evaluated().asOf)});
    m_map["title"] = text([&](const Side& s) { return map::titleOf(page, s.evaluated, data); });
    m_map["subtitle"] = text([](const Side& s) { return s.words.subtitle(); });
    m_map["sources"] = text([&](const Side& s) { return s.words.sourceLine(data.sources); });
    m_map["north"] = text([](const Side& s) { return s.words.north(); });
    m_map["isEmpty"] = !evaluated().hasFigures();
    if (data.shapes.anyApproximate()) {
        const auto count = map::approximateOf(data);
        m_map["approximate"] = text([&](const Side& s) { return s.words.approximateShort(count); });
        m_map["approximateLong"] =
            text([&](const Side& s) { return s.words.approximateLong(count); });
    }
}

/// Finds where names and symbols of units stand best.
void MapWriter::setPlaces() {
    geometry::Box box;
    for (const boundaries::UnitShape& shape : m_ground.data().shapes.units)
        box.expand(geometry::boxOf(m_parts.grid.toSteps(shape.shape)));
    m_stepsPerMm = box.isEmpty() ? 1 : std::max({box.width(), box.height(), 1.0}) / sheetMm;
    Grid sheet = m_parts.grid;
    sheet.step *= m_stepsPerMm;
    for (const boundaries::UnitShape& shape : m_ground.data().shapes.units) {
        map::DrawnUnit drawn{shape.unit, sheet.toSteps(shape.shape), {}, {}};
        drawn.box = geometry::boxOf(drawn.shape);
        m_drawnAt[shape.unit] = m_drawn.size();
        m_drawn.push_back(std::move(drawn));
    }
    map::findWidest(m_drawn, evaluated(), 1, {});
    const auto drawnOf = [&](const boundaries::UnitShapes& shapes) {
        std::vector<map::DrawnUnit> all;
        for (const boundaries::UnitShape& shape : shapes.units) {
            map::DrawnUnit drawn{shape.unit, sheet.toSteps(shape.shape), {}, {}};
            drawn.box = geometry::boxOf(drawn.shape);
            all.push_back(std::move(drawn));
        }
        return all;
    };
    m_parents = drawnOf(m_ground.data().parents);
    m_formers = drawnOf(m_ground.data().formers);
    map::findWidest(m_parents, evaluated(), 1, {});
}

/// Their names, for a map whose units are too small to be named.
void MapWriter::setParents() {
    m_map["parents"] = json::array();
    for (const map::DrawnUnit& parent : m_parents)
        m_map["parents"].push_back(
            {{"name", text([&](const Side& s) { return s.words.shortName(parent.unit); })},
             {"at", placeJson(parent.widest)}});
}

json MapWriter::placeJson(const geometry::InnerPoint& widest) const {
    return {std::llround(widest.point.x * m_stepsPerMm),
            std::llround(widest.point.y * m_stepsPerMm),
            std::llround(widest.radius * m_stepsPerMm)};
}

/// The table's own, but for what the place's name says.
json MapWriter::columns() {
    json columns = json::array();
    std::size_t at = 5;
    for (const figures::EvaluatedLayer& layer : evaluated().layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            m_numberColumns.insert(at++);
            if (layer.hasRates() && i + 1 == layer.series.size())
                m_numberColumns.insert(at++);
        }
    for (std::size_t i = 0; i < m_vi.table.columns.size(); ++i) {
        if (isSaidByPlace(i))
            continue;
        const bool isNumber = m_numberColumns.contains(i);
        const LocalText name =
            isNumber ? LocalText{m_vi.table.columns[i].name, m_en.table.columns[i].name}
                     : figures::columnInWords(m_vi.table.columns[i].name);
        columns.push_back(
            {{"id", isNumber ? "" : m_vi.table.columns[i].name},
             {"name", m_parts.texts.of({text::capitalize(name.vi), text::capitalize(name.en)})},
             {"isNumber", isNumber}});
    }
    return columns;
}

json MapWriter::legendOf(const Side& side) const {
    return legendJson(
        map::legendRows({side.evaluated, m_ground.data(), side.words, 1, {}}, m_type, widestMm));
}

std::size_t MapWriter::fillNumber(const map::Fill& fill) {
    json entry = {{"fill", fill.colour.toHex()}};
    if (fill.hatch != map::Hatch::None)
        entry["hatch"] = fill.hatchColour.toHex();
    const auto found = std::find(m_fillList.begin(), m_fillList.end(), entry);
    const auto number = std::size_t(found - m_fillList.begin());
    if (found == m_fillList.end())
        m_fillList.push_back(std::move(entry));
    return number;
}

std::size_t MapWriter::colourNumber(Colour colour) {
    const json entry = colour.toHex();
    const auto found = std::find(m_colours.begin(), m_colours.end(), entry);
    const auto number = std::size_t(found - m_colours.begin());
    if (found == m_colours.end())
        m_colours.push_back(entry);
    return number;
}

/// Each: diameter or length in mm, figure, 1 for a place in a name only, 2 for a bar and 3 for
/// pictures, and of each part value and colour; of pictures their number in the map's list, and how
/// many stand in a row.
json MapWriter::symbolsJson(const std::vector<map::Symbol>& vi,
                            const std::vector<map::Symbol>& en) {
    json out = json::array();
    for (std::size_t i = 0; i < vi.size(); ++i) {
        json slices = json::array();
        for (std::size_t j = 0; j < vi[i].values.size(); ++j) {
            slices.push_back(hundredths(vi[i].values[j]));
            slices.push_back(colourNumber(vi[i].colours[j]));
        }
        const bool isHollow =
            vi[i].series != nullptr && vi[i].series->places != records::PlaceUse::Locations;
        out.push_back({hundredths(vi[i].sizeMm), m_parts.texts.of({vi[i].figure, en[i].figure}),
                       isHollow                   ? 1
                       : vi[i].isBar              ? 2
                       : vi[i].picture != nullptr ? 3
                                                  : 0,
                       slices});
        if (vi[i].picture != nullptr) {
            out.back().push_back(pictureNumber(m_pictures, *vi[i].picture));
            out.back().push_back(vi[i].times);
        }
    }
    return out;
}

std::set<std::size_t> MapWriter::recordsOf(UnitIndex unit) const {
    std::set<std::size_t> used;
    for (const figures::EvaluatedLayer& layer : evaluated().layers)
        for (const figures::Figures& series : layer.series)
            if (const auto cell = series.cells.find(unit); cell != series.cells.end())
                used.insert(cell->second.records.begin(), cell->second.records.end());
    return used;
}

std::set<std::size_t> MapWriter::leftOutOf(UnitIndex unit) const {
    std::set<std::size_t> records;
    for (const figures::EvaluatedLayer& layer : evaluated().layers)
        for (const figures::Figures& series : layer.series)
            for (const figures::LeftOut& one : series.leftOut)
                if (one.unit == unit)
                    records.insert(one.record);
    return records;
}

json MapWriter::unitJson(UnitIndex unit) {
    json out = {
        {"name", text([&](const Side& s) { return s.words.shortName(unit); })},
        {"fill", fillNumber(m_fills.of(unit))},
    };
    if (const auto shape = m_ground.shapeOf(unit)) {
        out["shape"] = *shape;
        out["at"] = placeJson(m_drawn[m_drawnAt.at(unit)].widest);
    }
    const auto symbolsIn = [&](const Side& s) {
        return map::symbolsOf(unit, s.evaluated, s.words, m_type, map::FigureTexts::Hidden);
    };
    if (json symbols = symbolsJson(symbolsIn(m_vi), symbolsIn(m_en)); !symbols.empty())
        out["symbols"] = std::move(symbols);
    if (evaluated().theme.valuesOnLabels)
        if (const std::size_t value =
                text([&](const Side& s) { return map::filledFigure(unit, s.evaluated, s.words); });
            value > 0)
            out["value"] = value;
    if (const auto part = evaluated().coverage.find(unit); part != evaluated().coverage.end())
        out["detail"] = text([&](const Side& s) {
            return s.words.coverage(part->second, figures::CoverageLength::Full);
        });
    return out;
}

void MapWriter::setUnits() {
    json units = json::array();
    for (const UnitIndex unit : evaluated().units) {
        m_row[unit] = units.size();
        units.push_back(unitJson(unit));
    }
    for (const figures::EvaluatedLayer& layer : evaluated().layers)
        for (const figures::Figures& series : layer.series)
            for (const figures::LeftOut& one : series.leftOut)
                if (const auto row = m_row.find(one.unit);
                    row != m_row.end() && !units[row->second].contains("leftOut"))
                    units[row->second]["leftOut"] = m_parts.list.add(leftOutOf(one.unit));
    m_map["units"] = std::move(units);
}

/// "Trồng trọt: 12 ha".
LocalText MapWriter::sharedText(const figures::EvaluatedLayer& layer, std::size_t layerNumber,
                                std::size_t series, const figures::Cell& cell) const {
    return both([&](const Side& s) {
        const theme::Series& definition = layer.layer->series[series];
        const figures::EvaluatedLayer& own = s.evaluated.layers[layerNumber];
        const std::string value = s.words.withUnit(
            s.words.amount(own, cell.value, cell.lowerBound, cell.approximate), cell.value,
            figures::unitOf(own.series[series], definition, s.evaluated.language));
        const std::string& label = definition.label.in(s.evaluated.language);
        return label.empty() ? value : label + ": " + value;
    });
}

json MapWriter::groupJson(const map::DrawnGroup& group) {
    json out = {{"name", text([&](const Side& s) { return s.words.groupName(group.units); })},
                {"list", text([&](const Side& s) {
                     return text::capitalize(s.words.groupNameInList(group.units));
                 })}};
    for (const UnitIndex unit : group.units)
        if (const auto row = m_row.find(unit); row != m_row.end())
            out["units"].push_back(row->second);
    if (const auto outline = m_ground.formerOf(figures::namedBy(evaluated(), group.units)))
        out["outline"] = *outline;
    std::set<std::size_t> used;
    for (std::size_t n = 0; n < evaluated().layers.size(); ++n) {
        const figures::EvaluatedLayer& layer = evaluated().layers[n];
        const figures::SharedFigures* shared = layer.sharedOf(group.units);
        if (shared == nullptr || !map::shownGroups(layer).contains(group.units))
            continue;
        for (std::size_t i = 0; i < shared->cells.size(); ++i)
            if (const auto& cell = shared->cells[i]) {
                out["figures"].push_back(m_parts.texts.of(sharedText(layer, n, i, *cell)));
                used.insert(cell->records.begin(), cell->records.end());
            }
    }
    const auto symbolsIn = [&](const Side& s) {
        return map::symbolsOf(group.units, s.evaluated, s.words, m_type, map::FigureTexts::Hidden);
    };
    if (json symbols = symbolsJson(symbolsIn(m_vi), symbolsIn(m_en)); !symbols.empty())
        out["symbols"] = std::move(symbols);
    if (evaluated().theme.valuesOnLabels)
        if (const std::size_t value = text([&](const Side& s) {
                return map::filledFigure(group.units, s.evaluated, s.words);
            });
            value > 0)
            out["value"] = value;
    out["records"] = m_parts.list.add(used);
    return out;
}

void MapWriter::setGroups() {
    std::vector<map::DrawnGroup> groups = map::groupsOf(evaluated(), m_drawn, m_formers);
    map::findWidest(groups, evaluated(), 1, {});
    const auto places = map::placesOfGroups(groups, m_drawn, [&](UnitIndex unit) {
        return m_map["units"][m_row.at(unit)].contains("symbols");
    });
    m_map["groups"] = json::array();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        m_map["groups"].push_back(groupJson(groups[i]));
        m_map["groups"].back()["at"] = placeJson(places[i]);
    }
}

LocalText MapWriter::placeOf(std::size_t row) const {
    const auto kind = std::get<std::string>(m_vi.table.rows[row][0]);
    if (kind == "unit") {
        const UnitIndex unit = evaluated().units[row];
        return both([&](const Side& s) { return text::capitalize(s.words.nameOf(unit)); });
    }
    return both([&](const Side& s) {
        std::string words =
            text::capitalize(figures::cellInWords("row", kind, s.evaluated.language));
        if (const auto* name = std::get_if<std::string>(&s.table.rows[row][3]))
            words += ": " + *name;
        return words;
    });
}

std::size_t MapWriter::cellText(std::size_t row, std::size_t column) {
    return text([&](const Side& s) -> std::string {
        const Value& value = s.table.rows[row][column];
        if (const auto* number = std::get_if<double>(&value))
            return formatNumber(*number, s.evaluated.language, std::abs(*number) < 1 ? 4 : 2);
        if (const auto* count = std::get_if<std::int64_t>(&value))
            return formatNumber(double(*count), s.evaluated.language);
        if (const auto* words = std::get_if<std::string>(&value))
            return *words;
        return {};
    });
}

json MapWriter::rowJson(std::size_t row) {
    const std::vector<Value>& cells = m_vi.table.rows[row];
    json out = {{"place", m_parts.texts.of(placeOf(row))}};
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!isSaidByPlace(i))
            out["cells"].push_back(cellText(row, i));
    json numbers = json::array();
    bool anyNumber = false;
    for (const std::size_t column : m_numberColumns) {
        const auto* number = std::get_if<double>(&cells[column]);
        numbers.push_back(number != nullptr ? json(*number) : json(nullptr));
        anyNumber = anyNumber || number != nullptr;
    }
    if (anyNumber)
        out["numbers"] = std::move(numbers);
    return out;
}

/// Rows of units first, as they stand among the units; then the others of the table.
void MapWriter::setRows() {
    json rows = json::array();
    std::vector<const figures::NotAttributed*> entries;
    for (const figures::EvaluatedLayer& layer : evaluated().layers)
        for (const figures::Figures& series : layer.series)
            for (const figures::NotAttributed& entry : series.notAttributed)
                entries.push_back(&entry);
    const std::size_t units = evaluated().units.size();
    for (std::size_t i = 0; i < m_vi.table.rows.size(); ++i) {
        json row = rowJson(i);
        std::set<std::size_t> used;
        if (i < units)
            used = recordsOf(evaluated().units[i]);
        else if (i < units + entries.size())
            used.insert(entries[i - units]->records.begin(), entries[i - units]->records.end());
        if (!used.empty())
            row["records"] = m_parts.list.add(used);
        rows.push_back(std::move(row));
    }
    m_map["rows"] = std::move(rows);
}

} // namespace

MapGround::MapGround(const map::PageShapes& data, SharedParts& parts) : m_data(data) {
    geometry::Box box;
    for (const boundaries::UnitShape& shape : data.shapes.units) {
        m_shapes[shape.unit] = parts.outlines.add(shape.shape);
        box.expand(geometry::boxOf(parts.grid.toSteps(shape.shape)));
    }
    m_json["box"] = box.isEmpty() ? json(nullptr)
                                  : json{std::llround(box.minX), std::llround(box.minY),
                                         std::llround(box.maxX), std::llround(box.maxY)};
    const auto numbers = [&](const boundaries::UnitShapes& shapes) {
        json list = json::array();
        for (const boundaries::UnitShape& shape : shapes.units)
            list.push_back(parts.outlines.add(shape.shape));
        return list;
    };
    for (const boundaries::UnitShape& shape : data.formers.units)
        m_formers[shape.unit] = parts.outlines.add(shape.shape);
    m_json["context"] = numbers(data.context);
    m_json["parents"] = numbers(data.parents);
    setSeaNames(box, parts);
    m_json["tops"] = numbers(data.tops);
    m_json["border"] = json::array();
    for (const boundaries::BorderStretch& stretch : data.border)
        m_json["border"].push_back(parts.outlines.addLine(stretch.line));
}

/// The archipelagos, named on every map that reaches them.
void MapGround::setSeaNames(const geometry::Box& box, SharedParts& parts) {
    m_json["sea"] = json::array();
    for (const map::Archipelago& archipelago : map::archipelagos()) {
        const geometry::Box& lonLat = archipelago.lonLat;
        const geometry::Point at = parts.grid.toSteps(
            geometry::Point{(lonLat.minX + lonLat.maxX) / 2, (lonLat.minY + lonLat.maxY) / 2});
        if (at.x > box.minX && at.x < box.maxX && at.y > box.minY && at.y < box.maxY)
            m_json["sea"].push_back({{"name", parts.texts.of(archipelago.name)},
                                     {"at", {std::llround(at.x), std::llround(at.y), 0}}});
    }
}

namespace {

std::optional<std::size_t> numberOf(const std::map<UnitIndex, std::size_t>& numbers,
                                    UnitIndex unit) {
    const auto found = numbers.find(unit);
    return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::optional<std::size_t> MapGround::shapeOf(UnitIndex unit) const {
    return numberOf(m_shapes, unit);
}

std::optional<std::size_t> MapGround::formerOf(UnitIndex unit) const {
    return numberOf(m_formers, unit);
}

json mapJson(const ThemeOnDay& theme, const MapGround& ground, const std::string& title,
             SharedParts& parts) {
    return MapWriter(theme, ground, title, parts).write();
}

} // namespace terroir::page
