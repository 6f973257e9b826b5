#include "core/theme/write_theme.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/selection.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <system_error>

namespace terroir::theme {

namespace {

using Json = nlohmann::ordered_json; ///< keeps the order in which members are put in

constexpr std::size_t widestLine = 100;
constexpr std::size_t indentStep = 2;

Json toValue(const LocalText& text) {
    // The reader wants both languages.
    return {{"vi", text.vi.empty() ? text.en : text.vi},
            {"en", text.en.empty() ? text.vi : text.en}};
}

/// Whole numbers without a decimal point.
Json toValue(double number) {
    constexpr double mostExact = 9007199254740992.0; // 2^53
    if (number == std::floor(number) && std::abs(number) < mostExact)
        return std::int64_t(number);
    return number;
}

Json toValue(Colour colour) {
    return colour.a == 255 ? colour.toHex() : fmt::format("{}{:02x}", colour.toHex(), colour.a);
}

void put(Json& json, const char* name, const LocalText& text) {
    if (!text.vi.empty() || !text.en.empty())
        json[name] = toValue(text);
}

void put(Json& json, const char* name, const std::vector<std::string>& texts) {
    if (!texts.empty())
        json[name] = texts;
}

LocalText dayText(Date day) {
    return day.isOpen() ? localText("ngày bất kỳ", "any day")
                        : LocalText{day.toString(), day.toString()};
}

std::string yearsOf(const Period& period) {
    std::string years = yearsText(period);
    if (years.empty())
        throw UsageError(localText("Số liệu được chọn từ {} đến trước {}, mà tệp chủ đề chỉ ghi "
                                   "được năm trọn vẹn. Hãy chọn năm trọn vẹn.",
                                   "The figures are selected from {} to before {}, and a theme "
                                   "file can only name whole years. Choose whole years.",
                                   dayText(period.from), dayText(period.to)));
    return years;
}

Json toValue(const records::Selection& selection) {
    Json json = Json::object();
    json["kinds"] = selection.kinds;
    std::vector<std::string> indicators = selection.indicators;
    std::replace(indicators.begin(), indicators.end(), std::string(), std::string(noIndicator));
    put(json, "indicators", indicators);
    put(json, "categories", selection.categories);
    put(json, "subjects", selection.subjects);
    put(json, "sources", selection.sources);
    put(json, "groups", selection.groups);
    std::vector<std::string> names;
    for (const records::State state : selection.states)
        names.push_back(wordFor(state, states));
    put(json, "states", names);
    if (selection.period)
        json["years"] = yearsOf(*selection.period);
    return json;
}

Json toValue(const Series& series, LayerType type) {
    Json json = Json::object();
    put(json, "label", series.label);
    json["selection"] = toValue(series.selection);
    json["measure"] = wordFor(series.measure, measures);
    if (type == LayerType::Symbols)
        json["places"] = wordFor(series.places, placeUses);
    if (type == LayerType::Symbols || type == LayerType::Pie)
        json["colour"] = toValue(series.colour);
    put(json, "unit", series.unit);
    return json;
}

Json toValue(const Classes& classes) {
    Json json = Json::object();
    json["method"] = classes.method;
    if (classes.method != "given") {
        json["count"] = classes.count;
        return json;
    }
    for (const double border : classes.breaks)
        json["breaks"].push_back(toValue(border));
    for (const Colour& colour : classes.colours)
        json["colours"].push_back(toValue(colour));
    for (const LocalText& label : classes.labels)
        json["labels"].push_back(label == LocalText() ? Json() : toValue(label));
    return json;
}

Json toValue(const CategoryValue& value) {
    Json json = Json::object();
    json["value"] = value.value;
    put(json, "label", value.label);
    json["colour"] = toValue(value.colour);
    return json;
}

Json toValue(const Layer& layer) {
    Json json = Json::object();
    json["type"] = wordFor(layer.type, layerTypes);
    put(json, "label", layer.label);
    switch (layer.type) {
    case LayerType::Choropleth:
        json["palette"] = layer.palette;
        json["classes"] = toValue(layer.classes);
        json["per"] = toString(layer.per);
        break;
    case LayerType::Categories:
        json["palette"] = layer.palette;
        json["categoryBy"] = layer.categoryBy;
        for (const CategoryValue& value : layer.values)
            json["values"].push_back(toValue(value));
        break;
    case LayerType::Symbols:
    case LayerType::Pie:
        json["maxSizeMm"] = toValue(layer.maxSizeMm);
        break;
    }
    json["series"] = Json::array();
    for (const Series& series : layer.series)
        json["series"].push_back(toValue(series, layer.type));
    return json;
}

Json document(const Theme& theme) {
    Json json = Json::object();
    json["id"] = theme.id;
    json["title"] = toValue(theme.title);
    put(json, "description", theme.description);
    json["level"] = wordFor(theme.level, levels);
    if (!theme.within.empty())
        json["within"] = theme.within;
    if (theme.asOf)
        json["asOf"] = theme.asOf->toString();
    json["layers"] = Json::array();
    for (const Layer& layer : theme.layers)
        json["layers"].push_back(toValue(layer));
    json["valuesOnLabels"] = theme.valuesOnLabels;
    json["list"] = theme.list;
    json["painter"] = theme.painter;
    return json;
}

std::string onOneLine(const Json& json) {
    if (!json.is_structured())
        return json.dump();
    std::string text;
    for (const auto& [name, value] : json.items())
        text += (text.empty() ? "" : ", ") + (json.is_object() ? Json(name).dump() + ": " : "") +
                onOneLine(value);
    return json.is_object() ? "{" + text + "}" : "[" + text + "]";
}

std::size_t letters(const std::string& utf8) {
    return std::size_t(std::count_if(utf8.begin(), utf8.end(),
                                     [](char c) { return (c & 0xC0) != 0x80; })); // not inside one
}

/// Lists of things (layers, series, values) and each of the things have lines of their own.
bool holdsObjects(const Json& json) {
    return json.is_array() &&
           std::any_of(json.begin(), json.end(), [](const Json& one) { return one.is_object(); });
}

enum class Lines { One, Several };

/// `used`: what stands before it on its first line.
void write(std::string& out, const Json& json, std::size_t indent, std::size_t used, Lines lines) {
    const std::string line = onOneLine(json);
    const bool fits = used + letters(line) + 1 <= widestLine; // and a comma
    if (!json.is_structured() || json.empty() ||
        (fits && lines == Lines::One && !holdsObjects(json))) {
        out += line;
        return;
    }
    const std::string margin(indent + indentStep, ' ');
    out += json.is_object() ? "{" : "[";
    bool first = true;
    for (const auto& [name, value] : json.items()) {
        out += (first ? "\n" : ",\n") + margin;
        first = false;
        const std::string key = json.is_object() ? Json(name).dump() + ": " : std::string();
        out += key;
        write(out, value, indent + indentStep, margin.size() + letters(key),
              json.is_array() && value.is_object() ? Lines::Several : Lines::One);
    }
    out += "\n" + std::string(indent, ' ') + (json.is_object() ? "}" : "]");
}

} // namespace

std::string toJson(const Theme& theme) {
    std::string text;
    write(text, document(theme), 0, 0, Lines::Several);
    return text + "\n";
}

void writeTheme(const Theme& theme, const std::filesystem::path& file, Overwrite overwrite) {
    const std::string json = toJson(theme);
    parseTheme(json, file); // what cannot be read again must not be written
    std::error_code failed;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path(), failed);
    if (failed)
        throw InputError(localText("Không tạo được thư mục '{}' ({}); hãy chọn thư mục khác.",
                                   "The folder '{}' cannot be made ({}); choose another folder.",
                                   file.parent_path().string(), failed.message()));
    OutputFile(file, overwrite).write(json);
}

} // namespace terroir::theme
