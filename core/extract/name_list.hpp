#pragma once

#include "core/extract/lexicon.hpp"

#include <span>
#include <vector>

namespace terroir::extract {

/// A name of a list.
struct ListedName {
    std::size_t first = 0, end = 0; ///< tokens
    std::size_t listEnd = 0;        ///< of those that share what is said behind them: their place
};

/// What a list may go on with behind a semicolon.
enum class GoesOn { WithThings, WithAnything };

/// The names that stand from a token on, parted by commas, semicolons and "và". Of a group the
/// members are taken: "cây ăn quả (cam, lê)", "rau như cải, su su". Behind what is said of some of
/// them the list goes on with the next thing: "A, B tại xã X; C tại xã Y". It ends where something
/// else begins.
std::vector<ListedName> namesFrom(std::span<const Token> tokens, std::size_t at,
                                  const Lexicon& lexicon, GoesOn goesOn = GoesOn::WithThings);

/// Every item of such a list, of whatever words it is made; parted by semicolons where it has some.
std::vector<ListedName> topicsFrom(std::span<const Token> tokens, std::size_t at,
                                   const Lexicon& lexicon);

/// The names in quotation marks from a token to the end of the sentence.
std::vector<ListedName> quotedFrom(std::span<const Token> tokens, std::size_t at);

/// Whether words that end a name ("tại", "được") begin with the token; not the second half of a
/// name: "sầu riêng".
bool leadsOn(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon);

/// Whether a name of a list may not go on at the token: a sign, a word that leads on, a place.
bool endsName(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon);

/// Whether a name as varieties have them begins: with a capital letter, or with digits in it.
bool isVariety(std::span<const Token> tokens, std::size_t at);

/// The first token that is no opening word ("các loại", "cây", "giống").
std::size_t behindOpening(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon);

} // namespace terroir::extract
