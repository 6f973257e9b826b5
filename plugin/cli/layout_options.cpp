#include "plugin/cli/layout_options.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/map/logo.hpp"
#include "core/map/page_extent.hpp"
#include "plugin/paint/logo_check.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

namespace terroir::cli {

void LayoutOptions::bindForBook(CLI::App& app, const Words& words) {
    app.add_option("--layout", m_layout,
                   words("bố cục trang, xem 'terroir layouts', hoặc tệp .layout.json",
                         "layout of the page, see 'terroir layouts', or a .layout.json file"))
        ->type_name("NAME");
    app.add_option("--department", m_department,
                   words("cơ quan, ghi ở đầu trang", "department, at the head of the page"))
        ->type_name("TEXT");
    app.add_option("--author", m_author, words("người lập bản đồ", "who made the map"))
        ->type_name("TEXT");
    app.add_option("--file-number", m_fileNumber, words("số hồ sơ", "number of the file"))
        ->type_name("TEXT");
    app.add_option("--note", m_note,
                   words("lời thuyết minh bên chú giải", "a note beside the legend"))
        ->type_name("TEXT");
    app.add_option("--logo", m_logo, words("biểu trưng, PNG hoặc SVG", "logo, PNG or SVG"))
        ->type_name("FILE");
}

void LayoutOptions::bind(CLI::App& app, const Words& words) {
    bindForBook(app, words);
    app.add_option("--save-layout", m_save,
                   words("giữ bố cục cùng cơ quan, người lập, biểu trưng… dưới tên này, cho "
                         "--layout lần sau",
                         "keep the layout with department, author, logo… under this name, for "
                         "--layout later on"))
        ->type_name("ID");
    app.add_option("--scale", m_scale,
                   words("tỷ lệ đúng trên giấy, ví dụ 1:50000", "exact scale on paper, such as "
                                                                "1:50000"))
        ->type_name("1:N");
    app.add_option("--extent", m_extent,
                   words("khung bản đồ: tây,nam,đông,bắc theo độ, hoặc theo mét kèm ,EPSG:…",
                         "frame of the map: west,south,east,north in degrees, or in metres with "
                         ",EPSG:… behind"))
        ->type_name("W,S,E,N");
}

void LayoutOptions::read(bool overwrite) {
    map::Layout& layout = m_page.layout;
    if (!m_layout.empty())
        layout = map::findLayout(m_layout);
    const auto set = [](std::string& words, const std::string& given) {
        if (!given.empty())
            words = given;
    };
    set(layout.department, m_department);
    set(layout.author, m_author);
    set(layout.fileNumber, m_fileNumber);
    if (!m_note.empty())
        layout.note = {m_note, m_note};
    if (!m_logo.empty())
        layout.logo = m_logo;
    if (!layout.logo.empty())
        map::readLogo(layout.logo);
    if (!m_scale.empty())
        m_page.scale = map::parseScale(m_scale);
    if (!m_extent.empty())
        m_page.extent = map::parseExtent(m_extent);
    if (m_save.empty())
        return;
    if (m_layout.empty() || map::isLayoutFile(m_layout))
        throw UsageError(LocalText{
            "--save-layout bổ sung vào một bố cục có tên; hãy ghi --layout, ví dụ --layout "
            "a3-landscape.",
            "--save-layout adds to a layout by its name; give --layout, such as --layout "
            "a3-landscape."});
    map::requireSavable(own(overwrite));
}

void LayoutOptions::requireLogo() const {
    if (!m_page.layout.logo.empty())
        paint::requirePaintable(m_page.layout.logo);
}

void LayoutOptions::putOn(map::Page& page) const {
    page.layout = m_page.layout;
    page.scale = m_page.scale;
    page.extent = m_page.extent;
    page.madeOn = Date::today();
}

map::OwnLayout LayoutOptions::own(bool overwrite) const {
    map::OwnLayout own{m_page.layout, m_layout, m_save,
                       overwrite ? Overwrite::Allow : Overwrite::Refuse};
    own.layout.name = {m_save, m_save};
    if (!own.layout.logo.empty())
        own.layout.logo = std::filesystem::absolute(own.layout.logo);
    return own;
}

void LayoutOptions::save(const Context& context, bool overwrite) const {
    if (m_save.empty())
        return;
    const std::filesystem::path file = map::saveOwnLayout(own(overwrite));
    context.note(localText("Đã giữ bố cục '{}' ({}); lần sau ghi --layout {}.",
                           "The layout '{}' is kept ({}); write --layout {} from now on.", m_save,
                           file.string(), m_save));
}

} // namespace terroir::cli
