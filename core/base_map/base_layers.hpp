#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"
#include "core/geometry/point.hpp"
#include "core/store/workspace_file.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::base_map {

/// What a layer below the figures is, and so how it is drawn; heights are shaded as a relief is.
enum class Role {
    Picture,
    Heights,
    Relief,
    Water,
    Forest,
    Areas,
    Rivers,
    Railways,
    Roads,
    Lines,
    Towns
};

/// "rivers" and "song"; nothing for other words.
std::optional<Role> parseRole(std::string_view word);
std::string_view toString(Role role); ///< "rivers"
LocalText roleName(Role role);        ///< "sông, suối", "rivers"
/// The words of all roles, for help and completion.
std::vector<std::string> roleWords();

constexpr bool isRaster(Role role) {
    return role == Role::Picture || role == Role::Heights || role == Role::Relief;
}

/// A layer that a person named once for all maps of a workspace: a file stays where it is.
struct BaseLayer {
    std::string name;           ///< by which it is removed; one of its kind in the workspace
    std::filesystem::path file; ///< whole path
    std::string layer;          ///< of the file; empty for rasters and files of one
    Role role = Role::Lines;
    std::string nameField; ///< of towns; empty: without names
    std::string credit;    ///< whose it is, printed on each map; may be empty
    geometry::Box lonLat;  ///< of all of it, as it was when it was added
    std::string crs;       ///< of the file, as a geometry::Transform takes it
};

/// What a person says of a file; what is not said is found.
struct BaseLayerChoice {
    std::string name, layer, nameField, credit;
    std::optional<Role> role;
};

/// Opens the file and finds what it is: a raster by its bands (see geometry::RasterContent), other
/// layers by their shapes and their names ("song_suoi", "waterways", "giao_thong"). Of a file of
/// several layers all that have shapes, when none is chosen. InputError when it cannot be drawn:
/// see FeatureReader and rasterInfo(), and when the role does not fit what it holds or the field of
/// names is not there.
std::vector<BaseLayer> describeBaseLayers(const std::filesystem::path& file,
                                          const BaseLayerChoice& choice = {});

/// As a table: name, what it is, file, layer of the file, credit.
Table baseLayerRows(const std::vector<BaseLayer>& layers, Language language);
/// What to do where there are none, and where open data is to be had.
LocalText noBaseLayers();

/// In the order in which they are drawn: pictures and relief, areas, lines, towns.
std::vector<BaseLayer> baseLayers(store::WorkspaceFile& workspace);
/// UsageError when a layer of this name is there.
void addBaseLayer(store::WorkspaceFile& workspace, const BaseLayer& layer);
/// UsageError with the names that there are.
void removeBaseLayer(store::WorkspaceFile& workspace, const std::string& name);

} // namespace terroir::base_map
