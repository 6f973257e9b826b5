#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <optional>

namespace terroir::records {

/// Whether the value is a share of something, which cannot pass 100 %; a gain can.
bool isShare(const Record& record);

/// Why the value of a record cannot be true by itself: negative, a share above 100 %, stars outside
/// 1 to 5, a range whose upper number is the smaller one, a period that ends before it begins.
std::optional<LocalText> impossibleValue(const Record& record);

/// Those of these that no circumstance explains, which a person who writes a record mends at once:
/// a negative figure may be a loss, and points and stars may come from two assessments.
std::optional<LocalText> whyItCannotBe(const Record& record);

/// Why the period of a record is hardly the one that was meant: before the year 1945, or of a thing
/// that is done and still ahead of `today`.
std::optional<LocalText> unlikelyPeriod(const Record& record, Date today);

/// Why an area cannot lie in its places: larger than all of them together. Empty when an area of a
/// place is not known.
std::optional<LocalText> areaBeyondPlaces(const Record& record,
                                          const gazetteer::Gazetteer& gazetteer);

} // namespace terroir::records
