#include "core/records/row_reader.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/records/check_values.hpp"
#include "core/records/fields.hpp"
#include "core/records/measurements.hpp"
#include "core/records/period.hpp"
#include "core/records/row_details.hpp"
#include "core/records/state_words.hpp"
#include "core/records/subject_list.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <set>

namespace terroir::records {

namespace {

/// A row of a list of marks, indications or tasks is one of them, which a list without a column of
/// numbers need not say. False for other kinds.
bool countAsOne(Record& record, const ColumnMap& columns) {
    constexpr std::array kinds{"title", "geographical_indication", "st_task"};
    if (record.subjects.empty() || columns.has("value") ||
        std::any_of(measures().begin(), measures().end(),
                    [&](const MeasureInfo& measure) { return columns.has(measure.field); }) ||
        std::find(kinds.begin(), kinds.end(), record.kind) == kinds.end())
        return false;
    const CountIndicator one = countIndicator(record.kind, {});
    record.indicator = one.indicator;
    record.unit = one.unit;
    record.value = 1;
    record.qualifier = Qualifier::Implied;
    if (record.category.empty() && record.kind != "geographical_indication")
        record.category = "unstated";
    return true;
}

bool hasWord(std::string_view text, std::string_view words) {
    return text::fold(text).find(text::fold(words)) != std::string::npos;
}

} // namespace

RowReader::RowReader(const ColumnMap& columns, const ImportOptions& options, const Source& own,
                     const std::vector<Source>& sources, PlaceReader& places,
                     const gazetteer::Gazetteer& gazetteer, Accuracy accuracy)
    : m_columns(columns), m_options(options), m_own(own), m_sources(sources), m_places(places),
      m_gazetteer(gazetteer), m_accuracy(accuracy), m_isFormerCommune(saysFormerUnits(columns.header("commune"))),
      m_isFormerDistrict(saysFormerUnits(columns.header("district"))) {
    const auto count =
        std::count_if(measures().begin(), measures().end(),
                      [&](const auto& measure) { return columns.has(measure.field); });
    m_severalMeasures = count + (columns.has("value") ? 1 : 0) > 1;
}

ReadRow RowReader::read(const TextRow& row, const std::shared_ptr<const sheets::Ground>& ground) {
    ReadRow result;
    Record base;
    readSource(row, base, result.verdict);
    readKind(row, base, result.verdict);
    readSubjects(row, base, result.verdict);
    readCategory(row, base, result.verdict);
    readDetails(m_columns, row, base);
    keepCorrected(row, base, result.verdict);
    readState(row, base, result.verdict);
    readPeriod(row, base, result.verdict);
    readPlaces(row, ground, base, result.verdict);
    readScope(row, base, result.verdict);
    base.group = m_columns.cell(row, "group");
    base.holder = m_columns.cell(row, "holder");
    base.line = m_columns.cell(row, "line");
    base.facts = m_columns.cell(row, "facts");
    base.note = m_columns.cell(row, "note");
    // Whoever reads the note alone must not take it for one in force.
    if (const std::string words = detail(base, "status_as_written");
        base.state == State::Withdrawn && !words.empty() && !hasWord(base.note, words))
        base.note = base.note.empty() ? words : words + "; " + base.note;
    base.id = idOf(row, base);
    if (base.line.empty())
        base.line = std::to_string(row.line);
    addRecords(row, base, result);
    return result;
}

/// What the file says stays with the record.
void RowReader::keepCorrected(const TextRow& row, Record& record, Verdict& verdict) const {
    for (const RowCell& cell : m_columns.corrected(row)) {
        const std::string& name = cell.header.empty() ? cell.field : cell.header;
        record.details.push_back(
            {"corrected", fmt::format("{}: '{}' → '{}'", name, cell.written, cell.text)});
        if (isBlankCell(cell.text)) {
            verdict.doubts.push_back(localText(
                "'{}' đã được xóa trống; trong tệp ghi '{}'; hãy xem lại dòng này.",
                "'{}' was emptied; the file says '{}'; check this row.", name, cell.written));
            continue;
        }
        verdict.remarks.push_back(
            cell.written.empty()
                ? localText("'{}' đã được điền '{}'; trong tệp để trống.",
                            "'{}' was filled in with '{}'; it is empty in the file.", name,
                            cell.text)
                : localText("'{}' đã được sửa thành '{}'; trong tệp ghi '{}'.",
                            "'{}' was put right to '{}'; the file says '{}'.", name, cell.text,
                            cell.written));
    }
}

void RowReader::readSource(const TextRow& row, Record& record, Verdict& verdict) {
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

void RowReader::readKind(const TextRow& row, Record& record, Verdict& verdict) {
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

void RowReader::readSubjects(const TextRow& row, Record& record, Verdict& verdict) {
    const std::string subject = m_columns.cell(row, "subject");
    const std::string variety = m_columns.cell(row, "variety");
    if (subject.empty() && variety.empty()) {
        verdict.refuse(
            localText("Thiếu đối tượng (cột '{}'); hãy ghi sản phẩm, cây trồng hoặc mô hình.",
                      "The subject is missing (column '{}'); write the product, crop or model.",
                      m_columns.header(m_columns.has("subject") ? "subject" : "variety")));
        return;
    }
    record.subjects = splitThings(record.kind, splitList(subject));
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

void RowReader::readCategory(const TextRow& row, Record& record, Verdict& verdict) {
    record.category = m_columns.cell(row, "category");
    if (isBlankCell(record.category))
        record.category.clear();
    if (record.category.empty())
        return;
    if (const std::string kind = kindOfCategory(record.kind, record.category); !kind.empty()) {
        verdict.remarks.push_back(
            localText("'{}' thuộc loại bản ghi '{}' nên dòng này được ghi vào loại đó.",
                      "'{}' is of the kind '{}', so this row goes there.", record.category, kind));
        record.kind = kind;
    }
    if (const CategoryInfo* known = findCategory(record.kind, record.category))
        record.category = known->id;
    else if (record.kind == "certification" && text::fold(record.category).find("ocop") == 0)
        verdict.doubts.push_back(localText(
            "'{}' là hạng của sản phẩm, không phải chứng nhận; hãy nhập dòng này với loại ocop.",
            "'{}' is the rating of a product and no certification; import this row as ocop.",
            record.category));
    else
        verdict.remarks.push_back(localText(
            "Phân loại '{}' chưa có trong danh mục và được giữ như đã viết.",
            "The category '{}' is not a known one and is kept as written.", record.category));
}

void RowReader::readState(const TextRow& row, Record& record, Verdict& verdict) {
    const std::string cell = m_columns.cell(row, "status");
    if (isBlankCell(cell)) {
        // "Chờ cấp" stands where the number or the day will be, "Chưa nghiệm thu" is a result.
        for (const std::string_view field :
             {"certificate_no", "issued", "decision", "code", "result"})
            if (const auto state = parseStateWords(detail(record, field));
                state && *state != State::Done)
                return takeState(*state, detail(record, field), record, verdict);
        // "Đơn số 4-2023-12345" is the number of an application.
        if (const std::string number = detail(record, "certificate_no");
            text::fold(number).starts_with("don "))
            return takeState(State::Proposed, number, record, verdict);
        for (const std::string_view field : {"certificate_no", "code"})
            if (const std::string text = detail(record, field);
                isGranted(record.kind) && !isBlankCell(text) &&
                std::none_of(text.begin(), text.end(), isDigit))
                verdict.doubts.push_back(
                    localText("Cột '{}' ghi '{}' thay cho một số; hãy xem đã được cấp chưa.",
                              "The column '{}' says '{}' instead of a number; check whether it "
                              "was granted yet.",
                              m_columns.header(field), text));
        // "Đang thẩm định" among the notes of a title that has neither number nor day.
        const bool isTitle = record.kind == "title" || record.kind == "geographical_indication";
        const std::string note = m_columns.cell(row, "note");
        if (isTitle && isBlankCell(detail(record, "certificate_no")) &&
            isBlankCell(m_columns.cell(row, "period")))
            if (const auto state = parseStateWords(note); state && *state != State::Done)
                takeState(*state, note, record, verdict);
        return;
    }
    const auto state = parseStateWords(cell);
    if (!state) {
        record.details.push_back({"status_as_written", cell});
        verdict.doubts.push_back(localText(
            "Không hiểu trạng thái '{}' nên được hiểu là đã thực hiện; hãy dùng done, ongoing, "
            "planned, proposed hoặc withdrawn.",
            "The status '{}' is not known and taken as done; use done, ongoing, planned, proposed "
            "or withdrawn.",
            cell));
        return;
    }
    if (parseState(cell))
        record.state = *state;
    else
        takeState(*state, cell, record, verdict);
}

/// A state in words stays beside it; what is not in force is not counted, which is said.
void RowReader::takeState(State state, const std::string& words, Record& record, Verdict& verdict) {
    record.state = state;
    record.details.push_back({"status_as_written", words});
    if (state == State::Withdrawn)
        verdict.remarks.push_back(localText(
            "'{}': được giữ với trạng thái 'withdrawn' và không tính vào số đang có hiệu lực.",
            "'{}': kept as 'withdrawn' and not counted among those in force.", words));
    else if (state == State::Planned)
        verdict.remarks.push_back(localText(
            "'{}': được giữ với trạng thái 'planned' và không tính vào số đã có.",
            "'{}': kept as 'planned' and not counted among those that are there.", words));
    else if (state == State::Proposed)
        verdict.remarks.push_back(localText(
            "'{}': được giữ với trạng thái 'proposed' và không tính vào số đã có.",
            "'{}': kept as 'proposed' and not counted among those that are there.", words));
}

void RowReader::readPeriod(const TextRow& row, Record& record, Verdict& verdict) {
    record.periodAsWritten = m_columns.cell(row, "period");
    record.period = m_source->covers;
    const std::string from = m_columns.cell(row, "from"), to = m_columns.cell(row, "to");
    if (!isBlankCell(from) || !isBlankCell(to)) {
        const auto first = readDay(from, record, verdict), last = readDay(to, record, verdict);
        record.period = {first ? first->from : Date::beginning(), last ? last->to : Date::end()};
        if (record.periodAsWritten.empty())
            record.periodAsWritten = fmt::format("{} – {}", from, to);
    } else if (!isBlankCell(record.periodAsWritten)) {
        readPeriodCell(record, verdict);
    } else if (const auto day = decisionDay(record); day && isGranted(record.kind)) {
        record.period = *day;
        record.periodAsWritten = detail(record, "decision_date");
        if (record.periodAsWritten.empty())
            record.periodAsWritten = detail(record, "issued");
        if (record.periodAsWritten.empty())
            record.periodAsWritten = detail(record, "certificate_no");
    }
    if (m_source == &m_own)
        if (auto odd = unlikelyPeriod(record, Date::today()))
            verdict.doubts.push_back(std::move(*odd));
    // A table has the addresses of its own day, whatever days its rows speak of.
    const bool hasOwnDay = m_source == &m_own && !m_source->date.empty();
    record.lookupDate = lookupDate(hasOwnDay ? Period() : record.period, m_source->date);
    if (m_source->date.empty())
        record.lookupDate = m_places.dayWithin(m_source->territory, record.lookupDate);
    const auto ofSource = hasOwnDay ? parsePeriod(m_source->date) : std::nullopt;
    m_earliestDay = std::min(ofSource ? ofSource->from : record.period.from, record.lookupDate);
    if (const std::string day = m_columns.cell(row, "as_of"); !day.empty())
        if (const auto units = readDay(day, record, verdict)) {
            record.lookupDate = dayBefore(units->to);
            m_earliestDay = std::min(units->from, record.lookupDate);
        }
}

RowReader::PeriodText RowReader::periodText(std::string_view cell) {
    // "Đã nộp đơn 4-2024-30118" holds a number of an application and no year.
    if (text::fold(cell).find("don") != std::string::npos &&
        parseStateWords(cell) == State::Proposed)
        return {};
    return {parsePeriod(cell), hasShortYear(cell)};
}

void RowReader::readPeriodCell(Record& record, Verdict& verdict) {
    const std::string& cell = record.periodAsWritten;
    if (const auto& [period, isShort] = m_periods.of(cell, periodText); period) {
        record.period = *period;
        if (isShort)
            verdict.remarks.push_back(localText("'{}' được hiểu là năm {}.",
                                                "'{}' was taken as the year {}.", cell,
                                                period->from.year()));
    } else if (isOutsideCalendar(cell)) {
        verdict.refuse(dayRefusal(cell));
    } else if (const auto state = parseStateWords(cell)) {
        if (record.state == State::Done)
            takeState(*state, cell, record, verdict);
    } else {
        verdict.doubts.push_back(localText("Không hiểu thời gian '{}' nên không dùng; hãy viết như "
                                           "2022, 15/4/2022 hoặc 2012-2022.",
                                           "The period '{}' is not understood and not used; write "
                                           "it like 2022, 2022-04-15 or 2012-2022.",
                                           cell));
    }
}

/// An end of a period in a column of its own. "Nay" and "chờ cấp" leave it open.
std::optional<Period> RowReader::readDay(const std::string& cell, Record& record,
                                         Verdict& verdict) {
    if (isBlankCell(cell) || text::fold(cell) == "nay" || text::fold(cell) == "den nay")
        return std::nullopt;
    const auto period = parsePeriod(cell);
    if (period)
        return period;
    if (const auto state = parseStateWords(cell))
        takeState(*state, cell, record, verdict);
    else
        verdict.refuse(dayRefusal(cell));
    return std::nullopt;
}

void RowReader::readPlaces(const TextRow& row, const std::shared_ptr<const sheets::Ground>& ground,
                           Record& record, Verdict& verdict) {
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
    cells.groups = splitList(m_columns.cell(row, "groups"));
    cells.hasGroups = m_columns.has("groups");
    cells.isFormerCommune = m_isFormerCommune;
    cells.isFormerDistrict = m_isFormerDistrict;
    cells.former = m_columns.cell(row, "former_place");
    cells.ground = ground;
    const bool hasPlaceColumn =
        m_columns.isForAllRows("place") || m_columns.isForAllRows("commune") ||
        m_columns.isForAllRows("district") || m_columns.isForAllRows("province");
    const bool isEmpty = cells.place.empty() && cells.commune.empty() && cells.district.empty() &&
                         cells.province.empty();
    if ((!hasPlaceColumn && record.kind == "model") || (isEmpty && record.kind == "st_task"))
        cells.title = m_columns.cell(row, "subject");
    cells.isOwnTable = m_source == &m_own;
    cells.earliestDay = m_earliestDay;
    for (const std::string_view field : {"commune", "place", "district", "province"})
        if (m_columns.has(field)) {
            const std::string* cell =
                std::find_if(wanted.begin(), wanted.end(), [&](const auto& one) {
                    return one.first == field;
                })->second;
            if (cell->empty() && !(m_options.emptyMeansWhole && !isEmpty))
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
    verdict.add(std::move(read));
    if (ground)
        takeGround(*ground, record, verdict);
}

/// A row of a layer of units has the shape of its unit.
void RowReader::takeGround(const sheets::Ground& ground, Record& record, Verdict& verdict) {
    if (!ground.polygons.empty() && record.places.size() == 1) {
        constexpr double alike = 0.2;
        const gazetteer::UnitIndex unit = m_gazetteer.find(record.places.front().uid);
        const auto area = unit == gazetteer::noUnit ? std::nullopt : m_gazetteer.unit(unit).areaKm2;
        if (area && std::abs(groundHectares(ground) / 100 - *area) < alike * *area) {
            ++m_wholeUnits;
            return;
        }
    }
    bool isRepaired = false;
    try {
        record.ground = std::make_shared<const RecordGround>(
            RecordGround{geometry::soundGround(ground, isRepaired), m_accuracy, {}});
    } catch (const InputError& error) {
        verdict.doubts.push_back(localText("Không giữ được hình của dòng này: {}",
                                           "The shape of this row is not kept: {}", error.text()));
    }
    if (isRepaired)
        verdict.remarks.push_back(LocalText{"Vùng của dòng này tự cắt nên đã được sửa; hãy xem lại.",
                                            "The zone of this row crossed itself and was mended; "
                                            "look at it."});
}

void RowReader::readScope(const TextRow& row, Record& record, Verdict& verdict) {
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

std::string RowReader::idOf(const TextRow& row, const Record& record) const {
    const std::string cell = m_columns.cell(row, "id");
    if (isBlankCell(cell)) // "-": it has no number yet
        return fmt::format("{}{}-r{}{}", record.source,
                           m_options.idPart.empty() ? "" : "-" + m_options.idPart, row.line,
                           row.part.empty() ? "" : "-" + row.part);
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

void RowReader::addRecords(const TextRow& row, Record& base, ReadRow& result) {
    const RowValues found =
        readMeasurements(m_columns, row, base.kind, regionOf(base), m_unitAbove, result.verdict);
    const std::vector<Measurement>& values = found.values;
    base.details.insert(base.details.end(), found.texts.begin(), found.texts.end());
    if (found.isHoped && base.state == State::Done)
        base.state = State::Proposed;
    sayComputedEnd(base, result.verdict);
    for (const Measurement& value : values) {
        Record record = &value == &values.back() ? std::move(base) : base;
        if (m_severalMeasures || values.size() > 1)
            record.id += "-" + value.indicator;
        // Two columns may say the same of it: areas of two times.
        const auto same = std::count_if(values.data(), &value, [&](const Measurement& one) {
            return one.indicator == value.indicator;
        });
        if (same > 0)
            record.id += "-" + std::to_string(same + 1);
        record.indicator = value.indicator;
        record.value = value.value;
        record.valueMax = value.max;
        record.unit = value.unit;
        record.qualifier = value.qualifier;
        record.valueAsWritten = value.asWritten;
        const bool isDoubted = record.value && *record.value < 0; // by readValueCell()
        if (auto odd = isDoubted ? std::nullopt : impossibleValue(record))
            result.verdict.doubts.push_back(std::move(*odd));
        else if (record.kind == "ocop" && value.indicator == "stars" && record.category.empty())
            record.category = fmt::format("{:.0f}", value.value);
        if (auto odd = areaBeyondPlaces(record, m_gazetteer))
            result.verdict.doubts.push_back(std::move(*odd));
        result.records.push_back(std::move(record));
    }
    if (values.empty()) {
        result.records.push_back(std::move(base));
        if (m_columns.cell(row, "scope").empty() && !countAsOne(result.records.back(), m_columns))
            result.records.back().scope = Scope::None;
    }
    for (const Record& record : result.records) {
        const std::size_t before = m_ids.interned();
        m_ids.intern(record.id);
        if (m_ids.interned() == before)
            result.verdict.refuse(localText(
                "Mã '{}' đã có ở một dòng trên; mỗi dòng cần một mã riêng.",
                "The id '{}' stands in a row above already; each row needs its own.", record.id));
    }
}

} // namespace terroir::records
