#include "core/workspace/kept_rows.hpp"

#include "core/base/strings.hpp"
#include "core/extract/words_id.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

namespace terroir::workspace {

namespace {

using extract::CharacterSpan;
using extract::Review;
using extract::ReviewCells;
using extract::ReviewedProposal;

/// Said of the document, of this reading, or in the table `proposal`.
bool isKeptColumn(std::string_view column) {
    return !column.starts_with("source") &&
           !isAnyOf(column, {"doc", "id", "decision", "change", "was", "stands_in", "checksum"});
}

/// What a person may write into a row; the rest is where its words stand, and how it was read.
bool isWrittenColumn(std::string_view column) {
    return isKeptColumn(column) &&
           !isAnyOf(column, {"line", "page", "holder_start", "holder_end", "start", "end", "spans",
                             "text", "group", "confidence", "basis", "made_of", "as_of"});
}

/// Codes are those of units of a day; on another one the names say which units are meant.
void forgetCodesOfOtherDay(ReviewCells& written, const ReviewCells& kept, Date asOf) {
    if (extract::cellOf(kept, "as_of") != asOf.toString() &&
        !extract::cellOf(written, "place_names").empty())
        written["place_codes"].clear();
}

/// A text by its characters.
class CharacterText {
public:
    explicit CharacterText(std::string_view text) : m_text(text) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if ((text[i] & 0xc0) != 0x80)
                m_bytes.push_back(i);
        m_bytes.push_back(text.size());
    }
    std::size_t byteAt(std::size_t character) const {
        return m_bytes[std::min(character, m_bytes.size() - 1)];
    }
    std::size_t characterAt(std::size_t byte) const {
        return std::size_t(std::lower_bound(m_bytes.begin(), m_bytes.end(), byte) -
                           m_bytes.begin());
    }
    std::string wordsOf(const std::vector<CharacterSpan>& spans) const {
        std::string words;
        for (const auto& [first, end] : spans) {
            const std::size_t from = byteAt(first), to = std::max(from, byteAt(end));
            words += (words.empty() ? "" : " … ") + std::string(m_text.substr(from, to - from));
        }
        return words;
    }

private:
    std::string_view m_text;
    std::vector<std::size_t> m_bytes; ///< at which characters begin, and the end
};

class Restoring {
public:
    explicit Restoring(Review& review) : m_review(review), m_text(review.text) {
        for (std::size_t i = 0; i < review.proposals.size(); ++i) {
            const ReviewedProposal& one = review.proposals[i];
            m_at.emplace(one.id, i);
            for (std::string& origin : extract::madeOf(one.written))
                m_covered.insert(std::move(origin));
        }
    }

    /// Nothing where the text has not all that the row is made of.
    std::optional<ReviewedProposal> rowOf(const std::string& id, const ReviewCells& kept) {
        std::vector<std::size_t> origins;
        for (const std::string& origin : extract::madeOf(kept)) {
            const auto found = m_at.find(origin);
            if (found != m_at.end())
                origins.push_back(found->second);
            else if (extract::isIdOfReading(origin) && !m_covered.contains(origin))
                return std::nullopt;
        }
        ReviewedProposal row;
        if (!origins.empty())
            row.proposal = m_review.proposals[origins.front()].proposal;
        row.id = id;
        row.written = kept;
        forgetCodesOfOtherDay(row.written, kept, m_review.asOf);
        if (!place(row, origins))
            return std::nullopt;
        m_replaced.insert(origins.begin(), origins.end());
        if (const auto itself = m_at.find(id); itself != m_at.end())
            m_replaced.insert(itself->second);
        return row;
    }

    void replaceBy(std::vector<ReviewedProposal> rows) {
        std::vector<ReviewedProposal> all;
        for (std::size_t i = 0; i < m_review.proposals.size(); ++i)
            if (!m_replaced.contains(i))
                all.push_back(std::move(m_review.proposals[i]));
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return std::tuple(a.proposal.firstByte, a.id.size(), a.id) <
                   std::tuple(b.proposal.firstByte, b.id.size(), b.id);
        });
        m_review.proposals.clear();
        std::merge(std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()),
                   std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()),
                   std::back_inserter(m_review.proposals), [](const auto& a, const auto& b) {
                       return a.proposal.firstByte < b.proposal.firstByte;
                   });
    }

private:
    /// Where its words stand: where they stood, else where what it is made of does now.
    bool place(ReviewedProposal& row, const std::vector<std::size_t>& origins) const {
        const std::vector<CharacterSpan> before = extract::charactersOf(row.written);
        if (m_text.wordsOf(before) == extract::cellOf(row.written, "text")) {
            setWords(row, before);
            return true;
        }
        row.written.erase("group"); // of another reading
        std::vector<CharacterSpan> now;
        for (const std::size_t origin : origins) {
            const extract::Proposal& one = m_review.proposals[origin].proposal;
            now.emplace_back(m_text.characterAt(one.firstByte), m_text.characterAt(one.endByte));
        }
        if (now.empty())
            if (const auto found = find(row))
                now.push_back(*found);
        if (now.empty())
            return false;
        setWords(row, now);
        return true;
    }

    void setWords(ReviewedProposal& row, const std::vector<CharacterSpan>& spans) const {
        extract::Proposal& proposal = row.proposal;
        proposal.firstByte = m_text.byteAt(spans.front().first);
        proposal.endByte = m_text.byteAt(spans.front().second);
        proposal.line = 1 + std::size_t(std::count(
                                m_review.text.begin(),
                                m_review.text.begin() + std::ptrdiff_t(proposal.firstByte), '\n'));
        row.written["start"] = fmt::format("{}", spans.front().first);
        row.written["end"] = fmt::format("{}", spans.front().second);
        row.written["spans"] = spans.size() > 1 ? extract::spansText(spans) : "";
        row.written["line"] = fmt::format("{}", proposal.line);
        row.written["text"] = m_text.wordsOf(spans);
        for (const char* ofPlace : {"page", "holder_start", "holder_end"}) // by this reading
            row.written.erase(ofPlace);
    }

    /// Words that a person made a row of, by their line.
    std::optional<CharacterSpan> find(const ReviewedProposal& row) const {
        const std::string words(extract::cellOf(row.written, "text"));
        for (std::size_t at = words.empty() ? std::string::npos : m_review.text.find(words);
             at != std::string::npos; at = m_review.text.find(words, at + 1))
            if (extract::wordsId('h', extract::lineAround(m_review.text, at) + '\n' + words) ==
                row.id)
                return CharacterSpan{m_text.characterAt(at), m_text.characterAt(at + words.size())};
        return std::nullopt;
    }

    Review& m_review;
    CharacterText m_text;
    std::map<std::string, std::size_t> m_at; ///< proposals by id
    std::set<std::string> m_covered;         ///< what rows of the review stand in place of
    std::set<std::size_t> m_replaced;
};

} // namespace

KeptRows loadKeptRows(store::WorkspaceFile& file, std::string_view source) {
    KeptRows all;
    if (!file.hasProposalRows())
        return all;
    store::Statement row =
        file.database().prepare("SELECT id, cells FROM proposal_row WHERE source = ?");
    row.bind(1, source);
    while (row.step()) {
        const auto cells = nlohmann::json::parse(row.text(1), nullptr, false);
        ReviewCells& kept = all[row.text(0)];
        if (cells.is_object())
            for (const auto& [column, text] : cells.items())
                if (text.is_string())
                    kept[column] = text.get<std::string>();
    }
    return all;
}

void keepRow(store::WorkspaceFile& file, std::string_view source, std::string_view id,
             const ReviewCells& row) {
    nlohmann::json cells = nlohmann::json::object();
    for (const auto& [column, text] : row)
        if (isWrittenColumn(column) || (isKeptColumn(column) && !text.empty()))
            cells[column] = text;
    file.database()
        .prepare("INSERT INTO proposal_row VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET cells = "
                 "excluded.cells")
        .bind(1, source)
        .bind(2, id)
        .bind(3, cells.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))
        .run();
}

bool sayTheSame(const ReviewCells& a, const ReviewCells& b) {
    const auto holds = [](const ReviewCells& all, const ReviewCells& some) {
        return std::all_of(some.begin(), some.end(), [&](const auto& cell) {
            return !isWrittenColumn(cell.first) || extract::cellOf(all, cell.first) == cell.second;
        });
    };
    return holds(a, b) && holds(b, a);
}

bool isAsKept(const ReviewCells& row, const ReviewCells& kept) {
    if (sayTheSame(row, kept))
        return true;
    const auto day = parseDate(extract::cellOf(row, "as_of"));
    if (!day)
        return false;
    ReviewCells ofDay = kept;
    forgetCodesOfOtherDay(ofDay, kept, *day);
    return sayTheSame(row, ofDay);
}

void forgetRow(store::WorkspaceFile& file, std::string_view source, std::string_view id) {
    file.database()
        .prepare("DELETE FROM proposal_row WHERE source = ? AND id = ?")
        .bind(1, source)
        .bind(2, id)
        .run();
}

std::set<std::string> restoreMadeRows(Review& review, const KeptRows& kept,
                                      const std::map<std::string, extract::Choice>& choices) {
    std::set<std::string> ids;
    if (std::none_of(kept.begin(), kept.end(),
                     [](const auto& row) { return !extract::madeOf(row.second).empty(); }))
        return ids;
    Restoring restoring(review);
    std::vector<ReviewedProposal> rows;
    for (const auto& [id, cells] : kept) {
        if (extract::madeOf(cells).empty())
            continue;
        if (auto row = restoring.rowOf(id, cells)) {
            const auto choice = choices.find(id);
            row->choice = choice == choices.end() ? extract::Choice::Open : choice->second;
            rows.push_back(std::move(*row));
            ids.insert(id);
        }
    }
    restoring.replaceBy(std::move(rows));
    return ids;
}

void restoreWritten(ReviewedProposal& proposal, const ReviewCells& kept, Date asOf) {
    for (const auto& [column, text] : kept)
        if (isWrittenColumn(column))
            proposal.written[column] = text;
    forgetCodesOfOtherDay(proposal.written, kept, asOf);
}

void restoreRows(Review& review, const std::vector<ReviewCells>& rows) {
    KeptRows kept;
    std::map<std::string, extract::Choice> choices;
    for (const ReviewCells& row : rows) {
        const std::string id(extract::cellOf(row, "id"));
        choices[id] =
            extract::parseChoice(extract::cellOf(row, "decision")).value_or(extract::Choice::Open);
        for (const auto& [column, text] : row)
            if (isKeptColumn(column))
                kept[id][column] = text;
    }
    const std::set<std::string> made = restoreMadeRows(review, kept, choices);
    for (ReviewedProposal& one : review.proposals) {
        const auto found = kept.find(one.id);
        if (found == kept.end() || made.contains(one.id))
            continue;
        one.choice = choices[one.id];
        restoreWritten(one, found->second, review.asOf);
    }
}

} // namespace terroir::workspace
