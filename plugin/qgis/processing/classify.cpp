#include "core/classify/classify.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "plugin/qgis/classified_renderer.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/choice_lists.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/stored_style.hpp"
#include "plugin/qgis/text.hpp"

#include <QFile>
#include <QPointer>
#include <qgsexpressioncontextutils.h>
#include <qgsprocessingoutputs.h>
#include <qgsprocessingparameters.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerfeatureiterator.h>

#include <cmath>

namespace terroir::qgis {

namespace {

const QString field = QStringLiteral("FIELD");
const QString invert = QStringLiteral("INVERT");
const QString givenClasses = QStringLiteral("GIVEN");
const QString table = QStringLiteral("CLASSES_TABLE");
const QString styleFile = QStringLiteral("QML");
const QString madeClasses = QStringLiteral("CLASS_COUNT");
const QString noData = QStringLiteral("NO_DATA_COUNT");

/// "0; 1,5; 20" or "0 1.5 20".
std::vector<double> readBreaks(const QString& text) {
    std::vector<double> breaks;
    const QString parts = text.simplified().replace(u';', u' ').simplified();
    for (const QString& part : parts.split(u' ')) {
        const auto plain = parsePlainNumber(fromQt(part));
        const auto number = plain ? plain : parseVietnameseNumber(fromQt(part));
        if (!number)
            throw UsageError(localText(
                "GIVEN '{}': '{}' không phải là số. Hãy ghi đầu dưới của lớp thứ nhất rồi đầu trên "
                "của từng lớp, cách nhau bằng dấu cách hoặc dấu chấm phẩy: 0; 1,5; 20.",
                "GIVEN '{}': '{}' is no number. Write the lower end of the first class and the "
                "upper end of each class with spaces or semicolons between: 0; 1,5; 20.",
                fromQt(text), fromQt(part)));
        breaks.push_back(*number);
    }
    return breaks;
}

class ClassifyAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new ClassifyAlgorithm; }
    void initAlgorithm(const QVariantMap&) override;

protected:
    const AlgorithmSheet& sheet() const override;
    bool prepareAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                          QgsProcessingFeedback*) override;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;
    QVariantMap postProcessAlgorithm(QgsProcessingContext&, QgsProcessingFeedback*) override;

private:
    std::vector<double> readValues(QgsProcessingFeedback& feedback);
    QString writeTable(const QVariantMap& parameters, QgsProcessingContext& context) const;
    void checkStyleFile() const;

    QPointer<QgsVectorLayer> m_layer;
    bool m_isKept = true; ///< somebody has the layer when the algorithm is done
    std::unique_ptr<QgsVectorLayerFeatureSource> m_source;
    QgsExpressionContext m_expressions;
    long long m_features = 0;
    QString m_value; ///< the expression that is classified
    Classification m_classification;
    QString m_styleFile;
};

const AlgorithmSheet& ClassifyAlgorithm::sheet() const {
    static const AlgorithmSheet sheet = {
        "classify",
        AlgorithmSheet::Themes,
        {"Phân lớp và tô màu", "Classify and colour"},
        {"Chia số của một cột hoặc biểu thức thành các lớp như bản đồ của terroir và tô màu lớp "
         "đầu "
         "vào: ngưỡng, chữ và màu giống hệt, kể cả lớp \"không có số liệu\".",
         "Cuts the numbers of a column or an expression into classes as terroir's maps do, and "
         "colours the input layer by them: the same breaks, words and colours, with a class for "
         "what has no number."},
        "INPUT=xa.gpkg FIELD=dien_tich METHOD=jenks CLASSES=5 PALETTE=YlGn QML=xa.qml "
        "CLASSES_TABLE=lop.csv",
        "phân lớp,tô màu,bản đồ,classify,choropleth,jenks,quantile,graduated"};
    return sheet;
}

void ClassifyAlgorithm::initAlgorithm(const QVariantMap&) {
    add(new QgsProcessingParameterVectorLayer(inputName, said("Lớp", "Layer"),
                                              {int(compat::vectorAnyGeometry)}),
        said("Lớp được tô màu: vùng, đường hay điểm.",
             "The layer that is coloured: areas, lines or points."));
    add(new QgsProcessingParameterExpression(
            field, said("Cột hoặc biểu thức", "Column or expression"), QVariant(), inputName),
        said("Một cột số, hoặc biểu thức của QGIS.",
             "A column of numbers, or an expression of QGIS."));
    add(new ChoiceParameter(method, said("Phương pháp", "Method"),
                            choicesFor(theme::Setting::Method), QStringLiteral("jenks"), false),
        meaningsOf(theme::Setting::Method));
    add(new QgsProcessingParameterNumber(classCount, said("Số lớp", "Number of classes"),
                                         compat::wholeNumber, 5, false, 1, int(theme::maxClasses)),
        said("Ít hơn khi có ít giá trị khác nhau.", "Fewer when there are fewer distinct values."));
    add(new ChoiceParameter(palette, said("Bảng màu", "Palette"),
                            choicesFor(theme::Setting::Palette), QStringLiteral("YlGn"), false),
        said("Từ nhạt đến đậm.", "From light to dark."));
    add(new QgsProcessingParameterBoolean(invert, said("Đảo màu", "Invert the colours"), false),
        said("Giá trị nhỏ thì đậm.", "Dark for little."));
    add(new QgsProcessingParameterString(givenClasses, said("Ngưỡng cho trước", "Given breaks"),
                                         QVariant(), false, true),
        said("Đầu dưới của lớp thứ nhất rồi đầu trên của từng lớp: 0; 1,5; 20. Thay cho phương "
             "pháp.",
             "The lower end of the first class, then the upper end of each: 0; 1.5; 20. Instead of "
             "a method."));
    add(new QgsProcessingParameterFeatureSink(table, said("Bảng các lớp", "Table of classes"),
                                              compat::anyVector, QVariant(), true, false),
        said("low, high, label, count, colour của từng lớp.",
             "low, high, label, count and colour of each class."));
    add(new QgsProcessingParameterFileDestination(
            styleFile, said("Tệp kiểu (QML)", "Style file (QML)"),
            said("Kiểu của QGIS (*.qml)", "QGIS styles (*.qml)"), QVariant(), true, false),
        said("Kiểu vẽ để dùng cho lớp khác hoặc máy khác.",
             "The style, for other layers and other machines."));
    addOutput(
        new QgsProcessingOutputVectorLayer(outputName, said("Lớp đã tô màu", "Coloured layer")));
    addNumberOutput("CLASS_COUNT", "Số lớp", "Number of classes");
    addNumberOutput("NO_DATA_COUNT", "Số đối tượng không có số liệu", "Features without a number");
}

bool ClassifyAlgorithm::prepareAlgorithm(const QVariantMap& parameters,
                                         QgsProcessingContext& context, QgsProcessingFeedback*) {
    m_layer = parameterAsVectorLayer(parameters, inputName, context);
    if (m_layer.isNull())
        throw QgsProcessingException(invalidSourceError(parameters, inputName));
    m_isKept = !isOpenedHere(*m_layer, parameters.value(inputName), context.project());
    m_source = std::make_unique<QgsVectorLayerFeatureSource>(m_layer);
    m_features = m_layer->featureCount();
    m_expressions = createExpressionContext(parameters, context);
    m_expressions.appendScope(m_layer->createExpressionContextScope());
    m_value = parameterAsString(parameters, field, context).trimmed();
    const int index = m_layer->fields().lookupField(m_value);
    if (index >= 0) {
        const QgsField column = m_layer->fields().at(index);
        m_value = QgsExpression::quotedColumnRef(column.name());
        if (!column.isNumeric())
            m_value = QStringLiteral("try(to_real(%1))").arg(m_value);
    }
    return true;
}

std::vector<double> ClassifyAlgorithm::readValues(QgsProcessingFeedback& feedback) {
    QgsExpression expression(m_value);
    m_expressions.setFields(m_source->fields());
    if (expression.hasParserError() || !expression.prepare(&m_expressions)) {
        QString problem = (expression.hasParserError() ? expression.parserErrorString()
                                                       : expression.evalErrorString())
                              .trimmed();
        if (!problem.endsWith(u'.'))
            problem += u'.';
        throw UsageError(
            localText("FIELD '{}': {} Hãy ghi tên một cột của lớp, hoặc một biểu thức.",
                      "FIELD '{}': {} Name a column of the layer, or write an expression.",
                      fromQt(m_value), fromQt(problem)));
    }
    QgsFeatureRequest request =
        expression.needsGeometry() ? QgsFeatureRequest() : compat::attributesOnly();
    request.setSubsetOfAttributes(expression.referencedColumns(), m_source->fields());
    QgsFeatureIterator features = m_source->getFeatures(request);
    std::vector<double> values;
    QgsFeature feature;
    long long read = 0;
    while (features.nextFeature(feature)) {
        if (feedback.isCanceled())
            throw Error(localText("Đã dừng việc phân lớp; lớp bản đồ vẫn như cũ.",
                                  "The classification was cancelled; the layer is as it was."));
        m_expressions.setFeature(feature);
        const QVariant value = expression.evaluate(&m_expressions);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber && !compat::isNull(value) && std::isfinite(number))
            values.push_back(number);
        else
            ++m_classification.noData;
        if (m_features > 0)
            feedback.setProgress(90.0 * double(++read) / double(m_features));
    }
    return values;
}

QString ClassifyAlgorithm::writeTable(const QVariantMap& parameters,
                                      QgsProcessingContext& context) const {
    QgsFields fields;
    fields.append(compat::realField(QStringLiteral("low")));
    fields.append(compat::realField(QStringLiteral("high")));
    fields.append(compat::textField(QStringLiteral("label")));
    fields.append(compat::wholeField(QStringLiteral("count")));
    fields.append(compat::textField(QStringLiteral("colour")));
    QString destination;
    std::unique_ptr<QgsFeatureSink> sink(
        parameterAsSink(parameters, table, context, destination, fields, compat::noGeometry));
    for (const figures::EvaluatedClass& entry : m_classification.classes) {
        if (sink == nullptr)
            break;
        QgsFeature row(fields);
        row.setAttributes(QgsAttributes() << entry.low << entry.high << toQt(entry.label)
                                          << qlonglong(entry.count) << toQt(entry.colour.toHex()));
        if (!sink->addFeature(row))
            throw Error(spoken(writeFeatureError(sink.get(), parameters, table)));
    }
    return destination;
}

QVariantMap ClassifyAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                                   QgsProcessingFeedback& feedback) {
    theme::Classes classes;
    classes.method = fromQt(chosen(parameters, method, context));
    classes.count = std::size_t(parameterAsInt(parameters, classCount, context));
    if (const QString breaks = parameterAsString(parameters, givenClasses, context);
        !breaks.isEmpty()) {
        if (classes.method != "given")
            feedback.pushInfo(said("Có ngưỡng cho trước: phương pháp '%1' không được dùng.",
                                   "Breaks are given: the method '%1' is not used.")
                                  .arg(toQt(classes.method)));
        classes.method = "given";
        classes.breaks = readBreaks(breaks);
    }
    m_styleFile = parameterAsFileOutput(parameters, styleFile, context);
    checkStyleFile();
    if (m_styleFile.isEmpty() && !m_isKept)
        feedback.pushWarning(said("Lớp này không nằm trong dự án nào nên màu không được giữ; hãy "
                                  "cho biết tệp QML.",
                                  "The layer is in no project, so its colours are not kept; give "
                                  "a file QML."));
    const std::vector<double> values = readValues(feedback);
    if (values.empty())
        throw InputError(localText("Không đối tượng nào có số trong '{}'; hãy chọn cột hoặc biểu "
                                   "thức khác.",
                                   "No feature has a number in '{}'; choose another column or "
                                   "expression.",
                                   fromQt(m_value)));
    const std::size_t without = m_classification.noData;
    m_classification =
        classified(values, classes, fromQt(chosen(parameters, palette, context)),
                   parameterAsBoolean(parameters, invert, context) ? ColourOrder::DarkToLight
                                                                   : ColourOrder::LightToDark,
                   words().language());
    m_classification.noData = without;
    for (const figures::EvaluatedClass& entry : m_classification.classes)
        feedback.pushInfo(countedLabel(entry));
    if (without > 0)
        feedback.pushInfo(
            said("%1 đối tượng không có số.", "%1 features have no number.").arg(without));
    QVariantMap results{{outputName, m_layer->id()},
                        {madeClasses, int(m_classification.classes.size())},
                        {noData, qlonglong(without)}};
    if (const QString written = writeTable(parameters, context); !written.isEmpty())
        results.insert(table, written);
    if (!m_styleFile.isEmpty())
        results.insert(styleFile, m_styleFile);
    return results;
}

/// QGIS does not pass on what postProcessAlgorithm() throws, so that the file can be written must
/// be known before. An older one stays as it is until then.
void ClassifyAlgorithm::checkStyleFile() const {
    if (m_styleFile.isEmpty())
        return;
    QFile file(m_styleFile);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::Append))
        throw UsageError(localText("QML '{}' không ghi được: {}; hãy chọn thư mục khác.",
                                   "QML '{}' cannot be written: {}; choose another folder.",
                                   fromQt(m_styleFile), fromQt(file.errorString())));
    if (isNew)
        file.remove();
}

QVariantMap ClassifyAlgorithm::postProcessAlgorithm(QgsProcessingContext&,
                                                    QgsProcessingFeedback* feedback) {
    if (m_layer.isNull())
        return {};
    m_layer->setRenderer(
        classRenderer(m_classification, m_value, m_layer->geometryType()).release());
    emit m_layer->legendChanged();
    m_layer->emitStyleChanged();
    m_layer->triggerRepaint();
    bool isWritten = true;
    const QString problem = m_styleFile.isEmpty() ? QString()
                                                  : m_layer->saveNamedStyle(m_styleFile, isWritten,
                                                                            QgsMapLayer::Symbology);
    if (!isWritten)
        feedback->reportError(problem);
    return {};
}

} // namespace

QgsProcessingAlgorithm* makeClassifyAlgorithm() {
    return new ClassifyAlgorithm;
}

} // namespace terroir::qgis
