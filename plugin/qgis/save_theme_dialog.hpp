#pragma once

#include "plugin/qgis/renderer_theme.hpp"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QgsVectorLayer;

namespace terroir::qgis {

class Desk;

/// Saves what a layer is drawn with as a theme of one's own: asks for a title in both languages,
/// and for the theme to start from when the layer was made from none. Says what a theme cannot
/// hold before it is saved. Stays open with a sentence when it cannot.
class SaveThemeDialog final : public QDialog {
    Q_OBJECT
public:
    SaveThemeDialog(Desk& desk, QgsVectorLayer& layer, const std::string& baseId,
                    QWidget* parent = nullptr);

    void accept() override;
    /// Of the saved theme.
    const std::string& themeId() const { return m_id; }

private:
    void read();
    void refuse(const QString& sentence);

    Desk& m_desk;
    QgsVectorLayer& m_layer;
    RendererTheme m_read;
    bool m_isRead = false;
    std::string m_id;
    QComboBox* m_base = nullptr; ///< null for a layer that was made from a theme
    QLineEdit *m_titleVi = nullptr, *m_titleEn = nullptr;
    QLabel *m_left = nullptr, *m_problem = nullptr;
};

} // namespace terroir::qgis
