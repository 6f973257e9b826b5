// Whole tables of any kind of record: rows are read as records or refused with a sentence. An
// input: one byte for the kind, then a text table.

#include "core/records/fields.hpp"
#include "core/records/import.hpp"
#include "core/records/vocabulary.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <cmath>
#include <set>

namespace {

using namespace terroir;

void checkRecord(const records::Record& record, std::set<std::string>& ids) {
    fuzz::require(!record.id.empty() && ids.insert(record.id).second, "Two records have one id.");
    for (const std::optional<double>& value : {record.value, record.valueMax})
        fuzz::require(!value || std::isfinite(*value), "A figure is not finite.");
    fuzz::require(record.period.from < record.period.to, "A record has no day.");
    for (const records::Place& place : record.places)
        fuzz::require(place.status != geocode::Status::Matched ||
                          fuzz::packagedGazetteer().find(place.uid) != gazetteer::noUnit,
                      "A place lies in no unit.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const auto& kinds = records::kinds();
    records::ImportOptions options;
    options.kind = std::string(kinds[input.byte() % kinds.size()].id);
    fuzz::isTaken([&] {
        const TextTable table = parseCsv(input.rest(), "Bảng 2024.csv");
        std::vector<records::Record> found;
        const records::ImportReport report = records::readRecords(
            table, options, {}, fuzz::packagedGeocoder(), fuzz::packagedGazetteer(), found);
        std::set<std::string> ids;
        for (const records::Record& record : found)
            checkRecord(record, ids);
        std::size_t told = 0;
        for (const records::RowReport& row : report.rows) {
            told += row.row > 0;
            fuzz::require(row.outcome != records::RowOutcome::Refused || !row.sentence->en.empty(),
                          "A row is refused without a sentence.");
        }
        fuzz::require(told == table.rows.size(), "A row is lost.");
    });
    return 0;
}
