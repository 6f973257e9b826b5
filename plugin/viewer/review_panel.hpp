#pragma once

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/latest_run.hpp"
#include "plugin/viewer/map_canvas.hpp"
#include "plugin/viewer/place_list_model.hpp"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace terroir::viewer {

/// Places that the geocoder could not settle: one after another with its candidates, on the map,
/// too, decided with a click or a digit. Every decision can be undone.
class ReviewPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPanel(Desk& desk, QWidget* parent = nullptr);

    void showOnly(workspace::ReviewWhich which);
    /// The place that is looked at; empty when none is.
    std::optional<workspace::PlaceId> current() const;
    void choose(const workspace::PlaceId& id);
    /// The candidate of a marker or digit, from 1; nothing when there is none.
    void decideFor(int number);

signals:
    void countChanged(int openPlaces);
    /// Where the candidates are, numbered; no marker for one whose place is not known.
    void markersWanted(const std::vector<terroir::viewer::Marker>& markers);
    void boxWanted(const terroir::geometry::Box& box);

private:
    void makeDetail(QVBoxLayout& lines);
    void takeContents();
    void showCurrent();
    void showCandidates(const workspace::ReviewQueue::Item& item);
    void showMarkers();
    void decide(const std::string& unit);
    void takeBack();
    void edit(workspace::ReviewEdit edit);
    /// Null when no place is looked at, or the last decision is not stored yet.
    const workspace::ReviewQueue::Item* currentItem() const;

    Desk& m_desk;
    PlaceListModel* m_model = nullptr;
    QTableView* m_list = nullptr;
    QComboBox* m_which = nullptr;
    QLabel *m_empty = nullptr, *m_text = nullptr, *m_failure = nullptr;
    QWidget *m_detail = nullptr, *m_buttons = nullptr;
    QVBoxLayout* m_buttonLines = nullptr;
    QLineEdit* m_other = nullptr;
    QPushButton *m_none = nullptr, *m_otherButton = nullptr, *m_takeBack = nullptr;
    std::vector<workspace::ShownCandidate> m_candidates;
};

} // namespace terroir::viewer
