#include "core/sheets/file_ground.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/sheets/read.hpp"

namespace terroir::sheets {

namespace {

template <class Part>
void append(std::vector<Part>& to, const std::vector<Part>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

geometry::Ground groundOfFile(const std::filesystem::path& file) {
    const Workbook workbook = readWorkbook(file);
    geometry::Ground all;
    for (const Sheet& sheet : workbook.sheets)
        for (const Row& row : sheet.rows)
            if (row.ground) {
                append(all.points, row.ground->points);
                append(all.lines, row.ground->lines);
                append(all.polygons, row.ground->polygons);
            }
    if (all.isEmpty()) {
        LocalText why;
        for (const LocalText& remark : workbook.remarks)
            why = localText("{} ({})", "{} ({})", why, remark);
        throw InputError(localText(
            "'{}' không có điểm, đường hay vùng nào dùng được{}; hãy chọn tệp GeoJSON, KML, "
            "GeoPackage, Shapefile hoặc TAB có hình.",
            "'{}' has no point, line or zone that can be used{}; choose a GeoJSON, KML, "
            "GeoPackage, Shapefile or TAB file with shapes.",
            file.string(), why));
    }
    const int sorts = int(!all.points.empty()) + int(!all.lines.empty()) + int(!all.polygons.empty());
    if (sorts > 1)
        throw InputError(localText(
            "'{}' có cả vùng, đường hoặc điểm lẫn nhau; một bản ghi chỉ có một loại hình, hãy tách "
            "tệp.",
            "'{}' holds zones, lines or points beside each other; a record has shapes of one sort, "
            "so split the file.",
            file.string()));
    return all;
}

} // namespace terroir::sheets
