#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// The readers that decode() and detect() use, one for each Encoding.
namespace terroir::text::legacy {

/// What a reader made of a text, and how well the text looks like its encoding.
struct Reading {
    std::string text;
    std::size_t hits = 0;   ///< byte encodings: letters read; keys: words that became syllables
    std::size_t misses = 0; ///< byte encodings: characters that do not belong; keys: words that
                            ///< hold keys and did not become syllables
    std::size_t words = 0;  ///< keys only: words with a vowel
};

Reading readUtf8AsCp1252(std::string_view text);
Reading readTcvn3(std::string_view text);
Reading readVniFont(std::string_view text);
Reading readViqr(std::string_view text);
Reading readTelex(std::string_view text);
Reading readVniKeys(std::string_view text);

} // namespace terroir::text::legacy
