#pragma once

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/job_dialog.hpp"
#include "plugin/viewer/latest_run.hpp"

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace terroir::viewer {

/// Takes official boundaries into the workspace, as `terroir boundaries import`; a window says
/// afterwards what became of them. Can be undone.
class BoundariesDialog final : public JobDialog {
    Q_OBJECT
public:
    explicit BoundariesDialog(Desk& desk, QWidget* parent = nullptr);

    void setFile(const QString& file);
    bool canImport() const;

signals:
    /// The fields of the file are there, or the label says why not.
    void fileRead();
    /// It went well; the report is a window of the dialog's parent.
    void imported(QDialog* report);

protected:
    void say(const QString& sentence) override;

private:
    void makeForm();
    void browse();
    void readFile();
    void takeFields(const QStringList& layers, const QStringList& fields);
    void showFailure(const QString& sentence);
    void import();
    /// UsageError for a coordinate system that is not known.
    boundaries::ImportOptions options() const;

    Desk& m_desk;
    LatestRun m_run;
    QLineEdit* m_file = nullptr;
    QComboBox *m_layer = nullptr, *m_code = nullptr, *m_name = nullptr, *m_level = nullptr,
              *m_crs = nullptr;
    QDateEdit* m_validFrom = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace terroir::viewer
