#pragma once

#include "core/base/language.hpp"

#include <QStringList>
#include <qgsprocessingparameters.h>

#include <vector>

namespace terroir::qgis {

/// A list to choose from: dialogs show words in the language of QGIS, while models, scripts and the
/// history hold ids, which are the same in every language. As a value it takes ids, words of either
/// language, and numbers of the list from 0. The widgets are in choice_widgets.hpp: QGIS's own for
/// lists shows what it stores.
class ChoiceParameter final : public QgsProcessingParameterEnum {
public:
    struct Choice {
        QString id;
        LocalText words;
    };
    using Choices = std::vector<Choice>;
    enum class Several { No, Yes };

    ChoiceParameter(const QString& name, const QString& description, Choices choices,
                    const QVariant& defaultValue, bool isOptional, Several several = Several::No);

    static QString typeName() { return QStringLiteral("terroir_choice"); }
    QString type() const override { return typeName(); }
    QgsProcessingParameterDefinition* clone() const override { return new ChoiceParameter(*this); }
    bool checkValueIsAcceptable(const QVariant& input,
                                QgsProcessingContext* context = nullptr) const override;

    /// The ids that a value names; what is none of the list stays as it is.
    QStringList idsOf(const QVariant& value) const;
    /// In the language of QGIS; the id itself where there are no words.
    QString wordsOf(const QString& id) const;

private:
    QString idOf(const QString& text) const;

    Choices m_choices;
};

} // namespace terroir::qgis
