#include "plugin/qgis/processing/choice_parameter.hpp"

#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsproperty.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

QStringList idsOfAll(const ChoiceParameter::Choices& choices) {
    QStringList ids;
    for (const ChoiceParameter::Choice& choice : choices)
        ids.append(choice.id);
    return ids;
}

} // namespace

ChoiceParameter::ChoiceParameter(const QString& name, const QString& description, Choices choices,
                                 const QVariant& defaultValue, bool isOptional, Several several)
    : QgsProcessingParameterEnum(name, description, idsOfAll(choices), several == Several::Yes,
                                 defaultValue, isOptional, true),
      m_choices(std::move(choices)) {
    if (several == Several::Yes) // boxes to tick; a list in a window of its own would show ids
        setMetadata(
            {{QStringLiteral("widget_wrapper"), QVariantMap{{QStringLiteral("useCheckBoxes"), true},
                                                            {QStringLiteral("columns"), 1}}}});
}

bool ChoiceParameter::checkValueIsAcceptable(const QVariant& input,
                                             QgsProcessingContext* context) const {
    const bool isText = !compat::isNull(input) && !input.canConvert<QgsProperty>();
    if (!isText)
        return QgsProcessingParameterEnum::checkValueIsAcceptable(input, context);
    const QStringList ids = idsOf(input);
    return QgsProcessingParameterEnum::checkValueIsAcceptable(
        allowMultiple() || ids.size() != 1 ? QVariant(ids) : QVariant(ids.front()), context);
}

QStringList ChoiceParameter::idsOf(const QVariant& value) const {
    QStringList texts;
    if (value.canConvert<QVariantList>() && value.userType() != qMetaTypeId<QString>())
        for (const QVariant& one : value.toList())
            texts.append(one.toString());
    else if (allowMultiple())
        texts = value.toString().split(QLatin1Char(','));
    else
        texts.append(value.toString());
    QStringList ids;
    for (const QString& text : texts)
        ids.append(idOf(text.trimmed()));
    return ids;
}

QString ChoiceParameter::idOf(const QString& text) const {
    for (const Choice& choice : m_choices)
        if (choice.id == text)
            return text;
    for (const Choice& choice : m_choices)
        for (const std::string& words : {choice.words.vi, choice.words.en})
            if (!text.isEmpty() && toQt(words).compare(text, Qt::CaseInsensitive) == 0)
                return choice.id;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    const QStringList ids = options();
    return isNumber && number >= 0 && number < ids.size() ? ids.at(number) : text;
}

QString ChoiceParameter::wordsOf(const QString& id) const {
    const auto choice = std::find_if(m_choices.begin(), m_choices.end(),
                                     [&](const Choice& one) { return one.id == id; });
    const QString words = choice == m_choices.end() ? QString() : said(choice->words);
    return words.isEmpty() ? id : words;
}

} // namespace terroir::qgis
