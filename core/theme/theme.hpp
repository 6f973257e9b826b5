#pragma once

#include "core/base/colour.hpp"
#include "core/base/date.hpp"
#include "core/base/language.hpp"
#include "core/records/selection.hpp"
#include "core/records/years_rule.hpp"
#include "core/theme/palette.hpp"
#include "core/theme/per.hpp"
#include "core/theme/picture.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace terroir::theme {

/// How classes are cut: a method of core/classify, and its parameters.
struct Classes {
    std::string method = "jenks";
    std::size_t count = 5;
    std::vector<double> breaks; ///< for "given"
    /// With "given" only, one for each class, or none: colours of one's own instead of the
    /// palette's, and words of one's own instead of "> 2 – 5" (an empty text: those numbers).
    std::vector<Colour> colours;
    std::vector<LocalText> labels;
    bool operator==(const Classes&) const = default;
};

/// One thing that is measured: a selection of records and how it is summed.
struct Series {
    LocalText label;
    records::Selection selection;
    records::Measure measure = records::Measure::Sum;
    /// JSON member "places": "locations" (default) or "names", drawn as hollow circles.
    records::PlaceUse places = records::PlaceUse::Locations;
    /// JSON member "years": "newest" or "all"; without it as the kind of each record has it.
    std::optional<records::YearsRule> years = {};
    /// JSON member "inForce": what is known not to be in force on the map's day is left out.
    bool inForce = false;
    Colour colour;  ///< of symbols, pie slices and dots
    LocalText unit; ///< "ha"; shown in legend titles
    std::optional<Picture> picture = {}; ///< Pictograms
    bool operator==(const Series&) const = default;
};

/// Choropleth: fill by class of one series. Symbols: circles whose area is proportional to the
/// value, one per series side by side. Pie: one circle per unit, area proportional to the sum,
/// slices by series. Categories: fill by which category or subject the unit has. Bars: as Symbols,
/// with bars whose length is proportional to the value. StackedBars: one bar per unit, length
/// proportional to the sum, parts by series. Change: fill by class of what the second series has
/// above the first. Bivariate: fill by the classes of two series together. Dots: as many dots in a
/// unit as its figure has times the value of a dot, one colour per series. Pictograms: as Symbols,
/// with pictures instead of circles.
enum class LayerType {
    Choropleth,
    Symbols,
    Pie,
    Categories,
    Bars,
    StackedBars,
    Change,
    Bivariate,
    Dots,
    Pictograms
};

/// Fills areas by classes of numbers.
constexpr bool hasClasses(LayerType type) {
    return type == LayerType::Choropleth || type == LayerType::Change;
}
/// Fills areas by kinds: what a unit has, or a pair of classes.
constexpr bool hasCategories(LayerType type) {
    return type == LayerType::Categories || type == LayerType::Bivariate;
}
/// Stands on units: circles, pies, bars.
constexpr bool isOfSymbols(LayerType type) {
    return type == LayerType::Symbols || type == LayerType::Pie || type == LayerType::Bars ||
           type == LayerType::StackedBars || type == LayerType::Pictograms;
}
/// One symbol of its own for each series, side by side, whose size can be scaled.
constexpr bool hasScaling(LayerType type) {
    return type == LayerType::Symbols || type == LayerType::Pictograms;
}
/// Shows the figures as they are, in the colours of its series: by symbols or dots.
constexpr bool showsFigures(LayerType type) {
    return isOfSymbols(type) || type == LayerType::Dots;
}
constexpr bool isOfBars(LayerType type) {
    return type == LayerType::Bars || type == LayerType::StackedBars;
}
/// One symbol of a unit shows all series, and is as large as their sum.
constexpr bool showsSum(LayerType type) {
    return type == LayerType::Pie || type == LayerType::StackedBars;
}

/// How the size of circles and pictures goes with their figures: their area is proportional, or, as
/// Flannery measured how circles are seen, the radius is to the power of 0.57 ("The relative
/// effectiveness of some common graduated point symbols in the presentation of quantitative data",
/// Canadian Cartographer 8, 1971).
enum class Scaling { Area, Flannery };
/// Pictures as large as their figures, or all of Layer::maxSizeMm.
enum class PictureSize { ByValue, Fixed };

struct CategoryValue {
    std::string value; ///< a record's category or subject; "a + b": of a unit that has both
    LocalText label;
    Colour colour;
    bool operator==(const CategoryValue&) const = default;
};

struct Layer {
    LayerType type = LayerType::Choropleth;
    LocalText label;                     ///< legend heading
    /// Exactly one for Choropleth and Categories; two for Change, before and after, and Bivariate.
    std::vector<Series> series;
    Classes classes;                     ///< Choropleth, Change; Bivariate: of the first series
    Classes secondClasses;               ///< Bivariate: of the second series
    Per per = Per::None;                 ///< Choropleth: what the figures are related to
    bool inPercent = false;              ///< Change: of the figure before; JSON member "as"
    std::string palette;                 ///< name of a palette ("YlGn"), see palettes()
    std::string categoryBy = "category"; ///< Categories: "category" or "subject"
    std::vector<CategoryValue> values;   ///< Categories: known ones, in legend order
    double maxSizeMm = 9;                ///< of the largest symbol on an A4 map: diameter, length
    double dotValue = 0;                 ///< Dots: of one dot; 0: what suits the map
    Scaling scaling = Scaling::Area;     ///< see hasScaling()
    PictureSize pictureSize = PictureSize::ByValue; ///< Pictograms
    bool operator==(const Layer&) const = default;
};

/// Units without figures are the answer: how they are filled and what the legend calls them.
struct Gaps {
    LocalText label; ///< "no model recorded"
    Colour colour;
    bool operator==(const Gaps&) const = default;
};

/// What readers must know of the figures of one source.
struct SourceNote {
    std::string source; ///< its id
    LocalText note;
    bool operator==(const SourceNote&) const = default;
};

/// A map that can be made again and again: which records, which level, which classes, which
/// symbols, which words. Read from styles/*.theme.json; the JSON members carry the names below.
struct Theme {
    std::string schema; ///< JSON member "$schema": for editors, where the schema is
    std::string id;     ///< "livestock"; the file is livestock.theme.json
    LocalText title;
    LocalText description;
    LocalText note; ///< what readers of the map must know, printed on it: "standards may overlap"
    std::vector<SourceNote> sourceNotes; ///< printed where figures of the source are on the map
    gazetteer::Level level = gazetteer::Level::Commune;
    std::string
        within; ///< default area, geocoded: "huyện Tam Đường, tỉnh Lai Châu"; empty: all with data
    std::optional<Date> asOf;         ///< default date of the units
    records::Limits only = {};        ///< of every series; see limitTo()
    std::optional<Gaps> gaps;         ///< none: units without figures are hatched or pale
    std::vector<Layer> layers;        ///< painted in this order
    bool valuesOnLabels = true;       ///< unit name and, below it, the figure
    bool list = false;                ///< list the subjects per unit beside the map
    bool histogram = false;           ///< of the figures, beside the legend
    /// Of what other themes show: neither proposed after an import nor among the figures of
    /// profiles.
    bool overview = false;
    std::string painter = "thematic"; ///< id of the painter plugin's painter
    std::filesystem::path file;
    bool operator==(const Theme&) const = default;
};

/// What units without figures are called: Theme::gaps, or "no data".
LocalText noDataWords(const Theme& theme);

/// Narrows every series to what a person asks for, instead of what it was narrowed to.
void limitTo(Theme& theme, records::Limits only);

} // namespace terroir::theme
