#pragma once

#include "core/extract/quantities.hpp"

#include <span>

namespace terroir::extract {

/// Whether a number of a sentence is no statement about the territory and its day: one of the whole
/// country ("cả nước có 130 chỉ dẫn địa lý"), of a time before ("cùng kỳ năm 2021 là 3.140"), a
/// share of a plan ("đạt 103 % kế hoạch"), a loss, a price, or of people ("nữ chiếm 41 %").
bool isAside(std::span<const Token> tokens, const Counted& counted, const Lexicon& lexicon);

} // namespace terroir::extract
