#pragma once

#include <QObject>
#include <QtPlugin>

/// A plugin of the interface's version 0, which never was: the host must refuse it before any of
/// its code has run. Loading the library would set TERROIR_OUTDATED_PLUGIN_RAN.
class OutdatedPlugin final : public QObject {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "vn.terroir.PainterPlugin/0")
};
