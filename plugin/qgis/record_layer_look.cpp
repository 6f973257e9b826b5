#include "plugin/qgis/record_layer_look.hpp"

#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgseditformconfig.h>
#include <qgseditorwidgetsetup.h>
#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgsmarkersymbol.h>
#include <qgsrulebasedrenderer.h>
#include <qgsvectorlayer.h>

namespace terroir::qgis {

namespace {

const QString sureColour = QStringLiteral("#1b7837"), doubtfulColour = QStringLiteral("#d95f02");

QgsSymbol* symbolOf(compat::GeometryKind kind, const QString& colour) {
    const QString white = QStringLiteral("#ffffff");
    if (kind == compat::pointKind)
        return compat::owned(
            QgsMarkerSymbol::createSimple({{QStringLiteral("name"), QStringLiteral("circle")},
                                           {QStringLiteral("color"), colour},
                                           {QStringLiteral("outline_color"), white},
                                           {QStringLiteral("size"), QStringLiteral("2.6")}}));
    if (kind == compat::lineKind)
        return compat::owned(
            QgsLineSymbol::createSimple({{QStringLiteral("line_color"), colour},
                                         {QStringLiteral("line_width"), QStringLiteral("0.7")}}));
    QColor fill(colour);
    fill.setAlpha(70);
    return compat::owned(
        QgsFillSymbol::createSimple({{QStringLiteral("color"), QStringLiteral("%1,%2,%3,%4")
                                                                   .arg(fill.red())
                                                                   .arg(fill.green())
                                                                   .arg(fill.blue())
                                                                   .arg(fill.alpha())},
                                     {QStringLiteral("outline_color"), colour},
                                     {QStringLiteral("outline_width"), QStringLiteral("0.5")}}));
}

QgsRuleBasedRenderer* rendererOf(compat::GeometryKind kind) {
    auto* root = new QgsRuleBasedRenderer::Rule(nullptr);
    const auto add = [&](const QString& colour, const QString& filter, const QString& label) {
        auto* rule = new QgsRuleBasedRenderer::Rule(symbolOf(kind, colour));
        rule->setFilterExpression(filter);
        rule->setLabel(label);
        root->appendChild(rule);
    };
    const QString doubt = toQt(recordDoubtColumn);
    add(sureColour, QStringLiteral("\"%1\" IS NULL").arg(doubt), said("bản ghi", "record"));
    add(doubtfulColour, QStringLiteral("\"%1\" IS NOT NULL").arg(doubt),
        said("còn nghi ngờ", "doubtful"));
    return new QgsRuleBasedRenderer(root);
}

/// A list that the field is chosen from; of records a code, of others the words in this language.
QgsEditorWidgetSetup listOf(const RecordColumn& column) {
    QVariantList entries;
    if (!column.isComputed && column.field.field != recordKindColumn)
        entries.append(QVariantMap{{QStringLiteral("–"), QString()}});
    for (const records::FormChoice& choice : column.field.choices)
        entries.append(QVariantMap{{said(choice.name), column.field.field == recordKindColumn
                                                           ? toQt(choice.text)
                                                           : said(choice.name)}});
    return {QStringLiteral("ValueMap"), {{QStringLiteral("map"), entries}}};
}

} // namespace

void lookLikeRecords(QgsVectorLayer& layer, const std::vector<RecordColumn>& columns,
                     const QString& kind) {
    QgsEditFormConfig form = layer.editFormConfig();
    for (const RecordColumn& column : columns) {
        const int index = layer.fields().lookupField(toQt(column.field.field));
        if (index < 0)
            continue;
        layer.setFieldAlias(index, said(column.field.label));
        const bool isKind = column.field.field == recordKindColumn;
        form.setReadOnly(index, column.isComputed || (isKind && !kind.isEmpty()));
        if (!column.field.choices.empty() && column.field.field != "unit")
            layer.setEditorWidgetSetup(index, listOf(column));
        if (isKind && !kind.isEmpty())
            layer.setDefaultValueDefinition(index,
                                            QgsDefaultValue(QStringLiteral("'%1'").arg(kind)));
    }
    layer.setEditFormConfig(form);
    layer.setDisplayExpression(QStringLiteral("coalesce(\"subject\", \"id\")"));
    layer.setRenderer(rendererOf(layer.geometryType()));
}

} // namespace terroir::qgis
