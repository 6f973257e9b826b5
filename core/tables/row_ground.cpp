#include "core/tables/row_ground.hpp"

#include "core/base/local_text.hpp"
#include "core/geometry/coordinate_reader.hpp"
#include "core/geometry/coordinate_system.hpp"
#include "core/geometry/system_trial.hpp"
#include "core/tables/column_words.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace terroir::tables {

namespace {

/// What a row says of its place, in columns.
geocode::Query placeOf(const FoundTable& found, const ColumnGuess& guess, const FoundRow& row) {
    const auto cell = [&](std::string_view field) {
        const GuessedColumn* column = guess.find(field);
        return column == nullptr ? std::string()
                                 : std::string(cellOf(row, found.columns[column->column].at));
    };
    geocode::Query query;
    query.text = cell("place");
    query.commune = cell("commune");
    query.district = cell("district");
    query.province = cell("province");
    return query;
}

/// The systems in metres that put the rows into the communes that they name.
std::vector<geometry::SystemFit>
fitsOf(const FoundTable& found, const ColumnGuess& guess,
       const std::vector<std::pair<std::string, std::string>>& values, const PlaceWords& places) {
    constexpr std::size_t enough = 60;
    std::vector<geometry::TriedPlace> tried;
    for (std::size_t i = 0; i < values.size() && tried.size() < enough; ++i) {
        const auto x = geometry::parseCoordinate(values[i].first),
                   y = geometry::parseCoordinate(values[i].second);
        const geocode::Query query = placeOf(found, guess, found.rows[i]);
        if (!x || !y || (query.text.empty() && query.commune.empty()))
            continue;
        auto [points, reachKm] = places.whereaboutsOf(query);
        if (!points.empty())
            tried.push_back({{x->value, y->value}, std::move(points), reachKm});
    }
    constexpr std::size_t minRows = 3;
    return tried.size() < minRows ? std::vector<geometry::SystemFit>()
                                  : geometry::fittingSystems(tried);
}

/// The system of the coordinates; what else there is to say of it goes to `remarks`.
std::optional<geometry::CoordinateSystem>
systemOf(const FoundTable& found, const ColumnGuess& guess,
         const std::vector<std::pair<std::string, std::string>>& values, std::string_view written,
         const PlaceWords& places, std::vector<LocalText>& remarks) {
    const std::vector<std::string> zones = places.vn2000Zones();
    auto system = geometry::chooseCoordinateSystem(values, written, zones);
    if (!geometry::areMetres(values))
        return system;
    auto fits = fitsOf(found, guess, values, places);
    if (fits.empty())
        return system;
    const auto isFit = [&](const std::string& crs) {
        return std::any_of(fits.begin(), fits.end(),
                           [&](const geometry::SystemFit& fit) { return fit.crs == crs; });
    };
    if (system && isFit(system->crs))
        return system;
    if (system && system->isWritten) {
        remarks.push_back(localText(
            "Bảng ghi {}, nhưng tọa độ không nằm trong các xã mà bảng nêu; hợp với các xã là {}. "
            "Hãy kiểm tra kinh tuyến trục.",
            "The table says {}, but the coordinates do not lie in the communes that it names; with "
            "these goes {}. Check the central meridian.",
            system->crs, fits.front().figure()));
        return system;
    }
    // Of systems that fit alike, the one of the territory.
    if (std::any_of(zones.begin(), zones.end(), isFit))
        std::erase_if(fits, [&](const geometry::SystemFit& fit) {
            return std::find(zones.begin(), zones.end(), fit.crs) == zones.end();
        });
    if (fits.size() > 1)
        return system;
    return geometry::CoordinateSystem{
        fits[0].crs,
        localText("Tọa độ là mét và bảng không ghi hệ tọa độ; thử theo tên xã thì hợp nhất là {}. "
                  "Nếu không đúng, hãy ghi hệ tọa độ.",
                  "Coordinates are metres and the table names no system; tried by the communes "
                  "named, this fits best: {}. If that is wrong, name the system.",
                  fits[0].figure()),
        false};
}

} // namespace

RowGround readGround(const FoundTable& found, const ColumnGuess& guess, std::string_view written,
                     const PlaceWords& places) {
    RowGround out;
    const auto& rows = found.rows;
    if (std::any_of(rows.begin(), rows.end(),
                    [](const FoundRow& row) { return row.row->ground; })) {
        for (const FoundRow& row : rows)
            out.ground.push_back(row.row->ground);
        return out;
    }
    const GuessedColumn* east = guess.find(eastColumn);
    const GuessedColumn* north = guess.find(northColumn);
    const GuessedColumn* both = guess.find(pairColumn);
    if (both == nullptr && (east == nullptr || north == nullptr))
        return out;
    // x is the longitude or easting; the reader exchanges a pair that lies in Vietnam only so.
    std::vector<std::pair<std::string, std::string>> values;
    std::string said(written);
    for (const GuessedColumn* column : {east, north, both})
        if (column != nullptr)
            said += " " + headerOf(found.columns[column->column]);
    for (const FoundRow& row : rows) {
        if (east != nullptr && north != nullptr) {
            values.emplace_back(cellOf(row, found.columns[east->column].at),
                                cellOf(row, found.columns[north->column].at));
        } else {
            auto [first, second] = geometry::splitCoordinates(cellOf(row, found.columns[both->column].at));
            values.emplace_back(std::move(second), std::move(first));
        }
    }
    const auto system = systemOf(found, guess, values, said, places, out.remarks);
    if (!system) {
        out.remarks.push_back(
            {"Các tọa độ không được dùng vì không rõ hệ tọa độ; hãy ghi hệ ấy ở tiêu đề bảng, ví "
             "dụ 'VN-2000, kinh tuyến trục 105°30'', hoặc cho biết địa bàn của tài liệu.",
             "The coordinates are not used, since their system is not known; write it above the "
             "table, such as 'VN-2000, central meridian 105°30'', or say what area the document "
             "speaks of."});
        return out;
    }
    out.accuracy = records::Accuracy::Coordinates;
    out.remarks.push_back(system->said);
    const geometry::CoordinateReader reader(system->crs);
    std::vector<std::size_t> unread;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out.ground.push_back(nullptr);
        if (values[i].first.empty() && values[i].second.empty())
            continue;
        const geometry::ReadPoint point = reader.read(values[i].first, values[i].second);
        if (!point.lonLat) {
            unread.push_back(rows[i].row->line);
            continue;
        }
        sheets::Ground ground;
        ground.points.push_back(*point.lonLat);
        out.ground.back() = std::make_shared<const sheets::Ground>(std::move(ground));
    }
    if (unread.size() > 20)
        unread.resize(20);
    if (!unread.empty())
        out.remarks.push_back(
            localText("Tọa độ ở các dòng {} không đọc được hoặc nằm ngoài Việt Nam.",
                      "The coordinates in the rows {} cannot be read or lie outside Vietnam.",
                      fmt::join(unread, ", ")));
    return out;
}

} // namespace terroir::tables
