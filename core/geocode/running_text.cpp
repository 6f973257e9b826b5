#include "core/geocode/running_text.hpp"

#include "core/geocode/place_scan.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace terroir::geocode {

using gazetteer::Level;

namespace {

/// Words without capitals that must follow a name for it to end there: fewer may be its own, with
/// a slip.
constexpr std::size_t minWordsAfter = 3;
/// As many words after a type word may be a name that cannot be read.
constexpr std::size_t maxUnread = 4;
/// As many words between two commas may be an address, with a slip.
constexpr std::size_t maxUnreadInPart = 6;

std::vector<Spelling> spellAll(std::initializer_list<const char*> words) {
    std::vector<Spelling> out;
    for (const char* word : words)
        out.push_back(spell(word).letters);
    return out;
}

/// Words that a place stands after.
bool isLocative(SpellingView letters) {
    static const auto words =
        spellAll({"tại", "ở", "thuộc", "bàn", "vực", "vùng", "từ", "trên", "trong", "in", "at"});
    return isOneOf(letters, words);
}

/// Words that may stand in front of any name, of a place or not, but name nothing with it.
bool isLinking(SpellingView letters) {
    static const auto words =
        spellAll({"của",  "các",  "và",  "cho",  "với", "đến", "tới",  "về",  "lên",
                  "vào",  "ra",   "qua", "giữa", "gần", "là",  "như",  "gồm", "cả",
                  "khắp", "sang", "của", "theo", "of",  "and", "from", "to"});
    return isOneOf(letters, words) || isLocative(letters);
}

/// Words in front of a person's name.
bool isTitle(SpellingView letters) {
    static const auto words = spellAll(
        {"ông", "bà", "anh", "chị", "em", "cụ", "cô", "chú", "bác", "ThS", "TS", "KS", "CN"});
    return isOneOf(letters, words);
}

/// "TỔNG CÔNG TY NÔNG SẢN TÂN HÀ": all of it is a name that is no unit's.
bool isCompany(const Mention& mention) {
    static const auto words = spellAll({"công ty", "TNHH", "doanh nghiệp"});
    for (std::size_t word = mention.from; word < mention.to; ++word)
        for (std::size_t to = word + 1; to <= mention.to && to <= word + 2; ++to)
            if (isOneOf(mention.text->view(word, to), words))
                return true;
    return false;
}

/// Words between a type word and its name: "huyện nghèo Sông Mã", "xã vùng cao Tà Xùa".
bool isOfType(SpellingView letters) {
    static const auto words =
        spellAll({"nghèo", "đảo", "biên", "giới", "vùng", "cao", "miền", "núi", "ven", "biển",
                  "nông", "thôn", "mới", "ngoại", "thành", "trung", "du"});
    return isOneOf(letters, words);
}

} // namespace

/// One mention on its way into others.
struct RunningText::Cut {
    const Mention& whole;
    std::vector<Mention>& out;
    std::size_t firstOut = 0;
    bool hasDropped = false;

    const SpelledText& text() const { return *whole.text; }
    SpellingView letters(std::size_t word) const { return text().view(word, word + 1); }
    /// Where all letters are capitals, none says anything.
    bool isCapital(std::size_t word) const {
        const auto& words = text().words;
        return text().hasCapitals &&
               (words[word].isCapital || // "hCiềng"
                (word + 1 < whole.to && words[word + 1].isGlued && words[word + 1].isCapital));
    }
    bool hasCapital(std::size_t from, std::size_t to) const {
        while (from < to && !isCapital(from))
            ++from;
        return from < to;
    }
    bool isNumber(std::size_t word) const { return isDigit(letters(word)[0]); }
    Mention piece(std::size_t from, std::size_t to) const {
        Mention made = whole;
        made.from = from;
        made.to = to;
        made.isAmongWords = true;
        return made;
    }
    Mention untyped(std::size_t from, std::size_t to) const {
        Mention made = piece(from, to);
        made.type = {};
        made.level.reset();
        made.typeFrom = from;
        made.isAbbreviated = made.hasPlainType = made.isEnglish = made.isSmallPlace = false;
        made.isPlural = made.isListed = false;
        made.before = from == whole.typeFrom ? whole.before : Break::Hard;
        return made;
    }
};

/// Whether some unit of one name ever lay in one of the other.
bool RunningText::liesIn(SpellingView inner, std::uint8_t innerLevels, SpellingView outer,
                         std::uint8_t outerLevels) const {
    for (const NameIndex::Name& outerName : m_names.find(outer))
        for (const Bearer& area : m_names.bearers(outerName)) {
            if ((NameIndex::bit(m_gazetteer.unit(area.unit).level) & outerLevels) == 0)
                continue;
            const LineageId lineage = m_areas.of(area.unit);
            for (const NameIndex::Name& innerName : m_names.find(inner))
                for (const Bearer& bearer : m_names.bearers(innerName)) {
                    const auto areas = m_areas.ever(bearer.unit);
                    if ((NameIndex::bit(m_gazetteer.unit(bearer.unit).level) & innerLevels) != 0 &&
                        m_areas.of(bearer.unit) != lineage &&
                        std::binary_search(areas.begin(), areas.end(), lineage))
                        return true;
                }
        }
    return false;
}

/// Adds the words as one name of a unit, or as several that lie one in another.
bool RunningText::addNames(Cut& cut, std::size_t from, std::size_t to, Mention first) const {
    const SpelledText& text = cut.text();
    const std::uint8_t levels = levelsOf(first);
    const auto has = [&](std::size_t a, std::size_t b, std::uint8_t of) {
        return b - a <= maxNameWords && m_names.has(text.view(a, b), of, text.isMarked);
    };
    first.from = from;
    first.to = to;
    if (has(from, to, levels)) {
        cut.out.push_back(first);
        return true;
    }
    const auto addParent = [&](std::size_t a, std::size_t b, std::optional<Level> level) {
        Mention parent = cut.untyped(a, b);
        parent.level = level;
        parent.before = Break::None;
        parent.isSeparated = true;
        cut.out.push_back(parent);
    };
    for (std::size_t end = to - 1; end > from; --end) {
        // One syllable without a type word, "vu quang nam", is no commune.
        const bool isShort = end == from + 1 && first.type.empty();
        if (!has(from, end, isShort ? std::uint8_t(levels & ~communeBit) : levels))
            continue;
        first.to = end;
        const SpellingView inner = text.view(from, end), rest = text.view(end, to);
        const auto isParent = [&](Level level) {
            return has(end, to, NameIndex::bit(level)) &&
                   liesIn(inner, levels, rest, NameIndex::bit(level));
        };
        const bool inDistrict = isParent(Level::District), inProvince = isParent(Level::Province);
        if (inDistrict || inProvince) {
            cut.out.push_back(first);
            addParent(end, to,
                      inDistrict && inProvince ? std::optional<Level>() // "Điện Biên"
                      : inDistrict             ? Level::District
                                               : Level::Province);
            return true;
        }
        for (std::size_t middle = end + 1; middle < to; ++middle)
            if (has(end, middle, districtBit) && has(middle, to, provinceBit) &&
                liesIn(inner, levels, text.view(end, middle), districtBit) &&
                liesIn(text.view(end, middle), districtBit, text.view(middle, to), provinceBit)) {
                cut.out.push_back(first);
                addParent(end, middle, Level::District);
                addParent(middle, to, Level::Province);
                return true;
            }
    }
    return false;
}

/// Names among words, each a run of capitals.
void RunningText::cutCapitals(Cut& cut, std::size_t from) const {
    const std::size_t end = cut.whole.to;
    for (std::size_t at = from; at < end;) {
        if (!cut.isCapital(at)) {
            cut.hasDropped = true;
            ++at;
            continue;
        }
        std::size_t to = at;
        while (to < end && (cut.isCapital(to) || (to > at && cut.isNumber(to))) &&
               (to == at || !cut.text().words[to - 1].hasDot))
            ++to;
        const std::size_t run = at;
        at = to;
        Mention first = cut.untyped(run, to);
        // A capital alone says nothing at the beginning of a sentence: "Tại Mộc Châu".
        std::size_t name = run;
        const bool startsSentence = run == cut.whole.typeFrom;
        if (startsSentence && to - run > 1 && isLinking(cut.letters(run)) &&
            !m_names.has(cut.text().view(run, to), levelsOf(first), true))
            ++name;
        const bool isBehindWord = name > cut.whole.typeFrom && name != from;
        const SpellingView before = isBehindWord ? cut.letters(name - 1) : SpellingView();
        first.isLocated = isBehindWord && isLocative(before);
        first.isSeparated = !first.isLocated;
        // One syllable is hardly ever a name by itself: "Huế" is.
        if ((isBehindWord && !isLinking(before)) ||
            (to - name == 1 && !m_names.has(cut.text().view(name, to), provinceBit, true)) ||
            !addNames(cut, name, to, first))
            cut.hasDropped = true;
    }
}

/// The name after a type word, and what follows it.
void RunningText::cutTyped(Cut& cut) const {
    const Mention& whole = cut.whole;
    std::size_t from = whole.from;
    while (from < whole.to && !cut.isCapital(from) && isOfType(cut.letters(from)))
        ++from;
    if (from == whole.to || !cut.isCapital(from))
        from = whole.from;
    std::size_t capitals = from;
    while (capitals < whole.to && cut.isCapital(capitals) &&
           (capitals == from || !cut.text().words[capitals - 1].hasDot))
        ++capitals;
    const auto isName = [&](std::size_t to) {
        return m_names.has(cut.text().view(from, to), levelsOf(whole), cut.text().isMarked);
    };
    // Names have small letters now and then, and numbers: "Lao và Chải", "Phường 5".
    std::size_t to = std::min(whole.to, from + maxNameWords);
    while (to > capitals && !isName(to))
        --to;
    const bool hasCapitals = capitals > from;
    if (to == capitals && hasCapitals) {
        if (!addNames(cut, from, to, cut.piece(from, to))) {
            const bool mayBeSlip = whole.size() <= maxUnread; // "xã Mường vằng"
            if (mayBeSlip) {
                cut.out.push_back(whole);
                cut.out.back().from = from;
                return;
            }
            cut.out.push_back(cut.piece(from, to));
        }
    } else if (to > from &&
               (hasCapitals || whole.to - to >= minWordsAfter ||
                (cut.isNumber(from) && cut.text().hasCapitals) || cut.hasCapital(to, whole.to))) {
        cut.out.push_back(cut.piece(from, to));
    } else if (!cut.text().hasCapitals || (whole.size() <= maxUnread && !whole.isPlural)) {
        cut.out.push_back(whole); // a name with a slip: "xã cân Hồ"
        return;
    }
    // Else the type word names nothing here: "xã đã trồng …".
    cutCapitals(cut, std::max(to, from));
}

/// A number after a type word is a name as a whole.
void RunningText::cutNumbered(Cut& cut) const {
    const std::size_t behind = cut.whole.from + 1;
    cut.out.push_back(cut.piece(cut.whole.from, behind));
    Mention rest = cut.untyped(behind, cut.whole.to);
    rest.before = Break::None;
    Cut restCut{rest, cut.out, cut.out.size()};
    cutMention(restCut, false);
    cut.hasDropped = restCut.hasDropped;
}

/// "Local people in Tam Quan Nam Ward": the name stands right in front of its type word.
void RunningText::cutEnglish(Cut& cut) const {
    std::size_t from = cut.whole.to;
    while (from > cut.whole.from && cut.isCapital(from - 1))
        --from;
    std::size_t name = from;
    while (name < cut.whole.to && !m_names.has(cut.text().view(name, cut.whole.to),
                                               levelsOf(cut.whole), cut.text().isMarked))
        ++name;
    if (name == cut.whole.to)
        name = from;
    if (name == cut.whole.from || name == cut.whole.to) {
        cut.out.push_back(cut.whole);
        return;
    }
    Mention piece = cut.piece(name, cut.whole.to);
    piece.typeFrom = name;
    piece.before = Break::Dash;
    cut.out.push_back(piece);
}

void RunningText::separateCommunes(std::vector<Mention>& mentions) const {
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const Mention whole = mentions[i], &district = mentions[i + 1];
        const SpelledText& text = *whole.text;
        const std::size_t inFront = whole.isSmallPlace ? 2 : 1;
        if (!whole.type.empty() || whole.fromColumn || district.text != &text ||
            whole.size() <= inFront + 1 || (levelsOf(district) & districtBit) == 0 ||
            m_names.has(whole.letters(), levelsOf(whole), text.isMarked) ||
            !m_names.has(district.letters(), districtBit, text.isMarked))
            continue;
        for (std::size_t from =
                 std::max(whole.from + inFront, whole.to - std::min(maxNameWords, whole.size()));
             from + 1 < whole.to; ++from) {
            const SpellingView letters = text.view(from, whole.to);
            const Word& before = text.words[from - 1];
            if ((text.hasCapitals && !before.isCapital && !isDigit(text.letters[before.from])) ||
                !m_names.has(letters, communeBit, text.isMarked) ||
                !liesIn(letters, communeBit, district.letters(), districtBit))
                continue;
            Mention commune = whole;
            commune.from = commune.typeFrom = from;
            commune.level = Level::Commune;
            commune.isSmallPlace = commune.isListed = false;
            commune.before = Break::None;
            mentions[i].to = from;
            mentions[i].isSmallPlace = true;
            mentions.insert(mentions.begin() + std::ptrdiff_t(i) + 1, commune);
            ++i;
            break;
        }
    }
}

void RunningText::joinLines(std::vector<Mention>& mentions) const {
    const auto continues = [&](const Mention& first, const Mention& second) {
        const SpelledText& text = *first.text;
        if (second.text != &text || first.to != second.typeFrom || second.from != second.typeFrom ||
            second.before != Break::Line || first.size() == 0)
            return false;
        const bool isTyped = !first.type.empty();
        std::size_t from = first.to;
        while (from > first.from && text.words[from - 1].isCapital)
            --from;
        if (isTyped && from != first.from)
            return false;
        const auto isName = [&](std::size_t to) {
            return m_names.has(text.view(from, to), levelsOf(first), text.isMarked);
        };
        if (from == first.to || (!isTyped && isName(first.to)))
            return false;
        for (std::size_t to = std::min(second.to, first.to + 3); to > first.to; --to)
            if (to - from <= maxNameWords && isName(to))
                return true;
        return false;
    };
    for (std::size_t i = 1; i < mentions.size();)
        if (continues(mentions[i - 1], mentions[i])) {
            mentions[i - 1].to = mentions[i].to;
            mentions.erase(mentions.begin() + std::ptrdiff_t(i));
        } else {
            ++i;
        }
}

void RunningText::cutNames(std::vector<Mention>& mentions) const {
    std::vector<Mention> out;
    out.reserve(mentions.size());
    bool wasCut = false, anyDropped = false;
    for (const Mention& mention : mentions) {
        Cut cut{mention, out, out.size()};
        cutMention(cut, mentions.size() == 1);
        anyDropped = anyDropped || cut.hasDropped;
        // What stood between this and the mention before it is gone.
        if (std::exchange(wasCut, cut.hasDropped) && out.size() > cut.firstOut)
            out[cut.firstOut].before = std::max(out[cut.firstOut].before, Break::Dash);
    }
    if (anyDropped)
        for (Mention& mention : out)
            mention.isAmongWords = true;
    mentions = std::move(out);
}

void RunningText::cutMention(Cut& cut, bool isAlone) const {
    const Mention& mention = cut.whole;
    bool hasOtherWords = false;
    for (std::size_t word = mention.from; word < mention.to && !hasOtherWords; ++word)
        hasOtherWords = !cut.isCapital(word) && !cut.isNumber(word);
    const bool isName =
        mention.size() > 0 &&
        (m_names.has(mention.letters(), levelsOf(mention), mention.text->isMarked) ||
         (cut.isNumber(mention.from) && !m_names.find(mention.letters()).empty())); // "2 Bao Loc"
    const bool hasCapital = cut.hasCapital(mention.from, mention.to);
    const bool isTyped = !mention.type.empty();
    if (!isTyped && !isName && mention.size() > 1 &&
        (isTitle(cut.letters(mention.from)) || isCompany(mention))) {
        cut.hasDropped = true; // "ông Hà Văn Lâm"
    } else if (isName || mention.isBare() || mention.fromColumn) {
        cut.out.push_back(mention);
    } else if (mention.isEnglish) {
        cutEnglish(cut);
    } else if (isTyped && mention.size() > 1 && cut.isNumber(mention.from) &&
               !cut.isNumber(mention.from + 1) &&
               (mention.text->hasCapitals || mention.size() == 2)) {
        cutNumbered(cut); // "Quận 5 HCM"
    } else if (mention.size() > 2 && mention.size() <= 2 * maxNameWords && !mention.isSmallPlace &&
               addNames(cut, mention.from, mention.to, mention)) {
        // "Bích Hòa Thanh Oai, Hà Nội"
    } else if (hasOtherWords && isTyped) {
        cutTyped(cut);
    } else if (hasOtherWords && hasCapital && mention.size() > 3) {
        cutCapitals(cut, mention.from);
        if (cut.out.size() == cut.firstOut && mention.size() <= maxUnreadInPart &&
            cut.isCapital(mention.from) && cut.hasCapital(mention.from + 1, mention.to))
            cut.out.push_back(mention);
    } else if (!hasCapital && mention.size() == 1 && hasOtherWords && mention.text->hasCapitals &&
               !isAlone) {
        cut.hasDropped = true; // "tạ/ha"
    } else {
        cut.out.push_back(mention);
    }
}

} // namespace terroir::geocode
