#pragma once

#include "core/map/legend_flow.hpp"
#include "plugin/viewer/desk.hpp"

#include <QObject>

#include <functional>

class QWidget;

namespace terroir::viewer {

/// What a person changes on a legend: each change is one of the map's theme, to be undone.
class LegendEdits final : public QObject {
    Q_OBJECT
public:
    LegendEdits(Desk& desk, QWidget* window);

    /// Asks for the colour of what the entry stands for.
    void chooseColour(int map, const map::LegendEntry& entry);
    /// Asks for the limit of a class.
    void chooseBreak(int map, const map::LegendEntry& entry);

private:
    using Edit = std::function<void(theme::Layer& layer, const figures::EvaluatedLayer& shown)>;
    /// Of the map as it was shown when the person was asked; of another one nothing.
    void change(int map, const FiguresPtr& shown, const map::LegendEntry& entry,
                const QString& what, const Edit& edit);
    bool isShown(int map, const FiguresPtr& figures) const;

    Desk& m_desk;
    QWidget* m_window;
};

} // namespace terroir::viewer
