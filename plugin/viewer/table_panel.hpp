#pragma once

#include "plugin/viewer/copy_cells.hpp"
#include "plugin/viewer/desk.hpp"

#include <QWidget>

#include <filesystem>

class QCheckBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QTableView;

namespace terroir::viewer {

class FigureModel;
class FigureOrder;

/// The figures of the active map as a table.
class TablePanel final : public QWidget {
    Q_OBJECT
public:
    explicit TablePanel(Desk& desk, QWidget* parent = nullptr);

    /// Writes all rows of the map, by the extension .csv, .xlsx, .ods or .json; replaces a file.
    void exportTo(const std::filesystem::path& file);

signals:
    /// The table of the newest figures is there.
    void shown();
    /// The sum of the units that are filtered is there.
    void summed();
    void addRecordWanted(terroir::gazetteer::UnitIndex unit);
    void profileWanted(terroir::gazetteer::UnitIndex unit);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeWidgets();
    void makeMenu();
    void follow();
    void setNotice(const QString& notice);
    void sizeColumns();
    void showSelection();
    void takeRows();
    void copy(Header header);
    void exportWithDialog();
    void count();

    Desk& m_desk;
    FiguresPtr m_asked; ///< what the table is made of, or being made of
    bool m_isOwnSelection = false;
    FigureModel* m_model = nullptr;
    FigureOrder* m_order = nullptr;
    QTableView* m_table = nullptr;
    QLineEdit* m_filter = nullptr;
    QCheckBox* m_onlyWithData = nullptr;
    QLabel *m_count = nullptr, *m_sum = nullptr;
    unsigned m_sumRequest = 0;
    QLabel* m_notice = nullptr;
};

} // namespace terroir::viewer
