#pragma once

#include <nlohmann/json.hpp>
#include <regex.h>

#include <algorithm>
#include <string>

namespace terroir::testing {

/// Whether a value is what a JSON Schema says, in the words of draft 7 that
/// styles/theme.schema.json has; an unknown word fails. `problem`: the place of the first
/// difference.
class JsonSchema {
public:
    explicit JsonSchema(const nlohmann::json& root) : m_root(root) {}

    bool accepts(const nlohmann::json& value) {
        problem.clear();
        return holds(m_root, value, "");
    }

    std::string problem;

private:
    using Json = nlohmann::json;

    bool fail(const std::string& path, const std::string& word) {
        if (problem.empty())
            problem = path + ": " + word;
        return false;
    }

    static bool isOf(const std::string& type, const Json& value) {
        return type == "object"    ? value.is_object()
               : type == "array"   ? value.is_array()
               : type == "string"  ? value.is_string()
               : type == "boolean" ? value.is_boolean()
               : type == "integer" ? value.is_number_integer()
               : type == "number"  ? value.is_number()
                                   : type == "null" && value.is_null();
    }

    /// The same without telling where.
    bool fits(const Json& schema, const Json& value) {
        const std::string kept = problem;
        const bool is = holds(schema, value, "");
        problem = kept;
        return is;
    }

    bool holds(const Json& schema, const Json& value, const std::string& path) {
        for (const auto& [word, rule] : schema.items())
            if (!holds(word, rule, schema, value, path))
                return fail(path, word);
        return true;
    }

    bool holds(const std::string& word, const Json& rule, const Json& schema, const Json& value,
               const std::string& path) {
        if (word == "$schema" || word == "title" || word == "description" ||
            word == "definitions" || word == "then" || word == "else")
            return true;
        if (word == "$ref")
            return holds(m_root.at(Json::json_pointer(rule.get<std::string>().substr(1))), value,
                         path);
        if (word == "type")
            return isOf(rule, value);
        if (word == "const")
            return value == rule;
        if (word == "enum")
            return std::find(rule.begin(), rule.end(), value) != rule.end();
        if (word == "not")
            return !fits(rule, value);
        if (word == "if") {
            const char* const next = fits(rule, value) ? "then" : "else";
            return !schema.contains(next) || holds(schema[next], value, path);
        }
        const auto isFit = [&](const Json& one) { return fits(one, value); };
        if (word == "allOf")
            return std::all_of(rule.begin(), rule.end(),
                               [&](const Json& one) { return holds(one, value, path); });
        if (word == "anyOf")
            return std::any_of(rule.begin(), rule.end(), isFit);
        if (word == "oneOf")
            return std::count_if(rule.begin(), rule.end(), isFit) == 1;
        return ofNumber(word, rule, value) || ofText(word, rule, value) ||
               ofList(word, rule, value, path) || ofObject(word, rule, schema, value, path);
    }

    static bool ofNumber(const std::string& word, const Json& rule, const Json& value) {
        if (word == "minimum")
            return !value.is_number() || value.get<double>() >= rule.get<double>();
        if (word == "exclusiveMinimum")
            return !value.is_number() || value.get<double>() > rule.get<double>();
        return word == "maximum" &&
               (!value.is_number() || value.get<double>() <= rule.get<double>());
    }

    /// By POSIX: GCC 12 warns inside std::regex where sanitizers are on. False for a broken
    /// pattern.
    static bool matches(const std::string& text, const std::string& pattern) {
        regex_t compiled;
        if (regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB) != 0)
            return false;
        const bool found = regexec(&compiled, text.c_str(), 0, nullptr, 0) == 0;
        regfree(&compiled);
        return found;
    }

    static bool ofText(const std::string& word, const Json& rule, const Json& value) {
        if (word == "minLength")
            return !value.is_string() || value.get<std::string>().size() >= rule.get<std::size_t>();
        return word == "pattern" &&
               (!value.is_string() || matches(value.get<std::string>(), rule.get<std::string>()));
    }

    bool ofList(const std::string& word, const Json& rule, const Json& value,
                const std::string& path) {
        if (word == "minItems")
            return !value.is_array() || value.size() >= rule.get<std::size_t>();
        if (word == "maxItems")
            return !value.is_array() || value.size() <= rule.get<std::size_t>();
        if (word != "items")
            return false;
        if (value.is_array())
            for (std::size_t i = 0; i < value.size(); ++i)
                if (!holds(rule, value[i], path + "[" + std::to_string(i) + "]"))
                    return false;
        return true;
    }

    bool ofObject(const std::string& word, const Json& rule, const Json& schema, const Json& value,
                  const std::string& path) {
        if (!value.is_object())
            return word == "required" || word == "properties" || word == "additionalProperties";
        if (word == "required")
            return std::all_of(rule.begin(), rule.end(), [&](const Json& name) {
                return value.contains(name.get<std::string>()) ||
                       fail(path, name.get<std::string>());
            });
        if (word == "properties") {
            for (const auto& [name, one] : rule.items())
                if (value.contains(name) && !holds(one, value[name], path + "." + name))
                    return false;
            return true;
        }
        if (word != "additionalProperties")
            return false;
        for (const auto& [name, one] : value.items())
            if (!schema["properties"].contains(name))
                return fail(path, name);
        return true;
    }

    const Json& m_root;
};

} // namespace terroir::testing
