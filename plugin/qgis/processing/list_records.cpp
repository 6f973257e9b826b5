#include "core/base/local_text.hpp"
#include "core/records/fields.hpp"
#include "core/records/force_rows.hpp"
#include "core/records/record_filter.hpp"
#include "core/records/record_ground.hpp"
#include "core/records/record_rows.hpp"
#include "core/records/record_words.hpp"
#include "core/records/records_by_unit.hpp"
#include "plugin/qgis/features.hpp"
#include "plugin/qgis/ground_features.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingfeedback.h>

#include <map>

namespace terroir::qgis {

namespace {

const QString subjectName = QStringLiteral("SUBJECT"), holderName = QStringLiteral("HOLDER"),
              sourceName = QStringLiteral("SOURCE"), stateName = QStringLiteral("STATE"),
              forceName = QStringLiteral("FORCE"), endsName = QStringLiteral("ENDS_WITHIN"),
              dayName = QStringLiteral("DAY"), doubtfulName = QStringLiteral("DOUBTFUL");

ChoiceParameter::Choices stateChoices() {
    const records::RecordWords vi(Language::Vietnamese), en(Language::English);
    ChoiceParameter::Choices choices{{toQt(toString(records::State::Done)), {"đã làm", "done"}}};
    for (const records::State state : {records::State::Ongoing, records::State::Planned,
                                       records::State::Proposed, records::State::Withdrawn})
        choices.push_back({toQt(toString(state)), {vi.state(state), en.state(state)}});
    return choices;
}

ChoiceParameter::Choices forceChoices() {
    ChoiceParameter::Choices choices;
    for (const records::Force force : records::allForces())
        choices.push_back({toQt(toString(force)), inWords(force)});
    return choices;
}

/// Where records lie themselves, by the output that takes them.
const std::vector<std::pair<QString, compat::GeometryKind>>& groundOutputs() {
    static const std::vector<std::pair<QString, compat::GeometryKind>> outputs{
        {QStringLiteral("POINTS"), compat::pointKind},
        {QStringLiteral("LINES"), compat::lineKind},
        {QStringLiteral("ZONES"), compat::polygonKind}};
    return outputs;
}

class ListRecordsAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new ListRecordsAlgorithm; }
    void initAlgorithm(const QVariantMap&) override;

protected:
    const AlgorithmSheet& sheet() const override;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;

private:
    records::RecordFilter filter(const QVariantMap& parameters, QgsProcessingContext& context,
                                 workspace::Workspace& workspace);
    std::vector<const records::Record*> listed(const QVariantMap& parameters,
                                               QgsProcessingContext& context,
                                               workspace::Workspace& workspace,
                                               const records::RecordFilter& filter) const;
    qlonglong writeGround(const QVariantMap& parameters, QgsProcessingContext& context,
                          workspace::Workspace& workspace, const Table& table,
                          QVariantMap& results) const;
};

const AlgorithmSheet& ListRecordsAlgorithm::sheet() const {
    static const AlgorithmSheet sheet = {
        "listrecords",
        AlgorithmSheet::Figures,
        {"Liệt kê bản ghi", "List records"},
        {"Lọc các bản ghi của không gian làm việc theo loại, sản phẩm, chủ thể, nguồn, trạng thái, "
         "hiệu lực, nơi và chữ bất kỳ. Bản ghi có vị trí riêng còn thành lớp điểm, đường và vùng.",
         "Filters the records of the workspace by kind, product, holder, source, state, force, "
         "place and any text. Records with a place of their own are layers of points, lines and "
         "zones, too."},
        "KIND=ocop FORCE=in-force DAY=2025-12-31 OUTPUT=ocop.csv",
        "bản ghi,lọc,danh sách,hiệu lực,records,list,filter,in force"};
    return sheet;
}

void ListRecordsAlgorithm::initAlgorithm(const QVariantMap&) {
    const auto addText = [this](const QString& name, const QString& label, const QString& help) {
        add(new QgsProcessingParameterString(name, label, QVariant(), false, true), help);
    };
    addWorkspace();
    addKind(true);
    addText(subjectName, said("Sản phẩm", "Product"),
            said("Có những chữ này, trọn chữ: \"chè\". Viết không dấu thì tìm cả có dấu.",
                 "Has these words, whole: \"chè\". Written without diacritics they are found with "
                 "them, too."));
    addText(holderName, said("Chủ thể", "Holder"),
            said("Có những chữ này, trọn chữ.", "Has these words, whole."));
    addText(sourceName, said("Nguồn", "Source"),
            said("Mã tài liệu, như cột source.", "Id of a document, as in the column source."));
    add(new ChoiceParameter(stateName, said("Trạng thái", "State"), stateChoices(), QVariant(),
                            true),
        said("Bỏ trống: mọi trạng thái.", "Empty: any."));
    add(new ChoiceParameter(forceName, said("Hiệu lực", "In force"), forceChoices(), QVariant(),
                            true),
        said("Hạng sao, văn bằng, chứng nhận, mã số vào ngày DAY. Bỏ trống: không xét.",
             "Of stars, titles, certificates and codes on DAY. Empty: does not matter."));
    add(new QgsProcessingParameterNumber(endsName,
                                         said("Hết hạn trong (tháng)", "Ends within (months)"),
                                         compat::wholeNumber, QVariant(), true, 0),
        said("Chỉ những gì hết hạn trong số tháng này kể từ ngày DAY.",
             "Only what ends within so many months from DAY."));
    add(new QgsProcessingParameterDateTime(dayName, said("Ngày xét hiệu lực", "Day of the force"),
                                           compat::dateOnly, QVariant(), true),
        said("Bỏ trống: hôm nay.", "Empty: today."));
    addWithin();
    addText(textField, said("Chữ bất kỳ", "Any text"),
            said("Ở bất cứ đâu trong bản ghi, không cần dấu.",
                 "Anywhere in the record, diacritics are not needed."));
    add(new QgsProcessingParameterBoolean(
            doubtfulName, said("Chỉ bản ghi còn nghi ngờ", "Only doubtful ones"), false),
        said("Có điều cần xem lại, hoặc địa danh chưa rõ.",
             "With something to look at, or a place that is not settled."));
    add(new QgsProcessingParameterFeatureSink(outputName, said("Bản ghi", "Records"),
                                              compat::anyVector),
        said("Một dòng một bản ghi, cùng các cột như 'terroir records': từ ngày, đến ngày nào có "
             "hiệu lực, và cách biết ngày hết hạn.",
             "A row for each, in the columns of 'terroir records': from when until when it holds, "
             "and how the end is known."));
    const std::vector<LocalText> names{{"Vị trí: điểm", "Places: points"},
                                       {"Vị trí: đường", "Places: lines"},
                                       {"Vị trí: vùng", "Places: zones"}};
    for (std::size_t i = 0; i < groundOutputs().size(); ++i)
        add(new QgsProcessingParameterFeatureSink(groundOutputs()[i].first, said(names[i]),
                                                  compat::vectorAnyGeometry, QVariant(), true,
                                                  false),
            said("Những bản ghi ấy có vị trí riêng, cùng các cột.",
                 "Those of them that have a place of their own, in the same columns."));
    addNumberOutput("RECORDS", "số bản ghi", "number of records");
    addNumberOutput("WITH_PLACE", "số bản ghi có vị trí riêng trong các lớp đã ghi",
                    "number of records with a place of their own in the layers written");
}

records::RecordFilter ListRecordsAlgorithm::filter(const QVariantMap& parameters,
                                                   QgsProcessingContext& context,
                                                   workspace::Workspace& workspace) {
    records::RecordFilter filter;
    if (const QString kind = chosen(parameters, kindName, context); !kind.isEmpty())
        filter.kinds = {fromQt(kind)};
    filter.subject = text(parameters, subjectName, context);
    filter.holder = text(parameters, holderName, context);
    filter.text = text(parameters, textField, context);
    filter.isDoubtful = parameterAsBool(parameters, doubtfulName, context);
    if (const std::string source = text(parameters, sourceName, context); !source.empty()) {
        if (!records::hasSource(workspace.file(), source))
            throw UsageError(localText("SOURCE: không có nguồn '{}'; hãy xem cột source.",
                                       "SOURCE: there is no source '{}'; see the column source.",
                                       source));
        filter.sources = {source};
    }
    if (const auto state = records::parseState(fromQt(chosen(parameters, stateName, context))))
        filter.states = {*state};
    records::ForceWanted wanted;
    if (const auto force = records::parseForce(fromQt(chosen(parameters, forceName, context))))
        wanted.any = {*force};
    if (!compat::isNull(parameters.value(endsName)))
        wanted.endsWithin = parameterAsInt(parameters, endsName, context);
    wanted.day = day(parameters, dayName, context).value_or(Date::today());
    if (!wanted.any.empty() || wanted.endsWithin)
        filter.force = wanted;
    return filter;
}

std::vector<const records::Record*>
ListRecordsAlgorithm::listed(const QVariantMap& parameters, QgsProcessingContext& context,
                             workspace::Workspace& workspace,
                             const records::RecordFilter& filter) const {
    const records::RecordMatcher matcher(filter, workspace.sources());
    const std::vector<records::Record>& all = workspace.records();
    std::vector<const records::Record*> taken;
    const auto take = [&](const records::Record& record) {
        if (matcher.accepts(record))
            taken.push_back(&record);
    };
    const gazetteer::UnitIndex unit = within(parameters, context, workspace, Date::today());
    if (unit == gazetteer::noUnit) {
        std::for_each(all.begin(), all.end(), take);
        return taken;
    }
    const records::RecordsByUnit byUnit(workspace.sharedGazetteer(), workspace.sharedRecords());
    for (const std::size_t index : byUnit.within(unit, Date::today()))
        take(all[index]);
    return taken;
}

qlonglong ListRecordsAlgorithm::writeGround(const QVariantMap& parameters,
                                            QgsProcessingContext& context,
                                            workspace::Workspace& workspace, const Table& table,
                                            QVariantMap& results) const {
    const QgsFields fields = fieldsOf(table);
    std::map<compat::GeometryKind, ResultSink> sinks;
    for (const auto& [name, kind] : groundOutputs())
        if (ResultSink one = sink(parameters, name, context, fields, wkbTypeOf(kind), lonLat()))
            sinks.emplace(kind, std::move(one));
    if (sinks.empty())
        return 0;
    std::map<std::string, const std::vector<Value>*, std::less<>> rows;
    for (const std::vector<Value>& row : table.rows)
        rows.emplace(std::get<std::string>(row.front()), &row);
    qlonglong count = 0;
    records::walkGround(workspace.file(),
                        [&](const std::string& id, records::RecordGround&& ground) {
                            const auto row = rows.find(id);
                            const auto to = sinks.find(kindOf(ground.shape));
                            if (row == rows.end() || to == sinks.end())
                                return;
                            QgsFeature feature(fields);
                            for (std::size_t i = 0; i < row->second->size(); ++i)
                                feature.setAttribute(int(i), variantOf((*row->second)[i]));
                            feature.setGeometry(geometryOf(ground.shape));
                            to->second.add(feature);
                            ++count;
                        });
    for (const auto& [name, kind] : groundOutputs())
        if (const auto written = sinks.find(kind); written != sinks.end())
            insertGiven(results, name, written->second.destination());
    return count;
}

QVariantMap ListRecordsAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                                      QgsProcessingFeedback& feedback) {
    const auto workspace = openToRead(parameters, context, feedback);
    const records::RecordFilter wanted = filter(parameters, context, *workspace);
    const std::optional<Date> onDay =
        wanted.force ? std::optional(wanted.force->day) : day(parameters, dayName, context);
    Table table{records::recordColumns(), {}};
    for (Column& column : records::forceColumns(onDay))
        table.columns.push_back(std::move(column));
    for (const records::Record* record : listed(parameters, context, *workspace, wanted)) {
        table.rows.push_back(
            records::recordRow(*record, workspace->gazetteer(), words().language()));
        for (Value& cell : records::forceCells(*record, workspace->sources(), onDay))
            table.rows.back().push_back(std::move(cell));
    }
    QVariantMap results{
        {outputName, writeTable(parameters, outputName, context, table,
                                {QStringLiteral("value"), QStringLiteral("value_max")})},
        {QStringLiteral("RECORDS"), qlonglong(table.rows.size())}};
    const qlonglong withPlace = writeGround(parameters, context, *workspace, table, results);
    results.insert(QStringLiteral("WITH_PLACE"), withPlace);
    feedback.pushInfo(said("%1 bản ghi.", "%1 records.").arg(table.rows.size()));
    if (wanted.force && wanted.force->any == std::vector{records::Force::InForce}) {
        records::RecordFilter unknown = wanted;
        unknown.force->any = {records::Force::Unknown};
        if (const std::size_t more = listed(parameters, context, *workspace, unknown).size();
            more > 0)
            feedback.pushWarning(
                said("%1 bản ghi nữa không rõ còn hiệu lực hay không; xem bằng "
                     "FORCE=unknown.",
                     "%1 more may be in force, which their sources do not say; see "
                     "them with FORCE=unknown.")
                    .arg(more));
    }
    return results;
}

} // namespace

QgsProcessingAlgorithm* makeListRecordsAlgorithm() {
    return new ListRecordsAlgorithm;
}

} // namespace terroir::qgis
