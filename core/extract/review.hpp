#pragma once

#include "core/extract/proposal.hpp"
#include "core/extract/row_parts.hpp"
#include "core/records/record.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::extract {

/// What a person says of a proposal.
enum class Choice { Open, Accept, Refuse };
std::string_view toString(Choice choice); ///< "", "accept", "refuse"
/// Those, and "nhận", "bỏ" and the like, with or without their marks; nothing for another word.
std::optional<Choice> parseChoice(std::string_view text);

/// How a proposal stands to what an earlier reading of the document proposed.
enum class Change {
    None,    ///< the same, or there was no earlier reading
    New,     ///< the earlier one had nothing like it
    Changed, ///< of the same thing, with another value
};
std::string_view toString(Change change); ///< "", "new", "changed"

struct ReviewedProposal {
    Proposal proposal;
    /// The same for the same words in another reading, whatever stands before and behind them; a
    /// record that is made of it has it in its id.
    std::string id;
    Choice choice = Choice::Open;
    Change change = Change::None;
    std::string was;                   ///< the value of before, of a changed one: "5 mô hình"
    std::vector<std::string> standsIn; ///< records of other sources that say the same
    ReviewCells written;               ///< columns in which a person wrote something else
};

/// What an earlier reading proposed and the text does not say any more.
struct GoneProposal {
    std::string id, kind, subject, value, unit, words;
    std::size_t line = 0; ///< in the earlier text
    Choice choice = Choice::Open;
};

/// A report with what is proposed of it: what a person looks through, and takes into the workspace.
struct Review {
    std::string file;       ///< its name, without folders
    std::string checksum;   ///< SHA-256 of the text
    records::Source source; ///< that its records will have
    Date asOf = Date::today();
    std::string text;
    std::vector<std::size_t> pages; ///< as documents::Document has them
    std::vector<ReviewedProposal> proposals;
    std::vector<Proposal> leftOpen;
    std::vector<GoneProposal> gone;
};

/// Of a document that nothing is known of: every proposal has its id, and is open.
Review reviewOf(std::string file, std::string text, std::vector<std::size_t> pages,
                records::Source source, Date asOf, Reading reading);

/// The columns of proposalTable(), then id, decision, change, was, stands_in (ids joined with ";
/// "), made_of and spans (see row_parts.hpp), as_of, and of the document, the same in every row:
/// source, source_title, source_number, source_issuer, source_date, source_territory, checksum.
/// What `extract apply` reads.
Table reviewTable(const Review& review, const gazetteer::Gazetteer& gazetteer);

/// What every row of reviewTable() says of the document.
ReviewCells documentCells(const Review& review);

/// An object with `document` (its file, source and day), `proposals` (objects of the columns of
/// reviewTable() that are not of the document), `left_open` (start, end, page, line, value, text)
/// and `gone`.
std::string reviewJson(const Review& review, const gazetteer::Gazetteer& gazetteer);

/// The codes that proposals rest on in words: "unit" gives "theo đơn vị tính". A code that is not
/// known stays.
LocalText basisInWords(std::string_view code);

} // namespace terroir::extract
