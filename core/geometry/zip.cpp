#include "core/geometry/zip.hpp"

#include "core/base/error.hpp"
#include "core/geometry/gdal.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <memory>

namespace terroir::geometry {

std::string zipOf(const std::vector<ZipPart>& parts) {
    const QuietGdal errors;
    // In GDAL's memory, under a name that no other thread has.
    const std::string archive = fmt::format("/vsimem/terroir-{}.zip", fmt::ptr(&errors));
    bool isWritten = true;
    for (const ZipPart& part : parts) {
        VSILFILE* file = VSIFOpenL(fmt::format("/vsizip/{}/{}", archive, part.name).c_str(), "wb");
        isWritten = isWritten && file != nullptr;
        if (file == nullptr)
            continue;
        isWritten =
            VSIFWriteL(part.content.data(), 1, part.content.size(), file) == part.content.size() &&
            isWritten;
        isWritten = VSIFCloseL(file) == 0 && isWritten;
    }
    vsi_l_offset size = 0;
    const std::unique_ptr<GByte, decltype(&VSIFree)> bytes(
        VSIGetMemFileBuffer(archive.c_str(), &size, TRUE), &VSIFree);
    if (!isWritten || bytes == nullptr)
        throw Error(
            LocalText{"Không nén được tệp; hãy đóng bớt chương trình để có bộ nhớ.",
                      "The file cannot be compressed; close other programs to free memory."});
    return {reinterpret_cast<const char*>(bytes.get()), std::size_t(size)};
}

} // namespace terroir::geometry
