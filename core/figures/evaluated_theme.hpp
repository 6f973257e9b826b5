#pragma once

#include "core/classify/classify.hpp"
#include "core/figures/join.hpp"
#include "core/figures/shown_dots.hpp"
#include "core/figures/shown_ground.hpp"
#include "core/theme/theme.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace terroir::figures {

struct EvaluatedClass {
    double low = 0, high = 0;
    Colour colour;
    std::string label;           ///< "> 2 – 5", Vietnamese or English numbers
    std::size_t count = 0;       ///< units with a figure of their own
    std::size_t sharedCount = 0; ///< units that are filled for a figure of their group
};

/// A figure in relation to its unit's area or population, or to the sum of all units.
struct Rate {
    double value = 0;
    bool lowerBound = false;
    bool approximate = false;
};

/// At least two units, sorted.
using UnitGroup = std::vector<gazetteer::UnitIndex>;

/// The figures that a group of units has together, as those of an old district on the communes of
/// today: each counted once, for all of them.
struct SharedFigures {
    std::vector<std::optional<Cell>> cells; ///< one per series
    /// Where the cells come from: one list per series of positions in Figures::notAttributed.
    std::vector<std::vector<std::size_t>> entries;
    std::optional<Rate> rate;            ///< of the whole group
    std::optional<std::size_t> category; ///< of EvaluatedLayer::categories
    /// The one unit, of its own day, that all the records name; else noUnit.
    gazetteer::UnitIndex named = gazetteer::noUnit;
};

/// What a thing adds to a sum, or things that share a value together.
struct Summand {
    std::vector<std::string> subjects;
    double value = 0;
};

/// Why the figures of a unit are not compared with each other in a Change layer.
enum class NotCompared {
    OneOnly,     ///< one of the two is not known
    OtherGround, ///< they are of different parts of the unit
    OtherThings, ///< sums of different crops, animals or products
    FromZero     ///< in percent: the first is 0
};

struct EvaluatedLayer {
    const theme::Layer* layer = nullptr;  ///< of EvaluatedTheme::theme
    std::vector<figures::Figures> series; ///< one per Layer::series
    /// Layer::per, or what Change tells: what classes, fills and labels show instead of the
    /// figures, which stay as they are. A unit with a figure and without a rate (its area or
    /// population is not known; one of the figures to compare is not there, or of other ground) is
    /// shown as one without data.
    std::map<gazetteer::UnitIndex, Rate> rates;
    std::map<gazetteer::UnitIndex, NotCompared> notCompared; ///< see setChanges()
    bool hasUnchanged = false; ///< Change: one of `classes` is of no change alone
    /// What the sums of each series are made of, where Theme::list says so; in the order of the
    /// records. Records that name no thing are left out.
    std::vector<std::map<gazetteer::UnitIndex, std::vector<Summand>>> summands;
    /// See sharedFigures(). They stay in Figures::notAttributed.
    std::map<UnitGroup, SharedFigures> shared;
    /// Null when the group has none in this layer.
    const SharedFigures* sharedOf(const UnitGroup& group) const;
    /// The group of `shared` whose figures a unit without its own is filled for.
    std::map<gazetteer::UnitIndex, UnitGroup> filledBy;
    /// Those figures; null when the unit has its own, or none. Valid as long as `shared` is.
    const SharedFigures* filling(gazetteer::UnitIndex unit) const;
    /// Of all its figures on maps and in legends, see commonDecimals(); none: as each needs, two at
    /// most.
    std::optional<int> decimals;
    double rateScale = 1; ///< rates are of so many km² or thousands of people; 1 of changes
    int rateDecimals = 0; ///< that all its rates are rounded to
    std::string rateUnit; ///< "ha/100 km²", "ha trên 1.000 dân", "%"; empty without rates
    /// The theme's given breaks hold nothing apart in these figures: others were cut, as many.
    bool isCutAnew = false;
    classify::Breaks breaks; ///< Choropleth, Change: of the rates, else of the figures
    std::vector<EvaluatedClass> classes;
    std::vector<classify::Breaks> axes; ///< Bivariate: of the first and of the second series
    /// Categories, Bivariate: which of `categories` a unit has. Of Bivariate they are the pairs of
    /// classes, the first series fastest, and behind them what has a figure of one series only.
    std::map<gazetteer::UnitIndex, std::size_t> categoryOf;
    std::vector<EvaluatedClass> categories; ///< label, colour, count; in legend order
    std::vector<std::string> categoryKeys;  ///< beside `categories`: "a + b" of a unit with both
    /// Units without any figure, of their own or of a group, or without a rate where there are
    /// rates.
    std::size_t noData = 0;
    /// Layers of symbols: the figure that a symbol of Layer::maxSizeMm stands for; see
    /// largestSymbolValue().
    double largestSymbol = 0;
    ShownDots dots = {}; ///< of Dots; see addDots()

    /// Whether there is any figure, of a unit or of what belongs to no single unit.
    bool hasFigures() const;
    bool hasRates() const {
        return layer->per != theme::Per::None || layer->type == theme::LayerType::Change;
    }
    /// What the class of a unit is found with: the rate, or else the figure, of the first series.
    std::optional<double> classified(gazetteer::UnitIndex unit) const;
    std::optional<double> classified(const SharedFigures& group) const;
    /// Whether any series that counts locations has a figure for the unit: a place that stands in a
    /// name only is no data about that place. With rates: whether it has one.
    bool hasData(gazetteer::UnitIndex unit) const;
    bool hasData(const SharedFigures& group) const;
};

/// The years that figures are of.
struct FigureYears {
    std::vector<int> years;   ///< ascending
    bool someUnknown = false; ///< some figures are of no known year
};

/// How many records are in no figure, each once, see LeftOut; and how many of those that are may be
/// in others, too: Figures::mayOverlap.
struct LeftOutCount {
    std::size_t earlier = 0, later = 0, belowZero = 0, withinYear = 0, mayOverlap = 0;
    std::size_t doubtful = 0; ///< of those that are in figures: Row::isDoubtful
    std::size_t notInForce = 0, mayBeOut = 0; ///< see Figures::mayBeOut
    bool operator==(const LeftOutCount&) const = default;
};

/// How much of a unit its figure is of: the units one level down that the records name, of all.
struct Coverage {
    std::size_t reporting = 0, all = 0;
    bool operator==(const Coverage&) const = default;
};

/// A theme with its figures: the one thing that map, table and export are made of, so that breaks
/// and colours agree by construction. Moved, not copied: a copy's layers would point to the theme
/// of the original.
struct EvaluatedTheme {
    EvaluatedTheme() = default;
    EvaluatedTheme(EvaluatedTheme&&) = default;
    EvaluatedTheme& operator=(EvaluatedTheme&&) = default;

    theme::Theme theme; ///< with the settings put in
    Date asOf;
    gazetteer::Level level = gazetteer::Level::Commune;
    gazetteer::UnitIndex within = gazetteer::noUnit; ///< noUnit: the country or several provinces
    Language language = Language::Vietnamese;
    std::vector<gazetteer::UnitIndex> units; ///< all units shown
    std::vector<EvaluatedLayer> layers;
    std::vector<std::string> sources; ///< ids of the sources that figures came from, sorted
    LocalText only;                   ///< Theme::only in words, with the names of the sources
    FigureYears years;                ///< see yearsOfFigures()
    LeftOutCount leftOut;
    std::vector<ShownGround> ground; ///< see addGround()
    /// Of the units whose figures are known for a part of them only; see coverageOf().
    std::map<gazetteer::UnitIndex, Coverage> coverage;
    /// Units without data are pale and not hatched, as they are in other frames of the page.
    bool isNoDataPale = false;

    /// Whether there is any figure, of a unit or of what belongs to no single unit.
    bool hasFigures() const;
};

/// The one unit, of its own day, that all records of a group's figures name; noUnit when there is
/// none.
gazetteer::UnitIndex namedBy(const EvaluatedTheme& evaluated, const UnitGroup& group);

/// Where a theme is shown: Theme::within, looked up by the caller.
struct ShownArea {
    gazetteer::UnitIndex within = gazetteer::noUnit;
    /// Without `within`: all units; else only provinces that hold any selected record.
    bool wholeCountry = false;
};

/// The largest figure of all series, or, where a symbol shows the sum of them, the largest sum of a
/// unit, less what lies by itself (Cell::onGround); 0 when there is none.
double largestFigure(const EvaluatedLayer& layer);
/// The smallest one above 0, in the same way; infinity when there is none.
double smallestFigure(const EvaluatedLayer& layer);

/// What EvaluatedLayer::largestSymbol is made from the figures: the largest, but at least 10 where
/// all are whole numbers, so that a map whose largest figure is 1 has dots; 0 when there is none.
double largestSymbolValue(const EvaluatedLayer& layer);

/// Smaller circles would be specks, shorter bars not be seen.
inline constexpr double leastSymbolMm = 1.2, leastBarMm = 0.4, leastPictureMm = 2.4;

/// In mm on an A4 map the diameter of a circle or a pie or the height of a picture, whose area is
/// proportional to the value, or larger by theme::Scaling; or the length of a bar, which is
/// proportional. Values below leastSymbolValue() have the least; 0 for nothing. Pictures in a row
/// have the area of one together. Reads EvaluatedLayer::largestSymbol.
double symbolSizeMm(const EvaluatedLayer& layer, double value);
/// Of a circle, whatever the layer draws: where there are no bars.
double circleDiameterMm(const EvaluatedLayer& layer, double value);
/// Of the size of circles and pictures, to which the value's share of the largest is put.
double sizeExponent(const theme::Layer& layer);
/// Of which a row of so many pictures is made: its height is that of one picture alone, less.
double rowShare(const theme::Layer& layer, std::size_t pictures);
double leastSizeMm(const theme::Layer& layer);
double leastSymbolValue(const EvaluatedLayer& layer);

} // namespace terroir::figures
