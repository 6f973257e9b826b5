#include "plugin/qgis/processing/record_table.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingfeedback.h>
#include <qgsvectorlayer.h>

namespace terroir::qgis {

using records::RowOutcome;

std::map<std::string, std::string> parseColumns(const QString& text) {
    std::map<std::string, std::string> columns;
    for (const QString& part : text.split(QLatin1Char(';'))) {
        if (part.trimmed().isEmpty())
            continue;
        const int sign = part.indexOf(QLatin1Char('='));
        const QString field = part.left(sign).trimmed(), column = part.mid(sign + 1).trimmed();
        if (sign < 0 || field.isEmpty())
            throw UsageError(localText(
                "COLUMNS: '{}' không phải một cặp; hãy viết trường=cột, ví dụ "
                "\"subject=Cây trồng; place=Xã\".",
                "COLUMNS: '{}' is no pair; write field=column, such as \"subject=Cây trồng; "
                "place=Xã\".",
                fromQt(part.trimmed())));
        columns[fromQt(field)] = fromQt(column);
    }
    return columns;
}

void sayHowNumbersWereRead(const QgsVectorLayer* layer, QgsProcessingFeedback& feedback) {
    if (layer == nullptr || (layer->providerType() != QLatin1String("delimitedtext") &&
                             !layer->source().contains(QLatin1String(".csv"), Qt::CaseInsensitive)))
        return;
    QStringList names;
    for (const QgsField& field : layer->fields())
        if (field.isNumeric())
            names.append(field.name());
    if (!names.isEmpty())
        feedback.pushWarning(
            said("QGIS đã đọc các cột %1 của tệp văn bản thành số có dấu chấm thập phân (1.947 là "
                 "1,947). Nếu tệp viết kiểu Việt Nam, hãy thêm lớp mà không nhận dạng kiểu trường.",
                 "QGIS has read the columns %1 of the text file as numbers with a decimal point. "
                 "If the file writes 1.947 for 1947, add the layer without detecting field types.")
                .arg(names.join(QStringLiteral(", "))));
}

void report(const records::ImportReport& report, QgsProcessingFeedback& feedback) {
    constexpr int maxShown = 10;
    int shown = 0;
    for (const records::RowReport& row : report.rows) {
        if (row.outcome == RowOutcome::Accepted || shown++ >= maxShown)
            continue;
        const QString sentence = said(*row.sentence);
        if (row.row == 0)
            feedback.pushInfo(sentence);
        else
            feedback.pushWarning((row.outcome == RowOutcome::Refused
                                      ? said("Dòng %1 bị từ chối: %2", "Row %1 is refused: %2")
                                      : said("Dòng %1 cần xem lại: %2", "Row %1 is doubtful: %2"))
                                     .arg(row.row)
                                     .arg(sentence));
    }
    if (shown > maxShown)
        feedback.pushWarning(
            said("… và %1 dòng nữa, xem bảng REPORT.", "… and %1 more rows, see the table REPORT.")
                .arg(shown - maxShown));
    feedback.pushInfo(said("%1 dòng nhận, %2 dòng cần xem lại, %3 dòng từ chối.",
                           "%1 rows accepted, %2 doubtful, %3 refused.")
                          .arg(report.count(RowOutcome::Accepted))
                          .arg(report.count(RowOutcome::Doubtful))
                          .arg(report.count(RowOutcome::Refused)));
}

} // namespace terroir::qgis
