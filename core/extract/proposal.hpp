#pragma once

#include "core/base/table.hpp"
#include "core/extract/outline.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geocode/place_finder.hpp"
#include "core/records/record.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace terroir::extract {

/// A statement that a report seems to make, with the words that it rests on. It is a draft until a
/// person takes it.
struct Proposal {
    std::size_t firstByte = 0, endByte = 0; ///< of the words, in the text
    std::size_t line = 0;                   ///< from 1
    std::string kind;                       ///< as of records; "" for what is left open
    std::string subject;
    std::string indicator, unit;
    std::string holder; ///< as written; several joined with "; "; "" for none
    std::size_t holderFirst = 0, holderEnd = 0; ///< bytes of it
    std::string period; ///< as written in its sentence: "2020", "2015-2020"; "" for none
    std::optional<double> value, max;
    bool isChange = false; ///< "giảm 412 ha": by so much more or less, no amount of its own
    records::Qualifier qualifier = records::Qualifier::None;
    std::vector<gazetteer::UnitIndex> places; ///< by code
    records::PlaceRole role = records::PlaceRole::Coverage;
    records::Scope scope = records::Scope::None;
    std::size_t group = 0; ///< total and parts have one number, from 1; 0: none
    Outlook outlook = Outlook::Reported;
    double confidence = 0; ///< 0 to 1
    /// What decided the kind: "unit", "cue" (words around), "measure" (an area or a yield), "note"
    /// (of what a footnote breaks down), "with" (the size of what is counted before it), "share"
    /// (of it), "named".
    std::vector<std::string> reasons;
};

struct Reading {
    std::vector<Proposal> proposals;
    std::vector<Proposal> leftOpen; ///< numbers of which it is not known what they count
};

struct Context {
    const Lexicon& lexicon;
    const gazetteer::Gazetteer& gazetteer;
    Date asOf = Date::today();
    gazetteer::UnitIndex territory = gazetteer::noUnit; ///< what the report speaks of
};

/// Reads a report. `places` are those that geocode::PlaceFinder found in it. Linear in the text.
Reading readReport(std::string_view text, std::span<const geocode::FoundPlace> places,
                   const Context& context);

/// doc, start, end (characters), line, kind, subject, indicator, value, value_max, unit, qualifier,
/// place_codes (joined with |), place_names, place_role, value_scope, group, status, confidence,
/// basis (what decided the kind), text (the words), period (as written), holder, holder_start,
/// holder_end (characters), page (from 1; empty where the document has none).
/// `pages`: the byte at which each begins, as documents::Document has them.
Table proposalTable(std::string_view document, std::string_view text,
                    std::span<const std::size_t> pages, std::span<const Proposal> proposals,
                    const gazetteer::Gazetteer& gazetteer, Date asOf);

} // namespace terroir::extract
