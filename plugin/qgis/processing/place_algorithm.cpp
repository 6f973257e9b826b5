#include "plugin/qgis/processing/place_algorithm.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/boundaries/unit_point.hpp"
#include "plugin/qgis/processing/answer_fields.hpp"
#include "plugin/qgis/processing/feature_table.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/unit_shapes.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsfeatureiterator.h>
#include <qgsprocessingfeedback.h>

#include <algorithm>

namespace terroir::qgis {

using gazetteer::UnitIndex;

namespace {

const QString provinceField = QStringLiteral("PROVINCE");
const QString districtField = QStringLiteral("DISTRICT");
const QString communeField = QStringLiteral("COMMUNE");
const QString dayField = QStringLiteral("DAY");
const QString geometryName = QStringLiteral("GEOMETRY");
const QString openRows = QStringLiteral("UNMATCHED_ROWS");

enum class Shown { Input, None, Point, Boundary };
/// In the order of Shown.
ChoiceParameter::Choices shownChoices() {
    return {{QStringLiteral("input"), {"như lớp vào", "as in the input"}},
            {QStringLiteral("none"), {"không có", "none"}},
            {QStringLiteral("point"), {"điểm đại diện", "representative point"}},
            {QStringLiteral("boundary"), {"ranh giới", "boundary"}}};
}

Shown shownFor(const QString& id) {
    const ChoiceParameter::Choices choices = shownChoices();
    const auto chosen = std::find_if(choices.begin(), choices.end(),
                                     [&](const auto& choice) { return choice.id == id; });
    return Shown(chosen - choices.begin());
}

/// Enough to keep two threads busy, and little to hold.
constexpr std::size_t pieceRows = 5000;

} // namespace

/// One run over one layer.
class PlaceRun {
public:
    PlaceRun(PlaceAlgorithm& algorithm, const QVariantMap& parameters,
             QgsProcessingContext& context, QgsProcessingFeedback& feedback)
        : m_algorithm(algorithm), m_parameters(parameters), m_context(context),
          m_feedback(feedback), m_source(algorithm.source(parameters, inputName, context)),
          m_shown(shownFor(algorithm.chosen(parameters, geometryName, context))),
          m_several(algorithm.severalUnits(parameters, context)), m_base(),
          m_workspace(algorithm.openToRead(parameters, context, feedback)), m_shapes(*m_workspace) {
        m_text = column(textField);
        m_province = column(provinceField);
        m_district = column(districtField);
        m_commune = column(communeField);
        m_day = column(dayField);
        const std::optional<Date> given =
            algorithm.day(parameters, QStringLiteral("AS_OF"), context);
        m_base.asOf = algorithm.asOf(parameters, context);
        m_base.level = algorithm.level(parameters, context);
        if (!given && m_day < 0)
            feedback.pushInfo(
                said("Tên được tra theo đơn vị của hôm nay trước; nếu bảng cũ hơn, hãy cho biết "
                     "ngày.",
                     "Names are looked up among the units of today first; for an older table give "
                     "its day."));
        if (const std::string area = algorithm.text(parameters, contextName, context);
            !area.empty())
            m_base.context = m_workspace->contextOf(
                area, m_day < 0 ? std::optional(m_base.asOf) : std::nullopt, "CONTEXT");
    }

    QVariantMap run() {
        const auto answer =
            m_algorithm.makeAnswer(m_workspace->gazetteer(), m_parameters, m_context);
        const AnswerFields fields(m_source->fields(), answer->header(), !m_several,
                                  m_shown == Shown::Boundary);
        for (const QString& sentence : fields.renamed())
            m_feedback.pushInfo(sentence);
        checkDays(); // before an output that is there already is emptied
        m_out = m_algorithm.sink(m_parameters, outputName, m_context, fields.all(), wkb(), crs());
        m_open = m_algorithm.sink(m_parameters, openRows, m_context, fields.all(), wkb(), crs());
        geocode::GeocodeBatch resolver(m_workspace->geocoder(), *answer);
        readAll([&] { resolvePiece(resolver, fields); });
        return results(resolver.counts());
    }

private:
    int column(const QString& name) const {
        const QString field = m_algorithm.parameterAsString(m_parameters, name, m_context);
        if (field.isEmpty())
            return -1;
        const int index = m_source->fields().lookupField(field);
        if (index < 0)
            throw UsageError(localText(
                "{}: lớp vào không có trường '{}'; các trường là: {}.",
                "{}: the input has no field '{}'; its fields are {}.", fromQt(name), fromQt(field),
                fromQt(m_source->fields().names().join(QStringLiteral(", ")))));
        return index;
    }

    compat::Wkb wkb() const {
        switch (m_shown) {
        case Shown::Point:
            return m_several ? compat::multiPoint : compat::point;
        case Shown::Boundary:
            return compat::multiPolygon;
        case Shown::Input:
            return m_source->wkbType();
        default:
            return compat::noGeometry;
        }
    }
    QgsCoordinateReferenceSystem crs() const {
        return m_shown == Shown::Input  ? m_source->sourceCrs()
               : m_shown == Shown::None ? QgsCoordinateReferenceSystem()
                                        : lonLat();
    }

    /// InputError at the first row whose day cannot be read.
    void checkDays() {
        if (m_day < 0)
            return;
        QgsFeatureIterator features =
            m_source->getFeatures(compat::attributesOnly(), compat::noGeometryCheck);
        QgsFeature feature;
        for (std::size_t row = 1; !m_feedback.isCanceled() && features.nextFeature(feature); ++row)
            dayOf(feature, row);
    }

    Date dayOf(const QgsFeature& feature, std::size_t row) const {
        const std::string cell = m_day < 0 ? std::string() : cellOf(feature.attribute(m_day));
        if (cell.empty())
            return m_base.asOf;
        if (const auto day = parseDayText(cell))
            return *day;
        throw InputError(
            fromQt(m_source->sourceName()), row + 1, fromQt(m_source->fields().at(m_day).name()),
            localText(
                "'{}' không phải một ngày; hãy viết YYYY-MM-DD hoặc DD/MM/YYYY, hoặc để trống.",
                "'{}' is not a day; write YYYY-MM-DD or DD/MM/YYYY, or leave it empty.", cell));
    }

    geocode::Query queryOf(const QgsFeature& feature) const {
        const auto cell = [&](int column) {
            return column < 0 ? std::string() : cellOf(feature.attribute(column));
        };
        geocode::Query query = m_base;
        query.text = cell(m_text);
        query.province = cell(m_province);
        query.district = cell(m_district);
        query.commune = cell(m_commune);
        query.asOf = dayOf(feature, m_read);
        return query;
    }

    /// Boundaries are wanted for all rows at once.
    template <typename Piece>
    void readAll(Piece piece) {
        const double total = double(std::max(1LL, (long long)m_source->featureCount()));
        QgsFeatureIterator features = m_source->getFeatures(
            m_shown == Shown::Input ? QgsFeatureRequest() : compat::attributesOnly(),
            compat::noGeometryCheck);
        QgsFeature feature;
        while (!m_feedback.isCanceled() && features.nextFeature(feature)) {
            ++m_read;
            m_queries.push_back(queryOf(feature));
            m_features.push_back(feature);
            if (m_features.size() >= pieceRows && m_shown != Shown::Boundary) {
                piece();
                m_feedback.setProgress(100.0 * double(m_read) / total);
            }
        }
        if (!m_feedback.isCanceled())
            piece();
    }

    void resolvePiece(geocode::GeocodeBatch& resolver, const AnswerFields& fields) {
        std::vector<geocode::Answer> answers;
        resolver.resolve(m_queries, [&](std::size_t, const geocode::Answer& answer) {
            answers.push_back(answer);
        });
        if (m_shown == Shown::Boundary)
            fetchShapes(answers);
        for (std::size_t i = 0; i < answers.size() && !m_feedback.isCanceled(); ++i)
            for (const geocode::Answer::Row& row : answers[i].rows)
                write(m_features[i], row, answers[i].status, fields);
        m_queries.clear();
        m_features.clear();
    }

    void fetchShapes(const std::vector<geocode::Answer>& answers) {
        std::set<UnitIndex> units;
        for (const geocode::Answer& answer : answers)
            for (const geocode::Answer::Row& row : answer.rows)
                units.insert(row.units.begin(), row.units.end());
        m_shapes.fetch(units, m_base.asOf);
    }

    void write(const QgsFeature& given, const geocode::Answer::Row& row, geocode::Status status,
               const AnswerFields& fields) {
        const bool withBoundary = m_shown == Shown::Boundary;
        QgsFeature feature(fields.all());
        feature.setAttributes(
            fields.attributes(given.attributes(), row.cells,
                              withBoundary ? m_shapes.boundary(row.units) : QVariant()));
        feature.setGeometry(geometryOf(given, row));
        if (m_open && status != geocode::Status::Matched)
            m_open.add(feature);
        m_out.add(feature);
    }

    QgsGeometry geometryOf(const QgsFeature& given, const geocode::Answer::Row& row) const {
        if (m_shown == Shown::Input)
            return given.geometry();
        if (m_shown == Shown::Boundary)
            return m_shapes.polygons(row.units);
        QgsMultiPointXY points;
        for (const UnitIndex unit : row.units)
            if (const auto point = boundaries::pointOf(m_workspace->gazetteer(), unit))
                points.append(QgsPointXY(point->lon, point->lat));
        if (m_shown == Shown::None || points.isEmpty())
            return {};
        return m_several ? QgsGeometry::fromMultiPointXY(points)
                         : QgsGeometry::fromPointXY(points.front());
    }

    QVariantMap results(const geocode::GeocodeBatch::Counts& counts) {
        m_feedback.pushInfo(said("%1 dòng khớp, %2 chưa rõ, %3 không tìm thấy.",
                                 "%1 rows matched, %2 ambiguous, %3 unmatched.")
                                .arg(counts.matched)
                                .arg(counts.ambiguous)
                                .arg(counts.unmatched));
        if (counts.partial > 0)
            m_feedback.pushWarning(
                said("%1 dòng khớp nhưng danh mục không cho biết đơn vị của ngày kia; xem cột "
                     "reasons.",
                     "Of %1 matched rows the gazetteer does not say what they are on the other "
                     "day; see the column reasons.")
                    .arg(counts.partial));
        QVariantMap results = {{outputName, m_out.destination()},
                               {QStringLiteral("MATCHED"), qulonglong(counts.matched)},
                               {QStringLiteral("AMBIGUOUS"), qulonglong(counts.ambiguous)},
                               {QStringLiteral("UNMATCHED"), qulonglong(counts.unmatched)}};
        insertGiven(results, openRows, m_open.destination());
        return results;
    }

    PlaceAlgorithm& m_algorithm;
    const QVariantMap& m_parameters;
    QgsProcessingContext& m_context;
    QgsProcessingFeedback& m_feedback;
    std::unique_ptr<QgsProcessingFeatureSource> m_source;
    Shown m_shown;
    bool m_several;
    int m_text = -1, m_province = -1, m_district = -1, m_commune = -1, m_day = -1;
    geocode::Query m_base;
    std::unique_ptr<workspace::Workspace> m_workspace;
    UnitShapes m_shapes;
    ResultSink m_out, m_open;
    std::size_t m_read = 0;
    std::vector<geocode::Query> m_queries;
    std::vector<QgsFeature> m_features;
};

void PlaceAlgorithm::addInputs() {
    const auto field = [this](const QString& name, const char* vi, const char* en,
                              const QString& help) {
        add(new QgsProcessingParameterField(name, said(vi, en), QVariant(), inputName,
                                            compat::anyField, false, true),
            help);
    };
    add(new QgsProcessingParameterFeatureSource(inputName, said("Lớp hoặc bảng", "Layer or table"),
                                                {int(compat::anyVector)}),
        said("Lớp vectơ hoặc bảng (CSV, XLSX…), có hình học hay không đều được.",
             "A vector layer or a table (CSV, XLSX…), with or without geometry."));
    field(textField, "Trường địa danh", "Field with the place name",
          said("Văn bản tự do: \"xã Bản Bo, H. Tam Đường\". Dùng trường này, hoặc ba trường dưới, "
               "hoặc cả hai.",
               "Free text: \"xã Bản Bo, H. Tam Đường\". Either this field or the three below, or "
               "both."));
    field(provinceField, "Trường tỉnh", "Field with the province",
          said("Tên tỉnh, thành phố trung ương.", "Name of the province."));
    field(districtField, "Trường huyện", "Field with the district",
          said("Tên huyện, quận, thị xã, thành phố.", "Name of the district."));
    field(communeField, "Trường xã", "Field with the commune",
          said("Tên xã, phường, thị trấn.", "Name of the commune, ward or town."));
    field(dayField, "Trường ngày", "Field with the day",
          said("Ngày của từng dòng (kiểu ngày, hoặc chữ YYYY-MM-DD, DD/MM/YYYY); ô trống là ngày "
               "chung.",
               "Each row's own day (a date, or text as YYYY-MM-DD or DD/MM/YYYY); NULL means the "
               "common one."));
    addAsOf();
    add(new QgsProcessingParameterString(contextName, said("Trong địa bàn", "Context"), QVariant(),
                                         false, true),
        said("Nơi mà cả bảng nói tới, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\": quyết định giữa "
             "những nơi trùng tên.",
             "What the whole table is about, such as \"huyện Tam Đường, tỉnh Lai Châu\": decides "
             "between places of one name."));
    addLevel(QString());
}

void PlaceAlgorithm::addOutputs() {
    add(new ChoiceParameter(geometryName, said("Hình học", "Geometry"), shownChoices(),
                            QStringLiteral("point"), false),
        said("point: điểm đại diện của đơn vị; boundary: ranh giới (trường boundary cho biết "
             "official, chính thức, hay approximate, gần đúng); input: như lớp vào; none: không "
             "có.",
             "point: the unit's representative point; boundary: its boundary (the field boundary "
             "says official or approximate); input: as in the input; none: none."));
    addWorkspace();
    add(new QgsProcessingParameterFeatureSink(outputName, said("Kết quả", "Result"),
                                              compat::vectorAnyGeometry),
        said("Các trường của lớp vào và của câu trả lời: status (matched, ambiguous, unmatched), "
             "mã, tên, cấp, ngày hiệu lực, score, candidates, reasons…",
             "The fields of the input and of the answer: status (matched, ambiguous, unmatched), "
             "code, name, level, days of validity, score, candidates, reasons…"));
    add(new QgsProcessingParameterFeatureSink(openRows,
                                              said("Những dòng chưa rõ", "Rows that did not match"),
                                              compat::vectorAnyGeometry, QVariant(), true, false),
        said("Chỉ những dòng ambiguous và unmatched, để xem lại.",
             "Only the rows that are ambiguous or unmatched, to look at."));
    addNumberOutput("MATCHED", "số dòng khớp", "rows that matched");
    addNumberOutput("AMBIGUOUS", "số dòng chưa rõ", "rows that are ambiguous");
    addNumberOutput("UNMATCHED", "số dòng không tìm thấy", "rows that are unmatched");
}

bool PlaceAlgorithm::checkParameterValues(const QVariantMap& parameters,
                                          QgsProcessingContext& context, QString* problem) const {
    const auto isGiven = [&](const QString& name) {
        return !parameterAsString(parameters, name, context).isEmpty();
    };
    if (isGiven(textField) || isGiven(provinceField) || isGiven(districtField) ||
        isGiven(communeField))
        return DocumentedAlgorithm::checkParameterValues(parameters, context, problem);
    if (problem != nullptr)
        *problem = said("Trường nào có địa danh? Hãy chọn TEXT, hoặc PROVINCE, DISTRICT, COMMUNE.",
                        "Which field has the place names? Choose TEXT, or PROVINCE, DISTRICT, "
                        "COMMUNE.");
    return false;
}

QVariantMap PlaceAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                                QgsProcessingFeedback& feedback) {
    return PlaceRun(*this, parameters, context, feedback).run();
}

} // namespace terroir::qgis
