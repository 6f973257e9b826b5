#include "core/search/hit_text.hpp"

#include "core/gazetteer/versions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::search {

namespace {

using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

void append(std::string& line, const std::string& part) {
    if (!part.empty())
        line += (line.empty() ? "" : " · ") + part;
}

/// "2008–2025", "đến 2025", "từ 2025": of all versions of the thing.
std::string yearsOf(const Thing& thing, const Things& things, Language language) {
    const bool en = language == Language::English;
    const Date from = things.versions[thing.firstVersion].valid.from;
    const Date to = things.versions[thing.firstVersion + thing.versionCount - 1].valid.to;
    const bool isOld = from <= gazetteer::firstDay;
    if (to.isOpen())
        return isOld ? "" : fmt::format("{} {}", en ? "from" : "từ", from.year());
    return isOld                      ? fmt::format("{} {}", en ? "until" : "đến", to.year())
           : from.year() == to.year() ? std::to_string(from.year())
                                      : fmt::format("{}–{}", from.year(), to.year());
}

std::string unitLine(UnitIndex unit, const Thing& thing, const Things& things,
                     const Gazetteer& gazetteer, Date asOf, Language language) {
    const Period valid = gazetteer.unit(unit).valid;
    const Date day = dayOf(gazetteer.unit(unit), asOf);
    const UnitIndex parent = gazetteer.parentAt(unit, day);
    std::string line = parent == noUnit ? "" : gazetteer.describe(parent, day);
    if (!valid.contains(asOf))
        append(line, yearsOf(thing, things, language));
    return line;
}

std::string countsOf(const Thing& thing, Language language) {
    const std::size_t n = thing.records.size(), communes = thing.communes;
    if (language == Language::English) {
        std::string line = fmt::format("{} record{}", n, n == 1 ? "" : "s");
        if (communes > 0)
            line += fmt::format(" in {} commune{}", communes, communes == 1 ? "" : "s");
        return line;
    }
    return fmt::format("{} số liệu", n) + (communes > 0 ? fmt::format(" ở {} xã", communes) : "");
}

std::string recordsLine(const Thing& thing, Language language) {
    std::string kinds;
    for (const records::KindInfo* kind : thing.kinds)
        kinds += (kinds.empty() ? "" : "; ") + kind->name.in(language);
    append(kinds, countsOf(thing, language));
    return kinds;
}

std::vector<TextRange> matchedRanges(std::string_view text, const Typed& typed) {
    std::vector<TextRange> ranges;
    for (const Word& word : wordsOf(text)) {
        std::size_t letters = 0;
        for (const Typed::Part& part : typed.parts)
            if (word.letters.starts_with(part.word.letters))
                letters = std::max(letters, part.word.letters.size());
        if (letters > 0)
            ranges.push_back({word.from, endOfLetters(text, word, letters)});
    }
    return ranges;
}

/// The number of a document stands in its line.
bool isShownAnyway(const Thing& thing, NameId name, const Things& things) {
    return thing.kind == Kind::Source &&
           things.sources[thing.source].text.find(things.names.text(name)) != std::string::npos;
}

} // namespace

void addTexts(Hit& hit, const Thing& thing, NameId name, const Things& things, const Typed& typed,
              const Gazetteer& gazetteer, Date asOf, Language language) {
    hit.text = thing.kind == Kind::Unit ? gazetteer.unit(hit.unit).fullName()
                                        : things.names.text(thing.name);
    hit.matched = matchedRanges(hit.text, typed);
    if (name != thing.name && !isShownAnyway(thing, name, things))
        hit.detail = fmt::format("{}: {}", language == Language::English ? "also" : "tên khác",
                                 things.names.text(name));
    if (thing.kind == Kind::Unit)
        append(hit.detail, unitLine(hit.unit, thing, things, gazetteer, asOf, language));
    else if (thing.kind != Kind::Source)
        append(hit.detail, recordsLine(thing, language));
    else {
        append(hit.detail, things.sources[thing.source].text);
        append(hit.detail, countsOf(thing, language));
    }
}

} // namespace terroir::search
