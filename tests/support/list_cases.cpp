#include "tests/support/list_cases.hpp"

#include "tests/support/noise_text.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace terroir::testing {

namespace {

using gazetteer::Level;
using gazetteer::UnitIndex;

struct Form {
    std::string_view name;
    /// {list}: the names with commas and "và"; {typed}: each with its type; {parent}, {province}.
    std::string_view text;
    Level level; ///< of the units listed
    bool today;  ///< of today's two levels
};

constexpr Form forms[] = {
    {"communes_then_district", "Mô hình trồng tại các xã {list}, {parent}, {province} năm qua.",
     Level::Commune, false},
    {"communes_of_a_district", "Các xã {list} của {parent} ({province}) đã áp dụng kỹ thuật mới.",
     Level::Commune, false},
    {"district_before_a_colon", "{parent}, {province}: các xã {list}", Level::Commune, false},
    {"communes_each_with_its_type", "Nuôi cá lồng ở {typed} ({parent}, {province})", Level::Commune,
     false},
    {"counted_communes", "Trên địa bàn {count} xã {list} thuộc {parent}, {province}",
     Level::Commune, false},
    {"districts_of_a_province", "Tại các huyện {list}, {province} có nhiều cơ sở chế biến.",
     Level::District, false},
    {"communes_of_today", "Vùng trồng ở các xã {list}, {province}.", Level::Commune, true},
    {"province_before_communes_of_today", "Năm 2025, {province} có mã số vùng trồng tại {typed}.",
     Level::Commune, true},
};

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " và " : ", ") + names[i];
    return text;
}

void fill(std::string& text, std::string_view slot, const std::string& with) {
    if (const std::size_t at = text.find(slot); at != std::string::npos)
        text.replace(at, slot.size(), with);
}

/// Two to five of the children that bear their name alone.
std::vector<UnitIndex> someOf(const gazetteer::Gazetteer& gazetteer, UnitIndex parent,
                              std::string_view type, Date day, Random& random) {
    std::map<std::string, std::vector<UnitIndex>> byName;
    for (const UnitIndex child : gazetteer.childrenAt(parent, day))
        byName[lowerCase(withoutMarks(gazetteer.unit(child).name))].push_back(child);
    std::vector<UnitIndex> children;
    for (const auto& [name, units] : byName)
        if (units.size() == 1 && gazetteer.unit(units.front()).type == type)
            children.push_back(units.front());
    constexpr std::size_t fewest = 2, most = 5;
    const std::size_t wanted = fewest + random.below(most - fewest + 1);
    std::vector<UnitIndex> chosen;
    while (chosen.size() < wanted && !children.empty()) {
        const auto at = children.begin() + std::ptrdiff_t(random.below(children.size()));
        chosen.push_back(*at);
        children.erase(at);
    }
    return chosen;
}

std::optional<ListCase> made(const gazetteer::Gazetteer& gazetteer, const Form& form,
                             Random& random) {
    const Date day = form.today ? Date::of(2026, 7, 25) : Date::of(2024, 6, 30);
    const Level over =
        form.level == Level::District || form.today ? Level::Province : Level::District;
    const UnitIndex parent = random.of(gazetteer.unitsAt(over, day));
    const std::vector<UnitIndex> units =
        someOf(gazetteer, parent, form.level == Level::District ? "huyện" : "xã", day, random);
    if (units.size() < 2)
        return std::nullopt;
    std::vector<std::string> names, typed;
    for (const UnitIndex unit : units) {
        names.push_back(gazetteer.unit(unit).name);
        typed.push_back(gazetteer.unit(unit).fullName());
    }
    std::string text(form.text);
    fill(text, "{count}", "0" + std::to_string(units.size()));
    fill(text, "{list}", listed(names));
    fill(text, "{typed}", listed(typed));
    fill(text, "{parent}", gazetteer.unit(parent).fullName());
    fill(text, "{province}",
         gazetteer.unit(gazetteer.ancestorAt(units.front(), Level::Province, day)).fullName());
    return ListCase{text, day, std::string(form.name), {units.begin(), units.end()}};
}

} // namespace

std::vector<ListCase> makeListCases(const gazetteer::Gazetteer& gazetteer, std::size_t perForm,
                                    std::uint32_t seed) {
    Random random(seed);
    std::vector<ListCase> cases;
    for (const Form& form : forms)
        for (std::size_t count = 0; count < perForm;)
            if (auto one = made(gazetteer, form, random)) {
                cases.push_back(std::move(*one));
                ++count;
            }
    return cases;
}

void ListTally::add(const ListCase& one, const std::vector<geocode::Match>& answers,
                    const gazetteer::Gazetteer& gazetteer) {
    std::set<UnitIndex> missing = one.units;
    for (const geocode::Match& answer : answers) {
        if (answer.status != geocode::Status::Matched)
            continue;
        const UnitIndex unit = answer.unit();
        const bool isParent =
            std::any_of(one.units.begin(), one.units.end(), [&](UnitIndex listed) {
                return unit == gazetteer.ancestorAt(listed, Level::District, one.asOf) ||
                       unit == gazetteer.ancestorAt(listed, Level::Province, one.asOf);
            });
        const Verdict verdict =
            one.units.contains(unit) || isParent ? Verdict::Right : Verdict::Wrong;
        scores.emplace_back(answer.candidates.front().score, verdict);
        if (verdict == Verdict::Wrong) {
            units.add(verdict);
            wrongAnswers.push_back(one.form + ": " + one.text + " -> " + gazetteer.unit(unit).uid);
        } else if (missing.erase(unit) > 0) {
            units.add(verdict);
        }
    }
    for (std::size_t i = 0; i < missing.size(); ++i)
        units.add(Verdict::None);
}

} // namespace terroir::testing
