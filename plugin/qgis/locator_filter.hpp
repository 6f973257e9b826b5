#pragma once

#include "plugin/qgis/desk.hpp"

#include <QPointer>
#include <qgslocatorfilter.h>

namespace terroir::qgis {

class Spotlight;

/// terroir in the bar at the lower left of QGIS: communes and districts of all dates, products,
/// holders and documents, as one types, with or without diacritics.
class LocatorFilter final : public QgsLocatorFilter {
    Q_OBJECT
public:
    LocatorFilter(Desk& desk, Spotlight& spotlight);

    QgsLocatorFilter* clone() const override;
    QString name() const override { return QStringLiteral("terroir"); }
    QString displayName() const override;
    QString description() const override;
    /// Prefixes of fewer than three letters are those of QGIS's own filters.
    QString prefix() const override { return QStringLiteral("ter"); }
    Priority priority() const override { return Medium; }

    /// In a thread of QGIS's, on a clone, which has the library of the moment.
    void fetchResults(const QString& text, const QgsLocatorContext& context,
                      QgsFeedback* feedback) override;
    void triggerResult(const QgsLocatorResult& result) override;

private:
    struct Search {
        LibraryPtr library;
        Date asOf;
        Language language = Language::Vietnamese;
    };
    explicit LocatorFilter(Search search);

    QPointer<Desk> m_desk; ///< null in a clone
    QPointer<Spotlight> m_spotlight;
    Search m_search; ///< of a clone
};

} // namespace terroir::qgis
