#include "core/theme/layer_members.hpp"

#include "core/base/local_text.hpp"
#include "core/records/vocabulary.hpp"
#include "core/theme/classes_members.hpp"
#include "core/theme/dot_members.hpp"
#include "core/theme/one_whole.hpp"
#include "core/theme/palette.hpp"
#include "core/theme/per.hpp"
#include "core/theme/picture_members.hpp"
#include "core/theme/series_members.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

namespace {

using Names = std::vector<std::string>;

const Members<CategoryValue>& valueMembers() {
    static const Members<CategoryValue> members{required(member("value", &CategoryValue::value)),
                                                member("label", &CategoryValue::label),
                                                member("colour", &CategoryValue::colour)};
    return members;
}

/// Several categories of the kinds as a unit that has them all is shown: "tea + fruit".
bool isCombination(std::string_view text, const Names& kinds) {
    constexpr std::string_view plus = " + ";
    const Names known = records::categoryIds(kinds);
    std::size_t parts = 0;
    for (std::size_t from = 0, end = 0; end != std::string_view::npos; from = end + plus.size()) {
        end = text.find(plus, from);
        const std::string_view part = text.substr(from, end - from);
        if (std::find(known.begin(), known.end(), part) == known.end())
            return false;
        ++parts;
    }
    return parts > 1;
}

void completeValue(const JsonNode& node, const Layer& layer, std::size_t index,
                   CategoryValue& value) {
    const Names& kinds = layer.series.front().selection.kinds;
    if (layer.categoryBy == "category" && !isCombination(value.value, kinds))
        node.member("value").oneOf(records::categoryIds(kinds), categoryOf(kinds));
    if (!node.has("label"))
        value.label = records::categoryName(value.value, kinds);
    if (!node.has("colour"))
        value.colour = sample(findPalette(layer.palette), index + 1).back();
}

Member<Layer> paletteMember(LayerType type) {
    const bool isForClasses = hasClasses(type);
    Names names;
    if (type == LayerType::Bivariate) {
        for (const Palette& palette : palettes())
            if (palette.kind == PaletteKind::Bivariate)
                names.push_back(palette.name);
        return oneOf("palette", &Layer::palette, names,
                     localText("bảng màu cho hai số liệu", "palette for two figures"));
    }
    for (const Palette& palette : palettes())
        if (palette.kind != PaletteKind::Bivariate &&
            isForClasses == (palette.kind != PaletteKind::Qualitative))
            names.push_back(palette.name);
    return oneOf("palette", &Layer::palette, names,
                 isForClasses ? localText("bảng màu cho các lớp", "palette for classes")
                              : localText("bảng màu cho các nhóm", "palette for categories"));
}

Member<Layer> perMember() {
    Names ids;
    for (const PerInfo& info : perInfos())
        ids.push_back(info.id);
    return {"per",
            [ids](const JsonNode& node, Layer& layer) {
                layer.per = *parsePer(
                    node.oneOf(ids, localText("cách quy số liệu", "relation of figures")));
            },
            [](const Layer& layer) { return Json(toString(layer.per)); }};
}

void readMaxSize(const JsonNode& node, Layer& layer) {
    read(node, layer.maxSizeMm);
    if (layer.maxSizeMm < 1 || layer.maxSizeMm > 40)
        node.fail(localText("{} mm không phải là cỡ phù hợp cho ký hiệu lớn nhất trên bản đồ A4. "
                            "Hãy ghi từ 1 đến 40.",
                            "{} mm is no size for the largest symbol on an A4 map. Give 1 to 40.",
                            layer.maxSizeMm));
}

/// Before and after have one measure and one unit; else their difference says nothing.
void checkChange(const JsonNode& node, const Layer& layer) {
    if (layer.series.size() != 2)
        node.fail(
            localText("Lớp kiểu 'change' so sánh hai dãy số liệu, trước và sau, mà có {} dãy. "
                      "Hãy ghi đúng hai dãy.",
                      "A layer of the type 'change' compares two series, before and after, "
                      "and {} are given. Give two.",
                      layer.series.size()));
    const Series &before = layer.series.front(), &after = layer.series.back();
    if (!areOfOneMeasure(before, after))
        node.fail(localText("Hai dãy số liệu trước và sau khác phép đo hoặc đơn vị tính nên không "
                            "trừ được cho nhau. Hãy ghi như nhau.",
                            "The series before and after differ in measure or unit, so one cannot "
                            "be taken from the other. Give the same for both."));
}

/// The parts of a pie and of a stacked bar add up.
void checkWhole(const JsonNode& node, const Layer& layer) {
    const LocalText why = whyNoWhole(layer.series);
    if (why != LocalText())
        node.fail(localText("Lớp kiểu '{}' cộng các dãy số liệu thành một tổng, mà {}. Hãy dùng "
                            "kiểu 'bars' hoặc 'symbols', hoặc chọn các dãy không trùng nhau.",
                            "A layer of the type '{}' adds its series, and {}. Use the type 'bars' "
                            "or 'symbols', or select series that have nothing in common.",
                            toString(layer.type), why));
}

/// Both axes of the square have three or four classes, whose colours are the palette's.
void checkSquare(const JsonNode& node, const Layer& layer) {
    for (const Classes* classes : {&layer.classes, &layer.secondClasses}) {
        if (classes->count < 3 || classes->count > 4 || classes->count != layer.classes.count)
            node.fail(localText(
                "Lớp kiểu 'bivariate' có {} × {} lớp số liệu. Hãy ghi cho cả hai cùng 3 hoặc cùng "
                "4 lớp.",
                "A layer of the type 'bivariate' has {} × {} classes. Give both three, or both "
                "four.",
                layer.classes.count, layer.secondClasses.count));
        if (!classes->colours.empty() || !classes->labels.empty())
            node.fail(localText("Màu và nhãn của lớp kiểu 'bivariate' lấy từ bảng màu và ngưỡng. "
                                "Hãy bỏ \"colours\" và \"labels\".",
                                "Colours and labels of the type 'bivariate' come from the palette "
                                "and the breaks. Leave \"colours\" and \"labels\" out."));
    }
    if (layer.series.size() != 2)
        node.fail(localText("Lớp kiểu 'bivariate' thể hiện hai dãy số liệu cùng lúc, mà có {} dãy. "
                            "Hãy ghi đúng hai dãy.",
                            "A layer of the type 'bivariate' shows two series together, and {} "
                            "are given. Give two.",
                            layer.series.size()));
}

void readAllSeries(const JsonNode& node, Layer& layer) {
    const std::vector<JsonNode> items = node.items();
    const bool isSingle =
        layer.type == LayerType::Choropleth || layer.type == LayerType::Categories;
    if (isSingle && items.size() > 1)
        node.fail(localText(
            "Lớp kiểu '{}' chỉ thể hiện một dãy số liệu, mà có {} dãy. Hãy tạo cho mỗi dãy một "
            "lớp.",
            "A layer of the type '{}' shows one series, and {} are given. Make a layer of each.",
            toString(layer.type), items.size()));
    for (const JsonNode& item : items)
        layer.series.push_back(readSeries(item, layer.type, layer.series.size()));
    if (layer.type == LayerType::Change)
        checkChange(node, layer);
    if (showsSum(layer.type))
        checkWhole(node, layer);
    if (layer.type == LayerType::Bivariate)
        checkSquare(node, layer);
    if (layer.type == LayerType::Dots)
        checkDots(node, layer);
}

Member<Layer> classesMember(const char* name, Classes Layer::*at) {
    return {name, [at](const JsonNode& node, Layer& layer) { readClasses(node, layer.*at); },
            [at](const Layer& layer) { return writtenMembers(classesMembers(), layer.*at); }};
}

} // namespace

Members<Layer> layerMembers(LayerType type) {
    Members<Layer> members{
        required(word("type", &Layer::type, layerTypes, localText("kiểu lớp", "type of layer"))),
        member("label", &Layer::label)};
    const auto add = [&members](Member<Layer> member) { members.push_back(std::move(member)); };
    switch (type) {
    case LayerType::Choropleth:
        add(paletteMember(type));
        add(classesMember("classes", &Layer::classes));
        add(perMember());
        break;
    case LayerType::Change:
        add(paletteMember(type));
        add(classesMember("classes", &Layer::classes));
        add(word("as", &Layer::inPercent, changeUnits,
                 localText("cách tính thay đổi", "way to tell change")));
        break;
    case LayerType::Bivariate:
        add(paletteMember(type));
        add(classesMember("classes", &Layer::classes));
        add(classesMember("secondClasses", &Layer::secondClasses));
        break;
    case LayerType::Categories:
        add(paletteMember(type));
        add(oneOf("categoryBy", &Layer::categoryBy, {"category", "subject"},
                  localText("cách phân loại", "way to categorise")));
        add({"values",
             [](const JsonNode& node, Layer& layer) {
                 for (const JsonNode& item : node.items())
                     readMembers(item, valueMembers(), layer.values.emplace_back());
             },
             [](const Layer& layer) {
                 Json json;
                 for (const CategoryValue& value : layer.values)
                     json.push_back(writtenMembers(valueMembers(), value));
                 return json;
             }});
        break;
    case LayerType::Dots:
        add(dotValueMember());
        break;
    default:
        add({"maxSizeMm", readMaxSize,
             [](const Layer& layer) { return written(layer.maxSizeMm); }});
        if (hasScaling(type))
            add(scalingMember());
        if (type == LayerType::Pictograms)
            add(pictureSizeMember());
    }
    add({"series", readAllSeries,
         [](const Layer& layer) {
             Json json;
             for (const Series& series : layer.series)
                 json.push_back(writtenMembers(seriesMembers(layer.type), series));
             return json;
         },
         true});
    return members;
}

namespace {

/// Refuses what other types of layers have, and this one does not.
void checkType(const JsonNode& node, LayerType type) {
    const Names mine = namesOf(layerMembers(type));
    for (const auto& other : layerTypes)
        for (const std::string& name : namesOf(layerMembers(other.value)))
            if (node.has(name) && std::find(mine.begin(), mine.end(), name) == mine.end())
                node.fail(localText("Mục '{}' không thuộc lớp kiểu '{}'. Hãy bỏ đi; các mục là {}.",
                                    "The member '{}' does not belong to a layer of the type '{}'. "
                                    "Leave it out; the members are {}.",
                                    name, toString(type), fmt::join(mine, ", ")));
}

} // namespace

Layer readLayer(const JsonNode& node) {
    Layer layer;
    layer.type = chosen(node.member("type"), layerTypes, localText("kiểu lớp", "type of layer"));
    layer.palette = layer.type == LayerType::Choropleth  ? "YlGn"
                    : layer.type == LayerType::Change    ? "RdBu"
                    : layer.type == LayerType::Bivariate ? "DkViolet"
                                                         : "Distinct";
    if (layer.type == LayerType::Bivariate)
        layer.classes = layer.secondClasses = {"quantile", 3, {}, {}, {}};
    checkType(node, layer.type);
    readMembers(node, layerMembers(layer.type), layer);
    if (const auto values = node.find("values")) {
        const std::vector<JsonNode> items = values->items();
        for (std::size_t i = 0; i < items.size(); ++i)
            completeValue(items[i], layer, i, layer.values[i]);
    }
    return layer;
}

} // namespace terroir::theme
