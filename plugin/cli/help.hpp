#pragma once

#include "plugin/cli/command.hpp"

#include <span>
#include <string>

namespace terroir::cli {

/// The page of the whole program: what it is for, and the commands.
std::string programHelp(const CLI::App& app, std::span<const std::unique_ptr<Command>> commands,
                        const Words& words);

/// The page of one command (or of a command below it, "boundaries import").
std::string commandHelp(const CLI::App& app, const Command& command, const Words& words);

} // namespace terroir::cli
