#include "core/workspace/review_rows.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/sha256.hpp"
#include "core/base/strings.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/place_text.hpp"
#include "core/records/record_words.hpp"
#include "core/workspace/review_points.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace terroir::workspace {

namespace {

using extract::Choice;
using nlohmann::ordered_json;

/// What becomes a record; a row whose others change says the same.
constexpr std::array<std::string_view, 23> columnsOfRecord{
    "kind",   "subject",   "category", "indicator",   "value",       "value_max",
    "unit",   "qualifier", "scope",    "value_scope", "group",       "status",
    "period", "holder",    "note",     "place_codes", "place_names", "place_role",
    "as_of",  "page",      "line",     "start",       "end"};

constexpr std::array<std::string_view, 14> requiredColumns{
    "id",   "decision", "kind",        "subject",    "value",       "unit",  "place_codes",
    "line", "text",     "place_names", "place_role", "value_scope", "as_of", "source"};

/// "1.947" is 1947 for people and 1.947 for programs. Of a number with a point before three digits
/// this file means the latter where the report writes it with a comma; else nobody can know.
std::optional<double> readValue(const std::string& cell, std::string_view words,
                                std::optional<LocalText>& refusal, std::string_view column) {
    const std::size_t point = cell.find('.');
    const bool isDoubtful = point != std::string::npos &&
                            cell.find('.', point + 1) == std::string::npos &&
                            cell.find(',') == std::string::npos && cell.size() - point == 4;
    std::string withComma = cell;
    if (isDoubtful)
        withComma[point] = ',';
    if (isDoubtful && words.find(withComma) == std::string_view::npos) {
        std::string whole = cell;
        whole.erase(point, 1);
        refusal = localText("Cột '{}': '{}' là {} hay {}? Hãy viết số không có dấu chấm.",
                            "Column '{}': is '{}' {} or {}? Write the number without a point.",
                            column, cell, whole, withComma);
        return std::nullopt;
    }
    if (const auto plain = parsePlainNumber(cell))
        return plain;
    if (const auto number = parseVietnameseNumber(cell))
        return number;
    refusal = localText("Cột '{}': '{}' không phải là số; hãy viết như 1947,5.",
                        "Column '{}': '{}' is no number; write it like 1947.5.", column, cell);
    return std::nullopt;
}

std::vector<std::string> codesIn(std::string_view cell) {
    std::vector<std::string> codes;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find('|'), cell.size());
        if (const std::string_view code = trimmed(cell.substr(0, end)); !code.empty())
            codes.emplace_back(code);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return codes;
}

/// What withoutFormula() put before a text for spreadsheets.
std::string asWritten(std::string_view cell) {
    const bool isGuarded = cell.size() > 1 && cell[0] == '\'' &&
                           std::string_view("=+-@\t\r\n").find(cell[1]) != std::string_view::npos;
    return std::string(trimmed(isGuarded ? cell.substr(1) : cell));
}

void readDecision(ReviewRow& row) {
    const std::string_view word = row.cell("decision");
    if (const auto choice = extract::parseChoice(word))
        row.choice = *choice;
    else
        row.refusal = localText("Cột 'decision': '{}' không phải là accept (nhận) hay refuse (bỏ); "
                                "hãy sửa, hoặc để trống khi chưa quyết định.",
                                "Column 'decision': '{}' is neither accept nor refuse; mend it, or "
                                "leave it empty while it is not decided.",
                                word);
    const std::string_view change = row.cell("change");
    row.change = change == "new"       ? extract::Change::New
                 : change == "changed" ? extract::Change::Changed
                                       : extract::Change::None;
}

void readValues(ReviewRow& row) {
    for (const std::string_view column : {"value", "value_max"}) {
        const std::string cell(row.cell(column));
        if (cell.empty() || row.refusal)
            continue;
        if (const auto value = readValue(cell, row.cell("text"), row.refusal, column))
            row.cells.find(column)->second = terroir::textOf(Value(*value));
    }
}

/// What the codes of a row mean by the names beside them.
struct UnitsMeant {
    std::map<std::string, gazetteer::UnitIndex> named; ///< by name
    std::vector<std::string> unnamed;                  ///< codes of none of the names
};

/// A code stands for one unit after the other, and a report may speak of one that has ended, or is
/// yet to come, on its day: of those the one that has the name is meant.
UnitsMeant unitsMeant(const ReviewRow& row, Date day, const gazetteer::Gazetteer& gazetteer) {
    UnitsMeant meant;
    const std::vector<std::string> names = records::splitList(row.cell("place_names"));
    for (const std::string& code : codesIn(row.cell("place_codes"))) {
        std::map<std::string, std::vector<gazetteer::UnitIndex>> called;
        for (const gazetteer::UnitIndex version : gazetteer.versions(code))
            called[gazetteer.describe(version, day)].push_back(version);
        bool isNamed = false;
        for (const std::string& name : names)
            if (const auto found = called.find(name); found != called.end()) {
                meant.named[name] = gazetteer::versionNear(gazetteer, found->second, day);
                isNamed = true;
            }
        if (!isNamed)
            meant.unnamed.push_back(code);
    }
    return meant;
}

/// The names say where; the codes of units that they do not name contradict them. A code that is
/// none has lost its zeros in a spreadsheet.
void readPlaces(ReviewRow& row, const gazetteer::Gazetteer& gazetteer) {
    const auto day = parseDate(row.cell("as_of"));
    if (row.refusal || !day) {
        if (!row.refusal)
            row.refusal = localText(
                "Cột 'as_of': '{}' không phải là ngày; hãy viết như 2022-12-31.",
                "Column 'as_of': '{}' is no day; write it like 2022-12-31.", row.cell("as_of"));
        return;
    }
    std::string& names = row.cells["place_names"];
    const bool isName = row.isOnlyNamed();
    if (isName ? row.cell("source_territory").empty()
               : names.empty() && row.cell("place_codes").empty()) {
        row.refusal =
            isName
                ? LocalText{"Cột 'place_names': địa danh chỉ nằm trong tên gọi, và văn bản không "
                            "rõ nói về địa bàn nào; hãy ghi nơi có số liệu và đổi place_role "
                            "thành location.",
                            "Column 'place_names': the place is a part of a name, and it is not "
                            "known which area the document speaks of; write where it is, and "
                            "location into place_role."}
                : LocalText{"Cột 'place_names' trống: văn bản không cho biết ở đâu; hãy ghi xã, "
                            "huyện hoặc tỉnh, hoặc chạy lại 'terroir extract' với --within.",
                            "Column 'place_names' is empty: the document does not say where; write "
                            "a commune, district or province, or run 'terroir extract' again with "
                            "--within."};
        return;
    }
    const UnitsMeant meant = unitsMeant(row, *day, gazetteer);
    for (const std::string& code : meant.unnamed) {
        const gazetteer::UnitIndex unit = gazetteer.findCode(code, *day);
        if (unit == gazetteer::noUnit && !names.empty())
            continue;
        if (unit == gazetteer::noUnit)
            row.refusal = localText("Cột 'place_codes': không có đơn vị mã '{}'; hãy ghi tên vào "
                                    "place_names.",
                                    "Column 'place_codes': there is no unit of the code '{}'; "
                                    "write its name into place_names.",
                                    code);
        else if (!names.empty())
            row.refusal = localText(
                "Cột 'place_codes': mã {} là {}, còn place_names ghi '{}'; hãy sửa một cột và để "
                "trống cột kia.",
                "Column 'place_codes': {} is {}, and place_names says '{}'; mend one of the two "
                "and leave the other empty.",
                code, gazetteer.describe(unit, *day), names);
    }
    if (names.empty() && !row.refusal)
        for (const std::string& code : meant.unnamed)
            names += (names.empty() ? "" : "; ") +
                     gazetteer.describe(gazetteer.findCode(code, *day), *day);
}

records::Source sourceOf(const ReviewRow& row) {
    records::Source source;
    source.id = row.cell("source");
    source.title = row.cell("source_title");
    source.number = row.cell("source_number");
    source.issuer = row.cell("source_issuer");
    source.date = row.cell("source_date");
    source.territory = row.cell("source_territory");
    if (source.title.empty())
        source.title = source.id;
    return source;
}

std::string textOfJson(const ordered_json& value) {
    if (value.is_null())
        return {};
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number())
        return terroir::textOf(value.is_number_integer() ? Value(value.get<std::int64_t>())
                                                         : Value(value.get<double>()));
    return value.dump();
}

TextTable parseReviewJson(const std::string& content, const std::string& file) {
    const ordered_json all = ordered_json::parse(content, nullptr, false);
    const auto isObjects = [](const ordered_json& list) {
        return list.is_array() && std::all_of(list.begin(), list.end(),
                                              [](const auto& one) { return one.is_object(); });
    };
    if (!all.is_object() || !all.contains("document") || !all["document"].is_object() ||
        !all.contains("proposals") || !isObjects(all["proposals"]))
        throw InputError(
            file, 0, "",
            LocalText{"không phải là tệp JSON mà 'terroir extract' ghi ra; hãy tạo lại "
                      "tệp rồi chỉ sửa các giá trị.",
                      "is no JSON that 'terroir extract' wrote; make it again, and "
                      "change values only."});
    TextTable table;
    table.file = file;
    std::map<std::string, std::size_t> columns;
    const auto columnOf = [&](const std::string& name) {
        const auto [at, isNew] = columns.try_emplace(name, table.header.size());
        if (isNew)
            table.header.push_back(name);
        return at->second;
    };
    for (const ordered_json& proposal : all["proposals"]) {
        TextRow row;
        row.line = table.rows.size() + 1;
        for (const ordered_json* object : {&proposal, &all["document"]})
            for (const auto& [name, value] : object->items()) {
                const std::size_t at = columnOf(name);
                row.cells.resize(std::max(row.cells.size(), at + 1));
                row.cells[at] = textOfJson(value);
            }
        table.rows.push_back(std::move(row));
    }
    for (TextRow& row : table.rows)
        row.cells.resize(table.header.size());
    return table;
}

/// "120-140"; with those of a holder that still is what stands there "120-140; 160-175".
std::string charactersOf(const ReviewRow& row) {
    const std::string statement = row.cell("spans").empty()
                                      ? fmt::format("{}-{}", row.cell("start"), row.cell("end"))
                                      : std::string(row.cell("spans"));
    const auto first = parsePlainNumber(row.cell("holder_start")),
               end = parsePlainNumber(row.cell("holder_end"));
    const std::string_view holder = row.cell("holder");
    const auto characters =
        std::count_if(holder.begin(), holder.end(), [](char c) { return (c & 0xc0) != 0x80; });
    if (!first || !end || *end - *first != double(characters))
        return statement;
    return fmt::format("{}; {:.0f}-{:.0f}", statement, *first, *end);
}

/// "12"; of a document of pages "trang 3, dòng 12".
std::string lineOf(const ReviewRow& row) {
    return row.cell("page").empty() ? std::string(row.cell("line"))
                                    : records::lineOfPage(row.cell("page"), row.cell("line"));
}

/// The fields of the door. Without a column for it, a row speaks of the area of its document; an
/// empty cell would lack its place.
std::vector<std::pair<std::string_view, std::string>> fieldsOf(const ReviewRow& row,
                                                               const std::string& group) {
    const auto text = [&](std::string_view column) { return std::string(row.cell(column)); };
    const std::string status = text("status"), qualifier = text("qualifier");
    std::vector<std::pair<std::string_view, std::string>> fields{
        {"id", row.id},
        {"scope", text("value_scope")},
        {"group", group},
        {"qualifier", qualifier == "none" ? "" : qualifier},
        {"status", status == "reported" ? "done" : status},
        {"value_as_written", row.cell("value").empty() ? "" : text("text")},
        {"facts", charactersOf(row)},
        {"line", lineOf(row)}};
    for (const std::string_view same : {"kind", "subject", "category", "indicator", "value",
                                        "value_max", "unit", "as_of", "period", "holder", "note"})
        fields.emplace_back(same, text(same));
    if (row.isOnlyNamed()) {
        fields.emplace_back("name_place", text("place_names"));
    } else {
        fields.emplace_back("place", text("place_names"));
        fields.emplace_back("place_role", text("place_role"));
    }
    return fields;
}

/// Where the geocoder would take the name of a unit for another one than its code says.
void settlePlaces(const ReviewRow& row, Workspace& workspace, records::Corrections& corrections) {
    geocode::Query query;
    query.asOf = *parseDate(row.cell("as_of"));
    for (const auto& [name, unit] : unitsMeant(row, query.asOf, workspace.gazetteer()).named) {
        query.text = name;
        if (workspace.geocoder().resolve(query).unit() != unit)
            corrections.places[name] = workspace.gazetteer().unit(unit).uid;
    }
}

} // namespace

std::string_view ReviewRow::cell(std::string_view column) const {
    return extract::cellOf(cells, column);
}

std::string ReviewRow::hash() const {
    std::string all;
    for (const std::string_view column : columnsOfRecord)
        all += std::string(cell(column)) + '\n';
    return shortHash(all + std::string(cell("spans")));
}

KnownProposal ReviewRow::known() const {
    KnownProposal known;
    known.id = id;
    known.choice = choice;
    for (const auto& [column, text] : {std::pair{"kind", &known.kind},
                                       {"subject", &known.subject},
                                       {"indicator", &known.indicator},
                                       {"value", &known.value},
                                       {"unit", &known.unit},
                                       {"place_codes", &known.places},
                                       {"text", &known.words},
                                       {"line", &known.line}})
        *text = cell(column);
    return known;
}

bool ReviewRow::isOnlyNamed() const {
    return cell("place_role") == "name_component";
}

TextTable ReviewRows::tableOf(const std::vector<const ReviewRow*>& rows, Workspace& workspace,
                              records::Corrections& corrections) const {
    // A number of a group is of one reading; the first of its proposals names it for good.
    std::map<std::string, std::string, std::less<>> groups{{"", ""}};
    for (const ReviewRow& row : m_rows)
        groups.try_emplace(std::string(row.cell("group")), row.id);
    TextTable table;
    table.file = m_source.title;
    for (const ReviewRow* row : rows) {
        TextRow said;
        said.line = row->line;
        table.header.clear();
        for (auto& [field, text] : fieldsOf(*row, groups.at(std::string(row->cell("group"))))) {
            table.header.emplace_back(field);
            said.cells.push_back(std::move(text));
        }
        table.rows.push_back(std::move(said));
        settlePlaces(*row, workspace, corrections);
    }
    return table;
}

void ReviewRows::refuse(std::string_view id, const LocalText& sentence) {
    for (ReviewRow& row : m_rows)
        if (row.id == id)
            row.refusal = sentence;
}

std::span<const std::string_view> saidColumns() {
    return columnsOfRecord;
}

void requireReview(const TextTable& rows) {
    if (rows.rows.empty())
        return;
    for (const std::string_view column : requiredColumns)
        if (!rows.findColumn(column))
            throw InputError(
                rows.file, 0, "",
                localText("thiếu cột '{}' của tệp mà 'terroir extract' ghi ra; hãy tạo lại "
                          "bằng 'terroir extract VĂN-BẢN -o {}' rồi ghi quyết định vào đó.",
                          "lacks the column '{}' of the files that 'terroir extract' writes; "
                          "make it again with 'terroir extract FILE -o {}', and write the "
                          "decisions into that.",
                          column, rows.file));
}

bool isTakenUnseen(const extract::ReviewCells& row, double confidence) {
    const auto own = parsePlainNumber(extract::cellOf(row, "confidence"));
    return extract::parseChoice(extract::cellOf(row, "decision")) == Choice::Open &&
           extract::cellOf(row, "change").empty() && extract::cellOf(row, "stands_in").empty() &&
           own && *own >= confidence;
}

TextTable readReviewFile(const std::filesystem::path& file) {
    const std::string content = readFile(file);
    const std::string name = file.filename().string();
    const std::size_t first = content.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && content[first] == '<')
        throw InputError(name, 0, "",
                         LocalText{"là trang để xem, không phải tệp quyết định; hãy mở trang, bấm "
                                   "'Lưu quyết định (CSV)' rồi đưa tệp ấy vào đây.",
                                   "is the page to look at and no file of decisions; open it, "
                                   "choose 'Save decisions (CSV)', and give that file here."});
    TextTable table = first != std::string::npos && content[first] == '{'
                          ? parseReviewJson(content, name)
                          : parseCsv(content, name);
    requireReview(table);
    return table;
}

TextTable tableOf(const std::vector<extract::ReviewCells>& rows, std::string file) {
    std::set<std::string, std::less<>> columns;
    for (const extract::ReviewCells& row : rows)
        for (const auto& [column, text] : row)
            columns.insert(column);
    TextTable table;
    table.file = std::move(file);
    table.header.assign(columns.begin(), columns.end());
    for (const extract::ReviewCells& row : rows) {
        TextRow texts;
        texts.line = table.rows.size() + 1;
        for (const std::string& column : table.header)
            texts.cells.emplace_back(extract::cellOf(row, column));
        table.rows.push_back(std::move(texts));
    }
    return table;
}

std::vector<ReviewRows> readReviewRows(const TextTable& table, const ApplyOptions& options,
                                       const gazetteer::Gazetteer& gazetteer) {
    std::vector<ReviewRows> documents;
    std::map<std::string, std::size_t, std::less<>> at; // by source
    std::set<std::string> ids;
    const TextTable joined = joinPoints(table, saidColumns());
    for (const TextRow& cells : joined.rows) {
        ReviewRow row;
        row.line = cells.line;
        for (std::size_t i = 0; i < table.header.size(); ++i)
            row.cells[table.header[i]] = asWritten(cells.cells[i]);
        row.id = row.cell("id");
        readDecision(row);
        if (row.id.empty() || row.cell("source").empty())
            throw InputError(
                table.file, row.line, row.id.empty() ? "id" : "source",
                LocalText{"ô này trống; hãy giữ nguyên các cột id và source mà 'terroir "
                          "extract' ghi ra.",
                          "this cell is empty; leave the columns id and source as "
                          "'terroir extract' wrote them."});
        if (options.allAbove && !row.refusal && isTakenUnseen(row.cells, *options.allAbove)) {
            row.choice = Choice::Accept;
            row.isUnseen = true;
        }
        if (row.choice == Choice::Accept) {
            readValues(row);
            readPlaces(row, gazetteer);
        }
        const bool isAgain = !ids.insert(fmt::format("{}\n{}", row.cell("source"), row.id)).second;
        if (isAgain)
            row.refusal =
                localText("Cột 'id': có hai dòng mang '{}' và ghi khác nhau; hãy sửa cho "
                          "giống nhau, hoặc bỏ một dòng.",
                          "Column 'id': two rows have '{}' and say different things; make "
                          "them say the same, or take one out.",
                          row.id);
        const auto [document, isNew] =
            at.try_emplace(std::string(row.cell("source")), documents.size());
        if (isNew)
            documents.emplace_back(sourceOf(row));
        if (isAgain)
            documents[document->second].refuse(row.id, *row.refusal);
        documents[document->second].add(std::move(row));
    }
    return documents;
}

} // namespace terroir::workspace
