#include "core/map/map_marks.hpp"

#include "core/map/base_ground.hpp"
#include "core/map/filled_figure.hpp"
#include "core/map/ink.hpp"
#include "core/map/labels.hpp"
#include "core/map/unit_fills.hpp"
#include "core/map/unit_groups.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <set>

namespace terroir::map {

namespace {

using gazetteer::UnitIndex;
using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;

constexpr std::size_t maxLeaders = 100; ///< units with data whose names may stand far outside
constexpr double leaderMm = 30, leaderOfManyMm = 15; ///< how far, on A4
constexpr double minLonePt = 7.6; ///< of names without those of other units around them
/// Units whose names are placed once more, smaller, where some find no room.
constexpr std::size_t maxPlacedAgain = 600;
constexpr double quietParentPt = 8; ///< of the units above them, which are only to find one's way
constexpr double groupNameShare = 1.1, maxGroupPt = 9;

/// Symbols and labels of one map, in the order in which they take their places.
class MarkPlacer {
public:
    /// `letters`: size of names as a share of what suits the units. Smaller ones leave out the
    /// figure that a circle has room for.
    MarkPlacer(const DrawnMap& map, std::span<const Box> obstacles, const SymbolPlan& plan,
               const Typesetter& type, double letters)
        : m_map(map), m_plan(plan), m_type(type), m_letters(letters),
          m_placer(type, grown(map.frame, -type.mm(0.8))), m_fills(map.evaluated) {
        for (const Box& obstacle : obstacles)
            m_placer.addObstacle(obstacle);
    }

    MapMarks place() {
        placeSymbols();
        placeSeaNames();
        placeAllNames();
        placeTownNames();
        placeFiguresInside(true);
        placeNames(m_map.context, 7.4, ink::contextText);
        return std::move(m_marks);
    }

private:
    void placeSymbols();
    void placeFiguresInside(bool ofThoseAlone);
    /// Returns where it is.
    Box placeBundle(SymbolBundle bundle, Point origin, Colour ground);
    Point originInGroup(const DrawnGroup& group, const Box& box) const;
    enum class Groups { Named, Unnamed };
    /// Those of one district, or those of several places that have no name together.
    void placeGroupNames(Groups groups, double namePt);
    enum class Rank { OwnFigure, GroupFigure, None };
    Rank rankOf(UnitIndex unit) const;
    double largestFigureOf(UnitIndex unit) const;
    Colour colourAt(Point point) const;
    double namePt() const;
    std::string valueOf(const figures::UnitGroup& group) const;
    using CellOf =
        std::function<const figures::Cell*(const figures::EvaluatedLayer&, std::size_t series)>;
    std::string symbolValueOf(const CellOf& cellOf) const;
    bool namesHaveRoom() const;
    void placeSeaNames();
    void placeTownNames();
    void placeAllNames();
    /// Whether the figures of the unit are its own, or those of units that have no name together,
    /// so that only its own name says whose they are.
    bool mustBeNamed(const DrawnUnit& unit, Rank rank) const;
    void placeUnitName(const DrawnUnit& unit, Rank rank, double sizePt, double reachMm);
    /// Of names that say alone whose figures they are, `count` of them.
    double leaderOf(std::size_t count) const {
        return count <= maxLeaders ? leaderMm : leaderOfManyMm;
    }
    std::string valueBeside(std::string value, const Box* symbols) const;
    void placeAt(const std::vector<std::pair<std::string, Point>>& names, double sizePt,
                 bool isItalic);
    void placeNames(const std::vector<DrawnUnit>& units, double sizePt, Colour colour);
    std::string valueOf(UnitIndex unit) const;
    void add(const PlacedLabel& label);

    const DrawnMap& m_map;
    const SymbolPlan& m_plan;
    const Typesetter& m_type;
    double m_letters;
    LabelPlacer m_placer;
    MapMarks m_marks;
    UnitFills m_fills;
    struct Sized {
        double size;
        Item item;
    };
    std::vector<Sized> m_discs;
    struct Inside {
        const Box* symbols; ///< that it belongs to, in one of the two lists
        Item figure;
        bool isAlone; ///< the name beside it says it, too, where there is room for one
    };
    bool isApart(const Inside& inside) const;
    std::vector<Inside> m_inside;
    std::set<const Box*> m_labelled; ///< symbols whose name and figure were placed
    std::map<UnitIndex, Box> m_symbolBoxes;
    std::map<figures::UnitGroup, Box> m_symbolBoxesOfGroups;
};

/// At the widest place of the group; where other symbols stand, at that of one of its units.
Point MarkPlacer::originInGroup(const DrawnGroup& group, const Box& box) const {
    const auto isFree = [&](Point origin) {
        const Box there = translated(box, origin);
        const auto meets = [&](const auto& other) { return overlaps(there, other.second); };
        return std::none_of(m_symbolBoxes.begin(), m_symbolBoxes.end(), meets) &&
               std::none_of(m_symbolBoxesOfGroups.begin(), m_symbolBoxesOfGroups.end(), meets);
    };
    const Point middle = bundleOrigin(group.ground, box);
    if (isFree(middle))
        return middle;
    const DrawnUnit* best = nullptr;
    for (const DrawnUnit& unit : m_map.units)
        if (std::binary_search(group.units.begin(), group.units.end(), unit.unit) &&
            (best == nullptr || unit.widest.radius > best->widest.radius) &&
            isFree(bundleOrigin(unit, box)))
            best = &unit;
    return best == nullptr ? middle : bundleOrigin(*best, box);
}

Box MarkPlacer::placeBundle(SymbolBundle bundle, Point origin, Colour ground) {
    for (Item& item : bundle.items) {
        translate(item, origin.x, origin.y);
        const auto* circle = std::get_if<CircleItem>(&item);
        m_discs.push_back({circle != nullptr ? circle->radiusMm : bundle.extent.largestRadiusMm,
                           std::move(item)});
    }
    const TextOn ink = textOn(ground, ink::text);
    for (Item& text : bundle.figures) {
        translate(text, origin.x, origin.y);
        std::get<TextItem>(text).colour = ink.colour;
        std::get<TextItem>(text).halo = ink.halo;
        m_marks.labels.items.push_back(std::move(text));
    }
    const Box box = translated(bundle.extent.box, origin);
    m_placer.addObstacle(box);
    return box;
}

void MarkPlacer::placeSymbols() {
    const auto place = [&](const std::vector<Symbol>& symbols, const auto& originOf,
                           const auto& groundAt, Box& box) {
        SymbolBundle bundle = bundleOf(symbols, m_type, m_plan.factor, m_plan.figures);
        const Point origin = originOf(bundle.extent.box);
        for (Item& figure : bundle.inside) {
            translate(figure, origin.x, origin.y);
            m_inside.push_back({&box, std::move(figure), symbols.size() == 1});
        }
        box = placeBundle(std::move(bundle), origin, groundAt(origin));
    };
    for (const DrawnUnit& unit : m_map.units) {
        const auto symbols =
            symbolsOf(unit.unit, m_map.evaluated, m_map.words, m_type, m_plan.figures);
        if (!symbols.empty() && unit.isMarked)
            place(
                symbols, [&](const Box& box) { return bundleOrigin(unit, box); },
                [&](Point) { return m_fills.of(unit.unit).colour; }, m_symbolBoxes[unit.unit]);
    }
    for (const DrawnGroup& group : m_map.groups) {
        const auto symbols =
            symbolsOf(group.units, m_map.evaluated, m_map.words, m_type, m_plan.figures);
        if (!symbols.empty() && group.ground.isMarked)
            place(
                symbols, [&](const Box& box) { return originInGroup(group, box); },
                [&](Point at) { return colourAt(at); }, m_symbolBoxesOfGroups[group.units]);
    }
    placeFiguresInside(false);
    std::stable_sort(m_discs.begin(), m_discs.end(),
                     [](const Sized& a, const Sized& b) { return a.size > b.size; });
    for (Sized& disc : m_discs)
        m_marks.symbols.items.push_back(std::move(disc.item));
}

/// Whether no other symbols reach into it.
bool MarkPlacer::isApart(const Inside& inside) const {
    const auto& text = std::get<TextItem>(inside.figure);
    const double half = m_type.width(text.text, text.style) / 2;
    const Box own{text.at.x - half, text.at.y - Typesetter::capHeight(text.style), text.at.x + half,
                  text.at.y};
    const auto isApartFrom = [&](const auto& boxes) {
        return std::all_of(boxes.begin(), boxes.end(), [&](const auto& other) {
            return &other.second == inside.symbols || !overlaps(own, other.second);
        });
    };
    return isApartFrom(m_symbolBoxes) && isApartFrom(m_symbolBoxesOfGroups);
}

/// Of several symbols side by side, or of those that are alone and have no name beside them that
/// says the figure.
void MarkPlacer::placeFiguresInside(bool ofThoseAlone) {
    for (Inside& inside : m_inside)
        if (inside.isAlone == ofThoseAlone && !m_labelled.contains(inside.symbols) &&
            isApart(inside))
            m_marks.labels.items.push_back(inside.figure);
}

bool MarkPlacer::namesHaveRoom() const {
    return m_map.parents.empty() || medianRadius(m_map.units) >= m_type.mm(minNameRadiusMm);
}

/// The one figure that symbols without texts show, whose colour says what it is of.
std::string MarkPlacer::symbolValueOf(const CellOf& cellOf) const {
    const std::vector<figures::EvaluatedLayer>& layers = m_map.evaluated.layers;
    if (m_plan.figures == FigureTexts::Shown || layers.size() != 1 ||
        !theme::isOfSymbols(layers.front().layer->type) ||
        theme::showsSum(layers.front().layer->type))
        return {};
    std::string text;
    for (std::size_t i = 0; i < layers.front().series.size(); ++i)
        if (const figures::Cell* cell = cellOf(layers.front(), i)) {
            if (!text.empty())
                return {};
            text = m_map.words.figure(layers.front(), i, *cell);
        }
    return text;
}

std::string MarkPlacer::valueOf(UnitIndex unit) const {
    if (!m_map.evaluated.theme.valuesOnLabels)
        return {};
    if (std::string filled = filledFigure(unit, m_map.evaluated, m_map.words); !filled.empty())
        return filled;
    return symbolValueOf([&](const figures::EvaluatedLayer& layer, std::size_t i) {
        const auto cell = layer.series[i].cells.find(unit);
        return cell == layer.series[i].cells.end() ? nullptr : &cell->second;
    });
}

MarkPlacer::Rank MarkPlacer::rankOf(UnitIndex unit) const {
    const auto hasOwn = [unit](const figures::EvaluatedLayer& layer) {
        return layer.hasData(unit) || layer.categoryOf.contains(unit);
    };
    const std::vector<figures::EvaluatedLayer>& layers = m_map.evaluated.layers;
    if (std::any_of(layers.begin(), layers.end(), hasOwn))
        return Rank::OwnFigure;
    return m_fills.hasData(unit) ? Rank::GroupFigure : Rank::None;
}

double MarkPlacer::largestFigureOf(UnitIndex unit) const {
    double largest = 0;
    for (const figures::EvaluatedLayer& layer : m_map.evaluated.layers)
        for (const figures::Figures& figures : layer.series)
            if (const auto cell = figures.cells.find(unit); cell != figures.cells.end())
                largest = std::max(largest, cell->second.value);
    return largest;
}

/// What a letter there stands on.
Colour MarkPlacer::colourAt(Point point) const {
    const Box spot{point.x, point.y, point.x, point.y};
    for (const DrawnUnit& unit : m_map.units)
        if (holds(unit.box, spot) && geometry::contains(unit.shape, point))
            return m_fills.of(unit.unit).colour;
    return ink::paper;
}

std::string MarkPlacer::valueOf(const figures::UnitGroup& group) const {
    if (!m_map.evaluated.theme.valuesOnLabels)
        return {};
    if (std::string filled = filledFigure(group, m_map.evaluated, m_map.words); !filled.empty())
        return filled;
    return symbolValueOf([&](const figures::EvaluatedLayer& layer, std::size_t i) {
        const figures::SharedFigures* shared = layer.sharedOf(group);
        return shared != nullptr && shared->cells[i] ? &*shared->cells[i] : nullptr;
    });
}

void MarkPlacer::placeGroupNames(Groups groups, double namePt) {
    for (const DrawnGroup& group : m_map.groups) {
        const bool isNamed = m_map.words.namedBy(group.units) != gazetteer::noUnit;
        if (isNamed != (groups == Groups::Named) || !group.ground.isMarked)
            continue;
        LabelRequest request;
        request.shape = &group.ground.shape;
        request.anchor = group.ground.widest.point;
        const auto box = m_symbolBoxesOfGroups.find(group.units);
        if (box != m_symbolBoxesOfGroups.end())
            request.symbols = box->second;
        request.name = m_map.words.groupName(group.units);
        request.value = valueOf(group.units);
        if (isNamed || !request.value.empty())
            request.leaderMm = leaderOf(m_map.groups.size());
        if (box != m_symbolBoxesOfGroups.end())
            request.value = valueBeside(std::move(request.value), &box->second);
        request.ground = colourAt(request.anchor);
        request.italic = true;
        request.sizePt = isNamed ? std::min(maxGroupPt, groupNameShare * namePt) : namePt;
        if (const auto label = m_placer.place(request)) {
            add(*label);
            if (box != m_symbolBoxesOfGroups.end() && label->hasValue)
                m_labelled.insert(&box->second);
        }
    }
}

/// Smaller letters are for where there is little room: a circle that has its figure in it needs
/// none beside it.
std::string MarkPlacer::valueBeside(std::string value, const Box* symbols) const {
    const bool isInside =
        m_letters < 1 && std::any_of(m_inside.begin(), m_inside.end(), [&](const Inside& inside) {
            return inside.isAlone && inside.symbols == symbols && isApart(inside);
        });
    return isInside ? std::string() : std::move(value);
}

/// By the room that the units have.
double MarkPlacer::namePt() const {
    const double roominess = medianRadius(m_map.units) / m_type.mm(1);
    return m_letters * (roominess > 16    ? 10.5
                        : roominess > 8   ? 8.8
                        : roominess > 5   ? 8.2
                        : roominess > 3.5 ? 7.6
                                          : 6.8);
}

void MarkPlacer::placeUnitName(const DrawnUnit& unit, Rank rank, double sizePt, double reachMm) {
    LabelRequest request;
    request.shape = &unit.shape;
    request.anchor = unit.widest.point;
    const auto box = m_symbolBoxes.find(unit.unit);
    if (box != m_symbolBoxes.end()) {
        request.symbols = box->second;
        request.minInside = 0.4;
    }
    request.name = m_map.words.shortName(unit.unit);
    request.value = valueOf(unit.unit);
    if (box != m_symbolBoxes.end())
        request.value = valueBeside(std::move(request.value), &box->second);
    if (const auto part = m_map.evaluated.coverage.find(unit.unit);
        part != m_map.evaluated.coverage.end())
        request.detail =
            "(" + m_map.words.coverage(part->second, figures::CoverageLength::Short) + ")";
    request.leaderMm = reachMm;
    request.ground = m_fills.of(unit.unit).colour;
    request.sizePt = sizePt;
    if (rank == Rank::None && !m_map.evaluated.theme.gaps)
        request.colour = ink::quietText;
    const auto label = m_placer.place(request);
    if (label) {
        add(*label);
        if (box != m_symbolBoxes.end() && label->hasValue)
            m_labelled.insert(&box->second);
    }
    if (mustBeNamed(unit, rank) && !label)
        m_marks.names.unnamed.push_back(unit.unit);
    if (!mustBeNamed(unit, rank) && label)
        ++m_marks.names.others;
}

bool MarkPlacer::mustBeNamed(const DrawnUnit& unit, Rank rank) const {
    return rank == Rank::OwnFigure ||
           (rank == Rank::GroupFigure &&
            std::any_of(m_map.groups.begin(), m_map.groups.end(), [&](const DrawnGroup& group) {
                return m_map.words.namedBy(group.units) == gazetteer::noUnit &&
                       std::find(group.units.begin(), group.units.end(), unit.unit) !=
                           group.units.end();
            }));
}

void MarkPlacer::placeAllNames() {
    std::map<Rank, std::vector<const DrawnUnit*>> units;
    for (const DrawnUnit& unit : m_map.units)
        if (unit.isMarked)
            units[rankOf(unit.unit)].push_back(&unit);
    std::vector<const DrawnUnit*>& own = units[Rank::OwnFigure];
    std::vector<const DrawnUnit*>& shared = units[Rank::GroupFigure];
    std::vector<const DrawnUnit*>& none = units[Rank::None];
    const auto larger = [](const DrawnUnit* a, const DrawnUnit* b) {
        return a->widest.radius > b->widest.radius;
    };
    for (auto* list : {&own, &shared, &none})
        std::stable_sort(list->begin(), list->end(), larger);
    std::stable_sort(own.begin(), own.end(), [this](const auto* a, const auto* b) {
        return largestFigureOf(a->unit) > largestFigureOf(b->unit);
    });

    const bool haveRoom = namesHaveRoom(), areFew = own.size() <= maxLeaders;
    const bool isAnyNamed = !own.empty() || !m_map.groups.empty();
    const bool isQuiet = isAnyNamed && !m_map.evaluated.theme.gaps; // of units without figures
    const auto areTooMany = [&](std::size_t others) {
        return !haveRoom || (isQuiet && others > maxOthers);
    };
    const bool areDropped = areTooMany(shared.size() + none.size());
    const double size = areDropped ? std::max(m_letters * minLonePt, namePt()) : namePt();
    const auto mustBe = [&](const DrawnUnit* unit) {
        return mustBeNamed(*unit, Rank::GroupFigure);
    };
    std::stable_partition(shared.begin(), shared.end(), mustBe);
    const auto inGroups = std::size_t(std::count_if(shared.begin(), shared.end(), mustBe));
    m_marks.names.withData = own.size() + inGroups;
    std::vector<const MultiPolygon*> occupied; // by what a name on a leader line could be taken for
    for (const DrawnUnit& unit : m_map.units)
        if (!areDropped || rankOf(unit.unit) != Rank::None)
            occupied.push_back(&unit.shape);
    m_placer.setOccupied(std::move(occupied));
    // Where units are too small for names, those that the map is about are named all the same,
    // beside them, as long as they are few.
    for (const DrawnUnit* unit : own)
        if (haveRoom || areFew)
            placeUnitName(*unit, Rank::OwnFigure, size, leaderOf(own.size()));
        else
            m_marks.names.unnamed.push_back(unit->unit);
    placeGroupNames(Groups::Named, size);
    if (!areTooMany(shared.size()))
        for (const DrawnUnit* unit : shared)
            placeUnitName(*unit, Rank::GroupFigure, otherNameShare * size,
                          mustBe(unit) ? leaderOf(own.size() + inGroups) : 0);
    else
        for (const DrawnUnit* unit : shared)
            if (mustBe(unit))
                m_marks.names.unnamed.push_back(unit->unit);
    placeGroupNames(Groups::Unnamed, otherNameShare * size);
    if (!haveRoom || (areDropped && m_map.parents.size() > 1))
        placeNames(m_map.parents, isAnyNamed ? quietParentPt : 9,
                   isAnyNamed ? ink::quietText : ink::text);
    if (!areDropped)
        for (const DrawnUnit* unit : none)
            placeUnitName(*unit, Rank::None, isQuiet ? otherNameShare * size : size, 0);
    std::sort(m_marks.names.unnamed.begin(), m_marks.names.unnamed.end());
}

void MarkPlacer::placeNames(const std::vector<DrawnUnit>& units, double sizePt, Colour colour) {
    for (const DrawnUnit& unit : units) {
        if (!unit.isMarked)
            continue;
        LabelRequest request;
        request.shape = &unit.shape;
        request.anchor = unit.widest.point;
        request.name = m_map.words.shortName(unit.unit);
        request.sizePt = sizePt;
        request.colour = colour;
        request.italic = colour == ink::contextText;
        request.ground = request.italic ? ink::contextFill : ink::paper;
        if (request.italic && !m_map.base.pictures.empty())
            request.colour = ink::text; // grey is not read on a picture
        request.minInside = request.italic ? 0.95 : 0.6; // neighbours are cut by the frame
        if (const auto label = m_placer.place(request))
            add(*label);
    }
}

void MarkPlacer::placeSeaNames() {
    placeAt(m_map.seaNames, 7.4, true);
    placeAt(m_map.countryNames, countryNamePt, false);
}

/// Last: where the names of units leave room.
void MarkPlacer::placeTownNames() {
    for (const auto& [name, at] : m_map.base.towns) {
        if (name.empty())
            continue;
        const double half = m_type.mm(0.7);
        const MultiPolygon spot;
        LabelRequest request;
        request.shape = &spot;
        request.anchor = at;
        request.symbols = {at.x - half, at.y - half, at.x + half, at.y + half};
        if (m_placer.isCovered(request.symbols)) // its dot is not to be seen
            continue;
        request.name = name;
        request.sizePt = townPt;
        request.colour = ink::quietText;
        request.minInside = 0;
        if (const auto label = m_placer.place(request))
            add(*label);
    }
}

void MarkPlacer::placeAt(const std::vector<std::pair<std::string, Point>>& names, double sizePt,
                         bool isItalic) {
    for (const auto& [name, at] : names) {
        const double half = m_type.mm(1);
        const MultiPolygon spot{{{{at.x - half, at.y - half},
                                  {at.x + half, at.y - half},
                                  {at.x + half, at.y + half},
                                  {at.x - half, at.y + half},
                                  {at.x - half, at.y - half}},
                                 {}}};
        LabelRequest request;
        request.shape = &spot;
        request.anchor = at;
        request.name = name;
        request.sizePt = sizePt;
        request.colour = ink::contextText;
        request.italic = isItalic;
        request.ground = ink::contextFill;
        request.minInside = 0;
        if (const auto label = m_placer.place(request))
            add(*label);
    }
}

void MarkPlacer::add(const PlacedLabel& label) {
    if (label.leader) {
        m_marks.symbols.items.emplace_back(*label.leaderCasing);
        m_marks.symbols.items.emplace_back(*label.leader);
        if (label.leaderDot)
            m_marks.symbols.items.emplace_back(*label.leaderDot);
    }
    m_marks.labels.items.insert(m_marks.labels.items.end(), label.items.begin(), label.items.end());
}

} // namespace

MapMarks placeMarks(const DrawnMap& map, std::span<const Box> obstacles, const SymbolPlan& plan,
                    const Typesetter& type) {
    MapMarks best = MarkPlacer(map, obstacles, plan, type, 1).place();
    for (const double letters : {0.86, 0.74}) {
        if (best.names.unnamed.empty() || best.names.withData > maxPlacedAgain)
            break;
        MapMarks smaller = MarkPlacer(map, obstacles, plan, type, letters).place();
        if (smaller.names.unnamed.size() < best.names.unnamed.size())
            best = std::move(smaller);
    }
    return best;
}

} // namespace terroir::map
