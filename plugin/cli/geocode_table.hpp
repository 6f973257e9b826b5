#pragma once

#include "core/base/csv.hpp"
#include "core/geocode/geocoder.hpp"
#include "plugin/cli/place_answer.hpp"
#include "plugin/cli/row_sink.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace terroir::cli {

/// Which columns of a table say where.
struct PlaceColumns {
    std::string text;   ///< free text
    std::string levels; ///< "tinh,huyen,xa": province, district, commune
    std::string asOf;   ///< each row's own day, YYYY-MM-DD; an empty cell means the common one
};

/// Resolves the rows of tables, on two threads. Answers are remembered: real tables name the same
/// places again and again.
class TableGeocoder {
public:
    struct Counts {
        std::size_t matched = 0, ambiguous = 0, unmatched = 0;
        std::size_t partial = 0; ///< matched, but Answer::isWhole is false
    };

    /// `base` gives what all rows share: day, level, context. Geocoder and answer must outlive
    /// this.
    TableGeocoder(const geocode::Geocoder& geocoder, const PlaceAnswer& answer,
                  PlaceColumns columns, geocode::Query base)
        : m_geocoder(geocoder), m_answer(answer), m_columns(std::move(columns)),
          m_base(std::move(base)) {}

    /// Each row with its answer, in order, behind the header (once). InputError for a column that
    /// is not there or a day that is none.
    void resolve(const Table& table, RowSink& sink);
    Answer resolveText(const std::string& text) const;
    const Counts& counts() const { return m_counts; }

private:
    struct Found {
        std::optional<std::size_t> text, province, district, commune, asOf;
    };
    Found findColumns(const Table& table) const;
    geocode::Query queryOf(const Table& table, const TableRow& row, const Found& found) const;
    Answer answer(const geocode::Query& query) const;
    void answerAll(const std::unordered_map<std::string, geocode::Query>& asked);
    void count(const Answer& answer);

    const geocode::Geocoder& m_geocoder;
    const PlaceAnswer& m_answer;
    PlaceColumns m_columns;
    geocode::Query m_base;
    std::unordered_map<std::string, Answer> m_answers;
    Counts m_counts;
    bool m_hasHeader = false;
};

} // namespace terroir::cli
