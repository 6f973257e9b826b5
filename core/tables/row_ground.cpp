#include "core/tables/row_ground.hpp"

#include "core/base/local_text.hpp"
#include "core/geometry/coordinate_reader.hpp"
#include "core/geometry/coordinate_system.hpp"
#include "core/tables/column_words.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace terroir::tables {

namespace {

/// Two coordinates in one cell: "21.37, 103.51", "21°22'N; 103°30'E", "2365123 512345".
std::pair<std::string, std::string> splitPair(std::string_view text) {
    for (const std::string_view separator : {";", ", ", "\n", " - ", "/", ",", " "}) {
        const std::size_t at = text.find(separator);
        if (at == std::string_view::npos || at == 0 || at + separator.size() >= text.size() ||
            text.find(separator, at + separator.size()) != std::string_view::npos)
            continue;
        return {std::string(text.substr(0, at)), std::string(text.substr(at + separator.size()))};
    }
    return {};
}

} // namespace

RowGround readGround(const FoundTable& found, const ColumnGuess& guess, std::string_view written,
                     std::string_view provinceCode) {
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
            auto [first, second] = splitPair(cellOf(row, found.columns[both->column].at));
            values.emplace_back(std::move(second), std::move(first));
        }
    }
    const auto system = geometry::chooseCoordinateSystem(values, said, provinceCode);
    if (!system) {
        out.remarks.push_back(
            {"Các tọa độ không được dùng vì không rõ hệ tọa độ; hãy ghi hệ ấy ở tiêu đề bảng, ví "
             "dụ 'VN-2000, kinh tuyến trục 105°30'', hoặc cho biết địa bàn của tài liệu.",
             "The coordinates are not used, since their system is not known; write it above the "
             "table, such as 'VN-2000, central meridian 105°30'', or say what area the document "
             "speaks of."});
        return out;
    }
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
