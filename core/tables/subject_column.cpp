#include "core/tables/subject_column.hpp"

#include "core/base/strings.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/counted_things.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// "Loại gia cầm", "Tên giống", "Nhóm cây trồng": crops or animals by the header as well.
bool namesThings(const FoundColumn& column) {
    const std::string words = column.path.empty() ? "" : headerWords(column.path.back()) + " ";
    for (const std::string_view start :
         {"loai ", "ten ", "nhom ", "cay ", "con ", "giong ", "vat nuoi ", "doi tuong "})
        if (words.starts_with(start))
            return true;
    return false;
}

/// Headings that are no places name what the rows below them are about.
bool hasOtherHeadings(const OpenGuess& open) {
    return std::any_of(open.table.groups.begin(), open.table.groups.end(),
                       [&](const Group& group) { return !open.places.levelOf(group.text); });
}

/// Whether every row stands below a heading that is no place.
bool hasHeadingEverywhere(const OpenGuess& open) {
    return std::all_of(open.table.rows.begin(), open.table.rows.end(), [&](const FoundRow& row) {
        for (std::size_t at = row.group; at != noGroup; at = open.table.groups[at].parent)
            if (!open.places.levelOf(open.table.groups[at].text))
                return true;
        return false;
    });
}

std::optional<PartedHeader> measuredThing(const OpenGuess& open, std::size_t i) {
    const auto& path = open.table.columns[i].path;
    auto thing =
        path.size() == 1 && open.isNumbersOnly(i) ? open.measuredCrop(path.front()) : std::nullopt;
    return thing && text::isThing(thing->subject) ? thing : std::nullopt;
}

/// The first column of crops or animals, whatever its header: "Loại gia cầm" over "Gà đẻ".
bool takeThings(OpenGuess& open) {
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (!open.taken[i] && open.values[i].texts >= 0.8 && open.values[i].holders < 0.5 &&
            2 * open.values[i].filled >= std::min(open.table.rows.size(), sampleSize) &&
            shareOfThings(open.values[i]) >= 0.6 &&
            shareOfPlaces(open.values[i], open.places) < 0.5) {
            open.take(i, "subject",
                      {"vì các ô là cây trồng, vật nuôi", "since its cells are crops or animals"});
            open.isSubjectGuessed = !namesThings(open.table.columns[i]);
            return true;
        }
    return false;
}

/// "Số bò (con)": the one measure of a table says of what it is.
bool takeMeasuredThing(OpenGuess& open) {
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (isMeasure(open.fieldOf(i)) || measuredThing(open, i)) {
            if (only)
                return false;
            only = i;
        }
    const auto thing = only ? measuredThing(open, *only) : std::nullopt;
    if (!thing || open.titles.isSubjectSure || hasHeadingEverywhere(open))
        return false;
    open.addWide(*only, thing->measure, thing->subject, thing->period);
    return true;
}

/// "Quy mô" over "12 con trâu, 300 gà thịt": the cells say what they count.
bool takeCountedThings(OpenGuess& open) {
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& samples = open.values[i].samples;
        const std::string field = open.fieldOf(i);
        const auto count = std::count_if(samples.begin(), samples.end(), [](const auto& text) {
            return !countedThings(text).empty();
        });
        if (samples.empty() || 10 * std::size_t(count) < 6 * samples.size() ||
            open.chosen.contains(i) || !(field.empty() || isMeasure(field) || field == "subject"))
            continue;
        open.drop(i);
        open.take(i, "count", {"vì các ô ghi số và vật", "since its cells are numbers of things"});
        open.result.countedThings = i;
        return true;
    }
    return false;
}

} // namespace

void findSubject(OpenGuess& open) {
    // The layers of one file are often one for each crop.
    const bool isLayerOfSeveral =
        open.table.isLayer && open.table.isOneOfSeveral && !open.places.levelOf(open.table.sheet);
    if (isLayerOfSeveral || open.has("subject") || open.has("variety") ||
        std::any_of(open.result.wide.begin(), open.result.wide.end(),
                    [](const WideColumn& wide) { return !wide.subject.empty(); }))
        return;
    if (open.isAboutThings() &&
        (takeCountedThings(open) || takeThings(open) || takeMeasuredThing(open)))
        return;
    if (open.titles.isSubjectSure || (open.isAboutThings() && hasHeadingEverywhere(open)))
        return;
    std::size_t best = open.table.columns.size();
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (!open.taken[i] && open.values[i].texts >= 0.8 && open.values[i].codes < 0.5 &&
            (!open.isAboutThings() || open.values[i].holders < 0.5) &&
            shareOfPlaces(open.values[i], open.places) < 0.5 &&
            2 * open.values[i].filled >= std::min(open.table.rows.size(), sampleSize) &&
            (!hasOtherHeadings(open) ||
             10 * open.values[i].distinct >= 8 * open.values[i].filled) &&
            (best == open.table.columns.size() ||
             open.values[i].distinct > open.values[best].distinct))
            best = i;
    open.isSubjectGuessed = best < open.table.columns.size();
    if (open.isSubjectGuessed)
        open.take(
            best, "subject",
            {"vì là cột chữ duy nhất còn lại", "since it is the column of text that is left"});
}

} // namespace terroir::tables
