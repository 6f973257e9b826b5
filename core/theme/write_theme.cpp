#include "core/theme/write_theme.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme_document.hpp"

#include <algorithm>
#include <system_error>

namespace terroir::theme {

namespace {

constexpr std::size_t widestLine = 100;
constexpr std::size_t indentStep = 2;

std::string onOneLine(const Json& json) {
    if (!json.is_structured())
        return json.dump();
    std::string text;
    for (const auto& [name, value] : json.items())
        text += (text.empty() ? "" : ", ") + (json.is_object() ? Json(name).dump() + ": " : "") +
                onOneLine(value);
    return json.is_object() ? "{" + text + "}" : "[" + text + "]";
}

std::size_t letters(const std::string& utf8) {
    return std::size_t(std::count_if(utf8.begin(), utf8.end(),
                                     [](char c) { return (c & 0xC0) != 0x80; })); // not inside one
}

/// Lists of things (layers, series, values) and each of the things have lines of their own.
bool holdsObjects(const Json& json) {
    return json.is_array() &&
           std::any_of(json.begin(), json.end(), [](const Json& one) { return one.is_object(); });
}

enum class Lines { One, Several };

/// `used`: what stands before it on its first line.
void write(std::string& out, const Json& json, std::size_t indent, std::size_t used, Lines lines) {
    const std::string line = onOneLine(json);
    const bool fits = used + letters(line) + 1 <= widestLine; // and a comma
    if (!json.is_structured() || json.empty() ||
        (fits && lines == Lines::One && !holdsObjects(json))) {
        out += line;
        return;
    }
    const std::string margin(indent + indentStep, ' ');
    out += json.is_object() ? "{" : "[";
    bool first = true;
    for (const auto& [name, value] : json.items()) {
        out += (first ? "\n" : ",\n") + margin;
        first = false;
        const std::string key = json.is_object() ? Json(name).dump() + ": " : std::string();
        out += key;
        write(out, value, indent + indentStep, margin.size() + letters(key),
              json.is_array() && value.is_object() ? Lines::Several : Lines::One);
    }
    out += "\n" + std::string(indent, ' ') + (json.is_object() ? "}" : "]");
}

} // namespace

std::string toJson(const Theme& theme) {
    std::string text;
    write(text, toDocument(theme), 0, 0, Lines::Several);
    return text + "\n";
}

void writeTheme(const Theme& theme, const std::filesystem::path& file, Overwrite overwrite) {
    const std::string json = toJson(theme);
    parseTheme(json, file); // what cannot be read again must not be written
    std::error_code failed;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path(), failed);
    if (failed)
        throw InputError(localText("Không tạo được thư mục '{}' ({}); hãy chọn thư mục khác.",
                                   "The folder '{}' cannot be made ({}); choose another folder.",
                                   file.parent_path().string(), failed.message()));
    OutputFile(file, overwrite).write(json);
}

} // namespace terroir::theme
