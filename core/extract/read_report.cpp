#include "core/extract/asides.hpp"
#include "core/extract/carriers.hpp"
#include "core/extract/clause.hpp"
#include "core/extract/holders.hpp"
#include "core/extract/kind_decision.hpp"
#include "core/extract/mentions.hpp"
#include "core/extract/name_list.hpp"
#include "core/extract/parts.hpp"
#include "core/extract/period_words.hpp"
#include "core/extract/proposal.hpp"
#include "core/extract/quantities.hpp"
#include "core/extract/repeats.hpp"
#include "core/extract/sentence_places.hpp"
#include "core/extract/starred_names.hpp"
#include "core/extract/statement_outlook.hpp"
#include "core/extract/subject_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace terroir::extract {

namespace {

using records::Scope;

class ReportReader {
public:
    ReportReader(std::string_view text, std::span<const geocode::FoundPlace> places,
                 const Context& context)
        : m_text(text), m_context(context), m_kinds(context.lexicon), m_placesOf(places, context),
          m_parts(context.lexicon, m_out.proposals) {}

    Reading read() {
        std::size_t paragraph = 0;
        const std::vector<Sentence> sentences = sentencesOf(m_text, m_context.lexicon);
        for (const Sentence& sentence : sentences) {
            m_sentence = &sentence;
            const bool isFirst = sentence.paragraph != paragraph;
            paragraph = sentence.paragraph;
            m_kinds.enter(sentence, isFirst);
            m_placesOf.enter(sentence, isFirst);
            readSentence(isFirst);
        }
        m_parts.findSums();
        findRepeats(m_out.proposals);
        std::stable_sort(
            m_out.proposals.begin(), m_out.proposals.end(),
            [](const Proposal& a, const Proposal& b) { return a.firstByte < b.firstByte; });
        return std::move(m_out);
    }

private:
    std::span<const Token> tokens() const { return m_sentence->tokens; }

    void readSentence(bool isFirst) {
        const std::size_t before = m_out.proposals.size();
        const std::string& sign = tokens().front().lower;
        if (isFirst && sign != "-" && sign != "+" && sign != "•" && sign != "*")
            m_leadSubject.clear();
        if (isFirst) {
            m_subjects.clear();
            m_paragraphFrom = m_out.proposals.size();
        }
        m_counted = countedIn(tokens(), m_context.lexicon);
        std::erase_if(m_counted, [&](const Counted& one) {
            return one.isPerUnit ||
                   isAside(tokens(), one, m_context.lexicon, m_context.asOf.year());
        });
        const std::vector<Mention> mentions = mentionsIn(tokens(), m_context.lexicon);
        const Carriers carriers(tokens(), mentions, m_counted, m_context.lexicon);
        const Proposal* note = m_parts.ofNote(tokens());
        m_madeFor.assign(m_counted.size(), noProposal);
        for (std::size_t i = 0; i < m_counted.size(); ++i) {
            Proposal proposal = proposalFor(i, note, carriers.of(i));
            if (proposal.kind == "other" || proposal.indicator == "stars")
                continue; // stars are said of each product
            if (proposal.kind.empty()) {
                m_out.leftOpen.push_back(std::move(proposal));
                continue;
            }
            // "Năng suất đạt 32 tấn/ha": of what the paragraph spoke of last.
            if (proposal.subject.empty())
                proposal.subject = words().near(m_counted[i].first, proposal.kind);
            std::string& last = m_subjects[proposal.kind];
            if (proposal.subject.empty())
                proposal.subject = last;
            else if (!isUnitAlone(proposal))
                last = proposal.subject;
            m_madeFor[i] = m_out.proposals.size();
            if (carriers.isOfEach(i)) {
                const Mention& nearest = carriers.of(i).back();
                proposal.subject = textOf(nearest.first, nearest.end);
                for (const Mention& other : carriers.of(i).first(carriers.of(i).size() - 1)) {
                    m_out.proposals.push_back(proposal);
                    m_out.proposals.back().subject = textOf(other.first, other.end);
                }
                m_madeFor[i] = m_out.proposals.size();
            }
            m_out.proposals.push_back(std::move(proposal));
        }
        const SentenceFacts facts{tokens(), m_counted, m_madeFor};
        if (note != nullptr)
            m_parts.readNote(facts, *note);
        m_parts.read(facts, isFirst);
        m_named.clear();
        for (std::size_t i = 0; i < m_counted.size(); ++i)
            if (m_madeFor[i] != noProposal)
                addNamedParts(i, m_madeFor[i]);
        for (const Counted& stars : m_counted)
            for (const ListedName& name : namesOfStars(tokens(), stars, m_context.lexicon))
                addStarredName(name, stars);
        // What one number tells of alone needs no statement besides.
        for (std::size_t i = 0; i < m_counted.size(); ++i)
            if (m_madeFor[i] != noProposal && (carriers.of(i).size() == 1 || carriers.isOfEach(i)))
                for (const Mention& mention : carriers.of(i))
                    m_named.emplace_back(mention.first, mention.end);
        for (const Mention& mention : mentions)
            if (isTold(mention))
                m_named.emplace_back(mention.first, mention.end);
        for (const Mention& mention : mentions)
            if (!m_placesOf.isPlaceName(mention) &&
                std::none_of(m_named.begin(), m_named.end(), [&](const auto& range) {
                    return mention.first < range.second && range.first < mention.end;
                }))
                addMention(mention);
        m_parts.rememberMarks(facts);
        addHolders(m_text, tokens(), std::span(m_out.proposals).subspan(before), m_context.lexicon);
        // "Diện tích cây ăn quả:" is what the items below are of.
        if (tokens().back().lower == ":")
            m_leadSubject = words().near(tokens().size(), {});
    }

    SubjectWords words() const { return {m_text, tokens(), m_counted, m_context.lexicon}; }

    Proposal proposalFor(std::size_t index, const Proposal* note,
                         std::span<const Mention> carried) {
        const Counted& counted = m_counted[index];
        Proposal out;
        out.line = m_sentence->line;
        out.outlook = outlookAt(*m_sentence, counted.first, m_context.asOf, m_context.lexicon);
        out.value = counted.value;
        out.max = counted.max;
        out.qualifier = counted.qualifier;
        out.unit = counted.unitText;
        out.period = periodNear(tokens(), counted.first);
        out.scope = Scope::Own;
        if (counted.unit != nullptr)
            out.indicator = counted.unit->indicator;
        std::size_t subjectEnd = 0;
        out.subject = words().ofNumber(index, subjectEnd);
        out.isChange = isChange(counted);
        if (out.isChange && !out.indicator.empty())
            out.indicator += "_increase";        // as records have it: never added to amounts
        const bool isBare = out.subject.empty(); // what it is of stands further away
        out.firstByte = tokens()[counted.first].first;
        out.endByte = tokens()[std::max(counted.end, subjectEnd) - 1].end;
        if (const Proposal* whole = sharedBy(index)) {
            out.kind = whole->kind;
            out.reasons.emplace_back("share");
            out.confidence = 0.8;
        } else if (!carried.empty()) {
            out.kind = carried.back().kind;
            out.subject = textOf(carried.front().first, carried.back().end);
            out.reasons.emplace_back("with");
            out.confidence = 0.85;
        } else if (const Proposal* before = measuredBy(index, out.subject)) {
            const std::string own = isMeasure(counted) ? m_kinds.ownKind(tokens(), counted) : "";
            out.kind = own.empty() ? before->kind : own;
            if (out.subject.empty() && !isUnitAlone(*before))
                out.subject = before->subject;
            out.reasons.emplace_back("with");
            out.confidence = 0.8;
        } else if (note != nullptr && counted.unit != nullptr && isSameMeasure(out, *note)) {
            out.kind = note->kind;
            out.reasons.emplace_back("note");
            out.confidence = 0.9;
        } else {
            if (isBare && counted.unit != nullptr && isMeasure(counted))
                out.subject = words().inStatement(index);
            if (isBare && out.subject.empty() && counted.unit != nullptr && isMeasure(counted))
                out.subject = !m_leadSubject.empty()              ? m_leadSubject
                              : counted.unit->indicator != "area" ? words().near(counted.first, {})
                                                                  : std::string();
            m_kinds.decide(tokens(), m_counted, index, out);
            if (out.kind.empty() || (isBare && out.subject.empty()))
                continueBefore(index, out);
            if (out.subject.empty() && counted.unit != nullptr && isMeasure(counted) &&
                m_subjects["production_zone"].empty()) {
                out.subject = thingOfHeading();
                if (out.kind.empty())
                    m_kinds.decide(tokens(), m_counted, index, out);
            }
            // "đàn lợn 41.000 con"
            if (out.indicator == "head" && isUnitAlone(out))
                if (std::string thing = words().inStatement(index); !thing.empty())
                    out.subject = std::move(thing);
            if (out.kind == "livestock" && out.indicator == "head" &&
                text::isFish(text::isFish(out.subject) ? out.subject
                                                       : words().near(counted.first, out.kind)))
                out.kind = "aquaculture"; // "45 triệu con giống" of crabs
        }
        m_placesOf.placeNumber(m_counted, index, out);
        // "khảo nghiệm tại xã A trên 2 ha": on, not over.
        if (out.qualifier == records::Qualifier::AtLeast && counted.unit != nullptr &&
            counted.unit->indicator == "area" && tokens()[counted.first].lower == "trên" &&
            m_placesOf.endsAt(counted.first))
            out.qualifier = records::Qualifier::Exact;
        if (const Proposal* before = measuredBy(index, out.subject);
            before != nullptr && isOfTerritory(out) &&
            !holds(tokens(), clauseBegin(tokens(), counted.first), counted.first, WordRole::Rest,
                   m_context.lexicon) &&
            !isBehindRest(counted)) {
            out.places = before->places;
            out.role = before->role;
        }
        if (!carried.empty() && isOfTerritory(out)) // as what it is the size of
            if (const auto named = m_placesOf.placeMention(carried.back(), out);
                named.size() == 1 && named.front().role == records::PlaceRole::Location) {
                out.places = named.front().places;
                out.role = named.front().role;
            }
        if (const Proposal* whole = sharedBy(index)) { // as what it is a share of
            out.places = whole->places;
            out.role = whole->role;
        }
        if (out.scope == Scope::Own && carried.empty() && !out.isChange &&
            isSaidToBeTotal(counted, index, out))
            out.scope = Scope::Aggregate;
        if (counted.unit != nullptr && counted.unit->indicator == "products") {
            // "2 sản phẩm 5 sao": of which rating they are
            const std::size_t behind = std::max(counted.end, subjectEnd);
            if (const std::size_t end = endOfStars(tokens(), behind); end > behind) {
                out.subject =
                    (out.subject.empty() ? out.unit : out.subject) + ' ' + textOf(behind, end);
                out.endByte = std::max(out.endByte, tokens()[end - 1].end);
            }
        }
        return out;
    }

    /// "1. Ngành hàng cam": what the paragraphs below measure where they do not say it.
    std::string thingOfHeading() const {
        const std::vector<Token> heading = tokensOf(m_sentence->heading);
        return SubjectWords(m_sentence->heading, heading, {}, m_context.lexicon)
            .near(heading.size(), {});
    }

    /// "các xã còn lại: 20 ha"
    bool isBehindRest(const Counted& counted) const {
        return counted.first > 1 && tokens()[counted.first - 1].lower == ":" &&
               holds(tokens(), clauseBegin(tokens(), counted.first - 1), counted.first,
                     WordRole::Rest, m_context.lexicon);
    }

    /// Nothing smaller was named.
    bool isOfTerritory(const Proposal& one) const {
        return one.role == records::PlaceRole::Coverage &&
               (one.places.empty() ||
                (one.places.size() == 1 && one.places.front() == m_context.territory));
    }

    /// "giảm 412 ha", "cao hơn 1,2 tạ/ha": by how much, not how much.
    bool isChange(const Counted& counted) const {
        static constexpr std::array<std::string_view, 5> words{"giảm", "tăng", "hơn", "thêm",
                                                               "kém"};
        if (counted.first == 0)
            return false;
        const std::string& before = tokens()[counted.first - 1].lower;
        return std::find(words.begin(), words.end(), before) != words.end() &&
               (before != "hơn" ||
                (counted.first > 1 && (tokens()[counted.first - 2].lower == "cao" ||
                                       tokens()[counted.first - 2].lower == "thấp")));
    }

    /// "Riêng xã A là 8.900 ha", "…, còn lại 8 cơ sở bị nhắc nhở": goes on with a number of before,
    /// of the sentence or of the one that it breaks down.
    void continueBefore(std::size_t index, Proposal& out) const {
        const Counted& counted = m_counted[index];
        const bool isOfSentence =
            index > 0 && out.kind.empty() && m_madeFor[index - 1] != noProposal;
        // "Trồng nhiều ở xã A 215 ha, xã B 108 ha."
        const bool isOfPlace = m_placesOf.endsAt(counted.first);
        if (counted.unit == nullptr ||
            (m_context.lexicon.words(WordRole::BreaksDown, tokens()) == 0 && !isOfSentence &&
             !isOfPlace &&
             (index == 0 || !holds(tokens(), m_counted[index - 1].end, counted.first,
                                   WordRole::BreaksDown, m_context.lexicon))))
            return;
        for (std::size_t i = m_out.proposals.size(); i-- > m_paragraphFrom;) {
            const Proposal& before = m_out.proposals[i];
            if (before.line != out.line || before.unit != out.unit)
                continue;
            out.kind = before.kind;
            if (out.subject.empty())
                out.subject = before.subject;
            out.reasons.assign(1, "with");
            out.confidence = 0.8;
            return;
        }
    }

    /// "tổng diện tích chè đạt 1.947 ha", "với tổng số 388 bể"; a number of models of a whole
    /// territory is one of those that lie in it.
    bool isSaidToBeTotal(const Counted& counted, std::size_t index, const Proposal& out) const {
        constexpr std::size_t maxWords = 12;
        static constexpr std::array<std::string_view, 4> beside{"money", "people", "share",
                                                                "yield"};
        if (std::find(beside.begin(), beside.end(), out.indicator) != beside.end())
            return false;
        if (out.kind == "model" && out.indicator == "models" && counted.value > 1 &&
            out.role == records::PlaceRole::Coverage && out.outlook == Outlook::Reported)
            return true;
        const std::size_t from = index > 0 ? m_counted[index - 1].end : 0;
        for (std::size_t i = counted.first; i-- > from && counted.first - i <= maxWords;) {
            if (!tokens()[i].isWord)
                return false;
            if (m_context.lexicon.words(WordRole::Total, tokens().subspan(i)) > 0)
                return true;
        }
        return false;
    }

    /// "11 đề tài, chiếm 25,6 %", "30 đề tài (69,8 %)": what the number is a share of; null for
    /// none.
    const Proposal* sharedBy(std::size_t index) const {
        const Counted& counted = m_counted[index];
        if (index == 0 || counted.unit == nullptr || counted.unit->indicator != "share" ||
            m_madeFor[index - 1] == noProposal)
            return nullptr;
        bool isShare = false;
        for (std::size_t i = m_counted[index - 1].end; i < counted.first; ++i) {
            if (tokens()[i].lower == ";")
                return nullptr;
            isShare = isShare || tokens()[i].lower == "chiếm" || tokens()[i].lower == "đương" ||
                      (tokens()[i].lower == "(" && i + 1 == counted.first);
        }
        return isShare ? &m_out.proposals[m_madeFor[index - 1]] : nullptr;
    }

    /// "02 mô hình … với diện tích 12,5 ha": the things whose size a number is; null for none.
    const Proposal* measuredBy(std::size_t index, const std::string& subject) const {
        const Counted& counted = m_counted[index];
        std::size_t last = index; // the one before it of which it is known what it counts
        while (last > 0 && m_counted[last - 1].unit == nullptr)
            --last;
        if (last == 0 || counted.unit == nullptr || m_madeFor[last - 1] == noProposal)
            return nullptr;
        --last;
        const Proposal& before = m_out.proposals[m_madeFor[last]];
        if (isListed(index) && before.unit == counted.unitText)
            return &before;
        if (isFoundThere(last, index))
            return &before;
        if (!counted.unit->kind.empty() || counted.unit->indicator == "money" ||
            counted.unit->indicator == "share" ||
            (counted.unit->indicator == "people" && before.kind != "training" &&
             before.kind != "organisation"))
            return nullptr;
        bool isWith = false, isBrokenDown = false;
        for (std::size_t i = m_counted[last].end; i < counted.first; ++i) {
            if (tokens()[i].lower == ";")
                return nullptr;
            isBrokenDown = isBrokenDown || tokens()[i].lower == ":";
            isWith = isWith || tokens()[i].lower == "với" ||
                     (before.kind == "training" && tokens()[i].lower == "cho") ||
                     (tokens()[i].lower == "công" && tokens()[i + 1].lower == "suất") ||
                     (tokens()[i].lower == "quy" && tokens()[i + 1].lower == "mô");
        }
        // "…, sản lượng 146 tấn", "trong đó xã X 520 ha": of the same thing, when none is named.
        isWith = isWith || (isMeasure(counted) && subject.empty());
        isWith = isWith || (counted.unit->indicator == "households" && !isBrokenDown);
        return isWith ? &before : nullptr;
    }

    /// "6.480 ha (xã A: 1.210 ha; xã B: 955 ha)": in brackets that a number opened.
    bool isListed(std::size_t index) const {
        for (std::size_t i = m_counted[index].first; i-- > 0;) {
            if (tokens()[i].lower == ")")
                return false;
            if (tokens()[i].lower == "(")
                return m_counted.front().end <= i;
        }
        return false;
    }

    /// "kiểm định 214 cân, phát hiện 9 cân sai số": what was found among those before.
    bool isFoundThere(std::size_t last, std::size_t index) const {
        const Proposal& before = m_out.proposals[m_madeFor[last]];
        return (before.kind == "inspection" || before.kind == "measurement") &&
               before.unit == m_counted[index].unitText &&
               holds(tokens(), m_counted[last].end, m_counted[index].first, WordRole::Outcome,
                     m_context.lexicon);
    }

    /// "26 cơ sở": what is counted has no other name.
    static bool isUnitAlone(const Proposal& one) {
        return text::toLower(one.subject) == one.unit || one.subject == "m³";
    }

    std::string textOf(std::size_t first, std::size_t end) const {
        return std::string(
            m_text.substr(tokens()[first].first, tokens()[end - 1].end - tokens()[first].first));
    }

    /// "07 sản phẩm OCOP đạt 3 sao, gồm: A; B": the things that are counted, by their names.
    void addNamedParts(std::size_t index, std::size_t at) {
        static constexpr std::array<std::string_view, 6> kinds{
            "title", "geographical_indication", "ocop", "model", "trial", "certification"};
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
            namesOfCounted(tokens().first(limit), m_counted[index].end, m_context.lexicon);
        const bool isAsMany = whole.kind == "certification"
                                  ? double(names.size()) == *whole.value
                                  : double(names.size()) <= *whole.value * 1.5 + 1;
        if (names.size() < 2 || !isAsMany)
            return;
        Proposal& total = m_out.proposals[at];
        total.scope = Scope::Aggregate;
        if (total.group == 0)
            total.group = m_parts.newGroup();
        const Proposal grouped = total;
        if (whole.kind == "trial")
            return; // its varieties are named alone
        for (Mention name : names) {
            name.unit = titleBetween(m_counted[index].unitAt, name.first, whole.unit);
            addNamedPart(std::move(name), grouped, stars);
        }
    }

    /// One of those that the whole counts; of products with its stars.
    void addNamedPart(Mention name, const Proposal& whole, const std::optional<double>& stars) {
        m_named.emplace_back(name.first, name.end);
        name.kind = whole.kind;
        name.isPart = true;
        name.isTitle = whole.kind == "title" || whole.kind == "geographical_indication";
        const std::size_t begin = m_out.proposals.size();
        addMention(name);
        for (std::size_t i = begin; i < m_out.proposals.size(); ++i) {
            Proposal& part = m_out.proposals[i];
            part.group = whole.group;
            part.scope = Scope::Part;
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

    void addMention(const Mention& mention) {
        Proposal out;
        out.line = m_sentence->line;
        out.outlook = outlookAt(*m_sentence, mention.first, m_context.asOf, m_context.lexicon);
        out.kind = mention.kind;
        out.period = periodNear(tokens(), mention.first);
        out.subject = textOf(mention.first, mention.end);
        out.firstByte = tokens()[mention.first].first;
        out.endByte = tokens()[mention.end - 1].end;
        // As often as such names were right in reports read by hand, and a little less.
        out.confidence = mention.isTitle                                          ? 0.85
                         : out.kind == "st_task" || out.kind == "production_zone" ? 0.7
                                                                                  : 0.8;
        out.reasons.emplace_back("named");
        if (mention.isTitle) {
            out.value = 1;
            out.qualifier = records::Qualifier::Implied;
            out.unit = mention.unit;
            out.indicator = "titles"; // one each
            out.scope = mention.isPart ? Scope::Part : Scope::Own;
        }
        if (mention.kind == "ocop" && mention.saidEnd > 0)
            addStars(mention.saidEnd, out);
        for (Proposal& one : m_placesOf.placeMention(mention, out))
            m_out.proposals.push_back(std::move(one));
    }

    /// "… được công nhận OCOP 4 sao": the stars of a product behind what is said of it.
    void addStars(std::size_t from, Proposal& out) const {
        constexpr std::size_t maxWords = 3;
        for (const Counted& stars : m_counted)
            if (stars.unit != nullptr && stars.unit->indicator == "stars" && stars.first >= from &&
                stars.first <= from + maxWords) {
                setStars(stars, out);
                return;
            }
    }

    static void setStars(const Counted& stars, Proposal& out) {
        out.value = stars.value;
        out.unit = "sao";
        out.indicator = "stars";
        out.qualifier = stars.qualifier;
        out.scope = Scope::Own;
    }

    /// "04 sản phẩm có văn bằng: A": each is one of these.
    std::string titleBetween(std::size_t from, std::size_t to, const std::string& unit) const {
        for (std::size_t i = from; i < to; ++i)
            if (const UnitPhrase* title = m_context.lexicon.unitAt(tokens().subspan(i));
                title != nullptr && title->indicator == "titles" && title->tokens > 1 &&
                title->unit != "giấy chứng nhận")
                return title->unit;
        return unit;
    }

    /// "14 sản phẩm OCOP, trong đó A 5 sao": the number that a product is one of, made a whole;
    /// null for none.
    Proposal* productsBefore(std::size_t name) {
        for (std::size_t i = m_counted.size(); i-- > 0;) {
            const UnitPhrase* unit = m_counted[i].unit;
            if (m_counted[i].end > name || m_madeFor[i] == noProposal || unit == nullptr ||
                unit->indicator != "products" ||
                !holds(tokens(), m_counted[i].end, name, WordRole::BreaksDown, m_context.lexicon))
                continue;
            Proposal& whole = m_out.proposals[m_madeFor[i]];
            if (whole.scope == Scope::Own)
                whole.scope = Scope::Aggregate;
            if (whole.group == 0)
                whole.group = m_parts.newGroup();
            return &whole;
        }
        return nullptr;
    }

    /// "vùng lúa hữu cơ có 167 ha": the hectares behind it are those of what is named.
    bool isTold(const Mention& mention) const {
        if (mention.kind != "production_zone")
            return false;
        const std::string name = text::toLower(textOf(mention.first, mention.end));
        for (std::size_t i = 0; i < m_counted.size(); ++i)
            if (m_madeFor[i] != noProposal && m_counted[i].first >= mention.end &&
                isMeasure(m_counted[i]) &&
                text::toLower(m_out.proposals[m_madeFor[i]].subject) == name)
                return true;
        return false;
    }

    bool isNamed(std::size_t token) const {
        return std::any_of(m_named.begin(), m_named.end(), [&](const auto& range) {
            return range.first <= token && token < range.second;
        });
    }

    void addStarredName(const ListedName& listed, const Counted& stars) {
        if (isNamed(listed.first))
            return;
        Mention name;
        name.kind = "ocop";
        name.first = listed.first;
        name.end = name.listEnd = listed.end;
        m_named.emplace_back(name.first, name.end);
        const std::size_t begin = m_out.proposals.size();
        addMention(name);
        const Proposal* whole = productsBefore(name.first);
        const std::size_t group = whole != nullptr ? whole->group : 0;
        for (std::size_t i = begin; i < m_out.proposals.size(); ++i) {
            setStars(stars, m_out.proposals[i]);
            if (group != 0) {
                m_out.proposals[i].scope = Scope::Part;
                m_out.proposals[i].group = group;
            }
        }
    }

    std::string_view m_text;
    const Context& m_context;
    Reading m_out;
    const Sentence* m_sentence = nullptr;
    std::vector<Counted> m_counted;
    std::vector<std::size_t> m_madeFor; ///< its proposal, of each of these; noProposal
    std::vector<std::pair<std::size_t, std::size_t>> m_named; ///< tokens of named parts
    std::map<std::string, std::string> m_subjects; ///< kind -> last one, of the paragraph
    std::string m_leadSubject;                     ///< of the line above a list
    std::size_t m_paragraphFrom = 0;               ///< its first proposal
    KindDecision m_kinds;
    SentencePlaces m_placesOf;
    PartFinder m_parts;
};

} // namespace

Reading readReport(std::string_view text, std::span<const geocode::FoundPlace> places,
                   const Context& context) {
    return ReportReader(text, places, context).read();
}

} // namespace terroir::extract
