#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/boundaries/unit_point.hpp"
#include "core/documents/letterhead.hpp"
#include "core/documents/read_document.hpp"
#include "core/workspace/read_review.hpp"
#include "plugin/qgis/features.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/proposal_look.hpp"
#include "plugin/qgis/processing/stored_style.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingfeedback.h>
#include <qgsprocessingoutputs.h>
#include <qgsprocessingutils.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace terroir::qgis {

namespace {

const QString documentFile = QStringLiteral("FILE"), titleName = QStringLiteral("SOURCE_TITLE");

class ProposalStyler final : public QgsProcessingLayerPostProcessorInterface {
public:
    void postProcessLayer(QgsMapLayer* layer, QgsProcessingContext&,
                          QgsProcessingFeedback*) override {
        if (auto* vector = qobject_cast<QgsVectorLayer*>(layer))
            lookLikeProposals(*vector);
    }
};

/// Points of one unit beside each other around its representative point, so that each can be seen
/// and chosen: a spiral as of the seeds of a sunflower, in the inner half of the unit. Where in the
/// unit a point lies means nothing.
class SpreadPoints {
public:
    SpreadPoints(const extract::Review& review, const gazetteer::Gazetteer& gazetteer)
        : m_gazetteer(gazetteer) {
        for (const extract::ReviewedProposal& one : review.proposals)
            for (const gazetteer::UnitIndex unit : one.proposal.places)
                ++m_all[unit];
    }

    /// The next one of the unit; a null geometry where no point of it is known.
    QgsGeometry next(gazetteer::UnitIndex unit) {
        constexpr double pi = 3.14159265358979323846, golden = 2.39996322972865332;
        constexpr double kmOfDegree = 111.2, spacingKm = 0.25, unknownKm = 1;
        const auto middle = boundaries::pointOf(m_gazetteer, unit);
        if (!middle)
            return {};
        const double total = double(m_all[unit]), index = double(m_next[unit]++);
        const auto area = m_gazetteer.unit(unit).areaKm2;
        const double half = area ? std::sqrt(*area / pi) / 2 : unknownKm;
        const double km = std::min(half, spacingKm * std::sqrt(total)) * std::sqrt(index / total);
        const double lat = middle->lat + km / kmOfDegree * std::sin(golden * index);
        const double lon = middle->lon + km / kmOfDegree * std::cos(golden * index) /
                                             std::cos(middle->lat * pi / 180);
        return QgsGeometry::fromPointXY(QgsPointXY(lon, lat));
    }

private:
    const gazetteer::Gazetteer& m_gazetteer;
    std::map<gazetteer::UnitIndex, std::size_t> m_all, m_next;
};

class ExtractAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new ExtractAlgorithm; }
    void initAlgorithm(const QVariantMap&) override;

protected:
    const AlgorithmSheet& sheet() const override;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;
    QVariantMap postProcessAlgorithm(QgsProcessingContext& context,
                                     QgsProcessingFeedback* feedback) override;

private:
    workspace::DocumentFacts facts(const QVariantMap& parameters, QgsProcessingContext& context,
                                   const std::string& file, const documents::Document& read,
                                   workspace::Workspace& workspace,
                                   QgsProcessingFeedback& feedback);
    qlonglong write(const extract::Review& review, const gazetteer::Gazetteer& gazetteer,
                    ResultSink& out, const Table& table, const QgsFields& fields) const;

    QString m_written;
};

const AlgorithmSheet& ExtractAlgorithm::sheet() const {
    static const AlgorithmSheet sheet = {
        "extract",
        AlgorithmSheet::Workspace,
        {"Đề xuất bản ghi từ báo cáo", "Propose records from a report"},
        {"Đọc một báo cáo (.docx, .odt, .pdf có chữ, .html, .txt) và đề xuất các bản ghi, mỗi đề "
         "xuất kèm lời văn làm căn cứ, độ tin cậy và nơi trên bản đồ. Chương trình chỉ đọc theo "
         "quy "
         "tắc "
         "nên có chỗ sai: hãy ghi accept (nhận) hoặc refuse (bỏ) vào cột decision, sửa chỗ sai rồi "
         "chạy terroir:applyreview. Chưa có gì được ghi vào không gian làm việc.",
         "Reads a report (.docx, .odt, .pdf with text, .html, .txt) and proposes records, each "
         "with "
         "the words that it rests on, a confidence and its place on the map. Plain rules read it, "
         "and err: write accept or refuse into the column decision, mend what is wrong, and run "
         "terroir:applyreview. Nothing is stored in the workspace before."},
        "FILE=bao-cao.docx WORKSPACE=lai-chau.sqlite OUTPUT=de-xuat.gpkg",
        "báo cáo,văn bản,đề xuất,bản ghi,report,extract,proposals,docx,pdf"};
    return sheet;
}

void ExtractAlgorithm::initAlgorithm(const QVariantMap&) {
    add(new QgsProcessingParameterFile(
            documentFile, said("Báo cáo", "Report"), compat::plainFile, QString(), QVariant(),
            false,
            said("Văn bản (*.docx *.odt *.pdf *.html *.htm *.txt);;Mọi tệp (*.*)",
                 "Texts (*.docx *.odt *.pdf *.html *.htm *.txt);;All files (*.*)")),
        said("Văn bản của một cơ quan; bảng tính thì dùng terroir:importrecords.",
             "A text of an office; for spreadsheets there is terroir:importrecords."));
    add(new QgsProcessingParameterDateTime(asOfName, said("Đơn vị của ngày", "Units as of"),
                                           compat::dateOnly, QVariant(), true),
        said("Bỏ trống: ngày của văn bản, nếu không ghi thì hôm nay.",
             "Empty: the day of the text, today where it gives none."));
    add(new QgsProcessingParameterString(withinName, said("Trong địa bàn", "Within"), QVariant(),
                                         false, true),
        said(
            "Báo cáo nói về đơn vị nào, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\". Bỏ trống: đơn vị "
            "của cơ quan ban hành.",
            "Which unit the report is about, such as \"huyện Tam Đường, tỉnh Lai Châu\". Empty: "
            "that of its issuer."));
    add(new QgsProcessingParameterString(titleName, said("Tên tài liệu", "Title of the document"),
                                         QVariant(), false, true),
        said("Bỏ trống: tên tệp. Tài liệu cùng tên được so với lần nhận trước.",
             "Empty: the name of the file. A document of the same name is compared with what was "
             "taken before."));
    addWorkspace();
    add(new QgsProcessingParameterFeatureSink(outputName, said("Đề xuất", "Proposals"),
                                              compat::vectorPoint),
        said("Mỗi nơi của một đề xuất là một điểm, các điểm của cùng đề xuất có chung cột id; đề "
             "xuất không rõ nơi nào thì không có điểm. Điểm nằm quanh điểm đại diện của đơn vị để "
             "thấy được "
             "từng điểm; vị trí trong đơn vị không có nghĩa gì. Các cột như của 'terroir extract', "
             "thêm cột "
             "place: nơi của điểm ấy.",
             "A point for each place of a proposal; those of one proposal have one id, and one "
             "without a known place has no point. They lie around the representative point of "
             "their unit "
             "so that each is seen; where in the unit means nothing. The columns are those of "
             "'terroir extract', with "
             "place: the place of that point."));
    addNumberOutput("PROPOSALS", "số đề xuất", "number of proposals");
    addNumberOutput("LEFT_OPEN", "số con số chưa rõ đếm gì",
                    "numbers of which it is not known what they count");
    addNumberOutput("GONE", "số bản ghi mà văn bản không còn nêu",
                    "records that the text does not state any more");
}

workspace::DocumentFacts
ExtractAlgorithm::facts(const QVariantMap& parameters, QgsProcessingContext& context,
                        const std::string& file, const documents::Document& read,
                        workspace::Workspace& workspace, QgsProcessingFeedback& feedback) {
    workspace::DocumentFacts facts =
        workspace::factsOf(workspace, file, documents::readLetterhead(read.text),
                           text(parameters, titleName, context));
    if (const auto day = this->day(parameters, asOfName, context)) {
        facts.asOf = *day;
        facts.within = workspace::unitOf(workspace, facts.head, *day);
    }
    requireListed(facts.asOf);
    if (const gazetteer::UnitIndex unit = within(parameters, context, workspace, facts.asOf);
        unit != gazetteer::noUnit)
        facts.within = unit;
    feedback.pushInfo(
        said("Địa danh được tra theo ngày %1, %2.", "Places are looked up as of %1, %2.")
            .arg(said(dayText(facts.asOf)),
                 facts.within == gazetteer::noUnit
                     ? said("trong cả nước", "in the whole country")
                     : said("trong %1", "in %1")
                           .arg(toQt(workspace.gazetteer().describe(facts.within, facts.asOf)))));
    return facts;
}

qlonglong ExtractAlgorithm::write(const extract::Review& review,
                                  const gazetteer::Gazetteer& gazetteer, ResultSink& out,
                                  const Table& table, const QgsFields& fields) const {
    qlonglong withoutPoint = 0;
    SpreadPoints points(review, gazetteer);
    const int place = fields.lookupField(QStringLiteral("place"));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        QgsFeature feature(fields);
        for (std::size_t column = 0; column < table.rows[row].size(); ++column)
            feature.setAttribute(int(column), variantOf(table.rows[row][column]));
        const auto& places = review.proposals[row].proposal.places;
        for (const gazetteer::UnitIndex unit : places) {
            feature.setAttribute(place, toQt(gazetteer.describe(unit, review.asOf)));
            const QgsGeometry point = points.next(unit);
            feature.setGeometry(point);
            withoutPoint += point.isNull() ? 1 : 0;
            out.add(feature);
        }
        if (!places.empty())
            continue;
        out.add(feature);
        ++withoutPoint;
    }
    return withoutPoint;
}

QVariantMap ExtractAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                                  QgsProcessingFeedback& feedback) {
    const std::string file = fromQt(parameterAsFile(parameters, documentFile, context));
    const documents::Document read = documents::readDocument(file, progressOf(feedback));
    for (const LocalText& remark : read.remarks)
        feedback.pushInfo(said(remark));
    const auto workspace = openToRead(parameters, context, feedback);
    const extract::Review review = workspace::readReview(
        *workspace, read, facts(parameters, context, file, read, *workspace, feedback),
        progressOf(feedback));
    if (feedback.isCanceled())
        return {};
    const Table table = extract::reviewTable(review, workspace->gazetteer());
    QgsFields fields = fieldsOf(table, {QStringLiteral("value"), QStringLiteral("value_max")});
    fields.append(compat::textField(QStringLiteral("place")));
    ResultSink out = sink(parameters, outputName, context, fields, compat::point, lonLat());
    const qlonglong withoutPoint = write(review, workspace->gazetteer(), out, table, fields);
    m_written = out.destination();
    if (context.willLoadLayerOnCompletion(m_written))
        context.layerToLoadOnCompletionDetails(m_written).setPostProcessor(
            new ProposalStyler); // owned by the details
    feedback.pushInfo(
        said("%1 đề xuất, cần người xem lại; %2 con số chưa hiểu là đếm gì.",
             "%1 proposals, for a person to check; of %2 numbers it is not known what "
             "they count.")
            .arg(review.proposals.size())
            .arg(review.leftOpen.size()));
    if (withoutPoint > 0)
        feedback.pushInfo(said("%1 dòng không có điểm trên bản đồ; xem trong bảng thuộc tính.",
                               "%1 rows have no point on the map; see them in the attribute table.")
                              .arg(withoutPoint));
    return {{outputName, m_written},
            {QStringLiteral("PROPOSALS"), qlonglong(review.proposals.size())},
            {QStringLiteral("LEFT_OPEN"), qlonglong(review.leftOpen.size())},
            {QStringLiteral("GONE"), qlonglong(review.gone.size())}};
}

QVariantMap ExtractAlgorithm::postProcessAlgorithm(QgsProcessingContext& context,
                                                   QgsProcessingFeedback* feedback) {
    auto* layer =
        qobject_cast<QgsVectorLayer*>(QgsProcessingUtils::mapLayerFromString(m_written, context));
    if (layer == nullptr)
        return {};
    lookLikeProposals(*layer);
    if (const QString problem = storeStyle(*layer, said("Đề xuất", "Proposals"));
        !problem.isEmpty())
        feedback->pushWarning(
            said("Kiểu vẽ không được lưu cùng tệp: %1", "The style is not stored with the file: %1")
                .arg(problem));
    return {};
}

} // namespace

QgsProcessingAlgorithm* makeExtractAlgorithm() {
    return new ExtractAlgorithm;
}

} // namespace terroir::qgis
