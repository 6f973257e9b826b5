#include "core/records/stated_area.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/land_units.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::records {

namespace {

constexpr double mostDifference = 0.1;

} // namespace

std::optional<LocalText> otherAreaThanGround(const Record& record, const RecordGround& ground) {
    const auto squareMetres = squareMetresIn(record.unit, Region::Unknown);
    const double measured = groundHectares(ground.shape);
    if (!record.value || record.indicator != "area" || !squareMetres || measured <= 0)
        return std::nullopt;
    const double stated = *record.value * *squareMetres / 10000;
    const double difference = std::abs(stated - measured) / std::max(stated, measured);
    if (difference <= mostDifference)
        return std::nullopt;
    return localText("Diện tích ghi {} ha, nhưng vùng của bản ghi ({}) đo được {} ha, lệch {} %; "
                     "hãy xem lại số hoặc vùng.",
                     "The stated area is {} ha, but the zone of the record ({}) measures {} ha, "
                     "{} % off; check the number or the zone.",
                     numberText(stated), accuracyWords(ground.accuracy), numberText(measured),
                     numberText(100 * difference, 0));
}

} // namespace terroir::records
