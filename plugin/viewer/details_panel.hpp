#pragma once

#include "core/figures/details.hpp"
#include "core/records/records_by_unit.hpp"
#include "plugin/viewer/desk.hpp"

#include <QWidget>

#include <memory>

class QLabel;
class QModelIndex;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QTextBrowser;
class QUrl;

namespace terroir::viewer {

class RecordModel;

/// What is known about the selected unit, about records that were asked for, or, with nothing
/// selected, about the workspace; with the records concerned, and one of them in full.
class DetailsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit DetailsPanel(Desk& desk, QWidget* parent = nullptr);

signals:
    /// The records of what is selected are shown.
    void recordsShown();
    /// A document's name was clicked with the right button.
    void sourceMenuWanted(std::string id, QPoint globalPosition);
    /// What a person wants to do with the record of the current row.
    void editWanted(const std::string& record);
    void historyWanted(const std::string& record);
    void attachmentsWanted(const std::string& record);
    void profileWanted(terroir::gazetteer::UnitIndex unit);

private:
    void makeWidgets();
    void takeContents();
    void takeSelection();
    QString severalUnits() const;
    void refresh();
    void showText();
    void showRecords();
    void showRecord(const QModelIndex& index);
    void follow(const QUrl& link);
    void showTextMenu(QTextBrowser& browser, QPoint at);
    void copyRecords();
    void makeRecordMenu();
    /// For one use: it refers to the figures of the map.
    figures::Details text() const;
    const figures::EvaluatedTheme* figures() const;
    Date day() const;

    Desk& m_desk;
    std::shared_ptr<const records::RecordsByUnit> m_places; ///< null until it is made
    // What the panel is about. A record of its table that was clicked moves the map's selection,
    // not this.
    gazetteer::UnitIndex m_unit = gazetteer::noUnit;
    Desk::RecordSelection m_asked;
    bool m_isOwnSelection = false;
    QTextBrowser* m_text = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_profile = nullptr;
    QTableView* m_table = nullptr;
    RecordModel* m_model = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    QTextBrowser* m_record = nullptr;
};

} // namespace terroir::viewer
