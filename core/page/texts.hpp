#pragma once

#include "core/base/language.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace terroir::page {

/// All texts of a page, each once: other parts of its data name them by number. 0 is no text.
class Texts {
public:
    Texts() { of({}); }

    std::size_t of(LocalText text) {
        std::pair key{std::move(text.vi), std::move(text.en)};
        if (key.second.empty())
            key.second = key.first;
        const auto [at, isNew] = m_known.try_emplace(std::move(key), m_json.size());
        if (isNew) {
            const auto& [vi, en] = at->first;
            m_json.push_back(vi == en ? nlohmann::json(vi) : nlohmann::json::array({vi, en}));
        }
        return at->second;
    }
    /// The same in both languages.
    std::size_t same(const std::string& text) { return of({text, text}); }

    nlohmann::json take() { return std::move(m_json); }

private:
    std::map<std::pair<std::string, std::string>, std::size_t> m_known;
    nlohmann::json m_json = nlohmann::json::array();
};

} // namespace terroir::page
