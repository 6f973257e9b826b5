#pragma once

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

} // namespace terroir::cli
