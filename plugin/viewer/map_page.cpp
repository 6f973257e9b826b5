#include "plugin/viewer/map_page.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/map/map_data.hpp"

#include <fmt/format.h>

namespace terroir::viewer {

map::Scene PageComposer::compose(workspace::Workspace& workspace, const MapPage& page,
                                 const plugin::Painter& painter,
                                 const std::function<bool()>& stop) {
    map::Page sheet = page.page.pageFor(page.format);
    sheet.title = page.title;
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
        ground->evaluated =
            figures::figuresOf(shownTheme(page.spec), page.spec.settings, workspace, page.language);
        if (ground->evaluated.units.empty())
            throw InputError(localText("Chủ đề '{}' không có số liệu trong không gian làm việc "
                                       "này; hãy chọn chủ đề khác, hoặc nhập một bảng.",
                                       "The theme '{}' has no records in this workspace; choose "
                                       "another theme, or import a table.",
                                       page.spec.theme.id));
        ground->data = map::mapDataOf(workspace, ground->evaluated, sheet);
        m_ground = std::move(ground);
    }
    const map::MeasureText measure = [&painter](std::string_view text,
                                                const map::TextStyle& style) {
        return painter.measure(text, style);
    };
    return map::composeMap(m_ground->evaluated, m_ground->data, sheet, measure, stop);
}

} // namespace terroir::viewer
