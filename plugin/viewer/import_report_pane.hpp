#pragma once

#include "core/workspace/table_import.hpp"
#include "plugin/viewer/desk.hpp"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLayout;
class QModelIndex;
class QPlainTextEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace terroir::viewer {

class ImportReportModel;

/// What would become of the rows of a table: in a sentence, in what is said of the whole, and row
/// by row, where a person puts cells and places right and leaves rows out.
class ImportReportPane final : public QWidget {
    Q_OBJECT
public:
    ImportReportPane(Desk& desk, QWidget* parent);
    ~ImportReportPane() override;

    /// Another file, or the same again: nothing in it is put right yet.
    void setFile(const QString& file);
    const records::Corrections& corrections() const { return m_corrections; }

    void show(std::shared_ptr<const workspace::TableImport> taken,
              std::shared_ptr<const Table> rows);
    void showFailure(const QString& sentence);
    void say(const QString& sentence);
    enum class State { Shown, Reading, Importing };
    void setState(State state);

signals:
    /// The table is to be read again.
    void corrected();

private:
    QLayout* makeTools();
    void makeReport();
    void showCounts(const records::ImportReport& report);
    void showCorrections();
    void filterReport();
    void editAt(const QModelIndex& index);
    void editRow();
    void correctCells(const records::RowReport& row, const std::vector<records::RowCell>& cells);
    void correct(const records::RowName& row, const records::RowCell& cell,
                 const std::string& text);
    void choosePlace();
    const records::RowReport* currentRow() const;
    void saveReport();

    Desk& m_desk;
    QString m_file;
    std::shared_ptr<const workspace::TableImport> m_taken; ///< null: nothing is shown
    records::Corrections m_corrections;
    State m_state = State::Shown;

    QLabel *m_summary = nullptr, *m_sentence = nullptr; ///< of the current row
    QPlainTextEdit* m_remarks = nullptr;                ///< of the whole
    QComboBox* m_outcome = nullptr;
    QPushButton *m_save = nullptr, *m_putRight = nullptr, *m_choosePlace = nullptr,
                *m_takeBack = nullptr;
    QTableView* m_reportView = nullptr;
    ImportReportModel* m_report = nullptr;
    QSortFilterProxyModel* m_filtered = nullptr;
};

} // namespace terroir::viewer
