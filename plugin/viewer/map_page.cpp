#include "plugin/viewer/map_page.hpp"

#include "core/figures/counted_records.hpp"

#include <string>
#include <utility>

namespace terroir::viewer {

namespace {

/// Without what is written on the page alone.
map::Page withoutWords(map::Page sheet) {
    sheet.title.clear();
    map::Layout& layout = sheet.layout;
    for (std::string* text : {&layout.id, &layout.department, &layout.author, &layout.fileNumber})
        text->clear();
    for (LocalText* text : {&layout.name, &layout.title, &layout.subtitle, &layout.note})
        *text = {};
    layout.logo.clear();
    layout.file.clear();
    return sheet;
}

bool isSameGround(const map::Page& a, const map::Page& b) {
    return a.widthMm == b.widthMm && a.heightMm == b.heightMm && a.layout == b.layout &&
           a.scale == b.scale;
}

} // namespace

map::Page MapPage::sheet() const {
    map::Page sheet = page.pageFor(format);
    sheet.title = title;
    sheet.layout = layout;
    sheet.scale = scale;
    sheet.madeOn = Date::today();
    return sheet;
}

map::Scene PageComposer::compose(workspace::Workspace& workspace, const MapPage& page,
                                 const plugin::Painter& painter,
                                 const std::function<bool()>& stop) {
    const map::Page sheet = page.sheet();
    map::Page ofGround = withoutWords(sheet);
    const map::MeasureText measure = [&painter](std::string_view text,
                                                const map::TextStyle& style) {
        return painter.measure(text, style);
    };
    const bool isSame =
        m_ground != nullptr && m_ground->language == page.language &&
        m_ground->records == workspace.sharedRecords() && m_ground->spec.theme == page.spec.theme &&
        m_ground->spec.hiddenLayers == page.spec.hiddenLayers &&
        m_ground->spec.settings == page.spec.settings && isSameGround(m_ground->sheet, ofGround);
    if (!isSame) {
        auto ground = std::make_unique<Ground>();
        ground->spec = page.spec;
        ground->language = page.language;
        ground->sheet = std::move(ofGround);
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
