#pragma once

#include "core/base/colour.hpp"
#include "core/theme/json_node.hpp"
#include "core/theme/theme_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace terroir::theme {

/// Written JSON: keeps the order in which members are put in.
using Json = nlohmann::ordered_json;

/// A member of a JSON object: one description for its reader and its writer, so that nothing can be
/// read that is not written.
template <class Object>
struct Member {
    std::string name;
    std::function<void(const JsonNode&, Object&)> read;
    std::function<Json(const Object&)> write; ///< null: the member is left out
    bool isRequired = false;
};

/// In the order in which they are read and written.
template <class Object>
using Members = std::vector<Member<Object>>;

template <class Object>
std::vector<std::string> namesOf(const Members<Object>& members) {
    std::vector<std::string> names;
    for (const Member<Object>& member : members)
        names.push_back(member.name);
    return names;
}

/// Refuses a member that is not described, and an object without one that is required.
template <class Object>
void readMembers(const JsonNode& node, const Members<Object>& members, Object& object) {
    node.allowMembers(namesOf(members));
    for (const Member<Object>& member : members)
        if (member.isRequired || node.has(member.name))
            member.read(node.member(member.name), object);
}

template <class Object>
Json writtenMembers(const Members<Object>& members, const Object& object) {
    Json json = Json::object();
    for (const Member<Object>& member : members)
        if (Json value = member.write(object); !value.is_null())
            json[member.name] = std::move(value);
    return json;
}

// Values as a file has them. What is empty is written as null, and so left out.

void read(const JsonNode& node, std::string& text);
void read(const JsonNode& node, LocalText& text);
void read(const JsonNode& node, bool& flag);
void read(const JsonNode& node, double& number);
void read(const JsonNode& node, Colour& colour);
template <class Item>
void read(const JsonNode& node, std::vector<Item>& list) {
    for (const JsonNode& item : node.items())
        read(item, list.emplace_back());
}

Json written(const std::string& text);
Json written(const LocalText& text);
Json written(bool flag);
Json written(double number); ///< whole ones without a decimal point
Json written(Colour colour);
template <class Item>
Json written(const std::vector<Item>& list) {
    Json json;
    for (const Item& item : list)
        json.push_back(written(item));
    return json;
}

template <class Object, class Value>
Member<Object> member(const char* name, Value Object::*at) {
    return {name, [at](const JsonNode& node, Object& object) { read(node, object.*at); },
            [at](const Object& object) { return written(object.*at); }};
}

/// The value of an enumeration whose word stands there.
template <typename Value, std::size_t n>
Value chosen(const JsonNode& node, const Choice<Value> (&choices)[n], const LocalText& what) {
    std::vector<std::string> names;
    for (const auto& choice : choices)
        names.emplace_back(choice.name);
    const std::string name = node.oneOf(names, what);
    return choices[std::size_t(std::find(names.begin(), names.end(), name) - names.begin())].value;
}

/// A value of an enumeration, by its word.
template <class Object, class Value, std::size_t n>
Member<Object> word(const char* name, Value Object::*at, const Choice<Value> (&choices)[n],
                    const LocalText& what) {
    return {name,
            [at, &choices, what](const JsonNode& node, Object& object) {
                object.*at = chosen(node, choices, what);
            },
            [at, &choices](const Object& object) { return Json(wordFor(object.*at, choices)); }};
}

/// A text that is one of the options.
template <class Object>
Member<Object> oneOf(const char* name, std::string Object::*at, std::vector<std::string> options,
                     LocalText what) {
    return {name,
            [at, options = std::move(options), what = std::move(what)](
                const JsonNode& node, Object& object) { object.*at = node.oneOf(options, what); },
            [at](const Object& object) { return written(object.*at); }};
}

template <class Object>
Member<Object> required(Member<Object> member) {
    member.isRequired = true;
    return member;
}

} // namespace terroir::theme
