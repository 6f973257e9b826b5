#pragma once

#include "core/extract/review.hpp"
#include "core/workspace/apply_review.hpp"
#include "core/workspace/kept_rows.hpp"
#include "core/workspace/known_proposals.hpp"
#include "plugin/viewer/desk.hpp"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace terroir::viewer {

/// A row of a report that a person works on. Never changes: what is done makes another one.
struct ReportRow {
    extract::ReviewCells cells;
    extract::Choice choice = extract::Choice::Open;
    bool isTouched = false;                      ///< by a person, since it was read
    std::string hash;                            ///< of what becomes a record, when it is accepted
    std::optional<LocalText> refusal;            ///< why the door would not take it as it is
    std::vector<extract::CharacterSpan> spans{}; ///< of the text
};
using ReportRowPtr = std::shared_ptr<const ReportRow>;

/// The rows of an open report: decided, changed, split, merged, each as one step that the window's
/// "Undo" takes back. Knows which of it the workspace has.
class ReportRows final : public QObject {
    Q_OBJECT
public:
    using Rows = std::vector<ReportRowPtr>;

    explicit ReportRows(Desk& desk, QObject* parent = nullptr);
    ~ReportRows() override;

    /// Of a report that was read; steps of before are forgotten. `touched` are ids of rows that a
    /// person worked on before it was read again. What the workspace has of the source is known of
    /// them, unless that is another document's.
    enum class Known { OfSource, None };
    void begin(const std::string& source, const std::vector<extract::ReviewCells>& rows,
               const std::set<std::string>& touched = {}, Known known = Known::OfSource);

    const Rows& rows() const { return m_rows; }
    std::size_t count(extract::Choice choice) const;
    std::optional<std::size_t> find(std::string_view id) const;

    // Steps. `at` are rows, in ascending order. InputError says why a row cannot be split or
    // merged.
    /// What is decided so already is open again, unless the workspace has it.
    void decide(const std::vector<std::size_t>& at, extract::Choice choice);
    /// How many were accepted: open ones of that confidence, as ApplyOptions::allAbove says.
    std::size_t acceptAbove(double confidence);
    void change(std::size_t at, const extract::ReviewCells& cells);
    void split(std::size_t at);
    void merge(const std::vector<std::size_t>& at);
    /// Words of the text, where they stand among the rows.
    void insert(const extract::ReviewCells& cells);

    // The workspace.
    /// What would be handed to workspace::applyReview().
    TextTable table() const;
    /// What the door said of the rows that table() was made of. The first of those that were
    /// decided and that it did not take; nothing when it took all.
    std::optional<std::size_t> take(const workspace::AppliedReview& applied, const Rows& rows);
    /// What the door, or the workspace, said of a row as it is; empty when nothing.
    LocalText sentenceOn(std::size_t at) const;
    bool isStored(std::size_t at) const;
    std::size_t unstored() const;
    /// Rows that another reading should keep.
    std::vector<extract::ReviewCells> touched() const;

signals:
    /// Other rows; the one to look at, or -1.
    void changed(int at);
    /// What the workspace has is another now.
    void storedChanged();

private:
    friend class ReportStep;
    ReportRowPtr rowOf(extract::ReviewCells cells, bool isTouched) const;
    void step(const Rows& rows, const QString& title, int at);
    void set(Rows rows, int at);
    void endSteps();
    void readKnown();

    Desk& m_desk;
    int m_generation = 0; ///< of steps
    std::string m_source;
    Known m_whatIsKnown = Known::None;
    Rows m_rows;
    std::map<std::string, workspace::KnownProposal, std::less<>> m_known;
    struct Said {
        ReportRowPtr row;
        LocalText sentence;
    };
    std::map<std::string, Said, std::less<>> m_said; ///< by id
    workspace::KeptRows m_kept;                      ///< as the workspace has them
};

} // namespace terroir::viewer
