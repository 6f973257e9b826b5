#include "tests/support/many_records.hpp"

#include <fmt/format.h>

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
                                std::uint32_t seed) {
    RecordMaker maker(gazetteer, day, seed);
    std::vector<Record> records;
    records.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        records.push_back(maker.make(i));
    return records;
}

} // namespace terroir::testing
