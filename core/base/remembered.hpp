#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace terroir {

/// Answers about texts of which many are the same, each worked out once. Those of a hundred
/// thousand texts are kept, so that a table of nothing but different ones takes no more memory.
/// Not for several threads.
template <class Answer>
class Remembered {
public:
    /// What `find(text)` gives. Valid until the next call.
    template <class Find>
    const Answer& of(std::string_view text, const Find& find) {
        if (const auto known = m_answers.find(text); known != m_answers.end())
            return known->second;
        if (m_answers.size() >= most)
            m_answers.clear();
        Answer answer = find(text);
        return m_answers.emplace(text, std::move(answer)).first->second;
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    static constexpr std::size_t most = 100'000;

    std::unordered_map<std::string, Answer, Hash, std::equal_to<>> m_answers;
};

} // namespace terroir
