#include "core/geocode/mention_bounds.hpp"

#include "core/geocode/difference.hpp"

#include <algorithm>

namespace terroir::geocode {

using gazetteer::Level;
using gazetteer::UnitIndex;

namespace {

constexpr int digitsOfPostcode = 5;

bool isInArea(std::span<const LineageId> areas, LineageId area) {
    return std::binary_search(areas.begin(), areas.end(), area);
}

} // namespace

void MentionBounds::settle(std::vector<Mention>& mentions) const {
    dropForeign(mentions);
    dropCountry(mentions);
    takeTypesBehind(mentions);
    restoreNames(mentions);
    m_running.joinLines(mentions);
    m_running.separateCommunes(mentions);
    m_running.cutNames(mentions);
    joinNames(mentions);
    separateParents(mentions);
    m_running.separateCommunes(mentions);
}

/// "tỉnh Vân Nam, Trung Quốc": a country, and what stands in front of it.
void MentionBounds::dropForeign(std::vector<Mention>& mentions) const {
    static const auto countries = [] {
        std::vector<Spelling> made;
        for (const char* name :
             {"Trung Quốc", "Lào", "CHDCND Lào", "Campuchia", "Thái Lan", "Myanmar", "Nhật Bản",
              "Hàn Quốc", "Đài Loan", "Ấn Độ", "Malaysia", "Singapore", "Indonesia", "Philippines",
              "Israel", "Hoa Kỳ", "Mỹ", "Canada", "Úc", "Australia", "Nga", "Pháp", "Đức", "Anh",
              "Hà Lan", "Bỉ", "Ý", "China", "Laos", "Cambodia", "Thailand", "Japan", "Korea", "USA"})
            made.push_back(spell(name).letters);
        return made;
    }();
    for (std::size_t i = mentions.size(); i > 1;) {
        --i;
        const SpellingView letters = mentions[i].letters();
        const bool isForeign =
            mentions[i].type.empty() && !mentions[i].fromColumn &&
            mentions[i].before >= Break::Dash && mentions[i].text == mentions[i - 1].text &&
            std::any_of(countries.begin(), countries.end(),
                        [&](const Spelling& name) { return SpellingView(name) == letters; });
        if (!isForeign)
            continue;
        // "Lào Cai, Lào": a unit in front of it is one all the same.
        const Mention& inFront = mentions[i - 1];
        const std::uint8_t larger = provinceBit | districtBit;
        const std::uint8_t levels = levelsOf(inFront);
        const bool isUnit =
            m_names.has(inFront.letters(),
                        inFront.type.empty() ? std::uint8_t(levels & larger) : levels,
                        inFront.text->isMarked);
        const std::size_t from = isUnit ? i : --i;
        mentions.erase(mentions.begin() + std::ptrdiff_t(from),
                       mentions.begin() + std::ptrdiff_t(from) + (isUnit ? 1 : 2));
    }
}

/// What stands after the province: "Việt Nam", a postcode.
void MentionBounds::dropCountry(std::vector<Mention>& mentions) {
    static const Spelling country = spell("Việt Nam").letters, plain = spell("VN").letters;
    const auto isCountry = [](SpellingView letters, bool isUpperCase) {
        return haveEqualBases(letters, country) || (isUpperCase && letters == plain);
    };
    const auto isPostcode = [](const Word& number) {
        return number.endByte - number.firstByte >= digitsOfPostcode &&
               !number.isUpperCase; // "phường XVIII"
    };
    const std::size_t before = mentions.size();
    std::erase_if(mentions, [&](Mention& mention) {
        const std::size_t size = mention.size();
        for (bool moved = true; moved && mention.size() > 0;) {
            const Word& last = mention.text->words[mention.to - 1];
            const SpellingView letters = mention.text->view(mention.to - 1, mention.to);
            const std::size_t words =
                std::all_of(letters.begin(), letters.end(), isDigit)
                    ? (isPostcode(last) ? 1 : 0)
                : isCountry(letters, last.isUpperCase) ? 1
                : mention.size() > 1 &&
                        isCountry(mention.text->view(mention.to - 2, mention.to), false)
                    ? 2
                    : 0;
            mention.to -= words;
            moved = words != 0;
        }
        return mention.size() == 0 && size > 0 && mention.type.empty() && before > 1;
    });
}

/// "Bình Lư (TT)", "Lai Châu (tỉnh)": a type word alone is that of the name in front of it.
void MentionBounds::takeTypesBehind(std::vector<Mention>& mentions) {
    for (std::size_t i = 1; i < mentions.size();) {
        Mention& name = mentions[i - 1];
        const Mention& type = mentions[i];
        const bool isLast = i + 1 == mentions.size() || mentions[i + 1].text != type.text;
        if (type.isBare() && (type.isAbbreviated || isLast) && name.type.empty() &&
            name.size() > 0 && name.text == type.text && type.before >= Break::Line) {
            name.type = type.type;
            name.level = type.level ? type.level : name.level;
            name.typeFrom = name.from;
            name.isAbbreviated = true;
            mentions.erase(mentions.begin() + std::ptrdiff_t(i));
        } else {
            ++i;
        }
    }
}

/// "xã An Toàn tỉnh Gia Lai", "Tân Xã trồng …": the last word of a name that looks like another:
/// given back to the first of two mentions where that makes it a name.
void MentionBounds::takeLastWord(std::vector<Mention>& mentions, std::size_t second) const {
    Mention& first = mentions[second - 1];
    Mention& next = mentions[second];
    if (first.text != next.text || first.size() == 0 || next.typeFrom < first.to ||
        (isName(first, first.letters()) &&
         !(first.text->hasCapitals && first.text->words[first.to].isCapital)))
        return;
    const bool isBehindWord = next.typeFrom == first.to + 1; // "toàn", "trong"
    const bool isTypeWord = next.typeFrom == first.to && next.from == first.to + 1;
    const std::size_t to = first.to + 1;
    if ((!isBehindWord && !isTypeWord) || first.text->words[first.to].before != Break::None)
        return;
    Mention longer = first;
    const bool isEnglish = isBehindWord && next.isBare() && next.isEnglish;
    if (isEnglish) {
        longer.type = next.type;
        longer.level = next.level;
        longer.isEnglish = true;
    }
    if (!isName(longer, first.text->view(first.from, to)))
        return;
    longer.to = to;
    first = longer;
    if (isEnglish) {
        mentions.erase(mentions.begin() + std::ptrdiff_t(second));
    } else if (isTypeWord) {
        next.type = {};
        next.level = next.column;
        next.typeFrom = next.from;
        next.isAbbreviated = next.hasPlainType = false;
    }
}

/// "Quan Hoa" and "Phường Đúc" are names that begin with a type word: taken back where the words
/// after it alone are not a name, or where the type word has no marks and both together are one.
void MentionBounds::restoreNames(std::vector<Mention>& mentions) const {
    // "Đắk HRing", "Ea H'Leo": a letter in the name is no type word.
    for (std::size_t i = 1; i < mentions.size();) {
        Mention& first = mentions[i - 1];
        const Mention& second = mentions[i];
        const bool follows = (second.isAbbreviated || second.hasPlainType) &&
                             first.text == second.text &&
                             first.to == second.typeFrom && first.size() > 0 && second.size() > 0;
        if (follows && (isName(first, first.text->view(first.from, second.to)) ||
                        isName(first, first.text->view(first.from, second.from + 1)))) {
            first.to = second.to;
            mentions.erase(mentions.begin() + std::ptrdiff_t(i));
        } else {
            takeLastWord(mentions, i);
            ++i;
        }
    }
    for (Mention& mention : mentions) {
        if (mention.type.empty() || mention.typeFrom == mention.from || mention.size() == 0 ||
            mention.isEnglish ||
            (mention.isAbbreviated && mention.text->words[mention.from - 1].hasDot)) // "T. An Giang"
            continue;
        // Most type words have their marks, and most names after them are known.
        if (!mention.hasPlainType && !m_names.find(mention.letters()).empty())
            continue;
        Mention whole = mention;
        whole.type = {};
        whole.level = mention.column;
        whole.from = mention.typeFrom;
        if (isName(whole, mention.lettersWithType()) &&
            (mention.hasPlainType || !isName(mention, mention.letters())))
            mention = whole;
    }
}

void MentionBounds::joinNames(std::vector<Mention>& mentions) const {
    // "Bà Rịa - Vũng Tàu" and "Lao Và Chải" are one name, "Sập Xa - Phù Yên" are two: the names
    // decide.
    const auto isProvince = [this](SpellingView letters, double limit) {
        const auto names = m_names.namesOf(Level::Province);
        return std::any_of(names.begin(), names.end(), [&](NameIndexId id) {
            return difference(letters, m_names.names()[id].letters, true, limit).cost <= limit;
        });
    };
    for (std::size_t i = 1; i < mentions.size();) {
        Mention& first = mentions[i - 1];
        const Mention& second = mentions[i];
        const bool isEnglish = second.isEnglish && first.type.empty(); // the type stands after it
        const bool isListed = second.isListed && second.type == first.type; // "Lao Và Chải"
        const bool follows = first.text == second.text &&
                             (isListed ? first.to + 1 == second.from
                                       : first.to == second.from && second.before == Break::Dash &&
                                             (second.type.empty() || isEnglish));
        const SpellingView both =
            follows ? first.text->view(first.from, second.to) : SpellingView();
        if (follows && (!m_names.find(both).empty() ||
                        (first.level == Level::Province && m_names.find(first.letters()).empty() &&
                         isProvince(both, 2)))) {
            first.to = second.to;
            if (isEnglish) {
                first.type = second.type;
                first.level = second.level;
                first.isEnglish = true;
            }
            mentions.erase(mentions.begin() + std::ptrdiff_t(i));
        } else {
            ++i;
        }
    }
}

/// How many words at the end of a mention are the name of a province or, in `within` when it is
/// known, of a district; 0 when none are.
std::size_t MentionBounds::parentAtEnd(const Mention& mention, LineageId within,
                                       UnitIndex& parent) const {
    for (const std::uint8_t level : {provinceBit, districtBit}) {
        if (level == provinceBit && within != noLineage)
            continue;
        if (level == districtBit && mention.level == Level::District)
            continue;
        const std::size_t least = level == provinceBit || within != noLineage ? 1 : 2;
        for (std::size_t length = std::min<std::size_t>(4, mention.size() - 1); length >= least;
             --length) {
            const SpellingView letters = mention.text->view(mention.to - length, mention.to);
            const bool usesMarks = std::any_of(letters.begin(), letters.end(), isMarked);
            for (const NameIndex::Name& name : m_names.find(letters)) {
                if ((name.levels & level) == 0 || letters.size() < 3 ||
                    difference(letters, name.letters, usesMarks, 9).cost > equalCost)
                    continue;
                for (const Bearer& bearer : m_names.bearers(name)) {
                    const bool fits =
                        NameIndex::bit(m_gazetteer.unit(bearer.unit).level) == level &&
                        (within == noLineage || isInArea(m_areas.ever(bearer.unit), within));
                    if (fits) {
                        parent = bearer.unit;
                        return length;
                    }
                }
            }
        }
    }
    return 0;
}

void MentionBounds::separateParents(std::vector<Mention>& mentions) const {
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention whole = mentions[i];
        const bool runsOn = i + 1 < mentions.size() && mentions[i + 1].text == whole.text &&
                            mentions[i + 1].before == Break::None;
        const bool isLast = i + 1 == mentions.size() || mentions[i + 1].text != whole.text;
        if (whole.size() < 2 || whole.level == Level::Province || (!runsOn && !isLast))
            continue;
        const auto names = m_names.find(whole.letters());
        if (std::any_of(names.begin(), names.end(), [&](const NameIndex::Name& name) {
                return (name.levels & levelsOf(whole)) != 0;
            }))
            continue;
        LineageId within = noLineage;
        if (runsOn)
            for (const NameIndex::Name& name : m_names.find(mentions[i + 1].letters()))
                for (const Bearer& bearer : m_names.bearers(name))
                    if (m_gazetteer.unit(bearer.unit).level == Level::Province)
                        within = m_areas.of(bearer.unit);
        // From the end: the province, then the district.
        for (int step = 0; step < 2 && mentions[i].size() >= 2; ++step) {
            if (step > 0 && isName(mentions[i], mentions[i].letters()))
                break;
            UnitIndex parent = gazetteer::noUnit;
            const std::size_t length = parentAtEnd(mentions[i], within, parent);
            if (length == 0)
                break;
            Mention last = mentions[i];
            mentions[i].to -= length;
            last.from = mentions[i].to;
            last.type = {};
            last.level = m_gazetteer.unit(parent).level;
            last.before = Break::None;
            last.isSeparated = true;
            last.isSmallPlace = last.isAbbreviated = last.isEnglish = false;
            mentions.insert(mentions.begin() + std::ptrdiff_t(i) + 1, last);
            if (last.level == Level::District)
                break;
            within = m_areas.of(parent);
        }
    }
}

bool MentionBounds::isName(const Mention& mention, SpellingView letters) const {
    return m_names.has(letters, levelsOf(mention), mention.text->isMarked);
}

} // namespace terroir::geocode
