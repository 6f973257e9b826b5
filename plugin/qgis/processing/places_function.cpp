#include "plugin/qgis/processing/places_function.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/geocode/place_table.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/qgis/features.hpp"
#include "plugin/qgis/processing/feature_table.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/workspace_choice.hpp"

#include <qgsexpression.h>
#include <qgsexpressionfunction.h>

#include <mutex>

namespace terroir::qgis {

namespace {

const QString functionName = QStringLiteral("terroir_places");

class Function final : public QgsExpressionFunction {
public:
    Function()
        : QgsExpressionFunction(
              functionName,
              {Parameter(QStringLiteral("text")), Parameter(QStringLiteral("day"), true),
               Parameter(QStringLiteral("within"), true)},
              QStringLiteral("terroir"),
              said("Các địa danh mà văn bản nêu: mảng các map với start, end, text, status, "
                   "unit_code, unit_name, reasons, group… Tham số: văn bản, ngày (mặc định hôm "
                   "nay), địa bàn.",
                   "The places that a text names: an array of maps with start, end, text, status, "
                   "unit_code, unit_name, reasons, group… Arguments: the text, the day (default "
                   "today), the area.")) {}

    QVariant func(const QVariantList& values, const QgsExpressionContext*, QgsExpression* parent,
                  const QgsExpressionNodeFunction*) override {
        try {
            return placesOf(values);
        } catch (const Error& error) {
            parent->setEvalErrorString(toQt(error.in(words().language())));
        } catch (const std::exception& error) {
            parent->setEvalErrorString(QString::fromUtf8(error.what()));
        }
        return {};
    }

private:
    /// The workspace that is open for all calls; held under m_mutex.
    workspace::Workspace& workspace() {
        if (m_workspace == nullptr)
            m_workspace = std::make_unique<workspace::Workspace>(
                workspaceToRead(QString(), [](const QString&) {}), store::Mode::ReadOnly);
        return *m_workspace;
    }

    QVariant placesOf(const QVariantList& values) {
        const std::string text = cellOf(values.value(0)), day = cellOf(values.value(1)),
                          within = cellOf(values.value(2));
        geocode::PlaceFinder::Options options;
        if (!day.empty()) {
            const auto given = parseDayText(day);
            if (!given)
                throw UsageError(
                    localText("'{}' không phải một ngày; hãy viết YYYY-MM-DD hoặc DD/MM/YYYY.",
                              "'{}' is not a day; write YYYY-MM-DD or DD/MM/YYYY.", day));
            options.asOf = *given;
        }
        const geocode::Geocoder* geocoder = nullptr;
        {
            const std::lock_guard lock(m_mutex);
            geocoder = &workspace().geocoder();
            if (!within.empty())
                options.within = workspace().findUnit(within, options.asOf, "within");
        }
        const Table table = geocode::placeTable(geocode::PlaceFinder(*geocoder).find(text, options),
                                                geocoder->gazetteer(), options.asOf);
        QVariantList places;
        for (const std::vector<Value>& row : table.rows) {
            QVariantMap place;
            for (std::size_t column = 0; column < row.size(); ++column)
                place.insert(toQt(table.columns[column].name), variantOf(row[column]));
            places.append(place);
        }
        return places;
    }

    std::mutex m_mutex;
    std::unique_ptr<workspace::Workspace> m_workspace;
};

} // namespace

PlacesFunction::PlacesFunction() {
    // QGIS owns it, and clears its list before it destroys the providers when it ends.
    QgsExpression::registerFunction(new Function, true);
}

void PlacesFunction::takeOut() {
    QgsExpression::unregisterFunction(functionName);
}

} // namespace terroir::qgis
