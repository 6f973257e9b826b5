#include "tests/structure/include_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::structure {

namespace {

// Which room may include which. A room may include itself and every room that stands before its own
// step; rooms of one step do not know each other.
const std::vector<std::vector<std::string>> steps = {
    {"core/base"},
    {"core/text", "core/geometry", "core/store", "core/classify"},
    {"core/sheets"},
    {"core/documents"},
    {"core/gazetteer"},
    {"core/geocode"},
    {"core/records"},
    {"core/tables", "core/extract"},
    {"core/boundaries", "core/base_map"},
    {"core/workspace", "core/search"},
    {"core/theme"},
    {"core/figures"},
    {"core/map"},
    {"core/export", "core/page", "core/atlas"},
};

// What a room beside core may include of the project.
const std::map<std::string, std::vector<std::string>> pluginRooms = {
    {"plugin/api", {"core/base/colour.hpp", "core/geometry/point.hpp", "core/map/scene.hpp"}},
    {"plugin/paint", {"core", "plugin/api"}},
    {"plugin/thematic", {"core", "plugin/api", "plugin/paint"}},
    {"plugin/cli", {"core", "plugin/api", "plugin/paint"}},
    {"plugin/viewer", {"core", "plugin/api", "plugin/paint"}},
    {"plugin/qgis", {"core"}},
};

// Libraries that only their own rooms know.
struct LibraryRule {
    const char* name;
    std::vector<std::string> headers; ///< how their names begin
    std::vector<std::string> rooms;
};
const std::vector<LibraryRule> libraryRules = {
    {"GDAL", {"gdal", "ogr", "cpl_"}, {"core/geometry", "core/sheets"}},
    {"Expat", {"expat"}, {"core/sheets"}},
    {"FreeXL", {"freexl"}, {"core/sheets"}},
    {"poppler", {"poppler-"}, {"core/documents"}},
    {"libxml2", {"libxml/"}, {"core/sheets"}},
    {"GEOS", {"geos"}, {"core/geometry"}},
    {"PROJ", {"proj"}, {"core/geometry"}},
    {"SQLite and SpatiaLite", {"sqlite3", "spatialite"}, {"core/store"}},
    {"libxlsxwriter", {"xlsxwriter"}, {"core/sheets"}},
    {"ICU", {"unicode/"}, {"core/text"}},
    {"Qt", {"Q", "qt"}, {"plugin"}},
    {"QGIS", {"qgs", "qgis"}, {"plugin/qgis"}},
    {"CLI11", {"CLI/"}, {"plugin/cli"}},
    // What only Linux has: a seam with a side for Windows, or a reason where it stands.
    {"the operating system",
     {"unistd.h", "fcntl.h", "sys/", "dlfcn.h", "link.h", "csignal", "signal.h", "poll.h", "pthread",
      "windows.h", "io.h", "process.h"},
     {"core/base/operating_system.cpp", "core/base/large_memory.cpp",
      "plugin/cli/standard_streams.cpp", "plugin/viewer/workspace_watcher.cpp",
      "plugin/viewer/map_worker.cpp"}},
};

bool isOf(const LibraryRule& rule, const std::string& header) {
    return std::any_of(rule.headers.begin(), rule.headers.end(),
                       [&](const std::string& start) { return header.starts_with(start); });
}

std::string roomOf(const std::string& file) {
    const std::size_t first = file.find('/');
    return file.substr(0, file.find('/', first + 1));
}

bool isIn(const std::string& file, const std::string& place) {
    return file == place || file.starts_with(place + "/");
}

bool isInAny(const std::string& file, const std::vector<std::string>& places) {
    return std::any_of(places.begin(), places.end(),
                       [&](const std::string& place) { return isIn(file, place); });
}

/// Its place in `steps`; their number for none.
std::size_t stepOf(const std::string& room) {
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const auto& step) {
        return std::find(step.begin(), step.end(), room) != step.end();
    });
    return std::size_t(found - steps.begin());
}

bool mayInclude(const std::string& file, const std::string& target) {
    const std::string from = roomOf(file), to = roomOf(target);
    if (from == to)
        return true;
    if (isIn(file, "core"))
        return isIn(target, "core") && stepOf(to) < stepOf(from);
    const auto room = pluginRooms.find(from);
    return room != pluginRooms.end() && isInAny(target, room->second);
}

std::string place(const Include& include) {
    return include.file + ":" + std::to_string(include.line) + " includes " + include.target;
}

/// Only then does the order of the rooms see it.
bool isNamedFromTheRoot(const Include& include) {
    return !include.isOwn || isIn(include.target, "core") || isIn(include.target, "plugin");
}

const std::vector<Include>& sourceTree() {
    static const std::vector<Include> all = includesIn(TERROIR_SOURCE_DIR, {"core", "plugin"});
    return all;
}

} // namespace

TEST(Rooms, an_own_file_is_named_from_the_root) {
    for (const Include& include : sourceTree())
        EXPECT_TRUE(isNamedFromTheRoot(include)) << place(include);
    EXPECT_FALSE(isNamedFromTheRoot({"core/text/latin.cpp", 1, "../map/scene.hpp", true}))
        << "would pass by the order of the rooms";
    EXPECT_FALSE(isNamedFromTheRoot({"core/text/latin.cpp", 1, "latin.hpp", true}));
    EXPECT_TRUE(isNamedFromTheRoot({"core/text/latin.cpp", 1, "vector", false}));
}

TEST(Rooms, each_includes_only_what_stands_before_it) {
    ASSERT_GT(sourceTree().size(), 1000U);
    for (const Include& include : sourceTree()) {
        if (include.isOwn && (isIn(include.target, "core") || isIn(include.target, "plugin"))) {
            EXPECT_TRUE(mayInclude(include.file, include.target)) << place(include);
        }
    }
}

TEST(Rooms, every_folder_of_core_has_its_place_in_the_order) {
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(TERROIR_SOURCE_DIR) / "core"))
        if (entry.is_directory()) {
            EXPECT_LT(stepOf("core/" + entry.path().filename().string()), steps.size())
                << entry.path().filename();
        }
}

TEST(Rooms, a_library_is_known_in_its_own_rooms_only) {
    for (const LibraryRule& rule : libraryRules) {
        for (const Include& include : sourceTree()) {
            if (!include.isOwn && isOf(rule, include.target)) {
                EXPECT_TRUE(isInAny(include.file, rule.rooms))
                    << rule.name << ": " << place(include);
            }
        }
    }
}

TEST(Rooms, no_header_and_source_include_each_other_in_a_circle) {
    for (const std::vector<std::string>& circle : circlesIn(pairsOf(sourceTree()))) {
        std::string names;
        for (const std::string& pair : circle)
            names += (names.empty() ? "" : ", ") + pair;
        ADD_FAILURE() << "These include each other in a circle: " << names;
    }
}

TEST(Rooms, a_wrong_include_is_found) {
    EXPECT_FALSE(mayInclude("core/geometry/shape.cpp", "core/map/scene.hpp"));
    EXPECT_FALSE(mayInclude("core/text/latin.cpp", "core/store/database.hpp")); // of one step
    EXPECT_FALSE(mayInclude("core/theme/theme.cpp", "plugin/api/painter_plugin.hpp"));
    EXPECT_FALSE(mayInclude("plugin/qgis/dock.cpp", "plugin/paint/plugin_host.hpp"));
    EXPECT_FALSE(mayInclude("plugin/api/painter_plugin.hpp", "core/theme/theme.hpp"));
    EXPECT_FALSE(mayInclude("plugin/viewer/main.cpp", "plugin/cli/program.hpp"));
    EXPECT_TRUE(mayInclude("core/map/legend.cpp", "core/theme/theme.hpp"));
}

TEST(Rooms, a_circle_is_found_over_headers_and_sources) {
    const std::vector<Include> includes = {
        {"a/one.cpp", 1, "a/two.hpp", true},   {"a/two.hpp", 1, "a/three.hpp", true},
        {"a/three.cpp", 1, "a/one.hpp", true}, {"a/four.cpp", 1, "a/one.hpp", true},
        {"a/four.cpp", 2, "a/four.hpp", true},
    };
    const auto circles = circlesIn(pairsOf(includes));
    ASSERT_EQ(circles.size(), 1U);
    EXPECT_EQ(circles.front(), (std::vector<std::string>{"a/one", "a/three", "a/two"}));
}

TEST(Rooms, include_lines_are_read_with_their_place) {
    const auto includes = includesOf("x.cpp", "// #include \"no.hpp\"\n# include <map>\n"
                                              "  #include \"core/base/csv.hpp\" // why\n");
    ASSERT_EQ(includes.size(), 2U);
    EXPECT_EQ(includes[0].target, "map");
    EXPECT_FALSE(includes[0].isOwn);
    EXPECT_EQ(includes[1].line, 3U);
    EXPECT_TRUE(includes[1].isOwn);
}

} // namespace terroir::structure
