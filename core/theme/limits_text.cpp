#include "core/theme/limits_text.hpp"

#include "core/base/error.hpp"
#include "core/records/vocabulary.hpp"
#include "core/theme/theme_words.hpp"

namespace terroir::theme {

using records::Limits;

const Members<Limits>& limitsMembers() {
    static const Members<Limits> members{
        member("kinds", &Limits::kinds),
        member("categories", &Limits::categories),
        member("sources", &Limits::sources),
        {"states",
         [](const JsonNode& node, Limits& limits) {
             for (const JsonNode& item : node.items())
                 limits.states.push_back(chosen(item, states, LocalText{"trạng thái", "state"}));
         },
         [](const Limits& limits) {
             Json json;
             for (const records::State state : limits.states)
                 json.push_back(wordFor(state, states));
             return json;
         }},
        member("subject", &Limits::subject),
        member("holder", &Limits::holder)};
    return members;
}

std::string limitsText(const Limits& limits) {
    return limits.isEmpty() ? std::string() : writtenMembers(limitsMembers(), limits).dump();
}

std::optional<Limits> parseLimits(std::string_view text) {
    Limits limits;
    if (text.empty())
        return limits;
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    try {
        const std::string file;
        readMembers(JsonNode(json, file), limitsMembers(), limits);
    } catch (const Error&) {
        return std::nullopt;
    }
    return limits;
}

} // namespace terroir::theme
