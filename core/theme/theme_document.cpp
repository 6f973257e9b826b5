#include "core/theme/theme_document.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/classify/classify.hpp"
#include "core/records/vocabulary.hpp"
#include "core/theme/dot_members.hpp"
#include "core/theme/force_members.hpp"
#include "core/theme/limits_text.hpp"
#include "core/theme/picture_members.hpp"
#include "core/theme/theme_words.hpp"

#include <fmt/ranges.h>

#include <algorithm>

// For each object of a theme file a table of its members, and after it what is checked and filled
// in when all of them are read.

namespace terroir::theme {

namespace {

using records::Selection;
using Names = std::vector<std::string>;

constexpr const char* given = "given"; ///< the method of Classes::breaks

/// A value of an enumeration.
template <class Object, class Value, std::size_t n>
Member<Object> word(const char* name, Value Object::*at, const Choice<Value> (&choices)[n],
                    const LocalText& what) {
    return {name,
            [at, &choices, what](const JsonNode& node, Object& object) {
                object.*at = chosen(node, choices, what);
            },
            [at, &choices](const Object& object) { return Json(wordFor(object.*at, choices)); }};
}

Names textsOneOf(const JsonNode& node, const Names& options, const LocalText& what) {
    Names out;
    for (const JsonNode& item : node.items())
        out.push_back(item.oneOf(options, what));
    return out;
}

LocalText categoryOf(const Names& kinds) {
    return localText("nhóm của loại {}", "category of the kind {}", fmt::join(kinds, ", "));
}

// Selection

/// Records without an indicator are "none" in a file and empty in a selection.
void readIndicators(const JsonNode& node, Selection& selection) {
    Names options = records::indicatorIds();
    options.insert(options.begin(), noIndicator);
    selection.indicators = textsOneOf(node, options, localText("chỉ tiêu", "indicator"));
    std::replace(selection.indicators.begin(), selection.indicators.end(), std::string(noIndicator),
                 std::string());
}

Json writtenIndicators(const Selection& selection) {
    Names indicators = selection.indicators;
    std::replace(indicators.begin(), indicators.end(), std::string(), std::string(noIndicator));
    return written(indicators);
}

void readYears(const JsonNode& node, Selection& selection) {
    selection.period = parseYears(node.text());
    if (!selection.period)
        node.fail(localText(
            "'{}' không phải là một năm hay hai năm tăng dần. Hãy viết 2021 hoặc 2021-2022.",
            "'{}' is neither a year nor two that ascend. Write it as 2021 or 2021-2022.",
            node.text()));
}

LocalText dayOrAny(Date day) {
    return day.isOpen() ? localText("ngày bất kỳ", "any day")
                        : LocalText{day.toString(), day.toString()};
}

Json writtenYears(const Selection& selection) {
    if (!selection.period)
        return {};
    const Period& period = *selection.period;
    const std::string years = yearsText(period);
    if (years.empty())
        throw UsageError(localText("Số liệu được chọn từ {} đến trước {}, mà tệp chủ đề chỉ ghi "
                                   "được năm trọn vẹn. Hãy chọn năm trọn vẹn.",
                                   "The figures are selected from {} to before {}, and a theme "
                                   "file can only name whole years. Choose whole years.",
                                   dayOrAny(period.from), dayOrAny(period.to)));
    return years;
}

/// Behind them.
Members<Selection> withForce(Members<Selection> members) {
    const Members<Selection> force = forceMembers(&Selection::force);
    members.insert(members.end(), force.begin(), force.end());
    return members;
}

const Members<Selection>& selectionMembers() {
    static const Members<Selection> members = withForce(
        {{"kinds",
          [](const JsonNode& node, Selection& selection) {
              selection.kinds =
                  textsOneOf(node, records::kindIds(), localText("loại bản ghi", "kind of record"));
          },
          [](const Selection& selection) { return written(selection.kinds); }, true},
         {"indicators", readIndicators, writtenIndicators},
         {"categories",
          [](const JsonNode& node, Selection& selection) {
              Names options = records::categoryIds(selection.kinds);
              options.insert(options.begin(), noIndicator);
              selection.categories = textsOneOf(node, options, categoryOf(selection.kinds));
              std::replace(selection.categories.begin(), selection.categories.end(),
                           std::string(noIndicator), std::string());
          },
          [](const Selection& selection) {
              Names categories = selection.categories;
              std::replace(categories.begin(), categories.end(), std::string(),
                           std::string(noIndicator));
              return written(categories);
          }},
         member("subjects", &Selection::subjects),
         member("sources", &Selection::sources),
         member("groups", &Selection::groups),
         {"states",
          [](const JsonNode& node, Selection& selection) {
              for (const JsonNode& item : node.items())
                  selection.states.push_back(
                      chosen(item, states, localText("trạng thái", "state")));
          },
          [](const Selection& selection) {
              Json json;
              for (const records::State state : selection.states)
                  json.push_back(wordFor(state, states));
              return json;
          }},
         {"years", readYears, writtenYears}});
    return members;
}

// Series

Members<Series> seriesMembers(LayerType type) {
    Members<Series> members{
        member("label", &Series::label),
        {"selection",
         [](const JsonNode& node, Series& series) {
             readMembers(node, selectionMembers(), series.selection);
         },
         [](const Series& series) { return writtenMembers(selectionMembers(), series.selection); },
         true},
        word("measure", &Series::measure, measures, localText("phép đo", "measure")),
        {"years",
         [](const JsonNode& node, Series& series) {
             series.years = chosen(node, yearsRules, localText("cách tính nhiều năm", "years"));
         },
         [](const Series& series) {
             return series.years ? Json(wordFor(*series.years, yearsRules)) : Json();
         }},
        {"inForce",
         [](const JsonNode& node, Series& series) { read(node, series.inForce); },
         [](const Series& series) { return series.inForce ? Json(true) : Json(); }}};
    if (type == LayerType::Symbols)
        members.push_back(
            word("places", &Series::places, placeUses, localText("cách dùng địa danh", "places")));
    if (showsFigures(type))
        members.push_back(member("colour", &Series::colour));
    if (type == LayerType::Pictograms)
        members.push_back(pictureMember());
    members.push_back(member("unit", &Series::unit));
    return members;
}

Series readSeries(const JsonNode& node, LayerType type, std::size_t index) {
    Series series;
    series.colour = sample(findPalette("Distinct"), index + 1).back();
    readMembers(node, seriesMembers(type), series);
    if (type == LayerType::Pictograms)
        choosePicture(node, series);
    const Names& indicators = series.selection.indicators;
    if (!node.has("measure") && indicators.empty())
        series.measure = records::Measure::Count;
    const bool valued = !indicators.empty() &&
                        std::find(indicators.begin(), indicators.end(), "") == indicators.end();
    if (series.measure == records::Measure::Sum && !valued)
        node.fail(localText(
            "Phép đo 'sum' cộng các giá trị, mà phần lựa chọn không nêu chỉ tiêu nào. Hãy thêm "
            "\"indicators\" vào phần lựa chọn, hoặc dùng phép đo 'count' hay 'subjects'.",
            "The measure 'sum' adds values, and the selection names no indicator. Add "
            "\"indicators\" to the selection, or use the measure 'count' or 'subjects'."));
    return series;
}

// Classes

void readBreaks(const JsonNode& node, Classes& classes) {
    read(node, classes.breaks);
    const std::vector<double>& breaks = classes.breaks;
    if (breaks.size() < 2 || !std::is_sorted(breaks.begin(), breaks.end()))
        node.fail(localText("Các ngưỡng {} không phải là hai số trở lên và tăng dần. Hãy ghi cận "
                            "dưới của lớp đầu và cận trên của từng lớp.",
                            "The breaks {} are not two or more numbers that ascend. Give the lower "
                            "end of the first class and the upper end of each class.",
                            fmt::join(breaks, ", ")));
    classes.count = breaks.size() - 1;
}

/// Colours and labels stand beside the classes in order, so each class must come out: also an
/// empty one, but not one that a repeated break leaves no room for.
void checkOnePerClass(const JsonNode& node, std::size_t count, const Classes& classes,
                      const LocalText& what) {
    if (classes.method != given)
        node.fail(
            localText("Các lớp theo phương pháp '{}' thay đổi theo số liệu nên không gắn {} cho "
                      "từng lớp được. Hãy ghi ngưỡng với phương pháp 'given', hoặc bỏ {}.",
                      "Classes of the method '{}' differ with the figures, so {} cannot be put "
                      "beside them. Give breaks with the method 'given', or leave the {} out.",
                      classes.method, what, what));
    const std::vector<double>& breaks = classes.breaks;
    if (std::adjacent_find(breaks.begin() + 1, breaks.end()) != breaks.end())
        node.fail(localText(
            "Các ngưỡng {} có số lặp lại nên tạo ra ít lớp hơn số {}. Hãy bỏ ngưỡng lặp lại.",
            "The breaks {} repeat a number and so make fewer classes than the {} are for. Leave "
            "the repeated break out.",
            fmt::join(breaks, ", "), what));
    if (count != classes.count)
        node.fail(localText(
            "Các ngưỡng {} tạo ra {} lớp, mà có {} {}. Hãy ghi cho mỗi lớp một mục.",
            "The breaks {} make {} classes, and {} {} are given. Give one for each class.",
            fmt::join(breaks, ", "), classes.count, count, what));
}

const Members<Classes>& classesMembers() {
    static const Members<Classes> members = [] {
        Names methods;
        for (const classify::MethodInfo& info : classify::methods())
            methods.push_back(info.id);
        return Members<Classes>{
            oneOf("method", &Classes::method, methods,
                  localText("phương pháp phân lớp", "classification method")),
            {"count",
             [](const JsonNode& node, Classes& classes) { classes.count = node.whole(1, 9); },
             [](const Classes& classes) {
                 return classes.method == given ? Json() : Json(classes.count);
             }},
            {"breaks", readBreaks, [](const Classes& classes) { return written(classes.breaks); }},
            member("colours", &Classes::colours),
            {"labels",
             [](const JsonNode& node, Classes& classes) {
                 for (const JsonNode& item : node.items())
                     classes.labels.push_back(item.isNull() ? LocalText() : item.localText());
             },
             [](const Classes& classes) { return written(classes.labels); }}};
    }();
    return members;
}

void readClasses(const JsonNode& node, Classes& classes) {
    readMembers(node, classesMembers(), classes);
    const auto breaks = node.find("breaks");
    if (!breaks && classes.method == given)
        node.fail(localText("Phương pháp 'given' cần có ngưỡng. Hãy thêm \"breaks\": cận dưới của "
                            "lớp đầu và cận trên của từng lớp.",
                            "The method 'given' needs breaks. Add \"breaks\": the lower end of the "
                            "first class and the upper end of each class."));
    if (breaks && classes.method != given)
        breaks->fail(localText("Ngưỡng chỉ dùng cho phương pháp 'given', mà phương pháp ở đây là "
                               "'{}'. Hãy đổi phương pháp hoặc bỏ các ngưỡng.",
                               "Breaks are only for the method 'given', and the method is '{}'. "
                               "Change the method or leave the breaks out.",
                               classes.method));
    if (const auto colours = node.find("colours"))
        checkOnePerClass(*colours, classes.colours.size(), classes, localText("màu", "colours"));
    if (const auto labels = node.find("labels"))
        checkOnePerClass(*labels, classes.labels.size(), classes, localText("nhãn", "labels"));
}

// Values of categories

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

// Layer

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
    if (before.measure != after.measure || before.unit != after.unit)
        node.fail(localText("Hai dãy số liệu trước và sau khác phép đo hoặc đơn vị tính nên không "
                            "trừ được cho nhau. Hãy ghi như nhau.",
                            "The series before and after differ in measure or unit, so one cannot "
                            "be taken from the other. Give the same for both."));
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
    if (layer.type == LayerType::Bivariate)
        checkSquare(node, layer);
    if (layer.type == LayerType::Dots)
        checkDots(node, layer);
}

Member<Layer> classesMember(const char* name, Classes Layer::*at) {
    return {name, [at](const JsonNode& node, Layer& layer) { readClasses(node, layer.*at); },
            [at](const Layer& layer) { return writtenMembers(classesMembers(), layer.*at); }};
}

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

// Theme

void readDay(const JsonNode& node, Theme& theme) {
    theme.asOf = parseDate(node.text());
    if (!theme.asOf)
        node.fail(localText(
            "'{}' không phải là ngày. Hãy viết theo dạng YYYY-MM-DD, ví dụ 2022-04-15.",
            "'{}' is not a day. Write it as YYYY-MM-DD, for example 2022-04-15.", node.text()));
}

const Members<SourceNote>& sourceNoteMembers() {
    static const Members<SourceNote> members{required(member("source", &SourceNote::source)),
                                             required(member("note", &SourceNote::note))};
    return members;
}

void readSourceNotes(const JsonNode& node, Theme& theme) {
    for (const JsonNode& item : node.items())
        readMembers(item, sourceNoteMembers(), theme.sourceNotes.emplace_back());
}

Json writtenSourceNotes(const Theme& theme) {
    Json json;
    for (const SourceNote& note : theme.sourceNotes)
        json.push_back(writtenMembers(sourceNoteMembers(), note));
    return json;
}

const Members<Gaps>& gapsMembers() {
    static const Members<Gaps> members{required(member("label", &Gaps::label)),
                                       required(member("colour", &Gaps::colour))};
    return members;
}

const Members<Theme>& themeMembers() {
    static const Members<Theme> members{
        // of editors: where the schema is
        {"$schema", [](const JsonNode& node, Theme&) { node.text(); },
         [](const Theme&) { return Json(); }},
        required(member("id", &Theme::id)),
        required(member("title", &Theme::title)),
        member("description", &Theme::description),
        member("note", &Theme::note),
        {"sourceNotes", readSourceNotes, writtenSourceNotes},
        word("level", &Theme::level, levels, localText("cấp", "level")),
        member("within", &Theme::within),
        {"asOf", readDay,
         [](const Theme& theme) { return theme.asOf ? Json(theme.asOf->toString()) : Json(); }},
        {"only",
         [](const JsonNode& node, Theme& theme) { readMembers(node, limitsMembers(), theme.only); },
         [](const Theme& theme) {
             return theme.only.isEmpty() ? Json() : writtenMembers(limitsMembers(), theme.only);
         }},
        {"gaps",
         [](const JsonNode& node, Theme& theme) {
             readMembers(node, gapsMembers(), theme.gaps.emplace());
         },
         [](const Theme& theme) {
             return theme.gaps ? writtenMembers(gapsMembers(), *theme.gaps) : Json();
         }},
        {"layers",
         [](const JsonNode& node, Theme& theme) {
             for (const JsonNode& item : node.items())
                 theme.layers.push_back(readLayer(item));
         },
         [](const Theme& theme) {
             Json json;
             for (const Layer& layer : theme.layers)
                 json.push_back(writtenMembers(layerMembers(layer.type), layer));
             return json;
         },
         true},
        member("valuesOnLabels", &Theme::valuesOnLabels),
        member("list", &Theme::list),
        member("histogram", &Theme::histogram),
        {"overview", [](const JsonNode& node, Theme& theme) { read(node, theme.overview); },
         [](const Theme& theme) { return theme.overview ? Json(true) : Json(); }},
        member("painter", &Theme::painter)};
    return members;
}

void checkId(const JsonNode& node, const Theme& theme) {
    const std::string name = theme.file.filename().string();
    if (name.ends_with(themeSuffix) && name != theme.id + std::string(themeSuffix))
        node.fail(localText(
            "Chủ đề '{}' nằm trong tệp '{}'. Hãy đặt tên tệp là '{}{}', hoặc đổi mã chủ đề.",
            "The theme '{}' is in the file '{}'. Name the file '{}{}', or change the id.", theme.id,
            name, theme.id, themeSuffix));
}

} // namespace

Theme readDocument(const JsonNode& node, const std::filesystem::path& file) {
    Theme theme;
    theme.file = file;
    readMembers(node, themeMembers(), theme);
    checkId(node.member("id"), theme);
    limitTo(theme, theme.only);
    return theme;
}

Json toDocument(const Theme& theme) {
    return writtenMembers(themeMembers(), theme);
}

} // namespace terroir::theme
