#include "core/records/record.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace terroir::records {

namespace {

template <class Enum, std::size_t N>
using Texts = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Texts<PlaceRole, 4> placeRoles{{{PlaceRole::Location, "location"},
                                          {PlaceRole::Coverage, "coverage"},
                                          {PlaceRole::NameComponent, "name_component"},
                                          {PlaceRole::Territory, "territory"}}};
constexpr Texts<Scope, 6> scopes{{{Scope::Own, "own"},
                                  {Scope::Part, "part"},
                                  {Scope::Aggregate, "aggregate"},
                                  {Scope::Shared, "shared"},
                                  {Scope::Repeat, "repeat"},
                                  {Scope::None, "none"}}};
constexpr Texts<Qualifier, 6> qualifiers{{{Qualifier::None, ""},
                                          {Qualifier::Exact, "="},
                                          {Qualifier::AtLeast, ">="},
                                          {Qualifier::About, "~"},
                                          {Qualifier::Range, "range"},
                                          {Qualifier::Implied, "implied"}}};
constexpr Texts<State, 5> states{{{State::Done, "done"},
                                  {State::Ongoing, "ongoing"},
                                  {State::Planned, "planned"},
                                  {State::Proposed, "proposed"},
                                  {State::Withdrawn, "withdrawn"}}};

template <class Enum, std::size_t N>
std::string_view textOf(const Texts<Enum, N>& texts, Enum value) {
    for (const auto& [known, text] : texts)
        if (known == value)
            return text;
    return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> parse(const Texts<Enum, N>& texts, std::string_view text) {
    for (const auto& [value, known] : texts)
        if (known == text)
            return value;
    return std::nullopt;
}

} // namespace

std::string_view areaIn(std::string_view reasons) {
    constexpr std::string_view mark = "in:";
    while (!reasons.empty()) {
        const std::string_view one = reasons.substr(0, reasons.find(';'));
        if (one.starts_with(mark))
            return one.substr(mark.size());
        reasons.remove_prefix(std::min(reasons.size(), one.size() + 1));
    }
    return {};
}

std::string_view toString(PlaceRole role) {
    return textOf(placeRoles, role);
}
std::optional<PlaceRole> parsePlaceRole(std::string_view text) {
    return parse(placeRoles, text);
}
std::string_view toString(Scope scope) {
    return textOf(scopes, scope);
}
std::optional<Scope> parseScope(std::string_view text) {
    return parse(scopes, text);
}
std::string_view toString(Qualifier qualifier) {
    return textOf(qualifiers, qualifier);
}
std::optional<Qualifier> parseQualifier(std::string_view text) {
    return parse(qualifiers, text);
}
std::string_view toString(State state) {
    return textOf(states, state);
}
std::optional<State> parseState(std::string_view text) {
    return parse(states, text);
}

} // namespace terroir::records
