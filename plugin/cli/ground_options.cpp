#include "plugin/cli/ground_options.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/geometry/coordinate_reader.hpp"
#include "core/geometry/vn2000.hpp"
#include "core/sheets/file_ground.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

records::Accuracy requireAccuracy(const std::string& text) {
    if (const auto known = records::parseAccuracy(text))
        return *known;
    std::vector<std::string> ids;
    for (const records::Accuracy one : records::accuracies())
        ids.emplace_back(toString(one));
    throw UsageError(unknownWord(
        localText("--accuracy: không có mức '{}'.", "--accuracy: there is no '{}'.", text), text,
        localText("Các mức là", "They are"), ids));
}

geometry::Ground pointAt(const std::string& text, const std::string& crs) {
    const auto [first, second] = geometry::splitCoordinates(text);
    // Latitude comes first, as people write it.
    const geometry::ReadPoint read =
        geometry::CoordinateReader(crs.empty() ? "EPSG:4326" : geometry::systemNamed(crs))
            .read(second, first);
    if (!read.lonLat)
        throw InputError(localText(
            "--at '{}' không phải là tọa độ ở Việt Nam; hãy viết vĩ độ, kinh độ như \"22.36, "
            "103.71\" hoặc \"22°21'36\" 103°42'36\"\", hoặc X, Y kèm --crs vn2000:105-45.",
            "--at '{}' are no coordinates in Vietnam; write latitude, longitude like \"22.36, "
            "103.71\" or \"22°21'36\" 103°42'36\"\", or X, Y with --crs vn2000:105-45.",
            text));
    return {{*read.lonLat}, {}, {}};
}

} // namespace

void GroundOptions::bind(CLI::App& app, const Words& words, bool mayRemove) {
    app.add_option("--at", at,
                   words("vị trí của bản ghi: vĩ độ, kinh độ (\"22.36, 103.71\"), hoặc X, Y kèm "
                         "--crs",
                         "where it lies: latitude, longitude (\"22.36, 103.71\"), or X, Y with "
                         "--crs"))
        ->type_name("COORDINATES");
    app.add_option("--crs", crs,
                   words("hệ tọa độ của --at (mặc định: WGS 84), ví dụ vn2000:105-45 hoặc EPSG:9210",
                         "the system of --at (default: WGS 84), such as vn2000:105-45 or EPSG:9210"))
        ->type_name("CRS");
    app.add_option("--ground", file,
                   words("tệp có điểm, đường hoặc vùng của bản ghi (GeoJSON, KML, GeoPackage, "
                         "Shapefile, TAB); nhiều hình thành một",
                         "a file with its points, lines or zones (GeoJSON, KML, GeoPackage, "
                         "Shapefile, TAB); several become one"))
        ->type_name("FILE");
    app.add_option("--accuracy", accuracy,
                   words("biết vị trí ấy bằng cách nào: surveyed, layer, coordinates, drawn, "
                         "approximate",
                         "how that is known: surveyed, layer, coordinates, drawn, approximate"))
        ->type_name("WORD");
    if (mayRemove)
        app.add_flag("--no-ground", isNone,
                     words("bản ghi không còn vị trí riêng", "it has no ground of its own any more"));
}

workspace::GroundChange GroundOptions::change() const {
    const int ways = int(!at.empty()) + int(!file.empty()) + int(isNone);
    if (ways > 1)
        throw UsageError(LocalText{
            "Chỉ dùng một trong --at, --ground và --no-ground.",
            "Give only one of --at, --ground and --no-ground."});
    if (!crs.empty() && at.empty())
        throw UsageError(LocalText{"--crs là hệ tọa độ của --at; tệp tự ghi hệ tọa độ của nó.",
                                   "--crs is the system of --at; a file says its own."});
    if (!accuracy.empty() && at.empty() && file.empty())
        throw UsageError(LocalText{"--accuracy đi với --at hoặc --ground.",
                                   "--accuracy goes with --at or --ground."});
    if (isNone)
        return workspace::GroundChange::toNone();
    if (ways == 0)
        return {};
    const bool isFile = !file.empty();
    const records::Accuracy known =
        !accuracy.empty() ? requireAccuracy(accuracy)
        : isFile          ? records::Accuracy::Layer
                          : records::Accuracy::Coordinates;
    return workspace::GroundChange::to(
        {isFile ? sheets::groundOfFile(file) : pointAt(at, crs), known,
         isFile ? std::filesystem::path(file).filename().string() : std::string()});
}

} // namespace terroir::cli
