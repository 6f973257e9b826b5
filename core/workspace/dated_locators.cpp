#include "core/workspace/dated_locators.hpp"

#include <algorithm>

namespace terroir::workspace {

namespace {

/// A locator of the whole country by approximate cells takes about 10 MB and half a second; since
/// 2014 there were 44 days on which units changed.
constexpr std::size_t maxLocators = 48;

} // namespace

DatedLocators::DatedLocators(Workspace& workspace, const boundaries::ImportedPolygons& polygons,
                             gazetteer::Level level)
    : m_workspace(workspace), m_polygons(polygons), m_level(level) {
    for (const gazetteer::Unit& unit : workspace.gazetteer().units()) {
        m_changes.push_back(unit.valid.from);
        m_changes.push_back(unit.valid.to);
    }
    std::sort(m_changes.begin(), m_changes.end());
    m_changes.erase(std::unique(m_changes.begin(), m_changes.end()), m_changes.end());
}

const boundaries::Locator& DatedLocators::at(Date day) {
    const auto after = std::upper_bound(m_changes.begin(), m_changes.end(), day);
    const Date change = after == m_changes.begin() ? Date::beginning() : *std::prev(after);
    const auto known = std::find_if(m_locators.begin(), m_locators.end(),
                                    [&](const auto& entry) { return entry.first == change; });
    if (known != m_locators.end()) {
        m_locators.splice(m_locators.begin(), m_locators, known);
    } else {
        m_locators.emplace_front(change,
                                 boundaries::Locator(m_polygons, m_workspace.file(),
                                                     m_workspace.gazetteer(), m_level, day));
        if (m_locators.size() > maxLocators)
            m_locators.pop_back();
    }
    return m_locators.front().second;
}

} // namespace terroir::workspace
