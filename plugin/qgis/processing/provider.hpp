#pragma once

#include "plugin/qgis/processing/choice_widgets.hpp"
#include "plugin/qgis/processing/places_function.hpp"

#include <qgsprocessingprovider.h>

namespace terroir::qgis {

/// terroir among the providers of the Processing toolbox.
class Provider final : public QgsProcessingProvider {
    Q_OBJECT
public:
    explicit Provider(QObject* parent = nullptr) : QgsProcessingProvider(parent) {}

    static QString providerId() { return QStringLiteral("terroir"); }
    QString id() const override { return providerId(); }
    QString name() const override { return QStringLiteral("terroir"); }
    QString longName() const override;
    QString versionInfo() const override;
    QIcon icon() const override;
    QString svgIconPath() const override;
    void loadAlgorithms() override;

private:
    ChoiceWidgets m_widgets;
    PlacesFunction m_places; ///< in expressions as long as the provider is there
};

} // namespace terroir::qgis
