#include "core/export/write_file.hpp"

#include "core/base/output_place.hpp"

namespace terroir::exporting {

void writeFile(const std::filesystem::path& file, std::string_view content) {
    writeContent(file, content);
}

} // namespace terroir::exporting
