#include "core/tables/guess_columns.hpp"

#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/former_columns.hpp"
#include "core/tables/lost_measures.hpp"
#include "core/tables/measure_columns.hpp"
#include "core/tables/named_columns.hpp"
#include "core/tables/open_guess.hpp"
#include "core/tables/plan_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/tables/subject_column.hpp"
#include "core/tables/wide_categories.hpp"
#include "core/tables/wide_columns.hpp"
#include "core/tables/wide_crops.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <set>

namespace terroir::tables {

namespace {

/// Without a column for the place, or with districts and provinces alone: one whose cells are
/// communes, else places.
void findPlace(OpenGuess& open) {
    if (open.has("place") || open.has("commune"))
        return;
    const bool needsCommunes = open.has("district") || open.has("province");
    std::size_t best = open.table.columns.size();
    double most = 0.5;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        if (open.taken[i] || open.values[i].texts < 0.5 || open.values[i].filled == 0)
            continue;
        const double share =
            needsCommunes ? shareOfPlaces(open.values[i], open.places, gazetteer::Level::Commune)
                          : shareOfPlaces(open.values[i], open.places);
        if (share > most) {
            most = share;
            best = i;
        }
    }
    if (best < open.table.columns.size())
        open.take(best, "place", {"vì các ô là địa danh", "since its cells are places"});
}

/// "2023" of "Diện tích năm 2023 (ha)", where no other measure says another year.
void readYearOfMeasures(OpenGuess& open) {
    std::set<int> years;
    for (const GuessedColumn& column : open.result.columns)
        if (isMeasure(column.field))
            for (const std::string& line : open.table.columns[column.column].path)
                if (const auto year = headerYearOf(line))
                    years.insert(year->year);
    if (years.size() == 1)
        open.result.period = std::to_string(*years.begin());
}

/// Whether the rows have measures and every one of them is planned.
bool isPlanAlone(const OpenGuess& open) {
    bool isAny = false;
    for (const GuessedColumn& column : open.result.columns) {
        if (!isMeasure(column.field))
            continue;
        if (!saysPlan(open.table.columns[column.column].path))
            return false;
        isAny = true;
    }
    return isAny && open.result.wide.empty();
}

/// "VietGAP" of "Diện tích VietGAP (ha)", where it is the one measure of the table: what is
/// measured has it. "Diện tích chưa VietGAP" has not, and a measure beside it may be of all.
std::string categoryOfMeasure(const OpenGuess& open) {
    std::string found;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        const bool isValue =
            std::any_of(open.result.columns.begin(), open.result.columns.end(),
                        [&](const auto& one) { return one.column == i && isMeasure(one.field); });
        if (path.empty() || !isValue)
            continue;
        const std::string category = categoryInHeader(path.back(), open.kind);
        if (category.empty() || !found.empty())
            return {};
        found = category;
    }
    return found;
}

/// Where a row of the sheet makes several, its number names none of them.
void nameRows(OpenGuess& open) {
    if (open.result.wide.empty())
        return;
    for (GuessedColumn& column : open.result.columns)
        if (column.field == "id")
            column.field = open.has("code") ? std::string(knownColumn) : "code";
}

/// What rows of this kind must say, or they are not as they should be.
void judge(OpenGuess& open) {
    const auto doubt = [&](LocalText text) { open.result.doubts.push_back(std::move(text)); };
    if (open.isSubjectGuessed)
        doubt({"Đối tượng được đoán từ một cột không rõ tên; hãy xem lại, hoặc chọn cột của "
               "trường subject.",
               "The subject was guessed from a column of no known name; check it, or choose "
               "the column of the field subject."});
    const bool hasMeasure =
        !open.result.wide.empty() ||
        std::any_of(open.result.columns.begin(), open.result.columns.end(),
                    [](const GuessedColumn& column) { return isMeasure(column.field); });
    if (!hasMeasure && isAnyOf(open.kind, {"production_zone", "planting", "trial", "livestock",
                                           "aquaculture", "generic"}))
        doubt({"Không có cột nào là diện tích, sản lượng hoặc số lượng; hãy xem lại, hoặc "
               "chọn cột của trường area.",
               "No column is an area, an output or a count; check it, or choose the column of "
               "the field area."});
    readYearOfMeasures(open);
    open.result.isPlanned = isPlanAlone(open);
    open.result.lost = lostMeasures(open);
    const GuessedColumn* value = open.result.find("value");
    open.result.needsUnit = value != nullptr && value->unit.empty() && !open.has("unit") &&
                            !open.has("indicator") && !open.hasUnits(value->column);
    for (const WideColumn& wide : open.result.wide)
        if (wide.measure == "value" && wide.unit.empty() && !open.has("unit") &&
            !open.hasUnits(wide.column))
            open.result.needsUnit = true;
    open.result.needsStars = open.kind == "ocop" && !open.has("stars");
    open.result.needsCategory = (open.kind == "title" || open.kind == "certification") &&
                                !open.has("category") && !hasWideCategories(open);
    if (open.result.needsCategory)
        open.result.category = categoryOfMeasure(open);
}

/// Known for what it is, and nothing of it is kept; sums of the row are checked.
bool isKnownAlone(const OpenGuess& open, std::size_t column) {
    const auto& path = open.table.columns[column].path;
    return isAnyOf(open.fieldOf(column), {knownColumn, managerColumn}) &&
           (path.empty() || !(isTotalWord(path.front()) || isTotalWord(path.back())));
}

} // namespace

ColumnGuess guessColumns(const FoundTable& table, std::string_view kind, const TitleWords& titles,
                         PlaceWords& places, const std::map<std::string, std::string>& chosen) {
    OpenGuess open(table, kind, titles, places);
    takeChosen(open, chosen);
    takeForm(open);
    findTicks(open);
    findFormerPlaces(open);
    findWideYears(open);
    findFormerRatings(open);
    findWideCategories(open);
    takeNamed(open);
    nameValidity(open);
    takeMeasures(open);
    mendMeasures(open);
    takeNamed(open); // "SO_LONG", where "SL_TAN" was the count before
    leaveYearSums(open);
    if (hasWideCategories(open))
        open.leaveTotals();
    findWidePlaces(open);
    findWideCrops(open);
    findCounts(open);
    findPlace(open);
    takeDetails(open);
    findSubject(open);
    nameOutputs(open);
    nameRows(open);
    judge(open);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if ((!open.taken[i] || open.result.formerRatings.contains(i) || isKnownAlone(open, i)) &&
            open.values[i].filled > 0)
            open.result.unused.push_back(i);
    return std::move(open.result);
}

} // namespace terroir::tables
