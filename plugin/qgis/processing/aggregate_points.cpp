#include "core/base/local_text.hpp"
#include "core/figures/join.hpp"
#include "core/gazetteer/territory.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/point_features.hpp"
#include "plugin/qgis/processing/point_sums.hpp"
#include "plugin/qgis/processing/unit_features.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsfeatureiterator.h>
#include <qgsprocessingfeedback.h>

#include <algorithm>
#include <set>

namespace terroir::qgis {

namespace {

using gazetteer::noUnit;
using gazetteer::UnitIndex;
using Reason = PointSums::Reason;

const QString fieldsName = QStringLiteral("FIELDS");
const QString notLocated = QStringLiteral("NOT_LOCATED");

constexpr std::size_t pieceRows = 20000;

class AggregatePointsAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new AggregatePointsAlgorithm; }
    void initAlgorithm(const QVariantMap&) override;

protected:
    const AlgorithmSheet& sheet() const override;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;

private:
    friend class AggregateRun;
};

/// One run over one layer.
class AggregateRun {
public:
    AggregateRun(AggregatePointsAlgorithm& algorithm, const QVariantMap& parameters,
                 QgsProcessingContext& context, QgsProcessingFeedback& feedback)
        : m_algorithm(algorithm), m_parameters(parameters), m_context(context),
          m_feedback(feedback), m_source(algorithm.source(parameters, inputName, context)),
          m_fieldNames(algorithm.parameterAsFields(parameters, fieldsName, context)),
          m_workspace(algorithm.openToRead(parameters, context, feedback)),
          m_asOf(algorithm.asOf(parameters, context)),
          m_level(algorithm.level(parameters, context).value_or(gazetteer::Level::Commune)),
          m_within(algorithm.within(parameters, context, *m_workspace, m_asOf)),
          m_toLonLat(m_source->sourceCrs(), lonLat(), context.transformContext()),
          m_sums(std::size_t(m_fieldNames.size())) {
        requirePoints(*m_source);
        m_fields = numericFields(*m_source, m_fieldNames);
        DocumentedAlgorithm::requireUnits(m_workspace->gazetteer(), m_level, m_asOf);
        if (!m_source->sourceCrs().isValid())
            throw InputError(localText("Lớp '{}' không có hệ tọa độ; hãy gán cho nó trước.",
                                       "The layer '{}' has no CRS; assign one first.",
                                       fromQt(m_source->sourceName())));
        for (const UnitIndex unit : within())
            m_area.insert(unit);
    }

    QVariantMap run() {
        QgsFields left = m_source->fields();
        m_reasonField = QStringLiteral("reason");
        while (left.lookupField(m_reasonField) >= 0)
            m_reasonField += QLatin1Char('_');
        left.append(compat::textField(m_reasonField));
        m_left = m_algorithm.sink(m_parameters, notLocated, m_context, left, m_source->wkbType(),
                                  m_source->sourceCrs());
        locateAll(left);
        const QString destination = writeUnits();
        QVariantMap results = {{outputName, destination},
                               {QStringLiteral("LOCATED"), qulonglong(m_read - m_notLocated)},
                               {QStringLiteral("NOT_LOCATED_COUNT"), qulonglong(m_notLocated)},
                               {QStringLiteral("APPROXIMATE"), qulonglong(m_approximate)}};
        insertGiven(results, notLocated, m_left.destination());
        report();
        return results;
    }

private:
    std::vector<UnitIndex> within() const {
        return m_within == noUnit
                   ? std::vector<UnitIndex>()
                   : gazetteer::unitsWithin(m_workspace->gazetteer(), m_within, m_level, m_asOf);
    }

    void locateAll(const QgsFields& left) {
        const boundaries::ImportedPolygons polygons(m_workspace->file(), m_workspace->gazetteer());
        const boundaries::Locator locator(polygons, m_workspace->file(), m_workspace->gazetteer(),
                                          m_level, m_asOf);
        const double total = double(std::max(1LL, (long long)m_source->featureCount()));
        QgsFeatureIterator features =
            m_source->getFeatures(QgsFeatureRequest(), compat::noGeometryCheck);
        QgsFeature feature;
        std::vector<QgsFeature> piece;
        while (!m_feedback.isCanceled() && features.nextFeature(feature)) {
            piece.push_back(feature);
            if (piece.size() < pieceRows)
                continue;
            locate(locator, piece, left);
            m_feedback.setProgress(90.0 * double(m_read) / total);
        }
        locate(locator, piece, left);
    }

    void locate(const boundaries::Locator& locator, std::vector<QgsFeature>& piece,
                const QgsFields& left) {
        std::vector<gazetteer::LonLat> points;
        std::vector<std::size_t> ends;
        for (const QgsFeature& feature : piece) {
            const std::vector<gazetteer::LonLat> own = lonLatsOf(feature, m_toLonLat);
            points.insert(points.end(), own.begin(), own.end());
            ends.push_back(points.size());
        }
        const std::vector<boundaries::Location> locations = locator.locate(points);
        auto first = locations.begin();
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const auto last = locations.begin() + std::ptrdiff_t(ends[i]);
            const Reason reason = m_sums.add({first, last}, numbersOf(piece[i], m_fields),
                                             [this](UnitIndex unit) { return isInArea(unit); });
            first = last;
            if (reason != Reason::None)
                leave(piece[i], reason, left);
        }
        m_read += piece.size();
        piece.clear();
    }

    /// A unit of another level stands in where there is none of the level.
    bool isInArea(UnitIndex unit) const {
        return m_within == noUnit || m_area.contains(unit) ||
               (m_workspace->gazetteer().unit(unit).level != m_level &&
                gazetteer::Territory(m_workspace->gazetteer(), m_within, m_asOf).holds(unit));
    }

    void leave(const QgsFeature& feature, Reason reason, const QgsFields& fields) {
        ++m_notLocated;
        ++m_reasons[reason];
        QgsFeature left(fields);
        QgsAttributes attributes = feature.attributes();
        const auto [words, isNew] = m_reasonWords.try_emplace(reason);
        if (isNew)
            words->second = PointSums::inWords(reason);
        attributes.append(words->second);
        left.setAttributes(attributes);
        left.setGeometry(feature.geometry());
        m_left.add(left);
    }

    std::set<UnitIndex> unitsShown() const {
        std::set<UnitIndex> units = m_area;
        std::set<UnitIndex> provinces;
        for (const auto& [unit, cell] : m_sums.cells()) {
            units.insert(unit);
            provinces.insert(
                m_workspace->gazetteer().ancestorAt(unit, gazetteer::Level::Province, m_asOf));
        }
        provinces.erase(noUnit);
        if (m_within != noUnit)
            return units;
        for (const UnitIndex province : provinces)
            for (const UnitIndex unit :
                 gazetteer::unitsWithin(m_workspace->gazetteer(), province, m_level, m_asOf))
                units.insert(unit);
        return units;
    }

    QgsFields unitAndSumFields() const {
        QgsFields fields = unitFields();
        fields.append(compat::wholeField(QStringLiteral("count")));
        fields.append(compat::wholeField(QStringLiteral("approximate")));
        for (const QString& name : m_fieldNames)
            for (const char* statistic : {"sum", "mean", "min", "max"})
                fields.append(
                    compat::realField(name + QLatin1Char('_') + QLatin1String(statistic)));
        return fields;
    }

    QString writeUnits() {
        const std::set<UnitIndex> shown = unitsShown();
        std::vector<UnitIndex> units(shown.begin(), shown.end());
        const gazetteer::Gazetteer& gazetteer = m_workspace->gazetteer();
        std::sort(units.begin(), units.end(), [&](UnitIndex a, UnitIndex b) {
            return gazetteer.unit(a).code < gazetteer.unit(b).code;
        });
        UnitShapes shapes(*m_workspace);
        shapes.fetch(shown, m_asOf);
        const QgsFields fields = unitAndSumFields();
        ResultSink out = m_algorithm.sink(m_parameters, outputName, m_context, fields,
                                          compat::multiPolygon, lonLat());
        for (const UnitIndex unit : units) {
            if (m_feedback.isCanceled())
                break;
            QgsFeature feature(fields);
            feature.setAttributes(attributesOf(unit, shapes));
            feature.setGeometry(shapes.polygons({unit}));
            out.add(feature);
        }
        return out.destination();
    }

    QgsAttributes attributesOf(UnitIndex unit, const UnitShapes& shapes) {
        QgsAttributes attributes = unitAttributes(m_workspace->gazetteer(), unit, m_asOf, shapes);
        const auto cell = m_sums.cells().find(unit);
        const bool hasPoints = cell != m_sums.cells().end();
        attributes << qlonglong(hasPoints ? cell->second.count : 0)
                   << qlonglong(hasPoints ? cell->second.approximate : 0);
        m_approximate += hasPoints ? cell->second.approximate : 0;
        for (int i = 0; i < m_fieldNames.size(); ++i) {
            const PointSums::Statistic statistic =
                hasPoints ? cell->second.numbers[std::size_t(i)] : PointSums::Statistic();
            if (statistic.count == 0)
                attributes << QVariant() << QVariant() << QVariant() << QVariant();
            else
                attributes << statistic.sum << statistic.sum / double(statistic.count)
                           << statistic.min << statistic.max;
        }
        return attributes;
    }

    void report() {
        m_feedback.pushInfo(said("%1 điểm thuộc đơn vị, %2 điểm không (xem NOT_LOCATED).",
                                 "%1 points lie in units, %2 do not (see NOT_LOCATED).")
                                .arg(m_read - m_notLocated)
                                .arg(m_notLocated));
        for (const auto& [reason, count] : m_reasons)
            m_feedback.pushWarning(QStringLiteral("%1: %2").arg(m_reasonWords[reason]).arg(count));
        if (m_approximate > 0)
            m_feedback.pushWarning(
                said("%1 điểm theo ranh giới gần đúng; nhập ranh giới chính thức bằng "
                     "terroir:importboundaries.",
                     "%1 points by approximate boundaries; import official ones with "
                     "terroir:importboundaries.")
                    .arg(m_approximate));
    }

    AggregatePointsAlgorithm& m_algorithm;
    const QVariantMap& m_parameters;
    QgsProcessingContext& m_context;
    QgsProcessingFeedback& m_feedback;
    std::unique_ptr<QgsProcessingFeatureSource> m_source;
    QStringList m_fieldNames;
    std::vector<int> m_fields;
    std::unique_ptr<workspace::Workspace> m_workspace;
    Date m_asOf;
    gazetteer::Level m_level;
    UnitIndex m_within;
    std::set<UnitIndex> m_area; ///< the units of WITHIN
    QgsCoordinateTransform m_toLonLat;
    PointSums m_sums;
    ResultSink m_left;
    QString m_reasonField;
    std::map<Reason, std::size_t> m_reasons;
    std::map<Reason, QString> m_reasonWords;
    std::size_t m_read = 0, m_notLocated = 0, m_approximate = 0;
};

const AlgorithmSheet& AggregatePointsAlgorithm::sheet() const {
    static const AlgorithmSheet sheet = {
        "aggregatepoints",
        AlgorithmSheet::Figures,
        {"Gộp điểm theo đơn vị hành chính", "Aggregate points by unit"},
        {"Đếm điểm của lớp riêng trong từng đơn vị của một ngày, và tính tổng, trung bình, nhỏ "
         "nhất, lớn nhất của các trường số. Đa điểm được đếm một lần khi mọi điểm nằm trong một "
         "đơn vị. Điểm không thuộc riêng một đơn vị nằm trong NOT_LOCATED kèm lý do.",
         "Counts the points of one's own layer in the units of a day, with sum, mean, minimum and "
         "maximum of numeric fields. A multipoint counts once, where all its points lie in one "
         "unit. What lies in no single unit is in NOT_LOCATED with the reason."},
        "INPUT=mo-hinh.gpkg FIELDS=dien_tich LEVEL=commune AS_OF=2025-07-01 OUTPUT=theo-xa.gpkg "
        "NOT_LOCATED=ngoai.gpkg",
        "điểm,đếm,gộp,thống kê,xã,points,count,aggregate,sum,locate"};
    return sheet;
}

void AggregatePointsAlgorithm::initAlgorithm(const QVariantMap&) {
    add(new QgsProcessingParameterFeatureSource(inputName, said("Lớp điểm", "Point layer"),
                                                {int(compat::vectorPoint)}),
        said("Điểm hoặc đa điểm, hệ tọa độ nào cũng được.", "Points or multipoints in any CRS."));
    add(new QgsProcessingParameterField(fieldsName, said("Các trường số", "Numeric fields"),
                                        QVariant(), inputName, compat::numericField, true, true),
        said("Mỗi trường cho _sum, _mean, _min, _max; ô trống không tính.",
             "Each gives _sum, _mean, _min, _max; NULL does not count."));
    addLevel(QStringLiteral("commune"));
    addAsOf();
    addWithin();
    addWorkspace();
    add(new QgsProcessingParameterFeatureSink(
            outputName, said("Đơn vị và số điểm", "Units and counts"), compat::vectorPolygon),
        said("Mọi đơn vị của địa bàn, hoặc của các tỉnh có điểm: count (0 khi không có điểm), "
             "approximate (số điểm theo ranh giới gần đúng), thống kê (NULL khi không có số), "
             "boundary (official hay approximate).",
             "All units of the area, or of the provinces that have points: count (0 without "
             "points), approximate (points located by approximate boundaries), the statistics "
             "(NULL without numbers), boundary (official or approximate)."));
    add(new QgsProcessingParameterFeatureSink(notLocated,
                                              said("Điểm không thuộc đơn vị", "Points in no unit"),
                                              compat::vectorPoint, QVariant(), true, true),
        said("Điểm ngoài mọi đơn vị, ngoài địa bàn, trên ranh giới hay ở nhiều đơn vị; trường "
             "reason cho biết lý do.",
             "Points outside all units or the area, on a border or in several units; the field "
             "reason says why."));
    addNumberOutput("LOCATED", "số điểm thuộc đơn vị", "points that lie in units");
    addNumberOutput("NOT_LOCATED_COUNT", "số điểm không thuộc đơn vị", "points that lie in none");
    addNumberOutput("APPROXIMATE", "số điểm theo ranh giới gần đúng",
                    "points located by approximate boundaries");
}

QVariantMap AggregatePointsAlgorithm::run(const QVariantMap& parameters,
                                          QgsProcessingContext& context,
                                          QgsProcessingFeedback& feedback) {
    return AggregateRun(*this, parameters, context, feedback).run();
}

} // namespace

QgsProcessingAlgorithm* makeAggregatePointsAlgorithm() {
    return new AggregatePointsAlgorithm;
}

} // namespace terroir::qgis
