#pragma once

#include <span>
#include <string>
#include <string_view>

namespace terroir {

/// The option that a person most likely meant: smallest edit distance over bytes, case ignored;
/// empty when nothing is near (more than a third of the word wrong).
std::string nearest(std::string_view word, std::span<const std::string> options);

/// "Did you mean 'X'? " or "" — for error sentences.
std::string suggestion(std::string_view word, std::span<const std::string> options);

} // namespace terroir
