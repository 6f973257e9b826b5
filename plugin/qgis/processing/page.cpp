#include "core/base/error.hpp"
#include "core/base/output_file.hpp"
#include "core/page/html_page.hpp"
#include "core/theme/choices.hpp"
#include "core/theme/known_themes.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingparameters.h>

namespace terroir::qgis {

namespace {

const QString pageThemes = QStringLiteral("THEMES");
const QString pageYears = QStringLiteral("YEARS");

class PageAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new PageAlgorithm; }
    void initAlgorithm(const QVariantMap&) override;

protected:
    const AlgorithmSheet& sheet() const override;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;

private:
    theme::Settings settingsOf(const QVariantMap& parameters, QgsProcessingContext& context);
};

const AlgorithmSheet& PageAlgorithm::sheet() const {
    static const AlgorithmSheet sheet = {
        "page",
        AlgorithmSheet::Themes,
        {"Trang HTML không cần mạng", "HTML page that needs no network"},
        {"Ghi bản đồ của một hay nhiều chủ đề thành một tệp HTML: phóng to, tìm kiếm không dấu, "
         "bảng, bản ghi và nguồn. Trình duyệt nào cũng mở được, từ USB hoặc trên điện thoại. Trang "
         "có các bản ghi: hãy xem lại trước khi gửi đi.",
         "Writes the maps of one or several themes as one HTML file: zoom, search without "
         "diacritics, table, records and sources. Any browser opens it, from a USB stick or on a "
         "phone. The records are on the page: look through it before you hand it on."},
        "THEMES=livestock WITHIN=\"huyện Tam Đường, tỉnh Lai Châu\" OUTPUT=tam-duong.html",
        "trang,html,bản đồ,chủ đề,page,web,map,theme"};
    return sheet;
}

void PageAlgorithm::initAlgorithm(const QVariantMap&) {
    addWorkspace();
    add(new QgsProcessingParameterString(pageThemes, said("Chủ đề", "Themes")),
        said("Một hay nhiều mã chủ đề, cách nhau bằng dấu phẩy: livestock,models.",
             "One or several ids of themes, with commas between them: livestock,models."));
    add(new QgsProcessingParameterDateTime(asOfName, said("Đơn vị của ngày", "Units as of"),
                                           compat::dateOnly, QVariant(), true),
        said("Bỏ trống: trang có các ngày để chọn.", "Empty: the page has days to choose."));
    add(new QgsProcessingParameterString(withinName, said("Trong địa bàn", "Within"), QVariant(),
                                         false, true),
        said("Tên hoặc mã một đơn vị, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\"; all: nơi có số "
             "liệu; country: cả nước.",
             "Name or code of a unit, such as \"huyện Tam Đường, tỉnh Lai Châu\"; all: where "
             "there are figures; country: the whole country."));
    add(new QgsProcessingParameterString(pageYears, said("Năm của số liệu", "Years of the figures"),
                                         QVariant(), false, true),
        said("2021 hoặc 2021-2022.", "2021 or 2021-2022."));
    add(new QgsProcessingParameterFileDestination(outputName, said("Trang", "Page"),
                                                  said("Tệp HTML (*.html)", "HTML (*.html)")),
        said("Tệp .html được ghi.", "The .html file to write."));
    addNumberOutput("MAPS", "Số bản đồ trên trang", "Maps on the page");
    addNumberOutput("RECORDS", "Số bản ghi trên trang", "Records on the page");
}

theme::Settings PageAlgorithm::settingsOf(const QVariantMap& parameters,
                                          QgsProcessingContext& context) {
    theme::Settings settings;
    settings.asOf = day(parameters, asOfName, context);
    if (settings.asOf)
        requireListed(*settings.asOf);
    for (const auto& [setting, name] : {std::pair(theme::Setting::Within, withinName),
                                        std::pair(theme::Setting::Years, pageYears)})
        theme::require(settings, setting, text(parameters, name, context), fromQt(name));
    return settings;
}

QVariantMap PageAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                               QgsProcessingFeedback& feedback) {
    const theme::Settings settings = settingsOf(parameters, context);
    std::vector<theme::Theme> themes;
    for (const QString& id : QString(toQt(text(parameters, pageThemes, context))).split(u','))
        if (!id.trimmed().isEmpty())
            themes.push_back(theme::knownThemes().find(fromQt(id.trimmed())));
    if (themes.empty())
        throw UsageError(LocalText{"Chưa chọn chủ đề; hãy ghi THEMES, ví dụ 'livestock'.",
                                   "No theme is named; give THEMES, for example 'livestock'."});
    OutputFile output(fromQt(parameterAsFileOutput(parameters, outputName, context)),
                      Overwrite::Allow); // QGIS has asked
    const auto workspace = openToRead(parameters, context, feedback);
    const Progress progress = progressOf(feedback);
    std::vector<page::PageTheme> shown;
    for (const theme::Theme& theme : themes) {
        if (!progress(double(shown.size()) / double(themes.size() + 1), theme.title))
            return {};
        shown.push_back(page::pageThemeOf(theme, settings, *workspace));
    }
    const page::HtmlPage made = page::htmlPage(*workspace, shown, {{}, words().language()});
    output.write(made.html);
    if (!made.hasRecords)
        feedback.pushWarning(said(page::recordsLeftOut(made)));
    return {{outputName, toQt(output.target())},
            {QStringLiteral("MAPS"), int(made.maps)},
            {QStringLiteral("RECORDS"), int(made.hasRecords ? made.records : 0)}};
}

} // namespace

QgsProcessingAlgorithm* makePageAlgorithm() {
    return new PageAlgorithm;
}

} // namespace terroir::qgis
