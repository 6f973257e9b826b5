#pragma once

#include "core/workspace/review_queue.hpp"
#include "plugin/qgis/desk.hpp"

#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace terroir::qgis {

class ReviewMap;
class UnitLookup;

/// Places that the geocoder could not settle, one after another, their candidates numbered here and
/// on the canvas; one click on either decides.
class ReviewPage final : public QWidget {
    Q_OBJECT
public:
    ReviewPage(Desk& desk, UnitLookup& ground, QWidget* parent);
    ~ReviewPage() override;

signals:
    void countChanged(int openPlaces);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void takeLibrary();
    void showCurrent();
    void showCandidates(const workspace::ReviewQueue::Item& item);
    void showOnMap();
    /// From 1; 0: none of them.
    void decideFor(int number);
    void takeBack();
    void edit(workspace::ReviewEdit edit);
    /// Null when no place is chosen.
    const workspace::ReviewQueue::Item* currentItem() const;

    Desk& m_desk;
    std::unique_ptr<ReviewMap> m_map;
    workspace::ReviewQueue m_queue; ///< its items are the rows of the list
    std::vector<workspace::ShownCandidate> m_candidates;
    QCheckBox* m_decidedToo = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_text = nullptr;
    QWidget* m_buttons = nullptr;
    QVBoxLayout* m_buttonLines = nullptr;
    QPushButton *m_none = nullptr, *m_takeBack = nullptr;
};

} // namespace terroir::qgis
