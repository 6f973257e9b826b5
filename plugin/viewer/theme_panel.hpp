#pragma once

#include "plugin/viewer/theme_list_model.hpp"

#include <QWidget>

#include <vector>

class QComboBox;
class QListView;
class QListWidget;
class QSpinBox;
class QToolButton;

namespace terroir::viewer {

/// Chooses the theme of the active map and changes it: layers, classes, colours, level, area,
/// painter. Every change is seen at once and can be undone.
class ThemePanel final : public QWidget {
    Q_OBJECT
public:
    explicit ThemePanel(Desk& desk, QWidget* parent = nullptr);

private:
    void makeChoices();
    void connectChoices();
    void connectBox(QComboBox* box, theme::Setting setting, const QString& what);
    void follow();
    static QString tipOf(theme::Setting setting);
    void showWhether(QWidget* widget, const LocalText& whyNot, theme::Setting setting) const;
    void followChoices(const MapSpec& spec);
    void followLayers(const MapSpec& spec);
    void followAreas(const MapSpec& spec);
    void followDrawing(const MapSpec& spec);
    void takeTypedChange();
    std::vector<gazetteer::UnitIndex> offeredAreas(const MapSpec& spec) const;
    /// Tells the desk when `set` changes what the active map shows.
    void change(const QString& what, const std::function<void(MapSpec&)>& set, int mergeId = 0);
    void saveAs();
    void reset();

    Desk& m_desk;
    ThemeListModel* m_model = nullptr;
    QListView* m_list = nullptr;
    QListWidget* m_layers = nullptr;
    QComboBox *m_method = nullptr, *m_palette = nullptr, *m_per = nullptr, *m_level = nullptr,
              *m_area = nullptr, *m_painter = nullptr, *m_drawAs = nullptr, *m_change = nullptr;
    QSpinBox* m_classes = nullptr;
    QToolButton *m_save = nullptr, *m_reset = nullptr;
    /// What yearsOf() gave last.
    struct Years {
        SnapshotPtr contents;
        theme::Theme theme;
        std::vector<int> years;
    };
    Years m_years;
    bool m_isFollowing = false; ///< widgets are being set, nobody has touched them
};

} // namespace terroir::viewer
