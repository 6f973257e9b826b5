#pragma once

#include "core/geocode/reading.hpp"

#include <vector>

namespace terroir::geocode {

/// Cuts names of units out of the words that run on around them: "xã Bản Bo trồng mận tại huyện
/// Tam Đường" names two units in eight words that are none. What is a whole name is left as it is,
/// and so is what has no other words around it: a slip in a name is read later.
///
/// In a text with capitals a name ends where they end, and a run of capitals is a name as a whole
/// or as names of units one in another ("Bích Hòa Thanh Oai"), so that "Nguyễn Thái Bình" is none.
/// After another word ("mận Tả Van", "đường Trần Phú", "Ảnh: Đông Hà") it is the name of something
/// else; after "tại", "ở", "các", … and at the beginning of a sentence it may be a unit. In a text
/// without capitals the longest name after a type word ends the mention. Immutable, safe from
/// several threads; linear in the words.
class RunningText {
public:
    RunningText(const gazetteer::Gazetteer& gazetteer, const NameIndex& names,
                const Lineage& areas)
        : m_gazetteer(gazetteer), m_names(names), m_areas(areas) {}

    /// Makes one mention of two where a name runs from one line into the next.
    void joinLines(std::vector<Mention>& mentions) const;
    void cutNames(std::vector<Mention>& mentions) const;
    /// "107 Lê Sao Phú Thạnh, Tân Phú": of words in front of a district, the last are a commune in
    /// it, if it has one of that name.
    void separateCommunes(std::vector<Mention>& mentions) const;

private:
    struct Cut;

    void cutMention(Cut& cut, bool isAlone) const;
    void cutNumbered(Cut& cut) const;
    void cutEnglish(Cut& cut) const;
    void cutTyped(Cut& cut) const;
    void cutCapitals(Cut& cut, std::size_t from) const;
    bool addNames(Cut& cut, std::size_t from, std::size_t to, Mention first) const;
    bool liesIn(SpellingView inner, std::uint8_t innerLevels, SpellingView outer,
                std::uint8_t outerLevels) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const NameIndex& m_names;
    const Lineage& m_areas;
};

} // namespace terroir::geocode
