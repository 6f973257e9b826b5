#include "tests/support/shapes.hpp"

#include "core/text/letter.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/support/noise_places.hpp"
#include "tests/support/shape_text.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>

namespace terroir::testing {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

namespace {

constexpr Date dayOfDistricts = Date::of(2024, 6, 30), today = Date::of(2026, 7, 25);

// ---- the file ---------------------------------------------------------------------------------

using Words = std::map<std::string, std::vector<std::string>, std::less<>>;

/// "{commune.name.plain}": what stands there, and what is done to it.
struct Slot {
    std::string name;
    std::vector<std::string> changes;
    bool capital = false;

    bool isBare() const {
        return std::find(changes.begin(), changes.end(), "name") != changes.end();
    }
};

struct Shape {
    bool kept = false;
    std::string name, wanted, text;
    Date day = today;
    std::set<std::string> picks;
    std::vector<std::string> changes;
};

struct ShapeFile {
    Words words;
    std::vector<Shape> shapes;
};

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (c == separator)
            out.emplace_back();
        else
            out.back() += c;
    }
    for (std::string& part : out) {
        part.erase(0, part.find_first_not_of(' '));
        part.erase(part.find_last_not_of(' ') + 1);
    }
    return out;
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

Slot slotOf(std::string_view inner) {
    Slot out;
    out.changes = split(inner, '.');
    out.name = out.changes.front();
    out.changes.erase(out.changes.begin());
    out.capital = out.name[0] >= 'A' && out.name[0] <= 'Z';
    out.name = lowerCase(out.name);
    return out;
}

/// Calls with what stands between slots, and with the slots.
void readTemplate(std::string_view text, const std::function<void(std::string_view)>& plain,
                  const std::function<void(const Slot&)>& slot) {
    while (!text.empty()) {
        const std::size_t open = text.find('{'), close = text.find('}', open);
        plain(text.substr(0, open));
        if (open == std::string_view::npos)
            return;
        if (close == std::string_view::npos)
            throw std::runtime_error("a brace is not closed");
        slot(slotOf(text.substr(open + 1, close - open - 1)));
        text.remove_prefix(close + 1);
    }
}

Shape shapeOf(const std::vector<std::string>& cells) {
    constexpr std::string_view wanted[] = {"commune", "district", "province", "none", "ambiguous"};
    if (cells.size() != 6)
        throw std::runtime_error("there are not six cells");
    if (cells[0] != "tuned" && cells[0] != "kept")
        throw std::runtime_error("\"" + cells[0] + "\" is no group");
    if (std::find(std::begin(wanted), std::end(wanted), cells[2]) == std::end(wanted))
        throw std::runtime_error("\"" + cells[2] + "\" is no level");
    Shape out;
    out.kept = cells[0] == "kept";
    out.name = cells[1];
    out.wanted = cells[2];
    out.changes = wordsOf(cells[4]);
    for (const std::string& word : wordsOf(cells[3]))
        out.picks.insert(word);
    if (out.picks.erase("districts") > 0)
        out.day = dayOfDistricts;
    else if (out.picks.erase("today") == 0)
        throw std::runtime_error("there is no day");
    const std::vector<std::string> lines = split(cells[5], '~');
    for (const std::string& line : lines)
        out.text += (out.text.empty() ? "" : "\n") + line;
    return out;
}

const ShapeFile& shapeFile() {
    static const ShapeFile read = [] {
        ShapeFile out;
        std::ifstream stream(TERROIR_SOURCE_DIR "/tests/data/geocode_shapes.txt");
        for (std::string line; std::getline(stream, line);) {
            if (line.empty() || line[0] == '#')
                continue;
            const std::vector<std::string> cells = split(line, '|');
            try {
                if (cells[0] == "words" && cells.size() == 3)
                    out.words[cells[1]] = split(cells[2], ';');
                else
                    out.shapes.push_back(shapeOf(cells));
            } catch (const std::runtime_error& error) {
                throw std::runtime_error(line + ": " + error.what());
            }
        }
        return out;
    }();
    return read;
}

using WriteUnit = std::function<std::string(const Slot&)>;

/// The template with its slots filled: from the lists of words, else by `writeUnit`.
std::string filled(std::string_view text, Random& random, const WriteUnit& writeUnit) {
    std::string out;
    readTemplate(
        text, [&](std::string_view plain) { out += plain; },
        [&](const Slot& slot) {
            std::string part;
            if (const auto list = shapeFile().words.find(slot.name);
                list != shapeFile().words.end()) {
                part = filled(random.of(list->second), random, writeUnit);
                for (const std::string& change : slot.changes)
                    part = changed(part, change, random);
            } else {
                part = writeUnit(slot);
            }
            out += slot.capital ? capitalized(part) : part;
        });
    return out;
}

// ---- places -----------------------------------------------------------------------------------

/// What a sentence tells of its place.
struct Told {
    bool commune = false, communeType = false;
    bool district = false, districtType = false, province = false, provinceType = false;
};

Told toldBy(const std::string& text) {
    Told out;
    readTemplate(
        text, [](std::string_view) {},
        [&](const Slot& slot) {
            const auto tell = [&](const char* name, bool& told, bool& type) {
                if (slot.name != name)
                    return;
                told = true;
                type = type || !slot.isBare();
            };
            tell("commune", out.commune, out.communeType);
            tell("district", out.district, out.districtType);
            tell("province", out.province, out.provinceType);
        });
    return out;
}

class Maker {
public:
    Maker(const Gazetteer& gazetteer, std::uint32_t seed)
        : m_gazetteer(gazetteer), m_places(gazetteer), m_random(seed) {
        for (UnitIndex unit = 0; unit < gazetteer.units().size(); ++unit) {
            m_folded.push_back(text::fold(gazetteer.unit(unit).name));
            m_nameId.push_back(m_names.try_emplace(m_folded.back(), m_names.size()).first->second);
            const Level level = gazetteer.unit(unit).level;
            if (level != Level::Commune)
                m_parentNames.insert(m_folded.back());
            if (level == Level::Province)
                continue;
            for (const std::string& province : provincesOf(unit))
                m_namesIn[province].insert(m_folded.back());
        }
    }

    std::optional<NoisyCase> make(const Shape& shape) {
        m_shape = &shape;
        m_era = &m_places.era(shape.day);
        m_place = m_random.of(m_era->places);
        m_neighbour = m_strange = Place();
        const Told told = toldBy(shape.text);
        if (!suits(told))
            return std::nullopt;
        NoisyCase out{{}, shape.day, shape.name, {}};
        if (shape.wanted == "ambiguous") {
            if (shape.picks.contains("shared") && !hasNamesake())
                return std::nullopt;
        } else if (shape.wanted != "none") {
            const auto units = shape.wanted == "commune" ? communesTold(told) : parentsTold(told);
            if (units.size() != 1)
                return std::nullopt;
            out.acceptable.insert(m_gazetteer.unit(*units.begin()).code);
        }
        m_failed = false;
        out.text =
            filled(shape.text, m_random, [&](const Slot& slot) { return writtenUnit(slot); });
        for (const std::string& change : shape.changes)
            out.text = changed(out.text, change, m_random);
        if (shape.wanted == "none" && m_names.contains(text::fold(out.text)))
            return std::nullopt; // "pham van hai" is a person or the xã of that name
        return m_failed ? std::nullopt : std::optional(std::move(out));
    }

private:
    /// The codes of the provinces that a unit lay in, and of those of today that its ground lies
    /// in.
    std::set<std::string> provincesOf(UnitIndex unit) const {
        const auto& valid = m_gazetteer.unit(unit).valid;
        const Date last = valid.to.isOpen() ? today : valid.to.previousDay();
        std::set<std::string> out;
        const auto add = [&](UnitIndex one, Date day) {
            if (const auto at = m_gazetteer.ancestorAt(one, Level::Province, day); at != noUnit)
                out.insert(m_gazetteer.unit(at).code);
        };
        add(unit, last);
        for (const gazetteer::Share& share : m_gazetteer.convert(unit, today))
            add(share.unit, today);
        return out;
    }

    bool isOfTheDay(UnitIndex unit) const {
        return unit == noUnit || m_gazetteer.unit(unit).valid.contains(m_shape->day);
    }

    bool hasDigits(UnitIndex unit) const {
        return unit != noUnit && m_folded[unit].find_first_of("0123456789") != std::string::npos;
    }

    bool sameName(UnitIndex a, UnitIndex b) const {
        return a != noUnit && b != noUnit && m_nameId[a] == m_nameId[b];
    }

    bool sameUnit(UnitIndex a, UnitIndex b) const {
        return sameName(a, b) && m_gazetteer.unit(a).type == m_gazetteer.unit(b).type;
    }

    bool suits(const Told& told) const {
        const auto& picks = m_shape->picks;
        const std::string& commune = m_folded[m_place.commune];
        if (!isOfTheDay(m_place.district) || !isOfTheDay(m_place.province))
            return false; // the parents of the day are not sure
        if (picks.contains("numbered")
                ? commune.find_first_not_of("0123456789") != std::string::npos
                : hasDigits(m_place.commune) || hasDigits(m_place.district))
            return false;
        if (picks.contains("town") != sameName(m_place.commune, m_place.district))
            return false;
        const auto isOf = [&](UnitIndex unit, std::string_view type) {
            return unit != noUnit && m_gazetteer.unit(unit).type == type;
        };
        if (picks.contains("rural") &&
            !(isOf(m_place.commune, "xã") && isOf(m_place.district, "huyện") &&
              isOf(m_place.province, "tỉnh")))
            return false;
        if (picks.contains("city") && !isOf(m_place.district, "thành phố"))
            return false;
        for (const std::string& pick : picks)
            if (pick.starts_with("in:") &&
                m_gazetteer.unit(m_place.province).code != pick.substr(3))
                return false;
        if (m_shape->wanted == "none" || m_shape->wanted == "ambiguous")
            return commune.find(' ') != std::string::npos;
        constexpr std::size_t fewLetters = 2; // "V" of Vị Thanh is a number
        if (told.commune && !told.communeType &&
            (commune.size() <= fewLetters || m_parentNames.contains(commune)))
            return false;
        return !picks.contains("shared") || communesTold({true, true}).size() > 1;
    }

    /// Whether another commune of the day has the place's full name, diacritics and all.
    bool hasNamesake() const {
        const std::string name = m_gazetteer.unit(m_place.commune).fullName();
        return std::any_of(m_era->places.begin(), m_era->places.end(), [&](const Place& one) {
            return one.commune != m_place.commune && sameUnit(one.commune, m_place.commune) &&
                   m_gazetteer.unit(one.commune).fullName() == name;
        });
    }

    /// The communes of the day that fit what is told of the place. A parent without its type may be
    /// of either level.
    std::set<UnitIndex> communesTold(const Told& told) const {
        const auto hasParent = [&](const Place& one, UnitIndex parent, bool isTold, bool type) {
            if (!isTold)
                return true;
            return type ? sameUnit(one.district, parent) || sameUnit(one.province, parent)
                        : sameName(one.district, parent) || sameName(one.province, parent);
        };
        std::set<UnitIndex> out;
        for (const Place& one : m_era->places)
            if ((told.communeType ? sameUnit(one.commune, m_place.commune)
                                  : sameName(one.commune, m_place.commune)) &&
                hasParent(one, m_place.district, told.district, told.districtType) &&
                hasParent(one, m_place.province, told.province, told.provinceType))
                out.insert(one.commune);
        return out;
    }

    /// The districts or provinces of the day that fit; none where a bare name may be of another
    /// level.
    std::set<UnitIndex> parentsTold(const Told& told) const {
        const bool district = m_shape->wanted == "district";
        const UnitIndex wanted = district ? m_place.district : m_place.province;
        const bool bare = district ? !told.districtType : !told.provinceType;
        std::set<UnitIndex> out;
        for (const Place& one : m_era->places) {
            if (bare && (sameName(one.commune, wanted) ||
                         sameName(district ? one.province : one.district, wanted)))
                return {};
            const UnitIndex unit = district ? one.district : one.province;
            // "huyện Cần Giuộc, Long An" may be its xã Long An
            if (district && told.province && !told.provinceType &&
                sameName(one.commune, m_place.province) && sameName(one.district, wanted))
                return {};
            if ((bare ? sameName(unit, wanted) : sameUnit(unit, wanted)) &&
                (!told.province || sameName(one.province, m_place.province)))
                out.insert(unit);
        }
        return out;
    }

    /// Another commune beside the place.
    const Place& neighbour() {
        if (m_neighbour.commune != noUnit)
            return m_neighbour;
        std::vector<Place> others;
        for (const Place& one : m_era->places)
            if (one.district == m_place.district && one.province == m_place.province &&
                !sameName(one.commune, m_place.commune) && !hasDigits(one.commune))
                others.push_back(one);
        m_failed = m_failed || others.empty();
        return m_neighbour = others.empty() ? m_place : m_random.of(others);
    }

    /// A place in a province where no unit ever was called like the commune or nearly so.
    const Place& strange() {
        if (m_strange.commune != noUnit)
            return m_strange;
        m_strange = m_random.of(m_era->places);
        constexpr int near = 2;
        if (m_strange.province == m_place.province || !isOfTheDay(m_strange.district) ||
            hasDigits(m_strange.district))
            m_failed = true;
        for (const std::string& name : m_namesIn[m_gazetteer.unit(m_strange.province).code])
            m_failed =
                m_failed || text::editDistance(name, m_folded[m_place.commune], near + 1) <= near;
        return m_strange;
    }

    UnitIndex unitOf(std::string_view slot) {
        return slot == "commune"            ? m_place.commune
               : slot == "district"         ? m_place.district
               : slot == "province"         ? m_place.province
               : slot == "neighbour"        ? neighbour().commune
               : slot == "strange_district" ? strange().district
               : slot == "strange_province" ? strange().province
                                            : noUnit;
    }

    std::string writtenUnit(const Slot& slot) {
        const UnitIndex index = unitOf(slot.name);
        if (index == noUnit)
            throw std::runtime_error(m_shape->name + ": {" + slot.name +
                                     "} is no unit and no list of words");
        const Unit& unit = m_gazetteer.unit(index);
        return unitText(unit.type, unit.name, slot.changes, m_random);
    }

    const Gazetteer& m_gazetteer;
    NoisePlaces m_places;
    Random m_random;
    std::vector<std::string> m_folded;          ///< names of all units
    std::vector<std::size_t> m_nameId;          ///< equal where the folded names are
    std::map<std::string, std::size_t> m_names; ///< all folded names
    std::set<std::string> m_parentNames;
    std::map<std::string, std::set<std::string>> m_namesIn;

    const Shape* m_shape = nullptr;
    const Era* m_era = nullptr;
    Place m_place, m_neighbour, m_strange;
    bool m_failed = false; ///< the sentence being made needs a unit that there is not
};

} // namespace

ShapeCases makeShapeCases(const Gazetteer& gazetteer, std::size_t perShape, std::uint32_t seed) {
    Maker maker(gazetteer, seed);
    ShapeCases out;
    for (const Shape& shape : shapeFile().shapes) {
        constexpr std::size_t attemptsPerCase = 2000;
        std::size_t made = 0;
        for (std::size_t i = 0; made < perShape && i < perShape * attemptsPerCase; ++i)
            if (auto one = maker.make(shape)) {
                (shape.kept ? out.kept : out.tuned).push_back(std::move(*one));
                ++made;
            }
    }
    return out;
}

std::string wordsOfShapes(std::string_view list, Random& random) {
    return filled("{" + std::string(list) + "}", random, [](const Slot& slot) -> std::string {
        throw std::runtime_error("no list of words \"" + slot.name + "\"");
    });
}

Verdict judgeSentence(const geocode::Match& match, const NoisyCase& one,
                      const Gazetteer& gazetteer) {
    if (one.acceptable.empty())
        return match.status == geocode::Status::Matched ? Verdict::Wrong : Verdict::Right;
    if (match.status != geocode::Status::Matched)
        return Verdict::None;
    return one.acceptable.contains(gazetteer.unit(match.unit()).code) ? Verdict::Right
                                                                      : Verdict::Wrong;
}

} // namespace terroir::testing
