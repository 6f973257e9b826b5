#include "core/map/frame_parts.hpp"

#include "core/geometry/box_grid.hpp"
#include "core/geometry/topology.hpp"
#include "core/map/typesetter.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>
#include <optional>
#include <utility>

namespace terroir::map {

namespace {

using gazetteer::UnitIndex;
using geometry::Box;

constexpr double kmPerDegree = 111.3;
constexpr double touchingKm = 5;
constexpr double minFill = 0.35;         ///< of the common box by the boxes of two parts
constexpr double minLand = 0.6;          ///< of the common box by the box of the land
constexpr double islandShare = 0.05;     ///< of the land: less is a small island
constexpr double withinFill = 0.9;       ///< more belongs together whatever else there is
constexpr double minDiagonal = 0.35;     ///< of the first part's, to be read beside it
constexpr double archipelagoMost = 0.4;  ///< of the first part's

/// One polygon of a unit.
struct Piece {
    std::size_t unit = 0, polygon = 0; ///< positions in the shapes
    Box km;                            ///< of plane kilometres, near enough to compare
    double ground = 0;                 ///< square degrees
};

/// Pieces that belong together.
struct Cluster {
    std::vector<std::size_t> pieces;
    Box km;
    double ownArea = 0; ///< of the boxes of ground that touches
    double ground = 0;  ///< square degrees
    const Archipelago* archipelago = nullptr;
};

double areaOf(const Box& box) {
    return box.width() * box.height();
}

Box toKm(const Box& lonLat) {
    constexpr double middleLatitude = 16; // of the country
    const double east = kmPerDegree * std::cos(middleLatitude * std::numbers::pi / 180);
    return {lonLat.minX * east, lonLat.minY * kmPerDegree, lonLat.maxX * east,
            lonLat.maxY * kmPerDegree};
}

const Archipelago* archipelagoAt(const Box& lonLat) {
    const Box middle{(lonLat.minX + lonLat.maxX) / 2, (lonLat.minY + lonLat.maxY) / 2,
                     (lonLat.minX + lonLat.maxX) / 2, (lonLat.minY + lonLat.maxY) / 2};
    for (const Archipelago& archipelago : archipelagos())
        if (holds(archipelago.lonLat, middle))
            return &archipelago;
    return nullptr;
}

Cluster joined(const Cluster& a, const Cluster& b) {
    Cluster both = a;
    both.pieces.insert(both.pieces.end(), b.pieces.begin(), b.pieces.end());
    both.km.expand(b.km);
    both.ownArea += b.ownArea;
    both.ground += b.ground;
    return both;
}

/// How much of their common box two clusters fill.
double fillOf(const Cluster& a, const Cluster& b) {
    Box both = a.km;
    both.expand(b.km);
    const double area = areaOf(both);
    return area > 0 ? (a.ownArea + b.ownArea) / area : 1;
}

bool belongTogether(const Cluster& a, const Cluster& b) {
    const Cluster& larger = a.ground >= b.ground ? a : b;
    const Cluster& smaller = a.ground >= b.ground ? b : a;
    if (smaller.ground < islandShare * larger.ground) {
        Box both = a.km;
        both.expand(b.km);
        return areaOf(larger.km) >= minLand * areaOf(both);
    }
    return fillOf(a, b) >= minFill;
}

/// Pieces that touch, or nearly; those of an archipelago together.
std::vector<Cluster> touchingClusters(const std::vector<Piece>& pieces,
                                      const std::vector<const Archipelago*>& archipelagoOf) {
    std::vector<std::size_t> root(pieces.size());
    std::iota(root.begin(), root.end(), std::size_t(0));
    const auto rootOf = [&](std::size_t piece) {
        while (root[piece] != piece)
            piece = root[piece] = root[root[piece]];
        return piece;
    };
    Box ground;
    for (const Piece& piece : pieces)
        ground.expand(piece.km);
    geometry::BoxGrid before(ground, std::max(ground.width(), ground.height()) / 200 + touchingKm);
    std::map<const Archipelago*, std::size_t> first;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Box around = grown(pieces[i].km, touchingKm);
        before.anyNear(around, [&](std::size_t other) {
            if (overlaps(around, before[other]) && archipelagoOf[other] == archipelagoOf[i])
                root[rootOf(other)] = rootOf(i);
            return false;
        });
        before.add(pieces[i].km);
        if (archipelagoOf[i] != nullptr)
            root[rootOf(i)] = rootOf(first.try_emplace(archipelagoOf[i], i).first->second);
    }
    std::map<std::size_t, Cluster> byRoot;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Cluster& cluster = byRoot[rootOf(i)];
        cluster.pieces.push_back(i);
        cluster.km.expand(pieces[i].km);
        cluster.ground += pieces[i].ground;
        cluster.archipelago = archipelagoOf[i];
    }
    std::vector<Cluster> clusters;
    for (auto& [at, cluster] : byRoot) {
        cluster.ownArea = areaOf(cluster.km);
        clusters.push_back(std::move(cluster));
    }
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const Cluster& a, const Cluster& b) { return a.ground > b.ground; });
    return clusters;
}

/// Islets near a coast go to it, so that few clusters are left to compare.
std::vector<Cluster> withNearIslets(const std::vector<Cluster>& clusters) {
    std::vector<Cluster> kept;
    for (const Cluster& cluster : clusters) {
        const auto coast = std::find_if(kept.begin(), kept.end(), [&](const Cluster& other) {
            return cluster.archipelago == nullptr && other.archipelago == nullptr &&
                   fillOf(other, cluster) >= withinFill;
        });
        if (coast == kept.end())
            kept.push_back(cluster);
        else
            *coast = joined(*coast, cluster);
    }
    return kept;
}

/// The two that fill their common box best, of those that `may` be put together.
template <typename May>
std::optional<std::pair<std::size_t, std::size_t>> nearestPair(const std::vector<Cluster>& clusters,
                                                               const May& may) {
    std::optional<std::pair<std::size_t, std::size_t>> best;
    double bestFill = -1;
    for (std::size_t i = 0; i < clusters.size(); ++i)
        for (std::size_t j = i + 1; j < clusters.size(); ++j)
            if (clusters[i].archipelago == nullptr && clusters[j].archipelago == nullptr &&
                fillOf(clusters[i], clusters[j]) > bestFill && may(clusters[i], clusters[j])) {
                best = {i, j};
                bestFill = fillOf(clusters[i], clusters[j]);
            }
    return best;
}

void join(std::vector<Cluster>& clusters, std::pair<std::size_t, std::size_t> pair) {
    clusters[pair.first] = joined(clusters[pair.first], clusters[pair.second]);
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(pair.second));
}

double distance(const Box& a, const Box& b) {
    return std::hypot(std::max({a.minX - b.maxX, b.minX - a.maxX, 0.0}),
                      std::max({a.minY - b.maxY, b.minY - a.maxY, 0.0}));
}

/// Joins what `goesTo` sends to another cluster, which it names by its position.
template <typename GoesTo>
void joinSmall(std::vector<Cluster>& clusters, const GoesTo& goesTo) {
    for (std::size_t i = 0; i < clusters.size();)
        if (const std::optional<std::size_t> to = goesTo(i)) {
            clusters[*to] = joined(clusters[*to], clusters[i]);
            clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
}

/// Banks and islets that are nearer to an archipelago than to the land go with it; on a map of the
/// whole country all islands are where they lie.
void joinIslands(std::vector<Cluster>& clusters) {
    double largest = 0;
    for (const Cluster& cluster : clusters)
        if (cluster.archipelago == nullptr)
            largest = std::max(largest, cluster.ground);
    const auto isLand = [&](const Cluster& cluster) {
        return cluster.archipelago == nullptr && cluster.ground >= islandShare * largest;
    };
    const auto isCountry = [&](const Cluster& cluster) {
        return isLand(cluster) && cluster.km.height() > nationalDegrees * kmPerDegree;
    };
    const auto country = std::find_if(clusters.begin(), clusters.end(), isCountry);
    if (country != clusters.end()) {
        // The largest come first.
        const auto at = static_cast<std::size_t>(country - clusters.begin());
        joinSmall(clusters, [&](std::size_t i) {
            return i > at && !isLand(clusters[i]) ? std::optional(at) : std::nullopt;
        });
        return;
    }
    joinSmall(clusters, [&](std::size_t i) -> std::optional<std::size_t> {
        if (isLand(clusters[i]) || clusters[i].archipelago != nullptr)
            return std::nullopt;
        std::size_t nearest = i;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < clusters.size(); ++k)
            if (const double far = distance(clusters[k].km, clusters[i].km);
                far < least && (isLand(clusters[k]) || clusters[k].archipelago != nullptr)) {
                nearest = k;
                least = far;
            }
        return nearest != i && clusters[nearest].archipelago != nullptr ? std::optional(nearest)
                                                                        : std::nullopt;
    });
}

FramePart partOf(const Cluster& cluster, const std::vector<Piece>& pieces,
                 const boundaries::UnitShapes& shapes,
                 const std::vector<std::size_t>& largestPolygon) {
    FramePart part;
    part.archipelago = cluster.archipelago;
    std::map<std::size_t, std::vector<std::size_t>> polygons; // by unit
    for (const std::size_t piece : cluster.pieces)
        polygons[pieces[piece].unit].push_back(pieces[piece].polygon);
    Box lonLat;
    for (auto& [unit, of] : polygons) {
        const boundaries::UnitShape& whole = shapes.units[unit];
        std::sort(of.begin(), of.end());
        boundaries::UnitShape shape{whole.unit, {}, whole.origin, whole.followsOfficial};
        for (const std::size_t polygon : of) {
            shape.shape.push_back(whole.shape[polygon]);
            if (polygon == largestPolygon[unit])
                part.marked.insert(whole.unit);
        }
        lonLat.expand(geometry::boxOf(shape.shape));
        part.shapes.units.push_back(std::move(shape));
    }
    const double latitude = (lonLat.minY + lonLat.maxY) / 2 * std::numbers::pi / 180;
    part.widthKm = lonLat.width() * kmPerDegree * std::cos(latitude);
    part.heightKm = lonLat.height() * kmPerDegree;
    return part;
}

void setEnlarged(std::vector<FramePart>& parts) {
    double largest = 0;
    for (const FramePart& part : parts)
        if (part.archipelago == nullptr)
            largest = std::max(largest, std::hypot(part.widthKm, part.heightKm));
    for (FramePart& part : parts) {
        const double diagonal = std::max(std::hypot(part.widthKm, part.heightKm), 1.0);
        if (largest > 0)
            part.enlarged = std::clamp(diagonal, minDiagonal * largest,
                                       part.archipelago != nullptr ? archipelagoMost * largest
                                                                   : std::max(diagonal, largest)) /
                            diagonal;
    }
}

} // namespace

std::vector<FramePart> framePartsOf(const boundaries::UnitShapes& shapes) {
    std::vector<Piece> pieces;
    std::vector<const Archipelago*> archipelagoOf;
    std::vector<std::size_t> largestPolygon(shapes.units.size());
    for (std::size_t unit = 0; unit < shapes.units.size(); ++unit) {
        const geometry::MultiPolygon& shape = shapes.units[unit].shape;
        double largest = -1;
        for (std::size_t i = 0; i < shape.size(); ++i) {
            const Box lonLat = geometry::boxOf({shape[i]});
            if (lonLat.isEmpty())
                continue;
            const double ground = geometry::areaOf({shape[i]});
            pieces.push_back({unit, i, toKm(lonLat), ground});
            archipelagoOf.push_back(archipelagoAt(lonLat));
            if (ground > largest) {
                largest = ground;
                largestPolygon[unit] = i;
            }
        }
    }
    if (pieces.empty())
        return {};
    std::vector<Cluster> clusters = withNearIslets(touchingClusters(pieces, archipelagoOf));
    while (const auto pair = nearestPair(clusters, belongTogether))
        join(clusters, *pair);
    std::stable_sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) {
        return std::pair(a.archipelago != nullptr, -a.ground) <
               std::pair(b.archipelago != nullptr, -b.ground);
    });
    joinIslands(clusters);
    while (clusters.size() > maxFrames) {
        const auto pair = nearestPair(clusters, [](const auto&, const auto&) { return true; });
        if (!pair)
            break;
        join(clusters, *pair);
    }
    if (clusters.size() < 2)
        return {};
    std::sort(clusters.begin() + 1, clusters.end(), [](const Cluster& a, const Cluster& b) {
        return std::pair(a.archipelago != nullptr, -a.km.maxY) <
               std::pair(b.archipelago != nullptr, -b.km.maxY);
    });
    std::vector<FramePart> parts;
    for (const Cluster& cluster : clusters)
        parts.push_back(partOf(cluster, pieces, shapes, largestPolygon));
    setEnlarged(parts);
    return parts;
}

geometry::Box landBoxOf(const boundaries::UnitShapes& shapes) {
    const std::vector<FramePart> parts = framePartsOf(shapes);
    const auto boxOf = [](const boundaries::UnitShapes& of) {
        Box box;
        for (const boundaries::UnitShape& unit : of.units)
            box.expand(geometry::boxOf(unit.shape));
        return box;
    };
    const auto groundOf = [](const FramePart& part) {
        double ground = 0;
        for (const boundaries::UnitShape& unit : part.shapes.units)
            ground += geometry::areaOf(unit.shape);
        return ground;
    };
    if (parts.empty())
        return boxOf(shapes);
    Box land = boxOf(parts.front().shapes);
    const double largest = groundOf(parts.front());
    for (const FramePart& part : parts)
        if (part.archipelago == nullptr && groundOf(part) >= islandShare * largest)
            land.expand(boxOf(part.shapes));
    return land;
}

} // namespace terroir::map
