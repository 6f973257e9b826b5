#include "core/extract/proposal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::extract {

namespace {

std::string_view statusOf(Outlook outlook) {
    return outlook == Outlook::Planned    ? "planned"
           : outlook == Outlook::Proposed ? "proposed"
                                          : "reported";
}

/// Characters before each byte that begins one, asked for in ascending order.
class Characters {
public:
    explicit Characters(std::string_view text) : m_text(text) {}
    std::size_t at(std::size_t byte) {
        if (byte < m_byte)
            m_byte = m_count = 0;
        for (; m_byte < byte; ++m_byte)
            m_count += (m_text[m_byte] & 0xc0) != 0x80 ? 1 : 0;
        return m_count;
    }

private:
    std::string_view m_text;
    std::size_t m_byte = 0, m_count = 0;
};

} // namespace

Table proposalTable(std::string_view document, std::string_view text,
                    std::span<const std::size_t> pages, std::span<const Proposal> proposals,
                    const gazetteer::Gazetteer& gazetteer, Date asOf) {
    Table table;
    for (const char* name :
         {"doc",       "start",       "end",          "line",       "kind",
          "subject",   "indicator",   "value",        "value_max",  "unit",
          "qualifier", "place_codes", "place_names",  "place_role", "value_scope",
          "group",     "status",      "confidence",   "basis",      "text",
          "period",    "holder",      "holder_start", "holder_end", "page"})
        table.columns.emplace_back(name);
    Characters starts(text), ends(text), holderStarts(text), holderEnds(text);
    for (const Proposal& one : proposals) {
        std::string codes, names, reasons;
        for (const gazetteer::UnitIndex place : one.places) {
            codes += (codes.empty() ? "" : "|") + gazetteer.unit(place).code;
            names += (names.empty() ? "" : "; ") + gazetteer.describe(place, asOf);
        }
        for (const std::string& reason : one.reasons)
            reasons += (reasons.empty() ? "" : ";") + reason;
        const auto page = std::size_t(std::upper_bound(pages.begin(), pages.end(), one.firstByte) -
                                      pages.begin());
        const std::string_view qualifier =
            one.qualifier == records::Qualifier::None ? "none" : records::toString(one.qualifier);
        table.rows.push_back(
            {std::string(document),
             countOf(starts.at(one.firstByte)),
             countOf(ends.at(one.endByte)),
             countOf(one.line),
             textOrNone(one.kind),
             textOrNone(one.subject),
             textOrNone(one.indicator),
             one.value ? Value(*one.value) : Value(),
             one.max ? Value(*one.max) : Value(),
             textOrNone(one.unit),
             std::string(qualifier),
             textOrNone(codes),
             textOrNone(names),
             std::string(records::toString(one.role)),
             std::string(records::toString(one.scope)),
             one.group == 0 ? Value() : countOf(one.group),
             std::string(statusOf(one.outlook)),
             fmt::format("{:.2f}", one.confidence),
             textOrNone(reasons),
             std::string(text.substr(one.firstByte, one.endByte - one.firstByte)),
             textOrNone(one.period),
             textOrNone(one.holder),
             one.holder.empty() ? Value() : countOf(holderStarts.at(one.holderFirst)),
             one.holder.empty() ? Value() : countOf(holderEnds.at(one.holderEnd)),
             page == 0 ? Value() : countOf(page)});
    }
    return table;
}

} // namespace terroir::extract
