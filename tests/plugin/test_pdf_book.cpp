#include "core/base/input_file.hpp"
#include "core/base/output_place.hpp"
#include "plugin/paint/pdf_book.hpp"
#include "plugin/paint/plugin_host.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace terroir::paint {
namespace {

map::Scene pageWith(const std::string& text) {
    map::Scene scene;
    scene.widthMm = 127;
    scene.heightMm = 76.2;
    scene.groups.push_back(
        {"title", {map::TextItem{{20, 30}, text, {11}, map::Align::Left, {20, 20, 20}}}, {}});
    return scene;
}

std::string outputOf(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> buffer{};
    while (pipe != nullptr && std::fgets(buffer.data(), buffer.size(), pipe) != nullptr)
        output += buffer.data();
    if (pipe != nullptr)
        pclose(pipe);
    return output;
}

class PdfBookFile : public ::testing::Test {
protected:
    PdfBookFile()
        : m_file(std::filesystem::temp_directory_path() /
                 ("terroir-book-" + std::to_string(getpid()) + ".pdf")),
          m_host({THEMATIC_FOLDER}), m_painter(m_host.createPainter("thematic")) {
        PdfBook book("Tập bản đồ", 127, 76.2);
        book.add(pageWith("Bìa"), *m_painter, {{{10, 20, 60, 40}, 2}}, "Mục lục");
        map::Scene map = pageWith("Xã Bản Bo");
        map.grounds.push_back({{10, 10, 60, 60}, "EPSG:3857", {35, 35}, {11530000, 2550000}, 50});
        book.add(map, *m_painter, {}, "Xã Bản Bo");
        book.add(pageWith("Xã Tả Lèng ỳữặộ"), *m_painter, {{{10, 20, 60, 40}, 0}}, {});
        m_bytes = book.finish();
        writeContent(m_file, m_bytes);
    }
    ~PdfBookFile() override { std::filesystem::remove(m_file); }

    std::string run(const std::string& command) const {
        return outputOf(command + " '" + m_file.string() + "' 2>&1");
    }

    std::filesystem::path m_file;
    PluginHost m_host;
    std::unique_ptr<plugin::Painter> m_painter;
    std::string m_bytes;
};

TEST_F(PdfBookFile, has_its_pages_with_text_bookmarks_and_links) {
    if (std::system("which pdftotext pdftohtml pdfinfo >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "skipped: poppler-utils are not installed";
    EXPECT_NE(run("pdfinfo").find("Pages:           3\n"), std::string::npos) << run("pdfinfo");
    EXPECT_NE(run("pdfinfo").find("Tập bản đồ"), std::string::npos);
    EXPECT_NE(outputOf("pdftotext -f 3 -l 3 '" + m_file.string() + "' -").find("Xã Tả Lèng ỳữặộ"),
              std::string::npos);
    const std::string xml = run("pdftohtml -xml -stdout -i");
    const std::size_t outline = xml.find("<outline>");
    ASSERT_NE(outline, std::string::npos) << xml;
    EXPECT_NE(xml.find("<item page=\"1\">Mục lục</item>", outline), std::string::npos) << xml;
    EXPECT_NE(xml.find("<item page=\"2\">Xã Bản Bo</item>", outline), std::string::npos) << xml;
    EXPECT_NE(xml.find(".html#3\">Bìa</a>"), std::string::npos) << xml;
    EXPECT_NE(xml.find(".html#1\">Xã Tả Lèng"), std::string::npos) << xml;
}

TEST_F(PdfBookFile, knows_where_the_maps_of_a_page_lie_as_a_single_map_does) {
    EXPECT_NE(m_bytes.find("/Viewport"), std::string::npos);
    EXPECT_NE(m_bytes.find("/GPTS"), std::string::npos);
}

} // namespace
} // namespace terroir::paint
