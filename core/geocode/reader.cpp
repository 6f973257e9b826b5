#include "core/geocode/reader.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::geocode {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

namespace {

// In slips, as Difference::cost.
constexpr double costNoDiacritics = 0.03, costNoDiacriticsAmongMarked = 0.4, costAlias = 0.05,
                 costNoType = 0.05, costTypeDiffers = 0.9, costCityIsProvince = 1.8,
                 costEnglishType = 0.8, costPartOfTyped = 1.5, costPartOfText = 0.6, costBare = 0.3,
                 costBareNumber = 0.4, costInitials = 0.5, costSmallerOfName = 1.6;
/// Names that need this much more than the nearest are left out.
constexpr double nearMargin = 1.6;

bool isDigitSign(Sign sign) {
    return baseOf(sign) >= '0' && baseOf(sign) <= '9';
}

/// Whether the words from `from` on may name a unit: "thôn Tân Lập" is a hamlet, but "thôn Đồng Lực
/// Hoàng Lâu" and "khu 3 Suối Hoa" may hold two names.
bool mayEndIn(const Mention& mention, std::size_t from) {
    if (!mention.isSmallPlace)
        return true;
    const SpellingView before = mention.text->view(from - 1, from);
    return from - mention.from >= 3 || isDigitSign(before[0]);
}

} // namespace

double slipsAllowed(std::size_t letters) {
    return std::clamp(0.38 * double(letters), 1.4, 2.9);
}

bool Reader::judge(const Mention& mention, const Bearer& bearer, Reading& reading) const {
    const Unit& unit = m_gazetteer.unit(bearer.unit);
    if ((levelsOf(mention) & NameIndex::bit(unit.level)) == 0)
        return false;
    double cost = 0;
    if (mention.type.empty()) {
        cost = mention.fromColumn ? 0 : costNoType;
    } else if (mention.type == unit.type) {
        if (mention.isAbbreviated)
            reading.traits.add(Trait::Abbreviation);
    } else if (mention.isEnglish) {
        const bool isTown = mention.type == "thị xã" && unit.type == "thị trấn";
        cost = isTown || mention.type == "huyện" ? 0 : costEnglishType;
    } else {
        if (mention.isNumber() && mention.isAbbreviated)
            return false; // "x1" is no ward
        // "thành phố Lai Châu" is the city, hardly ever the province of its name.
        const bool isCityOfProvince = !mention.level && unit.level == Level::Province;
        cost = isCityOfProvince ? costCityIsProvince : costTypeDiffers;
        reading.traits.add(Trait::TypeDiffers);
    }
    if (bearer.isAlias) {
        cost += costAlias;
        reading.traits.add(Trait::Alias);
    }
    reading.unit = bearer.unit;
    reading.cost = float(cost);
    return true;
}

void Reader::addName(ReadMention& read, const NameIndex::Name& name, const Difference& difference,
                     double cost, Traits traits) const {
    double slips = difference.cost;
    if (difference.noDiacritics) {
        slips += read.mention.text->isMarked ? costNoDiacriticsAmongMarked : costNoDiacritics;
        traits.add(Trait::NoDiacritics);
    }
    if (difference.marks > 0)
        traits.add(Trait::DiacriticsDiffer);
    if (difference.iy)
        traits.add(Trait::Iy);
    if (difference.lettersLost)
        traits.add(Trait::LettersLost);
    if (difference.bySound > 0)
        traits.add(Trait::BySound);
    if (difference.byLook > 0)
        traits.add(Trait::ByLook);
    if (slips == 0 && !traits.has(Trait::Initials))
        traits.add(Trait::Exact);
    read.readings.reserve(read.readings.size() + name.bearerCount);
    for (const Bearer& bearer : m_names.bearers(name)) {
        Reading reading;
        if (!judge(read.mention, bearer, reading))
            continue;
        reading.traits.add(traits);
        reading.cost += float(slips + cost);
        reading.strangeness = float(difference.strangeness());
        reading.typos = std::uint8_t(std::min(difference.edits, 9));
        reading.changed =
            std::uint8_t(std::min(difference.edits + difference.bySound + difference.byLook, 9));
        reading.isAgainstExact =
            read.hasExact && difference.edits + difference.bySound + difference.byLook > 0;
        read.readings.push_back(reading);
    }
}

bool Reader::addReadings(ReadMention& read, SpellingView letters, double cost,
                         Traits traits) const {
    const std::size_t before = read.readings.size();
    const bool usesMarks =
        read.mention.text->isMarked && std::any_of(letters.begin(), letters.end(), isMarked);
    for (const NameIndex::Name& name : m_names.find(letters)) {
        if ((name.levels & levelsOf(read.mention)) == 0)
            continue;
        const Difference slips = difference(letters, name.letters, usesMarks, 9);
        addName(read, name, slips, cost, traits);
    }
    return read.readings.size() != before;
}

/// A part of a longer text: after a type word the longest beginning, in free text the longest end
/// or beginning of at least two words.
void Reader::readParts(ReadMention& read) const {
    const Mention& mention = read.mention;
    const std::size_t n = mention.size();
    const auto part = [&](std::size_t from, std::size_t to) {
        return mention.text->view(mention.from + from, mention.from + to);
    };
    Traits isPart;
    isPart.add(Trait::PartOfText);
    read.isPart = true;
    if (!mention.type.empty()) {
        for (std::size_t to = n - 1; to >= 1 && to < n; --to)
            if (addReadings(read, part(0, to), costPartOfTyped, isPart))
                return;
    } else {
        for (std::size_t length = n - 1; length >= 2 && length < n; --length)
            if ((mayEndIn(mention, mention.to - length) &&
                 addReadings(read, part(n - length, n), costPartOfText, isPart)) ||
                (!mention.isSmallPlace &&
                 addReadings(read, part(0, length), costPartOfText, isPart)))
                return;
    }
    read.isPart = !read.readings.empty();
}

/// "ở Thái Nguyên", in a sentence: of a province, a city and a ward of one name the province is
/// meant, in which the others lie.
void Reader::preferLargest(ReadMention& read, Date asOf) const {
    Level largest = Level::Commune;
    const auto counts = [&](const Reading& reading) {
        return reading.strangeness <= equalCost &&
               m_gazetteer.unit(reading.unit).valid.contains(asOf);
    };
    for (const Reading& reading : read.readings)
        if (counts(reading))
            largest = std::min(largest, m_gazetteer.unit(reading.unit).level);
    bool hasSmaller = false;
    for (Reading& reading : read.readings)
        if (m_gazetteer.unit(reading.unit).level > largest) {
            reading.cost += float(costSmallerOfName);
            hasSmaller = hasSmaller || counts(reading);
        }
    if (hasSmaller)
        for (Reading& reading : read.readings)
            if (m_gazetteer.unit(reading.unit).level == largest)
                reading.traits.add(Trait::LargestOfName);
}

void Reader::readInitials(ReadMention& read) const {
    const Mention& mention = read.mention;
    SpellingView letters = mention.letters();
    if (mention.size() == 1 && letters.size() > 3 && baseOf(letters[0]) == 't' &&
        baseOf(letters[1]) == 'p')
        letters.remove_prefix(2); // "TPHCM"
    if (letters.size() < 2 || letters.size() > 4 || !mention.text->words[mention.from].isUpperCase)
        return;
    Traits traits;
    traits.add(Trait::Initials);
    for (const NameIndexId id : m_names.findInitials(letters)) {
        const NameIndex::Name& name = m_names.names()[id];
        if ((name.levels & levelsOf(mention)) != 0)
            addName(read, name, Difference{}, costInitials, traits);
    }
    std::erase_if(read.readings, [this](const Reading& reading) {
        return m_gazetteer.unit(reading.unit).level == Level::Commune;
    });
}

/// "T.Giang", "Ng. Sơn", "B.Thạnh": provinces and districts some of whose words are cut to their
/// first consonants. What looks like the abbreviation of a type word may be one of them.
void Reader::readShortened(ReadMention& read) const {
    const Mention& mention = read.mention;
    const bool withType = mention.isAbbreviated && mention.typeFrom + 1 == mention.from &&
                          mention.text->view(mention.typeFrom, mention.from).size() == 1;
    const std::size_t from = withType ? mention.typeFrom : mention.from;
    const auto isCut = [&](std::size_t word) {
        const SpellingView letters = mention.text->view(word, word + 1);
        return letters.size() <= 3 && std::none_of(letters.begin(), letters.end(), [](Sign sign) {
                   return std::string_view("aeiouy0123456789?").find(baseOf(sign)) !=
                          std::string_view::npos;
               });
    };
    std::size_t cut = 0;
    for (std::size_t word = from; word < mention.to; ++word)
        cut += isCut(word) ? 1 : 0;
    if (cut == 0 || cut == mention.to - from)
        return;
    const auto fits = [&](const NameIndex::Name& name) {
        std::size_t begin = 0;
        for (std::size_t word = from; word < mention.to; ++word) {
            if (begin >= name.letters.size())
                return false;
            std::size_t end = begin + 1;
            while (end < name.letters.size() && !name.startsWord(end))
                ++end;
            const SpellingView letters = mention.text->view(word, word + 1);
            const SpellingView syllable =
                SpellingView(name.letters)
                    .substr(begin, isCut(word) ? letters.size() : end - begin);
            if (!haveEqualBases(letters, syllable))
                return false;
            begin = end;
        }
        return begin == name.letters.size();
    };
    Mention whole = mention;
    if (withType) {
        whole.type = {};
        whole.level.reset();
    }
    std::swap(read.mention, whole);
    Traits traits;
    traits.add(Trait::Initials);
    for (const Level level : {Level::Province, Level::District})
        for (const NameIndexId id : m_names.namesOf(level))
            if ((levelsOf(read.mention) & NameIndex::bit(level)) != 0 && fits(m_names.names()[id]))
                addName(read, m_names.names()[id], Difference{}, costInitials, traits);
    if (read.readings.empty())
        std::swap(read.mention, whole);
    std::erase_if(read.readings, [this](const Reading& reading) {
        return m_gazetteer.unit(reading.unit).level == Level::Commune;
    });
}

void Reader::collectAreas(ReadMention& read, Date asOf) const {
    read.areas.clear();
    read.areaBits = 0;
    if (read.mention.level == Level::Commune)
        return; // nobody's parent
    for (const Reading& reading : read.readings) {
        const Unit& unit = m_gazetteer.unit(reading.unit);
        read.areas.push_back({m_areas.of(reading.unit), reading.cost, unit.level,
                              reading.strangeness > equalCost, reading.isAgainstExact,
                              reading.traits.has(Trait::Initials), unit.valid.contains(asOf)});
        read.areaBits |= Lineage::bitOf(read.areas.back().area);
    }
    std::sort(read.areas.begin(), read.areas.end(), [](const AreaCost& a, const AreaCost& b) {
        return a.area != b.area ? a.area < b.area : a.cost < b.cost;
    });
    // The cheapest of each area stays.
    std::size_t kept = 0;
    for (const AreaCost& area : read.areas)
        if (kept > 0 && read.areas[kept - 1].area == area.area)
            read.areas[kept - 1].isInForce = read.areas[kept - 1].isInForce || area.isInForce;
        else
            read.areas[kept++] = area;
    read.areas.resize(kept);
}

void Reader::readBare(ReadMention& read, const std::vector<ReadMention>& all, const Query& query,
                      UnitIndex context) const {
    const auto add = [&](UnitIndex unit, Trait how, Trait where) {
        Reading reading;
        reading.unit = unit;
        reading.cost = float(costBare);
        reading.traits.add(how);
        reading.traits.add(where);
        read.readings.push_back(reading);
    };
    const auto typeFits = [&](UnitIndex unit) {
        return m_gazetteer.unit(unit).type == read.mention.type;
    };
    const auto addOnlyOne = [&](UnitIndex area, Trait where) {
        for (UnitIndex up = area; up != noUnit; up = m_gazetteer.parentAt(up, query.asOf))
            if (typeFits(up))
                return add(up, Trait::TypeWordAlone, where);
        std::vector<UnitIndex> inside, open{area};
        while (!open.empty()) {
            const UnitIndex at = open.back();
            open.pop_back();
            for (const UnitIndex child : m_gazetteer.childrenAt(at, query.asOf)) {
                if (typeFits(child))
                    inside.push_back(child);
                if (m_gazetteer.unit(child).level != Level::Commune)
                    open.push_back(child);
            }
        }
        if (inside.size() == 1)
            add(inside.front(), Trait::OnlyOneOfItsType, where);
    };
    for (const ReadMention& other : all)
        if (&other != &read && !other.mention.isBare() && !other.isPart)
            for (const Reading& area : other.readings)
                if (m_gazetteer.unit(area.unit).level != Level::Commune &&
                    m_gazetteer.unit(area.unit).valid.contains(query.asOf))
                    addOnlyOne(area.unit, Trait::Parent);
    if (read.readings.empty() && context != noUnit)
        addOnlyOne(context, Trait::Context);
}

ReadMention Reader::readMention(const Mention& mention) const {
    ReadMention read;
    read.mention = mention;
    if (mention.isBare())
        return read;
    if (mention.type.empty() && !mention.fromColumn && mention.isNumber())
        return read;
    if (!addReadings(read, mention.letters(), 0)) {
        readInitials(read);
        if (read.readings.empty())
            readShortened(read);
    }
    return read;
}

std::vector<ReadMention> Reader::read(std::vector<Mention> mentions, const Query& query,
                                      UnitIndex context) const {
    m_bounds.settle(mentions);
    std::vector<ReadMention> out;
    out.reserve(mentions.size());
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        out.push_back(readMention(mentions[i]));
        ReadMention& read = out.back();
        read.runsOn = i + 1 < mentions.size() && mentions[i + 1].text == mentions[i].text &&
                      mentions[i + 1].before == Break::None;
        if (read.readings.empty() && mentions[i].size() > 1)
            readParts(read);
        if (mentions[i].isLocated && !read.isPart)
            preferLargest(read, query.asOf);
    }
    // "ĐT: 0213 …" is a telephone, not Đồng Tháp.
    for (std::size_t i = 0; i + 1 < out.size(); ++i)
        if (mentions[i].type.empty() && mentions[i + 1].type.empty() &&
            mentions[i + 1].isNumber() && !out[i].readings.empty() &&
            out[i].readings.front().traits.has(Trait::Initials))
            out[i].readings.clear();
    // Numbers right before a city are its district and ward, if it has such.
    for (std::size_t i = out.size() - std::min<std::size_t>(out.size(), 1); i-- > 0;)
        if (mentions[i].type.empty() && !mentions[i].fromColumn && mentions[i].isNumber() &&
            std::any_of(out[i + 1].readings.begin(), out[i + 1].readings.end(),
                        [this](const Reading& reading) {
                            return m_gazetteer.unit(reading.unit).level != Level::Commune;
                        }))
            addReadings(out[i], mentions[i].letters(), costBareNumber);
    // A part of a longer text counts only where no mention is a name as a whole.
    const bool anyWhole = std::any_of(out.begin(), out.end(), [](const ReadMention& r) {
        return !r.isPart && !r.readings.empty() && r.isFirm() && r.mention.level == Level::Commune;
    });
    for (ReadMention& read : out)
        if (read.isPart && read.mention.type.empty() && anyWhole)
            read.readings.clear();
    for (std::size_t i = 0; i < out.size(); ++i) {
        // "13/13 xã, thị trấn": all of them, not the only one of its type.
        const auto isAlike = [&](std::size_t other) {
            return other < out.size() && mentions[other].isBare() && mentions[i].level &&
                   mentions[other].level == mentions[i].level;
        };
        const bool isOfSeveral = isAlike(i - 1) || isAlike(i + 1);
        if (mentions[i].isBare() && !mentions[i].isPlural && !isOfSeveral)
            readBare(out[i], out, query, context);
    }
    for (ReadMention& read : out)
        collectAreas(read, query.asOf);
    return out;
}

void Reader::scan(ReadMention& read, SpellingView letters, std::span<const NameIndexId> pool,
                  std::uint8_t levels, double limit, double cost) const {
    const bool usesMarks =
        read.mention.text->isMarked && std::any_of(letters.begin(), letters.end(), isMarked);
    const NearFilter filter(letters, limit);
    Traits traits;
    if (cost > 0)
        traits.add(Trait::PartOfText);
    for (const NameIndexId id : pool) {
        if (!filter.mayBeNear(m_names.signatures()[id]))
            continue;
        const NameIndex::Name& name = m_names.names()[id];
        if ((name.levels & levels) == 0 || isDigitSign(name.letters[0]) ||
            !filter.mayBeNear(name.letters))
            continue;
        const Difference slips = difference(letters, name.letters, usesMarks, limit * 1.5);
        if (slips.cost <= limit * 1.5 && slips.strangeness() <= limit)
            addName(read, name, slips, cost, traits);
    }
}

void Reader::readNear(std::vector<ReadMention>& all, std::size_t which, UnitIndex context,
                      Date asOf) const {
    ReadMention& read = all[which];
    const Mention& mention = read.mention;
    const SpellingView letters = mention.letters();
    if (mention.isBare() || letters.size() < 2 || mention.isNumber())
        return;
    const std::uint8_t levels = levelsOf(mention);

    // Where to look: in the districts that the other mentions name, else in the provinces.
    using Pools = std::vector<std::span<const NameIndexId>>;
    Pools inDistricts, inProvinces;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == which || all[i].isPart)
            continue;
        const std::vector<AreaCost>& areas = all[i].areas;
        const bool mayBeProvince =
            std::any_of(areas.begin(), areas.end(),
                        [](const AreaCost& area) { return area.level == Level::Province; });
        for (const AreaCost& area : areas)
            if (area.level == Level::Province)
                inProvinces.push_back(m_areas.namesIn(area.area));
            else if (area.level == Level::District && !mayBeProvince)
                inDistricts.push_back(m_areas.namesIn(area.area));
    }
    // Where nothing else says that a place is meant, a likeness to one of all names says nothing.
    const auto anywhere = [&](Level level) {
        return read.isFirm()       ? Pools{m_names.namesOf(level)}
               : context != noUnit ? Pools{m_areas.namesIn(m_areas.of(context))}
                                   : Pools{};
    };
    const Pools districts = !inProvinces.empty() ? inProvinces : anywhere(Level::District);
    const Pools communes = !inDistricts.empty()   ? inDistricts
                           : !inProvinces.empty() ? inProvinces
                                                  : anywhere(Level::Commune);
    const std::size_t before = read.readings.size();
    read.hasExact = !read.isPart && std::any_of(read.readings.begin(), read.readings.end(),
                                                [](const Reading& reading) {
                                                    return reading.strangeness <= equalCost;
                                                });
    const auto scanSpan = [&](SpellingView span, double factor, double cost) {
        const double limit = slipsAllowed(span.size()) * factor;
        if ((levels & provinceBit) != 0)
            scan(read, span, m_names.namesOf(Level::Province), provinceBit, limit, cost);
        if ((levels & districtBit) != 0)
            for (const auto pool : districts)
                scan(read, span, pool, districtBit, limit, cost);
        if ((levels & communeBit) != 0)
            for (const auto pool : communes)
                scan(read, span, pool, communeBit, limit, cost);
    };
    if (!mention.isSmallPlace || read.isFirm())
        scanSpan(letters, 1, 0);
    const bool hasParts = mention.type.empty() && !mention.fromColumn && mention.size() > 2;
    if (hasParts && (!inDistricts.empty() || !inProvinces.empty()))
        for (std::size_t length = std::min<std::size_t>(4, mention.size() - 1); length >= 1;
             --length) {
            const SpellingView end = mention.text->view(mention.to - length, mention.to);
            if (end.size() >= (length > 1 ? 3U : 4U) &&
                (read.runsOn || mayEndIn(mention, mention.to - length)))
                scanSpan(end, 0.75, costPartOfText);
        }

    // The nearest, whatever was read before.
    const auto added = read.readings.begin() + std::ptrdiff_t(before);
    std::sort(added, read.readings.end(),
              [](const Reading& a, const Reading& b) { return a.cost < b.cost; });
    if (added != read.readings.end()) {
        const double most = added->cost + nearMargin;
        std::size_t kept = before;
        while (kept < read.readings.size() && read.readings[kept].cost <= most)
            ++kept;
        read.readings.resize(kept);
    }
    collectAreas(read, asOf);
}

} // namespace terroir::geocode
