#pragma once

#include "core/extract/quantities.hpp"

#include <span>

namespace terroir::extract {

/// Whether a number of a sentence is no statement about the territory and its day: one of the whole
/// country ("cả nước có 130 chỉ dẫn địa lý"), of a time before ("cùng kỳ năm 2021 là 3.140"), a
/// share of a plan ("đạt 103 % kế hoạch"), a loss, a price, of people ("nữ chiếm 41 %"), or what
/// another number is compared with ("tăng so với 59 sản phẩm", "3.900 ha (năm 2021: 4.060 ha)").
/// `year`: of the report.
bool isAside(std::span<const Token> tokens, const Counted& counted, const Lexicon& lexicon,
             int year);

} // namespace terroir::extract
