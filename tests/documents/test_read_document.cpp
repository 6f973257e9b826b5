#include "core/base/error.hpp"
#include "core/documents/read_document.hpp"
#include "tests/sheets/sheet_files.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

using namespace terroir;
using documents::Document;
using documents::readDocument;

namespace {

class Documents : public ::testing::Test {
protected:
    Document read(const std::string& name, const std::string& bytes) {
        const auto file = m_folder.path() / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return readDocument(file);
    }
    std::string refusal(const std::string& name, const std::string& bytes) {
        try {
            read(name, bytes);
        } catch (const InputError& error) {
            return error.what();
        }
        return "read";
    }

private:
    terroir::testing::TemporaryFolder m_folder;
};

std::string word(const std::string& body) {
    return R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
           R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>)" +
           body + "</w:body></w:document>";
}

std::string paragraph(const std::string& text) {
    return "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>" + text +
           "</w:t></w:r></w:p>";
}

/// A PDF of one page with a line of letters; `stream` is its content.
std::string pdf(const std::string& stream) {
    const std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font "
        "<< /F 5 0 R >> >> >>",
        "<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    std::string out = "%PDF-1.4\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::string at = std::to_string(out.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    return out + "xref\n0 6\n0000000000 65535 f \n" + table +
           "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace

TEST_F(Documents, tables_of_data_are_told_to_be_read_as_tables) {
    const auto row = [](const std::string& a, const std::string& b, const std::string& c) {
        return "<w:tr><w:tc>" + paragraph(a) + "</w:tc><w:tc>" + paragraph(b) + "</w:tc><w:tc>" +
               paragraph(c) + "</w:tc></w:tr>";
    };
    const std::string table = "<w:tbl>" + row("Xã", "Cây", "ha") + row("Bản Bo", "chè", "74,03");
    const Document with =
        read("a.docx", sheets::zipped({{"word/document.xml", word(table + "</w:tbl>")}}));
    ASSERT_EQ(with.remarks.size(), 1U);
    EXPECT_NE(with.remarks.front().en.find("terroir import"), std::string::npos);
    const Document without =
        read("a.docx", sheets::zipped({{"word/document.xml", word(paragraph("26 cơ sở"))}}));
    EXPECT_TRUE(without.remarks.empty());
}

TEST_F(Documents, word_gives_paragraphs_rows_and_notes) {
    const std::string body =
        paragraph("Toàn huyện có 26 cơ sở") +
        "<w:p><w:r><w:t>nuôi cá</w:t><w:footnoteReference w:id=\"2\"/><w:t "
        "xml:space=\"preserve\">, "
        "388 bể</w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del><w:r><w:br/>"
        "<w:t>dòng hai</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>"
        "<w:tbl><w:tr><w:tc>" +
        paragraph("Xã") + "</w:tc><w:tc>" + paragraph("Diện tích") + paragraph("(ha)") +
        "</w:tc></w:tr><w:tr><w:tc>" + paragraph("Bản Bo") + "</w:tc><w:tc>" + paragraph("74,03") +
        "</w:tc></w:tr><w:tr><w:tc>" + paragraph("") + "</w:tc><w:tc>" + paragraph("2") +
        "</w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice>" + paragraph("khung") +
        "</mc:Choice><mc:Fallback>" + paragraph("khung") + "</mc:Fallback></mc:AlternateContent>";
    const std::string notes =
        R"(<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
        "<w:footnote w:id=\"0\">" +
        paragraph("") + "</w:footnote><w:footnote w:id=\"2\">" + paragraph("Sơn Bình 23 cơ sở,") +
        paragraph("Bản Bo 01 cơ sở") + "</w:footnote></w:footnotes>";
    EXPECT_EQ(read("a.docx", sheets::zipped({{"word/document.xml", word(body)},
                                             {"word/footnotes.xml", notes}}))
                  .text,
              "Toàn huyện có 26 cơ sở\n"
              "nuôi cá¹, 388 bể\ndòng hai\n"
              "¹ Sơn Bình 23 cơ sở, Bản Bo 01 cơ sở\n"
              "Xã\tDiện tích (ha)\nBản Bo\t74,03\n\t2\n"
              "khung\n");
}

TEST_F(Documents, open_document_gives_the_same) {
    const std::string content =
        R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
        R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
        R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>)"
        "<office:text><text:tracked-changes><text:p>xóa</text:p></text:tracked-changes>"
        "<text:h>I. Kết quả</text:h><text:p>26 cơ sở<text:note><text:note-citation>10"
        "</text:note-citation><text:note-body><text:p>Sơn Bình 23 cơ sở</text:p></text:note-body>"
        "</text:note> nuôi<text:s/>cá</text:p><table:table><table:table-row><table:table-cell>"
        "<text:p>Bản Bo</text:p></table:table-cell><table:table-cell><text:p>74,03</text:p>"
        "</table:table-cell></table:table-row></table:table></office:text></office:body>"
        "</office:document-content>";
    EXPECT_EQ(read("a.odt", sheets::zipped({{"content.xml", content}})).text,
              "I. Kết quả\n26 cơ sở¹ nuôi cá\n¹ Sơn Bình 23 cơ sở\nBản Bo\t74,03\n");
}

TEST_F(Documents, web_pages_give_what_a_browser_shows) {
    EXPECT_EQ(read("a.html",
                   "<html><head><meta charset=utf-8><title>x</title><style>p{}</style>"
                   "</head><body><script>1</script><p>Chè <b>Tam&nbsp;Đường</b><sup>3</sup>"
                   "<p>dòng<br>hai<table><tr><td>Bản Bo<td>74,03</table></body></html>")
                  .text,
              "Chè Tam Đường³\ndòng\nhai\nBản Bo\t74,03\n");
}

TEST_F(Documents, tables_that_only_set_a_page_side_by_side_are_no_rows) {
    EXPECT_EQ(read("a.html", "<html><body><table><tr><td>Trang chủ<td><p>Toàn huyện có 26 cơ sở"
                             "<table><tr><td>Bản Bo<td>74,03</table></table></body></html>")
                  .text,
              "Trang chủ\nToàn huyện có 26 cơ sở\nBản Bo\t74,03\n");
}

TEST_F(Documents, raised_digits_of_word_and_open_document_are_marks) {
    EXPECT_EQ(
        read("a.docx", sheets::zipped({{"word/document.xml",
                                        word("<w:p><w:r><w:t>26 cơ sở</w:t></w:r><w:r><w:rPr>"
                                             "<w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>10"
                                             "</w:t></w:r><w:r><w:t> nuôi cá</w:t></w:r></w:p>")}}))
            .text,
        "26 cơ sở¹⁰ nuôi cá\n");
    const std::string content =
        R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
        R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
        R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">)"
        R"(<office:automatic-styles><style:style style:name="T1"><style:text-properties )"
        R"(style:text-position="super 58%"/></style:style></office:automatic-styles><office:body>)"
        R"(<office:text><text:p>500 m<text:span text:style-name="T1">2</text:span> chè</text:p>)"
        "</office:text></office:body></office:document-content>";
    EXPECT_EQ(read("a.odt", sheets::zipped({{"content.xml", content}})).text, "500 m² chè\n");
}

TEST_F(Documents, a_pdf_gives_its_words_and_pages) {
    const Document document =
        read("a.pdf", pdf("BT /F 12 Tf 72 700 Td (Tam Duong, ngay 15 thang 4) Tj ET"));
    EXPECT_EQ(document.text, "Tam Duong, ngay 15 thang 4\n");
    EXPECT_EQ(document.pageOf(0), 1u);
}

TEST_F(Documents, plain_text_is_read_as_before) {
    EXPECT_EQ(read("a.txt", "xã Bản Bo\n").text, "xã Bản Bo\n");
    EXPECT_EQ(read("a.txt", "xã Bản Bo\n").pageOf(3), 0u);
    EXPECT_EQ(read("a.txt", std::string("\xff\xfex\0\xe3\0", 6)).text, "xã");
}

TEST_F(Documents, what_cannot_be_read_is_said_with_what_to_do) {
    using namespace std::string_literals;
    const std::string whole = pdf("BT /F 12 Tf 72 700 Td (a) Tj ET");
    const struct {
        const char* name;
        std::string bytes, part;
    } cases[] = {
        {"a.pdf", pdf("0 0 m 9 9 l S"), "has no text and may be a scan"},
        {"a.pdf", "%PDF-1.4\nnonsense", "is damaged or cut short"},
        {"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0'),
         "is a file of an old Word (.doc) or one with a password; open it and save it as .docx"},
        {"a.rtf", "{\\rtf1 a}", "is an RTF file"},
        {"a.jpg", "\xff\xd8\xff\xe0", "is a picture without text"},
        {"a.docx", sheets::zipped({{"x.txt", "x"}}), "is a packed file without a text of Word"},
        {"a.docx", sheets::zipped({{"xl/workbook.xml", "x"}}), "a.docx --as KIND'"},
        {"a.ods",
         sheets::zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                         {"content.xml", "<x/>"}}),
         "is a table and no text; take its records with 'terroir import"},
        {"a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0'), "is a table"},
        {"a.csv", "xã,ha\nBản Bo,2\n", "is a table"},
        {"a.pptx", sheets::zipped({{"ppt/presentation.xml", "x"}}), "is a presentation"},
        {"a.docx", sheets::zipped({{"word/document.xml", "<w:document"}}), "a.docx"},
        {"a.docx", "PK\x03\x04 cut", "a.docx"},
        {"a.docx", sheets::zipped({{"word/document.xml", word("")}}), "holds no text"},
        {"a.txt", "", "holds no text"},
        {"a.txt", "xã Bản Bo xã \xe1\xbb Hòa", "is not UTF-8"},
    };
    for (const auto& one : cases)
        EXPECT_NE(refusal(one.name, one.bytes).find(one.part), std::string::npos)
            << one.part << " against " << refusal(one.name, one.bytes);
    EXPECT_THROW(readDocument("/nowhere/a.docx"), InputError);
    EXPECT_THROW(readDocument("/tmp"), InputError);
}
