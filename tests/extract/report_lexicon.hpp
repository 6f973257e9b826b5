#pragma once

#include "core/extract/lexicon.hpp"

/// The packaged one.
inline const terroir::extract::Lexicon& reportLexicon() {
    static const terroir::extract::Lexicon read(TERROIR_SOURCE_DIR "/data/lexicon");
    return read;
}
