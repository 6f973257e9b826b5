#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace terroir::records {

/// The columns of a list of records: id, kind, subject, category, indicator, value, value_max,
/// unit, qualifier (none for an exact value), status, period, holder, place (as written), unit_name
/// (those that the places are, as of the record's day), source, line, note, doubt.
std::vector<Column> recordColumns();
/// A record in these columns; codes stay codes, a doubt is a sentence in the language.
std::vector<Value> recordRow(const Record& record, const gazetteer::Gazetteer& gazetteer,
                             Language language);

/// The units that its places are, as of the record's day: "xã Bản Bo; xã Bản Hon".
std::string unitNames(const Record& record, const gazetteer::Gazetteer& gazetteer);

/// id, title, issuer, number, date, territory, and how many records each has.
Table sourceRows(std::span<const Source> sources,
                 const std::function<std::size_t(const std::string& id)>& countOf);

} // namespace terroir::records
