#pragma once

#include "core/base/language.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

// Sentences about the places of a row: what is not sure, and what to do.

/// Whether a person should look at the place: not one unit, or one with a parent that is not known.
bool isDoubtful(const Place& place);
/// Why a place is not one unit and what to do, with up to three candidates by name.
LocalText placeDoubt(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer);

/// The reason among those of a place.
bool hasReason(const Place& place, std::string_view reason);

/// Whether the place was read as a unit of other letters: geocode::saysMisspelt().
bool isMisspelt(const Place& place);
/// What a misspelt place, or one in a misspelt district or province, was taken for.
LocalText misspeltRemark(const std::string& text, const std::string& unit);

/// Beside a text that names no unit and was put on the larger one that its row or title names.
LocalText titlePlaceRemark(const std::string& column, const Place& place, Date asOf,
                           const gazetteer::Gazetteer& gazetteer);
LocalText largerUnitRemark(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer);

/// The unit is none of the day that the table is of.
LocalText otherDayDoubt(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer);
/// The day of the document is not known, and before it the same words named `other`.
LocalText unknownDayDoubt(const Place& place, gazetteer::UnitIndex other, Date asOf,
                          const gazetteer::Gazetteer& gazetteer);
/// Whether a record's doubt holds such a sentence: then nobody has said the day of its document.
bool saysUnknownDay(const LocalText& doubt);
/// A person decided for a code that stands for no unit on the day.
LocalText noUnitOfDayDoubt(const Place& place, const std::string& code, Date asOf);
/// The place and what holds it are both read as names of other letters.
LocalText twiceMisspeltDoubt(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer);
LocalText outsideDoubt(const Place& place, const std::string& territory, Date asOf,
                       const gazetteer::Gazetteer& gazetteer);
LocalText formerDoubt(const std::string& former, const Place& place, Date asOf,
                      const gazetteer::Gazetteer& gazetteer);
LocalText countDoubt(const std::string& cell, std::size_t found);
LocalText severalValuesDoubt(const std::string& cell);
LocalText groupDoubt(const std::string& group, Date asOf);
LocalText emptyCellDoubt(const std::string& column, const Place& place, Date asOf,
                         const gazetteer::Gazetteer& gazetteer);
/// Of ground: it lies elsewhere than the row says; it may lie in others just as well. `km`: from
/// the middle of the unit that is named, where that is known.
LocalText groundElsewhereDoubt(const Place& named, const std::vector<gazetteer::UnitIndex>& found,
                               std::optional<double> km, bool isApproximate, Date asOf,
                               const gazetteer::Gazetteer& gazetteer);
LocalText groundNearDoubt(const std::string& ground, const std::vector<gazetteer::UnitIndex>& units,
                          Date asOf, const gazetteer::Gazetteer& gazetteer);

/// The row names a unit that is not found beside ground that is.
LocalText unreadBesideGroundDoubt(const std::string& written, const Place& found, Date asOf,
                                  const gazetteer::Gazetteer& gazetteer);

LocalText emptyCellRefusal(const std::string& column);
LocalText noGroupRefusal();
LocalText groundNowhereRefusal(const std::string& ground);

/// Said once for a table whose rows were put on the territory, as it names no place.
/// Of a table: rows whose commune their ground says on approximate cells.
LocalText approximateRemark(std::size_t rows);
/// Of a table: rows whose polygon is that of the unit they name.
LocalText wholeUnitsRemark(std::size_t rows);
LocalText territoryRemark(const std::string& territory, std::size_t rows);

} // namespace terroir::records
