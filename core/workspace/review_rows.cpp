#include "core/workspace/review_rows.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/sha256.hpp"
#include "core/base/strings.hpp"
#include "core/records/place_text.hpp"

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
constexpr std::array<std::string_view, 22> saidColumns{
    "kind",   "subject",   "category", "indicator",   "value",       "value_max",
    "unit",   "qualifier", "scope",    "value_scope", "group",       "status",
    "period", "holder",    "note",     "place_codes", "place_names", "place_role",
    "as_of",  "line",      "start",    "end"};

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

bool isTakenUnseen(const ReviewRow& row, const ApplyOptions& options) {
    const auto confidence = parsePlainNumber(row.cell("confidence"));
    return options.allAbove && !row.refusal && row.choice == Choice::Open &&
           row.change == extract::Change::None && row.cell("stands_in").empty() && confidence &&
           *confidence >= *options.allAbove;
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
                : LocalText{"Cột 'place_names' trống; hãy ghi xã, huyện hoặc tỉnh.",
                            "Column 'place_names' is empty; write a commune, district or "
                            "province."};
        return;
    }
    const std::vector<std::string> listed = records::splitList(names);
    for (const std::string& code : codesIn(row.cell("place_codes"))) {
        const gazetteer::UnitIndex unit = gazetteer.findCode(code, *day);
        if (unit == gazetteer::noUnit && !listed.empty())
            continue;
        const std::string name =
            unit == gazetteer::noUnit ? std::string() : gazetteer.describe(unit, *day);
        if (unit == gazetteer::noUnit) {
            row.refusal = localText("Cột 'place_codes': không có đơn vị mã '{}'; hãy ghi tên vào "
                                    "place_names.",
                                    "Column 'place_codes': there is no unit of the code '{}'; "
                                    "write its name into place_names.",
                                    code);
        } else if (listed.empty()) {
            names += (names.empty() ? "" : "; ") + name;
        } else if (std::find(listed.begin(), listed.end(), name) == listed.end()) {
            row.refusal = localText(
                "Cột 'place_codes': mã {} là {}, còn place_names ghi '{}'; hãy sửa một cột và để "
                "trống cột kia.",
                "Column 'place_codes': {} is {}, and place_names says '{}'; mend one of the two "
                "and leave the other empty.",
                code, name, names);
        }
    }
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
        {"facts", fmt::format("{}-{}", row.cell("start"), row.cell("end"))}};
    for (const std::string_view same :
         {"kind", "subject", "category", "indicator", "value", "value_max", "unit", "as_of", "line",
          "period", "holder", "note"})
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
    const Date day = *parseDate(row.cell("as_of"));
    for (const std::string& code : codesIn(row.cell("place_codes"))) {
        const gazetteer::UnitIndex unit = workspace.gazetteer().findCode(code, day);
        if (unit == gazetteer::noUnit)
            continue;
        geocode::Query query;
        query.text = workspace.gazetteer().describe(unit, day);
        query.asOf = day;
        if (workspace.geocoder().resolve(query).unit() != unit)
            corrections.places[query.text] = workspace.gazetteer().unit(unit).uid;
    }
}

} // namespace

std::string_view ReviewRow::cell(std::string_view column) const {
    const auto found = cells.find(column);
    return found == cells.end() ? std::string_view() : found->second;
}

std::string ReviewRow::hash() const {
    std::string all;
    for (const std::string_view column : saidColumns)
        all += std::string(cell(column)) + '\n';
    return shortHash(all);
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
    if (!table.rows.empty())
        for (const std::string_view column : requiredColumns)
            if (!table.findColumn(column))
                throw InputError(
                    name, 0, "",
                    localText("thiếu cột '{}' của tệp mà 'terroir extract' ghi ra; hãy tạo lại "
                              "bằng 'terroir extract VĂN-BẢN -o {}' rồi ghi quyết định vào đó.",
                              "lacks the column '{}' of the files that 'terroir extract' writes; "
                              "make it again with 'terroir extract FILE -o {}', and write the "
                              "decisions into that.",
                              column, name));
    return table;
}

std::vector<ReviewRows> readReviewRows(const TextTable& table, const ApplyOptions& options,
                                       const gazetteer::Gazetteer& gazetteer) {
    std::vector<ReviewRows> documents;
    std::map<std::string, std::size_t, std::less<>> at; // by source
    std::set<std::string> ids;
    for (const TextRow& cells : table.rows) {
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
        if (isTakenUnseen(row, options)) {
            row.choice = Choice::Accept;
            row.isUnseen = true;
        }
        if (row.choice == Choice::Accept) {
            readValues(row);
            readPlaces(row, gazetteer);
        }
        if (!ids.insert(fmt::format("{}\n{}", row.cell("source"), row.id)).second)
            row.refusal = localText("Cột 'id': '{}' đã có ở một dòng trên; hãy bỏ một dòng.",
                                    "Column 'id': '{}' stands in a row above already; take one of "
                                    "the two out.",
                                    row.id);
        const auto [document, isNew] =
            at.try_emplace(std::string(row.cell("source")), documents.size());
        if (isNew)
            documents.emplace_back(sourceOf(row));
        documents[document->second].add(std::move(row));
    }
    return documents;
}

} // namespace terroir::workspace
