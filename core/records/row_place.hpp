#pragma once

#include "core/base/date.hpp"
#include "core/base/language.hpp"
#include "core/records/record.hpp"
#include "core/records/verdict.hpp"
#include "core/sheets/sheet.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace terroir::records {

/// What a row and its table say about where it is; all as written, any may be empty.
struct PlaceCells {
    std::string place, level, role, within;
    std::string province, district, commune;
    std::string namePlace, nameLevel;
    std::string territory; ///< of the source

    /// Place words of the rows, the sheet and the title that it stands under, innermost first:
    /// "Xã Mường Phăng", "Huyện Điện Biên". They complete the cells.
    std::vector<std::string> groups;
    /// The same place before a reform, from a column beside the one of today.
    std::string former;
    bool isFormerCommune = false, isFormerDistrict = false; ///< columns "Xã (cũ)", "Huyện (cũ)"
    /// The title of a task or model, where the table has no column for the place.
    std::string title;
    std::shared_ptr<const sheets::Ground> ground;

    /// The row is of a document of its own and not of a known source: units of the day come first,
    /// the territory limits, and nothing falls to it in silence.
    bool isOwnTable = false;
    /// Header of the table's finest place column where its cell is empty.
    std::string emptyColumn;
    /// The document may be as old as this, while its places are looked up on the last day that it
    /// may be of; the end of time where that is its day.
    Date earliestDay = Date::end();
    bool hasGroups = false; ///< other rows of the table stand under places

    bool saySomewhere() const {
        return !place.empty() || !province.empty() || !district.empty() || !commune.empty() ||
               !groups.empty() || !title.empty() || ground || !territory.empty();
    }
};

/// Where a row is, and what is to be said about it.
struct ReadPlaces : Verdict {
    std::vector<Place> places;
    /// Headings above the row that were read as units of other letters.
    std::vector<Place> misspeltGroups;
};

} // namespace terroir::records
