#include "plugin/paint/render_file.hpp"

#include "core/base/error.hpp"
#include "core/base/large_memory.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/output_place.hpp"
#include "core/geometry/geo_picture.hpp"
#include "plugin/paint/geo_pdf.hpp"
#include "plugin/paint/png_file.hpp"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cctype>
#include <cmath>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace terroir::paint {

namespace fs = std::filesystem;

namespace {

constexpr double mmPerInch = 25.4;
constexpr int maxSide = 32767; // of a picture that QPainter can paint
constexpr int pdfDotsPerInch = 1200;
constexpr int svgUnitsPerMm = 100; // QSvgGenerator takes its size in whole units

[[noreturn]] void throwUnpaintable(const fs::path& file) {
    throw InputError(localText("Không vẽ được '{}'; máy có đủ bộ nhớ không?",
                               "'{}' could not be painted; is there enough memory?",
                               file.string()));
}

/// Paints the scene and calls with the picture.
template <typename Use>
void paintPixels(const map::Scene& scene, const plugin::Painter& painter, double dpi,
                 const fs::path& file, const Use& use) {
    const long width = std::lround(scene.widthMm / mmPerInch * dpi);
    const long height = std::lround(scene.heightMm / mmPerInch * dpi);
    if (width < 1 || height < 1 || width > maxSide || height > maxSide)
        throw UsageError(
            localText("Không tạo được ảnh {}x{} điểm; hãy chọn khổ giấy và --dpi sao cho mỗi cạnh "
                      "có từ 1 đến {} điểm.",
                      "A picture of {}x{} pixels cannot be made; choose a paper size and --dpi "
                      "that give 1 to {} pixels a side.",
                      width, height, maxSide));
    const long bytesPerLine = 4 * width;
    std::unique_ptr<void, decltype(&freeLarge)> pixels(nullptr, &freeLarge);
    try {
        pixels.reset(allocateLarge(static_cast<std::size_t>(bytesPerLine * height)));
    } catch (const std::bad_alloc&) {
        throw InputError(
            localText("Không đủ bộ nhớ cho ảnh {}x{} điểm; hãy giảm --dpi hoặc ghi ra PDF.",
                      "There is not enough memory for a picture of {}x{} pixels; choose a lower "
                      "--dpi or write a PDF.",
                      width, height));
    }
    QImage image(static_cast<uchar*>(pixels.get()), static_cast<int>(width),
                 static_cast<int>(height), bytesPerLine, QImage::Format_RGB32);
    if (image.isNull())
        throwUnpaintable(file);
    image.fill(Qt::white);
    QPainter canvas(&image);
    // Alike in x and y, to the last bit: else Qt strokes lines the slow way, five times as long.
    canvas.scale(dpi / mmPerInch, dpi / mmPerInch);
    painter.paint(scene, canvas);
    if (!canvas.end())
        throwUnpaintable(file);
    use(image);
}

geometry::PicturePlace placeOf(const map::Scene& scene, double dpi) {
    if (scene.grounds.empty())
        return {};
    const map::GroundFrame& ground = scene.grounds.front();
    const geometry::Point corner = ground.toGround({0, 0});
    return {ground.crs, corner.x, corner.y, ground.metresPerMm * mmPerInch / dpi};
}

void paintTif(const map::Scene& scene, const plugin::Painter& painter, double dpi,
              const fs::path& file) {
    paintPixels(scene, painter, dpi, file, [&](QImage& image) {
        geometry::writeGeoTiff({image.bits(), image.width(), image.height(), image.bytesPerLine()},
                               placeOf(scene, dpi), dpi, file);
    });
}

QByteArray paintPdf(const map::Scene& scene, const plugin::Painter& painter, const fs::path& file) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfDotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(scene.widthMm, scene.heightMm), QPageSize::Millimeter,
                                 QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(), QPageLayout::Millimeter);
    writer.setTitle(QString::fromStdString(scene.title));
    writer.setCreator(QStringLiteral("terroir"));
    QPainter canvas;
    if (!canvas.begin(&writer))
        throwUnpaintable(file);
    canvas.scale(pdfDotsPerInch / mmPerInch, pdfDotsPerInch / mmPerInch);
    painter.paint(scene, canvas);
    if (!canvas.end())
        throwUnpaintable(file);
    if (scene.grounds.empty())
        return buffer.data();
    const QByteArray& bytes = buffer.data();
    return QByteArray::fromStdString(withGround({bytes.data(), std::size_t(bytes.size())}, scene));
}

/// As text of XML: QSvgGenerator writes a title as it is.
QString plainXml(const std::string& text) {
    QString plain = QString::fromStdString(text);
    plain.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return plain.toHtmlEscaped();
}

QByteArray paintSvg(const map::Scene& scene, const plugin::Painter& painter, const fs::path& file) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(plainXml(scene.title));
    generator.setDescription(QString());
    generator.setResolution(static_cast<int>(std::lround(svgUnitsPerMm * mmPerInch)));
    generator.setSize(QSize(static_cast<int>(std::lround(scene.widthMm * svgUnitsPerMm)),
                            static_cast<int>(std::lround(scene.heightMm * svgUnitsPerMm))));
    generator.setViewBox(QRectF(0, 0, scene.widthMm, scene.heightMm));
    QPainter canvas;
    if (!canvas.begin(&generator))
        throwUnpaintable(file);
    painter.paint(scene, canvas);
    if (!canvas.end())
        throwUnpaintable(file);
    return buffer.data();
}

void writeBytes(const QByteArray& bytes, const fs::path& file) {
    writeContent(file, {bytes.data(), std::size_t(bytes.size())});
}

} // namespace

ImageFormat imageFormatOf(const fs::path& file) {
    std::string extension = file.extension().string();
    for (char& c : extension)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (extension == ".png")
        return ImageFormat::Png;
    if (extension == ".pdf")
        return ImageFormat::Pdf;
    if (extension == ".svg")
        return ImageFormat::Svg;
    if (extension == ".tif" || extension == ".tiff")
        return ImageFormat::Tif;
    static const std::vector<std::string> known = {".png", ".pdf", ".svg", ".tif"};
    throw UsageError(localText(
        "Đuôi của '{}' không phải là một định dạng bản đồ. {}Hãy cho tệp có đuôi .png, .pdf, .svg "
        "hoặc .tif.",
        "'{}' does not end in the name of a map format. {}Give a file that ends in .png, .pdf, "
        ".svg or .tif.",
        file.string(), suggestion(extension, known)));
}

void renderFile(const map::Scene& scene, const plugin::Painter& painter, ImageFormat format,
                double dpi, const fs::path& file) {
    switch (format) {
    case ImageFormat::Png:
        return paintPixels(scene, painter, dpi, file, [&](const QImage& image) {
            writeBytes(encodePng(image, dpi, scene.title), file);
        });
    case ImageFormat::Pdf:
        return writeBytes(paintPdf(scene, painter, file), file);
    case ImageFormat::Svg:
        return writeBytes(paintSvg(scene, painter, file), file);
    case ImageFormat::Tif:
        return paintTif(scene, painter, dpi, file);
    }
}

std::vector<fs::path> worldFilesOf(const fs::path& png) {
    return {fs::path(png).replace_extension(".pgw"), png.string() + ".aux.xml"};
}

void writeWorldFiles(const map::Scene& scene, double dpi, const fs::path& png) {
    const geometry::PicturePlace place = placeOf(scene, dpi);
    if (place.crs.empty())
        return;
    const std::vector<fs::path> files = worldFilesOf(png);
    writeBytes(QByteArray::fromStdString(geometry::worldFileOf(place)), files[0]);
    writeBytes(QByteArray::fromStdString(geometry::auxiliaryFileOf(place)), files[1]);
}

} // namespace terroir::paint
