#include "core/gazetteer/search.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace terroir::gazetteer {

namespace {

enum Rank { Whole, Start, WordStart, None };

Rank rankOf(std::string_view name, std::string_view wanted) {
    if (name == wanted)
        return Whole;
    if (name.starts_with(wanted))
        return Start;
    for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1))
        if (name.substr(at + 1).starts_with(wanted))
            return WordStart;
    return None;
}

bool liesWithin(const Gazetteer& gazetteer, UnitIndex unit, UnitIndex area) {
    const std::string& code = gazetteer.unit(area).code;
    for (; unit != noUnit; unit = gazetteer.unit(unit).parent)
        if (unit == area || gazetteer.unit(unit).code == code)
            return true;
    return false;
}

} // namespace

std::vector<UnitIndex> search(const Gazetteer& gazetteer, std::string_view text,
                              const SearchFilter& filter) {
    const std::string exact = text::normalize(text), folded = text::fold(text);
    const bool hasMarks = exact != folded;
    const auto rankName = [&](const std::string& name) {
        return rankOf(hasMarks ? text::normalize(name) : text::fold(name),
                      hasMarks ? exact : folded);
    };
    std::vector<Rank> ranks(gazetteer.units().size(), None);
    for (UnitIndex i = 0; i < ranks.size(); ++i) {
        const Unit& unit = gazetteer.unit(i);
        if ((filter.level && unit.level != *filter.level) ||
            (filter.asOf && !unit.valid.contains(*filter.asOf)))
            continue;
        if (folded.empty() || unit.code == text || unit.uid == text)
            ranks[i] = Whole;
        else
            ranks[i] = std::min(rankName(unit.name), rankName(unit.fullName()));
    }
    for (const auto& [unit, alias] : gazetteer.aliases()) {
        const Unit& known = gazetteer.unit(unit);
        if ((!filter.level || known.level == *filter.level) &&
            (!filter.asOf || known.valid.contains(*filter.asOf)))
            ranks[unit] = std::min(ranks[unit], rankName(alias));
    }
    std::vector<UnitIndex> out;
    for (UnitIndex i = 0; i < ranks.size(); ++i)
        if (ranks[i] != None &&
            (filter.within == noUnit || liesWithin(gazetteer, i, filter.within)))
            out.push_back(i);
    std::sort(out.begin(), out.end(), [&](UnitIndex a, UnitIndex b) {
        const Unit &left = gazetteer.unit(a), &right = gazetteer.unit(b);
        if (ranks[a] != ranks[b] || left.level != right.level)
            return std::tie(ranks[a], left.level) < std::tie(ranks[b], right.level);
        const int byName = left.code == right.code ? 0 : text::compare(left.name, right.name);
        return byName != 0
                   ? byName < 0
                   : std::tie(left.code, left.valid.from) < std::tie(right.code, right.valid.from);
    });
    return out;
}

} // namespace terroir::gazetteer
