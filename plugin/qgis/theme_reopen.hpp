#pragma once

#include <QObject>
#include <QPointer>

class QgsMessageBarItem;

namespace terroir::qgis {

class Desk;

/// A project keeps no rows of layers in memory: themes in a project that is opened again are empty.
/// Offers to apply them again, as soon as a workspace is open.
class ThemeReopening final : public QObject {
    Q_OBJECT
public:
    explicit ThemeReopening(Desk& desk, QObject* parent = nullptr);
    ~ThemeReopening() override;

private:
    void offer();
    void applyAgain();
    void takeBack();

    Desk& m_desk;
    bool m_isOpened = false; ///< a project, which has not been looked at yet
    QPointer<QgsMessageBarItem> m_message;
};

} // namespace terroir::qgis
