#include "core/geocode/geocoder.hpp"

#include "core/geocode/segment.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace terroir::geocode {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

namespace {

// What a difference costs, out of 1. A clean name with its parents is 1; the order of the costs is
// what matters: a contradicted parent weighs most, a missing type word least.
constexpr double costNoDiacritics = 0.03, costDiacriticsDiffer = 0.20, costAlias = 0.02,
                 costNoType = 0.03, costTypeDiffers = 0.08, costCityIsProvince = 0.30,
                 costPartOfText = 0.15, costOtherDate = 0.12, costMixedEras = 0.04,
                 costContextOnly = 0.40, costBare = 0.10;
constexpr double factorContradictedParent = 0.55, factorUnknownParent = 0.90,
                 factorOutsideContext = 0.75, factorSmallerUnknown = 0.50;
constexpr double leastScore = 0.55, leastMargin = 0.08, leastOfTop = 0.70;
constexpr std::size_t mostCandidates = 10;

/// A unit that one mention may mean.
struct Reading {
    UnitIndex unit = noUnit;
    double quality = 0;
    std::vector<std::string> reasons;
};

struct ReadMention {
    Mention mention;
    std::vector<Reading> readings;
    bool partial = false; ///< only a part of the words is a name
};

struct Scored {
    UnitIndex unit = noUnit;
    double score = 0;
    std::vector<std::string> reasons;
};

struct NameEntry {
    UnitIndex unit = noUnit;
    std::string form; ///< with diacritics
    bool alias = false;
};

bool isNumber(std::string_view text) {
    return text.find_first_not_of("0123456789 ") == std::string_view::npos;
}

} // namespace

class Geocoder::Index {
public:
    explicit Index(const Gazetteer& gazetteer);
    Match resolve(const Query& query) const;

private:
    std::vector<ReadMention> read(std::vector<Mention> mentions, const Query& query,
                                  UnitIndex context) const;
    void joinDashed(std::vector<Mention>& mentions) const;
    void readName(ReadMention& read, const Query& query) const;
    bool addReadings(ReadMention& read, const std::string& name, double cost,
                     const Query& query) const;
    void readBare(ReadMention& read, const std::vector<ReadMention>& all, const Query& query,
                  UnitIndex context) const;
    std::optional<Reading> judge(const Mention& mention, const NameEntry& entry,
                                 const std::string& name, const std::string& folded,
                                 const Query& query) const;
    UnitIndex resolveContext(const Query& query) const;

    /// 0: not inside; 1: inside by its own parents; 2: inside by those of another era.
    int inside(UnitIndex unit, UnitIndex area, Date asOf) const;
    bool hasAncestor(UnitIndex unit, UnitIndex area) const;
    Scored score(const Reading& target, std::size_t own, const std::vector<ReadMention>& all,
                 const Query& query, UnitIndex context) const;
    void keepOnePerCode(std::vector<Scored>& scored, Date asOf) const;
    Match decide(std::vector<Scored> scored) const;

    const Gazetteer& m_gazetteer;
    std::unordered_map<std::string, std::vector<NameEntry>> m_names; ///< by folded form
};

Geocoder::Index::Index(const Gazetteer& gazetteer) : m_gazetteer(gazetteer) {
    m_names.reserve(gazetteer.units().size());
    const auto add = [this](UnitIndex unit, const std::string& name, bool alias) {
        std::string form = nameForm(name);
        std::vector<NameEntry>& entries = m_names[text::fold(form)];
        for (const NameEntry& entry : entries)
            if (entry.unit == unit && entry.form == form)
                return;
        entries.push_back({unit, std::move(form), alias});
    };
    for (UnitIndex i = 0; i < gazetteer.units().size(); ++i)
        add(i, gazetteer.unit(i).name, false);
    for (const auto& [unit, alias] : gazetteer.aliases())
        add(unit, alias, true);
}

std::optional<Reading> Geocoder::Index::judge(const Mention& mention, const NameEntry& entry,
                                              const std::string& name, const std::string& folded,
                                              const Query& query) const {
    const Unit& unit = m_gazetteer.unit(entry.unit);
    Reading reading{entry.unit, 1, {}};
    if (mention.level && unit.level != *mention.level)
        return std::nullopt;
    if (!mention.level && mention.type == "thành phố" && unit.level == Level::Commune)
        return std::nullopt;
    if (mention.type.empty()) {
        reading.quality -= mention.fromColumn ? 0 : costNoType;
    } else if (mention.type != unit.type) {
        // "thành phố Thanh Hóa" is the city, hardly ever the province of its name.
        reading.quality -= mention.level ? costTypeDiffers : costCityIsProvince;
        reading.reasons.emplace_back("type-differs");
    } else if (mention.abbreviated) {
        reading.reasons.emplace_back("abbreviation");
    }
    if (name == entry.form) {
        reading.reasons.emplace_back("exact");
    } else if (name == folded) {
        reading.quality -= costNoDiacritics;
        reading.reasons.emplace_back("no-diacritics");
    } else {
        reading.quality -= costDiacriticsDiffer;
        reading.reasons.emplace_back("diacritics-differ");
    }
    if (entry.alias) {
        reading.quality -= costAlias;
        reading.reasons.emplace_back("alias");
    }
    if (!unit.valid.contains(query.asOf)) {
        reading.quality -= costOtherDate;
        reading.reasons.emplace_back(unit.valid.to <= query.asOf ? "historic" : "later");
    }
    return reading;
}

bool Geocoder::Index::addReadings(ReadMention& read, const std::string& name, double cost,
                                  const Query& query) const {
    const std::string folded = text::fold(name);
    const auto found = m_names.find(folded);
    if (found == m_names.end())
        return false;
    const std::size_t before = read.readings.size();
    for (const NameEntry& entry : found->second) {
        auto reading = judge(read.mention, entry, name, folded, query);
        if (!reading)
            continue;
        reading->quality -= cost;
        if (cost > 0)
            reading->reasons.emplace_back("part-of-text");
        const auto same = std::find_if(read.readings.begin(), read.readings.end(),
                                       [&](const Reading& r) { return r.unit == reading->unit; });
        if (same == read.readings.end())
            read.readings.push_back(std::move(*reading));
        else if (same->quality < reading->quality)
            *same = std::move(*reading);
    }
    return read.readings.size() != before;
}

void Geocoder::Index::readName(ReadMention& read, const Query& query) const {
    const Mention& mention = read.mention;
    const std::string name = mention.name();
    if (mention.type.empty() && !mention.fromColumn && isNumber(name))
        return;
    if (addReadings(read, name, 0, query))
        return;
    // A name that itself begins with a type word or holds one ("thị trấn Nông trường Mộc Châu") is
    // found whole above; else a part of the words: behind a type word the longest beginning, in
    // free text the longest end or beginning of at least two words.
    read.partial = true;
    const std::size_t n = mention.words.size();
    if (!mention.type.empty()) {
        for (std::size_t to = n - 1; to >= 1; --to)
            if (addReadings(read, mention.join(0, to), costPartOfText, query))
                return;
        return;
    }
    for (std::size_t length = n - 1; length >= 2 && length < n; --length)
        if (addReadings(read, mention.join(n - length, n), costPartOfText, query) ||
            addReadings(read, mention.join(0, length), costPartOfText, query))
            return;
}

void Geocoder::Index::readBare(ReadMention& read, const std::vector<ReadMention>& all,
                               const Query& query, UnitIndex context) const {
    const auto typeFits = [&](UnitIndex unit) {
        return m_gazetteer.unit(unit).type == read.mention.type;
    };
    const auto addOnlyOne = [&](UnitIndex area, const char* reason) {
        for (UnitIndex up = area; up != noUnit; up = m_gazetteer.parentAt(up, query.asOf))
            if (typeFits(up)) {
                read.readings.push_back({up, 1 - costBare, {reason, "type-word-alone"}});
                return;
            }
        std::vector<UnitIndex> inside;
        std::vector<UnitIndex> open{area};
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
            read.readings.push_back(
                {inside.front(), 1 - costBare, {reason, "only-one-of-its-type"}});
    };
    for (const ReadMention& other : all)
        if (&other != &read && !other.mention.isBare() && !other.partial)
            for (const Reading& area : other.readings)
                if (m_gazetteer.unit(area.unit).level != Level::Commune &&
                    m_gazetteer.unit(area.unit).valid.contains(query.asOf))
                    addOnlyOne(area.unit, "parent");
    if (read.readings.empty() && context != noUnit)
        addOnlyOne(context, "context");
}

void Geocoder::Index::joinDashed(std::vector<Mention>& mentions) const {
    // "Bà Rịa - Vũng Tàu" is one name, "Sập Xa - Phù Yên" are two: the names decide.
    for (std::size_t i = 1; i < mentions.size();) {
        Mention joined = mentions[i - 1];
        joined.words.insert(joined.words.end(), mentions[i].words.begin(), mentions[i].words.end());
        if (mentions[i].afterDash && mentions[i].type.empty() &&
            m_names.contains(text::fold(joined.name()))) {
            mentions[i - 1] = std::move(joined);
            mentions.erase(mentions.begin() + std::ptrdiff_t(i));
        } else {
            ++i;
        }
    }
}

std::vector<ReadMention> Geocoder::Index::read(std::vector<Mention> mentions, const Query& query,
                                               UnitIndex context) const {
    joinDashed(mentions);
    std::vector<ReadMention> out;
    for (Mention& mention : mentions) {
        ReadMention read;
        read.mention = std::move(mention);
        if (!read.mention.isBare())
            readName(read, query);
        out.push_back(std::move(read));
    }
    // A part of a longer text counts only where no mention is a name as a whole.
    const bool anyWhole = std::any_of(out.begin(), out.end(), [](const ReadMention& r) {
        return !r.partial && !r.readings.empty() &&
               (!r.mention.type.empty() || r.mention.fromColumn);
    });
    for (ReadMention& read : out)
        if (read.partial && read.mention.type.empty() && anyWhole)
            read.readings.clear();
    for (ReadMention& read : out)
        if (read.mention.isBare())
            readBare(read, out, query, context);
    return out;
}

bool Geocoder::Index::hasAncestor(UnitIndex unit, UnitIndex area) const {
    const Unit& wanted = m_gazetteer.unit(area);
    for (UnitIndex up = unit; up != noUnit; up = m_gazetteer.unit(up).parent)
        if (m_gazetteer.unit(up).level == wanted.level &&
            m_gazetteer.unit(up).code == wanted.code && m_gazetteer.unit(up).name == wanted.name)
            return true;
    return false;
}

int Geocoder::Index::inside(UnitIndex unit, UnitIndex area, Date asOf) const {
    if (hasAncestor(unit, area))
        return 1;
    const Unit& own = m_gazetteer.unit(unit);
    const Unit& other = m_gazetteer.unit(area);
    if (other.level >= own.level)
        return 0;
    // Another era: where the unit's ground lies on a day on which the area is in force.
    const Date day = other.valid.contains(asOf) ? asOf
                     : other.valid.to.isOpen()  ? other.valid.from
                                                : other.valid.to.previousDay();
    for (const gazetteer::Share& share : m_gazetteer.convert(unit, day, 0.05))
        if (hasAncestor(share.unit, area) ||
            m_gazetteer.ancestorAt(share.unit, other.level, day) == area)
            return 2;
    return 0;
}

Scored Geocoder::Index::score(const Reading& target, std::size_t own,
                              const std::vector<ReadMention>& all, const Query& query,
                              UnitIndex context) const {
    Scored out{target.unit, target.quality, target.reasons};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ReadMention& other = all[i];
        if (i == own)
            continue;
        if (other.readings.empty()) {
            if (!other.mention.isBare() &&
                (!other.mention.type.empty() || other.mention.fromColumn)) {
                // The smaller unit that the text names was not found: its parent is no answer.
                const bool smaller = other.mention.level &&
                                     *other.mention.level > m_gazetteer.unit(target.unit).level;
                out.score *= smaller ? factorSmallerUnknown : factorUnknownParent;
                out.reasons.emplace_back(smaller ? "smaller-unit-not-found" : "unknown-parent");
            }
            continue;
        }
        double best = 0;
        int how = 0;
        for (const Reading& area : other.readings) {
            const int relation = inside(target.unit, area.unit, query.asOf);
            const double quality = relation == 0 ? 0
                                                 : std::min(1.0, area.quality + 0.1) -
                                                       (relation == 2 ? costMixedEras : 0);
            if (quality > best) {
                best = quality;
                how = relation;
            }
        }
        if (best > 0) {
            out.score *= 0.5 + 0.5 * best;
            if (how == 2)
                out.reasons.emplace_back("mixed-eras");
            out.reasons.emplace_back(other.mention.fromColumn ? "parent-from-column" : "parent");
        } else if (!other.partial && (!other.mention.isBare())) {
            out.score *= factorContradictedParent;
            out.reasons.emplace_back("parent-contradicts");
        }
    }
    if (context != noUnit) {
        if (inside(target.unit, context, query.asOf) != 0) {
            out.reasons.emplace_back("context");
        } else if (!hasAncestor(context, target.unit)) {
            out.score *= factorOutsideContext;
            out.reasons.emplace_back("outside-context");
        }
    }
    return out;
}

void Geocoder::Index::keepOnePerCode(std::vector<Scored>& scored, Date asOf) const {
    // Versions of one code under one name are one place: the version of the date, else the last.
    std::map<std::pair<Level, std::string>, Scored> best;
    for (Scored& candidate : scored) {
        const Unit& unit = m_gazetteer.unit(candidate.unit);
        auto [at, isNew] =
            best.try_emplace({unit.level, unit.code + nameForm(unit.name)}, candidate);
        if (isNew)
            continue;
        const Unit& kept = m_gazetteer.unit(at->second.unit);
        const bool better = candidate.score > at->second.score + 1e-9 ||
                            (candidate.score > at->second.score - 1e-9 &&
                             (unit.valid.contains(asOf) ||
                              (!kept.valid.contains(asOf) && unit.valid.from > kept.valid.from)));
        if (better)
            at->second = candidate;
    }
    scored.clear();
    for (auto& [key, candidate] : best)
        scored.push_back(std::move(candidate));
}

Match Geocoder::Index::decide(std::vector<Scored> scored) const {
    std::erase_if(scored, [](const Scored& candidate) { return candidate.score < 0.3; });
    std::sort(scored.begin(), scored.end(), [this](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score
                                  : m_gazetteer.unit(a.unit).uid < m_gazetteer.unit(b.unit).uid;
    });
    Match match;
    if (scored.empty())
        return match;
    const double top = scored.front().score;
    std::erase_if(scored,
                  [&](const Scored& candidate) { return candidate.score < top * leastOfTop; });
    const auto tied =
        std::size_t(std::count_if(scored.begin(), scored.end(), [&](const Scored& candidate) {
            return candidate.score > top - leastMargin;
        }));
    const auto& reasons = scored.front().reasons;
    const bool contradicted =
        std::find(reasons.begin(), reasons.end(), "parent-contradicts") != reasons.end();
    match.status =
        top >= leastScore && tied == 1 && !contradicted ? Status::Matched : Status::Ambiguous;
    if (tied > 1)
        match.reasons.emplace_back("several-fit");
    else if (match.status == Status::Ambiguous)
        match.reasons.emplace_back("weak");
    for (std::size_t i = 0; i < scored.size() && i < mostCandidates; ++i) {
        // Among equals a candidate is as likely as its share of them.
        const double share = i < tied ? 1.0 / double(tied) : 1.0 / double(tied + 1);
        match.candidates.push_back({scored[i].unit,
                                    std::min(scored[i].score, 1.0) * (tied > 1 ? share : 1),
                                    std::move(scored[i].reasons)});
    }
    return match;
}

UnitIndex Geocoder::Index::resolveContext(const Query& query) const {
    if (query.context.empty())
        return noUnit;
    Query question;
    question.text = query.context;
    question.asOf = query.asOf;
    return resolve(question).unit();
}

Match Geocoder::Index::resolve(const Query& query) const {
    const UnitIndex context = resolveContext(query);
    std::vector<Mention> mentions = segment(query.text);
    for (const auto& [cell, level] :
         {std::pair{&query.commune, Level::Commune}, std::pair{&query.district, Level::District},
          std::pair{&query.province, Level::Province}})
        for (Mention& mention : segmentColumn(*cell, level))
            mentions.push_back(std::move(mention));
    const std::vector<ReadMention> all = read(std::move(mentions), query, context);

    std::vector<Scored> scored;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const Reading& reading : all[i].readings)
            if (!query.level || m_gazetteer.unit(reading.unit).level == *query.level)
                scored.push_back(score(reading, i, all, query, context));
    keepOnePerCode(scored, query.asOf);
    Match match = decide(std::move(scored));
    if (match.status != Status::Matched &&
        (match.candidates.empty() || match.candidates.front().score < leastScore / 2) &&
        context != noUnit && query.level == m_gazetteer.unit(context).level) {
        // The text names no unit of the level that is spoken of, but where it stands does.
        match = Match{
            Status::Matched, {{context, 1 - costContextOnly, {"context"}}}, {"no-name-in-text"}};
    } else if (match.candidates.empty()) {
        match.reasons.emplace_back(all.empty() ? "no-name-in-text" : "name-not-found");
    }
    return match;
}

Geocoder::Geocoder(const Gazetteer& gazetteer) : m_index(std::make_unique<Index>(gazetteer)) {}
Geocoder::~Geocoder() = default;
Geocoder::Geocoder(Geocoder&&) noexcept = default;

Match Geocoder::resolve(const Query& query) const {
    return m_index->resolve(query);
}

} // namespace terroir::geocode
