#include "core/export/write_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <fstream>

namespace terroir::exporting {

void writeFile(const std::filesystem::path& file, std::string_view content) {
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(content.data(), std::streamsize(content.size()));
    stream.close();
    if (!stream)
        throw InputError(localText("Không ghi được '{}'; có phải ổ đĩa đã đầy?",
                                   "'{}' could not be written; is the disk full?", file.string()));
}

} // namespace terroir::exporting
