#pragma once

#include "core/geocode/geocode_batch.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"

namespace terroir::qgis {

/// What `geocode` and `convert` have in common: the columns that say where, the day, the area; all
/// columns of the input and the answer out, with a geometry when asked for.
class PlaceAlgorithm : public DocumentedAlgorithm {
public:
    bool checkParameterValues(const QVariantMap& parameters, QgsProcessingContext& context,
                              QString* problem = nullptr) const override;

protected:
    void addInputs();
    void addOutputs();

    /// How to answer for a place that was found.
    virtual std::unique_ptr<geocode::AnswerColumns>
    makeAnswer(const gazetteer::Gazetteer& gazetteer, const QVariantMap& parameters,
               QgsProcessingContext& context) = 0;
    /// Whether a row may stand for several units.
    virtual bool severalUnits(const QVariantMap& parameters,
                              QgsProcessingContext& context) const = 0;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;

private:
    friend class PlaceRun;
};

} // namespace terroir::qgis
