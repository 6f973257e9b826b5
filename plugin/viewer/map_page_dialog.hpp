#pragma once

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/job_dialog.hpp"
#include "plugin/viewer/latest_run.hpp"
#include "plugin/viewer/map_page.hpp"

#include <QImage>
#include <QTimer>

#include <functional>

class QLabel;
class QPrinter;
class QPushButton;

namespace terroir::viewer {

class PageForm;
class PagePreview;

/// A map as a page: written into a file exactly as `terroir map` writes it, or printed. Shows the
/// very page while its options change and its parts are dragged to other places.
class MapPageDialog final : public JobDialog {
    Q_OBJECT
public:
    using Purpose = PagePurpose;

    MapPageDialog(Desk& desk, Purpose purpose, QWidget* parent = nullptr);

    void setFile(const QString& file);
    /// What is set now. The errors of PageForm::page().
    MapPage page() const;
    QImage preview() const;
    /// For a printer that is set up: the page, on the job thread.
    void printOn(std::shared_ptr<QPrinter> printer);

signals:
    void previewShown();
    /// `failure` is empty when it went well.
    void written(const QString& failure);

protected:
    void say(const QString& sentence) override;

private:
    void previewSoon();
    void beginWork(const QString& sentence);
    void makePreview();
    void showFailure(const QString& sentence);
    void work();
    void write();
    void print();
    std::function<void(const QString& failure)> ended(const QString& success);

    Desk& m_desk;
    Purpose m_purpose;
    std::shared_ptr<PageComposer> m_composer; ///< of the map worker's thread
    LatestRun m_run;
    QTimer m_timer;
    bool m_isPreviewMissed = false; ///< asked for while the work ran
    QString m_jobSentence;          ///< how the work ended, until something is changed

    PageForm* m_form = nullptr;
    PagePreview* m_preview = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_work = nullptr;
};

} // namespace terroir::viewer
