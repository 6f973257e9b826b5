#pragma once

#include "core/base/language.hpp"

#include <span>
#include <string>
#include <string_view>

namespace terroir {

/// The option that a person most likely meant: smallest edit distance over bytes, case ignored;
/// empty when nothing is near (more than a third of the word wrong).
std::string nearest(std::string_view word, std::span<const std::string> options);

/// "Did you mean 'X'? " or "" — for error sentences.
LocalText suggestion(std::string_view word, std::span<const std::string> options);
LocalText suggestion(std::string_view meant); ///< where it is known what was meant

/// What is said of a word that is none of the options: the problem, what was likely meant, and what
/// there is. unknownWord({"…", "There is no field 'hta'."}, "hta", {"…", "The fields are"}, fields)
/// gives "There is no field 'hta'. Did you mean 'ha'? The fields are: ha, xã."
LocalText unknownWord(const LocalText& problem, std::string_view word, const LocalText& list,
                      std::span<const std::string> options);

} // namespace terroir
