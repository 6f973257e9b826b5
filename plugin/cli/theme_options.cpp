#include "plugin/cli/theme_options.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/settings.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::cli {

namespace {

/// Of the options that say how classes are made, those that a person gave: "--method, --palette".
std::string optionsOfClasses(const theme::Settings& settings) {
    std::vector<std::string> given;
    if (settings.method)
        given.emplace_back("--method");
    if (settings.classes)
        given.emplace_back("--classes");
    if (settings.palette)
        given.emplace_back("--palette");
    if (settings.per)
        given.emplace_back("--per");
    return fmt::format("{}", fmt::join(given, ", "));
}

bool hasClasses(const theme::Theme& theme) {
    return theme::filledLayer(theme) != nullptr;
}

void requireClasses(const theme::Theme& theme, const std::string& options,
                    std::span<const theme::Theme> known) {
    if (hasClasses(theme))
        return;
    std::vector<std::string> others;
    for (const theme::Theme& other : known)
        if (hasClasses(other))
            others.push_back(other.id);
    throw UsageError(localText(
        "{}: chủ đề '{}' vẽ nhiều nhóm số liệu cạnh nhau, không có lớp bản đồ nào tô màu được theo "
        "khoảng giá trị. Hãy bỏ {}, hoặc chọn một trong các chủ đề: {}.",
        "{}: the theme '{}' draws several figures beside each other and has no layer that can be "
        "filled by classes. Leave {} out, or choose one of the themes {}.",
        options, theme.id, options, fmt::format("{}", fmt::join(others, ", "))));
}

} // namespace

void ThemeOptions::bind(CLI::App& app, const Words& words) {
    area.bind(app, words);
    app.add_option("--theme-file", m_files,
                   words("chủ đề riêng (*.theme.json)", "a theme of one's own (*.theme.json)"))
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--styles", m_styles,
                   words("thư mục chủ đề khác, thêm vào các chủ đề có sẵn và chủ đề riêng đã lưu",
                         "a folder of more themes, beside the packaged ones and those that you "
                         "saved"))
        ->type_name("DIR");
    m_limits.bind(app, words);
    app.add_option("--method", m_method,
                   words("cách phân lớp, xem 'terroir methods'",
                         "how classes are cut, see 'terroir methods'"))
        ->type_name("ID");
    app.add_option("--classes", m_classes, words("số lớp", "number of classes"))
        ->type_name("N")
        ->check(CLI::Range(std::size_t(1), theme::maxClasses));
    app.add_option("--per", m_per,
                   words("quy số liệu về diện tích, dân số hoặc tổng, xem 'terroir methods --per'",
                         "relate figures to area, people or total, see 'terroir methods --per'"))
        ->type_name("ID");
    app.add_option(
           "--years", m_years,
           words("chỉ số liệu của năm này hoặc các năm này: 2021, 2021-2022; newest: số liệu "
                 "mới nhất của từng nơi; all: cộng số liệu mọi năm",
                 "only figures of this year or these years: 2021, 2021-2022; newest: the "
                 "newest figures of each place; all: figures of all years added up"))
        ->type_name("YEARS");
    app.add_option("--palette", m_palette, words("bảng màu", "palette"))->type_name("NAME");
    m_draw.bind(app, words);
    m_force.bind(app, words);
    app.parse_complete_callback([this] {
        if (std::string id = m_force.giveBack(); !id.empty())
            ids.insert(ids.begin(), std::move(id));
    });
}

std::vector<theme::Theme> ThemeOptions::themes() const {
    // A wrong option stops before any work.
    const std::string options = optionsOfClasses(settings());
    std::vector<theme::Theme> chosen;
    for (const std::string& file : m_files)
        chosen.push_back(theme::readTheme(file));
    if (isEveryTheme()) {
        if (!m_draw.isEmpty())
            throw UsageError(
                LocalText{"--draw-as, --scaling và --change cần tên chủ đề; xem 'terroir "
                          "themes'.",
                          "--draw-as, --scaling and --change need a theme; see 'terroir "
                          "themes'."});
        return theme::knownThemes(m_styles).themes;
    }
    if (ids.empty() && options.empty()) {
        m_draw.apply(chosen);
        return chosen;
    }
    const theme::KnownThemes known = theme::knownThemes(m_styles);
    for (const std::string& id : ids)
        chosen.push_back(known.find(id));
    m_draw.apply(chosen);
    if (!options.empty())
        for (const theme::Theme& theme : chosen)
            requireClasses(theme, options, known.themes);
    return chosen;
}

std::vector<theme::Theme> ThemeOptions::everyTheme() const {
    std::vector<theme::Theme> all = theme::knownThemes(m_styles).themes;
    for (const std::string& file : m_files)
        theme::putInto(all, theme::readTheme(file));
    return all;
}

std::vector<theme::Theme> ThemeOptions::themesWithRecords(std::vector<theme::Theme> themes,
                                                          const Context& context,
                                                          Workspace& workspace) const {
    if (!isEveryTheme())
        return themes;
    std::vector<theme::Theme> kept;
    std::vector<std::string> empty;
    for (theme::Theme& theme : themes) {
        if (figures::hasRecords(theme, settings(), workspace))
            kept.push_back(std::move(theme));
        else
            empty.push_back(std::move(theme.id));
    }
    if (kept.empty())
        throw InputError(
            LocalText{"Không chủ đề nào có số liệu; 'terroir info' cho biết có những loại số liệu "
                      "nào, 'terroir themes' cho biết mỗi chủ đề thể hiện gì.",
                      "No theme has records; 'terroir info' says which kinds of records there are, "
                      "'terroir themes' what each theme shows."});
    if (!empty.empty())
        context.note(localText("Bỏ qua các chủ đề chưa có số liệu: {}.",
                               "Themes without records are left out: {}.",
                               fmt::format("{}", fmt::join(empty, ", "))));
    sayWithoutClasses(kept, context);
    return kept;
}

void ThemeOptions::sayWithoutClasses(std::span<const theme::Theme> themes,
                                     const Context& context) const {
    const std::string options = optionsOfClasses(settings());
    std::vector<std::string> without;
    for (const theme::Theme& theme : themes)
        if (!hasClasses(theme))
            without.push_back(theme.id);
    if (!options.empty() && !without.empty())
        context.note(localText("{} không áp dụng cho các chủ đề không tô màu được theo khoảng giá "
                               "trị: {}.",
                               "{} does nothing to the themes that cannot be filled by classes: "
                               "{}.",
                               options, fmt::format("{}", fmt::join(without, ", "))));
}

theme::Settings ThemeOptions::settings() const {
    theme::Settings settings;
    settings.asOf = area.asOf();
    settings.level = area.level();
    settings.within = area.within;
    settings.only = m_limits.limits();
    const Date day = settings.asOf.value_or(Date::today());
    settings.only.force = m_force.wanted(day);
    // On a map it is not a question of what is granted alone.
    if (m_force.isInForceOnly() && !settings.only.force->endsWithin) {
        settings.inForce = !m_force.writtenDay();
        if (settings.inForce)
            settings.only.force.reset();
        else // on a day of its own: what is granted, and what nobody knows with it
            settings.only.force->any.push_back(records::Force::Unknown);
    }
    if (m_classes > 0)
        settings.classes = m_classes;
    theme::require(settings, theme::Setting::Method, m_method, "--method");
    theme::require(settings, theme::Setting::Palette, m_palette, "--palette");
    theme::require(settings, theme::Setting::Per, m_per, "--per");
    theme::require(settings, theme::Setting::Years, m_years, "--years");
    return settings;
}

figures::EvaluatedTheme ThemeOptions::evaluate(const theme::Theme& theme, Workspace& workspace,
                                               Language language,
                                               std::optional<gazetteer::Level> level,
                                               std::optional<Date> day,
                                               figures::CountedMemory* memory) const {
    theme::Settings chosen = settings();
    if (level)
        chosen.level = level;
    if (day)
        chosen.asOf = day;
    figures::EvaluatedTheme evaluated =
        figures::figuresOf(theme, chosen, workspace, language, memory);
    if (evaluated.units.empty())
        throw InputError(localText(
            "Chủ đề '{}' không có số liệu{}{}; 'terroir info' cho biết có những loại số liệu nào, "
            "'terroir themes' cho biết mỗi chủ đề thể hiện gì.",
            "The theme '{}' has no records{}{}; 'terroir info' says which kinds of records there "
            "are, 'terroir themes' what each theme shows.",
            theme.id,
            evaluated.only.vi.empty() ? LocalText()
                                      : localText(" (chỉ: {})", " (only: {})", evaluated.only),
            settings().period ? localText(" của năm {}", " of {}", m_years) : LocalText()));
    return evaluated;
}

} // namespace terroir::cli
