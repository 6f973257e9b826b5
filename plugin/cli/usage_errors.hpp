#pragma once

#include "plugin/cli/command.hpp"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class ParseError;
} // namespace CLI

namespace terroir::cli {

/// The command that was recognized last: the application itself when there is none.
const CLI::App& parsedCommand(const CLI::App& app);

/// "The command 'mapp' is unknown. Did you mean 'map'? …".
LocalText unknownCommand(const std::string& name, const std::vector<std::string>& known);

/// What the parser found wrong with the arguments, as a sentence of ours: an unknown option or
/// command with the nearest right one, a value that is missing or out of range, an input too many
/// or too few.
LocalText usageSentence(const CLI::App& app, const std::vector<std::unique_ptr<Command>>& commands,
                        const CLI::ParseError& error);

} // namespace terroir::cli
