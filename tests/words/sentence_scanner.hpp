#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::test {

/// A sentence in both languages as it stands in a source: localText("…", "…"), LocalText{"…", "…"},
/// words("…", "…") and their kin.
struct SentencePair {
    std::size_t line = 0;
    std::string vi, en;
};

/// What is wrong at a line of a source.
struct SourceFault {
    std::size_t line = 0;
    std::string what;
    bool operator==(const SourceFault&) const = default;
};

/// The pairs of a C++ source, in order. Literals that stand side by side are one text; comments,
/// raw strings and what the preprocessor reads are passed over.
std::vector<SentencePair> sentencePairs(std::string_view source);

/// Why a pair is not a sentence in both languages: no Vietnamese, the English again, English
/// letters without a Vietnamese one, other placeholders. Empty when all is well. Names and symbols
/// that both languages write alike are known.
std::string faultOf(const SentencePair& pair);

/// Pairs with a fault, and `throw …Error(…)` whose sentence is a plain literal or a fmt::format():
/// such a sentence has one language.
std::vector<SourceFault> sentenceFaults(std::string_view source);

} // namespace terroir::test
