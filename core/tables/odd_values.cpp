#include "core/tables/odd_values.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::tables {

namespace {

/// Longer tables are lists of single things.
constexpr std::size_t mostValues = 20'000;
constexpr std::size_t fewestValues = 5;
/// How many times the others a value is that was written in another unit or with another point.
constexpr double farOff = 300;
/// How many times the smallest of the others their largest may be.
constexpr double nearOneAnother = 30;

} // namespace

void OddValues::add(const records::Record& record) {
    if (!record.value || *record.value <= 0 || record.places.empty() || m_count >= mostValues)
        return;
    ++m_count;
    m_values[fmt::format("{}\n{}\n{}\n{}", fmt::join(record.subjects, ";"), record.indicator,
                         record.unit, records::toString(record.state))]
        .push_back({record.id, *record.value});
}

std::map<std::string, LocalText> OddValues::find() const {
    std::map<std::string, LocalText> odd;
    for (const auto& [key, values] : m_values) {
        if (values.size() < fewestValues)
            continue;
        std::vector<double> sorted;
        for (const Value& one : values)
            sorted.push_back(one.value);
        std::sort(sorted.begin(), sorted.end());
        const double median = sorted[sorted.size() / 2];
        const auto isFar = [&](double value) {
            return value >= farOff * median || value * farOff <= median;
        };
        const auto first = std::find_if_not(sorted.begin(), sorted.end(), isFar);
        const auto last = std::find_if_not(sorted.rbegin(), sorted.rend(), isFar);
        const auto far = std::size_t(std::count_if(sorted.begin(), sorted.end(), isFar));
        if (far == 0 || 4 * far > sorted.size() || *last > nearOneAnother * *first)
            continue;
        for (const Value& one : values)
            if (isFar(one.value))
                odd[one.id] = localText(
                    "Giá trị {} lệch hàng trăm lần so với các dòng khác ({} đến {}); hãy xem lại "
                    "dấu phẩy và đơn vị.",
                    "The value {} is hundreds of times off the other rows ({} to {}); check its "
                    "point and unit.",
                    numberText(one.value), numberText(*first), numberText(*last));
    }
    return odd;
}

} // namespace terroir::tables
