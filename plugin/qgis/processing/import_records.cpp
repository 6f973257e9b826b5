#include "core/base/local_text.hpp"
#include "core/sheets/extensions.hpp"
#include "core/sheets/read.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/feature_table.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/record_table.hpp"
#include "plugin/qgis/text.hpp"

#include <QFileInfo>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingoutputs.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

const QString title = QStringLiteral("SOURCE_TITLE");
const QString date = QStringLiteral("SOURCE_DATE");
const QString replace = QStringLiteral("REPLACE");
const QString dryRun = QStringLiteral("DRY_RUN");

bool isTableFile(const QFileInfo& file) {
    const std::string extension = fromQt(file.suffix().toLower());
    return file.isFile() &&
           std::find(sheets::tableExtensions.begin(), sheets::tableExtensions.end(), extension) !=
               sheets::tableExtensions.end();
}

class ImportRecordsAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new ImportRecordsAlgorithm; }

    void initAlgorithm(const QVariantMap&) override {
        addWorkspaceToWrite();
        add(new QgsProcessingParameterFeatureSource(
                inputName, said("Lớp hoặc bảng", "Layer or table"), {int(compat::anyVector)}),
            said("Bảng có mô hình, khảo nghiệm hay sản phẩm. Tệp bảng tính được chọn bằng đường "
                 "dẫn thì mọi trang tính đều được đọc, kể cả khi bảng không bắt đầu ở dòng đầu.",
                 "A table of models, trials or products. Of a file that is chosen by its path all "
                 "sheets are read, also where the table does not begin in the first row."));
        addKind(false);
        add(new QgsProcessingParameterString(columnsName,
                                             said("Cột nào là gì", "Which column is what"),
                                             QVariant(), false, true),
            said("Chỉ cần khi tên cột khác thường lệ: trường=cột; trường=cột, ví dụ "
                 "\"subject=Cây trồng; place=Xã\".",
                 "Where columns have other than the usual names: field=column; field=column, such "
                 "as \"subject=Cây trồng; place=Xã\"."));
        add(new QgsProcessingParameterString(title, said("Tên tài liệu", "Title of the document"),
                                             QVariant(), false, true),
            said("Bỏ trống: tên lớp.", "Empty: the name of the layer."));
        add(new QgsProcessingParameterString(date, said("Ngày tài liệu", "Date of the document"),
                                             QVariant(), false, true),
            said("YYYY, YYYY-MM hoặc YYYY-MM-DD.", "YYYY, YYYY-MM or YYYY-MM-DD."));
        add(new QgsProcessingParameterString(territory, said("Địa bàn", "Territory"), QVariant(),
                                             false, true),
            said("Nơi mà tài liệu nói tới, ví dụ \"tỉnh Lai Châu\".",
                 "What the document speaks of, such as \"tỉnh Lai Châu\"."));
        add(new QgsProcessingParameterBoolean(
                replace, said("Thay lần nhập trước", "Replace the earlier import"), false),
            said("Bảng cùng tên đã nhập rồi thì thay số liệu cũ; không chọn thì từ chối.",
                 "What was imported from a table of this name before is replaced; without this it "
                 "is refused."));
        add(new QgsProcessingParameterBoolean(dryRun, said("Chỉ xem thử", "Only try"), false),
            said("Không ghi gì vào không gian làm việc.", "Writes nothing into the workspace."));
        add(new QgsProcessingParameterFeatureSink(
                reportName, said("Kết quả từng dòng", "What became of each row"), compat::anyVector,
                QVariant(), true, true),
            said("Các cột row, outcome (accepted, doubtful, refused), record, sentence, sheet.",
                 "The columns row, outcome (accepted, doubtful, refused), record, sentence, "
                 "sheet."));
        addOutput(new QgsProcessingOutputFile(
            workspaceName, said("không gian làm việc đã ghi vào", "the workspace written into")));
        addOutput(new QgsProcessingOutputString(QStringLiteral("SOURCE"),
                                                said("mã tài liệu", "id of the source")));
        addNumberOutput("ACCEPTED", "số dòng nhận", "rows accepted");
        addNumberOutput("DOUBTFUL", "số dòng cần xem lại", "rows that are doubtful");
        addNumberOutput("REFUSED", "số dòng từ chối", "rows refused");
        addNumberOutput("OPEN_PLACES", "số địa danh chưa rõ", "places that are not settled");
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "importrecords",
            AlgorithmSheet::Workspace,
            {"Nhập số liệu", "Import records"},
            {"Đọc từng dòng của bảng thành số liệu có nơi, giá trị, thời gian, nguồn và ghi vào "
             "không gian làm việc: hoặc tất cả, hoặc không gì cả. Dòng không hiểu được thì bị từ "
             "chối kèm lý do.",
             "Reads the rows of a table as records with place, value, time and source, and stores "
             "them in the workspace: everything or nothing. A row that makes no sense is refused "
             "with its reason."},
            "WORKSPACE=lai-chau.sqlite INPUT=khao-nghiem.xlsx KIND=trial TERRITORY=\"tỉnh Lai "
            "Châu\" REPORT=bao-cao.csv",
            "nhập,số liệu,bảng,import,records,table,excel"};
        return sheet;
    }

    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override {
        const auto layer = source(parameters, inputName, context);
        records::ImportOptions options;
        options.kind = fromQt(chosen(parameters, QStringLiteral("KIND"), context));
        options.columns = parseColumns(parameterAsString(parameters, columnsName, context));
        options.source.title = text(parameters, title, context);
        options.source.date = text(parameters, date, context);
        options.source.territory = text(parameters, territory, context);
        const auto workspace = openToWrite(parameters, context);
        const workspace::TableImport taken = workspace::readImport(
            workbook(parameters, *layer, context, feedback), options, *workspace);
        if (feedback.isCanceled())
            return {};
        const bool stores = !parameterAsBool(parameters, dryRun, context);
        if (stores && taken.replaces && !parameterAsBool(parameters, replace, context))
            throw InputError(localText(
                "'{}' đã được nhập (nguồn '{}'); nhập lần nữa thì mọi số liệu bị tính hai "
                "lần. Chọn REPLACE để thay.",
                "'{}' was imported before (source '{}'); importing it twice would count "
                "everything twice. Choose REPLACE to replace what came from it.",
                fromQt(layer->sourceName()), taken.source.id));
        const QString reported =
            writeTable(parameters, reportName, context,
                       workspace::reportRows(taken.report, words().language()));
        if (stores)
            workspace::storeImport(taken, *workspace);
        report(taken.report, feedback);
        return results(taken, *workspace, reported);
    }

private:
    /// A file that is named as such is read as it is, with all its sheets: QGIS looks for the names
    /// of the columns in its first row only. Of a layer what QGIS shows of it counts.
    sheets::Workbook workbook(const QVariantMap& parameters, const QgsFeatureSource& layer,
                              QgsProcessingContext& context,
                              QgsProcessingFeedback& feedback) const {
        const QVariant given = parameters.value(inputName);
        if (given.userType() == QMetaType::QString && isTableFile(QFileInfo(given.toString())))
            return sheets::readWorkbook(fromQt(given.toString()));
        sayHowNumbersWereRead(parameterAsVectorLayer(parameters, inputName, context), feedback);
        return workbookOf(layer, layer.sourceName(), feedback);
    }

    static QVariantMap results(const workspace::TableImport& taken, workspace::Workspace& workspace,
                               const QString& reported) {
        using records::RowOutcome;
        QVariantMap results = {
            {workspaceName, toQt(workspace.file().file())},
            {QStringLiteral("SOURCE"), toQt(taken.source.id)},
            {QStringLiteral("ACCEPTED"), qulonglong(taken.report.count(RowOutcome::Accepted))},
            {QStringLiteral("DOUBTFUL"), qulonglong(taken.report.count(RowOutcome::Doubtful))},
            {QStringLiteral("REFUSED"), qulonglong(taken.report.count(RowOutcome::Refused))},
            {QStringLiteral("OPEN_PLACES"),
             qulonglong(workspace::countOpenPlaces(taken, workspace))}};
        insertGiven(results, reportName, reported);
        return results;
    }
};

} // namespace

QgsProcessingAlgorithm* makeImportRecordsAlgorithm() {
    return new ImportRecordsAlgorithm;
}

} // namespace terroir::qgis
