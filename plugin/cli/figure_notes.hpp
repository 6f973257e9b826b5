#pragma once

#include "core/base/local_text.hpp"
#include "core/figures/count_words.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/cli/command.hpp"

namespace terroir::cli {

/// Says which units have figures and no rate; nothing when all have one.
inline void sayUnrated(const Context& context, const figures::EvaluatedTheme& evaluated,
                       const gazetteer::Gazetteer& gazetteer) {
    const figures::PageWords words(evaluated, gazetteer);
    if (const std::string said = figures::unratedWords(evaluated, words); !said.empty())
        context.note(text::capitalize(said) + ".");
}

/// That a theme has no figure where and when it is asked for: a map of boundaries, an empty table.
inline void sayWithoutFigures(const Context& context, const std::string& theme) {
    context.note(localText("Chủ đề '{}' không có số liệu nào ở nơi này, vào thời gian này.",
                           "The theme '{}' has no figure for this place and time.", theme));
}

} // namespace terroir::cli
