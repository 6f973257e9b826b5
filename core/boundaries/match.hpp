#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/shape.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace terroir::boundaries {

/// Digits of a GSO code: province 2, district 3, commune 5.
std::size_t codeWidth(gazetteer::Level level);

/// A name for comparing: folded, letters and digits only, a number without leading zeros:
/// "TAM ĐƯỜNG" gives "tamduong", "05" gives "5".
std::string nameKey(std::string_view name);
/// The key as written and, when a type word stands in front, the key without it: "Thị trấn Tam
/// Đường" gives "thitrantamduong" and "tamduong".
std::vector<std::string> nameKeys(std::string_view name);

/// What the attributes of one feature say about its unit.
struct Mention {
    std::string code; ///< padded; empty when there is none
    std::string name;
    std::string province; ///< code or name; empty when the layer does not say
};

/// Whether the unit's point lies in the box or close by, and the box in the country; empty when
/// nobody knows where the unit is. A unit that ended may only have the point of the one that took
/// it over: then close by is farther.
std::optional<bool> isNear(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex unit,
                           const geometry::Box& box);

/// Whether a code ("1" for "01") or a name with or without its type is that of the province.
bool isProvince(const gazetteer::Unit& province, const std::string& written);

enum class Matched {
    ByCode,    ///< and the name agrees, or there is no name and the place agrees
    ByName,    ///< the code is missing, unknown or of another name
    Elsewhere, ///< code or name are those of the unit, which lies elsewhere
    No
};

struct UnitMatch {
    Matched how = Matched::No;
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    LocalText reason; ///< a sentence when it is not ByCode
};

/// Finds the units of one level and day by code and name.
class UnitMatcher {
public:
    UnitMatcher(const gazetteer::Gazetteer& gazetteer, gazetteer::Level level, Date date);

    /// By code when the name agrees (folded, aliases count); else by a name that exists once in the
    /// province of the code's unit or of the mention; else, when the province is unknown, by a name
    /// whose unit's point lies in `box`. A unit that is known to lie outside the box is Elsewhere;
    /// an empty box is a place that is not known.
    UnitMatch match(const Mention& mention, const geometry::Box& box) const;
    const std::vector<gazetteer::UnitIndex>& units() const { return m_units; }
    gazetteer::UnitIndex provinceOf(gazetteer::UnitIndex unit) const;

private:
    void addName(std::string_view name, gazetteer::UnitIndex unit);
    bool isNamed(gazetteer::UnitIndex unit, const std::string& name) const;
    std::vector<gazetteer::UnitIndex> named(const std::string& name,
                                            gazetteer::UnitIndex province) const;
    bool liesIn(gazetteer::UnitIndex unit, const geometry::Box& box) const;
    UnitMatch placed(UnitMatch match, const geometry::Box& box) const;
    gazetteer::UnitIndex findProvince(const std::string& text) const;
    UnitMatch matchByName(const Mention& mention, gazetteer::UnitIndex province,
                          const geometry::Box& box) const;

    const gazetteer::Gazetteer& m_gazetteer;
    Date m_date;
    std::vector<gazetteer::UnitIndex> m_units;
    std::unordered_map<std::string, gazetteer::UnitIndex> m_byCode;
    std::unordered_map<std::string, std::vector<gazetteer::UnitIndex>> m_byName;
};

} // namespace terroir::boundaries
