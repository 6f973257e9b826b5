#include "plugin/viewer/report_rows.hpp"

#include "core/extract/row_words.hpp"
#include "core/workspace/review_rows.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/passing_step.hpp"
#include "plugin/viewer/strings.hpp"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace terroir::viewer {

using extract::cellOf;
using extract::Choice;
using extract::ReviewCells;

/// Something that a person did: the rows that are others, from the first to the last of them.
class ReportStep final : public PassingStep {
public:
    ReportStep(ReportRows* owner, const QString& title, const ReportRows::Rows& after, int at)
        : PassingStep(title), m_owner(owner), m_generation(owner->m_generation), m_at(at) {
        const ReportRows::Rows& before = owner->rows();
        const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
        m_first = differ.first - before.begin();
        auto oldEnd = before.end(), newEnd = after.end();
        while (oldEnd != differ.first && newEnd != differ.second && *(oldEnd - 1) == *(newEnd - 1))
            --oldEnd, --newEnd;
        m_before.assign(differ.first, oldEnd);
        m_after.assign(differ.second, newEnd);
    }

    bool isOver() const override { return !m_owner || m_owner->m_generation != m_generation; }

protected:
    void apply(bool backwards) override {
        const ReportRows::Rows &now = backwards ? m_after : m_before,
                               &next = backwards ? m_before : m_after;
        ReportRows::Rows rows = m_owner->rows();
        const auto first =
            rows.erase(rows.begin() + m_first, rows.begin() + m_first + std::ptrdiff_t(now.size()));
        rows.insert(first, next.begin(), next.end());
        m_owner->set(std::move(rows), m_at);
    }

private:
    QPointer<ReportRows> m_owner;
    int m_generation;
    std::ptrdiff_t m_first = 0;
    ReportRows::Rows m_before, m_after;
    int m_at;
};

ReportRows::ReportRows(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {
    connect(&desk, &Desk::contentsChanged, this, &ReportRows::readKnown);
    // Until it is read again, nothing is taken for stored.
    connect(&desk, &Desk::workspaceEdited, this, [this] {
        m_known.clear();
        m_kept.clear();
        emit storedChanged();
    });
}

ReportRows::~ReportRows() {
    endSteps();
}

void ReportRows::endSteps() {
    ++m_generation;
    m_desk.dropPassedSteps();
}

void ReportRows::begin(const std::string& source, const std::vector<ReviewCells>& rows,
                       const std::set<std::string>& touched, Known known) {
    endSteps();
    m_source = source;
    m_whatIsKnown = known;
    m_known.clear();
    m_said.clear();
    m_kept.clear();
    Rows made;
    for (const ReviewCells& cells : rows) {
        made.push_back(rowOf(cells, touched.contains(std::string(cellOf(cells, "id")))));
    }
    set(std::move(made), -1);
    readKnown();
}

ReportRowPtr ReportRows::rowOf(ReviewCells cells, bool isTouched) const {
    auto row = std::make_shared<ReportRow>();
    row->choice = extract::parseChoice(cellOf(cells, "decision")).value_or(Choice::Open);
    row->isTouched = isTouched;
    row->spans = extract::charactersOf(cells);
    if (row->choice == Choice::Accept) {
        const auto read = workspace::readReviewRows(workspace::tableOf({cells}, m_source), {},
                                                    *m_desk.contents()->gazetteer);
        const workspace::ReviewRow& said = read.front().rows().front();
        row->hash = said.hash();
        row->refusal = said.refusal;
    }
    row->cells = std::move(cells);
    return row;
}

std::size_t ReportRows::count(Choice choice) const {
    return std::size_t(
        std::count_if(m_rows.begin(), m_rows.end(),
                      [choice](const ReportRowPtr& row) { return row->choice == choice; }));
}

std::optional<std::size_t> ReportRows::find(std::string_view id) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const ReportRowPtr& row) {
        return cellOf(row->cells, "id") == id;
    });
    return found == m_rows.end() ? std::nullopt
                                 : std::optional(std::size_t(found - m_rows.begin()));
}

void ReportRows::step(const Rows& rows, const QString& title, int at) {
    m_desk.undoStack().push(new ReportStep(this, title, rows, at));
}

void ReportRows::set(Rows rows, int at) {
    m_rows = std::move(rows);
    emit changed(std::min(at, int(m_rows.size()) - 1));
}

void ReportRows::decide(const std::vector<std::size_t>& at, Choice choice) {
    if (at.empty())
        return;
    const bool isTakenBack = std::all_of(at.begin(), at.end(), [&](std::size_t i) {
        const auto known = m_known.find(cellOf(m_rows[i]->cells, "id"));
        return m_rows[i]->choice == choice &&
               (known == m_known.end() || known->second.choice == Choice::Open);
    });
    Rows rows = m_rows;
    for (const std::size_t i : at) {
        ReviewCells cells = rows[i]->cells;
        cells["decision"] = toString(isTakenBack ? Choice::Open : choice);
        rows[i] = rowOf(std::move(cells), true);
    }
    const QString words =
        at.size() == 1 ? toQString(cellOf(m_rows[at.front()]->cells, "text")).simplified().left(40)
                       : tr("%n proposal(s)", nullptr, int(at.size()));
    step(rows,
         isTakenBack                ? tr("Leave open: %1").arg(words)
         : choice == Choice::Accept ? tr("Accept: %1").arg(words)
                                    : tr("Refuse: %1").arg(words),
         int(at.front()));
}

std::size_t ReportRows::acceptAbove(double confidence) {
    Rows rows = m_rows;
    std::size_t count = 0;
    for (ReportRowPtr& row : rows)
        if (workspace::isTakenUnseen(row->cells, confidence)) {
            ReviewCells cells = row->cells;
            cells["decision"] = toString(Choice::Accept);
            ReportRowPtr accepted = rowOf(std::move(cells), true);
            if (accepted->refusal)
                continue;
            row = std::move(accepted);
            ++count;
        }
    if (count > 0)
        step(rows, tr("Accept: %1").arg(tr("%n proposal(s)", nullptr, int(count))), -1);
    return count;
}

void ReportRows::change(std::size_t at, const ReviewCells& cells) {
    if (cells == m_rows[at]->cells)
        return;
    ReviewCells changed = cells;
    if (extract::madeOf(cells).empty())
        changed["made_of"] = cellOf(cells, "id"); // so that it is kept while it is open, too
    Rows rows = m_rows;
    rows[at] = rowOf(std::move(changed), true);
    step(rows, tr("Change: %1").arg(toQString(cellOf(cells, "text")).simplified().left(40)),
         int(at));
}

void ReportRows::split(std::size_t at) {
    const std::vector<ReviewCells> parts = extract::splitRow(m_rows[at]->cells);
    Rows rows(m_rows.begin(), m_rows.begin() + std::ptrdiff_t(at));
    for (const ReviewCells& part : parts)
        rows.push_back(rowOf(part, true));
    rows.insert(rows.end(), m_rows.begin() + std::ptrdiff_t(at) + 1, m_rows.end());
    step(rows,
         tr("Split: %1").arg(toQString(cellOf(m_rows[at]->cells, "text")).simplified().left(40)),
         int(at));
}

void ReportRows::merge(const std::vector<std::size_t>& at) {
    std::vector<ReviewCells> several;
    for (const std::size_t i : at)
        several.push_back(m_rows[i]->cells);
    const ReportRowPtr merged = rowOf(extract::mergeRows(several), true);
    Rows rows;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (i == at.front())
            rows.push_back(merged);
        else if (!std::binary_search(at.begin(), at.end(), i))
            rows.push_back(m_rows[i]);
    step(rows, tr("Merge: %1").arg(toQString(cellOf(merged->cells, "text")).simplified().left(40)),
         int(at.front()));
}

void ReportRows::insert(const ReviewCells& cells) {
    const ReportRowPtr row = rowOf(cells, true);
    Rows rows = m_rows;
    const auto after = std::find_if(rows.begin(), rows.end(), [&](const ReportRowPtr& one) {
        return one->spans.front() > row->spans.front();
    });
    const int at = int(after - rows.begin());
    rows.insert(after, row);
    step(rows, tr("Propose: %1").arg(toQString(cellOf(cells, "text")).simplified().left(40)), at);
}

TextTable ReportRows::table() const {
    std::vector<ReviewCells> rows;
    for (const ReportRowPtr& row : m_rows)
        rows.push_back(row->cells);
    return workspace::tableOf(rows, m_source);
}

std::optional<std::size_t> ReportRows::take(const workspace::AppliedReview& applied,
                                            const Rows& rows) {
    m_said.clear();
    std::optional<std::size_t> stopped;
    for (const workspace::AppliedRow& said : applied.rows) {
        if (said.row == 0 || said.row > rows.size())
            continue;
        const ReportRowPtr& row = rows[said.row - 1];
        const std::string id(cellOf(row->cells, "id"));
        if (said.sentence != LocalText())
            m_said[id] = {row, said.sentence};
        if (said.outcome == workspace::Applied::Rejected && row->choice != Choice::Open && !stopped)
            stopped = find(id);
    }
    emit storedChanged();
    return stopped;
}

LocalText ReportRows::sentenceOn(std::size_t at) const {
    const ReportRowPtr& row = m_rows[at];
    const auto said = m_said.find(cellOf(row->cells, "id"));
    if (said != m_said.end() && said->second.row == row)
        return said->second.sentence;
    return row->refusal.value_or(LocalText());
}

bool ReportRows::isStored(std::size_t at) const {
    const ReportRow& row = *m_rows[at];
    const std::string_view id = cellOf(row.cells, "id");
    const auto known = m_known.find(id);
    if (row.choice == Choice::Open) {
        if (extract::madeOf(row.cells).empty())
            return true; // as it was read
        const auto kept = m_kept.find(id);
        return known != m_known.end() && kept != m_kept.end() &&
               workspace::isAsKept(row.cells, kept->second);
    }
    return known != m_known.end() && row.choice == known->second.choice &&
           (row.choice != Choice::Accept || known->second.taken == row.hash);
}

std::size_t ReportRows::unstored() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        count += isStored(i) ? 0 : 1;
    return count;
}

std::vector<ReviewCells> ReportRows::touched() const {
    std::vector<ReviewCells> all;
    for (const ReportRowPtr& row : m_rows)
        if (row->isTouched)
            all.push_back(row->cells);
    return all;
}

void ReportRows::readKnown() {
    if (m_source.empty() || m_whatIsKnown == Known::None)
        return;
    runLater(
        m_desk, this,
        [source = m_source](workspace::Workspace& workspace) {
            return std::pair(workspace::loadKnownProposals(workspace.file(), source),
                             workspace::loadKeptRows(workspace.file(), source));
        },
        [this, source = m_source](
            std::pair<std::vector<workspace::KnownProposal>, workspace::KeptRows> stored) {
            if (source != m_source || m_whatIsKnown == Known::None)
                return;
            m_known.clear();
            for (workspace::KnownProposal& one : stored.first)
                m_known.emplace(one.id, std::move(one));
            m_kept = std::move(stored.second);
            emit storedChanged();
        });
}

} // namespace terroir::viewer
