#pragma once

#include <string>
#include <vector>

namespace terroir::cli {

/// The whole program: parses the arguments, runs the command, turns every failure into one
/// sentence on stderr. Returns 0 (done), 1 (could not do it) or 2 (wrong usage).
int runProgram(std::vector<std::string> arguments);

} // namespace terroir::cli
