#include "core/base/error.hpp"
#include "plugin/viewer/print_text.hpp"
#include "tests/viewer/pdf_pages.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QBuffer>
#include <QPdfWriter>
#include <QPrinter>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

namespace terroir::viewer {

class PrintTextTest final : public QObject {
    Q_OBJECT
private slots:
    void paper_that_is_smaller_than_some_lines_is_refused() {
        QTextDocument text;
        text.setHtml(QStringLiteral("<p>word</p><table><thead><tr><th>A</th></tr></thead><tr><td>"
                                    "b</td></tr></table>"));
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QPdfWriter writer(&buffer);
        writer.setPageMargins({0, 0, 0, 0});
        for (const QSizeF& mm : {QSizeF(4, 4), QSizeF(60, 6), QSizeF(8, 200)}) {
            writer.setPageSize(QPageSize(mm, QPageSize::Millimeter));
            QVERIFY_THROWS_EXCEPTION(InputError, printText(text, QStringLiteral("Foot"), writer));
        }
        writer.setPageSize(QPageSize(QSizeF(80, 60), QPageSize::Millimeter));
        QVERIFY(printText(text, QStringLiteral("Foot"), writer));
    }

    void a_printed_row_is_on_one_page_with_the_header_of_its_table() {
        QTextDocument text;
        QString html = QStringLiteral("<h2>Title</h2><table border='1'><thead><tr><th>Header</th>"
                                      "<th>Note</th></tr></thead>");
        constexpr int rows = 90;
        for (int i = 0; i < rows; ++i)
            html += QStringLiteral("<tr><td>begin%1<br>middle<br>end%1</td><td>x</td></tr>").arg(i);
        text.setHtml(html + QStringLiteral("</table><h3>Last</h3><p>word</p>"));
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("text.pdf"));
        {
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(file);
            QVERIFY(printText(text, QStringLiteral("Foot"), printer));
        }
        const auto read = pagesOf(file);
        if (!read)
            QSKIP("pdftotext is not installed");
        const QStringList& pages = *read;
        QVERIFY(pages.size() > 3);
        int found = 0;
        for (int page = 0; page < pages.size(); ++page) {
            const QString& words = pages[page];
            QCOMPARE(words.count(QStringLiteral("begin")), words.count(QStringLiteral("end")));
            QCOMPARE(words.count(QStringLiteral("Header")),
                     words.contains(QStringLiteral("begin")) ? 1 : 0);
            QCOMPARE(words.contains(QStringLiteral("Last")),
                     words.contains(QStringLiteral("word")));
            QVERIFY2(words.contains(QStringLiteral("%1/%2").arg(page + 1).arg(pages.size())),
                     qPrintable(words));
            found += int(words.count(QStringLiteral("begin")));
        }
        QCOMPARE(found, rows);
    }
};

} // namespace terroir::viewer

TERROIR_VIEWER_TEST_MAIN(terroir::viewer::PrintTextTest)
#include "test_print_text.moc"
