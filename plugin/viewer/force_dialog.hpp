#pragma once

#include "core/records/in_force.hpp"

#include <QDialog>
#include <QString>

#include <vector>

class QComboBox;
class QSpinBox;

namespace terroir::viewer {

class DayEdit;

/// Asks how what was granted must stand, and on which day.
class ForceDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ForceDialog(const records::ForceWanted& wanted, QWidget* parent = nullptr);

    records::ForceWanted wanted() const;
    /// What is usually asked for, on a day.
    static std::vector<records::ForceWanted> usual(Date day);
    /// "Còn hiệu lực hoặc không rõ …", "Hết hạn trong 12 tháng": without the day.
    static QString nameOf(const records::ForceWanted& wanted);

protected:
    void accept() override;

private:
    QComboBox* m_states = nullptr;
    QSpinBox* m_months = nullptr;
    DayEdit* m_day = nullptr;
    std::vector<records::ForceWanted> m_usual;
};

} // namespace terroir::viewer
