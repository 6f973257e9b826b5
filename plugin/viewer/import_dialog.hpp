#pragma once

#include "core/workspace/table_import.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/latest_run.hpp"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;

namespace terroir::viewer {

class ColumnChoiceModel;
class ImportReportPane;

/// Takes a table of one's own into the workspace: what its columns mean, what would become of every
/// row, what a person puts right in it, and the import itself, which can be undone.
class ImportDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(Desk& desk, QWidget* parent = nullptr);
    ~ImportDialog() override;

    void setFile(const QString& file);
    /// False while a table is read, and when it cannot be imported as it is set.
    bool canImport() const;
    /// An empty table of the chosen kind to fill in; over a file that is there.
    void saveTemplate(const QString& file);

signals:
    /// After an import: how many places nobody has decided about yet.
    void imported(int openPlaces);
    /// The report shows what is set, or why there is none.
    void previewShown();

private:
    void makeForm();
    void makeColumns();
    void browse();
    void askForTemplate();
    void readTable();
    void takeWorkbook(std::shared_ptr<const sheets::Workbook> workbook);
    void readRows();
    void showFailure(const QString& sentence);
    void showTaken(std::shared_ptr<const workspace::TableImport> taken,
                   std::shared_ptr<const Table> rows);
    void setBusy(bool isBusy);
    void import();
    records::ImportOptions options() const;
    void reject() override;

    Desk& m_desk;
    LatestRun m_run;
    QTimer m_readTimer;
    std::shared_ptr<const sheets::Workbook> m_workbook;
    std::shared_ptr<const workspace::TableImport> m_taken; ///< null: nothing to import
    bool m_isImporting = false;
    JobRunner::JobId m_job = 0; ///< while it imports

    QLineEdit *m_file = nullptr, *m_title = nullptr, *m_date = nullptr, *m_territory = nullptr,
              *m_settingText = nullptr;
    QComboBox *m_sheet = nullptr, *m_kind = nullptr, *m_settingField = nullptr;
    QSplitter* m_split = nullptr;
    QHBoxLayout* m_aboveLine = nullptr; ///< the form, and beside it the columns
    QTableView* m_columnView = nullptr;
    QPushButton *m_import = nullptr, *m_template = nullptr;
    ColumnChoiceModel* m_columns = nullptr;
    ImportReportPane* m_pane = nullptr;
};

} // namespace terroir::viewer
