#pragma once

#include "core/search/search_index.hpp"
#include "plugin/viewer/desk.hpp"

#include <QObject>

#include <functional>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace terroir::viewer {

/// Offers the administrative units that a text may mean while it is typed, each with its parents on
/// the day, and writes the one that is chosen. Of several places between ';' the last one.
class PlaceCompleter final : public QObject {
    Q_OBJECT
public:
    PlaceCompleter(Desk& desk, QLineEdit* edit);

    /// The day whose units come first.
    void setDay(Date day) { m_day = day; }

private:
    void offer();
    void take(const QString& unit);

    Language m_language;
    SnapshotPtr m_contents; ///< that the index looks at
    search::SearchIndex m_index;
    Date m_day = Date::today();
    QLineEdit* m_edit;
    QStringListModel* m_found = nullptr;
    QCompleter* m_completer = nullptr;
};

} // namespace terroir::viewer
