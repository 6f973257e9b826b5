#include "plugin/cli/table_input.hpp"

#include "core/base/strings.hpp"
#include "core/sheets/table.hpp"
#include "plugin/cli/chunked_csv.hpp"

#include <algorithm>
#include <filesystem>

namespace terroir::cli {

namespace {

bool isSheet(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return isAnyOf(extension, {".xlsx", ".xls", ".ods", ".dbf", ".docx", ".odt", ".html", ".htm"});
}

} // namespace

void forEachPiece(const Context& context, const std::string& file,
                  const std::function<void(const TextTable&)>& take) {
    if (isSheet(file))
        return take(sheets::readTable(file));
    ChunkedCsv chunks(file);
    const Progress progress = context.progress();
    for (TextTable table; chunks.next(table);) {
        take(table);
        if (progress && chunks.bytesInAll() > 0)
            progress(double(chunks.bytesRead()) / double(chunks.bytesInAll()), {});
    }
}

} // namespace terroir::cli
