#include "core/boundaries/match.hpp"

#include "core/base/local_text.hpp"
#include "core/boundaries/unit_point.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

/// Folded; longer ones first where one begins another.
constexpr std::array<std::string_view, 14> typeWords{
    "thi tran", "thi xa", "thanh pho", "dac khu", "phuong", "huyen", "quan",
    "tinh",     "xa",     "tt.",       "tx.",     "tp.",    "p.",    "x."};

bool isAsciiAlnum(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string squashed(std::string_view folded) {
    std::string key;
    bool digitsOnly = true;
    for (const char c : folded) {
        if (isAsciiAlnum(c))
            key += c;
        digitsOnly = digitsOnly && !(c >= 'a' && c <= 'z');
    }
    if (digitsOnly)
        key.erase(0, std::min(key.find_first_not_of('0'), key.size()));
    return key;
}

void keepIf(std::vector<UnitIndex>& units, auto&& predicate) {
    std::vector<UnitIndex> kept;
    std::copy_if(units.begin(), units.end(), std::back_inserter(kept), predicate);
    if (!kept.empty())
        units = std::move(kept);
}

} // namespace

std::size_t codeWidth(Level level) {
    return level == Level::Province ? 2 : level == Level::District ? 3 : 5;
}

std::string nameKey(std::string_view name) {
    return squashed(text::fold(name));
}

std::optional<bool> isNear(const Gazetteer& gazetteer, UnitIndex unit, const geometry::Box& box) {
    // Degrees: points need not lie in a generalised polygon.
    constexpr double ownMargin = 0.03, borrowedMargin = 0.2;
    const double margin = gazetteer.unit(unit).point ? ownMargin : borrowedMargin;
    const auto point = pointOf(gazetteer, unit);
    if (!point)
        return {};
    // One that reaches beyond the country, its islands included, holds every point and is no
    // unit's.
    constexpr geometry::Box country{100, 5, 120, 25};
    if (!box.isEmpty() && (box.minX < country.minX || box.maxX > country.maxX ||
                           box.minY < country.minY || box.maxY > country.maxY))
        return false;
    return point->lon >= box.minX - margin && point->lon <= box.maxX + margin &&
           point->lat >= box.minY - margin && point->lat <= box.maxY + margin;
}

bool isProvince(const gazetteer::Unit& province, const std::string& written) {
    if (province.code == (written.size() == 1 ? "0" + written : written))
        return true;
    const std::vector<std::string> keys = nameKeys(written);
    return std::find(keys.begin(), keys.end(), nameKey(province.name)) != keys.end();
}

std::vector<std::string> nameKeys(std::string_view name) {
    const std::string folded = text::fold(name);
    std::vector<std::string> keys{squashed(folded)};
    for (const std::string_view word : typeWords) {
        if (!folded.starts_with(word) || folded.size() == word.size())
            continue;
        const bool separated = word.back() == '.' || folded[word.size()] == ' ';
        const std::string rest =
            separated ? squashed(std::string_view(folded).substr(word.size())) : "";
        if (!rest.empty())
            keys.push_back(rest);
        break;
    }
    return keys;
}

UnitMatcher::UnitMatcher(const Gazetteer& gazetteer, Level level, Date date)
    : m_gazetteer(gazetteer), m_date(date), m_units(gazetteer.unitsAt(level, date)) {
    for (const UnitIndex unit : m_units) {
        m_byCode.emplace(gazetteer.unit(unit).code, unit);
        addName(gazetteer.unit(unit).name, unit);
    }
    for (const auto& [unit, alias] : gazetteer.aliases())
        if (gazetteer.unit(unit).level == level && gazetteer.unit(unit).valid.contains(date))
            addName(alias, unit);
}

void UnitMatcher::addName(std::string_view name, UnitIndex unit) {
    auto& units = m_byName[nameKey(name)];
    if (std::find(units.begin(), units.end(), unit) == units.end())
        units.push_back(unit);
}

UnitIndex UnitMatcher::provinceOf(UnitIndex unit) const {
    return m_gazetteer.ancestorAt(unit, Level::Province, m_date);
}

/// Units of that name, as written or else without its type word.
std::vector<UnitIndex> UnitMatcher::named(const std::string& name, UnitIndex province) const {
    for (const std::string& key : nameKeys(name)) {
        const auto found = m_byName.find(key);
        if (found == m_byName.end())
            continue;
        std::vector<UnitIndex> units = found->second;
        if (province != noUnit)
            std::erase_if(units, [&](UnitIndex unit) { return provinceOf(unit) != province; });
        if (!units.empty())
            return units;
    }
    return {};
}

bool UnitMatcher::isNamed(UnitIndex unit, const std::string& name) const {
    for (const std::string& key : nameKeys(name)) {
        const auto found = m_byName.find(key);
        if (found != m_byName.end() &&
            std::find(found->second.begin(), found->second.end(), unit) != found->second.end())
            return true;
    }
    return false;
}

bool UnitMatcher::liesIn(UnitIndex unit, const geometry::Box& box) const {
    return isNear(m_gazetteer, unit, box).value_or(false);
}

/// The match, unless its unit is known to lie elsewhere.
UnitMatch UnitMatcher::placed(UnitMatch match, const geometry::Box& box) const {
    if (box.isEmpty() || isNear(m_gazetteer, match.unit, box).value_or(true))
        return match;
    return {Matched::Elsewhere, match.unit,
            localText("{} nằm ở nơi khác", "{} lies elsewhere",
                      m_gazetteer.describe(match.unit, m_date))};
}

UnitIndex UnitMatcher::findProvince(const std::string& text) const {
    if (text.empty())
        return noUnit;
    for (const UnitIndex province : m_gazetteer.unitsAt(Level::Province, m_date))
        if (isProvince(m_gazetteer.unit(province), text))
            return province;
    return noUnit;
}

UnitMatch UnitMatcher::matchByName(const Mention& mention, UnitIndex province,
                                   const geometry::Box& box) const {
    std::vector<UnitIndex> units = named(mention.name, province);
    const std::string name = text::normalize(mention.name);
    if (units.size() > 1) // "Nậm Chà" and "Nậm Cha" are two communes of one province
        keepIf(units, [&](UnitIndex unit) {
            return name.ends_with(text::normalize(m_gazetteer.unit(unit).name));
        });
    if (province == noUnit)
        std::erase_if(units, [&](UnitIndex unit) { return !liesIn(unit, box); });
    else if (units.size() > 1)
        keepIf(units, [&](UnitIndex unit) { return liesIn(unit, box); });
    if (units.size() == 1)
        return placed({Matched::ByName, units[0], {}}, box);
    const LocalText where =
        province == noUnit ? localText("ở vị trí này", "at its place")
                           : localText("trong {}", "in {}", m_gazetteer.unit(province).fullName());
    return {Matched::No, noUnit,
            units.empty()
                ? localText("không có đơn vị nào {} tên là '{}'", "no unit {} has the name '{}'",
                            where, mention.name)
                : localText("có {} đơn vị {} tên là '{}'", "{} units {} have the name '{}'",
                            units.size(), where, mention.name)};
}

UnitMatch UnitMatcher::match(const Mention& mention, const geometry::Box& box) const {
    const auto byCode = m_byCode.find(mention.code);
    const UnitIndex ofCode = byCode == m_byCode.end() ? noUnit : byCode->second;
    if (mention.name.empty()) {
        if (ofCode != noUnit && liesIn(ofCode, box))
            return {Matched::ByCode, ofCode, {}};
        if (ofCode != noUnit)
            return {Matched::Elsewhere, ofCode,
                    localText("mã {} là của {}, nằm ở nơi khác",
                              "the code {} is that of {}, which lies elsewhere", mention.code,
                              m_gazetteer.describe(ofCode, m_date))};
        return {Matched::No, noUnit,
                mention.code.empty()
                    ? localText("không có mã lẫn tên", "it has neither code nor name")
                    : localText("mã {} không có hiệu lực", "the code {} is not in force",
                                mention.code)};
    }
    if (ofCode != noUnit && isNamed(ofCode, mention.name))
        return placed({Matched::ByCode, ofCode, {}}, box);
    const UnitIndex province =
        ofCode != noUnit ? provinceOf(ofCode) : findProvince(mention.province);
    UnitMatch match = matchByName(mention, province, box);
    const LocalText code =
        mention.code.empty() ? localText("không có mã", "it has no code")
        : ofCode == noUnit
            ? localText("mã {} không có hiệu lực", "the code {} is not in force", mention.code)
            : localText("mã {} là của {}", "the code {} is that of {}", mention.code,
                        m_gazetteer.unit(ofCode).fullName());
    match.reason = match.reason == LocalText()
                       ? code
                       : localText("{}, và {}", "{}, and {}", code, match.reason);
    return match;
}

} // namespace terroir::boundaries
