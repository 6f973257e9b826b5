#pragma once

#include "core/base/csv.hpp"
#include "core/geocode/answer_columns.hpp"
#include "core/geometry/coordinate_reader.hpp"
#include "core/workspace/dated_locators.hpp"
#include "plugin/cli/row_sink.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace terroir::cli {

/// Which columns of a table hold the coordinates.
struct PointColumns {
    std::string lon, lat; ///< empty: found by usual names
    std::string both;     ///< "lon,lat"; told apart by their names where these are usual
    std::string asOf;     ///< each row's own day, YYYY-MM-DD; an empty cell means the common one
};

/// Says for the rows of tables which units their points lie in: the columns of `geocode`.
class PointTable {
public:
    struct Counts {
        std::size_t matched = 0, ambiguous = 0, unmatched = 0;
        std::size_t approximate = 0, swapped = 0, unreadable = 0, abroad = 0;
    };

    /// Day and level are those of all rows. The rest must outlive this.
    PointTable(workspace::DatedLocators& locators, const geometry::CoordinateReader& reader,
               const gazetteer::Gazetteer& gazetteer, PointColumns columns, gazetteer::Level level,
               Date day)
        : m_locators(locators), m_reader(reader), m_gazetteer(gazetteer),
          m_columns(std::move(columns)), m_level(level), m_day(day) {}

    /// Each row with its answer, in order, after the header (once). InputError for a column that
    /// is not there or cannot be told, or a day that is none.
    void locate(const TextTable& table, RowSink& sink);
    /// The answer to one point.
    geocode::Cells locate(const std::string& lon, const std::string& lat);
    const Counts& counts() const { return m_counts; }

private:
    struct Found {
        std::size_t lon = 0, lat = 0;
        std::optional<std::size_t> asOf;
    };
    Found findColumns(const TextTable& table) const;
    Date dayOf(const TextTable& table, const TextRow& row, const Found& found) const;
    const geocode::Cells& answer(const geometry::ReadPoint& point,
                                 const boundaries::Location& location, Date day);
    void count(const geometry::ReadPoint& point, const boundaries::Location& location);

    workspace::DatedLocators& m_locators;
    const geometry::CoordinateReader& m_reader;
    const gazetteer::Gazetteer& m_gazetteer;
    PointColumns m_columns;
    gazetteer::Level m_level;
    Date m_day;
    std::unordered_map<std::string, geocode::Cells> m_answers;
    Counts m_counts;
    bool m_hasHeader = false;
};

} // namespace terroir::cli
