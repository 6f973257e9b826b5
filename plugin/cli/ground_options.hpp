#pragma once

#include "core/base/language.hpp"
#include "core/workspace/record_edits.hpp"

#include <string>

namespace CLI {
class App;
}

namespace terroir::cli {

/// --at, --crs, --ground, --no-ground, --accuracy: where a record lies itself.
struct GroundOptions {
    std::string at, crs, file, accuracy;
    bool isNone = false;

    /// `mayRemove`: of a record that may have ground already.
    void bind(CLI::App& app, const Words& words, bool mayRemove);
    bool isGiven() const { return !at.empty() || !file.empty() || isNone; }
    /// UsageError for options that contradict each other and for words that mean nothing;
    /// InputError for a file that cannot be read or holds no shape, and for coordinates that are
    /// none or lie outside Vietnam.
    workspace::GroundChange change() const;
};

} // namespace terroir::cli
