#pragma once

#include "core/extract/row_parts.hpp"
#include "plugin/viewer/desk.hpp"

#include <QDialog>

#include <string>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace terroir::viewer {

/// A form for what one row of a report says. What the door would refuse is said before the form
/// closes.
class ReportRowDialog final : public QDialog {
    Q_OBJECT
public:
    ReportRowDialog(Desk& desk, extract::ReviewCells cells, QWidget* parent);

    /// As they are written; nothing is stored.
    const extract::ReviewCells& cells() const { return m_cells; }
    void accept() override;

private:
    struct Field {
        std::string column;
        QLineEdit* edit = nullptr; ///< or a box
        QComboBox* box = nullptr;
    };
    void addLine(QFormLayout& form, const char* column, const QString& label);
    void addBox(QFormLayout& form, const char* column, const QString& label);
    QString shownOf(const std::string& column) const;
    QString namesOfCodes() const;
    /// False when a text is no number, which is said.
    bool take(extract::ReviewCells& cells);

    Desk& m_desk;
    extract::ReviewCells m_cells;
    std::vector<Field> m_fields;
    QLabel* m_verdict = nullptr;
};

} // namespace terroir::viewer
