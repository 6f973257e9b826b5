#pragma once

#include "core/base/language.hpp"
#include "core/records/limits.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace terroir::cli {

/// --subject, --holder, --source, --category, --status: which records count or are listed.
class LimitOptions {
public:
    void bind(CLI::App& app, const Words& words);
    bool isEmpty() const;
    /// UsageError for a state that there is not.
    records::Limits limits() const;

private:
    std::vector<std::string> m_categories, m_sources, m_states;
    std::string m_subject, m_holder;
};

} // namespace terroir::cli
