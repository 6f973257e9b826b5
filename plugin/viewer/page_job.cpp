#include "plugin/viewer/page_job.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/output_file.hpp"
#include "core/figures/theme_figures.hpp"
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

page::PageTheme themeOf(const MapSpec& spec, workspace::Workspace& workspace) {
    const auto evaluate = [&](Language language, std::optional<Date> day) {
        theme::Settings settings = spec.settings;
        if (day)
            settings.asOf = day;
        return figures::figuresOf(shownTheme(spec), settings, workspace, language);
    };
    if (evaluate(Language::Vietnamese, {}).units.empty())
        throw InputError(
            localText("Chủ đề '{}' không có số liệu trong không gian làm việc này; hãy "
                      "chọn chủ đề khác, hoặc nhập một bảng.",
                      "The theme '{}' has no records in this workspace; choose another "
                      "one, or import a table.",
                      spec.theme.id));
    using Days = std::optional<std::vector<Date>>;
    return page::evaluateOnDays(evaluate, spec.settings.asOf ? Days(std::vector<Date>()) : Days());
}

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
            const page::PageTheme shown = themeOf(spec, workspace);
            const page::HtmlPage made = page::htmlPage(workspace, {&shown, 1}, {{}, language});
            output.write(made.html);
            if (!made.hasRecords)
                *remark = toQString(localText("Trang không có các bản ghi, vì {} bản ghi là quá "
                                              "nhiều; hãy chọn một tỉnh.",
                                              "The page is without the records, since {} are too "
                                              "many; choose a province.",
                                              numberText(double(made.records)))
                                        .in(language));
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
