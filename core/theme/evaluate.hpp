#pragma once

#include "core/classify/classify.hpp"
#include "core/theme/theme.hpp"

#include <span>

namespace terroir::theme {

/// What the command line may set over a theme.
struct Overrides {
    std::optional<Date> asOf;
    std::optional<gazetteer::Level> level;
    gazetteer::UnitIndex within = gazetteer::noUnit; ///< resolved by the caller
    std::optional<std::string> method;
    std::optional<std::size_t> classes;
    std::optional<std::string> palette;
};

struct EvaluatedClass {
    double low = 0, high = 0;
    Colour colour;
    std::string label; ///< "> 2 – 5", Vietnamese or English numbers
    std::size_t count = 0;
};

struct EvaluatedLayer {
    const Layer* layer = nullptr; ///< of EvaluatedTheme::theme
    std::vector<join::Figures> series; ///< one per Layer::series
    classify::Breaks breaks;           ///< Choropleth
    std::vector<EvaluatedClass> classes;
    /// Categories: what a unit has, "a + b" for several; in legend order with counts.
    std::map<gazetteer::UnitIndex, std::string> categoryOf;
    std::vector<EvaluatedClass> categories; ///< label, colour, count
    std::vector<std::string> categoryKeys;  ///< beside `categories`: the values in categoryOf
    std::size_t noData = 0; ///< units without any figure
};

/// A theme with its figures: the one thing that map, table and export are made of, so that breaks
/// and colours agree by construction.
struct EvaluatedTheme {
    Theme theme; ///< with the overrides put in
    Date asOf;
    gazetteer::Level level;
    gazetteer::UnitIndex within = gazetteer::noUnit;
    Language language = Language::Vietnamese;
    std::vector<gazetteer::UnitIndex> units; ///< all units shown
    std::vector<EvaluatedLayer> layers;
    std::vector<std::string> sources; ///< ids of the sources that figures came from, sorted
};

/// Joins and classifies every layer. With no area given (theme and override), the area is the set
/// of provinces that hold any selected record. When the level does not exist on the date (districts
/// after 2025-07-01) the communes are shown instead and `level` says so.
EvaluatedTheme evaluate(const Theme& theme, const gazetteer::Gazetteer& gazetteer,
                        std::span<const records::Record> records, const Overrides& overrides,
                        Language language);

} // namespace terroir::theme
