#include "core/export/theme_tables.hpp"

#include "core/export/code_lists.hpp"
#include "core/export/columns.hpp"
#include "core/export/qml.hpp"
#include "core/figures/page_words.hpp"
#include "core/figures/reasons.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/map/unit_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numbers>
#include <set>

namespace terroir::exporting {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;
using figures::Rate;
using gazetteer::Level;
using gazetteer::UnitIndex;

/// Writes the rows of one theme. Language and lookups in one place.
class ThemeTables {
public:
    ThemeTables(const ThemeLayers& layers, const gazetteer::Gazetteer& gazetteer,
                const records::CompactRecords& records)
        : m_evaluated(layers.evaluated), m_gazetteer(gazetteer), m_records(records),
          m_words(layers.evaluated, gazetteer), m_names(figureColumns(layers.evaluated.theme)),
          m_approximate(layers.shapes.anyApproximate()) {
        for (const boundaries::UnitShape& shape : layers.shapes.units) {
            m_shapes[shape.unit] = &shape;
            if (shape.origin == boundaries::Origin::Official)
                m_hectares[shape.unit] = hectaresOf(shape.shape);
        }
        for (const boundaries::UnitShape& shape : layers.formers.units)
            m_formers[shape.unit] = &shape;
        for (const EvaluatedLayer& layer : m_evaluated.layers)
            for (const auto& [group, shared] : layer.shared)
                if (layer.hasData(shared))
                    for (const UnitIndex unit : group)
                        if (const auto [known, isNew] = m_groups.try_emplace(unit, &group);
                            !isNew && group.size() < known->second->size())
                            known->second = &group;
    }

    LayerTable polygons() const {
        LayerTable table =
            head(m_evaluated.theme.id, figures::PageWords(m_evaluated, m_gazetteer).title());
        table.geometry = GeometryType::Polygons;
        for (const UnitIndex unit : m_evaluated.units) {
            LayerRow row;
            row.cells = cells(unit);
            if (const auto shape = m_shapes.find(unit); shape != m_shapes.end())
                row.polygons = shape->second->shape;
            table.rows.push_back(std::move(row));
        }
        table.styles = polygonStyles(m_evaluated, table.columns);
        return table;
    }

    /// Ground that has figures together; no rows where the theme has none.
    LayerTable groups() const {
        LayerTable table =
            head(m_evaluated.theme.id + "_groups",
                 fmt::format("{}: {}", in(m_evaluated.theme.title), m_words.sharedFigure()));
        table.geometry = GeometryType::Polygons;
        for (const figures::UnitGroup& group : map::shownGroups(m_evaluated)) {
            LayerRow row;
            row.cells = cells(group);
            row.polygons = groundOf(group);
            table.rows.push_back(std::move(row));
        }
        table.styles = {groupStyle(m_evaluated, table.columns, m_words.sharedFigure())};
        return table;
    }

    LayerTable symbols(std::size_t layer) const {
        const std::string& label = in(m_evaluated.theme.layers[layer].label);
        LayerTable table = head(symbolLayerName(m_evaluated.theme, layer),
                                fmt::format("{}: {}", in(m_evaluated.theme.title), label));
        table.geometry = GeometryType::OnePoint;
        for (const UnitIndex unit : m_evaluated.units) {
            if (hasFigure(m_evaluated.layers[layer], unit) &&
                hasCircle(m_evaluated.layers[layer], unit))
                table.rows.push_back({cells(unit, Of::Circles), {}, anchorOf(unit)});
        }
        for (const figures::UnitGroup& group : map::shownGroups(m_evaluated.layers[layer]))
            table.rows.push_back({cells(group), {}, widestPlace(groundOf(group))});
        table.styles = {symbolStyle(m_evaluated, layer, table.columns)};
        return table;
    }

    LayerTable notAttributed() const;

private:
    const std::string& in(const LocalText& text) const { return text.in(m_evaluated.language); }
    std::string word(const char* vi, const char* en) const {
        return m_evaluated.language == Language::English ? en : vi;
    }

    static bool hasFigure(const EvaluatedLayer& layer, UnitIndex unit) {
        return std::any_of(layer.series.begin(), layer.series.end(),
                           [&](const auto& figures) { return figures.cells.contains(unit); });
    }

    /// Whether anything of its figures does not lie by itself: see figures::addGround().
    static bool hasCircle(const EvaluatedLayer& layer, UnitIndex unit) {
        return std::any_of(layer.series.begin(), layer.series.end(), [&](const auto& figures) {
            const auto cell = figures.cells.find(unit);
            return cell != figures.cells.end() &&
                   (cell->second.onGround == 0 ||
                    cell->second.value - cell->second.onGround > 1e-9 * cell->second.value);
        });
    }
    /// What figures are of: the units, or their circles, in which nothing is that lies by itself.
    enum class Of { Units, Circles };

    /// A unit, or units that have figures together.
    struct Ground {
        UnitIndex unit = gazetteer::noUnit;
        const figures::UnitGroup* group = nullptr;
        Of of = Of::Units;
    };
    Value sharedBy(UnitIndex unit) const;
    const figures::Cell* cellOf(const EvaluatedLayer& layer, std::size_t series,
                                const Ground& ground) const;

    static double hectaresOf(const geometry::MultiPolygon& shape);
    static std::vector<geometry::Point> widestPlace(geometry::MultiPolygon shape);
    std::vector<geometry::Point> anchorOf(UnitIndex unit) const;
    geometry::MultiPolygon groundOf(const figures::UnitGroup& group) const;
    LayerTable head(std::string name, std::string title) const;
    std::vector<Value> cells(UnitIndex unit, Of of = Of::Units) const;
    std::vector<Value> cells(const figures::UnitGroup& group) const;
    void appendFigures(std::vector<Value>& out, const Ground& ground) const;
    void appendOrigins(std::vector<Value>& out, const Ground& ground) const;
    std::string sourcesOf(const std::set<std::size_t>& indices) const;
    std::string recordsOf(const std::set<std::size_t>& indices) const;
    std::string nameOf(UnitIndex unit) const {
        return unit == gazetteer::noUnit ? word("cả nước", "the whole country")
                                         : m_gazetteer.unit(unit).fullName();
    }

    const EvaluatedTheme& m_evaluated;
    const gazetteer::Gazetteer& m_gazetteer;
    const records::CompactRecords& m_records;
    figures::PageWords m_words;
    std::vector<std::vector<std::string>> m_names;
    bool m_approximate;
    std::map<UnitIndex, const boundaries::UnitShape*> m_shapes, m_formers;
    /// Of official boundaries alone: a cell has the area that it was made for, which measures
    /// nothing.
    std::map<UnitIndex, double> m_hectares;
    std::map<UnitIndex, const figures::UnitGroup*> m_groups; ///< the smallest with a figure
};

/// On the ellipsoid of WGS 84, to a square metre.
double ThemeTables::hectaresOf(const geometry::MultiPolygon& shape) {
    return std::round(geometry::ellipsoidalAreaKm2(shape) * 1e6) / 1e4;
}

/// Where the symbols of a unit stand: at the widest place of its shape, as on the map; without a
/// shape at its representative point; nowhere without either.
std::vector<geometry::Point> ThemeTables::anchorOf(UnitIndex unit) const {
    const auto& point = m_gazetteer.unit(unit).point;
    const auto shape = m_shapes.find(unit);
    if (shape == m_shapes.end() || shape->second->shape.empty())
        return point ? std::vector<geometry::Point>{{point->lon, point->lat}}
                     : std::vector<geometry::Point>{};
    return widestPlace(shape->second->shape);
}

/// Of a group, the old unit whose figures they are, or the units that it has figures for: where a
/// layer fills, those without their own.
geometry::MultiPolygon ThemeTables::groundOf(const figures::UnitGroup& group) const {
    if (const auto former = m_formers.find(figures::namedBy(m_evaluated, group));
        former != m_formers.end())
        return former->second->shape;
    const auto isFilled = [&](UnitIndex unit) {
        return std::any_of(m_evaluated.layers.begin(), m_evaluated.layers.end(),
                           [&](const EvaluatedLayer& layer) {
                               const auto by = layer.filledBy.find(unit);
                               return by != layer.filledBy.end() && by->second == group;
                           });
    };
    const bool fillsAny = std::any_of(group.begin(), group.end(), isFilled);
    std::vector<geometry::MultiPolygon> shapes;
    for (const UnitIndex unit : group)
        if (const auto shape = m_shapes.find(unit);
            shape != m_shapes.end() && (!fillsAny || isFilled(unit)))
            shapes.push_back(shape->second->shape);
    return geometry::unionOf(shapes);
}

std::vector<geometry::Point> ThemeTables::widestPlace(geometry::MultiPolygon plane) {
    if (plane.empty())
        return {};
    const geometry::Box box = geometry::boxOf(plane);
    const double aspect = std::cos((box.minY + box.maxY) / 2 * std::numbers::pi / 180);
    for (geometry::Polygon& part : plane) {
        for (geometry::Point& corner : part.outer)
            corner.x *= aspect;
        for (geometry::Ring& hole : part.holes)
            for (geometry::Point& corner : hole)
                corner.x *= aspect;
    }
    const double tolerance = std::max(box.width(), box.height()) / 200;
    const geometry::Point widest = geometry::widestPoint(plane, tolerance).point;
    return {{widest.x / aspect, widest.y}};
}

LayerTable ThemeTables::head(std::string name, std::string title) const {
    LayerTable table;
    table.name = std::move(name);
    table.title = std::move(title);
    table.description = in(m_evaluated.theme.description);
    if (const std::string years = figures::PageWords(m_evaluated, m_gazetteer).years();
        !years.empty())
        table.title += ", " + years;
    if (const std::string left = figures::PageWords(m_evaluated, m_gazetteer).leftOut();
        !left.empty())
        table.description += (table.description.empty() ? "" : " ") + left + ".";
    if (m_approximate)
        table.description += (table.description.empty() ? "" : " ") +
                             word("Ranh giới gần đúng, không dùng để xác định địa giới.",
                                  "Approximate boundaries, not to be used as legal ones.");
    table.columns = {
        {"unit_code", word("Mã đơn vị", "Unit code")},
        {"unit_name", word("Tên đơn vị", "Unit name")},
        {"unit_type", word("Loại đơn vị", "Unit type")},
        {"level", word("Cấp", "Level"), ColumnType::Text, levelList(m_evaluated.language)},
        {"district", word("Cấp huyện", "District")},
        {"province", word("Cấp tỉnh", "Province")},
        {"valid_from", word("Hiệu lực từ", "Valid from")},
        {"valid_to", word("Hết hiệu lực", "Valid to")},
        {"boundary", word("Ranh giới", "Boundary")}};
    if (!m_hectares.empty())
        table.columns.push_back(
            {"unit_area_ha",
             word("Diện tích theo ranh giới chính thức, tính trên ellipsoid (ha)",
                  "Area of the official boundary on the ellipsoid (ha)"),
             ColumnType::Real});
    const auto& layers = m_evaluated.theme.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (std::size_t j = 0; j < layers[i].series.size(); ++j) {
            const std::string label =
                figureTitle(layers[i], layers[i].series[j], m_evaluated.language);
            table.columns.push_back({m_names[i][j], label, ColumnType::Real});
            table.columns.push_back({m_names[i][j] + "_qualifier",
                                     label + word(": mức chính xác", ": qualifier"),
                                     ColumnType::Text, qualifierList(m_evaluated.language)});
        }
        if (const std::string rates = rateColumn(m_evaluated.theme, i); !rates.empty()) {
            const std::string label = rateTitle(m_evaluated.layers[i], m_evaluated.language);
            table.columns.push_back({rates, label, ColumnType::Real});
            table.columns.push_back({rates + "_qualifier",
                                     label + word(": mức chính xác", ": qualifier"),
                                     ColumnType::Text, qualifierList(m_evaluated.language)});
        }
        if (theme::hasCategories(layers[i].type))
            table.columns.push_back({categoryColumn(m_evaluated.theme, i), in(layers[i].label),
                                     ColumnType::Text, categoryList(m_evaluated.layers[i])});
    }
    table.columns.push_back({sharedColumn, word("Có số liệu chung", "Has figures with others")});
    table.columns.push_back({"subjects", word("Đối tượng", "Subjects")});
    table.columns.push_back({"records", word("Bản ghi", "Records")});
    if (m_evaluated.leftOut.doubtful > 0)
        table.columns.push_back(
            {"doubtful_records", word("Bản ghi còn nghi vấn", "Doubtful records")});
    table.columns.push_back({"sources", word("Nguồn", "Sources")});
    return table;
}

std::vector<Value> ThemeTables::cells(UnitIndex index, Of of) const {
    const gazetteer::Unit& unit = m_gazetteer.unit(index);
    const auto ancestor = [&](Level level) -> Value {
        const UnitIndex above = m_gazetteer.ancestorAt(index, level, m_evaluated.asOf);
        return above == gazetteer::noUnit ? Value() : Value(m_gazetteer.unit(above).fullName());
    };
    std::vector<Value> out{unit.code,
                           unit.name,
                           unit.type,
                           std::string(toString(unit.level)),
                           ancestor(Level::District),
                           ancestor(Level::Province),
                           textOrNone(unit.valid.from.toString()),
                           textOrNone(unit.valid.to.toString())};
    const auto shape = m_shapes.find(index);
    if (shape == m_shapes.end())
        out.emplace_back();
    else
        out.emplace_back(boundaryWord(shape->second->origin, m_evaluated.language));
    if (!m_hectares.empty()) {
        const auto hectares = m_hectares.find(index);
        out.push_back(hectares == m_hectares.end() ? Value() : Value(hectares->second));
    }
    appendFigures(out, {index, nullptr, of});
    out.push_back(sharedBy(index));
    appendOrigins(out, {index, nullptr});
    return out;
}

std::vector<Value> ThemeTables::cells(const figures::UnitGroup& group) const {
    std::vector<std::string> codes;
    bool isApproximate = false;
    for (const UnitIndex unit : group) {
        codes.push_back(m_gazetteer.unit(unit).code);
        const auto shape = m_shapes.find(unit);
        isApproximate = isApproximate || shape == m_shapes.end() ||
                        shape->second->origin == boundaries::Origin::Approximate;
    }
    std::vector<Value> out{
        joinTexts(codes),
        m_words.groupName(group),
        word("nhóm", "group"),
        std::string(toString(m_evaluated.level)),
        Value(),
        Value(),
        Value(),
        Value(),
        boundaryWord(isApproximate ? boundaries::Origin::Approximate : boundaries::Origin::Official,
                     m_evaluated.language)};
    if (!m_hectares.empty())
        out.emplace_back();
    appendFigures(out, {gazetteer::noUnit, &group});
    out.push_back(textOrNone(m_words.groupNameInList(group)));
    appendOrigins(out, {gazetteer::noUnit, &group});
    return out;
}

/// The smallest group with a figure that the unit is in.
Value ThemeTables::sharedBy(UnitIndex unit) const {
    const auto found = m_groups.find(unit);
    return found == m_groups.end() ? Value() : textOrNone(m_words.groupNameInList(*found->second));
}

/// Null where there is none.
const figures::Cell* ThemeTables::cellOf(const EvaluatedLayer& layer, std::size_t series,
                                         const Ground& ground) const {
    if (ground.group == nullptr) {
        const auto cell = layer.series[series].cells.find(ground.unit);
        return cell == layer.series[series].cells.end() ? nullptr : &cell->second;
    }
    const figures::SharedFigures* shared = layer.sharedOf(*ground.group);
    return shared != nullptr && shared->cells[series] ? &*shared->cells[series] : nullptr;
}

/// Of a figures::Cell or a theme::Rate: the value and how exact it is.
template <typename Figure>
void appendFigure(std::vector<Value>& out, const Figure& figure) {
    out.emplace_back(figure.value);
    out.push_back(textOrNone(figure.lowerBound ? ">=" : figure.approximate ? "~" : ""));
}

void ThemeTables::appendFigures(std::vector<Value>& out, const Ground& ground) const {
    const auto append = [&](const auto* figure) {
        if (figure != nullptr)
            appendFigure(out, *figure);
        else
            out.insert(out.end(), 2, Value());
    };
    for (const EvaluatedLayer& layer : m_evaluated.layers) {
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            if (const figures::Cell* cell = cellOf(layer, i, ground);
                cell != nullptr && ground.of == Of::Circles && cell->onGround > 0)
                appendFigure(out, Rate{cell->value - cell->onGround, cell->lowerBound,
                                       cell->approximate});
            else
                append(cell);
        const figures::SharedFigures* shared =
            ground.group != nullptr ? layer.sharedOf(*ground.group) : nullptr;
        const auto rate = layer.rates.find(ground.unit);
        if (layer.hasRates())
            append(shared != nullptr && shared->rate ? &*shared->rate
                   : rate != layer.rates.end()       ? &rate->second
                                                     : nullptr);
        if (theme::hasCategories(layer.layer->type)) {
            const auto own = layer.categoryOf.find(ground.unit);
            const std::optional<std::size_t> category = shared != nullptr ? shared->category
                                                        : own != layer.categoryOf.end()
                                                            ? std::optional(own->second)
                                                            : std::nullopt;
            out.push_back(category ? Value(layer.categoryKeys[*category]) : Value());
        }
    }
}

void ThemeTables::appendOrigins(std::vector<Value>& out, const Ground& ground) const {
    std::vector<std::string> subjects;
    std::set<std::size_t> indices;
    for (const EvaluatedLayer& layer : m_evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            if (const figures::Cell* cell = cellOf(layer, i, ground)) {
                indices.insert(cell->records.begin(), cell->records.end());
                for (const std::string& subject : cell->subjects)
                    if (std::find(subjects.begin(), subjects.end(), subject) == subjects.end())
                        subjects.push_back(subject);
            }
    out.push_back(textOrNone(joinTexts(subjects)));
    out.push_back(textOrNone(recordsOf(indices)));
    if (m_evaluated.leftOut.doubtful > 0) {
        std::set<std::size_t> doubtful;
        std::copy_if(indices.begin(), indices.end(), std::inserter(doubtful, doubtful.end()),
                     [&](std::size_t index) { return m_records[index].isDoubtful; });
        out.push_back(textOrNone(recordsOf(doubtful)));
    }
    out.push_back(textOrNone(sourcesOf(indices)));
}

std::string ThemeTables::sourcesOf(const std::set<std::size_t>& indices) const {
    std::set<std::string> ids;
    for (const std::size_t index : indices)
        ids.emplace(m_records.source(index));
    return joinTexts({ids.begin(), ids.end()});
}

std::string ThemeTables::recordsOf(const std::set<std::size_t>& indices) const {
    std::vector<std::string> ids;
    for (const std::size_t index : indices)
        ids.emplace_back(m_records.id(index));
    return joinTexts(ids);
}

LayerTable ThemeTables::notAttributed() const {
    LayerTable table;
    table.name = m_evaluated.theme.id + "_not_attributed";
    table.title = fmt::format("{}: {}", in(m_evaluated.theme.title),
                              word("số liệu chưa xác định được đơn vị", "not attributed"));
    table.columns = {{"figure", word("Chỉ tiêu", "Figure")},
                     {"holder_code", word("Mã đơn vị", "Unit code")},
                     {"holder", word("Đơn vị chứa", "Unit that holds it")},
                     {"places", word("Các nơi", "Places")},
                     {"value", word("Giá trị", "Value"), ColumnType::Real},
                     {"qualifier", word("Mức chính xác", "Qualifier"), ColumnType::Text,
                      qualifierList(m_evaluated.language)},
                     {"unit", word("Đơn vị tính", "Unit of measure")},
                     {"reason", word("Mã lý do", "Reason id")},
                     {"reason_text", word("Lý do", "Reason")},
                     {"subjects", word("Đối tượng", "Subjects")},
                     {"records", word("Bản ghi", "Records")},
                     {"sources", word("Nguồn", "Sources")}};
    for (const EvaluatedLayer& layer : m_evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            for (const figures::NotAttributed& left : layer.series[i].notAttributed) {
                const theme::Series& series = layer.layer->series[i];
                std::vector<std::string> places;
                for (const UnitIndex place : left.places)
                    places.push_back(nameOf(place));
                const std::set<std::size_t> indices(left.records.begin(), left.records.end());
                LayerRow row;
                row.cells = {figureTitle(*layer.layer, series, m_evaluated.language),
                             left.holder == gazetteer::noUnit
                                 ? Value()
                                 : Value(m_gazetteer.unit(left.holder).code),
                             nameOf(left.holder),
                             textOrNone(joinTexts(places)),
                             left.value,
                             textOrNone(left.lowerBound ? ">=" : ""),
                             textOrNone(in(series.unit)),
                             std::string(toString(left.reason)),
                             in(inWords(left.reason)),
                             textOrNone(joinTexts(left.subjects)),
                             textOrNone(recordsOf(indices)),
                             textOrNone(sourcesOf(indices))};
                table.rows.push_back(std::move(row));
            }
    return table;
}

} // namespace

std::string boundaryWord(boundaries::Origin origin, Language language) {
    const bool english = language == Language::English;
    return origin == boundaries::Origin::Official ? english ? "official" : "chính thức"
           : english                              ? "approximate"
                                                  : "gần đúng";
}

std::string joinTexts(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : "; ") + text;
    return out;
}

LayerTable linkTable(Language language) {
    const bool english = language == Language::English;
    LayerTable table;
    table.name = "unit_records";
    table.title = english ? "Records of each unit" : "Bản ghi của từng đơn vị";
    table.columns = {{"theme", english ? "Theme" : "Chủ đề"},
                     {"unit_code", english ? "Unit code" : "Mã đơn vị"},
                     {"record", english ? "Record" : "Mã bản ghi"}};
    return table;
}

std::vector<LayerRow> linkRows(const EvaluatedTheme& evaluated,
                               const gazetteer::Gazetteer& gazetteer,
                               const records::CompactRecords& records) {
    std::set<std::pair<UnitIndex, std::size_t>> pairs;
    for (const EvaluatedLayer& layer : evaluated.layers) {
        for (const figures::Figures& figures : layer.series)
            for (const auto& [unit, cell] : figures.cells)
                for (const std::size_t record : cell.records)
                    pairs.emplace(unit, record);
        for (const auto& [group, shared] : layer.shared)
            for (std::size_t i = 0; i < shared.entries.size(); ++i)
                for (const std::size_t entry : shared.entries[i])
                    for (const std::size_t record : layer.series[i].notAttributed[entry].records)
                        for (const UnitIndex unit : group)
                            pairs.emplace(unit, record);
    }
    std::vector<LayerRow> rows;
    rows.reserve(pairs.size());
    for (const auto& [unit, record] : pairs)
        rows.push_back(
            {{evaluated.theme.id, gazetteer.unit(unit).code, std::string(records.id(record))},
             {},
             {}});
    return rows;
}

std::vector<LayerTable> themeTables(const ThemeLayers& layers,
                                    const gazetteer::Gazetteer& gazetteer,
                                    const records::CompactRecords& records) {
    const ThemeTables make(layers, gazetteer, records);
    std::vector<LayerTable> tables{make.polygons()};
    for (std::size_t i = 0; i < layers.evaluated.theme.layers.size(); ++i)
        if (isSymbolLayer(layers.evaluated.theme.layers[i]))
            tables.push_back(make.symbols(i));
    if (LayerTable groups = make.groups(); !groups.rows.empty())
        tables.push_back(std::move(groups));
    if (LayerTable left = make.notAttributed(); !left.rows.empty())
        tables.push_back(std::move(left));
    return tables;
}

} // namespace terroir::exporting
