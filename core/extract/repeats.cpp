#include "core/extract/repeats.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace terroir::extract {

namespace {

using records::Scope;

std::string keyOf(const Proposal& one) {
    std::string key = one.kind + "|" + one.unit + "|" + std::to_string(one.value.value_or(0)) +
                      "|" + text::toLower(one.subject);
    for (const gazetteer::UnitIndex place : one.places)
        key += "|" + std::to_string(place);
    return key;
}

bool isOnlyNamed(const Proposal& one) {
    return !one.value && (one.kind == "model" || one.kind == "trial");
}

void dropShorterNames(std::vector<Proposal>& proposals) {
    constexpr std::size_t maxLines = 1;               ///< apart
    constexpr std::ptrdiff_t minWords = 3;            ///< "lê" and "lê VH6" may be two
    std::map<std::size_t, std::vector<Proposal>> all; // only named, by line
    for (const Proposal& one : proposals)
        if (isOnlyNamed(one))
            all[one.line].push_back(one);
    std::erase_if(proposals, [&](const Proposal& one) {
        if (!isOnlyNamed(one) ||
            std::count(one.subject.begin(), one.subject.end(), ' ') + 1 < minWords)
            return false;
        const std::string name = text::toLower(one.subject) + " ";
        const auto isLonger = [&](const Proposal& other) {
            return other.kind == one.kind && other.places == one.places &&
                   text::toLower(other.subject).starts_with(name);
        };
        const std::size_t first = one.line - std::min(one.line, maxLines);
        return std::any_of(all.lower_bound(first), all.upper_bound(one.line + maxLines),
                           [&](const auto& line) {
                               return std::any_of(line.second.begin(), line.second.end(), isLonger);
                           });
    });
}

} // namespace

void findRepeats(std::vector<Proposal>& proposals) {
    std::set<std::string> said;
    for (Proposal& one : proposals) {
        const bool isNamed = one.scope == Scope::Part &&
                             (!one.value || one.qualifier == records::Qualifier::Implied);
        if (!isNamed && (!one.value || one.qualifier == records::Qualifier::Implied ||
                         one.scope == Scope::Part))
            continue;
        if (!said.insert(keyOf(one)).second &&
            (isNamed || one.subject.find(' ') != std::string::npos))
            one.scope = Scope::Repeat;
    }
    dropShorterNames(proposals);
}

} // namespace terroir::extract
