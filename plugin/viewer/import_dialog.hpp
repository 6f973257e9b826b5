#pragma once

#include "core/workspace/table_import.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/latest_run.hpp"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace terroir::viewer {

class ColumnChoiceModel;
class ImportReportModel;

/// Takes a table of one's own into the workspace: what its columns mean, what would become of every
/// row, and the import itself, which can be undone.
class ImportDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(Desk& desk, QWidget* parent = nullptr);

    void setFile(const QString& file);
    /// False while a table is read, and when it cannot be imported as it is set.
    bool canImport() const;

signals:
    /// After an import: how many places nobody has decided about yet.
    void imported(int openPlaces);
    /// The report shows what is set, or why there is none.
    void previewShown();

private:
    void makeForm();
    void makeTables();
    void browse();
    void readTable();
    void takeWorkbook(std::shared_ptr<const sheets::Workbook> workbook);
    void readRows();
    void showFailure(const QString& sentence);
    void showTaken(std::shared_ptr<const workspace::TableImport> taken,
                   std::shared_ptr<const ResultTable> rows);
    void setBusy(bool isBusy);
    void filterReport();
    void saveReport();
    void import();
    records::ImportOptions options() const;

    Desk& m_desk;
    LatestRun m_run;
    QTimer m_readTimer;
    std::shared_ptr<const sheets::Workbook> m_workbook;
    std::shared_ptr<const workspace::TableImport> m_taken; ///< null: nothing to import
    bool m_isImporting = false;

    QLineEdit *m_file = nullptr, *m_title = nullptr, *m_date = nullptr, *m_territory = nullptr,
              *m_settingText = nullptr;
    QComboBox *m_sheet = nullptr, *m_kind = nullptr, *m_outcome = nullptr,
              *m_settingField = nullptr;
    QTableView *m_columnView = nullptr, *m_reportView = nullptr;
    QLabel* m_summary = nullptr;
    QPlainTextEdit* m_remarks = nullptr; ///< of the whole
    QPushButton *m_save = nullptr, *m_import = nullptr;
    ColumnChoiceModel* m_columns = nullptr;
    ImportReportModel* m_report = nullptr;
    QSortFilterProxyModel* m_filtered = nullptr;
};

} // namespace terroir::viewer
