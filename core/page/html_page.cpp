#include "core/page/html_page.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/geometry/mercator.hpp"
#include "core/page/interface_words.hpp"
#include "core/page/map_json.hpp"
#include "core/page/web_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <map>
#include <utility>

namespace terroir::page {

namespace {

using nlohmann::json;

/// As detailed as it gets: what is drawn on a sheet of this size is drawn from these shapes, which
/// suits a screen that shows a fourth of the map.
const map::Page detailPage{105, 75, {}};
/// Steps of the grid over the smallest map: a tenth of a millimetre on a sheet of three metres.
constexpr double stepsOfGrid = 30000;

/// Shapes by what they are of: themes and days that show the same units share them.
class Grounds {
public:
    explicit Grounds(workspace::Workspace& workspace) : m_workspace(workspace) {}

    const map::PageShapes& of(const figures::EvaluatedTheme& evaluated) {
        const auto [at, isNew] = m_known.try_emplace(evaluated.units, nullptr);
        if (isNew) {
            m_data.push_back(map::pageShapesOf(m_workspace, evaluated, detailPage));
            at->second = &m_data.back();
        } else {
            map::addFormerUnits(m_workspace, evaluated, detailPage, *at->second);
        }
        return *at->second;
    }
    const std::list<map::PageShapes>& all() const { return m_data; }

private:
    workspace::Workspace& m_workspace;
    std::list<map::PageShapes> m_data;
    std::map<std::vector<gazetteer::UnitIndex>, map::PageShapes*> m_known;
};

geometry::Box boxOf(const map::PageShapes& data) {
    geometry::Box box;
    for (const boundaries::UnitShape& shape : data.shapes.units)
        box.expand(geometry::boxOf(geometry::toMercator(shape.shape)));
    return box;
}

Grid gridOf(const std::list<map::PageShapes>& grounds) {
    geometry::Box all;
    double smallest = 0;
    for (const map::PageShapes& data : grounds) {
        const geometry::Box box = boxOf(data);
        if (box.isEmpty())
            continue;
        const double size = std::max({box.width(), box.height(), 1000.0});
        smallest = smallest == 0 ? size : std::min(smallest, size);
        all.expand(box);
    }
    return all.isEmpty() ? Grid{} : Grid{all.minX, all.maxY, smallest / stepsOfGrid};
}

json wordsJson(Texts& texts) {
    json words;
    for (const InterfaceWord& word : interfaceWords())
        words[std::string(word.name)] = texts.of(word.text);
    return words;
}

} // namespace

HtmlPage htmlPage(workspace::Workspace& workspace, std::span<const PageTheme> themes,
                  const PageOptions& options) {
    HtmlPage page;
    Grounds grounds(workspace);
    for (const PageTheme& theme : themes)
        for (const ThemeOnDay& day : theme.days)
            grounds.of(day.vi);
    Texts texts;
    SharedParts parts{workspace.gazetteer(), workspace.compactRecords(), gridOf(grounds.all()),
                      texts, RecordList(workspace.records(), workspace.sources(), texts)};
    std::map<const map::PageShapes*, MapGround> placed;
    for (const map::PageShapes& data : grounds.all()) {
        placed.emplace(&data, MapGround(data, parts));
        page.anyApproximate = page.anyApproximate || data.shapes.anyApproximate();
        page.units += data.shapes.units.size();
    }
    json data;
    data["words"] = wordsJson(texts);
    for (const PageTheme& theme : themes) {
        const theme::Theme& described = theme.days[theme.first].vi.theme;
        json entry = {{"title", texts.of(described.title)},
                      {"description", texts.of(described.description)},
                      {"first", theme.first}};
        for (const ThemeOnDay& day : theme.days) {
            entry["maps"].push_back(
                mapJson(day, placed.at(&grounds.of(day.vi)), options.title, parts));
            ++page.maps;
        }
        data["themes"].push_back(std::move(entry));
    }
    const double step = parts.grid.step;
    data["grid"] = {parts.grid.west, parts.grid.north, step};
    const EncodedOutlines outlines = std::move(parts.outlines).encode(parts.grid);
    data["arcs"] = outlines.arcs;
    data["shapes"] = outlines.shapes;
    data["lines"] = outlines.lines;
    page.points = outlines.points;
    page.records = parts.list.size();
    page.hasRecords = page.records <= maxRecords;
    data["records"] = parts.list.describe();
    data["language"] = options.language == Language::English ? "en" : "vi";
    data["texts"] = texts.take();

    const theme::Theme& first = themes.front().days[themes.front().first].vi.theme;
    const std::string title =
        options.title.empty() ? first.title.in(options.language) : options.title;
    page.html = filledFrame(
        webFiles(), data["language"].get<std::string>(), title,
        data.dump(-1, ' ', false, json::error_handler_t::replace));
    return page;
}

LocalText recordsLeftOut(const HtmlPage& page) {
    if (page.hasRecords)
        return {};
    return localText("Trang không có các bản ghi, vì {} bản ghi là quá nhiều; hãy chọn một tỉnh.",
                     "The page is without the records, since {} are too many; choose a province.",
                     numberText(double(page.records)));
}

} // namespace terroir::page
