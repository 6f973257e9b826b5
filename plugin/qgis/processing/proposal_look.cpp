#include "plugin/qgis/processing/proposal_look.hpp"

#include "core/records/fields.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgscategorizedsymbolrenderer.h>
#include <qgseditformconfig.h>
#include <qgseditorwidgetsetup.h>
#include <qgsmarkersymbol.h>
#include <qgspallabeling.h>
#include <qgsproperty.h>
#include <qgssymbollayer.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <memory>
#include <utility>
#include <vector>

namespace terroir::qgis {

namespace {

struct ColumnWords {
    const char* column;
    LocalText words;
    bool isForPeople; ///< may be changed
};

const std::vector<ColumnWords>& columnsOfPeople() {
    static const std::vector<ColumnWords> columns{
        {"decision", {"quyết định", "decision"}, true},
        {"kind", {"loại bản ghi", "kind of record"}, true},
        {"subject", {"đối tượng", "subject"}, true},
        {"indicator", {"chỉ tiêu", "indicator"}, true},
        {"value", {"giá trị", "value"}, true},
        {"value_max", {"đến", "up to"}, true},
        {"unit", {"đơn vị tính", "unit"}, true},
        {"qualifier", {"dấu", "sign"}, true},
        {"place_names", {"địa danh (cách nhau bằng dấu ;)", "places (separated with ;)"}, true},
        {"place_codes", {"mã địa danh", "codes of the places"}, true},
        {"place_role", {"vai trò của địa danh", "role of the place"}, true},
        {"value_scope", {"cách tính", "how it counts"}, true},
        {"status", {"trạng thái", "status"}, true},
        {"period", {"thời gian", "period"}, true},
        {"holder", {"chủ thể", "holder"}, true},
        {"place", {"địa danh ở điểm này", "the place of this point"}, false},
        {"text", {"lời văn làm căn cứ", "words that it rests on"}, false},
        {"confidence", {"độ tin cậy", "confidence"}, false},
        {"basis", {"dựa vào", "basis"}, false},
        {"page", {"trang", "page"}, false},
        {"line", {"dòng", "line"}, false},
        {"start", {"từ ký tự", "from character"}, false},
        {"end", {"đến ký tự", "to character"}, false},
        {"change", {"so với lần trước", "since before"}, false},
        {"was", {"trước đây", "was"}, false},
        {"stands_in", {"đã có ở", "stands in"}, false},
        {"group", {"nhóm", "group"}, false},
        {"id", {"mã đề xuất", "id of the proposal"}, false}};
    return columns;
}

QString labelExpression() {
    return QStringLiteral("trim(coalesce(format_number(\"value\", if(\"value\" = round(\"value\"), "
                          "0, 2)), '') || ' ' || coalesce(\"unit\", '') || ' ' || "
                          "if(\"subject\" = \"unit\", '', coalesce(\"subject\", '')))");
}

std::unique_ptr<QgsSymbol> symbolOf(const QColor& colour) {
    std::unique_ptr<QgsSymbol> symbol(compat::owned(
        QgsMarkerSymbol::createSimple({{QStringLiteral("name"), QStringLiteral("circle")},
                                       {QStringLiteral("color"), colour.name()},
                                       {QStringLiteral("outline_color"), QStringLiteral("#ffffff")},
                                       {QStringLiteral("size"), QStringLiteral("3")}})));
    symbol->symbolLayer(0)->setDataDefinedProperty(
        QgsSymbolLayer::PropertyFillColor,
        QgsProperty::fromExpression(
            QStringLiteral("if(\"decision\" = 'refuse', '#d0d0d0', '%1')").arg(colour.name())));
    return symbol;
}

/// As many hues as kinds, each kind its own in every document.
QgsCategorizedSymbolRenderer* rendererOf() {
    constexpr int circle = 360, saturation = 170, brightness = 190;
    const auto& kinds = records::kinds();
    QgsCategoryList categories;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        categories.append(QgsRendererCategory(
            toQt(kinds[i].id),
            symbolOf(QColor::fromHsv(int(i) * circle / int(kinds.size()), saturation, brightness))
                .release(),
            said(kinds[i].name)));
    return new QgsCategorizedSymbolRenderer(QStringLiteral("kind"), categories);
}

void setChoices(QgsVectorLayer& layer, const char* column,
                const std::vector<std::pair<QString, QString>>& choices) {
    const int index = layer.fields().lookupField(QString::fromLatin1(column));
    QVariantList entries;
    for (const auto& [words, code] : choices)
        entries.append(QVariantMap{{words, code}});
    if (index >= 0)
        layer.setEditorWidgetSetup(
            index, {QStringLiteral("ValueMap"), {{QStringLiteral("map"), entries}}});
}

void setForm(QgsVectorLayer& layer) {
    QgsEditFormConfig form = layer.editFormConfig();
    for (int i = 0; i < layer.fields().count(); ++i)
        form.setReadOnly(i, true); // of the document
    for (const ColumnWords& one : columnsOfPeople()) {
        const int index = layer.fields().lookupField(QString::fromLatin1(one.column));
        if (index < 0)
            continue;
        layer.setFieldAlias(index, said(one.words));
        form.setReadOnly(index, !one.isForPeople);
    }
    layer.setEditFormConfig(form);
    setChoices(layer, "decision",
               {{said("chưa quyết định", "open"), QString()},
                {said("nhận", "accept"), QStringLiteral("accept")},
                {said("bỏ", "refuse"), QStringLiteral("refuse")}});
    std::vector<std::pair<QString, QString>> kinds;
    for (const records::KindInfo& kind : records::kinds())
        kinds.emplace_back(said(kind.name), toQt(kind.id));
    setChoices(layer, "kind", kinds);
}

} // namespace

void lookLikeProposals(QgsVectorLayer& layer) {
    if (layer.isSpatial())
        layer.setRenderer(rendererOf());
    setForm(layer);
    QgsPalLayerSettings label;
    label.fieldName = labelExpression();
    label.isExpression = true;
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(label));
    layer.setLabelsEnabled(true);
    layer.setDisplayExpression(labelExpression());
    layer.setMapTipTemplate(
        QStringLiteral("<b>[% \"place\" %]</b><br>“[% \"text\" %]”<br>[% \"confidence\" %]"));
}

} // namespace terroir::qgis
