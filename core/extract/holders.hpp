#pragma once

#include "core/extract/lexicon.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace terroir::extract {

struct Proposal;

/// Who holds or makes something, by name: "HTX Nông nghiệp Bản Bo", "hộ ông Lò Văn A".
struct Holder {
    std::size_t first = 0, end = 0; ///< tokens
    bool isPerson = false;
};

/// The holders that a sentence names, in order. Words of data/lexicon/holders.csv begin one; of an
/// organisation its kind ("cổ phần", "dịch vụ nông nghiệp") goes on to the name, which begins with
/// capitals; of a person the name follows. Without a name ("HTX nông nghiệp", "hộ nghèo") there is
/// none.
std::vector<Holder> holdersIn(std::span<const Token> tokens, const Lexicon& lexicon);

/// Gives the proposals of a sentence the holders of what they state: those that are tied to it
/// behind it ("5 lồng cá của hộ ông A", "12 ha chè (HTX B)", "… do HTX C thực hiện"), else those
/// named last before it, unless they are another's. Several that the words join ("HTX A và HTX B")
/// hold it together; across a semicolon none is guessed.
void addHolders(std::string_view text, std::span<const Token> tokens, std::span<Proposal> proposals,
                const Lexicon& lexicon);

} // namespace terroir::extract
