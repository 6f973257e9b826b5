#include "plugin/viewer/map_page.hpp"

#include "core/base/error.hpp"
#include "core/session/map_data.hpp"

#include <fmt/format.h>

namespace terroir::viewer {

theme::Scene PageComposer::compose(session::Session& session, const MapPage& page,
                                   const plugin::Painter& painter,
                                   const std::function<bool()>& stop) {
    theme::Page sheet = page.page.pageFor(page.format);
    sheet.title = page.title;
    const bool isSame = m_ground != nullptr && m_ground->language == page.language &&
                        m_ground->records == session.sharedRecords() &&
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
        ground->gazetteer = session.sharedGazetteer();
        ground->records = session.sharedRecords();
        ground->evaluated =
            session::figuresOf(shownTheme(page.spec), page.spec.settings, session, page.language);
        if (ground->evaluated.units.empty())
            throw InputError(fmt::format("The theme '{}' has no records in this workspace; choose "
                                         "another theme, or import a table.",
                                         page.spec.theme.id));
        ground->data = session::mapDataOf(session, ground->evaluated, sheet);
        m_ground = std::move(ground);
    }
    const theme::MeasureText measure = [&painter](std::string_view text,
                                                  const theme::TextStyle& style) {
        return painter.measure(text, style);
    };
    return theme::composeMap(m_ground->evaluated, m_ground->data, sheet, measure, stop);
}

} // namespace terroir::viewer
