#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace terroir::structure {

/// One #include line.
struct Include {
    std::string file; ///< "core/map/legend.cpp", from the root of the sources
    std::size_t line = 0;
    std::string target; ///< "core/theme/theme.hpp", or "sqlite3.h"
    bool isOwn = false; ///< in quotation marks, from the root of the sources
};

/// All #include lines of the headers and sources below `folders` of `root`, by file and line.
std::vector<Include> includesIn(const std::filesystem::path& root,
                                const std::vector<std::string>& folders);

/// The include lines of one file's text.
std::vector<Include> includesOf(const std::string& file, const std::string& text);

/// A header and its source, "core/map/legend", by what either of them includes of others.
using Pairs = std::map<std::string, std::set<std::string>>;
Pairs pairsOf(const std::vector<Include>& includes);

/// Sets of pairs that include each other in a circle, each sorted (Tarjan, 1972).
std::vector<std::vector<std::string>> circlesIn(const Pairs& pairs);

} // namespace terroir::structure
