#include "core/figures/showing_themes.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/records/fields.hpp"
#include "core/theme/settings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::figures {

namespace {

using gazetteer::Level;
using gazetteer::UnitIndex;
using records::PlaceRole;
using records::PlaceUse;
using records::Record;

bool isOf(const records::Place& place, PlaceUse use) {
    return (place.role == PlaceRole::NameComponent) == (use == PlaceUse::Names);
}

bool counts(const theme::Series& series, const Record& record) {
    const bool isSum = series.measure == records::Measure::Sum;
    return record.scope != records::Scope::Repeat && (!isSum || record.value) &&
           series.selection.accepts(record) &&
           std::any_of(record.places.begin(), record.places.end(),
                       [&](const records::Place& place) { return isOf(place, series.places); });
}

bool hasAreaOfItsOwn(const theme::Theme& theme) {
    return !theme.within.empty() && theme.within != theme::Settings::country &&
           theme.within != theme::Settings::everywhere;
}

/// The one province that all of the units lie in on the day; noUnit where there is none, or
/// several.
UnitIndex provinceOf(const std::vector<UnitIndex>& units, const gazetteer::Gazetteer& gazetteer,
                     Date day) {
    std::set<UnitIndex> provinces;
    for (const UnitIndex unit : units)
        for (const gazetteer::Share& share : gazetteer.convert(unit, day))
            provinces.insert(gazetteer.ancestorAt(share.unit, Level::Province, day));
    provinces.erase(gazetteer::noUnit);
    return provinces.size() == 1 ? *provinces.begin() : gazetteer::noUnit;
}

/// The options that a map of the theme needs to hold all places of these units: none where the
/// theme's own area does; else their province, as of the theme's day or, where that province was
/// several then, as of the day from which all of the units are; else all.
std::string optionsFor(const theme::Theme& theme, const std::unordered_set<std::string>& uids,
                       workspace::Workspace& workspace) {
    if (!hasAreaOfItsOwn(theme))
        return {};
    const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
    const Date day = theme.asOf.value_or(Date::today());
    std::vector<UnitIndex> units;
    std::optional<Date> since;
    for (const std::string& uid : uids)
        if (const UnitIndex unit = gazetteer.find(uid); unit != gazetteer::noUnit) {
            units.push_back(unit);
            const Date from = gazetteer.unit(unit).valid.from;
            since = since ? std::max(*since, from) : from;
        }
    try {
        const gazetteer::Territory area(gazetteer, workspace.findUnit(theme.within, day, "within"),
                                        day);
        if (std::all_of(units.begin(), units.end(),
                        [&](UnitIndex unit) { return area.holds(unit); }))
            return {};
    } catch (const UsageError&) {
        // A theme of one's own with an area that is none: another area mends that.
    }
    const auto within = [](const std::string& area) {
        return fmt::format(" --within \"{}\"", area);
    };
    if (const UnitIndex province = provinceOf(units, gazetteer, day); province != gazetteer::noUnit)
        return within(gazetteer.describe(province, day));
    if (const UnitIndex province = since ? provinceOf(units, gazetteer, *since) : gazetteer::noUnit;
        province != gazetteer::noUnit)
        return within(gazetteer.describe(province, *since)) + " --as-of " + since->toString();
    return within(std::string(theme::Settings::everywhere));
}

bool asksHowThingsStand(const theme::Theme& theme) {
    return std::any_of(theme.layers.begin(), theme.layers.end(), [](const theme::Layer& layer) {
        return std::any_of(layer.series.begin(), layer.series.end(),
                           [](const auto& series) { return series.selection.force.has_value(); });
    });
}

} // namespace

ShowingThemes::ShowingThemes(std::span<const theme::Theme> themes) {
    for (const theme::Theme& theme : themes)
        if (!asksHowThingsStand(theme) && !theme.overview) // another answer every day, or the same
            m_themes.push_back({&theme, false, {}});
}

void ShowingThemes::add(std::span<const Record> records) {
    for (const Record& record : records) {
        m_kinds.insert(record.kind);
        m_indicators.insert(record.indicator);
        m_states.emplace(records::toString(record.state));
        if (record.scope != records::Scope::Repeat && record.scope != records::Scope::Part &&
            record.state != records::State::Planned) {
            const records::KindInfo* const kind = records::findKind(record.kind);
            Thing& thing = m_things[!record.subjects.empty() ? record.subjects.front()
                                    : kind != nullptr        ? kind->name.vi
                                                             : record.kind];
            ++thing.records;
            thing.isSeen = thing.isSeen || isSeen(record);
        }
        for (Shown& shown : m_themes) {
            if (shown.isAny && !hasAreaOfItsOwn(*shown.theme))
                continue; // more records say nothing more
            for (const theme::Layer& layer : shown.theme->layers)
                for (const theme::Series& series : layer.series) {
                    if (!counts(series, record))
                        continue;
                    shown.isAny = true;
                    for (const records::Place& place : record.places)
                        if (isOf(place, series.places) && !place.uid.empty())
                            shown.units.insert(place.uid);
                }
        }
    }
}

/// Records that are asked for alike are looked at once: a table has many of them.
bool ShowingThemes::isSeen(const Record& record) {
    std::string key = fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", record.kind, record.indicator,
                                  record.category, record.source, record.group,
                                  records::toString(record.state), record.value.has_value(),
                                  record.period.from.toString(), record.period.to.toString(),
                                  fmt::join(record.subjects, ";"), record.subjectAsWritten);
    for (const records::Place& place : record.places)
        key += isOf(place, PlaceUse::Names) ? 'n' : 'l';
    const auto [known, isNew] = m_seen.try_emplace(std::move(key), false);
    if (isNew)
        known->second = std::any_of(m_themes.begin(), m_themes.end(), [&](const Shown& shown) {
            return std::any_of(
                shown.theme->layers.begin(), shown.theme->layers.end(), [&](const auto& layer) {
                    return std::any_of(layer.series.begin(), layer.series.end(),
                                       [&](const auto& series) { return counts(series, record); });
                });
        });
    return known->second;
}

LocalText ShowingThemes::unseen() const {
    constexpr std::size_t mostNames = 3;
    std::size_t records = 0;
    std::vector<std::string> names;
    for (const auto& [name, thing] : m_things)
        if (!thing.isSeen) {
            records += thing.records;
            names.push_back(name);
        }
    if (names.empty())
        return {};
    if (names.size() > mostNames) {
        names.resize(mostNames);
        names.emplace_back("…");
    }
    const LocalText howMany =
        records == 1 ? LocalText{"1 bản ghi", "1 record"}
                     : localText("{} bản ghi", "{} records", numberText(double(records)));
    return localText(" Không có trên chủ đề nào: {} ({}).", " On no theme: {} ({}).",
                     fmt::format("{}", fmt::join(names, ", ")), howMany);
}

std::vector<const ShowingThemes::Shown*> ShowingThemes::shown() const {
    std::vector<const Shown*> found;
    for (const Shown& one : m_themes)
        if (one.isAny)
            found.push_back(&one);
    return found;
}

LocalText ShowingThemes::noTheme() const {
    std::string needed;
    const auto need = [&](std::string_view member, const std::set<std::string>& words) {
        std::vector<std::string> quoted;
        for (const std::string& word : words)
            quoted.push_back(fmt::format("\"{}\"", word.empty() ? "none" : word));
        needed += fmt::format("{}\"{}\": [{}]", needed.empty() ? "" : ", ", member,
                              fmt::join(quoted, ", "));
    };
    need("kinds", m_kinds);
    need("indicators", m_indicators);
    if (!m_states.contains(std::string(records::toString(records::State::Done))) &&
        !m_states.contains(std::string(records::toString(records::State::Ongoing))))
        need("states", m_states); // without it only those two count
    return localText(
        "Chưa có chủ đề nào thể hiện các số liệu này; hãy chép tệp của một chủ đề (xem 'terroir "
        "themes'), ghi {} vào \"selection\", bỏ \"within\", rồi vẽ bằng 'terroir map --theme-file "
        "TỆP.theme.json -o ban-do.png'.",
        "No theme shows these records yet; copy the file of a theme (see 'terroir themes'), put "
        "{} into its \"selection\", leave out \"within\", and draw it with 'terroir map "
        "--theme-file "
        "FILE.theme.json -o map.png'.",
        needed);
}

LocalText ShowingThemes::inTitles(bool isStored) const {
    std::vector<std::string> vi, en;
    for (const Shown* one : shown()) {
        vi.push_back(fmt::format("'{}'", one->theme->title.vi));
        en.push_back(fmt::format("'{}'", one->theme->title.en));
    }
    if (vi.empty())
        return noTheme();
    const LocalText rest = unseen();
    return {fmt::format("{} ở chủ đề {}.{}", isStored ? "Xem" : "Sau khi nhập, xem",
                        fmt::join(vi, ", "), rest.vi),
            fmt::format("{} by the theme{} {}.{}", isStored ? "Shown" : "Once imported, shown",
                        en.size() == 1 ? "" : "s", fmt::join(en, ", "), rest.en)};
}

LocalText ShowingThemes::inCommands(workspace::Workspace& workspace, bool isStored) const {
    std::map<std::string, std::vector<std::string>> themesByOptions;
    for (const Shown* one : shown())
        themesByOptions[optionsFor(*one->theme, one->units, workspace)].push_back(one->theme->id);
    if (themesByOptions.empty())
        return noTheme();
    std::vector<std::string> vi, en;
    for (const auto& [options, ids] : themesByOptions) {
        const std::string command = fmt::format("terroir map {}{}", fmt::join(ids, " "), options);
        const bool isOne = ids.size() == 1;
        vi.push_back(fmt::format("{} -o {}", command, isOne ? ids.front() + ".png" : "ban-do/"));
        en.push_back(fmt::format("{} -o {}", command, isOne ? ids.front() + ".png" : "maps/"));
    }
    const LocalText rest = unseen();
    const auto end = [](const std::string& more) { return more.empty() ? more : "." + more; };
    return {fmt::format("{}: {}{}", isStored ? "Xem bằng" : "Sau khi nhập, xem bằng",
                        fmt::join(vi, "; "), end(rest.vi)),
            fmt::format("{}: {}{}", isStored ? "See them with" : "Once imported, see them with",
                        fmt::join(en, "; "), end(rest.en))};
}

} // namespace terroir::figures
