#pragma once

#include "plugin/viewer/report_reading.hpp"
#include "plugin/viewer/report_rows.hpp"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTableWidget;
class QTabWidget;
class QToolBar;

namespace terroir::viewer {

class ReportRowFilter;
class ReportRowModel;

/// The proposals of a report, what was left open and what is gone: lists with what is looked at,
/// what is known of it, and counts.
class ReportList final : public QWidget {
    Q_OBJECT
public:
    ReportList(Desk& desk, ReportRows& rows, QWidget* parent = nullptr);

    void show(const OpenReport& report);
    using QWidget::show;
    /// The row that is looked at; nothing when there is none.
    std::optional<std::size_t> current() const;
    /// Those that are selected, ascending.
    std::vector<std::size_t> selected() const;
    std::optional<std::size_t> currentLeftOpen() const;
    /// The row that is shown below the one that is looked at.
    std::optional<std::size_t> next() const;
    /// Shows the row, whatever is searched for.
    void choose(std::size_t row);
    void chooseLeftOpen(std::size_t row);
    /// The next in the order that is shown; only open ones where asked. False when there is none.
    enum class Among { All, Open };
    bool move(int step, Among among);
    /// Buttons for what can be done to a row.
    QToolBar& tools() { return *m_tools; }
    void say(const QString& sentence);
    QTableView& view() { return *m_view; }

signals:
    void currentChanged();
    void leftOpenChosen(int row);
    void changeWanted();

private:
    void makeFilter();
    QTableWidget* makePlain(const char* name, const QString& accessibleName,
                            const QStringList& columns);
    void showOthers(const OpenReport& report);
    void follow(int at);
    QModelIndex shownNear(int row) const;
    void showCounts();
    void showRemarks();

    Desk& m_desk;
    ReportRows& m_rows;
    ReportRowModel* m_model = nullptr;
    ReportRowFilter* m_filter = nullptr;
    QTabWidget* m_tabs = nullptr;
    QTableView* m_view = nullptr;
    QTableWidget *m_leftOpen = nullptr, *m_gone = nullptr;
    QComboBox* m_which = nullptr;
    QLineEdit* m_search = nullptr;
    QToolBar* m_tools = nullptr;
    QLabel *m_counts = nullptr, *m_remarks = nullptr;
};

} // namespace terroir::viewer
