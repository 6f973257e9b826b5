#include "core/export/qgis_layout.hpp"

#include "core/export/qgis_page.hpp"
#include "core/export/qgis_tree.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/map/furniture.hpp"
#include "core/map/ink.hpp"
#include "core/map/layout_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace terroir::exporting {

namespace {

// Kinds of items, as QGIS numbers them.
enum Kind {
    pageItem = 65638,
    mapItem = 65639,
    pictureItem = 65640,
    labelItem = 65641,
    legendItem = 65642,
    scaleBarItem = 65646
};

constexpr std::string_view font = "Noto Sans"; // as labels have

using Place = PagePlace;

std::string objectXml() {
    return "<LayoutObject><dataDefinedProperties><Option type=\"Map\"><Option name=\"name\" "
           "type=\"QString\" value=\"\"/><Option name=\"properties\"/><Option name=\"type\" "
           "type=\"QString\" value=\"collection\"/></Option></dataDefinedProperties>"
           "<customproperties><Option/></customproperties></LayoutObject>";
}

/// `more`: attributes of this kind of item; `content`: what stands within.
std::string item(Kind kind, std::string_view id, const Place& place, int z, std::string_view more,
                 std::string_view content, const Colour& paper = {255, 255, 255, 255}) {
    return fmt::format(
        R"(<LayoutItem type="{0}" id="{1}" uuid="{{{1}}}" templateUuid="{{{1}}}" position="{2},{3},mm" )"
        R"(positionOnPage="{2},{3},mm" size="{4},{5},mm" zValue="{6}" referencePoint="0" )"
        R"(itemRotation="0" visibility="1" opacity="1" blendMode="0" positionLock="false" )"
        R"(frameJoinStyle="miter" outlineWidthM="0.2,mm" groupUuid="" excludeFromExports="0" {7}>)"
        R"(<FrameColor red="150" green="150" blue="150" alpha="255"/>)"
        R"(<BackgroundColor red="{10}" green="{11}" blue="{12}" alpha="255"/>{8}{9}</LayoutItem>)",
        int(kind), id, place.left, place.top, place.width, place.height, z, more, objectXml(),
        content, int(paper.r), int(paper.g), int(paper.b));
}

enum class Weight { Normal = 50, Bold = 75 };
enum class Align { Left = 1, Right = 2, Centre = 4 }; // as Qt numbers them

std::string fontXml(std::string_view tag, double points, Weight weight) {
    return fmt::format(R"(<{} style="" description="{},{},-1,5,{},0,0,0,0,0"/>)", tag, font, points,
                       int(weight));
}

std::string label(std::string_view id, const std::string& text, const Place& place, int z,
                  double points, Weight weight = Weight::Normal, Align align = Align::Left) {
    return item(labelItem, id, place, z,
                fmt::format(R"(labelText="{}" htmlState="0" halign="{}" valign="32" marginX="0" )"
                            R"(marginY="0" frame="false" background="false")",
                            escapeXml(text), int(align)),
                fontXml("LabelFont", points, weight) +
                    R"(<FontColor red="30" green="30" blue="30" alpha="255"/>)");
}

std::string fillXml(std::string_view colour) {
    return fmt::format(
        R"(<symbol type="fill" name="" alpha="1" clip_to_extent="1" force_rhr="0">)"
        R"(<layer class="SimpleFill" enabled="1" locked="0" pass="0">{}</layer>)"
        R"(</symbol>)",
        qmlOptions({{"color", std::string(colour)}, {"outline_style", "no"}, {"style", "solid"}}));
}

std::string page(const QgisPage& page) {
    return fmt::format("<PageCollection>{0}{1}<GuideCollection visible=\"1\"/></PageCollection>",
                       fillXml("255,255,255,255"),
                       item(pageItem, "page", {0, 0, page.width, page.height}, 0,
                            R"(background="true" frame="false")", fillXml("255,255,255,255")));
}

/// The box with some room around, in the shape of the map on the page.
geometry::Box onPage(const geometry::Box& box, const QgisPage& page) {
    constexpr double room = 1.06;
    const double mapWidth = page.map.width, mapHeight = page.map.height;
    const double perMm = room * std::max(box.width() / mapWidth, box.height() / mapHeight);
    const double x = (box.minX + box.maxX) / 2, y = (box.minY + box.maxY) / 2;
    return {x - perMm * mapWidth / 2, y - perMm * mapHeight / 2, x + perMm * mapWidth / 2,
            y + perMm * mapHeight / 2};
}

struct MapOptions {
    const Project& project;
    const QgisPage& page;
    bool followsAtlas = false;
};

std::string mapOf(const ProjectTheme& theme, const MapOptions& options) {
    const geometry::Box box = onPage(theme.extent, options.page);
    const std::string grid = qgisGrid(options.project.layout, options.project.crs, box,
                                      options.page, options.project.language, options.followsAtlas);
    return item(
        mapItem, "map", options.page.map, 1,
        fmt::format(R"(followPreset="true" followPresetName="{}" keepLayerSet="false" )"
                    R"(mapRotation="0" mapFlags="0" drawCanvasItems="false" isTemporal="0" )"
                    R"(labelMargin="0,mm" frame="true" background="true")",
                    escapeXml(theme.title)),
        fmt::format(R"(<Extent xmin="{}" ymin="{}" xmax="{}" ymax="{}"/><LayerSet/>)"
                    R"({}<AtlasMap atlasDriven="{}" scalingMode="2" margin="0.6"/>)"
                    R"(<labelBlockingItems/>)",
                    qmlNumber(box.minX), qmlNumber(box.minY), qmlNumber(box.maxX),
                    qmlNumber(box.maxY), grid, options.followsAtlas ? 1 : 0),
        map::ink::contextFill);
}

std::string legend(const Project& project, const ProjectTheme& theme, const QgisPage& page) {
    const double k = page.scale;
    std::string layers;
    for (const ProjectLayer& layer : theme.layers)
        if (layer.isExplained && (layer.isShown || !layer.isListed) &&
            layer.geometry != geometry::GeometryType::None)
            layers += legendLayer(project, layer);
    const auto style = [k](std::string_view name, double points, std::string_view margins,
                           Weight weight) {
        return fmt::format(R"(<style name="{}" alignment="1" indent="0" {}>{}</style>)", name,
                           margins, fontXml("styleFont", k * points, weight));
    };
    return item(
        legendItem, "legend", page.legend, 2,
        fmt::format(
            R"(map_uuid="{{map}}" title="" titleAlignment="1" columnCount="{}" splitLayer="0" )"
            R"(equalColumnWidth="0" resizeToContents="1" symbolWidth="{}" symbolHeight="{}" )"
            R"(symbolAlignment="1" lineSpacing="1" boxSpace="0" columnSpace="2" maxSymbolSize="0" )"
            R"(minSymbolSize="0" wrapChar="{}" fontColor="#1e1e1e" legendFilterByAtlas="0" )"
            R"(rasterBorder="0" rasterBorderWidth="0" rasterBorderColor="0,0,0,255" )"
            R"(wmsLegendWidth="50" wmsLegendHeight="25" frame="false" background="false")",
            page.legendColumns, qmlNumber(6 * k), qmlNumber(4 * k), legendBreak),
        fmt::format("<styles>{}{}{}{}{}</styles><layer-tree-group>{}</layer-tree-group>",
                    style("title", 9, R"(marginBottom="2")", Weight::Bold),
                    style("group", 8.5, R"(marginTop="2")", Weight::Bold),
                    style("subgroup", 8.5, R"(marginTop="3")", Weight::Bold),
                    style("symbol", 8, R"(marginTop="1.5")", Weight::Normal),
                    style("symbolLabel", 8, R"(marginTop="1.5" marginLeft="2")", Weight::Normal),
                    layers));
}

/// Two segments of some 20 mm. In the atlas the map's scale changes with the page: there segments
/// have a width instead of a length.
std::string scaleBar(const ProjectTheme& theme, const MapOptions& options) {
    const QgisPage& page = options.page;
    const double k = page.scale, segmentMm = 22 * k, barMm = 60 * k;
    const double kmPerMm =
        std::max(1e-6, onPage(theme.extent, page).width() / page.map.width / 1000);
    return item(
        scaleBarItem, "scale",
        {page.map.left + 3 * k, page.map.top + page.map.height - 13 * k, barMm, 12 * k}, 3,
        fmt::format(
            R"(mapUuid="{{map}}" style="Single Box" unitType="km" unitLabel="km" )"
            R"(numMapUnitsPerScaleBarUnit="1" numSegments="2" numSegmentsLeft="0" )"
            R"(numUnitsPerSegment="{}" segmentSizeMode="{}" minBarWidth="{}" maxBarWidth="{}" )"
            R"(height="{}" numSubdivisions="1" subdivisionsHeight="1" labelBarSpace="1" )"
            R"(boxContentSpace="1" alignment="0" lineJoinStyle="miter" lineCapStyle="square" )"
            R"(labelHorizontalPlacement="0" labelVerticalPlacement="0" frame="false" )"
            R"(background="false" outlineWidth="0.2")",
            qmlNumber(map::roundKilometres(kmPerMm * segmentMm)), options.followsAtlas ? 1 : 0,
            qmlNumber(25 * k), qmlNumber(50 * k), qmlNumber(1.5 * k)),
        fmt::format(R"(<text-style fontFamily="{}" fontSize="{}" fontSizeUnit="Point" )"
                    R"(textColor="30,30,30,255" textOpacity="1"/>)",
                    font, qmlNumber(8 * k)));
}

/// "1:50000" of the page, which QGIS keeps right when the map is moved.
std::string ratio(const MapOptions& options) {
    const QgisPage& page = options.page;
    const double k = page.scale;
    if (!options.project.layout.ratio)
        return {};
    return item(
        scaleBarItem, "ratio",
        {page.map.left + 3 * k, page.map.top + page.map.height - 20 * k, 60 * k, 6 * k}, 3,
        R"(mapUuid="{map}" style="Numeric" unitType="km" unitLabel="km" numMapUnitsPerScaleBarUnit="1" )"
        R"(numSegments="2" numSegmentsLeft="0" numUnitsPerSegment="1" segmentSizeMode="0" )"
        R"(boxContentSpace="1" alignment="0" frame="false" background="false" outlineWidth="0.2")",
        fmt::format(
            R"(<numericFormat id="basic"><Option type="Map"><Option name="decimals" )"
            R"(type="int" value="0"/></Option></numericFormat><text-style fontFamily="{}" fontSize="{}" fontSizeUnit="Point" )"
            R"(textColor="30,30,30,255" textOpacity="1"/>)",
            font, qmlNumber(8 * k)));
}

/// The arrow of our maps, an SVG of two triangles; the letter over it is in the language.
constexpr std::string_view arrow =
    "base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIzNCIgaGVpZ2h0PSI4MCIg"
    "dmlld0JveD0iMCAwIDM0IDgwIj48cGF0aCBkPSJNMTcgMSAxNyA2NSAxIDc5WiIgZmlsbD0iIzIyMiIgc3Ry"
    "b2tlPSIjMjIyIiBzdHJva2Utd2lkdGg9IjIiIHN0cm9rZS1saW5lam9pbj0icm91bmQiLz48cGF0aCBkPSJN"
    "MTcgMSAxNyA2NSAzMyA3OVoiIGZpbGw9IiNmZmYiIHN0cm9rZT0iIzIyMiIgc3Ryb2tlLXdpZHRoPSIyIiBz"
    "dHJva2UtbGluZWpvaW49InJvdW5kIi8+PC9zdmc+";

std::string northArrow(const std::string& letter, const QgisPage& page) {
    const double k = page.scale, width = 8 * k, top = page.map.top;
    const double left = page.map.left + page.map.width - 12 * k;
    return label("north_letter", letter, {left, top + 2.5 * k, width, 4 * k}, 4, 8 * k,
                 Weight::Bold, Align::Centre) +
           item(pictureItem, "north", {left, top + 7 * k, width, 9 * k}, 4,
                fmt::format(R"(file="{}" mode="0" resizeMode="0" anchorPoint="4" northMode="0" )"
                            R"(northOffset="0" pictureRotation="0" mapUuid="{{map}}" )"
                            R"(pictureWidth="{}" pictureHeight="{}" frame="false" )"
                            R"(background="false")",
                            arrow, width, 9 * k),
                "");
}

/// Department and number of the file, and the logo.
std::string head(const map::Layout& layout, const QgisPage& page, Language language) {
    std::string items;
    if (!layout.department.empty())
        items += label("department", plainText(layout.department), page.head, 8, 8.6 * page.scale,
                       Weight::Bold);
    if (!layout.fileNumber.empty())
        items += label("file_number", plainText(map::fileNumberWords(layout.fileNumber, language)),
                       page.head, 8, 7.6 * page.scale, Weight::Normal, Align::Right);
    if (page.logo)
        items += item(pictureItem, "logo", *page.logo, 8,
                      fmt::format(R"(file="{}" mode="{}" resizeMode="0" anchorPoint="0" )"
                                  R"(northMode="0" northOffset="0" pictureRotation="0" )"
                                  R"(frame="false" background="false")",
                                  inlinePicture(*page.logoFile), page.logoFile->isSvg ? 0 : 1),
                      "");
    return items;
}

/// Projection, author and day, where the layout asks for them. The day is that of the print, as
/// madeOnWords() has it: the one text with an expression.
std::string imprint(const Project& project, const map::Layout& layout, bool followsAtlas) {
    const bool english = project.language == Language::English;
    // Of an atlas, see qgisGrid().
    const map::Grid grid =
        followsAtlas && layout.grid == map::Grid::Graticule ? map::Grid::None : layout.grid;
    map::Layout plain = layout;
    plain.author = plainText(layout.author);
    return map::imprintWords(
        plain, plainText(map::projectionWords({{project.crs, 0}}, grid, project.language)),
        english ? "Made on [% format_date(now(), 'd MMMM yyyy', 'en') %]"
                : "Lập ngày [% format_date(now(), 'd/M/yyyy') %]",
        project.language);
}

/// The note and the imprint above the sources.
std::string footer(const Project& project, const ProjectTheme& theme, bool followsAtlas) {
    std::string text = plainText(project.layout.note.in(project.language));
    for (const std::string& line :
         {imprint(project, project.layout, followsAtlas), plainText(theme.footer)})
        if (!line.empty())
            text += (text.empty() ? "" : "\n") + line;
    return text;
}

std::string layout(const std::string& name, const QgisPage& onPaper, const std::string& items,
                   const std::string& atlas) {
    return fmt::format(
        R"(<Layout name="{}" units="mm" printResolution="300" worldFileMap="{{map}}">)"
        R"(<Snapper snapToGrid="0" snapToGuides="1" snapToItems="1" tolerance="5"/>)"
        R"(<Grid resolution="10" resUnits="mm" offsetX="0" offsetY="0" )"
        R"(offsetUnits="mm"/>{}{}<customproperties><Option/></customproperties>{}</Layout>)",
        escapeXml(name), page(onPaper), items, atlas);
}

std::string items(const Project& project, const ProjectTheme& theme, const std::string& title,
                  const MapOptions& options) {
    const QgisPage& page = options.page;
    const double k = page.scale;
    return mapOf(theme, options) + legend(project, theme, page) + scaleBar(theme, options) +
           ratio(options) + northArrow(theme.north, page) +
           label("title", title, page.title, 5, 15 * k, Weight::Bold) +
           label("subtitle", plainText(theme.subtitle), page.subtitle, 6, 9 * k) +
           label("footer", footer(project, theme, options.followsAtlas), page.footer, 7, 6.5 * k) +
           head(project.layout, page, project.language);
}

} // namespace

std::string layoutXml(const Project& project, const ProjectTheme& theme) {
    const std::string noAtlas = R"(<Atlas enabled="0" coverageLayer="" hideCoverage="0" )"
                                R"(filterFeatures="0" sortFeatures="0" pageNameExpression="" )"
                                R"(filenamePattern=""/>)";
    const QgisPage page = qgisPageOf(project.layout);
    return layout(theme.title, page,
                  items(project, theme, plainText(theme.heading), {project, page, false}), noAtlas);
}

std::string atlasXml(const Project& project, const ProjectTheme& theme) {
    const bool english = project.language == Language::English;
    const std::string title =
        plainText(theme.heading) + R"(: [% "unit_type" || ' ' || "unit_name" %])";
    const std::string atlas =
        fmt::format(R"(<Atlas enabled="1" coverageLayer="{}" hideCoverage="0" filterFeatures="1" )"
                    R"(featureFilter="&quot;records&quot; IS NOT NULL" sortFeatures="1" )"
                    R"(sortKey="&quot;unit_name&quot;" sortAscending="1" )"
                    R"(pageNameExpression="&quot;unit_name&quot;" )"
                    R"(filenamePattern="&quot;unit_code&quot; || '_' || &quot;unit_name&quot;"/>)",
                    escapeXml(theme.units));
    const QgisPage page = qgisPageOf(project.layout);
    return layout((english ? "Atlas: " : "Tập bản đồ: ") + theme.title, page,
                  items(project, theme, title, {project, page, true}), atlas);
}

} // namespace terroir::exporting
