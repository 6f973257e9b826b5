#include "core/records/import.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/base/remembered.hpp"
#include "core/records/identical_rows.hpp"
#include "core/records/row_reader.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <iterator>

namespace terroir::records {

namespace {

/// "Khảo nghiệm lúa 2024" gives "khao-nghiem-lua-2024".
std::string slug(std::string_view title) {
    std::string out;
    for (const char c : text::fold(title)) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (out.ends_with('-'))
        out.pop_back();
    return out.empty() ? "table" : out;
}

void checkKind(const ImportOptions& options, const ColumnMap& columns) {
    if (findKind(options.kind) || (options.kind.empty() && columns.has("kind")))
        return;
    std::vector<std::string> ids;
    for (const KindInfo& kind : kinds())
        ids.push_back(kind.id);
    throw InputError(unknownWord(
        localText("Không có loại bản ghi '{}'.", "There is no kind of records '{}'.", options.kind),
        options.kind, localText("Các loại là", "The kinds are"), ids));
}

/// The header that a person may have meant for one of the fields; names as fields() folds them.
LocalText nearestHeader(const TextTable& table, const std::vector<std::string>& wanted) {
    for (const FieldInfo& field : fields()) {
        if (std::find(wanted.begin(), wanted.end(), field.field) == wanted.end())
            continue;
        std::vector<std::string> names = field.columns;
        names.push_back(field.field);
        for (const std::string& header : table.header)
            if (const std::string near = nearest(text::fold(header), names); !near.empty())
                return localText("Có phải là cột '{}'? Nếu đúng, hãy chọn cột ấy cho trường {}. ",
                                 "Is it '{}'? Then choose it for the field {}. ", header,
                                 field.field);
    }
    return {};
}

void requireOneOf(const TextTable& table, const ColumnMap& columns, const LocalText& what,
                  const std::vector<std::string>& wanted) {
    for (const std::string& field : wanted)
        if (columns.has(field))
            return;
    throw InputError(table.file, 0, "",
                     localText("không có cột nào ghi {}. {}Các cột là: {}; 'terroir formats' liệt "
                               "kê các tên cột được hiểu.",
                               "no column says {}. {}The columns are: {}; 'terroir formats' lists "
                               "the names that are understood.",
                               what, nearestHeader(table, wanted), fmt::join(table.header, ", ")));
}

LocalText sentenceOf(const Verdict& verdict) {
    if (verdict.refusal)
        return *verdict.refusal;
    LocalText out;
    for (const auto* list : {&verdict.doubts, &verdict.remarks})
        for (const LocalText& one : *list)
            out = out == LocalText() ? one : localText("{} {}", "{} {}", out, one);
    return out;
}

RowReport reportOf(RowName name, const ReadRow& read) {
    RowReport report;
    report.row = name.line;
    report.sheet = std::move(name.sheet);
    report.part = std::move(name.part);
    report.sentence = sentenceOf(read.verdict);
    if (read.verdict.refusal) {
        report.outcome = RowOutcome::Refused;
        return report;
    }
    report.outcome = read.verdict.doubts.empty() ? RowOutcome::Accepted : RowOutcome::Doubtful;
    for (const Record& record : read.records)
        report.record += (report.record.empty() ? "" : "; ") + record.id;
    return report;
}

void reportTable(const ColumnMap& columns, ImportReport& report) {
    const auto add = [&](RowOutcome outcome, LocalText sentence) {
        report.rows.push_back({0, outcome, {}, std::move(sentence)});
    };
    if (!columns.unknown().empty()) {
        const std::string names = fmt::format("{}", fmt::join(columns.unknown(), ", "));
        add(RowOutcome::Doubtful,
            localText("Các cột không được dùng: {}. Nếu cần, hãy chọn trường cho chúng.",
                      "Columns that are not used: {}. Choose a field for them where needed.",
                      names));
    }
    if (columns.has("area") && !columns.header("area").empty() &&
        columns.unitInHeader("area").empty() && !columns.has("unit"))
        add(RowOutcome::Accepted,
            localText("Cột '{}' không ghi đơn vị; số không kèm đơn vị được hiểu là ha.",
                      "The column '{}' names no unit; numbers without one are taken as ha.",
                      columns.header("area")));
}

} // namespace

std::size_t ImportReport::count(RowOutcome outcome) const {
    return std::size_t(std::count_if(rows.begin(), rows.end(), [&](const RowReport& row) {
        return row.row != 0 && row.outcome == outcome;
    }));
}

Source tableSource(const TextTable& table, Source given) {
    if (given.title.empty())
        given.title = std::filesystem::path(table.file).stem().string();
    if (given.id.empty())
        given.id = slug(given.title);
    return given;
}

namespace {

bool isTotalSubject(std::string_view written) {
    const std::string subject = text::fold(written);
    return subject == "tong" || subject == "cong" || subject.starts_with("tong cong") ||
           subject.starts_with("tong so") || subject == "total" ||
           subject.starts_with("grand total");
}

/// A total under the rows of a table says again what they say: it stays, and is never counted.
class Totals {
public:
    /// Keeps the record back when it may be one, for the row of the report.
    bool takes(Record& record, std::size_t row) {
        if (!record.value)
            return false;
        if (record.subjects.size() == 1 && m_isTotal.of(record.subjects.front(), isTotalSubject)) {
            m_totals.push_back({std::move(record), row});
            return true;
        }
        Sum& sum = m_sums[record.indicator];
        sum.value += *record.value;
        ++sum.rows;
        return false;
    }

    /// Those that were kept back, set aside where there are rows that they sum up.
    std::vector<Record> settle(ImportReport& report) {
        std::vector<Record> records;
        for (auto& [total, row] : m_totals) {
            const Sum sum = m_sums[total.indicator];
            if (sum.rows > 0)
                setAside(total, sum.value, report.rows[row]);
            records.push_back(std::move(total));
        }
        return records;
    }

private:
    struct Sum {
        double value = 0;
        std::size_t rows = 0;
    };
    struct Total {
        Record record;
        std::size_t row;
    };

    static void setAside(Record& total, double sum, RowReport& row) {
        total.scope = Scope::Repeat;
        if (row.record != total.id) // a row of several records
            return;
        row.outcome = RowOutcome::Doubtful;
        row.sentence = localText(
            "Dòng này là tổng số ({}) của các dòng khác (cộng lại: {}) nên được giữ mà không "
            "cộng thêm; nếu không phải, hãy đổi tên đối tượng.",
            "This row is a total ({}) of the other rows (their sum: {}), so it is kept and "
            "not added; if it is not, give its subject another name.",
            numberText(*total.value), numberText(sum));
    }

    std::vector<Total> m_totals;
    std::map<std::string, Sum> m_sums; ///< by indicator
    Remembered<bool> m_isTotal;        ///< by subject
};

} // namespace

namespace {

/// Whether a row of the table itself was put on the table's territory.
bool isOnTerritory(const ReadRow& read, const Source& own) {
    return !read.verdict.refusal && !read.records.empty() &&
           read.records.front().source == own.id &&
           std::any_of(read.records.front().places.begin(), read.records.front().places.end(),
                       [](const Place& place) { return place.role == PlaceRole::Territory; });
}

} // namespace

namespace {

/// What was read as another name is said once for the whole table, the most frequent first.
LocalText misspeltList(const PlaceReader::Misspelt& misspelt) {
    constexpr std::size_t maxNamed = 10;
    std::vector<PlaceReader::Misspelt::const_pointer> all;
    for (const auto& one : misspelt)
        all.push_back(&one);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto* a, const auto* b) { return a->second > b->second; });
    const std::size_t more = all.size() - std::min(all.size(), maxNamed);
    all.resize(all.size() - more);
    LocalText list;
    for (const auto* one : all) {
        const auto& [text, unit] = one->first;
        const LocalText said =
            one->second == 1 ? localText("'{}' là {} ở 1 dòng", "'{}' as {} in 1 row", text, unit)
                             : localText("'{}' là {} ở {} dòng", "'{}' as {} in {} rows", text,
                                         unit, one->second);
        list = list == LocalText() ? said : localText("{}; {}", "{}; {}", list, said);
    }
    if (more > 0)
        list = localText("{}; và {} tên nữa", "{}; and {} more", list, more);
    return localText("Tên viết khác được đọc theo tên gần giống duy nhất ở đó: {}; hãy xem lại.",
                     "Names of other letters were read as the only one there that is near: {}; "
                     "check them.",
                     list);
}

} // namespace

ImportReport readRecords(const TableWalk& table, const ImportOptions& options,
                         const std::vector<Source>& sources, const geocode::Geocoder& geocoder,
                         const gazetteer::Gazetteer& gazetteer, const RecordSink& sink,
                         GroundFinder ground) {
    const ColumnMap columns(table, options);
    checkKind(options, columns);
    requireOneOf(table.head, columns,
                 localText("đối tượng của từng dòng", "what the rows are about"),
                 {"subject", "variety"});
    if (options.source.territory.empty() && !columns.has("source") && !table.hasGround)
        requireOneOf(table.head, columns, localText("địa điểm", "where"),
                     {"commune", "district", "province", "place", "groups"});

    const Source own = tableSource(table.head, options.source);
    PlaceReader places(geocoder, gazetteer, std::move(ground));
    places.decide(options.corrections.places);
    RowReader reader(columns, options, own, sources, places, gazetteer, table.accuracy);
    ImportReport report;
    reportTable(columns, report);
    const std::size_t ofTable = report.rows.size();
    const bool hasScope = columns.has("scope");
    Totals totals;
    IdenticalRows identical;
    std::size_t onTerritory = 0;
    table.visitRows(
        [&](const TextRow& row, const std::shared_ptr<const sheets::Ground>& itsGround) {
            if (options.isStopped && options.isStopped())
                throw Error(localText("Đã dừng đọc bảng '{}'.",
                                      "Reading the table '{}' was stopped.", table.head.file));
            const RowName name{options.sheet, row.line, row.part};
            if (options.corrections.leftOut.contains(name)) {
                ReadRow leftOut;
                leftOut.verdict.refuse({"Được bỏ qua khi nhập.", "Left out by hand."});
                report.rows.push_back(reportOf(name, leftOut));
                report.rows.back().outcome = RowOutcome::LeftOut;
                if (options.keepsCells)
                    report.rows.back().cells = columns.cells(row);
                return;
            }
            ReadRow read = reader.read(row, itsGround);
            read.verdict.doubts.insert(read.verdict.doubts.end(), options.doubts.begin(),
                                       options.doubts.end());
            if (!read.verdict.refusal && itsGround == nullptr) // two shapes may be described alike
                if (auto doubt = identical.add(row, read.records))
                    read.verdict.doubts.push_back(std::move(*doubt));
            report.rows.push_back(reportOf(name, read));
            if (options.keepsCells)
                report.rows.back().cells = columns.cells(row);
            onTerritory += isOnTerritory(read, own) ? 1 : 0;
            if (read.verdict.refusal)
                return;
            std::vector<Record> records;
            for (Record& record : read.records)
                if (hasScope || !totals.takes(record, report.rows.size() - 1))
                    records.push_back(std::move(record));
            if (!records.empty())
                sink(std::move(records));
        });
    if (std::vector<Record> last = totals.settle(report); !last.empty())
        sink(std::move(last));
    if (onTerritory > 0)
        report.rows.insert(
            report.rows.begin() + std::ptrdiff_t(ofTable),
            {0, RowOutcome::Accepted, {}, territoryRemark(own.territory, onTerritory)});
    if (!places.misspelt().empty())
        report.rows.insert(report.rows.begin() + std::ptrdiff_t(ofTable),
                           {0, RowOutcome::Accepted, {}, misspeltList(places.misspelt())});
    if (places.approximateRows() > 0)
        report.rows.insert(
            report.rows.begin() + std::ptrdiff_t(ofTable),
            {0, RowOutcome::Accepted, {}, approximateRemark(places.approximateRows())});
    if (reader.wholeUnits() > 0)
        report.rows.insert(
            report.rows.begin() + std::ptrdiff_t(ofTable),
            {0, RowOutcome::Accepted, {}, wholeUnitsRemark(reader.wholeUnits())});
    report.decidedRows = places.decidedRows();
    report.lastDay = places.lastDay();
    return report;
}

ImportReport readRecords(const TextTable& table, const ImportOptions& options,
                         const std::vector<Source>& sources, const geocode::Geocoder& geocoder,
                         const gazetteer::Gazetteer& gazetteer, std::vector<Record>& out,
                         GroundFinder ground) {
    return readRecords(
        TableWalk(table), options, sources, geocoder, gazetteer,
        [&out](std::vector<Record>&& records) {
            std::move(records.begin(), records.end(), std::back_inserter(out));
        },
        std::move(ground));
}

} // namespace terroir::records
