#pragma once

#include "core/base/language.hpp"
#include "core/records/in_force.hpp"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace terroir::cli {

/// --on, --in-force, --force, --revoked, --ends-within: how what was granted stands on a day.
class ForceOptions {
public:
    void bind(CLI::App& app, const Words& words);
    bool isEmpty() const;
    /// --in-force without a day takes what stands behind it; gives it back where that is no day but
    /// the theme of a map. Empty: nothing to give back.
    std::string giveBack();
    /// That is written: behind --in-force or --on. UsageError for what is no day.
    std::optional<Date> writtenDay() const;
    /// Nothing when it does not matter. `day` is meant where none is written. UsageError for a word
    /// or a number that is none.
    std::optional<records::ForceWanted> wanted(Date day = Date::today()) const;
    /// Whether only what is in force is asked for, so that what may be has to be told.
    bool isInForceOnly() const;

private:
    std::vector<std::string> m_force;
    std::string m_on, m_inForce, m_endsWithin;
    const CLI::Option* m_isInForce = nullptr;
    bool m_isRevoked = false;
};

} // namespace terroir::cli
