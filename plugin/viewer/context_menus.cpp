#include "plugin/viewer/context_menus.hpp"

#include "core/gazetteer/versions.hpp"
#include "core/theme/known_themes.hpp"
#include "plugin/viewer/profile_commands.hpp"
#include "plugin/viewer/record_commands.hpp"
#include "plugin/viewer/source_commands.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/theme_commands.hpp"
#include "plugin/viewer/theme_list_model.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QPixmap>

#include <algorithm>

namespace terroir::viewer {

namespace {

QAction* addTo(QMenu* menu, const char* name, const QString& text, std::function<void()> work) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    QObject::connect(action, &QAction::triggered, menu, std::move(work));
    return action;
}

/// Names of somebody's file show their '&'.
QString plainMenuText(QString text) {
    return text.replace(u'&', QLatin1String("&&"));
}

} // namespace

ContextMenus::ContextMenus(Desk& desk, RecordCommands& records, SourceCommands& sources,
                           ProfileCommands& profiles, QWidget* window)
    : QObject(window), m_desk(desk), m_records(records), m_sources(sources), m_profiles(profiles),
      m_themes(*new ThemeCommands(desk, window)), m_window(window) {}

QMenu* ContextMenus::makeMenu(const char* name) {
    auto* menu = new QMenu(m_window);
    menu->setObjectName(QLatin1String(name));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void ContextMenus::showForMap(gazetteer::UnitIndex unit, geometry::Point lonLat, QPoint global) {
    const SnapshotPtr& contents = m_desk.contents();
    if (contents == nullptr)
        return;
    QMenu* menu = makeMenu("mapMenu");
    if (unit != gazetteer::noUnit) {
        const FiguresPtr figures = m_desk.activeFigures();
        const Date day = figures == nullptr ? Date::today() : figures->evaluated.asOf;
        const QString name =
            toQString(gazetteer::describeNear(*contents->gazetteer, unit, day));
        menu->addSection(plainMenuText(name));
        // What the numbers of units mean is another thing when the workspace was opened again.
        const auto stillThere = [this, gazetteer = contents->gazetteer] {
            return m_desk.contents() != nullptr && m_desk.contents()->gazetteer == gazetteer;
        };
        addTo(menu, "menuSelect", tr("&Details"), [this, unit, stillThere] {
            if (stillThere())
                m_desk.selectUnit(unit, Desk::Zoom::No);
        });
        addTo(menu, "menuProfile", tr("&Profile…"), [this, unit, stillThere] {
            if (stillThere())
                m_profiles.show(unit);
        });
        addTo(menu, "menuZoom", tr("&Zoom to it"), [this, unit, stillThere] {
            if (stillThere())
                m_desk.selectUnit(unit, Desk::Zoom::Yes);
        });
        addTo(menu, "menuAdd", tr("&Add a record here…"), [this, unit, stillThere] {
            if (stillThere())
                m_records.addIn(unit);
        });
        menu->addSeparator();
        addTo(menu, "menuCopyName", tr("Copy the &name"),
              [name] { QGuiApplication::clipboard()->setText(name); });
    }
    addTo(menu, "menuDraw", tr("&Draw a zone for a new record…"), [this] { m_records.addDrawn(); });
    const QString coordinates =
        QStringLiteral("%1, %2").arg(lonLat.y, 0, 'f', 6).arg(lonLat.x, 0, 'f', 6);
    addTo(menu, "menuCopyCoordinates", tr("&Copy the coordinates (%1)").arg(coordinates),
          [coordinates] { QGuiApplication::clipboard()->setText(coordinates); });
    menu->popup(global);
}

void ContextMenus::showForSource(const std::string& id, QPoint global) {
    QMenu* menu = makeMenu("sourceMenu");
    addTo(menu, "sourceChange", tr("&Change the document…"), [this, id] { m_sources.edit(id); });
    addTo(menu, "sourceRemove", tr("&Remove it with its records…"),
          [this, id] { m_sources.remove(id); });
    menu->popup(global);
}

void ContextMenus::offerForThemes(QListView* themes) {
    themes->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(themes, &QWidget::customContextMenuRequested, this, [this, themes](QPoint at) {
        const QModelIndex index = themes->indexAt(at);
        if (!index.isValid())
            return;
        const std::string id = index.data(ThemeListModel::IdRole).toString().toStdString();
        const auto& all = m_desk.themes();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
        if (found == all.end())
            return;
        QMenu* menu = makeMenu("themeMenu");
        addTo(menu, "themeShow", tr("&Show it"),
              [this, id] { m_desk.showTheme(m_desk.activeMap(), id); });
        const bool isOwn = theme::isOwnTheme(id);
        addTo(menu, "themeRename", tr("Re&name…"), [this, theme = *found] {
            m_themes.rename(theme);
        })->setEnabled(isOwn);
        addTo(menu, "themeDelete", tr("&Delete"), [this, theme = *found] {
            m_themes.remove(theme);
        })->setEnabled(isOwn);
        if (const auto newest = theme::newestThemeEdit()) {
            menu->addSeparator();
            addTo(menu, "themeUndo",
                  plainMenuText(tr("Take back: %1").arg(viewer::said(newest->what))),
                  [this, edit = *newest] { m_themes.takeBack(edit); });
        }
        menu->popup(themes->viewport()->mapToGlobal(at));
    });
}

void ContextMenus::offerForLegend(QWidget* legend) {
    legend->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(legend, &QWidget::customContextMenuRequested, this, [this, legend](QPoint at) {
        QMenu* menu = makeMenu("legendMenu");
        addTo(menu, "legendCopy", tr("&Copy the legend as a picture"),
              [legend] { QGuiApplication::clipboard()->setPixmap(legend->grab()); });
        const int map = m_desk.activeMap();
        if (m_desk.hasSpec(map) && m_desk.spec(map).theme.layers.size() > 1) {
            menu->addSeparator();
            const MapSpec& spec = m_desk.spec(map);
            for (std::size_t i = 0; i < spec.theme.layers.size(); ++i) {
                const QString title =
                    toQString(spec.theme.layers[i].label.in(m_desk.language()));
                QAction* layer = menu->addAction(plainMenuText(title));
                layer->setCheckable(true);
                layer->setChecked(!spec.hiddenLayers.contains(i));
                // One layer always stays.
                layer->setEnabled(spec.hiddenLayers.contains(i) ||
                                  spec.hiddenLayers.size() + 1 < spec.theme.layers.size());
                connect(layer, &QAction::toggled, menu, [this, map, i, title](bool on) {
                    MapSpec changed = m_desk.spec(map);
                    if (on)
                        changed.hiddenLayers.erase(i);
                    else
                        changed.hiddenLayers.insert(i);
                    m_desk.change(map, changed, on ? tr("Show %1").arg(title)
                                                   : tr("Hide %1").arg(title));
                });
            }
        }
        menu->popup(legend->mapToGlobal(at));
    });
}

} // namespace terroir::viewer
