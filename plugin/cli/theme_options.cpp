#include "plugin/cli/theme_options.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/join/years.hpp"
#include "core/session/folders.hpp"
#include "core/session/theme_figures.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace terroir::cli {

namespace {

constexpr std::size_t mostClasses = 12;

void requirePalette(const std::string& name) {
    std::vector<std::string> known;
    for (const theme::Palette& palette : theme::palettes()) {
        if (palette.name == name)
            return;
        known.push_back(palette.name);
    }
    throw UsageError(localText("Không có bảng màu '{}' (--palette). {}Xem 'terroir methods "
                               "--palettes'.",
                               "--palette '{}' is unknown. {}See 'terroir methods --palettes'.",
                               name, suggestion(name, known)));
}

void requireMethod(const std::string& id) {
    std::vector<std::string> known;
    for (const classify::MethodInfo& method : classify::methods()) {
        if (method.id == id)
            return;
        known.push_back(method.id);
    }
    throw UsageError(localText("Không có cách phân lớp '{}' (--method). {}Xem 'terroir methods'.",
                               "--method '{}' is unknown. {}See 'terroir methods'.", id,
                               suggestion(id, known)));
}

theme::Per perOf(const std::string& id) {
    std::vector<std::string> known;
    for (const theme::PerInfo& info : theme::perInfos())
        known.push_back(info.id);
    if (const auto per = theme::parsePer(id))
        return *per;
    throw UsageError(localText("Không có cách quy số liệu '{}' (--per). {}Xem 'terroir methods "
                               "--per'.",
                               "--per '{}' is unknown. {}See 'terroir methods --per'.", id,
                               suggestion(id, known)));
}

Period yearsOf(const std::string& text) {
    if (const auto years = join::parseYears(text))
        return *years;
    throw UsageError(localText("--years '{}' không phải là một năm hay hai năm tăng dần. Hãy viết "
                               "như 2021 hoặc 2021-2022.",
                               "--years '{}' is neither a year nor two that ascend. Write it as "
                               "2021 or 2021-2022.",
                               text));
}

void requireClasses(const theme::Theme& theme) {
    if (std::none_of(theme.layers.begin(), theme.layers.end(), [](const theme::Layer& layer) {
            return layer.type == theme::LayerType::Choropleth;
        }))
        throw UsageError(
            localText("--per: chủ đề '{}' không tô màu theo lớp, nên không có số liệu để quy về "
                      "diện tích, dân số hay tổng. Hãy bỏ --per, hoặc chọn chủ đề thuộc kiểu "
                      "choropleth (xem 'terroir themes').",
                      "--per: the theme '{}' has no layer that fills areas by classes, so there "
                      "are no figures to relate to an area, to people or to a total. Leave --per "
                      "out, or name themes of the type choropleth (see 'terroir themes').",
                      theme.id));
}

} // namespace

void ThemeOptions::bind(CLI::App& app, const Words& words) {
    area.bind(app, words);
    app.add_option("--theme-file", m_files,
                   words("chủ đề riêng (*.theme.json)", "a theme of one's own (*.theme.json)"))
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--styles", m_styles,
                   words("thư mục chủ đề riêng, thêm vào các chủ đề có sẵn",
                         "a folder of themes of one's own, beside the packaged ones"))
        ->type_name("DIR");
    app.add_option("--source", m_sources,
                   words("chỉ số liệu từ nguồn này, xem 'terroir info'",
                         "only figures from this source, see 'terroir info'"))
        ->type_name("ID")
        ->allow_extra_args(false);
    app.add_option("--method", m_method,
                   words("cách phân lớp, xem 'terroir methods'",
                         "how classes are cut, see 'terroir methods'"))
        ->type_name("ID");
    app.add_option("--classes", m_classes, words("số lớp", "number of classes"))
        ->type_name("N")
        ->check(CLI::Range(std::size_t(1), mostClasses));
    app.add_option("--per", m_per,
                   words("quy số liệu về diện tích, dân số hoặc tổng, xem 'terroir methods --per'",
                         "relate figures to area, people or total, see 'terroir methods --per'"))
        ->type_name("ID");
    app.add_option("--years", m_years,
                   words("chỉ số liệu của năm này hoặc các năm này: 2021, 2021-2022",
                         "only figures of this year or these years: 2021, 2021-2022"))
        ->type_name("YEARS");
    app.add_option("--palette", m_palette, words("bảng màu", "palette"))->type_name("NAME");
}

std::vector<theme::Theme> ThemeOptions::themes() const {
    if (!m_method.empty())
        requireMethod(m_method);
    if (!m_palette.empty())
        requirePalette(m_palette);
    if (!m_per.empty())
        perOf(m_per);
    if (!m_years.empty())
        yearsOf(m_years);
    std::vector<theme::Theme> chosen;
    for (const std::string& file : m_files)
        chosen.push_back(theme::readTheme(file));
    if (!ids.empty() || m_files.empty()) {
        const std::vector<theme::Theme> all = theme::readThemes(session::styleFolders(m_styles));
        for (const std::string& id : ids)
            chosen.push_back(theme::findTheme(all, id));
        if (ids.empty())
            chosen = all;
    }
    if (!m_per.empty())
        std::for_each(chosen.begin(), chosen.end(), requireClasses);
    return chosen;
}

theme::EvaluatedTheme ThemeOptions::evaluate(const theme::Theme& theme, Session& session,
                                             Language language) const {
    session::ThemeChoice choice;
    choice.asOf = area.asOf();
    choice.level = area.level();
    choice.within = area.within;
    choice.sources = m_sources;
    if (!m_method.empty())
        choice.method = m_method;
    if (!m_palette.empty())
        choice.palette = m_palette;
    if (!m_per.empty())
        choice.per = perOf(m_per);
    if (!m_years.empty())
        choice.period = yearsOf(m_years);
    if (m_classes > 0)
        choice.classes = m_classes;
    theme::EvaluatedTheme evaluated = session::figuresOf(theme, choice, session, language);
    if (evaluated.units.empty())
        throw InputError(localText(
            "Chủ đề '{}' không có số liệu{}{}; 'terroir info' cho biết có những loại số liệu nào, "
            "'terroir themes' cho biết mỗi chủ đề thể hiện gì.",
            "The theme '{}' has no records{}{}; 'terroir info' says which kinds of records there "
            "are, 'terroir themes' what each theme shows.",
            theme.id,
            m_sources.empty() ? LocalText() : LocalText{" từ nguồn này", " from this source"},
            m_years.empty() ? LocalText() : localText(" của năm {}", " of {}", m_years)));
    return evaluated;
}

} // namespace terroir::cli
