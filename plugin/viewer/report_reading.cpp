#include "plugin/viewer/report_reading.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/documents/letterhead.hpp"
#include "core/documents/read_document.hpp"
#include "core/workspace/kept_rows.hpp"
#include "plugin/viewer/strings.hpp"

#include <QCoreApplication>

#include <utility>

namespace terroir::viewer {

namespace {

/// The translators' name for the texts of this file.
struct ReportReading {
    Q_DECLARE_TR_FUNCTIONS(terroir::viewer::ReportReading)
};

/// A part of the whole progress.
Progress partOf(const Progress& progress, double from, double to) {
    return [progress, from, to](double share, const LocalText& what) {
        return progress(from + (to - from) * share, what);
    };
}

std::vector<extract::ReviewCells> rowsOf(const Table& table) {
    std::vector<extract::ReviewCells> rows;
    for (const std::vector<Value>& row : table.rows) {
        extract::ReviewCells& cells = rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i)
            cells[table.columns[i].name] = textOf(row[i]);
    }
    return rows;
}

void readRows(OpenReport& report, workspace::Workspace& opened,
              const std::vector<extract::ReviewCells>& kept, const Progress& progress) {
    report.review = workspace::readReview(opened, report.document, report.facts, progress);
    workspace::restoreRows(report.review, kept);
    for (const records::Source& held : opened.sources())
        if (held.id == report.review.source.id &&
            workspace::isOtherDocument(held, report.review.source))
            report.other = held;
    for (const extract::ReviewCells& row : kept)
        report.touched.emplace(extract::cellOf(row, "id"));
    report.within = report.facts.within == gazetteer::noUnit
                        ? std::string()
                        : opened.gazetteer().describe(report.facts.within, report.facts.asOf);
    report.rows = rowsOf(reviewTable(report.review, opened.gazetteer()));
    report.leftOpen =
        rowsOf(proposalTable(report.review.file, report.review.text, report.review.pages,
                             report.review.leftOpen, opened.gazetteer(), report.review.asOf));
}

using Read = std::function<void(OpenReport&, workspace::Workspace&, const Progress&)>;

void start(Desk& desk, Read read, TakeReport take) {
    const auto report = std::make_shared<OpenReport>();
    desk.jobs().start(
        ReportReading::tr("Read a report"),
        [report, read = std::move(read), file = desk.contents()->file](const Progress& progress) {
            workspace::Workspace opened(file, store::Mode::ReadOnly, store::Spatial::No,
                                        store::waitBehindTheWindow);
            read(*report, opened, progress);
        },
        [report, take = std::move(take)](const QString& failure) {
            take(failure.isEmpty() ? report : nullptr, failure);
        });
}

} // namespace

void readReport(Desk& desk, ReportInput input, TakeReport take) {
    start(
        desk,
        [input = std::move(input)](OpenReport& report, workspace::Workspace& opened,
                                   const Progress& progress) {
            if (input.file.empty())
                report.document.text = input.text;
            else
                report.document = documents::readDocument(input.file, partOf(progress, 0, 0.4));
            report.facts =
                workspace::factsOf(opened, input.file.empty() ? "-" : input.file.string(),
                                   documents::readLetterhead(report.document.text));
            readRows(report, opened, {}, partOf(progress, 0.4, 1));
        },
        std::move(take));
}

void readReportAgain(Desk& desk, OpenReportPtr report, ReportFacts facts,
                     std::vector<extract::ReviewCells> kept, TakeReport take) {
    start(
        desk,
        [before = std::move(report), facts = std::move(facts), kept = std::move(kept)](
            OpenReport& again, workspace::Workspace& opened, const Progress& progress) {
            again.document = before->document;
            again.facts = before->facts;
            if (facts.title != before->review.source.title)
                again.facts.title = facts.title;
            again.facts.head.number = facts.number;
            again.facts.head.issuer = facts.issuer;
            again.facts.head.date = facts.date;
            again.facts.asOf = facts.asOf;
            again.facts.within = gazetteer::noUnit;
            if (!facts.within.empty())
                again.facts.within = opened.findUnit(facts.within, facts.asOf, {});
            readRows(again, opened, kept, progress);
        },
        std::move(take));
}

} // namespace terroir::viewer
