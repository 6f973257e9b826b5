#include "plugin/viewer/page_job.hpp"

#include "core/base/output_file.hpp"
#include "core/page/html_page.hpp"
#include "plugin/viewer/strings.hpp"

#include <QCoreApplication>

#include <memory>

namespace terroir::viewer {

namespace {

/// The translators' name for the texts of this file.
struct Page {
    Q_DECLARE_TR_FUNCTIONS(terroir::viewer::Page)
};

} // namespace

void writePageOf(Desk& desk, const std::filesystem::path& file) {
    const auto remark = std::make_shared<QString>();
    desk.jobs().start(
        Page::tr("Web page"),
        [workspaceFile = desk.contents()->file, spec = desk.spec(desk.activeMap()), file,
         language = desk.language(), remark](const Progress&) {
            OutputFile output(file, Overwrite::Allow); // the dialog has asked
            workspace::Workspace workspace(workspaceFile, store::Mode::ReadOnly,
                                           store::Spatial::Yes);
            const page::PageTheme shown =
                page::pageThemeOf(shownTheme(spec), spec.settings, workspace);
            const page::HtmlPage made = page::htmlPage(workspace, {&shown, 1}, {{}, language});
            output.write(made.html);
            *remark = toQString(page::recordsLeftOut(made).in(language));
        },
        [&desk, remark, file](const QString& failure) {
            if (!failure.isEmpty())
                return void(emit desk.said(failure));
            const QString where =
                Page::tr("The page is in '%1'; any browser opens it, without a network.")
                    .arg(pathText(file));
            emit desk.said(remark->isEmpty() ? where : where + QLatin1Char(' ') + *remark);
        });
}

} // namespace terroir::viewer
