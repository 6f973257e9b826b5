#include "plugin/viewer/map_page.hpp"

#include "core/figures/counted_records.hpp"

#include <fmt/format.h>

namespace terroir::viewer {

map::Scene PageComposer::compose(workspace::Workspace& workspace, const MapPage& page,
                                 const plugin::Painter& painter,
                                 const std::function<bool()>& stop) {
    map::Page sheet = page.page.pageFor(page.format);
    sheet.title = page.title;
    const map::MeasureText measure = [&painter](std::string_view text,
                                                const map::TextStyle& style) {
        return painter.measure(text, style);
    };
    const bool isSame = m_ground != nullptr && m_ground->language == page.language &&
                        m_ground->records == workspace.sharedRecords() &&
                        m_ground->spec.theme == page.spec.theme &&
                        m_ground->spec.hiddenLayers == page.spec.hiddenLayers &&
                        m_ground->spec.settings == page.spec.settings &&
                        m_ground->widthMm == sheet.widthMm && m_ground->heightMm == sheet.heightMm;
    if (!isSame) {
        auto ground = std::make_unique<Ground>();
        ground->spec = page.spec;
        ground->language = page.language;
        ground->widthMm = sheet.widthMm;
        ground->heightMm = sheet.heightMm;
        ground->gazetteer = workspace.sharedGazetteer();
        ground->records = workspace.sharedRecords();
        const theme::Theme theme = shownTheme(page.spec);
        figures::CountedMemory counted;
        const auto evaluateAt = [&](std::optional<gazetteer::Level> level) {
            theme::Settings settings = page.spec.settings;
            if (level)
                settings.level = level;
            figures::EvaluatedTheme evaluated =
                figures::figuresOf(theme, settings, workspace, page.language, &counted);
            figures::requireRecords(evaluated);
            return evaluated;
        };
        ground->shown = map::pageFiguresOf(workspace, evaluateAt, sheet, measure);
        m_ground = std::move(ground);
    }
    return map::composeMap(m_ground->shown.evaluated, m_ground->shown.data, sheet, measure, stop);
}

} // namespace terroir::viewer
