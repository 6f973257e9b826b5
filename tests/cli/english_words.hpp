#pragma once

#include <set>
#include <string>
#include <vector>

namespace terroir::cli_test {

/// English words that no Vietnamese sentence has, in a text for people: what stands in quotes is a
/// name, a value or a library's own words.
std::vector<std::string> englishWordsIn(const std::string& text);

} // namespace terroir::cli_test
