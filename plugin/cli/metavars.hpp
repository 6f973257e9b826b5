#pragma once

#include "core/base/language.hpp"

#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace terroir::cli {

/// What stands for a value in help and errors: "FILE", in Vietnamese "TỆP". Commands name them in
/// English; those that are no word ("EPSG:N") stay.
std::string metavar(const std::string& english, Language language);

/// Of an option: the metavar of its value; of an input: of its name; empty for a flag.
std::string metavarOf(const CLI::Option& option, Language language);

/// "1–12" where an option takes a number of a range; else empty.
std::string rangeOf(const CLI::Option& option);

/// "terroir boundaries import", and the same without the program: " boundaries import".
std::string commandPath(const CLI::App& app);
std::string pageOf(const CLI::App& app);

} // namespace terroir::cli
