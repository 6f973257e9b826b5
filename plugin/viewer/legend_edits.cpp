#include "plugin/viewer/legend_edits.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/map/legend_edit.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/typed_number.hpp"

#include <QColorDialog>
#include <QInputDialog>

#include <cstdint>
#include <utility>

namespace terroir::viewer {

using map::LegendEntry;

namespace {

const figures::EvaluatedLayer& layerOf(const FiguresPtr& shown, const LegendEntry& entry) {
    return shown->evaluated.layers.at(entry.layer);
}

Colour colourOf(const figures::EvaluatedLayer& layer, const LegendEntry& entry) {
    switch (entry.kind) {
    case LegendEntry::Kind::Class:
        return layer.classes.at(entry.index).colour;
    case LegendEntry::Kind::Category:
        return layer.categories.at(entry.index).colour;
    case LegendEntry::Kind::Series:
        break;
    }
    return layer.layer->series.at(entry.index).colour;
}

/// The layer of the spec that is the n-th shown one, with what was set over it in it.
theme::Layer& settledLayer(MapSpec& spec, std::size_t shown) {
    // What is set is said of the layers that are shown.
    MapSpec settled{shownTheme(spec), spec.settings, {}};
    theme::settle(settled.theme, settled.settings);
    if (settled.settings != spec.settings)
        spec = std::move(settled);
    for (std::size_t i = 0; i < spec.theme.layers.size(); ++i)
        if (!spec.hiddenLayers.contains(i) && shown-- == 0)
            return spec.theme.layers[i];
    return spec.theme.layers.back();
}

} // namespace

LegendEdits::LegendEdits(Desk& desk, QWidget* window)
    : QObject(window), m_desk(desk), m_window(window) {}

bool LegendEdits::isShown(int map, const FiguresPtr& figures) const {
    if (figures == nullptr || !m_desk.hasSpec(map))
        return false;
    const MapSpec& spec = m_desk.spec(map);
    return figures == m_desk.figures(map) && figures->spec.theme == spec.theme &&
           figures->spec.settings == spec.settings &&
           figures->spec.hiddenLayers == spec.hiddenLayers;
}

void LegendEdits::change(int map, const FiguresPtr& shown, const LegendEntry& entry,
                         const QString& what, const Edit& edit) {
    if (!isShown(map, shown))
        return;
    MapSpec spec = m_desk.spec(map);
    try {
        edit(settledLayer(spec, entry.layer), layerOf(shown, entry));
    } catch (const Error& error) {
        return warn(m_window, what, viewer::said(error));
    }
    m_desk.change(map, spec, what);
}

void LegendEdits::chooseColour(int map, const LegendEntry& entry) {
    const FiguresPtr shown = m_desk.figures(map);
    if (!isShown(map, shown))
        return;
    const Colour now = colourOf(layerOf(shown, entry), entry);
    auto* dialog = new QColorDialog(QColor(now.r, now.g, now.b), m_window);
    dialog->setObjectName(QStringLiteral("legendColour"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Colour on the map"));
    connect(dialog, &QColorDialog::colorSelected, this, [this, map, entry, shown](QColor chosen) {
        change(map, shown, entry, tr("Colour"),
               [&](theme::Layer& layer, const figures::EvaluatedLayer& of) {
                   map::setColour(layer, of, entry,
                                  Colour{std::uint8_t(chosen.red()), std::uint8_t(chosen.green()),
                                         std::uint8_t(chosen.blue())});
               });
    });
    dialog->open();
}

void LegendEdits::chooseBreak(int map, const LegendEntry& entry) {
    const FiguresPtr shown = m_desk.figures(map);
    if (!isShown(map, shown) || entry.kind != LegendEntry::Kind::Class)
        return;
    const auto now = map::breakOf(layerOf(shown, entry), entry.index);
    if (!now)
        return;
    const Language language = m_desk.language();
    auto* dialog = new QInputDialog(m_window);
    dialog->setObjectName(QStringLiteral("legendBreak"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Limit between two classes"));
    dialog->setLabelText(tr("Figures up to this number are in the lower class:"));
    dialog->setTextValue(toQString(formatNumber(*now, language, 6)));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, map, entry, shown, language](const QString& text) {
                const auto number = typedNumber(text.trimmed().toStdString(), language);
                if (!number)
                    return warn(m_window, tr("Limit between two classes"),
                                tr("'%1' is no number; write it like %2.")
                                    .arg(text, toQString(formatNumber(1947.5, language))));
                change(map, shown, entry, tr("Limit between two classes"),
                       [&](theme::Layer& layer, const figures::EvaluatedLayer& of) {
                           map::setBreak(layer, of, entry.index, *number);
                       });
            });
    dialog->open();
}

} // namespace terroir::viewer
