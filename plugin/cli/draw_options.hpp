#pragma once

#include "core/base/language.hpp"
#include "core/theme/theme.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace terroir::cli {

/// --draw-as, --scaling, --change: other symbols than the theme's, how large they are, and what
/// changed between two times.
class DrawOptions {
public:
    void bind(CLI::App& app, const Words& words);
    bool isEmpty() const { return m_as.empty() && m_scaling.empty() && m_change.empty(); }
    /// UsageError for a word that there is not, and for a theme that cannot be drawn so.
    void apply(std::vector<theme::Theme>& themes) const;

private:
    std::string m_as, m_scaling, m_change;
};

} // namespace terroir::cli
