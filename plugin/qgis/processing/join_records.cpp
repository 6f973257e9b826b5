#include "core/base/local_text.hpp"
#include "core/figures/join.hpp"
#include "core/records/record_words.hpp"
#include "core/records/selection.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/feature_table.hpp"
#include "plugin/qgis/processing/figure_features.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/record_table.hpp"
#include "plugin/qgis/processing/statements.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingfeedback.h>
#include <qgsprocessingoutputs.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

const QString tableName = QStringLiteral("TABLE");
const QString sourceDate = QStringLiteral("SOURCE_DATE");
const QString indicatorName = QStringLiteral("INDICATOR");
const QString categoryName = QStringLiteral("CATEGORY");
const QString stateName = QStringLiteral("STATE");
const QString measureName = QStringLiteral("MEASURE");
const QString yearFrom = QStringLiteral("YEAR_FROM");
const QString yearTo = QStringLiteral("YEAR_TO");

ChoiceParameter::Choices states() {
    const records::RecordWords vi(Language::Vietnamese), en(Language::English);
    ChoiceParameter::Choices choices{{toQt(toString(records::State::Done)), {"đã làm", "done"}}};
    for (const records::State state : {records::State::Ongoing, records::State::Planned,
                                       records::State::Proposed, records::State::Withdrawn})
        choices.push_back({toQt(toString(state)), {vi.state(state), en.state(state)}});
    return choices;
}

class JoinRecordsAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new JoinRecordsAlgorithm; }
    void initAlgorithm(const QVariantMap&) override;

protected:
    const AlgorithmSheet& sheet() const override;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;

private:
    Statements statements(workspace::Workspace& workspace, const QVariantMap& parameters,
                          QgsProcessingContext& context, QgsProcessingFeedback& feedback);
    void addSelection();
    records::Selection selection(const QVariantMap& parameters, QgsProcessingContext& context);
};

const AlgorithmSheet& JoinRecordsAlgorithm::sheet() const {
    static const AlgorithmSheet sheet = {
        "joinrecords",
        AlgorithmSheet::Figures,
        {"Cộng số liệu theo đơn vị hành chính", "Sum records by unit"},
        {"Cộng số liệu (của không gian làm việc, hoặc của bảng riêng) cho từng đơn vị của một "
         "ngày. "
         "Số liệu cũ được đưa sang đơn vị của ngày đó. Số liệu chung của nhiều đơn vị không chia, "
         "mà nằm một lần trong bảng NOT_ATTRIBUTED. Không có số liệu là NULL, không phải 0.",
         "Sums records (of the workspace, or of a table of one's own) over the units of a day. Old "
         "figures are taken to the units of that day. A value for several units is not divided: "
         "it stands once in the table NOT_ATTRIBUTED. No data is NULL, never 0."},
        "KIND=livestock INDICATOR=farms LEVEL=commune AS_OF=2022-12-31 WITHIN=\"huyện Tam Đường, "
        "tỉnh Lai Châu\" OUTPUT=chan-nuoi.gpkg NOT_ATTRIBUTED=chua-phan-bo.csv",
        "cộng,thống kê,bản đồ,diện tích,số liệu,join,sum,records,choropleth"};
    return sheet;
}

void JoinRecordsAlgorithm::initAlgorithm(const QVariantMap&) {
    addSelection();
    add(new ChoiceParameter(
            measureName, said("Phép tính", "Measure"),
            {{QStringLiteral("sum"), {"cộng giá trị", "sum of values"}},
             {QStringLiteral("count"), {"đếm bản ghi", "number of statements"}},
             {QStringLiteral("subjects"), {"đếm đối tượng khác nhau", "number of subjects"}}},
            QStringLiteral("sum"), false),
        said("sum: cộng giá trị; count: đếm bản ghi; subjects: đếm đối tượng khác nhau.",
             "sum: values added; count: statements counted; subjects: distinct subjects counted."));
    addLevel(QStringLiteral("commune"));
    addAsOf();
    addWithin();
    addWorkspace();
    addAdvanced(new QgsProcessingParameterFeatureSource(tableName,
                                                        said("Bảng riêng", "Table of one's own"),
                                                        {int(compat::anyVector)}, QVariant(), true),
                said("Đọc thành số liệu thay cho số liệu của không gian làm việc, không lưu; cần "
                     "KIND.",
                     "Read as records in place of those of the workspace, and not stored; needs "
                     "KIND."));
    addAdvanced(new QgsProcessingParameterString(columnsName,
                                                 said("Cột nào là gì", "Which column is what"),
                                                 QVariant(), false, true),
                said("Của bảng riêng, khi tên cột khác thường lệ: \"subject=Cây trồng; place=Xã\".",
                     "Of the table, where columns have other than the usual names: "
                     "\"subject=Cây trồng; place=Xã\"."));
    addAdvanced(new QgsProcessingParameterString(territory, said("Địa bàn", "Territory"),
                                                 QVariant(), false, true),
                said("Nơi mà bảng riêng nói tới, ví dụ \"tỉnh Lai Châu\".",
                     "What the table speaks of, such as \"tỉnh Lai Châu\"."));
    addAdvanced(new QgsProcessingParameterString(sourceDate,
                                                 said("Ngày tài liệu", "Date of the document"),
                                                 QVariant(), false, true),
                said("Của bảng riêng: YYYY, YYYY-MM hoặc YYYY-MM-DD; địa danh được tra theo ngày "
                     "này.",
                     "Of the table: YYYY, YYYY-MM or YYYY-MM-DD; its places are looked up on that "
                     "day."));
    add(new QgsProcessingParameterFeatureSink(
            outputName, said("Đơn vị và số liệu", "Units and figures"), compat::vectorPolygon),
        said("Mọi đơn vị: value (NULL: không có số liệu), unit, mark (≥ ít nhất, ~ khoảng), "
             "records, subjects, sources, boundary.",
             "All units: value (NULL: no data), unit, mark (≥ at least, ~ about), records, "
             "subjects, sources, boundary."));
    add(new QgsProcessingParameterFeatureSink(notAttributed,
                                              said("Chưa xác định được đơn vị", "Not attributed"),
                                              compat::anyVector, QVariant(), true, true),
        said("Giá trị không thuộc riêng một đơn vị: đơn vị nhỏ nhất chứa cả, các nơi, lý do, "
             "nguồn.",
             "Values that belong to no single unit: the lowest unit that holds them, the places, "
             "the reason, the sources."));
    add(new QgsProcessingParameterFeatureSink(
            reportName, said("Kết quả từng dòng của bảng riêng", "What became of each row"),
            compat::anyVector, QVariant(), true, false),
        said("Các cột row, outcome (accepted, doubtful, refused), record, sentence.",
             "The columns row, outcome (accepted, doubtful, refused), record, sentence."));
    addNumberOutput("TOTAL", "tổng, mỗi giá trị một lần", "total, every value once");
    addNumberOutput("ATTRIBUTED", "phần thuộc từng đơn vị", "what belongs to single units");
    addNumberOutput("NOT_ATTRIBUTED_TOTAL", "phần chưa xác định được đơn vị",
                    "what belongs to no single unit");
    addOutput(new QgsProcessingOutputString(QStringLiteral("UNIT"),
                                            said("đơn vị tính", "unit of measure")));
}

void JoinRecordsAlgorithm::addSelection() {
    addKind(true);
    add(new QgsProcessingParameterString(indicatorName, said("Chỉ tiêu", "Indicator"), QVariant(),
                                         false, true),
        said("area (diện tích), output (sản lượng), farms (cơ sở)… Bỏ trống chỉ được khi số liệu "
             "có một chỉ tiêu, hoặc khi đếm.",
             "area, output, farms… May be empty where the records have one indicator, or for "
             "counting."));
    add(new QgsProcessingParameterString(categoryName, said("Phân loại", "Category"), QVariant(),
                                         false, true),
        said("Của loại số liệu: vietgap, certification_mark, 3…; mã hoặc tên.",
             "Of the kind: vietgap, certification_mark, 3…; by id or name."));
    add(new ChoiceParameter(stateName, said("Tình trạng", "State"), states(),
                            QStringList{QStringLiteral("done"), QStringLiteral("ongoing")}, true,
                            ChoiceParameter::Several::Yes),
        said("done: đã làm; ongoing: đang làm; planned: kế hoạch; proposed: đề xuất.",
             "done, ongoing, planned, proposed."));
    add(new QgsProcessingParameterNumber(yearFrom, said("Từ năm", "From year"), compat::wholeNumber,
                                         QVariant(), true, 1900, 2100),
        said("Chỉ số liệu nói về những năm này.", "Only what is said of these years."));
    add(new QgsProcessingParameterNumber(yearTo, said("Đến năm", "To year"), compat::wholeNumber,
                                         QVariant(), true, 1900, 2100),
        said("Năm cuối, tính cả năm đó. Bỏ trống: như năm đầu.",
             "The last year, counted in. Empty: the first year."));
}

records::Selection JoinRecordsAlgorithm::selection(const QVariantMap& parameters,
                                                   QgsProcessingContext& context) {
    records::Selection selection;
    const std::string kind = fromQt(chosen(parameters, kindName, context));
    if (!kind.empty())
        selection.kinds = {kind};
    if (const std::string indicator = text(parameters, indicatorName, context); !indicator.empty())
        selection.indicators = {indicator};
    if (const std::string category = text(parameters, categoryName, context); !category.empty()) {
        const records::CategoryInfo* known = records::findCategory(kind, category);
        selection.categories = {known == nullptr ? category : known->id};
    }
    for (const QString& state : allChosen(parameters, stateName, context))
        if (const auto known = records::parseState(fromQt(state)))
            selection.states.push_back(*known);
    const bool hasFrom = !compat::isNull(parameters.value(yearFrom)),
               hasTo = !compat::isNull(parameters.value(yearTo));
    if (hasFrom || hasTo) {
        const int from = parameterAsInt(parameters, hasFrom ? yearFrom : yearTo, context),
                  to = parameterAsInt(parameters, hasTo ? yearTo : yearFrom, context);
        if (from > to)
            throw UsageError(localText("YEAR_FROM {} sau YEAR_TO {}; hãy đổi lại.",
                                       "YEAR_FROM {} is after YEAR_TO {}; exchange them.", from,
                                       to));
        selection.period = Period{Date::of(from, 1, 1), Date::of(to + 1, 1, 1)};
    }
    return selection;
}

Statements JoinRecordsAlgorithm::statements(workspace::Workspace& workspace,
                                            const QVariantMap& parameters,
                                            QgsProcessingContext& context,
                                            QgsProcessingFeedback& feedback) {
    if (compat::isNull(parameters.value(tableName)))
        return {workspace.records(), workspace.sources(), std::nullopt};
    const auto layer = source(parameters, tableName, context);
    sayHowNumbersWereRead(parameterAsVectorLayer(parameters, tableName, context), feedback);
    records::ImportOptions options;
    options.kind = fromQt(chosen(parameters, kindName, context));
    options.columns = parseColumns(parameterAsString(parameters, columnsName, context));
    options.source.territory = text(parameters, territory, context);
    options.source.date = text(parameters, sourceDate, context);
    workspace::TableImport taken =
        workspace::readImport(tableOf(*layer, layer->sourceName(), feedback), options, workspace);
    report(taken.report, feedback);
    std::vector<records::Source> sources = workspace.sources();
    std::erase_if(sources,
                  [&](const records::Source& known) { return known.id == taken.source.id; });
    sources.push_back(taken.source);
    return {std::move(taken.records), std::move(sources),
            workspace::reportRows(taken.report, words().language())};
}

QVariantMap JoinRecordsAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                                      QgsProcessingFeedback& feedback) {
    const auto workspace = openToRead(parameters, context, feedback);
    const gazetteer::Gazetteer& gazetteer = workspace->gazetteer();
    const Statements given = statements(*workspace, parameters, context, feedback);
    figures::Request request;
    request.selection = selection(parameters, context);
    request.measure = records::parseMeasure(fromQt(chosen(parameters, measureName, context)))
                          .value_or(records::Measure::Sum);
    request.level = level(parameters, context).value_or(gazetteer::Level::Commune);
    request.asOf = asOf(parameters, context);
    request.within = within(parameters, context, *workspace, request.asOf);
    request.sources = given.sources;
    requireUnits(gazetteer, request.level, request.asOf);
    requireKnown(given, request.selection);
    checkSum(given, request, feedback);
    sayUnplaced(given, request, feedback);

    const records::CompactRecords records(given.records);
    const figures::Figures figures = figures::join(gazetteer, records, request);
    const std::vector<UnitIndex> units = unitsShown(gazetteer, given, records, request, figures);
    if (units.empty())
        feedback.pushWarning(said("Không có số liệu nào như vậy trong không gian làm việc.",
                                  "There are no such records in the workspace."));
    UnitShapes shapes(*workspace);
    shapes.fetch({units.begin(), units.end()}, request.asOf);
    const figures::SourceText sources(records, given.sources, words());
    const FigureFeatures features(gazetteer, figures, request.asOf, sources);
    ResultSink out = sink(parameters, outputName, context, FigureFeatures::fields(),
                          compat::multiPolygon, lonLat());
    for (const UnitIndex unit : units) {
        if (feedback.isCanceled())
            return {};
        QgsFeature feature = features.feature(unit, shapes, FigureFeatures::fields());
        out.add(feature);
    }
    for (const figures::ReportedTotal& total : figures.reportedTotals)
        feedback.pushInfo(said("Tổng số nêu trong báo cáo, không cộng thêm: %1 (%2).",
                               "A total stated by a report, not added: %1 (%2).")
                              .arg(total.stated)
                              .arg(toQt(sources.of({total.record}))));
    QVariantMap results = {{outputName, out.destination()},
                           {QStringLiteral("TOTAL"), figures.total},
                           {QStringLiteral("ATTRIBUTED"), features.attributed()},
                           {QStringLiteral("NOT_ATTRIBUTED_TOTAL"), features.notAttributedTotal()},
                           {QStringLiteral("UNIT"), toQt(figures.unit)}};
    feedback.pushInfo(said("Tổng %1 %2: %3 thuộc từng đơn vị, %4 chưa xác định được đơn vị.",
                           "Total %1 %2: %3 of single units, %4 not attributed.")
                          .arg(figures.total)
                          .arg(toQt(figures.unit))
                          .arg(features.attributed())
                          .arg(features.notAttributedTotal()));
    insertGiven(results, notAttributed,
                writeTable(parameters, notAttributed, context, features.notAttributed(),
                           {QStringLiteral("value")}));
    if (given.report)
        insertGiven(results, reportName,
                    writeTable(parameters, reportName, context, *given.report));
    return results;
}

} // namespace

QgsProcessingAlgorithm* makeJoinRecordsAlgorithm() {
    return new JoinRecordsAlgorithm;
}

} // namespace terroir::qgis
