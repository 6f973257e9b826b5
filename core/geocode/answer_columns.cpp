#include "core/geocode/answer_columns.hpp"

#include "core/gazetteer/conversion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace terroir::geocode {

using gazetteer::Conversion;
using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

/// A part below this share of the unit is called tiny: a strip along a border.
constexpr double tinyShare = 0.005;
/// More codes are not listed in a reason.
constexpr std::size_t maxCodes = 6;

void addReason(std::string& reasons, const std::string& reason) {
    reasons += (reasons.empty() ? "" : ";") + reason;
}

/// "split;whole", one word an event; '-' where it is not known.
template <typename Pick>
std::string alongTheWay(const Conversion& part, Pick pick) {
    std::string text;
    for (const gazetteer::Succession* event : part.way) {
        const std::string& word = pick(*event);
        text += (text.empty() ? "" : ";") + (word.empty() ? "-" : word);
    }
    return text;
}

/// new_code, new_name, share, kind, decree of one part.
Cells cellsOf(const Gazetteer& gazetteer, const Conversion& part, Date date) {
    return {
        gazetteer.unit(part.unit).code, gazetteer.describe(part.unit, date),
        fmt::format("{}{:.4f}", part.estimated ? "~" : "", part.share),
        alongTheWay(part, [](const auto& event) -> const std::string& { return event.kind; }),
        alongTheWay(part, [](const auto& event) -> const std::string& { return event.decree; })};
}

std::vector<std::string> conversionReasons(const std::vector<Conversion>& parts) {
    std::vector<std::string> reasons;
    const auto any = [&parts](auto is) {
        return std::any_of(parts.begin(), parts.end(), is) && parts.size() > 1;
    };
    if (any([](const Conversion& part) { return part.estimated; }))
        reasons.emplace_back("estimated-share");
    if (any([](const Conversion& part) { return part.share < tinyShare; }))
        reasons.emplace_back("tiny-part");
    const double sum =
        std::accumulate(parts.begin(), parts.end(), 0.0,
                        [](double shares, const Conversion& part) { return shares + part.share; });
    if (!parts.empty() && sum < 0.99)
        reasons.emplace_back("rest-unknown");
    return reasons;
}

} // namespace

Cells AnswerColumns::header() const {
    return geocode::answerHeader();
}

Answer AnswerColumns::answer(const geocode::Match& match, Date asOf) const {
    Answer::Row row{geocode::answerCells(match, m_gazetteer, asOf), {}};
    if (match.unit() != noUnit)
        row.units = {match.unit()};
    return {match.status, true, {std::move(row)}};
}

Cells ConversionColumns::header() const {
    Cells header = AnswerColumns::header();
    for (const char* column : {"new_code", "new_name", "share", "kind", "decree"})
        header.emplace_back(column);
    return header;
}

/// "all-lead-to:03390" when it makes no difference which candidate is meant; else empty.
std::string ConversionColumns::agreement(const geocode::Match& match) const {
    // Only of candidates for one place: of units that are listed others may be left out.
    const bool isOnePlace = std::find(match.reasons.begin(), match.reasons.end(), "several-fit") !=
                                match.reasons.end() &&
                            std::none_of(match.candidates.begin(), match.candidates.end(),
                                         [](const geocode::Candidate& candidate) {
                                             const auto& reasons = candidate.reasons;
                                             return std::find(reasons.begin(), reasons.end(),
                                                              "one-of-several") != reasons.end();
                                         });
    if (match.status != geocode::Status::Ambiguous || !isOnePlace || match.candidates.size() < 2 ||
        match.candidates.size() >= maxCandidates)
        return {};
    std::set<std::string> common;
    for (const geocode::Candidate& candidate : match.candidates) {
        std::set<std::string> codes;
        for (const Conversion& part : trace(gazetteer(), candidate.unit, m_to))
            codes.insert(gazetteer().unit(part.unit).code);
        if (common.empty())
            common = codes;
        if (codes.empty() || codes != common)
            return {};
    }
    if (common.size() > maxCodes)
        return "all-lead-to-the-same";
    std::string codes;
    for (const std::string& code : common)
        codes += (codes.empty() ? "" : "|") + code;
    return "all-lead-to:" + codes;
}

Answer ConversionColumns::answer(const geocode::Match& match, Date asOf) const {
    Answer answer = AnswerColumns::answer(match, asOf);
    Answer::Row row = std::move(answer.rows.front());
    std::string& reasons = row.cells.back();
    const UnitIndex unit = match.unit();
    std::vector<Conversion> parts;
    if (unit == noUnit) {
        if (const std::string reason = agreement(match); !reason.empty())
            addReason(reasons, reason);
    } else {
        parts = trace(gazetteer(), unit, m_to);
        if (parts.empty())
            addReason(reasons, gazetteer().unit(unit).valid.to <= m_to ? "no-successor-known"
                                                                       : "no-predecessor-known");
        for (const std::string& reason : conversionReasons(parts))
            addReason(reasons, reason);
        answer.isWhole = !parts.empty();
    }
    answer.rows.clear();
    Cells together(header().size() - row.cells.size());
    std::vector<UnitIndex> units;
    const auto add = [&](const Cells& cells, std::vector<UnitIndex> of) {
        answer.rows.push_back({row.cells, std::move(of)});
        Cells& all = answer.rows.back().cells;
        all.insert(all.end(), cells.begin(), cells.end());
    };
    for (const Conversion& part : parts) {
        const Cells cells = cellsOf(gazetteer(), part, m_to);
        if (m_explode)
            add(cells, {part.unit});
        for (std::size_t c = 0; c < cells.size(); ++c)
            together[c] += (units.empty() ? "" : "|") + cells[c];
        units.push_back(part.unit);
    }
    if (answer.rows.empty())
        add(together, std::move(units));
    return answer;
}

} // namespace terroir::geocode
