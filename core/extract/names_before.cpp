#include "core/extract/names_before.hpp"

#include "core/extract/clause.hpp"
#include "core/extract/quantities.hpp"

#include <algorithm>

namespace terroir::extract {

namespace {

/// Where the clause begins that ends before the token; what stands in brackets is passed over.
std::size_t beginOfSubject(std::span<const Token> tokens, std::size_t at) {
    if (at > 0 && tokens[at - 1].lower == ",")
        --at;
    while (at > 0) {
        if (tokens[at - 1].lower == ")") {
            std::size_t open = at - 1;
            while (open > 0 && tokens[open].lower != "(")
                --open;
            if (tokens[open].lower != "(")
                return at;
            at = open;
        } else if (isBreak(tokens, at - 1)) {
            return at;
        } else {
            --at;
        }
    }
    return at;
}

} // namespace

std::vector<ListedName> namesBefore(std::span<const Token> tokens, std::size_t at,
                                    const Lexicon& lexicon) {
    std::size_t first = beginOfSubject(tokens, at);
    bool isProduct = false;
    const std::span<const Token> clause = tokens.first(at);
    if (std::vector<ListedName> quoted = quotedFrom(clause, first); !quoted.empty())
        return quoted;
    for (std::size_t i = first; i + 1 < at; ++i)
        if (tokens[i].lower == "sản" && tokens[i + 1].lower == "phẩm") {
            if (i > first && (tokens[i - 1].isNumber || numberWord(tokens[i - 1].lower)))
                return {};
            first = i + 2;
            isProduct = true;
        }
    first = behindOpening(clause, first, lexicon);
    if (first >= at || tokens[first].isNumber || numberWord(tokens[first].lower) ||
        endsName(clause, first, lexicon) || lexicon.unitAt(clause.subspan(first)) != nullptr ||
        !(isProduct || tokens[first].isCapital || lexicon.isThing(clause.subspan(first))))
        return {};
    std::vector<ListedName> names = namesFrom(clause, first, lexicon, GoesOn::WithAnything);
    std::erase_if(names, [&](const ListedName& name) {
        return name.end - name.first < 2 && !lexicon.isThing(clause.subspan(name.first));
    });
    for (ListedName& name : names)
        name.listEnd = name.end; // its place may stand behind it
    return names;
}

} // namespace terroir::extract
