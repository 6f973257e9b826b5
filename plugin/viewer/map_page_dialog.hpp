#pragma once

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/job_dialog.hpp"
#include "plugin/viewer/latest_run.hpp"
#include "plugin/viewer/map_page.hpp"

#include <QTimer>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPrinter;
class QPushButton;
class QSpinBox;

namespace terroir::viewer {

/// A map as a page: written into a file exactly as `terroir map` writes it, or printed. Shows the
/// very page while its options change.
class MapPageDialog final : public JobDialog {
    Q_OBJECT
public:
    enum class Purpose { File, Print };

    MapPageDialog(Desk& desk, Purpose purpose, QWidget* parent = nullptr);

    void setFile(const QString& file);
    /// What is set now. UsageError for a file that is no map.
    MapPage page() const;
    QImage preview() const { return m_image; }
    /// For a printer that is set up: the page, on the job thread.
    void printOn(std::shared_ptr<QPrinter> printer);

signals:
    void previewShown();
    /// `failure` is empty when it went well.
    void written(const QString& failure);

protected:
    void resizeEvent(QResizeEvent* event) override;

protected:
    void say(const QString& sentence) override;

private:
    void makeForm();
    void browse();
    void suggestSize();
    void updateFields();
    void previewSoon();
    void beginWork(const QString& sentence);
    void makePreview();
    void showFailure(const QString& sentence);
    void showImage();
    void work();
    void write();
    void print();
    std::function<void(const QString& failure)> ended(const QString& success);

    Desk& m_desk;
    Purpose m_purpose;
    MapSpec m_spec;
    std::shared_ptr<PageComposer> m_composer; ///< of the map worker's thread
    LatestRun m_run;
    QTimer m_timer;
    QImage m_image;
    bool m_sizeIsChosen = false;
    bool m_isPreviewMissed = false; ///< asked for while the work ran
    QString m_jobSentence;          ///< how the work ended, until something is changed

    QLineEdit *m_file = nullptr, *m_title = nullptr;
    QComboBox *m_size = nullptr, *m_orientation = nullptr, *m_painter = nullptr,
              *m_language = nullptr;
    QCheckBox* m_histogram = nullptr;
    QSpinBox *m_width = nullptr, *m_height = nullptr, *m_dpi = nullptr;
    QLabel *m_preview = nullptr, *m_state = nullptr;
    QPushButton* m_work = nullptr;
};

} // namespace terroir::viewer
