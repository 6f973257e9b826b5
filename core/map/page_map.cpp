#include "core/map/page_map.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/map/page.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace terroir::map {

namespace {

using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;
using geometry::Polygon;
using geometry::Ring;

constexpr double pageGridMm = 0.02;
constexpr double fitGrid = 10; // times that: points enough to find out how large all is
constexpr double radiansPerDegree = std::numbers::pi / 180;

/// Metres per degree of longitude and of latitude on the WGS 84 ellipsoid.
Point metresPerDegree(double latitude) {
    constexpr double semiMajor = 6378137, eccentricity2 = 0.00669437999014;
    const double sine = std::sin(latitude * radiansPerDegree);
    const double root = std::sqrt(1 - eccentricity2 * sine * sine);
    const double primeVertical = semiMajor / root;
    const double meridional = semiMajor * (1 - eccentricity2) / (root * root * root);
    return {primeVertical * std::cos(latitude * radiansPerDegree) * radiansPerDegree,
            meridional * radiansPerDegree};
}

Box lonLatBox(const boundaries::UnitShapes& shapes) {
    Box box;
    for (const boundaries::UnitShape& unit : shapes.units)
        box.expand(geometry::boxOf(unit.shape));
    if (box.isEmpty())
        throw GeometryError(localText(
            "Không có ranh giới của đơn vị nào để vẽ; hãy nhập ranh giới, hoặc chọn địa bàn khác.",
            "There is no boundary of any unit to draw; import boundaries, or choose another "
            "area."));
    return box;
}

Ring snapped(const Ring& ring, Point grid) {
    Ring out;
    for (const Point& point : ring) {
        const Point moved{std::round(point.x / grid.x) * grid.x,
                          std::round(point.y / grid.y) * grid.y};
        if (out.empty() || moved != out.back())
            out.push_back(moved);
    }
    return out;
}

/// Snapped rings that still bound an area; the largest piece is kept whatever its size, so that no
/// unit vanishes.
MultiPolygon snapped(const MultiPolygon& shape, Point grid) {
    MultiPolygon out;
    for (const Polygon& polygon : shape) {
        Polygon kept{snapped(polygon.outer, grid), {}};
        if (kept.outer.size() < 4 && !(shape.size() == 1 || out.empty()))
            continue;
        for (const Ring& hole : polygon.holes)
            if (Ring inner = snapped(hole, grid); inner.size() >= 4)
                kept.holes.push_back(std::move(inner));
        out.push_back(std::move(kept));
    }
    return out;
}

/// Corners and middles of the box's sides: enough to know where a gently curved outline goes.
Box projectedBox(const Box& lonLat, const geometry::Transform& transform) {
    Box box;
    for (int i = 0; i <= 8; ++i)
        for (int j = 0; j <= 8; ++j)
            box.expand(transform(
                {lonLat.minX + lonLat.width() * i / 8, lonLat.minY + lonLat.height() * j / 8}));
    return box;
}

} // namespace

const std::vector<Archipelago>& archipelagos() {
    static const std::vector<Archipelago> both{
        {{"Quần đảo Hoàng Sa (Việt Nam)", "Hoàng Sa islands (Vietnam)"},
         {111.2, 15.7, 112.9, 17.2}},
        {{"Quần đảo Trường Sa (Việt Nam)", "Trường Sa islands (Vietnam)"},
         {111.4, 6.8, 117.4, 12.0}}};
    return both;
}

PageMap::PageMap(const boundaries::UnitShapes& shapes, const Box& box, const PageMapChoice& choice)
    : m_crs(!choice.crs.empty()
                ? choice.crs
                : geometry::localProjection(choice.lonLat ? *choice.lonLat : lonLatBox(shapes))),
      m_transform("EPSG:4326", m_crs) {
    Box lonLat = choice.lonLat ? *choice.lonLat : lonLatBox(shapes);
    const bool isNational = !choice.lonLat && lonLat.height() > nationalDegrees;
    if (isNational)
        for (const Archipelago& archipelago : archipelagos())
            lonLat.expand(archipelago.lonLat);
    const Box rough = projectedBox(lonLat, m_transform);
    m_mmPerMetre = std::min(box.width() / rough.width(), box.height() / rough.height());
    const Point centre{(lonLat.minX + lonLat.maxX) / 2, (lonLat.minY + lonLat.maxY) / 2};
    const Point metres = metresPerDegree(centre.y);
    m_lonLatGrid = {pageGridMm / m_mmPerMetre / metres.x, pageGridMm / m_mmPerMetre / metres.y};

    Box exact = choice.lonLat ? rough : Box();
    if (!choice.lonLat)
        for (const boundaries::UnitShape& unit : shapes.units) {
            MultiPolygon shape =
                snapped(unit.shape, {fitGrid * m_lonLatGrid.x, fitGrid * m_lonLatGrid.y});
            m_transform.apply(shape);
            exact.expand(geometry::boxOf(shape));
        }
    if (isNational)
        for (const Archipelago& archipelago : archipelagos())
            exact.expand(projectedBox(archipelago.lonLat, m_transform));
    m_mmPerMetre = std::min(box.width() / exact.width(), box.height() / exact.height());
    m_projectedCentre = {(exact.minX + exact.maxX) / 2, (exact.minY + exact.maxY) / 2};
    m_pageCentre = {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};

    constexpr double step = 0.001; // degrees
    const Point west = m_transform({centre.x - step, centre.y});
    const Point east = m_transform({centre.x + step, centre.y});
    const double projectedMetres = std::hypot(east.x - west.x, east.y - west.y);
    m_mmPerKm = 1000 * m_mmPerMetre * projectedMetres / (2 * step * metres.x);
    if (choice.maxMmPerKm && m_mmPerKm > *choice.maxMmPerKm) {
        const double smaller = *choice.maxMmPerKm / m_mmPerKm;
        m_mmPerMetre *= smaller;
        m_mmPerKm = *choice.maxMmPerKm;
        m_lonLatGrid = {m_lonLatGrid.x / smaller, m_lonLatGrid.y / smaller};
    }
    m_extent.expand(fitted({exact.minX, exact.minY}));
    m_extent.expand(fitted({exact.maxX, exact.maxY}));
}

Point PageMap::fitted(Point projected) const {
    return {m_pageCentre.x + (projected.x - m_projectedCentre.x) * m_mmPerMetre,
            m_pageCentre.y - (projected.y - m_projectedCentre.y) * m_mmPerMetre};
}

Point PageMap::toPage(Point lonLat) const {
    return fitted(m_transform(lonLat));
}

MultiPolygon PageMap::toPage(const MultiPolygon& lonLat) const {
    MultiPolygon shape = snapped(lonLat, m_lonLatGrid);
    m_transform.apply(shape);
    for (Polygon& polygon : shape) {
        std::transform(polygon.outer.begin(), polygon.outer.end(), polygon.outer.begin(),
                       [this](Point p) { return fitted(p); });
        for (Ring& hole : polygon.holes)
            std::transform(hole.begin(), hole.end(), hole.begin(),
                           [this](Point p) { return fitted(p); });
    }
    return shape;
}

double toleranceOn(const Page& page, const Box& lonLat) {
    if (lonLat.isEmpty())
        return 0;
    const Point metres = metresPerDegree((lonLat.minY + lonLat.maxY) / 2);
    return pageGridMm * std::max(lonLat.width() * metres.x / page.widthMm,
                                 lonLat.height() * metres.y / page.heightMm);
}

namespace {

/// Cuts a ring at one side of a box: `inside` says which points stay, `cut` finds the crossing.
template <typename Inside, typename Cut>
Ring cutAt(const Ring& ring, Inside inside, Cut cut) {
    Ring out;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point from = ring[i], to = ring[i + 1];
        if (inside(from))
            out.push_back(from);
        if (inside(from) != inside(to))
            out.push_back(cut(from, to));
    }
    if (!out.empty())
        out.push_back(out.front());
    return out;
}

Ring clippedTo(Ring ring, const Box& box) {
    const auto atX = [](double x) {
        return [x](Point a, Point b) {
            return Point{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
        };
    };
    const auto atY = [](double y) {
        return [y](Point a, Point b) {
            return Point{a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y};
        };
    };
    ring = cutAt(
        ring, [&](Point p) { return p.x >= box.minX; }, atX(box.minX));
    ring = cutAt(
        ring, [&](Point p) { return p.x <= box.maxX; }, atX(box.maxX));
    ring = cutAt(
        ring, [&](Point p) { return p.y >= box.minY; }, atY(box.minY));
    return cutAt(
        ring, [&](Point p) { return p.y <= box.maxY; }, atY(box.maxY));
}

} // namespace

MultiPolygon clippedTo(const MultiPolygon& shape, const Box& box) {
    MultiPolygon out;
    for (const Polygon& polygon : shape) {
        Polygon clipped{clippedTo(polygon.outer, box), {}};
        if (clipped.outer.size() < 4)
            continue;
        for (const Ring& hole : polygon.holes)
            if (Ring inner = clippedTo(hole, box); inner.size() >= 4)
                clipped.holes.push_back(std::move(inner));
        out.push_back(std::move(clipped));
    }
    return out;
}

std::vector<std::vector<Point>> clippedLine(const std::vector<Point>& line, const Box& box) {
    std::vector<std::vector<Point>> pieces;
    bool goesOn = false; // the last piece ends where the next segment starts
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point from = line[i], to = line[i + 1];
        const double dx = to.x - from.x, dy = to.y - from.y;
        double enter = 0, leave = 1; // shares of the segment
        bool isInside = true;
        const auto cut = [&](double along, double room) {
            if (along == 0)
                isInside = isInside && room >= 0;
            else if (along < 0)
                enter = std::max(enter, room / along);
            else
                leave = std::min(leave, room / along);
        };
        cut(-dx, from.x - box.minX);
        cut(dx, box.maxX - from.x);
        cut(-dy, from.y - box.minY);
        cut(dy, box.maxY - from.y);
        if (!isInside || enter > leave) {
            goesOn = false;
            continue;
        }
        if (!goesOn || enter > 0)
            pieces.push_back({{from.x + enter * dx, from.y + enter * dy}});
        pieces.back().push_back({from.x + leave * dx, from.y + leave * dy});
        goesOn = leave == 1;
    }
    return pieces;
}

} // namespace terroir::map
