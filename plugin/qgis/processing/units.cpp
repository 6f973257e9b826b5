#include "core/figures/join.hpp"
#include "core/gazetteer/territory.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/stored_style.hpp"
#include "plugin/qgis/processing/unit_features.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/unit_layer.hpp"

#include <qgsprocessingfeedback.h>
#include <qgsprocessingutils.h>
#include <qgsvectorlayer.h>

namespace terroir::qgis {

namespace {

using gazetteer::UnitIndex;

/// Gives the layer its look when QGIS has put it into the project.
class UnitStyler final : public QgsProcessingLayerPostProcessorInterface {
public:
    explicit UnitStyler(bool approximate) : m_approximate(approximate) {}
    void postProcessLayer(QgsMapLayer* layer, QgsProcessingContext&,
                          QgsProcessingFeedback*) override {
        if (auto* vector = qobject_cast<QgsVectorLayer*>(layer))
            lookLikeUnits(*vector, m_approximate);
    }

private:
    bool m_approximate;
};

class UnitsAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new UnitsAlgorithm; }

    void initAlgorithm(const QVariantMap&) override {
        addWorkspace();
        addLevel(QStringLiteral("commune"));
        addAsOf();
        addWithin();
        add(new QgsProcessingParameterFeatureSink(outputName, said("Đơn vị hành chính", "Units"),
                                                  compat::vectorPolygon),
            said("Mỗi đơn vị một vùng, với khóa, mã, tên, cấp trên, diện tích, dân số và cột "
                 "boundary: official hay approximate.",
                 "A polygon for each unit, with key, code, name, parent, area, population and the "
                 "column boundary: official or approximate."));
        addNumberOutput("UNITS", "số đơn vị", "number of units");
        addNumberOutput("APPROXIMATE", "số đơn vị có ranh giới gần đúng",
                        "number of units with approximate boundaries");
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "units",
            AlgorithmSheet::Places,
            {"Đơn vị hành chính của một ngày", "Units of a day"},
            {"Lấy ranh giới tỉnh, huyện hoặc xã có hiệu lực vào một ngày bất kỳ từ năm 2004. "
             "Ranh giới chính thức là những ranh giới đã nhập vào không gian làm việc; nơi chưa "
             "nhập thì gần đúng.",
             "The provinces, districts or communes in force on any day since 2004. Official "
             "boundaries are those that were imported into the workspace; elsewhere they are "
             "approximate."},
            "LEVEL=commune AS_OF=2022-12-31 WITHIN=\"huyện Tam Đường, tỉnh Lai Châu\" "
            "OUTPUT=xa-2022.gpkg",
            "xã,huyện,tỉnh,ranh giới,đơn vị,units,communes,districts,provinces,boundaries"};
        return sheet;
    }

    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override {
        const auto workspace = openToRead(parameters, context, feedback);
        const gazetteer::Gazetteer& gazetteer = workspace->gazetteer();
        const Date day = asOf(parameters, context);
        const gazetteer::Level wanted =
            level(parameters, context).value_or(gazetteer::Level::Commune);
        requireListed(day);
        requireUnits(gazetteer, wanted, day);
        const std::vector<UnitIndex> units = gazetteer::unitsWithin(
            gazetteer, within(parameters, context, *workspace, day), wanted, day);
        UnitShapes shapes(*workspace);
        shapes.fetch({units.begin(), units.end()}, day);
        const QgsFields fields = unitFields();
        ResultSink sink =
            this->sink(parameters, outputName, context, fields, compat::multiPolygon, lonLat());
        qlonglong approximate = 0;
        for (const UnitIndex unit : units) {
            QgsFeature feature(fields);
            feature.setAttributes(unitAttributes(gazetteer, unit, day, shapes));
            feature.setGeometry(shapes.polygons({unit}));
            sink.add(feature);
            const boundaries::UnitShape* shape = shapes.find(unit);
            approximate +=
                shape != nullptr && shape->origin == boundaries::Origin::Approximate ? 1 : 0;
        }
        feedback.pushInfo(said("%1 đơn vị, %2 có ranh giới gần đúng.",
                               "%1 units, %2 with approximate boundaries.")
                              .arg(units.size())
                              .arg(approximate));
        m_written = sink.destination();
        m_approximate = approximate > 0;
        if (context.willLoadLayerOnCompletion(m_written))
            context.layerToLoadOnCompletionDetails(m_written).setPostProcessor(
                new UnitStyler(m_approximate)); // owned by the details
        return {{outputName, m_written},
                {QStringLiteral("UNITS"), qlonglong(units.size())},
                {QStringLiteral("APPROXIMATE"), approximate}};
    }

    QVariantMap postProcessAlgorithm(QgsProcessingContext& context,
                                     QgsProcessingFeedback* feedback) override {
        auto* layer = qobject_cast<QgsVectorLayer*>(
            QgsProcessingUtils::mapLayerFromString(m_written, context));
        if (layer == nullptr)
            return {};
        lookLikeUnits(*layer, m_approximate);
        if (const QString problem = storeStyle(*layer, said("Đơn vị hành chính", "Units"));
            !problem.isEmpty())
            feedback->pushWarning(said("Kiểu vẽ không được lưu cùng tệp: %1",
                                       "The style is not stored with the file: %1")
                                      .arg(problem));
        return {};
    }

private:
    QString m_written;
    bool m_approximate = false;
};

} // namespace

QgsProcessingAlgorithm* makeUnitsAlgorithm() {
    return new UnitsAlgorithm;
}

} // namespace terroir::qgis
