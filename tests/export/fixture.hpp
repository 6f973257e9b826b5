#pragma once

#include "core/export/export.hpp"
#include "core/figures/layer_classes.hpp"
#include "core/figures/rates.hpp"
#include "core/theme/read_theme.hpp"

#include <string>

namespace terroir::test {

// A district of four square communes in a row around 103.5° E 22.3° N, with made-up figures: two
// values, a lower bound, no data.

inline gazetteer::Unit unit(std::string uid, std::string code, gazetteer::Level level,
                            std::string type, std::string name, gazetteer::UnitIndex parent,
                            double lon) {
    gazetteer::Unit made;
    made.uid = std::move(uid);
    made.code = std::move(code);
    made.level = level;
    made.type = std::move(type);
    made.name = std::move(name);
    made.parent = parent;
    made.valid = {Date::beginning(), Date::of(2025, 7, 1)};
    made.point = gazetteer::LonLat{lon, 22.3};
    return made;
}

inline gazetteer::Gazetteer smallGazetteer() {
    using enum gazetteer::Level;
    return {{unit("12@2004", "12", Province, "tỉnh", "Lai Châu", gazetteer::noUnit, 103.6),
             unit("106@2004", "106", District, "huyện", "Tam Đường", 0, 103.6),
             unit("03390@2004", "03390", Commune, "xã", "Bình Lư", 1, 103.5),
             unit("03400@2004", "03400", Commune, "xã", "Sơn Bình", 1, 103.6),
             unit("03405@2004", "03405", Commune, "xã", "Bản Bo", 1, 103.7),
             unit("03408@2004", "03408", Commune, "xã", "Tả Lèng", 1, 103.8)},
            {},
            {}};
}

inline boundaries::UnitShapes squares() {
    boundaries::UnitShapes shapes;
    for (gazetteer::UnitIndex unit = 2; unit < 6; ++unit) {
        const double west = 103.25 + 0.1 * unit, south = 22.25;
        const geometry::Ring ring{{west, south},
                                  {west + 0.1, south},
                                  {west + 0.1, south + 0.1},
                                  {west, south + 0.1},
                                  {west, south}};
        shapes.units.push_back(
            {unit, {geometry::Polygon{ring, {}}}, boundaries::Origin::Approximate});
    }
    return shapes;
}

inline std::vector<records::Record> fewRecords() {
    std::vector<records::Record> records(4);
    const char* places[] = {"03390@2004", "03400@2004", "03405@2004", "106@2004"};
    for (std::size_t i = 0; i < records.size(); ++i) {
        records::Record& record = records[i];
        record.id = "TD22-00" + std::to_string(i + 1);
        record.kind = "planting";
        record.subjects = {i == 1 ? "lê" : "chanh leo"};
        record.category = i == 1 ? "fruit" : "tea";
        record.indicator = "area";
        record.unit = "ha";
        record.source = "TD22";
        records::Place place;
        place.text = places[i];
        place.uid = places[i];
        place.status = geocode::Status::Matched;
        record.places = {place};
    }
    return records;
}

inline figures::Figures figures(std::vector<std::pair<gazetteer::UnitIndex, double>> values) {
    figures::Figures made;
    made.units = {2, 3, 4, 5};
    for (const auto& [unit, value] : values) {
        figures::Cell& cell = made.cells[unit];
        cell.value = value;
        cell.records = {unit - 2};
        cell.subjects = {"chanh leo"};
        made.total += value;
    }
    return made;
}

/// A theme read from JSON with the figures of each layer's series put in, as evaluate() would.
inline figures::EvaluatedTheme evaluated(const std::string& json,
                                         std::vector<std::vector<figures::Figures>> series,
                                         Language language = Language::Vietnamese) {
    figures::EvaluatedTheme made;
    made.theme = theme::parseTheme(json, "made-up.json");
    made.asOf = Date::of(2022, 4, 15);
    made.within = 1;
    made.language = language;
    made.units = {2, 3, 4, 5};
    made.sources = {"TD22"};
    const std::vector<records::Record> records = fewRecords();
    for (std::size_t i = 0; i < series.size(); ++i) {
        figures::EvaluatedLayer layer;
        layer.layer = &made.theme.layers[i];
        layer.series = std::move(series[i]);
        if (layer.layer->type == theme::LayerType::Choropleth)
            figures::setClasses(layer, language);
        if (layer.layer->type == theme::LayerType::Categories)
            figures::setCategories(layer, records, language);
        layer.noData = figures::countWithoutData(layer, made.units);
        layer.largestSymbol = figures::largestSymbolValue(layer);
        made.layers.push_back(std::move(layer));
    }
    return made;
}

/// Choropleth of areas (2 ha, 0.9 ha, at least 4.5 ha, no data) with symbols of tanks over it.
inline figures::EvaluatedTheme areasAndTanks(Language language = Language::Vietnamese) {
    figures::Figures area = figures({{2, 2}, {3, 0.9}, {4, 4.5}});
    area.cells[4].lowerBound = true;
    area.notAttributed.push_back(
        {1, {2, 3}, 2.28, false, {3}, {"cây gai"}, figures::NotAttributed::Reason::SeveralUnits});
    return evaluated(R"({"id": "areas", "title": {"vi": "Diện tích", "en": "Areas"},
        "layers": [
          {"type": "choropleth", "label": {"vi": "Diện tích", "en": "Area"}, "palette": "YlGn",
           "classes": {"method": "given", "breaks": [0, 1, 2, 5]},
           "series": [{"label": {"vi": "Diện tích", "en": "Area"}, "unit": "ha",
                       "selection": {"kinds": ["planting"], "indicators": ["area"]}}]},
          {"type": "symbols", "label": {"vi": "Bể", "en": "Tanks"}, "maxSizeMm": 10,
           "series": [{"label": {"vi": "Bể nuôi", "en": "Tanks"}, "colour": "#e69f00",
                       "selection": {"kinds": ["aquaculture"], "indicators": ["tanks"]}}]}]})",
                     {{std::move(area)}, {figures({{3, 323}, {4, 52}})}}, language);
}

inline figures::EvaluatedTheme farmsBySize() {
    return evaluated(R"({"id": "farms", "title": {"vi": "Chăn nuôi", "en": "Livestock"},
        "layers": [{"type": "symbols", "label": {"vi": "Số cơ sở", "en": "Farms"}, "maxSizeMm": 8,
          "series": [
            {"label": {"vi": "Trâu, bò", "en": "Cattle"}, "colour": "#d55e00",
             "selection": {"kinds": ["livestock"], "indicators": ["farms"],
                           "categories": ["cattle_over_15"]}},
            {"label": {"vi": "Lợn", "en": "Pigs"}, "colour": "#cc79a7",
             "selection": {"kinds": ["livestock"], "indicators": ["farms"],
                           "categories": ["pigs_over_50"]}}]}]})",
                     {{figures({{2, 4}, {3, 2}}), figures({{3, 1}, {4, 3}})}});
}

inline figures::EvaluatedTheme cropKinds() {
    return evaluated(R"({"id": "crops", "title": {"vi": "Cây trồng", "en": "Crops"},
        "layers": [{"type": "categories", "label": {"vi": "Nhóm cây", "en": "Crops"},
          "values": [{"value": "tea", "colour": "#009e73"}, {"value": "fruit", "colour": "#e69f00"}],
          "series": [{"selection": {"kinds": ["planting"]}, "measure": "count"}]}]})",
                     {{figures({{2, 1}, {3, 1}, {4, 1}})}});
}

inline figures::EvaluatedTheme tasksByField() {
    return evaluated(R"({"id": "tasks", "title": {"vi": "Nhiệm vụ", "en": "Tasks"},
        "layers": [{"type": "pie", "label": {"vi": "Số nhiệm vụ", "en": "Tasks"}, "maxSizeMm": 12,
          "series": [
            {"label": {"vi": "Nông nghiệp", "en": "Agriculture"}, "colour": "#009e73",
             "selection": {"kinds": ["st_task"], "indicators": ["tasks_by_field"],
                           "categories": ["agriculture"]}},
            {"label": {"vi": "Kỹ thuật", "en": "Engineering"}, "colour": "#0072b2",
             "selection": {"kinds": ["st_task"], "indicators": ["tasks_by_field"],
                           "categories": ["engineering"]}}]}]})",
                     {{figures({{2, 30}, {4, 5}}), figures({{2, 2}, {4, 5}})}});
}

inline std::vector<exporting::ThemeLayers> allThemes() {
    std::vector<exporting::ThemeLayers> themes;
    themes.push_back({areasAndTanks(), squares()});
    themes.push_back({farmsBySize(), squares()});
    themes.push_back({cropKinds(), squares()});
    themes.push_back({tasksByField(), squares()});
    return themes;
}

} // namespace terroir::test
