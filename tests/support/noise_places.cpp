#include "tests/support/noise_places.hpp"

#include "core/text/letter.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <utility>

namespace terroir::testing {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

namespace {

/// The tone of every syllable behind it: "hòa" and "hoà" are one.
std::string toneBehind(const std::string& normalized) {
    std::string out;
    text::Tone tone = text::Tone::Level;
    const auto finish = [&] {
        if (tone != text::Tone::Level)
            out += char('0' + int(std::exchange(tone, text::Tone::Level)));
    };
    for (std::size_t at = 0; at < normalized.size();) {
        const char32_t c = text::nextCodePoint(normalized, at);
        const text::Letter letter = text::letterOf(c);
        if (!letter)
            finish();
        if (letter.tone != text::Tone::Level)
            tone = letter.tone;
        text::appendUtf8(out, letter ? letter.base : c);
    }
    finish();
    return out;
}

} // namespace

NoisePlaces::NoisePlaces(const Gazetteer& gazetteer) : m_gazetteer(gazetteer) {
    for (const Unit& unit : gazetteer.units()) {
        Keys& keys = m_keys.emplace_back();
        keys.normal = text::normalize(unit.name);
        auto& forms = keys.forms;
        forms[std::size_t(Key::Exact)] = toneBehind(keys.normal);
        forms[std::size_t(Key::IY)] = forms[std::size_t(Key::Exact)];
        std::replace(forms[std::size_t(Key::IY)].begin(), forms[std::size_t(Key::IY)].end(),
                     'y', 'i');
        forms[std::size_t(Key::Folded)] = text::fold(unit.name);
        forms[std::size_t(Key::QuestionMarks)] = questionMarks(unit.name);
        keys.loosest = forms[std::size_t(Key::Folded)];
        std::replace(keys.loosest.begin(), keys.loosest.end(), 'y', 'i');
    }
}

const Era& NoisePlaces::era(Date day) {
    const auto [found, isNew] = m_eras.try_emplace(day);
    if (!isNew)
        return found->second;
    Era& era = found->second;
    for (const UnitIndex commune : m_gazetteer.unitsAt(Level::Commune, day)) {
        const Place place{commune, m_gazetteer.ancestorAt(commune, Level::District, day),
                          m_gazetteer.ancestorAt(commune, Level::Province, day)};
        if (place.province == noUnit)
            continue;
        const std::size_t at = era.places.size();
        era.places.push_back(place);
        era.byName[m_keys[commune].loosest].push_back(at);
        const std::string& province = m_gazetteer.unit(place.province).name;
        if (province == "Lai Châu" || province == "Sơn La")
            era.northWest.push_back(at);
        if (place.district != noUnit)
            era.districtNames.insert({place.province, m_keys[place.district].loosest});
        const auto lasts = [&](UnitIndex unit) {
            return unit == noUnit || m_gazetteer.unit(unit).valid.contains(lastDayOfDistricts);
        };
        if (!lasts(commune) || !lasts(place.district) || !lasts(place.province))
            era.gone.push_back(at);
    }
    return era;
}

Address NoisePlaces::address(const Place& place) const {
    const auto part = [&](UnitIndex index) {
        return Part{m_gazetteer.unit(index).type, m_gazetteer.unit(index).name};
    };
    Address out{part(place.commune), std::nullopt, part(place.province)};
    if (place.district != noUnit)
        out.district = part(place.district);
    return out;
}

std::vector<Place> NoisePlaces::fitting(const Era& era, const Place& place, const Said& said) const {
    if (!said.communeType && !said.district && place.district != noUnit &&
        era.districtNames.contains({place.province, m_keys[place.commune].loosest}))
        return {}; // "Mường Tè, Lai Châu" without types is the district
    std::vector<Place> out;
    const auto take = [&](const Place& candidate) {
        if (fitsParents(candidate, place, said) && fitsCommune(candidate, place, said))
            out.push_back(candidate);
    };
    if (said.key == Key::QuestionMarks || !said.noisyCommune.empty()) {
        for (const Place& candidate : era.places)
            take(candidate);
    } else {
        for (const std::size_t at : era.byName.at(m_keys[place.commune].loosest))
            take(era.places[at]);
    }
    if (!said.writtenType.empty() &&
        std::any_of(out.begin(), out.end(), [&](const Place& candidate) {
            return m_gazetteer.unit(candidate.commune).type == said.writtenType;
        }))
        return {};
    return out;
}

bool NoisePlaces::sameName(UnitIndex a, UnitIndex b, Key key) const {
    return m_keys[a].forms[std::size_t(key)] == m_keys[b].forms[std::size_t(key)];
}

bool NoisePlaces::sameUnit(UnitIndex a, UnitIndex b, const Said& said, bool byInitials) const {
    if (a == b)
        return true;
    if (a == noUnit || b == noUnit)
        return false;
    const Unit &left = m_gazetteer.unit(a), &right = m_gazetteer.unit(b);
    return (!said.parentTypes || left.type == right.type) &&
           (byInitials ? initials(left.name) == initials(right.name)
                       : sameName(a, b, said.key));
}

bool NoisePlaces::fitsParents(const Place& candidate, const Place& place, const Said& said) const {
    return (!said.province ||
            sameUnit(candidate.province, place.province, said, said.provinceInitials)) &&
           (!said.district ||
            sameUnit(candidate.district, place.district, said, said.districtInitials));
}

bool NoisePlaces::fitsCommune(const Place& candidate, const Place& place, const Said& said) const {
    if (said.communeType &&
        m_gazetteer.unit(candidate.commune).type != m_gazetteer.unit(place.commune).type)
        return false;
    if (sameName(candidate.commune, place.commune, said.key))
        return true;
    if (said.noisyCommune.empty())
        return false;
    const bool folded = said.key == Key::Folded;
    const auto form = [&](UnitIndex unit) -> const std::string& {
        return folded ? m_keys[unit].forms[std::size_t(Key::Folded)] : m_keys[unit].normal;
    };
    const std::string noisy =
        folded ? text::fold(said.noisyCommune) : text::normalize(said.noisyCommune);
    constexpr int far = 4;
    const int distance = text::editDistance(noisy, form(place.commune), far);
    return text::editDistance(noisy, form(candidate.commune), distance) <= distance;
}

} // namespace terroir::testing
