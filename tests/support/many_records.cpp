#include "tests/support/many_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>

namespace terroir::testing {

using gazetteer::Level;
using gazetteer::UnitIndex;
using records::Record;

namespace {

constexpr std::size_t crops = 200;
constexpr std::array kinds{"model", "trial", "planting"};
constexpr std::array standards{"vietgap", "organic", ""};

class RecordMaker {
public:
    RecordMaker(const gazetteer::Gazetteer& gazetteer, Date day, std::uint32_t seed)
        : m_gazetteer(gazetteer), m_day(day), m_communes(gazetteer.unitsAt(Level::Commune, day)),
          m_provinces(gazetteer.unitsAt(Level::Province, day)), m_random(seed) {}

    Record make(std::size_t number) {
        Record record;
        record.id = fmt::format("{}-{:06}", manyRecordsSource, number);
        record.kind = oneOf(kinds);
        record.subjects = {fmt::format("cây {}", below(crops) + 1)};
        record.category = oneOf(standards);
        record.indicator = "area";
        record.value = double(1 + below(400)) / 10;
        record.unit = "ha";
        record.qualifier = records::Qualifier::Exact;
        record.source = manyRecordsSource;
        record.lookupDate = m_day;
        const std::size_t percent = below(100);
        if (percent < 3)
            record.places = {unknownPlace()};
        else if (percent < 8)
            record.places = {placeOf(oneOf(m_provinces))};
        else if (percent < 13)
            record.places = {placeOf(oneOf(m_communes)), placeOf(oneOf(m_communes))};
        else
            record.places = {placeOf(oneOf(m_communes))};
        return record;
    }

private:
    /// Not a distribution of the library: each has its own there.
    std::size_t below(std::size_t count) { return m_random() % count; }
    template <typename List>
    typename List::value_type oneOf(const List& list) {
        return list[below(list.size())];
    }

    static records::Place unknownPlace() {
        records::Place place;
        place.text = "bản xa";
        return place;
    }
    records::Place placeOf(UnitIndex index) const {
        const gazetteer::Unit& unit = m_gazetteer.unit(index);
        records::Place place;
        place.text = unit.fullName();
        place.level = unit.level;
        place.status = geocode::Status::Matched;
        place.uid = unit.uid;
        place.score = 1;
        return place;
    }

    const gazetteer::Gazetteer& m_gazetteer;
    Date m_day;
    std::vector<UnitIndex> m_communes, m_provinces;
    std::mt19937 m_random;
};

} // namespace

std::vector<Record> manyRecords(const gazetteer::Gazetteer& gazetteer, std::size_t count, Date day,
                                std::uint32_t seed, std::size_t first) {
    RecordMaker maker(gazetteer, day, seed);
    std::vector<Record> records;
    records.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        records.push_back(maker.make(first + i));
    return records;
}

TextTable manyRows(const gazetteer::Gazetteer& gazetteer, std::size_t count, Date day,
                   std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t end) { return std::size_t(random() % end); };
    const std::vector<UnitIndex> communes = gazetteer.unitsAt(Level::Commune, day);
    TextTable table;
    table.header = {"Tỉnh", "Huyện", "Xã", "Đối tượng", "Diện tích", "Đơn vị", "Năm", "Chủ thể"};
    for (std::size_t i = 0; i < count; ++i) {
        const UnitIndex commune = communes[below(communes.size())];
        const UnitIndex district = gazetteer.parentAt(commune, day);
        const UnitIndex province = gazetteer.ancestorAt(commune, Level::Province, day);
        const double area = double(1 + below(400)) / 10;
        TextRow row;
        row.line = i + 2;
        row.cells = {gazetteer.unit(province).fullName(),
                     gazetteer.unit(district).fullName(),
                     below(100) == 0 ? "xã Không Có" : gazetteer.unit(commune).fullName(),
                     fmt::format("cây {}", below(crops) + 1),
                     fmt::format("{:.1f}", area),
                     "ha",
                     std::to_string(2018 + below(5)),
                     fmt::format("HTX {}", below(5'000) + 1)};
        std::replace(row.cells[4].begin(), row.cells[4].end(), '.', ',');
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace terroir::testing
