#include "core/extract/repeats.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

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
    constexpr std::size_t maxLines = 1;    ///< apart
    constexpr std::ptrdiff_t minWords = 3; ///< "lê" and "lê VH6" may be two
    const std::vector<Proposal> all = proposals;
    std::erase_if(proposals, [&](const Proposal& one) {
        if (!isOnlyNamed(one) ||
            std::count(one.subject.begin(), one.subject.end(), ' ') + 1 < minWords)
            return false;
        const std::string name = text::toLower(one.subject) + " ";
        return std::any_of(all.begin(), all.end(), [&](const Proposal& other) {
            return isOnlyNamed(other) && other.kind == one.kind && other.places == one.places &&
                   other.line <= one.line + maxLines && one.line <= other.line + maxLines &&
                   text::toLower(other.subject).starts_with(name);
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
