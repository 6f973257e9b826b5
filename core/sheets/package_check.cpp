#include "core/sheets/package_check.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_place.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <memory>
#include <string>
#include <system_error>

namespace terroir::sheets {

namespace {

std::string contentOf(const std::string& part) {
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file(VSIFOpenL(part.c_str(), "rb"),
                                                             VSIFCloseL);
    std::string content;
    char piece[16384];
    while (file != nullptr) {
        const std::size_t count = VSIFReadL(piece, 1, sizeof(piece), file.get());
        content.append(piece, count);
        if (count < sizeof(piece))
            break;
    }
    return content;
}

bool isWhole(const std::string& xml) {
    const std::size_t declared = xml.starts_with("<?") ? xml.find("?>") : 0;
    const std::size_t root = declared == std::string::npos ? declared : xml.find('<', declared);
    const std::size_t last = xml.find_last_not_of("\r\n");
    if (root == std::string::npos)
        return false;
    const std::string name = xml.substr(root + 1, xml.find_first_of(" />\r\n", root) - root - 1);
    const std::string end = "</" + name + ">";
    if (last == std::string::npos || last + 1 < end.size())
        return false;
    return xml.compare(last + 1 - end.size(), end.size(), end) == 0 ||
           (xml.compare(last - 1, 2, "/>") == 0 && xml.find('<', root + 1) == std::string::npos);
}

} // namespace

bool isWholePackage(const std::filesystem::path& file) {
    const std::string folder = "/vsizip/" + file.string();
    const CPLStringList parts(VSIReadDirRecursive(folder.c_str()));
    for (int i = 0; i < parts.Count(); ++i) {
        const std::string part = parts[i];
        if (!part.ends_with('/') && !isWhole(contentOf(folder + "/" + part)))
            return false;
    }
    return parts.Count() > 0;
}

void failWriting(const std::filesystem::path& file, const std::string& reason) {
    std::error_code failed;
    const std::filesystem::path temporary = std::filesystem::temp_directory_path(failed);
    HeldFolder folder; // libxlsxwriter keeps the sheets in files there until it packs them
    const bool isMade = !failed && folder.make(temporary, "terroir-xlsx-") == 0;
    const LocalText said = {reason, reason};
    const LocalText why =
        writingProblem(file, isMade ? writingProblem(folder.path() / "x", said) : said);
    throw InputError(
        localText("Không ghi được '{}' ({}); hãy kiểm tra chỗ trống trên đĩa và quyền ghi.",
                  "'{}' cannot be written ({}); check the space on the disk and the permissions.",
                  file.string(), why));
}

} // namespace terroir::sheets
