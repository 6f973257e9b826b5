#include "core/theme/limits_text.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/vocabulary.hpp"
#include "core/theme/force_members.hpp"
#include "core/theme/theme_words.hpp"

namespace terroir::theme {

using records::Limits;

namespace {

/// Behind them, with the day, which is the limit's own: that of the map is another.
Members<Limits> withForce(Members<Limits> members) {
    const Members<Limits> force = forceMembers(&Limits::force);
    members.insert(members.end(), force.begin(), force.end());
    members.push_back(
        {"on",
         [](const JsonNode& node, Limits& limits) {
             const std::optional<Date> day = parseDate(node.text());
             if (!day)
                 node.fail(localText("'{}' không phải là một ngày; hãy viết như 2025-12-31.",
                                     "'{}' is no day; write it like 2025-12-31.", node.text()));
             if (!limits.force)
                 node.fail(LocalText{"Chỉ ghi 'on' cùng với 'force' hoặc 'endsWithin'.",
                                     "'on' belongs to 'force' or 'endsWithin'."});
             limits.force->day = *day;
         },
         [](const Limits& limits) {
             return limits.force ? Json(limits.force->day.toString()) : Json();
         }});
    return members;
}

} // namespace

const Members<Limits>& limitsMembers() {
    static const Members<Limits> members = withForce(
        {member("kinds", &Limits::kinds),
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
         member("holder", &Limits::holder)});
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
