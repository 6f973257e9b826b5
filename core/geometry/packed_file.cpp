#include "core/geometry/packed_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace terroir::geometry {

namespace {

/// What GDAL would print is told by who reads the file.
class Quiet {
public:
    Quiet() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~Quiet() {
        CPLPopErrorHandler();
        CPLErrorReset();
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
};

using Vsi = std::unique_ptr<VSILFILE, int (*)(VSILFILE*)>;

Vsi opened(const std::string& path) {
    return {VSIFOpenL(path.c_str(), "rb"), VSIFCloseL};
}

[[noreturn]] void failSize(const std::string& shown) {
    throw InputError(localText("'{}' giải nén ra hơn {} MB; hãy giải nén rồi chia thành nhiều tệp.",
                               "'{}' is more than {} MB when unpacked; unpack it and split it into "
                               "several files.",
                               shown, maxUnpackedBytes >> 20));
}

/// As the end of a ZIP says: what GDAL would go through, one after the other. 0 for what is none.
std::size_t countedParts(const std::string& path) {
    constexpr std::size_t endBytes = 22, longestRemark = 0xffff;
    const Vsi file = opened(path);
    if (!file || VSIFSeekL(file.get(), 0, SEEK_END) != 0)
        return 0;
    const vsi_l_offset size = VSIFTellL(file.get());
    std::string end(std::min<vsi_l_offset>(size, endBytes + longestRemark), '\0');
    VSIFSeekL(file.get(), size - end.size(), SEEK_SET);
    end.resize(VSIFReadL(end.data(), 1, end.size(), file.get()));
    const std::size_t at = end.rfind("PK\x05\x06");
    if (at == std::string::npos || at + endBytes > end.size())
        return 0;
    return static_cast<unsigned char>(end[at + 10]) |
           std::size_t(static_cast<unsigned char>(end[at + 11])) << 8;
}

enum class Packing { None, Zip, Gzip };

/// As GDAL takes it: what begins like a ZIP, and what has the name and the end of one.
Packing packingOf(const std::string& path) {
    char start[4] = {};
    const Vsi file = opened(path);
    const std::string_view read(start, file ? VSIFReadL(start, 1, sizeof start, file.get()) : 0);
    if (read.starts_with("\x1f\x8b"))
        return Packing::Gzip;
    const char* const extension = CPLGetExtension(path.c_str());
    const bool isNamedSo =
        EQUAL(extension, "zip") || EQUAL(extension, "kmz") || EQUAL(extension, "shz");
    return read.starts_with("PK") || (isNamedSo && countedParts(path) > 0) ? Packing::Zip
                                                                           : Packing::None;
}

struct Part {
    std::string path;
    std::size_t bytes;
};

std::vector<Part> partsOf(const std::string& path, const std::string& shown) {
    if (const std::size_t count = countedParts(path); count > maxParts)
        throw InputError(
            localText("'{}' gói hơn {} tệp; hãy giải nén rồi chỉ dùng những tệp cần.",
                      "'{}' packs more than {} files; unpack it and give those that are needed.",
                      shown, maxParts));
    const std::string root = "/vsizip/{" + path + "}";
    std::vector<Part> parts;
    std::size_t left = maxUnpackedBytes;
    const std::unique_ptr<VSIDIR, void (*)(VSIDIR*)> folder(VSIOpenDir(root.c_str(), -1, nullptr),
                                                            VSICloseDir);
    if (!folder)
        throw InputError(localText("Không mở được tệp nén '{}'; hãy giải nén rồi dùng các tệp bên "
                                   "trong.",
                                   "The archive '{}' cannot be opened; unpack it and give the "
                                   "files in it.",
                                   shown));
    while (const VSIDIREntry* entry = VSIGetNextDirEntry(folder.get())) {
        if (VSI_ISDIR(entry->nMode))
            continue;
        if (entry->nSize > left)
            failSize(shown);
        left -= std::size_t(entry->nSize);
        parts.push_back({root + "/" + entry->pszName, std::size_t(entry->nSize)});
    }
    return parts;
}

/// How many bytes come out, up to one more than `most`.
std::size_t unpackedBytes(const std::string& path, std::size_t most) {
    const Vsi file = opened(path);
    std::vector<char> piece(1 << 20);
    std::size_t all = 0;
    while (file && all <= most) {
        const std::size_t got = VSIFReadL(piece.data(), 1, piece.size(), file.get());
        all += got;
        if (got < piece.size())
            break;
    }
    return all;
}

} // namespace

void requireBearableDirectory(const std::filesystem::path& file, const std::string& shown) {
    const Quiet quiet;
    if (packingOf(file.string()) == Packing::Zip)
        partsOf(file.string(), shown);
}

void requireBearable(const std::filesystem::path& file) {
    const Quiet quiet;
    const std::string path = file.string();
    const Packing packing = packingOf(path);
    if (packing == Packing::Gzip &&
        unpackedBytes("/vsigzip/" + path, maxUnpackedBytes) > maxUnpackedBytes)
        failSize(path);
    if (packing != Packing::Zip)
        return;
    for (const Part& part : partsOf(path, path))
        if (unpackedBytes(part.path, part.bytes) > part.bytes)
            throw InputError(localText("'{}' bị hỏng: phần '{}' dài hơn mục lục của tệp nén ghi; "
                                       "hãy nén lại hoặc chép lại từ bản gốc.",
                                       "'{}' is damaged: its part '{}' is longer than the "
                                       "directory of the archive says; pack it again or copy it "
                                       "anew.",
                                       path, part.path.substr(part.path.rfind('}') + 2)));
}

} // namespace terroir::geometry
