#include "core/geocode/reading.hpp"

#include <array>
#include <utility>

namespace terroir::geocode {

std::vector<std::string> Traits::toWords() const {
    static constexpr std::array<std::pair<Trait, const char*>, 27> words{{
        {Trait::Exact, "exact"},
        {Trait::NoDiacritics, "no-diacritics"},
        {Trait::DiacriticsDiffer, "diacritics-differ"},
        {Trait::Iy, "i-y"},
        {Trait::BySound, "sound-alike"},
        {Trait::ByLook, "look-alike"},
        {Trait::LettersLost, "letters-lost"},
        {Trait::Initials, "initials"},
        {Trait::Alias, "alias"},
        {Trait::Abbreviation, "abbreviation"},
        {Trait::TypeDiffers, "type-differs"},
        {Trait::PartOfText, "part-of-text"},
        {Trait::TypeWordAlone, "type-word-alone"},
        {Trait::OnlyOneOfItsType, "only-one-of-its-type"},
        {Trait::Historic, "historic"},
        {Trait::NotYet, "not-yet"},
        {Trait::MixedEras, "mixed-eras"},
        {Trait::Parent, "parent"},
        {Trait::ParentFromColumn, "parent-from-column"},
        {Trait::ParentMisspelt, "parent-misspelt"},
        {Trait::ParentContradicts, "parent-contradicts"},
        {Trait::UnknownParent, "unknown-parent"},
        {Trait::SmallerUnitNotFound, "smaller-unit-not-found"},
        {Trait::Context, "context"},
        {Trait::OutsideContext, "outside-context"},
        {Trait::OneOfSeveral, "one-of-several"},
        {Trait::LargestOfName, "largest-of-its-name"},
    }};
    std::vector<std::string> out;
    for (const auto& [trait, word] : words)
        if (has(trait))
            out.emplace_back(word);
    return out;
}

std::uint8_t levelsOf(const Mention& mention) {
    if (mention.level)
        return NameIndex::bit(*mention.level);
    if (mention.type == "thành phố")
        return provinceBit | districtBit;
    if (!mention.type.empty()) // "Town"
        return districtBit | communeBit;
    return provinceBit | districtBit | communeBit;
}

} // namespace terroir::geocode
