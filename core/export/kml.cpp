#include "core/export/kml.hpp"

#include "core/base/number.hpp"
#include "core/export/columns.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/export/theme_tables.hpp"
#include "core/figures/page_words.hpp"
#include "core/map/record_ground.hpp"
#include "core/map/unit_fills.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace terroir::exporting {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;

constexpr double mmOfIcon = 8.5; ///< 32 pixels of a screen

/// KML writes opacity, blue, green, red.
std::string colourText(const Colour& colour) {
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", colour.a, colour.b, colour.g, colour.r);
}

/// Colours of a map lie on the picture of the ground: it is seen through them.
Colour seenThrough(Colour colour) {
    colour.a = static_cast<unsigned char>(colour.a * 3 / 4);
    return colour;
}

void appendRing(std::string& out, const char* role, const geometry::Ring& ring) {
    out += fmt::format("<{}><LinearRing><coordinates>", role);
    for (const geometry::Point& point : ring)
        fmt::format_to(std::back_inserter(out), "{:.9f},{:.9f} ", point.x, point.y);
    if (!ring.empty() && (ring.front().x != ring.back().x || ring.front().y != ring.back().y))
        fmt::format_to(std::back_inserter(out), "{:.9f},{:.9f}", ring.front().x, ring.front().y);
    out += fmt::format("</coordinates></LinearRing></{}>", role);
}

/// Outer rings of KML run counter-clockwise.
geometry::Ring turned(geometry::Ring ring, bool isClockwise) {
    double area = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        area += (ring[i + 1].x - ring[i].x) * (ring[i + 1].y + ring[i].y);
    if ((area > 0) != isClockwise)
        std::reverse(ring.begin(), ring.end());
    return ring;
}

void appendShape(std::string& out, const geometry::MultiPolygon& shape) {
    if (shape.empty())
        return;
    out += "<MultiGeometry>";
    for (const geometry::Polygon& part : shape) {
        out += "<Polygon>";
        appendRing(out, "outerBoundaryIs", turned(part.outer, false));
        for (const geometry::Ring& hole : part.holes)
            appendRing(out, "innerBoundaryIs", turned(hole, true));
        out += "</Polygon>";
    }
    out += "</MultiGeometry>";
}

class Kml {
public:
    Kml(const gazetteer::Gazetteer& gazetteer, std::span<const records::Source> sources,
        Language language, std::string icon)
        : m_gazetteer(gazetteer), m_language(language), m_icon(std::move(icon)) {
        for (const records::Source& source : sources)
            m_sources[source.id] = source.title;
    }

    void addTheme(const ThemeLayers& layers, std::span<const LayerTable> tables) {
        const EvaluatedTheme& evaluated = layers.evaluated;
        const map::UnitFills fills(evaluated);
        std::string left;
        for (const LayerTable& table : tables)
            if (table.geometry == GeometryType::None)
                left = tableText(table);
        const LayerTable& units = tables.front();
        openFolder(units, legendOf(evaluated) + left, layers);
        for (std::size_t i = 0; i < units.rows.size(); ++i)
            addPlace(
                units, units.rows[i],
                fillStyle(fills.of(evaluated.units[i]).colour, fills.hasData(evaluated.units[i])));
        m_folders += "</Folder>\n";
        std::size_t symbolTable = 1;
        for (std::size_t i = 0; i < evaluated.theme.layers.size(); ++i)
            if (isSymbolLayer(evaluated.theme.layers[i]))
                addSymbols(layers, i, tables[symbolTable++]);
    }

    /// Where records lie by themselves.
    void addRecords(const ThemeLayers& theme, const LayerTable& table) {
        openFolder(table, "", theme);
        const std::size_t colourColumn = table.columns.size() - 1, subjectColumn = 2;
        for (const LayerRow& row : table.rows) {
            const std::string hex = cellText(row.cells[colourColumn]);
            const auto channel = [&](std::size_t at) {
                return static_cast<unsigned char>(std::stoul(hex.substr(at, 2), nullptr, 16));
            };
            const Colour colour{channel(1), channel(3), channel(5)};
            if (!row.points.empty()) {
                addIcon(table, row, colour, 2 * map::spotMm, 0, subjectColumn);
                continue;
            }
            openPlace(table, row, subjectColumn);
            Colour light = colour;
            light.a = map::zoneOpacity;
            m_folders += fmt::format("<Style><LineStyle><color>{}</color><width>2</width>"
                                     "</LineStyle><PolyStyle><color>{}</color></PolyStyle>{}"
                                     "</Style>",
                                     colourText(colour), colourText(light), balloonStyle);
            appendShape(m_folders, row.polygons);
            if (!row.lines.empty()) {
                m_folders += "<MultiGeometry>";
                for (const std::vector<geometry::Point>& line : row.lines) {
                    m_folders += "<LineString><coordinates>";
                    for (const geometry::Point& point : line)
                        m_folders += fmt::format("{:.9f},{:.9f} ", point.x, point.y);
                    m_folders += "</coordinates></LineString>";
                }
                m_folders += "</MultiGeometry>";
            }
            m_folders += "</Placemark>\n";
        }
        m_folders += "</Folder>\n";
    }

    std::string document(const std::string& title) const {
        std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>";
        out += fmt::format("<name>{}</name>\n", escapeXml(title));
        for (const std::string& schema : m_schemas)
            out += schema;
        for (const auto& [id, style] : m_styles)
            out += style;
        return out + m_folders + "</Document></kml>\n";
    }

private:
    std::string word(const char* vi, const char* en) const {
        return m_language == Language::English ? en : vi;
    }

    void openFolder(const LayerTable& table, const std::string& explanation,
                    const ThemeLayers& theme) {
        const figures::PageWords words(theme.evaluated, m_gazetteer);
        std::string text = "<p>" + escapeXml(words.subtitle()) + "</p>";
        for (const std::string& line : {table.description, words.note()})
            if (!line.empty())
                text += "<p>" + escapeXml(line) + "</p>";
        m_schemas.push_back(schemaOf(table));
        m_folders += fmt::format("<Folder><name>{}</name><description>{}</description>\n",
                                 escapeXml(table.title), escapeXml(text + explanation));
    }

    static std::string schemaOf(const LayerTable& table) {
        std::string fields;
        for (const Column& column : table.columns)
            fields +=
                fmt::format("<SimpleField name=\"{}\" type=\"{}\"><displayName>{}"
                            "</displayName></SimpleField>",
                            column.name, column.type == ColumnType::Real ? "double" : "string",
                            escapeXml(column.alias));
        return fmt::format("<Schema name=\"{0}\" id=\"{0}\">{1}</Schema>\n", table.name, fields);
    }

    std::string cellText(const Value& cell) const {
        if (const auto* number = std::get_if<double>(&cell))
            return formatNumber(*number, m_language, 4);
        const auto* text = std::get_if<std::string>(&cell);
        return text == nullptr ? "" : *text;
    }

    /// Documents with their titles, as sources stand in a cell: "TD22; LC22".
    std::string sourceLine(const std::string& ids) const {
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < ids.size();) {
            const std::size_t end = std::min(ids.find("; ", at), ids.size());
            const std::string id = ids.substr(at, end - at);
            const auto title = m_sources.find(id);
            lines.push_back(title == m_sources.end() || title->second.empty()
                                ? id
                                : fmt::format("{} ({})", title->second, id));
            at = end + 2;
        }
        return fmt::format("{}: {}", word("Nguồn", "Source"), fmt::join(lines, "; "));
    }

    /// What a person reads of a place: every cell that is not empty, a figure after its qualifier.
    std::string balloon(const LayerTable& table, const LayerRow& row) const {
        std::string lines, source;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Column& column = table.columns[i];
            std::string text = cellText(row.cells[i]);
            if (text.empty() || column.name.ends_with("_qualifier") || column.name == "colour")
                continue;
            if (column.name == "sources") {
                source = "<p><i>" + escapeXml(sourceLine(text)) + "</i></p>";
                continue;
            }
            if (i + 1 < row.cells.size() && table.columns[i + 1].name == column.name + "_qualifier")
                if (const std::string exact = cellText(row.cells[i + 1]); !exact.empty())
                    text = (exact == ">=" ? "≥" : exact) + " " + text;
            lines += fmt::format("<tr><td>{}</td><td><b>{}</b></td></tr>", escapeXml(column.alias),
                                 escapeXml(text));
        }
        return "<table>" + lines + "</table>" + source;
    }

    std::string tableText(const LayerTable& table) const {
        std::string text = "<h4>" + escapeXml(table.title) + "</h4><table border=\"1\"><tr>";
        for (const Column& column : table.columns)
            text += "<th>" + escapeXml(column.alias) + "</th>";
        text += "</tr>";
        for (const LayerRow& row : table.rows) {
            text += "<tr>";
            for (const Value& cell : row.cells)
                text += "<td>" + escapeXml(cellText(cell)) + "</td>";
            text += "</tr>";
        }
        return text + "</table>";
    }

    std::string legendOf(const EvaluatedTheme& evaluated) const {
        std::string text;
        for (const EvaluatedLayer& layer : evaluated.layers) {
            std::string lines;
            for (const auto* entries : {&layer.classes, &layer.categories})
                for (const figures::EvaluatedClass& entry : *entries)
                    lines += fmt::format(
                        "<span style=\"background-color:{0}\">&nbsp;&nbsp;&nbsp;&nbsp;</span> {1} "
                        "({2})<br>",
                        entry.colour.toHex(), escapeXml(entry.label), entry.count);
            if (!lines.empty())
                text += "<h4>" + escapeXml(layer.layer->label.in(m_language)) + "</h4>" + lines;
        }
        return text;
    }

    std::string fillStyle(const Colour& colour, bool hasData) {
        const std::string text = colourText(seenThrough(colour));
        const std::string id = "fill_" + text + (hasData ? "" : "_none");
        m_styles[id] = fmt::format(
            "<Style id=\"{}\"><LineStyle><color>ff666666</color><width>{}</width></LineStyle>"
            "<PolyStyle><color>{}</color></PolyStyle>{}</Style>\n",
            id, hasData ? 1.2 : 0.6, text, balloonStyle);
        return id;
    }

    void addPlace(const LayerTable& table, const LayerRow& row, const std::string& styleId) {
        openPlace(table, row);
        m_folders += "<styleUrl>#" + styleId + "</styleUrl>";
        appendShape(m_folders, row.polygons);
        m_folders += "</Placemark>\n";
    }

    void openPlace(const LayerTable& table, const LayerRow& row, std::size_t nameColumn = 1) {
        m_folders += fmt::format("<Placemark><name>{}</name><description>{}</description>",
                                 escapeXml(cellText(row.cells[nameColumn])),
                                 escapeXml(balloon(table, row)));
        m_folders += "<ExtendedData><SchemaData schemaUrl=\"#" + table.name + "\">";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (const auto* number = std::get_if<double>(&row.cells[i]))
                m_folders += fmt::format("<SimpleData name=\"{}\">{}</SimpleData>",
                                         table.columns[i].name, *number);
            else if (const auto* text = std::get_if<std::string>(&row.cells[i]))
                m_folders += fmt::format("<SimpleData name=\"{}\">{}</SimpleData>",
                                         table.columns[i].name, escapeXml(*text));
        m_folders += "</SchemaData></ExtendedData>";
    }

    /// `shift`: in icons to the right of the place.
    void addIcon(const LayerTable& table, const LayerRow& row, const Colour& colour,
                 double diameterMm, double shift, std::size_t nameColumn = 1) {
        openPlace(table, row, nameColumn);
        m_folders += fmt::format(
            "<Style><IconStyle><color>{}</color><scale>{:.3f}</scale>{}"
            "<hotSpot x=\"{:.2f}\" y=\"{}\" xunits=\"fraction\" yunits=\"fraction\"/></IconStyle>"
            "<LabelStyle><scale>0</scale></LabelStyle>{}</Style>",
            colourText(colour), diameterMm / mmOfIcon,
            m_icon.empty() ? "" : fmt::format("<Icon><href>{}</href></Icon>", m_icon), 0.5 - shift,
            m_icon.empty() ? "0" : "0.5", balloonStyle);
        m_folders += fmt::format("<Point><coordinates>{:.9f},{:.9f}</coordinates></Point>"
                                 "</Placemark>\n",
                                 row.points.front().x, row.points.front().y);
    }

    void addSymbols(const ThemeLayers& theme, std::size_t index, const LayerTable& table) {
        const EvaluatedLayer& layer = theme.evaluated.layers[index];
        const std::vector<std::string> names = figureColumns(theme.evaluated.theme)[index];
        std::vector<std::size_t> columns;
        std::string explanation;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                         [&](const Column& one) { return one.name == names[i]; });
            columns.push_back(std::size_t(at - table.columns.begin()));
            const theme::Series& series = layer.layer->series[i];
            explanation +=
                fmt::format("<span style=\"color:{}\">●</span> {}<br>", series.colour.toHex(),
                            escapeXml(figureTitle(*layer.layer, series, m_language)));
        }
        const bool isOfSums = theme::showsSum(layer.layer->type);
        if (theme::isOfBars(layer.layer->type))
            explanation += word("Tệp KML vẽ vòng tròn thay cho cột. ",
                                "A KML file has circles instead of bars. ");
        if (layer.layer->type == theme::LayerType::Pictograms)
            explanation += word("Tệp KML vẽ vòng tròn thay cho hình. ",
                                "A KML file has circles instead of pictures. ");
        if (isOfSums)
            explanation += word("Màu của vòng tròn là của phần lớn nhất.",
                                "A circle has the colour of its largest part.");
        openFolder(table, explanation, theme);
        for (const LayerRow& row : table.rows) {
            if (row.points.empty())
                continue;
            double sum = 0, largest = 0;
            std::size_t shown = 0, of = 0;
            for (std::size_t i = 0; i < columns.size(); ++i)
                if (const auto* value = std::get_if<double>(&row.cells[columns[i]])) {
                    sum += *value;
                    ++shown;
                    if (*value > largest) {
                        largest = *value;
                        of = i;
                    }
                }
            if (isOfSums && sum > 0)
                addIcon(table, row, layer.layer->series[of].colour,
                        figures::circleDiameterMm(layer, sum), 0);
            double place = -double(shown) / 2 + 0.5;
            for (std::size_t i = 0; !isOfSums && i < columns.size(); ++i)
                if (const auto* value = std::get_if<double>(&row.cells[columns[i]]))
                    addIcon(table, row, layer.layer->series[i].colour,
                            figures::circleDiameterMm(layer, *value), place++);
        }
        m_folders += "</Folder>\n";
    }

    static constexpr const char* balloonStyle =
        "<BalloonStyle><text>&lt;h3&gt;$[name]&lt;/h3&gt;$[description]</text></BalloonStyle>";

    const gazetteer::Gazetteer& m_gazetteer;
    Language m_language;
    std::string m_icon;
    std::map<std::string, std::string> m_sources; ///< titles by id
    std::vector<std::string> m_schemas;
    std::map<std::string, std::string> m_styles; ///< by id
    std::string m_folders;
};

} // namespace

std::string kmlOf(std::span<const ThemeLayers> themes, const gazetteer::Gazetteer& gazetteer,
                  const records::CompactRecords& records, std::span<const records::Source> sources,
                  Language language, const std::string& icon, RecordGroundTables* ofRecords) {
    Kml kml(gazetteer, sources, language, icon);
    for (std::size_t i = 0; i < themes.size(); ++i) {
        kml.addTheme(themes[i], themeTables(themes[i], gazetteer, records));
        if (ofRecords != nullptr)
            for (const LayerTable& table : ofRecords->take(i))
                kml.addRecords(themes[i], table);
    }
    return kml.document(themes.size() == 1 ? themes.front().evaluated.theme.title.in(language)
                        : language == Language::English ? "Maps of science and technology"
                                                        : "Bản đồ khoa học và công nghệ");
}

} // namespace terroir::exporting
