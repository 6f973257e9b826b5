#pragma once

#include "core/base/language.hpp"
#include "core/figures/join.hpp"

#include <span>
#include <string_view>

namespace terroir::figures {

/// A reason by its stable id, for files, and in words, for people: "chung cho nhiều đơn vị".
struct ReasonInfo {
    NotAttributed::Reason reason;
    std::string_view id;
    LocalText words;
};
/// All of them; the one table that tables, layers, legends and windows take their words from.
std::span<const ReasonInfo> reasonInfos();

/// "several-units".
std::string_view toString(NotAttributed::Reason reason);
const LocalText& inWords(NotAttributed::Reason reason);

} // namespace terroir::figures
