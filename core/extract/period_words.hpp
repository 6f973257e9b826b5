#pragma once

#include "core/extract/lexicon.hpp"

#include <span>
#include <string>

namespace terroir::extract {

/// "năm 2020", "giai đoạn 2015-2020": the last one before the token in its clause, else the first
/// of the sentence; not that of a comparison or an end ("so với năm 2012", "từ năm 2019"). Empty
/// for none.
std::string periodNear(std::span<const Token> tokens, std::size_t token);

} // namespace terroir::extract
