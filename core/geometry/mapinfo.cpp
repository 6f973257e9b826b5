#include "core/geometry/mapinfo.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <fstream>
#include <string>

namespace terroir::geometry {

OGRSpatialReference withMapInfoDatum(const OGRSpatialReference& reference) {
    OGRSpatialReference shifted = reference;
    double shift[7] = {};
    if (shifted.AddGuessedTOWGS84() == OGRERR_NONE && shifted.GetTOWGS84(shift, 7) == OGRERR_NONE) {
        // MapInfo turns the other way round. GDAL changes the sign of the scale, too, when it
        // writes, and not when it reads: here it is changed back.
        shifted.SetTOWGS84(shift[0], shift[1], shift[2], shift[3], shift[4], shift[5], -shift[6]);
    }
    return shifted;
}

// Version 1520 is the first that knows UTF-8 in a .mif; a .tab says it by its charset alone.
void declareUtf8(const std::filesystem::path& file) {
    const std::filesystem::path rewritten = file.string() + ".utf8";
    std::ifstream in(file, std::ios::binary);
    std::ofstream out(rewritten, std::ios::binary);
    std::string line;
    for (int number = 0; number < 8 && std::getline(in, line); ++number) {
        for (const auto& [from, to] : {std::pair<const char*, const char*>{"Neutral", "UTF-8"},
                                       {"Version 300", "Version 1520"}})
            if (const std::size_t at = line.find(from); at != std::string::npos)
                line.replace(at, std::string(from).size(), to);
        out << line << '\n';
    }
    if (in.good() && in.peek() != std::ifstream::traits_type::eof())
        out << in.rdbuf();
    out.close();
    std::error_code error;
    if (out)
        std::filesystem::rename(rewritten, file, error);
    if (!out || error)
        throw InputError(localText("Không ghi được '{}'; có phải ổ đĩa đã đầy?",
                                   "'{}' could not be written; is the disk full?", file.string()));
}

} // namespace terroir::geometry
