#include "plugin/qgis/processing/documented_algorithm.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/records/fields.hpp"
#include "plugin/qgis/processing/choice_lists.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingoutputs.h>
#include <qgsproperty.h>

namespace terroir::qgis {

namespace {

QString line(const QString& what, const QString& help) {
    return QStringLiteral("\n<b>%1</b>: %2").arg(what, help);
}

QString heading(const QString& text) {
    return QStringLiteral("\n<h3>%1</h3>").arg(text);
}

bool isDay(const QgsProcessingParameterDefinition& parameter) {
    return dynamic_cast<const QgsProcessingParameterDateTime*>(&parameter) != nullptr;
}

/// What a parameter wants in place of a value that QGIS does not take; empty when QGIS says enough.
QString expectation(const QgsProcessingParameterDefinition& parameter, const QVariant& value) {
    const QString name = parameter.name(), text = value.toString();
    if (text.isEmpty())
        return {};
    if (isDay(parameter))
        return said(notADay(fromQt(name), fromQt(text)));
    if (const auto* choice = dynamic_cast<const ChoiceParameter*>(&parameter))
        return said("%1: không có '%2'; hãy chọn: %3.", "%1: there is no '%2'; choose of: %3.")
            .arg(name, text, choice->options().join(QStringLiteral(", ")));
    return {};
}

} // namespace

QString DocumentedAlgorithm::name() const {
    return QString::fromLatin1(sheet().id);
}

QString DocumentedAlgorithm::displayName() const {
    return said(sheet().name);
}

QString DocumentedAlgorithm::group() const {
    switch (sheet().group) {
    case AlgorithmSheet::Places:
        return said("Địa danh", "Place names");
    case AlgorithmSheet::Figures:
        return said("Số liệu theo đơn vị", "Figures by unit");
    case AlgorithmSheet::Themes:
        return said("Chủ đề", "Themes");
    default:
        return said("Không gian làm việc", "Workspace");
    }
}

QString DocumentedAlgorithm::groupId() const {
    switch (sheet().group) {
    case AlgorithmSheet::Places:
        return QStringLiteral("places");
    case AlgorithmSheet::Figures:
        return QStringLiteral("figures");
    case AlgorithmSheet::Themes:
        return QStringLiteral("themes");
    default:
        return QStringLiteral("workspace");
    }
}

QStringList DocumentedAlgorithm::tags() const {
    return toQt(sheet().tags).split(QLatin1Char(','));
}

QString DocumentedAlgorithm::shortHelpString() const {
    QString help = said(sheet().purpose) + heading(said("Đầu vào", "Inputs"));
    QString outputs;
    for (const QgsProcessingParameterDefinition* parameter : parameterDefinitions())
        (parameter->isDestination() ? outputs : help) +=
            line(parameter->description(), parameter->help());
    help += heading(said("Kết quả", "Outputs")) + outputs;
    for (const QgsProcessingOutputDefinition* output : outputDefinitions())
        if (parameterDefinition(output->name()) == nullptr)
            help += line(output->name(), output->description());
    return help + heading(said("Ví dụ", "Example")) +
           QStringLiteral("\n<code>qgis_process run terroir:%1 -- %2</code>")
               .arg(name(), toQt(sheet().example));
}

bool DocumentedAlgorithm::checkParameterValues(const QVariantMap& parameters,
                                               QgsProcessingContext& context,
                                               QString* problem) const {
    QVariantMap read = parameters;
    for (const QgsProcessingParameterDefinition* parameter : parameterDefinitions())
        if (isDay(*parameter))
            if (const auto day =
                    parseDayText(fromQt(parameters.value(parameter->name()).toString())))
                read.insert(parameter->name(), toQt(day->toString()));
    if (QgsProcessingAlgorithm::checkParameterValues(read, context, problem))
        return true;
    for (const QgsProcessingParameterDefinition* parameter : parameterDefinitions()) {
        const QVariant value = read.value(parameter->name());
        if (problem == nullptr || parameter->checkValueIsAcceptable(value, &context))
            continue;
        if (const QString expected = expectation(*parameter, value); !expected.isEmpty())
            *problem = expected;
        break; // the one that QGIS speaks of
    }
    return false;
}

void DocumentedAlgorithm::add(QgsProcessingParameterDefinition* parameter, const QString& help) {
    parameter->setHelp(help);
    addParameter(parameter);
}

void DocumentedAlgorithm::addAdvanced(QgsProcessingParameterDefinition* parameter,
                                      const QString& help) {
    parameter->setFlags(parameter->flags() | compat::advanced);
    add(parameter, help);
}

void DocumentedAlgorithm::addLevel(const QString& defaultLevel) {
    const bool isOptional = defaultLevel.isEmpty();
    add(new ChoiceParameter(levelName, said("Cấp hành chính", "Administrative level"),
                            choicesFor(theme::Setting::Level),
                            isOptional ? QVariant() : QVariant(defaultLevel), isOptional),
        isOptional
            ? said("province: tỉnh; district: huyện; commune: xã. Bỏ trống: mọi cấp.",
                   "province (tỉnh), district (huyện) or commune (xã). Empty: whichever is named.")
            : said("province: tỉnh; district: huyện (đến 30/6/2025); commune: xã.",
                   "province (tỉnh), district (huyện, until 2025-06-30) or commune (xã)."));
}

void DocumentedAlgorithm::addAsOf() {
    add(new QgsProcessingParameterDateTime(asOfName, said("Đơn vị của ngày", "Units as of"),
                                           compat::dateOnly, QVariant(), true),
        said("Đơn vị hành chính của ngày nào. Bỏ trống: hôm nay.",
             "The day whose administrative units are meant. Empty: today."));
}

void DocumentedAlgorithm::addWithin() {
    add(new QgsProcessingParameterString(withinName, said("Trong địa bàn", "Within"), QVariant(),
                                         false, true),
        said("Tên hoặc mã một đơn vị, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\"; của bất kỳ ngày "
             "nào.",
             "Name or code of a unit, such as \"huyện Tam Đường, tỉnh Lai Châu\"; of any day."));
}

void DocumentedAlgorithm::addKind(bool isOptional) {
    ChoiceParameter::Choices kinds;
    QStringList meanings;
    for (const records::KindInfo& kind : records::kinds()) {
        kinds.push_back({toQt(kind.id), kind.name});
        meanings.append(QStringLiteral("%1: %2").arg(toQt(kind.id), said(kind.name)));
    }
    add(new ChoiceParameter(kindName, said("Loại số liệu", "Kind of record"), std::move(kinds),
                            QVariant(), isOptional),
        meanings.join(QStringLiteral("; ")) + QLatin1Char('.'));
}

void DocumentedAlgorithm::addNumberOutput(const char* name, const char* vi, const char* en) {
    addOutput(new QgsProcessingOutputNumber(QString::fromLatin1(name), said(vi, en)));
}

void DocumentedAlgorithm::addWorkspace() {
    addWorkspaceParameter(
        said("Tệp .sqlite của terroir. Bỏ trống: tệp chọn trong thanh terroir, nếu "
             "không có thì dữ liệu có sẵn.",
             "A .sqlite file of terroir. Empty: the one chosen in terroir's panel, "
             "else the packaged data."));
}

void DocumentedAlgorithm::addWorkspaceToWrite() {
    addWorkspaceParameter(
        said("Tệp .sqlite của terroir để ghi vào. Bỏ trống: tệp chọn trong thanh "
             "terroir.",
             "The .sqlite file of terroir to write into. Empty: the one chosen in "
             "terroir's panel."));
}

std::string DocumentedAlgorithm::text(const QVariantMap& parameters, const QString& name,
                                      QgsProcessingContext& context) const {
    return fromQt(parameterAsString(parameters, name, context).trimmed());
}

QStringList DocumentedAlgorithm::allChosen(const QVariantMap& parameters, const QString& name,
                                           QgsProcessingContext& context) const {
    const auto& choice = dynamic_cast<const ChoiceParameter&>(*parameterDefinition(name));
    const QVariant given = parameters.value(name);
    const QVariant value = given.canConvert<QgsProperty>()
                               ? QVariant(parameterAsString(parameters, name, context))
                           : compat::isNull(given) ? choice.defaultValue()
                                                   : given;
    QStringList ids = compat::isNull(value) ? QStringList() : choice.idsOf(value);
    ids.removeAll(QString());
    return ids;
}

QString DocumentedAlgorithm::chosen(const QVariantMap& parameters, const QString& name,
                                    QgsProcessingContext& context) const {
    return allChosen(parameters, name, context).value(0);
}

std::optional<Date> DocumentedAlgorithm::day(const QVariantMap& parameters, const QString& name,
                                             QgsProcessingContext& context) {
    if (compat::isNull(parameters.value(name)) || parameters.value(name).toString() == QString())
        return std::nullopt;
    if (const auto day = parseDayText(fromQt(parameters.value(name).toString())))
        return day;
    const QDate date = parameterAsDateTime(parameters, name, context).date();
    if (!date.isValid())
        throw UsageError(notADay(fromQt(name), fromQt(parameters.value(name).toString())));
    return Date::of(date.year(), date.month(), date.day());
}

void DocumentedAlgorithm::requireListed(Date date) {
    if (date < gazetteer::firstDay)
        throw UsageError(
            localText("Ngày {} trước {}, khi danh mục đơn vị bắt đầu; hãy chọn ngày sau đó.",
                      "{} is before {}, when the list of units begins; choose a later day.",
                      dayText(date), dayText(gazetteer::firstDay)));
}

void DocumentedAlgorithm::requireUnits(const gazetteer::Gazetteer& gazetteer,
                                       gazetteer::Level level, Date date) {
    if (gazetteer.unitsAt(level, date).empty())
        throw UsageError(localText(
            "Ngày {1} không có đơn vị cấp {0}; hãy chọn cấp commune, hoặc ngày như 30/06/2025.",
            "There is no {} on {}; choose the level commune, or a day such as 2025-06-30.",
            gazetteer::toString(level), dayText(date)));
}

Date DocumentedAlgorithm::asOf(const QVariantMap& parameters, QgsProcessingContext& context) {
    const Date date = day(parameters, asOfName, context).value_or(Date::today());
    requireListed(date);
    return date;
}

std::optional<gazetteer::Level> DocumentedAlgorithm::level(const QVariantMap& parameters,
                                                           QgsProcessingContext& context) const {
    return gazetteer::parseLevel(fromQt(chosen(parameters, levelName, context)));
}

gazetteer::UnitIndex DocumentedAlgorithm::within(const QVariantMap& parameters,
                                                 QgsProcessingContext& context,
                                                 workspace::Workspace& workspace, Date asOf) const {
    const std::string area = text(parameters, withinName, context);
    return area.empty() ? gazetteer::noUnit : workspace.findUnit(area, asOf, "WITHIN");
}

std::unique_ptr<QgsProcessingFeatureSource>
DocumentedAlgorithm::source(const QVariantMap& parameters, const QString& name,
                            QgsProcessingContext& context) const {
    std::unique_ptr<QgsProcessingFeatureSource> found(parameterAsSource(parameters, name, context));
    if (found == nullptr)
        throw QgsProcessingException(invalidSourceError(parameters, name));
    return found;
}

ResultSink DocumentedAlgorithm::sink(const QVariantMap& parameters, const QString& name,
                                     QgsProcessingContext& context, const QgsFields& fields,
                                     compat::Wkb geometry,
                                     const QgsCoordinateReferenceSystem& crs) const {
    const QgsProcessingParameterDefinition* parameter = parameterDefinition(name);
    if (compat::isNull(parameters.value(name, parameter->defaultValue())))
        return {};
    QString destination;
    std::unique_ptr<QgsFeatureSink> made(parameterAsSink(parameters, name, context, destination,
                                                         fields, geometry, crs,
                                                         QgsFeatureSink::RegeneratePrimaryKey));
    if (made == nullptr)
        throw QgsProcessingException(invalidSinkError(parameters, name));
    return {std::move(made), destination};
}

QString DocumentedAlgorithm::writeTable(const QVariantMap& parameters, const QString& name,
                                        QgsProcessingContext& context, const Table& table,
                                        const QStringList& numbers) const {
    const QgsFields fields = fieldsOf(table, numbers);
    ResultSink out = sink(parameters, name, context, fields);
    write(table, fields, out);
    return out.destination();
}

} // namespace terroir::qgis
