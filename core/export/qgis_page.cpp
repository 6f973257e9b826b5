#include "core/export/qgis_page.hpp"

#include "core/export/qml_symbols.hpp"
#include "core/geometry/projection.hpp"
#include "core/map/logo.hpp"
#include "core/map/page_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace terroir::exporting {

namespace {

constexpr double legendWidth = 67, legendShare = 0.23; // on A4; of the height of a page
constexpr double gridRoomX = 10, gridRoomY = 4.5;      // for numbers, on A4
constexpr double logoHeight = 16, longestLogo = 42;

/// Minutes of arc between lines, some 40 mm apart.
double graticuleStep(double degrees, double widthMm) {
    const double wanted = degrees * 40 / std::max(widthMm, 1.0);
    for (const double minutes : {1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 300.0})
        if (minutes / 60 >= 0.7 * wanted)
            return minutes / 60;
    return 10;
}

void placeLogo(const map::Layout& layout, QgisPage& page) {
    if (layout.logo.empty())
        return;
    page.logoFile = map::readLogo(layout.logo);
    const double aspect = page.logoFile->mm.width() / page.logoFile->mm.height();
    const double height = std::min(logoHeight, longestLogo / aspect) * page.scale;
    const double left = layout.logoAt == map::LogoPlace::Left
                            ? page.margin
                            : page.width - page.margin - aspect * height;
    page.logo = PagePlace{left, 8 * page.scale, aspect * height, height};
}

} // namespace

QgisPage qgisPageOf(const map::Layout& layout) {
    QgisPage page;
    if (layout.widthMm > 0) {
        page.width = layout.widthMm;
        page.height = layout.heightMm;
    }
    page.scale = map::typeScale({page.width, page.height, {}});
    const double k = page.scale;
    page.margin = 10 * k;
    placeLogo(layout, page);
    const bool isLogoLeft = layout.logoAt == map::LogoPlace::Left;
    const double left =
        page.logo && isLogoLeft ? page.logo->left + page.logo->width + 4 * k : page.margin;
    const double right =
        page.logo && !isLogoLeft ? page.logo->left - 4 * k : page.width - page.margin;
    const double width = right - left;
    const bool hasHead = !layout.department.empty() || !layout.fileNumber.empty();
    const double shift = hasHead ? 6 * k : 0;
    page.head = {left, 7 * k, width, 6 * k};
    page.title = {left, 8 * k + shift, width, 11 * k};
    page.subtitle = {left, 20 * k + shift, width, 8 * k};
    page.footer = {page.margin, page.height - 19 * k, page.width - 2 * page.margin, 16 * k};
    const double top = 30 * k + shift, bottom = page.footer.top - 3 * k, gap = 5 * k;
    page.map = {page.margin, top, page.width - 2 * page.margin, bottom - top};
    if (layout.isLegendBeside(page.width, page.height)) {
        const double beside = legendWidth * k;
        page.map.width -= beside + gap;
        const bool isLeft = layout.legend == map::LegendPlace::Left;
        page.legend = {isLeft ? page.margin : page.width - page.margin - beside, top, beside,
                       page.map.height};
        if (isLeft)
            page.map.left += beside + gap;
    } else {
        const double below = legendShare * page.height;
        page.map.height -= below + gap;
        page.legend = {page.margin, bottom - below, page.width - 2 * page.margin, below};
        page.legendColumns = 3;
    }
    if (layout.grid != map::Grid::None) {
        const double x = gridRoomX * k, y = gridRoomY * k;
        page.map = {page.map.left + x, page.map.top + y, page.map.width - 2 * x,
                    page.map.height - 2 * y};
    }
    return page;
}

std::string qgisGrid(const map::Layout& layout, const std::string& crs, const geometry::Box& box,
                     const QgisPage& page, Language language, bool followsAtlas) {
    const bool isDegrees = layout.grid == map::Grid::Graticule;
    if (layout.grid == map::Grid::None || (isDegrees && followsAtlas))
        return {};
    const double k = page.scale;
    // As many map units as look well on the page (3), or fixed ones of the grid's system (0).
    std::string interval = R"(unit="3" intervalX="1000" intervalY="1000")";
    std::string system, numbers;
    if (isDegrees) {
        const geometry::Transform toDegrees(crs, "EPSG:4326");
        const double degrees =
            toDegrees({box.maxX, box.minY}).x - toDegrees({box.minX, box.minY}).x;
        const std::string step = qmlNumber(graticuleStep(degrees, page.map.width / k));
        interval = fmt::format(R"(unit="0" intervalX="{0}" intervalY="{0}")", step);
        system = fmt::format("<spatialrefsys><wkt>{}</wkt><authid>EPSG:4326</authid>"
                             "</spatialrefsys>",
                             escapeXml(geometry::wktOf("EPSG:4326")));
        numbers = R"(annotationFormat="4" annotationPrecision="0" annotationExpression="")";
    } else {
        // As many decimals as a number needs, to the metre.
        numbers =
            fmt::format(R"(annotationFormat="8" annotationPrecision="0" annotationExpression="{}")",
                        language == Language::Vietnamese
                            ? "replace(to_string(round(@grid_number / 1000, 3)), '.', ',')"
                            : "to_string(round(@grid_number / 1000, 3))");
    }
    constexpr int northings = 1, eastings = 2; // "latitude only", "longitude only"
    std::string sides;
    for (const char* side : {"left", "right", "top", "bottom"})
        sides += fmt::format(R"({0}AnnotationDisplay="{1}" {0}AnnotationPosition="1" )"
                             R"({0}AnnotationDirection="0" {0}FrameDivisions="0" )",
                             side, (side[0] == 'l' || side[0] == 'r') ? northings : eastings);
    const std::string line = fmt::format(
        R"(<symbol type="line" name="" alpha="1"><layer class="SimpleLine" enabled="1" )"
        R"(locked="0" pass="0">{}</layer></symbol>)",
        qmlOptions({{"line_color", "40,70,110,90"},
                    {"line_width", qmlNumber(0.12 * k)},
                    {"line_width_unit", "MM"}}));
    return fmt::format(
        R"(<ComposerMapGrid name="grid" uuid="{{grid}}" show="1" position="3" gridStyle="0" )"
        R"({} minimumIntervalWidth="{}" maximumIntervalWidth="{}" offsetX="0" offsetY="0" )"
        R"(crossLength="3" blendMode="0" gridFrameStyle="3" gridFrameSideFlags="15" )"
        R"(gridFrameWidth="{}" gridFrameMargin="0" gridFramePenThickness="{}" )"
        R"(gridFramePenColor="120,120,118,255" rotatedTicksEnabled="0" )"
        R"(rotatedAnnotationsEnabled="0" showAnnotation="1" frameAnnotationDistance="{}" {} {}>)"
        R"({}<lineStyle>{}</lineStyle><text-style fontFamily="Noto Sans" fontSize="{}" )"
        R"(fontSizeUnit="Point" textColor="92,94,98,255" textOpacity="1"/></ComposerMapGrid>)",
        interval, qmlNumber(28 * k), qmlNumber(70 * k), qmlNumber(k), qmlNumber(0.18 * k),
        qmlNumber(0.6 * k), numbers, sides, system, line, qmlNumber(5.8 * k));
}

std::string inlinePicture(const map::Picture& picture) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string& bytes = *picture.bytes;
    std::string text = "base64:";
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        unsigned value = 0;
        for (std::size_t k = 0; k < 3; ++k)
            value = value << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= count ? letters[value >> (18U - 6U * unsigned(k)) & 63U] : '=';
    }
    return text;
}

} // namespace terroir::exporting
