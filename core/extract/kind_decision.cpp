#include "core/extract/kind_decision.hpp"

#include "core/extract/clause.hpp"
#include "core/text/thing_words.hpp"

#include <algorithm>
#include <array>

namespace terroir::extract {

namespace {

/// Weights of what speaks for a kind: the unit, words near the number, in its sentence, above it.
constexpr int unitWeight = 30, nearWeight = 3, sentenceWeight = 1;
constexpr int headingWeight = 1;
constexpr int maxAround = 5; ///< of what stands in the paragraph and above it, each
constexpr int minOfCues = 6; ///< of a number whose unit says nothing

/// Where what is said of a number ends: at the first sign or "trong đó" behind it.
std::size_t endOfStatement(std::span<const Token> tokens, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (!tokens[i].isWord && !tokens[i].isNumber && tokens[i].lower != "/" &&
            tokens[i].lower != "-" && tokens[i].lower != "&" && tokens[i].lower != "“" &&
            tokens[i].lower != "”")
            return i;
    return from;
}

/// Past a name in quotation marks, which speaks of no kind; not past what somebody says.
std::size_t behindName(std::span<const Token> tokens, std::size_t open) {
    constexpr std::size_t maxQuoted = 12;
    for (std::size_t i = open + 1; i + 1 < tokens.size() && i <= open + maxQuoted; ++i)
        if (tokens[i].lower == "”")
            return i;
    return open;
}

void addScores(const std::map<std::string, int>& of, int weight, int most,
               std::map<std::string, int>& scores) {
    for (const auto& [kind, score] : of)
        scores[kind] += std::min(weight * score, most);
}

/// Whether a number that measures or counts so can be of the kind: hectares are none of a task.
bool canBe(const std::string& kind, const UnitPhrase& unit) {
    if (kind == unit.kind || kind == "other")
        return true;
    static constexpr std::array<std::string_view, 8> ofThings{
        "area", "output", "yield", "head", "tanks", "ponds", "trees", "colonies"};
    static constexpr std::array<std::string_view, 7> things{
        "enterprise_technology", "model",        "trial", "production_zone", "livestock",
        "aquaculture",           "certification"};
    if (std::find(ofThings.begin(), ofThings.end(), unit.indicator) != ofThings.end())
        return std::find(things.begin(), things.end(), kind) != things.end();
    return kind != "st_task" || unit.indicator == "share" || unit.indicator == "money";
}

} // namespace

void KindDecision::enter(const Sentence& sentence, bool isFirst) {
    if (isFirst)
        m_before.clear();
    else
        addScores(m_ofSentence, 1, maxAround, m_before);
    m_ofSentence.clear();
    addCues(sentence.tokens, 1, m_ofSentence);
    m_ofHeading.clear();
    addCues(tokensOf(sentence.heading), 1, m_ofHeading);
}

void KindDecision::addCues(std::span<const Token> words, int weight, Scores& scores) const {
    for (std::size_t i = 0; i < words.size();) {
        if (words[i].lower == "“")
            i = behindName(words, i);
        const Cue* cue = m_lexicon.cueAt(words.subspan(i));
        if (cue != nullptr)
            scores[cue->kind] += weight * cue->weight;
        i += cue != nullptr ? cue->tokens : 1;
    }
}

/// By what is measured or counted alone: a fish, a crop, who grows it.
void KindDecision::decideByThing(const UnitPhrase& unit, bool isMeasured, bool isGrown,
                                 Proposal& out) {
    const std::string& indicator = unit.indicator;
    const bool isMeasure = indicator == "area" || indicator == "output" || indicator == "yield";
    const bool isPlace = indicator == "facilities" || indicator == "farms" || indicator == "head" ||
                         indicator == "trees";
    if ((isMeasure || isPlace) && text::isFish(out.subject)) {
        out.kind = "aquaculture";
        out.confidence = 0.8;
    } else if ((isMeasure || indicator == "colonies") && text::isThing(out.subject) &&
               !text::isPlant(out.subject)) {
        out.kind = "livestock"; // neither fish nor plant
        out.confidence = 0.75;
    } else if (isMeasure && (isMeasured || !out.subject.empty())) {
        // A measure has a subject only when it is a thing.
        out.kind = "production_zone";
        out.confidence = 0.8;
    } else if (indicator == "trees") {
        out.kind = "production_zone";
        out.confidence = 0.65;
    } else if (indicator == "households" && isGrown) {
        out.kind = "organisation";
        out.confidence = 0.6;
    }
    if (!out.kind.empty())
        out.reasons.emplace_back("measure");
}

/// "1. Truy xuất nguồn gốc", then "… cho 62 cơ sở": who or what is counted is of what the heading
/// speaks of alone.
void KindDecision::decideByHeading(const UnitPhrase& unit, Proposal& out) const {
    constexpr int minOfHeading = 4;
    static constexpr std::array<std::string_view, 4> counted{"facilities", "products",
                                                             "enterprises", "devices"};
    if (std::find(counted.begin(), counted.end(), unit.indicator) == counted.end() ||
        m_ofHeading.size() != 1)
        return;
    const auto& [kind, score] = *m_ofHeading.begin();
    if (score < minOfHeading || kind == "other" || kind == "measure" || !canBe(kind, unit))
        return;
    out.kind = kind;
    out.confidence = 0.55;
    out.reasons.emplace_back("heading");
}

std::string KindDecision::ownKind(std::span<const Token> tokens, const Counted& counted) const {
    constexpr int minOwn = 4;
    Scores scores;
    const std::size_t from = clauseBegin(tokens, counted.first);
    addCues(tokens.subspan(from, clauseEnd(tokens, counted.end) - from), 1, scores);
    for (const auto& [kind, score] : scores)
        if (kind == "certification" && score >= minOwn)
            return kind;
    return {};
}

void KindDecision::decide(std::span<const Token> tokens, std::span<const Counted> all,
                          std::size_t index, Proposal& out) const {
    const Counted& counted = all[index];
    if (counted.unit == nullptr)
        return;
    Scores scores;
    if (!counted.unit->kind.empty())
        scores[counted.unit->kind] += unitWeight;
    // Near: from where the statement about the number before ends to the number behind.
    std::size_t from = index > 0 ? endOfStatement(tokens, all[index - 1].end, counted.first) : 0;
    std::size_t to = index + 1 < all.size() ? all[index + 1].first : tokens.size();
    for (std::size_t i = from; i < to; ++i)
        if (tokens[i].lower == ";")
            (i < counted.first ? from : to) = i;
    // An area or a yield is that of the crop beside it, whatever the rest speaks of.
    const std::string& indicator = counted.unit->indicator;
    const bool isMeasure = indicator == "area" || indicator == "output" || indicator == "yield";
    if (isMeasure)
        to = std::min(to, clauseEnd(tokens, counted.end));
    addCues(tokens.subspan(from, to - from), nearWeight, scores);
    if (!isMeasure || out.subject.empty())
        addScores(m_ofSentence, sentenceWeight, 2 * maxAround, scores);
    else // the rest only strengthens what the words beside it say
        for (auto& [kind, score] : scores)
            if (const auto of = m_ofSentence.find(kind); of != m_ofSentence.end())
                score += std::min(sentenceWeight * of->second, 2 * maxAround);
    if (!isMeasure) {
        addScores(m_before, headingWeight, maxAround, scores);
        addScores(m_ofHeading, headingWeight, maxAround, scores);
    }
    const bool isMeasured = scores.erase("measure") > 0;
    // A plant is no fish, and a fish no crop: "lúa - tôm" is rice.
    if (text::isPlant(out.subject))
        std::erase_if(scores, [](const auto& one) {
            return one.first == "aquaculture" || one.first == "livestock";
        });
    if (text::isFish(out.subject))
        std::erase_if(scores, [](const auto& one) {
            return one.first == "production_zone" || one.first == "livestock";
        });
    std::erase_if(scores, [&](const auto& one) { return !canBe(one.first, *counted.unit); });
    const auto best =
        std::max_element(scores.begin(), scores.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == scores.end() || best->second < minOfCues) {
        // "1.200 hộ trồng sâm": what the households grow stands in their clause.
        bool isGrown = false;
        for (std::size_t i = counted.end; i < clauseEnd(tokens, counted.end); ++i)
            isGrown = isGrown || m_lexicon.isThing(tokens.subspan(i));
        decideByThing(*counted.unit, isMeasured, isGrown, out);
        if (out.kind.empty())
            decideByHeading(*counted.unit, out);
        return;
    }
    int second = 0;
    for (const auto& [kind, score] : scores)
        if (kind != best->first)
            second = std::max(second, score);
    const bool isShare = counted.unit->indicator == "share" || counted.unit->indicator == "money";
    if (isShare && best->second < 2 * minOfCues)
        return;
    out.kind = best->first;
    out.reasons.emplace_back(counted.unit->kind == best->first ? "unit" : "cue");
    out.confidence =
        std::min(0.95, 0.5 + 0.4 * double(best->second - second) / double(best->second) +
                           (counted.unit->kind == best->first ? 0.1 : 0));
}

} // namespace terroir::extract
