#pragma once

#include "core/extract/lexicon.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::extract {

/// A thing that a sentence names without a number: a crop of a model or a trial, a protected name.
struct Mention {
    std::string kind;
    std::size_t first = 0, end = 0; ///< tokens
    std::size_t listEnd = 0;        ///< of those that share what is said behind them: their place
    bool isTitle = false, isPart = false;
    std::string unit;        ///< of a title: "nhãn hiệu chứng nhận"
    std::size_t saidEnd = 0; ///< of the words that say what it is, where they stand behind it
};

/// What the patterns of the lexicon find, and protected names: "nhãn hiệu chứng nhận “A”, “B”",
/// "cấp văn bằng bảo hộ gồm: A; B". In text order; none twice.
std::vector<Mention> mentionsIn(std::span<const Token> tokens, const Lexicon& lexicon);

/// The names of what a number counts, behind it: "… gồm: A; B", "… (A, B)", "… như A, B". Empty
/// where none are given.
std::vector<Mention> namesOfCounted(std::span<const Token> tokens, std::size_t end,
                                    const Lexicon& lexicon);

} // namespace terroir::extract
