#include "plugin/qgis/choice_box.hpp"

#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QComboBox>

#include <algorithm>

namespace terroir::qgis {

std::string idOf(const QComboBox* box) {
    return fromQt(box->currentData().toString());
}

std::string typedOrId(const QComboBox* box) {
    const int index = box->findText(box->currentText(), Qt::MatchFixedString);
    return fromQt(index >= 0 ? box->itemData(index).toString() : box->currentText().trimmed());
}

void select(QComboBox* box, const std::string& id) {
    const int index = box->findData(toQt(id));
    if (index >= 0 || !box->isEditable())
        box->setCurrentIndex(std::max(0, index));
    else
        box->setCurrentText(toQt(id));
}

void explain(QComboBox* box, const LocalText& text) {
    box->setItemData(box->count() - 1, plainToolTip(said(text)), Qt::ToolTipRole);
}

QComboBox* makeBox(QWidget* parent, const char* name, const QString& what) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(what);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace terroir::qgis
