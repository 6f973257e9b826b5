#pragma once

#include "core/search/search_index.hpp"
#include "core/workspace/import_preview.hpp"
#include "plugin/viewer/desk.hpp"

#include <QDialog>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace terroir::viewer {

/// Which unit a place of a row is: one of its candidates, or one that is found as its name is
/// typed. It holds for all rows with the same place.
class PlaceChoiceDialog final : public QDialog {
    Q_OBJECT
public:
    /// `places` of one row, at least one.
    PlaceChoiceDialog(Desk& desk, std::vector<workspace::RowPlace> places,
                      QWidget* parent = nullptr);

    /// Of the place that was decided: its key, and the uid of the unit; empty: as it is read.
    const std::string& key() const { return current().key; }
    const std::string& unit() const { return m_unit; }

private:
    const workspace::RowPlace& current() const;
    void showPlace();
    void listUnits();
    /// Code of the unit's province on the row's day, else on its own last; may be empty.
    std::string provinceOf(gazetteer::UnitIndex unit) const;
    void addUnit(const QString& name, const std::string& uid);
    void choose();

    Desk& m_desk;
    SnapshotPtr m_contents; ///< that the index looks at
    std::vector<workspace::RowPlace> m_places;
    search::SearchIndex m_index; ///< of units alone
    std::string m_unit;
    std::string m_province; ///< that the place is near to
    QComboBox* m_place = nullptr;
    QLabel *m_rows = nullptr, *m_found = nullptr;
    QLineEdit* m_search = nullptr;
    QListWidget* m_units = nullptr;
    QPushButton* m_choose = nullptr;
};

} // namespace terroir::viewer
