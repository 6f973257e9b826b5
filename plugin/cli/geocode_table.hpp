#pragma once

#include "core/base/csv.hpp"
#include "core/geocode/geocode_batch.hpp"
#include "plugin/cli/row_sink.hpp"

#include <optional>
#include <string>

namespace terroir::cli {

/// Which columns of a table say where.
struct PlaceColumns {
    std::string text;   ///< free text
    std::string levels; ///< "tinh,huyen,xa": province, district, commune
    std::string asOf;   ///< each row's own day, YYYY-MM-DD; an empty cell means the common one
};

/// Resolves the rows of tables: finds their columns and asks a GeocodeBatch.
class TableGeocoder {
public:
    using Counts = geocode::GeocodeBatch::Counts;
    using Lists = geocode::GeocodeBatch::Lists;

    /// `base` gives what all rows share: day, level, context. Geocoder and answer must outlive
    /// this.
    TableGeocoder(const geocode::Geocoder& geocoder, const geocode::AnswerColumns& answer,
                  PlaceColumns columns, geocode::Query base, Lists lists = Lists::Whole)
        : m_resolver(geocoder, answer, lists), m_answer(answer), m_columns(std::move(columns)),
          m_base(std::move(base)), m_lists(lists) {}

    /// Each row with its answer, in order, behind the header (once). With Lists::Explode a row
    /// comes once for each unit of its cell, with its number in the column "row" at the end.
    /// InputError for a column that is not there or a day that is none.
    void resolve(const TextTable& table, RowSink& sink);
    geocode::Answer resolveText(const std::string& text) const;
    const Counts& counts() const { return m_resolver.counts(); }

private:
    struct Found {
        std::optional<std::size_t> text, province, district, commune, asOf;
    };
    Found findColumns(const TextTable& table) const;
    geocode::Query queryOf(const TextTable& table, const TextRow& row, const Found& found) const;

    geocode::GeocodeBatch m_resolver;
    const geocode::AnswerColumns& m_answer;
    PlaceColumns m_columns;
    geocode::Query m_base;
    Lists m_lists;
    bool m_hasHeader = false;
};

} // namespace terroir::cli
