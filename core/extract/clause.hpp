#pragma once

#include "core/extract/lexicon.hpp"

#include <cstddef>
#include <span>

namespace terroir::extract {

/// A sign that parts what a sentence says: , ; : ( ) . and a dash between blanks.
bool isBreak(std::span<const Token> tokens, std::size_t at);

/// Whether such a sign stands from one token to another (which is not looked at).
bool hasBreak(std::span<const Token> tokens, std::size_t from, std::size_t to);

/// Where the words around a token begin and end that no sign parts from it.
std::size_t clauseBegin(std::span<const Token> tokens, std::size_t at);
std::size_t clauseEnd(std::span<const Token> tokens, std::size_t at);

/// Whether words with the role begin between the two tokens.
bool holds(std::span<const Token> tokens, std::size_t from, std::size_t to, WordRole role,
           const Lexicon& lexicon);

} // namespace terroir::extract
