#include "core/workspace/apply_review.hpp"

#include "core/base/local_text.hpp"
#include "core/base/user_name.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/feature_table.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/text.hpp"

#include <QFileInfo>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingoutputs.h>

namespace terroir::qgis {

namespace {

using workspace::Applied;

const QString allAbove = QStringLiteral("ALL_ABOVE");

class ApplyReviewAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new ApplyReviewAlgorithm; }

    void initAlgorithm(const QVariantMap&) override {
        add(new QgsProcessingParameterFeatureSource(
                inputName, said("Lớp hoặc tệp quyết định", "Layer or file of decisions"),
                {int(compat::anyVector)}),
            said("Lớp của terroir:extract với cột decision: accept (nhận) hoặc refuse (bỏ); hoặc "
                 "tệp CSV lưu từ trang xem lại. Các điểm của cùng đề xuất được đọc như một.",
                 "The layer of terroir:extract with the column decision: accept or refuse; or the "
                 "CSV that the review page saves. Points of one proposal are read as one."));
        addAdvanced(new QgsProcessingParameterNumber(
                        allAbove,
                        said("Nhận cả những đề xuất chưa xem có độ tin cậy từ",
                             "Accept also open ones of this confidence or more"),
                        compat::realNumber, QVariant(), true, 0, 1),
                    said("Ví dụ 0,9. Bỏ trống: chỉ những gì đã quyết định.",
                         "Such as 0.9. Empty: only what was decided."));
        addWorkspaceToWrite();
        add(new QgsProcessingParameterFeatureSink(
                reportName, said("Kết quả từng dòng", "What became of each row"), compat::anyVector,
                QVariant(), true, true),
            said("Các cột row, outcome (added, changed, removed, unchanged, refused, open, "
                 "rejected, "
                 "doubtful), record, unseen, sentence.",
                 "The columns row, outcome (added, changed, removed, unchanged, refused, open, "
                 "rejected, doubtful), record, unseen, sentence."));
        addOutput(new QgsProcessingOutputFile(
            workspaceName, said("không gian làm việc đã ghi vào", "the workspace written into")));
        addNumberOutput("ADDED", "số bản ghi nhận mới", "records taken");
        addNumberOutput("CHANGED", "số bản ghi được sửa", "records changed");
        addNumberOutput("REMOVED", "số bản ghi đã nhận nay bỏ",
                        "records taken before, refused now");
        addNumberOutput("REJECTED", "số dòng không nhận được", "rows that could not be taken");
        addNumberOutput("OPEN", "số đề xuất chưa quyết định", "proposals that are open");
        addNumberOutput("OPEN_PLACES", "số địa danh chưa rõ", "places that are not settled");
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "applyreview",
            AlgorithmSheet::Workspace,
            {"Nhận các đề xuất đã quyết định", "Take the proposals that were decided"},
            {"Ghi các đề xuất được nhận thành bản ghi kèm văn bản, trang, dòng; một lần ghi là một "
             "thay đổi, hoàn tác được. Dòng không nhận được thì có câu nói rõ vì sao, các dòng "
             "khác "
             "vẫn được ghi. Chạy lại với cùng quyết định thì không có gì thay đổi.",
             "Stores the accepted proposals as records with document, page and line, as one change "
             "that can be undone. A row that cannot be taken is told with its reason; the others "
             "are "
             "stored. Running it again with the same decisions changes nothing."},
            "INPUT=de-xuat.gpkg WORKSPACE=lai-chau.sqlite REPORT=ket-qua.csv",
            "báo cáo,đề xuất,nhận,bản ghi,report,review,apply,proposals"};
        return sheet;
    }

    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override {
        workspace::ApplyOptions options;
        if (!compat::isNull(parameters.value(allAbove)))
            options.allAbove = parameterAsDouble(parameters, allAbove, context);
        const TextTable rows = rowsOf(parameters, context, feedback);
        const auto workspace = openToWrite(parameters, context);
        if (feedback.isCanceled())
            return {};
        const workspace::AppliedReview applied =
            workspace::applyReview(*workspace, userName(), rows, options);
        tell(applied, feedback);
        QVariantMap results = {
            {workspaceName, toQt(workspace->file().file())},
            {QStringLiteral("ADDED"), qulonglong(applied.count(Applied::Added))},
            {QStringLiteral("CHANGED"), qulonglong(applied.count(Applied::Changed))},
            {QStringLiteral("REMOVED"), qulonglong(applied.count(Applied::Removed))},
            {QStringLiteral("REJECTED"), qulonglong(applied.count(Applied::Rejected))},
            {QStringLiteral("OPEN"), qulonglong(applied.count(Applied::Open))},
            {QStringLiteral("OPEN_PLACES"), qulonglong(applied.openPlaces)}};
        insertGiven(results, reportName,
                    writeTable(parameters, reportName, context,
                               workspace::appliedRows(applied, words().language())));
        return results;
    }

private:
    /// A CSV or JSON that is named as a file is read as it is: QGIS would take "03403" for a
    /// number.
    TextTable rowsOf(const QVariantMap& parameters, QgsProcessingContext& context,
                     QgsProcessingFeedback& feedback) const {
        const QVariant given = parameters.value(inputName);
        if (given.userType() == QMetaType::QString) {
            const QFileInfo file(given.toString());
            if (file.isFile() && (file.suffix().toLower() == QLatin1String("csv") ||
                                  file.suffix().toLower() == QLatin1String("json")))
                return workspace::readReviewFile(fromQt(file.filePath()));
        }
        const auto layer = source(parameters, inputName, context);
        TextTable rows = tableOf(*layer, layer->sourceName(), feedback);
        workspace::requireReview(rows);
        return rows;
    }

    static void tell(const workspace::AppliedReview& applied, QgsProcessingFeedback& feedback) {
        constexpr int maxShown = 20;
        int shown = 0;
        for (const workspace::AppliedRow& row : applied.rows)
            if (row.sentence != LocalText() && ++shown <= maxShown)
                feedback.pushWarning(
                    row.row == 0
                        ? said(row.sentence)
                        : said("Dòng %1: %2", "Row %1: %2").arg(row.row).arg(said(row.sentence)));
        if (shown > maxShown)
            feedback.pushWarning(said("… và %1 dòng nữa, xem bảng REPORT.",
                                      "… and %1 more rows, see the table REPORT.")
                                     .arg(shown - maxShown));
        if (applied.takenUnseen > 0)
            feedback.pushWarning(said("%1 đề xuất được nhận theo ALL_ABOVE mà chưa ai xem.",
                                      "%1 were taken by ALL_ABOVE, and nobody has looked at them.")
                                     .arg(applied.takenUnseen));
        feedback.pushInfo(
            said("Nhận mới %1, sửa %2, bỏ %3, chưa quyết định %4, không nhận được %5. %6",
                 "%1 taken, %2 changed, %3 refused, %4 undecided, %5 could not be taken. %6")
                .arg(applied.count(Applied::Added))
                .arg(applied.count(Applied::Changed))
                .arg(applied.count(Applied::Refused) + applied.count(Applied::Removed))
                .arg(applied.count(Applied::Open))
                .arg(applied.count(Applied::Rejected))
                .arg(applied.isStored ? said("Hoàn tác bằng nút Hoàn tác ở trang Danh sách.",
                                             "Undo on the page List takes it back.")
                                      : said("Không có gì thay đổi.", "Nothing was changed.")));
    }
};

} // namespace

QgsProcessingAlgorithm* makeApplyReviewAlgorithm() {
    return new ApplyReviewAlgorithm;
}

} // namespace terroir::qgis
