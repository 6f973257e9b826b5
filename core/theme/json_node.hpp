#pragma once

#include "core/base/language.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// A value of a JSON file with the way to it, "layers[0].series[1].measure", so that every refusal
/// says where it is. Strict: the accessors throw InputError for a value of another type. The file
/// name and the document must outlive it.
class JsonNode {
public:
    JsonNode(const nlohmann::json& value, const std::string& file, std::string path = {})
        : m_value(&value), m_file(&file), m_path(std::move(path)) {}

    /// Throws InputError "FILE, PATH: SENTENCE".
    [[noreturn]] void fail(const LocalText& sentence) const;

    /// Refuses members that are not in the list, naming the nearest that is.
    void allowMembers(std::span<const std::string> names) const;
    bool has(const std::string& name) const;
    std::optional<JsonNode> find(const std::string& name) const;
    /// find(), or a refusal that says which member is missing.
    JsonNode member(const std::string& name) const;
    std::vector<JsonNode> items() const; ///< of an array that is not empty

    const std::string& file() const { return *m_file; }
    bool isNull() const;
    bool isText() const;
    std::string text() const; ///< not empty
    bool truth() const;
    double number() const;
    /// A whole number in a range.
    std::size_t whole(std::size_t least, std::size_t most) const;
    /// {"vi": …, "en": …}, or one text for both.
    LocalText localText() const;
    /// A text that must be one of the options; refused with the nearest and, when they are few, all
    /// of them. `what` names them: "kind of record".
    std::string oneOf(std::span<const std::string> options, const LocalText& what) const;

private:
    const nlohmann::json* m_value;
    const std::string* m_file;
    std::string m_path;
};

} // namespace terroir::theme
