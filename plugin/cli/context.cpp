#include "plugin/cli/context.hpp"

#include "core/base/local_text.hpp"
#include "plugin/cli/standard_streams.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <system_error>

namespace terroir::cli {

namespace {

using Clock = std::chrono::steady_clock;

/// Paints one line again and again, at most ten times a second; wipes it at the end.
class ProgressBar {
public:
    ProgressBar(std::size_t total, const Words& words)
        : m_total(total), m_words(words), m_start(Clock::now()) {}
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar() {
        if (m_painted)
            writeTalk("\r\033[K");
    }

    void show(double share, std::string_view what) {
        const auto now = Clock::now();
        if (m_painted && now - m_last < std::chrono::milliseconds(100))
            return;
        m_last = now;
        m_painted = true;
        const double seconds = std::chrono::duration<double>(now - m_start).count();
        share = std::clamp(share, 0.0, 1.0);
        const auto filled = std::size_t(share * width);
        std::string line = fmt::format("\r\033[K[{}{}] {:3.0f} % ", std::string(filled, '='),
                                       std::string(width - filled, ' '), share * 100);
        if (m_total > 0 && seconds > 0.5)
            line += fmt::format("{:.0f}/s ", share * double(m_total) / seconds);
        if (share > 0.02 && seconds > 1) {
            const auto left = int(seconds * (1 - share) / share);
            line += fmt::format(fmt::runtime(m_words("còn {}:{:02} ", "{}:{:02} left ")), left / 60,
                                left % 60);
        }
        writeTalk(line + std::string(what));
    }

private:
    static constexpr std::size_t width = 30;
    std::size_t m_total;
    Words m_words;
    Clock::time_point m_start, m_last;
    bool m_painted = false;
};

} // namespace

void Context::note(std::string_view line) const {
    if (!quiet)
        writeTalk(fmt::format("{}\n", line));
}

void Context::step(const LocalText& what) const {
    if (!verbose)
        return;
    const std::chrono::duration<double> time = Clock::now() - m_start;
    std::string seconds = fmt::format("{:.2f}", time.count());
    if (words.language() == Language::Vietnamese)
        std::replace(seconds.begin(), seconds.end(), '.', ',');
    writeTalk(fmt::format("[{} s] {}\n", seconds, what.in(words.language())));
}

Progress Context::progress(std::size_t total) const {
    if (quiet || !isTerminal(Stream::Talk))
        return {};
    return [bar = std::make_shared<ProgressBar>(total, words),
            language = words.language()](double share, const LocalText& what) {
        bar->show(share, what.in(language));
        return true;
    };
}

Workspace Context::open(store::Mode mode, store::Spatial spatial) const {
    step(localText("Mở không gian làm việc '{}'", "Opening the workspace '{}'",
                   workspaceFile.string()));
    return {workspaceFile, mode, spatial,
            [talks = !quiet, language = words.language()](const LocalText& what) {
                if (talks)
                    writeTalk(what.in(language) + "\n");
            }};
}

Language languageOfLocale() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("en") ? Language::English
                                                             : Language::Vietnamese;
    }
    return Language::Vietnamese;
}

std::filesystem::path defaultWorkspace() {
    std::filesystem::path here = "terroir.sqlite";
    std::error_code ignored;
    const char* variable = std::getenv("TERROIR_WORKSPACE");
    if (variable == nullptr || *variable == '\0' || std::filesystem::exists(here, ignored))
        return here;
    return variable;
}

} // namespace terroir::cli
