#include "plugin/cli/draw_options.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/theme/drawn_as.hpp"
#include "core/theme/settings.hpp"

#include <CLI/CLI.hpp>

#include <utility>

namespace terroir::cli {

void DrawOptions::bind(CLI::App& app, const Words& words) {
    app.add_option("--draw-as", m_as,
                   words("ký hiệu khác cho số liệu: circles (vòng tròn), pie (hình quạt), bars "
                         "(cột), stacked-bars (cột chồng), dots (điểm), pictograms (hình)",
                         "other symbols for the figures: circles, pie, bars, stacked-bars, dots, "
                         "pictograms"))
        ->type_name("SYMBOL");
    app.add_option("--scaling", m_scaling,
                   words("cỡ vòng tròn và hình: area (diện tích tỷ lệ với số liệu, mặc định), "
                         "flannery (khác nhau nhiều hơn một chút)",
                         "sizes of circles and pictures: area (proportional, the default), "
                         "flannery (a little more apart)"))
        ->type_name("SCALING");
    app.add_option("--change", m_change,
                   words("số liệu thay đổi thế nào giữa hai năm hoặc hai ngày: 2020,2024; "
                         "31/12/2020,31/12/2024",
                         "how figures changed between two years or days: 2020,2024; "
                         "31/12/2020,31/12/2024"))
        ->type_name("TIMES");
}

void DrawOptions::apply(std::vector<theme::Theme>& themes) const {
    if (!(m_as.empty() && m_scaling.empty()) && !m_change.empty())
        throw UsageError(
            LocalText{"--draw-as, --scaling chọn ký hiệu, còn --change tô màu; hãy chọn một.",
                      "--draw-as and --scaling choose symbols and --change fills areas; give "
                      "one."});
    theme::Settings settings;
    if (!m_as.empty())
        theme::require(settings, theme::Setting::DrawAs, m_as, "--draw-as");
    if (!m_change.empty())
        theme::require(settings, theme::Setting::Change, m_change, "--change");
    for (theme::Theme& theme : themes)
        theme = theme::drawnWith(std::move(theme), settings);
    if (!m_scaling.empty()) {
        const auto scaling = theme::parseScaling(m_scaling);
        if (!scaling)
            throw UsageError(unknownWord(
                localText("--scaling '{}' không có.", "--scaling '{}' is unknown.", m_scaling),
                m_scaling, localText("Có thể chọn", "There are"), theme::scalingWords()));
        for (theme::Theme& theme : themes)
            theme = theme::scaledBy(std::move(theme), *scaling);
    }
}

} // namespace terroir::cli
