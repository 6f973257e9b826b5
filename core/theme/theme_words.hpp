#pragma once

#include "core/records/selection.hpp"
#include "core/theme/theme.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace terroir::theme {

// The words of a theme file for the values of enumerations, for its reader and its writer.

template <typename Value>
struct Choice {
    const char* name;
    Value value;
};

inline constexpr std::string_view themeSuffix = ".theme.json";
/// Word of a selection for records without a value (they only say that the thing is there), or
/// without a category.
inline constexpr const char* noIndicator = "none";

inline constexpr Choice<LayerType> layerTypes[] = {{"choropleth", LayerType::Choropleth},
                                                   {"symbols", LayerType::Symbols},
                                                   {"pie", LayerType::Pie},
                                                   {"categories", LayerType::Categories},
                                                   {"bars", LayerType::Bars},
                                                   {"stacked-bars", LayerType::StackedBars},
                                                   {"change", LayerType::Change},
                                                   {"bivariate", LayerType::Bivariate},
                                                   {"dots", LayerType::Dots},
                                                   {"pictograms", LayerType::Pictograms}};
/// Layer::inPercent
inline constexpr Choice<bool> changeUnits[] = {{"difference", false}, {"percent", true}};
inline constexpr Choice<Scaling> scalings[] = {{"area", Scaling::Area},
                                               {"flannery", Scaling::Flannery}};
inline constexpr Choice<PictureSize> pictureSizes[] = {{"value", PictureSize::ByValue},
                                                       {"fixed", PictureSize::Fixed}};
inline constexpr Choice<records::PlaceUse> placeUses[] = {
    {"locations", records::PlaceUse::Locations}, {"names", records::PlaceUse::Names}};
inline constexpr Choice<records::Measure> measures[] = {{"sum", records::Measure::Sum},
                                                        {"count", records::Measure::Count},
                                                        {"subjects", records::Measure::Subjects},
                                                        {"holders", records::Measure::Holders}};
inline constexpr Choice<records::YearsRule> yearsRules[] = {{"newest", records::YearsRule::Newest},
                                                            {"all", records::YearsRule::All}};
inline constexpr Choice<gazetteer::Level> levels[] = {{"province", gazetteer::Level::Province},
                                                      {"district", gazetteer::Level::District},
                                                      {"commune", gazetteer::Level::Commune}};
inline constexpr Choice<records::State> states[] = {{"done", records::State::Done},
                                                    {"ongoing", records::State::Ongoing},
                                                    {"planned", records::State::Planned},
                                                    {"proposed", records::State::Proposed},
                                                    {"withdrawn", records::State::Withdrawn}};

inline constexpr Choice<records::Force> forces[] = {{"in-force", records::Force::InForce},
                                                    {"not-yet", records::Force::NotYet},
                                                    {"ended", records::Force::Ended},
                                                    {"revoked", records::Force::Revoked},
                                                    {"suspended", records::Force::Suspended},
                                                    {"withdrawn", records::Force::Withdrawn},
                                                    {"unknown", records::Force::Unknown}};

template <typename Value, std::size_t n>
std::string wordFor(Value value, const Choice<Value> (&choices)[n]) {
    const auto found = std::find_if(std::begin(choices), std::end(choices),
                                    [&](const auto& choice) { return choice.value == value; });
    return found == std::end(choices) ? std::string() : found->name;
}

inline std::string_view toString(LayerType type) {
    for (const auto& choice : layerTypes)
        if (choice.value == type)
            return choice.name;
    return {};
}

} // namespace terroir::theme
