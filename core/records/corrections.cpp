#include "core/records/corrections.hpp"

#include <fmt/format.h>

#include <charconv>

namespace terroir::records {

std::string RowName::toString() const {
    return fmt::format("{}{}{}{}{}", sheet, sheet.empty() ? "" : "!", line, part.empty() ? "" : "/",
                       part);
}

std::optional<RowName> parseRowName(std::string_view text) {
    RowName name;
    // The name of a sheet may hold the sign itself.
    if (const std::size_t sign = text.rfind('!'); sign != std::string_view::npos) {
        name.sheet = text.substr(0, sign);
        text.remove_prefix(sign + 1);
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), name.line);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (error != std::errc() || name.line == 0)
        return std::nullopt;
    if (text.starts_with('/'))
        name.part = text.substr(1);
    return text.empty() || !name.part.empty() ? std::optional(name) : std::nullopt;
}

} // namespace terroir::records
