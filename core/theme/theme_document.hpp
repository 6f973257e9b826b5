#pragma once

#include "core/theme/json_members.hpp"
#include "core/theme/theme.hpp"

#include <filesystem>

namespace terroir::theme {

/// A theme from the object of its file, which `node` is. InputError says what is wrong where.
Theme readDocument(const JsonNode& node, const std::filesystem::path& file);

/// The object that readDocument() reads. UsageError for days that are not whole years.
Json toDocument(const Theme& theme);

} // namespace terroir::theme
