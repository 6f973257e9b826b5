#include "core/theme/json_node.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
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

void JsonNode::fail(const LocalText& sentence) const {
    if (m_path.empty())
        throw InputError(terroir::localText("{}: {}", "{}: {}", *m_file, sentence));
    throw InputError(terroir::localText("{}, {}: {}", "{}, {}: {}", *m_file, m_path, sentence));
}

void JsonNode::allowMembers(std::span<const std::string> names) const {
    if (!m_value->is_object())
        fail(terroir::localText("{} không phải là một đối tượng. Hãy viết {{…}} với {}.",
                                "{} is not an object. Write {{…}} with {}.", shown(*m_value),
                                fmt::join(names, ", ")));
    for (const auto& [name, value] : m_value->items())
        if (std::find(names.begin(), names.end(), name) == names.end())
            fail(unknownWord(terroir::localText("Ở đây không có mục '{}'.",
                                                "There is no member '{}' here.", name),
                             name, terroir::localText("Các mục là", "The members are"), names));
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
    fail(terroir::localText("Thiếu mục '{}'. Hãy thêm vào.", "The member '{}' is missing. Add it.",
                            name));
}

std::vector<JsonNode> JsonNode::items() const {
    if (!m_value->is_array() || m_value->empty())
        fail(terroir::localText(
            "{} không phải là danh sách. Hãy viết ít nhất một giá trị trong [ ].",
            "{} is not a list. Write at least one value in [ ].", shown(*m_value)));
    std::vector<JsonNode> nodes;
    for (std::size_t i = 0; i < m_value->size(); ++i)
        nodes.emplace_back((*m_value)[i], *m_file, fmt::format("{}[{}]", m_path, i));
    return nodes;
}

bool JsonNode::isNull() const {
    return m_value->is_null();
}

bool JsonNode::isText() const {
    return m_value->is_string();
}

std::string JsonNode::text() const {
    if (!m_value->is_string() || m_value->get_ref<const std::string&>().empty())
        fail(terroir::localText("{} không phải là văn bản. Hãy viết trong dấu ngoặc kép.",
                                "{} is not a text. Write it in quotation marks.", shown(*m_value)));
    return m_value->get<std::string>();
}

bool JsonNode::truth() const {
    if (!m_value->is_boolean())
        fail(terroir::localText(
            "{} không phải là true hay false. Hãy viết một trong hai, không có dấu ngoặc kép.",
            "{} is neither true nor false. Write one of the two, without quotation marks.",
            shown(*m_value)));
    return m_value->get<bool>();
}

double JsonNode::number() const {
    if (!m_value->is_number())
        fail(terroir::localText(
            "{} không phải là số. Hãy viết chữ số không có dấu ngoặc kép, dùng dấu chấm thập phân.",
            "{} is not a number. Write digits without quotation marks, with a decimal point.",
            shown(*m_value)));
    return m_value->get<double>();
}

std::size_t JsonNode::whole(std::size_t least, std::size_t most) const {
    if (!m_value->is_number_unsigned() || m_value->get<std::size_t>() < least ||
        m_value->get<std::size_t>() > most)
        fail(terroir::localText("{} không phải là số nguyên từ {} đến {}. Hãy sửa lại.",
                                "{} is not a whole number from {} to {}. Change it to one.",
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

std::string JsonNode::oneOf(std::span<const std::string> options, const LocalText& what) const {
    const std::string value = text();
    if (std::find(options.begin(), options.end(), value) != options.end())
        return value;
    constexpr std::size_t longestList = 20;
    const LocalText near = suggestion(value, options);
    LocalText advice = near;
    if (options.size() <= longestList || near == LocalText())
        advice = terroir::localText("{}Hãy dùng một trong các từ: {}.", "{}Use one of {}.", near,
                                    fmt::join(options, ", "));
    for (std::string* one : {&advice.vi, &advice.en})
        while (one->ends_with(' '))
            one->pop_back();
    fail(
        terroir::localText("Không có {} '{}'. {}", "There is no {} '{}'. {}", what, value, advice));
}

} // namespace terroir::theme
