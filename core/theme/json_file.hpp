#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <filesystem>
#include <string>

namespace terroir::theme {

/// A file that a person writes has some kilobytes.
inline constexpr std::size_t maxJsonBytes = std::size_t(1) << 20U;

/// The document of a JSON file of somebody else. InputError with the file and the line for what is
/// no JSON, for numbers that no computer holds, and for brackets deeper than any such file has: its
/// values are walked by recursion.
nlohmann::json parseJson(const std::string& json, const std::filesystem::path& file);

} // namespace terroir::theme
