#pragma once

#include <string>
#include <string_view>

namespace terroir {

enum class Language { Vietnamese, English };

/// One text in both languages of the program.
struct LocalText {
    std::string vi;
    std::string en;
    const std::string& in(Language language) const {
        return language == Language::English && !en.empty() ? en : vi;
    }
    bool operator==(const LocalText&) const = default;
};

/// Picks a text by language: words("bản đồ", "map").
class Words {
public:
    explicit Words(Language language) : m_language(language) {}
    Language language() const { return m_language; }
    std::string operator()(std::string_view vi, std::string_view en) const {
        return std::string(m_language == Language::English ? en : vi);
    }

private:
    Language m_language;
};

} // namespace terroir
