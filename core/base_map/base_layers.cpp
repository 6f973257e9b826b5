#include "core/base_map/base_layers.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/geometry/features.hpp"
#include "core/geometry/raster.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace terroir::base_map {

namespace {

namespace fs = std::filesystem;
using geometry::FeatureShape;

struct RoleWords {
    Role role;
    std::string_view word, vietnamese; ///< as they are typed
    std::string_view vi, en;           ///< as they are shown
    FeatureShape shape;                ///< Mixed: a raster
};
// In the order of drawing.
constexpr std::array<RoleWords, 11> allRoles{{
    {Role::Picture, "picture", "anh", "ảnh, bản đồ quét", "picture", FeatureShape::Mixed},
    {Role::Heights, "heights", "do-cao", "địa hình (độ cao)", "relief of heights",
     FeatureShape::Mixed},
    {Role::Relief, "relief", "dia-hinh", "địa hình đổ bóng", "relief", FeatureShape::Mixed},
    {Role::Forest, "forest", "rung", "rừng", "forest", FeatureShape::Areas},
    {Role::Areas, "areas", "vung", "vùng", "areas", FeatureShape::Areas},
    {Role::Water, "water", "mat-nuoc", "hồ, mặt nước", "water", FeatureShape::Areas},
    {Role::Rivers, "rivers", "song", "sông, suối", "rivers", FeatureShape::Lines},
    {Role::Lines, "lines", "duong-net", "đường nét", "lines", FeatureShape::Lines},
    {Role::Railways, "railways", "duong-sat", "đường sắt", "railways", FeatureShape::Lines},
    {Role::Roads, "roads", "duong", "đường bộ", "roads", FeatureShape::Lines},
    {Role::Towns, "towns", "do-thi", "đô thị, điểm dân cư", "towns", FeatureShape::Points},
}};

const RoleWords& wordsOf(Role role) {
    return *std::find_if(allRoles.begin(), allRoles.end(),
                         [role](const RoleWords& one) { return one.role == role; });
}

/// Words in the names of files and layers, folded; the first that is found decides.
constexpr std::array<std::pair<std::string_view, Role>, 32> nameWords{{
    {"duong sat", Role::Railways}, {"railway", Role::Railways}, {"railroad", Role::Railways},
    {"giao thong", Role::Roads},   {"duong bo", Role::Roads},   {"duong giao", Role::Roads},
    {"road", Role::Roads},         {"highway", Role::Roads},    {"quoc lo", Role::Roads},
    {"thuy he", Role::Rivers},     {"thuy van", Role::Rivers},  {"song suoi", Role::Rivers},
    {"waterway", Role::Rivers},    {"river", Role::Rivers},     {"stream", Role::Rivers},
    {"song", Role::Rivers},        {"suoi", Role::Rivers},      {"kenh", Role::Rivers},
    {"mat nuoc", Role::Water},     {"water", Role::Water},      {"lake", Role::Water},
    {"ho chua", Role::Water},      {"rung", Role::Forest},      {"forest", Role::Forest},
    {"dan cu", Role::Towns},       {"do thi", Role::Towns},     {"town", Role::Towns},
    {"place", Role::Towns},        {"dia danh", Role::Towns},   {"city", Role::Towns},
    {"cities", Role::Towns},       {"ho nuoc", Role::Water},
}};

std::string plainWords(std::string_view name) {
    std::string folded = text::fold(name);
    std::replace_if(
        folded.begin(), folded.end(), [](char c) { return c == '_' || c == '-' || c == '.'; }, ' ');
    return folded;
}

std::optional<Role> roleByName(const std::string& name, FeatureShape shape) {
    const std::string plain = plainWords(name);
    for (const auto& [word, role] : nameWords)
        if (plain.find(word) != std::string::npos &&
            (shape == FeatureShape::Mixed || wordsOf(role).shape == shape))
            return role;
    return std::nullopt;
}

Role roleByShape(FeatureShape shape) {
    return shape == FeatureShape::Points  ? Role::Towns
           : shape == FeatureShape::Areas ? Role::Areas
                                          : Role::Lines;
}

LocalText shapeName(FeatureShape shape) {
    switch (shape) {
    case FeatureShape::Points:
        return {"điểm", "points"};
    case FeatureShape::Lines:
        return {"đường", "lines"};
    case FeatureShape::Areas:
        return {"vùng", "areas"};
    case FeatureShape::Mixed:
        break;
    }
    return {"ảnh", "a raster"};
}

[[noreturn]] void failRole(const fs::path& file, Role role, FeatureShape held) {
    throw InputError(localText("'{}' chứa {}, không vẽ được thành {} (--as {}); hãy bỏ --as hoặc "
                               "chọn loại khác.",
                               "'{}' holds {} and cannot be drawn as {} (--as {}); leave --as out "
                               "or choose another one.",
                               file.string(), shapeName(held), roleName(role), toString(role)));
}

bool looksLikeRaster(const fs::path& file) {
    const std::string ending = text::toLower(file.extension().string());
    constexpr std::array<std::string_view, 14> endings{".tif", ".tiff",    ".png", ".jpg", ".jpeg",
                                                       ".jp2", ".asc",     ".img", ".hgt", ".dem",
                                                       ".bil", ".mbtiles", ".flt", ".grd"};
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::string nameFieldOf(const std::vector<std::string>& fields, const std::string& asked,
                        const fs::path& file) {
    if (!asked.empty()) {
        if (std::find(fields.begin(), fields.end(), asked) == fields.end())
            throw InputError(
                unknownWord(localText("'{}' không có trường chữ '{}'.",
                                      "'{}' has no text field '{}'.", file.string(), asked),
                            asked, localText("Các trường chữ là", "The text fields are"), fields));
        return asked;
    }
    for (const std::string_view known :
         {"ten", "name", "name vi", "ten goi", "diadanh", "dia danh"})
        for (const std::string& field : fields)
            if (plainWords(field) == known)
                return field;
    return {};
}

bool hasBaseLayers(store::WorkspaceFile& workspace) {
    return workspace.database()
        .queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='base_layer'")
        .has_value();
}

std::vector<std::string> namesOf(const std::vector<BaseLayer>& layers) {
    std::vector<std::string> names;
    names.reserve(layers.size());
    for (const BaseLayer& layer : layers)
        names.push_back(layer.name);
    return names;
}

BaseLayer layerOf(const fs::path& file, const BaseLayerChoice& choice) {
    std::error_code ignored;
    BaseLayer layer;
    layer.name = choice.name.empty() ? file.stem().string() : choice.name;
    layer.file = fs::absolute(file, ignored).lexically_normal();
    layer.credit = choice.credit;
    return layer;
}

BaseLayer describeRaster(const fs::path& file, const BaseLayerChoice& choice) {
    BaseLayer layer = layerOf(file, choice);
    const geometry::RasterInfo info = geometry::rasterInfo(file);
    const Role found = info.content == geometry::RasterContent::Colours   ? Role::Picture
                       : info.content == geometry::RasterContent::Heights ? Role::Heights
                                                                          : Role::Relief;
    layer.role = choice.role.value_or(found);
    if (layer.role != found)
        throw InputError(localText("'{}' là {}, không phải {} (--as {}); hãy bỏ --as.",
                                   "'{}' is a {} and no {} (--as {}); leave --as out.",
                                   file.string(), roleName(found), roleName(layer.role),
                                   toString(layer.role)));
    layer.lonLat = info.lonLat;
    layer.crs = info.crs;
    return layer;
}

BaseLayer describeFeatures(const fs::path& file, const BaseLayerChoice& choice) {
    BaseLayer layer = layerOf(file, choice);
    const geometry::FeatureReader reader(file, choice.layer);
    const geometry::FeatureLayer& found = reader.layer();
    const std::optional<Role> byName = roleByName(found.name, found.shape),
                              byFile = roleByName(file.stem().string(), found.shape);
    layer.layer = found.name;
    layer.role = choice.role ? *choice.role
                 : byName    ? *byName
                 : byFile    ? *byFile
                             : roleByShape(found.shape);
    if (found.shape != FeatureShape::Mixed && wordsOf(layer.role).shape != found.shape)
        failRole(file, layer.role, found.shape);
    if (layer.role == Role::Towns || !choice.nameField.empty())
        layer.nameField = nameFieldOf(found.textFields, choice.nameField, file);
    layer.lonLat = found.lonLat;
    layer.crs = found.crs;
    return layer;
}

} // namespace

std::optional<Role> parseRole(std::string_view word) {
    const std::string lower = text::toLower(word);
    for (const RoleWords& one : allRoles)
        if (lower == one.word || lower == one.vietnamese)
            return one.role;
    return std::nullopt;
}

std::string_view toString(Role role) {
    return wordsOf(role).word;
}

LocalText roleName(Role role) {
    return {std::string(wordsOf(role).vi), std::string(wordsOf(role).en)};
}

std::vector<std::string> roleWords() {
    std::vector<std::string> words;
    words.reserve(allRoles.size());
    for (const RoleWords& one : allRoles)
        words.emplace_back(one.word);
    return words;
}

std::vector<BaseLayer> describeBaseLayers(const fs::path& file, const BaseLayerChoice& choice) {
    const bool isPicture = choice.role ? isRaster(*choice.role) : looksLikeRaster(file);
    if (isPicture)
        return {describeRaster(file, choice)};
    if (!choice.layer.empty())
        return {describeFeatures(file, choice)};
    const std::vector<std::string> names = geometry::drawableLayers(file);
    if (names.size() < 2)
        return {describeFeatures(file, choice)};
    std::vector<BaseLayer> layers;
    layers.reserve(names.size());
    for (const std::string& name : names) {
        BaseLayerChoice one = choice;
        one.layer = name;
        one.name = (choice.name.empty() ? file.stem().string() : choice.name) + "." + name;
        layers.push_back(describeFeatures(file, one));
    }
    return layers;
}

Table baseLayerRows(const std::vector<BaseLayer>& layers, Language language) {
    Table table{{"name", "type", "file", "layer", "credit"}, {}};
    table.rows.reserve(layers.size());
    for (const BaseLayer& layer : layers)
        table.rows.push_back({layer.name, roleName(layer.role).in(language), layer.file.string(),
                              layer.layer.empty() ? Value() : Value(layer.layer),
                              layer.credit.empty() ? Value() : Value(layer.credit)});
    return table;
}

LocalText noBaseLayers() {
    return {"Chưa có lớp nền nào: bản đồ không có sông, đường, địa hình. Thêm bằng 'terroir base "
            "add TỆP' hoặc nút Thêm tệp. Dữ liệu mở: OpenStreetMap (giấy phép ODbL, tải theo nước "
            "ở Geofabrik), Natural Earth (phạm vi công cộng), mô hình độ cao Copernicus GLO-30.",
            "There are none: maps have no rivers, roads or relief. Add some with 'terroir base add "
            "FILE' or the button Add file. Open data: OpenStreetMap (ODbL, by country at "
            "Geofabrik), Natural Earth (public domain), the heights of Copernicus GLO-30."};
}

std::vector<BaseLayer> baseLayers(store::WorkspaceFile& workspace) {
    std::vector<BaseLayer> layers;
    if (!hasBaseLayers(workspace))
        return layers;
    store::Statement row = workspace.database().prepare(
        "SELECT name, file, layer, role, name_field, credit, west, south, east, north, crs FROM "
        "base_layer ORDER BY name");
    while (row.step()) {
        const std::optional<Role> role = parseRole(row.text(3));
        if (!role) // of a newer program
            continue;
        layers.push_back({row.text(0),
                          row.text(1),
                          row.text(2),
                          *role,
                          row.text(4),
                          row.text(5),
                          {row.real(6), row.real(7), row.real(8), row.real(9)},
                          row.text(10)});
    }
    const auto orderOf = [](const BaseLayer& layer) { return &wordsOf(layer.role) - &allRoles[0]; };
    std::stable_sort(layers.begin(), layers.end(), [&](const BaseLayer& a, const BaseLayer& b) {
        return orderOf(a) < orderOf(b);
    });
    return layers;
}

void addBaseLayer(store::WorkspaceFile& workspace, const BaseLayer& layer) {
    const std::vector<std::string> names = namesOf(baseLayers(workspace));
    if (std::find(names.begin(), names.end(), layer.name) != names.end())
        throw UsageError(
            localText("Đã có lớp nền '{}'; hãy bỏ nó đi ('terroir base remove \"{}\"') "
                      "hoặc đặt tên khác (--name).",
                      "There is a base layer '{}' already; remove it ('terroir base "
                      "remove \"{}\"') or give another name (--name).",
                      layer.name, layer.name));
    workspace.addBaseLayers();
    store::Statement row =
        workspace.database().prepare("INSERT INTO base_layer VALUES(?,?,?,?,?,?,?,?,?,?,?)");
    int at = 0;
    for (const std::string& text :
         {layer.name, layer.file.string(), layer.layer, std::string(toString(layer.role)),
          layer.nameField, layer.credit})
        row.bind(++at, text);
    for (const double degrees :
         {layer.lonLat.minX, layer.lonLat.minY, layer.lonLat.maxX, layer.lonLat.maxY})
        row.bind(++at, degrees);
    row.bind(++at, layer.crs);
    row.run();
}

void removeBaseLayer(store::WorkspaceFile& workspace, const std::string& name) {
    const std::vector<std::string> names = namesOf(baseLayers(workspace));
    if (names.empty())
        throw UsageError(localText("Không có lớp nền '{}': chưa có lớp nền nào.",
                                   "There is no base layer '{}': there are none yet.", name));
    if (std::find(names.begin(), names.end(), name) == names.end())
        throw UsageError(
            unknownWord(localText("Không có lớp nền '{}'.", "There is no base layer '{}'.", name),
                        name, localText("Các lớp nền là", "The base layers are"), names));
    store::Statement row = workspace.database().prepare("DELETE FROM base_layer WHERE name = ?");
    row.bind(1, name);
    row.run();
}

} // namespace terroir::base_map
