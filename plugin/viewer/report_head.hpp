#pragma once

#include "plugin/viewer/report_reading.hpp"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace terroir::viewer {

class DayEdit;
class PlaceCompleter;

/// What a report says of itself: in one line, and in fields that can be changed, after which it is
/// read again.
class ReportHead final : public QWidget {
    Q_OBJECT
public:
    explicit ReportHead(Desk& desk, QWidget* parent = nullptr);

    void show(const OpenReport& report);
    using QWidget::show;
    ReportFacts facts() const;

signals:
    void readAgainWanted();

private:
    void makeForm();
    template <typename Edit>
    Edit* add(Edit* edit, const char* name, const QString& label, int row, int column);
    void readAgain();

    Desk& m_desk;
    QToolButton* m_toggle = nullptr;
    QWidget* m_form = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel *m_summary = nullptr, *m_remark = nullptr;
    QLineEdit *m_title = nullptr, *m_number = nullptr, *m_issuer = nullptr, *m_date = nullptr,
              *m_within = nullptr;
    DayEdit* m_asOf = nullptr;
    PlaceCompleter* m_places = nullptr;
};

} // namespace terroir::viewer
