#pragma once

#include "core/extract/name_list.hpp"
#include "core/extract/quantities.hpp"

namespace terroir::extract {

/// The products of which a number of stars is said: "Nem A (4 sao)", "Rượu sâm B 5 sao", "“C” 4
/// sao", "Trà D và Chè E được xếp hạng 3 sao". Empty where none are named.
std::vector<ListedName> namesOfStars(std::span<const Token> tokens, const Counted& stars,
                                     const Lexicon& lexicon);

/// Where the stars end that stand at the token: "5 sao", "đạt 3 sao", "xếp hạng 4 sao"; the token
/// itself without them.
std::size_t endOfStars(std::span<const Token> tokens, std::size_t at);

} // namespace terroir::extract
