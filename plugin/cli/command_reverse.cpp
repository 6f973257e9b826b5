#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/vn2000.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/point_table.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/table_input.hpp"
#include "plugin/cli/terminal_words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace terroir::cli {

namespace {

class ReverseCommand final : public Command {
public:
    std::string name() const override { return "reverse"; }
    LocalText summary() const override {
        return {"Tìm đơn vị hành chính chứa các điểm tọa độ",
                "Find the administrative units that points lie in"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir reverse toa-do.csv --columns \"kinh_do,vi_do\" -o diem-xa.csv",
                "terroir reverse --lon 103.61 --lat 22.31"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("FILE", m_file,
                       words("bảng CSV, XLSX, ODS; '-' là đầu vào chuẩn",
                             "table: CSV, XLSX, ODS; '-' is standard input"));
        app.add_option("--lon", m_lon,
                       words("kinh độ (hoặc tọa độ đông) của một điểm thay cho bảng",
                             "longitude (or easting) of one point instead of a table"))
            ->type_name("NUMBER");
        app.add_option("--lat", m_lat, words("vĩ độ (hoặc tọa độ bắc)", "latitude (or northing)"))
            ->type_name("NUMBER");
        app.add_option("--lon-column", m_columns.lon,
                       words("cột kinh độ (mặc định: theo tên: lon, lng, x, kinh độ…)",
                             "the column of longitudes (default: by name: lon, lng, x, kinh độ…)"))
            ->type_name("NAME");
        app.add_option("--lat-column", m_columns.lat,
                       words("cột vĩ độ (mặc định: theo tên: lat, y, vĩ độ…)",
                             "the column of latitudes (default: by name: lat, y, vĩ độ…)"))
            ->type_name("NAME");
        app.add_option("--columns", m_columns.both,
                       words("hai cột trên, kinh độ trước", "both columns, longitude first"))
            ->type_name("LIST");
        app.add_option("--crs", m_crs,
                       words("hệ tọa độ (mặc định: EPSG:4326, tức WGS 84); VN-2000 theo kinh tuyến "
                             "trục: vn2000:103°00' (Lai Châu)",
                             "their system (default: EPSG:4326, that is WGS 84); VN-2000 by its "
                             "central meridian: vn2000:103°00' (Lai Châu)"))
            ->type_name("CRS");
        app.add_option("--as-of-column", m_columns.asOf,
                       words("cột có ngày của từng dòng", "the column with each row's day"))
            ->type_name("NAME");
        m_area.bindAsOf(app, words);
        m_area.bindLevel(app, words);
        m_output.bind(app, words);
    }

    void run(Context& context) override {
        check();
        const Date day = m_area.asOf().value_or(Date::today());
        const gazetteer::Level level = m_area.level().value_or(gazetteer::Level::Commune);
        const geometry::CoordinateReader reader = makeReader();
        requirePoint(reader);
        Workspace workspace = context.open(store::Mode::ReadOnly, store::Spatial::Yes);
        if (m_columns.asOf.empty())
            checkLevel(workspace.gazetteer(), level, day);
        const boundaries::ImportedPolygons polygons(workspace.file(), workspace.gazetteer(),
                                                    boxOf(reader));
        workspace::DatedLocators locators(workspace, polygons, level);
        PointTable points(locators, reader, workspace.gazetteer(), m_columns, level, day);
        context.step(m_file.empty()
                         ? LocalText{"Tìm đơn vị chứa điểm", "Finding the unit of the point"}
                         : localText("Tìm đơn vị chứa các điểm của '{}'",
                                     "Finding the units of the points of '{}'", m_file));
        if (m_file.empty()) {
            printOne(context, points);
        } else {
            RowSink sink(context, m_output);
            forEachPiece(context, m_file,
                         [&](const TextTable& table) { points.locate(table, sink); });
            sink.finish();
        }
        report(context, points.counts());
    }

private:
    void check() const {
        const bool isPoint = !m_lon.empty() || !m_lat.empty();
        if (isPoint == !m_file.empty())
            throw UsageError(LocalText{"Hãy ghi hoặc một bảng, hoặc một điểm với --lon và --lat.",
                                       "Give either a table or one point with --lon and --lat."});
        if (isPoint && (m_lon.empty() || m_lat.empty()))
            throw UsageError(localText("Thiếu {}; một điểm cần cả --lon và --lat.",
                                       "{} is missing; a point needs both --lon and --lat.",
                                       m_lon.empty() ? "--lon" : "--lat"));
        if (!m_columns.both.empty() && !(m_columns.lon.empty() && m_columns.lat.empty()))
            throw UsageError(
                LocalText{"--columns và --lon-column, --lat-column loại trừ nhau; hãy dùng một "
                          "trong hai cách.",
                          "--columns and --lon-column, --lat-column exclude each other; give "
                          "either the one or the others."});
    }

    /// UsageError when the one point is not made of numbers.
    void requirePoint(const geometry::CoordinateReader& reader) const {
        if (!m_file.empty())
            return;
        for (const auto& [option, text] : {std::pair("--lon", m_lon), std::pair("--lat", m_lat)}) {
            const auto read = geometry::parseCoordinate(text);
            if (!read || !std::isfinite(read->value))
                throw UsageError(
                    localText("{} '{}' không phải là tọa độ; hãy ghi một số như 103.61 "
                              "hoặc 22°18'36\"B.",
                              "{} '{}' is not a coordinate; give a number such as "
                              "103.61 or 22°18'36\"N.",
                              option, text));
        }
        const std::vector<std::string> reasons = reader.read(m_lon, m_lat).reasons;
        if (std::find(reasons.begin(), reasons.end(), "not-a-number") != reasons.end())
            throw UsageError(localText("--lon '{}', --lat '{}' không phải là một điểm; hãy ghi hai "
                                       "số như --lon 103.61 --lat 22.31.",
                                       "--lon '{}', --lat '{}' is not a point; give two numbers "
                                       "such as --lon 103.61 --lat 22.31.",
                                       m_lon, m_lat));
    }

    geometry::CoordinateReader makeReader() const {
        const std::string crs = geometry::systemNamed(m_crs);
        try {
            return geometry::CoordinateReader(crs);
        } catch (const GeometryError& error) {
            throw UsageError(localText("Hệ tọa độ --crs '{}': {}", "The option --crs '{}': {}",
                                       m_crs, error.text()));
        }
    }

    static void checkLevel(const gazetteer::Gazetteer& gazetteer, gazetteer::Level level,
                           Date day) {
        if (gazetteer.unitsAt(level, day).empty())
            throw UsageError(localText(
                "Ngày {} không còn cấp {}; hãy chọn --level xa, hoặc một ngày như --as-of "
                "30/06/2025.",
                "On {} there is no {}; choose --level commune, or a day such as --as-of "
                "2025-06-30.",
                dayText(day),
                LocalText{codeWords("level", std::string(toString(level)), Language::Vietnamese),
                          std::string(toString(level))}));
    }

    /// Of one point; none for a table, whose points are not known yet.
    std::optional<geometry::Box> boxOf(const geometry::CoordinateReader& reader) const {
        if (!m_file.empty())
            return std::nullopt;
        geometry::Box box;
        if (const auto point = reader.read(m_lon, m_lat).lonLat) {
            constexpr double around = 1e-5; // degrees, a metre
            box.expand(geometry::Point{point->x - around, point->y - around});
            box.expand(geometry::Point{point->x + around, point->y + around});
        }
        return box;
    }

    void printOne(Context& context, PointTable& points) const {
        Table result{{"lon", "lat"}, {{m_lon, m_lat}}};
        const geocode::Cells header = geocode::answerHeader();
        result.columns.insert(result.columns.end(), header.begin(), header.end());
        for (const std::string& cell : points.locate(m_lon, m_lat))
            result.rows.front().push_back(textOrNone(cell));
        printUpright(context, result);
    }

    void report(const Context& context, const PointTable::Counts& counts) const {
        const auto note = [&](std::size_t count, const char* vi, const char* en) {
            if (count > 0)
                context.note(fmt::format(fmt::runtime(context.words(vi, en)), count));
        };
        if (!m_file.empty())
            context.note(localText("{} khớp, {} chưa rõ, {} không tìm thấy.",
                                   "{} matched, {} ambiguous, {} unmatched.", counts.matched,
                                   counts.ambiguous, counts.unmatched));
        note(
            counts.approximate,
            "Theo ranh giới gần đúng: {} điểm (ở đó chưa có ranh giới chính thức của ngày ấy; nhập "
            "bằng 'terroir boundaries import').",
            "By approximate boundaries: {} (for want of official ones of that day; import them "
            "with 'terroir boundaries import').");
        note(counts.swapped, "Ghi ngược kinh độ và vĩ độ, đã đổi lại: {} điểm.",
             "Longitude and latitude exchanged, put right: {}.");
        note(counts.unreadable, "Không có tọa độ đọc được: {} dòng.",
             "Without coordinates that can be read: {}.");
        note(counts.abroad, "Nằm ngoài Việt Nam: {} điểm; hãy xem lại --crs và thứ tự cột.",
             "Outside Vietnam: {}; check --crs and the order of the columns.");
    }

    std::string m_file, m_lon, m_lat, m_crs = "EPSG:4326";
    PointColumns m_columns;
    WhereWhenOptions m_area;
    OutputOptions m_output;
};

} // namespace

std::unique_ptr<Command> makeReverseCommand() {
    return std::make_unique<ReverseCommand>();
}

} // namespace terroir::cli
