#pragma once

#include "core/records/fields.hpp"
#include "core/records/record.hpp"
#include "core/search/hit.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace terroir::search {

/// What can be found.
struct Thing {
    Kind kind = Kind::Unit;
    gazetteer::Level level = gazetteer::Level::Province; ///< of a unit
    NameId name = 0;
    std::vector<NameId> otherNames;
    std::uint32_t surroundings = 0;                   ///< into Things::surroundings
    std::uint32_t firstVersion = 0, versionCount = 0; ///< into Things::versions; of a unit
    std::vector<std::uint32_t> records;
    std::uint32_t communes = 0;                  ///< in how many the records are
    std::vector<const records::KindInfo*> kinds; ///< of the records, in their order
    std::uint32_t source = noSource;
};

struct Version {
    Period valid;
    gazetteer::UnitIndex unit = gazetteer::noUnit;
};

/// The words of a source's second line.
struct SourceLine {
    std::string text; ///< issuer, number, date, those that are known
};

struct Things {
    NameTable names;
    std::vector<Thing> all;
    std::vector<Version> versions; ///< those of a thing together, oldest first
    /// Names of what things belong to: types and parents of units, kinds and categories of records.
    std::vector<std::vector<NameId>> surroundings;
    std::vector<SourceLine> sources;
    std::vector<std::uint32_t> unitThings;   ///< Thing by UnitIndex
    std::vector<std::uint32_t> alphabetical; ///< place of each name in the alphabet, by NameId
};

Things collectThings(const gazetteer::Gazetteer& gazetteer,
                     std::span<const records::Record> records,
                     std::span<const records::Source> sources);

} // namespace terroir::search
