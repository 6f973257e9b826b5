#pragma once

#include "core/extract/name_list.hpp"

namespace terroir::extract {

/// The names that are the subject of a verb that begins with the token: "Miến dong Bình Liêu đã
/// được bảo hộ …", "sản phẩm rượu gạo được xếp hạng …", "“A” vừa được Cục … cấp …", "A và B, cùng
/// hạng …". Empty where what stands there is counted ("8 sản phẩm được …") or is no name.
std::vector<ListedName> namesBefore(std::span<const Token> tokens, std::size_t at,
                                    const Lexicon& lexicon);

} // namespace terroir::extract
