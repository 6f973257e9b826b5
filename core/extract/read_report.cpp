#include "core/extract/kind_decision.hpp"
#include "core/extract/mentions.hpp"
#include "core/extract/proposal.hpp"
#include "core/extract/quantities.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace terroir::extract {

namespace {

using geocode::FoundPlace;

bool isRaised(const Token& token) {
    static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴",
                                                             "⁵", "⁶", "⁷", "⁸", "⁹"};
    return std::find(digits.begin(), digits.end(), token.lower) != digits.end();
}

/// The mark that begins with the token; empty when none does.
std::string markAt(std::span<const Token> tokens, std::size_t at) {
    std::string mark;
    for (std::size_t i = at;
         i < tokens.size() && isRaised(tokens[i]) && (i == at || tokens[i].isGlued); ++i)
        mark += tokens[i].lower;
    return mark;
}

class ReportReader {
public:
    ReportReader(std::string_view text, std::span<const FoundPlace> places, const Context& context)
        : m_text(text), m_places(places), m_context(context), m_kinds(context.lexicon) {
        findBareNames();
    }

    Reading read() {
        std::size_t paragraph = 0;
        for (const Sentence& sentence : sentencesOf(m_text)) {
            m_sentence = &sentence;
            m_isFirst = sentence.paragraph != paragraph;
            paragraph = sentence.paragraph;
            m_kinds.enter(sentence, m_isFirst);
            readSentence();
        }
        findRepeats();
        std::stable_sort(
            m_out.proposals.begin(), m_out.proposals.end(),
            [](const Proposal& a, const Proposal& b) { return a.firstByte < b.firstByte; });
        return std::move(m_out);
    }

private:
    std::span<const Token> tokens() const { return m_sentence->tokens; }

    void readSentence() {
        m_counted = countedIn(tokens(), m_context.lexicon);
        std::erase_if(m_counted, [](const Counted& one) { return one.isPerUnit; });
        findPlaces();
        const std::string note = markAt(tokens(), 0);
        const auto told = note.empty() ? m_ofMark.end() : m_ofMark.find(note);
        const Proposal* whole = told == m_ofMark.end() ? nullptr : &told->second;
        const std::size_t begin = m_out.proposals.size();
        m_madeFor.assign(m_counted.size(), std::size_t(-1));
        std::vector<std::size_t>& proposalOf = m_madeFor;
        for (std::size_t i = 0; i < m_counted.size(); ++i) {
            Proposal proposal = proposalFor(i, whole);
            if (proposal.kind == "other" || proposal.indicator == "stars")
                continue; // stars are said of each product
            if (proposal.kind.empty()) {
                m_out.leftOpen.push_back(std::move(proposal));
                continue;
            }
            proposalOf[i] = m_out.proposals.size();
            m_out.proposals.push_back(std::move(proposal));
        }
        findParts(proposalOf, whole);
        std::set<std::size_t> named;
        for (std::size_t i = 0; i < m_counted.size(); ++i)
            if (proposalOf[i] != std::size_t(-1))
                addNamedParts(i, proposalOf[i], named);
        for (const Mention& mention : mentionsIn(tokens()))
            if (!named.contains(mention.first))
                addMention(mention);
        introduce();
        rememberMarks(begin, proposalOf);
    }

    /// The communes and districts of the territory by their names alone: "Sơn Bình 04 cơ sở".
    void findBareNames() {
        if (m_context.territory == gazetteer::noUnit)
            return;
        for (const gazetteer::Level level : {gazetteer::Level::District, gazetteer::Level::Commune})
            for (const gazetteer::UnitIndex unit : gazetteer::unitsWithin(
                     m_context.gazetteer, m_context.territory, level, m_context.asOf)) {
                const auto [at, isNew] = m_bareNames.try_emplace(
                    text::toLower(m_context.gazetteer.unit(unit).name), unit);
                // A district and its town of one name: the district. Two of one level: neither.
                if (!isNew && at->second != gazetteer::noUnit &&
                    m_context.gazetteer.unit(at->second).level == level)
                    at->second = gazetteer::noUnit;
            }
    }

    /// The unit whose bare name stands on the tokens from `first`; and where it ends.
    gazetteer::UnitIndex bareNameAt(std::size_t first, std::size_t& end) const {
        gazetteer::UnitIndex found = gazetteer::noUnit;
        std::string name;
        for (std::size_t i = first; i < tokens().size() && i < first + 4 && tokens()[i].isWord;
             ++i) {
            name += (name.empty() ? "" : " ") + tokens()[i].lower;
            if (const auto at = m_bareNames.find(name);
                at != m_bareNames.end() && at->second != gazetteer::noUnit) {
                found = at->second;
                end = i + 1;
            }
        }
        return tokens()[first].isCapital ? found : gazetteer::noUnit;
    }

    /// Names that stand directly before a number or behind what it counts.
    gazetteer::UnitIndex bareNameAround(const Counted& counted, std::size_t from) const {
        for (std::size_t back = 1; back <= 4 && back <= counted.first - from; ++back) {
            std::size_t end = 0;
            const gazetteer::UnitIndex unit = bareNameAt(counted.first - back, end);
            if (unit != gazetteer::noUnit && end == counted.first)
                return unit;
        }
        std::size_t end = 0;
        return counted.end < tokens().size() ? bareNameAt(counted.end, end) : gazetteer::noUnit;
    }

    /// Places of the sentence by its tokens.
    void findPlaces() {
        m_here.clear();
        const std::size_t first = tokens().front().first, end = tokens().back().end;
        auto at = std::lower_bound(
            m_places.begin(), m_places.end(), first,
            [](const FoundPlace& place, std::size_t byte) { return place.firstByte < byte; });
        for (; at != m_places.end() && at->firstByte < end; ++at)
            m_here.push_back(&*at);
    }

    std::size_t tokenAt(std::size_t byte) const {
        return std::size_t(
            std::lower_bound(tokens().begin(), tokens().end(), byte,
                             [](const Token& token, std::size_t at) { return token.end <= at; }) -
            tokens().begin());
    }

    Proposal proposalFor(std::size_t index, const Proposal* whole) {
        const Counted& counted = m_counted[index];
        Proposal out;
        out.line = m_sentence->line;
        out.outlook = m_sentence->outlook;
        out.value = counted.value;
        out.max = counted.max;
        out.qualifier = counted.qualifier;
        out.unit = counted.unitText;
        out.scope = records::Scope::Own;
        if (counted.unit != nullptr)
            out.indicator = counted.unit->indicator;
        const std::size_t subjectEnd = subjectBehind(counted, index, out.subject);
        out.firstByte = tokens()[counted.first].first;
        out.endByte = tokens()[std::max(counted.end, subjectEnd) - 1].end;
        if (const Proposal* before = measuredBy(index)) {
            out.kind = before->kind;
            out.reasons.emplace_back("with");
            out.confidence = 0.8;
        } else if (whole != nullptr && counted.unit != nullptr && isSameMeasure(out, *whole)) {
            out.kind = whole->kind;
            out.reasons.emplace_back("note");
            out.confidence = 0.85;
        } else {
            m_kinds.decide(tokens(), m_counted, index, out);
        }
        choosePlaces(index, out);
        if (const Proposal* before = measuredBy(index);
            before != nullptr && out.role == records::PlaceRole::Coverage) {
            out.places = before->places;
            out.role = before->role;
        }
        if (out.scope == records::Scope::Own && isSaidToBeTotal(counted, index))
            out.scope = records::Scope::Aggregate;
        return out;
    }

    /// "tổng diện tích chè đạt 1.947 ha", "với tổng số 388 bể".
    bool isSaidToBeTotal(const Counted& counted, std::size_t index) const {
        const std::size_t from = index > 0 ? m_counted[index - 1].end : 0;
        for (std::size_t i = counted.first; i-- > from && counted.first - i <= 8;) {
            if (!tokens()[i].isWord)
                return false;
            if (tokens()[i].lower == "tổng")
                return true;
        }
        return false;
    }

    /// "02 mô hình … với diện tích 12,5 ha": the things whose size a number is; null for none.
    const Proposal* measuredBy(std::size_t index) const {
        const Counted& counted = m_counted[index];
        if (index == 0 || counted.unit == nullptr || !counted.unit->kind.empty() ||
            m_madeFor[index - 1] == std::size_t(-1) || counted.unit->indicator == "money" ||
            counted.unit->indicator == "share" || counted.unit->indicator == "people")
            return nullptr;
        bool isWith = false;
        for (std::size_t i = m_counted[index - 1].end; i < counted.first; ++i) {
            if (tokens()[i].lower == ";")
                return nullptr;
            isWith = isWith || tokens()[i].lower == "với";
        }
        return isWith ? &m_out.proposals[m_madeFor[index - 1]] : nullptr;
    }

    static bool isSameMeasure(const Proposal& a, const Proposal& b) {
        return a.unit == b.unit || (!a.indicator.empty() && a.indicator == b.indicator);
    }

    /// The words that are counted: from the unit to a word that leads on.
    std::size_t subjectBehind(const Counted& counted, std::size_t index,
                              std::string& subject) const {
        if (counted.unit == nullptr)
            return counted.end;
        const std::size_t limit =
            index + 1 < m_counted.size() ? m_counted[index + 1].first : tokens().size();
        const bool isMeasure = counted.unit->indicator == "area" ||
                               counted.unit->indicator == "output" ||
                               counted.unit->indicator == "yield";
        std::size_t end = counted.end;
        while (end < limit && end < counted.end + 9 && tokens()[end].isWord &&
               !leadsOn(tokens(), end))
            ++end;
        const std::size_t first = isMeasure ? counted.end : counted.unitAt;
        if (end > first)
            subject = textOf(first, end);
        if (isMeasure && end == counted.end)
            subject = thingBefore(counted, index);
        return end;
    }

    /// "Tổng diện tích chè đạt 1.947 ha", "chè hữu cơ 54 ha": the words before the number.
    std::string thingBefore(const Counted& counted, std::size_t index) const {
        const std::size_t limit = index > 0 ? m_counted[index - 1].end : 0;
        std::size_t end = counted.first;
        static constexpr std::array<std::string_view, 6> verbs{"đạt",  "là",  "có",
                                                               "được", "còn", "với"};
        while (end > limit &&
               std::find(verbs.begin(), verbs.end(), tokens()[end - 1].lower) != verbs.end())
            --end;
        std::size_t first = end;
        while (first > limit && end - first < 6 && tokens()[first - 1].isWord &&
               !leadsOn(tokens(), first - 1))
            --first;
        static constexpr std::array<std::string_view, 9> measures{
            "tổng", "diện", "tích", "sản", "lượng", "năng", "suất", "các", "trồng"};
        while (first < end &&
               std::find(measures.begin(), measures.end(), tokens()[first].lower) != measures.end())
            ++first;
        return first < end ? textOf(first, end) : std::string();
    }

    std::string textOf(std::size_t first, std::size_t end) const {
        return std::string(
            m_text.substr(tokens()[first].first, tokens()[end - 1].end - tokens()[first].first));
    }

    bool isOfTerritory(const FoundPlace& place) const {
        return !place.match.candidates.empty() &&
               place.match.candidates.front().unit == m_context.territory;
    }
    static bool isNamePart(const FoundPlace& place) {
        const auto& reasons = place.match.candidates.empty()
                                  ? place.match.reasons
                                  : place.match.candidates.front().reasons;
        return std::find(reasons.begin(), reasons.end(), "name-place") != reasons.end() ||
               std::find(place.match.reasons.begin(), place.match.reasons.end(), "name-place") !=
                   place.match.reasons.end();
    }
    static bool isFound(const FoundPlace& place) {
        return place.match.status == geocode::Status::Matched;
    }

    void take(const FoundPlace& place, Proposal& out) const {
        for (const FoundPlace* other : m_here)
            if (isFound(*other) &&
                (other == &place || (place.group != 0 && other->group == place.group)) &&
                std::find(out.places.begin(), out.places.end(), other->match.unit()) ==
                    out.places.end())
                out.places.push_back(other->match.unit());
    }

    /// The smaller of nested ones: "xã Bản Bo, huyện Tam Đường" is the commune.
    void dropParents(Proposal& out) const {
        const std::vector<gazetteer::UnitIndex> all = out.places;
        std::erase_if(out.places, [&](gazetteer::UnitIndex place) {
            return std::any_of(all.begin(), all.end(), [&](gazetteer::UnitIndex other) {
                return other != place &&
                       m_context.gazetteer.ancestorAt(other, m_context.gazetteer.unit(place).level,
                                                      m_context.asOf) == place;
            });
        });
    }

    void finishPlaces(Proposal& out) const {
        if (out.places.empty())
            out.places = m_introduced;
        dropParents(out);
        std::sort(out.places.begin(), out.places.end());
        if (out.places.empty()) {
            if (m_context.territory != gazetteer::noUnit)
                out.places.push_back(m_context.territory);
            out.role = records::PlaceRole::Coverage;
        } else {
            out.role = out.places.size() == 1 && out.places.front() == m_context.territory
                           ? records::PlaceRole::Coverage
                           : records::PlaceRole::Location;
        }
    }

    void choosePlaces(std::size_t index, Proposal& out) const {
        const Counted& counted = m_counted[index];
        const std::size_t from = index > 0 ? m_counted[index - 1].end : 0;
        const std::size_t to =
            index + 1 < m_counted.size() ? m_counted[index + 1].first : tokens().size();
        const FoundPlace* behind = nullptr;
        const FoundPlace* before = nullptr;
        const FoundPlace* topic = nullptr;
        for (const FoundPlace* place : m_here) {
            if (!isFound(*place) || isNamePart(*place))
                continue;
            const std::size_t at = tokenAt(place->firstByte);
            const std::size_t end = tokenAt(place->endByte - 1) + 1;
            if (end <= counted.first && at >= from && counted.first - end <= 1 &&
                (end == counted.first || tokens()[end].lower == "có" ||
                 tokens()[end].lower == "với"))
                before = place;
            if (at >= counted.end && at < to && behind == nullptr && isTied(counted.end, at))
                behind = place;
            if (end <= counted.first)
                topic = place;
        }
        const gazetteer::UnitIndex bare =
            before == nullptr ? bareNameAround(counted, from) : gazetteer::noUnit;
        if (bare != gazetteer::noUnit)
            out.places.push_back(bare);
        else if (before != nullptr && !isOfTerritory(*before))
            take(*before, out);
        else if (behind != nullptr)
            take(*behind, out);
        else if (topic != nullptr && isTied(tokenAt(topic->endByte - 1) + 1, counted.first))
            take(*topic, out);
        finishPlaces(out);
        if (out.places.size() > 1 && out.scope == records::Scope::Own)
            out.scope = records::Scope::Shared;
    }

    /// Whether a place and a number belong together, in either order ("tại huyện Mộc Châu với 03 mô
    /// hình"): no end of a statement lies between the two tokens.
    bool isTied(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i)
            if (tokens()[i].lower == ";" || tokens()[i].lower == ".")
                return false;
        return true;
    }

    /// "39 nhiệm vụ trong đó: 30 … chuyển tiếp, 09 … mới": the first is the whole of the others.
    void findParts(const std::vector<std::size_t>& proposalOf, const Proposal* whole) {
        if (whole != nullptr)
            for (const std::size_t at : proposalOf)
                if (at != std::size_t(-1) && isSameMeasure(m_out.proposals[at], *whole) &&
                    *m_out.proposals[at].value <= *whole->value) {
                    m_out.proposals[at].scope = records::Scope::Part;
                    m_out.proposals[at].group = whole->group;
                }
        for (std::size_t i = 0; i + 1 < m_counted.size(); ++i) {
            if (proposalOf[i] == std::size_t(-1))
                continue;
            Proposal& total = m_out.proposals[proposalOf[i]];
            if (total.scope == records::Scope::Part ||
                !breaksDown(m_counted[i].end, m_counted[i + 1].first))
                continue;
            double sum = 0;
            std::vector<std::size_t> parts;
            for (std::size_t j = i + 1; j < m_counted.size(); ++j)
                if (proposalOf[j] != std::size_t(-1) &&
                    isSameMeasure(m_out.proposals[proposalOf[j]], total) &&
                    sum + *m_out.proposals[proposalOf[j]].value <= *total.value * 1.0001) {
                    sum += *m_out.proposals[proposalOf[j]].value;
                    parts.push_back(proposalOf[j]);
                }
            if (parts.empty())
                continue;
            total.scope = records::Scope::Aggregate;
            total.group = ++m_groups;
            for (const std::size_t part : parts) {
                m_out.proposals[part].scope = records::Scope::Part;
                m_out.proposals[part].group = total.group;
            }
        }
    }

    bool breaksDown(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            const std::string& word = tokens()[i].lower;
            if (word == "gồm" || word == ":" || word == "(" ||
                (word == "đó" && i > 0 && tokens()[i - 1].lower == "trong") ||
                (word == "thể" && i > 0 && tokens()[i - 1].lower == "cụ"))
                return true;
        }
        return false;
    }

    /// "07 sản phẩm OCOP đạt 3 sao, gồm: A; B": the things that are counted, by their names.
    void addNamedParts(std::size_t index, std::size_t at, std::set<std::size_t>& named) {
        static constexpr std::array<std::string_view, 4> kinds{"title", "geographical_indication",
                                                               "ocop", "model"};
        const Proposal whole = m_out.proposals[at];
        if (std::find(kinds.begin(), kinds.end(), whole.kind) == kinds.end() || *whole.value < 2 ||
            whole.indicator == "stars" || whole.indicator == "area")
            return;
        std::size_t limit = tokens().size();
        std::optional<double> stars;
        for (std::size_t i = index + 1; i < m_counted.size(); ++i) {
            if (m_counted[i].unit != nullptr && m_counted[i].unit->indicator == "stars") {
                stars = m_counted[i].value;
                continue;
            }
            limit = m_counted[i].first;
            break;
        }
        const std::vector<Mention> names =
            namesOfCounted(tokens().first(limit), m_counted[index].end);
        if (names.size() < 2 || double(names.size()) > *whole.value * 1.5 + 1)
            return;
        Proposal& total = m_out.proposals[at];
        if (total.scope != records::Scope::Part)
            total.scope = records::Scope::Aggregate;
        if (total.group == 0)
            total.group = ++m_groups;
        const std::size_t group = total.group;
        for (Mention name : names) {
            named.insert(name.first);
            name.kind = whole.kind;
            name.isPart = true;
            name.isTitle = whole.kind == "title" || whole.kind == "geographical_indication";
            name.unit = whole.unit;
            const std::size_t begin = m_out.proposals.size();
            addMention(name);
            for (std::size_t i = begin; i < m_out.proposals.size(); ++i) {
                Proposal& part = m_out.proposals[i];
                part.group = group;
                part.scope = records::Scope::Part;
                if (part.role == records::PlaceRole::Coverage) {
                    part.places = whole.places;
                    part.role = whole.role;
                }
                if (whole.kind == "ocop" && stars) {
                    part.value = stars;
                    part.unit = "sao";
                    part.indicator = "stars";
                    part.qualifier = records::Qualifier::Exact;
                }
            }
        }
    }

    /// What a line that ends with a colon says of the place holds for the items of the list below.
    void introduce() {
        const bool isItem = tokens().front().lower == "-" || tokens().front().lower == "+" ||
                            tokens().front().lower == "•" || tokens().front().lower == "*";
        if (!isItem && m_isFirst)
            m_introduced.clear();
        if (tokens().back().lower != ":")
            return;
        for (const FoundPlace* place : m_here)
            if (isFound(*place) && !isNamePart(*place))
                m_introduced.push_back(place->match.unit());
    }

    void addMention(const Mention& mention) {
        Proposal out;
        out.line = m_sentence->line;
        out.outlook = m_sentence->outlook;
        out.kind = mention.kind;
        out.subject = textOf(mention.first, mention.end);
        out.firstByte = tokens()[mention.first].first;
        out.endByte = tokens()[mention.end - 1].end;
        out.confidence = mention.isTitle ? 0.8 : 0.6;
        out.reasons.emplace_back("named");
        if (mention.isTitle) {
            out.value = 1;
            out.qualifier = records::Qualifier::Implied;
            out.unit = mention.unit;
            out.indicator = "titles"; // one each
            out.scope = mention.isPart ? records::Scope::Part : records::Scope::Own;
        }
        const FoundPlace* inName = nullptr;
        const FoundPlace* behind = nullptr;
        for (const FoundPlace* place : m_here) {
            if (place->match.candidates.empty())
                continue;
            if (place->firstByte >= out.firstByte && place->endByte <= out.endByte)
                inName = place;
            else if (behind == nullptr && isFound(*place) && !isNamePart(*place) &&
                     place->firstByte >= tokens()[mention.listEnd - 1].end &&
                     isTied(mention.listEnd, tokenAt(place->firstByte)))
                behind = place;
        }
        gazetteer::UnitIndex bare = gazetteer::noUnit;
        for (std::size_t i = mention.first + 1; i < mention.end && inName == nullptr; ++i) {
            std::size_t end = 0;
            if (const gazetteer::UnitIndex unit = bareNameAt(i, end); end == mention.end)
                bare = unit;
        }
        if (bare != gazetteer::noUnit) {
            out.places = {bare};
            out.role = records::PlaceRole::NameComponent;
            m_out.proposals.push_back(std::move(out));
            return;
        }
        if (inName != nullptr) {
            out.places = {inName->match.candidates.front().unit};
            out.role = records::PlaceRole::NameComponent;
            m_out.proposals.push_back(std::move(out));
            return;
        }
        if (behind != nullptr)
            take(*behind, out);
        finishPlaces(out);
        // What is only named is said of each place by itself.
        const std::vector<gazetteer::UnitIndex> places = out.places;
        for (const gazetteer::UnitIndex place : places) {
            out.places = {place};
            m_out.proposals.push_back(out);
        }
    }

    /// "26 cơ sở¹⁰": what the note behind the mark breaks down.
    void rememberMarks(std::size_t begin, const std::vector<std::size_t>& proposalOf) {
        for (std::size_t i = 1; i < tokens().size(); ++i) {
            if (isRaised(tokens()[i - 1]) || !tokens()[i].isGlued)
                continue;
            const std::string mark = markAt(tokens(), i);
            if (mark.empty())
                continue;
            for (std::size_t j = m_counted.size(); j-- > 0;)
                if (m_counted[j].end <= i && proposalOf[j] != std::size_t(-1) &&
                    proposalOf[j] >= begin) {
                    Proposal& whole = m_out.proposals[proposalOf[j]];
                    if (whole.scope == records::Scope::Own) {
                        whole.group = ++m_groups;
                        whole.scope = records::Scope::Aggregate;
                    }
                    m_ofMark[mark] = whole;
                    break;
                }
        }
    }

    /// The same number of the same thing said again.
    void findRepeats() {
        std::set<std::string> said;
        for (Proposal& one : m_out.proposals) {
            if (!one.value || one.qualifier == records::Qualifier::Implied ||
                one.scope == records::Scope::Part)
                continue;
            std::string key = one.kind + "|" + one.unit + "|" + std::to_string(*one.value) + "|" +
                              text::toLower(one.subject);
            for (const gazetteer::UnitIndex place : one.places)
                key += "|" + std::to_string(place);
            if (!said.insert(std::move(key)).second && one.subject.find(' ') != std::string::npos)
                one.scope = records::Scope::Repeat;
        }
    }

    std::string_view m_text;
    std::span<const FoundPlace> m_places;
    const Context& m_context;
    Reading m_out;
    const Sentence* m_sentence = nullptr;
    std::vector<Counted> m_counted;
    std::vector<std::size_t> m_madeFor; ///< its proposal, of each of these; npos: none
    std::vector<const FoundPlace*> m_here;
    KindDecision m_kinds;
    bool m_isFirst = false;                         ///< of its paragraph
    std::vector<gazetteer::UnitIndex> m_introduced; ///< by the line above a list
    std::map<std::string, Proposal> m_ofMark;
    std::map<std::string, gazetteer::UnitIndex> m_bareNames; ///< lower case
    std::size_t m_groups = 0;
};

} // namespace

Reading readReport(std::string_view text, std::span<const FoundPlace> places,
                   const Context& context) {
    return ReportReader(text, places, context).read();
}

} // namespace terroir::extract
