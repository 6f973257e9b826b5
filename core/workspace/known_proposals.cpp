#include "core/workspace/known_proposals.hpp"

#include "core/base/number.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/kept_rows.hpp"
#include "core/workspace/same_statements.hpp"

#include <fmt/format.h>

#include <charconv>
#include <deque>
#include <set>
#include <unordered_map>

namespace terroir::workspace {

namespace {

using extract::Change;
using extract::Choice;
using extract::Review;
using extract::ReviewedProposal;

std::string valueOf(const extract::Proposal& proposal) {
    return proposal.value ? terroir::textOf(Value(*proposal.value)) : std::string();
}

std::string wordsOf(const Review& review, const extract::Proposal& proposal) {
    return review.text.substr(proposal.firstByte, proposal.endByte - proposal.firstByte);
}

std::string codesOf(const extract::Proposal& proposal, const gazetteer::Gazetteer& gazetteer) {
    std::string codes;
    for (const gazetteer::UnitIndex place : proposal.places)
        codes += (codes.empty() ? "" : "|") + gazetteer.unit(place).code;
    return codes;
}

/// What tells things apart of which a report states values.
std::string thingOf(std::string_view kind, std::string_view subject, std::string_view indicator,
                    std::string_view unit, std::string_view places) {
    return fmt::format("{}\n{}\n{}\n{}\n{}", kind, text::fold(subject), indicator, unit, places);
}

/// Finds for each proposal of a review the one of before.
class Comparison {
public:
    Comparison(Workspace& workspace, Review& review)
        : m_review(review), m_known(loadKnownProposals(workspace.file(), review.source.id)),
          m_kept(loadKeptRows(workspace.file(), review.source.id)), m_isTaken(m_known.size()) {
        if (m_known.empty())
            return;
        restoreMade();
        m_before.resize(review.proposals.size(), nullptr);
        for (const ReviewedProposal& one : review.proposals)
            m_things.push_back(thingOf(one.proposal.kind, one.proposal.subject,
                                       one.proposal.indicator, one.proposal.unit,
                                       codesOf(one.proposal, workspace.gazetteer())));
        for (const KnownProposal& known : m_known)
            m_knownThings.push_back(
                thingOf(known.kind, known.subject, known.indicator, known.unit, known.places));
    }

    void run() {
        if (m_known.empty())
            return;
        match([&](std::size_t i) { return m_review.proposals[i].id; },
              [&](std::size_t i) { return m_known[i].id; });
        match(
            [&](std::size_t i) {
                const extract::Proposal& one = m_review.proposals[i].proposal;
                return m_things[i] + '\n' + valueOf(one) + '\n' + wordsOf(m_review, one);
            },
            [&](std::size_t i) {
                return m_knownThings[i] + '\n' + m_known[i].value + '\n' + m_known[i].words;
            });
        for (std::size_t i = 0; i < m_before.size(); ++i)
            take(i, Change::None);
        const std::vector<const KnownProposal*> before = m_before;
        match(
            [&](std::size_t i) {
                return m_review.proposals[i].proposal.value ? m_things[i] : std::string();
            },
            [&](std::size_t i) {
                return m_known[i].value.empty() ? std::string() : m_knownThings[i];
            });
        for (std::size_t i = 0; i < m_before.size(); ++i)
            if (before[i] == nullptr)
                take(i, Change::Changed);
    }

    /// Those of before that were accepted and are not in the text any more.
    void addGone(store::WorkspaceFile& file) {
        for (std::size_t i = 0; i < m_known.size(); ++i) {
            const KnownProposal& known = m_known[i];
            if (m_isTaken[i] || known.choice != Choice::Accept ||
                !records::loadRecord(file, recordOfProposal(m_review.source.id, known.id)))
                continue;
            extract::GoneProposal gone{known.id,    known.kind,  known.subject,
                                       known.value, known.unit,  known.words,
                                       0,           known.choice};
            std::from_chars(known.line.data(), known.line.data() + known.line.size(), gone.line);
            m_review.gone.push_back(std::move(gone));
        }
    }

private:
    /// What a person made of proposals of before is there again, as it was decided.
    void restoreMade() {
        std::map<std::string, Choice> choices;
        for (const KnownProposal& known : m_known)
            choices[known.id] = known.choice;
        m_made = restoreMadeRows(m_review, m_kept, choices);
        for (std::size_t i = 0; i < m_known.size(); ++i)
            m_isTaken[i] = m_made.contains(m_known[i].id);
    }

    void take(std::size_t i, Change change) {
        ReviewedProposal& one = m_review.proposals[i];
        if (m_made.contains(one.id))
            return;
        const KnownProposal* before = m_before[i];
        one.change = before == nullptr ? Change::New : change;
        if (before == nullptr)
            return;
        one.id = before->id;
        if (change == Change::Changed)
            one.was = fmt::format("{} {}", before->value, before->unit);
        else {
            one.choice = before->choice;
            if (const auto kept = m_kept.find(one.id); kept != m_kept.end())
                restoreWritten(one, kept->second, m_review.asOf);
        }
    }

    /// Pairs what has one key, in the order of both texts; an empty key is none.
    template <typename KeyOf, typename KnownKeyOf>
    void match(KeyOf keyOf, KnownKeyOf knownKeyOf) {
        std::unordered_map<std::string, std::deque<std::size_t>> known;
        for (std::size_t i = 0; i < m_known.size(); ++i)
            if (!m_isTaken[i])
                known[knownKeyOf(i)].push_back(i);
        for (std::size_t i = 0; i < m_before.size(); ++i) {
            if (m_before[i] != nullptr || m_made.contains(m_review.proposals[i].id))
                continue;
            const std::string key = keyOf(i);
            const auto found = known.find(key);
            if (key.empty() || found == known.end() || found->second.empty())
                continue;
            m_before[i] = &m_known[found->second.front()];
            m_isTaken[found->second.front()] = true;
            found->second.pop_front();
        }
    }

    Review& m_review;
    std::vector<KnownProposal> m_known;
    KeptRows m_kept;
    std::set<std::string> m_made; ///< rows of the review that a person made
    std::vector<bool> m_isTaken;
    std::vector<const KnownProposal*> m_before; ///< of each proposal of the review
    std::vector<std::string> m_things, m_knownThings;
};

} // namespace

std::vector<KnownProposal> loadKnownProposals(store::WorkspaceFile& file, std::string_view source) {
    std::vector<KnownProposal> all;
    if (!file.hasProposals())
        return all;
    store::Statement row = file.database().prepare(
        "SELECT id, choice, kind, subject, indicator, value, unit, places, words, line, taken, "
        "record FROM proposal WHERE source = ? ORDER BY CAST(line AS INTEGER), id");
    row.bind(1, source);
    while (row.step()) {
        KnownProposal one{row.text(0),  extract::parseChoice(row.text(1)).value_or(Choice::Open),
                          row.text(2),  row.text(3),
                          row.text(4),  row.text(5),
                          row.text(6),  row.text(7),
                          row.text(8),  row.text(9),
                          row.text(10), row.text(11)};
        all.push_back(std::move(one));
    }
    return all;
}

void keepKnownProposals(store::WorkspaceFile& file, std::string_view source,
                        std::span<const KnownProposal> proposals) {
    store::Statement insert = file.database().prepare(
        "INSERT INTO proposal VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
        "SET choice = excluded.choice, kind = excluded.kind, subject = excluded.subject, "
        "indicator = excluded.indicator, value = excluded.value, unit = excluded.unit, "
        "places = excluded.places, words = excluded.words, line = excluded.line, "
        "taken = excluded.taken, record = excluded.record");
    for (const KnownProposal& one : proposals) {
        int at = 0;
        for (const std::string_view text :
             {source, std::string_view(one.id), extract::toString(one.choice),
              std::string_view(one.kind), std::string_view(one.subject),
              std::string_view(one.indicator), std::string_view(one.value),
              std::string_view(one.unit), std::string_view(one.places), std::string_view(one.words),
              std::string_view(one.line), std::string_view(one.taken),
              std::string_view(one.record)})
            insert.bind(++at, text);
        insert.run();
    }
}

void forgetProposal(store::WorkspaceFile& file, std::string_view source, std::string_view id) {
    file.database()
        .prepare("DELETE FROM proposal WHERE source = ? AND id = ?")
        .bind(1, source)
        .bind(2, id)
        .run();
    forgetRow(file, source, id);
}

std::string recordOfProposal(std::string_view source, std::string_view proposal) {
    return fmt::format("{}-{}", source, proposal);
}

void compareWithKnown(Workspace& workspace, Review& review) {
    Comparison comparison(workspace, review);
    comparison.run();
    comparison.addGone(workspace.file());
    std::vector<StatedFact> statements;
    for (const ReviewedProposal& one : review.proposals) {
        const extract::Proposal& said = one.proposal;
        StatedFact statement{said.kind, said.subject, said.value, said.unit, {}};
        if (!one.written.empty()) {
            statement.kind = extract::cellOf(one.written, "kind");
            statement.subject = extract::cellOf(one.written, "subject");
            statement.value = parsePlainNumber(extract::cellOf(one.written, "value"));
            statement.unit = extract::cellOf(one.written, "unit");
        }
        for (const gazetteer::UnitIndex place : said.places)
            statement.units.insert(workspace.gazetteer().unit(place).uid);
        statements.push_back(std::move(statement));
    }
    auto same = recordsSaying(workspace.file(), statements, review.source.id);
    for (std::size_t i = 0; i < same.size(); ++i)
        review.proposals[i].standsIn = std::move(same[i]);
}

} // namespace terroir::workspace
