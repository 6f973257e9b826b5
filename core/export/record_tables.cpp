#include "core/export/code_lists.hpp"
#include "core/export/theme_tables.hpp"
#include "core/records/record_words.hpp"

#include <algorithm>
#include <set>

namespace terroir::exporting {

namespace {

std::vector<Column> recordColumns(bool english) {
    const auto column = [&](const char* name, const char* vi, const char* en,
                            ColumnType type = ColumnType::Text) {
        return Column{name, english ? en : vi, type};
    };
    const auto codes = [&](const char* name, const char* vi, const char* en,
                           CodeList (*listIn)(Language)) {
        return Column{name, english ? en : vi, ColumnType::Text,
                      listIn(english ? Language::English : Language::Vietnamese)};
    };
    return {column("id", "Mã bản ghi", "Record"),
            codes("kind", "Loại", "Kind", kindList),
            column("subject", "Đối tượng", "Subject"),
            column("subject_as_written", "Đối tượng như trong nguồn", "Subject as written"),
            codes("category", "Nhóm", "Category", categoryList),
            codes("indicator", "Chỉ tiêu", "Indicator", indicatorList),
            column("value", "Giá trị", "Value", ColumnType::Real),
            column("value_max", "Giá trị lớn nhất", "Greatest value", ColumnType::Real),
            column("unit", "Đơn vị tính", "Unit of measure"),
            codes("qualifier", "Mức chính xác", "Qualifier", qualifierList),
            column("value_as_written", "Giá trị như trong nguồn", "Value as written"),
            codes("scope", "Phạm vi", "Scope", scopeList),
            column("group_id", "Nhóm số liệu", "Group of figures"),
            codes("status", "Tình trạng", "Status", stateList),
            column("period", "Thời kỳ", "Period"),
            column("valid_from", "Từ ngày", "From"),
            column("valid_to", "Trước ngày", "Before"),
            column("holder", "Chủ thể", "Holder"),
            column("place", "Địa danh như trong nguồn", "Place as written"),
            codes("place_role", "Vai trò địa danh", "Role of the place", placeRoleList),
            codes("place_status", "Kết quả định vị", "Resolution", placeStatusList),
            column("place_unit", "Đơn vị hành chính", "Unit"),
            column("source", "Nguồn", "Source"),
            column("line", "Dòng trong nguồn", "Line of the source"),
            column("facts", "Mã dữ kiện", "Facts"),
            column("note", "Ghi chú", "Note"),
            column("details", "Chi tiết", "Details")};
}

/// "mã số được cấp: LCH-0417; thị trường: xuất khẩu".
std::string detailsOf(const records::Record& record, Language language) {
    const records::RecordWords words(language);
    std::vector<std::string> texts;
    for (const records::Detail& detail : record.details)
        texts.push_back(words.detail(detail) + ": " + detail.text);
    return joinTexts(texts);
}

/// What is known of the places of a record, one text per column, and the points of their units.
struct PlaceCells {
    std::vector<std::string> texts, roles, statuses, units;
    std::vector<geometry::Point> points;
};

PlaceCells placesOf(const records::Record& record, const gazetteer::Gazetteer& gazetteer) {
    PlaceCells out;
    std::set<std::string> seen;
    for (const records::Place& place : record.places) {
        out.texts.push_back(place.text);
        out.roles.emplace_back(toString(place.role));
        out.statuses.emplace_back(toString(place.status));
        const gazetteer::UnitIndex unit =
            place.uid.empty() ? gazetteer::noUnit : gazetteer.find(place.uid);
        if (unit == gazetteer::noUnit)
            continue;
        out.units.push_back(gazetteer.unit(unit).fullName());
        const auto& point = gazetteer.unit(unit).point;
        const bool isLocation = place.role != records::PlaceRole::NameComponent;
        if (isLocation && point && seen.insert(place.uid).second)
            out.points.push_back({point->lon, point->lat});
    }
    return out;
}

} // namespace

LayerTable emptyRecordTable(Language language) {
    const bool english = language == Language::English;
    LayerTable table;
    table.name = "records";
    table.title = english ? "Records" : "Bản ghi";
    table.geometry = GeometryType::SeveralPoints;
    table.columns = recordColumns(english);
    return table;
}

std::vector<LayerRow> recordRows(const gazetteer::Gazetteer& gazetteer,
                                 std::span<const records::Record* const> records,
                                 Language language) {
    std::vector<LayerRow> rows;
    rows.reserve(records.size());
    for (const records::Record* one : records) {
        const records::Record& record = *one;
        PlaceCells places = placesOf(record, gazetteer);
        LayerRow row;
        row.cells = {record.id,
                     record.kind,
                     textOrNone(joinTexts(record.subjects)),
                     textOrNone(record.subjectAsWritten),
                     textOrNone(record.category),
                     textOrNone(record.indicator),
                     valueOf(record.value),
                     valueOf(record.valueMax),
                     textOrNone(record.unit),
                     textOrNone(std::string(toString(record.qualifier))),
                     textOrNone(record.valueAsWritten),
                     std::string(toString(record.scope)),
                     textOrNone(record.group),
                     std::string(toString(record.state)),
                     textOrNone(record.periodAsWritten),
                     textOrNone(record.period.from.toString()),
                     textOrNone(record.period.to.toString()),
                     textOrNone(record.holder),
                     textOrNone(joinTexts(places.texts)),
                     textOrNone(joinTexts(places.roles)),
                     textOrNone(joinTexts(places.statuses)),
                     textOrNone(joinTexts(places.units)),
                     textOrNone(record.source),
                     textOrNone(record.line),
                     textOrNone(record.facts),
                     textOrNone(record.note),
                     textOrNone(detailsOf(record, language))};
        row.points = std::move(places.points);
        rows.push_back(std::move(row));
    }
    return rows;
}

LayerTable sourceTable(std::span<const records::Source> sources, Language language) {
    const bool english = language == Language::English;
    const auto column = [&](const char* name, const char* vi, const char* en) {
        return Column{name, english ? en : vi};
    };
    LayerTable table;
    table.name = "sources";
    table.title = english ? "Sources" : "Nguồn tài liệu";
    table.columns = {column("id", "Mã nguồn", "Source"),
                     column("title", "Tên tài liệu", "Title"),
                     column("issuer", "Cơ quan ban hành", "Issuer"),
                     column("number", "Số ký hiệu", "Number"),
                     column("date", "Ngày", "Date"),
                     column("territory", "Địa bàn", "Territory")};
    for (const records::Source& source : sources)
        table.rows.push_back(
            {{source.id, textOrNone(source.title), textOrNone(source.issuer),
              textOrNone(source.number), textOrNone(source.date), textOrNone(source.territory)},
             {},
             {}});
    return table;
}

} // namespace terroir::exporting
