#pragma once

#include "core/extract/lexicon.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::extract {

/// What the part of a report in which a sentence stands speaks of.
enum class Outlook { Reported, Planned, Proposed };

/// A sentence, with its tokens and where it stands.
struct Sentence {
    std::vector<Token> tokens; ///< offsets of the whole text
    std::size_t line = 0;      ///< from 1
    std::size_t paragraph = 0;
    Outlook outlook = Outlook::Reported;
    int rank = 0;        ///< of a heading, 1 is the largest; 0 for what is none
    std::string heading; ///< the nearest one above, lower case; that of its own item ("Chăn nuôi:")
};

/// The sentences of a report in order. Headings ("I. KẾT QUẢ", "2. Phương hướng") are none; they
/// decide the outlook of what stands below until the next heading of their rank or above.
std::vector<Sentence> sentencesOf(std::string_view text, const Lexicon& lexicon);

} // namespace terroir::extract
