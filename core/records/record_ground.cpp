#include "core/records/record_ground.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/geometry/projection.hpp"
#include "core/store/workspace_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace terroir::records {

namespace {

struct AccuracyInfo {
    Accuracy accuracy;
    std::string_view id, vi, en;
};
constexpr std::array<AccuracyInfo, 5> accuracyInfos{
    {{Accuracy::Surveyed, "surveyed", "đo đạc tại chỗ", "surveyed"},
     {Accuracy::Layer, "layer", "theo lớp bản đồ", "of a map layer"},
     {Accuracy::Coordinates, "coordinates", "theo tọa độ", "by coordinates"},
     {Accuracy::Drawn, "drawn", "vẽ trên bản đồ", "drawn on a map"},
     {Accuracy::Approximate, "approximate", "gần đúng", "approximate"}}};

/// The one of its columns that holds it.
const char* columnOf(const geometry::Ground& shape) {
    return !shape.polygons.empty() ? "zones" : !shape.lines.empty() ? "lines" : "points";
}

constexpr std::string_view groundColumns =
    "SELECT g.record, g.accuracy, g.source, coalesce(g.zones, g.lines, g.points) FROM record_ground "
    "AS g JOIN record AS r ON r.id = g.record";

RecordGround groundOf(const store::Statement& row) {
    try {
        return {geometry::fromSpatialite(row.view(3)),
                parseAccuracy(row.view(1)).value_or(Accuracy::Approximate), row.text(2)};
    } catch (const GeometryError& error) {
        throw GeometryError(
            localText("Bản ghi '{}': {}", "Record '{}': {}", row.text(0), error.text()));
    }
}

bool hasGroundTable(store::WorkspaceFile& workspace) {
    return workspace.database()
        .queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='record_ground'")
        .has_value();
}

} // namespace

std::string_view toString(Accuracy accuracy) {
    return accuracyInfos[std::size_t(accuracy)].id;
}

std::optional<Accuracy> parseAccuracy(std::string_view text) {
    for (const AccuracyInfo& known : accuracyInfos)
        if (known.id == text)
            return known.accuracy;
    return std::nullopt;
}

LocalText accuracyWords(Accuracy accuracy) {
    const AccuracyInfo& known = accuracyInfos[std::size_t(accuracy)];
    return {std::string(known.vi), std::string(known.en)};
}

const std::vector<Accuracy>& accuracies() {
    static const std::vector<Accuracy> all{Accuracy::Surveyed, Accuracy::Layer,
                                           Accuracy::Coordinates, Accuracy::Drawn,
                                           Accuracy::Approximate};
    return all;
}

double groundHectares(const geometry::Ground& shape) {
    return shape.polygons.empty() ? 0 : geometry::ellipsoidalAreaKm2(shape.polygons) * 100;
}

double groundKilometres(const geometry::Ground& shape) {
    double length = 0;
    for (const geometry::Polyline& line : shape.lines)
        length += geometry::ellipsoidalLengthKm(line);
    for (const geometry::Polygon& polygon : shape.polygons) {
        length += geometry::ellipsoidalLengthKm(polygon.outer);
        for (const geometry::Ring& hole : polygon.holes)
            length += geometry::ellipsoidalLengthKm(hole);
    }
    return length;
}

LocalText groundWords(const geometry::Ground& shape) {
    if (!shape.polygons.empty()) {
        const LocalText area = numberText(groundHectares(shape));
        return shape.polygons.size() == 1
                   ? localText("vùng {} ha", "zone of {} ha", area)
                   : localText("{} vùng, cộng {} ha", "{} zones, {} ha together",
                               shape.polygons.size(), area);
    }
    if (!shape.lines.empty()) {
        const LocalText length = numberText(groundKilometres(shape));
        return shape.lines.size() == 1
                   ? localText("đường {} km", "line of {} km", length)
                   : localText("{} đường, cộng {} km", "{} lines, {} km together",
                               shape.lines.size(), length);
    }
    if (shape.points.size() > 1)
        return localText("{} điểm", "{} points", shape.points.size());
    const geometry::Point& point = shape.points.front();
    return localText("điểm {}; {}", "point {}, {}", numberText(point.y, 6), numberText(point.x, 6));
}

namespace {

/// Each with its size and a place in it; of many the first few.
std::string zonesText(const geometry::MultiPolygon& zones) {
    constexpr std::size_t mostTold = 5;
    std::string text;
    for (std::size_t i = 0; i < zones.size() && i < mostTold; ++i) {
        const geometry::Ground zone{{}, {}, {zones[i]}};
        const geometry::Point point = geometry::pointIn(zone);
        text += fmt::format("{}polygon of {:.2f} ha at {:.6f}, {:.6f}", i == 0 ? "" : "; ",
                            groundHectares(zone), point.y, point.x);
    }
    return zones.size() > mostTold ? text + "; …" : text;
}

} // namespace

std::string groundText(const RecordGround& ground) {
    const geometry::Ground& shape = ground.shape;
    const std::size_t parts =
        shape.points.size() + shape.lines.size() + shape.polygons.size();
    const geometry::Point point = geometry::pointIn(shape);
    std::string text = fmt::format("{:.6f}, {:.6f}", point.y, point.x);
    if (!shape.polygons.empty())
        text = zonesText(shape.polygons);
    else if (!shape.lines.empty())
        text = "line at " + text;
    if (parts > 1)
        text = fmt::format("{} parts: {}", parts, text);
    return fmt::format("{}; {}", text, toString(ground.accuracy));
}

bool hasGround(store::WorkspaceFile& workspace) {
    return hasGroundTable(workspace) &&
           workspace.database().queryText("SELECT 1 FROM record_ground LIMIT 1").has_value();
}

std::optional<RecordGround> loadGround(store::WorkspaceFile& workspace, const std::string& record) {
    if (!hasGroundTable(workspace))
        return std::nullopt;
    store::Statement row =
        workspace.database().prepare(std::string(groundColumns) + " WHERE g.record = ?");
    row.bind(1, record);
    return row.step() ? std::optional(groundOf(row)) : std::nullopt;
}

void walkGround(store::WorkspaceFile& workspace,
                const std::function<void(const std::string&, RecordGround&&)>& take) {
    if (!hasGroundTable(workspace))
        return;
    store::Statement row =
        workspace.database().prepare(std::string(groundColumns) + " ORDER BY g.record");
    while (row.step())
        take(row.text(0), groundOf(row));
}

void insertGround(store::WorkspaceFile& workspace, const std::string& record,
                  const RecordGround& ground) {
    const std::string column = columnOf(ground.shape);
    store::Statement insert = workspace.database().prepare(
        "INSERT OR REPLACE INTO record_ground(record, accuracy, source, " + column +
        ") VALUES(?, ?, ?, ?)");
    insert.bind(1, record).bind(2, toString(ground.accuracy)).bindTextOrNull(3, ground.source);
    insert.bindBlob(4, geometry::toSpatialite(ground.shape)).run();
}

void removeGround(store::WorkspaceFile& workspace, const std::string& record) {
    workspace.database()
        .prepare("DELETE FROM record_ground WHERE record = ?")
        .bind(1, record)
        .run();
}

} // namespace terroir::records
