#pragma once

#include "core/base/language.hpp"
#include "core/records/record_ground.hpp"
#include "plugin/viewer/ground_sketch.hpp"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace terroir::viewer {

/// Where a record itself lies: coordinates that are typed, a point clicked on the map, zones or
/// lines drawn there, or nothing of its own.
class GroundField final : public QWidget {
    Q_OBJECT
public:
    explicit GroundField(Language language, QWidget* parent = nullptr);

    /// What is stored; no change of it.
    void begin(std::optional<records::RecordGround> ground);
    const std::optional<records::RecordGround>& ground() const { return m_ground; }
    /// Whether it was set or taken away in this field.
    bool isOther() const { return m_isOther; }
    /// Whether the zone that was drawn crossed itself.
    bool isMended() const { return m_isMended; }
    /// Why what is typed is no point; empty when it is one, or nothing is typed.
    QString problem() const;

    /// A point of the map. Degrees.
    void setPoint(geometry::Point lonLat);
    /// Zones or lines that were drawn, with those that were kept. `repaired`: they crossed.
    void setDrawn(geometry::Ground shape, bool repaired);

signals:
    void changed();
    /// A point is to be clicked on the map.
    void pointWanted();
    /// Zones or lines are to be drawn on the map.
    void drawingWanted(const terroir::viewer::GroundSketch& sketch);

private:
    void fillDrawMenu(QMenu* menu);
    void showWords();
    void takeCoordinates();
    void set(std::optional<records::RecordGround> ground, bool repaired = false);

    Language m_language;
    std::optional<records::RecordGround> m_ground;
    bool m_isOther = false, m_isMended = false;
    bool m_isWrong = false; ///< what is typed is no point
    bool m_adds = false;    ///< to what is there: what is drawn now
    QLineEdit* m_coordinates = nullptr;
    QPushButton* m_noGround = nullptr;
    QLabel* m_words = nullptr;
};

} // namespace terroir::viewer
