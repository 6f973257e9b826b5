#pragma once

#include <QString>

// The names of parameters that several algorithms have.
namespace terroir::qgis {

inline const QString asOfName = QStringLiteral("AS_OF");
inline const QString classCount = QStringLiteral("CLASSES");
inline const QString columnsName = QStringLiteral("COLUMNS");
inline const QString contextName = QStringLiteral("CONTEXT");
inline const QString inputName = QStringLiteral("INPUT");
inline const QString kindName = QStringLiteral("KIND");
inline const QString levelName = QStringLiteral("LEVEL");
inline const QString method = QStringLiteral("METHOD");
inline const QString notAttributed = QStringLiteral("NOT_ATTRIBUTED");
inline const QString outputName = QStringLiteral("OUTPUT");
inline const QString palette = QStringLiteral("PALETTE");
inline const QString reportName = QStringLiteral("REPORT");
inline const QString territory = QStringLiteral("TERRITORY");
inline const QString textField = QStringLiteral("TEXT");
inline const QString withinName = QStringLiteral("WITHIN");

} // namespace terroir::qgis
