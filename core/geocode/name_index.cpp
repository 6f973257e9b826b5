#include "core/geocode/name_index.hpp"

#include "core/geocode/difference.hpp"

#include <algorithm>
#include <tuple>

namespace terroir::geocode {

using gazetteer::Level;
using gazetteer::UnitIndex;

namespace {

struct Use {
    std::uint64_t key = 0;
    Spelling letters, initials;
    std::uint64_t starts = 0;
    Bearer bearer;
};

Use makeUse(const std::string& name, Bearer bearer) {
    SpelledText text = spell(name);
    // "phường IV" is a number, which "IV" alone is not.
    if (name.find_first_not_of("IVX") == std::string::npos) {
        const SpelledText withType = spell("phường " + name);
        text = spell(toPlain(withType.view(1, withType.words.size())));
    }
    Use use{keyOf(text.letters), {}, {}, 0, bearer};
    for (const Word& word : text.words) {
        use.initials += text.letters[word.from];
        use.starts |= word.from < 64 ? std::uint64_t(1) << word.from : 0;
    }
    use.letters = std::move(text.letters);
    return use;
}

} // namespace

NameIndex::NameIndex(const gazetteer::Gazetteer& gazetteer)
    : m_nameOf(gazetteer.units().size(), 0) {
    std::vector<Use> uses;
    uses.reserve(gazetteer.units().size() + gazetteer.aliases().size());
    for (UnitIndex i = 0; i < gazetteer.units().size(); ++i)
        uses.push_back(makeUse(gazetteer.unit(i).name, {i, false}));
    for (const auto& [unit, alias] : gazetteer.aliases())
        uses.push_back(makeUse(alias, {unit, true}));
    std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
        return std::tie(a.key, a.letters, a.bearer.unit, a.bearer.isAlias) <
               std::tie(b.key, b.letters, b.bearer.unit, b.bearer.isAlias);
    });
    m_bearers.reserve(uses.size());
    m_byKey.reserve(uses.size());
    for (Use& use : uses) {
        const bool isNew = m_names.empty() || m_names.back().letters != use.letters;
        if (isNew) {
            const auto id = NameIndexId(m_names.size());
            m_keys.set(use.key % filterBits);
            m_byKey.try_emplace(use.key, id, id).first->second.second = id + 1;
            m_names.push_back({std::move(use.letters), 0, 0, std::uint32_t(m_bearers.size()), 0});
            m_signatures.push_back(signatureOf(m_names.back().letters));
            m_names.back().starts = use.starts;
        } else if (m_bearers.back().unit == use.bearer.unit) {
            continue; // an alias that is spelled like the name
        }
        Name& name = m_names.back();
        const auto id = NameIndexId(m_names.size() - 1);
        const Level level = gazetteer.unit(use.bearer.unit).level;
        if ((name.levels & bit(level)) == 0) {
            name.levels |= bit(level);
            m_byLevel[std::size_t(level)].push_back(id);
        }
        if (level != Level::Commune && use.initials.size() > 1) {
            std::vector<NameIndexId>& same = m_byInitials[keyOf(use.initials)];
            if (same.empty() || same.back() != id)
                same.push_back(id);
        }
        if (!use.bearer.isAlias)
            m_nameOf[use.bearer.unit] = id;
        m_bearers.push_back(use.bearer);
        ++name.bearerCount;
    }
}

std::span<const NameIndex::Name> NameIndex::find(SpellingView letters) const {
    const std::uint64_t key = keyOf(letters);
    if (!m_keys.test(key % filterBits))
        return {};
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        return {};
    const auto [from, to] = found->second;
    if (!haveEqualBases(m_names[from].letters, letters))
        return {};
    return std::span(m_names).subspan(from, to - from);
}

bool NameIndex::has(SpellingView letters, std::uint8_t levels, bool usesMarks) const {
    const auto names = find(letters);
    return std::any_of(names.begin(), names.end(), [&](const Name& name) {
        return (name.levels & levels) != 0 &&
               difference(letters, name.letters, usesMarks, 9).cost <= equalCost;
    });
}

std::span<const NameIndexId> NameIndex::findInitials(SpellingView letters) const {
    const auto found = m_byInitials.find(keyOf(letters));
    return found == m_byInitials.end() ? std::span<const NameIndexId>() : found->second;
}

} // namespace terroir::geocode
