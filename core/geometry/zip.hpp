#pragma once

#include <string>
#include <string_view>

namespace terroir::geometry {

/// The bytes of a ZIP archive with one file of this name, compressed. Error when there is no memory
/// for it.
std::string zipOf(const std::string& name, std::string_view content);

} // namespace terroir::geometry
