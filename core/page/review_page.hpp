#pragma once

#include "core/base/language.hpp"
#include "core/extract/review.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/page/interface_words.hpp"

#include <span>
#include <string>

namespace terroir::page {

/// One HTML file that needs nothing else, in which a person reviews what was read from a report:
/// its text with every phrase that a proposal rests on, coloured by kind; the proposals beside it,
/// to be accepted, refused and changed; the numbers that were left open; what an earlier version
/// said. Decisions are saved as the CSV of extract::reviewTable(), for `extract apply`.
///
/// The text of the report is data as in htmlPage(). Linear in the text; some 40 bytes for each of
/// its bytes at most. `language` is shown first; the page has both.
std::string reviewPage(const extract::Review& review, const gazetteer::Gazetteer& gazetteer,
                       Language language);

std::span<const InterfaceWord> reviewWords();

} // namespace terroir::page
