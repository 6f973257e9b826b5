#pragma once

#include "core/records/records_by_unit.hpp"
#include "plugin/viewer/desk.hpp"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QTableView;

namespace terroir::viewer {

class RecordCommands;
class RecordListModel;

/// Every record of the workspace, to be filtered, sorted, looked at and changed. What is shown is
/// worked out on a thread of its own: neither the window nor the map waits for it.
class RecordsPanel final : public QWidget {
    Q_OBJECT
public:
    RecordsPanel(Desk& desk, RecordCommands& commands, QWidget* parent = nullptr);
    ~RecordsPanel() override;

    /// Ids of the selected records.
    std::vector<std::string> selectedIds() const;

signals:
    /// The records that were asked for last are in the table.
    void shown();

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Question;
    struct Listing;
    /// What the listing thread keeps between two questions.
    struct Kept {
        std::shared_ptr<const records::RecordsByUnit> byUnit;
    };
    static Listing listingOf(const Question& question, Kept& kept,
                             const std::function<bool()>& isStale);

    QLayout* makeFilter();
    void makeTable();
    void makeMenu();
    void takeContents();
    void takeSelection();
    void fillChoices();
    void listSoon();
    void list();
    void take(Listing listing);
    void showCurrent();
    void copy();
    std::string currentId() const;

    Desk& m_desk;
    RecordCommands& m_commands;
    QThreadPool m_pool;                          ///< one thread
    std::shared_ptr<std::atomic<int>> m_newest;  ///< number of the question that counts
    std::shared_ptr<Kept> m_kept;                ///< of that thread
    QTimer m_soon;
    bool m_isMissed = true;      ///< there is something to list when the panel is seen
    records::Limits m_limits; ///< of the map, as listed last
    bool m_isOwnSelection = false;
    std::string m_shown;         ///< id of the record that the window shows because of this panel
    RecordListModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    QLineEdit* m_text = nullptr;
    QComboBox *m_kind = nullptr, *m_source = nullptr, *m_state = nullptr;
    QCheckBox *m_doubtful = nullptr, *m_inUnit = nullptr;
    QLabel *m_count = nullptr, *m_notice = nullptr;
};

} // namespace terroir::viewer
