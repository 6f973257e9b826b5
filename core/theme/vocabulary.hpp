#pragma once

#include "core/base/language.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// A word that records and themes may use: one row of data/vocabulary.csv.
struct Word {
    std::string kind;  ///< kind of record it belongs to; empty for an indicator, which any may have
    std::string field; ///< "kind", "category" or "indicator"
    std::string id;
    LocalText label;
};

/// The vocabulary, as it was when the program was built (data/vocabulary.csv is compiled in, so
/// that a theme can be checked without the data folder).
const std::vector<Word>& vocabulary();

std::vector<std::string> kindIds();
std::vector<std::string> indicatorIds();
/// Of any of the kinds, each once.
std::vector<std::string> categoryIds(std::span<const std::string> kinds);
/// The words of an id of a field, for the first of the kinds that has it; the id itself when none.
LocalText labelOf(std::string_view field, std::string_view id, std::span<const std::string> kinds);

} // namespace terroir::theme
