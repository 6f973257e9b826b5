#pragma once

#include "plugin/cli/command.hpp"

#include <span>
#include <string>

namespace terroir::cli {

using Commands = std::span<const std::unique_ptr<Command>>;

/// The page of the whole program: what it is for, and the commands.
std::string programHelp(const CLI::App& app, Commands commands, const Words& words);

/// The page of one command (or of a command below it, "boundaries import").
std::string commandHelp(const CLI::App& app, const Command& command, const Words& words);

/// The same as JSON: {"command", "summary", "usage", "inputs": [{"name", "required", "help"}],
/// "options": [{"names": […], "value", "help"}], "examples": […], "commands": [pages below it]}.
std::string programHelpJson(const CLI::App& app, Commands commands, const Words& words);
std::string commandHelpJson(const CLI::App& app, const Command& command, const Words& words);

} // namespace terroir::cli
