#pragma once

#include "plugin/viewer/desk.hpp"

#include <QDialog>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace terroir::viewer {

class ResultTableModel;

/// The documents of the workspace with how many records each has; one can be changed, or removed
/// with its records.
class SourcesDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SourcesDialog(Desk& desk, QWidget* parent = nullptr);

signals:
    void changeWanted(std::string id);
    void removeWanted(std::string id);

private:
    void show();
    std::string current() const;

    Desk& m_desk;
    QTableView* m_rows = nullptr;
    ResultTableModel* m_model = nullptr;
    QPushButton *m_change = nullptr, *m_remove = nullptr;
};

/// What a document is called and where it comes from.
class SourceDialog final : public QDialog {
    Q_OBJECT
public:
    SourceDialog(Desk& desk, records::Source source, QWidget* parent = nullptr);

private:
    void save();

    Desk& m_desk;
    records::Source m_source;
    QLineEdit *m_title = nullptr, *m_issuer = nullptr, *m_number = nullptr, *m_date = nullptr,
              *m_territory = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace terroir::viewer
