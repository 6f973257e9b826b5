#pragma once

#include "core/theme/theme.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// What the frames of a page of small multiples differ in.
enum class MultiplesBy { Years, Kinds, Provinces };

inline constexpr std::size_t mostMultiples = 12; ///< frames of one page

/// "years", "kinds", "provinces": what --small-multiples takes.
std::optional<MultiplesBy> parseMultiplesBy(std::string_view text);
std::vector<std::string> multiplesWords();

/// One frame: the theme narrowed to what it shows.
struct MultipleTheme {
    LocalText name; ///< "2021", "chè"
    Theme theme;
};

/// The theme once for each year, with the figures of that year alone. UsageError for layers that
/// have times of their own or colours that no other frame need have (changes, categories, two
/// figures together).
std::vector<MultipleTheme> themesOfYears(const Theme& theme, std::span<const int> years);

/// The theme once for each of its series; of one series once for each of its categories, else
/// kinds, else categories of its kinds. UsageError as themesOfYears(), and for figures of several
/// units of measure, which cannot have one legend.
std::vector<MultipleTheme> themesOfKinds(const Theme& theme);

} // namespace terroir::theme
