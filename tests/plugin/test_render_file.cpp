#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/geometry/geo_picture.hpp"
#include "plugin/paint/geo_pdf.hpp"
#include "plugin/paint/logo_check.hpp"
#include "plugin/paint/plugin_host.hpp"
#include "plugin/paint/render_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

namespace terroir::paint {
namespace {

namespace fs = std::filesystem;

constexpr double dpi = 150;
const char* const vietnamese = "Nậm Nhùn, Tả Lèng, TT. Tam Đường: ỳ ữ ặ ộ Ễ 1.947,5 ha";

map::Scene sampleScene() {
    map::Scene scene;
    scene.widthMm = 127; // 360 x 216 pt: PDF pages are whole points
    scene.heightMm = 76.2;
    scene.mapFrameMm = {5, 5, 122, 71};
    scene.title = "Mô hình trồng chè";
    scene.language = "vi";
    const map::Stroke thin{{90, 90, 90}, 0.3};
    const std::vector<geometry::Point> square = {{10, 10}, {50, 10}, {50, 50}, {10, 50}, {10, 10}};
    const std::vector<geometry::Point> hole = {{20, 20}, {40, 20}, {40, 40}, {20, 40}, {20, 20}};
    const std::vector<geometry::Point> right = {{50, 10}, {90, 10}, {90, 50}, {50, 50}, {50, 10}};
    scene.groups.push_back(
        {"units",
         {map::PathItem{{square, hole}, false, {{35, 139, 69}}, thin},
          map::PathItem{
              {right}, false, {{245, 245, 245}, map::Hatch::Diagonal, {150, 150, 150}}, thin},
          map::PathItem{{{{10, 60}, {110, 60}}}, true, {}, {{0, 0, 0}, 0.4, true}},
          map::CircleItem{{70, 30}, 8, {{178, 24, 43, 200}}, {{255, 255, 255}, 0.3}}},
         scene.mapFrameMm});
    scene.groups.push_back(
        {"labels",
         {map::TextItem{{60, 70},
                        vietnamese,
                        {11},
                        map::Align::Centre,
                        {20, 20, 20},
                        {255, 255, 255, 255},
                        0.5},
          map::TextItem{{110, 20}, "phải", {9, true}, map::Align::Right, {20, 20, 20}}},
         {}});
    return scene;
}

std::string run(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> buffer{};
    while (pipe != nullptr && std::fgets(buffer.data(), buffer.size(), pipe) != nullptr)
        output += buffer.data();
    if (pipe != nullptr)
        pclose(pipe);
    return output;
}

bool hasPoppler() {
    return std::system("which pdftotext pdftoppm >/dev/null 2>&1") == 0;
}

/// Mean absolute difference per channel, 0 to 255, of two pictures of one size.
double differenceOf(const QImage& a, const QImage& b) {
    EXPECT_EQ(a.size(), b.size());
    if (a.size() != b.size())
        return 255;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) +
                   std::abs(qBlue(p) - qBlue(q));
        }
    return sum / 3 / a.width() / a.height();
}

class RenderFile : public ::testing::Test {
protected:
    RenderFile()
        : m_folder(fs::temp_directory_path() / ("terroir-render-" + std::to_string(getpid()))),
          m_host({THEMATIC_FOLDER, OUTLINE_FOLDER}) {
        fs::create_directories(m_folder);
    }
    ~RenderFile() override { fs::remove_all(m_folder); }

    fs::path render(const std::string& name, const std::string& painter = "thematic") const {
        const fs::path file = m_folder / name;
        renderFile(sampleScene(), *m_host.createPainter(painter), imageFormatOf(file), dpi, file);
        return file;
    }
    static QImage load(const fs::path& file) {
        return QImage(QString::fromStdString(file.string())).convertToFormat(QImage::Format_RGB32);
    }
    QImage pngOf(const std::string& painter) const { return load(render("a.png", painter)); }
    QImage pdfOf(const std::string& painter) const {
        const fs::path pdf = render("a.pdf", painter);
        run("pdftoppm -r 150 -singlefile -png '" + pdf.string() + "' '" +
            (m_folder / "fromPdf").string() + "'");
        return load(m_folder / "fromPdf.png");
    }
    QImage svgOf(const std::string& painter, QSize size) const {
        QSvgRenderer svg(QString::fromStdString(render("a.svg", painter).string()));
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter canvas(&image);
        canvas.setRenderHint(QPainter::Antialiasing);
        svg.render(&canvas);
        return image;
    }

    const fs::path m_folder;
    const PluginHost m_host;
};

TEST_F(RenderFile, a_png_has_the_size_and_resolution_that_were_asked_for) {
    const QImage image = load(render("a.png"));
    EXPECT_EQ(image.width(), std::lround(127 / 25.4 * dpi));
    EXPECT_EQ(image.height(), std::lround(76.2 / 25.4 * dpi));
    EXPECT_EQ(image.dotsPerMeterX(), std::lround(dpi / 0.0254));
    EXPECT_EQ(image.text(QStringLiteral("Title")), QStringLiteral("Mô hình trồng chè"));
}

TEST_F(RenderFile, a_png_shows_the_colours_of_the_scene) {
    const QImage image = load(render("a.png"));
    const auto at = [&](double xMm, double yMm) {
        return image.pixelColor(static_cast<int>(xMm / 25.4 * dpi),
                                static_cast<int>(yMm / 25.4 * dpi));
    };
    EXPECT_EQ(at(15, 15), QColor(35, 139, 69));
    EXPECT_EQ(at(30, 30), QColor(255, 255, 255)) << "holes stay open";
    EXPECT_EQ(at(2, 2), QColor(255, 255, 255));
}

TEST_F(RenderFile, a_logo_is_painted_in_its_box_whatever_kind_it_is) {
    map::Scene scene = sampleScene();
    QImage blue(30, 10, QImage::Format_RGB32);
    blue.fill(QColor(0, 0, 200));
    ASSERT_TRUE(blue.save(QString::fromStdString((m_folder / "logo.png").string())));
    const std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">)"
                            R"(<rect width="30" height="10" fill="#c80000"/></svg>)";
    scene.pictures = {{{60, 60, 90, 70},
                       std::make_shared<const std::string>(readFile(m_folder / "logo.png")),
                       false},
                      {{95, 60, 110, 65}, std::make_shared<const std::string>(svg), true}};
    const fs::path file = m_folder / "with-logo.png";
    renderFile(scene, *m_host.createPainter("thematic"), ImageFormat::Png, dpi, file);
    const QImage picture = load(file);
    const auto at = [&](double x, double y) {
        return picture.pixelColor(int(x / 25.4 * dpi), int(y / 25.4 * dpi));
    };
    EXPECT_EQ(at(75, 65), QColor(0, 0, 200));
    EXPECT_EQ(at(61, 61), QColor(0, 0, 200));
    EXPECT_EQ(at(100, 62), QColor(200, 0, 0));
    EXPECT_NE(at(93, 65), QColor(0, 0, 200));
}

TEST_F(RenderFile, the_text_of_a_pdf_can_be_selected_with_its_diacritics) {
    if (!hasPoppler())
        GTEST_SKIP() << "skipped: pdftotext and pdftoppm (poppler-utils) are not installed";
    const fs::path pdf = render("a.pdf");
    EXPECT_NE(run("pdftotext '" + pdf.string() + "' -").find(vietnamese), std::string::npos);
    const std::string info = run("pdfinfo '" + pdf.string() + "'");
    EXPECT_NE(info.find("Mô hình trồng chè"), std::string::npos) << info;
    EXPECT_NE(info.find("360 x 216 pts"), std::string::npos) << info;
    EXPECT_NE(run("pdffonts '" + pdf.string() + "'").find(" yes "), std::string::npos);
}

TEST_F(RenderFile, the_text_of_an_svg_is_text_and_its_size_is_in_millimetres) {
    const std::string svg = readFile(render("a.svg"));
    EXPECT_NE(svg.find(vietnamese), std::string::npos);
    EXPECT_NE(svg.find("viewBox=\"0 0 127 76.2\""), std::string::npos);
    EXPECT_NE(svg.find("width=\"127mm\" height=\"76.2mm\""), std::string::npos);
    EXPECT_NE(svg.find("<title>Mô hình trồng chè</title>"), std::string::npos);
}

TEST_F(RenderFile, a_title_of_somebody_else_is_text_in_an_svg_and_nothing_that_runs) {
    map::Scene scene = sampleScene();
    scene.title = "KH&CN \x01</title><script>alert(1)</script>";
    const fs::path file = m_folder / "title.svg";
    renderFile(scene, *m_host.createPainter("thematic"), imageFormatOf(file), dpi, file);
    const std::string svg = readFile(file);
    EXPECT_EQ(svg.find("<script"), std::string::npos);
    EXPECT_NE(svg.find("<title>KH&amp;CN &lt;/title&gt;&lt;script&gt;"), std::string::npos);
    QXmlStreamReader xml(QByteArray::fromStdString(svg));
    while (!xml.atEnd())
        xml.readNext();
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
}

/// What the eye sees from a step away: rasterisers differ in how they round thin lines to pixels.
QImage fromAway(const QImage& image) {
    return image.scaled(image.size() / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

class RenderFormats : public RenderFile, public ::testing::WithParamInterface<const char*> {};

TEST_P(RenderFormats, png_pdf_and_svg_show_the_same_map) {
    const QImage png = pngOf(GetParam());
    EXPECT_LT(differenceOf(fromAway(png), fromAway(svgOf(GetParam(), png.size()))), 1.0);
    if (!hasPoppler())
        GTEST_SKIP() << "skipped: pdftotext and pdftoppm (poppler-utils) are not installed";
    EXPECT_LT(differenceOf(fromAway(png), fromAway(pdfOf(GetParam()))), 1.5);
}
INSTANTIATE_TEST_SUITE_P(Painters, RenderFormats, ::testing::Values("thematic", "outline"));

TEST_F(RenderFile, painters_of_two_plugins_draw_the_same_scene_differently) {
    EXPECT_GT(differenceOf(pngOf("thematic"), pngOf("outline")), 5.0);
}

TEST_F(RenderFile, text_is_as_wide_as_the_painter_measured) {
    map::Scene scene;
    scene.widthMm = 150;
    scene.heightMm = 20;
    scene.groups = {
        {"labels", {map::TextItem{{10, 12}, vietnamese, {10}, map::Align::Left, {0, 0, 0}}}, {}}};
    const auto painter = m_host.createPainter("thematic");
    const double measured = painter->measure(vietnamese, {10}).widthMm;
    for (const double resolution : {72.0, 300.0}) {
        const fs::path file = m_folder / "width.png";
        renderFile(scene, *painter, ImageFormat::Png, resolution, file);
        const QImage image = load(file);
        int right = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qGray(image.pixel(x, y)) < 200)
                    right = std::max(right, x);
        EXPECT_NEAR(right / resolution * 25.4 - 10, measured, 0.6);
    }
}

TEST_F(RenderFile, a_full_disk_is_a_sentence) {
    try {
        renderFile(sampleScene(), *m_host.createPainter("thematic"), ImageFormat::Png, dpi,
                   "/dev/full");
        FAIL() << "nothing was thrown";
    } catch (const InputError& error) {
        EXPECT_NE(error.text().en.find("'/dev/full' could not be written"), std::string::npos)
            << error.text().en;
        EXPECT_NE(error.text().vi.find("Không ghi được '/dev/full'"), std::string::npos)
            << error.text().vi;
    }
}

TEST_F(RenderFile, a_missing_folder_is_a_sentence) {
    for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Pdf, ImageFormat::Svg})
        EXPECT_THROW(renderFile(sampleScene(), *m_host.createPainter("thematic"), format, dpi,
                                m_folder / "missing" / "a.png"),
                     InputError);
}

TEST_F(RenderFile, a_picture_too_large_to_paint_is_refused) {
    map::Scene scene = sampleScene();
    scene.widthMm = scene.heightMm = 1189;
    EXPECT_THROW(renderFile(scene, *m_host.createPainter("thematic"), ImageFormat::Png, 1200,
                            m_folder / "a.png"),
                 UsageError);
}

TEST_F(RenderFile, tif_pdf_and_world_files_know_where_the_map_lies) {
    map::Scene scene = sampleScene();
    // The frame's middle is 103.5 E 22.3 N, the origin of its projection; 100 m a millimetre.
    map::GroundFrame ground;
    ground.mm = {10, 10, 90, 60};
    ground.crs = "+proj=tmerc +lat_0=22.3 +lon_0=103.5 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m "
                 "+no_defs +type=crs";
    ground.originMm = {50, 35};
    ground.metresPerMm = 100;
    scene.grounds = {ground};
    const auto painter = m_host.createPainter("thematic");
    renderFile(scene, *painter, ImageFormat::Tif, dpi, m_folder / "a.tif");
    renderFile(scene, *painter, ImageFormat::Pdf, dpi, m_folder / "a.pdf");
    renderFile(scene, *painter, ImageFormat::Png, dpi, m_folder / "a.png");
    writeWorldFiles(scene, dpi, m_folder / "a.png");
    const geometry::PicturePlace place{ground.crs, -5000, 3500, 100 * 25.4 / dpi};
    EXPECT_EQ(readFile(m_folder / "a.pgw"), geometry::worldFileOf(place));
    EXPECT_NE(readFile(m_folder / "a.png.aux.xml").find("central_meridian"), std::string::npos);
    EXPECT_EQ(worldFilesOf("x/a.png"), (std::vector<fs::path>{"x/a.pgw", "x/a.png.aux.xml"}));
    EXPECT_THROW(withGround("no PDF", scene), InputError);
    if (std::system("which gdalinfo >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "skipped: gdal-bin is not installed";
    run("gdal_translate -q -of PNG '" + (m_folder / "a.tif").string() + "' '" +
        (m_folder / "b.png").string() + "'");
    EXPECT_LT(differenceOf(load(m_folder / "b.png"), load(m_folder / "a.png")), 0.01)
        << "the same picture";
    for (const char* name : {"a.tif", "a.png", "a.pdf"}) {
        const std::string said = run("gdalinfo '" + (m_folder / name).string() + "' 2>/dev/null");
        // The page's upper left corner is 5000 m west and 3500 m north of the origin.
        EXPECT_NE(said.find("103d27' 5"), std::string::npos) << name << "\n" << said;
        EXPECT_NE(said.find("22d19'53"), std::string::npos) << name << "\n" << said;
    }
}

TEST(ImageFormatOf, the_format_goes_by_the_extension) {
    EXPECT_EQ(imageFormatOf("x.png"), ImageFormat::Png);
    EXPECT_EQ(imageFormatOf("x.PDF"), ImageFormat::Pdf);
    EXPECT_EQ(imageFormatOf("bản đồ.svg"), ImageFormat::Svg);
    EXPECT_EQ(imageFormatOf("x.tif"), ImageFormat::Tif);
    EXPECT_EQ(imageFormatOf("x.TIFF"), ImageFormat::Tif);
    EXPECT_THROW(imageFormatOf("x.jpg"), UsageError);
    EXPECT_THROW(imageFormatOf("x"), UsageError);
}

TEST(Logo, one_that_is_damaged_is_named_before_anything_is_painted) {
    const terroir::testing::TemporaryFolder folder;
    const fs::path png = folder / "logo.png", svg = folder / "logo.svg";
    QImage image(60, 20, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * y, 37 * x, 91 * y));
    ASSERT_TRUE(image.save(QString::fromStdString(png.string())));
    std::ofstream(svg) << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"/>)";
    EXPECT_NO_THROW(requirePaintable(png));
    EXPECT_NO_THROW(requirePaintable(svg));
    fs::resize_file(png, 40);
    std::ofstream(svg) << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><g>)";
    for (const fs::path& logo : {png, svg})
        try {
            requirePaintable(logo);
            ADD_FAILURE() << logo;
        } catch (const InputError& error) {
            EXPECT_NE(std::string(error.what()).find(logo.string()), std::string::npos);
            EXPECT_NE(std::string(error.what()).find("is damaged"), std::string::npos);
        }
}

} // namespace
} // namespace terroir::paint
