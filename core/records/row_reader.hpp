#pragma once

#include "core/base/remembered.hpp"
#include "core/base/text_pool.hpp"
#include "core/records/column_map.hpp"
#include "core/records/fields.hpp"
#include "core/records/import_options.hpp"
#include "core/records/land_units.hpp"
#include "core/records/places.hpp"
#include "core/records/verdict.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// The records of one row and what is to be said about it. With a refusal the records mean nothing.
struct ReadRow {
    std::vector<Record> records;
    Verdict verdict;
};

/// Reads the rows of one table in order.
class RowReader {
public:
    /// `own` is the source of rows that name none. All arguments must outlive the reader.
    RowReader(const ColumnMap& columns, const ImportOptions& options, const Source& own,
              const std::vector<Source>& sources, PlaceReader& places,
              const gazetteer::Gazetteer& gazetteer, Accuracy accuracy);

    /// `ground`: where the row lies by its file; null for nowhere.
    ReadRow read(const TextRow& row, const std::shared_ptr<const sheets::Ground>& ground = {});
    /// Rows whose polygons are those of the unit that they name, which is no ground of their own.
    std::size_t wholeUnits() const { return m_wholeUnits; }

private:
    void keepCorrected(const TextRow& row, Record& record, Verdict& verdict) const;
    void readSource(const TextRow& row, Record& record, Verdict& verdict);
    void readKind(const TextRow& row, Record& record, Verdict& verdict);
    void readSubjects(const TextRow& row, Record& record, Verdict& verdict);
    void readCategory(const TextRow& row, Record& record, Verdict& verdict);
    void readState(const TextRow& row, Record& record, Verdict& verdict);
    static void takeState(State state, const std::string& words, Record& record, Verdict& verdict);
    void readPeriod(const TextRow& row, Record& record, Verdict& verdict);
    struct PeriodText {
        std::optional<Period> period;
        bool hasShortYear = false;
    };
    static PeriodText periodText(std::string_view cell);
    void readPeriodCell(Record& record, Verdict& verdict);
    static std::optional<Period> readDay(const std::string& cell, Record& record, Verdict& verdict);
    void readPlaces(const TextRow& row, const std::shared_ptr<const sheets::Ground>& ground,
                    Record& record, Verdict& verdict);
    void takeGround(const sheets::Ground& ground, Record& record, Verdict& verdict);
    void readScope(const TextRow& row, Record& record, Verdict& verdict);
    std::string idOf(const TextRow& row, const Record& record) const;
    Region regionOf(const Record& record) const;
    void addRecords(const TextRow& row, Record& base, ReadRow& result);

    const ColumnMap& m_columns;
    const ImportOptions& m_options;
    const Source& m_own;
    const std::vector<Source>& m_sources;
    PlaceReader& m_places;
    const gazetteer::Gazetteer& m_gazetteer;
    Accuracy m_accuracy; ///< of where rows lie
    std::size_t m_wholeUnits = 0;
    const Source* m_source = nullptr; ///< of the row being read
    bool m_severalMeasures = false;
    std::string m_unitAbove;                    ///< that "nt" in the unit column repeats
    bool m_isFormerCommune, m_isFormerDistrict; ///< by the headers
    Date m_earliestDay = Date::end();           ///< PlaceCells::earliestDay of the row being read
    TextPool m_ids;                             ///< of the records so far
    Remembered<PeriodText> m_periods;           ///< by cell
};

} // namespace terroir::records
