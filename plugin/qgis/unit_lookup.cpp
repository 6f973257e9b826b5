#include "plugin/qgis/unit_lookup.hpp"

#include "core/boundaries/locator.hpp"
#include "core/boundaries/unit_point.hpp"
#include "core/gazetteer/versions.hpp"
#include "plugin/qgis/features.hpp"
#include "plugin/qgis/speech.hpp"

#include <map>
#include <mutex>
#include <optional>

namespace terroir::qgis {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

/// Fine enough for an outline on a screen.
constexpr double outlineMetres = 30;

} // namespace

/// A workspace of its own, for one thread at a time.
class UnitLookup::Reader {
public:
    explicit Reader(workspace::SnapshotPtr contents) : m_contents(std::move(contents)) {}

    std::vector<Shape> shapes(const std::vector<std::string>& uids) {
        const std::lock_guard lock(m_mutex);
        std::vector<Shape> found;
        for (const std::string& uid : uids)
            found.push_back(shape(uid));
        return found;
    }

    std::vector<std::string> unitsAt(gazetteer::LonLat point, Date day) {
        const std::lock_guard lock(m_mutex);
        if (!m_polygons)
            m_polygons.emplace(workspace().file(), *m_contents->gazetteer);
        auto locator = m_locators.find(day);
        if (locator == m_locators.end())
            locator = m_locators
                          .try_emplace(day, *m_polygons, workspace().file(), *m_contents->gazetteer,
                                       Level::Commune, day)
                          .first;
        std::vector<std::string> uids;
        for (const UnitIndex unit : locator->second.locate(point).units)
            uids.push_back(m_contents->gazetteer->unit(unit).uid);
        return uids;
    }

private:
    workspace::Workspace& workspace() {
        if (!m_workspace)
            m_workspace.emplace(m_contents->file, store::Mode::ReadOnly, store::Spatial::Yes);
        return *m_workspace;
    }

    Shape shape(const std::string& uid) {
        const gazetteer::Gazetteer& gazetteer = *m_contents->gazetteer;
        const UnitIndex unit = gazetteer.find(uid);
        Shape shape{uid, {}, true};
        if (unit == noUnit)
            return shape;
        const std::vector<UnitIndex> asked{unit};
        const boundaries::UnitShapes shapes = boundaries::shapesOf(
            workspace().file(), gazetteer, asked,
            gazetteer::dayOf(gazetteer.unit(unit), Date::today()), outlineMetres);
        if (!shapes.units.empty()) {
            shape.geometry = geometryOf(shapes.units.front().shape);
            shape.approximate = shapes.units.front().origin == boundaries::Origin::Approximate;
        } else if (const auto point = boundaries::pointOf(gazetteer, unit)) {
            shape.geometry = QgsGeometry::fromPointXY(QgsPointXY(point->lon, point->lat));
        }
        return shape;
    }

    workspace::SnapshotPtr m_contents;
    std::mutex m_mutex;
    std::optional<workspace::Workspace> m_workspace;
    std::optional<boundaries::ImportedPolygons> m_polygons;
    std::map<Date, boundaries::Locator> m_locators;
};

UnitLookup::UnitLookup(Desk& desk) : QObject(&desk), m_desk(desk) {
    connect(&desk, &Desk::libraryChanged, this, &UnitLookup::forgetLocators);
}

void UnitLookup::forgetLocators() {
    m_reader.reset();
}

std::shared_ptr<UnitLookup::Reader> UnitLookup::reader() {
    if (m_reader == nullptr && m_desk.library() != nullptr)
        m_reader = std::make_shared<Reader>(m_desk.library()->contents);
    return m_reader;
}

void UnitLookup::shapes(std::vector<std::string> uids,
                        std::function<void(const std::vector<Shape>&)> take) {
    const std::shared_ptr<Reader> reader = this->reader();
    if (reader == nullptr)
        return;
    auto found = std::make_shared<std::vector<Shape>>();
    m_desk.jobs().start(
        said("terroir: ranh giới của đơn vị", "terroir: outline of a unit"),
        [reader, uids = std::move(uids), found](const Progress&) { *found = reader->shapes(uids); },
        [this, library = m_desk.library(), found, take = std::move(take)](const QString& problem) {
            if (!problem.isEmpty())
                m_desk.say(problem, Qgis::MessageLevel::Critical);
            else if (library == m_desk.library())
                take(*found);
        });
}

void UnitLookup::unitsAt(QgsPointXY point, Date day,
                         std::function<void(const std::vector<std::string>&)> take) {
    const std::shared_ptr<Reader> reader = this->reader();
    if (reader == nullptr)
        return;
    auto found = std::make_shared<std::vector<std::string>>();
    m_desk.jobs().start(
        said("terroir: đơn vị ở điểm đã bấm", "terroir: the unit at a point"),
        [reader, point, day, found](const Progress&) {
            *found = reader->unitsAt({point.x(), point.y()}, day);
        },
        [this, library = m_desk.library(), found, take = std::move(take)](const QString& problem) {
            if (!problem.isEmpty())
                m_desk.say(problem, Qgis::MessageLevel::Critical);
            else if (library == m_desk.library())
                take(*found);
        });
}

} // namespace terroir::qgis
