#pragma once

#include "core/documents/document.hpp"
#include "core/extract/row_parts.hpp"
#include "core/workspace/read_review.hpp"
#include "plugin/viewer/desk.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace terroir::viewer {

/// A report that was read, with what is proposed of it as rows by column (extract::reviewTable()).
struct OpenReport {
    documents::Document document;
    workspace::DocumentFacts facts;
    std::string within; ///< what it speaks of, as a person would write it
    extract::Review review;
    std::vector<extract::ReviewCells> rows, leftOpen;
    std::optional<records::Source> other; ///< under its id, where that is another document's
    std::set<std::string> touched; ///< ids of rows that were kept from the reading before
};
using OpenReportPtr = std::shared_ptr<const OpenReport>;

/// A file, or a text that was pasted.
struct ReportInput {
    std::filesystem::path file;
    std::string text;
};

/// What a person says of a document that was read.
struct ReportFacts {
    std::string title, number, issuer, date;
    Date asOf = Date::today();
    std::string within; ///< empty: nothing in particular
};

using TakeReport = std::function<void(OpenReportPtr report, const QString& failure)>;

/// Reads a report on the thread of jobs, with progress and cancel; `take` runs on the GUI thread.
void readReport(Desk& desk, ReportInput input, TakeReport take);
/// The same document with other facts; rows that are not stored yet are kept as they are.
void readReportAgain(Desk& desk, OpenReportPtr report, ReportFacts facts,
                     std::vector<extract::ReviewCells> kept, TakeReport take);

} // namespace terroir::viewer
