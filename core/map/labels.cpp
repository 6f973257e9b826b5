#include "core/map/labels.hpp"

#include "core/geometry/topology.hpp"
#include "core/map/ink.hpp"
#include "core/theme/colour_vision.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace terroir::map {

namespace {

using geometry::Box;
using geometry::Point;

constexpr double haloMm = 0.45;
constexpr double clearanceMm = 0.35; ///< between labels
constexpr double aloneMm = 0.9;      ///< around a label that reaches over its unit's edge
constexpr double leastPt = 5.7;      ///< that can be read, on A4
constexpr double cellMm = 5;         ///< about a label's length
constexpr double casingMm = 0.8;
constexpr double leaderShare = 0.88; ///< of the size within the unit
constexpr double detailShare = 0.86; ///< of the name's size
constexpr unsigned char haloOpacity = 255;

Box boxAround(Point centre, double width, double height) {
    return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2,
            centre.y + height / 2};
}

/// The name on two lines of about equal length; nothing for a single word.
std::optional<std::array<std::string, 2>> halves(const std::string& name) {
    std::optional<std::array<std::string, 2>> best;
    std::size_t bestDifference = name.size();
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
        // "TT." alone on a line reads badly, and so does the "2" of "Tân Phú 2".
        const bool isNumberNext = name[at + 1] >= '0' && name[at + 1] <= '9';
        if (name[at - 1] == '.' || isNumberNext)
            continue;
        const std::size_t rest = name.size() - at - 1;
        const std::size_t difference = at > rest ? at - rest : rest - at;
        if (difference < bestDifference) {
            bestDifference = difference;
            best = {name.substr(0, at), name.substr(at + 1)};
        }
    }
    return best;
}

/// Share of 15 points spread over the box that lie in the shape.
double shareInside(const Box& box, const geometry::MultiPolygon& shape) {
    int inside = 0;
    for (int i = 0; i <= 4; ++i)
        for (int j = 0; j <= 2; ++j)
            inside += geometry::contains(
                shape, {box.minX + box.width() * i / 4, box.minY + box.height() * j / 2});
    return inside / 15.0;
}

bool isSame(const Box& a, const Box& b) {
    return a.minX == b.minX && a.minY == b.minY && a.maxX == b.maxX && a.maxY == b.maxY;
}

Point nearestOn(const Box& box, Point point) {
    return {std::clamp(point.x, box.minX, box.maxX), std::clamp(point.y, box.minY, box.maxY)};
}

/// Where a line to the middle of a box meets the ellipse in it: the rim of a circle.
Point rimOf(const Box& box, Point from) {
    const Point middle{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
    const double dx = from.x - middle.x, dy = from.y - middle.y;
    const double away = std::hypot(dx / (box.width() / 2), dy / (box.height() / 2));
    return away <= 1 ? from : Point{middle.x + dx / away, middle.y + dy / away};
}

} // namespace

TextOn textOn(Colour ground, Colour preferred) {
    // Below this luminance white has the better contrast with the ground than black.
    constexpr double darkGround = 0.179;
    constexpr Colour black{0, 0, 0};
    // Names that are quiet on purpose stay so.
    const bool isPale =
        preferred == ink::text && theme::contrast(ground, preferred) < theme::readableContrast;
    const bool isDark = theme::luminance(ground) < darkGround;
    ground.a = haloOpacity;
    return {isDark ? ink::paper : isPale ? black : preferred, ground};
}

struct LabelPlacer::Block {
    struct Line {
        std::string text;
        TextStyle style;
    };
    std::vector<Line> lines;
    double width = 0, height = 0;
};

struct LabelPlacer::Candidate {
    Point centre;
    double cost = 0;
};

LabelPlacer::LabelPlacer(const Typesetter& type, const geometry::Box& frame)
    : m_type(type), m_frame(frame), m_obstacles(frame, type.mm(cellMm)),
      m_occupiedBoxes(frame, type.mm(cellMm)) {}

void LabelPlacer::setOccupied(std::vector<const geometry::MultiPolygon*> shapes) {
    m_occupied = std::move(shapes);
    m_occupiedBoxes = geometry::BoxGrid(m_frame, m_type.mm(cellMm));
    for (const geometry::MultiPolygon* shape : m_occupied)
        m_occupiedBoxes.add(geometry::boxOf(*shape));
}

LabelPlacer::Block LabelPlacer::block(const LabelRequest& request, double factor, bool twoLines,
                                      Parts parts) const {
    Block block;
    const TextStyle nameStyle = m_type.style(request.sizePt * factor, false, request.italic);
    const TextStyle valueStyle = m_type.style(request.sizePt * factor, true);
    if (const auto pair = twoLines ? halves(request.name) : std::nullopt) {
        block.lines = {{(*pair)[0], nameStyle}, {(*pair)[1], nameStyle}};
    } else if (!twoLines) {
        block.lines = {{request.name, nameStyle}};
    }
    if (!block.lines.empty() && parts != Parts::Name && !request.value.empty())
        block.lines.push_back({request.value, valueStyle});
    if (!block.lines.empty() && parts == Parts::All && !request.detail.empty())
        block.lines.push_back(
            {request.detail, m_type.style(detailShare * request.sizePt * factor)});
    for (const Block::Line& line : block.lines) {
        block.width = std::max(block.width, m_type.width(line.text, line.style));
        block.height += 0.85 * Typesetter::lineHeight(line.style);
    }
    block.width += m_type.mm(0.4);
    return block;
}

bool LabelPlacer::meetsObstacle(const Box& box) const {
    return m_obstacles.anyNear(
        box, [&](std::size_t number) { return overlaps(box, m_obstacles[number]); });
}

bool LabelPlacer::isFree(const Box& box) const {
    const Box needed = grown(box, m_type.mm(clearanceMm) / 2);
    return holds(m_frame, needed) && !meetsObstacle(needed);
}

bool LabelPlacer::isAlone(const Box& box, const Box& ownSymbols) const {
    const Box around = grown(box, m_type.mm(aloneMm));
    return !m_obstacles.anyNear(around, [&](std::size_t number) {
        const Box& other = m_obstacles[number];
        return overlaps(around, other) && !isSame(other, ownSymbols);
    });
}

bool LabelPlacer::isFreeLine(Point from, Point to, const Box& ownSymbols) const {
    constexpr int steps = 24;
    for (int i = 0; i <= steps; ++i) {
        const Point at{from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps};
        const Box dot = boxAround(at, 0.1, 0.1);
        const bool isTaken = m_obstacles.anyNear(dot, [&](std::size_t number) {
            const Box& other = m_obstacles[number];
            return overlaps(dot, other) && !isSame(other, ownSymbols);
        });
        if (isTaken)
            return false;
    }
    return true;
}

std::pair<Point, Point> LabelPlacer::leaderOf(const LabelRequest& request, const Box& label) {
    if (request.symbols.isEmpty())
        return {request.anchor, nearestOn(label, request.anchor)};
    const Box& own = request.symbols;
    const Point middle{(own.minX + own.maxX) / 2, (own.minY + own.maxY) / 2};
    const Point end = nearestOn(label, middle);
    return {rimOf(own, end), end};
}

bool LabelPlacer::isOccupied(Point point) const {
    return m_occupiedBoxes.anyNear(boxAround(point, 0, 0), [&](std::size_t number) {
        const Box& box = m_occupiedBoxes[number];
        return point.x >= box.minX && point.x <= box.maxX && point.y >= box.minY &&
               point.y <= box.maxY && geometry::contains(*m_occupied[number], point);
    });
}

/// Above the symbols, below, then beside; each in the middle and shifted.
std::vector<LabelPlacer::Candidate> LabelPlacer::aroundSymbols(const LabelRequest& request,
                                                               const Block& block) const {
    std::vector<Candidate> candidates;
    const Box& own = request.symbols;
    const double gap = m_type.mm(clearanceMm);
    const double middleX = (own.minX + own.maxX) / 2, middleY = (own.minY + own.maxY) / 2;
    for (const double shift : {0.0, 0.3, -0.3, 0.5, -0.5}) {
        const double cost = std::abs(shift);
        const double dx = shift * block.width, dy = shift * 2 * block.height;
        candidates.push_back({{middleX + dx, own.minY - gap - block.height / 2}, cost});
        candidates.push_back({{middleX + dx, own.maxY + gap + block.height / 2}, cost + 0.1});
        candidates.push_back({{own.maxX + gap + block.width / 2, middleY + dy}, cost + 0.15});
        candidates.push_back({{own.minX - gap - block.width / 2, middleY + dy}, cost + 0.15});
    }
    return candidates;
}

std::optional<LabelPlacer::Candidate> LabelPlacer::bestInside(const LabelRequest& request,
                                                              const Block& block) const {
    std::vector<Candidate> candidates;
    if (request.symbols.isEmpty()) {
        candidates.push_back({request.anchor, 0});
        for (const double ring : {0.35, 0.7, 1.1})
            for (int i = 0; i < 12; ++i) {
                const double angle = i * std::numbers::pi / 6;
                candidates.push_back(
                    {{request.anchor.x + ring * block.width * std::cos(angle),
                      request.anchor.y + ring * 1.4 * block.height * std::sin(angle)},
                     0.1 * ring});
            }
    } else {
        candidates = aroundSymbols(request, block);
    }
    std::optional<Candidate> best;
    for (Candidate& candidate : candidates) {
        const Box box = boxAround(candidate.centre, block.width, block.height);
        if (best && candidate.cost >= best->cost)
            continue;
        if (!isFree(box))
            continue;
        const double inside = shareInside(box, *request.shape);
        if (inside < request.minInside ||
            (request.minInside > 0 && !geometry::contains(*request.shape, candidate.centre)))
            continue;
        candidate.cost += 2 * (1 - inside);
        if (!best || candidate.cost < best->cost)
            best = candidate;
    }
    return best;
}

/// Share of 15 points spread over the box that lie on others' ground.
double LabelPlacer::shareOfOthers(const Box& box, const geometry::MultiPolygon& own) const {
    int others = 0;
    for (int i = 0; i <= 4; ++i)
        for (int j = 0; j <= 2; ++j) {
            const Point at{box.minX + box.width() * i / 4, box.minY + box.height() * j / 2};
            others += isOccupied(at) && !geometry::contains(own, at);
        }
    return others / 15.0;
}

/// Over the edge of the unit, as long as it can be taken for the name of no other symbols; rather
/// over the sea or the edge of the map than over a neighbour.
std::optional<LabelPlacer::Candidate> LabelPlacer::bestBeside(const LabelRequest& request,
                                                              const Block& block) const {
    std::optional<Candidate> best;
    if (request.symbols.isEmpty())
        return best;
    for (Candidate candidate : aroundSymbols(request, block)) {
        const Box box = boxAround(candidate.centre, block.width, block.height);
        if ((best && candidate.cost >= best->cost) || !isFree(box) ||
            !isAlone(box, request.symbols))
            continue;
        candidate.cost += 0.6 * shareOfOthers(box, *request.shape);
        if (!best || candidate.cost < best->cost)
            best = candidate;
    }
    return best;
}

std::optional<LabelPlacer::Candidate> LabelPlacer::bestOutside(const LabelRequest& request,
                                                               const Block& block) const {
    std::optional<Candidate> best;
    const double step = m_type.mm(2.5);
    for (double distance = step; distance <= m_type.mm(request.leaderMm); distance += step) {
        for (int i = 0; i < 16; ++i) {
            const double angle = i * std::numbers::pi / 8;
            const Point centre{request.anchor.x + (distance + block.width / 2) * std::cos(angle),
                               request.anchor.y + (distance + block.height / 2) * std::sin(angle)};
            const double cost = distance + (isOccupied(centre) ? m_type.mm(9) : 0);
            if (best && cost >= best->cost)
                continue;
            const Box box = boxAround(centre, block.width, block.height);
            if (!isFree(box))
                continue;
            const auto [start, end] = leaderOf(request, box);
            if (!isFreeLine(start, end, request.symbols))
                continue;
            best = Candidate{centre, cost};
        }
    }
    return best;
}

PlacedLabel LabelPlacer::placed(const LabelRequest& request, const Block& block, Point centre) {
    PlacedLabel label;
    label.box = boxAround(centre, block.width, block.height);
    // A label that reaches over its shape's edge stands on several grounds: dark on white.
    const bool within = shareInside(label.box, *request.shape) > 0.95;
    const TextOn ink = textOn(within ? request.ground : ink::paper, request.colour);
    double top = label.box.minY;
    for (const Block::Line& line : block.lines) {
        const double height = 0.85 * Typesetter::lineHeight(line.style);
        // Capitals stand in the middle of their line, a little low for the marks above them.
        const double baseline = top + height / 2 + 0.55 * Typesetter::capHeight(line.style);
        label.items.emplace_back(TextItem{{centre.x, baseline},
                                          line.text,
                                          line.style,
                                          Align::Centre,
                                          ink.colour,
                                          ink.halo,
                                          m_type.mm(haloMm)});
        top += height;
    }
    m_obstacles.add(label.box);
    return label;
}

/// From large to small, each on one line and on two.
std::vector<LabelPlacer::Block> LabelPlacer::blocks(const LabelRequest& request,
                                                    Parts parts) const {
    std::vector<Block> blocks;
    for (const double factor : {1.0, 0.88, 0.76})
        if (factor == 1 || factor * request.sizePt >= leastPt)
            for (const bool twoLines : {false, true})
                if (Block text = block(request, factor, twoLines, parts); !text.lines.empty())
                    blocks.push_back(std::move(text));
    return blocks;
}

std::optional<PlacedLabel> LabelPlacer::place(const LabelRequest& request, Parts parts) {
    const std::vector<Block> texts = blocks(request, parts);
    for (const Block& text : texts)
        if (const auto found = bestInside(request, text))
            return placed(request, text, found->centre);
    constexpr double smaller = 0.15; ///< what each step to the next text costs
    const Block* beside = nullptr;
    Candidate best;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (auto found = bestBeside(request, texts[i])) {
            found->cost += smaller * double(i);
            if (beside == nullptr || found->cost < best.cost) {
                beside = &texts[i];
                best = *found;
            }
        }
    if (beside != nullptr)
        return placed(request, *beside, best.centre);
    if (request.leaderMm <= 0)
        return std::nullopt;
    const Block text =
        block(request, std::clamp(leastPt / request.sizePt, leaderShare, 1.0), false, parts);
    const auto found = bestOutside(request, text);
    if (!found)
        return std::nullopt;
    PlacedLabel label = placed(request, text, found->centre);
    const Stroke stroke{ink::text, m_type.mm(0.18)};
    const bool hasSymbols = !request.symbols.isEmpty();
    const auto [start, end] = leaderOf(request, label.box);
    label.leader = line(start, end, stroke);
    label.leaderCasing = line(start, end, {ink::paper, m_type.mm(casingMm)});
    for (int i = 0; i <= 12; ++i)
        m_obstacles.add(
            boxAround({start.x + (end.x - start.x) * i / 12, start.y + (end.y - start.y) * i / 12},
                      0.3, 0.3));
    if (!hasSymbols)
        label.leaderDot = CircleItem{start, m_type.mm(0.4), {ink::text}, {}};
    return label;
}

std::optional<PlacedLabel> LabelPlacer::place(const LabelRequest& request) {
    if (!request.detail.empty())
        if (auto label = place(request, Parts::All)) {
            label->hasValue = !request.value.empty();
            return label;
        }
    if (!request.value.empty())
        if (auto label = place(request, Parts::NameAndValue)) {
            label->hasValue = true;
            return label;
        }
    return place(request, Parts::Name);
}

} // namespace terroir::map
