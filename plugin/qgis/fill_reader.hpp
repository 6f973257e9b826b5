#pragma once

#include "core/theme/theme.hpp"
#include "plugin/qgis/theme_memory.hpp"

#include <QStringList>

#include <optional>
#include <vector>

class QgsCategorizedSymbolRenderer;
class QgsGraduatedSymbolRenderer;
class QgsSymbol;

namespace terroir::qgis {

/// What is read from a renderer goes into a layer of the theme; what a theme cannot hold is said.
struct ReadInto {
    theme::Layer& layer;
    /// As the theme was shown first; empty for a layer of a person's own.
    const std::vector<ShownClass>& before;
    Language language;
    QStringList& left;
};

/// The field that a renderer is about, and the value that stands for "no data" in it.
struct ClassAttribute {
    QString column;
    std::optional<double> noData;  ///< of coalesce("column",-1)
    std::optional<QString> noText; ///< of coalesce("column",'-')
};
/// Nothing for any other expression than a column or core's coalesce().
std::optional<ClassAttribute> readAttribute(const QString& expression);

/// Breaks, colours and labels; nothing is changed when all are as they were.
void readGraduated(const QgsGraduatedSymbolRenderer& renderer, const ClassAttribute& attribute,
                   const ReadInto& into);
/// Values, colours and labels; nothing is changed when all are as they were.
void readCategorised(const QgsCategorizedSymbolRenderer& renderer, const ClassAttribute& attribute,
                     const ReadInto& into);

/// The colour that a symbol is seen in, with its opacity.
Colour colourOf(const QgsSymbol& symbol);

} // namespace terroir::qgis
