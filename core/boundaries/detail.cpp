#include "core/boundaries/detail.hpp"

#include "core/geometry/coverage_simplify.hpp"
#include "core/geometry/packed_shape.hpp"
#include "core/geometry/topology.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::Coverage;
using geometry::MultiPolygon;

namespace {

constexpr std::size_t companies = 32; // bits

/// Bits such that two units have one in common when they are of one level and both valid on a day.
class Companies {
public:
    Companies(const Gazetteer& gazetteer, const std::vector<UnitIndex>& units)
        : m_gazetteer(gazetteer) {
        // Of periods that overlap, one begins within the other: the days of beginning are enough.
        std::set<std::pair<Level, Date>> days;
        for (const UnitIndex unit : units)
            if (unit != noUnit)
                days.insert({gazetteer.unit(unit).level, gazetteer.unit(unit).valid.from});
        m_days.assign(days.begin(), days.end());
    }

    std::uint32_t of(UnitIndex index) const {
        if (index == noUnit)
            return 0;
        const gazetteer::Unit& unit = m_gazetteer.unit(index);
        const std::size_t daysOfOneBit =
            std::max<std::size_t>(1, (m_days.size() + companies - 1) / companies);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < m_days.size(); ++i)
            if (m_days[i].first == unit.level && unit.valid.contains(m_days[i].second))
                bits |= std::uint32_t(1) << i / daysOfOneBit;
        return bits;
    }

private:
    const Gazetteer& m_gazetteer;
    std::vector<std::pair<Level, Date>> m_days;
};

/// The shape with its points on the grid, as it was when they all lie there; valid again where
/// rounding by half a centimetre made a line cross itself.
MultiPolygon onGrid(MultiPolygon shape) {
    constexpr int tries = 3; // the mended crossings are rounded too
    for (int i = 0; i < tries; ++i) {
        bool moved = false;
        const auto round = [&](geometry::Ring& ring) {
            for (geometry::Point& point : ring) {
                const geometry::Point rounded = geometry::fromGrid(geometry::toGrid(point));
                moved = moved || rounded != point;
                point = rounded;
            }
        };
        for (geometry::Polygon& polygon : shape) {
            round(polygon.outer);
            std::for_each(polygon.holes.begin(), polygon.holes.end(), round);
        }
        bool repaired = false;
        if (!moved)
            break;
        shape = geometry::madeValid(shape, repaired);
        if (!repaired)
            break;
    }
    return shape;
}

class DetailMaker {
public:
    DetailMaker(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                const Progress& progress)
        : m_database(workspace.database()), m_gazetteer(gazetteer), m_progress(progress) {}

    bool make() {
        m_database.execute("DELETE FROM boundary_detail");
        geometry::CoverageBuilder builder;
        if (!collect(builder))
            return false;
        Coverage coverage = std::move(builder).build();
        for (std::size_t i = 0; i < detailLevels.size(); ++i) {
            const auto partly = [&](double share, const LocalText&) {
                return report(collectShare + (1 - collectShare) * (double(i) + share) /
                                                 double(detailLevels.size()));
            };
            if (!geometry::simplify(coverage, detailLevels[i], partly))
                return false;
            store(coverage, detailLevels[i]);
        }
        return true;
    }

private:
    static constexpr double collectShare = 0.4;

    bool report(double share) const {
        return !m_progress ||
               m_progress(share, {"đang tạo các mức chi tiết", "making levels of detail"});
    }

    /// By unit, so that the order of imports decides nothing.
    bool collect(geometry::CoverageBuilder& builder) {
        std::vector<UnitIndex> units;
        store::Statement list =
            m_database.prepare("SELECT unit, length(geom) FROM boundary ORDER BY unit");
        std::size_t bytes = 0;
        while (list.step()) {
            m_uids.push_back(list.text(0));
            units.push_back(m_gazetteer.find(m_uids.back()));
            bytes += std::size_t(list.integer(1));
        }
        builder.reserve(bytes / sizeof(geometry::Point));
        const Companies company(m_gazetteer, units);
        store::Statement row =
            m_database.prepare("SELECT AsBinary(geom) FROM boundary WHERE unit=?");
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (!report(collectShare * double(i) / double(units.size())))
                return false;
            row.bind(1, m_uids[i]);
            builder.add(row.step() && !row.isNull(0) ? onGrid(geometry::fromWkb(row.view(0)))
                                                     : MultiPolygon(),
                        company.of(units[i]));
            row.reset();
        }
        return true;
    }

    void store(const Coverage& coverage, double tolerance) {
        store::Statement insert =
            m_database.prepare("INSERT INTO boundary_detail VALUES(?, ?, ?, ?, ?, ?, ?)");
        for (std::size_t i = 0; i < m_uids.size(); ++i) {
            const MultiPolygon shape = coverage.shape(i);
            if (shape.empty())
                continue;
            const geometry::Box box = geometry::boxOf(shape);
            insert.bind(1, tolerance)
                .bind(2, m_uids[i])
                .bind(3, box.minX)
                .bind(4, box.minY)
                .bind(5, box.maxX)
                .bind(6, box.maxY)
                .bindBlob(7, geometry::pack(shape))
                .run();
        }
    }

    store::Database& m_database;
    const Gazetteer& m_gazetteer;
    const Progress& m_progress;
    std::vector<std::string> m_uids; ///< of the coverage's shapes
};

bool hasTable(store::Database& database) {
    return database
        .queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='boundary_detail'")
        .has_value();
}

bool hasLevel(store::Database& database, double tolerance) {
    if (tolerance == 0 || !hasTable(database))
        return false;
    store::Statement row =
        database.prepare("SELECT 1 FROM boundary_detail WHERE tolerance=? LIMIT 1");
    row.bind(1, tolerance);
    return row.step();
}

} // namespace

double detailLevelFor(double tolerance) {
    const auto finer = std::find_if(detailLevels.rbegin(), detailLevels.rend(),
                                    [&](double level) { return level <= tolerance; });
    return finer == detailLevels.rend() ? 0 : *finer;
}

bool makeDetail(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                const Progress& progress) {
    workspace.addBoundaryDetail();
    return DetailMaker(workspace, gazetteer, progress).make();
}

DetailReader::DetailReader(store::WorkspaceFile& workspace, double tolerance)
    : m_database(workspace.database()) {
    const double level = detailLevelFor(tolerance);
    if (hasLevel(m_database, level)) {
        m_level = level;
        m_packed.emplace(
            m_database.prepare("SELECT packed FROM boundary_detail WHERE tolerance=? AND unit=?"));
    }
}

MultiPolygon DetailReader::read(std::string_view uid) {
    MultiPolygon shape;
    if (m_packed) {
        m_packed->bind(1, m_level).bind(2, uid);
        if (m_packed->step())
            shape = geometry::unpack(m_packed->view(0));
        m_packed->reset();
        return shape;
    }
    if (!m_asImported)
        m_asImported.emplace(
            m_database.prepare("SELECT AsBinary(geom) FROM boundary WHERE unit=?"));
    m_asImported->bind(1, uid);
    if (m_asImported->step() && !m_asImported->isNull(0))
        shape = geometry::fromWkb(m_asImported->view(0));
    m_asImported->reset();
    return shape;
}

geometry::Box DetailReader::boxOf(std::string_view uid) {
    geometry::Box box;
    if (m_level == 0)
        return box;
    if (!m_box)
        m_box.emplace(m_database.prepare("SELECT min_lon, min_lat, max_lon, max_lat FROM "
                                         "boundary_detail WHERE tolerance=? AND unit=?"));
    m_box->bind(1, m_level).bind(2, uid);
    if (m_box->step())
        box = {m_box->real(0), m_box->real(1), m_box->real(2), m_box->real(3)};
    m_box->reset();
    return box;
}

std::vector<StoredDetail> storedDetail(store::WorkspaceFile& workspace) {
    std::vector<StoredDetail> levels;
    if (!hasTable(workspace.database()))
        return levels;
    store::Statement rows = workspace.database().prepare(
        "SELECT tolerance, count(*), sum(length(packed)) FROM boundary_detail GROUP BY tolerance");
    while (rows.step())
        levels.push_back(
            {rows.real(0), std::size_t(rows.integer(1)), std::size_t(rows.integer(2))});
    return levels;
}

} // namespace terroir::boundaries
