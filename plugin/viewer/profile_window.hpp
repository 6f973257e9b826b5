#pragma once

#include "plugin/viewer/job_dialog.hpp"
#include "plugin/viewer/latest_run.hpp"
#include "plugin/viewer/profile_page.hpp"

#include <QTimer>

#include <memory>

class QLabel;
class QPrinter;
class QPushButton;
class QTextBrowser;

namespace terroir::viewer {

/// All that is known of a unit on one page, to read, copy, print and save; for the day and the
/// filter of the active map, and anew when these or the records are others.
class ProfileWindow final : public JobDialog {
    Q_OBJECT
public:
    explicit ProfileWindow(Desk& desk, QWidget* parent = nullptr);

    void showUnit(gazetteer::UnitIndex unit);

signals:
    /// The page of the unit that was asked for last is there.
    void pageShown();

protected:
    void say(const QString& sentence) override;

private:
    void makeWidgets();
    /// Where the unit, the day, the filter or the records are others: anew after a while.
    void refresh(int waitMs);
    void make();
    void take(std::shared_ptr<const UnitProfile> profile);
    void follow(const QUrl& link);
    void copy();
    void print();
    /// What is printed or saved is what was shown when the button was pressed.
    void printOn(std::shared_ptr<QPrinter> printer, std::shared_ptr<const UnitProfile> profile);
    void save();
    void saveAs(const std::filesystem::path& file, std::shared_ptr<const UnitProfile> profile);
    void run(const QString& title, JobRunner::Work work, const QString& success);
    void enable();

    struct Asked {
        std::string unit;
        Date day = Date::today();
        records::Limits only;
        SnapshotPtr contents;
        std::vector<theme::Theme> themes;
        bool operator==(const Asked&) const = default;
    };

    Desk& m_desk;
    LatestRun m_run;
    QTimer m_timer;
    std::string m_unit; ///< its uid; empty: none yet
    Asked m_asked;
    std::shared_ptr<const UnitProfile> m_profile; ///< null until it is made
    QTextBrowser* m_text = nullptr;
    QLabel* m_state = nullptr;
    QPushButton *m_copy = nullptr, *m_print = nullptr, *m_save = nullptr;
};

} // namespace terroir::viewer
