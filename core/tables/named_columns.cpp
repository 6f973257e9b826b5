#include "core/tables/named_columns.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/tables/asked_columns.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/form_columns.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cctype>

namespace terroir::tables {

namespace {

bool saysUnitOnly(const OpenGuess& open, std::size_t column) {
    const auto& path = open.table.columns[column].path;
    return !path.empty() && isAnyOf(headerWords(path.back()), {"dvt", "don vi tinh", "don vi do"});
}

bool beginsWithCapital(const std::string& text) {
    const bool isSign =
        text.empty() || (static_cast<unsigned char>(text.front()) < 0x80 &&
                         std::isalpha(static_cast<unsigned char>(text.front())) == 0);
    return !isSign && text::capitalize(text) == text;
}

/// "cuộc", "mg/kg", "%": written as units are. Offices and persons begin with a capital.
bool areUnits(const Values& values) {
    const auto count =
        std::count_if(values.samples.begin(), values.samples.end(), [](const std::string& text) {
            return isUnitWord(text) || !beginsWithCapital(text);
        });
    return 2 * std::size_t(count) >= values.samples.size();
}

/// Products, titles and tasks have no areas and counts of their own.
bool isOfKind(const OpenGuess& open, std::string_view field) {
    if (isMeasure(field))
        return !isAnyOf(open.kind, {"ocop", "title", "geographical_indication", "st_task"});
    return true;
}

/// "NHTT", "Nhãn hiệu chứng nhận"; "Nhãn hiệu tập thể Chè Tân Cương" is the name of one.
bool isTypeAlone(std::string_view kind, const std::string& text) {
    constexpr std::size_t longest = std::string_view("nhan hieu chung nhan").size();
    return text::fold(text).size() <= longest && (records::findCategory(kind, text) != nullptr ||
                                                  !records::kindOfCategory(kind, text).empty());
}

/// Each record of these kinds is called by a number of its own.
bool isNumberedKind(std::string_view kind) {
    return isAnyOf(kind, {"border_marker", "soil_sample"});
}

/// "Vùng 3", "Vùng chè Tức Tranh" below "Tên vùng" in a list of "VÙNG TRỒNG CHÈ": names of fields,
/// none of which is called after another crop.
bool namesFields(const OpenGuess& open, std::size_t column) {
    const auto& path = open.table.columns[column].path;
    if (!open.titles.isSubjectSure || path.empty() ||
        !isAnyOf(headerWords(path.back()), {"ten vung", "ten vung trong", "vung trong"}))
        return false;
    const std::string subject = text::nameOfThing(open.titles.subject);
    const auto isOther = [&](const std::string& text) {
        std::string words = text::normalize(text);
        for (const std::string_view start :
             {"vùng ", "trồng ", "sản xuất ", "nguyên liệu ", "cây "})
            if (words.starts_with(start))
                words.erase(0, start.size());
        return text::isThing(words) && words.find(subject) == std::string::npos;
    };
    const auto& samples = open.values[column].samples;
    return std::none_of(samples.begin(), samples.end(), isOther);
}

/// A word of two meanings, where the values tell which: "Đơn vị" above places or holders.
bool isOtherwise(OpenGuess& open, std::size_t column, std::string_view field) {
    const Values& values = open.values[column];
    if (field == "unit")
        return values.filled > 0 && !areUnits(values);
    if (field == "category" && (values.holderTypes >= 0.5 || values.periods >= 0.5))
        return true;
    if (field == "category" && isAnyOf(open.kind, {"title", "certification"})) {
        const auto known = std::count_if(
            values.samples.begin(), values.samples.end(), [&](const std::string& text) {
                return records::findCategory(open.kind, text) != nullptr ||
                       !records::kindOfCategory(open.kind, text).empty();
            });
        return !values.samples.empty() && 2 * std::size_t(known) < values.samples.size();
    }
    if (field == "id") // of rows: each its own
        return values.distinct < values.filled || !open.result.wide.empty();
    if (field == "subject" && namesFields(open, column))
        return true;
    // Markers and samples have numbers for names.
    if (field == "subject" && isNumberedKind(open.kind))
        return false;
    if (field == "subject" || field == "holder")
        if (values.codes >= 0.7)
            return true;
    // "Nhãn hiệu", "Đối tượng bảo hộ" over "NHTT", "Chỉ dẫn địa lý" say which type it is.
    if (field == "subject" && isAnyOf(open.kind, {"title", "geographical_indication"}) &&
        !values.samples.empty() &&
        std::all_of(values.samples.begin(), values.samples.end(),
                    [&](const std::string& text) { return isTypeAlone(open.kind, text); }))
        return true;
    if (field == "subject" && open.isAboutThings() && values.holders >= 0.5)
        return true;
    if ((field == "subject" || field == "holder") && open.table.rows.size() > 1 &&
        values.texts > 0.5)
        return shareOfPlaces(values, open.places) >= 0.7;
    return false;
}

/// A meaning that the words of a header may have.
struct Candidate {
    double share = 0;
    std::size_t column = 0;
    std::string field;
};

/// Whether the title speaks of what the last words of a header say: "Diện tích có liên kết (ha)" in
/// a list of "HTX LIÊN KẾT SẢN XUẤT".
bool isInTitles(const OpenGuess& open, const std::string& header) {
    const std::string words = headerWords(header.substr(0, header.find('(')));
    const std::size_t last = words.rfind(' ');
    const std::size_t before = last == std::string::npos ? last : words.rfind(' ', last - 1);
    if (before == std::string::npos)
        return false;
    const std::string end = " " + words.substr(before + 1) + " ";
    return std::any_of(open.table.titles.begin(), open.table.titles.end(), [&](const Title& title) {
        return (" " + headerWords(title.text) + " ").find(end) != std::string::npos;
    });
}

/// "Diện tích / Thực hiện" is an area, and what was to be of it is none.
void addCandidates(const OpenGuess& open, std::size_t i, std::vector<Candidate>& candidates) {
    std::vector<std::string> path = open.table.columns[i].path;
    const bool isAsked = isAskedBesideDone(open, i);
    const bool isDone = path.size() >= 2 && saysDone(path.back());
    if (isDone && meaningsOf({path.back()}, open.kind).size() <= 1)
        path.pop_back();
    for (const ColumnMeaning& meaning : meaningsOf(path, open.kind))
        if (meaning.share >= 0.3 &&
            !(isAsked && (isMeasure(meaning.field) || meaning.field == "budget")))
            candidates.push_back(
                {isMeasure(meaning.field) && !path.empty() && isInTitles(open, path.back())
                     ? meaning.share * 1.3
                     : meaning.share,
                 i, meaning.field});
}

/// "Xếp loại" and "Kết quả" of a task say its state where nothing else does: beside "Tình trạng"
/// they are its result.
void nameResults(const OpenGuess& open, std::vector<Candidate>& candidates) {
    const auto saysResult = [&](const Candidate& one) {
        const std::string words = headerWords(open.table.columns[one.column].path.back());
        return one.field == "status" &&
               (words.find("ket qua") != std::string::npos || words.find("xep loai") == 0);
    };
    const bool hasState = std::any_of(candidates.begin(), candidates.end(), [&](const auto& one) {
        return one.field == "status" && one.share >= 0.9 && !saysResult(one) &&
               open.values[one.column].filled > 0 && fits("status", open.values[one.column]);
    });
    for (Candidate& one : candidates)
        if (hasState && saysResult(one))
            one.field = "result";
}

/// Of all columns without a meaning, the likeliest first.
std::vector<Candidate> candidatesOf(const OpenGuess& open) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (!open.taken[i])
            addCandidates(open, i, candidates);
    // "TEN_TT" is the name of a town, or of a farm: of two such columns the one with places.
    for (Candidate& one : candidates)
        if (isAnyOf(one.field, {"commune", "district", "province"}))
            one.share -= 0.0005 * (1 - shareOfPlaces(open.values[one.column], open.places));
        // "Tên vùng" beside "Sản phẩm": the one with crops.
        else if (one.field == "subject" &&
                 isAnyOf(open.kind, {"production_zone", "planting", "livestock", "aquaculture"}))
            one.share -= 0.0005 * (1 - shareOfThings(open.values[one.column]));
    nameResults(open, candidates);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.share > b.share; });
    return candidates;
}

/// Whether another column is the holder by its very header: "Đơn vị thực hiện" beside "Đơn vị".
bool namesHolder(const OpenGuess& open, std::size_t but) {
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (i != but && open.values[i].filled > 0)
            for (const ColumnMeaning& meaning : meaningsOf(open.table.columns[i].path, open.kind))
                if (meaning.field == "holder" && meaning.share >= 0.999)
                    return true;
    return false;
}

/// What records call a detail of theirs, by the whole header; empty for other columns.
std::string detailNamed(const OpenGuess& open, std::size_t column) {
    const auto& path = open.table.columns[column].path;
    const std::string words =
        path.empty() ? "" : headerWords(path.back().substr(0, path.back().find('(')));
    for (const records::FieldInfo& field : records::fields())
        if (field.isDetail && field.field != "result" && // which may be a rating or a value
            std::find(field.columns.begin(), field.columns.end(), words) != field.columns.end())
            return field.field;
    return {};
}

/// Takes the column for what its words say, or for what its values make of them.
void consider(OpenGuess& open, const Candidate& one) {
    const Values& values = open.values[one.column];
    // "Khu vực" over "xã Đắc Sở, huyện Hoài Đức" is no part of a commune: findPlace() takes it.
    if (one.field == villageColumn && shareOfUnitWords(values) > 0.5)
        return;
    if (isAnyOf(one.field, {ordinalColumn, knownColumn, villageColumn, endDayColumn})) {
        open.take(one.column, one.field, {});
        return;
    }
    // "Đơn vị" above offices and persons is their holder; "ĐVT" never is.
    const bool isOffice = one.field == "unit" && !saysUnitOnly(open, one.column) &&
                          !areUnits(values) && values.texts >= 0.5 && !open.has("holder") &&
                          !namesHolder(open, one.column) &&
                          shareOfPlaces(values, open.places) < 0.5;
    if (isOffice) {
        open.take(one.column, "holder", {"theo các ô", "by its cells"});
        return;
    }
    // "Giá trị (triệu đồng)" is no count of anything.
    if (isMeasure(one.field) && open.kind != "generic" &&
        isMoneyUnit(unitInHeader(open.table.columns[one.column].path))) {
        open.take(one.column, knownColumn, {});
        return;
    }
    if (!isOfKind(open, one.field)) {
        if (isMeasure(one.field) && one.share >= 0.5)
            open.take(one.column, knownColumn, {});
        return;
    }
    // "Loại hình" over "HTX", "Hộ kinh doanh" is what kind of holder it is.
    if (one.field == "category" && values.holderTypes >= 0.5 && !open.has("holder_type")) {
        open.take(one.column, "holder_type", {"theo các ô", "by its cells"});
        return;
    }
    const bool isNumberedSubject =
        one.field == "subject" && isNumberedKind(open.kind) && values.filled > 0;
    if (!open.has(one.field) && (isNumberedSubject || fits(one.field, values)) &&
        !isOtherwise(open, one.column, one.field))
        open.take(one.column, one.field,
                  one.share >= 0.999 ? LocalText{} : LocalText{"theo tên cột", "by its header"});
}

} // namespace

void takeChosen(OpenGuess& open, const std::map<std::string, std::string>& chosen) {
    std::vector<std::string> known;
    for (const records::FieldInfo& field : records::fields())
        known.push_back(field.field);
    for (const auto& [field, name] : chosen) {
        if (std::find(known.begin(), known.end(), field) == known.end())
            throw InputError(
                unknownWord(localText("Không có trường '{}'.", "There is no field '{}'.", field),
                            field, localText("Các trường là", "The fields are"), known));
        if (name.empty()) {
            open.leftOut.insert(field);
            continue;
        }
        const std::size_t column = columnNamed(open.table, name);
        if (column < open.table.columns.size()) {
            open.take(column, field, {"do người dùng chọn", "chosen"});
            open.chosen.insert(column);
        }
    }
}

void takeForm(OpenGuess& open) {
    const std::vector<std::string> fields = formFields(open.table, open.kind);
    open.result.isForm = !fields.empty();
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!open.taken[i] && !open.has(fields[i]) &&
            (open.values[i].filled > 0 || fits(fields[i], open.values[i])))
            open.take(i, fields[i], {});
}

void takeDetails(OpenGuess& open) {
    for (GuessedColumn& column : open.result.columns)
        if (column.field == managerColumn && !open.has("manager") &&
            detailNamed(open, column.column) == "manager")
            column.field = "manager";
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (const std::string field = detailNamed(open, i);
            !field.empty() && !open.taken[i] && open.values[i].filled > 0 && !open.has(field) &&
            !isAskedBesideDone(open, i) && fits(field, open.values[i]))
            open.take(i, field, {"theo tên cột", "by its header"});
}

void takeNamed(OpenGuess& open) {
    for (const Candidate& one : candidatesOf(open))
        // "Khóm" is a hamlet, or pineapples.
        if (!open.taken[one.column] &&
            (one.field != villageColumn || open.values[one.column].numbers < 0.5))
            consider(open, one);
    if (!open.has("holder"))
        for (GuessedColumn& column : open.result.columns)
            if (column.field == managerColumn)
                column.field = "holder";
    for (std::size_t i = 0; open.isAboutThings() && i < open.table.columns.size(); ++i)
        if (!open.has("holder") && !open.taken[i] && open.values[i].texts >= 0.5 &&
            open.values[i].holders >= 0.5)
            open.take(i, "holder", {"theo các ô", "by its cells"});
}

void nameValidity(OpenGuess& open) {
    const auto from = std::find_if(open.result.columns.begin(), open.result.columns.end(),
                                   [](const auto& one) { return one.field == "from"; });
    const auto to = std::find_if(open.result.columns.begin(), open.result.columns.end(),
                                 [](const auto& one) { return one.field == "to"; });
    if (!isAnyOf(open.kind, {"ocop", "title", "geographical_indication", "certification"}) ||
        from == open.result.columns.end() || to == open.result.columns.end() ||
        open.has("period") || open.has("expires") || open.chosen.contains(from->column) ||
        open.chosen.contains(to->column))
        return;
    from->field = "period";
    to->field = "expires";
}

} // namespace terroir::tables
