#include "plugin/qgis/theme_reopen.hpp"

#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/theme_apply.hpp"

#include <QPushButton>
#include <qgisinterface.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <map>

namespace terroir::qgis {

namespace {

/// One layer for each map of the project whose layers are in memory and all without rows.
std::vector<const QgsVectorLayer*> emptyMaps(const QgsProject& project) {
    std::map<QString, std::vector<const QgsVectorLayer*>> maps;
    for (const QgsMapLayer* layer : project.mapLayers())
        if (const auto* vector = qobject_cast<const QgsVectorLayer*>(layer);
            vector != nullptr && !mapOf(*vector).isEmpty() && vector->isValid() &&
            vector->providerType() == QLatin1String("memory"))
            maps[mapOf(*vector)].push_back(vector);
    std::vector<const QgsVectorLayer*> empty;
    for (const auto& [id, layers] : maps)
        if (std::all_of(layers.begin(), layers.end(),
                        [](const QgsVectorLayer* layer) { return layer->featureCount() == 0; }))
            empty.push_back(layers.front());
    return empty;
}

} // namespace

ThemeReopening::ThemeReopening(Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_isOpened(true) {
    QgsProject* project = QgsProject::instance();
    connect(project, &QgsProject::readProject, this, [this] {
        m_isOpened = true;
        offer();
    });
    connect(project, &QgsProject::cleared, this, &ThemeReopening::takeBack);
    connect(&desk, &Desk::libraryChanged, this, &ThemeReopening::offer);
}

ThemeReopening::~ThemeReopening() {
    takeBack();
}

void ThemeReopening::offer() {
    QgsMessageBar* bar = m_desk.qgis().messageBar();
    if (!m_isOpened || m_desk.library() == nullptr || bar == nullptr)
        return;
    m_isOpened = false;
    takeBack();
    if (emptyMaps(*QgsProject::instance()).empty())
        return;
    m_message = QgsMessageBar::createMessage(
        QStringLiteral("terroir"),
        said("Dự án không lưu số liệu của các lớp tạm nên các lớp chủ đề đang trống.",
             "A project keeps no rows of temporary layers, so the layers of themes are empty."));
    auto* again = new QPushButton(said("Áp dụng lại", "Apply again"), m_message);
    again->setObjectName(QStringLiteral("terroirApplyAgain"));
    connect(again, &QPushButton::clicked, this, &ThemeReopening::applyAgain);
    m_message->layout()->addWidget(again);
    bar->pushWidget(m_message, Qgis::MessageLevel::Warning);
}

void ThemeReopening::applyAgain() {
    takeBack();
    for (const QgsVectorLayer* layer : emptyMaps(*QgsProject::instance())) {
        const auto memory = memoryOf(*layer);
        if (!memory) {
            m_desk.say(
                said("Không đọc được chủ đề của lớp \"%1\"; hãy áp dụng lại chủ đề từ danh sách.",
                     "The theme of the layer \"%1\" cannot be read; apply a theme from the list.")
                    .arg(layer->name()),
                Qgis::MessageLevel::Warning);
            continue;
        }
        const QPointer<const QgsVectorLayer> first = layer;
        computeTheme(m_desk, memory->theme, memory->settings, [this, first](const ThemeMap* map) {
            if (map == nullptr || first.isNull())
                return;
            if (!refillLayers(*map, layersMadeWith(*first, *QgsProject::instance())))
                m_desk.say(said("QGIS không nhận hết số liệu của lớp \"%1\"; hãy xóa lớp và "
                                "áp dụng lại chủ đề.",
                                "QGIS did not take all rows of the layer \"%1\"; remove "
                                "it and apply the theme again.")
                               .arg(first->name()),
                           Qgis::MessageLevel::Warning);
        });
    }
}

void ThemeReopening::takeBack() {
    QgsMessageBar* bar = m_desk.qgis().messageBar();
    if (!m_message.isNull() && bar != nullptr)
        bar->popWidget(m_message);
    m_message.clear();
}

} // namespace terroir::qgis
