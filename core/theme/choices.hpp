#pragma once

#include "core/theme/settings.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace terroir::theme {

// What there is to choose from over a theme, in words, for the lists of every program. A program
// shows the options, and hands the id of the one that was picked to pick().

/// One entry of a list.
struct Option {
    std::string id; ///< for read(); empty: as the theme says
    LocalText name;
    LocalText meaning; ///< a sentence more; empty when the name says all
};

/// Every value of Level, Method, Palette (those for classes), Per or DrawAs; nothing for what is
/// typed.
std::vector<Option> optionsOf(Setting setting);

/// "As the theme says", then the options that a person may pick without more: breaks that are given
/// are not among them.
std::vector<Option> choicesOf(Setting setting);

/// The days: the theme's own first; null: no theme. The other one has the id of the day.
std::vector<Option> dayChoices(const Theme* theme, Date other);
/// The theme's own area first, then wherever there are figures, the whole country, and `units`.
std::vector<Option> areaChoices(const Theme* theme, const gazetteer::Gazetteer* gazetteer,
                                std::span<const gazetteer::UnitIndex> units);
/// "As the theme says", then the first of the years with the last, and each with the next.
std::vector<Option> changeChoices(std::span<const int> years);
/// "As the theme says", then the years.
std::vector<Option> yearChoices(std::span<const int> years);

/// Why the setting cannot be made for the theme; empty when it can. Only a theme with a
/// filledLayer() has a method, a number of classes, a palette and something to relate figures to;
/// what is compared has no other years, nor anything to relate figures to.
LocalText whyNot(const Theme& theme, Setting setting);

/// Why the theme's symbols cannot be drawn so; empty when they can.
LocalText whyNotDrawnAs(const Theme& theme, LayerType type);

/// read(), unless whyNot() speaks against it. A number of classes for a theme whose breaks are
/// given, and no method: the classes are cut by jenks. A way of drawing takes away what it leaves
/// no room for: symbols the classes, a change the symbols, the years and the relation. False for
/// what is no value.
bool pick(Settings& settings, const Theme& theme, Setting setting, std::string_view id);

} // namespace terroir::theme
