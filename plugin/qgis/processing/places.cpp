#include "core/base/local_text.hpp"
#include "core/geocode/place_table.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/answer_fields.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/feature_table.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsfeatureiterator.h>
#include <qgsprocessingfeedback.h>

namespace terroir::qgis {

namespace {

class PlacesAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new PlacesAlgorithm; }

    void initAlgorithm(const QVariantMap&) override {
        add(new QgsProcessingParameterFeatureSource(
                inputName, said("Lớp hoặc bảng", "Layer or table"), {int(compat::anyVector)}),
            said("Lớp vectơ hoặc bảng, có hình học hay không đều được.",
                 "A vector layer or a table, with or without geometry."));
        add(new QgsProcessingParameterField(textField,
                                            said("Trường văn bản", "Field with the text"),
                                            QVariant(), inputName, compat::anyField),
            said("Văn bản dài bao nhiêu cũng được: một câu, một đoạn, cả báo cáo.",
                 "Text of any length: a sentence, a paragraph, a whole report."));
        addAsOf();
        add(new QgsProcessingParameterString(contextName, said("Trong địa bàn", "Context"),
                                             QVariant(), false, true),
            said("Nơi mà các văn bản nói tới, ví dụ \"tỉnh Lai Châu\": quyết định giữa những nơi "
                 "trùng tên.",
                 "What the texts are about, such as \"tỉnh Lai Châu\": decides between places of "
                 "one name."));
        addWorkspace();
        add(new QgsProcessingParameterFeatureSink(outputName, said("Địa danh", "Places"),
                                                  compat::vectorAnyGeometry),
            said("Mỗi địa danh một dòng: các trường và hình học của lớp vào, rồi start, end (ký "
                 "tự, từ 0), line, text, status, mã, tên…, group (chung cho một danh sách).",
                 "A row for each place: the fields and the geometry of the input, then start, end "
                 "(characters, from 0), line, text, status, code, name…, group (one for a list)."));
        addNumberOutput("PLACES", "số địa danh", "number of places");
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "places",
            AlgorithmSheet::Places,
            {"Tìm địa danh trong văn bản", "Find the places of texts"},
            {"Tìm mọi đơn vị hành chính mà văn bản của từng dòng nêu, kể cả danh sách chỉ ghi "
             "loại hoặc cấp trên một lần. Tên người, đường phố, công ty không phải là địa danh; "
             "đơn vị nằm trong tên sản phẩm là ambiguous với lý do name-place.",
             "Finds every administrative unit that the text of each row names, lists with one type "
             "word or one parent too. Names of people, streets and companies are no places; a unit "
             "in a product's name is ambiguous with the reason name-place."},
            "INPUT=bao-cao.csv TEXT=noi_dung AS_OF=2022-12-31 OUTPUT=dia-danh.csv",
            "địa danh,văn bản,báo cáo,danh sách,xã,huyện,places,text,report,list,commune"};
        return sheet;
    }

    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override {
        const auto rows = source(parameters, inputName, context);
        const int column = fieldOf(parameters, context, rows->fields());
        const auto workspace = openToRead(parameters, context, feedback);
        geocode::PlaceFinder::Options options;
        options.asOf = asOf(parameters, context);
        if (const std::string area = text(parameters, contextName, context); !area.empty())
            options.within = workspace->findUnit(area, options.asOf, "CONTEXT");
        const geocode::PlaceFinder finder(workspace->geocoder());
        const AnswerFields fields(rows->fields(), geocode::placeHeader(), false, false);
        for (const QString& sentence : fields.renamed())
            feedback.pushInfo(sentence);
        ResultSink out =
            sink(parameters, outputName, context, fields.all(), rows->wkbType(), rows->sourceCrs());
        const double total = double(std::max(1LL, (long long)rows->featureCount()));
        qlonglong read = 0, places = 0;
        QgsFeatureIterator features =
            rows->getFeatures(QgsFeatureRequest(), compat::noGeometryCheck);
        for (QgsFeature row; !feedback.isCanceled() && features.nextFeature(row); ++read) {
            const std::string cell = cellOf(row.attribute(column));
            const Table found = geocode::placeTable(finder.find(cell, options),
                                                    workspace->gazetteer(), options.asOf);
            for (const std::vector<Value>& place : found.rows) {
                QgsFeature feature(fields.all());
                feature.setAttributes(
                    fields.attributes(row.attributes(), textsOf(place), QVariant()));
                feature.setGeometry(row.geometry());
                out.add(feature);
                ++places;
            }
            feedback.setProgress(100.0 * double(read) / total);
        }
        feedback.pushInfo(
            said("%1 địa danh trong %2 dòng.", "%1 places in %2 rows.").arg(places).arg(read));
        return {{outputName, out.destination()}, {QStringLiteral("PLACES"), places}};
    }

private:
    int fieldOf(const QVariantMap& parameters, QgsProcessingContext& context,
                const QgsFields& fields) const {
        const QString name = parameterAsString(parameters, textField, context);
        const int index = fields.lookupField(name);
        if (index < 0)
            throw UsageError(localText("TEXT: lớp vào không có trường '{}'; các trường là: {}.",
                                       "TEXT: the input has no field '{}'; its fields are {}.",
                                       fromQt(name),
                                       fromQt(fields.names().join(QStringLiteral(", ")))));
        return index;
    }
};

} // namespace

QgsProcessingAlgorithm* makePlacesAlgorithm() {
    return new PlacesAlgorithm;
}

} // namespace terroir::qgis
