#include "core/tables/headings.hpp"

#include "core/records/fields.hpp"
#include "core/records/stars.hpp"
#include "core/records/state_words.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/tables/title_words.hpp"

namespace terroir::tables {

namespace {

/// "Vùng thượng huyện", "Các xã biên giới", "Khu vực phía Nam": neither a thing nor a unit.
/// "Vùng trồng chè" is a thing.
bool isRegionHeading(const std::string& text) {
    const std::string words = headerWords(text) + " ";
    for (const std::string_view start :
         {"vung trong ", "vung san xuat ", "vung nguyen lieu ", "vung nuoi ", "vung chuyen canh "})
        if (words.starts_with(start))
            return words.starts_with("vung trong diem ");
    for (const std::string_view start :
         {"vung ", "tieu vung ", "khu vuc ", "cac xa ", "cac phuong ", "cum ", "mien ", "phia "})
        if (words.starts_with(start))
            return true;
    return false;
}

bool namesSeveral(const std::string& text) {
    for (const std::string_view between : {" - ", " – ", " và "})
        if (text.find(between) != std::string::npos)
            return true;
    return false;
}

std::string textOfRow(const sheets::Row& row) {
    std::string text;
    for (const sheets::Cell& cell : row.cells)
        text += (text.empty() ? "" : " ") + std::string(cell.text.view());
    return text;
}

/// "Tính bằng con", "ĐVT: ha", "NĂM 2018", "Phê duyệt năm 2023".
bool readsAsUnitOrYear(const std::string& text, HeadingWords& context) {
    const std::string words = headerWords(text);
    for (const std::string_view start : {"tinh bang ", "dvt ", "don vi tinh "})
        if (words.starts_with(start)) {
            context.unit = text.substr(text.find_last_of(" :") + 1);
            return isUnitWord(context.unit);
        }
    if (const auto year = headerYearOf(text); year && words.size() < 30) {
        context.period = std::to_string(year->year);
        return true;
    }
    return false;
}

bool isCategoryHeading(std::string_view kind, const std::string& text) {
    return records::findCategory(kind, text) != nullptr ||
           !records::kindOfCategory(kind, text).empty();
}

/// A unit that stands in the row of a heading; in a list of products also the decision that it
/// names.
void readHeadingRow(const Group& group, const ColumnGuess& guess, const FoundTable& found,
                    std::string_view kind, HeadingWords& words) {
    if (group.row == nullptr)
        return;
    if (const GuessedColumn* unit = guess.find("unit"))
        if (const auto text = group.row->text(found.columns[unit->column].at); !text.empty())
            words.unit = std::string(text);
    if (kind != "ocop")
        return;
    const TitleWords said = titleWords({{group.line, textOfRow(*group.row)}}, "ocop");
    if (!said.decisionDay.empty()) {
        words.period = said.decisionDay;
        words.decision = said.decision;
    }
}

void addHeadingPlace(HeadingWords& words, std::string place) {
    words.within = joinPlaces(words.place, words.within);
    words.place = std::move(place);
}

} // namespace

std::vector<HeadingWords> readHeadings(const FoundTable& found, const ColumnGuess& guess,
                                       PlaceWords& places, std::string_view kind) {
    std::vector<HeadingWords> all;
    for (const Group& group : found.groups) {
        HeadingWords& words = all.emplace_back();
        if (group.parent != noGroup)
            words = all[group.parent];
        readHeadingRow(group, guess, found, kind, words);
        if (readsAsUnitOrYear(group.text, words))
            continue;
        const auto state = records::parseStateWords(group.text);
        if (isRegionHeading(group.text) && namesSeveral(group.text))
            continue; // "Khu vực Lâm Hà - Đức Trọng" is no unit
        if (places.levelOf(group.text)) {
            addHeadingPlace(words, group.text);
        } else if (isCategoryHeading(kind, group.text)) {
            words.category = group.text;
        } else if (state && *state != records::State::Done) {
            words.status = group.text; // "C. Nhiệm vụ đề xuất"
        } else if (kind == "ocop" &&
                   records::parseStars(group.text).kind == records::StarRating::Kind::Rated) {
            words.stars = std::to_string(records::parseStars(group.text).stars);
        } else if (std::string inside = places.placeIn(group.text); !inside.empty()) {
            addHeadingPlace(words, std::move(inside));
        } else if (!isRegionHeading(group.text)) {
            words.subject = group.text;
        }
    }
    return all;
}

std::string joinPlaces(const std::string& lower, const std::string& upper) {
    return lower.empty() ? upper : upper.empty() ? lower : lower + "; " + upper;
}

} // namespace terroir::tables
