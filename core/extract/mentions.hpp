#pragma once

#include "core/extract/lexicon.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::extract {

/// A thing that a sentence names without a number: a crop of a model or a trial, a protected name.
struct Mention {
    std::string kind;
    std::size_t first = 0, end = 0; ///< tokens
    std::size_t listEnd = 0;        ///< of the list that it stands in
    bool isTitle = false, isPart = false;
    std::string unit; ///< of a title: "nhãn hiệu chứng nhận"
};

/// "mô hình trồng A, B tại …", "trồng thử nghiệm A", "khảo nghiệm giống A, B", "vùng sản xuất A",
/// "nhãn hiệu chứng nhận “A”, “B”", "cấp văn bằng bảo hộ gồm: A; B".
std::vector<Mention> mentionsIn(std::span<const Token> tokens);

/// The names of what a number counts, behind it: "… gồm: A; B", "… (A, B)", "… như A, B". Empty
/// where none are given.
std::vector<Mention> namesOfCounted(std::span<const Token> tokens, std::size_t end);

/// Whether the token leads on to something else than the name before it: a preposition, a verb.
bool leadsOn(std::span<const Token> tokens, std::size_t at);

} // namespace terroir::extract
