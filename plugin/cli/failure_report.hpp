#pragma once

#include "core/base/error.hpp"

#include <exception>
#include <string>

namespace terroir::cli {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

/// What the program tells of a failure.
struct FailureReport {
    std::string kind; ///< "usage", "input", "store", "geometry", "data", "memory", "unexpected"
    LocalText sentence;
    InputPlace place; ///< where in an input, as far as it is known
    ExitCode exitCode = Failed;

    /// One line: {"error": {"kind", "sentence", "file", "row", "column"}}; what is unknown is null.
    std::string toJson(Language language) const;
};

FailureReport reportOf(const std::exception& error);

} // namespace terroir::cli
