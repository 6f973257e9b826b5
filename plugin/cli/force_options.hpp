#pragma once

#include "core/base/language.hpp"
#include "core/records/in_force.hpp"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace terroir::cli {

/// --on, --in-force, --force, --revoked, --ends-within: how what was granted stands on a day.
class ForceOptions {
public:
    void bind(CLI::App& app, const Words& words);
    /// The day that is meant; nothing when none is named and nothing is asked that needs one.
    std::optional<Date> day() const;
    /// Nothing when it does not matter. UsageError for a word, a day or a number that is none.
    std::optional<records::ForceWanted> wanted() const;
    /// Whether only what is in force is asked for, so that what may be has to be told.
    bool isInForceOnly() const { return !m_inForce.empty() && m_force.empty() && !m_isRevoked; }

private:
    std::vector<std::string> m_force;
    std::string m_on, m_inForce, m_endsWithin;
    bool m_isRevoked = false;
};

} // namespace terroir::cli
