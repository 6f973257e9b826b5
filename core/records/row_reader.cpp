#include "core/records/row_reader.hpp"

#include "core/base/local_text.hpp"
#include "core/records/check_values.hpp"
#include "core/records/measurements.hpp"
#include "core/records/period.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace terroir::records {

namespace {

std::optional<State> parseStateWord(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, State>, 12> words{
        {{"da thuc hien", State::Done},
         {"hoan thanh", State::Done},
         {"da hoan thanh", State::Done},
         {"dang thuc hien", State::Ongoing},
         {"dang trien khai", State::Ongoing},
         {"ke hoach", State::Planned},
         {"du kien", State::Planned},
         {"chua thuc hien", State::Planned},
         {"de xuat", State::Proposed},
         {"de nghi", State::Proposed},
         {"reported", State::Done},
         {"completed", State::Done}}};
    if (const auto state = parseState(text))
        return state;
    const std::string folded = text::fold(text);
    for (const auto& [word, state] : words)
        if (folded == word)
            return state;
    return std::nullopt;
}

} // namespace

RowReader::RowReader(const ColumnMap& columns, const ImportOptions& options, const Source& own,
                     const std::vector<Source>& sources, PlaceReader& places,
                     const gazetteer::Gazetteer& gazetteer)
    : m_columns(columns), m_options(options), m_own(own), m_sources(sources), m_places(places),
      m_gazetteer(gazetteer) {
    const auto count =
        std::count_if(measures().begin(), measures().end(),
                      [&](const auto& measure) { return columns.has(measure.field); });
    m_severalMeasures = count + (columns.has("value") ? 1 : 0) > 1;
}

ReadRow RowReader::read(const TableRow& row) {
    ReadRow result;
    Record base;
    readSource(row, base, result.verdict);
    readKind(row, base, result.verdict);
    readSubjects(row, base, result.verdict);
    readCategory(row, base, result.verdict);
    readState(row, base, result.verdict);
    readPeriod(row, base, result.verdict);
    readPlaces(row, base, result.verdict);
    readScope(row, base, result.verdict);
    base.group = m_columns.cell(row, "group");
    base.holder = m_columns.cell(row, "holder");
    base.line = m_columns.cell(row, "line");
    base.facts = m_columns.cell(row, "facts");
    base.note = m_columns.cell(row, "note");
    base.id = idOf(row, base);
    if (base.line.empty())
        base.line = std::to_string(row.line);
    addRecords(row, base, result);
    return result;
}

void RowReader::readSource(const TableRow& row, Record& record, Verdict& verdict) {
    const std::string id = m_columns.cell(row, "source");
    m_source = &m_own;
    record.source = m_own.id;
    if (id.empty() || id == m_own.id)
        return;
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [&](const Source& source) { return source.id == id; });
    if (found == m_sources.end()) {
        verdict.refuse(localText(
            "Không có nguồn '{}'; hãy để trống cột này, khi đó nguồn là chính bảng này.",
            "There is no source '{}'; leave the column empty, then this table is the source.", id));
        return;
    }
    m_source = &*found;
    record.source = found->id;
}

void RowReader::readKind(const TableRow& row, Record& record, Verdict& verdict) {
    const std::string cell = m_columns.cell(row, "kind");
    record.kind = cell.empty() ? m_options.kind : cell;
    if (findKind(record.kind))
        return;
    const std::string folded = text::fold(record.kind);
    std::vector<std::string> ids;
    for (const KindInfo& kind : kinds()) {
        if (folded == text::fold(kind.name.vi) || folded == text::fold(kind.name.en)) {
            record.kind = kind.id;
            return;
        }
        ids.push_back(kind.id);
    }
    verdict.refuse(localText("Không có loại bản ghi '{}'; {}.",
                             "There is no kind of records '{}'; {}.", record.kind,
                             fmt::format("{}", fmt::join(ids, ", "))));
}

void RowReader::readSubjects(const TableRow& row, Record& record, Verdict& verdict) {
    const std::string subject = m_columns.cell(row, "subject");
    const std::string variety = m_columns.cell(row, "variety");
    if (subject.empty() && variety.empty()) {
        verdict.refuse(
            localText("Thiếu đối tượng (cột '{}'); hãy ghi sản phẩm, cây trồng hoặc mô hình.",
                      "The subject is missing (column '{}'); write the product, crop or model.",
                      m_columns.header(m_columns.has("subject") ? "subject" : "variety")));
        return;
    }
    record.subjects = splitList(subject);
    if (record.subjects.empty()) {
        record.subjects = splitList(variety);
    } else if (!variety.empty()) {
        for (std::string& one : record.subjects)
            if (!text::fold(variety).starts_with(text::fold(one)))
                one += " " + variety;
            else
                one = variety;
    }
    record.subjectAsWritten = m_columns.cell(row, "subject_as_written");
    if (record.subjectAsWritten.empty())
        record.subjectAsWritten = subject.empty()   ? variety
                                  : variety.empty() ? subject
                                                    : subject + " " + variety;
}

void RowReader::readCategory(const TableRow& row, Record& record, Verdict& verdict) {
    record.category = m_columns.cell(row, "category");
    if (record.category.empty())
        return;
    if (const CategoryInfo* known = findCategory(record.kind, record.category))
        record.category = known->id;
    else
        verdict.remarks.push_back(localText(
            "Phân loại '{}' chưa có trong danh mục và được giữ như đã viết.",
            "The category '{}' is not a known one and is kept as written.", record.category));
}

void RowReader::readState(const TableRow& row, Record& record, Verdict& verdict) {
    const std::string cell = m_columns.cell(row, "status");
    if (cell.empty())
        return;
    if (const auto state = parseStateWord(cell))
        record.state = *state;
    else
        verdict.refuse(localText(
            "Không hiểu trạng thái '{}'; hãy dùng done, ongoing, planned hoặc proposed.",
            "The status '{}' is not known; use done, ongoing, planned or proposed.", cell));
}

void RowReader::readPeriod(const TableRow& row, Record& record, Verdict& verdict) {
    record.periodAsWritten = m_columns.cell(row, "period");
    record.period = m_source->covers;
    const std::string from = m_columns.cell(row, "from"), to = m_columns.cell(row, "to");
    const auto refuse = [&](const std::string& cell) {
        verdict.refuse(
            localText("'{}' không phải là ngày; hãy viết như 2022-04-15, 15/4/2022 hoặc 2022.",
                      "'{}' is not a date; write it like 2022-04-15, 15/4/2022 or 2022.", cell));
    };
    if (!from.empty() || !to.empty()) {
        const auto first = parsePeriod(from), last = parsePeriod(to);
        if (!from.empty() && !first)
            refuse(from);
        if (!to.empty() && !last)
            refuse(to);
        record.period = {first ? first->from : Date::beginning(), last ? last->to : Date::end()};
        if (record.periodAsWritten.empty())
            record.periodAsWritten = fmt::format("{} – {}", from, to);
    } else if (!isBlankCell(record.periodAsWritten)) {
        if (const auto period = parsePeriod(record.periodAsWritten))
            record.period = *period;
        else
            verdict.doubts.push_back(
                localText("Không hiểu thời gian '{}' nên không dùng; hãy viết như "
                          "2022, 15/4/2022 hoặc 2012-2022.",
                          "The period '{}' is not understood and not used; write it "
                          "like 2022, 2022-04-15 or 2012-2022.",
                          record.periodAsWritten));
    }
    // A table has the addresses of its own day, whatever days its rows speak of.
    const bool hasOwnDay = m_source == &m_own && !m_source->date.empty();
    record.lookupDate = lookupDate(hasOwnDay ? Period() : record.period, m_source->date);
}

void RowReader::readPlaces(const TableRow& row, Record& record, Verdict& verdict) {
    PlaceCells cells;
    const std::array<std::pair<std::string_view, std::string*>, 9> wanted{
        {{"place", &cells.place},
         {"place_level", &cells.level},
         {"place_role", &cells.role},
         {"within", &cells.within},
         {"province", &cells.province},
         {"district", &cells.district},
         {"commune", &cells.commune},
         {"name_place", &cells.namePlace},
         {"name_place_level", &cells.nameLevel}}};
    for (const auto& [field, cell] : wanted) {
        *cell = m_columns.cell(row, field);
        if (isBlankCell(*cell))
            cell->clear();
    }
    cells.territory = m_source->territory;
    cells.isOwnTable = m_source == &m_own;
    for (const std::string_view field : {"commune", "place", "district", "province"})
        if (m_columns.has(field)) {
            const std::string* cell =
                std::find_if(wanted.begin(), wanted.end(), [&](const auto& one) {
                    return one.first == field;
                })->second;
            if (cell->empty())
                cells.emptyColumn = m_columns.header(field);
            if (!cell->empty() || field != "commune" || !m_columns.has("place"))
                break;
        }
    for (const std::string* level : {&cells.level, &cells.nameLevel})
        if (!level->empty() && !parseLevelWord(*level))
            verdict.refuse(localText(
                "Không có cấp '{}'; hãy dùng province, district, commune hoặc village.",
                "There is no level '{}'; use province, district, commune or village.", *level));
    if (!cells.role.empty() && cells.role != "location" && cells.role != "coverage")
        verdict.refuse(localText("Không có vai trò '{}'; hãy dùng location hoặc coverage.",
                                 "There is no role '{}'; use location or coverage.", cells.role));
    if (!cells.saySomewhere()) {
        verdict.refuse(localText("Không ghi địa điểm nào; hãy ghi xã, huyện và tỉnh.",
                                 "No place is given; write the commune, district and province."));
        return;
    }
    if (verdict.refusal)
        return; // asking the geocoder would be for nothing
    ReadPlaces read = m_places.read(cells, record.lookupDate);
    record.places = std::move(read.places);
    std::move(read.doubts.begin(), read.doubts.end(), std::back_inserter(verdict.doubts));
    if (read.refusal)
        verdict.refuse(std::move(*read.refusal));
}

void RowReader::readScope(const TableRow& row, Record& record, Verdict& verdict) {
    const std::string cell = m_columns.cell(row, "scope");
    const auto places =
        std::count_if(record.places.begin(), record.places.end(),
                      [](const Place& place) { return place.role != PlaceRole::NameComponent; });
    // One number for several places or subjects cannot be split.
    record.scope = places > 1 || record.subjects.size() > 1 ? Scope::Shared : Scope::Own;
    if (cell.empty())
        return;
    if (const auto scope = parseScope(cell))
        record.scope = *scope;
    else
        verdict.refuse(localText(
            "Không có scope '{}'; hãy dùng own, part, aggregate, shared, repeat hoặc none.",
            "There is no scope '{}'; use own, part, aggregate, shared, repeat or none.", cell));
}

std::string RowReader::idOf(const TableRow& row, const Record& record) const {
    const std::string cell = m_columns.cell(row, "id");
    if (cell.empty())
        return fmt::format("{}-r{}", record.source, row.line);
    return cell.starts_with(record.source + "-") ? cell : record.source + "-" + cell;
}

Region RowReader::regionOf(const Record& record) const {
    std::set<Region> regions;
    for (const Place& place : record.places) {
        if (place.role == PlaceRole::NameComponent)
            continue;
        const gazetteer::UnitIndex unit = m_gazetteer.find(place.uid);
        if (unit == gazetteer::noUnit)
            return Region::Unknown;
        const auto province =
            m_gazetteer.ancestorAt(unit, gazetteer::Level::Province, record.lookupDate);
        regions.insert(province == gazetteer::noUnit
                           ? Region::Unknown
                           : regionOfProvince(m_gazetteer.unit(province).code));
    }
    return regions.size() == 1 ? *regions.begin() : Region::Unknown;
}

void RowReader::addRecords(const TableRow& row, const Record& base, ReadRow& result) {
    const auto values = readMeasurements(m_columns, row, base.kind, regionOf(base), result.verdict);
    for (const Measurement& value : values) {
        Record record = base;
        if (m_severalMeasures)
            record.id += "-" + value.indicator;
        record.indicator = value.indicator;
        record.value = value.value;
        record.valueMax = value.max;
        record.unit = value.unit;
        record.qualifier = value.qualifier;
        record.valueAsWritten = value.asWritten;
        if (auto odd = impossibleValue(record))
            result.verdict.doubts.push_back(std::move(*odd));
        else if (record.kind == "ocop" && value.indicator == "stars" && record.category.empty())
            record.category = fmt::format("{:.0f}", value.value);
        if (auto odd = areaBeyondPlaces(record, m_gazetteer))
            result.verdict.doubts.push_back(std::move(*odd));
        result.records.push_back(std::move(record));
    }
    if (values.empty()) {
        result.records.push_back(base);
        if (m_columns.cell(row, "scope").empty())
            result.records.back().scope = Scope::None;
    }
    for (const Record& record : result.records)
        if (!m_ids.insert(record.id).second)
            result.verdict.refuse(localText(
                "Mã '{}' đã có ở một dòng trên; mỗi dòng cần một mã riêng.",
                "The id '{}' stands in a row above already; each row needs its own.", record.id));
}

} // namespace terroir::records
