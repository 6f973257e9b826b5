#pragma once

#include "core/base/date.hpp"
#include "core/extract/outline.hpp"

namespace terroir::extract {

/// Whether what a sentence says from the token on is done, planned or asked for: as its part of the
/// report, but for words of its own ("huyện đề nghị …", "Giao xã A …", "Năm 2026 …" in a report of
/// 2025).
Outlook outlookAt(const Sentence& sentence, std::size_t token, Date day, const Lexicon& lexicon);

} // namespace terroir::extract
