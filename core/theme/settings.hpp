#pragma once

#include "core/theme/drawn_as.hpp"
#include "core/theme/filled_layer.hpp"
#include "core/theme/theme.hpp"

#include <array>
#include <cstdint>

namespace terroir::theme {

/// What a person sets over a theme, in every program. Nothing set: the theme as it is.
struct Settings {
    std::optional<Date> asOf;
    std::optional<gazetteer::Level> level;
    /// A unit by uid, code or name, or `country`; `everywhere`: wherever there are figures,
    /// whatever area the theme names. A theme may name `country` as its area, too.
    std::string within;
    static constexpr std::string_view everywhere = "all";
    /// Every unit of the country, with figures or without.
    static constexpr std::string_view country = "country";
    /// Only figures of these records; of some sources: on the units of today, wherever they are.
    records::Limits only = {};
    // A theme whose figures are symbols is filled by classes when any of the four is chosen: see
    // filledLayer().
    std::optional<std::string> method;
    std::optional<std::size_t> classes;
    std::optional<std::string> palette;
    /// Of all choropleth layers. Given breaks of a theme are made for its own Layer::per: with
    /// another one the classes are cut by jenks, as many as before, unless `method` names a way.
    std::optional<Per> per;
    std::optional<Period> period;                ///< only figures of these days, in every series
    std::optional<records::YearsRule> yearsRule; ///< of every series, instead of its own
    std::optional<LayerType> drawAs; ///< see drawnAs(); without meaning where `change` is set
    std::optional<Times> change;     ///< see changeBetween()
    bool inForce = false; ///< Series::inForce of every series that does not ask how things stand
    bool operator==(const Settings&) const = default;
};

inline constexpr std::size_t maxClasses = 12;

/// The parts of Settings that are one word each.
enum class Setting : std::uint8_t {
    AsOf,
    Within,
    Level,
    Years,
    Only,
    Method,
    Classes,
    Palette,
    Per,
    DrawAs,
    Change
};
inline constexpr std::array allSettings = {Setting::AsOf,    Setting::Within,  Setting::Level,
                                           Setting::Years,   Setting::Only,    Setting::Method,
                                           Setting::Classes, Setting::Palette, Setting::Per,
                                           Setting::DrawAs,  Setting::Change};

/// "asOf", "within", …: what programs keep it under.
const char* keyOf(Setting setting);

/// As it is kept and as a person writes it: "2022-12-31", "district", "2021-2022", "jenks", "5";
/// empty: as the theme says. Years are those of the figures, or "newest" or "all" of them; `only`
/// is written as limitsText().
std::string textOf(const Settings& settings, Setting setting);

/// The way back. False for what is no value of the setting, which is then as the theme says.
bool read(Settings& settings, Setting setting, std::string_view text);

/// read(), or a UsageError with the value, the nearest right one and where to see them all. `name`
/// is what the person wrote it under: "--palette", "YEARS".
void require(Settings& settings, Setting setting, const std::string& text, std::string_view name);

/// Drawn as the settings say: other symbols, or what changed. The errors of drawnAs() and
/// changeBetween().
Theme drawnWith(Theme theme, const Settings& settings);

/// The theme with the settings put in: shown without any it gives the figures, classes and colours
/// that it gives with them. Colours and labels of one's own go with the breaks that they were given
/// for: another method drops both, another palette the colours. UsageError for what does not fit:
/// an unknown palette, a number of classes for given breaks, the method "given" where the breaks
/// are made for another Layer::per.
Theme withSettings(Theme theme, const Settings& settings);

/// Puts what the settings say of drawing and classes into the theme and takes it out of them: the
/// two show what they showed, and its layers can be changed one by one. The errors of
/// withSettings().
void settle(Theme& theme, Settings& settings);

/// The theme for one who looks at several of them at once and narrows all: where it has limits of
/// its own, what is within both counts; else as with Settings::only.
Theme narrowed(Theme theme, const records::Limits& limits);

} // namespace terroir::theme
