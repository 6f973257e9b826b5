#include "core/theme/read_theme.hpp"

#include "core/base/csv.hpp"
#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/system_reason.hpp"
#include "core/records/selection.hpp"
#include "core/records/vocabulary.hpp"
#include "core/theme/json_node.hpp"
#include "core/theme/read_classes.hpp"
#include "core/theme/theme_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace terroir::theme {

namespace {

using Names = std::vector<std::string>;

template <typename Value, std::size_t n>
Value chosen(const JsonNode& node, const Choice<Value> (&choices)[n], const LocalText& what) {
    Names names;
    for (const auto& choice : choices)
        names.emplace_back(choice.name);
    const std::string name = node.oneOf(names, what);
    return choices[std::size_t(std::find(names.begin(), names.end(), name) - names.begin())].value;
}

Names texts(const JsonNode& node) {
    Names out;
    for (const JsonNode& item : node.items())
        out.push_back(item.text());
    return out;
}

Names textsOneOf(const JsonNode& node, const Names& options, const LocalText& what) {
    Names out;
    for (const JsonNode& item : node.items())
        out.push_back(item.oneOf(options, what));
    return out;
}

records::Selection readSelection(const JsonNode& node) {
    node.allowMembers(Names{"kinds", "indicators", "categories", "subjects", "sources", "groups",
                            "states", "years"});
    records::Selection selection;
    selection.kinds = textsOneOf(node.member("kinds"), records::kindIds(),
                                 localText("loại bản ghi", "kind of record"));
    if (const auto list = node.find("indicators")) {
        Names options = records::indicatorIds();
        options.insert(options.begin(), noIndicator);
        selection.indicators = textsOneOf(*list, options, localText("chỉ tiêu", "indicator"));
        std::replace(selection.indicators.begin(), selection.indicators.end(),
                     std::string(noIndicator), std::string());
    }
    if (const auto list = node.find("categories"))
        selection.categories = textsOneOf(*list, records::categoryIds(selection.kinds),
                                          localText("nhóm của loại {}", "category of the kind {}",
                                                    fmt::join(selection.kinds, ", ")));
    if (const auto list = node.find("subjects"))
        selection.subjects = texts(*list);
    if (const auto list = node.find("sources"))
        selection.sources = texts(*list);
    if (const auto list = node.find("groups"))
        selection.groups = texts(*list);
    if (const auto list = node.find("states"))
        for (const JsonNode& item : list->items())
            selection.states.push_back(chosen(item, states, localText("trạng thái", "state")));
    if (const auto years = node.find("years")) {
        selection.period = parseYears(years->text());
        if (!selection.period)
            years->fail(localText(
                "'{}' không phải là một năm hay hai năm tăng dần. Hãy viết 2021 hoặc 2021-2022.",
                "'{}' is neither a year nor two that ascend. Write it as 2021 or 2021-2022.",
                years->text()));
    }
    return selection;
}

Series readSeries(const JsonNode& node, LayerType type, std::size_t index) {
    Names members{"label", "selection", "measure", "unit"};
    const bool coloured = type == LayerType::Symbols || type == LayerType::Pie;
    if (coloured)
        members.emplace_back("colour");
    if (type == LayerType::Symbols)
        members.emplace_back("places");
    node.allowMembers(members);
    Series series;
    series.selection = readSelection(node.member("selection"));
    if (const auto measure = node.find("measure"))
        series.measure = chosen(*measure, measures, localText("phép đo", "measure"));
    else if (series.selection.indicators.empty())
        series.measure = records::Measure::Count;
    if (const auto places = node.find("places"))
        series.places = chosen(*places, placeUses, localText("cách dùng địa danh", "places"));
    const Names& indicators = series.selection.indicators;
    const bool valued = !indicators.empty() &&
                        std::find(indicators.begin(), indicators.end(), "") == indicators.end();
    if (series.measure == records::Measure::Sum && !valued)
        node.fail(localText(
            "Phép đo 'sum' cộng các giá trị, mà phần lựa chọn không nêu chỉ tiêu nào. Hãy thêm "
            "\"indicators\" vào phần lựa chọn, hoặc dùng phép đo 'count' hay 'subjects'.",
            "The measure 'sum' adds values, and the selection names no indicator. Add "
            "\"indicators\" to the selection, or use the measure 'count' or 'subjects'."));
    if (const auto label = node.find("label"))
        series.label = label->localText();
    if (const auto unit = node.find("unit"))
        series.unit = unit->localText();
    const auto colour = node.find("colour");
    series.colour =
        colour ? readColour(*colour) : sample(findPalette("Distinct"), index + 1).back();
    return series;
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

std::vector<CategoryValue> readValues(const JsonNode& node, const Layer& layer) {
    const Names& kinds = layer.series.front().selection.kinds;
    std::vector<CategoryValue> values;
    for (const JsonNode& item : node.items()) {
        item.allowMembers(Names{"value", "label", "colour"});
        CategoryValue value;
        const JsonNode one = item.member("value");
        value.value = layer.categoryBy == "category" && !isCombination(one.text(), kinds)
                          ? one.oneOf(records::categoryIds(kinds),
                                      localText("nhóm của loại {}", "category of the kind {}",
                                                fmt::join(kinds, ", ")))
                          : one.text();
        const auto label = item.find("label");
        value.label = label ? label->localText() : records::categoryName(value.value, kinds);
        const auto colour = item.find("colour");
        value.colour = colour ? readColour(*colour)
                              : sample(findPalette(layer.palette), values.size() + 1).back();
        values.push_back(std::move(value));
    }
    return values;
}

/// The members that a type of layer may have beside those of every layer.
void checkMembers(const JsonNode& node, LayerType type) {
    static const std::map<LayerType, Names> own{
        {LayerType::Choropleth, {"classes", "palette", "per"}},
        {LayerType::Symbols, {"maxSizeMm"}},
        {LayerType::Pie, {"maxSizeMm"}},
        {LayerType::Categories, {"palette", "categoryBy", "values"}}};
    Names allowed{"type", "label", "series"};
    for (const auto& [other, members] : own)
        for (const std::string& member : members) {
            const Names& mine = own.at(type);
            if (std::find(mine.begin(), mine.end(), member) != mine.end())
                allowed.push_back(member);
            else if (node.has(member))
                node.fail(localText("Mục '{}' không thuộc lớp kiểu '{}'. Hãy bỏ đi; các mục là "
                                    "type, label, series, {}.",
                                    "The member '{}' does not belong to a layer of the type '{}'. "
                                    "Leave it out; the members are type, label, series, {}.",
                                    member, toString(type), fmt::join(mine, ", ")));
        }
    node.allowMembers(allowed);
}

std::string readPalette(const JsonNode& node, LayerType type) {
    const PaletteKind kind =
        type == LayerType::Choropleth ? PaletteKind::Sequential : PaletteKind::Qualitative;
    Names names;
    for (const Palette& palette : palettes())
        if (palette.kind == kind)
            names.push_back(palette.name);
    return node.oneOf(names, kind == PaletteKind::Sequential
                                 ? localText("bảng màu cho các lớp", "palette for classes")
                                 : localText("bảng màu cho các nhóm", "palette for categories"));
}

Per readPer(const JsonNode& node) {
    Names ids;
    for (const PerInfo& info : perInfos())
        ids.push_back(info.id);
    return *parsePer(node.oneOf(ids, localText("cách quy số liệu", "relation of figures")));
}

Layer readLayer(const JsonNode& node) {
    Layer layer;
    layer.type = chosen(node.member("type"), layerTypes, localText("kiểu lớp", "type of layer"));
    checkMembers(node, layer.type);
    if (const auto label = node.find("label"))
        layer.label = label->localText();
    const std::vector<JsonNode> series = node.member("series").items();
    const bool single = layer.type == LayerType::Choropleth || layer.type == LayerType::Categories;
    if (single && series.size() > 1)
        node.member("series").fail(localText(
            "Lớp kiểu '{}' chỉ thể hiện một dãy số liệu, mà có {} dãy. Hãy tạo cho mỗi dãy một "
            "lớp.",
            "A layer of the type '{}' shows one series, and {} are given. Make a layer of each.",
            toString(layer.type), series.size()));
    for (const JsonNode& item : series)
        layer.series.push_back(readSeries(item, layer.type, layer.series.size()));
    layer.palette = layer.type == LayerType::Choropleth ? "YlGn" : "Distinct";
    if (const auto palette = node.find("palette"))
        layer.palette = readPalette(*palette, layer.type);
    if (const auto classes = node.find("classes"))
        layer.classes = readClasses(*classes);
    if (const auto per = node.find("per"))
        layer.per = readPer(*per);
    if (const auto by = node.find("categoryBy"))
        layer.categoryBy = by->oneOf(Names{"category", "subject"},
                                     localText("cách phân loại", "way to categorise"));
    if (const auto values = node.find("values"))
        layer.values = readValues(*values, layer);
    if (const auto size = node.find("maxSizeMm")) {
        layer.maxSizeMm = size->number();
        if (layer.maxSizeMm < 1 || layer.maxSizeMm > 40)
            size->fail(
                localText("{} mm không phải là cỡ phù hợp cho ký hiệu lớn nhất trên bản đồ A4. Hãy "
                          "ghi từ 1 đến 40.",
                          "{} mm is no size for the largest symbol on an A4 map. Give 1 to 40.",
                          layer.maxSizeMm));
    }
    return layer;
}

std::string readId(const JsonNode& node, const std::filesystem::path& file) {
    const std::string id = node.text();
    const std::string name = file.filename().string();
    if (name.ends_with(themeSuffix) && name != id + std::string(themeSuffix))
        node.fail(localText(
            "Chủ đề '{}' nằm trong tệp '{}'. Hãy đặt tên tệp là '{}{}', hoặc đổi mã chủ đề.",
            "The theme '{}' is in the file '{}'. Name the file '{}{}', or change the id.", id, name,
            id, themeSuffix));
    return id;
}

Theme readDocument(const JsonNode& node, const std::filesystem::path& file) {
    node.allowMembers(Names{"id", "title", "description", "level", "within", "asOf", "layers",
                            "valuesOnLabels", "list", "painter"});
    Theme theme;
    theme.file = file;
    theme.id = readId(node.member("id"), file);
    theme.title = node.member("title").localText();
    if (const auto text = node.find("description"))
        theme.description = text->localText();
    if (const auto level = node.find("level"))
        theme.level = chosen(*level, levels, localText("cấp", "level"));
    if (const auto within = node.find("within"))
        theme.within = within->text();
    if (const auto date = node.find("asOf")) {
        theme.asOf = parseDate(date->text());
        if (!theme.asOf)
            date->fail(localText(
                "'{}' không phải là ngày. Hãy viết theo dạng YYYY-MM-DD, ví dụ 2022-04-15.",
                "'{}' is not a day. Write it as YYYY-MM-DD, for example 2022-04-15.",
                date->text()));
    }
    for (const JsonNode& layer : node.member("layers").items())
        theme.layers.push_back(readLayer(layer));
    if (const auto flag = node.find("valuesOnLabels"))
        theme.valuesOnLabels = flag->truth();
    if (const auto flag = node.find("list"))
        theme.list = flag->truth();
    if (const auto painter = node.find("painter"))
        theme.painter = painter->text();
    return theme;
}

} // namespace

Theme readTheme(const std::filesystem::path& file) {
    return parseTheme(readFile(file), file);
}

Theme parseTheme(const std::string& json, const std::filesystem::path& file) {
    nlohmann::json document;
    try {
        document = nlohmann::json::parse(json);
    } catch (const nlohmann::json::parse_error& error) {
        const auto end = json.begin() + std::ptrdiff_t(std::min(error.byte, json.size()));
        const auto line = std::size_t(std::count(json.begin(), end, '\n')) + 1;
        throw InputError(file.string(), line, "",
                         localText("Đây không phải là JSON: thiếu hoặc thừa dấu phẩy, dấu ngoặc "
                                   "kép hay dấu ngoặc ở dòng này hoặc trước đó. Hãy sửa lại.",
                                   "This is not JSON: a comma, a quotation mark or a bracket is "
                                   "missing or too many at or before this row. Mend the row."));
    }
    const std::string name = file.string();
    return readDocument(JsonNode(document, name), file);
}

std::vector<Theme> readThemes(const std::vector<std::filesystem::path>& folders) {
    std::map<std::string, Theme> byId;
    for (const std::filesystem::path& folder : folders) {
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
            if (!entry.path().filename().string().ends_with(themeSuffix))
                continue;
            Theme theme = readTheme(entry.path());
            byId.insert_or_assign(theme.id, std::move(theme));
        }
        if (failed)
            throw InputError(
                localText("{}: Không đọc được thư mục chủ đề ({}). Hãy kiểm tra tên thư mục.",
                          "{}: The folder of themes cannot be read ({}). Check its name.",
                          folder.string(), systemReason(failed.value())));
    }
    std::vector<Theme> themes;
    for (auto& [id, theme] : byId)
        themes.push_back(std::move(theme));
    return themes;
}

const Theme& findTheme(const std::vector<Theme>& themes, std::string_view id) {
    Names ids;
    for (const Theme& theme : themes) {
        if (theme.id == id)
            return theme;
        ids.push_back(theme.id);
    }
    throw UsageError(localText("Không có chủ đề '{}'. {}Hãy xem danh sách bằng 'terroir themes'.",
                               "There is no theme '{}'. {}See the list with 'terroir themes'.", id,
                               suggestion(id, ids)));
}

} // namespace terroir::theme
