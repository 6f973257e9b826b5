#include "plugin/cli/point_table.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/cli/day_cell.hpp"
#include "plugin/cli/name_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace terroir::cli {

namespace {

using boundaries::Basis;
using boundaries::Location;
using geometry::ReadPoint;

/// Remembered answers above this number are dropped, so that memory stays bounded.
constexpr std::size_t maxAnswers = 100000;
/// Of an answer from approximate cells.
constexpr double approximateScore = 0.5;

enum Axis { Lon, Lat };

/// Usual names, the plainest first.
const std::array<std::vector<std::string>, 2>& axisNames() {
    static const std::array<std::vector<std::string>, 2> names = {{
        {"lon", "lng", "long", "longitude", "kinh do", "kinhdo", "x", "easting"},
        {"lat", "latitude", "vi do", "vido", "y", "northing"},
    }};
    return names;
}

std::string keyOfName(std::string_view name) {
    std::string key = text::fold(name);
    std::replace(key.begin(), key.end(), '_', ' ');
    return key;
}

bool isAxis(std::string_view name, Axis axis) {
    const auto& names = axisNames()[axis];
    return std::find(names.begin(), names.end(), keyOfName(name)) != names.end();
}

std::optional<std::size_t> findAxis(const TextTable& table, Axis axis) {
    for (const std::string& name : axisNames()[axis])
        for (std::size_t column = 0; column < table.header.size(); ++column)
            if (keyOfName(table.header[column]) == name)
                return column;
    return std::nullopt;
}

/// "lon,lat" in this order, or in the one that usual names say.
std::pair<std::string, std::string> splitPair(const std::string& both) {
    const std::vector<std::string> names = splitNames(both);
    if (names.size() != 2)
        throw UsageError(localText(
            "--columns '{}' không phải là hai cột; hãy viết như --columns \"kinh_do,vi_do\".",
            "--columns '{}' does not name two columns; write --columns \"lon,lat\".", both));
    if (isAxis(names[0], Lat) && isAxis(names[1], Lon))
        return {names[1], names[0]};
    return {names[0], names[1]};
}

std::vector<std::string> reasonsOf(const ReadPoint& point, const Location& location,
                                   const gazetteer::Gazetteer& gazetteer, gazetteer::Level level) {
    std::vector<std::string> reasons = point.reasons;
    if (!point.lonLat)
        return reasons;
    switch (location.basis) {
    case Basis::Official:
        reasons.emplace_back("official-boundary");
        break;
    case Basis::Succession:
        reasons.emplace_back("official-boundary");
        reasons.emplace_back("succession");
        break;
    case Basis::Approximate:
        reasons.emplace_back("approximate-cell");
        break;
    case Basis::Nothing:
        break;
    }
    if (location.isIncomplete)
        reasons.emplace_back("succession-unknown");
    else if (location.units.empty())
        reasons.emplace_back("outside");
    if (location.onBorder)
        reasons.emplace_back("on-border");
    else if (location.units.size() > 1 && !location.isIncomplete)
        reasons.emplace_back(location.basis == Basis::Official ? "overlap" : "several-fit");
    if (std::any_of(location.units.begin(), location.units.end(),
                    [&](auto unit) { return gazetteer.unit(unit).level != level; }))
        reasons.emplace_back("other-level");
    return reasons;
}

geocode::Match matchOf(const Location& location, std::vector<std::string> reasons) {
    geocode::Match match;
    match.reasons = std::move(reasons);
    for (const gazetteer::UnitIndex unit : location.units)
        match.candidates.push_back({unit,
                                    location.units.size() > 1 ? 1.0 / double(location.units.size())
                                    : location.basis == Basis::Approximate ? approximateScore
                                                                           : 1.0,
                                    {}});
    match.status = location.units.empty() ? geocode::Status::Unmatched
                   : location.units.size() == 1 && !location.isIncomplete
                       ? geocode::Status::Matched
                       : geocode::Status::Ambiguous;
    return match;
}

} // namespace

PointTable::Found PointTable::findColumns(const TextTable& table) const {
    Found found;
    std::string lon = m_columns.lon, lat = m_columns.lat;
    if (!m_columns.both.empty())
        std::tie(lon, lat) = splitPair(m_columns.both);
    const auto find = [&table](const std::string& name, Axis axis) {
        if (!name.empty())
            return table.requireColumn(name);
        if (const auto column = findAxis(table, axis))
            return *column;
        throw InputError(
            table.file, 0, "",
            localText("không có cột nào mang tên {} ({}); hãy chỉ ra các cột bằng --lon-column và "
                      "--lat-column. Các cột là: {}.",
                      "no column is named like a {} ({}); name the columns with --lon-column and "
                      "--lat-column. The columns are: {}.",
                      axis == Lon ? LocalText{"kinh độ", "longitude"}
                                  : LocalText{"vĩ độ", "latitude"},
                      fmt::format("{}", fmt::join(axisNames()[axis], ", ")),
                      fmt::format("{}", fmt::join(table.header, ", "))));
    };
    found.lon = find(lon, Lon);
    found.lat = find(lat, Lat);
    if (!m_columns.asOf.empty())
        found.asOf = table.requireColumn(m_columns.asOf);
    return found;
}

Date PointTable::dayOf(const TextTable& table, const TextRow& row, const Found& found) const {
    if (!found.asOf || row.cells[*found.asOf].empty())
        return m_day;
    const std::string& cell = row.cells[*found.asOf];
    return dayOfCell(table, row, m_columns.asOf, cell);
}

void PointTable::count(const ReadPoint& point, const Location& location) {
    const auto has = [&point](std::string_view reason) {
        return std::find(point.reasons.begin(), point.reasons.end(), reason) != point.reasons.end();
    };
    if (location.units.empty())
        ++m_counts.unmatched;
    else if (location.units.size() > 1 || location.isIncomplete)
        ++m_counts.ambiguous;
    else
        ++m_counts.matched;
    m_counts.approximate += location.basis == Basis::Approximate ? 1 : 0;
    m_counts.swapped += has("coordinates-swapped") ? 1 : 0;
    m_counts.abroad += has("outside-vietnam") ? 1 : 0;
    m_counts.unreadable += has("no-coordinates") || has("not-a-number") ? 1 : 0;
}

const geocode::Cells& PointTable::answer(const ReadPoint& point, const Location& location,
                                         Date day) {
    count(point, location);
    std::string key = fmt::format("{}|{}|{}", day.toString(), int(location.basis),
                                  int(location.onBorder) + 2 * int(location.isIncomplete));
    for (const gazetteer::UnitIndex unit : location.units)
        key += fmt::format("|{}", unit);
    for (const std::string& reason : point.reasons)
        key += reason;
    if (const auto known = m_answers.find(key); known != m_answers.end())
        return known->second;
    if (m_answers.size() > maxAnswers)
        m_answers.clear();
    const geocode::Match match =
        matchOf(location, reasonsOf(point, location, m_gazetteer, m_level));
    return m_answers.emplace(std::move(key), geocode::answerCells(match, m_gazetteer, day))
        .first->second;
}

void PointTable::locate(const TextTable& table, RowSink& sink) {
    const Found found = findColumns(table);
    if (!m_hasHeader) {
        geocode::Cells header = table.header;
        const geocode::Cells answers = geocode::answerHeader();
        header.insert(header.end(), answers.begin(), answers.end());
        sink.header(header);
        m_hasHeader = true;
    }
    std::vector<ReadPoint> points;
    std::vector<Date> days;
    std::map<Date, std::vector<std::size_t>> rowsOfDay;
    for (const TextRow& row : table.rows) {
        points.push_back(m_reader.read(row.cells[found.lon], row.cells[found.lat]));
        days.push_back(dayOf(table, row, found));
        if (points.back().lonLat)
            rowsOfDay[days.back()].push_back(points.size() - 1);
    }
    std::vector<Location> locations(points.size());
    for (const auto& [day, rows] : rowsOfDay) {
        std::vector<gazetteer::LonLat> lonLats;
        for (const std::size_t row : rows)
            lonLats.push_back({points[row].lonLat->x, points[row].lonLat->y});
        std::vector<Location> ofDay = m_locators.at(day).locate(lonLats);
        for (std::size_t i = 0; i < rows.size(); ++i)
            locations[rows[i]] = std::move(ofDay[i]);
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        geocode::Cells cells = table.rows[i].cells;
        const geocode::Cells& answers = answer(points[i], locations[i], days[i]);
        cells.insert(cells.end(), answers.begin(), answers.end());
        sink.row(cells);
    }
}

geocode::Cells PointTable::locate(const std::string& lon, const std::string& lat) {
    const ReadPoint point = m_reader.read(lon, lat);
    Location location;
    if (point.lonLat)
        location = m_locators.at(m_day).locate({point.lonLat->x, point.lonLat->y});
    return answer(point, location, m_day);
}

} // namespace terroir::cli
