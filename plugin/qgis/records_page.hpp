#pragma once

#include "plugin/qgis/spotlight.hpp"

#include <QWidget>

#include <vector>

class QTextBrowser;
class QUrl;

namespace terroir::qgis {

/// What is known about the chosen unit, or about a product, holder or document: with every record
/// and the line of the document that it comes from.
class RecordsPage final : public QWidget {
    Q_OBJECT
public:
    RecordsPage(Desk& desk, Spotlight& spotlight, QWidget* parent);

private:
    void takeLibrary();
    void showUnit(const QString& uid);
    void showRecords(const QString& title, const std::vector<std::size_t>& records);
    /// The records stand between what they are about and the rest.
    void show(const QString& heading, const std::vector<std::size_t>& records,
              const QString& rest = {});
    void follow(const QUrl& link);
    QString recordList(const std::vector<std::size_t>& records) const;

    Desk& m_desk;
    Spotlight& m_spotlight;
    QTextBrowser* m_text = nullptr;
    QString m_page; ///< the one that "back" leads to
};

} // namespace terroir::qgis
