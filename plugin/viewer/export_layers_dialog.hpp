#pragma once

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/job_dialog.hpp"


class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace terroir::viewer {

/// Writes layers for other programs, as `terroir export`.
class ExportLayersDialog final : public JobDialog {
    Q_OBJECT
public:
    explicit ExportLayersDialog(Desk& desk, QWidget* parent = nullptr);
    void setFile(const QString& file);

signals:
    /// `failure` is empty when it went well.
    void written(const QString& failure);

protected:
    void say(const QString& sentence) override;

private:
    void browse();
    void write();
    std::vector<MapSpec> chosenMaps() const;

    Desk& m_desk;
    QLineEdit* m_file = nullptr;
    QComboBox* m_crs = nullptr;
    QListWidget* m_themes = nullptr; ///< ids; the first row is the map that is shown
    QLabel* m_state = nullptr;
    QPushButton* m_write = nullptr;
};

} // namespace terroir::viewer
