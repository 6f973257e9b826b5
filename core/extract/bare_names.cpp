#include "core/extract/bare_names.hpp"

#include "core/gazetteer/territory.hpp"
#include "core/text/vietnamese.hpp"

namespace terroir::extract {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

BareNames::BareNames(const gazetteer::Gazetteer& gazetteer, UnitIndex territory, Date asOf) {
    if (territory == noUnit)
        return;
    const auto add = [&](const std::string& name, UnitIndex unit, gazetteer::Level level) {
        // A district and its town of one name: the district. Two of one level: neither.
        const auto put = [&](std::map<std::string, UnitIndex>& names, std::string key) {
            const auto [at, isNew] = names.try_emplace(std::move(key), unit);
            if (!isNew && at->second != noUnit && gazetteer.unit(at->second).level == level)
                at->second = noUnit;
        };
        put(m_names, text::toLower(name));
        put(m_folded, text::fold(name));
    };
    for (const gazetteer::Level level : {gazetteer::Level::District, gazetteer::Level::Commune})
        for (const UnitIndex unit : gazetteer::unitsWithin(gazetteer, territory, level, asOf)) {
            add(gazetteer.unit(unit).name, unit, level);
            if (gazetteer.unit(unit).type == "thị trấn")
                add("thị trấn", unit, level);
        }
}

UnitIndex BareNames::at(std::span<const Token> tokens, std::size_t first, std::size_t& end) const {
    UnitIndex found = noUnit;
    std::string name;
    for (std::size_t i = first; i < tokens.size() && i < first + 4 && tokens[i].isWord; ++i) {
        name += (name.empty() ? "" : " ") + tokens[i].lower;
        UnitIndex unit = noUnit;
        if (const auto known = m_names.find(name); known != m_names.end())
            unit = known->second;
        else if (const auto near = i > first ? m_folded.find(text::fold(name)) : m_folded.end();
                 near != m_folded.end())
            unit = near->second; // "Bản Hòn" for Bản Hon
        if (unit != noUnit) {
            found = unit;
            end = i + 1;
        }
    }
    return tokens[first].isCapital ? found : noUnit;
}

} // namespace terroir::extract
