#pragma once

#include "core/base/local_text.hpp"
#include "core/records/in_force.hpp"
#include "core/theme/json_members.hpp"

#include <optional>

namespace terroir::theme {

/// "force": ["in-force"], "endsWithin": 12: how what was granted must stand.
template <class Object>
Members<Object> forceMembers(std::optional<records::ForceWanted> Object::*at) {
    const auto wanted = [at](Object& object) -> records::ForceWanted& {
        return object.*at ? *(object.*at) : (object.*at).emplace();
    };
    return {{"force",
             [wanted](const JsonNode& node, Object& object) {
                 for (const JsonNode& item : node.items())
                     wanted(object).any.push_back(chosen(
                         item, forces, localText("tình trạng hiệu lực", "state of validity")));
             },
             [at](const Object& object) {
                 Json json;
                 if (object.*at)
                     for (const records::Force force : (object.*at)->any)
                         json.push_back(wordFor(force, forces));
                 return json;
             }},
            {"endsWithin",
             [wanted](const JsonNode& node, Object& object) {
                 wanted(object).endsWithin = int(node.whole(1, 600));
             },
             [at](const Object& object) {
                 return object.*at && (object.*at)->endsWithin ? Json(*(object.*at)->endsWithin)
                                                               : Json();
             }}};
}

} // namespace terroir::theme
