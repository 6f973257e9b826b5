#include "core/workspace/apply_review.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/decisions.hpp"
#include "core/records/edit_record.hpp"
#include "core/records/record_writer.hpp"
#include "core/workspace/kept_rows.hpp"
#include "core/workspace/known_proposals.hpp"
#include "core/workspace/read_review.hpp"
#include "core/workspace/record_changes.hpp"
#include "core/workspace/review_rows.hpp"
#include "core/workspace/run_edit.hpp"
#include "core/workspace/same_statements.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace terroir::workspace {

namespace {

using extract::Choice;
using records::Record;

/// The fields of a record with where it lies; empty when it is not there.
records::FieldTexts seenTextsOf(store::WorkspaceFile& file, const std::string& id) {
    const auto record = records::loadRecord(file, id);
    const auto ground = records::loadGround(file, id);
    return record ? seenTexts(*record, ground ? &*ground : nullptr) : records::FieldTexts();
}

/// Of what a person may change in a record, its ground included; empty when it is not there. What
/// is decided about its places is no part of it.
std::string hashOfRecord(store::WorkspaceFile& file, const std::string& id) {
    const auto record = records::loadRecord(file, id);
    if (!record)
        return {};
    std::string all;
    for (const auto& [field, text] : saidBy(*record))
        all += field + '=' + text + '\n';
    if (const auto ground = records::loadGround(file, id))
        all += records::groundText(*ground) + '\n';
    return shortHash(all);
}

/// Takes the rows of one document inside the edit of all of them.
class DocumentApplication {
public:
    DocumentApplication(Workspace& workspace, const ReviewRows& rows, AppliedReview& out)
        : m_workspace(workspace), m_file(workspace.file()), m_rows(rows), m_source(rows.source()),
          m_isNew(!records::hasSource(m_file, m_source.id)), m_out(out),
          m_kept(loadKeptRows(m_file, m_source.id)) {
        for (KnownProposal& known : loadKnownProposals(m_file, m_source.id))
            m_known.emplace(known.id, std::move(known));
        requireOwnSource();
    }

    void run() {
        for (const ReviewRow& row : m_rows.rows())
            decide(row);
        store();
        giveUpReplaced();
        keep();
    }

private:
    struct Wanted {
        const ReviewRow* row;
        std::size_t at; ///< in m_out.rows
    };

    /// A source of that id may be a table, or another report in a file of the same name.
    void requireOwnSource() const {
        if (m_isNew)
            return;
        const auto& sources = m_workspace.sources();
        const auto held = std::find_if(sources.begin(), sources.end(), [&](const auto& source) {
            return source.id == m_source.id;
        });
        const bool isOther = held != sources.end() && isOtherDocument(*held, m_source);
        if (m_known.empty() || isOther)
            throw InputError(localText(
                "Nguồn '{}' đã có trong không gian làm việc và không phải từ văn bản này; hãy "
                "chạy lại 'terroir extract' với --source-title để văn bản này có tên riêng.",
                "There is a source '{}' already, which is not of this document; run 'terroir "
                "extract' again with --source-title, which gives this one a name of its own.",
                m_source.id));
    }

    const KnownProposal* knownOf(const ReviewRow& row) const {
        const auto found = m_known.find(row.id);
        return found == m_known.end() ? nullptr : &found->second;
    }

    bool isThere(const std::string& record) {
        return records::loadRecord(m_file, record).has_value();
    }

    AppliedRow& add(const ReviewRow& row, Applied outcome, LocalText sentence = {}) {
        AppliedRow said;
        said.row = row.line;
        said.outcome = outcome;
        said.isUnseen = row.isUnseen;
        said.sentence = std::move(sentence);
        m_out.rows.push_back(std::move(said));
        return m_out.rows.back();
    }

    void decide(const ReviewRow& row) {
        const KnownProposal* known = knownOf(row);
        const std::string record = recordOfProposal(m_source.id, row.id);
        if (row.refusal) {
            add(row, Applied::Rejected, *row.refusal);
        } else if (row.choice == Choice::Accept) {
            accept(row, known, record);
        } else if (row.choice == Choice::Refuse) {
            refuse(row, known, record);
        } else if (known != nullptr && known->choice == Choice::Accept && isThere(record)) {
            add(row, row.change == extract::Change::Changed ? Applied::Open : Applied::Unchanged,
                row.change == extract::Change::Changed
                    ? localText("Văn bản nay ghi khác; bản ghi {} vẫn như trước cho đến khi nhận "
                                "hoặc bỏ.",
                                "The text says otherwise now; the record {} stays as it was until "
                                "this is accepted or refused.",
                                record)
                    : LocalText())
                .record = record;
        } else {
            add(row, Applied::Open);
        }
    }

    /// Whether a person has changed the record since it was made of a proposal.
    bool isChangedByHand(const KnownProposal& known, const std::string& record) {
        return known.record != hashOfRecord(m_file, record);
    }

    void accept(const ReviewRow& row, const KnownProposal* known, const std::string& record) {
        const bool wasTaken = known != nullptr && !known->taken.empty() && !m_isNew;
        const bool exists = isThere(record);
        if (wasTaken && known->taken == row.hash()) {
            add(row, Applied::Unchanged,
                exists ? LocalText()
                       : localText("Bản ghi {} đã bị xóa sau khi nhận nên không được ghi lại.",
                                   "The record {} was deleted after it was taken, and is not "
                                   "stored again.",
                                   record))
                .record = exists ? record : "";
            return;
        }
        if (exists && (!wasTaken || isChangedByHand(*known, record))) {
            add(row, Applied::Unchanged,
                localText("Bản ghi {} đã được sửa bằng tay sau khi nhận nên được giữ nguyên; hãy "
                          "sửa bằng 'terroir records edit'.",
                          "The record {} was changed by hand after it was taken, and stays; change "
                          "it with 'terroir records edit'.",
                          record))
                .record = record;
            return;
        }
        add(row, exists ? Applied::Changed : Applied::Added);
        m_wanted.push_back({&row, m_out.rows.size() - 1});
    }

    void refuse(const ReviewRow& row, const KnownProposal* known, const std::string& record) {
        if (known == nullptr || !isThere(record)) {
            add(row, Applied::Refused);
        } else if (isChangedByHand(*known, record)) {
            add(row, Applied::Refused,
                localText("Bản ghi {} đã được sửa bằng tay sau khi nhận nên vẫn còn; nếu bỏ, hãy "
                          "chạy 'terroir records delete {}'.",
                          "The record {} was changed by hand after it was taken, and stays; to "
                          "give it up, run 'terroir records delete {}'.",
                          record, record))
                .record = record;
        } else {
            remove(record);
            add(row, Applied::Removed).record = record;
        }
    }

    void remove(const std::string& record) {
        note(record, seenTextsOf(m_file, record), {});
        records::removeGround(m_file, record);
        records::removeRecord(m_file, record);
    }

    bool isRejected(const ReviewRow& row) const {
        return std::any_of(m_out.rows.begin(), m_out.rows.end(), [&](const AppliedRow& said) {
            return said.row == row.line && said.outcome == Applied::Rejected;
        });
    }

    /// Ids that rows of the file stand in place of, and of what was made of a row that is decided
    /// as it was read. Rows that the door did not take stand in place of nothing.
    std::set<std::string> replaced() {
        std::set<std::string> all, decided;
        for (const ReviewRow& row : m_rows.rows()) {
            const std::vector<std::string> origins = extract::madeOf(row.cells);
            if (origins.empty() || !isRejected(row))
                all.insert(origins.begin(), origins.end());
            if (origins.empty() && row.choice != Choice::Open)
                decided.insert(row.id);
        }
        for (const auto& [id, row] : m_kept) {
            const std::vector<std::string> origins = extract::madeOf(row);
            if (std::any_of(origins.begin(), origins.end(),
                            [&](const std::string& one) { return decided.contains(one); }))
                all.insert(id);
        }
        for (const ReviewRow& row : m_rows.rows())
            all.erase(row.id);
        return all;
    }

    /// A proposal that was split or merged is not one any more, and has no record beside theirs.
    void giveUpReplaced() {
        m_replaced = replaced();
        for (const std::string& id : m_replaced) {
            const auto known = m_known.find(id);
            if (known == m_known.end())
                continue;
            const std::string record = recordOfProposal(m_source.id, id);
            if (isThere(record) && isChangedByHand(known->second, record)) {
                m_out.rows.push_back({});
                m_out.rows.back().sentence = localText(
                    "Bản ghi {} đã được sửa bằng tay nên vẫn còn, dù đề xuất của nó đã được tách "
                    "hoặc gộp; hãy xem có bị tính hai lần không.",
                    "The record {} was changed by hand and stays, though its proposal was split or "
                    "merged; see that nothing counts twice.",
                    record);
                continue;
            }
            if (isThere(record)) {
                remove(record);
                m_out.rows.push_back({});
                m_out.rows.back().sentence = localText(
                    "Bản ghi {} được bỏ, vì đề xuất của nó đã được tách hoặc gộp.",
                    "The record {} was removed, since its proposal was split or merged.", record);
            }
            forgetProposal(m_file, m_source.id, id);
            m_known.erase(known);
        }
    }

    /// Puts the accepted rows through the door: those with places, then those that only name one.
    void store() {
        const auto named =
            std::stable_partition(m_wanted.begin(), m_wanted.end(),
                                  [](const Wanted& one) { return !one.row->isOnlyNamed(); });
        const std::vector<Wanted> placed(m_wanted.begin(), named), others(named, m_wanted.end());
        for (const std::vector<Wanted>& wanted : {placed, others})
            if (!wanted.empty())
                store(wanted);
    }

    void store(const std::vector<Wanted>& wanted) {
        std::vector<const ReviewRow*> accepted;
        for (const Wanted& one : wanted)
            accepted.push_back(one.row);
        records::ImportOptions options;
        options.source = m_source;
        const TextTable table = m_rows.tableOf(accepted, m_workspace, options.corrections);
        std::vector<Record> made;
        records::ImportReport report =
            records::readRecords(table, options, m_workspace.sources(), m_workspace.geocoder(),
                                 m_workspace.gazetteer(), made);
        sayTwins(made, report);
        write(made, report);
        tell(wanted, report);
    }

    /// What stands in other sources would be counted twice.
    void sayTwins(const std::vector<Record>& made, records::ImportReport& report) {
        std::vector<StatedFact> statements;
        for (const Record& record : made)
            statements.push_back(statedFactOf(record));
        for (std::size_t i = 0; i < made.size(); ++i)
            if (!made[i].value) // then the words of the subject are what tells it apart
                statements[i].subject = made[i].subjectAsWritten;
        const auto same = recordsSaying(m_file, statements, m_source.id);
        std::map<std::string, LocalText> doubts;
        for (std::size_t i = 0; i < made.size(); ++i)
            if (!same[i].empty())
                doubts[made[i].id] = localText(
                    "Đã có trong nguồn khác (bản ghi {}): nếu là một thì bị tính hai lần.",
                    "Stands in another source already (record {}): if they are one, it "
                    "counts twice.",
                    fmt::format("{}", fmt::join(same[i], ", ")));
        for (records::RowReport& row : report.rows)
            if (const auto doubt = doubts.find(row.record); doubt != doubts.end()) {
                row.sentence = *row.sentence == LocalText()
                                   ? doubt->second
                                   : localText("{} {}", "{} {}", *row.sentence, doubt->second);
                row.outcome = records::RowOutcome::Doubtful;
            }
    }

    void write(const std::vector<Record>& made, const records::ImportReport& report) {
        if (made.empty())
            return;
        if (!records::hasSource(m_file, m_source.id))
            records::insertSource(m_file, m_source);
        else if (!m_isNew)
            updateSource();
        std::map<std::string, records::FieldTexts> before;
        for (const Record& record : made)
            if (isThere(record.id)) {
                before[record.id] = seenTextsOf(m_file, record.id);
                records::removeRecord(m_file, record.id);
            }
        records::keepDecisions(m_file, made);
        records::RecordWriter writer(m_file);
        for (const Record& record : made)
            writer.insert(record);
        writer.keepDoubts(report, {}); // of rows that are new or say something else now
        records::applyDecisions(m_file.database());
        for (const Record& record : made)
            note(record.id, before[record.id], seenTextsOf(m_file, record.id));
        m_out.openPlaces += records::countOpen(made, records::loadDecisions(m_file));
    }

    /// A later version of the document has a day, perhaps a number, of its own; the area is that in
    /// which it was read last, for takenBefore().
    void updateSource() {
        m_file.database()
            .prepare("UPDATE source SET title = ?, issuer = COALESCE(?, issuer), number = "
                     "COALESCE(?, number), date = COALESCE(?, date), territory = ? WHERE id = ?")
            .bind(1, m_source.title)
            .bindTextOrNull(2, m_source.issuer)
            .bindTextOrNull(3, m_source.number)
            .bindTextOrNull(4, m_source.date)
            .bindTextOrNull(5, m_source.territory)
            .bind(6, m_source.id)
            .run();
    }

    void note(const std::string& record, const records::FieldTexts& before,
              const records::FieldTexts& after) {
        std::vector<store::FieldChange> changes = changesBetween(record, before, after);
        std::move(changes.begin(), changes.end(), std::back_inserter(fields));
    }

    /// What the door said of the rows; both lists are in the order of the rows.
    void tell(const std::vector<Wanted>& wanted, const records::ImportReport& report) {
        std::size_t next = 0;
        for (const records::RowReport& read : report.rows) {
            if (read.row == 0) {
                AppliedRow whole;
                whole.sentence = read.sentence;
                m_out.rows.push_back(std::move(whole));
                continue;
            }
            AppliedRow& row = m_out.rows[wanted[next++].at];
            row.sentence = read.sentence;
            row.record = read.record;
            row.isDoubtful = read.outcome == records::RowOutcome::Doubtful;
            if (read.outcome == records::RowOutcome::Refused)
                row.outcome = Applied::Rejected;
        }
    }

    /// Whether a person wrote something else into a row that nobody has decided than was kept of
    /// it.
    bool isOpenNews(const ReviewRow& row) const {
        if (row.choice != Choice::Open || extract::madeOf(row.cells).empty())
            return false;
        const auto kept = m_kept.find(row.id);
        return kept == m_kept.end() || !sayTheSame(kept->second, row.cells);
    }

    using Outcomes = std::map<std::size_t, const AppliedRow*>; ///< by line

    /// Whether a person has done anything to the document: without that there is nothing to keep,
    /// nor to take back.
    bool isAnythingDone(const Outcomes& outcomes) const {
        return std::any_of(m_rows.rows().begin(), m_rows.rows().end(), [&](const ReviewRow& row) {
            const Applied outcome = outcomes.at(row.line)->outcome;
            const KnownProposal* known = knownOf(row);
            const bool isNews = outcome == Applied::Refused || !extract::madeOf(row.cells).empty();
            return outcome == Applied::Added || outcome == Applied::Changed ||
                   outcome == Applied::Removed ||
                   (isNews && outcome != Applied::Rejected &&
                    (known == nullptr || known->choice != row.choice || isOpenNews(row)));
        });
    }

    /// What is known from now on. A row that the door did not take stays as it was.
    void keep() {
        Outcomes outcomes;
        for (const AppliedRow& row : m_out.rows)
            if (row.row != 0)
                outcomes[row.row] = &row;
        if (!isAnythingDone(outcomes))
            return;
        std::vector<KnownProposal> known;
        std::set<std::string> told;
        for (const ReviewRow& row : m_rows.rows()) {
            if (!told.insert(row.id).second)
                continue; // a second row of that id was refused
            const AppliedRow& said = *outcomes.at(row.line);
            const KnownProposal* before = knownOf(row);
            if (row.id.empty())
                continue;
            const std::vector<std::string> origins = extract::madeOf(row.cells);
            // Of a part that was not taken the whole is gone where its other parts were.
            const bool isPart = std::any_of(origins.begin(), origins.end(), [&](const auto& one) {
                return one != row.id && m_replaced.contains(one);
            });
            const bool isRejected = said.outcome == Applied::Rejected;
            if (isRejected ? isPart : row.choice != Choice::Open || !origins.empty())
                keepRow(m_file, m_source.id, row.id, row.cells);
            if (before != nullptr && (isRejected || row.choice == Choice::Open))
                continue;
            KnownProposal now = row.known();
            if (isRejected)
                now.choice = Choice::Open;
            const bool isTaken = said.outcome == Applied::Added || said.outcome == Applied::Changed;
            if (isTaken) {
                now.taken = row.hash();
                now.record = hashOfRecord(m_file, said.record);
            } else if (before != nullptr && (now.choice == Choice::Accept ||
                                             isThere(recordOfProposal(m_source.id, row.id)))) {
                now.taken = before->taken; // also of what is refused and stays, changed by hand
                now.record = before->record;
            }
            known.push_back(std::move(now));
        }
        keepKnownProposals(m_file, m_source.id, known);
    }

public:
    std::vector<store::FieldChange> fields; ///< for the history

private:
    Workspace& m_workspace;
    store::WorkspaceFile& m_file;
    const ReviewRows& m_rows;
    const records::Source& m_source;
    bool m_isNew;
    AppliedReview& m_out;
    std::map<std::string, KnownProposal> m_known; ///< by id
    KeptRows m_kept;                              ///< as they were before
    std::set<std::string> m_replaced;             ///< ids that rows of the file stand in place of
    std::vector<Wanted> m_wanted;
};

LocalText whatWasDone(const AppliedReview& applied) {
    return localText("nhận {}, sửa {}, bỏ {} đề xuất của '{}'",
                     "took {}, changed {}, refused {} proposals of '{}'",
                     applied.count(Applied::Added), applied.count(Applied::Changed),
                     applied.count(Applied::Refused) + applied.count(Applied::Removed),
                     fmt::format("{}", fmt::join(applied.sources, "', '")));
}

} // namespace

std::string_view toString(Applied applied) {
    static constexpr std::array<std::string_view, 7> names{
        "added", "changed", "removed", "unchanged", "refused", "open", "rejected"};
    return names.at(std::size_t(applied));
}

std::size_t AppliedReview::count(Applied outcome) const {
    return std::size_t(std::count_if(rows.begin(), rows.end(), [&](const AppliedRow& row) {
        return row.row != 0 && row.outcome == outcome;
    }));
}

AppliedReview applyReview(Workspace& workspace, const std::string& who, const TextTable& table,
                          const ApplyOptions& options) {
    AppliedReview applied;
    const std::vector<ReviewRows> documents = readReviewRows(table, options, workspace.gazetteer());
    workspace.geocoder(); // takes a while: not while others wait
    workspace.file().addProposals();
    applied.isStored = runEdit(workspace, who, [&]() -> LoggedEdit {
        LoggedEdit done;
        for (const ReviewRows& rows : documents) {
            applied.sources.push_back(rows.source().id);
            DocumentApplication application(workspace, rows, applied);
            application.run();
            done.fields.insert(done.fields.end(), application.fields.begin(),
                               application.fields.end());
        }
        done.what = whatWasDone(applied);
        return done;
    });
    applied.takenUnseen = std::size_t(
        std::count_if(applied.rows.begin(), applied.rows.end(), [](const AppliedRow& row) {
            return row.isUnseen &&
                   (row.outcome == Applied::Added || row.outcome == Applied::Changed);
        }));
    std::stable_sort(applied.rows.begin(), applied.rows.end(),
                     [](const AppliedRow& a, const AppliedRow& b) { return a.row < b.row; });
    return applied;
}

Table appliedRows(const AppliedReview& applied, Language language) {
    Table table{{"row", "outcome", "record", "unseen", "sentence"}, {}};
    for (const AppliedRow& row : applied.rows)
        table.rows.push_back({countOf(row.row),
                              std::string(row.isDoubtful ? "doubtful" : toString(row.outcome)),
                              textOrNone(row.record), row.isUnseen ? Value(true) : Value(),
                              textOrNone(row.sentence.in(language))});
    return table;
}

} // namespace terroir::workspace
