#include "plugin/qgis/processing/choice_widgets.hpp"

#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/processing/choice_parameter.hpp"

#include <QAbstractButton>
#include <QComboBox>
#include <qgsapplication.h>
#include <qgsgui.h>
#include <qgsprocessingguiregistry.h>
#include <qgsprocessingwidgetwrapperimpl.h>

#include <memory>

namespace terroir::qgis {

namespace {

/// QGIS's own widgets for a list, which hold ids, with words on them.
class ChoiceWidget final : public QgsProcessingEnumWidgetWrapper {
public:
    using QgsProcessingEnumWidgetWrapper::QgsProcessingEnumWidgetWrapper;

    QString parameterType() const override { return ChoiceParameter::typeName(); }
    QgsAbstractProcessingParameterWidgetWrapper*
    createWidgetWrapper(const QgsProcessingParameterDefinition* parameter,
                        QgsProcessingGui::WidgetType type) override {
        return new ChoiceWidget(parameter, type);
    }

    QWidget* createWidget() override {
        QWidget* widget = QgsProcessingEnumWidgetWrapper::createWidget();
        const ChoiceParameter* choice = parameter();
        if (auto* box = qobject_cast<QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                if (const QString id = box->itemData(i).toString(); !id.isEmpty())
                    box->setItemText(i, choice->wordsOf(id));
        for (QAbstractButton* button : widget->findChildren<QAbstractButton*>())
            if (choice->options().contains(button->text()))
                button->setText(choice->wordsOf(button->text()));
        return widget;
    }

protected:
    /// A model or a history may hold a word or a number.
    void setWidgetValue(const QVariant& value, QgsProcessingContext& context) override {
        const bool isText = !compat::isNull(value) && !value.toString().isEmpty();
        const QStringList ids = parameter()->idsOf(value);
        if (parameter()->allowMultiple() && !compat::isNull(value))
            QgsProcessingEnumWidgetWrapper::setWidgetValue(ids, context);
        else
            QgsProcessingEnumWidgetWrapper::setWidgetValue(isText ? QVariant(ids.front()) : value,
                                                           context);
    }

private:
    const ChoiceParameter* parameter() const {
        return static_cast<const ChoiceParameter*>(parameterDefinition());
    }
};

} // namespace

ChoiceWidgets::ChoiceWidgets() {
    if (QgsApplication::platform() != QLatin1String("desktop"))
        return;
    auto widget = std::make_unique<ChoiceWidget>();
    if (QgsGui::processingGuiRegistry()->addParameterWidgetFactory(widget.get()))
        m_added = widget.release();
}

ChoiceWidgets::~ChoiceWidgets() {
    if (m_added != nullptr)
        QgsGui::processingGuiRegistry()->removeParameterWidgetFactory(m_added); // and deletes it
}

} // namespace terroir::qgis
