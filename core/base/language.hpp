#pragma once

#include <string>

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

} // namespace terroir
