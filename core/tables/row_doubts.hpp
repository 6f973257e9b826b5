#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/import.hpp"
#include "core/tables/column_guess.hpp"
#include "core/tables/odd_values.hpp"
#include "core/tables/place_words.hpp"
#include "core/tables/year_sums.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace terroir::tables {

/// Rows whose cells say more than was taken from them: a commune is named beside the holder, but
/// the row was put on its district; a plan has a number, but what was done has none.
class RowDoubts {
public:
    RowDoubts(const FoundTable& found, const ColumnGuess& guess, PlaceWords& places,
              const gazetteer::Gazetteer& gazetteer);
    ~RowDoubts();

    /// The records of one row or of several, whole rows each.
    void look(std::span<const records::Record> taken);
    /// Makes the rows doubtful for which look() found a reason.
    void addTo(records::ImportReport& report) const;

private:
    class RowDoubter;
    struct Doubts {
        std::vector<LocalText> always, ifAccepted; ///< those for rows that nothing else doubts
    };
    const FoundTable& m_found;
    YearSums m_yearSums;
    OddValues m_oddValues;
    std::unique_ptr<RowDoubter> m_doubter;
    std::map<std::string, Doubts> m_doubts; ///< by the first record of a row or of its part
};

} // namespace terroir::tables
