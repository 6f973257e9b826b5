#pragma once

#include "core/base/language.hpp"
#include "plugin/qgis/theme_memory.hpp"

#include <QString>

namespace terroir::qgis {

/// "> 2 – 5 (12)" is "> 2 – 5": core's styles put the number of units after a label.
QString withoutCount(const QString& label);

/// What a renderer's label says about a class.
struct LabelReading {
    LocalText own;           ///< words of a person's own; empty: the numbers, as they are computed
    bool isOutdated = false; ///< numbers of another class, left out
};

/// `computed`: the label that the class has without words of one's own; `before`: the class as it
/// was shown first, null when it has other limits now; `known`: the words that the theme gave it.
/// A word of the language that is spoken stands for the other one, too, unless `known` has that.
LabelReading readLabel(const QString& label, double low, double high, const QString& computed,
                       const ShownClass* before, const LocalText& known, Language language);

/// A text that a person changed in one language; the other keeps its own words.
LocalText changedText(const LocalText& known, const QString& text, Language language);

} // namespace terroir::qgis
