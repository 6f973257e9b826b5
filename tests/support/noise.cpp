#include "tests/support/noise.hpp"

#include "tests/support/noise_places.hpp"
#include "tests/support/placeless_classes.hpp"

#include <algorithm>
#include <utility>

namespace terroir::testing {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

constexpr Date today = Date::of(2026, 7, 25);

class Generator {
public:
    Generator(const Gazetteer& gazetteer, std::uint32_t seed)
        : m_gazetteer(gazetteer), m_places(gazetteer), m_random(seed) {
        constexpr int earlierDays = 12;
        for (int i = 0; i < earlierDays; ++i) {
            const int year = 2004 + int(m_random.below(21)), month = 1 + int(m_random.below(12));
            m_earlier.push_back(Date::of(year, month, 1 + int(m_random.below(28))));
        }
    }

    std::optional<NoisyCase> make(const NoiseClass& noise) {
        const bool converted = noise.days == Days::Converted || noise.days == Days::ConvertedMixed;
        const Date day = dayOf(noise.days), asOf = converted ? today : day;
        const Era& era = m_places.era(day);
        const Place& place = pick(era, noise.days);
        Address address = m_places.address(place);
        UnitIndex newProvince = noUnit;
        if (noise.days == Days::ConvertedMixed) {
            const auto targets = m_gazetteer.convert(place.commune, today);
            if (targets.empty())
                return std::nullopt;
            newProvince = provinceOf(targets.front().unit);
            address.province = {m_gazetteer.unit(newProvince).type,
                                m_gazetteer.unit(newProvince).name};
        }
        Maybe written = noise.write(address, m_random);
        if (!written)
            return std::nullopt;
        if (newProvince != noUnit)
            written->said.province = false;
        NoisyCase out{written->text, asOf, noise.name, {}};
        for (const Place& fitting : m_places.fitting(era, place, written->said)) {
            if (!converted) {
                out.acceptable.insert(m_gazetteer.unit(fitting.commune).code);
                continue;
            }
            for (const auto& share : m_gazetteer.convert(fitting.commune, today))
                if (newProvince == noUnit || provinceOf(share.unit) == newProvince)
                    out.acceptable.insert(m_gazetteer.unit(share.unit).code);
        }
        return out.acceptable.empty() ? std::nullopt : std::optional(std::move(out));
    }

    NoisyCase make(const PlacelessClass& none) {
        return {
            none.write(m_random), m_random.chance(50) ? lastDayOfDistricts : today, none.name, {}};
    }

private:
    Date dayOf(Days days) {
        if (days == Days::Earlier)
            return m_random.of(m_earlier);
        return days == Days::Recent && m_random.chance(45) ? today : lastDayOfDistricts;
    }

    const Place& pick(const Era& era, Days days) {
        if (days == Days::Earlier && !era.gone.empty() && m_random.chance(70))
            return era.places[m_random.of(era.gone)];
        if (m_random.chance(50) && !era.northWest.empty())
            return era.places[m_random.of(era.northWest)];
        return m_random.of(era.places);
    }

    UnitIndex provinceOf(UnitIndex unit) const {
        return m_gazetteer.ancestorAt(unit, Level::Province, today);
    }

    const Gazetteer& m_gazetteer;
    NoisePlaces m_places;
    Random m_random;
    std::vector<Date> m_earlier;
};

} // namespace

std::vector<NoisyCase> makeNoisyCases(const Gazetteer& gazetteer, std::size_t perClass,
                                      std::uint32_t seed) {
    Generator generator(gazetteer, seed);
    std::vector<NoisyCase> out;
    for (const NoiseClass& noise : noiseClasses()) {
        constexpr std::size_t attemptsPerCase = 50;
        std::size_t made = 0;
        for (std::size_t i = 0; made < perClass && i < perClass * attemptsPerCase; ++i)
            if (auto one = generator.make(noise)) {
                out.push_back(std::move(*one));
                ++made;
            }
    }
    for (const PlacelessClass& none : placelessClasses())
        for (std::size_t i = 0; i < perClass; ++i)
            out.push_back(generator.make(none));
    return out;
}

} // namespace terroir::testing
