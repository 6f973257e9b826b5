#pragma once

#include "plugin/viewer/ground_sketch.hpp"

#include <QFrame>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QShortcut;

namespace terroir::viewer {

/// The strip above the maps while zones or lines are being drawn: how large they are, and buttons
/// for what the keys do. Corners come from the maps.
class GroundDrawing final : public QFrame {
    Q_OBJECT
public:
    explicit GroundDrawing(Language language, QWidget* pane);

    /// What was drawn, with what was kept; nothing when it was given up.
    using Take = std::function<void(std::optional<geometry::Ground> ground, bool repaired)>;
    void begin(GroundSketch sketch, Take take);
    /// Null while nothing is being drawn.
    const std::shared_ptr<GroundSketch>& sketch() const { return m_sketch; }

public slots:
    void addCorner(terroir::geometry::Point mercator);
    void removeLast();
    void endPart();
    void finish();
    void cancel();

signals:
    /// Begun, grown or ended.
    void changed();

private:
    void showWords();
    QString words() const;
    void end(std::optional<geometry::Ground> ground, bool repaired);

    Language m_language;
    std::shared_ptr<GroundSketch> m_sketch;
    Take m_take;
    QLabel* m_words = nullptr;
    QPushButton *m_another = nullptr, *m_done = nullptr;
    QShortcut* m_escape = nullptr;
};

} // namespace terroir::viewer
