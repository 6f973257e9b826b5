#include "core/theme/json_node.hpp"

#include "core/base/error.hpp"
#include "core/base/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::theme {

namespace {

/// The value as it is written, cut when it is long.
std::string shown(const nlohmann::json& value) {
    std::string text = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return text.size() <= 60 ? text : text.substr(0, text.find_last_of(" ,", 57) + 1) + "…";
}

} // namespace

void JsonNode::fail(std::string_view sentence) const {
    if (m_path.empty())
        throw InputError(fmt::format("{}: {}", *m_file, sentence));
    throw InputError(fmt::format("{}, {}: {}", *m_file, m_path, sentence));
}

void JsonNode::allowMembers(std::span<const std::string> names) const {
    if (!m_value->is_object())
        fail(fmt::format("{} is not an object. Write {{…}} with {}.", shown(*m_value),
                         fmt::join(names, ", ")));
    for (const auto& [name, value] : m_value->items())
        if (std::find(names.begin(), names.end(), name) == names.end())
            fail(fmt::format("There is no member '{}' here. {}The members are {}.", name,
                             suggestion(name, names), fmt::join(names, ", ")));
}

bool JsonNode::has(const std::string& name) const {
    return m_value->contains(name);
}

std::optional<JsonNode> JsonNode::find(const std::string& name) const {
    const auto found = m_value->find(name);
    if (found == m_value->end())
        return std::nullopt;
    return JsonNode(*found, *m_file, m_path.empty() ? name : m_path + "." + name);
}

JsonNode JsonNode::member(const std::string& name) const {
    if (const auto found = find(name))
        return *found;
    fail(fmt::format("The member '{}' is missing. Add it.", name));
}

std::vector<JsonNode> JsonNode::items() const {
    if (!m_value->is_array() || m_value->empty())
        fail(fmt::format("{} is not a list. Write at least one value in [ ].", shown(*m_value)));
    std::vector<JsonNode> nodes;
    for (std::size_t i = 0; i < m_value->size(); ++i)
        nodes.emplace_back((*m_value)[i], *m_file, fmt::format("{}[{}]", m_path, i));
    return nodes;
}

bool JsonNode::isNull() const {
    return m_value->is_null();
}

std::string JsonNode::text() const {
    if (!m_value->is_string() || m_value->get_ref<const std::string&>().empty())
        fail(fmt::format("{} is not a text. Write it in quotation marks.", shown(*m_value)));
    return m_value->get<std::string>();
}

bool JsonNode::truth() const {
    if (!m_value->is_boolean())
        fail(fmt::format("{} is neither true nor false. Write one of the two, without quotation "
                         "marks.",
                         shown(*m_value)));
    return m_value->get<bool>();
}

double JsonNode::number() const {
    if (!m_value->is_number())
        fail(fmt::format("{} is not a number. Write digits without quotation marks, with a decimal "
                         "point.",
                         shown(*m_value)));
    return m_value->get<double>();
}

std::size_t JsonNode::whole(std::size_t least, std::size_t most) const {
    if (!m_value->is_number_unsigned() || m_value->get<std::size_t>() < least ||
        m_value->get<std::size_t>() > most)
        fail(fmt::format("{} is not a whole number from {} to {}. Change it to one.",
                         shown(*m_value), least, most));
    return m_value->get<std::size_t>();
}

LocalText JsonNode::localText() const {
    if (m_value->is_string())
        return {text(), text()};
    static const std::vector<std::string> languages{"vi", "en"};
    allowMembers(languages);
    return {member("vi").text(), member("en").text()};
}

std::string JsonNode::oneOf(std::span<const std::string> options, std::string_view what) const {
    const std::string value = text();
    if (std::find(options.begin(), options.end(), value) != options.end())
        return value;
    std::string near = suggestion(value, options);
    if (options.size() <= 20 || near.empty())
        near += fmt::format("Use one of {}.", fmt::join(options, ", "));
    while (near.ends_with(' '))
        near.pop_back();
    fail(fmt::format("There is no {} '{}'. {}", what, value, near));
}

} // namespace terroir::theme
