#include "plugin/qgis/dock.hpp"

#include "plugin/qgis/desk.hpp"

#include <QTabWidget>
#include <QVBoxLayout>

namespace terroir::qgis {

Dock::Dock(Desk& desk, QWidget* parent)
    : QgsDockWidget(QStringLiteral("terroir"), parent), m_desk(desk) {
    setObjectName(QStringLiteral("terroirDock"));
    auto* content = new QWidget(this);
    auto* lines = new QVBoxLayout(content);
    m_pages = new QTabWidget(content);
    m_pages->setObjectName(QStringLiteral("terroirPages"));
    lines->addWidget(m_pages);
    setWidget(content);
}

} // namespace terroir::qgis
