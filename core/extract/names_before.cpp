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

/// Over the names of a list in front of its last ones: "A, B và C được …".
std::size_t beginOfList(std::span<const Token> tokens, std::size_t first, const Lexicon& lexicon) {
    constexpr std::size_t maxWords = 7;
    while (first > 1 && tokens[first - 1].lower == ",") {
        std::size_t name = first - 1;
        while (name > 0 && first - 1 - name < maxWords && tokens[name - 1].isWord &&
               !leadsOn(tokens, name - 1, lexicon))
            --name;
        const bool isWhole = name == 0 || isBreak(tokens, name - 1);
        if (!isWhole || first - 1 - name < 2)
            break;
        first = name;
    }
    return first;
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
    if (const std::size_t list = beginOfList(tokens, first, lexicon);
        list < first && !isProduct && lexicon.isThing(clause.subspan(list))) {
        first = list;
        isProduct = true;
    }
    first = behindOpening(clause, first, lexicon);
    if (first >= at || tokens[first].isNumber || numberWord(tokens[first].lower) ||
        endsName(clause, first, lexicon) || lexicon.unitAt(clause.subspan(first)) != nullptr ||
        !(isProduct || tokens[first].isCapital || lexicon.isThing(clause.subspan(first))))
        return {};
    std::vector<ListedName> names = namesFrom(clause, first, lexicon, GoesOn::WithAnything);
    std::erase_if(names, [&](const ListedName& name) {
        return !isProduct && name.end - name.first < 2 &&
               !lexicon.isThing(clause.subspan(name.first));
    });
    for (ListedName& name : names)
        name.listEnd = name.end; // its place may stand behind it
    return names;
}

} // namespace terroir::extract
