#include "core/theme/series_members.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/vocabulary.hpp"
#include "core/theme/force_members.hpp"
#include "core/theme/palette.hpp"
#include "core/theme/picture_members.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::theme {

namespace {

using records::Selection;

std::vector<std::string> textsOneOf(const JsonNode& node, const std::vector<std::string>& options,
                                    const LocalText& what) {
    std::vector<std::string> out;
    for (const JsonNode& item : node.items())
        out.push_back(item.oneOf(options, what));
    return out;
}

/// Records without an indicator are "none" in a file and empty in a selection.
void readIndicators(const JsonNode& node, Selection& selection) {
    std::vector<std::string> options = records::indicatorIds();
    options.insert(options.begin(), noIndicator);
    selection.indicators = textsOneOf(node, options, localText("chỉ tiêu", "indicator"));
    std::replace(selection.indicators.begin(), selection.indicators.end(), std::string(noIndicator),
                 std::string());
}

Json writtenIndicators(const Selection& selection) {
    std::vector<std::string> indicators = selection.indicators;
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
              std::vector<std::string> options = records::categoryIds(selection.kinds);
              options.insert(options.begin(), noIndicator);
              selection.categories = textsOneOf(node, options, categoryOf(selection.kinds));
              std::replace(selection.categories.begin(), selection.categories.end(),
                           std::string(noIndicator), std::string());
          },
          [](const Selection& selection) {
              std::vector<std::string> categories = selection.categories;
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

} // namespace

LocalText categoryOf(const std::vector<std::string>& kinds) {
    return localText("nhóm của loại {}", "category of the kind {}", fmt::join(kinds, ", "));
}

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
        {"inForce", [](const JsonNode& node, Series& series) { read(node, series.inForce); },
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
    const std::vector<std::string>& indicators = series.selection.indicators;
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

} // namespace terroir::theme
