#include "plugin/cli/force_options.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "plugin/cli/options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace terroir::cli {

void ForceOptions::bind(CLI::App& app, const Words& words) {
    m_isInForce =
        app.add_option(
               "--in-force", m_inForce,
               words("chỉ hạng sao, văn bằng, chứng nhận, mã số còn hiệu lực ngày này (không "
                     "ghi: ngày của bản đồ, hoặc hôm nay); bản đồ vẫn tính cái không rõ và "
                     "ghi ra",
                     "only stars, titles, certificates and codes in force on this day (none: "
                     "that of the map, or today); maps count what is not known, and say so"))
            ->type_name("DAY")
            ->expected(0, 1);
    app.add_option("--ends-within", m_endsWithin,
                   words("chỉ những gì hết hạn trong số tháng này kể từ ngày ấy",
                         "only what ends within so many months from that day"))
        ->type_name("N");
    app.add_flag("--revoked", m_isRevoked,
                 words("chỉ những gì bị thu hồi hoặc hủy", "only what was revoked or cancelled"));
    app.add_option("--force", m_force,
                   words("chỉ hiệu lực này: in-force, not-yet, ended, revoked, suspended, "
                         "withdrawn, unknown (hoặc \"hết hạn\", \"thu hồi\", …)",
                         "only what stands so: in-force, not-yet, ended, revoked, suspended, "
                         "withdrawn, unknown"))
        ->type_name("STATE")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--on", m_on,
                   words("ngày xét hiệu lực (mặc định: ngày của bản đồ, hoặc hôm nay)",
                         "the day on which it is looked at (default: that of the map, or today)"))
        ->type_name("DAY");
}

bool ForceOptions::isEmpty() const {
    return m_isInForce->count() == 0 && m_force.empty() && !m_isRevoked && m_endsWithin.empty();
}

bool ForceOptions::isInForceOnly() const {
    return m_isInForce->count() > 0 && m_force.empty() && !m_isRevoked;
}

std::string ForceOptions::giveBack() {
    // "31/13/2025" is a mistyped day, "2022-che" the name of a theme.
    const bool isDay = std::all_of(m_inForce.begin(), m_inForce.end(), [](char c) {
        return isDigit(c) || c == '/' || c == '-' || c == '.';
    });
    return isDay ? std::string() : std::exchange(m_inForce, {});
}

std::optional<Date> ForceOptions::writtenDay() const {
    if (!m_inForce.empty() && !m_on.empty())
        throw UsageError(LocalText{"--in-force đã ghi ngày; hãy bỏ --on.",
                                   "--in-force names the day; leave --on out."});
    if (!m_inForce.empty())
        return requireDay(m_inForce, "--in-force");
    return m_on.empty() ? std::nullopt : std::optional(requireDay(m_on, "--on"));
}

std::optional<records::ForceWanted> ForceOptions::wanted(Date day) const {
    records::ForceWanted wanted;
    for (const std::string& text : m_force) {
        const auto force = records::parseForce(text);
        if (!force) {
            std::vector<std::string_view> known;
            for (const records::Force one : records::allForces())
                known.push_back(toString(one));
            throw UsageError(localText("--force: không có tình trạng hiệu lực '{}'; hãy dùng {}.",
                                       "--force: there is no such state as '{}'; use {}.", text,
                                       fmt::format("{}", fmt::join(known, ", "))));
        }
        wanted.any.push_back(*force);
    }
    if (m_isRevoked)
        wanted.any.push_back(records::Force::Revoked);
    if (isInForceOnly())
        wanted.any.push_back(records::Force::InForce);
    if (!m_endsWithin.empty())
        wanted.endsWithin = int(requireCount(m_endsWithin, "--ends-within"));
    if (wanted.any.empty() && !wanted.endsWithin)
        return std::nullopt;
    wanted.day = writtenDay().value_or(day);
    return wanted;
}

} // namespace terroir::cli
