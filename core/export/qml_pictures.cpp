#include "core/export/qml_pictures.hpp"

#include "core/theme/known_pictures.hpp"

#include <fmt/format.h>

namespace terroir::exporting {

namespace {

constexpr double side = 24;

/// RFC 4648.
std::string base64(std::string_view bytes) {
    static constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::size_t triple = 0;
        for (std::size_t j = 0; j < 3; ++j)
            triple = triple << 8U |
                     (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            text += i + j <= bytes.size() ? digits[triple >> (18 - 6 * j) & 63U] : '=';
    }
    return text;
}

/// "param(fill)" is what QGIS puts a symbol's colour in for.
std::string svgOf(const theme::Picture& picture, std::size_t times) {
    std::string paths;
    for (std::size_t i = 0; i < times; ++i)
        paths += fmt::format(R"~(<path transform="translate({} 0)" d="{}"/>)~", side * double(i),
                             theme::pathData(picture, side));
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" )"
                       R"(width="{0}" height="{1}"><g fill="param(fill) #000" )"
                       R"(fill-rule="evenodd">{2}</g></svg>)",
                       side * double(times), side, paths);
}

} // namespace

std::string seriesSymbol(const std::string& name, const theme::Series& series, double legendSizeMm,
                         const CircleExpressions& expressions) {
    if (!series.picture)
        return circleSymbol(name, series, legendSizeMm, expressions);
    const std::size_t times = theme::picturesInRow(series.picture->name, series.selection);
    QmlOptions defined;
    // QGIS sizes an SVG by its width.
    if (!expressions.diameterMm.empty())
        defined.emplace_back("size", times == 1
                                         ? expressions.diameterMm
                                         : fmt::format("{} * ({})", times, expressions.diameterMm));
    if (!expressions.offsetMm.empty())
        defined.emplace_back("offset", expressions.offsetMm);
    const std::string options =
        qmlOptions({{"name", "base64:" + base64(svgOf(*series.picture, times))},
                    {"color", qmlColour(series.colour)},
                    {"offset_unit", "MM"},
                    {"outline_color", "255,255,255,255"},
                    {"outline_width", "0"},
                    {"outline_width_unit", "MM"},
                    {"scale_method", "diameter"},
                    {"size", qmlNumber(legendSizeMm * double(times))},
                    {"size_unit", "MM"}});
    return fmt::format(
        R"(<symbol type="marker" name="{}" alpha="1" clip_to_extent="1" force_rhr="0">)"
        R"(<layer class="SvgMarker" enabled="1" locked="0" pass="0">{}{}</layer></symbol>)",
        escapeXml(name), options,
        defined.empty() ? std::string()
                        : fmt::format("<data_defined_properties>{}</data_defined_properties>",
                                      qmlProperties(defined)));
}

} // namespace terroir::exporting
