#include "core/records/check.hpp"

#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/processing/algorithm.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingoutputs.h>
#include <qgsprocessingparameters.h>

namespace terroir::qgis {

namespace {

const QString output = QStringLiteral("OUTPUT");

class CheckAlgorithm final : public Algorithm {
public:
    QString name() const override { return QStringLiteral("check"); }
    QString displayName() const override { return said("Soát số liệu", "Check the records"); }
    QString group() const override { return said("Số liệu", "Records"); }
    QString groupId() const override { return QStringLiteral("records"); }
    QString shortHelpString() const override {
        return said(
            "Tìm tổng không khớp, bản ghi trùng và giá trị vô lý trong không gian làm việc.",
            "Finds totals that do not add up, duplicates and impossible values in the "
            "workspace.");
    }
    QgsProcessingAlgorithm* createInstance() const override { return new CheckAlgorithm; }

    void initAlgorithm(const QVariantMap&) override {
        addWorkspaceParameter();
        addParameter(new QgsProcessingParameterFeatureSink(
            output, said("Những điều cần xem", "Findings"), compat::anyVector));
    }

protected:
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override {
        const auto session = openToRead(parameters, context, feedback);
        QgsFields fields;
        for (const char* column : {"severity", "rule", "record", "sentence"})
            fields.append(compat::textField(QLatin1String(column)));
        QString destination;
        std::unique_ptr<QgsFeatureSink> sink(
            parameterAsSink(parameters, output, context, destination, fields, compat::noGeometry));
        for (const records::Finding& finding :
             records::check(session->records(), session->sources(), session->geocoder(),
                            session->gazetteer())) {
            QgsFeature feature(fields);
            feature.setAttributes(QgsAttributes()
                                  << toQt(toString(finding.severity)) << toQt(finding.rule)
                                  << toQt(finding.record) << said(finding.sentence));
            sink->addFeature(feature);
        }
        return {{output, destination}};
    }
};

} // namespace

QgsProcessingAlgorithm* makeCheckAlgorithm() {
    return new CheckAlgorithm;
}

} // namespace terroir::qgis
