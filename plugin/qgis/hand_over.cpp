#include "plugin/qgis/hand_over.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/export/layer_export.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/page/html_page.hpp"
#include "plugin/qgis/asking.hpp"
#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QWidget>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace terroir::qgis {

namespace {

/// Sentences for a person, of what was written.
using Remarks = std::vector<LocalText>;

struct Handing {
    theme::Theme theme;
    theme::Settings settings;
    std::filesystem::path workspace, file;
    Language language = Language::Vietnamese;
};

Remarks writeLayers(const Handing& handing, const Progress& progress) {
    exporting::LayersOutput output(handing.file, Overwrite::Allow); // the dialog has asked
    workspace::Workspace workspace(handing.workspace, store::Mode::ReadOnly, store::Spatial::Yes);
    figures::EvaluatedTheme evaluated =
        figures::figuresOf(handing.theme, handing.settings, workspace, handing.language);
    figures::requireRecords(evaluated);
    std::vector<figures::EvaluatedTheme> themes;
    themes.push_back(std::move(evaluated));
    Remarks remarks =
        exporting::writeLayers(std::move(themes), {}, handing.language, workspace, output, progress)
            .remarks;
    remarks.insert(remarks.begin(),
                   localText("Các lớp nằm trong '{}'; dự án QGIS '{}' mở các lớp đúng thứ tự.",
                             "The layers are in '{}'; the QGIS project '{}' opens them in order.",
                             handing.file.string(), output.project()));
    return remarks;
}

Remarks writePage(const Handing& handing, const Progress&) {
    OutputFile output(handing.file, Overwrite::Allow); // the dialog has asked
    workspace::Workspace workspace(handing.workspace, store::Mode::ReadOnly, store::Spatial::Yes);
    const page::PageTheme shown = page::pageThemeOf(handing.theme, handing.settings, workspace);
    const page::HtmlPage made = page::htmlPage(workspace, {&shown, 1}, {{}, handing.language});
    output.write(made.html);
    return {localText("Trang nằm trong '{}'; trình duyệt nào cũng mở được, không cần mạng. Hãy xem "
                      "lại các bản ghi trước khi gửi đi.",
                      "The page is in '{}'; any browser opens it, without a network. Look through "
                      "its records before you hand it on.",
                      handing.file.string()),
            page::recordsLeftOut(made)};
}

struct Kind {
    QString ending, filter;
    Remarks (*write)(const Handing&, const Progress&);
};

std::vector<Kind> kinds() {
    return {{QStringLiteral("gpkg"),
             said("Các lớp và dự án QGIS (*.gpkg)", "Layers and a QGIS project (*.gpkg)"),
             writeLayers},
            {QStringLiteral("html"),
             said("Trang HTML không cần mạng (*.html)", "HTML page that needs no network (*.html)"),
             writePage}};
}

void handOver(Desk& desk, const Handing& handing, const Kind& kind, std::function<void()> ended) {
    const auto remarks = std::make_shared<Remarks>();
    desk.jobs().start(
        said("terroir: xuất %1", "terroir: export of %1").arg(said(handing.theme.title)),
        [=, write = kind.write](const Progress& progress) { *remarks = write(handing, progress); },
        [&desk, remarks, ended = std::move(ended)](const QString& problem) {
            if (!problem.isEmpty())
                desk.say(problem, Qgis::MessageLevel::Critical);
            for (const LocalText& remark : *remarks)
                if (problem.isEmpty() && !remark.en.empty())
                    desk.say(said(remark));
            ended();
        });
}

} // namespace

void askToHandOver(Desk& desk, const theme::Theme& theme, const theme::Settings& settings,
                   QWidget* parent, std::function<void()> begun, std::function<void()> ended) {
    if (desk.library() == nullptr)
        return;
    Handing handing{theme, settings, desk.library()->contents->file, {}, words().language()};
    auto* dialog = new QFileDialog(parent, said("Xuất chủ đề", "Export the theme"),
                                   toQt(handing.workspace.parent_path()));
    dialog->setObjectName(QStringLiteral("terroirHandOver"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const Kind& kind : kinds())
        filters += kind.filter;
    const auto chosenKind = [dialog, filters] {
        return kinds()[std::size_t(
            std::max(0, int(filters.indexOf(dialog->selectedNameFilter()))))];
    };
    const auto followKind = [dialog, chosenKind] { dialog->setDefaultSuffix(chosenKind().ending); };
    dialog->setNameFilters(filters);
    dialog->selectFile(toQt(theme.id));
    followKind();
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, followKind);
    QObject::connect(dialog, &QFileDialog::accepted, dialog, [=, &desk]() mutable {
        const QString file = dialog->selectedFiles().constFirst();
        handing.file = fromQt(file);
        // The ending that a person typed says more than the list.
        Kind kind = chosenKind();
        for (const Kind& known : kinds())
            if (QFileInfo(file).suffix().compare(known.ending, Qt::CaseInsensitive) == 0)
                kind = known;
        // The dialog has asked about the file, not about the project beside it.
        const QString project = QFileInfo(file).path() + QLatin1Char('/') +
                                QFileInfo(file).completeBaseName() + QStringLiteral(".qgz");
        if (kind.ending == QStringLiteral("gpkg") && QFileInfo::exists(project) &&
            !isConfirmed(parent, said("Thay dự án đã có?", "Replace the project?"),
                         said("'%1' sẽ được thay bằng dự án của các lớp mới.",
                              "'%1' will be replaced by the project of the new layers.")
                             .arg(project)))
            return;
        begun();
        handOver(desk, handing, kind, ended);
    });
    dialog->open();
}

} // namespace terroir::qgis
