#include "plugin/paint/png_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <new>
#include <thread>
#include <vector>

// PNG: W3C recommendation "Portable Network Graphics (PNG) Specification", second edition (2003).
// Bands of one zlib stream: each ends at a byte border (Z_SYNC_FLUSH), the last with Z_FINISH.

namespace terroir::paint {

namespace {

constexpr int bandRows = 96;
constexpr int compressionLevel = 2;

struct Band {
    std::vector<unsigned char> deflated;
    unsigned long adler = 1;
    long bytes = 0; ///< before compression
    bool done = false;
};

/// Scanlines of some rows as they are stored: a filter type (none), then RGB.
std::vector<unsigned char> scanlines(const QImage& image, int from, int to) {
    const int width = image.width();
    std::vector<unsigned char> bytes(static_cast<std::size_t>(to - from) * (3 * width + 1));
    unsigned char* out = bytes.data();
    for (int y = from; y < to; ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        *out++ = 0;
        for (int x = 0; x < width; ++x) {
            *out++ = static_cast<unsigned char>(qRed(row[x]));
            *out++ = static_cast<unsigned char>(qGreen(row[x]));
            *out++ = static_cast<unsigned char>(qBlue(row[x]));
        }
    }
    return bytes;
}

Band compressBand(const QImage& image, int from, int to) {
    const std::vector<unsigned char> raw = scanlines(image, from, to);
    Band band;
    band.bytes = static_cast<long>(raw.size());
    band.adler = adler32(1, raw.data(), static_cast<uInt>(raw.size()));

    z_stream stream{};
    if (deflateInit2(&stream, compressionLevel, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return band;
    band.deflated.resize(deflateBound(&stream, static_cast<uLong>(raw.size())) + 16);
    stream.next_in = const_cast<unsigned char*>(raw.data()); // zlib's old signature; not written to
    stream.avail_in = static_cast<uInt>(raw.size());
    stream.next_out = band.deflated.data();
    stream.avail_out = static_cast<uInt>(band.deflated.size());
    const bool last = to == image.height();
    const int result = deflate(&stream, last ? Z_FINISH : Z_SYNC_FLUSH);
    band.done = result == (last ? Z_STREAM_END : Z_OK) && stream.avail_in == 0;
    band.deflated.resize(stream.total_out);
    band.deflated.shrink_to_fit();
    deflateEnd(&stream);
    return band;
}

std::vector<Band> compressBands(const QImage& image) {
    std::vector<Band> bands(static_cast<std::size_t>((image.height() + bandRows - 1) / bandRows));
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < bands.size(); i = next++) {
            const int from = static_cast<int>(i) * bandRows;
            try {
                bands[i] = compressBand(image, from, std::min(from + bandRows, image.height()));
            } catch (const std::bad_alloc&) {
                return; // the band is not done, which is said below
            }
        }
    };
    std::vector<std::jthread> helpers;
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t i = 1; i < std::min(processors, bands.size()); ++i)
        helpers.emplace_back(work);
    work();
    helpers.clear();
    return bands;
}

void appendNumber(QByteArray& out, unsigned long value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out.append(static_cast<char>(value >> shift & 0xff));
}

void appendChunk(QByteArray& out, const char* type, const QByteArray& content) {
    appendNumber(out, static_cast<unsigned long>(content.size()));
    const qsizetype start = out.size();
    out.append(type, 4);
    out.append(content);
    const auto* bytes = reinterpret_cast<const unsigned char*>(out.constData() + start);
    appendNumber(out, crc32(0, bytes, static_cast<uInt>(out.size() - start)));
}

QByteArray header(const QImage& image) {
    QByteArray content;
    appendNumber(content, static_cast<unsigned long>(image.width()));
    appendNumber(content, static_cast<unsigned long>(image.height()));
    content.append("\x08\x02\x00\x00\x00",
                   5); // 8 bits, RGB, deflate, adaptive filter, no interlace
    return content;
}

QByteArray resolution(double dpi) {
    QByteArray content;
    const auto dotsPerMetre = static_cast<unsigned long>(std::lround(dpi / 0.0254));
    appendNumber(content, dotsPerMetre);
    appendNumber(content, dotsPerMetre);
    content.append('\x01'); // unit: metre
    return content;
}

/// An iTXt chunk: keyword, no compression, no language tag, UTF-8.
QByteArray titleText(const std::string& title) {
    QByteArray content("Title\0\0\0\0\0", 10);
    content.append(title.data(), static_cast<qsizetype>(title.size()));
    return content;
}

} // namespace

QByteArray encodePng(const QImage& image, double dpi, const std::string& title) {
    const std::vector<Band> bands = compressBands(image);
    QByteArray stream("\x78\x01", 2);
    unsigned long adler = 1;
    for (const Band& band : bands) {
        if (!band.done)
            throw InputError(localText(
                "Không nén được ảnh vì hết bộ nhớ; hãy chọn ảnh nhỏ hơn.",
                "The picture could not be compressed because memory ran out; make a smaller one."));
        stream.append(reinterpret_cast<const char*>(band.deflated.data()),
                      static_cast<qsizetype>(band.deflated.size()));
        adler = adler32_combine(adler, band.adler, band.bytes);
    }
    appendNumber(stream, adler);

    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    appendChunk(png, "IHDR", header(image));
    appendChunk(png, "pHYs", resolution(dpi));
    if (!title.empty())
        appendChunk(png, "iTXt", titleText(title));
    appendChunk(png, "IDAT", stream);
    appendChunk(png, "IEND", {});
    return png;
}

} // namespace terroir::paint
