#include "core/sheets/package.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/gdal.hpp"
#include "core/sheets/limits.hpp"
#include "core/sheets/refusal.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <atomic>
#include <fstream>
#include <memory>
#include <system_error>

namespace terroir::sheets {

namespace {

struct CloseVsi {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

[[noreturn]] void failPart(const std::string& file, const std::string& part) {
    failDamaged(file, localText("không đọc được phần '{}'", "the part '{}' cannot be read", part));
}

} // namespace

Package::Package(const std::filesystem::path& file) : m_file(file.string()) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!error && size > maxUnpackedBytes)
        failTooLarge(m_file, 0,
                     localText("lớn hơn {} MB", "larger than {} MB", maxUnpackedBytes >> 20));
    static std::atomic<unsigned> count = 0;
    m_copy = fmt::format("/vsimem/terroir_package_{}", ++count);
    const geometry::QuietGdal gdal;
    if (error || CPLCopyFile(m_copy.c_str(), m_file.c_str()) != 0) {
        VSIUnlink(m_copy.c_str());
        failDamaged(m_file, localText("không đọc được hết", "reading breaks off"));
    }
    try {
        geometry::requireBearableDirectory(m_copy, m_file);
    } catch (const InputError&) {
        VSIUnlink(m_copy.c_str());
        throw;
    }
}

Package::~Package() {
    VSIUnlink(m_copy.c_str());
}

std::string Package::pathOf(const std::string& part) const {
    return "/vsizip/{" + m_copy + "}/" + part;
}

bool Package::has(const std::string& part) const {
    const geometry::QuietGdal gdal;
    VSIStatBufL status;
    return VSIStatL(pathOf(part).c_str(), &status) == 0 && VSI_ISREG(status.st_mode);
}

void Package::read(const std::string& part, const std::function<void(const ByteSource&)>& take) {
    const geometry::QuietGdal gdal;
    const std::string path = pathOf(part);
    VSIStatBufL status;
    if (VSIStatL(path.c_str(), &status) != 0)
        failDamaged(m_file, localText("thiếu phần '{}'", "the part '{}' is missing", part));
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > maxUnpackedBytes - m_read)
        failTooLarge(m_file, 0,
                     localText("giải nén ra hơn {} MB", "more than {} MB when unpacked",
                               maxUnpackedBytes >> 20));
    m_read += size;
    const std::unique_ptr<VSILFILE, CloseVsi> stream(VSIFOpenL(path.c_str(), "rb"));
    if (!stream)
        failPart(m_file, part);
    std::size_t left = size;
    take([&](char* into, std::size_t most) {
        const std::size_t got = VSIFReadL(into, 1, most, stream.get());
        if (got > left || (got == 0 && left > 0))
            failPart(m_file, part); // more or less than the packing says
        left -= got;
        return got;
    });
    // Reading to the end makes GDAL compare the checksum.
    char more = 0;
    if (left != 0 || VSIFReadL(&more, 1, 1, stream.get()) != 0 || !gdal.failure().empty())
        failPart(m_file, part);
}

std::string mediaTypeOf(Package& package) {
    std::string type;
    if (package.has("mimetype"))
        package.read("mimetype", [&](const ByteSource& source) {
            char bytes[128];
            type.assign(bytes, source(bytes, sizeof bytes));
        });
    return type;
}

void readBytes(const std::filesystem::path& file,
               const std::function<void(const ByteSource&)>& take) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        failDamaged(file.string(), localText("không mở được", "it cannot be opened"));
    take([&](char* into, std::size_t most) {
        stream.read(into, std::streamsize(most));
        if (stream.bad())
            failDamaged(file.string(), localText("không đọc được hết", "reading breaks off"));
        return std::size_t(stream.gcount());
    });
}

} // namespace terroir::sheets
