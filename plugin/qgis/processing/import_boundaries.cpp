#include "core/base/local_text.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/report.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsexception.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingoutputs.h>

namespace terroir::qgis {

namespace {

const QString codeField = QStringLiteral("CODE");
const QString nameField = QStringLiteral("NAME");
const QString validFrom = QStringLiteral("VALID_FROM");

class ImportBoundariesAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override {
        return new ImportBoundariesAlgorithm;
    }

    void initAlgorithm(const QVariantMap&) override {
        addWorkspaceToWrite();
        add(new QgsProcessingParameterVectorLayer(inputName, said("Lớp đa giác", "Polygon layer"),
                                                  {int(compat::vectorPolygon)}),
            said("Ranh giới chính thức, hệ tọa độ nào cũng được; từ tệp hay cơ sở dữ liệu.",
                 "Official boundaries in any CRS, of a file or a database."));
        add(new QgsProcessingParameterField(codeField, said("Trường mã", "Field with the code"),
                                            QVariant(), inputName, compat::anyField, false, true),
            said("Mã đơn vị của Tổng cục Thống kê. Bỏ trống: theo tên trường thường gặp.",
                 "The unit's code of the statistical office. Empty: by the usual field names."));
        add(new QgsProcessingParameterField(nameField, said("Trường tên", "Field with the name"),
                                            QVariant(), inputName, compat::anyField, false, true),
            said("Tên đơn vị, để xác nhận mã hoặc tìm khi không có mã.",
                 "The unit's name, which confirms the code or stands in for it."));
        addLevel(QString());
        add(new QgsProcessingParameterDateTime(validFrom, said("Hiệu lực từ", "Valid from"),
                                               compat::dateOnly, QVariant(), true),
            said("Ranh giới của các đơn vị có hiệu lực vào ngày này. Bỏ trống: tìm theo mã, tên và "
                 "diện tích.",
                 "Boundaries of the units that are valid on this day. Empty: found by codes, names "
                 "and areas."));
        add(new QgsProcessingParameterFeatureSink(reportName, said("Báo cáo", "Report"),
                                                  compat::anyVector, QVariant(), true, true),
            said("Đa giác không khớp, khác tên, đã sửa, chồng nhau; đơn vị chưa có đa giác.",
                 "Polygons that did not match, have another name, were repaired or overlap; units "
                 "without a polygon."));
        addOutput(new QgsProcessingOutputFile(
            workspaceName, said("không gian làm việc đã ghi vào", "the workspace written into")));
        addNumberOutput("READ", "số đa giác đã đọc", "polygons read");
        addNumberOutput("MATCHED", "số đa giác khớp", "polygons that matched");
        addNumberOutput("REPAIRED", "số đa giác đã sửa", "polygons repaired");
        addNumberOutput("WITHOUT", "số đơn vị chưa có ranh giới", "units that got no polygon");
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "importboundaries",
            AlgorithmSheet::Workspace,
            {"Nhập ranh giới chính thức", "Import official boundaries"},
            {"Đưa đa giác vào không gian làm việc, khớp với đơn vị của một ngày theo mã và tên. Từ "
             "đó bản đồ và phép cộng dùng ranh giới chính thức thay cho ranh giới gần đúng.",
             "Takes polygons into the workspace, matched with the units of a day by code and name. "
             "From then on maps and sums use official boundaries instead of approximate ones."},
            "WORKSPACE=lai-chau.sqlite INPUT=ranh-gioi-xa.gpkg VALID_FROM=2025-07-01 "
            "REPORT=bao-cao.csv",
            "ranh giới,nhập,chính thức,boundaries,import,official,polygons"};
        return sheet;
    }

    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override {
        boundaries::ImportOptions options;
        options.codeField = text(parameters, codeField, context);
        options.nameField = text(parameters, nameField, context);
        options.level = level(parameters, context);
        options.validFrom = day(parameters, validFrom, context);
        if (options.validFrom)
            requireListed(*options.validFrom);
        QString layer;
        const QString file = parameterAsCompatibleSourceLayerPathAndLayerName(
            parameters, inputName, context,
            {QStringLiteral("gpkg"), QStringLiteral("shp"), QStringLiteral("geojson"),
             QStringLiteral("fgb"), QStringLiteral("sqlite"), QStringLiteral("kml"),
             QStringLiteral("gml"), QStringLiteral("tab"), QStringLiteral("json")},
            QStringLiteral("gpkg"), &feedback, &layer);
        if (file.isEmpty())
            throw QgsProcessingException(invalidSourceError(parameters, inputName));
        options.layer = fromQt(layer);
        const auto workspace = openToWrite(parameters, context);
        const boundaries::ImportResult result =
            import(*workspace, fromQt(file), options, layerName(parameters, context), feedback);
        feedback.pushInfo(toQt(boundaries::boundarySummary(result, words())));
        QVariantMap results = {{workspaceName, toQt(workspace->file().file())},
                               {QStringLiteral("READ"), qulonglong(result.read)},
                               {QStringLiteral("MATCHED"), qulonglong(result.matched)},
                               {QStringLiteral("REPAIRED"), qulonglong(result.repaired)},
                               {QStringLiteral("WITHOUT"), qulonglong(result.unitsWithout.size())}};
        insertGiven(results, reportName, report(result, *workspace, parameters, context));
        return results;
    }

private:
    /// As its owner knows the layer.
    QString layerName(const QVariantMap& parameters, QgsProcessingContext& context) const {
        return source(parameters, inputName, context)->sourceName();
    }

    /// What is in no file is read from a temporary one, which its owner has never heard of.
    static boundaries::ImportResult import(workspace::Workspace& workspace, const std::string& file,
                                           const boundaries::ImportOptions& options,
                                           const QString& name, QgsProcessingFeedback& feedback) {
        try {
            return boundaries::importBoundaries(workspace.file(), workspace.gazetteer(), file,
                                                options, progressOf(feedback));
        } catch (const InputError& error) {
            throw InputError(spoken(said(error).replace(toQt(file), name)));
        }
    }

    /// Made when the polygons are in: a refused import leaves an older report as it is.
    QString report(const boundaries::ImportResult& result, workspace::Workspace& workspace,
                   const QVariantMap& parameters, QgsProcessingContext& context) const {
        const auto unwritten = [](const QString& problem) {
            return Error(
                localText("Ranh giới đã được nhập, nhưng báo cáo REPORT không ghi được: {}",
                          "The boundaries are imported, but the REPORT could not be written: {}",
                          fromQt(problem)));
        };
        try {
            return writeTable(parameters, reportName, context,
                              boundaries::boundaryRows(result, workspace.gazetteer(), words()),
                              {QStringLiteral("feature")});
        } catch (const QgsException& problem) {
            throw unwritten(problem.what());
        } catch (const std::exception& problem) {
            throw unwritten(said(problem));
        }
    }
};

} // namespace

QgsProcessingAlgorithm* makeImportBoundariesAlgorithm() {
    return new ImportBoundariesAlgorithm;
}

} // namespace terroir::qgis
