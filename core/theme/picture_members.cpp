#include "core/theme/picture_members.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/theme/known_pictures.hpp"

#include <fmt/ranges.h>

#include <filesystem>

namespace terroir::theme {

namespace {

constexpr std::string_view ownEnding = ".svg";

/// Beside the theme file and nowhere else: a theme of somebody else reads no other folder.
Picture ownPicture(const JsonNode& node, const std::string& name) {
    if (name.find_first_of("/\\") != std::string::npos)
        node.fail(localText("Hình '{}' phải nằm cùng thư mục với tệp chủ đề. Hãy chép hình vào đó "
                            "và chỉ ghi tên tệp.",
                            "The picture '{}' must lie in the folder of the theme file. Copy it "
                            "there and give its file name alone.",
                            name));
    try {
        return readPictureFile(std::filesystem::path(node.file()).parent_path() / name, name);
    } catch (const InputError& error) {
        node.fail(error.text());
    }
}

} // namespace

Member<Series> pictureMember() {
    return {
        "picture",
        [](const JsonNode& node, Series& series) {
            const std::string name = node.text();
            series.picture =
                name.ends_with(ownEnding)
                    ? ownPicture(node, name)
                    : knownPicture(node.oneOf(pictureNames(), localText("hình", "picture")));
        },
        [](const Series& series) { return series.picture ? Json(series.picture->name) : Json(); }};
}

Member<Layer> scalingMember() {
    return {"scaling",
            [](const JsonNode& node, Layer& layer) {
                layer.scaling = chosen(node, scalings, localText("cách tính cỡ", "way to scale"));
            },
            [](const Layer& layer) {
                return layer.scaling == Scaling::Area ? Json()
                                                      : Json(wordFor(layer.scaling, scalings));
            }};
}

Member<Layer> pictureSizeMember() {
    return {"size",
            [](const JsonNode& node, Layer& layer) {
                layer.pictureSize =
                    chosen(node, pictureSizes, localText("cỡ hình", "size of pictures"));
            },
            [](const Layer& layer) {
                return layer.pictureSize == PictureSize::ByValue
                           ? Json()
                           : Json(wordFor(layer.pictureSize, pictureSizes));
            }};
}

void choosePicture(const JsonNode& node, Series& series) {
    if (series.picture)
        return;
    const std::string name = pictureOf(series.selection);
    if (name.empty())
        node.fail(localText("Không biết hình nào hợp với những gì dãy số liệu chọn. Hãy ghi "
                            "\"picture\": {}, hoặc tên một tệp .svg.",
                            "No picture is known for what the series selects. Give \"picture\": "
                            "{}, or the name of an .svg file.",
                            fmt::join(pictureNames(), ", ")));
    series.picture = knownPicture(name);
}

} // namespace terroir::theme
