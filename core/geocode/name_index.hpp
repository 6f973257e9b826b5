#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geocode/spelling.hpp"

#include <array>
#include <bitset>
#include <span>
#include <unordered_map>
#include <vector>

namespace terroir::geocode {

using NameIndexId = std::uint32_t;

/// A unit that bears a name.
struct Bearer {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    bool isAlias = false; ///< the name is another spelling of the unit's own
};

/// All names of all units of all dates, each once, with the units that bear it. Immutable.
class NameIndex {
public:
    struct Name {
        Spelling letters;
        std::uint64_t starts = 0; ///< bit per letter that begins a word
        std::uint8_t levels = 0;  ///< bit per Level of its bearers
        std::uint32_t firstBearer = 0, bearerCount = 0;

        bool startsWord(std::size_t letter) const {
            return letter < 64 && (starts >> letter & 1U) != 0;
        }
    };

    explicit NameIndex(const gazetteer::Gazetteer& gazetteer);

    std::span<const Name> names() const { return m_names; }
    std::span<const Bearer> bearers(const Name& name) const {
        return std::span(m_bearers).subspan(name.firstBearer, name.bearerCount);
    }
    /// signatureOf() each name, in one row for scans.
    std::span<const std::uint64_t> signatures() const { return m_signatures; }
    /// Names with the same base letters, i and y alike, spaces and marks aside.
    std::span<const Name> find(SpellingView letters) const;
    /// Whether units of one of the levels bear the name as it is written (up to equalCost).
    bool has(SpellingView letters, std::uint8_t levels, bool usesMarks) const;
    /// Names of provinces and districts by the first letters of their words: "hcm", "gv".
    std::span<const NameIndexId> findInitials(SpellingView letters) const;
    /// Name of a unit, its own.
    NameIndexId nameOf(gazetteer::UnitIndex unit) const { return m_nameOf[unit]; }
    std::span<const NameIndexId> namesOf(gazetteer::Level level) const {
        return m_byLevel[std::size_t(level)];
    }

    static constexpr std::uint8_t bit(gazetteer::Level level) {
        return std::uint8_t(1U << unsigned(level));
    }

private:
    std::vector<Name> m_names; ///< by key
    std::vector<std::uint64_t> m_signatures;
    std::vector<Bearer> m_bearers;
    std::unordered_map<std::uint64_t, std::pair<NameIndexId, NameIndexId>> m_byKey;
    /// A bit for the last bits of each key: most words of a text are no name, and are told here.
    static constexpr std::size_t filterBits = std::size_t(1) << 18U;
    std::bitset<filterBits> m_keys;
    std::unordered_map<std::uint64_t, std::vector<NameIndexId>> m_byInitials;
    std::vector<NameIndexId> m_nameOf;
    std::array<std::vector<NameIndexId>, 3> m_byLevel;
};

} // namespace terroir::geocode
