#pragma once

#include "core/base/csv.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace terroir::testing {

/// The source of manyRecords().
inline constexpr std::string_view manyRecordsSource = "MANY";

/// Models, trials and plantings with hectares, at random over the communes of a day; the same for
/// the same seed; numbered from `first` on. Of a hundred some five lie in two communes at once,
/// five are known to the province only and three nowhere.
std::vector<records::Record> manyRecords(const gazetteer::Gazetteer& gazetteer, std::size_t count,
                                         Date day, std::uint32_t seed = 1, std::size_t first = 0);

/// A table as an office of the state would have it, to import as plantings: province, district,
/// commune, crop, area, unit, year and holder, at random over the communes of a day. Of a hundred
/// rows one names a commune that is not there.
TextTable manyRows(const gazetteer::Gazetteer& gazetteer, std::size_t count, Date day,
                   std::uint32_t seed = 1);

} // namespace terroir::testing
