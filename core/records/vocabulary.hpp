#pragma once

#include "core/base/language.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

// The words that a theme may use for kinds, categories and indicators. Kinds and categories are
// those of core/records; indicators are data/indicators.csv, compiled in so that a theme can be
// checked without the data folder.

struct Indicator {
    std::string id;
    LocalText name;
};
const std::vector<Indicator>& indicators();

std::vector<std::string> kindIds();
std::vector<std::string> indicatorIds();
/// Of any of the kinds, each once.
std::vector<std::string> categoryIds(std::span<const std::string> kinds);
/// A category in words, for the first of the kinds that has it; the id itself when none has.
LocalText categoryName(std::string_view category, std::span<const std::string> kinds);

} // namespace terroir::records
