#pragma once

#include "core/base/csv.hpp"
#include "core/base/language.hpp"
#include "core/extract/review.hpp"
#include "core/records/corrections.hpp"
#include "core/workspace/known_proposals.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::workspace {

struct ApplyOptions {
    /// Open rows of this confidence or more are accepted, but for those that are new or changed
    /// since an earlier version of the document, or stand in another source.
    std::optional<double> allAbove;
};

/// Whether ApplyOptions::allAbove takes an open row.
bool isTakenUnseen(const extract::ReviewCells& row, double confidence);

/// The rows of a CSV that extract::reviewTable() wrote or of a JSON that extract::reviewJson()
/// wrote, as somebody has changed them: the content decides. InputError for what is neither, and
/// where a column is missing that apply needs, with its name.
TextTable readReviewFile(const std::filesystem::path& file);

/// InputError where a column is missing that apply needs, with its name.
void requireReview(const TextTable& rows);

/// The columns of what becomes a record.
std::span<const std::string_view> saidColumns();

/// Rows that a program holds, as readReviewFile() reads them: `line` is the number of the row,
/// from 1.
TextTable tableOf(const std::vector<extract::ReviewCells>& rows, std::string file);

/// A row of a file of reviewed proposals, with what can be said of it before the door.
struct ReviewRow {
    std::size_t line = 0;
    std::string id;
    extract::Choice choice = extract::Choice::Open;
    extract::Change change = extract::Change::None;
    bool isUnseen = false; ///< accepted by ApplyOptions::allAbove
    extract::ReviewCells cells;
    std::optional<LocalText> refusal; ///< names the column and what to do

    std::string_view cell(std::string_view column) const;
    bool isOnlyNamed() const; ///< its place is a part of a name
    std::string hash() const; ///< of what becomes a record
    KnownProposal known() const;
};

/// The rows of one document.
class ReviewRows {
public:
    explicit ReviewRows(records::Source source) : m_source(std::move(source)) {}
    const records::Source& source() const { return m_source; }
    const std::vector<ReviewRow>& rows() const { return m_rows; }
    void add(ReviewRow row) { m_rows.push_back(std::move(row)); }
    void refuse(std::string_view id, const LocalText& sentence); ///< all rows of the id

    /// As a table for records::readRecords(), of rows whose places are all parts of names, or none
    /// is. A place that the geocoder would take for another unit
    /// than its code says goes into the corrections.
    TextTable tableOf(const std::vector<const ReviewRow*>& rows, Workspace& workspace,
                      records::Corrections& corrections) const;

private:
    records::Source m_source;
    std::vector<ReviewRow> m_rows;
};

/// By document, in the order of the file; rows of a layer as joinPoints() has them.
std::vector<ReviewRows> readReviewRows(const TextTable& table, const ApplyOptions& options,
                                       const gazetteer::Gazetteer& gazetteer);

} // namespace terroir::workspace
